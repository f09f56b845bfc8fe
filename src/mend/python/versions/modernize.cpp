// python.modernize: replaces what is deprecated or was removed by what there is today, as tables of names say.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/codemods.h"
#include "mend/python/language/moved.h"
#include "mend/python/language/own_methods.h"
#include "mend/python/language/project.h"
#include "mend/python/versions/idioms.h"
#include "mend/python/versions/nose.h"
#include "mend/python/versions/renamed_attribute.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t lines_said_max = 6;  // of the lines above a message that still belong to it

bool has_word(std::string_view text, std::string_view word) { return !words_in(text, word).empty(); }

/// What the log says about a failure, in all its occurrences.
struct Said {
  std::string messages;  // the lines that were recognised
  std::string around;    // and some above them, which show the code
  std::set<std::string> modules;
  std::vector<std::string> names;  // module.symbol
};

Said said_in(const Diagnosis& diagnosis) {
  Said said;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    said.messages += occurrence.at.text + "\n";
    const auto skip = occurrence.before.size() > lines_said_max ? occurrence.before.size() - lines_said_max : 0;
    for (auto i = skip; i < occurrence.before.size(); ++i) said.around += occurrence.before[i] + "\n";
    auto module = std::string(capture(occurrence, "module"));
    if (module == "np") module = "numpy";
    const auto symbol = capture(occurrence, "symbol");
    if (!module.empty() && symbol.empty()) said.modules.insert(module);
    if (!module.empty() && !symbol.empty()) said.names.push_back(module + "." + std::string(symbol));
  }
  said.around += said.messages;
  return said;
}

// The modules of `python-moved` that the log speaks of.
std::set<std::string> moved_modules(const Table& moved, const Said& said) {
  std::set<std::string> modules = said.modules;
  for (const auto& [name, home] : moved) {
    const auto parent = parent_of(name);
    const bool captured = is_among(name, said.names);
    const bool named =
        !parent.empty() && has_word(said.around, leaf_of(name)) && has_word(said.messages, leaf_of(parent));
    const bool quoted = contains(said.messages, "'" + std::string(parent) + "." + std::string(leaf_of(name)) + "'") ||
                        contains(said.messages, "`np." + std::string(leaf_of(name)) + "`");
    const bool used = leaf_of(name).size() > 5 && has_word(said.messages, leaf_of(name));
    if (captured || named || quoted || used) modules.insert(std::string(parent.empty() ? name : parent));
    if (!parent.empty() && contains(said.messages, "ABCs from '" + std::string(parent) + "'"))
      modules.insert(std::string(parent));
  }
  return with_companions(std::move(modules));
}

// The rows of `python-methods` that the log speaks of; of tests' own methods all, since each test stops at its first.
std::vector<std::pair<std::string, std::string>> renamed_methods(const Table& methods, const Said& said) {
  std::vector<std::pair<std::string, std::string>> rows;
  const auto named = [&](std::string_view row) {
    return has_word(said.messages, leaf_of(row)) || has_word(said.around, leaf_of(row));
  };
  const bool tests = std::ranges::any_of(
      methods, [&](const auto& row) { return row.first.starts_with("TestCase.") && named(row.first); });
  for (const auto& [name, today] : methods) {
    const bool is_said = contains(said.messages, "." + today + "()' instead");  // "Use 'parser.read_file()' instead"
    if (is_said || named(name) || (tests && name.starts_with("TestCase."))) rows.emplace_back(name, today);
  }
  return rows;
}

// Lint findings that one line tells about.
void mend_findings(const Patient& patient, Draft& draft) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const bool literal = contains(occurrence.at.text, "with a literal");
    const auto code = literal ? std::string_view("F632") : capture(occurrence, "code");
    const bool escape = code == "W605" || contains(occurrence.at.text, "invalid escape sequence");
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (!text || !place.file.ends_with(".py")) continue;
      const PythonSource source(*text);
      if (escape)
        draft.edit(place.file, mend_escapes(source));
      else
        draft.edit(place.file, mend_comparison(source, code, place.line));
    }
  }
}

using LinesOf = std::map<std::string, std::set<std::size_t>>;  // of files

// The line at which each failure came about: the last of the tree that its trace names.
LinesOf failed_lines(const Patient& patient) {
  LinesOf lines;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_around(patient.tree, occurrence);
    if (!places.empty()) lines[places.front().file].insert(places.front().line);
  }
  return lines;
}

LinesOf found_lines(const Patient& patient) {
  LinesOf lines;
  for (const auto& place : places_of(patient.tree, patient.diagnosis)) lines[place.file].insert(place.line);
  return lines;
}

std::set<std::size_t> lines_in(const LinesOf& lines, const std::string& path) {
  const auto found = lines.find(path);
  return found == lines.end() ? std::set<std::size_t>() : found->second;
}

constexpr auto accessors = std::to_array<std::string_view>({"isDaemon", "setDaemon", "getName", "setName"});

