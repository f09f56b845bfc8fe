// rust.fix-crate-name: examples in the documentation, tests and programs that call a library by a name that it had before.
//
//   error[E0432]: unresolved import `clipline`
//
// No manifest knows the name, and everything that is asked of it is what one library at hand exports: the package's
// own, or one of the tree that the package depends on. Then that library is meant, and called by its name of today.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/language/test_code.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t list_max = 10'000;  // bytes between the braces of an import

using Names = std::set<std::string>;

constexpr auto not_old_names =
    std::to_array<std::string_view>({"std", "core", "alloc", "crate", "self", "super", "proc_macro", "test"});

bool is_documentation(std::string_view line) {
  line = trim(line);
  return line.starts_with("///") || line.starts_with("//!");
}

// What a file says to others: all of it (a test, a program), or its documentation alone (the library itself).
enum class Part { all, documentation };

// Where a crate is named: `name::item`, `use name;`, `extern crate name;`. Literals and plain comments are left out.
std::vector<std::size_t> mentions(std::string_view text, const std::string& name, Part part) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::rust);
  std::vector<std::size_t> places;
  for (const auto at : words_in(text, name)) {
    const auto number = lines.number_at(at);
    const bool documentation = is_documentation(lines.line(number));
    if (!documentation && (part == Part::documentation || code.substr(at, name.size()) != name)) continue;
    const auto rest = text.substr(at + name.size());
    const auto before = trim(text.substr(lines.begin(number), at - lines.begin(number)));
    const bool is_whole = rest.starts_with(";") && (before.ends_with("use") || before.ends_with("extern crate"));
    if (at >= 2 && text.substr(at - 2, 2) == "::") continue;  // a module of something else
    if (rest.starts_with("::") || is_whole) places.push_back(at);
  }
  return places;
}

// The names that follow: `name::item`, `name::{one, two::three}`. `*` asks for nothing that could be compared.
void add_asked(std::string_view text, std::size_t behind, Names& names) {
  if (!text.substr(behind).starts_with("::")) return;
  const auto at = behind + 2;
  if (text.substr(at, 1) != "{") {
    if (const auto word = word_at(text, at); !word.empty()) names.emplace(word);
    return;
  }
  const auto close = closing_bracket(text.substr(0, at + std::min(list_max, text.size() - at)), at);
  if (close == npos) return;
  int depth = 0;
  bool first = true;
  for (auto i = at + 1; i < close; ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}') --depth;
    if (text[i] == ',' && depth == 0) first = true;
    if (!first || !is_word_byte(text[i])) continue;
    if (const auto word = word_at(text, i); word != "self") names.emplace(word);
    first = false;
  }
}

std::string root_of(const Tree& tree, const std::string& manifest) {
  const auto text = tree.read(manifest).value_or("");
  const TomlText toml(text);
  const auto* key = toml.find("lib", "path");
  const auto path = key == nullptr ? "src/lib.rs" : replace_all(std::string(toml.value(*key)), "\"", "");
  return path_in(folder_of(manifest), path);
}

// The name that a declaration gives: of ` async fn clip<T>(…`, ` const MAX: u8`, ` struct Span {`.
std::string_view name_in(std::string_view declaration) {
  declaration = trim(declaration.substr(0, declaration.find_first_of(";{(=<:")));
  const auto blank = declaration.find_last_of(" \n");
  return word_at(declaration, blank == npos ? 0 : blank + 1);
}

// `pub fn clip`, `pub use width::{width, Width as W};` outside of braces; nothing where all of a module is exported at once.
std::optional<Names> exported(const Tree& tree, const std::string& root) {
  const auto code = code_only(tree.read(root).value_or(""), Speech::rust);
  Names names;
  std::size_t seen = 0;
  int depth = 0;
  for (const auto at : words_in(code, "pub")) {
    for (; seen < at; ++seen) depth += (code[seen] == '{' ? 1 : 0) - (code[seen] == '}' ? 1 : 0);
    if (depth != 0) continue;
    const auto rest = std::string_view(code).substr(at + 3);
    const auto whole = rest.substr(0, rest.find(';'));
    if (!rest.starts_with(" use ")) {
      names.emplace(name_in(rest));
    } else if (contains(whole, "*")) {
      return std::nullopt;
    } else {
      names.merge(words_of(whole));
    }
  }
  for (const auto at : words_in(code, "macro_rules")) {
    if (const auto begin = code.find_first_not_of("! ", at + 11); begin != npos) names.emplace(word_at(code, begin));
  }
  return names;
}

bool is_known(const Tree& tree, const std::string& name) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto text = name_of(path) == "Cargo.toml" ? tree.read(path).value_or("") : "";
    return !text.empty() && (rust_library(text) == name || rust_depends_on(text, name));
  });
}

// What of a file of the package may speak of one of its libraries from outside.
Part part_of(std::string_view manifest, std::string_view path, bool is_own) {
  if (!is_own) return Part::all;
  return rust_part_of(path, manifest) == RustPart::library ? Part::documentation : Part::all;
}

// The mended files where the library of a manifest is the one that is meant; nothing where it is not.
std::optional<Patch> called_by(const Tree& tree, const std::string& package, const std::string& library,
                               const std::string& old) {
  const auto name = rust_library(tree.read(library).value_or(""));
  const auto root = root_of(tree, library);
  if (!is_identifier(name) || name == old || !tree.has(root)) return std::nullopt;
  Draft draft(tree);
  Names asked;
  for (const auto& path : rust_sources(tree, package)) {
    const auto text = tree.read(path).value_or("");
    if (text.size() > source_bytes_max || !contains(text, old)) continue;
    std::vector<Edit> edits;
    for (const auto at : mentions(text, old, part_of(package, path, library == package))) {
      add_asked(text, at + old.size(), asked);
      edits.push_back({at, old.size(), name});
    }
    draft.edit(path, std::move(edits));
  }
  const auto names = exported(tree, root);
  if (asked.empty() || !names || !std::ranges::includes(*names, asked)) return std::nullopt;
  return draft.patch();
}

std::vector<std::string> libraries_for(const Tree& tree, const std::string& package) {
  std::vector<std::string> libraries = {package};
  for (const auto& one : rust_paths(tree.read(package).value_or(""))) {
    const auto folder = resolved(path_in(folder_of(package), one.path));
    if (folder && tree.has(path_in(*folder, "Cargo.toml"))) libraries.push_back(path_in(*folder, "Cargo.toml"));
  }
  return libraries;
}

}  // namespace

std::vector<Patch> fix_rust_crate_name(const Patient& patient) {
  Patch all;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string old(capture(occurrence, "module"));
    if (old.empty()) old = word_at(capture(occurrence, "symbol"), 0);
    const auto place = rustc_place(patient.tree, occurrence);
    const auto package = rust_manifest_of(patient.tree, place ? place->file : "");
    if (package.empty() || !is_identifier(old) || !seen.emplace(package, old).second) continue;
    if (is_among(old, not_old_names) || is_known(patient.tree, old)) continue;
    std::vector<Patch> found;
    for (const auto& library : libraries_for(patient.tree, package)) {
      if (auto patch = called_by(patient.tree, package, library, old)) found.push_back(std::move(*patch));
    }
    if (found.size() == 1) all = all.then(found.front());
  }
  return all.empty() ? std::vector<Patch>{} : std::vector<Patch>{all};
}

}  // namespace regreen
