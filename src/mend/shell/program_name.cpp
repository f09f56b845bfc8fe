// shell.fix-program-name: a program is called by a name that it has elsewhere: `python` where only `python3` is there.
//
//   gen.sh: 3: python: not found                           the commands of the script
//   make: python: No such file or directory                those of makefiles and of the scripts of package.json
//   /usr/bin/env: ‘python’: No such file or directory      those, and the first lines of programs
//   ./gen.py: /usr/bin/python: bad interpreter             the first line of this one

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A program that is called otherwise where the older name is not there, and how names of variables for it begin.
struct Program {
  std::string_view name, now, variable;
};
constexpr auto programs =
    std::to_array<Program>({{"python", "python3", "py"}, {"pip", "pip3", "pip"}, {"nodejs", "node", "node"}});

const Program* program_of(std::string_view name) {
  const auto row = std::ranges::find(programs, name_of(name), &Program::name);
  return row == programs.end() ? nullptr : &*row;
}

// ---- commands ----

// Words that a command follows.
constexpr auto openers = std::to_array<std::string_view>({"then", "do", "else", "if", "elif", "while", "until", "exec",
                                                          "sudo", "env", "time", "nohup", "nice", "xargs", "command"});

// `PY="`, `PYTHON ?= `, `${PYTHON:-`: is the value for a variable that is called as the program is?
bool is_value_for(const Program& program, std::string_view front) {
  if (front.ends_with('"') || front.ends_with('\'')) front.remove_suffix(1);
  front = trim(front);
  if (front.ends_with(":-"))
    front.remove_suffix(2);
  else if (front.ends_with('='))
    front = trim(front.substr(0, front.find_last_not_of("=?:") + 1));
  else
    return false;
  const auto name = lower(word_before(front, front.size()));
  return name.starts_with(program.variable) && !contains(name, "image");
}

bool follows_opener(std::string_view front) {
  const auto word = front.substr(std::min(front.find_last_of(" \t(;&|@-`\"'") + 1, front.size()));
  const auto equals = word.find('=');  // `LANG=C python gen.py`
  return std::ranges::find(openers, word) != openers.end() || (equals != npos && is_identifier(word.substr(0, equals)));
}

// Does a command begin behind `front`, which is the line so far?
bool begins_command(const Program& program, std::string_view front, std::string_view rest) {
  if (trim(front).starts_with('#') || (!rest.empty() && !contains(" \t\r\n\"'`);|&}", rest.substr(0, 1)))) return false;
  if (is_value_for(program, front)) return true;
  const auto next = trim(rest.substr(0, rest.find('\n')));
  if (next.starts_with('=') || next.starts_with(":=") || next.starts_with("?=") || next.starts_with("+=")) return false;
  const auto before = trim(front);
  if (before.find_first_not_of("@-+") == npos) return true;
  if (contains(";&|(`!{@", before.substr(before.size() - 1))) return true;
  if (before.ends_with('"') || before.ends_with('\''))  // `sh -c "python gen.py"`
    return trim(before.substr(0, before.size() - 1)).ends_with(" -c");
  return front.ends_with(' ') && follows_opener(before);
}

std::vector<Edit> renamed_commands(const Program& program, std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (const auto at : words_in(text, program.name)) {
    const auto begin = lines.begin(lines.number_at(at));
    const auto end = at + program.name.size();
    if (begins_command(program, text.substr(begin, at - begin), text.substr(end)))
      edits.push_back({at, program.name.size(), std::string(program.now)});
  }
  return edits;
}

// `"build": "python gen.py && node pack.js"` among the scripts of a package.json.
std::vector<Edit> renamed_in_package(const Program& program, std::string_view text) {
  const auto scripts = text.find("\"scripts\"");
  const auto open = scripts == npos ? npos : text.find('{', scripts);
  const auto close = open == npos ? npos : text.find('}', open);
  if (close == npos) return {};
  std::vector<Edit> edits;
  for (const auto at : words_in(text.substr(0, close), program.name)) {
    const auto front = text.substr(0, at);
    const auto quote = at > open && front.ends_with('"') ? trim(front.substr(0, at - 1)) : std::string_view();
    const bool is_first = quote.ends_with(':');
    const bool is_next = at > open && (front.ends_with("&& ") || front.ends_with("| ") || front.ends_with("; "));
    if ((is_first || is_next) && text.substr(at + program.name.size()).starts_with(' '))
      edits.push_back({at, program.name.size(), std::string(program.now)});
  }
  return edits;
}

