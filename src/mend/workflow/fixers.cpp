// workflow.upgrade-action, workflow.raise-timeout: versions of actions, images and commands that GitHub no longer runs, and
// time limits that a job outgrew.

#include "mend/workflow/fixers.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr long minutes_max = 360;  // GitHub's own limit of a job

// ---- actions ----

// "actions/upload-artifact: v3", "actions/checkout@v99" → the action
std::string_view action_named(std::string_view text) { return trim(text.substr(0, text.find_first_of(":@ "))); }

bool is_of_artifacts(std::string_view action) {
  return action == "actions/upload-artifact" || action == "actions/download-artifact";
}

// Uploads and downloads have to be of one kind, so they move together.
bool is_meant(std::string_view action, std::string_view named) {
  return action == named || (is_of_artifacts(action) && is_of_artifacts(named));
}

// The version behind "uses: actions/x@"; commits and branches are somebody's decision.
std::optional<Edit> upgrade_in(const Lines& lines, std::size_t number, std::string_view named, const Table& actions) {
  const auto line = lines.line(number);
  const auto uses = line.find("uses:");
  const auto at = uses == npos ? npos : line.find('@', uses);
  if (at == npos || trim(line).starts_with('#')) return std::nullopt;
  auto action = trim(line.substr(uses + 5, at - uses - 5));
  if (action.starts_with('"') || action.starts_with('\'')) action.remove_prefix(1);
  const auto end = std::min(line.find_first_of(" \t'\"#", at), line.size());
  const auto version = line.substr(at + 1, end - at - 1);
  const auto row = actions.find(std::string(action));
  if (row == actions.end() || !is_meant(action, named) || !version.starts_with('v')) return std::nullopt;
  const auto major = parse_number(version.substr(1, version.find('.') - 1));
  const auto known = parse_number(std::string_view(row->second).substr(1));
  if (!major || !known || *major == *known || (*major > *known && *major < 50 && named != action)) return std::nullopt;
  return Edit{lines.begin(number) + at + 1, version.size(), row->second};
}

// ---- commands ----

struct FileCommand {
  std::string_view mark;
  std::string_view file;
};

constexpr auto file_commands = std::to_array<FileCommand>({{"::set-output name=", "GITHUB_OUTPUT"},
                                                           {"::save-state name=", "GITHUB_STATE"},
                                                           {"::set-env name=", "GITHUB_ENV"},
                                                           {"::add-path::", "GITHUB_PATH"}});

// echo "::set-output name=x::value" → echo "x=value" >> "$GITHUB_OUTPUT"
std::optional<Edit> command_in(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  for (const auto& command : file_commands) {
    const auto mark = line.find(command.mark);
    const auto echo = mark == npos ? npos : line.rfind("echo ", mark);
    if (echo == npos || contains(line, "\\\"") || trim(line).starts_with('#')) continue;
    const auto begin = line.find_first_not_of(' ', echo + 4);
    const char quote = line[begin] == '"' || line[begin] == '\'' ? line[begin] : ' ';
    if (begin + (quote == ' ' ? 0 : 1) != mark) continue;
    const auto content = mark + command.mark.size();
    const auto end = quote == ' ' ? std::min({line.size(), line.find(" && ", content), line.find(" ; ", content)})
                                  : line.find(quote, content);
    if (end == npos) continue;
    std::string value(trim(line.substr(content, end - content)));
    if (command.mark != "::add-path::") {
      const auto colons = value.find("::");
      if (colons == std::string::npos) continue;
      value.replace(colons, 2, "=");
    }
    if (quote == ' ' && contains(value, "\"")) continue;
    const std::string mark_of_text(1, quote == ' ' ? '"' : quote);
    const auto stop = quote == ' ' ? end : end + 1;
    return Edit{lines.begin(number) + begin, stop - begin,
                mark_of_text + value + mark_of_text + " >> \"$" + std::string(command.file) + "\""};
  }
  return std::nullopt;
}

// ---- images ----

std::vector<Edit> images_in(const Lines& lines, std::size_t number, const Table& images) {
  std::vector<Edit> edits;
  const auto line = lines.line(number);
  if (trim(line).starts_with('#')) return edits;
  for (const auto& [old, now] : images) {
    for (auto at = line.find(old); at != npos; at = line.find(old, at + 1)) {
      const auto behind = line.substr(at + old.size(), 1);
      if (at > 0 && contains(" [,'\"", line.substr(at - 1, 1)) && (behind.empty() || contains(" ],'\"", behind)))
        edits.push_back({lines.begin(number) + at, old.size(), now});
    }
  }
  return edits;
}

