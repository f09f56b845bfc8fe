#include "mend/workflow/failed_job.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::string_view begun = "##[group]Run ";

std::string_view unquoted(std::string_view value) {
  const bool is_quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

// What a job is shown as: its key, or the name that it gives itself.
bool is_called(const Lines& lines, const JobLines& job, std::string_view shown) {
  shown = trim(shown.substr(0, shown.find(" (")));  // "test (3.11, ubuntu-22.04)" of a matrix
  if (job.name == shown) return true;
  const auto number = line_of(lines, job, "name");
  return number != 0 && unquoted(value_on(lines.line(number))) == shown;
}

template <class IsMeant>
std::vector<PlacedJob> jobs_that(const Tree& tree, const IsMeant& is_meant) {
  std::vector<PlacedJob> jobs;
  for (const auto& path : tree.list()) {
    const auto text = is_workflow(path) ? tree.read(path) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    for (const auto& job : job_lines(lines)) {
      if (is_meant(lines, job)) jobs.push_back({path, job.name});
    }
  }
  return jobs;
}

}  // namespace

std::string step_begun(const Diagnosis& diagnosis, const Occurrence& occurrence) {
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    if (line->starts_with(begun)) return std::string(trim(std::string_view(*line).substr(begun.size())));
  }
  const std::string_view step = diagnosis.step;
  return std::string(trim(step.starts_with("Run ") ? step.substr(4) : step));
}

bool names_step(std::string_view line, std::string_view step) {
  line = trim(line);
  if (step.empty()) return false;
  if (line == step) return true;  // a script may begin with a comment, which GitHub shows
  const auto colon = line.starts_with('#') ? std::string_view::npos : line.find(": ");
  if (colon == std::string_view::npos) return false;
  const auto value = trim(line.substr(colon + 2));
  return unquoted(value) == step || unquoted(trim(value.substr(0, value.find(" #")))) == step;
}

std::vector<PlacedJob> jobs_with_step(const Tree& tree, std::string_view step) {
  return jobs_that(tree, [&](const Lines& lines, const JobLines& job) {
    for (auto number = job.first; number <= job.last; ++number) {
      if (names_step(lines.line(number), step)) return true;
    }
    return false;
  });
}

std::vector<PlacedJob> failed_jobs(const Patient& patient, const Occurrence& occurrence) {
  const auto having = jobs_with_step(patient.tree, step_begun(patient.diagnosis, occurrence));
  const std::string_view shown = patient.diagnosis.job;
  if (shown.empty()) return having;
  auto called =
      jobs_that(patient.tree, [&](const Lines& lines, const JobLines& job) { return is_called(lines, job, shown); });
  if (!having.empty()) std::erase_if(called, [&](const auto& job) { return !is_among(job, having); });
  return called;
}

}  // namespace regreen
