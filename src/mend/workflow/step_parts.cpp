#include "mend/workflow/step_parts.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_inputs.h"
#include "mend/workflow/step_keys.h"
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

enum class Side { above, below };

/// A step to be joined to one of its neighbours.
struct Joint {
  const Patient& patient;
  const std::string& file;
  const Lines& lines;
  const WorkflowStep& part;
  std::vector<KeyOfStep> keys;
};

// Can the part be one step with the neighbour?
bool may_join(const Joint& joint, const WorkflowStep& other) {
  const auto keys = keys_of_step(joint.lines, other);
  const bool uses = line_of_key(keys, "uses") != 0, runs = line_of_key(keys, "run") != 0;
  if (other.column != joint.part.column || uses == runs) return false;
  return std::ranges::all_of(joint.keys, [&](const KeyOfStep& key) {
    constexpr auto of_run = std::to_array<std::string_view>({"shell", "working-directory"});
    const bool fits = key.name == "with" ? uses : !is_among(key.name, of_run) || runs;
    return fits && line_of_key(keys, key.name) == 0;
  });
}

// Are the inputs those of the neighbour's action, and can they be no other's?
bool takes(const Joint& joint, const WorkflowStep& other, const WorkflowStep* opposite, Side side) {
  const auto inputs = names_below(joint.lines, joint.part, line_of_key(joint.keys, "with"));
  const auto able = actions_with(joint.patient.rules, inputs);
  const auto action = action_of(joint.lines, other);
  const auto rival = opposite == nullptr ? "" : action_of(joint.lines, *opposite);
  if (!able.contains(action) || able.contains(rival)) return false;
  const bool is_rival_known = rival.empty() || joint.patient.rules.table("action-inputs").contains(rival);
  if (side == Side::below && !is_rival_known) return false;  // inputs stand below their action more often than above it
  return (able.size() == 1 && are_telling(inputs)) || (side == Side::above && has_what_it_needs(action, inputs));
}

// Does a line ask for a variable?
bool asks_for(std::string_view line, const std::string& variable) {
  for (const std::string front : {"$", "${", "env."}) {
    const auto asked = front + variable;
    for (auto at = line.find(asked); at != npos; at = line.find(asked, at + 1)) {
      if (at + asked.size() == line.size() || !is_word_byte(line[at + asked.size()])) return true;
    }
  }
  return false;
}

bool asks_for(const Lines& lines, const WorkflowStep& step, const std::string& variable) {
  for (auto number = step.first; number <= step.last; ++number) {
    if (asks_for(lines.line(number), variable)) return true;
  }
  return false;
}

// Does the workflow give the variable a value elsewhere, which the part would change?
bool is_set_elsewhere(const Joint& joint, const std::string& variable) {
  for (std::size_t number = 1; number <= joint.lines.count(); ++number) {
    const bool is_within = number >= joint.part.first && number <= joint.part.last;
    const auto line = joint.lines.line(number);
    if (!is_within && (key_on(line, variable) || contains(line, variable + "="))) return true;
  }
  return false;
}

// Does the neighbour alone ask for all the variables, and has them from nowhere else?
bool asks_for_all(const Joint& joint, const WorkflowStep& other, const WorkflowStep* opposite) {
  const auto variables = names_below(joint.lines, joint.part, line_of_key(joint.keys, "env"));
  return !variables.empty() && std::ranges::all_of(variables, [&](const std::string& variable) {
    return asks_for(joint.lines, other, variable) && !is_set_elsewhere(joint, variable) &&
           (opposite == nullptr || !asks_for(joint.lines, *opposite, variable));
  });
}

// The deeds that a text speaks of: "Run the linters" of lint, "./deploy.sh" of deploy.
std::set<std::string_view> deeds_in(std::string_view text) {
  constexpr auto deeds = std::to_array<std::string_view>(
      {"build",  "check", "clean",   "coverage", "deploy", "doc",     "download", "format", "install", "lint",
       "migrat", "notif", "package", "publish",  "push",   "release", "scan",     "setup",  "test",    "upload"});
  std::set<std::string_view> found;
  const auto said = lower(text);
  for (const auto deed : deeds) {
    for (auto at = said.find(deed); at != npos; at = said.find(deed, at + 1)) {
      if (at == 0 || !is_letter(said[at - 1])) found.insert(deed);
    }
  }
  return found;
}

// A name stands first in its step, right above the rest: that of another deed is of a step whose script is lost.
bool is_named(const Joint& joint, const WorkflowStep& below) {
  const auto& [patient, file, lines, part, keys] = joint;
  if (part.last + 1 != below.first || end_of(lines, part) != part.last) return false;
  const auto title = deeds_in(lines.line(part.first));
  std::set<std::string_view> done;
  for (auto number = below.first; number <= below.last; ++number) done.merge(deeds_in(lines.line(number)));
  return title.empty() || done.empty() || std::ranges::any_of(title, [&](auto deed) { return done.contains(deed); });
}

// Do the files say that the part is one step with the neighbour on that side? What has several keys is a step of its own as well, whose
// script is lost.
bool is_shown(const Joint& joint, const WorkflowStep& other, const WorkflowStep* opposite, Side side) {
  if (joint.keys.size() != 1) return false;
  const auto key = joint.keys.front().name;
  if (key == "with") return takes(joint, other, opposite, side);
  if (key == "env") return asks_for_all(joint, other, opposite);
  return key == "name" && side == Side::below && is_named(joint, other);
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
  const bool is_above = above != nullptr && is_shown(joint, *above, below, Side::above);
  const bool is_below = below != nullptr && is_shown(joint, *below, above, Side::below);
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
  const Joint joint{patient, file, lines, place->step(), keys_of_step(lines, place->step())};
  if (joint.keys.empty() || line_of_key(joint.keys, "uses") != 0 || line_of_key(joint.keys, "run") != 0) return;
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
    const auto keys = keys_of_step(lines, above);
    const auto past = past_of(joint, &above, nullptr);
    const bool is_taken = takes(joint, above, nullptr, Side::above);
    if (line_of_key(keys, "with") != 0 || past == Past::other || (past == Past::unknown && !is_taken)) return;
    std::vector<Edit> edits;
    for (auto one = part.first; one <= part.last; ++one)
      edits.push_back({lines.begin(one), 0, std::string(above.column - depth, ' ')});
    draft.edit(file, std::move(edits));
    return;
  }
}

}  // namespace regreen
