// workflow.raise-timeout: a time limit that a job outgrew, or that it has from another one.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/failed_job.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"
#include "mend/workflow/told_limit.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr long minutes_max = 360;  // GitHub's own limit of a job
constexpr long count_max = 1'000'000;
constexpr long raise_max = 10;  // what needs more than so many times the limit needs no limit, but a person

// "exceeded the maximum execution time of 10 minutes", "has timed out after 10 minutes"
std::optional<long> minutes_in(std::string_view message) {
  const auto unit = message.find(" minute");
  if (unit == npos) return std::nullopt;
  const auto begin = message.rfind(' ', unit - 1);
  return parse_number(message.substr(begin == npos ? 0 : begin + 1, unit - begin - 1));
}

struct TimeLimit {
  std::string file;
  std::string job;
  std::size_t line = 0;
  std::size_t offset = 0;
  std::size_t length = 0;
};

// The value of `timeout-minutes:` on a line, and where it begins.
std::optional<std::pair<std::size_t, std::string_view>> limit_on(std::string_view line) {
  const auto key = line.find("timeout-minutes:");
  if (key == npos || trim(line.substr(0, key)).find_first_not_of("- ") != npos) return std::nullopt;
  const auto value = line.find_first_not_of(' ', key + 16);
  if (value == npos) return std::nullopt;
  return std::pair(value, line.substr(value, line.find_first_of(" #\r", value) - value));
}

// All `timeout-minutes: N` of the workflows.
std::vector<TimeLimit> limits_of(const Tree& tree, long minutes) {
  std::vector<TimeLimit> limits;
  const std::string written = std::to_string(minutes);
  for (const auto& path : tree.list()) {
    const auto text = is_workflow(path) ? tree.read(path) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    for (const auto& job : job_lines(lines)) {
      for (auto number = job.first + 1; number <= job.last; ++number) {
        const auto limit = limit_on(lines.line(number));
        if (limit && limit->second == written)
          limits.push_back({path, job.name, number, lines.begin(number) + limit->first, written.size()});
      }
    }
  }
  return limits;
}

// Do the comments about the limit say that people set it on purpose?
bool is_deliberate(const std::string& comments, long minutes) {
  constexpr auto words = std::to_array<std::string_view>(
      {"budget", "deliberate", "do not", "don't", "never", "on purpose", "must", "agreed"});
  const auto comment = lower(comments);
  return told_limit(comments).limit == minutes ||
         std::ranges::any_of(words, [&](auto word) { return contains(comment, word); });
}

// ---- how far it came ----

struct Progress {
  long done = 0, all = 0;
};

// Who tries again waits, and does not come further.
bool is_trial(std::string_view line) {
  constexpr auto words = std::to_array<std::string_view>({"attempt", "retry", "retries", "tries", "try ", "wait"});
  const auto said = lower(line);
  return std::ranges::any_of(words, [&](auto word) { return contains(said, word); });
}

// "round 3/8 ok", "[3/8] Linking", "batch 3 of 8": what a line counts.
std::optional<Progress> progress_on(std::string_view line) {
  if (is_trial(line)) return std::nullopt;
  for (const std::string_view mark : {"/", " of "}) {
    for (auto at = line.find(mark); at != npos; at = line.find(mark, at + 1)) {
      auto begin = at, end = at + mark.size();
      while (begin > 0 && is_digit(line[begin - 1])) --begin;
      while (end < line.size() && is_digit(line[end])) ++end;
      const bool is_part = (begin > 0 && contains("/.-", line.substr(begin - 1, 1))) ||
                           (end < line.size() && contains("/-", line.substr(end, 1)));
      const auto done = parse_number(line.substr(begin, at - begin));
      const auto all = parse_number(line.substr(at + mark.size(), end - at - mark.size()));
      if (!is_part && done && all && *done > 0 && *done <= *all && *all <= count_max) return Progress{*done, *all};
    }
  }
  return std::nullopt;
}

// How far the step came when it ended, where it counted up to one number.
std::optional<Progress> progress_of(const Occurrence& ended) {
  std::optional<Progress> last;
  bool rises = false;
  for (auto line = ended.before.rbegin(); line != ended.before.rend() && !line->starts_with("##[group]"); ++line) {
    const auto one = progress_on(*line);
    if (!one) continue;
    if (last && (one->all != last->all || one->done > last->done)) return std::nullopt;
    rises |= last && one->done < last->done;
    if (!last) last = one;
  }
  return rises ? last : std::nullopt;
}

