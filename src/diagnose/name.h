#pragma once

#include "diagnose/opinion.h"
#include "diagnose/weigh.h"
#include "model/diagnosis.h"

#include <string>
#include <vector>

namespace regreen {

/// A suspect as the cause. The categories are the diagnosis's own and, behind it, its alternatives.
Diagnosis name_cause(const Evidence& evidence, const Suspect& suspect, const std::vector<Suspect>& suspects,
                     std::vector<Alternative> categories, const RuleSet& rules);

/// What only the classifier says: the line that decided most stands for the cause.
Diagnosis name_opinion(const Evidence& evidence, const std::string& job, const Opinion& opinion,
                       const std::vector<Alternative>& categories);

/// "unknown", with what it might be.
Diagnosis name_nothing(const Evidence& evidence, const std::string& job, const std::vector<Alternative>& categories);

/// Where the very line that explains the failure gives orders to agents, who wrote it is the question.
void suspect_orders(const Evidence& evidence, Diagnosis& diagnosis);

}  // namespace regreen
