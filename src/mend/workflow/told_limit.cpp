#include "mend/workflow/told_limit.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

using Words = std::span<const std::string_view>;

// What may stand before "limit": it is this one, not that of a rate, a size or a memory.
constexpr auto before_limit = std::to_array<std::string_view>(
    {"a", "an", "job", "keep", "needs", "raise", "s", "set", "step", "the", "this", "time", "with"});
constexpr auto limit_links = std::to_array<std::string_view>(
    {"a", "at", "be", "is", "it", "job", "least", "needs", "of", "should", "step", "the", "this", "to"});
constexpr auto lasting = std::to_array<std::string_view>({"takes", "take", "needs", "need", "runs"});
constexpr auto lasting_links =
    std::to_array<std::string_view>({"a", "about", "almost", "around", "at", "ca", "for", "least", "mostly", "most",
                                     "nearly", "now", "roughly", "some", "typically", "up", "to", "usually"});
constexpr auto minutes = std::to_array<std::string_view>({"m", "min", "mins", "minute", "minutes"});

constexpr std::size_t comment_lines_max = 20;

// The words of sentences, and the signs between them.
std::vector<std::string> words_in_comment(const std::string& text) {
  std::vector<std::string> words(1);
  const auto end_word = [&] {
    if (words.back().empty()) return;
    const bool is_last = words.back().size() > 1 && words.back().ends_with('.');
    if (is_last) words.back().pop_back();
    if (is_last) words.emplace_back(".");
    words.emplace_back();
  };
  for (const char c : lower(text)) {
    const bool is_inside = (c == '-' || c == '.') && !words.back().empty();
    if (is_letter(c) || is_digit(c) || is_inside) {
      const bool is_unit = is_letter(c) && !words.back().empty() && is_digit(words.back().back());
      if (is_unit) end_word();  // "10min"
      words.back() += c;
      continue;
    }
    end_word();
    if (contains(" \t:=~'\"`", std::string_view(&c, 1))) continue;
    words.back() = std::string(1, c);
    end_word();
  }
  end_word();
  words.pop_back();
  return words;
}

bool ends_clause(const std::vector<std::string>& words, std::size_t at) {
  return at >= words.size() || contains(".,;()!#-\n", words[at]);
}

bool is_denied(const std::vector<std::string>& words, std::size_t at) {
  static constexpr auto denials = std::to_array<std::string_view>({"not", "never", "cannot", "t", "no"});
  return at > 0 && is_among(words[at - 1], denials);
}

// The number that links lead to from a word; the clause ends behind it, or with its unit.
std::optional<long> number_behind(const std::vector<std::string>& words, std::size_t at, Words links, bool wants_unit) {
  if (is_denied(words, at)) return std::nullopt;
  while (++at < words.size() && is_among(words[at], links)) {
  }
  if (at >= words.size()) return std::nullopt;
  const auto dash = words[at].rfind('-');  // "4-6 minutes" are six
  const auto number = parse_number(wants_unit && dash != std::string::npos ? words[at].substr(dash + 1) : words[at]);
  if (!number) return std::nullopt;
  const bool has_unit = at + 1 < words.size() && is_among(words[at + 1], minutes);
  if (wants_unit) return has_unit ? number : std::nullopt;
  return ends_clause(words, at + (has_unit ? 2 : 1)) ? number : std::nullopt;
}

// A limit without a unit is in minutes, as the key is; a timeout may be another one, in seconds.
std::optional<long> limit_at(const std::vector<std::string>& words, std::size_t at) {
  if (words[at] == "timeout") return number_behind(words, at, limit_links, true);
  if (words[at] != "limit" || (at > 0 && !ends_clause(words, at - 1) && !is_among(words[at - 1], before_limit)))
    return std::nullopt;
  return number_behind(words, at, limit_links, false);
}

std::string_view comment_on(std::string_view line) {
  const auto at = line.find(" #");
  return trim(line).starts_with('#')    ? trim(line)
         : at == std::string_view::npos ? std::string_view()
                                        : line.substr(at + 1);
}

// Above a line, from top to bottom.
std::string comments_above(const Lines& lines, std::size_t number) {
  std::string all;
  for (std::size_t count = 0; --number > 0 && ++count <= comment_lines_max;) {
    const auto line = trim(lines.line(number));
    if (!line.starts_with('#')) break;
    all = std::string(line.substr(1)) + " " + all;
  }
  return all;
}

// The line of the step or job that a key is of: where its item begins, or what it stands below.
std::size_t head_of(const Lines& lines, std::size_t number) {
  const auto depth = lines.line(number).find("timeout-minutes");
  for (auto above = number; above > 0; --above) {
    const auto line = lines.line(above);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    const auto in = indentation(line).size();
    if (in < depth) return above;
  }
  return number;
}

}  // namespace

std::string comments_about(const Lines& lines, std::size_t number) {
  const auto head = head_of(lines, number);
  std::string all = comments_above(lines, number) + "\n" + std::string(comment_on(lines.line(number)));
  if (head != number) all = comments_above(lines, head) + "\n" + std::string(comment_on(lines.line(head))) + "\n" + all;
  return all;
}

ToldLimit told_limit(const std::string& comments) {
  const auto words = words_in_comment(comments);
  ToldLimit told;
  bool is_one = true;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto limit = limit_at(words, at);
    const auto needed = is_among(words[at], lasting) ? number_behind(words, at, lasting_links, true) : std::nullopt;
    if (limit && told.limit && *limit != *told.limit) is_one = false;
    if (limit) told.limit = limit;
    if (needed) told.needed = std::max(*needed, told.needed.value_or(0));
  }
  if (!is_one) told.limit.reset();
  return told;
}

}  // namespace regreen
