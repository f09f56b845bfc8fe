#include "mend/workflow/key_names.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace regreen {
namespace {

constexpr auto workflow_keys = std::to_array<std::string_view>(
    {"concurrency", "defaults", "env", "jobs", "name", "on", "permissions", "run-name"});
constexpr auto job_keys =
    std::to_array<std::string_view>({"concurrency", "container", "continue-on-error", "defaults", "env", "environment",
                                     "if", "name", "needs", "outputs", "permissions", "runs-on", "secrets", "services",
                                     "steps", "strategy", "timeout-minutes", "uses", "with"});
constexpr auto step_keys =
    std::to_array<std::string_view>({"continue-on-error", "env", "id", "if", "name", "run", "shell", "timeout-minutes",
                                     "uses", "with", "working-directory"});
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

/// The mapping that a line has a key of: the keys it may have, its lines, and how far they stand in.
struct Section {
  std::span<const std::string_view> known;
  std::size_t first = 0, last = 0, column = 0;
};

Section section_of(const Lines& lines, std::size_t number, std::string_view word) {
  const auto column = key_on(lines.line(number), word);
  if (!column) return {keys, 0, 0, 0};
  if (*column == 0) return {workflow_keys, 1, lines.count(), 0};
  for (const auto& job : job_lines(lines)) {
    if (number > job.first && number <= job.last && column == key_depth(lines, job))
      return {job_keys, job.first, job.last, *column};
  }
  for (const auto& steps : workflow_steps(lines)) {
    for (const auto& step : steps) {
      if (number >= step.first && number <= step.last && column == step.column)
        return {step_keys, step.first, step.last, *column};
    }
  }
  return {keys, 0, 0, 0};
}

bool has_key(const Lines& lines, const Section& section, std::string_view key) {
  for (auto number = section.first; number != 0 && number <= section.last; ++number) {
    if (key_on(lines.line(number), key) == section.column) return true;
  }
  return false;
}

// A step and a job either use something or do it themselves, and what is used is a path.
bool may_stand(const Lines& lines, const Section& section, std::size_t number, std::string_view key) {
  constexpr auto own = std::to_array<std::string_view>({"run", "runs-on", "steps"});
  if (is_among(key, own)) return !has_key(lines, section, "uses");
  if (key != "uses") return true;
  return contains(lines.line(number), "/") &&
         std::ranges::none_of(own, [&](auto one) { return has_key(lines, section, one); });
}

std::string digits_in(std::string_view word) {
  std::string digits;
  std::ranges::copy_if(word, std::back_inserter(digits), is_digit);
  return digits;
}

// Words of two or three letters are near too many others: a slip of theirs doubles a letter, or leaves out the last one.
bool is_slip_of_short(std::string_view known, std::string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] == word[i - 1] && std::string(word).erase(i, 1) == known) return true;
  }
  return word.size() > 2 && known.size() == word.size() + 1 && known.starts_with(word);
}

// How far a word is from the known one that it may be a slip of; nothing where it is none. Another number is another thing, and a
// condition decides what runs.
std::optional<std::size_t> slip_of(std::string_view known, std::string_view word) {
  constexpr std::size_t short_max = 3, long_min = 6;
  if (known == "if" || digits_in(known) != digits_in(word)) return std::nullopt;
  if (word.size() <= short_max) return is_slip_of_short(known, word) ? std::optional<std::size_t>(1) : std::nullopt;
  const std::size_t limit = word.size() < long_min ? 1 : 2, distance = edit_distance(known, word, limit);
  return distance <= limit ? std::optional(distance) : std::nullopt;
}

}  // namespace

std::string word_meant(std::span<const std::string_view> known, const std::string& word) {
  if (is_among(word, known)) return "";
  std::string near, begun;
  std::optional<std::size_t> nearest;
  for (const auto one : known) {
    const auto distance = slip_of(one, word);
    if (distance && distance == nearest) near = "?";
    if (distance && (!nearest || *distance < *nearest)) {
      near = one;
      nearest = distance;
    }
    if (word.size() >= 5 && one.starts_with(word)) begun = begun.empty() ? std::string(one) : "?";
  }
  const auto& meant = near.empty() ? begun : near;
  return meant == "?" ? "" : meant;
}

// What gives a job rights or secrets is for a person to say, and a limit of another name is counted in another unit.
std::string key_meant(const Lines& lines, std::size_t number, const std::string& word) {
  const auto section = section_of(lines, number, word);
  if (is_among(word, section.known)) return "";
  const auto dashed = replace_all(lower(word), "_", "-");
  const auto meant = is_among(dashed, section.known) ? dashed : word_meant(section.known, dashed);
  const bool is_guess = meant == "permissions" || meant == "secrets" || (dashed == "timeout" && meant != dashed);
  return is_guess || has_key(lines, section, meant) || !may_stand(lines, section, number, meant) ? "" : meant;
}

std::string label_meant(const std::string& word) {
  const bool is_larger =  // a runner of the organisation
      std::ranges::any_of(labels, [&](auto label) { return word.starts_with(std::string(label) + "-"); });
  return is_larger ? "" : word_meant(labels, word);
}

}  // namespace regreen
