// text.follow-commit: a name is unknown since the newest commit gave it another one, and here it is still called by the old one.
// What is known by the same name but is another thing stays: only the places that the log names are changed, and in languages
// whose tools stop at the first, what is the same by the same words.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "mend/text/fixers.h"
#include "mend/text/old_uses.h"
#include "mend/text/renames.h"
#include "mend/text/unknown_name.h"
#include "mend/trace.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace regreen {
namespace {

using Edits = std::map<std::size_t, Edit>;  // by offset
using Uses = std::map<std::string, Edits>;  // by file

// "src/units/length.py" → "length"; a folder speaks for the file that stands for it.
std::string_view stem_of(std::string_view path) {
  const auto name = name_of(path);
  const auto stem = name.substr(0, name.find('.'));
  return stem == "__init__" || stem == "index" || stem == "mod" ? name_of(folder_of(path)) : stem;
}

// Who tells columns means just those.
std::vector<TreePlace> places_told(const Tree& tree, const Occurrence& occurrence) {
  auto places = places_of(tree, occurrence);
  std::erase_if(places, [](const TreePlace& place) { return place.column == 0; });
  return places.empty() ? places_around(tree, occurrence) : places;
}

// The column of the "^" below the line as javac prints it; 0 where there is none. Nothing where the line is another one today.
std::optional<std::size_t> column_of_caret(const Occurrence& occurrence, std::string_view line) {
  if (occurrence.after.size() < 2 || trim(occurrence.after[1]) != "^") return 0;
  if (trim(occurrence.after[0]) != trim(line)) return std::nullopt;
  const auto printed = indentation(occurrence.after[0]).size(), caret = occurrence.after[1].find('^');
  return caret < printed ? 0 : caret - printed + indentation(line).size() + 1;
}

class Follower {
 public:
  Follower(const Patient& patient, const Renames& renames, Reach reach)
      : patient_(patient), renames_(renames), reach_(reach) {}

  std::vector<Patch> patches() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) read(occurrence);
    std::map<std::string, std::vector<Edit>> edits;
    for (const auto& [name, uses] : uses_) {
      if (stated_by_tests_.contains(name) || !leaves_none(name, uses)) continue;
      for (const auto& [file, of_file] : uses) {
        for (const auto& [offset, edit] : of_file) edits[file].push_back(edit);
      }
    }
    Draft draft(patient_.tree);
    for (auto& [file, of_file] : edits) draft.edit(file, std::move(of_file));
    return draft.patches();
  }

 private:
  void read(const Occurrence& occurrence) {
    const auto unknown = unknown_name(occurrence);
    const auto rename = unknown ? renames_.names.find(unknown->name) : renames_.names.end();
    if (rename == renames_.names.end() || !is_of_its_owner(*unknown, rename->second)) return;
    for (auto place : places_told(patient_.tree, occurrence)) {
      const auto text = patient_.tree.read(place.file);
      const auto code = text ? code_of(place.file, *text) : std::nullopt;
      if (!code) continue;
      const auto caret = column_of_caret(occurrence, Lines(*text).line(place.line));
      if (!caret) continue;
      if (place.column == 0) place.column = *caret;
      auto edits = follow_uses({place, *text, *code}, *unknown, rename->second.today, reach_);
      if (edits.empty()) continue;
      if (is_test(place.file)) stated_by_tests_.insert(unknown->name);
      for (auto& edit : edits) uses_[unknown->name][place.file].emplace(edit.offset, std::move(edit));
      return;
    }
  }

  // Whose name is unknown is a type, module or function of a file in which it was renamed.
  bool is_of_its_owner(const UnknownName& unknown, const Renames::Name& rename) const {
    if (unknown.owners.empty()) return true;
    return std::ranges::any_of(rename.files, [&](const std::string& file) {
      if (unknown.owners.contains(std::string(stem_of(file)))) return true;
      const auto text = patient_.tree.read(file);
      const auto code = text ? code_of(file, *text) : std::nullopt;
      if (!code) return false;
      const auto words = words_of(*code);
      return std::ranges::any_of(unknown.owners, [&](const std::string& owner) { return words.contains(owner); });
    });
  }

  // Where the old name still stands in a file that gave it up, it was given up in part, unless this is all that is left.
  bool leaves_none(const std::string& name, const Uses& uses) const {
    return std::ranges::all_of(renames_.names.at(name).left, [&](const std::string& file) {
      const auto here = uses.find(file);
      const auto text = patient_.tree.read(file);
      const auto code = text ? code_of(file, *text) : std::nullopt;
      return here != uses.end() && code && words_in(*code, name).size() == here->second.size();
    });
  }

  const Patient& patient_;
  const Renames& renames_;
  Reach reach_;
  std::map<std::string, Uses> uses_;       ///< by the old name
  std::set<std::string> stated_by_tests_;  ///< names that a test calls: what it states is what was promised
};

}  // namespace

std::vector<Patch> follow_commit(const Patient& patient) {
  const auto renames = renames_of(patient.last_commit, patient.tree);
  if (renames.names.empty()) return {};
  auto patches = Follower(patient, renames, Reach::function).patches();
  for (auto& further : Follower(patient, renames, Reach::file).patches()) {
    if (!is_among(further, patches)) patches.push_back(std::move(further));
  }
  return patches;
}

}  // namespace regreen
