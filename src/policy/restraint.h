#pragma once

#include "model/case.h"
#include "model/restraint.h"
#include "policy/config.h"

#include <vector>

namespace regreen {

/// Why unattended work does not begin now: the global stop, the circuit breaker, too many attempts today, the same
/// failure too often without success. For a person who types `heal` they are warnings. Empty where it may begin.
std::vector<Refusal> restraints(const Diagnosis& diagnosis, const RunRef& run, const Past& past, const Config& config,
                                Timestamp now);

/// The circuit breaker (A16). It opens where too few of the last repairs helped; after a pause one is let through, as a
/// trial: a success closes it and begins the count anew, a failure begins the pause anew.
enum class Breaker { closed, open, half_open };
Breaker breaker_of(const std::vector<PastRepair>& repairs, const Config::CircuitBreaker& settings, Timestamp now);

}  // namespace regreen
