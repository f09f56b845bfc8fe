#pragma once

#include "model/diagnosis.h"
#include "model/plan.h"
#include "model/tree.h"

#include <optional>

namespace regreen {

/// Rates, limits, periods: where the message of a failed test, the test or what it tests says that people have to agree to a change
/// ("changes need the sign-off of legal", "# approved by finance"), neither a program nor an agent tells which side is right.
/// Looks at the files that the diagnosis names, at the data beside them and at what those files name, two steps far; at the README
/// beside such data, at documents with the name of what the test is about, and at who owns both the test and its data (CODEOWNERS).
std::optional<Refusal> asks_for_agreement(const Diagnosis& diagnosis, const Tree& tree);

}  // namespace regreen
