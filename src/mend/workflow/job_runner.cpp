#include "mend/workflow/job_runner.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {
namespace {

std::string unquoted(std::string_view value) { return replace_all(replace_all(std::string(value), "\"", ""), "'", ""); }

// The machines of GitHub that do for any job of Linux.
constexpr auto usual_runners = std::to_array<std::string_view>({"ubuntu-latest", "ubuntu-24.04", "ubuntu-22.04"});

// The runners of a workflow's jobs, one for each; "" where a list, a group or an expression chooses.
std::vector<std::string> runners_of(const Lines& lines) {
  std::vector<std::string> runners;
  for (const auto& job : job_lines(lines)) {
    const auto number = line_of(lines, job, "runs-on");
    const auto runner = number == 0 ? std::string() : unquoted(value_on(lines.line(number)));
    if (number != 0) runners.push_back(is_among(runner, usual_runners) ? runner : "");
  }
  return runners;
}

std::vector<std::string> runners_of_others(const Tree& tree, const std::string& file) {
  std::vector<std::string> runners;
  for (const auto& path : tree.list()) {
    const bool is_other = path != file && path.starts_with(".github/workflows/") && is_workflow(path);
    const auto text = is_other ? tree.read(path) : std::nullopt;
    if (text) std::ranges::copy(runners_of(Lines(*text)), std::back_inserter(runners));
  }
  return runners;
}

// The runner that a job had before the newest commit: "" where a list, a group or an expression chose. Nothing where it had none.
std::optional<std::string> runner_before(const LastCommit& commit, const std::string& file, const std::string& name) {
  const auto changed = commit.before.find(file);
  if (changed == commit.before.end() || !changed->second) return std::nullopt;
  const Lines lines(*changed->second);
  for (const auto& job : job_lines(lines)) {
    const auto number = job.name == name ? line_of(lines, job, "runs-on") : 0;
    if (number == 0) continue;
    const auto value = value_on(lines.line(number));
    return contains(value, "${{") || value.starts_with('#') ? "" : std::string(value);
  }
  return std::nullopt;
}

// Does a job call what only Windows, macOS or a machine of another kind has?
bool is_of_another_system(const Lines& lines, const JobLines& job) {
  constexpr auto words = std::to_array<std::string_view>(
      {"choco ", "msbuild", "shell: cmd", "shell: powershell", "xcodebuild", "codesign", "swift ", "brew ", ".exe",
       ".ps1", "pwsh", "pod install", "windows", "macos", "arm64", "aarch64", "gpu", "nvidia"});
  for (auto number = job.first; number <= job.last; ++number) {
    const auto line = lower(lines.line(number));
    if (std::ranges::any_of(words, [&](auto word) { return contains(line, word); })) return true;
  }
  return false;
}

// The usual runner that at least two other jobs have and no other job of the workflow differs from: a job that says nothing else is
// like them. Where nobody in the repository says any it is GitHub's usual one. Who deploys or chooses by a matrix may need another.
std::string runner_of_all(const Tree& tree, const std::string& file, const Lines& lines) {
  auto runners = runners_of(lines);
  constexpr std::size_t enough = 2;
  if (runners.size() < enough) std::ranges::copy(runners_of_others(tree, file), std::back_inserter(runners));
  if (runners.empty()) return "ubuntu-latest";
  const std::set<std::string> kinds(runners.begin(), runners.end());
  return runners.size() >= enough && kinds.size() == 1 ? runners.front() : "";
}

std::string runner_for(const Patient& patient, const std::string& file, const Lines& lines, const JobLines& job) {
  if (auto before = runner_before(patient.last_commit, file, job.name)) return *std::move(before);
  const bool is_special = std::ranges::any_of(std::to_array<std::string_view>({"strategy", "environment"}),
                                              [&](auto key) { return line_of(lines, job, key) != 0; });
  return is_special || is_of_another_system(lines, job) ? "" : runner_of_all(patient.tree, file, lines);
}

}  // namespace

void give_runner(const Patient& patient, const std::string& file, std::size_t number, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (const auto& job : job_lines(lines)) {
    const auto depth = key_depth(lines, job);
    const bool is_meant = number == 0 || (number >= job.first && number <= job.last);
    if (!is_meant || line_of(lines, job, "runs-on") != 0 || line_of(lines, job, "uses") != 0) continue;
    if (line_of(lines, job, "steps") == 0) continue;
    const auto runner = runner_for(patient, file, lines, job);
    if (!runner.empty())
      edits.push_back(line_below(*text, lines.begin(job.first), std::string(depth, ' ') + "runs-on: " + runner));
  }
  draft.edit(file, std::move(edits));
}

void drop_runner(const std::string& file, std::size_t number, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  for (const auto& job : job_lines(lines)) {
    const auto uses = line_of(lines, job, "uses");
    if (line_of(lines, job, "runs-on") != number || uses == 0 || line_of(lines, job, "steps") != 0) continue;
    const auto called = value_on(lines.line(uses));
    const auto other = called.starts_with("./") ? draft.read(called.substr(2)) : std::nullopt;
    if (value_on(lines.line(number)).empty() || !other) return;
    for (const auto line : split_lines(*other)) {
      if (key_on(line, "runs-on") && contains(line, "inputs.")) return;  // it may have been meant for that
    }
    draft.edit(file, {{lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""}});
    return;
  }
}

}  // namespace regreen
