// Text that is made only to be appended to another one.

#include "base/text.h"
#include "mend/rust/clippy/clippy_edits.h"
#include "mend/rust/modules/use.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

/// `out.push_str(&format!(…))`, `out += &format!(…)`
struct Appended {
  std::string to;
  std::size_t open = 0, close = 0;  ///< the brackets of format!
  std::size_t begin = 0, end = 0;
};

bool is_place(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_word_byte(c) || c == '.'; });
}

std::optional<Appended> appended_at(const RustText& source, std::size_t at) {
  const auto& code = source.code;
  const auto macro = code.find("&format!", at);
  if (macro == npos) return std::nullopt;
  Appended one;
  one.begin = at;
  one.open = macro + 8;
  one.close = one.open < code.size() && code[one.open] == '(' ? closing_bracket(code, one.open) : npos;
  if (one.close == npos) return std::nullopt;
  auto head = trim(std::string_view(code).substr(at, macro - at));
  const bool is_sum = head.ends_with("+=");
  if (!is_sum && !head.ends_with(".push_str(")) return std::nullopt;
  one.end = is_sum ? one.close + 1 : code.find(')', one.close + 1) + 1;
  head = trim(head.substr(0, head.size() - (is_sum ? 2 : 10)));
  if (is_sum && head.starts_with('*')) head = trim(head.substr(1));
  const auto rest = is_sum ? "" : trim(std::string_view(code).substr(one.close + 1, one.end - one.close - 2));
  if (one.end == 0 || !is_place(head) || (!rest.empty() && rest != ",")) return std::nullopt;
  one.to = head;
  return one;
}

// A line's end at the end of the first argument is what writeln! is for.
std::string written(const RustText& source, const Appended& one) {
  const auto inside = std::string_view(source.text).substr(one.open + 1, one.close - one.open - 1);
  const auto blank = std::string_view(source.code).substr(one.open + 1, one.close - one.open - 1);
  const auto quote = inside.find_first_not_of(" \t\r\n");
  const auto close = quote == npos || inside[quote] != '"' ? npos : blank.find('"', quote + 1);
  const bool is_line =
      close != npos && inside.substr(0, close).ends_with("\\n") && !inside.substr(0, close).ends_with("\\\\n");
  const auto lead = inside.substr(0, std::min(quote, inside.size()));
  const std::string gap = contains(lead, "\n") ? std::string(lead) : "";
  const std::string front = "(" + (gap.empty() ? one.to + ", " : gap + one.to + "," + gap);
  if (quote == npos) return "";
  if (!is_line) return "write!" + front + std::string(inside.substr(quote)) + ")";
  const bool is_empty = close == quote + 3;
  const auto tail = inside.substr(close + 1);
  if (is_empty) return trim(tail).empty() ? "writeln!(" + one.to + ")" : "";
  return "writeln!" + front + std::string(inside.substr(quote, close - 2 - quote)) + "\"" + std::string(tail) + ")";
}

// `use std::fmt::Write;`, `use std::fmt::{self, Write as _};`
bool imports_write(const std::string& code) {
  return std::ranges::any_of(words_in(code, "Write"), [&](std::size_t at) {
    const auto import = rust_import_at(code, at);
    const auto fmt = import ? import->path.rfind("fmt::", import->path.find("Write")) : npos;
    if (fmt == npos) return false;
    const auto inside = std::string_view(import->path).substr(fmt + 5);
    return inside.starts_with("Write") || (inside.starts_with('{') && inside.find("Write") < inside.find('}'));
  });
}

}  // namespace

std::vector<Edit> written_in_place(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  const auto one = at ? appended_at(source, *at) : std::nullopt;
  if (!one) return {};
  const auto root = one->to.substr(0, one->to.find('.'));
  const auto made = written(source, *one);
  const auto arguments = source.text.substr(one->open, one->close - one->open);
  const auto owner = root == "self" ? one->to.substr(one->to.rfind('.') + 1) : root;
  if (made.empty() || !words_in(arguments, owner).empty()) return {};  // it cannot be read while it is written
  const auto before = end_of_code_before(source.code, one->begin);
  const auto next = source.code.find_first_not_of(" \t\r\n", one->end);
  const auto last = before == 0 ? '{' : source.code[before - 1];
  const bool is_statement = contains(";{}", std::string(1, last));
  const bool is_value = last == '|' || (last == '>' && before > 1 && source.code[before - 2] == '=');
  if (!is_statement && !is_value) return {};
  const bool has_end = next != npos && source.code[next] == ';';
  const auto statement = "let _ = " + made + (is_statement && has_end ? "" : ";");
  std::vector<Edit> edits = {{one->begin, one->end - one->begin, is_statement ? statement : "{ " + statement + " }"}};
  if (imports_write(source.code)) return edits;
  const std::string root_crate = contains(source.code, "#![no_std]") ? "core" : "std";
  const auto import = add_use(source.text, root_crate + "::fmt::Write as _", 1);
  if (!import) return edits;
  edits.push_back(*import);
  return edits;
}

}  // namespace regreen
