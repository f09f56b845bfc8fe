#pragma once

#include "classify/model.h"
#include "model/diagnosis.h"
#include "model/evidence.h"

#include <string>
#include <vector>

namespace regreen {

/// What a trained classifier thinks of one job: which category its text reads like, and by which lines.
struct Opinion {
  Prediction prediction;
  std::vector<EvidenceLine> lines;  ///< that decided, strongest first
  bool is_outcry = false;           ///< one of them says outright that something failed, and nothing after it soothes
};

/// Asks the classifier about the kept lines of the steps that failed; of all steps, where none is known to have.
/// Nothing where the model knows nothing or no line was kept.
Opinion opinion_of(const Model& model, const Evidence& evidence, const std::string& job);

}  // namespace regreen
