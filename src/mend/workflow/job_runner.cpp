#include "mend/workflow/job_runner.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

// The line of a key of the job; 0 where it has none.
std::size_t line_of(const Lines& lines, const JobLines& job, std::string_view key) {
  const auto depth = key_depth(lines, job);
  for (auto number = job.first + 1; number <= job.last && depth > 0; ++number) {
    if (key_on(lines.line(number), key) == depth) return number;
  }
  return 0;
}

std::string_view value_on(std::string_view line) {
  line = line.substr(0, line.find(" #"));
  return trim(line.substr(std::min(line.find(':'), line.size() - 1) + 1));
}

// The runners that jobs have on one line, and that no matrix chooses.
std::set<std::string> runners_of(const Lines& lines) {
  std::set<std::string> runners;
  for (const auto& job : job_lines(lines)) {
    const auto number = line_of(lines, job, "runs-on");
    const auto runner = number == 0 ? std::string_view() : value_on(lines.line(number));
    if (!runner.empty() && !contains(runner, "${{")) runners.emplace(runner);
  }
  return runners;
}

// The runner that a job had before the newest commit; "" where that does not tell.
std::string runner_before(const LastCommit& commit, const std::string& file, const std::string& name) {
  const auto changed = commit.before.find(file);
  if (changed == commit.before.end() || !changed->second) return "";
  const Lines lines(*changed->second);
  for (const auto& job : job_lines(lines)) {
    const auto number = job.name == name ? line_of(lines, job, "runs-on") : 0;
    if (number != 0) return std::string(value_on(lines.line(number)));
  }
  return "";
}

// Does a job call what only Windows or macOS has?
bool is_of_another_system(const Lines& lines, const JobLines& job) {
  constexpr auto words =
      std::to_array<std::string_view>({"choco ", "msbuild", "shell: cmd", "shell: powershell", "xcodebuild", "codesign",
                                       "swift ", "brew ", ".exe", "pod install", "windows", "macos"});
  for (auto number = job.first; number <= job.last; ++number) {
    const auto line = lower(lines.line(number));
    if (std::ranges::any_of(words, [&](auto word) { return contains(line, word); })) return true;
  }
  return false;
}

// The runner of a job that has none: what it had, what all others have, or GitHub's usual one where nobody says any.
std::string runner_for(const std::string& file, const Lines& lines, const JobLines& job, const LastCommit& commit) {
  if (auto before = runner_before(commit, file, job.name); !before.empty() && !contains(before, "${{")) return before;
  const auto runners = runners_of(lines);
  if (runners.size() > 1) return "";
  const std::string runner = runners.empty() ? "ubuntu-latest" : *runners.begin();
  return contains(runner, "ubuntu") && is_of_another_system(lines, job) ? "" : runner;
}

}  // namespace

void give_runner(const std::string& file, std::size_t number, const LastCommit& commit, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (const auto& job : job_lines(lines)) {
    const auto depth = key_depth(lines, job);
    const bool is_meant = number == 0 || (number >= job.first && number <= job.last);
    if (!is_meant || line_of(lines, job, "runs-on") != 0 || line_of(lines, job, "uses") != 0) continue;
    if (line_of(lines, job, "steps") == 0) continue;
    const auto runner = runner_for(file, lines, job, commit);
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
