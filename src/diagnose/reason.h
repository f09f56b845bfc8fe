#pragma once

#include "diagnose/weigh.h"
#include "model/diagnosis.h"

#include <optional>

namespace regreen {

/// What a failed test said, where the line by which it is known only names it: "AssertionError: expected 6 to be 7" below
/// " FAIL  price.test.js > adds". Nothing where the test's own line says why, or nothing below the suspect's lines does.
std::optional<EvidenceLine> words_of_test(const Evidence& evidence, const Suspect& suspect,
                                          const std::vector<Suspect>& suspects, const RuleSet& rules);

/// What a line announces: "add_library cannot create target" below "CMake Error at a.txt:3 (add_library):", or what Gradle
/// or webpack puts behind a ">" or "-" below it. Nothing where it announces nothing, or where only a place follows.
std::optional<EvidenceLine> announced_by(const Evidence& evidence, const Signal& signal);

}  // namespace regreen
