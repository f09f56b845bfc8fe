// workflow.fix-reference: a job reads the output of a step or of a job that does not have that name. Meant is the only one that
// gives what is asked for and that nobody asks; a job that is there and is not waited for is waited for.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Names = std::set<std::string>;

// The members of `{cache: {outputs: {hit: string}}; meta: {…}}`, the first bracket of a text, and what each is.
std::map<std::string, std::string> members_of(std::string_view type) {
  std::map<std::string, std::string> members;
  const auto open = type.find('{');
  if (open == npos) return members;
  int depth = 0;
  for (auto at = open, begin = open + 1; at < type.size(); ++at) {
    if (type[at] == '{') ++depth;
    const bool ends = type[at] == '}' && --depth == 0;
    if (!ends && !(type[at] == ';' && depth == 1)) continue;
    const auto member = type.substr(begin, at - begin);
    const auto colon = member.find(": ");
    if (colon != npos) members.emplace(trim(member.substr(0, colon)), member.substr(colon + 2));
    begin = at + 1;
    if (ends) break;
  }
  return members;
}

bool is_name_byte(char c) { return is_word_byte(c) || c == '-'; }

// Where `steps.version` stands on the lines of a job, as a whole.
std::vector<std::size_t> uses_in(std::string_view text, const Lines& lines, const JobLines& job,
                                 const std::string& reference) {
  std::vector<std::size_t> found;
  const auto end = lines.end(job.last);
  for (auto at = text.find(reference, lines.begin(job.first)); at < end; at = text.find(reference, at + 1)) {
    const char before = text[at - 1], after = at + reference.size() < text.size() ? text[at + reference.size()] : ' ';
    if (!is_name_byte(before) && before != '.' && !is_name_byte(after)) found.push_back(at);
  }
  return found;
}

// What is asked of it: the names behind `.outputs.`; nothing where something else is asked as well.
Names asked_at(std::string_view text, const std::vector<std::size_t>& uses, const std::string& reference) {
  Names names;
  for (const auto at : uses) {
    const auto rest = text.substr(at + reference.size());
    if (!rest.starts_with(".outputs.")) return {};
    const auto name = rest.substr(9);
    names.emplace(name.substr(0, std::find_if_not(name.begin(), name.end(), is_name_byte) - name.begin()));
  }
  return names;
}

// ---- steps ----

// A part of its line.
std::string_view id_of(const Lines& lines, const WorkflowStep& step) {
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    const auto at = key_on(line, "id");
    if (at && *at == step.column) return trim(line.substr(line.find(':', *at) + 1));
  }
  return "";
}

// Does a script write `name=…` for the steps that follow?
bool writes(std::string_view script, const std::string& name) {
  if (contains(script, "::set-output name=" + name + "::")) return true;
  if (!contains(script, "GITHUB_OUTPUT")) return false;
  return std::ranges::any_of(words_in(script, name), [&](auto at) {
    const auto rest = script.substr(at + name.size());
    return (rest.starts_with('=') || rest.starts_with("<<")) && (at == 0 || script[at - 1] != '$');
  });
}

// Does a step give all of the outputs: by its script, or as the linter knows of the action?
bool gives(const Lines& lines, const WorkflowStep& step, std::string_view type, const Names& asked) {
  std::string script = step.inline_script;
  for (auto number = step.run + 1; step.run != 0 && !step.is_inline && number <= step.script_last; ++number)
    script += std::string(lines.line(number)) + "\n";
  const auto known = members_of(type);
  const auto outputs = known.contains("outputs") ? members_of(known.at("outputs")) : known;
  return std::ranges::all_of(
      asked, [&](const auto& name) { return step.run != 0 ? writes(script, name) : outputs.contains(name); });
}

