#pragma once

#include "model/last_commit.h"

#include <string>
#include <string_view>

namespace regreen {

/// What a job of a workflow is called today that the newest commit gave another name, and nothing else but a title or jobs to wait for.
/// "" where no job or several of today do what that one did: one that was split or changed is another job.
std::string renamed_job(const LastCommit& commit, const std::string& file, std::string_view today,
                        std::string_view name);

}  // namespace regreen
