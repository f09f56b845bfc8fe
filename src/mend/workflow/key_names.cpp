#include "mend/workflow/key_names.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto workflow_keys = std::to_array<std::string_view>(
    {"concurrency", "defaults", "env", "jobs", "name", "on", "permissions", "run-name"});
constexpr auto job_keys = std::to_array<std::string_view>(
    {"concurrency", "container", "continue-on-error", "defaults", "env", "environment", "if", "name", "needs", "outputs", "permissions",
     "runs-on", "secrets", "services", "steps", "strategy", "timeout-minutes", "uses", "with"});
constexpr auto step_keys = std::to_array<std::string_view>(
    {"continue-on-error", "env", "id", "if", "name", "run", "shell", "timeout-minutes", "uses", "with", "working-directory"});
constexpr auto keys = std::to_array<std::string_view>({"branches",
                                                       "branches-ignore",
                                                       "concurrency",
                                                       "container",
                                                       "continue-on-error",
                                                       "cron",
                                                       "defaults",
                                                       "description",
                                                       "env",
                                                       "environment",
                                                       "exclude",
                                                       "fail-fast",
                                                       "if",
                                                       "include",
                                                       "inputs",
                                                       "jobs",
                                                       "matrix",
                                                       "max-parallel",
                                                       "name",
                                                       "needs",
                                                       "on",
                                                       "options",
                                                       "outputs",
                                                       "paths",
                                                       "paths-ignore",
                                                       "permissions",
                                                       "ports",
                                                       "pull_request",
                                                       "push",
                                                       "required",
                                                       "run",
                                                       "run-name",
                                                       "runs-on",
                                                       "schedule",
                                                       "secrets",
                                                       "services",
                                                       "shell",
                                                       "steps",
                                                       "strategy",
                                                       "tags",
                                                       "tags-ignore",
                                                       "timeout-minutes",
                                                       "type",
                                                       "types",
                                                       "uses",
                                                       "volumes",
                                                       "with",
                                                       "workflow_call",
                                                       "workflow_dispatch",
                                                       "working-directory"});
constexpr auto labels =
    std::to_array<std::string_view>({"ubuntu-latest", "ubuntu-24.04", "ubuntu-22.04", "windows-latest", "windows-2022",
                                     "macos-latest", "macos-14", "macos-13"});

// The keys that may stand where a line has one.
std::span<const std::string_view> keys_at(const Lines& lines, std::size_t number, std::string_view word) {
  const auto column = key_on(lines.line(number), word);
  if (!column) return keys;
  if (*column == 0) return workflow_keys;
  for (const auto& job : job_lines(lines)) {
    if (number > job.first && number <= job.last && column == key_depth(lines, job)) return job_keys;
  }
  for (const auto& steps : workflow_steps(lines)) {
    const bool is_step = std::ranges::any_of(
        steps, [&](const auto& step) { return number >= step.first && number <= step.last && column == step.column; });
    if (is_step) return step_keys;
  }
  return keys;
}

}  // namespace

std::string word_meant(std::span<const std::string_view> known, const std::string& word) {
  if (is_among(word, known)) return "";
  std::string near, begun;
  for (const auto one : known) {
    const std::size_t limit = word.size() < 4 ? 1 : 2;
    if (edit_distance(one, word, limit) <= limit &&
        (near.empty() || edit_distance(one, word) < edit_distance(near, word)))
      near = one;
    if (word.size() >= 5 && one.starts_with(word)) begun = begun.empty() ? std::string(one) : "?";
  }
  if (!near.empty()) return near;
  return begun == "?" ? "" : begun;
}

std::string key_meant(const Lines& lines, std::size_t number, const std::string& word) {
  const auto known = keys_at(lines, number, word);
  if (is_among(word, known)) return "";
  const auto dashed = replace_all(lower(word), "_", "-");
  return is_among(dashed, known) ? dashed : word_meant(known, dashed);
}

std::string label_meant(const std::string& word) { return word_meant(labels, word); }

}  // namespace regreen
