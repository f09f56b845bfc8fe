#include "mend/text/told_name.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t words_between_max = 6;

constexpr auto notes = std::to_array<std::string_view>(
    {"changelog", "changes", "news", "history", "upgrad", "migrat", "release", "breaking"});
constexpr auto endings = std::to_array<std::string_view>({".md", ".rst", ".txt", ".adoc"});

// What stands between the old name and the new one; `rename` has to stand in front of those of `behind_rename`.
constexpr auto between = std::to_array<std::string_view>(
    {"->", "→", "=>", "renamed to", "was renamed to", "is renamed to", "has been renamed to", "got renamed to",
     "is now", "is now called", "is called", "is now named", "became", "becomes", "now is", "was renamed as"});
constexpr auto behind_rename = std::to_array<std::string_view>({"to", "into", "as"});

// Words that say what is named, and tell nothing about the change.
constexpr auto kinds =
    std::to_array<std::string_view>({"the", "function", "method", "class", "fixture", "module", "constant", "field",
                                     "attribute", "variable", "type", "helper", "a", "and"});

bool is_note(std::string_view path) {
  const auto name = lower(name_of(path));
  const bool is_text =
      !contains(name, ".") || std::ranges::any_of(endings, [&](auto one) { return name.ends_with(one); });
  return is_text && !is_vendored(path) && std::ranges::any_of(notes, [&](auto one) { return name.starts_with(one); });
}

bool is_name(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return is(c, regreen::word) || c == '.'; }) &&
         word[0] != '.';
}

// A word of a line without quotes, brackets and stops: "`to_km()`," → "to_km"; ":func:`to_km`" → "to_km".
std::string_view bare(std::string_view word) {
  if (const auto role = word.find(":`"); word.starts_with(':') && role != std::string_view::npos)
    word.remove_prefix(role + 1);
  const auto first = word.find_first_not_of("`'\"*([~");
  const auto last = word.find_last_not_of("`'\"*,.;:()]");
  return first == std::string_view::npos || last == std::string_view::npos || last < first
             ? std::string_view()
             : word.substr(first, last - first + 1);
}

std::string_view owner_of(std::string_view name) { return name.substr(0, std::min(name.rfind('.'), name.size())); }
std::string_view own_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

// Does "units.to_km" mean to_km of "fleet.units"?
bool means(std::string_view written, std::string_view owner, std::string_view name) {
  if (own_part(written) != name || !is_name(written)) return false;
  if (written == name) return true;
  const auto told = std::string(owner_of(written));
  return owner == told || owner.ends_with("." + told) || told.ends_with("." + std::string(owner));
}

// The name that a line gives to the one at its word `at`.
std::string_view called_today(const std::vector<std::string_view>& words, std::size_t at) {
  std::string said;
  for (auto i = at + 1; i < words.size() && i <= at + words_between_max; ++i) {
    const auto word = bare(words[i]);
    const bool is_marked = words[i].find('`') != std::string_view::npos || contains(word, "_") || contains(word, ".");
    bool renames = false;
    for (auto back = at; back-- > 0 && at - back <= 3;) renames |= lower(bare(words[back])).starts_with("renam");
    const bool follows = i + 1 < words.size() && is_among(lower(bare(words[i + 1])), std::array{"now", "today"});
    const auto longer = said + (said.empty() ? "" : " ") + lower(word);
    const bool goes_on = std::ranges::any_of(between, [&](auto one) { return one.starts_with(longer); });
    if (is_name(word) && !goes_on && (is_marked || renames || is_among(said, between)) &&
        (is_among(said, between) || (renames && is_among(said, behind_rename)) || (said == "is" && follows)))
      return is_among(lower(word), kinds) ? std::string_view() : word;
    if (is_among(lower(word), kinds)) continue;
    const auto plain = word.empty() ? words[i] : word;
    said += (said.empty() ? "" : " ") + lower(plain);
  }
  return "";
}

}  // namespace

std::string told_name(const Tree& tree, std::string_view owner, std::string_view name) {
  std::set<std::string> found;
  for (const auto& path : tree.list()) {
    const auto text = is_note(path) ? tree.read(path) : std::nullopt;
    if (!text || !contains(*text, name)) continue;
    for (const auto line : split_lines(*text)) {
      if (!contains(line, name)) continue;
      auto words = split(trim(line), ' ');
      std::erase(words, "");
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!means(bare(words[i]), owner, name)) continue;
        const auto today = called_today(words, i);
        const bool same_owner = owner_of(today) == today || means(today, owner, own_part(today));
        if (!today.empty() && same_owner && own_part(today) != name) found.emplace(own_part(today));
      }
    }
  }
  return found.size() == 1 ? *found.begin() : "";
}

}  // namespace regreen
