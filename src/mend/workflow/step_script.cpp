#include "mend/workflow/step_script.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t files_max = 40;

using Paths = std::vector<std::string>;

void add(const Tree& tree, std::string path, Paths& paths) {
  if (tree.has(path) && paths.size() < files_max && !is_among(path, paths)) paths.push_back(std::move(path));
}

// The files that words of a script of the shell name.
void add_named(const Tree& tree, std::string_view script, Paths& paths) {
  constexpr std::string_view ends_word = " \t\r\n;&|\"'()";
  while (true) {
    const auto begin = script.find_first_not_of(ends_word);
    if (begin == std::string_view::npos) return;
    const auto end = std::min(script.find_first_of(ends_word, begin), script.size());
    auto word = script.substr(begin, end - begin);
    script.remove_prefix(end);
    if (word.starts_with("./")) word.remove_prefix(2);
    add(tree, std::string(word), paths);
  }
}

// The modules beside a file of Python that it imports, or at the top: `import harbour`, `from app.harbour import depths`.
void add_imported(const Tree& tree, std::string_view file, std::string_view text, Paths& paths) {
  for (auto line : split_lines(text)) {
    line = trim(line);
    const std::string_view front = line.starts_with("import ") ? "import " : "from ";
    if (!line.starts_with(front)) continue;
    line = trim(line.substr(front.size()));
    const auto path = replace_all(std::string(line.substr(0, line.find_first_of(" ,;"))), ".", "/") + ".py";
    add(tree, path_in(folder_of(file), path), paths);
    add(tree, path, paths);
  }
}

bool is_posix(std::string_view shell) { return shell.starts_with("bash") || shell == "sh"; }

// Are the runners of `${{ matrix.os }}` all told, and none of them Windows?
bool is_matrix_of_unix(std::string_view where, const std::vector<std::string_view>& shared) {
  const auto say = [&](std::string_view word) {
    return std::ranges::any_of(shared, [&](auto line) { return contains(line, word); });
  };
  return contains(where, "${{ matrix.") && (say("ubuntu") || say("macos")) && !say("windows") && !say("fromJ");
}

}  // namespace

std::vector<std::string_view> lines_for_all_steps(const Lines& lines, const std::vector<WorkflowStep>& steps) {
  std::vector<std::string_view> shared;
  bool in_jobs = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    if (indentation(line).empty()) in_jobs = line.starts_with("jobs:");
    const bool in_job = steps.front().job_first <= number && number <= steps.front().job_last;
    const bool in_step =
        std::ranges::any_of(steps, [&](const auto& step) { return step.first <= number && number <= step.last; });
    if (!in_jobs || (in_job && !in_step)) shared.push_back(line);
  }
  return shared;
}

bool is_posix_script(const Lines& lines, const WorkflowStep& step, const std::vector<std::string_view>& shared) {
  if (step.run == 0) return false;
  if (!step.shell.empty()) return is_posix(step.shell);
  bool is_said = false;
  for (const auto line : shared) {
    const auto at = line.find("shell:");
    if (at == std::string_view::npos) continue;
    const auto shell = trim(line.substr(at + 6));
    if (!is_posix(shell.substr(0, shell.find_first_of(" }")))) return false;
    is_said = true;
  }
  const auto where = lines.line(step.runs_on);
  if (is_said || is_matrix_of_unix(where, shared)) return true;
  return !(where.ends_with(':') || where.empty() || contains(where, "windows") || contains(where, "${{"));
}

std::string script_of(const Lines& lines, const WorkflowStep& step) {
  std::string script = step.inline_script;
  for (auto number = step.run + 1; !step.is_inline && number <= step.script_last; ++number)
    script += std::string(lines.line(number)) + "\n";
  return script;
}

std::vector<std::string> texts_run_by(const Tree& tree, const std::string& script) {
  std::vector<std::string> texts = {script};
  Paths paths;
  add_named(tree, script, paths);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto path = paths[i];
    auto text = tree.read(path).value_or("");
    if (text.size() > source_bytes_max) continue;
    if (is_shell_script(path, text)) add_named(tree, text, paths);
    if (path.ends_with(".py")) add_imported(tree, path, text, paths);
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace regreen
