#include "diagnose/reason.h"

#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t lines_below = 12;  // of what names a test, in which it says why it failed
constexpr std::size_t signals_max = 8;   // looked at: the first tests stand for all

// What an exception, an assertion or a matcher says.
bool says_why(std::string_view line) {
  static const RE2 why(
      R"re((?i)\b[\w.$]*(?:error|exception|failure)\b(?: \[\w+\])?: *\S|\b(?:expected|actual|received|got)\b|\b(?:should|must|did not|does not|doesn't|didn't|was not|is not|to (?:be|equal|have|contain|match)|unable to|undefined|wrong number|timed out|not found|assert\w*)\b)re",
      RE2::Latin1);
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), why);
}

// A test's name, or the code that failed: what it says follows.
bool announces(std::string_view line) {
  static const RE2 name(R"re(^\d+\) |^Failure/Error: |:$)re", RE2::Latin1);
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), name);
}

// Where a test was when it failed, or how many did: behind its message.
bool is_behind(std::string_view line) {
  static const RE2 behind(
      R"re(^(?:at |# |❯ |File "|from |Stack Trace:|Stack:$|-{5}|={5}|Tests? run|Tests:|Finished in|\d+ (?:tests?|examples?|specs?|runs?),))re",
      RE2::Latin1);
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), behind);
}

// The first line below a place that says why.
std::optional<EvidenceLine> reason_below(const Evidence& evidence, const Place& place) {
  const Excerpt below = lines_around(evidence, place, 0, lines_below);
  bool is_announced = !below.lines.empty() && announces(trim(below.lines.front()));
  for (std::size_t i = 1; i < below.lines.size(); ++i) {
    const std::string_view line = trim(below.lines[i]);
    if (line.empty()) continue;
    if (is_behind(line)) break;
    if (announces(line)) {
      is_announced = true;
    } else if (is_announced || says_why(line)) {
      return EvidenceLine{{below.first.file, below.first.line + i}, below.lines[i]};
    }
  }
  return std::nullopt;
}

// Does a signal's own line say why, beyond the name of a test?
bool says_itself(const Signal& signal, const Rule& rule, const RuleSet& rules) {
  const std::string_view line = trim(signal.text);
  if (announces(line) || is_behind(line)) return false;
  const Captures captures = signal.captures.empty() ? rules.captures(rule, signal.text) : signal.captures;
  if (captures.contains("detail") || captures.contains("expected")) return true;
  return !captures.contains("test") && says_why(line);
}

}  // namespace

std::optional<EvidenceLine> words_of_test(const Evidence& evidence, const Suspect& suspect,
                                          const std::vector<Suspect>& suspects, const RuleSet& rules) {
  const auto& [rule, signals, weight] = suspect;
  if (rule->category != "test_failure" || says_itself(*signals.front(), *rule, rules)) return std::nullopt;
  for (const Signal* signal : std::span(signals).first(std::min(signals_max, signals.size()))) {
    if (auto reason = reason_below(evidence, signal->place)) return reason;
  }
  for (const auto& other : suspects) {
    if (other.rule->category != rule->category || other.rule == rule) continue;
    const Signal& first = *other.signals.front();
    if (says_itself(first, *other.rule, rules)) return EvidenceLine{first.place, first.text};
    if (auto reason = reason_below(evidence, first.place)) return reason;
  }
  return std::nullopt;
}

std::optional<EvidenceLine> announced_by(const Evidence& evidence, const Signal& signal) {
  const std::string_view line = trim(signal.text);
  if (line.ends_with(':')) return reason_below(evidence, signal.place);
  if (!line.ends_with('.')) return std::nullopt;
  const Excerpt below = lines_around(evidence, signal.place, 0, 1);  // Gradle's "> Could not resolve all files"
  if (below.lines.size() < 2 || !trim(below.lines[1]).starts_with("> ")) return std::nullopt;
  return EvidenceLine{{below.first.file, below.first.line + 1}, below.lines[1]};
}

}  // namespace regreen
