#include "mend/python/versions/signature.h"

#include "mend/python/language/expression.h"

#include <string_view>

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

// Where a name that the statement sets is used behind it, in the same function; where it is set again, no further.
std::vector<std::size_t> uses_in_function(const PythonSource& source, std::size_t statement, std::string_view name) {
  const auto function = function_around(source, statement);
  const auto end = function ? function->end : source.statements().size();
  std::vector<std::size_t> uses;
  for (auto s = statement + 1; s < end; ++s) {
    const auto& one = source.statements()[s];
    if (source.is(one.first, name) && source.is(one.first + 1, "=")) break;
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, name) && !source.is(i - 1, ".")) uses.push_back(i);
    }
  }
  return uses;
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
      for (const auto use : uses_in_function(source, s, source.text(one.first))) rename_behind(use);
    }
  }
  return edits;
}

}  // namespace regreen
