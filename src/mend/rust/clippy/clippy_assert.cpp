// A truth compared with a literal: an older Clippy proposes `assert!(..)`.

#include "base/text.h"
#include "mend/rust/clippy/clippy_edits.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

// Does `!` in front speak of all of it? `a.is(b)`, `Row::of(&x)`; not `a == b`.
bool is_one_term(std::string_view code) {
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (contains("([", code.substr(at, 1))) {
      at = closing_bracket(code, at);
      if (at == npos) return false;
    } else if (!is_word_byte(code[at]) && !contains(".:", code.substr(at, 1))) {
      return false;
    }
  }
  return !code.empty();
}

std::string negated(std::string_view value) {
  return is_one_term(value) ? "!" + std::string(value) : "!(" + std::string(value) + ")";
}

}  // namespace

std::vector<Edit> asserted(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  if (!at) return {};
  const auto& code = source.code;
  const auto name = word_at(code, *at);
  const auto open = *at + name.size() + 1;
  const bool is_equal = name.ends_with("assert_eq");
  if ((!is_equal && !name.ends_with("assert_ne")) || code.substr(open - 1, 2) != "!(") return {};
  const auto close = closing_bracket(code, open);
  if (close == npos) return {};
  const auto items = items_of(std::string_view(code).substr(open + 1, close - open - 1), Speech::rust);
  if (items.size() < 2) return {};
  const auto is_literal = [](auto item) { return item == "true" || item == "false"; };
  const std::size_t literal = is_literal(items[1]) ? 1 : 0;
  if (!is_literal(items[literal]) || is_literal(items[1 - literal])) return {};
  const auto offset = [&](std::size_t item) { return offset_in(code, items[item]); };
  const auto value = std::string_view(source.text).substr(offset(1 - literal), items[1 - literal].size());
  const bool is_true = (items[literal] == "true") == is_equal;
  const auto end = offset(1) + items[1].size();
  if (code.substr(open, end - open) != source.text.substr(open, end - open) &&
      contains(source.text.substr(open, end - open), "//"))
    return {};
  const std::string macro = name.starts_with("debug_") ? "debug_assert!" : "assert!";
  return {{*at, open - *at, macro}, {open + 1, end - open - 1, is_true ? std::string(value) : negated(value)}};
}

}  // namespace regreen
