#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <cstddef>
#include <string>

namespace regreen {

/// Gives the job that a line is of its runner; all jobs without one for line 0. It is the one that the job had before the newest
/// commit, or a usual one of GitHub's that all others have. Nothing where that does not tell.
void give_runner(const Patient& patient, const std::string& file, std::size_t number, Draft& draft);

/// Takes `runs-on` from a job that calls another workflow of the repository, whose jobs have runners of their own.
void drop_runner(const std::string& file, std::size_t number, Draft& draft);

}  // namespace regreen
