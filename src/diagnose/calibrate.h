#pragma once

#include "model/diagnosis.h"
#include "rules/rule.h"

#include <vector>

namespace regreen {

/// What a diagnosis rests on.
enum class Winner { cause, symptom, warning, opinion };

Winner winner_of(const Rule& rule);

/// Makes the confidence of the first category mean what it says, "right nine times in ten" where it says 0.9: by what
/// kind of winner was how often right on real failures (calibration.inc). The other categories share the rest as before.
void calibrate(std::vector<Alternative>& categories, Winner winner);

/// The calibrated confidence alone. Grows with the raw one.
double calibrated(double confidence, Winner winner);

}  // namespace regreen
