// go.rename-file: a file whose name ends like that of a system or processor is built for that one only.
//
//   robot/robot.go:7:8: undefined: arm                 parts_arm.go declares it
//
// Meant for all is what is pure Go, has no counterpart for the others, whose missing name says the word, and which stands in a
// series, as beside parts_wheel.go: then it is a word of the project and not of Go. The file loses the underscore before it, and so do
// its tests, which never ran: partsarm.go and partsarm_test.go.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::string_view test_end = "_test.go";

// What projects have a word for that is none of a system or processor.
constexpr auto ordinary_words = std::to_array<std::string_view>({"arm", "dragonfly", "js"});

// "robot/parts_arm.go" → "arm"; "" where no word of the name is one, or two are.
std::string platform_of(std::string_view path) {
  const auto words = go_platforms_of(path);
  return words.size() == 1 ? words[0] : "";
}

// A test is built where the file of its name is: "robot/parts_arm_test.go" → "arm".
std::string platform_of_test(std::string_view path) {
  return path.ends_with(test_end) ? platform_of(std::string(path.substr(0, path.size() - test_end.size())) + ".go")
                                  : "";
}

std::string without_underscore(std::string_view path, std::string_view word) {
  const auto at = path.rfind("_" + std::string(word));
  return std::string(path.substr(0, at)) + std::string(path.substr(at + 1));
}

std::set<std::string> declared_in(std::string_view text) { return go_declared_in(code_only(text, Speech::go)); }

bool has_any(const std::set<std::string>& names, const std::set<std::string>& others) {
  return std::ranges::any_of(names, [&](const auto& name) { return others.contains(name); });
}

// Code that is made for one system says so.
bool is_bound(std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>({"//go:build", "// +build", "import \"C\"", "\"syscall\"",
                                                          "golang.org/x/sys", "\"unsafe\"", "\"syscall/js\"",
                                                          "runtime.GOOS", "runtime.GOARCH", "//go:noescape"});
  return std::ranges::any_of(marks, [&](auto mark) { return contains(text, mark); });
}

// The tests of a file that Go leaves out with it: those of the same word that use what it declares.
std::vector<std::string> tests_of(const Tree& tree, const std::string& file, const std::set<std::string>& names) {
  std::vector<std::string> tests;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder_of(file) || platform_of_test(path) != platform_of(file)) continue;
    const auto code = code_only(tree.read(path).value_or(""), Speech::go);
    if (std::ranges::any_of(names, [&](const auto& name) { return !words_in(code, name).empty(); }))
      tests.push_back(path);
  }
  return tests;
}

// Does a file lie beside another one for a system of its own?
bool is_counterpart(std::string_view path, std::string_view file) {
  const auto stem = file.substr(0, file.rfind('_') + 1);
  if (path.ends_with(".s")) return true;
  if (!path.starts_with(stem)) return false;
  const auto word = platform_of_test(path);
  return !platform_of(path).empty() || (!word.empty() && word != platform_of(file));
}

// Is there nothing beside the file that is for other systems, and nothing that names the file or a test of it?
bool stands_alone(const Tree& tree, const std::string& file, const std::set<std::string>& names,
                  const std::vector<std::string>& tests) {
  for (const auto& path : tree.list()) {
    if (path == file) continue;
    const bool is_beside = folder_of(path) == folder_of(file);
    if (is_beside && is_counterpart(path, file)) return false;
    const auto text = tree.read(path).value_or("");
    const auto is_named = [&](const std::string& one) { return contains(text, name_of(one)); };
    if (is_named(file) || std::ranges::any_of(tests, is_named)) return false;
    if (is_beside && path.ends_with(".go") && has_any(declared_in(text), names)) return false;
  }
  return true;
}

// Is a word one of those that a name is made of: "js" of "minifyJS" and "jsClip", not of "encodeJson" or "toJSON"?
bool says_word(std::string_view name, std::string_view word) {
  const auto low = lower(name);
  const auto is_lower_at = [&](std::size_t i) { return i < name.size() && name[i] == low[i] && name[i] != '_'; };
  for (auto at = low.find(word); at != npos; at = low.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || name[at - 1] == '_' || (is_lower_at(at - 1) && !is_lower_at(at));
    const bool ends =
        end == name.size() || name[end] == '_' || (!is_lower_at(end) && (is_lower_at(end - 1) || is_lower_at(end + 1)));
    if (begins && ends) return true;
  }
  return false;
}

// Is a file one of several whose ends tell what they declare: minify_css.go with minifyCSS beside minify_js.go?
bool is_of_a_series(const Tree& tree, const std::string& file) {
  const auto stem = file.substr(0, file.rfind('_') + 1);
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.starts_with(stem) || path == file || !path.ends_with(".go") || path.ends_with(test_end)) return false;
    const auto word = lower(path.substr(stem.size(), path.size() - stem.size() - 3));
    if (word.empty() || contains(word, "/")) return false;
    const auto text = tree.read(path).value_or("");
    return !is_bound(text) &&
           std::ranges::any_of(declared_in(text), [&](const auto& name) { return says_word(name, word); });
  });
}

// The file and its tests, where they are meant for all systems; none where one of them is not, or the name is not declared there.
std::vector<std::string> meant_for_all(const Tree& tree, const std::string& file, const std::string& wanted) {
  const auto text = tree.read(file).value_or("");
  const auto names = declared_in(text);
  const auto word = platform_of(file);
  if (!is_among(word, ordinary_words) || !says_word(wanted, word) || !names.contains(wanted)) return {};
  if (!is_of_a_series(tree, file)) return {};
  auto files = tests_of(tree, file, names);
  if (!stands_alone(tree, file, names, files)) return {};
  files.push_back(file);
  const bool stays = std::ranges::any_of(files, [&](const auto& one) {
    return is_bound(tree.read(one).value_or("")) || tree.has(without_underscore(one, word));
  });
  return stays ? std::vector<std::string>{} : files;
}

// The folder and name of "undefined: arm", "undefined: robot.Arm".
std::pair<std::string, std::string> undefined_in(const Patient& patient, const Occurrence& occurrence,
                                                 const TreePlace& place) {
  const std::string symbol(capture(occurrence, "symbol"));
  const auto dot = symbol.find('.');
  if (dot == npos) return {std::string(folder_of(place.file)), symbol};
  const auto text = patient.tree.read(place.file).value_or("");
  const auto code = code_only(text, Speech::go);
  const Lines lines(text);
  const GoPlace there{patient.tree, patient.rules, place.file, text, code, lines, place.line, place.column, occurrence};
  const auto folder = go_folder_of_import(there, symbol.substr(0, dot));
  return {folder, folder.empty() ? "" : symbol.substr(dot + 1)};
}

}  // namespace

std::vector<Patch> rename_go_file(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty()) continue;
    const auto [folder, name] = undefined_in(patient, occurrence, places[0]);
    if (name.empty() || !seen.emplace(folder, name).second) continue;
    for (const auto& path : patient.tree.list()) {
      if (folder_of(path) != folder || platform_of(path).empty()) continue;
      if (!draft.read(path)) continue;
      const auto word = platform_of(path);
      for (const auto& one : meant_for_all(patient.tree, path, name)) draft.move(one, without_underscore(one, word));
    }
  }
  return draft.patches();
}

}  // namespace regreen
