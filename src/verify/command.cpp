#include "verify/command.h"

#include "base/text.h"
#include "verify/preparation.h"
#include "verify/task.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

// What projects run by habit, by the file that shows it and a text in it that must be there.
struct Habit {
  std::string_view file;
  std::string_view needs;
  std::string_view command;
};

// clang-format off
constexpr auto habits = std::to_array<Habit>({
    {"Makefile", "\nci:", "make ci"},
    {"Makefile", "\ntest:", "make test"},
    {"Makefile", "\ncheck:", "make check"},
    {"package.json", "\"test\":", "npm test"},
    {"Cargo.toml", "", "cargo test"},
    {"go.mod", "", "go test ./..."},
    {"pom.xml", "", "mvn -q test"},
    {"tox.ini", "", "python3 -m pytest"},
    {"pyproject.toml", "pytest", "python3 -m pytest"},
    {"setup.cfg", "pytest", "python3 -m pytest"},
});
// clang-format on

// Actions that do nothing but run a check.
struct Check {
  std::string_view action;
  std::string_view command;
};

// clang-format off
constexpr auto checks = std::to_array<Check>({
    {"pre-commit/action", "pre-commit run --all-files --show-diff-on-failure"},
    {"psf/black", "black --check ."},
    {"astral-sh/ruff-action", "ruff check"},
    {"chartboost/ruff-action", "ruff check"},
    {"golangci/golangci-lint-action", "golangci-lint run"},
    {"ludeeus/action-shellcheck", "git ls-files -z '*.sh' | xargs -0 -r shellcheck"},
    {"crate-ci/typos", "typos"},
    {"hadolint/hadolint-action", "hadolint Dockerfile"},
});
// clang-format on

// A step that the log may mean: the tasks that it is made of, and those before it in its job.
struct Candidate {
  WorkflowJob job;
  std::vector<Task> before, tasks;
  std::pair<Likeness, Likeness> likeness = {Likeness::none, Likeness::none};  // of the job, of the step

  std::string where() const {
    const std::string name = job.printed.empty() ? job.id : job.printed;
    const std::string step =
        tasks.size() == 1 || tasks.front().outer.empty() ? tasks.front().name : tasks.front().outer.front();
    return fmt::format("{}, job {}, step {}", job.file, name, step);
  }
};

Likeness best_likeness(const std::string& printed, const std::vector<std::string>& titles) {
  Likeness best = Likeness::none;
  for (const auto& title : titles) best = std::max(best, likeness(printed, title));
  return best;
}

// A step that has its own name in the log, else all of the composite action that has it.
std::optional<Candidate> candidate_in(const WorkflowJob& job, const Diagnosis& diagnosis, const Tree& tree) {
  const std::vector<Task> all = tasks_of(job, tree);
  Candidate best{job, {}, {}, {likeness(diagnosis.job, job), Likeness::none}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Likeness own = best_likeness(diagnosis.step, all[i].titles);
    if (own <= best.likeness.second) continue;
    best.likeness.second = own;
    best.tasks = {all[i]};
    best.before = {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i)};
  }
  if (!best.tasks.empty()) return best;
  for (const auto& task : all) {
    const Likeness outer = best_likeness(diagnosis.step, task.outer);
    if (outer == Likeness::none && best.tasks.empty()) best.before.push_back(task);
    if (outer == Likeness::none) continue;
    best.tasks.push_back(task);
    best.likeness.second = outer;
  }
  return best.tasks.empty() ? std::nullopt : std::optional(best);
}

// The likeliest ones; more than one where the log fits them equally.
std::vector<Candidate> candidates(const Diagnosis& diagnosis, const Tree& tree) {
  std::vector<Candidate> best;
  if (diagnosis.step.empty()) return best;
  for (const auto& job : jobs_of(tree)) {
    if (likeness(diagnosis.job, job) == Likeness::none) continue;
    auto one = candidate_in(job, diagnosis, tree);
    if (!one || (!best.empty() && one->likeness < best.front().likeness)) continue;
    if (!best.empty() && one->likeness > best.front().likeness) best.clear();
    best.push_back(std::move(*one));
  }
  return best;
}