// The step with an id: below its name, or as its first key. Only where it runs before it is asked.
std::vector<Edit> with_id(std::string_view text, const Lines& lines, const WorkflowStep& step, const std::string& id,
                          const std::vector<std::size_t>& uses) {
  const auto runs_before = [&](std::size_t use) {  // what stands above all steps is told when the job has ended
    if (use > lines.end(step.last)) return true;
    for (auto number = lines.number_at(use); number > step.job_first; --number) {
      if (trim(lines.line(number)) == "steps:") return false;
    }
    return true;
  };
  if (!std::ranges::all_of(uses, runs_before)) return {};
  const auto at = lines.begin(step.first) + step.column;
  const std::string front(step.column, ' ');
  if (key_on(lines.line(step.first), "name")) return {line_below(text, at, front + "id: " + id)};
  return {{at, 0, "id: " + id + std::string(line_end(text)) + front}};
}

// The id of the only step of the job that gives the outputs and that no one asks by its name, put where the other one was asked;
// where several ask and the id can be a slip of what all of them say, it is the id. Where no step has an id and gives them, the
// only one that gives them gets it.
std::vector<Edit> mend_step(std::string_view text, const Lines& lines, const JobLines& job, const std::string& wrong,
                            std::string_view said) {
  const auto uses = uses_in(text, lines, job, "steps." + wrong);
  const auto asked = asked_at(text, uses, "steps." + wrong);
  if (asked.empty()) return {};
  const auto members = members_of(said);
  std::vector<std::string_view> ids;
  std::vector<WorkflowStep> nameless;
  for (const auto& steps : workflow_steps(lines)) {
    for (const auto& step : steps) {
      if (step.job_first != job.first) continue;
      const std::string_view id = id_of(lines, step);
      if (id == wrong) return {};  // there it is, only later
      const auto type = members.find(std::string(id));
      if (!gives(lines, step, type == members.end() ? "" : type->second, asked)) continue;
      if (id.empty())
        nameless.push_back(step);
      else if (type != members.end() && uses_in(text, lines, job, "steps." + std::string(id)).empty())
        ids.push_back(id);
    }
  }
  std::vector<Edit> edits;
  const bool is_asked_otherwise = contains(text, "steps[") || contains(lower(text), "tojson(steps");
  if (ids.size() == 1 && uses.size() > 1 && !is_asked_otherwise && is_slip(wrong, ids.front())) {
    edits.push_back({offset_in(text, ids.front()), ids.front().size(), wrong});
  } else if (ids.size() == 1) {
    for (const auto at : uses) edits.push_back({at + 6, wrong.size(), std::string(ids.front())});
  } else if (ids.empty() && nameless.size() == 1 && nameless.front().run != 0) {
    edits = with_id(text, lines, nameless.front(), wrong, uses);
  }
  return edits;
}

// ---- jobs ----

// The jobs that a job waits for: `needs: a`, `needs: [a, b]`, or the list below it.
Names needs_of(const Lines& lines, const JobLines& job) {
  Names names;
  const auto number = line_of(lines, job, "needs");
  if (number == 0) return names;
  const auto line = lines.line(number);
  std::string value(trim(line.substr(line.find(':') + 1)));
  for (auto below = number + 1; value.empty() && below <= job.last; ++below) {
    const auto item = trim(lines.line(below));
    if (!item.starts_with("- ")) break;
    names.emplace(trim(item.substr(2)));
  }
  std::ranges::replace_if(
      value, [](char c) { return contains("[],'\"", std::string_view(&c, 1)); }, ' ');
  for (const auto word : split(std::string_view(value), ' ')) {
    if (!word.empty()) names.emplace(word);
  }
  return names;
}

// Does a job wait for another one, by way of others as well?
bool waits_for(const Lines& lines, const std::vector<JobLines>& jobs, const std::string& name,
               const std::string& other) {
  std::vector<std::string> open = {name};
  Names seen;
  while (!open.empty()) {
    const auto one = open.back();
    open.pop_back();
    if (!seen.insert(one).second) continue;
    if (one == other) return true;
    const auto job = std::ranges::find(jobs, one, &JobLines::name);
    if (job == jobs.end()) continue;
    for (const auto& need : needs_of(lines, *job)) open.push_back(need);
  }
  return false;
}

