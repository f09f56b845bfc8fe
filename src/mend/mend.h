#pragma once

#include "model/diagnosis.h"
#include "model/patch.h"
#include "model/remedy.h"
#include "model/tree.h"
#include "rules/rule_set.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace regreen {

struct LastCommit;
extern const LastCommit no_commit;

/// A command whose diff is the repair; it runs in the sandbox.
struct ToolCall {
  std::string command;

  bool operator==(const ToolCall&) const = default;
};

/// Something to try: a finished patch, or a tool to run.
using Candidate = std::variant<Patch, ToolCall>;

/// What a remedy would do about a diagnosis, best candidate first; none where it has nothing to change. Pure:
/// looks at nothing but its parameters. Every captured text is outside text: it becomes a path, name or line
/// of a file only after it was checked to be one. Where the failure is of one of the repository's projects (part.h), what the
/// remedy would do if that project were all there is comes, too. `command` is what failed, as far as it is known,
/// `last_commit` what was changed before it did.
std::vector<Candidate> mend(const Remedy& remedy, const Diagnosis& diagnosis, const Tree& tree, const RuleSet& rules,
                            std::string_view command = "", const LastCommit& last_commit = no_commit);

}  // namespace regreen
