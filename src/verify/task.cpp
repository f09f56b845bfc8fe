#include "verify/task.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t tasks_max = 500;
constexpr int actions_max = 8;  // composite actions in composite actions

// What the steps at one level have in common.
struct Frame {
  Scope scope;
  std::vector<std::pair<std::string, std::string>> variables = {};
  std::vector<std::string> notes = {};
  std::vector<std::string> outer = {};
  std::string shell = {}, folder = {};
  int depth = 0;
};

bool is_variable_name(std::string_view name) {
  const bool plain = name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") ==
                     std::string_view::npos;
  return plain && !name.empty() && (name.front() < '0' || name.front() > '9');
}

Scope with_variables(const Scope& scope, const std::vector<std::pair<std::string, std::string>>& variables) {
  return [scope, variables](std::string_view context, const std::string& name) -> std::optional<Value> {
    if (context != "env") return scope(context, name);
    const auto found = std::ranges::find(variables, name, &std::pair<std::string, std::string>::first);
    return found == variables.end() ? std::nullopt : std::optional<Value>(found->second);
  };
}

void set_variables(Frame& frame, const Yaml& env) {
  env.each_entry([&](const std::string& name, const Yaml& node) {
    if (!is_variable_name(name)) return;
    const auto value = resolved(node, with_variables(frame.scope, frame.variables));
    std::erase_if(frame.variables, [&](const auto& known) { return known.first == name; });
    if (value)
      frame.variables.emplace_back(name, text_of(*value));
    else
      frame.notes.push_back(fmt::format("{} is not set: it is {}", name, trim(node.text())));
  });
}

void set_defaults(Frame& frame, const Yaml& owner) {
  const Yaml run = owner["defaults"]["run"];
  if (run["shell"].is_there()) frame.shell = run["shell"].text();
  if (run["working-directory"].is_there()) frame.folder = run["working-directory"].text();
}

// "Run " and the first line, as the runner writes it into the log.
std::string run_title(std::string_view command) {
  command.remove_prefix(std::min(command.find_first_not_of(" \t\r\n"), command.size()));
  return "Run " + std::string(trim(command.substr(0, command.find('\n'))));
}

// Does it read variables as "$NAME"?
bool is_posix(std::string_view shell) { return shell.empty() || shell.starts_with("bash") || shell.starts_with("sh"); }

class TaskCollector {
 public:
  explicit TaskCollector(const Tree& tree) : tree_(tree) {}

  void add_steps(const Yaml& steps, const Frame& frame) {
    steps.each([&](const Yaml& step) {
      if (tasks_.size() < tasks_max && step.is_mapping()) add_step(step, frame);
    });
  }

  std::vector<Task> take() { return std::move(tasks_); }

 private:
  void add_step(const Yaml& step, Frame frame) {
    set_variables(frame, step["env"]);
    frame.scope = with_variables(frame.scope, frame.variables);
    Task task;
    task.outer = frame.outer;
    task.variables = frame.variables;
    task.notes = frame.notes;
    task.action = step["uses"].text();
    step["with"].each_entry([&](const std::string& name, const Yaml& given) {
      if (const auto value = resolved(given, frame.scope)) task.inputs.emplace_back(name, text_of(*value));
    });
    task.may_run = is_met(step["if"].text(), frame.scope);
    const auto fill = [&](const std::string& text) {
      Filled all = filled(text, frame.scope);
      std::ranges::move(all.unknown, std::back_inserter(task.unknown));
      return std::move(all.text);
    };
    task.name = filled(step["name"].text(), frame.scope).text;
    if (!task.name.empty()) task.titles.push_back(task.name);
    task.run = fill(step["run"].text());
    task.titles.push_back(task.action.empty() ? run_title(task.run) : "Run " + task.action);
    if (task.name.empty()) task.name = task.titles.back();
    task.shell = fill(step["shell"].is_there() ? step["shell"].text() : frame.shell);
    const bool names_workspace =
        contains(step["run"].text(), "github.workspace") || contains(step["run"].text(), "github.action_path");
    if (names_workspace && !is_posix(task.shell)) task.unknown.emplace_back("github.workspace");
    task.folder = fill(step["working-directory"].is_there() ? step["working-directory"].text() : frame.folder);
    if (task.action.starts_with("./")) return add_action(task, step["with"], frame);
    tasks_.push_back(std::move(task));
  }

