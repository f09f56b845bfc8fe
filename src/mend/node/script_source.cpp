// js.fix-name, js.fix-specifier, js.remove-unused-import: what tsc and node say about names and import paths.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The text between the quotes behind `mark`.
std::string quoted_after(std::string_view line, std::string_view mark) {
  const auto at = line.find(mark);
  const auto open = at == npos ? npos : line.find_first_of("'\"", at + mark.size() - 1);
  const auto close = open == npos ? npos : line.find(line[open], open + 1);
  return close == npos ? "" : std::string(line.substr(open + 1, close - open - 1));
}

// The only name that the module exports and the written one can be a slip of.
std::string near_export(const Tree& tree, std::string_view from, std::string module, const std::string& wrong) {
  std::erase(module, '"');
  const auto target = resolved(path_in(folder_of(from), module));
  std::string found;
  for (const auto* ending : {"", ".ts", ".tsx", ".js", "/index.ts", "/index.js"}) {
    const auto text = target ? tree.read(*target + ending) : std::nullopt;
    for (const auto& name : exported_names(text.value_or(""))) {
      const std::size_t limit = wrong.size() < 4 ? 1 : 2;
      if (edit_distance(name, wrong, limit) > limit) continue;
      if (!found.empty() && found != name) return "";
      found = name;
    }
  }
  return found;
}

std::map<std::string, std::vector<Edit>> respelt(const Patient& patient) {
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view message = occurrence.at.text;
    auto wanted = quoted_after(message, "Did you mean '");
    if (wanted.empty()) wanted = quoted_after(message, "Did you mean to write '");
    std::string wrong(capture(occurrence, "symbol"));
    for (const auto* mark : {"Cannot find name '", "Property '", "exported member named '", "no exported member '",
                             "exported member '", "properties, but '"}) {
      if (wrong.empty()) wrong = quoted_after(message, mark);
    }
    const auto places = places_of(patient.tree, occurrence);
    if (wanted.empty() && !places.empty() && contains(message, "exported member"))
      wanted = near_export(patient.tree, places[0].file, quoted_after(message, "Module '"), wrong);
    if (places.empty() || !is_identifier(wrong) || !is_identifier(wanted) || wrong == wanted) continue;
    const auto text = patient.tree.read(places[0].file);
    const auto at = text ? offset_of(*text, places[0].line, places[0].column, wrong) : std::nullopt;
    if (!at) continue;
    auto& edits = by_file[places[0].file];
    edits.push_back({*at, wrong.size(), wanted});
    if (!contains(message, "exported member")) continue;  // what is imported by a name is used by it
    for (const auto use : words_in(code_only(*text, Speech::javascript), wrong)) {
      if (use != *at) edits.push_back({use, wrong.size(), wanted});
    }
  }
  return by_file;
}

// ---- import paths ----

// Where an import path stands in a file: 'path' or "path".
std::vector<std::size_t> specifiers(std::string_view text, const std::string& path) {
  std::vector<std::size_t> places;
  for (const auto* quote : {"'", "\""}) {
    const auto written = quote + path + quote;
    for (auto at = text.find(written); at != npos; at = text.find(written, at + 1)) places.push_back(at + 1);
  }
  return places;
}

// The path from a file to the only one of the tree that is called as the wanted one, in another folder.
std::string moved_path(const Tree& tree, std::string_view from, const std::string& target, const std::string& path) {
  const auto stem = name_of(target);
  if (stem == "index" || stem.empty() || stem == "." || stem == "..") return "";
  std::string found;
  for (const auto& file : tree.list()) {
    const auto name = name_of(file);
    const bool same = name == stem || (is_script_source(file) && name.substr(0, name.rfind('.')) == stem);
    if (!same || file == from) continue;
    if (!found.empty()) return "";
    found = file;
  }
  if (found.empty()) return "";
  std::string way = path_from(folder_of(from), found);
  if (!way.starts_with("../")) way.insert(0, "./");
  return contains(name_of(path), ".") ? way : way.substr(0, way.rfind('.'));
}

