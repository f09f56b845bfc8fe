#include "verify/command.h"

#include <array>

#include <yaml-cpp/yaml.h>

#include "base/text.h"

namespace regreen {
namespace {

std::string text_of(const YAML::Node& node) { return node.IsDefined() && node.IsScalar() ? node.Scalar() : ""; }

// A matrix job is printed as "test (3.11, ubuntu)"; a reusable one as "ci / test".
bool names_job(std::string_view printed, std::string_view id, std::string_view name) {
  if (const auto slash = printed.rfind(" / "); slash != std::string_view::npos) printed.remove_prefix(slash + 3);
  const auto bare = printed.substr(0, printed.find(" ("));
  return bare == id || (!name.empty() && (bare == name || printed == name));
}

// A step without a name is printed as "Run " and the first line of its command.
bool names_step(std::string_view printed, const std::string& name, const std::string& command) {
  if (!name.empty()) return printed == name;
  return printed == "Run " + command.substr(0, command.find('\n'));
}

std::optional<std::string> usable(const std::string& command) {
  if (trim(command).empty() || contains(command, "${{")) return std::nullopt;
  return "set -e\n" + command;  // as the runner's `bash -e {0}`
}

std::optional<std::string> step_command(const YAML::Node& job, std::string_view printed_step) {
  const YAML::Node steps = job["steps"];
  if (!steps.IsDefined() || !steps.IsSequence()) return std::nullopt;
  for (const auto& step : steps) {
    if (!step.IsMap()) continue;
    const std::string command = text_of(step["run"]);
    if (!command.empty() && names_step(printed_step, text_of(step["name"]), command)) return usable(command);
  }
  return std::nullopt;
}

std::optional<std::string> workflow_command(const Diagnosis& diagnosis, const std::string& text) {
  try {
    const YAML::Node jobs = YAML::Load(text)["jobs"];
    if (!jobs.IsDefined() || !jobs.IsMap()) return std::nullopt;
    for (const auto& job : jobs) {
      if (!job.second.IsMap()) continue;
      const bool same_job = diagnosis.job.empty() || names_job(diagnosis.job, text_of(job.first), text_of(job.second["name"]));
      if (!same_job) continue;
      if (auto command = step_command(job.second, diagnosis.step)) return command;
    }
  } catch (const YAML::Exception&) {
    // A workflow that does not parse may be the very failure; it names no command.
  }
  return std::nullopt;
}

bool is_workflow(std::string_view path) {
  return glob_matches(".github/workflows/*.yml", path) || glob_matches(".github/workflows/*.yaml", path);
}

// What projects run by habit, by the file that shows it and a text in it that must be there.
struct Habit {
  std::string_view file;
  std::string_view needs;
  std::string_view command;
};

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

}  // namespace

std::optional<std::string> find_command(const Diagnosis& diagnosis, const Tree& tree) {
  for (const auto& path : tree.list()) {
    if (!is_workflow(path) || diagnosis.step.empty()) continue;
    if (auto command = workflow_command(diagnosis, tree.read(path).value_or(""))) return command;
  }
  for (const auto& [file, needs, command] : habits) {
    const auto text = tree.read(file);
    if (text && contains("\n" + *text, needs)) return std::string(command);
  }
  return std::nullopt;
}

}  // namespace regreen
