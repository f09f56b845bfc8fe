#include "mend/c/code/joined_text.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What stands before a `+` is shorter, and a name is spoken of less often before it is declared.
constexpr std::size_t statement_max = 4'000, mentions_max = 50;

std::string_view front_of(std::string_view code, std::size_t at) { return trim(code.substr(0, at)); }

// The statement up to a byte; "" where it is longer than people write.
std::string_view statement_before(std::string_view code, std::size_t at) {
  const auto from = at - std::min(at, statement_max);
  const auto begin = code.substr(from, at - from).find_last_of(";{}");
  if (begin == npos) return from == 0 ? code.substr(0, at) : std::string_view();
  return code.substr(from + begin + 1, at - from - begin - 1);
}

// A code without what stands in brackets, and with no arrows in it.
std::string flat(std::string_view code) {
  std::string all;
  std::size_t depth = 0;
  for (const char byte : replace_all(std::string(code), "->", ".")) {
    const bool opens = byte == '(' || byte == '[', closes = byte == ')' || byte == ']';
    if (closes && depth > 0) --depth;
    if (depth == 0) all += byte;
    if (opens) ++depth;
  }
  return all;
}

// Nothing but texts and signs between them: no choice, no other value.
bool is_chain(std::string_view text) { return text.find_first_of("?,=<>&|!") == npos; }

// The type that ends a text: "const std::string&" → "std::string".
std::string_view type_at_end(std::string_view text) {
  text = trim(text);
  if (text.ends_with('&')) text = trim(text.substr(0, text.size() - 1));
  auto begin = text.size();
  while (begin > 0 && (is_word_byte(text[begin - 1]) || text[begin - 1] == ':')) --begin;
  return text.substr(begin);
}

bool is_string(std::string_view type) { return type == "std::string" || type == "string"; }

// Does a head belong to a statement in a function?
bool is_of_statement(std::string_view code, std::string_view head) {
  constexpr auto statements =
      std::to_array<std::string_view>({"if", "for", "while", "switch", "else", "do", "try", "catch"});
  const auto open = head.ends_with(')') ? bracket_around(code, offset_in(code, head) + head.size() - 1) : npos;
  const auto front = front_of(code, open == npos ? 0 : open);  // `for (;;)` begins before what looks as its head
  return is_among(head.substr(0, head.find_first_of(" (\n")), statements) ||
         is_among(word_before(front, front.size()), statements);
}

// The head of the function or lambda that a place stands in, blocks of statements left out; "" outside of all.
std::string_view head_of_function(std::string_view code, std::size_t at) {
  std::size_t depth = 0;
  for (auto i = at; i-- > 0;) {
    if (code[i] == '}') ++depth;
    if (code[i] != '{' || depth-- > 0) continue;
    depth = 0;
    const auto begin = code.substr(0, i).find_last_of(";{}") + 1;  // npos + 1 is the front
    const auto head = trim(code.substr(begin, i - begin));
    if (!head.empty() && !is_of_statement(code, head)) return head;
  }
  return "";
}

bool answers_string(std::string_view head) {
  if (const auto arrow = head.rfind("->"); arrow != npos) return is_string(trim(head.substr(arrow + 2)));
  const auto open = head.find('(');
  if (open == npos || closing_bracket(head, open) == npos) return false;
  const auto front = front_of(head, open);
  return is_string(type_at_end(front.substr(0, front.size() - type_at_end(front).size())));
}

// Is what opens at a place still open at the end, by the brackets that are asked for?
bool is_open(std::string_view code, std::size_t at, std::string_view opening, std::string_view closing) {
  std::size_t depth = 0;
  for (const char byte : code.substr(at)) {
    if (contains(opening, std::string_view(&byte, 1))) ++depth;
    if (contains(closing, std::string_view(&byte, 1)) && depth-- == 0) return false;
  }
  return true;
}

// The type by which a function declares a name before a place; "" where it does not, or more than that has to be known.
std::string_view type_of(std::string_view code, std::size_t at, std::string_view name) {
  constexpr auto keywords = std::to_array<std::string_view>({"return", "else", "do", "throw", "case"});
  const auto head = head_of_function(code, at);
  if (head.empty() || !is_identifier(name)) return "";
  const auto part = code.substr(offset_in(code, head), at - offset_in(code, head));
  const auto places = words_in(part, name);
  if (places.size() > mentions_max) return "";
  for (const auto place : std::views::reverse(places)) {
    const auto front = front_of(part, place);
    const bool is_declared =
        !front.empty() && (is_word_byte(front.back()) || contains(">&*", front.substr(front.size() - 1)));
    if (!is_declared || is_among(word_before(front, front.size()), keywords) || !is_open(part, place, "{", "}"))
      continue;
    return place < head.size() || is_open(part, place, "([{", "}])") ? type_at_end(front) : "";
  }
  return "";
}

