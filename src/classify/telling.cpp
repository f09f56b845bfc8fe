#include "classify/telling.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

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

bool is_frame(std::string_view line) {
  return std::ranges::any_of(frames, [&](std::string_view frame) { return line.starts_with(frame); });
}

// Which of the words a text contains, by their first letters: a text is gone over once for all of them.
class WordTable {
 public:
  static constexpr std::size_t weak = 1;  // of the two lists of words

  WordTable() {
    add(words, 0);
    add(weak_words, weak);
  }

  /// The list of the first strong word, else of a weak one; nothing where the text has none. In small letters.
  std::optional<std::size_t> list_of(std::string_view text) const {
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      for (const auto& [word, list] : slots_[slot(text[at], text[at + 1])]) {
        if (!text.substr(at).starts_with(word)) continue;
        if (list != weak) return list;
        found = list;
      }
    }
    return found;
  }

 private:
  static std::size_t slot(char first, char second) {
    return (static_cast<unsigned char>(first) * 33U + static_cast<unsigned char>(second)) % 1024;
  }

  void add(std::span<const std::string_view> all, std::size_t list) {
    for (const auto word : all) slots_[slot(word[0], word[1])].emplace_back(word, list);
  }

  std::array<std::vector<std::pair<std::string_view, std::size_t>>, 1024> slots_;
};

bool is_marked(std::string_view line) {
  const std::string_view text = trim(line);
  return line.starts_with("E   ") ||
         std::ranges::any_of(marks, [&](std::string_view mark) { return text.starts_with(mark); });
}

float own_weight(std::string_view line) {
  static const WordTable table;
  const auto list = table.list_of(lower(line.substr(0, line_bytes_max)));
  if ((list && *list != WordTable::weak) || is_marked(line)) return word_weight;
  return list ? weak_word_weight : 0.0F;
}

}  // namespace

std::vector<TellingLine> telling_lines(std::span<const std::string> lines) {
  const std::size_t begin = lines.size() > looked_at_max ? lines.size() - looked_at_max : 0;
  std::vector<TellingLine> telling;
  std::size_t below = lines_below;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (trim(lines[i]).empty() || is_frame(lines[i])) continue;
    float weight = own_weight(lines[i]);
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
