// One step that is two: a dash is lost between them.

#include "base/among.h"
#include "mend/lines.h"
#include "mend/workflow/step_inputs.h"
#include "mend/workflow/step_keys.h"
#include "mend/workflow/step_parts.h"
#include "mend/workflow/steps.h"
#include "model/last_commit.h"

#include <algorithm>

namespace regreen {
namespace {

bool is_deed(const KeyOfStep& key) { return key.name == "uses" || key.name == "run"; }

/// A step, and the place of the key that a second one would begin with.
struct Cut {
  const Lines& lines;
  const WorkflowStep& step;
  const std::vector<KeyOfStep>& keys;
  std::size_t second = 0;

  WorkflowStep above() const {
    auto part = step;
    part.last = keys[second].line - 1;
    return part;
  }
  WorkflowStep below() const {
    auto part = step;
    part.first = keys[second].line;
    return part;
  }
};

// Did both parts stand one below the other as steps before the newest commit?
bool stood_apart(const Cut& cut, const std::string& before) {
  const Lines lines(before);
  const auto above = said_in(cut.lines, cut.above()), below = said_in(cut.lines, cut.below());
  for (const auto& steps : workflow_steps(lines)) {
    for (std::size_t i = 1; i < steps.size(); ++i) {
      if (said_in(lines, steps[i - 1]) == above && said_in(lines, steps[i]) == below) return true;
    }
  }
  return false;
}

// Where a step that begins with that key ends, which says nothing but a name, what it does, and right below an action its inputs.
std::size_t end_of_plain(const std::vector<KeyOfStep>& keys, std::size_t begin) {
  const auto deed = begin < keys.size() && keys[begin].name == "name" ? begin + 1 : begin;
  if (deed >= keys.size() || !is_deed(keys[deed])) return 0;
  const bool has_inputs = keys[deed].name == "uses" && deed + 1 < keys.size() && keys[deed + 1].name == "with";
  return deed + (has_inputs ? 2 : 1);
}

// The cut of a step that runs a script and uses an action which no script stands for; any other key may be of either.
std::size_t plain_cut(const Lines& lines, const WorkflowStep& step, const std::vector<KeyOfStep>& keys) {
  const auto second = end_of_plain(keys, 0);
  const bool are_two = line_of_key(keys, "run") != 0 && line_of_key(keys, "uses") != 0;
  const bool is_whole = second != 0 && end_of_plain(keys, second) == keys.size();
  return are_two && is_whole && is_preparation(action_of(lines, step)) ? second : 0;
}

// The key that the second step begins with; 0 where nobody can tell, or there is one step only.
std::size_t second_of(const Lines& lines, const WorkflowStep& step, const std::optional<std::string>& before) {
  const auto keys = keys_of_step(lines, step);
  if (std::ranges::count_if(keys, is_deed) != 2) return 0;
  for (std::size_t second = 1; before && second < keys.size(); ++second) {
    if (stood_apart({lines, step, keys, second}, *before)) return keys[second].line;
  }
  const auto second = plain_cut(lines, step, keys);
  return second == 0 ? 0 : keys[second].line;
}

}  // namespace

void part_step(const Patient& patient, const std::string& file, std::size_t number, Draft& draft) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  const auto place = step_at(lines, number);
  if (!place) return;
  const auto changed = patient.last_commit.before.find(file);
  const bool is_known = changed != patient.last_commit.before.end();
  const auto second = second_of(lines, place->step(), is_known ? changed->second : std::nullopt);
  if (second == 0) return;
  draft.edit(file, {{lines.begin(second) + lines.line(place->step().first).find('-'), 1, "-"}});
}

}  // namespace regreen
