#pragma once

#include "diagnose/weigh.h"
#include "model/diagnosis.h"

#include <vector>

namespace regreen {

/// Where a suspect's rule spoke, each with what it captured there and the lines around it: what fixers look at. Two
/// signals that captured the same in the same place are the same thing said twice.
std::vector<Occurrence> occurrences_of(const Evidence& evidence, const Suspect& suspect, const RuleSet& rules);

}  // namespace regreen
