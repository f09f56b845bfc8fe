#include "read/outline.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t steps_max = 5000;      // a run of 256 jobs has fewer; more is a log gone mad, read as one step
constexpr std::size_t name_bytes_max = 300;  // GitHub allows 255 characters

// The job failed and no step said so: the last one that was not clean-up.
void blame_last(const JobWord& word, const std::vector<OpenStep*>& steps) {
  const auto guilty =
      std::ranges::find_if(steps.rbegin(), steps.rend(), [](const OpenStep* step) { return !step->is_aside; });
  if (guilty == steps.rend()) return;
  (*guilty)->step.conclusion = Conclusion::failure;
  if (!(*guilty)->step.exit_code) (*guilty)->step.exit_code = word.exit_code;
}

// An exit code outranks an error that was printed, and the word of the job outranks both: a step that failed in a job
// that succeeded was allowed to fail.
void conclude_job(const JobWord& word, const std::vector<OpenStep*>& steps) {
  const bool succeeded = word.said == Conclusion::success || word.saved_on_success;
  const auto exited = [](const OpenStep* step) { return step->exited && !step->is_advisory; };
  const bool any_exited = std::ranges::any_of(steps, exited);
  bool any_failed = false;
  for (OpenStep* step : steps) {
    Conclusion& conclusion = step->step.conclusion;
    const bool is_followed = step != steps.back() || word.is_complete;
    if (succeeded || step->is_advisory || (step->passed && !step->exited)) {
      conclusion = Conclusion::success;
    } else if (step->exited || (step->complained && !any_exited)) {
      conclusion = Conclusion::failure;
      any_failed = true;
    } else if (!step->complained &&
               ((word.steps_are_gates && is_followed) || (any_exited && word.said != Conclusion::unknown))) {
      conclusion = Conclusion::success;
    }
  }
  if (word.said == Conclusion::failure && !succeeded && !any_failed) blame_last(word, steps);
}

}  // namespace

Outline::Outline(std::string file) : file_(std::move(file)) {
  steps_.emplace_back();
  current().step.first = current().step.last = {file_, 1};
}

void Outline::begin_line(std::size_t number, const std::string& stamp) {
  line_ = number;
  stamp_before_.swap(stamp_);
  stamp_ = stamp;
  if (number == 1) current().stamp = stamp;
  current().step.last.line = number;
}

void Outline::open_step(const std::string& name) { begin_step(current().step.job, name, line_, stamp_); }

void Outline::open_step_above(const std::string& name) {
  begin_step(current().step.job, name, std::max<std::size_t>(line_, 2) - 1, stamp_before_);
}

void Outline::open_step(const std::string& job, const std::string& name) { begin_step(job, name, line_, stamp_); }

void Outline::begin_step(const std::string& job, const std::string& name, std::size_t first, const std::string& stamp) {
  const bool is_empty = current().step.first.line >= first;  // the current one would keep no line of its own
  if (!is_empty && steps_.size() >= steps_max) return;
  OpenStep next;
  next.step.job = shortened(job, name_bytes_max);
  next.step.name = shortened(trim(name), name_bytes_max);
  next.step.first = {file_, first};
  next.step.last = {file_, line_};
  next.stamp = stamp;
  if (is_empty) {
    current() = std::move(next);
    return;
  }
  current().step.last.line = first - 1;
  steps_.push_back(std::move(next));
}

void Outline::name_job(const std::string& name) {
  const std::string before = current().step.job;
  const std::string after = shortened(name, name_bytes_max);
  if (before == after) return;
  for (auto& step : steps_) {
    if (step.step.job == before) step.step.job = after;
  }
  if (auto word = jobs_.extract(before); !word.empty()) jobs_[after] = word.mapped();
}

void Outline::conclude() {
  std::map<std::string, std::vector<OpenStep*>> by_job;
  for (auto& step : steps_) by_job[step.step.job].push_back(&step);
  for (const auto& [job, steps] : by_job) conclude_job(jobs_[job], steps);
}

}  // namespace regreen
