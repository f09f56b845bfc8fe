#include "os/copy.h"

#include "os/beneath.h"
#include "os/system_error.h"

#include <array>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <vector>

namespace regreen {
namespace {

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// Shares the blocks where the file system can, else lets the kernel copy, else copies by hand.
Result<void> copy_bytes(int from, int to) {
  if (ioctl(to, FICLONE, from) == 0) return {};
  for (;;) {
    const ssize_t count = copy_file_range(from, nullptr, to, nullptr, SSIZE_MAX / 2, 0);
    if (count == 0) break;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;  // not between these file systems; the positions tell how far it came
  }
  std::array<char, 64 * 1024> chunk;
  for (;;) {
    const ssize_t count = read(from, chunk.data(), chunk.size());
    if (count == 0) return {};
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_errno("reading");
    for (ssize_t done = 0; done < count;) {
      const ssize_t written = write(to, chunk.data() + done, static_cast<std::size_t>(count - done));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return fail_errno("writing");
      done += written;
    }
  }
}

Result<void> copy_file(int from_folder, int to_folder, const std::string& name, const struct stat& info) {
  const Fd from(openat(from_folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!from) return fail_errno("reading " + name);
  const Fd to(openat(to_folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!to) return fail_errno("creating " + name);
  TRY(copy_bytes(from.get(), to.get()));
  const std::array<timespec, 2> times = {info.st_atim, info.st_mtim};
  if (fchmod(to.get(), info.st_mode & 0777) != 0 || futimens(to.get(), times.data()) != 0) {
    return fail_errno("setting the mode of " + name);
  }
  return {};
}

Result<void> copy_link(int from_folder, int to_folder, const std::string& name) {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = readlinkat(from_folder, name.c_str(), target.data(), target.size() - 1);
  if (length < 0) return fail_errno("reading link " + name);
  if (symlinkat(target.data(), to_folder, name.c_str()) != 0) return fail_errno("making link " + name);
  return {};
}

struct Level {
  Fd from;
  Fd to;
  std::vector<std::string> left;
  mode_t mode = 0;
};

Result<Level> enter(int from, int to, const std::string& name, mode_t mode) {
  Level level{Fd(openat(from, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)),
              Fd(openat(to, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)),
              {},
              mode};
  if (!level.from || !level.to) return fail_errno("opening folder " + name);
  DIR* stream = fdopendir(dup(level.from.get()));
  if (!stream) return fail_errno("reading folder " + name);
  while (const dirent* entry = readdir(stream)) level.left.emplace_back(entry->d_name);
  closedir(stream);
  std::erase_if(level.left, [](const std::string& entry) { return entry == "." || entry == ".."; });
  return level;
}

Result<void> spend(CopyLimits& limits, const struct stat& info) {
  const std::uint64_t bytes = S_ISREG(info.st_mode) ? static_cast<std::uint64_t>(info.st_size) : 0;
  if (limits.entries == 0 || limits.bytes < bytes) return fail(ErrorKind::unavailable, "too large to copy");
  limits.entries -= 1;
  limits.bytes -= bytes;
  return {};
}

}  // namespace

Result<bool> copy_beneath(int from, int to, std::string_view path) {
  const auto from_folder = open_parent(from, path);
  const std::string name = name_of(path);
  struct stat info {};
  if (!from_folder || fstatat(from_folder->get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return false;
  if (!S_ISREG(info.st_mode) && !S_ISLNK(info.st_mode)) return false;
  const Fd to_folder = TRY(open_parent(to, path, Missing::create));
  auto copied = S_ISLNK(info.st_mode) ? copy_link(from_folder->get(), to_folder.get(), name)
                                      : copy_file(from_folder->get(), to_folder.get(), name, info);
  if (!copied) return tl::unexpected(std::move(copied).error().during("copying " + std::string(path)));
  return true;
}

Result<void> copy_tree(int from, int to, CopyLimits limits) {
  std::vector<Level> way;
  way.push_back(TRY(enter(from, to, ".", 0700)));
  while (!way.empty()) {
    Level& level = way.back();
    if (level.left.empty()) {
      fchmod(level.to.get(), level.mode);  // last: a folder without write permission can still be filled
      way.pop_back();
      continue;
    }
    const std::string name = std::move(level.left.back());
    level.left.pop_back();
    struct stat info {};
    if (fstatat(level.from.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
    TRY(spend(limits, info));
    if (S_ISREG(info.st_mode)) {
      TRY(copy_file(level.from.get(), level.to.get(), name, info));
    } else if (S_ISLNK(info.st_mode)) {
      TRY(copy_link(level.from.get(), level.to.get(), name));
    } else if (S_ISDIR(info.st_mode)) {
      if (mkdirat(level.to.get(), name.c_str(), 0700) != 0 && errno != EEXIST) return fail_errno("making " + name);
      way.push_back(TRY(enter(level.from.get(), level.to.get(), name, info.st_mode & 0777)));
    }
  }
  return {};
}

bool fits(int from, CopyLimits limits) {
  std::vector<Level> way;
  auto top = enter(from, from, ".", 0);
  if (!top) return false;
  way.push_back(std::move(*top));
  while (!way.empty()) {
    Level& level = way.back();
    if (level.left.empty()) {
      way.pop_back();
      continue;
    }
    const std::string name = std::move(level.left.back());
    level.left.pop_back();
    struct stat info {};
    if (fstatat(level.from.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (!spend(limits, info)) return false;
    if (!S_ISDIR(info.st_mode)) continue;
    auto next = enter(level.from.get(), level.from.get(), name, 0);
    if (!next) return false;
    way.push_back(std::move(*next));
  }
  return true;
}

}  // namespace regreen
