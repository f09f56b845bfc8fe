#pragma once

#include "cli/options.h"

#include <string>

namespace regreen {

// What contradicts itself on a command line although each word of it is right. Empty where nothing does.

std::string mistake_of_diagnose(const DiagnoseOptions& diagnose);
std::string mistake_of_heal(const HealCommand& heal);
std::string mistake_of_learn_green(const LearnGreenOptions& learn, bool lists, bool forgets);

}  // namespace regreen
