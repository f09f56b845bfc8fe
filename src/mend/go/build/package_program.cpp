// go.leave-out-program: a program for `go run` lies in the folder of a package and does not say that builds leave it out.
//
//   found packages main (gen.go) and hue (hue.go) in /app/hue
//
// Where somebody runs the file by its name, or it is the odd one among the files of a package of which it uses nothing, it is
// such a program. One that uses what the others declare belongs to them, whatever it says, and main.go is what its folder is for:
// that is left to people.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/build/build_tag.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

/// The files of a folder that a build takes: programs, and those of its package.
struct Folder {
  std::vector<std::string> programs, others;
};

Folder files_in(const Tree& tree, std::string_view folder) {
  Folder files;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto text = tree.read(path).value_or("");
    if (!is_left_out_of_build(text)) (go_package_of(text) == "main" ? files.programs : files.others).push_back(path);
  }
  return files;
}

// "found packages main (gen.go) and hue (hue.go) in /app/hue": the folder that has both files
std::optional<std::string> folder_said(const Tree& tree, std::string_view said) {
  const auto first = between(said, "(", ")");
  const auto second = between(said.substr(std::min(said.find(") and "), said.size())), "(", ")");
  std::optional<std::string> found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != first || !tree.has(path_in(folder_of(path), second))) continue;
    if (go_package_of(tree.read(path).value_or("")) ==
        go_package_of(tree.read(path_in(folder_of(path), second)).value_or("")))
      continue;
    if (found) return std::nullopt;
    found = folder_of(path);
  }
  return found;
}

// Does a line call the file with `go run`, by a path that counts from the folder of the caller or from the top?
bool runs(std::string_view line, std::string_view caller, std::string_view program) {
  const auto call = line.find("go run ");
  if (call == std::string_view::npos) return false;
  const auto words = replace_all(replace_all(std::string(line.substr(call)), "\"", " "), "'", " ");
  return std::ranges::any_of(split(words, ' '), [&](auto word) {
    if (name_of(word) != name_of(program)) return false;
    return resolved(word) == program || resolved(path_in(folder_of(caller), word)) == program;
  });
}

// Does a line of the project run the file by its name: `//go:generate go run gen.go`, `go run ./hue/gen.go`?
bool is_run(const Tree& tree, const std::string& program) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".go") && !calls_tools(path)) return false;
    const auto text = tree.read(path).value_or("");
    return contains(text, "go run ") &&
           std::ranges::any_of(split_lines(text), [&](auto line) { return runs(line, path, program); });
  });
}

// What the files of a package declare.
std::set<std::string> declared_by(const Tree& tree, const std::vector<std::string>& files) {
  std::set<std::string> names;
  for (const auto& path : files) names.merge(go_declared_in(code_only(tree.read(path).value_or(""), Speech::go)));
  return names;
}

// Does a code use a name that the package declares and it does not?
bool uses(std::string_view code, const std::set<std::string>& names) {
  const auto own = go_declared_in(code);
  for (std::size_t at = 0; at < code.size();) {
    const auto word = std::string(word_at(code, at));
    const bool is_bare = at == 0 || code[at - 1] != '.';
    if (is_bare && !word.empty() && names.contains(word) && !own.contains(word)) return true;
    at += std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

bool is_program_alone(const Tree& tree, const Folder& files) {
  if (files.others.empty()) return false;
  const auto names = declared_by(tree, files.others);
  bool has_main = false, are_run = true;
  for (const auto& program : files.programs) {
    const auto text = tree.read(program).value_or("");
    const auto head = go_head(text);
    if (head.build != std::string_view::npos || head.has_old_build || program.ends_with("_test.go")) return false;
    const auto code = code_only(text, Speech::go);
    if (name_of(program) == "main.go" || uses(code, names)) return false;
    has_main |= contains(code, "func main()");
    are_run = are_run && is_run(tree, program);
  }
  return has_main && (are_run || (files.programs.size() == 1 && files.others.size() > 1));
}

Edit constraint(const Tree& tree, const std::string& path, std::string_view text) {
  const auto minor = go_minor(tree, path);
  const std::string end(line_end(text)), old = minor > 0 && minor <= reads_both_forms ? "// +build ignore" + end : "";
  return {go_head(text).docs, 0, "//go:build ignore" + end + old + end};
}

}  // namespace

std::vector<Patch> leave_out_go_program(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (capture(occurrence, "module") != "main" && capture(occurrence, "expected") != "main") continue;
    const auto folder = folder_said(patient.tree, occurrence.at.text);
    if (!folder || !seen.insert(*folder).second) continue;
    const auto files = files_in(patient.tree, *folder);
    if (!is_program_alone(patient.tree, files)) continue;
    for (const auto& path : files.programs) {
      const auto text = draft.read(path).value_or("");
      draft.edit(path, {constraint(patient.tree, path, text)});
    }
  }
  return draft.patches();
}

}  // namespace regreen
