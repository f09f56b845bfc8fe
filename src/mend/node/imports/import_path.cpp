// js.fix-specifier: an import names a path that leads nowhere, or a file without its ending.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/imports/compiled_path.h"
#include "mend/node/imports/full_path.h"
#include "mend/node/imports/required.h"
#include "mend/node/language/module_names.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/trace.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Where an import path stands in a file: 'path' or "path".
std::vector<std::size_t> specifiers(std::string_view text, const std::string& path) {
  std::vector<std::size_t> places;
  for (const auto* quote : {"'", "\""}) {
    const auto written = quote + path + quote;
    for (auto at = text.find(written); at != npos; at = text.find(written, at + 1)) places.push_back(at + 1);
  }
  return places;
}

// Does git not keep the file that is meant? Nobody moved it then: it is made where it is needed. A kind of files that is not kept,
// `*.js` beside their TypeScript, says nothing of one of them.
bool is_kept_out(const Tree& tree, const std::string& target) {
  const auto folder = folder_of(target);
  if (!folder.empty() && is_ignored(tree, folder)) return true;
  return std::ranges::any_of(module_endings, [&](std::string_view ending) {
    const auto kind = ending.starts_with('/') ? ending.substr(1) : ending;
    return is_ignored(tree, target + std::string(ending)) && (kind.empty() || !is_ignored(tree, path_in(folder, kind)));
  });
}

// Does a file export none of the names that it is asked for? Another one is called like it then.
bool is_another(const Tree& tree, std::string_view from, const std::string& path, const std::string& found) {
  const auto asked = names_asked_of(tree.read(std::string(from)).value_or(""), path);
  const auto exported = exported_names(tree.read(found).value_or(""));
  if (!asked || asked->empty() || exported.empty() || is_among("default", *asked)) return false;
  return std::ranges::none_of(*asked, [&](const auto& name) { return is_among(name, exported); });
}

// The path from a file to the only one of its package that is called as the wanted one, in another folder.
std::string moved_path(const Tree& tree, std::string_view from, const std::string& target, const std::string& path) {
  const auto stem = name_of(target);
  if (stem == "index" || stem.empty() || stem == "." || stem == "..") return "";
  std::string found;
  for (const auto& file : tree.list()) {
    const auto name = name_of(file);
    const bool same = name == stem || (is_script_source(file) && name.substr(0, name.rfind('.')) == stem);
    if (!same || file == from || is_built(file)) continue;
    if (!found.empty()) return "";
    found = file;
  }
  if (found.empty() || !is_of_same_package(tree, from, found) || is_another(tree, from, path, found)) return "";
  std::string way = path_from(folder_of(from), found);
  if (!way.starts_with("../")) way.insert(0, "./");
  return contains(name_of(path), ".") ? way : way.substr(0, way.rfind('.'));
}

// The path on the line that the wanted one is longer than by its ending: './units' for './units.js'.
std::string named_at(std::string_view text, const TreePlace& place, const std::string& wanted) {
  const auto line = Lines(text).line(place.line);
  for (auto open = line.find_first_of("'\""); open != npos; open = line.find_first_of("'\"", open + 1)) {
    const auto close = line.find(line[open], open + 1);
    const auto written = close == npos ? "" : line.substr(open + 1, close - open - 1);
    if (written.starts_with('.') && wanted.starts_with(written) && wanted != written) return std::string(written);
  }
  return "";
}

// The path between the quotes that a place points to: TypeScript complains about an import without an ending right there.
std::string written_at(std::string_view text, const TreePlace& place) {
  const auto line = Lines(text).line(place.line);
  const auto open = place.column == 0 ? npos : place.column - 1;
  const bool is_quote = open < line.size() && contains("'\"", line.substr(open, 1));
  const auto close = is_quote ? line.find(line[open], open + 1) : npos;
  return close == npos ? "" : std::string(line.substr(open + 1, close - open - 1));
}

}  // namespace

// "./Cart" from src/main.js, where src/cart.js is: "./cart".
std::string right_specifier(const Tree& tree, std::string_view from, const std::string& path, Ending ending) {
  const auto target = resolved(path_in(folder_of(from), path));
  if (!target || !path.starts_with('.') || is_kept_out(tree, *target)) return "";
  if (ending == Ending::written) {
    if (auto whole = with_ending(tree, *target, path); !whole.empty()) return whole;
  }
  std::string found;
  for (const auto& file : tree.list()) {
    if (folder_of(file) != folder_of(*target)) continue;
    const auto stem = file.substr(0, file.rfind('.'));
    const auto& name = target->ends_with(file.substr(std::min(file.rfind('.'), file.size()))) ? file : stem;
    if (name == *target) return "";
    const bool same = lower(name) == lower(*target) || edit_distance(name_of(name), name_of(*target), 1) == 1;
    if (!same) continue;
    if (!found.empty() && found != name) return "";
    found = name;
  }
  if (found.empty()) return moved_path(tree, from, *target, path);
  return path.substr(0, path.size() - name_of(*target).size()) + std::string(name_of(found));
}

std::vector<Patch> fix_script_specifier(const Patient& patient) {
  if (auto patches = name_files_in_full(patient); !patches.empty()) return patches;
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_around(patient.tree, occurrence);
    if (places.empty()) continue;
    const auto& file = places[0].file;
    const auto text = draft.read(file);
    if (!text) continue;
    std::string path(capture(occurrence, "module"));
    std::string wanted(between(occurrence.at.text, "Did you mean '", "'"));
    const bool is_node = !capture(occurrence, "path").empty();
    if (path.empty() && wanted.starts_with('.')) path = named_at(*text, places[0], wanted);
    if (path.empty() && contains(occurrence.at.text, "TS2834")) path = written_at(*text, places[0]);
    if (is_node) {  // node prints where it looked; the specifier that leads there is the one that is wrong
      for (const auto line : split_lines(*text)) {
        const auto quote = line.find_last_of("'\"");
        const auto open = quote == npos || quote == 0 ? npos : line.rfind(line[quote], quote - 1);
        if (open == npos || !(contains(line, "import") || contains(line, "from"))) continue;
        const std::string written(line.substr(open + 1, quote - open - 1));
        const auto target = resolved(path_in(folder_of(file), written));
        if (written.starts_with('.') && target && std::string(capture(occurrence, "path")).ends_with("/" + *target))
          path = written;
      }
    }
    if (path.empty() || !path.starts_with('.')) continue;
    const bool is_whole = is_node || contains(occurrence.at.text, "TS283");
    const bool is_typed = contains(occurrence.at.text, "TS2307") || contains(occurrence.at.text, "TS2792");
    if (is_typed && wanted.empty()) wanted = path_behind_dot(patient.tree, file, path);
    if (!is_typed && wanted.empty()) {
      const auto made = compiled_path(patient, file, path);
      if (made && made->empty()) continue;
      wanted = made.value_or("");
    }
    if (wanted.empty() || !wanted.starts_with('.'))
      wanted = right_specifier(patient.tree, file, path, is_whole ? Ending::written : Ending::left_out);
    if (wanted.empty() || wanted == path || wanted.find_first_of("'\"\\\n") != std::string::npos) continue;
    std::vector<Edit> edits;
    for (const auto at : specifiers(*text, path)) edits.push_back({at, path.size(), wanted});
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
