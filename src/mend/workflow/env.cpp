// workflow.add-env: a variable that the project's own example of settings, or its other jobs and steps, give a value, and that
// the job does not set.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/failed_job.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_env.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto examples = std::to_array<std::string_view>({".env.example", ".env.sample", ".env.template", ".env.ci",
                                                           ".env.test", "env.example", ".env.dist", ".env.defaults"});

// What an example gives, without its quotes and a comment behind it; "" where a quote is not closed.
std::string_view value_given(std::string_view text) {
  text = trim(text);
  const bool is_quoted = text.starts_with('"') || text.starts_with('\'');
  if (!is_quoted) return text.starts_with('#') ? std::string_view() : trim(text.substr(0, text.find(" #")));
  const auto close = text.find(text[0], 1);
  return close == std::string_view::npos ? std::string_view() : text.substr(1, close - 1);
}

std::string value_of(const Tree& tree, const std::string& key) {
  for (const auto file : examples) {
    const auto text = tree.read(file).value_or("");
    for (auto line : split_lines(text)) {
      if (line.starts_with("export ")) line.remove_prefix(7);
      if (!line.starts_with(key + "=")) continue;
      const auto value = value_given(line.substr(key.size() + 1));
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

// `env:` of the job: a line more where it has one, else before its steps.
std::optional<Edit> with_env(std::string_view text, const Lines& lines, const JobLines& job, const std::string& said) {
  const std::string in(key_depth(lines, job), ' ');
  const auto env = line_of(lines, job, "env"), steps = line_of(lines, job, "steps");
  if (is_deployment(lines, job)) return std::nullopt;
  if (env == 0)
    return steps == 0 ? std::nullopt
                      : std::optional<Edit>({lines.begin(steps), 0, in + "env:\n" + in + "  " + said + "\n"});
  const auto child = indentation(lines.line(env + 1)).size();
  if (trim(lines.line(env)) != "env:" || child <= in.size()) return std::nullopt;
  return line_below(text, lines.begin(env), std::string(child, ' ') + said);
}

// The job lacks the variable that all others set, to the same plain value.
std::optional<Edit> as_other_jobs(std::string_view text, const Lines& lines, const JobLines& failed,
                                  const std::string& key) {
  std::string value;
  std::size_t giving = 0;
  for (const auto& job : job_lines(lines)) {
    if (job.name == failed.name) continue;
    const auto here = value_in_job(lines, job, key);
    if (here.empty() || (!value.empty() && here != value)) return std::nullopt;
    value = here;
    ++giving;
  }
  const auto plain = replace_all(replace_all(value, "\"", ""), "'", "");
  if (is_placeholder(key, plain) || contains(value, "{") || names(lines, failed, key)) return std::nullopt;
  return giving > 1 || is_of_runner(plain) ? with_env(text, lines, failed, key + ": " + value) : std::nullopt;
}

std::string quoted(std::string_view value) {
  const bool plain =
      std::ranges::all_of(value, [](char c) { return is_word_byte(c) || c == '-' || c == '/' || c == '.'; });
  const bool is_word =
      plain && !value.empty() && (value[0] < '0' || value[0] > '9') && value != "true" && value != "false";
  return is_word ? std::string(value)
                 : "\"" + replace_all(replace_all(std::string(value), "\\", "\\\\"), "\"", "\\\"") + "\"";
}

/// The jobs that can lack a variable, and whether the log tells them.
struct Wanting {
  std::vector<PlacedJob> jobs;
  bool is_told = false;
};

// Where the log tells neither job nor step: the jobs of the only workflow.
Wanting jobs_in_want(const Patient& patient, const Occurrence& occurrence) {
  if (!patient.diagnosis.job.empty() || !step_begun(patient.diagnosis, occurrence).empty())
    return {failed_jobs(patient, occurrence), true};
  Wanting all;
  for (const auto& path : patient.tree.list()) {
    if (!path.starts_with(".github/workflows/") || !is_workflow(path)) continue;
    if (!all.jobs.empty()) return {};
    const auto text = patient.tree.read(path).value_or("");
    for (const auto& job : job_lines(Lines(text))) all.jobs.push_back({path, job.name});
  }
  all.is_told = all.jobs.size() == 1;
  return all;
}

std::vector<Edit> edits_for(const Patient& patient, const Occurrence& occurrence, std::string_view text,
                            std::string_view name, bool is_told) {
  const std::string key(capture(occurrence, "key"));
  const Lines lines(text);
  const auto jobs = job_lines(lines);
  const auto job = std::ranges::find(jobs, name, &JobLines::name);
  if (job == jobs.end()) return {};
  if (contains(text, key + ":")) {
    if (auto edit = as_other_jobs(text, lines, *job, key)) return {*edit};
    return env_as_other_steps(patient, occurrence, text, key);
  }
  const auto value = is_told ? value_of(patient.tree, key) : "";
  const auto edit = value.empty() ? std::nullopt : with_env(text, lines, *job, key + ": " + quoted(value));
  return edit ? std::vector{*edit} : std::vector<Edit>();
}

}  // namespace

std::vector<Patch> add_workflow_env(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!is_identifier(capture(occurrence, "key"))) continue;
    const auto [jobs, is_told] = jobs_in_want(patient, occurrence);
    for (const auto& job : jobs) {
      const auto text = draft.read(job.file).value_or("");
      draft.edit(job.file, edits_for(patient, occurrence, text, job.name, is_told));
    }
  }
  return draft.patches();
}

}  // namespace regreen
