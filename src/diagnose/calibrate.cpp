#include "diagnose/calibrate.h"

#include <algorithm>
#include <span>

namespace regreen {
namespace {

struct Knot {
  double raw, right;
};

#include "diagnose/calibration.inc"

std::span<const Knot> knots_of(Winner winner) {
  switch (winner) {
    case Winner::cause: return cause_knots;
    case Winner::symptom: return symptom_knots;
    case Winner::warning: return warning_knots;
    case Winner::opinion: break;
  }
  return opinion_knots;
}

}  // namespace

Winner winner_of(const Rule& rule) {
  switch (rule.role) {
    case Role::symptom: return Winner::symptom;
    case Role::warning: return Winner::warning;
    case Role::cause: break;
  }
  return Winner::cause;
}

double calibrated(double confidence, Winner winner) {
  const auto knots = knots_of(winner);
  const auto above = std::ranges::find_if(knots, [&](const Knot& knot) { return knot.raw >= confidence; });
  if (above == knots.begin()) return above->right;
  if (above == knots.end()) return knots.back().right;
  const Knot &low = *(above - 1), &high = *above;
  return low.right + (high.right - low.right) * (confidence - low.raw) / (high.raw - low.raw);
}

void calibrate(std::vector<Alternative>& categories, Winner winner) {
  const double before = categories.front().confidence;
  const double after = calibrated(before, winner);
  categories.front().confidence = after;
  if (before >= 1) return;
  for (std::size_t i = 1; i < categories.size(); ++i) categories[i].confidence *= (1 - after) / (1 - before);
}

}  // namespace regreen
