#include "mend/jvm/java_type_use.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t angles_max = 2000;  // bytes between a type and the angle that opens its list

// Words before a type.
constexpr auto leading =
    std::to_array<std::string_view>({"new", "extends", "implements", "instanceof", "throws", "permits", "import"});

// Words before a list of types.
constexpr auto listing = std::to_array<std::string_view>({"extends", "implements", "throws", "permits"});

// Words behind a value, or behind a parameter of types.
constexpr auto trailing = std::to_array<std::string_view>({"instanceof", "extends"});

constexpr auto declaring = std::to_array<std::string_view>({"class", "interface", "record"});

constexpr auto modifiers = std::to_array<std::string_view>(
    {"public", "protected", "private", "static", "final", "abstract", "default", "synchronized", "native", "strictfp"});

/// A word of a code with what stands around it.
struct Spot {
  std::string_view code;
  std::size_t at = 0;
  std::size_t front = 0;    ///< the end of the code before
  std::string_view behind;  ///< the code from the next word or sign on

  std::string_view before() const { return code.substr(0, front); }
  bool follows(char sign) const { return before().ends_with(sign); }
};

// `class A implements B, Cart {`, `throws A, Cart`
bool is_listed(const Spot& spot) {
  const auto head = head_before(spot.code, spot.at);
  auto end = head.size();
  while (end > 0) {
    const auto word = word_before(head, end);
    if (is_among(word, listing)) return true;
    if (word.empty() && !contains(" \t\r\n,.&<>?", head.substr(end - 1, 1))) return false;
    end -= std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

// Do the angles that open at a byte declare parameters of types: `class Box<T>`, `static <T> T of(`?
bool declares_parameters(std::string_view code, std::size_t open) {
  const auto end = end_of_code_before(code, open);
  const auto word = word_before(code, end);
  if (word.empty() || is_among(word, modifiers)) return true;
  return is_among(word_before(code, end_of_code_before(code, end - word.size())), declaring);
}

// `List<Cart>`, `Map<String, Cart>`
bool is_argument(const Spot& spot) {
  if (!spot.follows('<') && !spot.follows(',')) return false;
  if (!spot.behind.starts_with('>') && !spot.behind.starts_with(',')) return false;
  int depth = 0;
  for (auto i = spot.front; i > spot.front - std::min(spot.front, angles_max); --i) {
    const char c = spot.code[i - 1];
    if (c == '>') ++depth;
    if (c == '<' && depth-- == 0) return !declares_parameters(spot.code, i - 1);
    if (!is_word_byte(c) && !contains(" \t\r\n,.<>?&[]", {&c, 1})) return false;
  }
  return false;
}

// `(Cart) one`, which is no value between brackets and no argument
bool is_cast(const Spot& spot) {
  if (!spot.follows('(') || !spot.behind.starts_with(')')) return false;
  const auto head = spot.code.substr(0, end_of_code_before(spot.code, spot.front - 1));
  const bool is_call = !head.empty() && (is_word_byte(head.back()) || contains(")]>", head.substr(head.size() - 1)));
  const auto cast = trim(spot.behind.substr(1, line_head_max)).substr(0, 1);
  return (!is_call || word_before(head, head.size()) == "return") && !cast.empty() &&
         (is_word_byte(cast[0]) || contains("(\"'!", cast));
}

}  // namespace

bool is_java_type_at(std::string_view code, std::size_t at, std::string_view word) {
  const auto end = at + word.size();
  const Spot spot{code, at, end_of_code_before(code, at),
                  code.substr(std::min(code.find_first_not_of(" \t\r\n", end), code.size()))};
  const auto next = word_at(spot.behind, 0);
  if (is_among(next, trailing)) return false;
  if (is_among(word_before(code, spot.front), leading) || spot.follows('@')) return true;
  if (!next.empty() && !is_digit(next[0])) return true;
  if (spot.behind.starts_with('.') || spot.behind.starts_with("::") || code.substr(end, 1) == "<") return true;
  const bool is_array = spot.behind.starts_with('[') && trim(spot.behind.substr(1, line_head_max)).starts_with(']');
  return is_array || is_argument(spot) || is_cast(spot) || is_listed(spot);
}

}  // namespace regreen
