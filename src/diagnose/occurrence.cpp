#include "diagnose/occurrence.h"

#include "base/text.h"
#include "diagnose/locate.h"

#include <set>

namespace regreen {
namespace {

constexpr std::size_t occurrences_max = 100;  // handed to fixers
constexpr std::size_t context_lines = 25;     // around an occurrence

Occurrence occurrence_of(const Evidence& evidence, const Signal& signal, Captures captures, PlaceReader& places) {
  Occurrence one{{signal.place, signal.text}, std::move(captures), {}, {}, {}};
  const Excerpt around = lines_around(evidence, signal.place, context_lines, context_lines);
  bool is_below = false;
  for (std::size_t i = 0; i < around.lines.size(); ++i) {
    const std::size_t line = around.first.line + i;
    const bool is_noise = novelty_of(evidence, {around.first.file, line}) == Novelty::usual;
    const bool is_here = line == signal.place.line;
    is_below |= line > signal.place.line;
    const std::string_view shown = is_noise ? std::string_view() : around.lines[i];
    for (const auto text : split(shown, '\n')) {
      const bool is_signal = is_here && !is_below && text == signal.text;
      if (!is_signal) (is_below ? one.after : one.before).emplace_back(text);
      is_below |= is_signal;
    }
  }
  one.locations = locate(one.captures, one.before, one.at.text, one.after, places);
  return one;
}

}  // namespace

std::vector<Occurrence> occurrences_of(const Evidence& evidence, const Suspect& suspect, const RuleSet& rules) {
  PlaceReader places{Checkouts(evidence.checkouts)};
  std::vector<Occurrence> all;
  std::set<std::pair<Captures, std::string>> seen;
  for (const Signal* signal : suspect.signals) {
    if (all.size() >= occurrences_max) break;
    Captures captures = signal->captures.empty() ? rules.captures(*suspect.rule, signal->text) : signal->captures;
    if (seen.insert({captures, captures.empty() ? signal->text : ""}).second) {
      all.push_back(occurrence_of(evidence, *signal, std::move(captures), places));
    }
  }
  return all;
}

}  // namespace regreen
