// workflow.hand-over-variable: one step exports a variable, a later one of the same job does not have it, as each step is a
// shell of its own. What is written to $GITHUB_ENV is handed over.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/step_script.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Steps = std::vector<WorkflowStep>;

bool says_secret(std::string_view line) {
  return contains(line, "secrets.") || contains(line, "secrets[") || contains(line, "github.token");
}

// May a value of the step be made of what nobody else is to see? Later steps run other people's code.
bool knows_secret(const Lines& lines, const WorkflowStep& step, const std::vector<std::string_view>& shared) {
  for (auto number = step.first; number <= step.last; ++number) {
    if (says_secret(lines.line(number))) return true;
  }
  return std::ranges::any_of(shared, says_secret);
}

// Does the line leave nothing open for the next one?
bool is_whole(std::string_view line) {
  const auto count = [&](char c) { return std::ranges::count(line, c); };
  return !line.ends_with('\\') && count('"') % 2 == 0 && count('\'') % 2 == 0 && count('`') % 2 == 0 &&
         count('(') == count(')') && count('{') == count('}');
}

// Is there nothing but a comment behind the first word of a shell?
bool is_one_word(std::string_view value) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'' || c == '`')
      quote = c;
    else if (c == '(' || c == ')')
      depth += c == '(' ? 1 : -1;
    else if (depth == 0 && contains(" \t;&|", std::string_view(&c, 1)))
      return trim(value.substr(i)).empty() || trim(value.substr(i)).starts_with('#');
  }
  return true;
}

// `export NAME=value`, or `NAME=value` that is not said for one command only.
bool gives_value(std::string_view line, const std::string& name) {
  line = trim(line);
  const bool is_exported = line.starts_with("export ");
  if (is_exported) line = trim(line.substr(7));
  return line.starts_with(name + "=") && is_whole(line) && (is_exported || is_one_word(line.substr(name.size() + 1)));
}

// Is the name set on the line in a way that `gives_value` does not know: `main) TAG=a ;;`, `then TAG=b; fi`, `TAG="two`?
bool sets_otherwise(std::string_view line, const std::string& name) {
  static constexpr auto openers = std::to_array<std::string_view>(
      {";", "&", "|", "(", ")", "{", "then", "else", "do", "export", "local", "declare", "readonly"});
  if (gives_value(line, name)) return false;
  return std::ranges::any_of(words_in(line, name), [&](auto at) {
    const auto front = trim(line.substr(0, at));
    const bool is_first = front.empty() || std::ranges::any_of(openers, [&](auto one) { return front.ends_with(one); });
    return is_first && line.substr(at + name.size()).starts_with('=');
  });
}

std::vector<std::size_t> lines_giving(const Lines& lines, const WorkflowStep& step, const std::string& name) {
  std::vector<std::size_t> giving;
  if (step.is_inline && gives_value(step.inline_script, name)) return {step.run};
  for (auto number = step.run + 1; !step.is_inline && number <= step.script_last; ++number) {
    if (gives_value(lines.line(number), name)) giving.push_back(number);
  }
  return giving;
}

// The script itself uses the name, or a file of the tree that it runs does.
bool uses(const Tree& tree, const std::string& script, const std::string& name) {
  const auto texts = texts_run_by(tree, script);
  return std::ranges::any_of(texts, [&](const auto& text) { return !words_in(text, name).empty(); });
}

std::string handed(const std::string& name) { return "echo \"" + name + "=$" + name + "\" >> \"$GITHUB_ENV\""; }

// Below every line that gives the value: whichever branch is taken, what was written last holds.
std::vector<Edit> hand_over(std::string_view text, const Lines& lines, const WorkflowStep& step,
                            const std::vector<std::size_t>& giving, const std::string& name) {
  const std::string end(line_end(text));
  if (step.is_inline) {
    const std::string inner(step.column + 2, ' ');
    const auto begin = lines.begin(step.run) + lines.line(step.run).find(step.inline_script, step.column + 4);
    return {{begin, step.inline_script.size(), "|" + end + inner + step.inline_script + end + inner + handed(name)}};
  }
  std::vector<Edit> edits;
  for (const auto number : giving)
    edits.push_back({lines.end(number), 0, end + std::string(indentation(lines.line(number))) + handed(name)});
  return edits;
}

// Only where one step of the job gives the value and does not hand it over, nothing else sets it, and a later step that
// does not give it itself uses it.
std::vector<Edit> in_job(const Tree& tree, std::string_view text, const Lines& lines, const Steps& steps,
                         const std::string& name) {
  const auto shared = lines_for_all_steps(lines, steps);
  const WorkflowStep* giver = nullptr;
  std::vector<std::size_t> giving;
  bool is_missed = false;
  for (const auto& step : steps) {
    const auto script = script_of(lines, step);
    const auto here = lines_giving(lines, step, name);
    if (contains(script, "GITHUB_ENV") && contains(script, name + "=")) return {};
    if (here.empty()) {
      is_missed |= giver != nullptr && step.run != 0 && uses(tree, script, name);
      continue;
    }
    if (giver != nullptr || !is_posix_script(lines, step, shared) || contains(script, "<<")) return {};
    if (knows_secret(lines, step, shared)) return {};
    for (const auto line : split_lines(script)) {
      if (sets_otherwise(line, name)) return {};
    }
    giver = &step;
    giving = here;
  }
  if (giver == nullptr || !is_missed) return {};
  for (auto number = steps.front().job_first; number <= steps.front().job_last; ++number) {
    if (trim(lines.line(number)).starts_with(name + ":")) return {};
  }
  return hand_over(text, lines, *giver, giving, name);
}

}  // namespace

std::vector<Patch> hand_over_variable(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "key"));
    if (!is_identifier(name) || name == "PATH") continue;
    for (const auto& path : workflows_of(patient)) {
      const auto text = draft.read(path);
      if (!text || !contains(*text, name + "=")) continue;
      const Lines lines(*text);
      std::vector<Edit> edits;
      for (const auto& steps : workflow_steps(lines)) {
        const auto more = in_job(patient.tree, *text, lines, steps, name);
        edits.insert(edits.end(), more.begin(), more.end());
      }
      draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
