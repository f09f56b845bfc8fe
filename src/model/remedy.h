#pragma once

#include "base/id.h"

#include <string>
#include <vector>

namespace regreen {

enum class RemedyKind {
  edit,      ///< a fixer of ours looks at the diagnosis and the tree and answers a patch
  run,       ///< a tool of the project's runs in the sandbox; its diff is the patch
  rerun,     ///< run again, change nothing
  escalate,  ///< a human decides
};

/// How far a change reaches when it is wrong (A14).
enum class Risk { low, medium, high };

/// One way of mending. A row of rules/remedies.toml.
struct Remedy {
  RemedyId id;
  RemedyKind kind = RemedyKind::edit;
  Risk risk = Risk::low;
  std::string title;                  ///< what it does, for people: "Add the package to the project's dependencies"
  std::vector<std::string> commands;  ///< kind run: tried in this order; {files} are the files the diagnosis names
  std::vector<std::string>
      may_change;  ///< globs that this remedy may touch although they are protected (workflows, tests)
  std::vector<std::string> waives =
      {};  ///< guards that do not bind it, because it was made to do that: "guard.timeout"
};

}  // namespace regreen
