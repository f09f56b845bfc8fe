#include "adapters/bubblewrap/sandbox.h"

#include "os/folder.h"
#include "os/program.h"

#include <algorithm>
#include <array>
#include <climits>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace regreen {
namespace {

constexpr std::array system_folders = {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store"};

// What programs read of /etc. No keys, no passwords, no other program's settings.
constexpr std::array etc_entries = {
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "alternatives",
    "localtime",
    "timezone",
    "os-release",
    "debian_version",
    "redhat-release",
    "lsb-release",
    "alpine-release",
    "nsswitch.conf",
    "protocols",
    "services",
    "mime.types",
    "magic",
    "inputrc",
    "locale.conf",
    "default/locale",
    "bash.bashrc",
    "profile",
    "shells",
    "ssl/certs",
    "ssl/openssl.cnf",
    "ca-certificates",
    "pki/ca-trust",
    "pki/tls/certs",
    "pki/tls/openssl.cnf",
    "crypto-policies",
    "fonts",
    "perl",
    "python3",
    "python3.11",
    "python3.12",
    "php",
    "java",
    "java-11-openjdk",
    "java-17-openjdk",
    "java-21-openjdk",
    "java-25-openjdk",
    "maven",
    "gradle",
    "ant",
    "R",
    "ghc",
    "emacs",
    "xml",
    "sgml",
    "clang",
    "nix",
    "terminfo",
    "pythonstart",
};

// Where tools that lie in /usr keep what is installed for them: their databases of packages, modules, formats.
constexpr std::array databases = {
    "/var/lib/aspell",   "/var/lib/chicken", "/var/lib/coq",       "/var/lib/dictionaries-common",
    "/var/lib/dpkg",     "/var/lib/gems",    "/var/lib/ghc",       "/var/lib/ispell",
    "/var/lib/ocaml",    "/var/lib/rpm",     "/var/lib/sgml-base", "/var/lib/texmf",
    "/var/lib/xml-core",
};

constexpr auto any_write =
    std::filesystem::perms::owner_write | std::filesystem::perms::group_write | std::filesystem::perms::others_write;

void add(std::vector<std::string>& arguments, std::initializer_list<std::string> more) {
  arguments.insert(arguments.end(), more);
}

bool exists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

void add_system(std::vector<std::string>& arguments) {
  for (const char* folder : {"/etc", "/home", "/run", "/tmp", "/var", "/var/lib"}) {
    add(arguments, {"--perms", "0755", "--dir", folder});  // those that bubblewrap makes by itself are closed to others
  }
  for (const std::string folder : system_folders) {
    std::array<char, PATH_MAX> target{};
    if (readlink(folder.c_str(), target.data(), target.size() - 1) > 0) {
      add(arguments, {"--symlink", target.data(), folder});
    } else if (exists(folder)) {
      add(arguments, {"--ro-bind", folder, folder});
    }
  }
  for (const std::string entry : etc_entries) {
    const std::string path = "/etc/" + entry;
    if (exists(path)) add(arguments, {"--ro-bind", path, path});
  }
  for (const std::string folder : databases) add(arguments, {"--ro-bind-try", folder, folder});
}

void add_network(std::vector<std::string>& arguments, const SandboxPlan& plan) {
  if (plan.network == Network::none) return add(arguments, {"--unshare-net"});
  add(arguments, {"--ro-bind-try", "/etc/resolv.conf", "/etc/resolv.conf"});
}

// Who is root here is root's own number outside, and settings of the kernel ask for nothing more: all of /proc that is
// not of a process is read-only. bubblewrap does that only for folders that look writable.
void add_proc(std::vector<std::string>& arguments) {
  add(arguments, {"--proc", "/proc"});
  std::error_code trouble;
  std::vector<std::string> entries;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", trouble)) {
    const std::string name = entry.path().filename();
    const auto status = entry.symlink_status(trouble);
    const bool is_of_process = name.find_first_not_of("0123456789") == std::string::npos;
    if (is_of_process || std::filesystem::is_symlink(status)) continue;
    const bool writable = (status.permissions() & any_write) != std::filesystem::perms::none;
    if (writable || std::filesystem::is_directory(status)) entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end());
  for (const auto& path : entries) add(arguments, {"--ro-bind-try", path, path});
}

void add_places(std::vector<std::string>& arguments, const SandboxPlan& plan) {
  const std::string& stage = plan.stage;
  add_proc(arguments);
  add(arguments, {"--dev", "/dev", "--bind", stage + "/shm", "/dev/shm"});
  add(arguments, {"--bind", stage + "/tmp", "/tmp", "--bind", stage + "/vartmp", "/var/tmp"});
  add(arguments, {"--bind", stage + "/home", plan.home});
  for (const auto& [name, text] : own_etc_files(plan.home)) {
    add(arguments, {"--ro-bind", stage + "/etc/" + name, "/etc/" + name});
  }
  for (std::size_t i = 0; i < plan.object_folders.size(); ++i) {
    add(arguments, {"--ro-bind", plan.object_folders[i], object_folder(i)});
  }
}

// Parents before what lies in them, else they would cover it.
void add_views(std::vector<std::string>& arguments, const SandboxPlan& plan) {
  struct Place {
    std::string path, source;
    const char* how;
  };
  std::vector<Place> places = {{plan.repository, plan.stage + "/m0", "--bind"}};
  for (std::size_t i = 0; i < plan.views.size(); ++i) {
    const auto& view = plan.views[i];
    if (plan.view_sources[i].empty()) continue;
    places.push_back({view.path, plan.view_sources[i], view.how == View::How::written ? "--bind" : "--ro-bind"});
  }
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.path < b.path; });
  for (const auto& place : places) add(arguments, {place.how, place.source, place.path});
}

}  // namespace

