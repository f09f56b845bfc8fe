#pragma once

#include "mend/lines.h"
#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// What a linter of scripts found, and the file that it found it in.
struct ScriptFinding {
  std::string_view rule, detail;
  std::string_view text, code;
  const Lines& lines;
  std::size_t number = 0, at = 0;  ///< the line, and the byte
};

/// The code as a rule asks for it that has one way to write it, and no repair of its own. None for other rules, and where it may
/// mean something else.
std::vector<Edit> corrected(const ScriptFinding& found);

}  // namespace regreen
