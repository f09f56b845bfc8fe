#include "mend/node/language/name_use.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// `x.NAME`, `{ NAME: 1 }`, `interface Row { NAME: string }`
bool is_member(std::string_view code, std::size_t at, std::string_view name) {
  const auto before = code.substr(0, end_of_code_before(code, at));
  if (before.ends_with('.')) return !before.ends_with("...");
  const auto rest = trim(code.substr(at + name.size(), 50));
  const auto open = bracket_around(code, at);
  if (open == npos || code[open] != '{' || !(rest.starts_with(':') || rest.starts_with("?:"))) return false;
  const bool begins_line = trim(line_before(code, at)).empty() && !before.ends_with('?');
  return begins_line || before.ends_with('{') || before.ends_with(',') || before.ends_with(';');
}

// `export { NAME };`, `export { NAME } from …`, `import { NAME } from …`, `const { NAME } = require(…)`
std::string_view list_keyword(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  if (open == npos || code[open] != '{') return "";
  const auto head = trim(head_before(code, open));
  const auto close = closing_bracket(code, open);
  const auto value = close == npos ? "" : trim(code.substr(close + 1, 60));
  if (value.starts_with("= require(") || value.starts_with("= await import(")) return "import";
  return head.starts_with("import") ? "import" : head == "export" || head == "export type" ? "export" : "";
}

}  // namespace

bool is_shorthand(std::string_view code, std::size_t at, std::string_view word) {
  const auto front = end_of_code_before(code, at);
  const auto next = code.find_first_not_of(" \t\r\n", at + word.size());
  const auto open = bracket_around(code, at);
  if (front == 0 || next == npos || open == npos || code[open] != '{') return false;
  const bool is_set = code[next] == '=' && !contains("=>", code.substr(next + 1, 1));
  return contains("{,", code.substr(front - 1, 1)) && (is_set || contains(",}", code.substr(next, 1)));
}

std::vector<Edit> named_otherwise(std::string_view code, std::string_view was, const std::string& name) {
  std::vector<Edit> edits;
  for (const auto at : words_in(code, was)) {
    if (is_member(code, at, was)) continue;
    const auto list = list_keyword(code, at);
    const auto now = list == "export"                              ? name + " as " + std::string(was)
                     : list.empty() && is_shorthand(code, at, was) ? std::string(was) + ": " + name
                                                                   : name;
    edits.push_back({at, was.size(), now});
  }
  return edits;
}

}  // namespace regreen
