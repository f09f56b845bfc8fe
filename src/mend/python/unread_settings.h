#pragma once

#include "mend/draft.h"

#include <span>
#include <string_view>

namespace regreen {

/// Gives a table of settings for pytest that pytest does not read, as [tool.pytest] of pyproject.toml, the name that it reads: where
/// the table has one of the keys. False where there is none, or what is read today stands elsewhere.
bool read_pytest_table(Draft& draft, std::span<const std::string_view> keys);

}  // namespace regreen
