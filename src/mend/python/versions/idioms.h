#pragma once

#include "mend/python/language/import.h"
#include "mend/python/language/source.h"
#include "model/patch.h"
#include "model/tree.h"

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace regreen {

/// Where a file lies that is mended, and the lines of it that the log names.
struct IdiomPlace {
  const Tree& tree;
  std::set<std::size_t> lines;
};

/// Rewrites of withdrawn calls that are more than another name; `said` is what Python said about one of them: nose's
/// setup, asyncio.coroutine, HTMLParser().unescape. Edits for a whole file.
std::vector<Edit> mend_idioms(const PythonSource& source, std::string_view said, const IdiomPlace& place);

/// `cast(int, x)` → `x`, on one line.
std::vector<Edit> without_redundant_cast(const PythonSource& source, std::size_t line);

}  // namespace regreen
