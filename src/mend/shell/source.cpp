// shell.use-bash: a script that needs bash says so. shell.fix-words: blanks around [ ], none around =, quotes in tests.

#include "mend/workflow/source.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"
#include "mend/workflow/failed_job.h"
#include "mend/workflow/steps.h"

#include <algorithm>

namespace regreen {
namespace {

bool is_script(const Tree& tree, const std::string& path) {
  return is_shell_script(path, tree.read(path).value_or(""));
}

// The word of a command that begins there, without its quotes: `"$here/list.sh"`, `./build.sh`.
std::string_view argument_at(std::string_view rest) {
  const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
  if (is_quoted) return rest.substr(1, std::min(rest.find(rest[0], 1), rest.size()) - 1);
  return rest.substr(0, rest.find_first_of(" \t\n\r;&|)`\"'"));
}

// What a command runs that begins behind `sh`, its options passed over; "" where a command line follows (-c).
std::string_view script_run_by(std::string_view rest) {
  while (rest.starts_with(' ')) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto word = argument_at(rest);
    if (!rest.starts_with('-')) return word;
    if (contains(word, "c") || contains(word, "s") || word.empty()) return "";
    rest.remove_prefix(word.size());
  }
  return "";
}

// Does a command mean the script by a path: `./build.sh`, `../ci/build.sh`, `"$here/build.sh"`? Nothing that lies elsewhere on the machine.
bool is_path_of(const Tree& tree, std::string_view path, const std::string& script) {
  if (path.starts_with('/')) return false;
  if (path.starts_with('$')) path = path.substr(std::min(path.find('/'), path.size() - 1) + 1);
  for (const std::string_view front : {"./", "../"}) {
    while (path.starts_with(front)) path.remove_prefix(front.size());
  }
  return !path.empty() && path.find_first_of("$(") == std::string_view::npos && find_file(tree, path) == script;
}

// Is it run in an image, which need not have bash?
bool runs_in_image(std::string_view line) {
  return contains(line, "docker ") || contains(line, "podman ") || contains(line, "kubectl ");
}

// Does a file hold commands that are run where the script is: no image, which need not have bash?
bool may_call(const Tree& tree, const std::string& path) {
  const bool is_workflow = path.starts_with(".github/workflows/");
  const bool is_other = contains(name_of(path), ".") && !tree.is_executable(path);
  if (is_workflow || is_makefile(path) || path.ends_with(".mk") || path == "package.json") return true;
  return is_called_script(path) || (!is_other && is_script(tree, path));
}

// Who runs the script as `sh script`, runs it as `bash script`.
void call_with_bash(const Tree& tree, const std::string& script, Draft& draft) {
  for (const auto& path : tree.list()) {
    const auto text = may_call(tree, path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
    if (!text || contains(*text, " container:")) continue;
    const Lines lines(*text);
    std::vector<Edit> edits;
    for (const auto at : words_in(*text, "sh")) {
      if (runs_in_image(lines.line(lines.number_at(at)))) continue;
      const auto before = std::string_view(*text).substr(0, at);
      const bool is_command = at == 0 || contains(" \t\n;&|\"'`(@", before.substr(at - 1)) || before.ends_with("/bin/");
      if (is_command && is_path_of(tree, script_run_by(std::string_view(*text).substr(at + 2)), script))
        edits.push_back({at, 2, "bash"});
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

// The files that the shell itself names, and what the rule captured.
std::vector<std::string> scripts_of(const Patient& patient) {
  std::vector<std::string> scripts;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = occurrence.at.text.substr(0, occurrence.at.text.find(':'));
    std::vector<std::string> files;
    if (const auto file = find_file(patient.tree, said)) files.push_back(*file);
    for (const auto& place : places_around(patient.tree, occurrence)) files.push_back(place.file);
    for (auto& file : files) {
      if (is_script(patient.tree, file) && !is_among(file, scripts)) scripts.push_back(file);
    }
  }
  return scripts;
}

// `["$x"` → `[ "$x"`, `"b"]` → `"b" ]`
std::string spaced_test(std::string line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i], next = i + 1 < line.size() ? line[i + 1] : ' ';
    const bool front = i == 0 || contains(" \t;!", std::string_view(&line[i - 1], 1));
    if (c == ']' && i > 0 && !contains(" ]", std::string_view(&line[i - 1], 1)) &&
        contains(" ;\n", std::string_view(&next, 1)))
      out += ' ';
    out += c;
    if (c == '[' && front && next != '[' && next != ' ') out += ' ';
  }
  return out;
}

// `name = value` at the front of a line → `name=value`
std::string joined_assignment(const std::string& line, std::string_view name) {
  const auto front = std::string(indentation(line));
  const auto rest = std::string_view(line).substr(front.size());
  if (!rest.starts_with(name) || !is_identifier(name)) return line;
  auto value = rest.substr(name.size());
  const auto equals = value.find_first_not_of(' ');
  if (equals == std::string_view::npos || value[equals] != '=' || value.substr(equals).starts_with("==")) return line;
  value = value.substr(equals + 1);
  return front + std::string(name) + "=" +
         std::string(value.substr(std::min(value.find_first_not_of(' '), value.size())));
}

// `source env.sh` → `. ./env.sh`: sh looks for a bare name on the PATH.
std::string dotted_source(const std::string& line) {
  const auto front = indentation(line).size();
  const auto rest = std::string_view(line).substr(front);
  if (!rest.starts_with("source ")) return line;
  const auto file = trim(rest.substr(7));
  const bool is_bare = !file.empty() && (is_word_byte(file[0]) || file[0] == '.') && !contains(file, "/");
  return line.substr(0, front) + ". " + (is_bare ? "./" : "") + std::string(file);
}

// `[ "$a" == b ]` → `[ "$a" = b ]`; other tools have signs of their own: `awk '$2 == 0'`.
std::string with_plain_equals(std::string line) {
  for (auto at = line.find(" == "); at != std::string::npos; at = line.find(" == ", at + 1)) {
    const bool is_quoted = std::ranges::count(line.substr(0, at), '\'') % 2 != 0;
    if (is_in_test(line, at) && !is_quoted) line.erase(at + 1, 1);
  }
  return line;
}

// A script for sh with two words of bash: `source`, and `==` in a test.
std::string for_plain_sh(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const std::string line(lines.line(number));
    auto after = dotted_source(line);
    if (!contains(after, "[[")) after = with_plain_equals(std::move(after));
    if (after != line) edits.push_back({lines.begin(number), line.size(), std::move(after)});
  }
  return apply_edits(text, std::move(edits)).value_or(std::string(text));
}

// `[ -f $file ]` → `[ -f "$file" ]`; a pattern in quotes would be no file's name.
std::string quoted_variables(const std::string& line) {
  const auto open = line.find("[ "), close = line.rfind(" ]");
  if (open == std::string::npos || close == std::string::npos || close < open) return line;
  std::string out = line.substr(0, open);
  for (auto i = open; i < line.size(); ++i) {
    const bool bare = i < close && line[i] == '$' && line[i - 1] == ' ' && i + 1 < line.size() && line[i + 1] != '(';
    if (!bare) {
      out += line[i];
      continue;
    }
    const auto end = line.find(' ', i);
    if (line.substr(i, end - i).find_first_of("*?[") != std::string::npos) return line;
    out += "\"" + line.substr(i, end - i) + "\"";
    i = end - 1;
  }
  return out;
}

// Does a shell stop at what only bash has?
bool wants_bash(const Diagnosis& diagnosis) {
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    for (const std::string_view word :
         {"[[", "source: ", "pipefail", "Bad substitution", "\"(\" unexpected", "redirection unexpected",
          "function: ", "declare: ", "shopt: ", "pushd: ", "let: "}) {
      if (contains(occurrence.at.text, word)) return true;
    }
  }
  return false;
}

