// python.remove-unused-import: takes names out of import statements that linters found unused, and only where the file
// indeed does not use them. What a package's __init__.py imports it hands on: such names join its `__all__`.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/imports/handed_on.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

/// An import as linters name it: "os", "typing.List", "numpy as np".
struct Unused {
  std::string name;
  std::string alias;
  std::size_t line = 0;
};

Unused with_alias(std::string_view name) {
  const auto as = name.find(" as ");
  if (as == std::string_view::npos) return {std::string(trim(name)), "", 0};
  return {std::string(trim(name.substr(0, as))), std::string(trim(name.substr(as + 4))), 0};
}

// flake8 and ruff: 'a.b as c' imported but unused; pylint: Unused c imported from a as d, Unused import os.
std::optional<Unused> named_in(const Occurrence& occurrence) {
  const std::string_view line = occurrence.at.text;
  if (contains(line, "imported but unused")) {
    for (const auto* quote : {"'", "`", "\""}) {
      if (const auto name = between(line, quote, quote); !name.empty()) return with_alias(name);
    }
  }
  if (const auto at = line.find("Unused import "); at != std::string_view::npos) {
    auto rest = line.substr(at + 14);
    rest = rest.substr(0, rest.find(" ("));
    return with_alias(rest);
  }
  if (const auto at = line.find("Unused "); at != std::string_view::npos && contains(line, " imported ")) {
    const auto rest = line.substr(at + 7);
    auto unused =
        with_alias(between(rest, "imported from ", " (").empty() ? "" : between(rest, "imported from ", " ("));
    const auto name = rest.substr(0, rest.find(" imported"));
    if (contains(rest, "imported as "))
      return Unused{std::string(name), std::string(between(rest, "imported as ", " (")), 0};
    unused.name += "." + std::string(name);
    return unused;
  }
  if (const auto symbol = capture(occurrence, "symbol"); !symbol.empty()) return with_alias(symbol);
  return std::nullopt;
}

bool is_meant(const PyImport& one, const ImportedName& name, const Unused& unused) {
  const auto full = one.is_from ? one.module + (one.module.ends_with('.') ? "" : ".") + name.name : name.name;
  const auto wanted_alias = unused.alias.empty() ? name.alias : unused.alias;
  const bool same = full == unused.name || full.ends_with("." + unused.name) || name.bound() == unused.name;
  return same && name.alias == wanted_alias;
}

// A string with the name in it: __all__, or an annotation.
bool is_spoken_of(const PythonSource& source, std::string_view name) {
  return std::ranges::any_of(source.tokens(), [&](const PyToken& token) {
    if (token.kind != PyKind::string) return false;
    const auto text = source.text(token);
    return text.size() == name.size() + 2 && text.substr(1, name.size()) == name;
  });
}

// What is told about an import in a comment of its own is why it is there: `from app import mail  # registers its handlers`
bool has_reason(const PythonSource& source, const PyImport& one) {
  static constexpr auto for_tools =
      std::to_array<std::string_view>({"noqa", "type:", "pylint:", "isort:", "pragma:", "fmt:", "mypy:", "pyright:"});
  return std::ranges::any_of(source.tokens(), [&](const PyToken& token) {
    if (token.kind != PyKind::comment || token.line < one.statement.line || token.line > one.statement.last_line)
      return false;
    const auto said = lower(trim(source.text(token).substr(1)));
    return std::ranges::none_of(for_tools, [&](auto word) { return said.starts_with(word); });
  });
}

// Is an import made where things are set up, as in the `ready` of an app of Django?
bool is_set_up(const PythonSource& source, const PyImport& one) {
  static constexpr auto hooks =
      std::to_array<std::string_view>({"ready", "register", "setup", "load", "autodiscover", "includeme"});
  auto level = one.statement.indent;
  const auto& all = source.statements();
  for (auto above = std::ranges::find(all, one.statement.begin, &PyStatement::begin); above != all.begin();) {
    if ((--above)->indent >= level) continue;
    level = above->indent;
    const auto def = source.is(above->first, "async") ? above->first + 1 : above->first;
    if (source.is(def, "def")) return is_among(source.text(def + 1), hooks);
  }
  return false;
}

// Modules of others that do something where they are imported.
bool acts_on_import(std::string_view module) {
  static constexpr auto modules =
      std::to_array<std::string_view>({"readline", "rlcompleter", "antigravity", "mpl_toolkits.mplot3d", "pyximport"});
  return std::ranges::any_of(modules, [&](auto one) { return is_in(module, one); });
}