class Modernizer {
 public:
  explicit Modernizer(const Patient& patient)
      : patient_(patient),
        project_(patient.tree, patient.rules),
        said_(said_in(patient.diagnosis)),
        failed_(failed_lines(patient)),
        found_(found_lines(patient)),
        methods_(renamed_methods(patient.rules.table("python-methods"), said_)),
        modules_(moved_modules(patient.rules.table("python-moved"), said_)),
        homes_(moved_from(patient.rules.table("python-moved"), modules_)) {
    speaks_of_accessors_ = std::ranges::any_of(accessors, [&](auto name) { return has_word(said_.messages, name); });
    speaks_of_has_key_ = has_word(said_.around, "has_key");
    std::vector<std::string_view> names;
    for (const auto& [name, today] : methods_) names.push_back(leaf_of(name));
    if (speaks_of_accessors_) names.insert(names.end(), accessors.begin(), accessors.end());
    if (speaks_of_has_key_) names.push_back("has_key");
    own_methods_ = own_methods(patient.tree, names);
  }

  Patch patch(Utc utc) const {
    Draft draft(patient_.tree);
    mend_findings(patient_, draft);
    for (const auto& path : python_files(patient_.tree, [](auto path) { return !is_vendored(path); }))
      modernize(path, utc, draft);
    if (contains(said_.messages, "nose-specific method") || contains(said_.messages, "Support for nose tests"))
      name_nose_methods(draft, project_, python_files(patient_.tree), said_.messages);
    return draft.patch();
  }

  bool speaks_of_utc() const { return contains(said_.around, "utcnow") || contains(said_.around, "utcfromtimestamp"); }

 private:
  // Where the project has a method of that name itself, only what failed is known to mean the other.
  Reach reach(const std::string& path, std::span<const std::string_view> methods) const {
    const bool is_own = std::ranges::any_of(methods, [&](auto name) { return own_methods_.contains(name); });
    return {lines_in(failed_, path), is_own};
  }

  void modernize(const std::string& path, Utc utc, Draft& draft) const {
    const auto text = draft.read(path);
    if (!text) return;
    const IdiomPlace place{patient_.tree, lines_in(found_, path)};
    draft.edit(path, mend_idioms(PythonSource(*text), said_.messages, place));
    for (const auto& [name, today] : methods_) {
      const auto old = leaf_of(name);
      if (!contains(*text, old)) continue;
      const auto how_far = reach(path, {{old}});
      draft.edit(path, rename_method(PythonSource(*draft.read(path)), parent_of(name), old, today, how_far));
    }
    if (speaks_of_has_key_)
      draft.edit(path, replace_has_key(PythonSource(*draft.read(path)), reach(path, {{"has_key"}})));
    follow_attributes(path, draft);
    if (speaks_of_accessors_ && contains(*text, "thread"))
      draft.edit(path, replace_accessors(PythonSource(*draft.read(path)), reach(path, accessors)));
    if (speaks_of_utc()) draft.write(path, without_utcnow(*draft.read(path), utc));
    const auto group = [&](std::string_view module) { return project_.group_of(module, path); };
    if (modules_.empty()) return;
    if (auto moved = with_new_homes(*draft.read(path), homes_, group)) draft.write(path, std::move(*moved));
  }

  // Does a name come from a module of the project that says nothing of old names?
  bool is_undated(const std::string& path, std::string_view full, const Draft& draft) const {
    if (!project_.is_own(top_of(full), {path})) return false;
    return std::ranges::none_of(std::array{full, parent_of(full)}, [&](auto module) {
      const auto home = project_.file_of(module);
      return home && contains(draft.read(*home).value_or(""), "deprecated");
    });
  }

  void follow_attributes(const std::string& path, Draft& draft) const {
    const auto text = contains(said_.messages, "deprecated") && !is_vendored(path) ? draft.read(path) : std::nullopt;
    if (!text) return;
    const PythonSource source(*text);
    const auto imports = imports_of(source);
    auto names = bound_names(imports);
    std::erase_if(names, [&](const auto& name) { return is_undated(path, name.second.full, draft); });
    draft.edit(path, follow_renamed_attribute(source, names, said_.messages));
  }

  const Patient& patient_;
  PythonProject project_;
  Said said_;
  LinesOf failed_, found_;
  bool speaks_of_accessors_ = false, speaks_of_has_key_ = false;
  std::set<std::string, std::less<>> own_methods_;
  std::vector<std::pair<std::string, std::string>> methods_;
  std::set<std::string> modules_;
  NewHome homes_;
};

}  // namespace

std::vector<Patch> modernize_python(const Patient& patient) {
  const Modernizer modernizer(patient);
  std::vector<Patch> patches;
  // The same time as before is safer than one that knows its zone; the latter is what Python's documents advise.
  for (const auto utc : {Utc::naive, Utc::aware}) {
    auto patch = modernizer.patch(utc);
    if (!patch.empty() && !is_among(patch, patches)) patches.push_back(std::move(patch));
    if (!modernizer.speaks_of_utc()) break;
  }
  return patches;
}

}  // namespace regreen
