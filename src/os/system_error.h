#pragma once

#include "base/result.h"

#include <string>

namespace regreen {

/// An Error for a failed system call: "doing: No space left on device". The kind follows from the number.
Error system_error(std::string doing, int number);

/// The same for the calling thread's errno, as the failed half of a Result.
tl::unexpected<Error> fail_errno(std::string doing);

}  // namespace regreen
