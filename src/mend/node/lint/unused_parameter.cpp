#include "mend/node/lint/unused_parameter.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

// The one that the column points to; else the first of its line.
std::size_t place_of(std::string_view code, const Lines& lines, const UnusedParameter& unused) {
  auto places = words_in(code, unused.name);
  std::erase_if(places, [&](std::size_t at) { return lines.number_at(at) != unused.line; });
  const auto meant = lines.begin(unused.line) + unused.column - 1;
  if (unused.column > 0 && is_among(meant, places)) return meant;
  return places.empty() ? npos : places.front();
}

// What a function does, whose parameters end at `close`: its block, or the expression behind its arrow.
std::string_view body_of(std::string_view code, std::size_t close) {
  const auto first = code.find_first_not_of(blanks, close + 1);
  const auto arrow = code.find("=>", close), block = code.find('{', close);
  const bool is_arrow =
      first != npos && (first == arrow || (code[first] == ':' && arrow < code.find_first_of(";{", close)));
  const auto begin = is_arrow ? code.find_first_not_of(blanks, arrow + 2) : block;
  if (begin == npos) return code.substr(close);
  if (code[begin] == '{') {
    const auto end = closing_bracket(code, begin);
    return code.substr(begin, end == npos ? npos : end - begin);
  }
  int depth = 0;
  auto end = begin;
  for (; end < code.size(); ++end) {
    if (contains("([{", code.substr(end, 1))) ++depth;
    if (contains(")]}", code.substr(end, 1)) && --depth < 0) break;
    if (depth == 0 && contains(",;", code.substr(end, 1))) break;
  }
  return code.substr(begin, end - begin);
}

// Does a name stand somewhere as such, not as a member of something?
bool is_named(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const bool member = code.substr(0, at).ends_with('.') && !code.substr(0, at).ends_with("...");
    return !member && !code.substr(at + name.size()).starts_with(':');
  });
}

// Names of what a function has to call in the end. Who hands that over may ask how many parameters there are: Express, of
// (err, req, res, next), runners of tests, of (done).
constexpr auto handed_on = std::to_array<std::string_view>({"next", "done", "cb", "callback"});
constexpr auto errors = std::to_array<std::string_view>({"err", "error", "e"});
constexpr auto requests = std::to_array<std::string_view>({"req", "request", "ctx", "context"});

std::string_view name_in(std::string_view item) {
  const auto name = word_at(item, 0);
  return name.substr(std::min(name.find_first_not_of('_'), name.size()));
}

// Does the last parameter make the function another one by being there?
bool is_counted(const std::vector<std::string_view>& items) {
  if (items.empty()) return false;
  const auto first = name_in(items.front()), last = name_in(items.back());
  if (items.size() == 4 && is_among(first, errors)) return true;
  const bool is_middleware = last == "next" && items.size() < 4 && is_among(first, requests);
  return is_among(last, handed_on) && !is_middleware;
}

}  // namespace

std::optional<Edit> without_parameter(std::string_view code, const Lines& lines, const UnusedParameter& unused) {
  const auto at = place_of(code, lines, unused);
  const auto open = at == npos ? npos : bracket_around(code, at);
  const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  const auto behind = trim(code.substr(close + 1, 80));
  const auto next = code.find_first_not_of(blanks, at + unused.name.size());
  const auto before = end_of_code_before(code, at);
  const bool parameter = (behind.starts_with("=>") || behind.starts_with("{") || behind.starts_with(":")) &&
                         next != npos && contains("),:?", code.substr(next, 1)) && before > 0 &&
                         contains("(,", code.substr(before - 1, 1));
  const auto body = body_of(code, close);
  const std::string silent = "_" + std::string(unused.name);
  if (!parameter || is_named(body, unused.name)) return std::nullopt;
  const auto owner = end_of_code_before(code, open);
  const bool handed = behind.starts_with("=>") && owner > 0 && contains("(,", code.substr(owner - 1, 1));
  auto items = items_of(code.substr(open + 1, close - open - 1), Speech::javascript);
  std::erase(items, "");
  const bool last = !items.empty() && items.back().data() == code.data() + at;
  const bool free = (handed || (!unused.tsc && !unused.typed)) && !is_counted(items);
  if (free && last && code[before - 1] == ',') return Edit{before - 1, close - before + 1, ""};
  if (free && last && handed && !unused.tsc) return Edit{at, close - at, ""};
  const bool taken = is_named(body, silent) || is_named(code.substr(open, close - open), silent);
  return unused.tsc && !taken ? std::optional(Edit{at, 0, "_"}) : std::nullopt;
}

}  // namespace regreen
