#pragma once

#include <cstddef>
#include <sys/types.h>

namespace regreen {

/// Messages between processes of this machine, with up to three descriptors each. Nothing but system calls: both may be used between
/// clone and exec.

/// False where not all of it was sent.
bool send_message(int socket, void* bytes, std::size_t size, const int* descriptors, std::size_t count);

/// The number of bytes, and the descriptors that came along. 0: the other side is gone; -1 with errno.
ssize_t receive_message(int socket, void* bytes, std::size_t size, int* descriptors, std::size_t count);

}  // namespace regreen
