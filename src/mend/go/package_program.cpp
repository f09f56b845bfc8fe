// go.leave-out-program: a program for `go run` lies in the folder of a package and does not say that builds leave it out.
//
//   found packages main (gen.go) and hue (hue.go) in /app/hue
//
// Where somebody runs the file by its name, or it is the odd one among the files of a package of which it uses nothing, it is
// such a program. One that uses what the others declare belongs to them, whatever it says: that is left to people.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/build_tag.h"
#include "mend/go/fixers.h"
#include "mend/go/go_source.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr long reads_new_form_from = 17;

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

// Does a line of the project run the file by its name: `//go:generate go run gen.go`, `go run ./hue/gen.go`?
bool is_run(const Tree& tree, const std::string& program) {
  static constexpr auto callers =
      std::to_array<std::string_view>({"*.go", "Makefile", "*.mk", "*.sh", "Taskfile.*", "justfile", "*.md", "*.yml"});
  for (const auto& path : tree.list()) {
    if (std::ranges::none_of(callers, [&](auto glob) { return glob_matches(glob, path); })) continue;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, "go run")) continue;
    for (const auto line : split_lines(text)) {
      const bool runs = contains(line, "go run") && !words_in(line, name_of(program)).empty();
      if (runs && (folder_of(path) == folder_of(program) || contains(line, program) || !path.ends_with(".go")))
        return true;
    }
  }
  return false;
}

// Does it use a name that the package declares and it does not?
bool uses(const Tree& tree, const std::string& program, const std::vector<std::string>& others) {
  const auto code = code_only(tree.read(program).value_or(""), Speech::go);
  const auto own = go_declared_in(code);
  for (const auto& path : others) {
    for (const auto& name : go_declared_in(code_only(tree.read(path).value_or(""), Speech::go))) {
      if (own.contains(name)) continue;
      const auto is_bare = [&](std::size_t at) { return at == 0 || code[at - 1] != '.'; };
      if (std::ranges::any_of(words_in(code, name), is_bare)) return true;
    }
  }
  return false;
}

bool is_program_alone(const Tree& tree, const Folder& files) {
  bool has_main = false, are_run = true;
  for (const auto& program : files.programs) {
    const auto text = tree.read(program).value_or("");
    const auto head = go_head(text);
    if (head.build != std::string_view::npos || head.has_old_build || program.ends_with("_test.go")) return false;
    has_main |= contains(code_only(text, Speech::go), "func main()");
    are_run &= is_run(tree, program);
  }
  if (!has_main || files.others.empty()) return false;
  if (are_run) return true;
  const bool is_odd = files.programs.size() == 1 && files.others.size() > 1;
  return is_odd && !uses(tree, files.programs[0], files.others);
}

Edit constraint(const Tree& tree, const std::string& path, std::string_view text) {
  const auto minor = go_minor(tree, path);
  const std::string end(line_end(text)),
      old = minor > 0 && minor <= reads_new_form_from ? "// +build ignore" + end : "";
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
