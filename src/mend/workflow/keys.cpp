// workflow.fix-key: keys and labels of a workflow that GitHub does not know.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/yaml_check.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/needed_job.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
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

// The only known word that the written one can be a slip of; "working-dir" begins "working-directory". "" where there is none.
template <class Words>
std::string meant_by(const Words& known, const std::string& word) {
  if (is_among(word, known)) return "";
  std::string near, begun;
  for (const std::string_view one : known) {
    const std::size_t limit = word.size() < 4 ? 1 : 2;
    if (edit_distance(one, word, limit) <= limit &&
        (near.empty() || edit_distance(one, word) < edit_distance(near, word)))
      near = one;
    if (word.size() >= 5 && one.starts_with(word)) begun = begun.empty() ? std::string(one) : "?";
  }
  if (!near.empty()) return near;
  return begun == "?" ? "" : begun;
}

// What stands in the quotes that a mark ends with.
std::string quoted_after(std::string_view text, std::string_view mark) {
  return std::string(between(text, mark, mark.substr(mark.size() - 1)));
}

void respell_key(const std::string& file, const std::string& word, Draft& draft) {
  const auto right = meant_by(keys, word);
  const auto text = right.empty() ? std::nullopt : draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (const auto at = key_on(lines.line(number), word))
      edits.push_back({lines.begin(number) + *at, word.size(), right});
  }
  draft.edit(file, std::move(edits));
}

void respell_label(const std::string& file, const std::string& word, Draft& draft) {
  const auto right = meant_by(labels, word);
  const auto text = right.empty() ? std::nullopt : draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto at = line.find(word);
    if (at != npos && (contains(line, "runs-on") || contains(line, "os:") || trim(line).starts_with("- ")))
      edits.push_back({lines.begin(number) + at, word.size(), right});
  }
  draft.edit(file, std::move(edits));
}

// ---- expressions ----

// Does a reference stand in several places? Then it is the id that may be misspelt: workflow.fix-reference tells.
bool are_several(std::string_view text, const std::string& reference) {
  const auto first = text.find(reference);
  return first != npos && text.find(reference, first + 1) != npos;
}

// `property "pyhton" is not defined in object type {os: string; python: string}`
// `undefined variable "matrx". available variables are "env", "github", "matrix"`
void respell_expression(const std::string& file, const Occurrence& occurrence, Draft& draft) {
  const std::string_view said = occurrence.at.text;
  std::vector<std::string> known;
  auto word = quoted_after(said, "property \"");
  if (const auto open = said.find("object type {"); !word.empty() && open != npos) {
    for (const auto part : split(said.substr(open + 13, said.find('}', open) - open - 13), ';'))
      known.emplace_back(trim(part.substr(0, part.find(':'))));
  } else if (const auto list = said.find("available variables are "); list != npos) {
    word = quoted_after(said, "undefined variable \"");
    const auto parts = split(said.substr(list), '"');
    for (std::size_t i = 1; i < parts.size(); i += 2) known.emplace_back(parts[i]);
  }
  const auto right = word.empty() ? "" : meant_by(known, word);
  const auto number = line_number(capture(occurrence, "line"));
  const auto text = right.empty() || !number ? std::nullopt : draft.read(file);
  if (!text || are_several(*text, "steps." + std::string(word))) return;
  const Lines lines(*text);
  const auto line = lines.line(static_cast<std::size_t>(*number));
  std::vector<Edit> edits;
  for (const auto at : words_in(line, word)) {
    if (contains(line.substr(0, at), "${{") || contains(line.substr(0, at), "if:"))
      edits.push_back({lines.begin(static_cast<std::size_t>(*number)) + at, word.size(), right});
  }
  draft.edit(file, std::move(edits));
}

// ---- a step that is two ----

// `uses` and `run` in one step: the second of them, or the name right above it, begins a step of its own.
void part_step(const std::string& file, const Occurrence& occurrence, Draft& draft) {
  const auto number = line_number(between(occurrence.at.text, "(Line: ", ","));
  const auto text = number ? draft.read(file) : std::nullopt;
  if (!text) return;
  const Lines lines(*text);
  const auto first = static_cast<std::size_t>(*number);
  const auto front = indentation(lines.line(first)).size();
  if (!lines.line(first).substr(front).starts_with("- ")) return;
  std::size_t keys_seen = 0;
  for (auto at = first;
       lines.has(at) && (at == first || indentation(lines.line(at)).size() > front || trim(lines.line(at)).empty());
       ++at) {
    const auto line = lines.line(at);
    const bool is_level = at == first || indentation(line).size() == front + 2;
    if (!is_level || !(key_on(line, "uses") || key_on(line, "run")) || ++keys_seen < 2) continue;
    const bool named = at > first + 1 && key_on(lines.line(at - 1), "name");
    draft.edit(file, {{lines.begin(named ? at - 1 : at) + front, 2, "- "}});
    return;
  }
}

// ---- a job without a runner ----

// A job without `runs-on` and `uses` of its own gets what the others have.
void give_runner(const std::string& file, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::string runner = "ubuntu-latest";
  std::vector<JobLines> without;
  for (const auto& job : job_lines(lines)) {
    const auto depth = key_depth(lines, job);
    bool has_runner = depth == 0;
    for (auto number = job.first + 1; number <= job.last; ++number) {
      const auto line = lines.line(number);
      const bool is_runner = key_on(line, "runs-on") == depth;
      const auto value = is_runner ? trim(line.substr(line.find(':') + 1)) : std::string_view();
      if (!value.empty() && !contains(value, "${{")) runner = value;
      has_runner |= is_runner || key_on(line, "uses") == depth;
    }
    if (!has_runner) without.push_back(job);
  }
  std::vector<Edit> edits;
  for (const auto& job : without) {
    const std::string indent(key_depth(lines, job), ' ');
    edits.push_back(line_below(*text, lines.begin(job.first), indent + "runs-on: " + runner));
  }
  draft.edit(file, std::move(edits));
}

}  // namespace

std::vector<Patch> fix_workflow_key(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    if (const auto file = find_file(patient.tree, capture(occurrence, "file")); file && is_workflow(*file))
      respell_expression(*file, occurrence, draft);
    for (const auto& file : workflows_of(patient)) {
      if (contains(said, "not enough info to determine what you meant")) part_step(file, occurrence, draft);
      for (const auto* mark : {"Unexpected value '", "unexpected key \""}) {
        if (const auto word = quoted_after(said, mark); !word.empty()) respell_key(file, word, draft);
      }
      if (const auto word = quoted_after(said, "label \""); !word.empty()) respell_label(file, word, draft);
      for (const auto* mark : {"needs job \"", "depends on unknown job '"}) {
        if (const auto word = quoted_after(said, mark); !word.empty())
          respell_needed_job(file, word, patient.last_commit, draft);
      }
    }
  }
  if (draft.patch().empty()) {
    for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
      if (!contains(occurrence.at.text, "runs-on")) continue;
      for (const auto& file : workflows_of(patient)) give_runner(file, draft);
    }
  }
  return draft.patches();
}

}  // namespace regreen
