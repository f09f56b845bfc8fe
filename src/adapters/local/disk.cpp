#include "adapters/local/disk.h"

#include "base/text.h"
#include "os/beneath.h"
#include "os/file.h"
#include "os/system_error.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace regreen {
namespace {

constexpr std::size_t file_bytes_max = 64 << 20;  // larger ones are never in a patch

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string beside(const std::string& path, const std::string& name) {
  const auto slash = path.rfind('/');
  return (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + ".regreen-" + name;
}

mode_t with_executable(mode_t mode, bool executable) {
  constexpr mode_t all = 0111;
  return executable ? mode | ((mode & 0444) >> 2) : mode & ~all;
}

// The file in the way, or nothing.
std::optional<struct stat> stat_at(int folder, const std::string& name) {
  struct stat info {};
  if (fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
  return info;
}

Result<void> fill(int file, const Target& target, const std::optional<struct stat>& old, int folder) {
  TRY(write_all(file, *target.bytes));
  if (old && fchmod(file, with_executable(old->st_mode & 07777, target.executable)) != 0) {
    return fail_errno("setting the mode of " + target.path);
  }
  // Root heals somebody's repository: the file stays theirs.
  struct stat parent {};
  if (geteuid() == 0 && fstat(folder, &parent) == 0) {
    const struct stat& owner = old ? *old : parent;
    if (fchown(file, owner.st_uid, owner.st_gid) != 0) return fail_errno("setting the owner of " + target.path);
  }
  if (fsync(file) != 0) return fail_errno("writing " + target.path);
  return {};
}

Result<Fd> create(int folder, const std::string& path, bool executable) {
  unlinkat(folder, path.c_str(), 0);
  Fd file(openat(folder, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, executable ? 0777 : 0666));
  if (!file) return fail_errno("writing " + path);
  return file;
}

bool same_disk(int folder, const std::string& staging) {
  struct stat here {};
  struct stat there {};
  return !staging.empty() && fstat(folder, &here) == 0 && stat(staging.c_str(), &there) == 0 &&
         here.st_dev == there.st_dev;
}

Result<void> sync(int folder) {
  const Fd own(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!own || fsync(own.get()) != 0) return fail_errno("syncing a folder");
  return {};
}

Result<void> remove_file(int repository, const std::string& path) {
  const auto folder = open_parent(repository, path);
  if (!folder) return {};  // the folder is gone, and the file with it
  if (unlinkat(folder->get(), last_part(path).c_str(), 0) != 0 && errno != ENOENT) {
    return fail_errno("removing " + path);
  }
  return sync(folder->get());
}

}  // namespace

Side side_of(int repository, const FileChange& change) {
  const auto entry = entry_beneath(repository, change.path);
  std::optional<std::string> bytes;
  if (entry) {
    bytes = read_beneath(repository, change.path, file_bytes_max);
    if (!bytes) return Side::neither;
  }
  const bool executable = entry && entry->is_executable();
  if (bytes == change.before && (!bytes || executable == change.executable_before)) return Side::before;
  if (bytes == change.after && (!bytes || executable == change.executable_after)) return Side::after;
  return Side::neither;
}

Result<void> check_place(int repository, const FileChange& change) {
  const auto refuse = [&](const char* why) { return fail(ErrorKind::denied, printable(change.path) + ": " + why); };
  if (!is_confined_path(change.path)) return refuse("the path leaves the repository");
  for (const auto part : split(change.path, '/')) {
    if (lower(part) == ".git") return refuse("the path lies in .git");
  }
  std::string way;
  for (const auto part : split(change.path, '/')) {
    way += (way.empty() ? "" : "/") + std::string(part);
    const auto entry = entry_beneath(repository, way);
    if (!entry) return {};  // from here on it will be made
    if (entry->is_link()) return refuse("the path goes through a symbolic link");
    const bool last = way == change.path;
    if (last ? !entry->is_file() : !entry->is_folder()) return refuse("something else has its name");
  }
  return {};
}

Result<void> put_in_place(int repository, const Target& target, const std::string& staging, const std::string& name) {
  if (!target.bytes) return remove_file(repository, target.path);
  const Fd folder = TRY(open_parent(repository, target.path, Missing::create));
  const bool elsewhere = same_disk(folder.get(), staging);
  const int from = elsewhere ? AT_FDCWD : folder.get();
  const std::string staged = elsewhere ? staging + "/" + name : last_part(beside(target.path, name));
  const auto old = stat_at(folder.get(), last_part(target.path));
  const Fd file = TRY(create(from, staged, target.executable));
  auto filled = fill(file.get(), target, old, folder.get());
  if (filled && renameat(from, staged.c_str(), folder.get(), last_part(target.path).c_str()) != 0) {
    filled = fail_errno("replacing " + target.path);
  }
  if (!filled) {
    unlinkat(from, staged.c_str(), 0);
    return filled;
  }
  return sync(folder.get());
}

std::vector<std::string> missing_folders(int repository, const Patch& patch) {
  std::vector<std::string> missing;
  for (const auto& change : patch.changes) {
    for (auto slash = change.path.find('/'); slash != std::string::npos; slash = change.path.find('/', slash + 1)) {
      const std::string folder = change.path.substr(0, slash);
      const bool known = std::find(missing.begin(), missing.end(), folder) != missing.end();
      if (!known && !entry_beneath(repository, folder)) missing.push_back(folder);
    }
  }
  return missing;
}

void remove_empty_folder(int repository, const std::string& path) {
  const auto parent = open_parent(repository, path);
  if (parent) unlinkat(parent->get(), last_part(path).c_str(), AT_REMOVEDIR);
}

void clean_place(int repository, const std::string& path, const std::string& staging, const std::string& name) {
  if (!staging.empty()) unlink((staging + "/" + name).c_str());
  std::ignore = remove_beneath(repository, beside(path, name));
}

}  // namespace regreen
