#include "mend/python/imports/conditional_import.h"

#include "base/among.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto conditions =
    std::to_array<std::string_view>({"if", "elif", "else", "try", "except", "finally", "with", "match", "case"});

}  // namespace

bool is_conditional(const PythonSource& source, const PyImport& one) {
  const auto& all = source.statements();
  auto at = static_cast<std::size_t>(std::ranges::find(all, one.statement.begin, &PyStatement::begin) - all.begin());
  for (auto indent = one.statement.indent; at-- > 0 && indent > 0;) {
    if (all[at].indent >= indent) continue;
    indent = all[at].indent;
    if (is_among(source.text(all[at].first), conditions)) return true;
  }
  return one.shares_line;
}

}  // namespace regreen
