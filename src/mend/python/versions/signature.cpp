#include "mend/python/versions/signature.h"

#include "base/character.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

// How many names `a, b, *c = …` sets in front of the token `equals`; 0 where it is not as plain as that.
std::size_t targets_before(const PythonSource& source, const PyStatement& one, std::size_t equals) {
  std::size_t count = 1;
  for (auto i = one.first; i < equals; ++i) {
    if (source.is(i, "*") || source.tokens()[i].depth > 0) return 0;
    count += source.is(i, ",") && i + 1 < equals ? 1 : 0;
  }
  return count;
}

// How far what a statement sets is known: to the end of its function, or where it is set again.
std::size_t end_of_value(const PythonSource& source, std::size_t statement, std::string_view name) {
  const auto function = function_around(source, statement);
  const auto end = function ? function->end : source.statements().size();
  for (auto s = statement + 1; s < end; ++s) {
    const auto first = source.statements()[s].first;
    if (source.is(first, name) && source.is(first + 1, "=")) return source.tokens()[first].offset;
  }
  return end < source.statements().size() ? source.tokens()[source.statements()[end].first].offset : std::string::npos;
}

// Where `.keywords` stands behind a name that the statement sets, in fields of f-strings, too.
std::vector<Edit> renamed_uses(const PythonSource& source, std::size_t statement, std::string_view name) {
  constexpr std::string_view former = "keywords";
  const auto begin = end_of(source.tokens()[source.statements()[statement].last - 1]);
  const auto end = end_of_value(source, statement, name);
  std::vector<Edit> edits;
  for (const auto spot : spots_of(source, name)) {
    const auto at = spot + name.size() + 1;
    const bool is_asked = source.text().substr(at - 1, former.size() + 1) == "." + std::string(former);
    const auto next = source.text().substr(std::min(at + former.size(), source.text().size()), 1);
    if (spot >= begin && spot < end && is_asked && (next.empty() || !is(next[0], word)))
      edits.push_back({at, former.size(), "varkw"});
  }
  return edits;
}

}  // namespace

std::vector<Edit> first_four_of_signature(const PythonSource& source) {
  constexpr std::size_t answered = 4;
  std::vector<Edit> edits;
  const auto rename_behind = [&](std::size_t token) {
    if (source.is(token + 1, ".") && source.is(token + 2, "keywords"))
      edits.push_back({source.tokens()[token + 2].offset, source.tokens()[token + 2].length, "varkw"});
  };
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const auto& one = source.statements()[s];
    for (auto i = one.first; i + 1 < one.last; ++i) {
      const auto close = source.is(i, "getargspec") && source.is(i + 1, "(") ? source.closing(i + 1) : std::nullopt;
      if (!close) continue;
      rename_behind(*close);
      const auto equals = source.is(i - 1, ".") ? i - 3 : i - 1;  // inspect.getargspec
      if (*close + 1 != one.last || equals <= one.first || equals > i || !source.is(equals, "=")) continue;
      if (targets_before(source, one, equals) == answered)
        edits.push_back({end_of(source.tokens()[*close]), 0, "[:4]"});
      if (equals != one.first + 1) continue;
      std::ranges::move(renamed_uses(source, s, source.text(one.first)), std::back_inserter(edits));
    }
  }
  return edits;
}

}  // namespace regreen
