#pragma once

#include "classify/model.h"
#include "model/evidence.h"
#include "rules/rule_set.h"

#include <string>
#include <vector>

namespace regreen {

/// A rule that spoke in a job: all its signals there, and how much they weigh as the explanation of the failure.
struct Suspect {
  const Rule* rule = nullptr;
  std::vector<const Signal*> signals;  ///< in reading order, the most telling one first
  double weight = 0;                   ///< 0–1: the probability that this is the cause, looked at alone
};

/// The suspects of one job, heaviest first. Signals of steps that passed do not count where a step failed.
std::vector<Suspect> weigh(const Evidence& evidence, const std::string& job, const RuleSet& rules);

/// Are rules so sure that no opinion of a classifier could name another category, nor change what is likely by much?
bool are_sure(const std::vector<Suspect>& suspects);

/// Turns weights into probabilities of categories that sum to less than one: the rest is "none of these". Where the
/// cause left no line that a rule knows, it is what a classifier takes it for: that share of the odds is divided as it
/// says. Most likely category first.
std::vector<Alternative> fuse(const std::vector<Suspect>& suspects, const Prediction& opinion = {});

}  // namespace regreen
