// rust.order-macros: a macro of the crate is used above the place that declares it, or outside of the module that does.
//
//   error: cannot find macro `metres` in this scope
//
// Macros are read from the top of the crate to its end. The macro, or the module that has it, goes in front of the item that
// uses it; modules on the way say `#[macro_use]`. Where the macro has a path (`#[macro_export]`, `pub(crate) use metres;`), it is
// imported by that.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/modules/use.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Defined {
  std::string file;
  std::size_t offset = 0;  // of `macro_rules!`
};

// Where a code says `macro_rules! name`.
std::vector<std::size_t> definitions_in(std::string_view code, const std::string& name) {
  constexpr std::string_view front = "macro_rules! ";
  std::vector<std::size_t> places;
  for (const auto at : words_in(code, name)) {
    if (code.substr(0, at).ends_with(front)) places.push_back(at - front.size());
  }
  return places;
}

// The only `macro_rules! name` of a package, and at the top level of its file.
std::optional<Defined> definition_of(const Tree& tree, const std::string& manifest, const std::string& name) {
  std::optional<Defined> found;
  for (const auto& path : rust_sources(tree, manifest)) {
    const auto text = tree.read(path).value_or("");
    if (!contains(text, "macro_rules! " + name)) continue;
    const auto code = code_only(text, Speech::rust);
    for (const auto at : definitions_in(code, name)) {
      if (found || bracket_around(code, at) != npos) return std::nullopt;
      found = Defined{path, at};
    }
  }
  return found;
}

// The lines of an item go in front of another one, with a blank line between them where there was one below it.
bool move_item(Draft& draft, const std::string& file, std::size_t from, std::size_t before) {
  const auto text = draft.read(file).value_or("");
  const auto code = code_only(text, Speech::rust);
  const Lines lines(text);
  const auto item = rust_item_at(text, code, from), target = rust_item_at(text, code, before);
  if (!item || !target || item->first <= target->first) return false;
  const auto begin = lines.begin(item->first), end = lines.begin(item->last + 1);
  auto moved = text.substr(begin, end - begin);
  if (!moved.ends_with('\n')) moved += line_end(text);
  const bool is_module = trim(lines.line(item->last)).ends_with(';');
  auto first = begin;
  if (!is_module) {
    moved += line_end(text);
    if (trim(lines.line(item->first - 1)).empty()) first = lines.begin(item->first - 1);
  }
  return draft.edit(file, {{lines.begin(target->first), 0, moved}, {first, end - first, ""}});
}

// `mod units;` → `#[macro_use]` above it. False where the module is there under a condition only.
bool use_macros_of(Draft& draft, const ModuleLine& module) {
  const auto text = draft.read(module.file).value_or("");
  const auto code = code_only(text, Speech::rust);
  const auto item = rust_item_at(text, code, module.offset);
  if (!item) return false;
  const Lines lines(text);
  const auto begin = lines.begin(item->first);
  const auto whole = std::string_view(text).substr(begin, lines.end(item->last) - begin);
  if (contains(whole, "#[cfg")) return false;
  if (contains(whole, "#[macro_use]")) return true;
  const auto head = lines.begin(lines.number_at(module.offset));
  return draft.edit(module.file, {{head, 0, "#[macro_use]" + std::string(line_end(text))}});
}

// The first place in a source that calls the macro, if only for another macro; its own definition calls itself later.
std::size_t first_use(const std::string& text, const std::string& name) {
  const auto code = code_only(text, Speech::rust);
  const Lines lines(code);
  std::size_t behind = 0;  // the definition
  for (const auto at : words_in(code, name)) {
    if (at < behind || code.substr(at + name.size(), 1) != "!") continue;
    const auto item = rust_item_at(text, code, at);
    if (!item) return npos;
    const auto front = std::string_view(code).substr(lines.begin(item->first), at - lines.begin(item->first));
    if (definitions_in(front, name).empty()) return at;
    behind = lines.begin(item->last + 1);
  }
  return npos;
}

std::vector<std::string> files_to_root(const std::string& file, const std::vector<ModuleLine>& chain) {
  std::vector<std::string> files = {file};
  for (const auto& line : chain) files.push_back(line.file);
  return files;
}

// `crate::units::metres`, where the macro has a path; "" where it has none.
std::string path_of(const std::string& text, const std::string& name, const std::vector<ModuleLine>& chain,
                    std::size_t offset) {
  const auto code = code_only(text, Speech::rust);
  const auto item = rust_item_at(text, code, offset);
  const Lines lines(text);
  const auto head =
      item ? std::string_view(text).substr(lines.begin(item->first), offset - lines.begin(item->first)) : "";
  if (contains(head, "#[macro_export")) return "crate::" + name;
  if (!contains(code, " use " + name + ";")) return "";
  std::string path = "crate::";
  for (auto line = chain.rbegin(); line != chain.rend(); ++line) path += line->name + "::";
  return path + name;
}

/// A macro that cannot be found, seen from where it is called.
class Lost {
 public:
  Lost(const Patient& patient, Draft& draft) : patient_(patient), draft_(draft) {}

  void find(const std::string& name, const std::string& user) {
    const auto manifest = rust_manifest_of(patient_.tree, user);
    const PatchedTree tree(patient_.tree, draft_.patch());
    const auto defined = manifest.empty() ? std::nullopt : definition_of(tree, manifest, name);
    if (!defined) return;
    const auto down = rust_module_chain(tree, defined->file), up = rust_module_chain(tree, user);
    const auto from = files_to_root(defined->file, down), to = files_to_root(user, up);
    const auto common = std::ranges::find_first_of(from, to);
    if (common == from.end()) return;
    const auto text = draft_.read(defined->file).value_or("");
    const auto path = defined->file == user ? "" : path_of(text, name, down, defined->offset);
    if (!path.empty()) return import(user, path);
    const auto above = static_cast<std::size_t>(common - from.begin());
    for (std::size_t i = 0; i < above; ++i) {
      const PatchedTree now(patient_.tree, draft_.patch());
      const auto line = rust_module_line(now, from[i]);
      if (!line || !use_macros_of(draft_, *line)) return;
    }
    const auto below = static_cast<std::size_t>(std::ranges::find(to, *common) - to.begin());
    const PatchedTree now(patient_.tree, draft_.patch());
    const auto line_of = [&](const std::string& file) {
      const auto line = rust_module_line(now, file);
      return line ? line->offset : npos;
    };
    // In one file: the macro or its module goes in front of the first call, or of the module that calls it.
    const auto begin = above == 0 ? defined->offset : line_of(from[above - 1]);
    const auto before = below == 0 ? first_use(now.read(*common).value_or(""), name) : line_of(to[below - 1]);
    if (begin != npos && before != npos && begin > before) move_item(draft_, *common, begin, before);
  }

 private:
  void import(const std::string& user, const std::string& path) {
    const auto text = draft_.read(user).value_or("");
    if (const auto edit = add_use(text, path, 1)) draft_.edit(user, {*edit});
  }

  const Patient& patient_;
  Draft& draft_;
};

}  // namespace

std::vector<Patch> order_rust_macros(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "symbol"));
    const auto place = rustc_place(patient.tree, occurrence);
    if (!is_identifier(name) || !place || !contains(occurrence.at.text, "cannot find macro `")) continue;
    if (seen.emplace(name, place->file).second) Lost(patient, draft).find(name, place->file);
  }
  return draft.patches();
}

}  // namespace regreen
