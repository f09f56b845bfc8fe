#include "os/beneath.h"

#include "base/text.h"
#include "os/file.h"
#include "os/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace regreen {
namespace {

std::string_view last_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Result<Fd> step_into(int folder, const std::string& name, Missing missing) {
  constexpr int flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  Fd next(openat(folder, name.c_str(), flags));
  if (!next && errno == ENOENT && missing == Missing::create) {
    if (mkdirat(folder, name.c_str(), 0777) != 0 && errno != EEXIST) return fail_errno("making folder " + name);
    next = Fd(openat(folder, name.c_str(), flags));
  }
  if (!next) return fail_errno("opening folder " + name);
  return next;
}

}  // namespace

bool Entry::is_file() const { return S_ISREG(mode); }
bool Entry::is_folder() const { return S_ISDIR(mode); }
bool Entry::is_link() const { return S_ISLNK(mode); }

Result<Fd> open_folder(const std::string& path) {
  Fd folder(open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return fail_errno("opening folder " + path);
  return folder;
}

Result<Fd> open_parent(int root, std::string_view path, Missing missing) {
  if (!is_confined_path(path)) return fail(ErrorKind::denied, "a path that leaves its folder: " + printable(path));
  Fd folder(openat(root, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return fail_errno("opening the folder of " + std::string(path));
  for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    folder = TRY(step_into(folder.get(), std::string(path.substr(0, slash)), missing));
    path.remove_prefix(slash + 1);
  }
  return folder;
}

Result<Fd> open_beneath(int root, std::string_view path, int flags, mode_t mode) {
  const Fd parent = TRY(open_parent(root, path));
  Fd file(openat(parent.get(), std::string(last_part(path)).c_str(), flags | O_NOFOLLOW | O_CLOEXEC, mode));
  if (!file) return fail_errno("opening " + std::string(path));
  return file;
}

std::optional<std::string> read_beneath(int root, std::string_view path, std::size_t limit) {
  const auto file = open_beneath(root, path, O_RDONLY | O_NONBLOCK);  // a FIFO must not make us wait
  struct stat info {};
  if (!file || fstat(file->get(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  if (static_cast<std::uint64_t>(info.st_size) > limit) return std::nullopt;
  auto bytes = read_all(file->get(), limit);
  if (!bytes) return std::nullopt;
  return std::move(*bytes);
}

std::optional<Entry> entry_beneath(int root, std::string_view path) {
  const auto parent = open_parent(root, path);
  struct stat info {};
  if (!parent) return std::nullopt;
  const std::string name(last_part(path));
  if (fstatat(parent->get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
  return Entry{info.st_mode, static_cast<std::uint64_t>(info.st_size)};
}

Result<void> write_beneath(int root, std::string_view path, std::string_view bytes, mode_t mode) {
  const Fd parent = TRY(open_parent(root, path, Missing::create));
  const std::string name(last_part(path));
  if (unlinkat(parent.get(), name.c_str(), 0) != 0 && errno != ENOENT) {
    return fail_errno("replacing " + std::string(path));
  }
  const Fd file(openat(parent.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file) return fail_errno("creating " + std::string(path));
  TRY(write_all(file.get(), bytes));
  if (fchmod(file.get(), mode) != 0) return fail_errno("setting the mode of " + std::string(path));
  return {};
}

Result<void> remove_beneath(int root, std::string_view path) {
  const Fd parent = TRY(open_parent(root, path));
  if (unlinkat(parent.get(), std::string(last_part(path)).c_str(), 0) != 0 && errno != ENOENT) {
    return fail_errno("removing " + std::string(path));
  }
  return {};
}

}  // namespace regreen