// "./Cart" from src/main.js, where src/cart.js is: "./cart". `with_ending` where the system wants "./cart.js".
std::string right_path(const Tree& tree, std::string_view from, const std::string& path, bool with_ending) {
  static constexpr std::array<std::string_view, 9> endings = {"",     ".js",  ".mjs",  ".cjs",     ".ts",
                                                              ".tsx", ".jsx", ".json", "/index.js"};
  const auto target = resolved(path_in(folder_of(from), path));
  if (!target || !path.starts_with('.')) return "";
  if (with_ending) {
    for (const auto ending : endings) {
      if (ending.empty() || !tree.has(*target + std::string(ending))) continue;
      return path + (ending == ".ts" || ending == ".tsx" ? ".js" : std::string(ending));
    }
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

// ---- unused imports ----

struct ScriptImport {
  std::size_t begin = 0;
  std::size_t end = 0;                    // behind its ';' or the path
  std::size_t open = npos, close = npos;  // of { … }
};

std::optional<ScriptImport> import_at(std::string_view text, std::size_t at) {
  const auto line = text.rfind('\n', at);
  auto begin = text.rfind("import ", at);
  if (text.substr(line + 1).starts_with("import ")) begin = line + 1;
  if (begin == npos || (begin > 0 && text[begin - 1] != '\n')) return std::nullopt;
  const auto from = text.find("from", begin);
  const auto quote = from == npos ? npos : text.find_first_of("'\"", from);
  const auto last = quote == npos ? npos : text.find(text[quote], quote + 1);
  if (last == npos || last < at) return std::nullopt;
  ScriptImport one{begin, last + 1, npos, npos};
  if (text.substr(one.end, 1) == ";") ++one.end;
  const auto open = text.find('{', begin);
  if (open != npos && open < from) {
    one.open = open;
    one.close = text.find('}', open);
    if (one.close == npos || one.close > from + 200) return std::nullopt;
  }
  return one;
}

std::optional<Edit> without_import(std::string_view text, const ScriptImport& one,
                                   const std::vector<std::string>& unused) {
  const auto gone = [&](std::string_view item) {
    const auto as = item.find(" as ");
    const auto name = trim(as == npos ? item : item.substr(as + 4));
    return std::ranges::any_of(unused,
                               [&](const std::string& other) { return name == other || name == "type " + other; });
  };
  const auto end_of_line = [&] {
    const auto line = text.find('\n', one.end);
    return line == npos ? text.size() : line + 1;
  };
  const Edit whole{one.begin, end_of_line() - one.begin, ""};
  if (unused.empty()) return whole;
  std::string_view head =
      text.substr(one.begin + 7, (one.open == npos ? text.find("from", one.begin) : one.open) - one.begin - 7);
  head = trim(head);
  if (head.ends_with(',')) head = trim(head.substr(0, head.size() - 1));
  const bool has_default = !head.empty() && head != "type";
  if (one.open == npos)
    return gone(head.starts_with("* as ") ? head.substr(5) : head) ? std::optional<Edit>(whole) : std::nullopt;
  std::vector<std::string> kept;
  for (const auto item : split(text.substr(one.open + 1, one.close - one.open - 1), ',')) {
    if (!trim(item).empty() && !gone(item)) kept.emplace_back(trim(item));
  }
  if (has_default) return std::nullopt;
  if (kept.empty()) return whole;
  return Edit{one.open, one.close + 1 - one.open, "{ " + join(kept, ", ") + " }"};
}

}  // namespace

std::string right_specifier(const Tree& tree, std::string_view from, const std::string& path, bool with_ending) {
  return right_path(tree, from, path, with_ending);
}

std::vector<Patch> fix_script_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (auto& [file, edits] : respelt(patient)) draft.edit(file, std::move(edits));
  return draft.patches();
}

namespace {

// An ES module names its files in full; every import of every module that does not is mended at once.
void name_files(const Tree& tree, Draft& draft) {
  for (const auto& file : tree.list()) {
    const auto text = file.ends_with(".js") || file.ends_with(".mjs") ? draft.read(file) : std::nullopt;
    if (!text) continue;
    std::vector<Edit> edits;
    for (const auto* mark : {"from ", "import ", "import("}) {
      for (auto at = text->find(mark); at != npos; at = text->find(mark, at + 1)) {
        const auto open = at + std::string_view(mark).size();
        const bool is_path =
            open + 1 < text->size() && contains("'\"", text->substr(open, 1)) && (*text)[open + 1] == '.';
        const auto close = is_path ? text->find((*text)[open], open + 1) : npos;
        if (close == npos) continue;
        const auto written = text->substr(open + 1, close - open - 1);
        const auto target = resolved(path_in(folder_of(file), written));
        if (!target || tree.has(*target)) continue;
        const auto right = right_path(tree, file, written, true);
        const bool is_longer = right.starts_with(written) && right != written;
        if (is_longer) edits.push_back({open + 1, written.size(), right});
      }
    }
    draft.edit(file, std::move(edits));
  }
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

}  // namespace

std::vector<Patch> fix_script_specifier(const Patient& patient) {
  Draft draft(patient.tree);
  const bool is_module = std::ranges::any_of(occurrences_of(patient.diagnosis), [](const auto& one) {
    return contains(one.at.text, "imported from") && !capture(one, "path").empty();
  });
  if (is_module) name_files(patient.tree, draft);
  if (!draft.patch().empty()) return draft.patches();
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_around(patient.tree, occurrence);
    if (places.empty()) continue;
    const auto& file = places[0].file;
    const auto text = draft.read(file);
    if (!text) continue;
    std::string path(capture(occurrence, "module"));
    std::string wanted = quoted_after(occurrence.at.text, "Did you mean '");
    const bool is_node = !capture(occurrence, "path").empty();
    if (path.empty() && wanted.starts_with('.')) path = named_at(*text, places[0], wanted);
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
    if (wanted.empty() || !wanted.starts_with('.'))
      wanted = right_path(patient.tree, file, path, is_node || contains(occurrence.at.text, "TS283"));
    if (wanted.empty() || wanted == path || wanted.find_first_of("'\"\\\n") != std::string::npos) continue;
    std::vector<Edit> edits;
    for (const auto at : specifiers(*text, path)) edits.push_back({at, path.size(), wanted});
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

std::vector<Patch> remove_unused_script_import(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::pair<std::string, std::size_t>, std::vector<std::string>> unused;  // by file and import
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const bool all = contains(occurrence.at.text, "TS6192");
    const auto name = quoted_after(occurrence.at.text, "TS6133: '");
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    const auto at = text ? offset_of(*text, places[0].line, std::max<std::size_t>(places[0].column, 1)) : std::nullopt;
    const auto one = at ? import_at(*text, *at) : std::nullopt;
    if (!one || (!all && !is_identifier(name))) continue;
    if (!all && words_in(code_only(*text, Speech::javascript), name).size() != 1) continue;
    auto& names = unused[{places[0].file, one->begin}];
    if (!all) names.push_back(name);
  }
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& [key, names] : unused) {
    const auto text = *draft.read(key.first);
    const auto one = import_at(text, key.second);
    if (auto edit = one ? without_import(text, *one, names) : std::nullopt)
      by_file[key.first].push_back(std::move(*edit));
  }
  for (auto& [file, edits] : by_file) draft.edit(file, std::move(edits));
  return draft.patches();
}

}  // namespace regreen
