#include "policy/decide.h"

#include "base/among.h"
#include "base/secret_name.h"
#include "base/text.h"
#include "model/category.h"
#include "policy/guard.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {

std::optional<Refusal> may_heal(const Diagnosis& diagnosis, const Config& config) {
  if (!config.enabled) return Refusal{"policy.disabled", "Healing is switched off in this repository's configuration"};
  if (healing_of(diagnosis.category) == Healing::forbidden) {
    return Refusal{"category." + diagnosis.category,
                   fmt::format("A human decides about a {}: {}", diagnosis.category, diagnosis.root_cause)};
  }
  if (is_among(diagnosis.category, config.never_heal)) {
    return Refusal{"policy.never-heal", fmt::format("This repository never heals {}", diagnosis.category)};
  }
  return std::nullopt;
}

std::optional<Refusal> may_try(const Remedy& remedy, const Config& config) {
  const auto names = [&](const std::string& glob) { return glob_matches(glob, remedy.id.value); };
  if (std::ranges::none_of(config.disabled_remedies, names)) return std::nullopt;
  return Refusal{"policy.disabled-remedy", fmt::format("This repository does not use {}", remedy.id.value)};
}

std::optional<Refusal> left_to_people(const Diagnosis& diagnosis) {
  if (healing_of(diagnosis.category) != Healing::allowed) {
    return Refusal{"category." + diagnosis.category,
                   fmt::format("A human decides about a {}: {}", diagnosis.category, diagnosis.root_cause)};
  }
  if (diagnosis.category == "permission_denied" && diagnosis.remedies.empty()) {
    return Refusal{"category.permission_denied",
                   fmt::format("Only a human gives more rights: {}", diagnosis.root_cause)};
  }
  const auto key = diagnosis.captures.find("key");
  if (diagnosis.category == "environment_variable" && key != diagnosis.captures.end() &&
      kind_of_name(key->second) != NameKind::other) {
    return Refusal{"category.credential",
                   fmt::format("Only a human can supply {}: {}", key->second, diagnosis.root_cause)};
  }
  return std::nullopt;
}

std::optional<Refusal> must_escalate(const Diagnosis& diagnosis, const Evidence& evidence, const Config& config) {
  if (!evidence.orders.empty()) {
    return Refusal{"log.instructions",
                   fmt::format("Line {} of the log gives orders to bots; nothing of it is followed and a human decides",
                               evidence.orders.front().line)};
  }
  if (auto refusal = left_to_people(diagnosis)) return refusal;
  for (const auto& location : diagnosis.locations) {
    if (!is_protected(location.file, config)) continue;
    return Refusal{"policy.protected-file", fmt::format("{} is protected: only a human changes it", location.file)};
  }
  return std::nullopt;
}

Risk risk_of(double confidence, std::size_t files) {
  if (confidence >= 0.90 && files < 3) return Risk::low;
  if (confidence >= 0.85 && files < 5) return Risk::medium;
  return Risk::high;
}

std::vector<std::string> reservations(const Diagnosis& diagnosis, const Config& config) {
  if (diagnosis.confidence >= config.confidence_threshold) return {};
  return {fmt::format("The diagnosis is {:.0f} % sure; unattended work starts at {:.0f} %", diagnosis.confidence * 100,
                      config.confidence_threshold * 100)};
}

}  // namespace regreen
