#include "diagnose/occurrence.h"

#include "base/text.h"
#include "diagnose/call.h"
#include "diagnose/locate.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t occurrences_max = 100;  // handed to fixers
constexpr std::size_t context_lines = 25;     // around an occurrence
constexpr std::size_t trace_lines = 100;      // the same where a stack trace goes on
constexpr std::size_t place_lines = 2;        // below a message: compilers name the place there

bool is_noise(const Evidence& evidence, const std::string& file, std::size_t line) {
  return !evidence.novelty.empty() && novelty_of(evidence, {file, line}) == Novelty::usual;
}

// A call that a stack trace lists, or the code that Python shows of it.
bool is_in_trace(const std::string& line) {
  return is_call(line) || line.starts_with("    ") || line.starts_with('\t');
}

// The lines around a signal, and the stack trace that goes on above or below them.
Excerpt lines_with_trace(const Evidence& evidence, const Place& place) {
  Excerpt all = lines_around(evidence, place, trace_lines, trace_lines);
  if (all.lines.empty()) return all;
  const std::size_t here = place.line - all.first.line, last = all.lines.size() - 1;
  std::size_t from = here - std::min(here, context_lines), to = std::min(last, here + context_lines);
  while (from > 0 && is_in_trace(all.lines[from])) --from;
  while (to < last && is_in_trace(all.lines[to])) ++to;
  all.first.line += from;
  all.lines.resize(to + 1);
  all.lines.erase(all.lines.begin(), all.lines.begin() + static_cast<std::ptrdiff_t>(from));
  return all;
}

// The lines from the head of a failed test of pytest, `____ test_load ____`, to below its message.
Excerpt lines_of_test(const Evidence& evidence, const Place& place) {
  Excerpt all = lines_around(evidence, place, trace_lines, context_lines);
  if (all.lines.empty()) return all;
  const auto here = place.line - all.first.line;
  auto from = here;
  while (from > 0 && !all.lines[from - 1].starts_with("____")) --from;
  if (from == 0) from = here - std::min(here, context_lines);
  all.first.line += from;
  all.lines.erase(all.lines.begin(), all.lines.begin() + static_cast<std::ptrdiff_t>(from));
  return all;
}

Occurrence occurrence_in(Excerpt lines, const Evidence& evidence, const Signal& signal, const Captures& captures,
                         PlaceReader& places) {
  Occurrence one{{signal.place, signal.text}, captures, {}, {}, {}};
  bool is_below = false;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const std::size_t line = lines.first.line + i;
    const bool is_here = line == signal.place.line;
    is_below |= line > signal.place.line;
    if (is_noise(evidence, lines.first.file, line)) lines.lines[i].clear();
    if (!is_here && !contains(lines.lines[i], "\n")) {
      (is_below ? one.after : one.before).push_back(std::move(lines.lines[i]));
      continue;
    }
    for (const auto text : split(lines.lines[i], '\n')) {
      const bool is_signal = is_here && !is_below && text == signal.text;
      if (!is_signal) (is_below ? one.after : one.before).emplace_back(text);
      is_below |= is_signal;
    }
  }
  one.locations = locate(one.captures, one.before, one.at.text, one.after, places);
  return one;
}

// What pytest shows below a message belongs to another test: the place stands above, if need be above short functions of a library.
bool is_below_listing(const Signal& signal, const Occurrence& one, PlaceReader& places) {
  return signal.text.starts_with("E  ") &&
         std::ranges::none_of(one.before, [&](const auto& line) { return places.place_on(line).has_value(); });
}

// Where the lines around it name no place of the project, a library's calls may stand before the first one of its own.
Occurrence occurrence_of(const Evidence& evidence, const Signal& signal, const Captures& captures,
                         PlaceReader& places) {
  Excerpt near = lines_around(evidence, signal.place, context_lines, context_lines);
  const bool goes_on = !near.lines.empty() && (is_in_trace(near.lines.front()) || is_in_trace(near.lines.back()));
  Occurrence one = occurrence_in(std::move(near), evidence, signal, captures, places);
  if (is_below_listing(signal, one, places))
    return occurrence_in(lines_of_test(evidence, signal.place), evidence, signal, captures, places);
  if (!one.locations.empty() || !goes_on) return one;
  return occurrence_in(lines_with_trace(evidence, signal.place), evidence, signal, captures, places);
}

// What tells a signal from others that captured the same: where it stands, if the captures do not say that.
std::string place_of(const Evidence& evidence, const Signal& signal, const Captures& captures) {
  if (captures.contains("line")) return "";
  return signal.text + '\n' + join(lines_around(evidence, signal.place, 0, place_lines).lines, "\n");
}

}  // namespace

std::vector<Occurrence> occurrences_of(const Evidence& evidence, const Suspect& suspect, const RuleSet& rules) {
  PlaceReader places{Checkouts(evidence.checkouts)};
  std::vector<Occurrence> all;
  std::set<std::pair<Captures, std::string>> seen;
  std::map<std::string_view, Captures> captured;  // a text is always captured alike
  for (const Signal* signal : suspect.signals) {
    if (all.size() >= occurrences_max) break;
    const auto [known, is_new] = captured.try_emplace(signal->text);
    if (is_new && signal->captures.empty()) known->second = rules.captures(*suspect.rule, signal->text);
    Captures captures = signal->captures.empty() ? known->second : signal->captures;
    if (seen.insert({captures, place_of(evidence, *signal, captures)}).second) {
      all.push_back(occurrence_of(evidence, *signal, captures, places));
    }
  }
  return all;
}

}  // namespace regreen
