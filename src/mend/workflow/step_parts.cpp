#include "mend/workflow/step_parts.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A key of a step, and its line.
struct StepKey {
  std::string_view name;
  std::size_t line = 0;
};

bool is_empty(std::string_view line) { return trim(line).empty() || trim(line).starts_with('#'); }

// The keys of a step, in their order; none where it is written in braces.
std::vector<StepKey> keys_of(const Lines& lines, const WorkflowStep& step) {
  std::vector<StepKey> keys;
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    const bool is_level = number == step.first || indentation(line).size() == step.column;
    if (!is_level || line.size() <= step.column || is_empty(line)) continue;
    const auto colon = line.find(':', step.column);
    if (colon != npos && !contains("{\"'", line.substr(step.column, 1)))
      keys.push_back({line.substr(step.column, colon - step.column), number});
  }
  return keys;
}

std::size_t line_of(const std::vector<StepKey>& keys, std::string_view name) {
  const auto found = std::ranges::find(keys, name, &StepKey::name);
  return found == keys.end() ? 0 : found->line;
}

std::string_view value_on(std::string_view line) {
  line = line.substr(0, line.find(" #"));
  const auto colon = line.find(':');
  return colon == npos ? "" : trim(line.substr(colon + 1));
}

/// The steps of a job, and which of them a line is of.
struct PlaceOfStep {
  std::vector<WorkflowStep> steps;
  std::size_t at = 0;

  const WorkflowStep& step() const { return steps[at]; }
};

std::optional<PlaceOfStep> step_at(const Lines& lines, std::size_t number) {
  for (auto& steps : workflow_steps(lines)) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (number >= steps[i].first && number <= steps[i].last) return PlaceOfStep{std::move(steps), i};
    }
  }
  return std::nullopt;
}

// ---- two steps that are one ----

enum class Side { above, below };

/// A step to be joined to one of its neighbours.
struct Joint {
  const Patient& patient;
  const std::string& file;
  const Lines& lines;
  const WorkflowStep& part;
  std::vector<StepKey> keys;
};

// What the lines of a step say, without dash, comments and blanks.
std::set<std::string> said_in(const Lines& lines, const WorkflowStep& step) {
  std::set<std::string> said;
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    if (is_empty(line)) continue;
    said.emplace(trim(number == step.first ? line.substr(step.column) : line));
  }
  return said;
}

// The last line of a step that says something.
std::size_t end_of(const Lines& lines, const WorkflowStep& step) {
  auto last = step.last;
  while (last > step.first && is_empty(lines.line(last))) --last;
  return last;
}

// Can the part be one step with the neighbour?
bool may_join(const Joint& joint, const WorkflowStep& other) {
  const auto keys = keys_of(joint.lines, other);
  const bool uses = line_of(keys, "uses") != 0, runs = line_of(keys, "run") != 0;
  if (other.column != joint.part.column || uses == runs) return false;
  return std::ranges::all_of(joint.keys, [&](const StepKey& key) {
    constexpr auto of_run = std::to_array<std::string_view>({"shell", "working-directory"});
    const bool fits = key.name == "with" ? uses : !is_among(key.name, of_run) || runs;
    return fits && line_of(keys, key.name) == 0;
  });
}

// The names below a key of the step: inputs, variables.
std::vector<std::string> names_below(const Lines& lines, const WorkflowStep& step, std::size_t key) {
  std::vector<std::string> names;
  std::size_t depth = 0;
  for (auto number = key + 1; key != 0 && number <= step.last; ++number) {
    const auto line = lines.line(number);
    if (is_empty(line)) continue;
    const auto indent = indentation(line).size();
    if (indent <= step.column) break;
    if (depth == 0) depth = indent;
    if (indent == depth && contains(line, ":")) names.emplace_back(trim(line.substr(0, line.find(':'))));
  }
  return names;
}

std::string action_of(const Lines& lines, const WorkflowStep& step) {
  const auto number = line_of(keys_of(lines, step), "uses");
  const auto value = number == 0 ? std::string_view() : value_on(lines.line(number));
  return std::string(value.substr(0, value.find('@')));
}

// Does the action have all these inputs, and no other that is known? Below actions that do nothing without, they may be any of theirs.
bool takes(const Joint& joint, const WorkflowStep& other, const std::vector<std::string>& inputs, Side side) {
  constexpr auto needy =
      std::to_array<std::string_view>({"actions/cache", "actions/github-script", "actions/upload-artifact"});
  if (inputs.empty()) return false;
  std::set<std::string> able;
  for (const auto& [action, row] : joint.patient.rules.table("action-inputs")) {
    const auto names = split(row, ' ');
    const bool has_all =
        std::ranges::all_of(inputs, [&](const std::string_view input) { return is_among(input, names); });
    if (has_all) able.insert(action);
  }
  const auto action = action_of(joint.lines, other);
  return able.contains(action) && (able.size() == 1 || (side == Side::above && is_among(action, needy)));
}

// Does the script or the action ask for one of the variables?
bool asks_for(const Lines& lines, const WorkflowStep& other, const std::vector<std::string>& variables) {
  for (auto number = other.first; number <= other.last; ++number) {
    const auto line = lines.line(number);
    for (const auto& name : variables) {
      for (const std::string front : {"$", "${", "env."}) {
        const auto asked = front + name;
        for (auto at = line.find(asked); at != npos; at = line.find(asked, at + 1)) {
          if (at + asked.size() == line.size() || !is_word_byte(line[at + asked.size()])) return true;
        }
      }
    }
  }
  return false;
}

