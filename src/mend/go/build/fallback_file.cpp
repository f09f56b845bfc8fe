// go.constrain-fallback: the file for all other systems is built with that of this one.
//
//   ./opener_other.go:4:6: command redeclared in this block       opener_linux.go and opener_windows.go declare it as well
//
// A file whose name says that it is what is left (_other, _default, _stub, _notlinux; _unix is no word of Go's either) and that
// carries no constraint gets the opposite of those of its brothers: the files of the same stem that are bound by their name or a
// //go:build line and declare the same.

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

// The last word of a name that says: where nothing else is.
bool is_leftover_word(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"other",       "others",        "default",  "generic", "fallback", "stub",  "stubs",
       "unsupported", "unimplemented", "portable", "noop",    "nop",      "dummy", "none",
       "off",         "disabled",      "rest",     "unix",    "posix",    "nix"});
  return is_among(word, words);
}

// "nocgo", "notlinux" and "nonwindows", where files for cgo, linux and windows are beside it.
bool is_negated_word(std::string_view word, const std::set<std::string>& conditions) {
  return std::ranges::any_of(
      conditions, [&](const auto& one) { return word == "no" + one || word == "not" + one || word == "non" + one; });
}

/// "net/opener_other.go": the stem that the files beside it share, and the last word.
struct Name {
  std::string stem, word;
};

std::optional<Name> name_with_word(std::string_view path) {
  if (!path.ends_with(".go") || path.ends_with("_test.go")) return std::nullopt;
  const auto underscore = path.rfind('_');
  if (underscore == std::string_view::npos || underscore < path.rfind('/') + 1) return std::nullopt;
  return Name{std::string(path.substr(0, underscore)),
              std::string(path.substr(underscore + 1, path.size() - underscore - 4))};
}

// The expression of the `//go:build` line of a file; "" where there is none.
std::string constraint_in(std::string_view text) {
  const auto build = go_head(text).build;
  if (build == std::string_view::npos) return "";
  return std::string(trim(text.substr(build + 11, text.find('\n', build) - build - 11)));
}

// When a file is built: "linux", "linux && amd64", "cgo"; "" where always, or where it is not known.
std::string condition_of(std::string_view path, std::string_view text) {
  const auto written = constraint_in(text);
  const auto named = go_platforms_of(path);
  if (written.empty()) return go_head(text).has_old_build ? "" : join(named, " && ");
  if (named.empty()) return written;
  return "";  // both: rare, and long
}

// !linux && !windows; "" where it would be longer than anybody wants to read.
std::string opposite_of(const std::set<std::string>& conditions) {
  constexpr std::size_t conditions_max = 8;
  std::vector<std::string> parts;
  std::set<std::string> seen;
  for (const auto& condition : conditions) {
    // `linux || darwin` is two.
    const bool is_either = !contains(condition, "&&") && !contains(condition, "(");
    const auto alternatives = replace_all(condition, "||", "|");
    for (const auto one : split(alternatives, '|')) {
      const std::string term(is_either ? trim(one) : std::string_view(condition));
      if (!seen.insert(term).second) continue;
      const bool is_negated = term.starts_with('!') && is_identifier(std::string_view(term).substr(1));
      if (is_negated)
        parts.push_back(term.substr(1));
      else
        parts.push_back(is_identifier(term) ? "!" + term : "!(" + term + ")");
    }
  }
  return conditions.empty() || parts.size() > conditions_max ? "" : join(parts, " && ");
}

std::set<std::string> declared_in(std::string_view text) { return go_declared_in(code_only(text, Speech::go)); }

// The condition that the file wants; "" where it is none that is left over, or its brothers do not say when they are built.
std::string condition_for(const Tree& tree, const std::string& file, const std::string& symbol) {
  const auto name = name_with_word(file);
  const auto text = tree.read(file).value_or("");
  const bool is_bound = !constraint_in(text).empty() || go_head(text).has_old_build || !go_platforms_of(file).empty();
  if (!name || is_bound || !declared_in(text).contains(symbol)) return "";
  std::set<std::string> conditions;
  for (const auto& path : tree.list()) {
    if (path == file || folder_of(path) != folder_of(file) || !path.ends_with(".go") || path.ends_with("_test.go"))
      continue;
    const auto other = tree.read(path).value_or("");
    if (!declared_in(other).contains(symbol)) continue;
    const auto condition = path.starts_with(name->stem + "_") ? condition_of(path, other) : "";
    if (condition.empty()) return "";  // it is declared twice whatever the system is
    conditions.insert(condition);
  }
  const bool is_leftover = is_leftover_word(name->word) || is_negated_word(name->word, conditions);
  return is_leftover ? opposite_of(conditions) : "";
}

// "./opener_other.go:4:6: command redeclared in this block" → "command"
std::string redeclared_in(const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  const auto end = said.find(" redeclared in this block");
  if (end == std::string_view::npos) return "";
  return std::string(said.substr(0, end).substr(said.substr(0, end).rfind(' ') + 1));
}

}  // namespace

std::vector<Patch> constrain_go_fallback(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto symbol = redeclared_in(occurrence);
    if (places.empty() || !is_identifier(symbol)) continue;
    const std::string folder(folder_of(places[0].file));
    for (const auto& path : patient.tree.list()) {
      if (folder_of(path) != folder || !seen.emplace(path, symbol).second) continue;
      const auto condition = condition_for(patient.tree, path, symbol);
      const auto text = condition.empty() ? std::nullopt : draft.read(path);
      if (!text || text->starts_with("//go:build")) continue;
      const std::string end(line_end(*text));
      draft.edit(path, {{0, 0, "//go:build " + condition + end + end}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
