#include "mend/c/code/statements.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Lines of the preprocessor end no statement and begin none.
void blank_directives(std::string_view text, std::string& code) {
  const Lines lines(text);
  bool goes_on = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto content = lines.line(number);
    if (goes_on || trim(content).starts_with('#')) {
      goes_on = content.ends_with('\\');
      std::fill_n(code.begin() + static_cast<std::ptrdiff_t>(lines.begin(number)), content.size(), ' ');
    }
  }
}

}  // namespace

CStatements::CStatements(std::string_view text) : code_(code_only(text, Speech::c)) { blank_directives(text, code_); }

std::string_view CStatements::code(CodeRange range) const {
  return std::string_view(code_).substr(range.begin, range.end - range.begin);
}

std::optional<CodeRange> CStatements::statement_at(std::size_t at) const {
  std::size_t begin = at;
  while (begin > 0 && !contains(";{}(", code_.substr(begin - 1, 1))) --begin;
  if (begin > 0 && code_[begin - 1] == '(') return std::nullopt;
  begin = code_.find_first_not_of(" \t\r\n", begin);
  const auto end = end_of_statement(at);
  if (begin == npos || !end) return std::nullopt;
  return CodeRange{begin, *end};
}

std::optional<std::size_t> CStatements::end_of_statement(std::size_t at) const {
  for (; at < code_.size() && code_[at] != ';'; ++at) {
    if (contains(")]}", code_.substr(at, 1))) return std::nullopt;
    if (contains("([{", code_.substr(at, 1))) at = closing_bracket(code_, at);
    if (at == npos) return std::nullopt;
  }
  if (at >= code_.size()) return std::nullopt;
  return at + 1;
}

CodeRange CStatements::block_around(std::size_t at) const {
  std::size_t depth = 0, begin = 0;
  for (std::size_t i = at; i-- > 0;) {
    if (code_[i] == '}') ++depth;
    if (code_[i] == '{' && depth-- == 0) {
      begin = i;
      const auto end = closing_bracket(code_, begin);
      return {begin, end == npos ? code_.size() : end};
    }
  }
  return {0, code_.size()};
}

std::vector<std::size_t> CStatements::commas_in(CodeRange range) const {
  std::vector<std::size_t> commas;
  std::size_t angle = 0;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    if (contains("([{", code_.substr(at, 1))) at = std::min(closing_bracket(code_, at), range.end);
    if (at >= range.end) break;
    if (code_[at] == '<') ++angle;
    if (code_[at] == '>' && angle > 0) --angle;
    if (code_[at] == ',' && angle == 0) commas.push_back(at);
  }
  return commas;
}

bool CStatements::is_assignment(CodeRange statement, std::string_view name) const {
  const auto rest = trim(code({statement.begin + name.size(), statement.end - 1}));
  if (rest == "++" || rest == "--") return true;
  const auto sign = rest.find('=');
  return sign != npos && sign <= 3 && rest.substr(sign, 2) != "==" && rest.find_first_not_of("+-*/%&|^<>=") >= sign;
}

CodeRange CStatements::value_in(CodeRange range) const {
  std::size_t at = range.begin;
  while (at < range.end && code_[at] != '=') {
    if (contains("([{", code_.substr(at, 1))) {
      const auto close = closing_bracket(code_, at);
      if (close == npos || close >= range.end) break;
      if (code_[at] != '[') return {at + 1, close};  // `T name(value)`, `T name{value}`
      at = close;
    }
    ++at;
  }
  if (at >= range.end || code_[at] != '=') return {range.end, range.end};
  const auto begin = code_.find_first_not_of(" \t\r\n", at + 1);
  return {std::min(begin, range.end), range.end};
}

std::size_t CStatements::opening_round(std::size_t at) const {
  std::size_t depth = 0;
  while (at-- > 0) {
    if (code_[at] == ')') ++depth;
    if (code_[at] == '(' && depth-- == 0) return at;
    if (code_[at] == ';' || code_[at] == '}') return npos;
  }
  return npos;
}

std::optional<CodeRange> CStatements::static_function_at(std::size_t at, std::string_view name) const {
  std::size_t begin = at;
  while (begin > 0 && !contains(";{}", code_.substr(begin - 1, 1))) --begin;
  begin = code_.find_first_not_of(" \t\r\n", begin);
  if (begin == npos || begin >= at || !contains(code({begin, at}), "static")) return std::nullopt;
  const auto open = code_.find_first_not_of(" \t\r\n", at + name.size());
  if (open == npos || code_[open] != '(') return std::nullopt;
  const auto close = closing_bracket(code_, open);
  const auto body = close == npos ? npos : code_.find_first_of("{;", close);
  if (body == npos) return std::nullopt;
  if (code_[body] == ';') return CodeRange{begin, body + 1};
  const auto end = closing_bracket(code_, body);
  if (end == npos) return std::nullopt;
  return CodeRange{begin, end + 1};
}

bool does_something(std::string_view expression) {
  static constexpr std::array<std::string_view, 8> harmless = {"sizeof", "alignof", "_Alignof", "decltype",
                                                               "typeof", "return",  "offsetof", "noexcept"};
  for (const auto* mark : {"++", "--", "<<=", ">>=", "co_await", "new ", "throw"}) {
    if (contains(expression, mark)) return true;
  }
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char before = at == 0 ? ' ' : expression[at - 1];
    if (expression[at] == '=' && !contains("=!<>", {&before, 1}) && expression.substr(at + 1, 1) != "=") return true;
    if (expression[at] != '(') continue;
    std::size_t end = end_of_code_before(expression, at);
    if (end == 0) continue;
    if (expression[end - 1] == ')' || expression[end - 1] == ']' || expression[end - 1] == '>') return true;
    std::size_t begin = end;
    while (begin > 0 && is_word_byte(expression[begin - 1])) --begin;
    if (begin < end && !is_among(expression.substr(begin, end - begin), harmless)) return true;
  }
  return false;
}

}  // namespace regreen
