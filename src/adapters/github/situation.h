#pragma once

#include "adapters/github/run.h"
#include "base/id.h"
#include "model/situation.h"

namespace regreen {

/// What GitHub knows of a run beside its log, and of our last proposal about the failure. Two requests. Ours is a proposal of a
/// branch of ours, which only who may push can have made; a mark in the text of a stranger's request is nothing.
Result<Situation> look_at(GitHubApi& api, const RemoteRun& run, const Signature& cause);

}  // namespace regreen
