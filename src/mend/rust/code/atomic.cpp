// rust.count-atomically: an `Rc` goes to another thread, or into a future that may.
//
//   error[E0277]: `Rc<Vec<String>>` cannot be sent between threads safely
//
// `Arc` does all that `Rc` does, and counts so that threads may share it. Where what it holds may not be shared either
// (`Rc<RefCell<…>>`), somebody has to decide how it is locked, and nothing is changed. First the files that the message speaks of
// and those that share names with them, then all of the package: who hands an `Rc` on has to hand on an `Arc`.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t type_max = 1'000;  // bytes of one that is read
// What may not be shared between threads, whoever counts it.
constexpr auto cells = std::to_array<std::string_view>({"Cell<", "<dyn ", "Weak<", "*mut", "*const"});

// The type that may not leave its thread: of the message, or of "has type `Rc<…>` which is not `Send`" below it.
std::string type_said(const Occurrence& occurrence) {
  const auto quoted = between(occurrence.at.text, "`", "` cannot be s");
  if (!quoted.empty()) return std::string(quoted);
  if (!contains(occurrence.at.text, "future cannot be sent")) return "";
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error")) break;
    if (contains(line, "has type `")) return std::string(between(line, "has type `", "`"));
  }
  return "";
}

bool is_counted(std::string_view type) {
  const bool is_rc = type.starts_with("Rc<") || type.starts_with("std::rc::Rc<") || type.starts_with("&Rc<");
  return is_rc && std::ranges::none_of(cells, [&](auto part) { return contains(type, part); });
}

// Does a source count something else, that threads may not share? `Rc<RefCell<Cache>>`, `Rc::new(Cell::new(0))`
bool counts_cells(std::string_view code) {
  return std::ranges::any_of(words_in(code, "Rc"), [&](std::size_t at) {
    const auto type = code.substr(at, type_max);
    if (type.starts_with("Rc<")) return !is_counted(type.substr(0, closing_angle(type, 2)));
    return type.starts_with("Rc::new(RefCell::") || type.starts_with("Rc::new(Cell::");
  });
}

// The line `use std::rc::Rc;`, for a file that imports `Arc` already.
std::optional<Edit> without_import(std::string_view text, std::string_view code) {
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto begin = lines.begin(number);
    if (trim(code.substr(begin, lines.line(number).size())) == "use std::rc::Rc;")
      return Edit{begin, lines.begin(number + 1) - begin, ""};
  }
  return std::nullopt;
}

// `std::rc::Rc`, `rc::{Rc, Weak}` → `sync::Arc`, `sync::{Arc, Weak}`; all other `Rc` → `Arc`. Nothing where the module or the
// type goes by another name, or also counts what may not be shared.
std::vector<Edit> as_atomic(std::string_view text) {
  const auto code = code_only(text, Speech::rust);
  if (contains(code, "Rc as ") || counts_cells(code)) return {};
  const auto import = words_in(code, "Arc").empty() ? std::nullopt : without_import(text, code);
  if (!words_in(code, "Arc").empty() && !import) return {};
  std::vector<Edit> edits;
  const auto add = [&](std::size_t at, const char* word) {
    const bool is_gone = import && at >= import->offset && at < import->offset + import->length;
    if (!is_gone) edits.push_back({at, 2, word});
  };
  for (const auto at : words_in(code, "Rc")) add(at, "Arc");
  for (const auto at : words_in(code, "rc")) {
    const auto rest = std::string_view(code).substr(at + 2);
    const bool is_list = rest.starts_with("::{") && !contains(rest.substr(0, rest.find('}')), "self");
    if (!rest.starts_with("::Rc") && !rest.starts_with("::Weak") && !is_list) return {};
    add(at, "sync");
  }
  if (!edits.empty() && import) edits.push_back(*import);
  return edits;
}

// With the files that use what one of these declares, or declare what one of these uses, as far as they count by `Rc`.
std::set<std::string> connected(const RustCode& code, std::set<std::string> files) {
  std::map<std::string, std::set<std::string>> declared, words;
  for (const auto& one : rust_names(code)) {
    if (one.is_top && one.kind != "mod") declared[one.file].insert(one.name);
  }
  for (const auto& [file, names] : declared) words[file] = words_of(code.at(file));
  const auto meet = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::ranges::any_of(a, [&](const auto& name) { return b.contains(name); });
  };
  for (bool grows = true; grows;) {
    grows = false;
    for (const auto& one : declared) {
      const auto& file = one.first;
      const auto& names = one.second;
      if (!words[file].contains("Rc") || files.contains(file)) continue;
      const bool is_near = std::ranges::any_of(
          files, [&](const auto& other) { return meet(names, words[other]) || meet(declared[other], words[file]); });
      if (is_near) grows = files.insert(file).second;
    }
  }
  return files;
}

Patch atomic_in(const Tree& tree, const std::set<std::string>& files) {
  Draft draft(tree);
  for (const auto& file : files) {
    const auto text = draft.read(file);
    if (text) draft.edit(file, as_atomic(*text));
  }
  return draft.patch();
}

}  // namespace

std::vector<Patch> count_rust_atomically(const Patient& patient) {
  std::map<std::string, std::set<std::string>> named;  // files, by the package that they are of
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = rustc_place(patient.tree, occurrence);
    if (!place || !is_counted(type_said(occurrence))) continue;
    auto& files = named[rust_manifest_of(patient.tree, place->file)];
    files.insert(place->file);
    for (const auto& line : occurrence.after) {
      if (line.starts_with("error")) break;
      const auto arrow = line.find("--> ");
      const auto path = arrow == npos ? "" : line.substr(arrow + 4, line.find(':', arrow) - arrow - 4);
      if (const auto file = path.empty() ? std::nullopt : find_file(patient.tree, path)) files.insert(*file);
    }
  }
  std::set<std::string> near, package;
  for (const auto& [manifest, files] : named) {
    const auto code = rust_code(patient.tree, manifest);
    near.merge(connected(code, files));
    for (const auto& [file, text] : code) package.insert(file);
  }
  std::vector<Patch> patches;
  for (const auto* files : {&near, &package}) {
    auto patch = atomic_in(patient.tree, *files);
    if (!patch.empty() && !is_among(patch, patches)) patches.push_back(std::move(patch));
  }
  return patches;
}

}  // namespace regreen
