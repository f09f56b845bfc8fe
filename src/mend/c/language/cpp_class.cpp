#include "mend/c/language/cpp_class.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t depth_max = 20;  // classes within each other

bool has_word(std::string_view text, std::string_view word) { return !words_in(text, word).empty(); }

// The first of the bytes outside of brackets; npos where none is before `end`.
std::size_t first_outside(std::string_view code, std::size_t at, std::size_t end, std::string_view bytes) {
  for (; at < end; ++at) {
    if (bytes.find(code[at]) != npos) return at;
    if (!contains("([{", code.substr(at, 1))) continue;
    at = closing_bracket(code, at);
    if (at == npos) return npos;
  }
  return npos;
}

// A ':' that is no half of "::".
std::size_t lone_colon(std::string_view text) {
  for (auto at = text.find(':'); at != npos; at = text.find(':', at + 1)) {
    if (!text.substr(at).starts_with("::")) return at;
    ++at;
  }
  return npos;
}

// "public geo::Shape<T>" → "geo::Shape"
std::string base_in(std::string_view item) {
  item = trim(item.substr(0, item.find('<')));
  return std::string(item.substr(item.find_last_of(" \t\r\n") + 1));
}

std::vector<std::string> bases_in(std::string_view head) {
  std::vector<std::string> bases;
  const auto colon = lone_colon(head);
  if (colon == npos) return bases;
  for (const auto item : items_of(head.substr(colon + 1), Speech::c)) {
    if (auto base = base_in(item); !base.empty()) bases.push_back(std::move(base));
  }
  return bases;
}

std::string name_in(std::string_view head) {
  auto rest = trim(head.substr(0, lone_colon(head)));
  if (rest.ends_with("final")) rest = trim(rest.substr(0, rest.size() - 5));
  rest = trim(rest.substr(0, rest.find('<')));
  return std::string(word_before(rest, rest.size()));
}

// Where a declaration begins, behind labels: `public:`.
std::size_t behind_labels(std::string_view code, std::size_t begin, std::size_t end) {
  static constexpr auto labels =
      std::to_array<std::string_view>({"public", "protected", "private", "signals", "slots", "Q_SIGNALS", "Q_SLOTS"});
  for (;;) {
    begin = std::min(code.find_first_not_of(" \t\r\n", begin), end);
    const auto colon = begin + std::min(lone_colon(code.substr(begin, end - begin)), end - begin);
    const auto word = trim(code.substr(begin, colon - begin));
    const auto last = word.substr(word.find_last_of(" \t\n") + 1);
    if (colon >= end || !is_among(last, labels)) return begin;
    begin = colon + 1;
  }
}

void add_method(std::string_view code, std::size_t begin, std::size_t end, std::vector<CppMethod>& methods) {
  begin = behind_labels(code, begin, end);
  const auto open = first_outside(code, begin, end, "(=");  // `(` is looked at before it is skipped
  if (open == npos || code[open] != '(') return;
  const auto name = word_before(code, open);
  const auto at = open - std::min(open, name.size());
  const bool is_special = name.empty() || has_word(name, "operator") || (at > 0 && code[at - 1] == '~') || at == begin;
  const auto close = closing_bracket(code, open);
  if (is_special || close == npos || close > end) return;
  const auto head = code.substr(begin, at - begin), tail = code.substr(close + 1, end - close - 1);
  const bool is_override = has_word(tail, "override") || has_word(tail, "final");
  methods.push_back(
      {std::string(name), begin, open, close, end, is_override || has_word(head, "virtual"), is_override});
}

// Goes through the declarations between the braces of a class.
std::vector<CppMethod> methods_in(std::string_view code, std::size_t open, std::size_t close) {
  std::vector<CppMethod> methods;
  for (auto begin = open + 1; begin < close;) {
    const auto end = first_outside(code, begin, close, ";{");
    if (end == npos) break;
    add_method(code, begin, end, methods);
    const auto last = code[end] == '{' ? closing_bracket(code, end) : end;
    if (last == npos) break;
    begin = last + 1;
  }
  return methods;
}

constexpr std::size_t head_bytes_max = 2000;  // people write no longer ones

}  // namespace

std::vector<CppClass> cpp_classes(std::string_view code) {
  std::vector<CppClass> classes;
  auto budget = code.size() * depth_max;  // bytes of bodies that are gone through
  for (const std::string_view kind : {"class", "struct"}) {
    for (const auto at : words_in(code, kind)) {
      const auto begin = at + kind.size();
      const auto front = code.substr(begin, head_bytes_max).find_first_of(";{()=");
      const auto open = front == npos ? npos : begin + front;
      if (open == npos || code[open] != '{' ||
          word_before(code, at == 0 ? 0 : code.find_last_not_of(" \t", at - 1) + 1) == "enum")
        continue;
      const auto head = code.substr(begin, open - begin);
      const auto close = closing_bracket(code, open);
      const auto gone_through = std::min(close, code.size()) - open;
      if (gone_through > budget) return classes;
      budget -= gone_through;
      const bool is_parameter = head.find('>') < head.find('<');  // template <class T> struct Box {
      if (close == npos || is_parameter) continue;
      classes.push_back({name_in(head), bases_in(head), methods_in(code, open, close)});
    }
  }
  return classes;
}

}  // namespace regreen
