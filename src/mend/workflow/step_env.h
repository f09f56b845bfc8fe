#pragma once

#include "mend/fixer.h"
#include "mend/workflow/steps.h"
#include "model/patch.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Can nobody mean the value to be used: a blank to fill in, or a secret?
bool is_placeholder(std::string_view key, std::string_view value);

/// Does a value speak of nothing beyond the machine that runs the job? It may be given to another one.
bool is_of_runner(std::string_view value);

/// Does a job bring something out to users? What it does there is for a person to say.
bool is_deployment(const Lines& lines, const JobLines& job);

/// The edits that give a variable to the step that failed for want of it, and to those of its job that demand it as well, where the
/// workflow gives it one plain value elsewhere. None for secrets, and for jobs that deploy.
std::vector<Edit> env_as_other_steps(const Patient& patient, const Occurrence& occurrence, std::string_view workflow,
                                     const std::string& key);

}  // namespace regreen
