#pragma once

#include <cstddef>

namespace regreen {

/// On how many cores this process may run; one at least. What taskset or a container's set of cores leaves counts, a
/// quota of their time does not.
std::size_t usable_cores();

}  // namespace regreen
