#include "report/workflow_file.h"

#include "base/text.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr std::string_view mend =
    R"(# Written by `regreen init`. It reads failed runs, mends what can be mended, and proposes the repair as a draft pull request.
name: regreen

on:
  workflow_run:
    workflows: [@workflows@]
    types: [completed]
  workflow_dispatch:
    inputs:
      run:
        description: The id of a failed run
        required: true
        type: string
      force:
        description: Also below the confidence threshold
        type: boolean
        default: false

permissions: {}

concurrency:
  group: regreen-${{ github.event.workflow_run.id || inputs.run }}

jobs:
  # Runs the repository's code, in regreen's sandbox: without secrets, and with a token that can only read.
  mend:
    if: >-
      github.event_name == 'workflow_dispatch'
      || contains(fromJSON('["failure", "timed_out", "startup_failure"]'), github.event.workflow_run.conclusion)
      || startsWith(github.event.workflow_run.head_branch, 'fix/auto-')
    runs-on: ubuntu-latest
    timeout-minutes: 90
    permissions:
      actions: read
      contents: read
      pull-requests: read
    steps:
      - uses: @action@
      - name: Diagnose, mend and prove
        env:
          GITHUB_TOKEN: ${{ github.token }}
          RUN: ${{ github.event.workflow_run.id || inputs.run }}
          UNATTENDED: ${{ !inputs.force && 'yes' || '' }}
        run: |
          set +e
          regreen heal --run "$RUN" --repo "$GITHUB_REPOSITORY" ${UNATTENDED:+--unattended} --save case.json
          test -f case.json
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: case
          path: case.json
          retention-days: 7
)";

// The case goes from one job of a run to the next; nothing else of that run can have written it.
constexpr std::string_view after_mend = R"(
  # May write, and runs nobody's code: it judges the patch again, and carries out what is decided.
  hand-over:
    needs: mend
)";

// Whoever opens a pull request may bring a workflow of the same name: only a run of what lies on the default branch is followed.
constexpr std::string_view after_workflow =
    R"(# Written by `regreen init --two-workflows`. It hands over what the workflow 'regreen' found out, and shares no run with it.
name: regreen deliver

on:
  workflow_run:
    workflows: [regreen]
    types: [completed]

permissions: {}

concurrency:
  group: regreen-deliver-${{ github.event.workflow_run.id }}

jobs:
  # May write, and runs nobody's code: it judges the patch again, and carries out what is decided.
  hand-over:
    if: >-
      github.event.workflow_run.conclusion == 'success'
      && contains(fromJSON('["workflow_run", "workflow_dispatch"]'), github.event.workflow_run.event)
      && github.event.workflow_run.head_branch == github.event.repository.default_branch
      && github.event.workflow_run.head_repository.full_name == github.repository
)";

constexpr std::string_view hand_over = R"(    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      actions: write
      contents: write
      issues: write
      pull-requests: write
    steps:
      - uses: @action@
      - uses: actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0
        with:
          name: case
@artifact@      - name: Hand over
        env:
          # A GitHub App's token has the checks of what it opens started; a workflow's own does not.
          GITHUB_TOKEN: ${{ github.token }}
@environment@        # That a person has to look is told in the summary, and where the run belongs; this workflow is not red for it.
        run: regreen deliver case.json @run@--repo "$GITHUB_REPOSITORY" || [ "$?" -eq 1 ]
)";

/// What differs between the forms in it.
struct Form {
  std::string_view artifact, environment, run;
};

constexpr Form of_own_run = {"", "          RUN: ${{ github.event.workflow_run.id || inputs.run }}\n",
                             "--run \"$RUN\" "};
constexpr Form of_other_run = {
    "          run-id: ${{ github.event.workflow_run.id }}\n          github-token: ${{ github.token }}\n", "", ""};

constexpr std::string_view configuration =
    R"(# What regreen may do here. Every key: docs/configuration.md of regreen. This file counts as it is on the default branch.
enabled: true
confidence_threshold: 0.85
max_file_changes: 10
max_heal_attempts_per_day: 20

# One comment on the pull request of a failed run, edited in place.
comments: true

# The command that proves a repair, where it is not the failed step's own:
# verify: make check
)";

// A name within a flow sequence of YAML, whatever is in it.
std::string quoted(std::string_view name) {
  return "\"" + replace_all(replace_all(printable(name), "\\", "\\\\"), "\"", "\\\"") + "\"";
}

}  // namespace

std::vector<WorkflowFile> workflow_files(const std::vector<std::string>& workflows, const std::string& action,
                                         WorkflowForm form) {
  std::vector<std::string> names;
  for (const auto& name : workflows) names.push_back(quoted(name));
  const std::string reader =
      replace_all(replace_all(std::string(mend), "@workflows@", join(names, ", ")), "@action@", action);
  const auto writer = [&](std::string_view begin, const Form& filling) {
    std::string text = replace_all(fmt::format("{}{}", begin, hand_over), "@artifact@", filling.artifact);
    text = replace_all(replace_all(std::move(text), "@environment@", filling.environment), "@run@", filling.run);
    return replace_all(std::move(text), "@action@", action);
  };
  if (form == WorkflowForm::one) return {{workflow_paths[0], reader + writer(after_mend, of_own_run)}};
  return {{workflow_paths[0], reader}, {workflow_paths[1], writer(after_workflow, of_other_run)}};
}

std::string configuration_file() { return std::string(configuration); }

}  // namespace regreen
