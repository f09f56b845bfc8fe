#include "mend/workflow/steps.h"

#include "base/text.h"
#include "mend/workflow/source.h"

#include <string_view>

namespace regreen {
namespace {

// The last line that stands further in than the line `first` does.
std::size_t last_below(const Lines& lines, std::size_t first, std::size_t indent, std::size_t end) {
  auto last = first;
  for (auto number = first + 1; number <= end; ++number) {
    if (is_blank(lines.line(number))) continue;
    if (indentation(lines.line(number)).size() <= indent) break;
    last = number;
  }
  return last;
}

void read_run(const Lines& lines, std::size_t number, std::size_t end, std::string_view value, WorkflowStep& step) {
  if (value.empty() || value[0] == '"' || value[0] == '\'' || value[0] == '>') return;
  step.run = number;
  step.is_inline = value[0] != '|';
  if (step.is_inline)
    step.inline_script = value;
  else
    step.script_last = last_below(lines, number, step.column, end);
}

// The step whose item stands on the lines [first, last].
WorkflowStep read_step(const Lines& lines, std::size_t first, std::size_t last, std::size_t column) {
  WorkflowStep step;
  step.first = first;
  step.last = last;
  step.column = column;
  for (auto number = first; number <= last; ++number) {
    auto line = lines.line(number);
    if (line.size() <= column || (number != first && indentation(line).size() != column)) continue;
    line.remove_prefix(column);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto key = line.substr(0, colon), value = trim(line.substr(colon + 1));
    if (key == "run") read_run(lines, number, last, value, step);
    if (key == "shell") step.shell = value;
  }
  return step;
}

std::vector<WorkflowStep> steps_of_job(const Lines& lines, std::size_t first, std::size_t last) {
  std::vector<WorkflowStep> steps;
  std::size_t runs_on = 0, head = 0;
  for (auto number = first; number <= last; ++number) {
    const auto line = trim(lines.line(number));
    if (line.starts_with("runs-on:")) runs_on = number;
    if (line == "steps:" && head == 0) head = number;
  }
  if (head == 0) return steps;
  std::size_t dash = 0, begin = 0;
  const auto finish = [&](std::size_t end) {
    if (begin == 0) return;
    const auto column = lines.line(begin).find_first_not_of(' ', dash + 1);
    steps.push_back(read_step(lines, begin, end, column));
    steps.back().job_first = first;
    steps.back().job_last = last;
    steps.back().runs_on = runs_on;
  };
  for (auto number = head + 1; number <= last; ++number) {
    const auto line = lines.line(number);
    if (is_blank(line)) continue;
    const auto indent = indentation(line).size();
    const bool is_item = trim(line).starts_with("- ") && (begin == 0 || indent == dash);
    if (!is_item && (begin == 0 || indent <= dash)) {
      finish(number - 1);
      return steps;
    }
    if (!is_item) continue;
    finish(number - 1);
    dash = indent;
    begin = number;
  }
  finish(last);
  return steps;
}

}  // namespace

std::vector<JobLines> job_lines(const Lines& lines) {
  std::vector<JobLines> jobs;
  bool in_jobs = false;
  std::size_t depth = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (is_blank(line)) continue;
    const auto indent = indentation(line).size();
    if (indent == 0) in_jobs = line.starts_with("jobs:");
    if (!in_jobs || indent == 0) continue;
    if (depth == 0) depth = indent;
    if (indent == depth && contains(line, ":"))
      jobs.push_back({std::string(trim(line.substr(0, line.find(':')))), number, number});
    else if (!jobs.empty())
      jobs.back().last = number;
  }
  return jobs;
}

std::size_t key_depth(const Lines& lines, const JobLines& job) {
  auto number = job.first + 1;
  while (number <= job.last && is_blank(lines.line(number))) ++number;
  return number <= job.last ? indentation(lines.line(number)).size() : 0;
}

std::size_t line_of(const Lines& lines, const JobLines& job, std::string_view key) {
  const auto depth = key_depth(lines, job);
  for (auto number = job.first + 1; number <= job.last && depth > 0; ++number) {
    if (key_on(lines.line(number), key) == depth) return number;
  }
  return 0;
}

std::string_view value_on(std::string_view line) {
  line = line.substr(0, line.find(" #"));
  const auto colon = line.find(':');
  return colon == std::string_view::npos ? std::string_view() : trim(line.substr(colon + 1));
}

std::vector<std::vector<WorkflowStep>> workflow_steps(const Lines& lines) {
  std::vector<std::vector<WorkflowStep>> all;
  for (const auto& job : job_lines(lines)) {
    if (auto steps = steps_of_job(lines, job.first, job.last); !steps.empty()) all.push_back(std::move(steps));
  }
  return all;
}

}  // namespace regreen
