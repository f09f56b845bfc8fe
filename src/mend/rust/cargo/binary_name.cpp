// rust.fix-binary-name: a test that runs the program of its package by a name that it does not have any more.
//
//   error: environment variable `CARGO_BIN_EXE_tally` not defined
//
// Cargo defines the variable for each program of the package and for nothing else. The name becomes that of the only
// program, or of the only one that it can be a slip of.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr std::string_view variable = "CARGO_BIN_EXE_";

bool is_name_byte(char c) { return is_word_byte(c) || c == '-'; }

std::vector<Edit> renamed(std::string_view text, const std::string& old, const std::string& name) {
  const auto word = std::string(variable) + old;
  std::vector<Edit> edits;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if (end < text.size() && is_name_byte(text[end])) continue;
    edits.push_back({at + variable.size(), old.size(), name});
  }
  return edits;
}

}  // namespace

std::vector<Patch> fix_rust_binary_name(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string old(capture(occurrence, "symbol"));
    const auto place = rustc_place(patient.tree, occurrence);
    if (old.empty() || !place || !place->file.ends_with(".rs")) continue;
    const auto manifest = rust_manifest_of(patient.tree, place->file);
    if (manifest.empty() || !seen.emplace(manifest, old).second) continue;
    const auto programs = rust_programs(patient.tree, manifest);
    if (programs.contains(old)) continue;
    const auto name = programs.size() == 1 ? *programs.begin() : only_near(programs, old);
    if (name.empty()) continue;
    for (const auto& path : rust_sources(patient.tree, manifest)) {
      if (const auto text = draft.read(path)) draft.edit(path, renamed(*text, old, name));
    }
  }
  return draft.patches();
}

}  // namespace regreen