// Does a module do something where it is imported: calls, or hands what it defines to another's decorator?
bool acts_at_top(const PythonSource& source) {
  const auto bound = imported_at_top(source);
  return std::ranges::any_of(source.statements(), [&](const PyStatement& one) {
    if (one.indent > 0) return false;
    if (source.is(one.first, "@")) {
      const auto home = bound.find(source.text(one.first + 1));
      static constexpr auto harmless =
          std::to_array<std::string_view>({"abc", "attr", "attrs", "click", "contextlib", "dataclasses", "enum",
                                           "functools", "pytest", "typing", "unittest"});
      return home == bound.end() || !is_among(top_of(home->second.full), harmless);
    }
    auto i = one.first;
    while (source.is_name(i) && source.is(i + 1, ".")) i += 2;
    const auto close = source.is_name(i) && source.is(i + 1, "(") ? source.closing(i + 1) : std::nullopt;
    return close && *close + 1 == one.last;
  });
}

// Is a module imported for what that does, not for its name?
bool is_made_for_effect(const Tree& tree, const PythonProject& project, const std::string& file, const PyImport& one,
                        const ImportedName& name) {
  const auto full = project.imported_name(file, one, name);
  if (acts_on_import(full)) return true;
  const auto home = project.file_of(full);
  const auto text = home ? tree.read(*home) : std::nullopt;
  return text && acts_at_top(PythonSource(*text));
}

// Which names of an import statement are meant, and indeed not used.
std::vector<std::size_t> unused_in(const PythonSource& source, const PyImport& one, const std::vector<Unused>& all) {
  std::vector<std::size_t> indexes;
  if (is_set_up(source, one)) return indexes;
  for (std::size_t i = 0; i < one.names.size(); ++i) {
    const auto& name = one.names[i];
    const bool unused = std::ranges::any_of(all, [&](const Unused& candidate) {
      const bool here =
          candidate.line == 0 || (one.statement.line <= candidate.line && candidate.line <= one.statement.last_line);
      return here && is_meant(one, name, candidate);
    });
    if (unused && spots_of(source, name.bound()).empty() && !is_spoken_of(source, name.bound())) indexes.push_back(i);
  }
  return indexes;
}

void remove_from(const Patient& patient, const PythonProject& project, const std::string& file,
                 const std::vector<Unused>& all, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || says_generated(*text)) return;
  const PythonSource source(*text);
  std::vector<Edit> edits;
  for (const auto& one : imports_of(source)) {
    auto indexes = unused_in(source, one, all);
    const bool goes = indexes.size() == one.names.size();
    const bool is_own_or_others = !project.is_standard(one.is_from ? one.module : one.names.front().name);
    if (goes && is_own_or_others && has_reason(source, one)) continue;
    std::erase_if(indexes, [&](std::size_t index) {
      return is_made_for_effect(patient.tree, project, file, one, one.names[index]);
    });
    if (indexes.empty()) continue;
    if (auto removal = remove_names(source, one, indexes)) edits.insert(edits.end(), removal->begin(), removal->end());
  }
  draft.edit(file, std::move(edits));
}

// Of an __init__.py only modules of Python itself go, which nobody takes from there.
void hand_on(const Patient& patient, const PythonProject& project, const std::string& file,
             const std::vector<Unused>& all, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || says_generated(*text)) return;
  const PythonSource source(*text);
  std::vector<Edit> edits;
  std::vector<std::string> names;
  for (const auto& one : imports_of(source)) {
    std::vector<std::size_t> gone;
    for (const auto index : unused_in(source, one, all)) {
      const auto& name = one.names[index];
      if (is_handed_on(patient.tree, project, file, one, name))
        names.emplace_back(name.bound());
      else if (project.is_standard(top_of(one.is_from ? one.module : name.name)))
        gone.push_back(index);
    }
    if (gone.empty()) continue;
    if (auto removal = remove_names(source, one, gone)) edits.insert(edits.end(), removal->begin(), removal->end());
  }
  for (auto& edit : list_handed_on(project, file, source, names)) edits.push_back(std::move(edit));
  draft.edit(file, std::move(edits));
}

}  // namespace

std::vector<Patch> remove_unused_python_import(const Patient& patient) {
  std::map<std::string, std::vector<Unused>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto unused = named_in(occurrence);
    auto places = places_of(patient.tree, occurrence);
    if (places.empty()) places = places_around(patient.tree, occurrence);  // ruff's full form has it below
    if (!unused || unused->name.empty() || places.empty()) continue;
    unused->line = places.front().line;
    by_file[places.front().file].push_back(std::move(*unused));
  }
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& [file, all] : by_file) {
    if (name_of(file) == "__init__.py")
      hand_on(patient, project, file, all, draft);
    else if (file.ends_with(".py"))
      remove_from(patient, project, file, all, draft);
  }
  return draft.patches();
}

}  // namespace regreen
