#pragma once

#include <optional>
#include <string>

#include "model/diagnosis.h"
#include "model/tree.h"

namespace regreen {

/// The command whose failure was diagnosed: the failed step's own in the workflow files, else what projects of this
/// kind run. Nothing where neither is known, or the step needs what only the forge can fill in (`${{ … }}`).
std::optional<std::string> find_command(const Diagnosis& diagnosis, const Tree& tree);

}  // namespace regreen
