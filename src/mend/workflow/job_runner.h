#pragma once

#include "mend/draft.h"
#include "model/last_commit.h"

#include <cstddef>
#include <string>

namespace regreen {

/// Gives the job that a line is of the runner that the other jobs have; all jobs without one for line 0. Nothing where they have
/// several, and the job's own past does not tell which.
void give_runner(const std::string& file, std::size_t number, const LastCommit& commit, Draft& draft);

/// Takes `runs-on` from a job that calls another workflow of the repository, whose jobs have runners of their own.
void drop_runner(const std::string& file, std::size_t number, Draft& draft);

}  // namespace regreen
