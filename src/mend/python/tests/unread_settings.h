#pragma once

#include "mend/draft.h"

#include <string_view>

namespace regreen {

/// What became of a table of settings for pytest that pytest does not read.
enum class UnreadTable {
  none,     ///< there is none that says what is missing
  renamed,  ///< has the name that pytest reads
  left,     ///< says more than may be switched on unasked: which tests are run, what a warning is
};

/// Gives a table of settings for pytest that pytest does not read, as [tool.pytest] of pyproject.toml, the name that it reads: where
/// one of the values of `key` is, or begins with, `value`, which the log proves not to be read.
UnreadTable read_pytest_table(const Tree& tree, Draft& draft, std::string_view key, std::string_view value);

}  // namespace regreen
