#pragma once

#include "mend/fixer.h"

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

namespace regreen {

/// Where Python stopped reading, and why.
struct PythonFault {
  std::string file;
  std::size_t line = 0;
  std::string detail;  ///< the line that says so

  auto operator<=>(const PythonFault&) const = default;
};

/// The places in Python files of the tree at which Python stopped, each once, in reading order.
std::vector<PythonFault> python_faults(const Patient& patient);

}  // namespace regreen
