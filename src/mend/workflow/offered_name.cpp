// workflow.fix-name: a word of a workflow that is not among those which actionlint lists, or an event that GitHub does not know. Meant
// is the only one near it. What gives rights to a job is nobody's slip to mend.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"

#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// Where a message quotes the wrong word, and where its list of the right ones begins.
struct Message {
  std::string_view wrong, list;
};

constexpr auto messages = std::to_array<Message>({
    {"input \"", "available inputs are "},
    {"invalid activity type \"", "available types are "},
    {"shell name \"", "available names are "},
    {"unexpected key \"", "expected one of "},
});

constexpr auto events = std::to_array<std::string_view>({"branch_protection_rule",
                                                         "check_run",
                                                         "check_suite",
                                                         "create",
                                                         "delete",
                                                         "deployment",
                                                         "deployment_status",
                                                         "discussion",
                                                         "discussion_comment",
                                                         "fork",
                                                         "gollum",
                                                         "issue_comment",
                                                         "issues",
                                                         "label",
                                                         "merge_group",
                                                         "milestone",
                                                         "page_build",
                                                         "public",
                                                         "pull_request",
                                                         "pull_request_review",
                                                         "pull_request_review_comment",
                                                         "push",
                                                         "registry_package",
                                                         "release",
                                                         "repository_dispatch",
                                                         "schedule",
                                                         "status",
                                                         "watch",
                                                         "workflow_call",
                                                         "workflow_dispatch",
                                                         "workflow_run"});

std::vector<std::string> quoted_in(std::string_view list) {
  std::vector<std::string> names;
  const auto parts = split(list, '"');
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) names.emplace_back(parts[i]);
  return names;
}

struct Slip {
  std::string wrong, right;
};

// Would the word give rights or secrets to a job?
bool gives_rights(std::string_view said, std::string_view word) {
  return trim(said).ends_with("[permissions]") || word == "permissions" || word == "secrets";
}

Slip slip_in(std::string_view said) {
  if (contains(said, "unknown Webhook event \"")) {
    const std::string wrong(between(said, "unknown Webhook event \"", "\""));
    return {wrong, only_near(events, wrong)};
  }
  for (const auto& [mark, list] : messages) {
    const auto at = said.find(list);
    const std::string wrong(at == npos ? "" : between(said.substr(0, at), mark, "\""));
    if (!wrong.empty()) return {wrong, only_near(quoted_in(said.substr(at)), wrong)};
  }
  return {};
}

// The line of an action's `with:` names its input: actionlint may point to the step.
std::optional<std::size_t> line_of(const Lines& lines, std::size_t number, const std::string& wrong, bool is_input) {
  constexpr std::size_t lines_max = 40;
  if (contains(lines.line(number), wrong)) return number;
  if (!is_input) return std::nullopt;
  for (auto below = number + 1; below < number + lines_max && lines.has(below); ++below) {
    if (trim(lines.line(below)).starts_with("- ")) return std::nullopt;
    if (key_on(lines.line(below), wrong)) return below;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> fix_workflow_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto [wrong, right] = slip_in(occurrence.at.text);
    if (gives_rights(occurrence.at.text, right)) continue;
    const auto places = places_of(patient.tree, occurrence);
    const auto text = right.empty() || places.empty() || !is_workflow(places.front().file)
                          ? std::nullopt
                          : draft.read(places.front().file);
    if (!text || !Lines(*text).has(places.front().line)) continue;
    const Lines lines(*text);
    const auto number = line_of(lines, places.front().line, wrong, contains(occurrence.at.text, "input \""));
    if (!number) continue;
    const auto line = lines.line(*number);
    const auto column = *number == places.front().line ? places.front().column : 0;
    const auto at = line.find(wrong, column > 0 ? column - 1 : 0);
    const auto is_part = [&](std::size_t i) { return i < line.size() && (line[i] == '-' || line[i] == '_'); };
    if (at != npos && !is_part(at + wrong.size()))
      draft.edit(places.front().file, {{lines.begin(*number) + at, wrong.size(), right}});
  }
  return draft.patches();
}

}  // namespace regreen
