#include "mend/python/language/source.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::array<std::string_view, 35> keywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

// r, b, u, f, t in any case and order, at most two of them, before a quote.
std::size_t string_prefix(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  while (length < 2 && at + length < text.size() && contains("rRbBuUfFtT", text.substr(at + length, 1))) ++length;
  const char next = at + length < text.size() ? text[at + length] : ' ';
  return next == '"' || next == '\'' ? length : std::string_view::npos;
}

struct StringEnd {
  std::size_t at;
  bool closed;
};

StringEnd end_of_string(std::string_view text, std::size_t quote_at) {
  const char quote = text[quote_at];
  const std::string triple(3, quote);
  const bool is_long = text.substr(quote_at, 3) == triple;
  std::size_t i = quote_at + (is_long ? 3 : 1);
  while (i < text.size()) {
    if (text[i] == '\\') {
      const bool crlf = text.substr(i + 1, 2) == "\r\n";
      i += crlf ? 3 : 2;
    } else if (is_long && text.substr(i, 3) == triple) {
      return {i + 3, true};
    } else if (!is_long && text[i] == quote) {
      return {i + 1, true};
    } else if (!is_long && text[i] == '\n') {
      return {i, false};
    } else {
      ++i;
    }
  }
  return {text.size(), false};
}

constexpr std::array<std::string_view, 24> long_operators = {
    "**=", "//=", ">>=", "<<=", "...", "!=", "==", "<=", ">=", "<>", "->", ":=",
    "+=",  "-=",  "*=",  "/=",  "%=",  "&=", "|=", "^=", "@=", "**", "//", ">>"};

std::size_t operator_length(std::string_view rest) {
  for (const auto op : long_operators) {
    if (rest.starts_with(op)) return op.size();
  }
  return rest.starts_with("<<") ? 2 : 1;
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  const bool is_hex = text.substr(at, 2) == "0x" || text.substr(at, 2) == "0X";
  while (at < text.size()) {
    const bool exponent = !is_hex && (text[at] == 'e' || text[at] == 'E') && at + 1 < text.size() &&
                          (text[at + 1] == '+' || text[at + 1] == '-');
    if (exponent)
      ++at;
    else if (!is_name_part(text[at]) && text[at] != '.')
      break;
    ++at;
  }
  return at;
}

}  // namespace

PythonSource::PythonSource(std::string_view text) : text_(text) {
  read_tokens();
  read_statements();
}

void PythonSource::open_or_close(char bracket) {
  if (contains("([{", std::string_view(&bracket, 1))) {
    open_.push_back(tokens_.size());
  } else if (contains(")]}", std::string_view(&bracket, 1))) {
    const char opening = bracket == ')' ? '(' : bracket == ']' ? '[' : '{';
    if (open_.empty() || text_[tokens_[open_.back()].offset] != opening) balanced_ = false;
    if (open_.empty()) return;
    tokens_[open_.back()].close = tokens_.size();
    open_.pop_back();
  }
}

std::size_t PythonSource::read_token(std::size_t at) {
  const char c = text_[at];
  PyToken token{PyKind::op, at, 1, line_, open_.size()};
  if (c == '#') {
    auto end = std::min(text_.find('\n', at), text_.size());
    if (text_[end - 1] == '\r') --end;
    token = {PyKind::comment, at, end - at, line_, open_.size()};
  } else if (const auto prefix = string_prefix(text_, at); prefix != std::string_view::npos) {
    const auto end = end_of_string(text_, at + prefix);
    if (!end.closed) balanced_ = false;
    token = {PyKind::string, at, end.at - at, line_, open_.size()};
  } else if (is_name_start(c)) {
    std::size_t end = at;
    while (end < text_.size() && is_name_part(text_[end])) ++end;
    token = {PyKind::name, at, end - at, line_, open_.size()};
  } else if (is_digit(c) || (c == '.' && at + 1 < text_.size() && is_digit(text_[at + 1]))) {
    token = {PyKind::number, at, end_of_number(text_, at) - at, line_, open_.size()};
  } else {
    token.length = operator_length(text_.substr(at));
    const bool opens = contains("([{", text_.substr(at, 1));
    open_or_close(c);
    token.depth = opens ? open_.size() : open_.size() + (contains(")]}", text_.substr(at, 1)) ? 1 : 0);
  }
  tokens_.push_back(token);
  return at + token.length;
}

