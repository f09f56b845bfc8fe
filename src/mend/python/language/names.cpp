#include "mend/python/language/names.h"

#include "mend/python/language/import.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {

std::vector<std::string> defined_names(const PythonSource& source) {
  std::vector<std::string> names;
  for (const auto& statement : source.statements()) {
    auto at = statement.first;
    // A definition under `if` or `try` at module level counts; one inside a function or class does not.
    if (statement.indent != 0) continue;
    if (source.is(at, "async")) ++at;
    if (source.is(at, "def") || source.is(at, "class"))
      ++at;
    else if (!source.is(at + 1, "=") && !source.is(at + 1, ":"))
      continue;
    if (source.is_name(at)) names.emplace_back(source.text(at));
  }
  return names;
}

std::vector<std::size_t> uses_of(const PythonSource& source, std::string_view name) {
  std::vector<std::size_t> uses;
  std::size_t statement = 0;
  const auto& all = source.statements();
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind != PyKind::name || !source.is(i, name) || (i > 0 && source.is(i - 1, "."))) continue;
    while (statement + 1 < all.size() && all[statement].last <= i) ++statement;
    const auto first = all.empty() ? 0 : all[statement].first;
    if (source.is(first, "import") || source.is(first, "from")) continue;
    const bool keyword = source.is(i + 1, "=") && token.depth > 0;
    if (!keyword) uses.push_back(i);
  }
  return uses;
}

namespace {

// The offsets of a name in the fields of an f-string: f"{name} {{no field}}".
void add_fields(std::string_view text, std::size_t offset, std::string_view name, std::vector<std::size_t>& spots) {
  const auto quote = text.find_first_of("'\"");
  if (quote == std::string_view::npos || text.substr(0, quote).find_first_of("fF") == std::string_view::npos) return;
  for (auto at = text.find('{', quote); at != std::string_view::npos; at = text.find('{', at)) {
    if (text.substr(at, 2) == "{{") {
      at += 2;
      continue;
    }
    const auto end = std::min(text.find('}', at), text.size());
    const auto field = text.substr(at, end - at);
    for (const auto spot : words_in(field, name)) {
      if (spot > 0 && field[spot - 1] != '.') spots.push_back(offset + at + spot);
    }
    at = end;
  }
}

}  // namespace

std::vector<std::size_t> spots_of(const PythonSource& source, std::string_view name) {
  std::vector<std::size_t> spots;
  for (const auto use : uses_of(source, name)) spots.push_back(source.tokens()[use].offset);
  for (const auto& token : source.tokens()) {
    if (token.kind == PyKind::string) add_fields(source.text(token), token.offset, name, spots);
  }
  return spots;
}

std::set<std::string, std::less<>> names_at_top(const PythonSource& source) {
  std::set<std::string, std::less<>> names;
  for (auto& name : defined_names(source)) names.insert(std::move(name));
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) names.emplace(name.bound());
  }
  return names;
}

bool binds_at_top(const PythonSource& source, std::string_view name) { return names_at_top(source).contains(name); }

}  // namespace regreen
