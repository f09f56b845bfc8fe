// go.follow-rename: a package declares by another name what it declared before, and the newest commit did nothing to the sources but
// give names.
//
//   undefined: units.ToKm      units.Kilometres is word for word what ToKm was
//
// Only the places that the log names. A test that speaks of the old name says what was promised: nobody can tell then.

#include "base/text.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/kind.h"
#include "mend/text/code_text.h"
#include "mend/text/renaming.h"

#include <algorithm>

namespace regreen {
namespace {

bool is_own_source(std::string_view path) { return path.ends_with(".go") && !is_vendored(path) && !is_test(path); }

// Does a test of the package, or one that imports it, speak of the name? In others it is a word of something else.
bool is_promised(const Tree& tree, std::string_view folder, std::string_view name) {
  const auto import = "/" + std::string(name_of(folder)) + "\"";
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".go") || !is_test(path)) return false;
    const auto text = tree.read(path).value_or("");
    return (folder.empty() || folder_of(path) == folder || contains(text, import)) && !words_in(text, name).empty();
  });
}

// Did a source of the folder that the commit changed declare the name?
bool was_declared_in(const LastCommit& commit, std::string_view folder, const std::string& name) {
  return std::ranges::any_of(commit.before, [&](const auto& one) {
    return one.second && is_own_source(one.first) && folder_of(one.first) == folder &&
           go_declared_in(code_only(*one.second, Speech::go)).contains(name);
  });
}

// "undefined: units.ToKm"; vet says "ToKm not declared by package units".
std::pair<std::string, std::string> package_and_name(const Occurrence& said) {
  const std::string_view mark = " not declared by package ";
  const auto at = said.at.text.find(mark);
  if (at != std::string::npos) {
    const auto rest = std::string_view(said.at.text).substr(at + mark.size());
    return {std::string(word_at(rest, 0)), std::string(word_before(said.at.text, at))};
  }
  const auto symbol = capture(said, "symbol");
  const auto dot = symbol.find('.');
  if (dot == std::string::npos) return {};
  return {std::string(symbol.substr(0, dot)), std::string(symbol.substr(dot + 1))};
}

std::vector<Edit> follow(const Patient& patient, const Renaming& renaming, const GoPlace& place,
                         GoDeclarations& declared) {
  const auto [package, name] = package_and_name(place.said);
  if (package.empty() || !is_own_source(place.file) || says_generated(place.text)) return {};
  const auto today = renaming.names.find(name);
  const auto folder = today == renaming.names.end() ? "" : go_folder_of_import(place, package);
  if (folder.empty() || declared.in(folder).contains(name) || !declared.in(folder).contains(today->second) ||
      !was_declared_in(patient.last_commit, folder, name) || is_promised(place.tree, folder, name))
    return {};
  std::vector<Edit> edits;
  for (const auto at : words_in(place.line_code(), package)) {
    const auto rest = place.line_code().substr(at + package.size());
    const bool is_meant =
        rest.starts_with('.') && word_at(rest, 1) == name && !place.line_code().substr(0, at).ends_with('.');
    if (is_meant)
      edits.push_back({place.lines.begin(place.number) + at + package.size() + 1, name.size(), today->second});
  }
  return edits;
}

}  // namespace

std::vector<Patch> follow_go_rename(const Patient& patient) {
  if (patient.last_commit.empty()) return {};
  const auto renaming = renaming_of(patient.last_commit, patient.tree, is_own_source);
  GoDeclarations declared(patient.tree);
  if (renaming.empty()) return {};
  return mend_go_places(patient, [&](const GoPlace& place) { return follow(patient, renaming, place, declared); });
}

}  // namespace regreen
