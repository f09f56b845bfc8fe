// python.follow-rename: a function, class or constant of one of the project's modules was renamed, as its notes of changes or the newest
// commit tell, and is called by the old name: through its module, by an import, or where a test replaces it. A method of the old name
// stays.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/imports/conditional_import.h"
#include "mend/python/imports/renamed_definition.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/text/code_text.h"
#include "mend/text/told_name.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t renames_max = 20;

// Who is given a name as text: by the whole of it, or behind what has it.
constexpr auto replacers =
    std::to_array<std::string_view>({"patch", "object", "setattr", "delattr", "getattr", "hasattr", "spy", "stub"});

/// A name of a module, and what it is called today.
struct Rename {
  std::string module, from, to;
  bool is_told = false;  ///< by words, not by the newest commit alone

  auto operator<=>(const Rename&) const = default;
};

class FileRenamer {
 public:
  FileRenamer(const PythonProject& project, const std::string& file, const PythonSource& source, const Rename& rename)
      : project_(project), file_(file), source_(source), rename_(rename) {}

  std::vector<Edit> edits() {
    for (const auto& one : imports_of(source_)) {
      if (is_conditional(source_, one)) continue;  // another import takes its place
      for (const auto& name : one.names) read_import(one, name);
    }
    is_asked_for_ = !edits_.empty();
    for (std::size_t i = 2; i < source_.tokens().size(); ++i) {
      if (source_.tokens()[i].kind == PyKind::string) read_text(i);
    }
    if (project_.file_of(rename_.module) == file_) read_exports();
    return std::move(edits_);
  }

  /// Does the file ask for the name itself? Who only replaces it does not.
  bool is_asked_for() const { return is_asked_for_; }

 private:
  void read_import(const PyImport& one, const ImportedName& name) {
    if (one.is_from && name.name == rename_.from && project_.imported_module(file_, one.module) == rename_.module) {
      // What others import from here stays, and so does what the file itself calls otherwise.
      const bool is_kept = name.alias.empty() && (name_of(file_) == "__init__.py" || !is_free());
      edits_.push_back({name.offset, rename_.from.size(), rename_.to + (is_kept ? " as " + rename_.from : "")});
      if (!name.alias.empty() || is_kept || std::exchange(is_bound_, true)) return;
      for (const auto spot : spots_of(source_, rename_.from)) edits_.push_back({spot, rename_.from.size(), rename_.to});
      return;
    }
    const bool is_dotted = !one.is_from && name.alias.empty();
    if (project_.imported_name(file_, one, name) != rename_.module) return;
    const auto alias = is_dotted ? name.name : std::string(name.bound());
    if (is_bound_otherwise(one, name) || !aliases_.insert(alias).second) return;
    const auto chain = alias + "." + rename_.from;
    for (const auto spot : spots_of(source_, top_of(alias))) {
      const auto rest = source_.text().substr(spot);
      const auto behind = rest.substr(std::min(chain.size(), rest.size()), 1);
      if (!rest.starts_with(chain) || (!behind.empty() && is(behind[0], regreen::word))) continue;
      if (is_local(source_, token_at(spot), top_of(alias))) continue;
      edits_.push_back({spot + alias.size() + 1, rename_.from.size(), rename_.to});
    }
  }