// Which images the message speaks of: "Ubuntu 20.04" is ubuntu-20.04.
Table images_named(const Table& all, std::string_view message) {
  Table named;
  const auto spoken = replace_all(lower(message), " ", "-");
  for (const auto& [old, now] : all) {
    if (contains(spoken, old)) named[old] = now;
  }
  return named;
}

void upgrade(const std::string& path, const Occurrence& occurrence, const RuleSet& rules, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  const Lines lines(*text);
  const auto named = action_named(capture(occurrence, "package"));
  const auto images = images_named(rules.table("runner-images"), occurrence.at.text);
  const bool is_command = !capture(occurrence, "command").empty() || contains(occurrence.at.text, "set-output") ||
                          contains(occurrence.at.text, "save-state");
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (!named.empty() && is_workflow(path)) {
      if (auto edit = upgrade_in(lines, number, named, rules.table("actions"))) edits.push_back(std::move(*edit));
    }
    if (is_command) {
      if (auto edit = command_in(lines, number)) edits.push_back(std::move(*edit));
    }
    if (is_workflow(path)) {
      for (auto& edit : images_in(lines, number, images)) edits.push_back(std::move(edit));
    }
  }
  draft.edit(path, std::move(edits));
}

// ---- time limits ----

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
  std::size_t offset = 0;
  std::size_t length = 0;
};

// All `timeout-minutes: N` of the workflows.
std::vector<TimeLimit> limits_of(const Tree& tree, long minutes) {
  std::vector<TimeLimit> limits;
  const std::string written = std::to_string(minutes);
  for (const auto& path : tree.list()) {
    const auto text = is_workflow(path) ? tree.read(path) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    std::string job;
    bool in_jobs = false;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      if (!line.empty() && line[0] != ' ' && line[0] != '#') in_jobs = line.starts_with("jobs:");
      if (in_jobs && indentation(line).size() == 2 && trim(line).ends_with(':'))
        job = trim(line).substr(0, trim(line).size() - 1);
      const auto key = line.find("timeout-minutes:");
      if (key == npos || trim(line.substr(0, key)).find_first_not_of("- ") != npos) continue;
      const auto value = line.find_first_not_of(' ', key + 16);
      if (value == npos || line.substr(value, line.find_first_of(" #", value) - value) != written) continue;
      limits.push_back({path, job, lines.begin(number) + value, written.size()});
    }
  }
  return limits;
}

// The step that the log shows last: what stands behind "##[group]Run ".
std::string_view step_begun(const Occurrence& occurrence) {
  constexpr std::string_view mark = "##[group]Run ";
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    if (line->starts_with(mark)) return trim(std::string_view(*line).substr(mark.size()));
  }
  return "";
}

// Is the line one of a step that is called so, or runs that command?
bool names_step(std::string_view line, std::string_view step) {
  line = trim(line);
  return line == step || (line.ends_with(step) && line.substr(0, line.size() - step.size()).ends_with(": "));
}

// The jobs of the workflows that have the step.
std::vector<std::string> jobs_with_step(const Tree& tree, std::string_view step) {
  std::vector<std::string> jobs;
  for (const auto& path : tree.list()) {
    const auto text = !step.empty() && is_workflow(path) ? tree.read(path) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    for (const auto& job : job_lines(lines)) {
      for (auto number = job.first; number <= job.last; ++number) {
        if (names_step(lines.line(number), step)) jobs.push_back(path_in(path, job.name));
      }
    }
  }
  return jobs;
}

}  // namespace

std::vector<Patch> upgrade_action(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& path : patient.tree.list()) {
      if (is_workflow(path) || path.ends_with(".sh")) upgrade(path, occurrence, patient.rules, draft);
    }
  }
  return draft.patches();
}

std::vector<Patch> raise_timeout(const Patient& patient) {
  const auto ended = occurrences_of(patient.diagnosis).front();
  const auto minutes = minutes_in(ended.at.text);
  if (!minutes || *minutes <= 0 || *minutes >= minutes_max) return {};
  auto limits = limits_of(patient.tree, *minutes);
  const auto& job = patient.diagnosis.job;
  const auto having = jobs_with_step(patient.tree, step_begun(ended));
  const bool is_only = limits.size() == 1;
  std::erase_if(limits, [&](const TimeLimit& one) {
    if (contains(patient.tree.read(one.file).value_or(""), "\n  " + job + ":")) return one.job != job;
    return having.empty() ? !is_only : !is_among(path_in(one.file, one.job), having);
  });
  if (limits.size() != 1) return {};
  Draft draft(patient.tree);
  draft.edit(limits[0].file,
             {{limits[0].offset, limits[0].length, std::to_string(std::min(*minutes * 2, minutes_max))}});
  return draft.patches();
}

}  // namespace regreen
