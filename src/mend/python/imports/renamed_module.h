#pragma once

#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <optional>
#include <string>

namespace regreen {

/// What a module that is not there is called today: the only one beside it that defines all the functions and classes which the
/// project takes from it, as others import them already. Nothing where the lost one may have been a module of its own: one that is
/// made, chosen by platform, kept out of the repository, or a variant of the other.
std::optional<std::string> renamed_module(const Patient& patient, const PythonProject& project,
                                          const std::string& module);

}  // namespace regreen
