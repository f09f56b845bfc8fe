// The forms that Clippy turns into each other. Only what is the same for every value is the same here.
#include "policy/guard/idiom.h"

#include "base/text.h"
#include "policy/guard/pattern.h"
#include "policy/guard/source.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// How a condition may end, and how it ends in one form with the others.
struct Ending {
  std::string_view written, meant;
  bool is_opposite = false;
};

// clang-format off
constexpr auto endings = std::to_array<Ending>({
    {"==true", ""}, {"!=false", ""}, {"==false", "", true}, {"!=true", "", true},
    {".len()==0", ".is_empty()"}, {".len()<1", ".is_empty()"}, {"==\"\"", ".is_empty()"},
    {".len()>0", ".is_empty()", true}, {".len()!=0", ".is_empty()", true}, {".len()>=1", ".is_empty()", true},
    {"!=\"\"", ".is_empty()", true},
    {"==None", ".is_none()"}, {"!=None", ".is_none()", true}, {".is_some()", ".is_none()", true},
    {".is_err()", ".is_ok()", true},
});

/// The only pattern that `matches!` has, and the question that is the same.
constexpr auto patterns = std::to_array<Ending>({
    {",None)", ".is_none()"}, {",Some(_))", ".is_none()", true}, {",Ok(_))", ".is_ok()"}, {",Err(_))", ".is_ok()", true},
});

/// Calls that are another one.
constexpr auto calls = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".get(0)", ".first()"}, {".nth(0)", ".next()"}, {".iter().count()", ".len()"},
    {".chars().next()==Some(", ".starts_with("}, {".chars().last()==Some(", ".ends_with("},
    {".chars().next_back()==Some(", ".ends_with("},
});
// clang-format on

constexpr std::size_t longest = 2000;  // of what people assert
constexpr int turns = 8;               // denials and brackets around one condition

// Behind a text that begins there.
std::size_t behind_text(std::string_view words, std::size_t at) {
  for (++at; at < words.size() && words[at] != '"'; ++at) {
    if (words[at] == '\\') ++at;
  }
  return at;
}

// Calls for each byte outside of brackets and texts; goes to where it says.
template <class Visit>
void each_outside(std::string_view words, Visit visit) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '"') at = behind_text(words, at);
    if (at >= words.size()) break;
    if (contains("([{", words.substr(at, 1))) ++depth;
    if (contains(")]}", words.substr(at, 1)) && depth > 0) --depth;
    if (depth == 0) at = visit(at);
  }
}

// What stands between a separator, outside of brackets and texts.
std::vector<std::string_view> parts_of(std::string_view words, std::string_view separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  each_outside(words, [&](std::size_t at) {
    if (!words.substr(at).starts_with(separator)) return at;
    parts.push_back(words.substr(begin, at - begin));
    begin = at + separator.size();
    return begin - 1;
  });
  parts.push_back(words.substr(std::min(begin, words.size())));
  return parts;
}

// One value, of which `!` denies the whole.
bool is_operand(std::string_view words) {
  bool is_joined = false;
  each_outside(words, [&](std::size_t at) {
    const auto rest = words.substr(at);
    is_joined |= contains("=<>+-*/%|&^", rest.substr(0, 1)) || rest.starts_with(" as ") || rest.starts_with("..");
    return at;
  });
  return !words.empty() && !is_joined;
}

// Is it asked where a value lies, or how large it is itself? Then a value and what lends it are two.
bool asks_for_place(std::string_view words) {
  return std::ranges::any_of(std::to_array<std::string_view>({"ptr", "addr", "_of_val", "*const", "*mut", ":p}"}),
                             [&](auto word) { return contains(words, word); });
}

// Nobody asserts less by lending a value: `&`, `&&` and `*` before one.
std::string without_references(std::string_view words) {
  if (asks_for_place(words)) return std::string(words);
  std::string result;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '"') {
      const auto end = std::min(behind_text(words, at) + 1, words.size());
      result += words.substr(at, end - at);
      at = end - 1;
      continue;
    }
    const bool is_sign = words[at] == '&' || words[at] == '*';
    if (!is_sign || result.empty() || !contains("(,=[!|{", std::string_view(result).substr(result.size() - 1)))
      result += words[at];
  }
  return result;
}

// `|x|f(x)` is `f`.
std::string without_closures(const std::string& words) {
  static const Pattern closure(R"re([(,=](\|(\w+)\|([\w:]+)\((\w+)\)))re");
  std::string result;
  std::size_t done = 0;
  each_match(closure, words, [&](const auto& groups) {
    const auto at = offset_in(words, groups[1]), end = at + groups[1].size();
    if (groups[2] != groups[4] || end == words.size() || !contains(",)", words.substr(end, 1))) return;
    result += words.substr(done, at - done) + std::string(groups[3]);
    done = end;
  });
  return result + words.substr(done);
}

