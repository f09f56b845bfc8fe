// workflow.fix-variable: a step does not get a variable that its script reads, but one whose name is a slip of it, which nothing
// reads. The name is corrected; what the variable holds, and what a secret is called, stays. Whose slip it is tell the value
// (`secrets.ARTIFACT_TOKEN`), another step that gives the right name the same value, or the other files that use the right name.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/workflow/failed_job.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_script.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t value_letters = 8;
constexpr std::size_t telling_letters = 6;  // one slip in so many is hardly another word

/// A variable that an `env:` gives.
struct Given {
  std::size_t env = 0, depth = 0;  // the line of `env:`, and how far it stands in
  std::size_t line = 0;
  std::string name, value;
};

/// A step of a workflow that the log can mean.
struct Failed {
  std::string file;
  WorkflowStep step;
};

bool is_in_script(const std::vector<std::vector<WorkflowStep>>& jobs, std::size_t number) {
  return std::ranges::any_of(jobs, [&](const auto& steps) {
    return std::ranges::any_of(
        steps, [&](const WorkflowStep& step) { return step.run < number && number <= step.script_last; });
  });
}

// The names below an `env:`; nothing where they stand in brackets or are merged from elsewhere.
std::optional<std::vector<Given>> names_below(const Lines& lines, std::size_t env, std::size_t depth) {
  std::vector<Given> all;
  if (const auto rest = trim(lines.line(env).substr(depth + 4)); !rest.empty() && !rest.starts_with('#'))
    return std::nullopt;
  std::size_t inner = 0;
  for (auto number = env + 1; lines.has(number); ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    const auto in = indentation(line).size();
    if (in <= depth) break;
    if (inner == 0) inner = in;
    const auto name = in == inner ? word_at(line, in) : std::string_view();
    if (trim(line).starts_with("<<")) return std::nullopt;
    if (name.empty() || !line.substr(in + name.size()).starts_with(':')) continue;
    all.push_back({env, depth, number, std::string(name), std::string(trim(line.substr(in + name.size() + 1)))});
  }
  return all;
}

// All variables of a workflow.
std::optional<std::vector<Given>> variables_of(const Lines& lines) {
  std::vector<Given> all;
  const auto jobs = workflow_steps(lines);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto depth = key_on(lines.line(number), "env");
    if (!depth || is_in_script(jobs, number)) continue;
    const auto below = names_below(lines, number, *depth);
    if (!below) return std::nullopt;
    all.insert(all.end(), below->begin(), below->end());
  }
  return all;
}

// Does the step get the variable: its own, its job's, or the workflow's?
bool gets(const Lines& lines, const WorkflowStep& step, const Given& one) {
  const bool in_step = step.first <= one.env && one.env <= step.last && one.depth == step.column;
  const bool in_job = step.job_first <= one.env && one.env <= step.job_last &&
                      one.depth == key_depth(lines, {"", step.job_first, step.job_last});
  return in_step || in_job || one.depth == 0;
}

std::string letters_of(std::string_view name) { return replace_all(lower(name), "_", ""); }

std::string digits_of(std::string_view name) {
  std::string digits(name);
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits;
}

enum class Nearness { far, near, telling };

// How sure it is that one name is a slip of the other, looked at alone.
Nearness nearness(std::string_view meant, std::string_view written) {
  if (meant == written || digits_of(meant) != digits_of(written)) return Nearness::far;
  if (letters_of(meant) == letters_of(written)) return Nearness::telling;
  const auto of_meant = split(meant, '_'), of_written = split(written, '_');
  if (of_meant.size() != of_written.size()) return Nearness::far;
  auto found = Nearness::far;
  for (std::size_t i = 0; i < of_meant.size(); ++i) {
    const auto one = of_meant[i], other = of_written[i];
    if (one == other) continue;
    if (found != Nearness::far || !is_slip(one, other) || is_opposite(one, other)) return Nearness::far;
    const bool is_longer = one.starts_with(other) || other.starts_with(one);  // TOKEN and TOKENS
    found = !is_longer && std::max(one.size(), other.size()) >= telling_letters ? Nearness::telling : Nearness::near;
  }
  return found;
}

// The steps that the log can mean and that do not get the variable.
std::vector<Failed> steps_without(const Patient& patient, const Occurrence& occurrence, const std::string& key) {
  const auto begun = step_begun(patient.diagnosis, occurrence);
  std::vector<Failed> found;
  for (const auto& job : failed_jobs(patient, occurrence)) {
    const auto text = patient.tree.read(job.file).value_or("");
    const Lines lines(text);
    const auto variables = variables_of(lines);
    if (!variables || contains(text, "GITHUB_ENV")) return {};
    for (const auto& steps : workflow_steps(lines)) {
      if (!key_on(lines.line(steps.front().job_first), job.name)) continue;
      for (const auto& step : steps) {
        bool is_meant = false;
        for (auto number = step.first; number <= step.last; ++number)
          is_meant = is_meant || names_step(lines.line(number), begun);
        const bool has = std::ranges::any_of(
            *variables, [&](const Given& one) { return one.name == key && gets(lines, step, one); });
        if (is_meant && !has) found.push_back({job.file, step});
      }
    }
  }
  return found;
}