// Does a job tell all of the outputs under `outputs:`?
bool tells(const Lines& lines, const JobLines& job, const Names& asked) {
  Names told;
  const auto depth = key_depth(lines, job);
  bool is_inside = false;
  for (auto number = job.first + 1; number <= job.last; ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    const auto indent = indentation(line).size();
    if (indent == depth) is_inside = trim(line) == "outputs:";
    if (is_inside && indent > depth) told.emplace(trim(line.substr(0, line.find(':'))));
  }
  return std::ranges::includes(told, asked);
}

std::vector<Edit> wait_for(std::string_view text, const Lines& lines, const JobLines& job, const std::string& other) {
  const auto number = line_of(lines, job, "needs");
  if (number == 0) {
    const auto depth = key_depth(lines, job);
    if (depth == 0) return {};
    return {line_below(text, lines.begin(job.first), std::string(depth, ' ') + "needs: " + other)};
  }
  const auto line = lines.line(number);
  const auto value = trim(line.substr(line.find(':') + 1));
  if (contains(value, "#") || contains(value, "${{")) return {};
  if (value.empty()) {
    const auto item = number + 1 <= job.last ? lines.line(number + 1) : std::string_view();
    if (!trim(item).starts_with("- ")) return {};
    return {line_below(text, lines.begin(number), std::string(indentation(item)) + "- " + other)};
  }
  const auto begin = offset_in(text, value);
  if (!value.starts_with('[')) return {{begin, value.size(), "[" + std::string(value) + ", " + other + "]"}};
  if (!value.ends_with(']')) return {};
  const bool is_empty = trim(value.substr(1, value.size() - 2)).empty();
  return {{begin + value.size() - 1, 0, (is_empty ? "" : ", ") + other}};
}

std::vector<Edit> mend_need(std::string_view text, const Lines& lines, const std::vector<JobLines>& jobs,
                            const JobLines& job, const std::string& wrong) {
  const auto uses = uses_in(text, lines, job, "needs." + wrong);
  const auto asked = asked_at(text, uses, "needs." + wrong);
  if (asked.empty()) return {};
  if (const auto there = std::ranges::find(jobs, wrong, &JobLines::name); there != jobs.end()) {
    const bool may_wait = !needs_of(lines, job).contains(wrong) && tells(lines, *there, asked) &&
                          !waits_for(lines, jobs, wrong, job.name);
    return may_wait ? wait_for(text, lines, job, wrong) : std::vector<Edit>{};
  }
  std::vector<std::string> meant;
  for (const auto& need : needs_of(lines, job)) {
    const auto one = std::ranges::find(jobs, need, &JobLines::name);
    if (one != jobs.end() && tells(lines, *one, asked) && uses_in(text, lines, job, "needs." + need).empty())
      meant.push_back(need);
  }
  std::vector<Edit> edits;
  for (const auto at : uses) {
    if (meant.size() == 1) edits.push_back({at + 6, wrong.size(), meant.front()});
  }
  return edits;
}

// `property "version" is not defined in object type {…}`, in a line that says `steps.version` or `needs.version`.
std::vector<Edit> mend_reference(std::string_view text, std::size_t number, std::string_view said) {
  const std::string wrong(between(said, "property \"", "\""));
  const auto type = said.find("object type {");
  const Lines lines(text);
  const auto jobs = job_lines(lines);
  const auto job =
      std::ranges::find_if(jobs, [&](const auto& one) { return one.first <= number && number <= one.last; });
  if (wrong.empty() || type == npos || job == jobs.end()) return {};
  auto edits = mend_step(text, lines, *job, wrong, said.substr(type));
  return edits.empty() ? mend_need(text, lines, jobs, *job, wrong) : edits;
}

}  // namespace

std::vector<Patch> fix_workflow_reference(const Patient& patient) {
  Draft draft(patient.tree);
  std::vector<std::pair<TreePlace, std::string>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (!places.empty() && is_workflow(places.front().file)) all.emplace_back(places.front(), occurrence.at.text);
  }
  std::ranges::sort(all, std::greater{});  // from below: a line that comes in moves those behind it
  for (const auto& [place, said] : all) {
    const auto text = draft.read(place.file);
    if (text && Lines(*text).has(place.line)) draft.edit(place.file, mend_reference(*text, place.line, said));
  }
  return draft.patches();
}

}  // namespace regreen
