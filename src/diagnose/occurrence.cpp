#include "diagnose/occurrence.h"

#include "base/text.h"
#include "diagnose/locate.h"

#include <set>

namespace regreen {
namespace {

constexpr std::size_t occurrences_max = 100;  // handed to fixers
constexpr std::size_t context_lines = 25;     // around an occurrence

// What split() answers, one part after the other.
template <class Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    visit(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  visit(text);
}

bool is_noise(const Evidence& evidence, const std::string& file, std::size_t line) {
  return !evidence.novelty.empty() && novelty_of(evidence, {file, line}) == Novelty::usual;
}

Occurrence occurrence_of(const Evidence& evidence, const Signal& signal, Captures captures, PlaceReader& places) {
  Occurrence one{{signal.place, signal.text}, std::move(captures), {}, {}, {}};
  const Excerpt around = lines_around(evidence, signal.place, context_lines, context_lines);
  one.before.reserve(context_lines);
  one.after.reserve(context_lines);
  bool is_below = false;
  for (std::size_t i = 0; i < around.lines.size(); ++i) {
    const std::size_t line = around.first.line + i;
    const bool is_here = line == signal.place.line;
    is_below |= line > signal.place.line;
    const std::string_view shown = is_noise(evidence, around.first.file, line) ? "" : std::string_view(around.lines[i]);
    for_each_part(shown, '\n', [&](std::string_view text) {
      const bool is_signal = is_here && !is_below && text == signal.text;
      if (!is_signal) (is_below ? one.after : one.before).emplace_back(text);
      is_below |= is_signal;
    });
  }
  one.locations = locate(one.captures, one.before, one.at.text, one.after, places);
  return one;
}

}  // namespace

std::vector<Occurrence> occurrences_of(const Evidence& evidence, const Suspect& suspect, const RuleSet& rules) {
  PlaceReader places{Checkouts(evidence.checkouts)};
  std::vector<Occurrence> all;
  std::set<std::pair<Captures, std::string>> seen;
  std::set<std::string_view> texts;
  for (const Signal* signal : suspect.signals) {
    if (all.size() >= occurrences_max) break;
    const bool says_all = signal->captures.empty();
    if (says_all && !texts.insert(signal->text).second) continue;  // a text is always captured alike
    Captures captures = says_all ? rules.captures(*suspect.rule, signal->text) : signal->captures;
    if (seen.insert({captures, captures.empty() ? signal->text : ""}).second) {
      all.push_back(occurrence_of(evidence, *signal, std::move(captures), places));
    }
  }
  return all;
}

}  // namespace regreen
