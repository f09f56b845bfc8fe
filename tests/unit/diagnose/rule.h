#pragma once

#include "rules/rule_set.h"

namespace regreen {

/// A rule whose pattern and cause are its name.
inline Rule rule(std::string id, std::string category, double confidence, Role role = Role::cause) {
  Rule one;
  one.id = {std::move(id)};
  one.category = std::move(category);
  one.confidence = confidence;
  one.pattern = one.id.value;
  one.root_cause = one.id.value;
  one.role = role;
  return one;
}

}  // namespace regreen