std::string object_folder(std::size_t i) { return "/run/regreen/objects" + std::to_string(i); }

bool is_system_folder(const std::string& path) {
  constexpr std::array own = {"/", "/etc", "/proc", "/dev", "/sys", "/run"};
  const auto is_path = [&](const char* folder) { return path == folder; };
  return std::any_of(system_folders.begin(), system_folders.end(), is_path) ||
         std::any_of(own.begin(), own.end(), is_path);
}

std::vector<std::string> bubblewrap_arguments(const SandboxPlan& plan, const std::string& line) {
  std::vector<std::string> arguments = {plan.bubblewrap};
  add(arguments, {"--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"});
  add(arguments, {"--disable-userns", "--cap-drop", "ALL", "--die-with-parent", "--new-session"});
  add(arguments, {"--uid", std::to_string(geteuid()), "--gid", std::to_string(getegid())});
  add(arguments, {"--hostname", "regreen", "--json-status-fd", "3", "--seccomp", "4"});
  add_system(arguments);
  add_network(arguments, plan);
  add_places(arguments, plan);
  add_views(arguments, plan);
  add(arguments, {"--remount-ro", "/dev", "--remount-ro", "/", "--chdir", plan.repository});
  add(arguments, {"--", exists("/bin/bash") ? "/bin/bash" : "bash", "-c", line});
  return arguments;
}

std::vector<std::pair<std::string, std::string>> own_etc_files(const std::string& home) {
  const std::string user = std::to_string(geteuid());
  const std::string group = std::to_string(getegid());
  std::string passwd = "root:x:0:0:root:" + (user == "0" ? home : "/root") + ":/bin/bash\n";
  if (user != "0" && user != "65534") passwd += "build:x:" + user + ":" + group + "::" + home + ":/bin/bash\n";
  passwd += "nobody:x:65534:65534:nobody:" + (user == "65534" ? home : "/nonexistent") + ":/bin/bash\n";
  std::string groups = "root:x:0:\n";
  if (group != "0" && group != "65534") groups += "build:x:" + group + ":\n";
  groups += "nogroup:x:65534:\n";
  const std::string hosts = "127.0.0.1 localhost regreen\n::1 localhost ip6-localhost ip6-loopback regreen\n";
  return {{"passwd", passwd}, {"group", groups}, {"hosts", hosts}};
}

}  // namespace regreen
