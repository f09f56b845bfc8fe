// rust.add-mod: a file of the crate that no `mod` names.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

/// A module that is asked for and declared nowhere.
struct MissingModule {
  std::string name;
  std::string parent;  ///< the file that has to declare it
};

// The root of the crate that a file belongs to: "app/src/lib.rs"; a binary's own where it is the file itself.
std::string root_of(const Tree& tree, const std::string& file) {
  if (name_of(file) == "main.rs" || name_of(file) == "lib.rs") return file;
  const auto chain = rust_module_chain(tree, file);
  if (!chain.empty()) return chain.back().file;
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    if (tree.has(path_in(folder, "Cargo.toml"))) {
      const auto library = path_in(folder, "src/lib.rs"), program = path_in(folder, "src/main.rs");
      return tree.has(library) ? library : tree.has(program) ? program : "";
    }
    if (folder.empty()) return "";
  }
}

// Where the files of the modules lie that a file declares.
std::string folder_below(std::string_view file) {
  const auto name = name_of(file);
  const bool is_top = name == "mod.rs" || name == "lib.rs" || name == "main.rs";
  return std::string(is_top ? folder_of(file) : file.substr(0, file.size() - 3));
}

// The file of a module that another file declares; "" where there is none.
std::string file_below(const Tree& tree, std::string_view parent, std::string_view name) {
  const auto below = folder_below(parent);
  for (const auto& path : {path_in(below, std::string(name) + ".rs"), path_in(below, std::string(name) + "/mod.rs")}) {
    if (path != parent && tree.has(path)) return path;
  }
  return "";
}

// The file that declares what a path of modules stands for, seen from a file: `crate::net`, `super`, `tempkit::net`.
std::string file_of_path(const Tree& tree, const std::string& file, std::string_view path) {
  std::string now = file;
  bool is_first = true;
  const auto parts = replace_all(std::string(path), "::", ":");
  for (const auto part : split(parts, ':')) {
    if (part == "crate") {
      now = root_of(tree, file);
    } else if (part == "super") {
      const auto line = rust_module_line(tree, now);
      now = line ? line->file : "";
    } else if (part != "self") {
      const auto below = file_below(tree, now, part);
      now = below.empty() && is_first ? root_of(tree, file) : below;  // the crate by its own name, as its tests call it
    }
    if (now.empty()) return "";
    is_first = false;
  }
  return now;
}

// What stands before the name at a place of a source: `crate::net` of `use crate::net::{peak::P, …}`.
std::string path_before(std::string_view code, std::size_t at) {
  auto begin = at;
  while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == ':')) --begin;
  auto path = std::string(code.substr(begin, at - begin));
  const auto open = begin == 0 ? std::string_view::npos : bracket_around(code, begin);
  if (open != std::string_view::npos && open > 2 && code.substr(open - 2, 3) == "::{")
    path = path_before(code, open) + path;
  return path;
}

// "could not find `peak` in the crate root", "no `peak` in `net`", "use of undeclared crate or module `peak`"
std::string name_in_row(std::string_view line) {
  for (const std::string_view mark : {"could not find `", "no `", "crate or module `", "module or crate `",
                                      "unlinked crate `", "unresolved import `", "cannot find `"}) {
    const auto at = line.find(mark);
    if (at == std::string::npos) continue;
    auto name = line.substr(at + mark.size());
    name = name.substr(0, name.find('`'));
    return std::string(name.substr(name.rfind(':') + 1));  // npos + 1 is the front
  }
  return "";
}

