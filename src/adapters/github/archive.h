#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The names of what is in the ZIP of a run's logs; nothing where it was cut off.
std::optional<std::vector<std::string>> names_in_zip(const std::string& file);

/// Is there a log of this job? GitHub makes file names of jobs' names: it leaves signs out, cuts them, and numbers them.
bool has_log_of(const std::vector<std::string>& names, std::string_view job);

}  // namespace regreen
