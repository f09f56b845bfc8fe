#include "mend/workflow/needed_job.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/workflow/renamed_job.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A name of a job where the text of a workflow writes it.
struct JobName {
  std::size_t at = 0;
  std::string_view word;
};

// `needs: word`, `needs: [a, word]`, and the list below `needs:`: the jobs that a job waits for.
std::vector<JobName> needed_by(const Lines& lines, const JobLines& job) {
  std::vector<JobName> names;
  const auto depth = key_depth(lines, job);
  bool is_listed = false;
  for (auto number = job.first + 1; number <= job.last; ++number) {
    auto line = lines.line(number);
    line = line.substr(0, line.find(" #"));
    const bool is_key = depth > 0 && key_on(line, "needs") == depth;
    auto at = is_key ? line.find(':') + 1 : line.find('-') + 1;
    if (is_key)
      is_listed = trim(line.substr(at)).empty();
    else if (is_listed && !trim(line).empty() && !trim(line).starts_with("- "))
      is_listed = false;
    if (!is_key && (!is_listed || at == 0)) continue;
    constexpr std::string_view between = " \t\r[],'\"";
    for (at = line.find_first_not_of(between, at); at != npos; at = line.find_first_not_of(between, at)) {
      const auto end = std::min(line.find_first_of(between, at), line.size());
      names.push_back({lines.begin(number) + at, line.substr(at, end - at)});
      at = end;
    }
  }
  return names;
}

// `needs.word.result` and `needs['word']`, which ask a needed job by its name: the places of the name on the lines of a job.
std::vector<JobName> asked_by(std::string_view text, const Lines& lines, const JobLines& job, std::string_view word) {
  std::vector<JobName> names;
  const auto before = text.substr(0, lines.end(job.last));
  for (const std::string front : {"needs.", "needs['", "needs[\""}) {
    const auto asked = front + std::string(word);
    for (auto at = before.find(asked, lines.begin(job.first)); at != npos; at = before.find(asked, at + 1)) {
      const auto end = at + asked.size();
      const bool is_end = end < text.size() && !is_word_byte(text[end]) && text[end] != '-';
      if (is_end && (at == 0 || !is_word_byte(text[at - 1])))
        names.push_back({at + front.size(), text.substr(at + front.size(), word.size())});
    }
  }
  return names;
}

// The outputs of a needed job that all jobs together ask for: `version` of `needs.word.outputs.version`.
std::set<std::string> outputs_asked(std::string_view text, const Lines& lines, const std::vector<JobLines>& jobs,
                                    std::string_view word) {
  std::set<std::string> names;
  for (const auto& job : jobs) {
    for (const auto& asked : asked_by(text, lines, job, word)) {
      const auto behind = text.substr(asked.at + word.size());
      const auto mark = behind.substr(0, 11).find(".outputs.");  // behind `']` at most
      if (mark == npos) continue;
      const auto name = behind.substr(mark + 9);
      const auto end = std::ranges::find_if(name, [](char c) { return !is_word_byte(c) && c != '-'; });
      names.emplace(name.begin(), end);
    }
  }
  return names;
}

// The outputs that a job has: the keys below its `outputs:`.
std::set<std::string> outputs_of(const Lines& lines, const JobLines& job) {
  std::set<std::string> names;
  const auto depth = key_depth(lines, job);
  bool is_inside = false;
  for (auto number = job.first + 1; number <= job.last; ++number) {
    const auto line = lines.line(number);
    const auto at = line.find_first_not_of(' ');
    if (at == npos || line[at] == '#' || line[at] == '\r') continue;
    if (at <= depth)
      is_inside = key_on(line, "outputs") == depth;
    else if (is_inside && contains(line, ":"))
      names.emplace(trim(line.substr(at, line.find(':') - at)));
  }
  return names;
}

// The only job that the word can be a slip of: not a neighbour of the same series, `test-2` for `test-3`.
std::string job_meant_by(const std::vector<std::string>& jobs, const std::string& word) {
  const auto right = only_near(jobs, word);
  const auto letters = [](std::string name) {
    std::erase_if(name, is_digit);
    return name;
  };
  return letters(right) == letters(word) ? "" : right;
}

// Does a job's name say what another one's does, and only in addition that it is a job, or that of tests: `unit-tests` for `unit`?
// What builds or ships is another job than its tests.
bool says_the_same(const std::string& longer, const std::string& word) {
  static constexpr auto kinds = std::to_array<std::string_view>({"job", "jobs"});
  static constexpr auto tests = std::to_array<std::string_view>({"test", "tests"});
  static constexpr auto makers = std::to_array<std::string_view>(
      {"build", "compile", "deploy", "docs", "image", "package", "publish", "release", "setup"});
  const auto is_in = [](const auto& list, auto one) { return is_among(one, list); };
  const auto added = longer.substr(word.size() + 1);
  return is_in(kinds, added) || (is_in(tests, added) && !is_in(makers, word));
}

// `unit-tests` for `unit`, which was its name: the only job whose name has the word as one of its parts, where it has the outputs that
// the others ask for, or where it is the same name.
std::string job_called_longer(std::string_view text, const Lines& lines, const std::vector<JobLines>& jobs,
                              const std::string& word) {
  const JobLines* found = nullptr;
  const auto part = "-" + replace_all(word, "_", "-") + "-";
  for (const auto& job : jobs) {
    if (word.size() < 3 || !contains("-" + replace_all(job.name, "_", "-") + "-", part)) continue;
    if (found != nullptr) return "";
    found = &job;
  }
  if (found == nullptr) return "";
  const auto asked = outputs_asked(text, lines, jobs, word), given = outputs_of(lines, *found);
  if (!asked.empty()) return std::ranges::includes(given, asked) ? found->name : "";
  return found->name.starts_with(word) && says_the_same(found->name, word) ? found->name : "";
}

// Does a job wait for another one, or for one that does?
bool waits_for(const Lines& lines, const std::vector<JobLines>& jobs, std::string_view name, std::string_view other) {
  std::set<std::string_view> seen = {name};
  std::vector<std::string_view> open = {name};
  while (!open.empty()) {
    const auto one = std::ranges::find(jobs, open.back(), &JobLines::name);
    open.pop_back();
    for (const auto& needed : one == jobs.end() ? std::vector<JobName>{} : needed_by(lines, *one)) {
      if (needed.word == other) return true;
      if (seen.insert(needed.word).second) open.push_back(needed.word);
    }
  }
  return false;
}

}  // namespace

void respell_needed_job(const std::string& file, const std::string& word, const LastCommit& commit, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  const auto jobs = job_lines(lines);
  std::vector<std::string> names;
  for (const auto& job : jobs) names.push_back(job.name);
  if (is_among(word, names)) return;  // another workflow lacks it
  auto right = renamed_job(commit, file, *text, word);
  if (right.empty()) right = job_meant_by(names, word);
  if (right.empty()) right = job_called_longer(*text, lines, jobs, word);
  if (right.empty()) return;
  std::vector<Edit> edits;
  for (const auto& job : jobs) {
    auto places = needed_by(lines, job);
    const bool waits = std::ranges::find(places, right, &JobName::word) != places.end();
    std::erase_if(places, [&](const JobName& place) { return place.word != word; });
    if (places.empty() || waits || job.name == right) continue;  // it cannot wait for itself
    if (waits_for(lines, jobs, right, job.name)) return;         // nor for what waits for it
    std::ranges::move(asked_by(*text, lines, job, word), std::back_inserter(places));
    for (const auto& place : places) edits.push_back({place.at, word.size(), right});
  }
  draft.edit(file, std::move(edits));
}

}  // namespace regreen
