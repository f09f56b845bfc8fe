// workflow.fix-key: keys and labels of a workflow that GitHub does not know.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/job_runner.h"
#include "mend/workflow/key_names.h"
#include "mend/workflow/needed_job.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_parts.h"

#include <algorithm>
#include <array>
#include <span>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t complaints_max = 50;  // each reads its workflow anew; what is left the next round finds

// What stands in the quotes that a mark ends with.
std::string quoted_after(std::string_view text, std::string_view mark) {
  return std::string(between(text, mark, mark.substr(mark.size() - 1)));
}

// Where the message points at the key, only that one is wrong; elsewhere an action may have an input of that name.
void respell_key(const std::string& file, std::size_t place, const std::string& word, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto at = place == 0 || place == number ? key_on(lines.line(number), word) : std::nullopt;
    const auto right = at ? key_meant(lines, place, word) : "";
    if (!right.empty()) edits.push_back({lines.begin(number) + *at, word.size(), right});
  }
  draft.edit(file, std::move(edits));
}

void respell_label(const std::string& file, const std::string& word, Draft& draft) {
  const auto right = label_meant(word);
  const auto text = right.empty() ? std::nullopt : draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto at = line.find(word);
    const bool is_whole =
        at != npos && (at + word.size() == line.size() || contains(" ,]\"'", line.substr(at + word.size(), 1)));
    if (is_whole && (contains(line, "runs-on") || contains(line, "os:") || trim(line).starts_with("- ")))
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
  const std::vector<std::string_view> words(known.begin(), known.end());
  const auto right = word.empty() ? "" : word_meant(words, word);
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

// ---- where ----

/// What GitHub or a linter says of a workflow, and where.
struct Complaint {
  std::string_view text;
  std::vector<std::string> files;  ///< the one that it names, else those of the diagnosis
  std::size_t line = 0;            ///< 0 where it does not tell
};

// ".github/workflows/ci.yml (Line: 9, Col: 5): …", ".github/workflows/ci.yml:9:5: …"
Complaint complaint_of(const Patient& patient, const Occurrence& occurrence) {
  Complaint complaint{occurrence.at.text, {}, 0};
  const auto mark = complaint.text.find(" (Line: ");
  const auto printed = complaint.text.substr(0, mark == npos ? 0 : mark);
  const auto named = printed.substr(printed.find_last_of(" ]") + 1);
  const auto number = mark == npos ? capture(occurrence, "line") : between(complaint.text, " (Line: ", ",");
  const auto file = find_file(patient.tree, mark == npos ? capture(occurrence, "file") : named);
  complaint.line = static_cast<std::size_t>(std::max(line_number(number).value_or(0), 0L));
  if (file && is_workflow(*file))
    complaint.files = {*file};
  else
    complaint.files = workflows_of(patient);
  return complaint;
}

// A step that is two, or part of another one; what is said of it says that there is something wrong, and the file what.
void mend_step(const Patient& patient, const Complaint& complaint, Draft& draft) {
  constexpr auto sayings = std::to_array<std::string_view>(
      {"not enough info to determine what you meant", "must define a", "cannot have both the", "is already defined",
       "is duplicated in element", "step must run script with", "is required to run action in step",
       "step is for running action", "step is for running shell"});
  const auto said = lower(complaint.text);
  const bool is_said = std::ranges::any_of(sayings, [&](auto saying) { return contains(said, saying); });
  for (const auto& file : is_said&& complaint.line != 0 ? complaint.files : std::vector<std::string>()) {
    part_step(patient, file, complaint.line, draft);
    join_step(patient, file, complaint.line, draft);
  }
}

void mend_key(const Patient& patient, const Complaint& complaint, Draft& draft) {
  for (const auto& file : complaint.files) {
    for (const auto* mark : {"Unexpected value '", "unexpected key \""}) {
      const auto word = quoted_after(complaint.text, mark);
      if (!word.empty()) respell_key(file, complaint.line, word, draft);
    }
    if (contains(complaint.text, "Unexpected value 'with'") || contains(complaint.text, "\"with\" is only available"))
      indent_inputs(patient, file, complaint.line, draft);
    if (const auto word = quoted_after(complaint.text, "label \""); !word.empty()) respell_label(file, word, draft);
  }
}

// A line more or less moves those below: from the last place to the first.
void mend_runner(const Patient& patient, const Complaint& complaint, Draft& draft) {
  const auto says = [&](std::string_view text) { return contains(complaint.text, text); };
  for (const auto& file : complaint.files) {
    if (says("missing: runs-on") || says("\"runs-on\" section is missing"))
      give_runner(patient, file, complaint.line, draft);
    if (complaint.line != 0 && (says("Unexpected value 'runs-on'") || says("\"runs-on\" is not available")))
      drop_runner(file, complaint.line, draft);
  }
}

}  // namespace

std::vector<Patch> fix_workflow_key(const Patient& patient) {
  Draft draft(patient.tree);
  std::vector<Complaint> complaints;
  const auto all = occurrences_of(patient.diagnosis);
  for (const auto& occurrence : std::span(all).first(std::min(all.size(), complaints_max))) {
    complaints.push_back(complaint_of(patient, occurrence));
    const auto& complaint = complaints.back();
    if (const auto file = find_file(patient.tree, capture(occurrence, "file")); file && is_workflow(*file))
      respell_expression(*file, occurrence, draft);
    mend_step(patient, complaint, draft);
    mend_key(patient, complaint, draft);
    for (const auto& file : complaint.files) {
      for (const auto* mark : {"needs job \"", "depends on unknown job '"}) {
        if (const auto word = quoted_after(complaint.text, mark); !word.empty())
          respell_needed_job(file, word, patient.last_commit, draft);
      }
    }
  }
  if (draft.patch().empty()) {
    for (auto one = complaints.rbegin(); one != complaints.rend(); ++one) mend_runner(patient, *one, draft);
  }
  return draft.patches();
}

}  // namespace regreen
