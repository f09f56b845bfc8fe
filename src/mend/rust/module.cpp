// rust.add-mod: a file of the crate that no `mod` names.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/module_tree.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

/// A module that is asked for and declared nowhere.
struct MissingModule {
  std::string name;
  bool from_outside = false;  // a test asks for it by the name of the crate
  bool is_bare = false;       // no `crate::` before it: meant where the root itself asks
};

// "could not find `peak` in the crate root", "could not find `peak` in `tides`", "use of undeclared crate or module `peak`",
// in the message or below it
MissingModule missing_module(const Occurrence& occurrence) {
  std::vector<std::string> lines = {occurrence.at.text};
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || lines.size() > 12) break;
    lines.push_back(line);
  }
  for (const auto& line : lines) {
    for (const std::string_view mark : {"could not find `", "no `", "unresolved import `crate::", "crate or module `",
                                        "module or crate `", "unlinked crate `"}) {
      const auto at = line.find(mark);
      if (at == std::string::npos) continue;
      const auto rest = std::string_view(line).substr(at + mark.size());
      const auto name = rest.substr(0, rest.find_first_of("`:"));
      const bool in_root = contains(rest, "` in the crate root") || contains(rest, "` in the root") ||
                           mark.ends_with("crate::") || mark.starts_with("crate") || mark.starts_with("module") ||
                           mark.starts_with("unlinked");
      if (is_identifier(name) && (in_root || contains(rest, "` in `")))
        return {std::string(name), !in_root,
                mark.starts_with("crate") || mark.starts_with("module") || mark.starts_with("unlinked")};
    }
  }
  return {};
}

// The root of the crate that a file belongs to: "app/src/lib.rs"; a binary's own where it is the file itself.
std::string root_of(const Tree& tree, const std::string& file) {
  if (name_of(file) == "main.rs" || name_of(file) == "lib.rs") return file;
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    if (tree.has(path_in(folder, "Cargo.toml"))) {
      const auto library = path_in(folder, "src/lib.rs"), program = path_in(folder, "src/main.rs");
      return tree.has(library) ? library : tree.has(program) ? program : "";
    }
    if (folder.empty()) return "";
  }
}

bool has_file(const Tree& tree, const std::string& root, const std::string& name) {
  const std::string folder(folder_of(root));
  return tree.has(path_in(folder, name + ".rs")) || tree.has(path_in(folder, name + "/mod.rs"));
}

bool declares(std::string_view text, const std::string& name) {
  const auto code = code_only(text, Speech::rust);
  return rust_module_in(code, name) || rust_module_in(code, name, " {");
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
    const auto missing = missing_module(occurrence);
    std::vector<TreePlace> places = places_of(patient.tree, occurrence);
    if (missing.name.empty() || places.empty()) continue;
    const auto root = root_of(patient.tree, places[0].file);
    const auto text = root.empty() ? std::nullopt : draft.read(root);
    if (missing.is_bare && root != places[0].file) continue;
    if (!text || !has_file(patient.tree, root, missing.name) || declares(*text, missing.name)) continue;
    draft.edit(root, {declared(*text, (missing.from_outside ? "pub mod " : "mod ") + missing.name + ";")});
  }
  return draft.patches();
}

}  // namespace regreen
