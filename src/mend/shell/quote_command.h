#pragma once

#include "model/patch.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The line with quotes around the `$(command)` that begins at a byte, where its answer is one word for certain: the command has
/// no more than one to say, who takes it can take only one, or it is part of a word. The line as it is where several may be meant.
std::string quoted_command(const std::string& line, std::size_t at);

/// The line with quotes around the `$name` or `${name}` that begins at a byte.
std::string quoted_variable(const std::string& line, std::size_t at);

/// The name of the variable whose expansion begins at a byte: "dir" of `${dir%/}`; "" where none does.
std::string_view expanded_name(std::string_view line, std::size_t at);

/// The edits that put variables of the given names in quotes on lines where a directive says that splitting is meant, of another
/// variable: `# shellcheck disable=SC2086` above `tar $TAR_OPTS -cf $target .` is not about the target.
std::vector<Edit> quoted_beside_directive(std::string_view text, const std::set<std::string>& names);

}  // namespace regreen
