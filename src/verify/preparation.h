#pragma once

#include "verify/task.h"

#include <string>
#include <vector>

namespace regreen {

/// Which of the steps before a failed one are run before it here as well.
struct Preparation {
  std::vector<Task> tasks;            ///< they build what the failed step works on
  std::vector<std::string> left_out;  ///< commands that set up the machine: names for people
};
Preparation preparation_for(const std::vector<Task>& before);

}  // namespace regreen
