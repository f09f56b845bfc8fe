// python.follow-rename: a function, class or constant of one of the project's modules was renamed, as its notes of changes tell or
// the newest commit shows, and is called by the old name: through its module, by an import, or where a test replaces it. A method of
// the old name stays.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/text/code_text.h"
#include "mend/text/renames.h"
#include "mend/text/told_name.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t renames_max = 20;

// Who is given a name as text: by the whole of it, or behind what has it.
constexpr auto replacers =
    std::to_array<std::string_view>({"patch", "object", "setattr", "delattr", "getattr", "hasattr", "spy", "stub"});

/// A name of a module, and what it is called today.
struct ModuleRename {
  std::string module, from, to;
  bool is_announced = false;  ///< in notes of changes; else tests that call it by the old name state what was promised

  auto operator<=>(const ModuleRename&) const = default;
};

class FileRenamer {
 public:
  FileRenamer(const PythonProject& project, const std::string& file, const PythonSource& source,
              const ModuleRename& rename, bool is_handed_on)
      : project_(project), file_(file), source_(source), rename_(rename), is_handed_on_(is_handed_on) {}

  std::vector<Edit> edits() {
    for (const auto& one : imports_of(source_)) {
      for (const auto& name : one.names) read_import(one, name);
    }
    for (std::size_t i = 2; i < source_.tokens().size(); ++i) {
      if (source_.tokens()[i].kind == PyKind::string) read_text(i);
    }
    if (project_.file_of(rename_.module) == file_) read_exports();
    return std::move(edits_);
  }

 private:
  void read_import(const PyImport& one, const ImportedName& name) {
    if (one.is_from && name.name == rename_.from && project_.imported_module(file_, one.module) == rename_.module) {
      const auto spots = spots_of(source_, rename_.from);
      const bool is_used = std::ranges::any_of(spots, [&](auto spot) { return spot != name.offset; });
      const bool is_kept = name.alias.empty() && (is_handed_on_ || !is_used || name_of(file_) == "__init__.py");
      edits_.push_back({name.offset, rename_.from.size(), rename_.to + (is_kept ? " as " + rename_.from : "")});
      if (!name.alias.empty() || is_kept || std::exchange(is_bound_, true)) return;
      for (const auto spot : spots) edits_.push_back({spot, rename_.from.size(), rename_.to});
      return;
    }
    const bool is_dotted = !one.is_from && name.alias.empty();
    if (project_.imported_name(file_, one, name) != rename_.module) return;
    const auto alias = is_dotted ? name.name : std::string(name.bound());
    if (!aliases_.insert(alias).second) return;
    const auto chain = alias + "." + rename_.from;
    for (const auto spot : spots_of(source_, top_of(alias))) {
      const auto rest = source_.text().substr(spot);
      const auto behind = rest.substr(std::min(chain.size(), rest.size()), 1);
      if (!rest.starts_with(chain) || (!behind.empty() && is(behind[0], regreen::word))) continue;
      edits_.push_back({spot + alias.size() + 1, rename_.from.size(), rename_.to});
    }
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
  const ModuleRename& rename_;
  bool is_handed_on_;  ///< other files import the name from this one, where it stays
  std::set<std::string> aliases_;
  bool is_bound_ = false;  ///< by an import whose uses are renamed
  std::vector<Edit> edits_;
};

// Does a test speak of a name? Then it is what was promised.
bool is_promised(const Tree& tree, std::string_view name) {
  return std::ranges::any_of(python_files(tree, is_test_file), [&](const std::string& path) {
    const auto text = tree.read(path);
    return text && !words_in(*text, name).empty();
  });
}

// What the newest commit called the names of a module instead that it has no more, if the one that is asked for is among them.
std::vector<ModuleRename> renames_since_commit(const Patient& patient, const std::string& module,
                                               const std::string& name, const std::string& file,
                                               const PythonSource& source) {
  const auto before = patient.last_commit.before.find(file);
  if (before == patient.last_commit.before.end() || !before->second) return {};
  std::set<std::string> gone;
  for (auto& one : defined_names(PythonSource(*before->second))) {
    if (!binds_at_top(source, one)) gone.insert(std::move(one));
  }
  if (!gone.contains(name)) return {};
  const auto defined = defined_names(source);
  std::vector<ModuleRename> renames;
  for (const auto& [from, rename] : renames_of(patient.last_commit, patient.tree, gone)) {
    const bool is_of_module = std::ranges::any_of(
        rename.places, [&](const RenamedAt& place) { return place.file == file && place.owner.empty(); });
    if (is_of_module && is_among(rename.today, defined) && !is_promised(patient.tree, from))
      renames.push_back({module, from, rename.today, false});
  }
  return std::ranges::find(renames, name, &ModuleRename::from) == renames.end() ? std::vector<ModuleRename>() : renames;
}

// The module has the new name, and the old one no more. What a commit renamed beside it is followed as well.
std::vector<ModuleRename> renames_for(const Patient& patient, const PythonProject& project,
                                      const Occurrence& occurrence) {
  const std::string module(capture(occurrence, "module")), name(capture(occurrence, "symbol"));
  if (!is_module_name(module) || !is_python_name(name)) return {};
  const auto file = project.file_of(module);
  const auto text = file ? patient.tree.read(*file) : std::nullopt;
  if (!text) return {};
  const PythonSource source(*text);
  const auto today = told_name(patient.tree, module, name);
  if (today.empty()) return renames_since_commit(patient, module, name, *file, source);
  const auto defined = defined_names(source);
  if (binds_at_top(source, name) || !is_among(today, defined)) return {};
  return {ModuleRename{module, name, today, true}};
}

// The files from which others import the name: who hands it on keeps it.
std::set<std::string> handing_on(const Tree& tree, const PythonProject& project, const ModuleRename& rename) {
  std::set<std::string> files;
  for (const auto& path : python_files(tree, [](auto one) { return !is_vendored(one); })) {
    const auto text = tree.read(path);
    if (!text || !contains(*text, rename.from)) continue;
    const PythonSource source(*text);
    for (const auto& one : imports_of(source)) {
      const bool has_name =
          one.is_from && std::ranges::find(one.names, rename.from, &ImportedName::name) != one.names.end();
      const auto file = has_name ? project.file_of(project.imported_module(path, one.module)) : std::nullopt;
      if (file) files.insert(*file);
    }
  }
  return files;
}

}  // namespace

std::vector<Patch> follow_python_rename(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  std::set<ModuleRename> renames;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (renames.size() >= renames_max) break;
    for (auto& rename : renames_for(patient, project, occurrence)) renames.insert(std::move(rename));
  }
  for (const auto& rename : renames) {
    const auto handed_on = handing_on(patient.tree, project, rename);
    const auto is_followed = [&](auto path) {
      return !is_vendored(path) && (rename.is_announced || is_no_test_file(path));
    };
    for (const auto& path : python_files(patient.tree, is_followed)) {
      const auto text = draft.read(path);
      if (!text || !contains(*text, rename.from)) continue;
      const PythonSource source(*text);
      draft.edit(path, FileRenamer(project, path, source, rename, handed_on.contains(path)).edits());
    }
  }
  return draft.patches();
}

}  // namespace regreen
