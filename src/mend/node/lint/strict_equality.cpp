#include "mend/node/lint/strict_equality.h"

#include "base/text.h"
#include "mend/node/language/chain.h"
#include "mend/node/lint/big_integer.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

bool is_nothing(std::string_view word) { return word == "null" || word == "undefined"; }

// Is it a name, or members of one, that is as well read twice?
bool is_plain(std::string_view chain) {
  return std::ranges::all_of(chain,
                             [](char c) { return is_name_byte(c) || contains(".?", std::string_view(&c, 1)); }) &&
         chain != "this" && !contains(chain, "?.");
}

/// What stands around a comparison: the logical operator beside it, "" where it stands for itself; nothing where it is a part of
/// something that binds as close or closer.
struct Beside {
  std::string_view before, behind;
};

std::optional<std::string_view> operator_before(std::string_view code, std::size_t at) {
  const auto end = end_of_code_before(code, at);
  const auto rest = code.substr(0, end);
  for (const std::string_view sign : {"||", "&&", "??"}) {
    if (rest.ends_with(sign)) return sign;
  }
  const bool line_begins = contains(code.substr(end, at - end), "\n") && (rest.ends_with(';') || rest.ends_with('}'));
  if (rest.empty() || line_begins || contains("(,;{}[?:", rest.substr(rest.size() - 1)) || rest.ends_with("=>"))
    return "";
  if (rest.ends_with('='))
    return rest.size() > 1 && contains("=!<>+-*/%&|^?", rest.substr(rest.size() - 2, 1)) ? std::nullopt
                                                                                         : std::optional("");
  const auto word = word_before(code, end);
  return word == "return" || word == "case" || word == "throw" ? std::optional("") : std::nullopt;
}

std::optional<std::string_view> operator_behind(std::string_view code, std::size_t at) {
  const auto next = code.find_first_not_of(blanks, at);
  if (next == npos) return "";
  const auto rest = code.substr(next);
  for (const std::string_view sign : {"||", "&&", "??"}) {
    if (rest.starts_with(sign)) return sign;
  }
  if (contains("),;}]?:", rest.substr(0, 1))) return "";
  // The next statement, where no semicolon ends this one.
  const bool line_ends = contains(code.substr(at, next - at), "\n");
  return line_ends && (is_word_byte(rest[0]) || rest[0] == '}') ? std::optional("") : std::nullopt;
}

// `value == null` → `value === null || value === undefined`; what is computed is computed once: `(f() ?? null) === null`.
std::vector<Edit> against_nothing(std::string_view code, std::string_view text, std::size_t at, bool is_equal) {
  const auto left = chain_before(code, at), right = chain_behind(code, at + 2);
  if (!left || !right || is_keyword(word_at(code, left->begin)) || is_keyword(word_at(code, right->begin))) return {};
  const bool turned = is_nothing(left->of(code));
  if (turned == is_nothing(right->of(code))) return {};
  const auto value = turned ? *right : *left;
  auto begin = left->begin;
  bool waits = false;
  if (const auto end = end_of_code_before(code, begin); !turned && word_before(code, end) == "await") {
    begin = end - 5;
    waits = true;
  }
  const auto before = operator_before(code, begin), behind = operator_behind(code, right->end);
  if (!before || !behind) return {};
  const std::string sign(is_equal ? " === " : " !== "), joins(is_equal ? "||" : "&&");
  const std::string name(text.substr(waits ? begin : value.begin, value.end - (waits ? begin : value.begin)));
  std::string now;
  if (!waits && is_plain(value.of(code))) {
    now = name + sign + "null " + joins + " " + name + sign + "undefined";
    const auto alone = [&](std::string_view beside) { return beside.empty() || beside == joins; };
    if (!alone(*before) || !alone(*behind)) now = "(" + now + ")";
  } else {
    now = "(" + name + " ?? null)" + sign + "null";
  }
  return {{begin, right->end - begin, now}};
}

// `seen.size` of `seen = new Set()`: the size of a shoe may be a text.
bool is_size_of_collection(std::string_view code, std::string_view left) {
  if (!left.ends_with(".size")) return false;
  const std::string name(word_before(left, left.size() - 5));
  for (const std::string_view kind : {" = new Map", " = new Set"}) {
    if (!name.empty() && contains(code, name + std::string(kind))) return true;
  }
  return false;
}

// Text that is no number, a length, a remainder, a type.
bool are_of_one_kind(std::string_view code, std::string_view left, std::string_view right) {
  const auto is_text = [](std::string_view value) {
    return value.size() > 2 && contains("'\"", value.substr(0, 1)) &&
           ((value[1] >= 'a' && value[1] <= 'z') || (value[1] >= 'A' && value[1] <= 'Z'));
  };
  const auto digit = !right.empty() && right[0] >= '0' && right[0] <= '9';
  const auto from = left.find_last_of("(&|?:=");
  const auto operand = left.substr(from == npos ? 0 : from + 1);
  const bool counts = left.ends_with(".length") || is_size_of_collection(code, left) ||
                      (contains(operand, " % ") && !speaks_of_big_integers(code));
  const bool kind = contains(operand, "typeof ") || right.starts_with("typeof ");
  return is_text(right) || (digit && counts) || kind;
}

}  // namespace

std::vector<Edit> strictly_equal(std::string_view text, std::string_view code, const Lines& lines, std::size_t at) {
  const auto sign = code.substr(std::min(at, code.size()), 2);
  if ((sign != "==" && sign != "!=") || code.substr(at + 2, 1) == "=") return {};
  const auto number = lines.number_at(at);
  const auto left = trim(text.substr(lines.begin(number), at - lines.begin(number)));
  const auto right = trim(text.substr(at + 2, lines.end(number) - at - 2));
  if (are_of_one_kind(code, left, right)) return {{at, 2, std::string(sign) + "="}};
  return against_nothing(code, text, at, sign == "==");
}

}  // namespace regreen
