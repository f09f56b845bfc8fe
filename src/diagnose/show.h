#pragma once

#include "diagnose/weigh.h"
#include "model/diagnosis.h"

#include <vector>

namespace regreen {

/// The lines by which a suspect is shown to be the cause, those that say most first: what a failed test said; its most
/// telling line; what the next heaviest suspect of the same kind says; how the last outcry of the step begins; what
/// stands below the first line, or where it was the first of many, the last of them. Where that is little, how the step
/// ends. People read the lines around each as well, so one next to another waits until no other is left.
std::vector<EvidenceLine> lines_to_show(const Evidence& evidence, const Suspect& suspect,
                                        const std::vector<Suspect>& suspects, const RuleSet& rules);

/// The same where no rule knows the cause: the lines that decided for a classifier, if any did, how the last outcries of
/// the steps begin, and their last lines, the very last first.
std::vector<EvidenceLine> lines_to_show(const Evidence& evidence, const std::vector<const Step*>& steps,
                                        const std::vector<EvidenceLine>& deciding);

}  // namespace regreen