// What a place asks for: a name of a path whose module has a file and no line.
MissingModule missing_at(const Tree& tree, const TreePlace& place, const std::string& name) {
  const auto text = tree.read(place.file);
  const auto at = text && is_identifier(name) && text->size() <= source_bytes_max
                      ? offset_of(*text, place.line, place.column)
                      : std::nullopt;
  if (!at) return {};
  const auto code = code_only(*text, Speech::rust);
  const auto line_end = std::min(code.find('\n', *at), code.size());
  const auto found = words_in(std::string_view(code).substr(*at, line_end - *at), name);
  if (found.empty()) return {};
  auto path = path_before(code, *at + found[0]);
  while (path.ends_with(':')) path.pop_back();
  const auto parent = path.empty() ? place.file : file_of_path(tree, place.file, path);
  return parent.empty() || file_below(tree, parent, name).empty() ? MissingModule{} : MissingModule{name, parent};
}

MissingModule missing_module(const Tree& tree, const Occurrence& occurrence) {
  const auto place = rustc_place(tree, occurrence);
  std::vector<std::string> lines = {occurrence.at.text};
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || lines.size() > 12) break;
    lines.push_back(line);
  }
  for (const auto& line : lines) {
    const auto name = place ? name_in_row(line) : "";
    if (auto missing = name.empty() ? MissingModule{} : missing_at(tree, *place, name); !missing.name.empty())
      return missing;
  }
  return {};
}

bool declares(std::string_view text, const std::string& name) {
  const auto code = code_only(text, Speech::rust);
  return rust_module_in(code, name) || rust_module_in(code, name, " {");
}

// Does the code outside of the sources of a crate name the module: its tests, examples, programs, other crates?
bool is_used_outside(const Tree& tree, const std::string& parent, const std::string& name) {
  const auto root = root_of(tree, parent);
  const std::string sources(folder_of(root));
  const auto library = rust_library(tree.read(rust_manifest_of(tree, root)).value_or(""));
  if (name_of(root) != "lib.rs" || library.empty()) return false;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const bool is_inside = path.starts_with(sources + "/") && name_of(path) != "main.rs" && !contains(path, "/bin/");
    if (!path.ends_with(".rs") || is_inside || is_vendored(path)) return false;
    const auto text = tree.read(path).value_or("");
    const auto code = text.size() > source_bytes_max ? "" : code_only(text, Speech::rust);
    return std::ranges::any_of(words_in(code, name),
                               [&](auto at) { return path_before(code, at).starts_with(library + "::"); });
  });
}

// Do all modules that a file declares stand open, and at least one?
bool are_all_public(std::string_view text) {
  const auto code = code_only(text, Speech::rust);
  bool has_public = false;
  for (const auto at : words_in(code, "mod")) {
    const auto before = trim(line_before(code, at));
    const bool is_test = word_at(code, at + 4).starts_with("test");
    if (before != "pub" && !is_test) return false;
    has_public |= before == "pub";
  }
  return has_public;
}

// Among the other modules in their order, else before the first line of code.
Edit declared(std::string_view text, const std::string& line) {
  const Lines lines(text);
  const auto end = std::string(line_end(text));
  const auto plain = [](std::string_view one) { return one.starts_with("pub ") ? one.substr(4) : one; };
  std::size_t last = 0, first_code = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto one = lines.line(number);
    const auto word = plain(one);
    if (word.starts_with("mod ") && trim(word).ends_with(';')) {
      if (plain(line) < word) return {lines.begin(number), 0, line + end};
      last = number;
    }
    const bool is_code = !trim(one).empty() && !trim(one).starts_with("//") && !one.starts_with("#!");
    if (is_code && first_code == 0) first_code = number;
  }
  if (last != 0) return line_below(text, lines.begin(last), line);
  return {lines.begin(first_code == 0 ? 1 : first_code), 0, line + end + end};
}

}  // namespace

std::vector<Patch> add_rust_module(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto [name, parent] = missing_module(patient.tree, occurrence);
    const auto text = parent.empty() ? std::nullopt : draft.read(parent);
    if (!text || declares(*text, name)) continue;
    const bool is_public = is_used_outside(patient.tree, parent, name) || are_all_public(*text);
    draft.edit(parent, {declared(*text, (is_public ? "pub mod " : "mod ") + name + ";")});
  }
  return draft.patches();
}

}  // namespace regreen
