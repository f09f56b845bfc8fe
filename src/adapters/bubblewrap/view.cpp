#include "adapters/bubblewrap/view.h"

#include "adapters/bubblewrap/environment.h"
#include "base/text.h"
#include "os/file.h"
#include "os/folder.h"

#include <algorithm>
#include <array>
#include <dirent.h>
#include <sys/stat.h>

namespace regreen {
namespace {

constexpr std::size_t links_per_folder_max = 2000;
constexpr std::size_t configuration_bytes_max = 256 * 1024;

constexpr std::array system_folders = {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store"};

// Not made visible by a variable that names them, since other programs keep their state there.
constexpr std::array broad_folders = {"/",        "/home",    "/root", "/etc", "/var",   "/var/lib", "/tmp",
                                      "/opt",     "/var/tmp", "/boot", "/mnt", "/media", "/srv",     "/nix",
                                      "/var/run", "/proc",    "/sys",  "/dev", "/run"};
constexpr std::array closed_folders = {"/proc", "/sys", "/dev", "/run", "/var/run", "/boot"};

// Names of files and folders that keep credentials, wherever they lie.
constexpr std::array private_names = {
    ".ssh",
    ".gnupg",
    ".aws",
    ".azure",
    ".docker",
    ".kube",
    ".netrc",
    ".npmrc",
    ".pypirc",
    ".yarnrc",
    ".gem",
    "shadow",
    "sudoers",
    ".git-credentials",
    ".config",
    ".mozilla",
    ".password-store",
    "gshadow",
    "keyrings",
    ".vault-token",
    "credentials",
    ".env",
    ".pgpass",
    ".my.cnf",
    ".s3cfg",
    "gradle.properties",
    "settings.xml",
    "settings-security.xml",
    "credentials.toml",
    "credentials.json",
};

// Variables that name a folder for a tool to write to.
constexpr std::array cache_variables = {
    "GOCACHE",          "GOMODCACHE",        "GOPATH",
    "npm_config_cache", "CARGO_HOME",        "PIP_CACHE_DIR",
    "CCACHE_DIR",       "XDG_CACHE_HOME",    "RUSTUP_HOME",
    "CARGO_TARGET_DIR", "GOTMPDIR",          "PYTHONPYCACHEPREFIX",
    "GRADLE_USER_HOME", "YARN_CACHE_FOLDER", "npm_config_store_dir",
    "PIPENV_CACHE_DIR", "POETRY_CACHE_DIR",  "NODE_COMPILE_CACHE",
    "UV_CACHE_DIR",
};

// Where caches and tool chains lie below a home folder when no variable says otherwise. None holds credentials.
constexpr std::array home_folders = {
    ".cache/pip",      ".cache/go-build", ".cache/pypoetry",   ".cache/uv",       ".cache/yarn",
    ".cache/ccache",   ".cache/pnpm",     ".cache/pre-commit", ".ccache",         ".cache/node",
    ".npm/_cacache",   "go/pkg/mod",      ".cargo/registry",   ".cargo/git",      ".cargo/bin",
    ".rustup",         ".m2/repository",  ".gradle/caches",    ".gradle/wrapper", ".local/share/pnpm/store",
    ".nuget/packages", ".ivy2/cache",     ".sbt/boot",         ".cabal/packages", ".local/lib",
};

bool one_of(const auto& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

bool lies_in_one_of(const auto& folders, const std::string& path) {
  return std::any_of(folders.begin(), folders.end(), [&](const char* folder) { return lies_in(path, folder); });
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string without_last_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

bool is_cache_variable(const std::string& name) {
  return std::any_of(cache_variables.begin(), cache_variables.end(),
                     [&](const char* known) { return lower(name) == lower(known); });
}

// Files that a variable names may be configuration with a password in it.
bool file_holds_secret(const std::string& path) {
  const auto text = read_file(path, configuration_bytes_max);
  if (!text) return false;
  const std::string small = lower(*text);
  return has_url_with_user(small) || contains(small, "_auth") || contains(small, "password") ||
         contains(small, "private key");
}

// Collects views; keeps them few.
class Chooser {
 public:
  explicit Chooser(const Whereabouts& surroundings) : around_(surroundings) {}

  void add_bin_folder(const std::string& folder);
  void add_links_of(const std::string& folder);
  void add_path(const std::string& path);
  void add_cache(const std::string& path);
  void add_home_caches();
  std::vector<View> take();

 private:
  bool is_seen_anyway(const std::string& path) const {
    return lies_in_one_of(system_folders, path) || lies_in(path, around_.repository);
  }
  bool is_too_broad(const std::string& path) const {
    return one_of(broad_folders, path) || lies_in(around_.home, path) || lies_in(around_.repository, path);
  }
  void add(const std::string& path, View::How how);
  void add_installation(const std::string& folder);
  void hide_secrets_in(const View& view);
  const View* around(const std::string& path) const;

  const Whereabouts& around_;
  std::map<std::string, View> views_;
};

void Chooser::add(const std::string& path, View::How how) {
  struct stat info {};
  const auto source = real_path(path);
  if (!source || stat(source->c_str(), &info) != 0) return;
  if (!S_ISDIR(info.st_mode) && !S_ISREG(info.st_mode)) return;  // no sockets, no devices
  for (const auto& seen_at : {path, *source}) {
    if (is_seen_anyway(seen_at) || is_too_broad(seen_at) || is_private_path(seen_at)) continue;
    if (lies_in_one_of(closed_folders, seen_at)) continue;
    const bool state = lies_in(seen_at, "/etc") || S_ISREG(info.st_mode);
    if (state && (!(info.st_mode & S_IROTH) || (S_ISREG(info.st_mode) && file_holds_secret(*source)))) continue;
    View& view = views_.try_emplace(seen_at, View{seen_at, *source, how}).first->second;
    if (how == View::How::written) view.how = how;
  }
}

// bin belongs to an installation: its libraries lie beside it. Where beside it is somebody's whole home folder,
// only the libraries are taken.
void Chooser::add_installation(const std::string& folder) {
  constexpr std::array bins = {"bin", "sbin", ".bin", "shims", "condabin"};
  constexpr std::array libraries = {"lib", "lib64", "libexec", "include"};
  add(folder, View::How::read_only);
  if (!one_of(bins, last_part(folder))) return;
  const std::string parent = parent_of(folder);
  const bool home_like = last_part(parent) == ".local";
  if (!home_like && !is_too_broad(parent)) return add(parent, View::How::read_only);
  for (const char* library : libraries) add(parent + "/" + library, View::How::read_only);
}

void Chooser::add_bin_folder(const std::string& folder) {
  if (folder.empty() || folder.front() != '/') return;
  const std::string path = without_last_slashes(folder);
  if (!is_seen_anyway(path)) add_installation(path);
  if (const auto real = real_path(path); real && *real != path && !is_seen_anyway(*real)) add_installation(*real);
  if (!lies_in(path, "/usr") || lies_in(path, "/usr/local")) add_links_of(path);
}

// pipx, nvm and the like put links into a folder on PATH.
void Chooser::add_links_of(const std::string& folder) {
  DIR* stream = opendir(folder.c_str());
  if (!stream) return;
  std::size_t left = links_per_folder_max;
  while (const dirent* entry = readdir(stream)) {
    if (entry->d_type != DT_LNK || left-- == 0) continue;
    const auto target = real_path(folder + "/" + entry->d_name);
    if (target && !is_seen_anyway(*target) && !around(*target)) add_installation(parent_of(*target));
  }
  closedir(stream);
}

void Chooser::add_path(const std::string& path) {
  struct stat info {};
  const std::string clean = without_last_slashes(path);
  if (stat(clean.c_str(), &info) != 0 || is_seen_anyway(clean)) return;
  if (S_ISREG(info.st_mode) && (info.st_mode & 0111)) return add_installation(parent_of(clean));  // CC=/opt/…/bin/gcc
  add(clean, View::How::read_only);
}

void Chooser::add_cache(const std::string& path) {
  const std::string clean = without_last_slashes(path);
  if (clean.empty() || clean.front() != '/' || !is_confined_path(clean.substr(1))) return;
  struct stat info {};
  if (stat(clean.c_str(), &info) == 0) return add(clean, View::How::written);
  if (lies_in(clean, around_.repository) || is_too_broad(clean) || lies_in_one_of(system_folders, clean)) return;
  views_.try_emplace(clean, View{clean, "", View::How::written});
}

void Chooser::add_home_caches() {
  for (const char* folder : home_folders) {
    struct stat info {};
    const std::string source = around_.home + "/" + folder;
    if (stat(source.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) continue;
    const std::string path = around_.sandbox_home + "/" + folder;
    views_.try_emplace(path, View{path, source, View::How::written});
  }
}

const View* Chooser::around(const std::string& path) const {
  for (std::string folder = parent_of(path); folder != "/" && folder != "."; folder = parent_of(folder)) {
    if (const auto found = views_.find(folder); found != views_.end()) return &found->second;
  }
  return nullptr;
}

void Chooser::hide_secrets_in(const View& view) {
  for (const char* name : private_names) {
    struct stat info {};
    const std::string path = view.path + "/" + name;
    if (stat((view.source + "/" + name).c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
    views_.try_emplace(path, View{path, view.source + "/" + name, View::How::hidden});
  }
}

std::vector<View> Chooser::take() {
  std::vector<View> all;
  for (const auto& [path, view] : views_) {
    const View* parent = around(path);
    const bool same_place = parent && view.source == parent->source + path.substr(parent->path.size());
    const bool shown = same_place && (parent->how == View::How::written || view.how == View::How::read_only);
    if (!shown) all.push_back(view);
  }
  for (const auto& view : all) {
    if (!view.source.empty()) hide_secrets_in(view);
  }
  for (const auto& [path, view] : views_) {
    if (view.how == View::How::hidden) all.push_back(view);
  }
  std::sort(all.begin(), all.end(), [](const View& a, const View& b) { return a.path < b.path; });
  return all;
}

}  // namespace

bool is_private_path(const std::string& path) {
  const auto parts = split(path, '/');
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return one_of(private_names, part); });
}

std::vector<std::string> paths_in(const std::string& value) {
  constexpr std::string_view separators = " \t\n:;,\"'=";
  std::vector<std::string> paths;
  if (value.starts_with('/')) paths.push_back(value);
  for (std::size_t start = 0; start < value.size();) {
    const auto end = std::min(value.find_first_of(separators, start), value.size());
    std::string_view word = std::string_view(value).substr(start, end - start);
    const bool file_url = word.starts_with("///") && std::string_view(value).substr(0, start).ends_with("file:");
    if (file_url) word.remove_prefix(2);
    if (word.starts_with('-')) word.remove_prefix(std::min(word.find('/'), word.size()));  // -I/usr/include
    if (word.starts_with('/') && !word.starts_with("//")) paths.emplace_back(word);
    start = end + 1;
  }
  return paths;
}

std::vector<View> choose_views(const std::map<std::string, std::string>& variables, const Whereabouts& surroundings) {
  Chooser chooser(surroundings);
  for (const auto& [name, value] : variables) {
    if (name == "PATH") {
      for (const auto folder : split(value, ':')) chooser.add_bin_folder(std::string(folder));
    } else if (is_cache_variable(name)) {
      for (const auto path : split(value, ':')) chooser.add_cache(std::string(path));
    } else {
      for (const auto& path : paths_in(value)) chooser.add_path(path);
    }
  }
  chooser.add_home_caches();
  return chooser.take();
}

}  // namespace regreen