// Do the files say that the part is one step with the neighbour on that side?
bool is_shown(const Joint& joint, const WorkflowStep& other, Side side) {
  const auto& [patient, file, lines, part, keys] = joint;
  if (const auto with = line_of(keys, "with")) return takes(joint, other, names_below(lines, part, with), side);
  // a name stands first in its step, right above the rest
  if (keys.front().name == "name")
    return side == Side::below && part.last + 1 == other.first && end_of(lines, part) == part.last;
  if (const auto env = line_of(keys, "env")) return asks_for(lines, other, names_below(lines, part, env));
  return line_of(keys, "shell") != 0 || line_of(keys, "working-directory") != 0;
}

/// What the file was before the newest commit says about the part.
enum class Past { unknown, above, below, other };

// A step of which the part was one: with today's neighbour it is the same again, or what it lacks is lost.
Past past_of(const Joint& joint, const WorkflowStep* above, const WorkflowStep* below) {
  const auto changed = joint.patient.last_commit.before.find(joint.file);
  if (changed == joint.patient.last_commit.before.end() || !changed->second) return Past::unknown;
  const Lines lines(*changed->second);
  const auto part = said_in(joint.lines, joint.part);
  const auto joined = [&](const WorkflowStep* other) {
    auto all = part;
    if (other != nullptr) all.merge(said_in(joint.lines, *other));
    return other == nullptr ? std::set<std::string>() : all;
  };
  const auto with_above = joined(above), with_below = joined(below);
  Past past = Past::unknown;
  for (const auto& steps : workflow_steps(lines)) {
    for (const auto& step : steps) {
      const auto was = said_in(lines, step);
      if (!std::ranges::includes(was, part) || was == part) continue;
      const Past one = was == with_above ? Past::above : was == with_below ? Past::below : Past::other;
      if (past != Past::unknown && past != one) return Past::other;
      past = one;
    }
  }
  return past;
}

// Which neighbour the part belongs to; nothing where either could be meant.
std::optional<Side> side_of(const Joint& joint, const WorkflowStep* above, const WorkflowStep* below) {
  const auto past = past_of(joint, above, below);
  if (past == Past::other) return std::nullopt;
  if (past != Past::unknown) return past == Past::above ? Side::above : Side::below;
  const bool is_above = above != nullptr && is_shown(joint, *above, Side::above);
  const bool is_below = below != nullptr && is_shown(joint, *below, Side::below);
  if (is_above == is_below) return std::nullopt;
  return is_above ? Side::above : Side::below;
}

}  // namespace

void join_step(const Patient& patient, const std::string& file, std::size_t number, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  const auto place = step_at(lines, number);
  if (!place) return;
  const Joint joint{patient, file, lines, place->step(), keys_of(lines, place->step())};
  if (joint.keys.empty() || line_of(joint.keys, "uses") != 0 || line_of(joint.keys, "run") != 0) return;
  const auto* above = place->at > 0 ? &place->steps[place->at - 1] : nullptr;
  const auto* below = place->at + 1 < place->steps.size() ? &place->steps[place->at + 1] : nullptr;
  if (above != nullptr && !may_join(joint, *above)) above = nullptr;
  if (below != nullptr && !may_join(joint, *below)) below = nullptr;
  const auto side = side_of(joint, above, below);
  if (!side) return;
  const auto second = *side == Side::above ? joint.part.first : below->first;
  draft.edit(file, {{lines.begin(second) + lines.line(second).find('-'), 1, " "}});
}

void indent_inputs(const Patient& patient, const std::string& file, std::size_t number, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  const auto depth = key_on(lines.line(number), "with").value_or(0);
  for (const auto& steps : workflow_steps(lines)) {
    const auto& above = steps.back();
    if (above.last + 1 != number || depth == 0 || depth >= above.column) continue;
    WorkflowStep part;
    part.first = part.last = number;
    part.column = depth;
    while (part.last < above.job_last && indentation(lines.line(part.last + 1)).size() > depth) ++part.last;
    const Joint joint{patient, file, lines, part, {{"with", number}}};
    const auto keys = keys_of(lines, above);
    const auto past = past_of(joint, &above, nullptr);
    const bool is_taken = takes(joint, above, names_below(lines, part, number), Side::above);
    if (line_of(keys, "with") != 0 || past == Past::other || (past == Past::unknown && !is_taken)) return;
    std::vector<Edit> edits;
    for (auto one = part.first; one <= part.last; ++one)
      edits.push_back({lines.begin(one), 0, std::string(above.column - depth, ' ')});
    draft.edit(file, std::move(edits));
    return;
  }
}

void part_step(const std::string& file, std::size_t number, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  const auto place = step_at(lines, number);
  if (!place) return;
  const auto keys = keys_of(lines, place->step());
  std::vector<std::size_t> deeds;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].name == "uses" || keys[i].name == "run") deeds.push_back(i);
  }
  if (deeds.size() < 2) return;
  const auto second = deeds[1];
  const bool is_named = second > 1 && keys[second - 1].name == "name";
  const bool is_twice = keys[deeds[0]].name == keys[second].name;
  if (is_twice && !(is_named && line_of(keys, "name") < keys[deeds[0]].line)) return;
  const auto at = keys[is_named ? second - 1 : second].line;
  const auto dash = lines.line(place->step().first).find('-');
  draft.edit(file, {{lines.begin(at) + dash, 1, "-"}});
}

}  // namespace regreen
