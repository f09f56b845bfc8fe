// workflow.upgrade-action: versions of actions, images and commands that GitHub no longer runs.

#include "mend/workflow/fixers.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_script.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// ---- actions ----

// "actions/upload-artifact: v3", "actions/checkout@v99" → the action
std::string_view action_named(std::string_view text) { return trim(text.substr(0, text.find_first_of(":@ "))); }

// "actions/upload-artifact: v3", "actions/checkout@v99" → the version
std::string_view version_named(std::string_view text) {
  const auto at = text.find_first_of(":@ ");
  return at == npos ? std::string_view() : trim(text.substr(at + 1));
}

bool is_of_artifacts(std::string_view action) {
  return action == "actions/upload-artifact" || action == "actions/download-artifact";
}

// Uploads and downloads have to be of one kind, so they move together.
bool is_meant(std::string_view action, std::string_view named) {
  return action == named || (is_of_artifacts(action) && is_of_artifacts(named));
}

// `4`, `4.1.0`: a version of actions that lost its `v`.
bool is_without_v(std::string_view version) {
  const auto dots = std::ranges::count(version, '.');
  return !version.empty() && version.size() < 9 && is_digit(version[0]) &&
         (dots == 0 ? version.size() < 3 : dots == 2) && version.find_first_not_of("0123456789.") == npos;
}

// The version that a use of an action should have; "" where it may stay. Newer ones than the table knows are none only where the
// log says so.
std::string version_meant(std::string_view version, const std::string& known, bool is_named) {
  if (is_named && is_without_v(version)) return "v" + std::string(version);
  if (!version.starts_with('v')) return "";
  const auto major = parse_number(version.substr(1, version.find('.') - 1));
  const auto latest = parse_number(std::string_view(known).substr(1));
  const bool is_wrong = major && latest && (*major < *latest || (*major > *latest && is_named));
  return is_wrong ? known : "";
}

// The version behind "uses: actions/x@"; commits and branches are somebody's decision.
std::optional<Edit> upgrade_in(const Lines& lines, std::size_t number, std::string_view package, const Table& actions) {
  const auto line = lines.line(number);
  const auto uses = line.find("uses:");
  const auto at = uses == npos ? npos : line.find('@', uses);
  if (at == npos || trim(line).starts_with('#')) return std::nullopt;
  auto action = trim(line.substr(uses + 5, at - uses - 5));
  if (action.starts_with('"') || action.starts_with('\'')) action.remove_prefix(1);
  const auto end = std::min(line.find_first_of(" \t'\"#", at), line.size());
  const auto version = line.substr(at + 1, end - at - 1);
  const auto row = actions.find(std::string(action));
  const auto named = action_named(package);
  if (row == actions.end() || !is_meant(action, named)) return std::nullopt;
  const auto meant = version_meant(version, row->second, action == named && version == version_named(package));
  return meant.empty() ? std::nullopt : std::optional<Edit>({lines.begin(number) + at + 1, version.size(), meant});
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

// The lines of a file that a shell as Linux has it runs: PowerShell calls its variables otherwise.
class PosixLines {
 public:
  PosixLines(std::string_view path, const Lines& lines) : is_all_(!path.starts_with(".github/workflows/")) {
    if (is_all_) return;
    for (const auto& steps : workflow_steps(lines)) {
      const auto shared = lines_for_all_steps(lines, steps);
      for (const auto& step : steps) {
        if (is_posix_script(lines, step, shared)) steps_.push_back(step);
      }
    }
  }

  bool has(std::size_t number) const {
    return is_all_ ||
           std::ranges::any_of(steps_, [&](const auto& step) { return step.first <= number && number <= step.last; });
  }

 private:
  bool is_all_;
  std::vector<WorkflowStep> steps_;
};

// Is what the commands of a file hand over escaped for them: `${body//$'\n'/'%0A'}`? A file takes it as it is.
bool is_escaped(std::string_view text) { return contains(text, "%0A") || contains(text, "%25"); }

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

// `[ubuntu-20.04, ubuntu-22.04]` → `[ubuntu-22.04]`: a matrix that has the next image as well would run every job twice.
std::optional<Edit> dropped_from_row(const Lines& lines, std::size_t number, std::string_view old,
                                     std::string_view now) {
  const auto line = lines.line(number);
  const auto at = line.find(old);
  const auto open = at == npos ? npos : line.rfind('[', at), close = at == npos ? npos : line.find(']', at);
  if (open == npos || close == npos) return std::nullopt;
  std::string kept;
  bool has_old = false, has_now = false;
  for (const auto item : split(line.substr(open + 1, close - open - 1), ',')) {
    const auto image = replace_all(replace_all(std::string(trim(item)), "'", ""), "\"", "");
    has_old |= image == old;
    has_now |= image == now;
    if (image != old) kept += (kept.empty() ? "" : ", ") + std::string(trim(item));
  }
  if (!has_old || !has_now) return std::nullopt;
  return Edit{lines.begin(number) + open + 1, close - open - 1, kept};
}

// The image that a line of a list is, `- ubuntu-20.04`; "" where it is none.
std::string_view listed_image(std::string_view line) {
  line = trim(line);
  if (!line.starts_with("- ")) return "";
  line = trim(line.substr(1, line.find(" #") - 1));
  const bool is_quoted = line.size() > 1 && (line[0] == '"' || line[0] == '\'') && line.back() == line[0];
  return is_quoted ? line.substr(1, line.size() - 2) : line;
}

std::optional<Edit> dropped_from_list(const Lines& lines, std::size_t number, std::string_view old,
                                      std::string_view now) {
  const auto depth = indentation(lines.line(number)).size();
  const auto is_beside = [&](std::size_t other) {
    return lines.has(other) && indentation(lines.line(other)).size() == depth &&
           !listed_image(lines.line(other)).empty();
  };
  if (listed_image(lines.line(number)) != old) return std::nullopt;
  auto first = number;
  while (first > 1 && is_beside(first - 1)) --first;
  for (; is_beside(first); ++first) {
    if (listed_image(lines.line(first)) == now)
      return Edit{lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""};
  }
  return std::nullopt;
}

std::vector<Edit> images_in(const Lines& lines, std::size_t number, const Table& images) {
  std::vector<Edit> edits;
  const auto line = lines.line(number);
  if (trim(line).starts_with('#')) return edits;
  for (const auto& [old, now] : images) {
    auto dropped = dropped_from_row(lines, number, old, now);
    if (!dropped) dropped = dropped_from_list(lines, number, old, now);
    if (dropped) return {*dropped};
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
  const auto package = capture(occurrence, "package");
  const auto images = images_named(rules.table("runner-images"), occurrence.at.text);
  const bool is_command = !capture(occurrence, "command").empty() || contains(occurrence.at.text, "set-output") ||
                          contains(occurrence.at.text, "save-state");
  const PosixLines posix(path, lines);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (!package.empty() && is_workflow(path)) {
      if (auto edit = upgrade_in(lines, number, package, rules.table("actions"))) edits.push_back(std::move(*edit));
    }
    if (is_command && !is_escaped(*text) && posix.has(number)) {
      if (auto edit = command_in(lines, number)) edits.push_back(std::move(*edit));
    }
    if (is_workflow(path)) {
      for (auto& edit : images_in(lines, number, images)) edits.push_back(std::move(edit));
    }
  }
  draft.edit(path, std::move(edits));
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

}  // namespace regreen