// Does nothing stand before a statement but conditions and loops?
bool begins_statement(std::string_view front) {
  static const std::set<std::string> words = {"if", "constexpr", "else", "for", "while", "do"};
  const auto plain = flat(front);
  const bool is_plain = std::ranges::all_of(
      plain, [](char byte) { return is_word_byte(byte) || contains("() \t\r\n", std::string_view(&byte, 1)); });
  return is_plain && std::ranges::includes(words, words_of(plain));
}

// "std::cout << a", "if (x) out << a".
bool is_written(std::string_view code, std::string_view statement) {
  constexpr auto streams = std::to_array<std::string_view>({"std::cout", "std::cerr", "std::clog"});
  const auto plain = flat(statement);
  const auto shift = plain.find("<<");
  if (shift == npos || plain.find_first_of("?,=&|!>", shift) != npos) return false;
  const auto stream = type_at_end(std::string_view(plain).substr(0, shift));
  const auto type = type_of(code, offset_in(code, statement), stream);
  return is_among(stream, streams) || (type.starts_with("std::") && type.ends_with("stream"));
}

// "std::string x = a", "auto x = a", "x = a" of what is a string, "x += a".
bool is_assigned(std::string_view code, std::string_view statement) {
  const auto plain = flat(statement);
  const auto equal = plain.rfind('=');
  if (equal == npos || equal == 0 || !is_chain(std::string_view(plain).substr(equal + 1))) return false;
  if (plain[equal - 1] == '+') return true;  // no view grows
  const auto target = front_of(plain, equal);
  const auto name = word_before(target, target.size());
  const auto front = front_of(target, target.size() - name.size());
  const auto type = type_at_end(front);
  if (name.empty() || (!type.empty() && !begins_statement(front)))
    return !name.empty() && (is_string(type) || type == "auto");
  return begins_statement(front) && is_string(type_of(code, offset_in(code, statement), name));
}

bool is_answered(std::string_view code, std::string_view statement) {
  const auto plain = flat(statement);
  const auto places = words_in(plain, "return");
  return !places.empty() && is_chain(std::string_view(plain).substr(places.back())) &&
         answers_string(head_of_function(code, offset_in(code, statement)));
}

// The argument of a string's own function, of an error that is thrown, or of a function whose answer is not looked at.
bool is_argument(std::string_view code, std::string_view statement, std::size_t open, const ViewTakers& takers) {
  const auto inside = flat(statement.substr(open + 1));
  if (!is_chain(inside.substr(inside.rfind(',') + 1))) return false;  // npos + 1 is the front
  const auto before = front_of(statement, open);
  auto begin = before.size();
  while (begin > 0 && (is_word_byte(before[begin - 1]) || contains(":.>-", before.substr(begin - 1, 1)))) --begin;
  const auto callee = before.substr(begin), front = front_of(before, begin);
  const auto function = word_before(callee, callee.size());
  if (is_identifier(callee) && is_string(type_at_end(front))) return true;
  const auto at = offset_in(code, statement);
  const auto dot = callee.find('.');
  if (dot != npos && is_identifier(callee.substr(dot + 1)) && is_string(type_of(code, at, callee.substr(0, dot))))
    return true;
  if (word_before(front, front.size()) == "throw") return callee.starts_with("std::") || takers.has(function);
  const auto close = closing_bracket(code, at + open);
  const bool is_statement =
      close != npos && trim(code.substr(close + 1, 100)).starts_with(';') && begins_statement(front);
  return is_statement && takers.has(function);
}

}  // namespace

bool is_joined_text_safe(std::string_view code, std::size_t plus, const ViewTakers& takers) {
  const auto statement = statement_before(code, plus);
  const auto open = bracket_around(statement, statement.size());
  if (open != npos) return statement[open] == '(' && is_argument(code, statement, open, takers);
  return is_answered(code, statement) || is_assigned(code, statement) || is_written(code, statement);
}

}  // namespace regreen
