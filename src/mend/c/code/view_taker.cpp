#include "mend/c/code/view_taker.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/language/source.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// A file that speaks of views more often is not looked through.
constexpr std::size_t mentions_max = 200;

// What a lambda takes is shorter.
constexpr std::size_t captures_max = 200;

std::string_view front_of(std::string_view code, std::size_t at) { return trim(code.substr(0, at)); }

// Is a bracket that of an index, an array, an attribute or the names of a pair: "all[0]", "[[nodiscard]]", "auto& [key, value]"?
bool is_no_lambda(std::string_view code, std::size_t open) {
  auto front = front_of(code, open);
  if (code.substr(open + 1).starts_with('[') || front.ends_with('[')) return true;
  while (front.ends_with('&')) front = front_of(front, front.size() - 1);
  const auto word = word_before(front, front.size());
  if (front.size() < front_of(code, open).size()) return word == "auto";
  return word.empty() ? front.ends_with(')') || front.ends_with(']') : word != "return";
}

// Does a lambda take something by its value: "[=]", "[this]", "[&, line]"?
bool captures(std::string_view code, std::size_t open) {
  const auto rest = code.substr(open + 1, captures_max);
  if (rest.starts_with(']') || is_no_lambda(code, open)) return false;
  return !rest.starts_with('&') || contains(rest.substr(0, rest.find(']')), ",");
}

bool has_captures(std::string_view code) {
  for (auto open = code.find('['); open != npos; open = code.find('[', open + 1)) {
    if (captures(code, open)) return true;
  }
  return false;
}

// Does a brace open what a function does?
bool is_body(std::string_view code, std::size_t brace) {
  constexpr auto ends = std::to_array<std::string_view>({"const", "do", "else", "noexcept", "override", "try"});
  const auto front = front_of(code, brace);
  return front.ends_with(')') || is_among(word_before(front, front.size()), ends);
}

enum class Mention { parameter, passing, kept };

// What the word for a view at a byte is there for.
Mention mention_at(std::string_view code, std::size_t at) {
  if (contains(line_before(code, at), "#include")) return Mention::passing;
  const auto around = bracket_around(code, at);
  const auto behind = code.find_first_not_of(" \t\r\n&", at + std::string_view("string_view").size());
  if (behind == npos) return Mention::kept;
  if (contains("({", code.substr(behind, 1))) return Mention::passing;
  const bool is_named = is_word_byte(code[behind]);
  if (around != npos && code[around] == '(')
    return is_named || contains("),", code.substr(behind, 1)) ? Mention::parameter : Mention::kept;
  if (!is_named) return Mention::kept;
  auto end = behind;
  while (end < code.size() && (is_word_byte(code[end]) || code[end] == ':')) ++end;
  const auto head = head_before(code, at);
  if (code.substr(end).starts_with('(') || !words_in(head, "constexpr").empty()) return Mention::passing;
  const bool is_local =
      around != npos && code[around] == '{' && is_body(code, around) && words_in(head, "static").empty();
  return is_local ? Mention::passing : Mention::kept;
}

// Adds the functions of a code that take views; false where it keeps one.
bool add_takers(std::string_view code, std::set<std::string, std::less<>>& names) {
  const auto mentions = words_in(code, "string_view");
  if (mentions.size() > mentions_max || has_captures(code) || !words_in(code, "basic_string_view").empty())
    return false;
  for (const auto at : mentions) {
    const auto mention = mention_at(code, at);
    if (mention == Mention::kept) return false;
    if (mention == Mention::parameter) names.emplace(word_before(code, bracket_around(code, at)));
  }
  return true;
}

}  // namespace

bool ViewTakers::has(std::string_view function) const {
  if (!names_) names_ = names();
  return !function.empty() && names_->contains(function);
}

ViewTakers::Names ViewTakers::names() const {
  Names names;
  for (const auto& path : tree_.list()) {
    const auto text = is_c_family(path) && !is_foreign(path) ? tree_.read(path) : std::nullopt;
    if (!text || !contains(*text, "string_view")) continue;
    if (text->size() > source_bytes_max || !add_takers(code_only(*text, Speech::c), names)) return {};
  }
  return names;
}

}  // namespace regreen
