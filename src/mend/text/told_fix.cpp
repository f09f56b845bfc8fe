// project.run-told: a check that the project has itself says by which call of the same kind it mends what it found: a program in the
// tree, an option that the program knows, and folders that are there. Nothing else of what a log says is run.

#include "mend/fixer.h"
#include "mend/place.h"
#include "mend/text/fixers.h"
#include "mend/text/told_command.h"

#include <algorithm>

namespace regreen {

std::vector<ToolCall> run_told_fix(const Patient& patient) {
  std::vector<ToolCall> calls;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto command = told_fix(patient.tree, occurrence);
    if (command.empty() || std::ranges::find(calls, command, &ToolCall::command) != calls.end()) continue;
    calls.push_back({command});
  }
  return calls;
}

}  // namespace regreen
