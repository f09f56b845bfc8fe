// Parentheses that -Wparentheses, -Wlogical-op-parentheses and -Wbitwise-op-parentheses ask for. The operands of the weaker
// operator, `||` or `|`, on the level of brackets that the caret names are looked at in turn; each one in which the
// stronger operator stands is put in parentheses. `a && b || c && d` is mended as a whole, though gcc marks only one half.

#include "mend/c/code/parentheses.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A message, the weaker operator that it is about, the stronger ones, and those that an operand must not have.
struct Asked {
  std::string_view message;
  std::string_view weak;
  std::vector<std::string_view> strong;
  std::vector<std::string_view> doubtful;
};

const Asked* asked_for(std::string_view said) {
  static const std::vector<std::string_view> comparing = {"==", "!=", "<", ">", "<=", ">=", "^", "<<", ">>"};
  static const std::array all = {
      Asked{"suggest parentheses around ‘&&’ within ‘||’", "||", {"&&"}, {}},
      Asked{"suggest parentheses around '&&' within '||'", "||", {"&&"}, {}},
      Asked{"'&&' within '||'", "||", {"&&"}, {}},
      Asked{"suggest parentheses around arithmetic in operand of ‘|’", "|", {"&", "+", "-"}, comparing},
      Asked{"suggest parentheses around arithmetic in operand of '|'", "|", {"&", "+", "-"}, comparing},
      Asked{"'&' within '|'", "|", {"&"}, comparing},
  };
  const auto found = std::ranges::find_if(all, [&](const Asked& one) { return contains(said, one.message); });
  return found == all.end() ? nullptr : &*found;
}

// The operator that begins at `at`, the longest that there is; "" where none does.
std::string_view operator_at(std::string_view code, std::size_t at) {
  static constexpr auto all = std::to_array<std::string_view>(
      {"<<=", ">>=", "<=>", "->*", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=",
       "|=",  "^=",  "++",  "--",  "->", "::", "?",  ":",  "=",  "<",  ">",  "&",  "|",  "^",  "+",  "-",  ",",  ";"});
  const auto found = std::ranges::find_if(all, [&](auto one) { return code.substr(at).starts_with(one); });
  return found == all.end() ? "" : *found;
}

// Ends an expression: weaker than `||`, or no operator of it at all.
bool is_end(std::string_view sign, std::string_view weak) {
  static constexpr auto ends = std::to_array<std::string_view>(
      {"?", ":", "=", ",", ";", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="});
  return is_among(sign, ends) || (weak == "|" && (sign == "&&" || sign == "||"));
}

/// An operator between two operands, on one level of brackets.
struct Sign {
  std::size_t at = 0;
  std::string_view text;
};

/// A level of brackets: the code between two of them, and the operators on it.
struct Level {
  std::size_t begin = 0, end = 0;
  std::vector<Sign> signs;
};

std::optional<Level> level_of(std::string_view code, std::size_t caret) {
  const auto open = bracket_around(code, caret);
  const auto close = open == npos ? code.size() : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  Level level{open == npos ? 0 : open + 1, close, {}};
  for (auto at = level.begin; at < close;) {
    if (contains("([{", code.substr(at, 1))) {
      const auto inner = closing_bracket(code, at);
      if (inner == npos) return std::nullopt;
      const auto next = code.find_first_not_of(" \t\r\n", inner + 1);
      const bool ends =
          code[at] == '{' && next != npos && (is_word_byte(code[next]) || contains("(*{}!~#", code.substr(next, 1)));
      at = inner + 1;
      if (ends) level.signs.push_back({inner, ";"});  // a block, and behind it another statement
      continue;
    }
    const auto sign = operator_at(code, at);
    if (!sign.empty()) level.signs.push_back({at, sign});
    at += std::max<std::size_t>(sign.size(), 1);
  }
  return level;
}

/// What stands between two weak operators, or one and an end of the expression.
struct Operand {
  std::size_t begin = 0, end = 0;
  std::vector<std::string_view> signs;
};

std::vector<Operand> operands_of(const Level& level, std::size_t caret, std::string_view weak) {
  std::vector<Operand> operands = {{level.begin, level.end, {}}};
  for (const auto& sign : level.signs) {
    if (is_end(sign.text, weak)) {
      if (sign.at > caret) {
        operands.back().end = sign.at;
        break;
      }
      operands = {{sign.at + sign.text.size(), level.end, {}}};
    } else if (sign.text == weak) {
      operands.back().end = sign.at;
      operands.push_back({sign.at + weak.size(), level.end, {}});
    } else {
      operands.back().signs.push_back(sign.text);
    }
  }
  return operands;
}

// Moves both ends of an operand to its code, and the front behind `return` or what else begins a statement.
void trim_operand(std::string_view code, Operand& operand) {
  const auto inside = code.substr(operand.begin, operand.end - operand.begin);
  std::size_t front = 0;
  for (const std::string_view word : {"return", "co_return", "co_yield", "throw", "case"}) {
    const auto found = words_in(inside, word);
    if (!found.empty()) front = std::max(front, found.back() + word.size());
  }
  operand.begin += front;
  while (operand.begin < operand.end && contains(" \t\r\n", code.substr(operand.begin, 1))) ++operand.begin;
  operand.end = std::max(operand.begin, end_of_code_before(code, operand.end));
}

// A line of the preprocessor, a template's brackets, a block or a statement without braces: where it begins is not certain.
bool is_doubtful(std::string_view inside) {
  static constexpr auto marks = std::to_array<std::string_view>({"#", ">::", ">(", "{"});
  static constexpr auto words = std::to_array<std::string_view>({"if", "while", "for", "switch", "do", "else"});
  return inside.empty() || std::ranges::any_of(marks, [&](auto mark) { return contains(inside, mark); }) ||
         std::ranges::any_of(words, [&](auto word) { return !words_in(inside, word).empty(); });
}

bool has_any(const std::vector<std::string_view>& signs, const std::vector<std::string_view>& of) {
  return std::ranges::any_of(signs, [&](auto sign) { return is_among(sign, of); });
}

// Where the caret stands, if it is below one of the stronger operators.
std::optional<std::size_t> caret_of(std::string_view text, std::string_view code, const TreePlace& place,
                                    const Asked& asked) {
  const auto plain = offset_of(text, place.line, place.column);
  for (const auto sign : asked.strong) {
    const auto exact = offset_of(text, place.line, place.column, sign);
    for (const auto& at : {exact, plain}) {
      if (at && operator_at(code, *at) == sign) return at;
    }
  }
  return std::nullopt;
}

}  // namespace

std::set<Span> parentheses_asked_for(std::string_view text, std::string_view said, const TreePlace& place) {
  const auto* asked = asked_for(said);
  if (asked == nullptr) return {};
  const auto code = code_only(text, Speech::c);
  const auto caret = caret_of(text, code, place, *asked);
  const auto level = caret ? level_of(code, *caret) : std::nullopt;
  if (!level) return {};
  auto operands = operands_of(*level, *caret, asked->weak);
  std::set<Span> spans;
  for (auto& operand : operands) {
    trim_operand(code, operand);
    const auto inside = std::string_view(code).substr(operand.begin, operand.end - operand.begin);
    if (is_doubtful(inside)) return {};
    if (!has_any(operand.signs, asked->strong)) continue;
    if (has_any(operand.signs, asked->doubtful)) return {};
    spans.insert({operand.begin, operand.end});
  }
  return operands.size() > 1 ? spans : std::set<Span>{};
}

}  // namespace regreen
