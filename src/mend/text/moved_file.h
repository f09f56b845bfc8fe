#pragma once

#include "mend/fixer.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Does a path lie in a folder for tests, what they read, or examples?
bool is_for_tests(std::string_view path);

/// The only file that the newest commit brought of just the text of one that is gone; nothing where that says little.
std::optional<std::string> file_of_same_text(const Patient& patient, const std::string& path);

/// Where the newest commit took a file that is gone, and who asks for it may follow. Nothing where the new one was laid aside, is for
/// tests or for other surroundings; lies in a folder below its own, where one that was withdrawn would; or may as well be one of
/// somebody else with the same beginnings: by another name, and short, or data beside it.
std::optional<std::string> moved_file(const Patient& patient, const std::string& path);

}  // namespace regreen