  // May a text say the name, as an annotation in quotes does? One that is given to who replaces a name is read by itself, and the
  // fields of f-strings are uses.
  bool is_in_texts() const {
    const auto& tokens = source_.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != PyKind::string || words_in(source_.text(i), rename_.from).empty()) continue;
      if (contains(lower(source_.text(i).substr(0, source_.text(i).find_first_of("\"'"))), "f")) continue;
      if (i < 2 || !source_.is(i - 1, "(") || !is_replacer(i - 2)) return true;
    }
    return false;
  }

  // Is the new name unknown in the file, and the old one never another thing?
  bool is_free() const {
    if (is_in_texts()) return false;
    const auto means_another = [&](auto use) { return is_local(source_, use, rename_.from); };
    return std::ranges::none_of(source_.tokens(), [&](const auto& one) { return source_.text(one) == rename_.to; }) &&
           std::ranges::none_of(uses_of(source_, rename_.from), means_another);
  }

  // Does another import give the name that this one binds to something else?
  bool is_bound_otherwise(const PyImport& one, const ImportedName& name) const {
    const auto meant_by = [&](const PyImport& import, const ImportedName& bound) {
      const auto full = project_.imported_name(file_, import, bound);
      return !import.is_from && bound.alias.empty() ? std::string(top_of(full)) : full;
    };
    const auto meant = meant_by(one, name);
    for (const auto& other : imports_of(source_)) {
      for (const auto& bound : other.names) {
        if (bound.bound() == name.bound() && meant_by(other, bound) != meant) return true;
      }
    }
    return false;
  }

  std::size_t token_at(std::size_t offset) const {
    const auto behind = std::ranges::upper_bound(source_.tokens(), offset, {}, &PyToken::offset);
    return static_cast<std::size_t>(behind - source_.tokens().begin()) - 1;
  }

  // patch("module.name"), setattr(module, "name", …)
  void read_text(std::size_t i) {
    const auto literal = source_.text(i);
    if (literal.size() < 3 || (literal[0] != '"' && literal[0] != '\'')) return;
    const auto inside = literal.substr(1, literal.size() - 2);
    const auto full = rename_.module + "." + rename_.from;
    const auto begin = source_.tokens()[i].offset + 1;
    if (is_in(inside, full) && source_.is(i - 1, "(") && is_replacer(i - 2)) {
      edits_.push_back({begin + rename_.module.size() + 1, rename_.from.size(), rename_.to});
    } else if (inside == rename_.from && source_.is(i - 1, ",") && is_of_module(i - 2)) {
      edits_.push_back({begin, rename_.from.size(), rename_.to});
    }
  }

  bool is_replacer(std::size_t i) const { return is_among(source_.text(i), replacers); }

  // Is the module by one of its names the only thing before the token, in the call of a replacer?
  bool is_of_module(std::size_t last) const {
    auto first = last;
    while (first > 1 && source_.is(first - 1, ".")) first -= 2;
    if (first < 2 || !source_.is(first - 1, "(") || !is_replacer(first - 2)) return false;
    const auto begin = source_.tokens()[first].offset;
    return aliases_.contains(std::string(source_.text().substr(begin, end_of(source_.tokens()[last]) - begin)));
  }

  // __all__ = ["name"]
  void read_exports() {
    for (const auto& statement : source_.statements()) {
      if (!source_.is(statement.first, "__all__")) continue;
      for (auto i = statement.first; i < statement.last; ++i) {
        const auto text = source_.text(i);
        if (source_.tokens()[i].kind == PyKind::string && text.size() == rename_.from.size() + 2 &&
            text.substr(1, rename_.from.size()) == rename_.from)
          edits_.push_back({source_.tokens()[i].offset + 1, rename_.from.size(), rename_.to});
      }
    }
  }

  const PythonProject& project_;
  const std::string& file_;
  const PythonSource& source_;
  const Rename& rename_;
  std::set<std::string> aliases_;
  bool is_bound_ = false;  ///< by an import whose uses are renamed
  bool is_asked_for_ = false;
  std::vector<Edit> edits_;
};

// The module has the new name, and the old one no more.
std::optional<Rename> rename_of(const Patient& patient, const PythonProject& project, const Occurrence& occurrence) {
  const std::string module(capture(occurrence, "module")), name(capture(occurrence, "symbol"));
  if (!is_module_name(module) || !is_python_name(name)) return std::nullopt;
  const auto file = project.file_of(module);
  const auto text = file ? patient.tree.read(*file) : std::nullopt;
  if (!text) return std::nullopt;
  const PythonSource source(*text);
  auto today = told_name(patient.tree, module, name);
  const bool is_told = !today.empty();
  if (!is_told) today = renamed_definition(patient, project, *file, name).value_or("");
  const auto defined = defined_names(source);
  if (binds_at_top(source, name) || !is_among(today, defined)) return std::nullopt;
  return Rename{module, name, today, is_told};
}

// What tests alone ask for was promised: whether the new name or the tests are wrong, a commit does not tell.
void follow(const Patient& patient, const PythonProject& project, const Rename& rename, Draft& draft) {
  std::map<std::string, std::vector<Edit>> edits;
  bool is_used = false, is_promised = false;
  for (const auto& path : python_files(patient.tree, [](auto one) { return !is_vendored(one); })) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, rename.from)) continue;
    const PythonSource source(*text);
    FileRenamer renamer(project, path, source, rename);
    if (auto of_file = renamer.edits(); !of_file.empty()) {
      if (says_generated(*text)) return;  // whoever writes it would bring the old name back
      edits[path] = std::move(of_file);
    }
    (is_test_file(path) ? is_promised : is_used) |= renamer.is_asked_for();
  }
  if (!rename.is_told && is_promised && !is_used) return;
  for (auto& [path, of_file] : edits) draft.edit(path, std::move(of_file));
}

}  // namespace

std::vector<Patch> follow_python_rename(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  std::set<Rename> renames;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (renames.size() == renames_max) break;
    if (auto rename = rename_of(patient, project, occurrence)) renames.insert(std::move(*rename));
  }
  for (const auto& rename : renames) follow(patient, project, rename, draft);
  return draft.patches();
}

}  // namespace regreen
