#include "classify/telling.h"

#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t looked_at_max = 2000;  // lines; what broke a step stands near its end
constexpr std::size_t line_bytes_max = 400;  // of a line, for its words of failure
constexpr float word_weight = 1.0F;
constexpr float weak_word_weight = 0.6F;
constexpr float below_weight = 0.7F;   // an explanation often goes on in the next lines
constexpr float plain_weight = 0.25F;  // any other line
constexpr std::size_t lines_below = 3;
constexpr std::size_t end_lines = 12;  // the last words of a text
constexpr float end_weight = 0.45F;

// Lower case. General words of failure, not messages of one tool: those are rules.
constexpr auto words = std::to_array<std::string_view>({
    "error",         "fail",         "fatal",       "exception",   "cannot",        "can't",        "could not",
    "couldn't",      "unable",       "not found",   "no such",     "missing",       "denied",       "invalid",
    "unexpected",    "undefined",    "unknown",     "unresolved",  "timed out",     "timeout",      "refused",
    "panic",         "abort",        "killed",      "violation",   "unsupported",   "conflict",     "not allowed",
    "forbidden",     "unauthorized", "expected",    "mismatch",    "exceed",        "limit",        "no space",
    "out of memory", "segmentation", "illegal",     "rejected",    "not installed", "not set",      "required",
    "undeclared",    "traceback",    "assert",      "unreachable", "expired",       "corrupt",      "does not",
    "doesn't",       "is not a",     "not a valid", "not ok",      "unsatisfi",     "incompatible", "bad ",
    "broken",        "must be",      "must have",   "overflow",    "crash",         "reset by",     "bug",
});
constexpr auto weak_words = std::to_array<std::string_view>({
    "warn",     "deprecat",   "exit code", "exit status", "exited with", "problem",   "diff",
    "would be", "terminated", "retry",     "got:",        "actual",      "ambiguous", "duplicate",
    "redefin",  "too many",   "too long",  "vulnerab",    "skipp",       "not ",
});

// What tools put before the line that matters.
constexpr auto marks = std::to_array<std::string_view>(
    {"E   ", "E:", "FAIL", "✗", "✘", "✖", "×", "❌", "●", "!!", "***", "! ", "##[error]", "ERR", "-->", "> "});

// What CI systems print of their own about a step: never why it failed.
constexpr auto frames =
    std::to_array<std::string_view>({"##[group]", "##[endgroup]", "shell: /", "[command]", "Post job cleanup",
                                     "Cleaning up orphan", "travis_fold:", "section_"});

// The first bytes of some beginnings, which settle most lines.
template <std::size_t count>
constexpr auto first_bytes(const std::array<std::string_view, count>& beginnings) {
  std::array<bool, 256> all{};
  for (const auto one : beginnings) all[static_cast<unsigned char>(one.front())] = true;
  return all;
}

template <std::size_t count>
bool begins_with_any(std::string_view text, const std::array<std::string_view, count>& beginnings,
                     const std::array<bool, 256>& first) {
  return !text.empty() && first[static_cast<unsigned char>(text.front())] &&
         std::ranges::any_of(beginnings, [&](std::string_view one) { return text.starts_with(one); });
}

bool is_frame(std::string_view line) {
  static constexpr auto first = first_bytes(frames);
  return begins_with_any(line, frames, first);
}

// How much a word says.
enum class Says : std::uint8_t { nothing, little, much };

// Which of the words a text contains, by their first letters: it is gone over once for all of them.
class WordTable {
 public:
  constexpr WordTable() {
    std::size_t next = 0;
    for (const auto word : words) words_[next++] = {word, Says::much};
    for (const auto word : weak_words) words_[next++] = {word, Says::little};
    std::ranges::sort(words_, {}, [](const Word& one) { return slot(one.text); });
    for (std::size_t i = words_.size(); i-- > 0;) {
      Slot& some = slots_[slot(words_[i].text)];
      some.begin = static_cast<std::uint16_t>(i);
      some.end = std::max(some.end, static_cast<std::uint16_t>(i + 1));
      some.third_letters |= 1U << letter(words_[i].text[2]);
    }
  }

  /// The most that one of its words says; capital letters count as small ones.
  Says best_of(std::string_view text) const {
    Says best = Says::nothing;
    if (text.size() < 3) return best;
    std::size_t two = slot(text);
    for (const char& third : text.substr(2)) {
      const Slot& some = slots_[two];
      two = (two << 5 | letter(third)) % slots_.size();
      if ((some.third_letters >> letter(third) & 1U) == 0) continue;
      best = std::max(best, best_in(some, text.substr(static_cast<std::size_t>(&third - text.data()) - 2)));
      if (best == Says::much) break;
    }
    return best;
  }

 private:
  struct Word {
    std::string_view text;  // of three bytes or more
    Says says = Says::nothing;
  };
  struct Slot {
    std::uint32_t third_letters = 0;   // a bit for each
    std::uint16_t begin = 0, end = 0;  // of words_
  };

  // Letters as numbers; other characters are taken for some letter.
  static constexpr std::size_t letter(char c) { return static_cast<unsigned char>(c) % 32; }
  static constexpr std::size_t slot(std::string_view text) { return letter(text[0]) << 5 | letter(text[1]); }

  Says best_in(const Slot& some, std::string_view text) const {
    Says best = Says::nothing;
    for (std::size_t i = some.begin; i < some.end; ++i) {
      if (begins(text, words_[i].text)) best = std::max(best, words_[i].says);
    }
    return best;
  }

  static bool begins(std::string_view text, std::string_view word) {
    const auto is_same = [](char c, char small) { return (is_upper(c) ? c - 'A' + 'a' : c) == small; };
    return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, is_same);
  }

  std::array<Word, words.size() + weak_words.size()> words_;  // by slot
  std::array<Slot, 32 * 32> slots_;                           // by the first two letters
};

bool is_marked(std::string_view line, std::string_view trimmed) {
  static constexpr auto first = first_bytes(marks);
  return line.starts_with("E   ") || begins_with_any(trimmed, marks, first);
}

float own_weight(std::string_view line, std::string_view trimmed) {
  static constexpr WordTable table;
  if (is_marked(line, trimmed)) return word_weight;
  switch (table.best_of(line.substr(0, line_bytes_max))) {
    case Says::much: return word_weight;
    case Says::little: return weak_word_weight;
    case Says::nothing: break;
  }
  return 0;
}

}  // namespace

std::vector<TellingLine> telling_lines(std::span<const std::string_view> lines) {
  const std::size_t begin = lines.size() > looked_at_max ? lines.size() - looked_at_max : 0;
  std::vector<TellingLine> telling;
  std::size_t below = lines_below;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    const std::string_view trimmed = trim(lines[i]);
    if (trimmed.empty() || is_frame(lines[i])) continue;
    float weight = own_weight(lines[i], trimmed);
    below = weight == word_weight ? 0 : below + 1;
    if (below > 0 && below <= lines_below) weight = std::max(weight, below_weight);
    weight = std::max(weight, lines.size() - i <= end_lines ? end_weight : plain_weight);
    telling.push_back({i, weight});
  }
  if (telling.size() <= telling_lines_max) return telling;
  // The heaviest, of equals the last.
  std::ranges::stable_sort(telling, [](const TellingLine& a, const TellingLine& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.index > b.index;
  });
  telling.resize(telling_lines_max);
  std::ranges::sort(telling, {}, &TellingLine::index);
  return telling;
}

}  // namespace regreen
