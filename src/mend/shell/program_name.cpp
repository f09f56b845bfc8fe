// shell.fix-program-name: a program is called by a name that it has elsewhere: `python` where only `python3` is there.
//
//   gen.sh: 3: python: not found                           the command of that line, or the variable that it calls
//   make: python: No such file or directory                that of the recipe, where this one is called in a line
//   make: *** [Makefile:4: all] Error 127
//   /usr/bin/env: ‘python’: No such file or directory      the first line of the program that the recipe runs, or of the only one
//   ./gen.py: /usr/bin/python: bad interpreter             the first line of this one
//
// Only what the log says was run: elsewhere the word may be one of a list, a folder, or a command for another machine.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/python/language/python2_syntax.h"
#include "mend/shell/fixers.h"
#include "mend/shell/program_calls.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto programs = std::to_array<ProgramName>({{"python", "python3"}, {"pip", "pip3"}, {"nodejs", "node"}});

const ProgramName* program_of(std::string_view name) {
  const auto row = std::ranges::find(programs, name_of(name), &ProgramName::name);
  return row == programs.end() ? nullptr : &*row;
}

// ---- commands ----

// The lines of makefiles that make may mean by "make: *** [Makefile:8: all] Error 127" below what was not found.
std::vector<TreePlace> recipes_said(const Tree& tree, const Occurrence& occurrence) {
  std::vector<TreePlace> places;
  const auto line = std::ranges::find_if(occurrence.after, [](const auto& one) { return contains(one, "*** ["); });
  if (line == occurrence.after.end() || !line->ends_with("] Error 127")) return places;
  const auto parts = split(between(*line, "*** [", "]"), ':');
  const auto number = parts.size() != 3 ? std::nullopt : line_number(parts[1]);
  if (!number) return places;
  for (const auto& path : tree.list()) {
    const bool is_meant =
        has_recipes(path) && !is_vendored(path) && ("/" + path).ends_with("/" + std::string(parts[0]));
    if (is_meant) places.push_back({path, static_cast<std::size_t>(*number), 0});
  }
  return places;
}

// ---- first lines ----

// Where the name of a program stands in `#!/usr/bin/env python`; npos where it does not. A program in Python 2 needs more than
// another name.
std::size_t name_in_first_line(const ProgramName& program, std::string_view text) {
  if (!text.starts_with("#!") || text.size() > source_bytes_max) return npos;
  const auto line = text.substr(0, std::min(text.find('\n'), text.size()));
  const auto found = words_in(line, program.name);
  if (found.size() != 1 || !contains("/ ", line.substr(found[0] - 1, 1))) return npos;
  const auto behind = line.substr(found[0] + program.name.size());
  const bool is_whole = behind.empty() || behind.starts_with(' ') || behind.starts_with('\r');
  return is_whole && !(program.now == "python3" && is_python2(PythonSource(text))) ? found[0] : npos;
}

void add_first_line(const ProgramName& program, const Tree& tree, const std::string& file, ProgramCalls& calls) {
  const auto at = name_in_first_line(program, tree.read(file).value_or(""));
  if (at != npos) calls[{file, at}] = &program;
}

// Adds the first line that `env` could not follow: of the program that a line of the log or of a recipe names, or of the only
// one that is neither for tests nor an example.
void add_first_line_run(const ProgramName& program, const Tree& tree, std::string_view said, ProgramCalls& calls) {
  ProgramCalls named, all;
  bool is_named = false;
  for (const auto& path : tree.list()) {
    if (!tree.is_executable(path) || is_vendored(path)) continue;
    const bool is_said = contains(said, name_of(path));
    is_named |= is_said;
    if (is_said || !is_aside(path)) add_first_line(program, tree, path, is_said ? named : all);
  }
  auto& found = is_named ? named : all;
  if (found.size() == 1) calls.merge(found);
}

// The program that the log says could not be run, although it is there.
std::optional<std::string> program_said(const Tree& tree, const Occurrence& occurrence) {
  for (const auto* name : {"path", "tool", "file"}) {
    if (const auto said = capture(occurrence, name); contains(said, "/")) return find_file(tree, said);
  }
  return std::nullopt;
}

const ProgramName* missing_program(const Occurrence& occurrence) {
  for (const auto* name : {"command", "tool"}) {
    if (const auto* program = program_of(capture(occurrence, name))) return program;
  }
  return nullptr;
}

void add_run(const ProgramName& program, const Tree& tree, const Occurrence& occurrence, ProgramCalls& calls) {
  auto places = recipes_said(tree, occurrence);
  if (const auto place = place_said_by_shell(tree, occurrence.at.text)) places = {*place};
  std::vector<ProgramCalls> called;
  std::string said = occurrence.before.empty() ? "" : occurrence.before.back();
  for (const auto& place : places) {
    if (auto some = calls_at(program, tree, place); !some.empty()) called.push_back(std::move(some));
    said += command_said(tree, place);
  }
  if (called.size() == 1) calls.merge(called[0]);
  if (contains(occurrence.at.text, "env: ")) add_first_line_run(program, tree, said, calls);
}

}  // namespace

std::vector<Patch> fix_program_name(const Patient& patient) {
  ProgramCalls calls;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto* program = missing_program(occurrence)) {
      add_run(*program, patient.tree, occurrence, calls);
    } else if (const auto file = program_said(patient.tree, occurrence)) {
      for (const auto& one : programs) add_first_line(one, patient.tree, *file, calls);
    }
  }
  std::map<std::string, std::vector<Edit>> edits;
  for (const auto& [place, program] : calls)
    edits[place.first].push_back({place.second, program->name.size(), std::string(program->now)});
  Draft draft(patient.tree);
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
