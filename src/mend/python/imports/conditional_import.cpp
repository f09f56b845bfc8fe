#include "mend/python/imports/conditional_import.h"

#include "base/among.h"

#include <algorithm>
#include <array>
#include <span>

namespace regreen {
namespace {

constexpr auto conditions =
    std::to_array<std::string_view>({"if", "elif", "else", "try", "except", "finally", "with", "match", "case"});

constexpr auto trials = std::to_array<std::string_view>({"try", "except", "finally", "with"});

bool is_below(const PythonSource& source, const PyImport& one, std::span<const std::string_view> heads) {
  const auto& all = source.statements();
  auto at = static_cast<std::size_t>(std::ranges::find(all, one.statement.begin, &PyStatement::begin) - all.begin());
  for (auto indent = one.statement.indent; at-- > 0 && indent > 0;) {
    if (all[at].indent >= indent) continue;
    indent = all[at].indent;
    if (is_among(source.text(all[at].first), heads)) return true;
  }
  return one.shares_line;
}

}  // namespace

bool is_conditional(const PythonSource& source, const PyImport& one) { return is_below(source, one, conditions); }

bool is_tried(const PythonSource& source, const PyImport& one) { return is_below(source, one, trials); }

}  // namespace regreen
