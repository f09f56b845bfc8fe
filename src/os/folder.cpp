#include "os/folder.h"

#include "os/fd.h"
#include "os/file.h"
#include "os/system_error.h"

#include <pwd.h>

#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <vector>

namespace regreen {
namespace {

std::string home_folder() {
  if (const char* home = std::getenv("HOME"); home && home[0] == '/') return home;
  const passwd* user = getpwuid(geteuid());
  return user && user->pw_dir ? user->pw_dir : "";
}

std::vector<std::string> names_in(int folder) {
  std::vector<std::string> names;
  const int own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* stream = own < 0 ? nullptr : fdopendir(own);
  if (!stream) {
    if (own >= 0) close(own);
    return names;
  }
  while (const dirent* entry = readdir(stream)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  closedir(stream);
  return names;
}

// The folders on the way down from the one that is removed, each with the names still to go. Kept on the
// heap: a hostile tree may be deeper than any stack.
struct Level {
  Fd folder;
  std::string name;
  std::vector<std::string> left;
};

Result<Level> enter(int parent, const std::string& name) {
  Fd folder(openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  // A folder without permissions; not a link, since openat says EACCES.
  if (!folder && errno == EACCES && fchmodat(parent, name.c_str(), 0700, 0) == 0) {
    folder = Fd(openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  }
  if (!folder) return fail_errno("removing " + name);
  if (fchmod(folder.get(), 0700) != 0) return fail_errno("removing " + name);  // needs write permission
  auto names = names_in(folder.get());
  return Level{std::move(folder), name, std::move(names)};
}

}  // namespace

Result<std::string> state_folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && state[0] == '/') {
    return std::string(state) + "/regreen";
  }
  const std::string home = home_folder();
  if (home.empty()) return fail(ErrorKind::not_found, "no home folder: set HOME or XDG_STATE_HOME");
  return home + "/.local/state/regreen";
}

Result<void> make_folders(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return {};
  if (const std::string parent = parent_of(path); parent != path) TRY(make_folders(parent));
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return fail_errno("making folder " + path);
  return {};
}

Result<std::string> make_fresh_folder(const std::string& parent, const std::string& prefix) {
  std::string path = parent + "/" + prefix + "XXXXXX";
  if (!mkdtemp(path.data())) return fail_errno("making a folder in " + parent);
  return path;
}

Result<void> remove_tree(const std::string& path) {
  if (unlink(path.c_str()) == 0 || errno == ENOENT) return {};
  std::vector<Level> way;
  way.push_back(TRY(enter(AT_FDCWD, path)));
  while (!way.empty()) {
    Level& level = way.back();
    if (level.left.empty()) {
      const std::string name = level.name;
      way.pop_back();
      const int parent = way.empty() ? AT_FDCWD : way.back().folder.get();
      if (unlinkat(parent, name.c_str(), AT_REMOVEDIR) != 0) return fail_errno("removing " + path);
      continue;
    }
    const std::string name = std::move(level.left.back());
    level.left.pop_back();
    if (unlinkat(level.folder.get(), name.c_str(), 0) == 0 || errno == ENOENT) continue;
    way.push_back(TRY(enter(level.folder.get(), name)));
  }
  return {};
}

Result<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(realpath(path.c_str(), nullptr), &std::free);
  if (!resolved) return fail_errno(path);
  return std::string(resolved.get());
}

bool lies_in(const std::string& path, const std::string& folder) {
  if (folder == "/" || path == folder) return true;
  return path.starts_with(folder + "/");
}

}  // namespace regreen
