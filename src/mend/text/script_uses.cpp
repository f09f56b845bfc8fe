#include "mend/text/script_uses.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

char byte_before(std::string_view code, std::size_t at) {
  const auto end = end_of_code_before(code, at);
  return end == 0 ? '\0' : code[end - 1];
}

char byte_behind(std::string_view code, std::size_t at) {
  const auto next = code.find_first_not_of(" \t\r\n", at);
  return next == npos ? '\0' : code[next];
}

bool assigns(std::string_view code, std::size_t at) {
  const auto next = code.find_first_not_of(" \t\r\n", at);
  return next != npos && code[next] == '=' && !code.substr(next + 1).starts_with("=") &&
         !code.substr(next + 1).starts_with(">");
}

bool is_shorthand(std::string_view code, std::size_t at, std::size_t length) {
  const char before = byte_before(code, at), behind = byte_behind(code, at + length);
  if (before != '{' && before != ',') return false;
  if (behind != ',' && behind != '}' && !assigns(code, at + length)) return false;
  const auto open = bracket_around(code, at);
  return open != npos && code[open] == '{' && !is_in_import(code, at);
}

// "import ", "export type " before the braces
std::string_view head_of_braces(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  return open == npos || code[open] != '{' ? std::string_view() : trim(head_before(code, open));
}

bool is_use(std::string_view code, std::size_t at, std::size_t length) {
  const char before = byte_before(code, at), behind = byte_behind(code, at + length);
  const bool is_spread =
      before == '.' && end_of_code_before(code, at) >= 3 && code.substr(end_of_code_before(code, at) - 3, 3) == "...";
  const bool is_key = behind == ':' && (before == '{' || before == ',');
  return (before != '.' || is_spread) && !is_key;
}

}  // namespace

Edit follow_shorthand(std::string_view code, std::size_t at, const std::string& name, const std::string& today,
                      NameOf of) {
  if (!is_shorthand(code, at, name.size())) return {at, name.size(), today};
  return {at, name.size(), of == NameOf::member ? today + ": " + name : name + ": " + today};
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
  const auto behind = code.find_first_not_of(" \t\r\n", at + name.size());
  const bool has_alias = behind != npos && word_at(code, behind) == "as";
  if (has_alias) return {{at, name.size(), today}};
  const bool is_handed_on = head_of_braces(code, at).starts_with("export");
  if (is_handed_on || !words_in(code, today).empty()) return {{at, name.size(), today + " as " + name}};
  std::vector<Edit> edits;
  for (const auto use : words_in(code, name)) {
    if (use == at) edits.push_back({use, name.size(), today});
    if (use != at && is_use(code, use, name.size()))
      edits.push_back(follow_shorthand(code, use, name, today, NameOf::own));
  }
  return edits;
}

}  // namespace regreen
