#include "os/system_error.h"

#include <cerrno>
#include <system_error>

namespace regreen {
namespace {

ErrorKind kind_of(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR: return ErrorKind::not_found;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorKind::denied;
    case EISDIR:
    case ELOOP:
    case EINVAL:
    case EEXIST:
    case ENAMETOOLONG: return ErrorKind::invalid;
    default: return ErrorKind::unavailable;  // full disk, too many open files, I/O error …
  }
}

}  // namespace

Error system_error(std::string doing, int number) {
  return {kind_of(number), std::move(doing) + ": " + std::generic_category().message(number)};
}

tl::unexpected<Error> fail_errno(std::string doing) {
  const int number = errno;
  return tl::unexpected<Error>(system_error(std::move(doing), number));
}

}  // namespace regreen