  // An action of the repository itself: the steps of a composite one take its place.
  void add_action(const Task& task, const Yaml& with, const Frame& frame) {
    const std::string folder = std::string(task.action.substr(2, task.action.find_last_not_of('/') - 1));
    auto text = tree_.read(folder + "/action.yml");
    if (!text) text = tree_.read(folder + "/action.yaml");
    const auto action = text ? parse_yaml(*text) : std::nullopt;
    const Yaml steps = action ? (*action)["runs"]["steps"] : Yaml();
    if (!steps.is_list() || frame.depth == actions_max) return tasks_.push_back(task);
    Frame inner{scope_in_action(*action, with, frame.scope, folder), frame.variables, frame.notes, frame.outer};
    inner.outer.insert(inner.outer.end(), task.titles.begin(), task.titles.end());
    inner.depth = frame.depth + 1;
    const std::size_t first = tasks_.size();
    add_steps(steps, inner);
    for (std::size_t i = first; i < tasks_.size(); ++i) tasks_[i].may_run = tasks_[i].may_run && task.may_run;
  }

  static Scope scope_in_action(const Yaml& action, const Yaml& with, const Scope& scope, const std::string& folder) {
    std::map<std::string, std::optional<Value>> inputs;
    const auto as_text = [](const std::optional<Value>& value) {
      return value ? std::optional<Value>(text_of(*value)) : std::nullopt;
    };
    action["inputs"].each_entry(
        [&](const std::string& name, const Yaml& input) { inputs[name] = as_text(resolved(input["default"], scope)); });
    with.each_entry(
        [&](const std::string& name, const Yaml& given) { inputs[name] = as_text(resolved(given, scope)); });
    return [=](std::string_view context, const std::string& name) -> std::optional<Value> {
      if (context == "github" && name == "action_path") return text_of(*scope("github", "workspace")) + "/" + folder;
      if (context != "inputs") return scope(context, name);
      const auto found = inputs.find(name);
      return found == inputs.end() ? std::optional<Value>("") : found->second;
    };
  }

  // Unless it is known that it is not.
  static bool is_met(std::string condition, const Scope& scope) {
    if (condition.empty()) return true;
    condition = replace_all(replace_all(condition, "${{", ""), "}}", "");
    const auto value = evaluate(condition, scope);
    return !value || is_true(*value);
  }

  const Tree& tree_;
  std::vector<Task> tasks_;
};

// A word for bash in which the folder of the repository may be named.
std::string quoted(std::string_view text) {
  constexpr std::string_view workspace = "$GITHUB_WORKSPACE";
  const auto at = text.find(workspace);
  if (at == std::string_view::npos) return shell_quoted(text);
  std::string word = at == 0 ? "" : shell_quoted(text.substr(0, at));
  word += "\"$GITHUB_WORKSPACE\"";
  const std::string_view rest = text.substr(at + workspace.size());
  return rest.empty() ? word : word + quoted(rest);
}

// The files and folders that a runner names in variables, where the step asks for them.
std::string runner_variables(const Task& task, const std::string& text) {
  std::string lines;
  if (contains(text, "GITHUB_WORKSPACE") || contains(task.run, "GITHUB_WORKSPACE"))
    lines += "export GITHUB_WORKSPACE=$PWD\n";
  for (const std::string_view name : {"GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"}) {
    if (contains(task.run, name)) lines += fmt::format("export {}=$(mktemp)\n", name);
  }
  if (contains(task.run, "RUNNER_TEMP")) lines += "export RUNNER_TEMP=$(mktemp -d)\n";
  return lines;
}

std::string with_newline(std::string text) {
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

// A shell that reads its script from a file: "sh -e {0}".
std::string through_file(const std::string& run, std::string command) {
  std::string end = "END_OF_STEP";
  while (contains(run, end)) end += "_";
  command = contains(command, "{0}") ? replace_all(command, "{0}", "\"$step\"") : command + " \"$step\"";
  return fmt::format("step=$(mktemp)\ncat >\"$step\" <<'{}'\n{}{}\n{}\n", end, with_newline(run), end, command);
}

std::string command_of(const Task& task) {
  if (task.shell.empty()) return "set -e\n" + task.run;
  if (task.shell == "bash") return "set -eo pipefail\n" + task.run;
  if (task.shell == "sh") return through_file(task.run, "sh -e {0}");
  if (task.shell == "python") return through_file(task.run, "\"$(command -v python || command -v python3)\" {0}");
  return through_file(task.run, task.shell);
}

}  // namespace

std::vector<Task> tasks_of(const WorkflowJob& job, const Tree& tree) {
  Frame frame{scope_of(job)};
  set_variables(frame, job.workflow["env"]);
  set_variables(frame, job.job["env"]);
  set_defaults(frame, job.workflow);
  set_defaults(frame, job.job);
  TaskCollector collector(tree);
  collector.add_steps(job.job["steps"], frame);
  return collector.take();
}

std::string script_of(const Task& task) {
  std::string text;
  for (const auto& [name, value] : task.variables) text += fmt::format("export {}={}\n", name, quoted(value));
  if (!task.folder.empty() && task.folder != ".") text += fmt::format("cd {}\n", quoted(task.folder));
  text = runner_variables(task, text) + text;
  return text + command_of(task);
}

std::string comment(std::string_view text) { return "# " + replace_all(printable(text), "\n", " ") + "\n"; }

}  // namespace regreen
