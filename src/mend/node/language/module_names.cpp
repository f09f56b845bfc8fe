#include "mend/node/language/module_names.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "a", "type a", "a as b", "a: b", "a = 1" → "a"; "" for what takes all the others.
std::string name_of_item(std::string_view item) {
  if (item.starts_with("type ")) item = trim(item.substr(5));
  return std::string(word_at(item, 0));
}

// Names of the list that ends at `close`; false where one of them is not plain.
bool add_listed(std::string_view code, std::size_t close, std::vector<std::string>& names) {
  const auto open = bracket_around(code, close);
  if (open == npos || code[open] != '{') return false;
  for (const auto item : items_of(code.substr(open + 1, close - open - 1), Speech::javascript)) {
    if (item.empty()) continue;
    names.push_back(name_of_item(item));
    if (!is_identifier(names.back())) return false;
  }
  return true;
}

// Every use of the whole module is that of a member.
bool add_members(std::string_view code, std::string_view whole, std::size_t binding, std::vector<std::string>& names) {
  for (const auto at : words_in(code, whole)) {
    if (at == binding) continue;
    const auto end = at + whole.size();
    if (code.substr(end, 1) != "." || code.substr(0, at).ends_with('.')) return false;
    names.emplace_back(word_at(code, end + 1));
    if (!is_identifier(names.back())) return false;
  }
  return true;
}

// What stands before the quoted name: `import … from `, `const … = require(`. The offset behind what it binds; npos for other forms.
std::size_t end_of_binding(std::string_view code, std::size_t quote) {
  auto end = end_of_code_before(code, quote);
  const bool is_call = end > 0 && code[end - 1] == '(';
  if (is_call) end = end_of_code_before(code, end - 1);
  const std::string_view word = is_call ? "require" : "from";
  if (word_before(code, end) != word) return npos;
  end = end_of_code_before(code, end - word.size());
  if (!is_call) return end;
  return end > 0 && code[end - 1] == '=' ? end_of_code_before(code, end - 1) : npos;
}

bool add_asked(std::string_view code, std::size_t quote, std::vector<std::string>& names) {
  const auto end = end_of_binding(code, quote);
  if (end == npos || end == 0) return false;
  if (code[end - 1] == '}') return add_listed(code, end - 1, names);
  const auto whole = word_before(code, end);
  if (!is_identifier(whole)) return false;
  const auto front = end_of_code_before(code, end - whole.size());
  const auto head = word_before(code, front);
  const bool is_required = head == "const" || head == "let" || head == "var";
  const bool is_imported = head == "as" && code.substr(0, end_of_code_before(code, front - 2)).ends_with('*');
  return (is_required || is_imported) && add_members(code, whole, end - whole.size(), names);
}

}  // namespace

std::optional<std::vector<std::string>> names_asked_of(std::string_view text, std::string_view module) {
  std::vector<std::string> names;
  if (!contains(text, module)) return names;
  const auto code = code_only(text, Speech::javascript);
  for (const char quote : {'\'', '"', '`'}) {
    const auto quoted = quote + std::string(module) + quote;
    for (auto at = text.find(quoted); at != npos; at = text.find(quoted, at + 1)) {
      if (code[at] != quote) continue;  // in a comment or another text
      if (!add_asked(code, at, names)) return std::nullopt;
    }
  }
  return names;
}

}  // namespace regreen
