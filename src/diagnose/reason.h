#pragma once

#include "diagnose/weigh.h"
#include "model/diagnosis.h"

#include <optional>

namespace regreen {

/// What a failed test said, where the line by which it is known only names it: "AssertionError: expected 6 to be 7" below
/// " FAIL  price.test.js > adds"; and of any suspect what its line announces: the line below "CMake Error at a.txt:3
/// (add_library):". Nothing where the suspect's own line says why, or none below does.
std::optional<EvidenceLine> reason_of(const Evidence& evidence, const Suspect& suspect,
                                      const std::vector<Suspect>& suspects, const RuleSet& rules);

}  // namespace regreen
