#include "mend/workflow/step_env.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_script.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A line that gives the variable a value, and how far the `env:` above it stands in.
struct Given {
  std::size_t line = 0;
  std::size_t depth = 0;
  std::string value;
};

// The line that a line stands below; 0 where it is at the top.
std::size_t parent_of_line(const Lines& lines, std::size_t number) {
  const auto depth = indentation(lines.line(number)).size();
  while (--number > 0) {
    if (!is_blank(lines.line(number)) && indentation(lines.line(number)).size() < depth) return number;
  }
  return 0;
}

// Every value that an `env:` of the workflow gives; nothing where the name is set in some other way, too.
std::optional<std::vector<Given>> values_given(const Lines& lines, const std::string& key) {
  std::vector<Given> all;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (is_blank(line)) continue;
    for (const auto at : words_in(line, key)) {
      const auto behind = trim(line.substr(at + key.size()));
      if (behind.starts_with('=')) return std::nullopt;
      if (!behind.starts_with(':') || (at > 0 && contains("{$", line.substr(at - 1, 1)))) continue;
      const auto parent = trim(line.substr(0, at)).empty() ? parent_of_line(lines, number) : 0;
      const auto head = lines.line(parent);
      if (parent == 0 || !(trim(head) == "env:" || trim(head) == "- env:")) return std::nullopt;
      const auto value = trim(behind.substr(1));
      all.push_back({number, head.find("env:"), std::string(trim(value.substr(0, value.find(" #"))))});
    }
  }
  return all;
}

// Is it a value as it stands, on one line?
bool is_plain(std::string_view key, std::string_view value) {
  if (value.empty() || contains("|>&*!{[", value.substr(0, 1)) || contains(value, "${{")) return false;
  return !is_placeholder(key, replace_all(replace_all(std::string(value), "\"", ""), "'", ""));
}

std::string only_value(const std::vector<Given>& all, std::string_view key) {
  const bool is_one =
      !all.empty() && std::ranges::all_of(all, [&](const Given& one) { return one.value == all[0].value; });
  return is_one && is_plain(key, all[0].value) ? all[0].value : "";
}

JobLines job_of(const Lines& lines, const WorkflowStep& step) {
  const auto head = trim(lines.line(step.job_first));
  return {std::string(head.substr(0, head.find(':'))), step.job_first, step.job_last};
}

// A name that the job has of its own for people: `name: Check links`.
std::string_view shown_name(const Lines& lines, const JobLines& job) {
  const auto depth = key_depth(lines, job);
  for (auto number = job.first + 1; number <= job.last; ++number) {
    const auto line = lines.line(number);
    if (indentation(line).size() == depth && trim(line).starts_with("name:")) return trim(trim(line).substr(5));
  }
  return {};
}

// Does the log mean the job? Yes also where it names none; a job of a matrix has its values in brackets.
bool is_meant(const Lines& lines, const JobLines& job, std::string_view named) {
  named = named.substr(0, named.find(" ("));
  return named.empty() || named == job.name || named == shown_name(lines, job);
}

// `${URL:-}`, `${URL+x}`, `environ.get("URL")`: the script can do without.
bool is_optional_at(std::string_view text, std::size_t at, std::size_t length) {
  const auto behind = text.substr(at + length, 2);
  const bool is_expansion = at >= 2 && text.substr(at - 2, 2) == "${";
  if (is_expansion && !behind.empty() && contains("-+=", behind.substr(0, 1))) return true;
  if (is_expansion && behind.size() == 2 && behind[0] == ':' && contains("-+=", behind.substr(1))) return true;
  const auto front = text.substr(0, at == 0 ? 0 : at - 1);
  return front.ends_with(".get(") || front.ends_with("getenv(");
}

bool demands(const Tree& tree, const std::string& script, const std::string& key) {
  const auto texts = texts_run_by(tree, script);
  return std::ranges::any_of(texts, [&](const std::string& text) {
    const auto spots = words_in(text, key);
    return std::ranges::any_of(spots, [&](auto at) { return !is_optional_at(text, at, key.size()); });
  });
}

// What the runner calls the step that failed: its name, or the first line of its script.
std::string_view failed_step(const Patient& patient, const Occurrence& occurrence) {
  std::string_view name = patient.diagnosis.step;
  for (auto i = occurrence.before.size(); name.empty() && i-- > 0;) {
    const std::string_view row = occurrence.before[i];
    if (const auto at = row.find("##[group]Run "); at != npos) name = trim(row.substr(at + 9));
  }
  return name.starts_with("Run ") ? name.substr(4) : name;
}

std::string_view name_of_step(const Lines& lines, const WorkflowStep& step) {
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    if (line.size() > step.column && line.substr(step.column).starts_with("name:"))
      return trim(line.substr(step.column + 5));
  }
  return {};
}

bool is_called(const Lines& lines, const WorkflowStep& step, const std::string& script, std::string_view name) {
  if (name.empty()) return false;
  const auto first = trim(std::string_view(script).substr(0, script.find('\n')));
  return name == first || name == name_of_step(lines, step);
}