// The minutes that the whole needs by how far it came, with half as much to spare.
std::optional<long> minutes_needed(const Occurrence& ended, long minutes) {
  const auto progress = progress_of(ended);
  if (!progress) return std::nullopt;
  return (minutes * progress->all * 3 + progress->done * 2 - 1) / (progress->done * 2);
}

// ---- what it may have ----

// The limit of the job of another name that the step was in before the newest commit. One that the commit set for the same job is not
// taken back.
std::optional<long> minutes_before(const Patient& patient, const TimeLimit& limit, std::string_view step) {
  const auto changed = patient.last_commit.before.find(limit.file);
  if (changed == patient.last_commit.before.end() || !changed->second) return std::nullopt;
  const Lines lines(*changed->second);
  std::set<long> limits;
  for (const auto& job : job_lines(lines)) {
    if (job.name == limit.job) return std::nullopt;
    const auto depth = key_depth(lines, job);
    std::optional<long> minutes;
    bool has_step = false;
    for (auto number = job.first + 1; number <= job.last; ++number) {
      const auto line = lines.line(number);
      has_step |= names_step(line, step);
      if (key_on(line, "timeout-minutes") != depth) continue;
      if (const auto found = limit_on(line)) minutes = parse_number(found->second);
    }
    if (has_step) limits.insert(minutes.value_or(0));
  }
  const auto only = limits.size() == 1 ? *limits.begin() : 0;
  return only > 0 && only <= minutes_max ? std::optional(only) : std::nullopt;
}

// What needs so many minutes gets half as much to spare.
long with_spare(long minutes) { return (minutes * 3 + 1) / 2; }

// The limits to try: the one that the comments tell; else what the steps had elsewhere before, then twice as much, or what they need
// at the pace that the log shows, or by what the comments say.
std::vector<long> limits_to_try(const Patient& patient, const Occurrence& ended, const TimeLimit& limit, long minutes) {
  const auto text = patient.tree.read(limit.file).value_or("");
  const auto told = told_limit(comments_about(Lines(text), limit.line));
  auto needed = minutes_needed(ended, minutes);
  if (told.limit && *told.limit > minutes && *told.limit <= minutes_max)
    return *told.limit >= needed.value_or(0) ? std::vector{*told.limit} : std::vector<long>{};
  if (told.needed) needed = std::max(with_spare(std::min(*told.needed, minutes_max)), needed.value_or(0));
  if (needed && *needed > std::min(minutes * raise_max, minutes_max)) return {};
  std::vector<long> all;
  const bool is_job = contains(ended.at.text, "maximum execution time");
  const auto step = step_begun(patient.diagnosis, ended);
  const auto before = is_job ? minutes_before(patient, limit, step) : std::nullopt;
  if (before && *before > minutes && *before >= needed.value_or(0)) all.push_back(*before);
  const auto raised = std::min(std::max(minutes * 2, needed.value_or(0)), minutes_max);
  if (all.empty() || raised > all.front()) all.push_back(raised);
  return all;
}

bool has_job(const Tree& tree, const std::string& file, std::string_view name) {
  const auto text = tree.read(file).value_or("");
  const auto jobs = job_lines(Lines(text));
  return std::ranges::find(jobs, name, &JobLines::name) != jobs.end();
}

// The limit that was met, where the log tells which one.
std::optional<TimeLimit> limit_met(const Patient& patient, const Occurrence& ended, long minutes) {
  auto limits = limits_of(patient.tree, minutes);
  const auto& job = patient.diagnosis.job;
  const auto having = jobs_with_step(patient.tree, step_begun(patient.diagnosis, ended));
  const bool is_only = limits.size() == 1;
  std::erase_if(limits, [&](const TimeLimit& one) {
    if (has_job(patient.tree, one.file, job)) return one.job != job;
    return having.empty() ? !is_only : !is_among(PlacedJob{one.file, one.job}, having);
  });
  if (limits.size() != 1) return std::nullopt;
  const auto text = patient.tree.read(limits[0].file).value_or("");
  const auto comments = comments_about(Lines(text), limits[0].line);
  return is_deliberate(comments, minutes) ? std::nullopt : std::optional(limits[0]);
}

}  // namespace

std::vector<Patch> raise_timeout(const Patient& patient) {
  const auto ended = occurrences_of(patient.diagnosis).front();
  const auto minutes = minutes_in(ended.at.text);
  if (!minutes || *minutes <= 0 || *minutes >= minutes_max) return {};
  const auto limit = limit_met(patient, ended, *minutes);
  if (!limit) return {};
  std::vector<Patch> patches;
  for (const auto raised : limits_to_try(patient, ended, *limit, *minutes)) {
    Draft draft(patient.tree);
    draft.edit(limit->file, {{limit->offset, limit->length, std::to_string(raised)}});
    patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
