#pragma once

#include "adapters/github/run.h"

#include <string>
#include <string_view>

namespace regreen {

/// Is a comment or a review by somebody who may write here? Everybody may write our marks.
bool is_by_writer(const nlohmann::json& comment);

/// The pull request whose commit a run built; 0 where there is none. Asks GitHub only about a fork's, which it does not name with the
/// run.
Result<std::uint64_t> request_of(GitHubApi& api, const RemoteRun& run);

/// Says something about a run on a pull request: in the one comment of ours, which has a part for each workflow and is edited in
/// place. Nothing is sent where it says so already.
Result<void> notify(GitHubApi& api, const RemoteRun& run, std::uint64_t request, std::string_view text);

/// A text with the part of that name replaced, or added at its end.
std::string with_part(const std::string& text, std::uint64_t name, std::string_view part);

}  // namespace regreen