void PythonSource::read_tokens() {
  std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text_.size()) {
    const char c = text_[at];
    if (c == '\n') {
      if (open_.empty()) tokens_.push_back({PyKind::line_end, at, 1, line_, 0});
      ++line_;
      ++at;
    } else if (c == '\\' && (text_.substr(at + 1, 1) == "\n" || text_.substr(at + 1, 2) == "\r\n")) {
      ++line_;
      at += text_[at + 1] == '\n' ? 2 : 3;
    } else if (contains(" \t\r\f", std::string_view(&c, 1))) {
      ++at;
    } else {
      const auto end = read_token(at);
      line_ += std::ranges::count(text_.substr(at, end - at), '\n');
      at = end;
    }
  }
  if (!open_.empty()) balanced_ = false;
}

void PythonSource::read_statements() {
  for (std::size_t i = 0; i < tokens_.size();) {
    if (tokens_[i].kind == PyKind::line_end || tokens_[i].kind == PyKind::comment) {
      ++i;
      continue;
    }
    PyStatement one;
    one.first = i;
    while (i < tokens_.size() && tokens_[i].kind != PyKind::line_end) ++i;
    one.last = i;
    while (tokens_[one.last - 1].kind == PyKind::comment) --one.last;
    const auto& first = tokens_[one.first];
    const auto& last = tokens_[one.last - 1];
    const auto line_start = first.offset == 0 ? std::string_view::npos : text_.rfind('\n', first.offset - 1);
    one.begin = line_start == std::string_view::npos ? 0 : line_start + 1;
    one.end = i < tokens_.size() ? tokens_[i].offset + 1 : text_.size();
    one.indent = indent_columns(text_.substr(one.begin, first.offset - one.begin));
    one.line = first.line;
    one.last_line = last.line + std::ranges::count(text(last), '\n');
    statements_.push_back(one);
  }
}

std::string_view PythonSource::text(std::size_t token) const {
  return token < tokens_.size() ? text(tokens_[token]) : std::string_view();
}

bool PythonSource::is(std::size_t token, std::string_view word) const {
  return token < tokens_.size() && tokens_[token].kind != PyKind::string && text(tokens_[token]) == word;
}

bool PythonSource::is_name(std::size_t token) const {
  return token < tokens_.size() && tokens_[token].kind == PyKind::name && !is_python_keyword(text(tokens_[token]));
}

std::optional<std::size_t> PythonSource::closing(std::size_t token) const {
  if (token >= tokens_.size() || tokens_[token].close == 0) return std::nullopt;
  return tokens_[token].close;
}

const PyStatement* PythonSource::statement_at(std::size_t line) const {
  for (const auto& one : statements_) {
    if (one.line <= line && line <= one.last_line) return &one;
  }
  return nullptr;
}

bool PythonSource::is_attribute(std::size_t token, std::string_view module, std::string_view name) const {
  return is(token, module) && is(token + 1, ".") && is(token + 2, name) && !(token > 0 && is(token - 1, "."));
}

bool is_python_keyword(std::string_view word) { return is_among(word, keywords); }

bool is_python_name(std::string_view text) {
  if (text.empty() || is_digit(text[0]) || is_python_keyword(text)) return false;
  return std::ranges::all_of(text, [](char c) { return is_name_part(c) && static_cast<unsigned char>(c) < 0x80; });
}

bool is_module_name(std::string_view text) {
  return std::ranges::all_of(split(text, '.'), [](auto part) { return is_python_name(part); });
}

std::string_view top_of(std::string_view name) { return name.substr(0, name.find('.')); }

std::string_view parent_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
}
std::string_view leaf_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

bool is_in(std::string_view name, std::string_view module) {
  return name == module || (name.starts_with(module) && name.size() > module.size() && name[module.size()] == '.');
}

std::size_t indent_columns(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ')
      ++columns;
    else if (c == '\t')
      columns = (columns / 8 + 1) * 8;
    else
      break;
  }
  return columns;
}

}  // namespace regreen