bool deny(std::string& words, bool& is_denied) {
  const std::string_view all = words;
  if (all.starts_with('!') && is_operand(all.substr(1))) {
    words.erase(0, 1);
    is_denied = !is_denied;
    return true;
  }
  if (all.starts_with('(') && closing(all, 0) + 1 == all.size()) {
    words = words.substr(1, words.size() - 2);
    return true;
  }
  return false;
}

bool match_alike(std::string& words, bool& is_denied) {
  if (!words.starts_with("matches!(") || closing(words, 8) + 1 != words.size()) return false;
  for (const auto& pattern : patterns) {
    if (!words.ends_with(pattern.written)) continue;
    const auto value = words.substr(9, words.size() - 9 - pattern.written.size());
    if (value.starts_with('!') || !is_operand(value) || parts_of(value, ",").size() > 1) return false;
    words = value + std::string(pattern.meant);
    is_denied ^= pattern.is_opposite;
    return true;
  }
  return false;
}

bool end_alike(std::string& words, bool& is_denied) {
  for (const auto& ending : endings) {
    const auto size = words.size() - std::min(words.size(), ending.written.size());
    const auto front = std::string_view(words).substr(0, size);
    if (size == 0 || !words.ends_with(ending.written) || !is_operand(front)) continue;
    if (front.starts_with('!') && !ending.meant.empty()) continue;  // `!` denies the number: `!a.len()>0`
    words = words.substr(0, size) + std::string(ending.meant);
    is_denied ^= ending.is_opposite;
    return true;
  }
  return false;
}

// One part of a condition, as it would be written anew: brackets keep what is denied or joined together.
std::string part_meant(std::string words) {
  bool is_denied = false;
  for (int turn = 0; turn < turns; ++turn) {
    if (!deny(words, is_denied) && !match_alike(words, is_denied) && !end_alike(words, is_denied)) break;
  }
  if (!is_operand(words)) words = "(" + words + ")";
  return is_denied ? "!" + words : words;
}

std::string condition_meant(std::string_view condition) {
  const bool is_joined = parts_of(condition, "|").size() == 1 && parts_of(condition, "..").size() == 1;
  if (!is_joined) return part_meant(std::string(condition));  // `a||b&&c`
  std::string all;
  for (const auto part : parts_of(condition, "&&")) all += (all.empty() ? "" : "&&") + part_meant(std::string(part));
  return all;
}

/// `assert_eq!(a,b)`: the name, and what it is given.
struct Call {
  std::string name;
  std::vector<std::string_view> arguments;
};

std::optional<Call> assertion_call(std::string_view words) {
  const auto open = words.find("!(");
  if (open == npos || closing(words, open + 1) + 1 != words.size()) return std::nullopt;
  auto name = words.substr(0, open);
  if (name.starts_with("debug_")) name.remove_prefix(6);
  if (name != "assert" && name != "assert_eq" && name != "assert_ne") return std::nullopt;
  return Call{std::string(words.substr(0, open)), parts_of(words.substr(open + 2, words.size() - open - 3), ",")};
}

// `assert_eq!(a,true)` is `assert!(a==true)`: what is compared with one of the language's own values is a condition.
std::string as_condition(const Call& call) {
  if (call.arguments.size() < 2) return "";
  const std::string_view sign = call.name.ends_with("_eq") ? "==" : "!=";
  auto one = call.arguments[0], other = call.arguments[1];
  if (one == "true" || one == "false") std::swap(one, other);
  if (other != "true" && other != "false") return "";
  return (is_operand(one) ? std::string(one) : "(" + std::string(one) + ")") + std::string(sign) + std::string(other);
}

}  // namespace

std::string meaning_of(std::string_view words, Language language) {
  if (language != rust || words.size() > longest) return std::string(words);
  std::string plain(words);
  for (const auto& [written, meant] : calls) plain = replace_all(plain, written, meant);
  plain = without_closures(without_references(plain));
  auto call = assertion_call(plain);
  if (!call) return plain;
  const bool is_compared = call->name.ends_with("_eq") || call->name.ends_with("_ne");
  const std::size_t taken = is_compared ? 2 : 1;                             // what is behind is said when it fails
  if (call->arguments.size() > taken && contains(plain, "<")) return plain;  // `a::<B,C>()`: whose is the comma?
  const auto condition = is_compared ? as_condition(*call) : std::string(call->arguments[0]);
  if (condition.empty()) return plain;
  if (is_compared) call->name.resize(call->name.size() - 3);
  auto meaning = call->name + "!(" + condition_meant(condition);
  for (std::size_t i = taken; i < call->arguments.size(); ++i) meaning += "," + std::string(call->arguments[i]);
  return meaning + ")";
}

}  // namespace regreen
