#pragma once

#include "model/case.h"
#include "model/plan.h"
#include "policy/config.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// Does a person wait for the answer, or does a service work alone? Thresholds, breaker and daily limits bind the
/// second and only warn the first.
enum class Attended { yes, no };

/// May this failure be healed at all? A refusal for what is never healed automatically (C9), for categories that the
/// configuration excludes, and where healing is switched off.
std::optional<Refusal> may_heal(const Diagnosis& diagnosis, const Config& config);

/// May this remedy be tried?
std::optional<Refusal> may_try(const Remedy& remedy, const Config& config);

/// A kind of failure that no agent may work on, as far as the diagnosis tells: secrets, rights, gates, what is nobody's source.
std::optional<Refusal> left_to_people(const Diagnosis& diagnosis);

/// What a human has to decide once no remedy proved itself: orders in the log, a kind of failure that no agent may
/// work on, a protected file. Nothing where an agent could go on.
std::optional<Refusal> must_escalate(const Diagnosis& diagnosis, const Evidence& evidence, const Config& config);

/// The risk of a patch by A14: low from 90 % and below 3 files, medium from 85 % and below 5 files, else high.
Risk risk_of(double confidence, std::size_t files);

/// What would stop unattended work, as sentences; for a person they are warnings.
std::vector<std::string> reservations(const Diagnosis& diagnosis, const Config& config);

}  // namespace regreen
