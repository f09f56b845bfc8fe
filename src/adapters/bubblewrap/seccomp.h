#pragma once

#include "base/result.h"
#include "os/fd.h"

namespace regreen {

/// The system calls that no build needs and the kernel had most of its holes in, refused with EPERM: keys, BPF,
/// mounts, modules, io_uring, the host's virtual sockets. As a file that bubblewrap loads.
Result<Fd> system_call_filter();

}  // namespace regreen
