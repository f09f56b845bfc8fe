#include "os/file.h"

#include "os/system_error.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>

namespace regreen {
namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;

mode_t mode_of(const std::string& path, mode_t otherwise) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : otherwise;
}

Result<void> fill(int file, std::string_view bytes, mode_t mode, const std::string& path) {
  TRY(write_all(file, bytes));
  if (fchmod(file, mode) != 0 || fsync(file) != 0) return fail_errno("writing " + path);
  return {};
}

}  // namespace

Result<std::string> read_all(int file, std::size_t limit) {
  std::string bytes;
  std::array<char, chunk_bytes> chunk;
  for (;;) {
    const ssize_t count = read(file, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_errno("reading");
    if (count == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit) return fail(ErrorKind::invalid, "larger than " + std::to_string(limit) + " bytes");
  }
}

Result<void> write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_errno("writing");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  const Fd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return fail_errno("reading " + path);
  auto bytes = read_all(file.get(), limit);
  if (!bytes) return tl::unexpected(std::move(bytes).error().during(path));
  return std::move(*bytes);
}

Result<void> replace_file(const std::string& path, std::string_view bytes, mode_t mode) {
  std::string temporary = parent_of(path) + "/.regreen-XXXXXX";
  const Fd file(mkostemp(temporary.data(), O_CLOEXEC));
  if (!file) return fail_errno("writing " + path);
  auto written = fill(file.get(), bytes, mode_of(path, mode), path);
  if (written && rename(temporary.c_str(), path.c_str()) != 0) written = fail_errno("replacing " + path);
  if (!written) {
    unlink(temporary.c_str());
    return written;
  }
  return sync_folder(parent_of(path));
}

Result<void> sync_folder(const std::string& path) {
  const Fd folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || fsync(folder.get()) != 0) return fail_errno("syncing " + path);
  return {};
}

std::string parent_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace regreen
