// files.name-interpreter: a program in a script language that does not say who is to run it, so that the shell tried.
//
//   bin/linecount.js: 1: import: not found
//   OSError: [Errno 8] Exec format error: './tools/rates.py'
//
// It gets the first line that most of its kind in the project have, else `#!/usr/bin/env node` and the like. What a compiler wrote
// gets it by its source, whose first line compilers keep.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// How programs of a language are called, and who runs them.
struct ScriptKind {
  std::string_view ending, interpreter;
};
constexpr auto kinds = std::to_array<ScriptKind>(
    {{".js", "node"}, {".mjs", "node"}, {".cjs", "node"}, {".py", "python3"}, {".rb", "ruby"}, {".pl", "perl"}});

std::string_view ending_of(std::string_view path) {
  const auto name = name_of(path);
  return name.substr(std::min(name.rfind('.'), name.size()));
}

// Does a package.json call the file one of its programs?
bool is_node_program(const Tree& tree, std::string_view path) {
  return std::ranges::any_of(tree.list(), [&](const auto& one) {
    if (name_of(one) != "package.json") return false;
    const auto text = tree.read(one).value_or("");
    const auto bin = text.find("\"bin\"");
    if (bin == std::string::npos) return false;
    const auto list = std::string_view(text).substr(bin, text.find('}', bin) - bin);
    return contains(list, "/" + std::string(name_of(path)) + "\"") ||
           contains(list, "\"" + std::string(name_of(path)) + "\"");
  });
}

std::string interpreter_of(const Tree& tree, std::string_view path) {
  const auto kind = std::ranges::find(kinds, ending_of(path), &ScriptKind::ending);
  if (kind != kinds.end()) return std::string(kind->interpreter);
  return ending_of(path).empty() && is_node_program(tree, path) ? "node" : "";
}

// The first line that most programs of the project have for the interpreter.
std::string first_line(const Tree& tree, const std::string& interpreter) {
  constexpr std::size_t files_max = 2000;
  std::map<std::string, int> known;
  std::size_t read = 0;
  for (const auto& path : tree.list()) {
    const auto kind = std::ranges::find(kinds, ending_of(path), &ScriptKind::ending);
    if (kind == kinds.end() || kind->interpreter != interpreter || ++read > files_max) continue;
    const auto text = tree.read(path).value_or("");
    const std::string line(Lines(text).line(1));
    if (line.starts_with("#!") && contains(line, interpreter) && !contains(text.substr(0, line.size() + 1), "\r"))
      ++known[line];
  }
  const auto most = std::ranges::max_element(known, {}, [](const auto& row) { return row.second; });
  return most != known.end() ? most->first : "#!/usr/bin/env " + interpreter;
}

// The file that a shell or Python says it could not run: "# /app/bin/x.js: 1: import: not found", "…: './tools/rates.py'".
std::string_view program_said(const Occurrence& occurrence) {
  if (const auto file = capture(occurrence, "file"); !file.empty()) return file;
  const std::string_view said = occurrence.at.text;
  if (const auto at = said.find("Exec format error: "); at != npos) return between(said.substr(at), "'", "'");
  const auto words = split(said, ' ');
  const auto word = std::ranges::find_if(words, [](auto one) { return one.ends_with(':'); });
  return word == words.end() ? std::string_view() : word->substr(0, word->size() - 1);
}

// The source of a program that is built: the only file of TypeScript of its name, where a package names the program.
std::string source_of(const Tree& tree, std::string_view program) {
  if (!program.ends_with("js") || contains(program, "node_modules/") || !is_node_program(tree, program)) return "";
  const auto name = name_of(program);
  const auto stem = std::string(name.substr(0, name.rfind('.')));
  std::string found;
  for (const auto& path : tree.list()) {
    const auto one = name_of(path);
    if (one != stem + ".ts" && one != stem + ".mts" && one != stem + ".cts") continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

}  // namespace

std::vector<Patch> name_interpreter(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = program_said(occurrence);
    const auto found = said.empty() ? std::nullopt : find_file(patient.tree, said);
    const auto file = found ? *found : source_of(patient.tree, said);
    const auto interpreter = found ? interpreter_of(patient.tree, file) : std::string("node");
    const auto text = file.empty() || interpreter.empty() ? std::nullopt : draft.read(file);
    // With a carriage return at its end the line would name a program that nobody has.
    if (!text || text->starts_with("#!") || text->starts_with("\xEF\xBB\xBF") || line_end(*text) != "\n") continue;
    draft.edit(file, {{0, 0, first_line(patient.tree, interpreter) + "\n"}});
  }
  return draft.patches();
}

}  // namespace regreen
