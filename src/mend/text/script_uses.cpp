#include "mend/text/script_uses.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

char byte_before(std::string_view code, std::size_t at) {
  const auto end = end_of_code_before(code, at);
  return end == 0 ? '\0' : code[end - 1];
}

std::size_t next_code(std::string_view code, std::size_t at) {
  return std::min(code.find_first_not_of(" \t\r\n", at), code.size());
}

char byte_behind(std::string_view code, std::size_t at) {
  const auto next = next_code(code, at);
  return next == code.size() ? '\0' : code[next];
}

// `= 1`, not `==` or `=>`
bool has_default(std::string_view code, std::size_t at) {
  const auto rest = code.substr(next_code(code, at));
  return rest.starts_with("=") && !rest.starts_with("==") && !rest.starts_with("=>");
}

// "import ", "export type " before the braces
std::string_view head_of_braces(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  return open == npos || code[open] != '{' ? std::string_view() : trim(head_before(code, open));
}

// `= load(…)`, `(load(…))`, `return load(…)`: no method of the name, which has a block or a type behind it.
bool is_plain_call(std::string_view code, std::size_t at, std::size_t length) {
  static constexpr auto words =
      std::to_array<std::string_view>({"return", "await", "of", "in", "case", "void", "yield"});
  const auto open = next_code(code, at + length);
  if (open >= code.size() || code[open] != '(') return false;
  const auto close = closing_bracket(code, open);
  if (close == npos) return false;
  const auto end = end_of_code_before(code, at);
  const bool is_value = (end > 0 && contains("=([!&|+-*/%<>", code.substr(end - 1, 1))) ||
                        code.substr(0, end).ends_with("${") || is_among(word_before(code, end), words);
  const char behind = byte_behind(code, close + 1);
  return is_value && behind != '{' && behind != ':' && !code.substr(next_code(code, close + 1)).starts_with("=>");
}

}  // namespace

bool is_shorthand(std::string_view file, std::string_view code, std::size_t at, std::size_t length) {
  const char before = byte_before(code, at), behind = byte_behind(code, at + length);
  if (before != '{' && before != ',') return false;
  if (behind != ',' && behind != '}' && !has_default(code, at + length)) return false;
  const auto open = bracket_around(code, at);
  if (open == npos || code[open] != '{' || is_in_import(code, at)) return false;
  const auto end = end_of_code_before(code, open);
  if (is_script_file(file)) return end == 0 || code[end - 1] != '$';
  const auto type = word_before(code, end);
  const auto word = word_before(code, end_of_code_before(code, end - type.size()));
  return !type.empty() && type[0] >= 'A' && type[0] <= 'Z' && !code.substr(0, end - type.size()).ends_with("-> ") &&
         word != "for" && word != "impl" && word != "struct" && word != "enum";
}

bool is_in_import(std::string_view code, std::size_t at) {
  const auto head = head_of_braces(code, at);
  const auto last = word_before(head, head.size());
  if (last == "import" || last == "export") return true;
  const bool goes_on = last == "type" || head.ends_with(",");
  return goes_on && (head.starts_with("import") || head.starts_with("export"));
}

std::vector<Edit> follow_import(std::string_view code, std::size_t at, const std::string& name,
                                const std::string& today) {
  const auto uses = words_in(code, name);
  const bool has_alias = word_at(code, next_code(code, at + name.size())) == "as";
  const bool is_called = words_in(code, today).empty() && uses.size() > 1 && std::ranges::all_of(uses, [&](auto use) {
                           return use == at || is_plain_call(code, use, name.size());
                         });
  if (has_alias) return {{at, name.size(), today}};
  if (!is_called || head_of_braces(code, at).starts_with("export")) return {{at, name.size(), today + " as " + name}};
  std::vector<Edit> edits;
  for (const auto use : uses) edits.push_back({use, name.size(), today});
  return edits;
}

}  // namespace regreen
