// rust.follow-module: a module lies in a file of another name, and the newest commit did nothing to the sources but give names.
//
//   error[E0432]: unresolved import `siltcore::util`      src/util.rs is src/math.rs now, byte for byte:
//   use siltcore::util::clamp_level;                      use siltcore::math::clamp_level;
//
// Only the words that the log points to. Where only tests ask for the old name, they say what was promised, and nobody can tell.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"
#include "mend/text/renaming.h"

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_own_source(std::string_view path) { return path.ends_with(".rs") && !is_vendored(path) && !is_test(path); }

/// A module that has another name: `math` of src/math.rs.
struct Moved {
  std::string was, is;
  std::string manifest;  ///< of its package
};

std::string module_of(std::string_view file) {
  const auto own = name_of(file) == "mod.rs" ? folder_of(file) : file.substr(0, file.size() - 3);
  return std::string(name_of(own));
}

// The modules that the commit gave another name in the folder where they were.
std::vector<Moved> moved_modules(const Tree& tree, const Renaming& renaming) {
  std::vector<Moved> all;
  for (const auto& [from, to] : renaming.files) {
    const auto was = module_of(from), is = module_of(to);
    const auto name = renaming.names.find(was);
    const bool is_beside = folder_of(from) == folder_of(to) || name_of(to) == "mod.rs";
    const auto line = rust_module_line(tree, to);
    if (is_beside && name != renaming.names.end() && name->second == is && line && line->name == is)
      all.push_back({was, is, rust_manifest_of(tree, to)});
  }
  return all;
}

// "unresolved import `siltcore::util`", "failed to resolve: could not find `util` in `siltcore`": the way to what is not there.
std::vector<std::string> path_said(const Occurrence& occurrence) {
  const std::string path(between(occurrence.at.text, "unresolved import `", "`"));
  const auto parts = replace_all(path, "::", ":");
  std::vector<std::string> words;
  for (const auto part : split(parts, ':')) words.emplace_back(part);
  return words;
}

bool is_crate(const Tree& tree, const Moved& moved, const std::string& file, const std::string& first) {
  if (first == "crate") return rust_manifest_of(tree, file) == moved.manifest;
  return first == rust_library(tree.read(moved.manifest).value_or(""));
}

// The first word of the path that a word is part of: `std` of `std::time` and of `use std::{fmt, time}`.
std::string_view front_of_path(std::string_view code, std::size_t at) {
  for (auto end = at;; at = end) {
    const auto before = code.substr(0, end_of_code_before(code, at));
    const auto open = before.ends_with('{') || before.ends_with(',') ? bracket_around(code, at) : npos;
    end = open != npos && code[open] == '{' && code.substr(0, open).ends_with("::") ? open : at;
    const auto word = code.substr(0, end).ends_with("::") ? word_before(code, end - 2) : std::string_view();
    if (word.empty()) return end == at && !before.ends_with("::") ? word_at(code, at) : std::string_view();
    end -= 2 + word.size();
  }
}

/// What the sources that are no tests say by the name of the module.
struct Said {
  bool is_asked_for = false;
  bool is_another = false;  ///< something else of theirs is called so
};

// Many crates have a module that is called `time` or `io`: what stands below theirs is no word of ours, but their module may be used
// under its own name: `use std::time;`.
void read_said(const Tree& tree, const Moved& moved, const std::string& path, std::string_view code, Said& said) {
  for (const auto at : words_in(code, moved.was)) {
    const auto before = code.substr(0, end_of_code_before(code, at));
    const std::string front(front_of_path(code, at));
    const bool is_ours = front != moved.was && is_crate(tree, moved, path, front);
    const bool is_used_alone = front != moved.was && !code.substr(at + moved.was.size()).starts_with("::");
    said.is_asked_for |= is_ours;
    said.is_another |= word_before(code, before.size()) == "mod" || (!is_ours && is_used_alone);
  }
}

// Does a source that is no test ask for the module by that name, which nothing else has?
bool is_asked_by_program(const Tree& tree, const Moved& moved) {
  Said said;
  for (const auto& path : rust_sources(tree, moved.manifest)) {
    const auto text = is_own_source(path) ? tree.read(path).value_or("") : "";
    if (contains(text, moved.was) && text.size() <= source_bytes_max)
      read_said(tree, moved, path, code_only(text, Speech::rust), said);
  }
  return said.is_asked_for && !said.is_another;
}

// Where the log points to the name, below the crate that has the module.
std::optional<std::size_t> pointed_at(std::string_view text, const TreePlace& place,
                                      const std::vector<std::string>& path, std::string_view name) {
  const auto at = offset_of(text, place.line, place.column);
  if (!at || path.size() < 2) return std::nullopt;
  if (word_at(text, *at) == name) return at;
  const auto whole = path[0] + "::" + std::string(name);
  const bool is_whole = text.substr(*at).starts_with(whole) && path.size() == 2 && path[1] == name;
  return is_whole ? std::optional(*at + path[0].size() + 2) : std::nullopt;
}

using FileEdits = std::map<std::string, std::map<std::size_t, Edit>>;

void follow(const Patient& patient, const Occurrence& occurrence, const std::vector<Moved>& all, FileEdits& edits) {
  const auto& tree = patient.tree;
  const auto place = rustc_place(tree, occurrence);
  const auto path = path_said(occurrence);
  const auto text = place && !is_vendored(place->file) ? tree.read(place->file) : std::nullopt;
  if (!text || path.size() < 2 || says_generated(*text)) return;
  for (const auto& moved : all) {
    const auto at = path.back() == moved.was && is_crate(tree, moved, place->file, path.front())
                        ? pointed_at(*text, *place, path, moved.was)
                        : std::nullopt;
    if (at && is_asked_by_program(tree, moved)) edits[place->file].emplace(*at, Edit{*at, moved.was.size(), moved.is});
  }
}

}  // namespace

std::vector<Patch> follow_rust_module(const Patient& patient) {
  Draft draft(patient.tree);
  if (patient.last_commit.empty()) return {};
  const auto moved = moved_modules(patient.tree, renaming_of(patient.last_commit, patient.tree, is_own_source));
  FileEdits edits;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!moved.empty()) follow(patient, occurrence, moved, edits);
  }
  for (const auto& [file, by_place] : edits) {
    std::vector<Edit> all;
    for (const auto& [at, edit] : by_place) all.push_back(edit);
    draft.edit(file, std::move(all));
  }
  return draft.patches();
}

}  // namespace regreen
