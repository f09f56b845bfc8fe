#include "diagnose/reason.h"

#include "base/character.h"
#include "base/text.h"
#include "diagnose/outcry.h"

#include <re2/re2.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t lines_below = 12;   // of what names a test, in which it says why it failed
constexpr std::size_t lines_of_docs = 4;  // that unittest prints between a test's name and its traceback
constexpr std::size_t trace_lines = 80;   // of Python's traceback, the exception behind them
constexpr std::size_t signals_max = 8;    // looked at: the first tests stand for all

constexpr std::string_view trace_head = "Traceback (most recent call last):";

bool matches(std::string_view line, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

// What an exception, an assertion or a matcher says.
bool says_why(std::string_view line) {
  static const RE2 why(
      R"re((?i)\b[\w.$]*(?:error|exception|failure)\b(?: \[\w+\])?: *\S|^(?:\w+\.)+\w*(?:error|exception)$|^panic: |\bpanicked at |\bexception with description |\b(?:expected|actual|received|got)\b|\b(?:should|must|did not|does not|doesn't|didn't|was not|is not|to (?:be|equal|have|contain|match)|unable to|undefined|wrong number|timed out|not found)\b|\bassert\w*\b.*\b(?:fail\w*|violated)\b|\basserting\b|^assert\b|\bassert[\w.]*\()re",
      RE2::Latin1);
  return matches(line, why);
}

// A test's name, or the code that failed: what it says follows.
bool announces(std::string_view line) {
  static const RE2 name(R"re(^\d+\) |^Failure/Error: |^---- .* ----$|:$)re", RE2::Latin1);
  return matches(line, name);
}

// Only a place, before or among what is said.
bool is_place(std::string_view line) {
  static const RE2 place(
      R"re(^\(?(?:in )?\S+:\d+(?::\d+)?\)?$|^\(in .*\bline \d+\)$|^(?:Raised (?:at|by)|Re-raised at|Called from) )re",
      RE2::Latin1);
  return matches(line, place);
}

// Where a test was when it failed, or how many did: behind its message.
bool is_behind(std::string_view line) {
  static const RE2 behind(
      R"re(^(?:at |# |❯ |File "|from |goroutine \d+ \[|Stack Trace:|Stack:$|-{5}|={5}|Tests? run|Tests:|Finished in|\d+ (?:tests?|examples?|specs?|runs?),))re",
      RE2::Latin1);
  return matches(line, behind);
}

// A bare value, as "2" below "Expected equality of these values:", says nothing without the line above it.
bool is_value(std::string_view line) { return std::ranges::none_of(line, is_letter); }

std::size_t indent(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// Behind the lines in which unittest describes a test by its documentation: they say what should have been.
std::size_t first_below(std::span<const std::string> lines) {
  for (std::size_t i = 1; i + 1 < std::min(lines.size(), lines_of_docs + 1); ++i) {
    if (trim(lines[i]).starts_with("-----") && trim(lines[i + 1]) == trace_head) return i + 1;
  }
  return 1;
}

// The exception behind the traceback that begins with a line; none where its end was not kept.
std::optional<std::size_t> exception_below(std::span<const std::string> lines, std::size_t head) {
  std::optional<std::size_t> exception;
  for (std::size_t i = head + 1; i < lines.size(); ++i) {
    if (trim(lines[i]).empty()) continue;
    if (exception) return is_behind(trim(lines[i])) ? exception : i;
    if (indent(lines[i]) > indent(lines[head])) continue;
    exception = i;
    if (!trim(lines[i]).ends_with(':')) break;  // else its message begins on a line of its own
  }
  return exception;
}

// The first line below the first that says why, by its index.
std::optional<std::size_t> reason_among(std::span<const std::string> lines) {
  std::optional<std::size_t> announcer;
  if (!lines.empty() && announces(trim(lines.front()))) announcer = 0;
  for (std::size_t i = first_below(lines); i < std::min(lines.size(), lines_below + 1); ++i) {
    const std::string_view line = trim(lines[i]);
    if (line.empty() || is_place(line)) continue;
    if (line == trace_head) return exception_below(lines, i);
    if (is_behind(line) || is_epilogue(lines[i])) break;
    if (announces(line)) {
      announcer = i;
    } else if (announcer || says_why(line)) {
      if (!is_value(line)) return i;
      if (contains(trim(lines[*announcer]), " ")) return announcer;  // more than "got:"
    }
  }
  return std::nullopt;
}

std::optional<EvidenceLine> reason_below(const Evidence& evidence, const Place& place) {
  const Excerpt below = lines_around(evidence, place, 0, trace_lines);
  const auto at = reason_among(below.lines);
  if (!at) return std::nullopt;
  return EvidenceLine{{below.first.file, below.first.line + *at}, below.lines[*at]};
}

std::string_view behind_first(std::string_view line, std::string_view part) {
  const std::size_t at = line.find(part);
  return at == std::string_view::npos ? std::string_view() : line.substr(at + part.size());
}

// Does a signal's own line say why, beyond the name of a test?
bool says_itself(const Signal& signal, const Rule& rule, const RuleSet& rules) {
  const std::string_view line = trim(signal.text);
  if (announces(line) || is_behind(line)) return false;
  const Captures captures = signal.captures.empty() ? rules.captures(rule, signal.text) : signal.captures;
  if (captures.contains("detail") || captures.contains("expected")) return true;
  const auto test = captures.find("test");
  if (test == captures.end()) return says_why(line);
  const std::string_view behind = behind_first(line, test->second);
  return behind.starts_with(':') && says_why(behind);  // "shop.Cart.adds:3 expected 3 but was 2"
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
  const Excerpt below =
      lines_around(evidence, signal.place, 0, 1);  // Gradle's "> Could not resolve", webpack's "- entry is"
  const std::string_view next = below.lines.size() < 2 ? std::string_view() : trim(below.lines[1]);
  if (!next.starts_with("> ") && !next.starts_with("- ")) return std::nullopt;
  return EvidenceLine{{below.first.file, below.first.line + 1}, below.lines[1]};
}

}  // namespace regreen
