#pragma once

#include "mend/draft.h"

#include <string>

namespace regreen {

/// Jobs of a workflow that wait for one of another name wait for the job that is meant, and ask it by its name. Nothing where only
/// the names are alike: a job that waits for another one than its writer meant deploys what nobody looked at.
void respell_needed_job(const std::string& file, const std::string& word, Draft& draft);

}  // namespace regreen
