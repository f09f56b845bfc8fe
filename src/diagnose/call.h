#pragma once

#include <string>

namespace regreen {

/// Is a line a call that a stack trace lists, of whatever language?
bool is_call(const std::string& line);

}  // namespace regreen
