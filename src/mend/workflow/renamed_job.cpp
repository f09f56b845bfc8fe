#include "mend/workflow/renamed_job.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace regreen {
namespace {

// What a job does: its lines without comments, its title, and the jobs that it waits for.
std::vector<std::string> deeds_of(const Lines& lines, const JobLines& job) {
  std::vector<std::string> deeds;
  const auto depth = key_depth(lines, job);
  bool is_needs = false;
  for (auto number = job.first + 1; number <= job.last; ++number) {
    const auto line = lines.line(number);
    const auto said = trim(line);
    if (said.empty() || said.starts_with('#')) continue;
    const bool is_item = said.starts_with("- ") || said.starts_with(']');
    if (line.find_first_not_of(' ') == depth && !is_item) is_needs = key_on(line, "needs") == depth;
    if (is_needs || key_on(line, "name") == depth) continue;
    deeds.emplace_back(line.substr(0, line.find_last_not_of(" \t\r") + 1));
  }
  return deeds;
}

// What a job leaves to another workflow many do alike.
bool has_steps(const std::vector<std::string>& deeds) {
  return std::ranges::any_of(deeds, [](const auto& line) { return trim(line) == "steps:"; });
}

std::map<std::string, std::vector<std::string>> jobs_in(std::string_view text) {
  std::map<std::string, std::vector<std::string>> jobs;
  const Lines lines(text);
  for (const auto& job : job_lines(lines)) jobs.emplace(job.name, deeds_of(lines, job));
  return jobs;
}

}  // namespace

std::string renamed_job(const LastCommit& commit, const std::string& file, std::string_view today,
                        std::string_view name) {
  const auto changed = commit.before.find(file);
  if (changed == commit.before.end() || !changed->second) return "";
  const auto before = jobs_in(*changed->second), now = jobs_in(today);
  const auto old = before.find(std::string(name));
  if (old == before.end() || !has_steps(old->second)) return "";
  std::set<std::string> gone, made;
  for (const auto& [job, deeds] : before) {
    if (deeds == old->second && !now.contains(job)) gone.insert(job);
  }
  for (const auto& [job, deeds] : now) {
    if (deeds == old->second && !before.contains(job)) made.insert(job);
  }
  return gone.size() == 1 && made.size() == 1 ? *made.begin() : "";
}

}  // namespace regreen
