#include "os/lock.h"

#include "os/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace regreen {
namespace {

Result<Fd> open_lock(const std::string& path) {
  Fd file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file) return fail_errno("opening lock " + path);
  return file;
}

}  // namespace

Result<Lock> Lock::take(const std::string& path) {
  Fd file = TRY(open_lock(path));
  while (flock(file.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return fail_errno("locking " + path);
  }
  return Lock(std::move(file));
}

Result<std::optional<Lock>> Lock::try_take(const std::string& path) {
  Fd file = TRY(open_lock(path));
  if (flock(file.get(), LOCK_EX | LOCK_NB) == 0) return std::optional<Lock>(Lock(std::move(file)));
  if (errno == EWOULDBLOCK) return std::optional<Lock>();
  return fail_errno("locking " + path);
}

}  // namespace regreen