// Does a line of a job belong to the step that the log names?
bool is_of_step(const Lines& lines, const JobLines& job, std::size_t line, std::string_view begun) {
  for (const auto& steps : workflow_steps(lines)) {
    for (const auto& step : steps) {
      if (step.job_first != job.first || line < step.first || step.last < line) continue;
      for (auto number = step.first; number <= step.last; ++number) {
        if (names_step(lines.line(number), begun)) return true;
      }
    }
  }
  return false;
}

// The step that failed says `shell: sh`; one in a container need not have bash.
void ask_in_step(const Patient& patient, const Occurrence& occurrence, Draft& draft) {
  const auto begun = step_begun(patient.diagnosis, occurrence);
  for (const auto& job : failed_jobs(patient, occurrence)) {
    const auto text = draft.read(job.file).value_or("");
    const Lines lines(text);
    const auto jobs = job_lines(lines);
    const auto own = std::ranges::find(jobs, job.name, &JobLines::name);
    if (own == jobs.end() || line_of(lines, *own, "container") != 0) continue;
    std::vector<Edit> edits;
    for (auto number = own->first; number <= own->last; ++number) {
      const auto at = key_on(lines.line(number), "shell");
      if (at && lines.line(number).substr(*at) == "shell: sh" && is_of_step(lines, *own, number, begun))
        edits.push_back({lines.begin(number) + *at + 7, 2, "bash"});
    }
    draft.edit(job.file, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> use_bash(const Patient& patient) {
  Draft draft(patient.tree);
  if (!wants_bash(patient.diagnosis)) return {};
  for (const auto& script : scripts_of(patient)) {
    if (runs_without_bash(patient.tree, script)) continue;
    const auto text = draft.read(script).value_or("");
    if (const auto edit = ask_for_bash(text)) draft.edit(script, {*edit});
    call_with_bash(patient.tree, script, draft);
  }
  if (!draft.patch().empty()) return draft.patches();
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) ask_in_step(patient, occurrence, draft);
  return draft.patches();
}

std::vector<Patch> fix_shell_words(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const auto place = place_said_by_shell(patient.tree, said);
    const auto text = place ? draft.read(place->file) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    std::string line(lines.line(place->line));
    if (contains(said, "source: not found")) {
      draft.write(place->file, for_plain_sh(*text));
      continue;
    }
    if (contains(said, "unexpected operator"))
      line = with_plain_equals(std::move(line));
    else if (contains(said, ": ["))
      line = contains(said, "too many arguments") || contains(said, "operator expected") ? quoted_variables(line)
                                                                                         : spaced_test(line);
    else if (const auto tail = said.substr(0, said.rfind(": ")); contains(said, "not found"))
      line = joined_assignment(line, tail.ends_with(": command") ? "" : tail.substr(tail.rfind(' ') + 1));
    if (line != lines.line(place->line))
      draft.edit(place->file, {{lines.begin(place->line), lines.line(place->line).size(), line}});
  }
  return draft.patches();
}

}  // namespace regreen
