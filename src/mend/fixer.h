#pragma once

#include "mend/mend.h"
#include "model/diagnosis.h"
#include "model/patch.h"
#include "model/tree.h"
#include "rules/rule_set.h"

#include <span>
#include <string_view>
#include <vector>

namespace regreen {

/// What a fixer may look at. `rules` is for its tables of names (package names, moved modules, codemods), `last_commit` for what the
/// tree of today does not tell: how the files were before the newest commit.
struct Patient {
  const Diagnosis& diagnosis;
  const Tree& tree;
  const RuleSet& rules;
  const LastCommit& last_commit = no_commit;
};

/// Answers patches to try, best first; none where it has nothing to change. Edits by position: comments,
/// quoting, order and line ends of everything else stay byte for byte. Idempotent: on a mended tree it
/// answers nothing.
using Fixer = std::vector<Patch> (*)(const Patient& patient);

/// A fixer by the id of the remedy that it carries out.
struct FixerRow {
  std::string_view remedy;
  Fixer fix;
};

/// Answers the commands to try where the tool depends on the project: its package manager, its layout. Words that
/// come from outside are checked and quoted.
using ToolChooser = std::vector<ToolCall> (*)(const Patient& patient);

struct ToolRow {
  std::string_view remedy;
  ToolChooser choose;
};

/// All fixers there are: each room has its own in an explicit table (table.cpp).
std::span<const FixerRow> fixers();
std::span<const ToolRow> tool_choosers();

}  // namespace regreen
