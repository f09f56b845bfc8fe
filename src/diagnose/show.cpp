#include "diagnose/show.h"

#include "base/text.h"
#include "classify/telling.h"
#include "diagnose/call.h"
#include "diagnose/kept_lines.h"
#include "diagnose/outcry.h"
#include "diagnose/reason.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>

namespace regreen {
namespace {

constexpr std::size_t lines_max = 5;         // more is no help
constexpr std::size_t few_lines = 3;         // fewer are joined by how the step ends
constexpr std::size_t listed_from = 5;       // so many signals are a list: its end says more than what explains one
constexpr std::size_t seen_around = 2;       // lines that are read with a line that is shown
constexpr std::size_t below_lines_max = 25;  // of a line, where its explanation may stand
constexpr std::size_t tail_lines = 3;        // shown where no cause is known
constexpr float says_why = 1;                // weight of a telling line with words of failure of its own

bool are_neighbours(const Place& a, const Place& b) {
  const std::size_t apart = std::max(a.line, b.line) - std::min(a.line, b.line);
  return a.file == b.file && apart <= seen_around;
}

// Takes lines in the order of their worth.
class Exhibit {
 public:
  void add(EvidenceLine line) {
    line.text.resize(std::min(line.text.size(), line.text.find('\n')));  // the first of what a report's line says
    const auto same = [&](const EvidenceLine& one) { return one.place == line.place; };
    if (std::ranges::any_of(shown_, same) || std::ranges::any_of(waiting_, same)) return;
    const bool is_read_anyway =
        std::ranges::any_of(shown_, [&](const EvidenceLine& one) { return are_neighbours(one.place, line.place); });
    (is_read_anyway ? waiting_ : shown_).push_back(std::move(line));
  }

  /// The same for a line that says what another one only announces: shown although that is next to it.
  void add_beside(EvidenceLine line) {
    const auto same = [&](const EvidenceLine& one) { return one.place == line.place; };
    if (std::ranges::none_of(shown_, same)) shown_.push_back(std::move(line));
  }

  void add(const Signal& signal) { add({signal.place, signal.text}); }

  std::size_t size() const { return shown_.size(); }

  std::vector<EvidenceLine> lines() && {
    std::ranges::move(waiting_, std::back_inserter(shown_));
    if (shown_.size() > lines_max) shown_.resize(lines_max);
    return std::move(shown_);
  }

 private:
  std::vector<EvidenceLine> shown_, waiting_;
};

// What other rules say of the same kind, the heaviest first.
std::vector<const Signal*> seconds(const Suspect& suspect, const std::vector<Suspect>& suspects) {
  std::vector<const Signal*> signals;
  for (const auto& other : suspects) {
    if (other.rule->category == suspect.rule->category && other.rule != suspect.rule) {
      signals.push_back(other.signals.front());
    }
  }
  return signals;
}

// The first line below another that says why, beyond those that are read with it.
std::optional<EvidenceLine> explanation_below(const Evidence& evidence, const Place& place) {
  const Excerpt below = lines_around(evidence, place, 0, below_lines_max);
  for (const auto& line : telling_lines(std::vector<std::string_view>(below.lines.begin(), below.lines.end()))) {
    const Place at{below.first.file, below.first.line + line.index};
    const std::string& text = below.lines[line.index];
    const bool is_noise = novelty_of(evidence, at) == Novelty::usual || is_epilogue(text) || is_call(text);
    if (line.index > seen_around && line.weight >= says_why && !is_noise) {
      return EvidenceLine{at, text};
    }
  }
  return std::nullopt;
}

// The last signal of the step that the first is in.
const Signal& end_of_list(const Suspect& suspect) {
  const Signal* last = suspect.signals.front();
  for (const Signal* signal : suspect.signals) {
    if (signal->step == last->step && signal->place > last->place) last = signal;
  }
  return *last;
}

void add_outcry(const Evidence& evidence, const Step& step, Exhibit& exhibit) {
  if (auto outcry = last_outcry(evidence, step)) exhibit.add(std::move(*outcry));
}

// The last lines of a step, the very last first, but for what a CI system says of its own there; where its green runs are known, the last that are its own, wherever
// they stand.
std::vector<EvidenceLine> last_words(const Evidence& evidence, const Step& step) {
  std::vector<EvidenceLine> last;
  for (const auto& line : kept_lines(evidence, step) | std::views::reverse) {
    const bool is_last = step.green_runs > 0 || line.number() + tail_lines >= step.last.line;
    if (is_last && !trim(line.text()).empty() && !is_epilogue(line.text())) last.push_back(line.line());
    if (last.size() > tail_lines) break;
  }
  return last;
}

}  // namespace

std::vector<EvidenceLine> lines_to_show(const Evidence& evidence, const Suspect& suspect,
                                        const std::vector<Suspect>& suspects, const RuleSet& rules) {
  const Signal& first = *suspect.signals.front();
  const auto others = seconds(suspect, suspects);
  Exhibit exhibit;
  if (auto said = words_of_test(evidence, suspect, suspects, rules)) exhibit.add(*std::move(said));
  exhibit.add(first);
  if (auto announced = announced_by(evidence, first)) exhibit.add_beside(*std::move(announced));
  if (!others.empty()) exhibit.add(*others.front());
  add_outcry(evidence, evidence.steps[first.step], exhibit);
  if (suspect.signals.size() >= listed_from) {
    exhibit.add(end_of_list(suspect));
  } else if (auto below = explanation_below(evidence, first.place)) {
    exhibit.add(std::move(*below));
  }
  for (const Signal* signal : others) exhibit.add(*signal);
  for (const Signal* signal : suspect.signals) exhibit.add(*signal);
  if (exhibit.size() >= few_lines) return std::move(exhibit).lines();
  const auto end = last_words(evidence, evidence.steps[first.step]);
  if (!end.empty()) exhibit.add(end.front());
  return std::move(exhibit).lines();
}

std::vector<EvidenceLine> lines_to_show(const Evidence& evidence, const std::vector<const Step*>& steps,
                                        const std::vector<EvidenceLine>& deciding) {
  Exhibit exhibit;
  if (!deciding.empty()) exhibit.add(deciding.front());
  for (const Step* step : steps) add_outcry(evidence, *step, exhibit);
  for (const auto& line : deciding) exhibit.add(line);
  for (const Step* step : steps) {
    for (const auto& line : last_words(evidence, *step)) exhibit.add(line);
  }
  return std::move(exhibit).lines();
}

}  // namespace regreen
