#pragma once

#include "verify/expression.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace regreen {

/// What one job of a matrix is for: names and values, in the order in which its name tells them.
using Combination = std::vector<std::pair<std::string, Value>>;

/// The jobs that a `matrix` stands for, as GitHub counts them: all products of its lists, less `exclude`, with `include`.
/// Nothing where only the run knew them.
std::optional<std::vector<Combination>> combinations(const Yaml& matrix, const Scope& scope);

/// What stands in a job's name: "3.9, ubuntu-22.04".
std::string label_of(const Combination& combination);

}  // namespace regreen
