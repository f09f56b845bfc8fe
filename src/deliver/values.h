#pragma once

#include "deliver/form.h"
#include "model/case.h"

#include <span>

namespace regreen {

/// What forms may say about a Case; docs/templates.md describes each.
std::span<const ValueName> value_names();

/// Of a Case with an Outcome. What logs and files say stands in code.
Values values_of(const Case& one);

}  // namespace regreen