// Of the variables that the step gets, the only one whose name is a slip.
std::optional<Given> slip_given(const Lines& lines, const WorkflowStep& step, const std::string& key) {
  const auto variables = variables_of(lines);
  std::optional<Given> found;
  for (const auto& one : variables.value_or(std::vector<Given>())) {
    if (!gets(lines, step, one) || nearness(key, one.name) == Nearness::far) continue;
    if (found) return std::nullopt;
    found = one;
  }
  return found;
}

// Does what the log prints at the head of the step agree: `env:` with the variable? Logs of other forms print none.
bool is_shown(const Occurrence& occurrence, const std::string& name) {
  const auto& before = occurrence.before;
  const auto head =
      std::find_if(before.rbegin(), before.rend(), [](const auto& line) { return line.starts_with("##[group]Run "); });
  if (head == before.rend()) return true;
  return std::any_of(head.base(), before.end(),
                     [&](const std::string& line) { return line.starts_with("  " + name + ":"); });
}

/// Where the names stand in the tree.
struct Mentions {
  std::size_t of_slip = 0;  // but for names of secrets
  std::size_t files_of_key = 0;
};

Mentions mentions_in(const Tree& tree, const std::string& key, const std::string& slip) {
  Mentions all;
  const auto uses = [](std::string_view text, const std::string& name) {
    const auto spots = words_in(text, name);
    return static_cast<std::size_t>(std::ranges::count_if(spots, [&](auto at) {
      return !text.substr(0, at).ends_with("secrets.") && !text.substr(0, at).ends_with("vars.");
    }));
  };
  for (const auto& path : tree.list()) {
    const auto text = tree.read(path);
    if (!text) continue;
    all.of_slip += uses(*text, slip);
    if (uses(*text, key) > 0) ++all.files_of_key;
  }
  return all;
}

// Does an expression hold what another one calls so: `secrets.UPLOAD_TOKEN`, `inputs.upload_token`? A variable of that name is the
// one that is not set.
bool is_named_in(std::string_view value, std::string_view name) {
  const auto text = lower(value);
  const auto word = lower(name);
  const auto spots = words_in(text, word);
  return contains(value, "${{") && std::ranges::any_of(spots, [&](auto at) {
           const auto front = std::string_view(text).substr(0, at);
           return front.ends_with('.') && !front.ends_with("env.");
         });
}

// Is it no value that many have: "1", "true"?
bool tells_apart(std::string_view value) { return contains(value, "${{") || value.size() >= value_letters; }

// Does another `env:` of the workflows give the right name the same value?
bool is_given_elsewhere(const Tree& tree, const std::string& key, const std::string& value) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = is_workflow(path) ? tree.read(path) : std::nullopt;
    const auto variables = text ? variables_of(Lines(*text)) : std::nullopt;
    return variables &&
           std::ranges::any_of(*variables, [&](const Given& one) { return one.name == key && one.value == value; });
  });
}

// Is it the workflow that is wrong, and not what reads the variable?
bool is_workflows_slip(const Tree& tree, const std::string& key, const Given& given) {
  const auto mentions = mentions_in(tree, key, given.name);
  if (mentions.of_slip != 1) return false;
  if (is_named_in(given.value, key) || (tells_apart(given.value) && is_given_elsewhere(tree, key, given.value)))
    return true;
  const bool is_named_alike = is_named_in(given.value, given.name);
  return !is_named_alike && nearness(key, given.name) == Nearness::telling && mentions.files_of_key > 1;
}

// A script that sets the name itself has lost it on its own way.
bool sets_it(const Tree& tree, const std::string& script, const std::string& key) {
  return std::ranges::any_of(texts_run_by(tree, script), [&](const std::string& text) {
    const auto spots = words_in(text, key);
    return std::ranges::any_of(spots, [&](auto at) {
      const auto behind = std::string_view(text).substr(at + key.size());
      return behind.starts_with('=') && !behind.starts_with("==");
    });
  });
}

}  // namespace

std::vector<Patch> fix_variable_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string key(capture(occurrence, "key"));
    const auto failed = is_identifier(key) ? steps_without(patient, occurrence, key) : std::vector<Failed>();
    const auto text = failed.size() == 1 ? draft.read(failed[0].file) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    const auto given = slip_given(lines, failed[0].step, key);
    if (!given || !is_shown(occurrence, given->name)) continue;
    if (!is_workflows_slip(patient.tree, key, *given)) continue;
    if (sets_it(patient.tree, script_of(lines, failed[0].step), key)) continue;
    const auto at = lines.begin(given->line) + lines.line(given->line).find(given->name);
    draft.edit(failed[0].file, {{at, given->name.size(), key}});
  }
  return draft.patches();
}

}  // namespace regreen