bool has(const Lines& lines, const WorkflowStep& step, const std::vector<Given>& given) {
  const auto depth = key_depth(lines, job_of(lines, step));
  return std::ranges::any_of(given, [&](const Given& one) {
    const bool in_step = one.line >= step.first && one.line <= step.last;
    const bool in_job = one.line >= step.job_first && one.line <= step.job_last && one.depth == depth;
    return in_step || in_job || one.depth == 0;
  });
}

// Does the job of the step give the variable to any of its steps?
bool gives(const WorkflowStep& step, const std::vector<Given>& given) {
  return std::ranges::any_of(given,
                             [&](const Given& one) { return step.job_first <= one.line && one.line <= step.job_last; });
}

// Below the step's `env:`, else above its script, or below all of it where the script stands first.
std::optional<Edit> with_env(std::string_view text, const Lines& lines, const WorkflowStep& step,
                             const std::string& said) {
  const std::string in(step.column, ' ');
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    if (line.size() <= step.column || !line.substr(step.column).starts_with("env:")) continue;
    if (number != step.first && indentation(line).size() != step.column) continue;
    const auto child = indentation(lines.line(number + 1)).size();
    if (trim(line.substr(step.column)) != "env:" || number == step.last || child <= step.column) return std::nullopt;
    return line_below(text, lines.begin(number), std::string(child, ' ') + said);
  }
  const auto env = in + "env:\n" + in + "  " + said;
  if (step.run != step.first) return Edit{lines.begin(step.run), 0, env + "\n"};
  auto last = step.last;
  while (last > step.run && is_blank(lines.line(last)) && last > step.script_last) --last;
  return line_below(text, lines.begin(last), env);
}

using Steps = std::vector<WorkflowStep>;

// The steps of a job that want the variable: the one that failed, and those that demand it as well.
Steps steps_in_want(const Patient& patient, const Lines& lines, const Steps& steps, std::string_view failed,
                    const std::vector<Given>& given, const std::string& key) {
  Steps found;
  bool has_failed = false;
  for (const auto& step : steps) {
    if (step.run == 0 || has(lines, step, given)) continue;
    const auto script = script_of(lines, step);
    const bool is_failed = is_called(lines, step, script, failed);
    has_failed |= is_failed;
    if (is_failed || demands(patient.tree, script, key)) found.push_back(step);
  }
  return has_failed || failed.empty() ? found : Steps{};
}

}  // namespace

bool is_placeholder(std::string_view key, std::string_view value) {
  const auto name = lower(key), text = lower(value);
  for (const std::string_view word : {"token", "secret", "password", "passwd", "key", "credential", "dsn"}) {
    if (contains(name, word)) return true;
  }
  for (const std::string_view word : {"changeme", "change_me", "your", "xxx", "todo", "replace", "<", "${"}) {
    if (contains(text, word)) return true;
  }
  return value.empty();
}

bool is_of_runner(std::string_view value) {
  static constexpr auto places = std::to_array<std::string_view>({"localhost", "127.0.0.1", "sqlite:"});
  const bool is_address = contains(value, "://");
  if (std::ranges::any_of(places, [&](auto place) { return contains(value, place); })) return true;
  return !is_address &&
         (value.starts_with("./") || value == "test" || value == "ci" || value == "true" || value == "1");
}

bool is_deployment(const Lines& lines, const JobLines& job) {
  const auto depth = key_depth(lines, job);
  for (auto number = job.first; number <= job.last; ++number) {
    const auto line = lines.line(number);
    if (indentation(line).size() == depth && trim(line).starts_with("environment:")) return true;
    const auto text = lower(trim(line));
    const bool is_said =
        number == job.first || contains(text, "name:") || contains(text, "run:") || contains(text, "uses:");
    for (const std::string_view word : {"deploy", "publish", "release"}) {
      if (is_said && contains(text, word)) return true;
    }
  }
  return false;
}

std::vector<Edit> env_as_other_steps(const Patient& patient, const Occurrence& occurrence, std::string_view workflow,
                                     const std::string& key) {
  const Lines lines(workflow);
  const auto given = values_given(lines, key);
  const auto value = given ? only_value(*given, key) : "";
  if (value.empty()) return {};
  const auto jobs = workflow_steps(lines);
  const auto giving = std::ranges::count_if(jobs, [&](const Steps& steps) { return gives(steps.front(), *given); });
  const auto failed = failed_step(patient, occurrence);
  std::vector<Edit> edits;
  for (const auto& steps : jobs) {
    const auto job = job_of(lines, steps.front());
    if (!is_meant(lines, job, patient.diagnosis.job)) continue;
    if (giving < 2 && !gives(steps.front(), *given) &&
        !is_of_runner(replace_all(replace_all(value, "\"", ""), "'", "")))
      continue;
    const auto wanting = steps_in_want(patient, lines, steps, failed, *given, key);
    if (!wanting.empty() && is_deployment(lines, job)) return {};
    for (const auto& step : wanting) {
      auto edit = with_env(workflow, lines, step, key + ": " + value);
      if (!edit) return {};
      edits.push_back(std::move(*edit));
    }
  }
  return edits;
}

}  // namespace regreen