bool may_be_run(const Tree& tree, const std::string& path) {
  if (is_vendored(path)) return false;
  if (is_makefile(path)) return !folder_of(path).empty() || path == top_makefile(tree);
  return path.ends_with(".mk") || name_of(path) == "package.json" || name_of(path) == "justfile";
}

void rename_commands(const Program& program, const std::string& file, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || text->size() > source_bytes_max) return;
  auto edits = file.ends_with(".json") ? renamed_in_package(program, *text) : renamed_commands(program, *text);
  if (!edits.empty()) draft.edit(file, std::move(edits));
}

// ---- first lines ----

// Does a program say what only Python 2 reads, or finds: `print "a"`, `except E, e:`, `import urllib2`?
bool is_python2(std::string_view text) {
  return std::ranges::any_of(split_lines(text), [](std::string_view line) {
    line = trim(line);
    for (const std::string_view word : {"print ", "exec ", "print>>"}) {
      const auto rest = line.starts_with(word) ? trim(line.substr(word.size())) : std::string_view();
      if (!rest.empty() && !contains("=(.", rest.substr(0, 1))) return true;
    }
    const auto caught = line.starts_with("except ") ? line.substr(0, line.find(':')) : std::string_view();
    return (contains(caught, ", ") && !contains(caught, "(")) || line.starts_with("import urllib2") ||
           contains(line, ".iteritems()") || line.starts_with("import ConfigParser") || contains(line, "raw_input(");
  });
}

// `#!/usr/bin/env python` → `#!/usr/bin/env python3`. A program in Python 2 needs more than another name.
void rename_in_first_line(const Program& program, const std::string& file, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || !text->starts_with("#!") || text->size() > source_bytes_max) return;
  const auto line = std::string_view(*text).substr(0, std::min(text->find('\n'), text->size()));
  const auto found = words_in(line, program.name);
  if (found.size() != 1 || !contains("/ ", line.substr(found[0] - 1, 1))) return;
  const auto behind = line.substr(found[0] + program.name.size());
  if (!behind.empty() && !behind.starts_with(' ')) return;
  if (program.now == "python3" && is_python2(*text)) return;
  draft.edit(file, {{found[0], program.name.size(), std::string(program.now)}});
}

// The program that the log says could not be run, although it is there.
std::optional<std::string> program_said(const Tree& tree, const Occurrence& occurrence) {
  for (const auto* name : {"path", "tool", "file"}) {
    if (const auto said = capture(occurrence, name); contains(said, "/")) return find_file(tree, said);
  }
  return std::nullopt;
}

const Program* missing_program(const Occurrence& occurrence) {
  for (const auto* name : {"command", "tool"}) {
    if (const auto* program = program_of(capture(occurrence, name))) return program;
  }
  return nullptr;
}

// Where the log says that the program was called.
void rename_where_said(const Program& program, const Tree& tree, const Occurrence& occurrence, Draft& draft) {
  if (const auto place = place_said_by_shell(tree, occurrence.at.text)) {
    rename_commands(program, place->file, draft);
    return;
  }
  const bool is_of_env = contains(occurrence.at.text, "env: ");
  for (const auto& path : tree.list()) {
    if (may_be_run(tree, path)) rename_commands(program, path, draft);
    if (is_of_env && tree.is_executable(path) && !is_vendored(path)) rename_in_first_line(program, path, draft);
  }
}

// Where else it is called: that fails next, and in the same words.
void rename_everywhere(const Program& program, const Tree& tree, Draft& draft) {
  for (const auto& path : tree.list()) {
    if (may_be_run(tree, path)) rename_commands(program, path, draft);
    if (tree.is_executable(path) && !is_vendored(path)) rename_in_first_line(program, path, draft);
  }
  for_each_shell_script(tree, [&](const std::string& path, const std::string&) {
    if (!is_vendored(path)) rename_commands(program, path, draft);
  });
}

}  // namespace

std::vector<Patch> fix_program_name(const Patient& patient) {
  Draft said(patient.tree), everywhere(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto* program = missing_program(occurrence)) {
      rename_where_said(*program, patient.tree, occurrence, said);
      rename_everywhere(*program, patient.tree, everywhere);
    } else if (const auto file = program_said(patient.tree, occurrence)) {
      for (const auto& one : programs) rename_in_first_line(one, *file, said);
    }
  }
  auto patches = said.patches();
  if (!patches.empty() && !everywhere.patch().empty() && everywhere.patch() != said.patch())
    patches.push_back(everywhere.patch());
  return patches;
}

}  // namespace regreen
