// workflow.add-env: a variable that the project's own example of settings, or its other jobs and steps, give a value, and that
// the job does not set.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/step_env.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto examples = std::to_array<std::string_view>({".env.example", ".env.sample", ".env.template", ".env.ci",
                                                           ".env.test", "env.example", ".env.dist", ".env.defaults"});

std::string value_of(const Tree& tree, const std::string& key) {
  for (const auto file : examples) {
    const auto text = tree.read(file).value_or("");
    for (auto line : split_lines(text)) {
      if (line.starts_with("export ")) line.remove_prefix(7);
      if (!line.starts_with(key + "=")) continue;
      auto value = trim(line.substr(key.size() + 1));
      if (value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
        value = value.substr(1, value.size() - 2);
      return is_placeholder(key, value) ? "" : std::string(value);
    }
  }
  return "";
}

// The value that a job gives the variable for all of its steps.
std::string value_in_job(const Lines& lines, const JobLines& job, const std::string& key) {
  const auto depth = key_depth(lines, job);
  bool is_in_env = false;
  for (auto number = job.first + 1; number <= job.last; ++number) {
    const auto line = trim(lines.line(number));
    if (line.empty() || line.starts_with('#')) continue;
    if (indentation(lines.line(number)).size() == depth) is_in_env = line == "env:";
    if (is_in_env && line.starts_with(key + ":")) return std::string(trim(line.substr(key.size() + 1)));
  }
  return "";
}

bool names(const Lines& lines, const JobLines& job, const std::string& key) {
  for (auto number = job.first; number <= job.last; ++number) {
    if (trim(lines.line(number)).starts_with(key + ":")) return true;
  }
  return false;
}

// The job that lacks the variable where all others set it, to the same plain value.
std::optional<Edit> as_other_jobs(std::string_view text, std::string_view failed, const std::string& key) {
  const Lines lines(text);
  const JobLines* without = nullptr;
  const auto jobs = job_lines(lines);
  std::string value;
  for (const auto& job : jobs) {
    const auto here = value_in_job(lines, job, key);
    if (here.empty() ? without != nullptr : !value.empty() && here != value) return std::nullopt;
    if (here.empty()) without = &job;
    if (!here.empty()) value = here;
  }
  const auto plain = replace_all(replace_all(value, "\"", ""), "'", "");
  const bool is_other = !failed.empty() && without != nullptr && failed != without->name &&
                        std::ranges::any_of(jobs, [&](const JobLines& job) { return job.name == failed; });
  if (without == nullptr || is_other || is_placeholder(key, plain) || contains(value, "{")) return std::nullopt;
  if (is_deployment(lines, *without) || names(lines, *without, key)) return std::nullopt;
  for (auto number = without->first; number <= without->last; ++number) {
    const auto line = lines.line(number);
    if (indentation(line).size() == 4 && trim(line) == "env:")
      return line_below(text, lines.begin(number), "      " + key + ": " + value);
    if (indentation(line).size() == 4 && trim(line) == "steps:")
      return Edit{lines.begin(number), 0, "    env:\n      " + key + ": " + value + "\n"};
  }
  return std::nullopt;
}

std::string quoted(std::string_view value) {
  const bool plain =
      std::ranges::all_of(value, [](char c) { return is_word_byte(c) || c == '-' || c == '/' || c == '.'; });
  const bool is_word =
      plain && !value.empty() && (value[0] < '0' || value[0] > '9') && value != "true" && value != "false";
  return is_word ? std::string(value)
                 : "\"" + replace_all(replace_all(std::string(value), "\\", "\\\\"), "\"", "\\\"") + "\"";
}

// `env:` of the job: a line more where it has one, else before its steps.
std::optional<Edit> in_job(std::string_view text, std::string_view job, const std::string& line) {
  const Lines lines(text);
  std::string name;
  std::size_t jobs = 0;
  std::optional<Edit> found;
  std::size_t env = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto one = lines.line(number);
    if (indentation(one).size() == 2 && trim(one).ends_with(':')) {
      name = trim(one).substr(0, trim(one).size() - 1);
      env = 0;
    }
    if (indentation(one).size() == 4 && trim(one) == "env:") env = number;
    if (indentation(one).size() != 4 || trim(one) != "steps:") continue;
    ++jobs;
    if (found && name != job) continue;
    if (env != 0)
      found = line_below(text, lines.begin(env), "      " + line);
    else
      found = Edit{lines.begin(number), 0, "    env:\n      " + line + "\n"};
    if (name == job) return found;
  }
  return jobs == 1 ? found : std::nullopt;
}

}  // namespace

std::vector<Patch> add_workflow_env(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string key(capture(occurrence, "key"));
    const auto value = is_identifier(key) ? value_of(patient.tree, key) : "";
    if (!is_identifier(key)) continue;
    for (const auto& path : patient.tree.list()) {
      const bool is_workflow =
          path.starts_with(".github/workflows/") && (path.ends_with(".yml") || path.ends_with(".yaml"));
      const auto text = is_workflow ? draft.read(path) : std::nullopt;
      if (!text) continue;
      if (contains(*text, key + ":")) {
        if (auto edit = as_other_jobs(*text, patient.diagnosis.job, key))
          draft.edit(path, {*edit});
        else
          draft.edit(path, env_as_other_steps(patient, occurrence, *text, key));
        continue;
      }
      if (value.empty()) continue;
      if (auto edit = in_job(*text, patient.diagnosis.job, key + ": " + quoted(value))) draft.edit(path, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
