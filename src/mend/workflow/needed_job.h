#pragma once

#include "mend/draft.h"
#include "model/last_commit.h"

#include <string>

namespace regreen {

/// Jobs of a workflow that wait for one of another name wait for the job that is meant, and ask it by its name: the one that the
/// newest commit renamed, else one whose name says so. Nothing where only the names are alike: a job that waits for another one than
/// its writer meant deploys what nobody looked at.
void respell_needed_job(const std::string& file, const std::string& word, const LastCommit& commit, Draft& draft);

}  // namespace regreen
