#pragma once

#include "mend/lines.h"
#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// A parameter that nothing reads.
struct UnusedParameter {
  std::string_view name;
  std::size_t line = 0;
  std::size_t column = 0;  ///< 0: not known
  bool tsc = false;        ///< says so, not a linter
  bool typed = false;      ///< who calls the function is checked
};

/// The last parameter of a function that is handed over goes: `(a, b) => a` → `(a) => a`. Another one is part of what the
/// function is, as is one that its caller may count, `next` of (err, req, res, next): for tsc an underscore says that it is not used. Nothing where the function sets it.
std::optional<Edit> without_parameter(std::string_view code, const Lines& lines, const UnusedParameter& unused);

}  // namespace regreen