// Why a step cannot be run here; empty where it can.
std::string trouble_with(const Candidate& step) {
  for (const auto& task : step.tasks) {
    if (!task.action.empty()) return "is the action " + task.action;
    if (trim(task.run).empty()) return "runs nothing";
    if (!task.unknown.empty()) return fmt::format("needs ${{{{ {} }}}}, which only GitHub knows", task.unknown.front());
    const bool of_windows = task.shell == "cmd" || task.shell == "powershell" || task.shell == "pwsh";
    if (of_windows || (task.shell.empty() && step.job.system() == "Windows")) return "runs in a shell of Windows";
  }
  return "";
}

std::string surroundings_of(const Candidate& step) {
  std::string text;
  if (const auto system = step.job.system(); system != "Linux") text += comment("it ran on " + system);
  const Yaml container = step.job.job["container"];
  if (container.is_there())
    text += comment("it ran in the container " + (container.is_mapping() ? container["image"] : container).text());
  step.job.job["services"].each_entry(
      [&](const std::string& name, const Yaml&) { text += comment("it had the service " + name); });
  return text;
}

std::string in_own_shell(const Task& task) {
  std::string text = script_of(task);
  if (!text.ends_with('\n')) text += '\n';
  return "(\n" + text + ")\n";
}

// Each step has a shell of its own; the last one is the script's.
std::string script_of(const Candidate& step) {
  std::string text;
  const Preparation preparation = preparation_for(step.before);
  if (!preparation.left_out.empty()) text += comment("set-up that is left out: " + join(preparation.left_out, ", "));
  for (const auto& task : step.tasks) {
    for (const auto& note : task.notes) text += comment(note);
  }
  text += "export CI=true\n";
  if (preparation.tasks.size() + step.tasks.size() > 1) text += "set -e\n";
  for (const auto& task : preparation.tasks) text += in_own_shell(task);
  for (std::size_t i = 0; i + 1 < step.tasks.size(); ++i) {
    if (step.tasks[i].may_run) text += in_own_shell(step.tasks[i]);
  }
  return text + script_of(step.tasks.back());
}

std::optional<std::string> command_of_action(const Candidate& step) {
  const std::string& action = step.tasks.front().action;
  const auto found = std::ranges::find(checks, action.substr(0, action.find('@')), &Check::action);
  return found == checks.end() ? std::nullopt : std::optional(std::string(found->command));
}

std::optional<std::string> habit_of(const Tree& tree) {
  for (const auto& [file, needs, command] : habits) {
    const auto text = tree.read(file);
    if (text && contains("\n" + *text, needs)) return std::string(command);
  }
  return std::nullopt;
}

FoundCommand found(const Candidate& step, const std::vector<Candidate>& all, const std::string& script) {
  std::string head = comment(step.where()) + surroundings_of(step);
  const bool differs = std::ranges::any_of(all, [&](const Candidate& other) { return script_of(other) != script; });
  if (differs) head += comment(fmt::format("{} steps fit what the log says; this is the first", all.size()));
  return {head + script, tools_of(step.before)};
}

}  // namespace

Result<FoundCommand> find_command(const Diagnosis& diagnosis, const Tree& tree) {
  std::string why_not;
  const auto steps = candidates(diagnosis, tree);
  for (const auto& step : steps) {
    const std::string trouble = trouble_with(step);
    if (trouble.empty()) return found(step, steps, script_of(step));
    if (const auto check = command_of_action(step))
      return FoundCommand{comment(step.where()) + *check, tools_of(step.before)};
    if (why_not.empty()) why_not = fmt::format("the failed step ({}) {}", step.where(), trouble);
  }
  if (const auto habit = habit_of(tree)) {
    return FoundCommand{why_not.empty() ? *habit : comment(why_not + "; this is what such projects run") + *habit, {}};
  }
  const std::string ask = "name a command that proves a repair with --verify";
  return fail(ErrorKind::invalid, why_not.empty() ? "no failed step is known; " + ask : why_not + "; " + ask);
}

}  // namespace regreen
