#include "learn/compare.h"

#include "learn/line.h"

#include <vector>

namespace regreen {
namespace {

class Comparison {
 public:
  Comparison(Evidence& evidence, const FindSketch& find) : evidence_(evidence), find_(find) {
    sketches_.resize(evidence.steps.size());
  }

  void look(std::size_t step, const Place& place, std::string_view line) {
    const Sketch* sketch = sketch_of(step);
    if (sketch == nullptr) return;
    const Novelty novelty = sketch->novelty_of(hash_(line, true));
    if (novelty != Novelty::untold) evidence_.novelty[place] = novelty;
  }

  const Sketch* sketch_of(std::size_t step) {
    auto& known = sketches_[step];
    if (!known) {
      known = find_(evidence_.steps[step]);
      if (*known != nullptr) evidence_.steps[step].green_runs = (*known)->runs();
    }
    return *known;
  }

 private:
  Evidence& evidence_;
  const FindSketch& find_;
  std::vector<std::optional<const Sketch*>> sketches_;  // by step
  LineHasher hash_;
};

}  // namespace

void compare(Evidence& evidence, const FindSketch& find) {
  Comparison comparison(evidence, find);
  for (const auto& signal : evidence.signals) comparison.look(signal.step, signal.place, signal.text);
  std::size_t step = 0;
  for (const auto& excerpt : evidence.excerpts) {
    for (std::size_t i = 0; i < excerpt.lines.size(); ++i) {
      const Place place{excerpt.first.file, excerpt.first.line + i};
      const auto found = step_at(evidence, place, step);
      if (!found) continue;
      step = *found;
      comparison.look(step, place, excerpt.lines[i]);
    }
  }
}

}  // namespace regreen
