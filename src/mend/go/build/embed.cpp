// go.fix-embed: the folder or file of a go:embed pattern has another name or place today.
//
//   render/render.go:10:12: pattern templates/*.tmpl: no matching files found
//
// Which one it is today is certain only where it alone holds all that the pattern, and the uses of the variable below it,
// ask for by name ("*.tmpl", "templates/welcome.tmpl"). The pattern and those uses then change alike. What a build makes
// first, or git does not keep, is not there for another reason.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/ignored.h"
#include "mend/text/moved_file.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view directive = "//go:embed ";

bool has_glob(std::string_view part) { return part.find_first_of("*?[") != npos; }

bool is_built(std::string_view folder) { return is_build_folder(folder) || name_of(folder) == "bin"; }

// Folders that are not looked at: go leaves them out, or they are for something else.
bool is_left_out(std::string_view part) {
  return part.starts_with('.') || part.starts_with('_') || part == "testdata" || part == "vendor" ||
         part == "node_modules";
}

/// The folders and files below a package, as its patterns name them.
struct Below {
  std::set<std::string> folders, files;
};

Below below(const Tree& tree, std::string_view package) {
  Below found;
  const auto front = path_in(package, "");
  for (const auto& path : tree.list()) {
    if (!path.starts_with(front)) continue;
    const auto rest = std::string_view(path).substr(front.size());
    found.files.emplace(rest);
    for (auto folder = folder_of(rest); !folder.empty(); folder = folder_of(folder)) found.folders.emplace(folder);
  }
  return found;
}

// May what is missing be this today? Folders that Go leaves out are meant only where the pattern itself led into them.
bool is_candidate(std::string_view path, std::string_view missing) {
  const auto front = path_in(folder_of(missing), "");
  if (path.starts_with(front)) path.remove_prefix(front.size());
  return !is_for_tests(path) && std::ranges::none_of(split(path, '/'), is_left_out);
}

/// What of a pattern is missing: the first part of it that is not there, and what it asks for behind that.
struct Missing {
  std::string path, tail;
};

std::optional<Missing> missing_of(const Below& below, std::string_view pattern) {
  std::string path;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto slash = std::min(pattern.find('/', at), pattern.size());
    const auto part = pattern.substr(at, slash - at);
    if (part.empty() || has_glob(part)) return std::nullopt;
    path = path_in(path, part);
    at = slash + 1;
    if (below.folders.contains(path)) continue;
    return Missing{path, std::string(at < pattern.size() ? pattern.substr(at) : "")};
  }
  return std::nullopt;
}

/// A text that sources hand to the variable: where it stands, and whether something is put behind it.
struct Handed {
  std::string file;
  std::size_t offset = 0;
  std::string value;
  bool goes_on = false;
};

void add_texts(const std::string& file, std::string_view text, std::string_view code, std::size_t begin,
               std::size_t end, std::vector<Handed>& all) {
  for (auto open = code.find_first_of("\"`", begin); open < end; open = code.find_first_of("\"`", open + 1)) {
    const auto close = code.find(code[open], open + 1);
    if (close == npos || close > end) return;
    const auto next = code.find_first_not_of(' ', close + 1);
    all.push_back(
        {file, open + 1, std::string(text.substr(open + 1, close - open - 1)), next != npos && code[next] == '+'});
    open = close;
  }
}

// files.ReadFile("…"), template.ParseFS(files, "…"): the texts of the call that a variable stands in.
std::vector<Handed> handed_to(const Draft& draft, const Tree& tree, std::string_view package, std::string_view name,
                              const std::string& variable) {
  std::vector<Handed> all;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".go") || path.ends_with("_test.go")) continue;
    const auto text = draft.read(path).value_or("");
    const bool is_own = folder_of(path) == package;
    if (text.size() > source_bytes_max) continue;
    if (!contains(text, variable) || (!is_own && !contains(text, std::string(name_of(package)) + "\""))) continue;
    const auto code = code_only(text, Speech::go);
    for (const auto at : words_in(code, variable)) {
      const auto before = std::string_view(code).substr(0, at);
      if (is_own ? before.ends_with('.') : !before.ends_with(std::string(name) + ".")) continue;
      const auto end = at + variable.size();
      const bool is_method = std::string_view(code).substr(end).starts_with(".");
      const auto open = is_method ? code.find('(', end) : bracket_around(code, at);
      if (open == npos || code[open] != '(' ||
          (is_method && !is_identifier(std::string_view(code).substr(end + 1, open - end - 1))))
        continue;
      const auto close = closing_bracket(code, open);
      if (close != npos) add_texts(path, text, code, open, close, all);
    }
  }
  return all;
}

// `var files embed.FS`, or `files embed.FS` inside of `var ( … )`
std::string variable_below(const Lines& lines, std::size_t number) {
  while (trim(lines.line(number)).starts_with("//")) ++number;
  auto line = trim(lines.line(number));
  if (line.starts_with("var ")) line = trim(line.substr(4));
  const auto name = line.substr(0, line.find(' '));
  return is_identifier(name) ? std::string(name) : "";
}

// Does a tail name something, more than "*" does?
bool names_something(std::string_view tail) {
  return std::ranges::count_if(tail, [](char c) { return is_word_byte(c); }) > 1;
}

bool holds(const Below& below, const std::string& folder, const std::string& tail) {
  const auto front = folder + "/", whole = front + tail;
  if (below.folders.contains(whole)) return true;
  for (auto file = below.files.lower_bound(front); file != below.files.end() && file->starts_with(front); ++file) {
    if (glob_matches(whole, *file)) return true;
  }
  return false;
}

std::string only_one(const std::set<std::string>& all, std::string_view written) {
  if (all.size() == 1) return *all.begin();
  std::set<std::string> same, beside;
  for (const auto& one : all) {
    if (name_of(one) == name_of(written)) same.insert(one);
    if (folder_of(one) == folder_of(written)) beside.insert(one);
  }
  return same.size() == 1 ? *same.begin() : only_near(beside, written);
}

// The folder that holds today what the missing one did.
std::string folder_today(const Below& below, const std::string& missing, const std::set<std::string>& tails,
                         const std::set<std::string>& embedded) {
  const bool is_named = std::ranges::any_of(tails, names_something);
  std::set<std::string> found;
  for (const auto& folder : below.folders) {
    if (is_built(folder) || embedded.contains(folder) || !is_candidate(folder, missing)) continue;
    const bool has_all = std::ranges::all_of(tails, [&](const auto& tail) { return holds(below, folder, tail); });
    if (has_all) found.insert(folder);
  }
  if (is_named) return only_one(found, missing);
  std::set<std::string> beside;
  for (const auto& folder : found) {
    if (folder_of(folder) == folder_of(missing)) beside.insert(folder);
  }
  return only_near(beside, missing);
}

// The file that the missing one is today: elsewhere by its name, or beside with a slip in its name.
std::string file_today(const Below& below, const std::string& missing) {
  std::set<std::string> same, beside;
  for (const auto& file : below.files) {
    if (!is_candidate(file, missing)) continue;
    if (name_of(file) == name_of(missing)) same.insert(file);
    const bool is_alike = file.substr(std::min(file.rfind('.'), file.size())) == missing.substr(missing.rfind('.'));
    if (folder_of(file) == folder_of(missing) && is_alike) beside.insert(file);
  }
  return same.size() == 1 ? *same.begin() : same.empty() ? only_near(beside, missing) : "";
}

// Folders that other patterns of the package name already.
std::set<std::string> embedded_folders(const Draft& draft, const Tree& tree, std::string_view package) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != package || !path.ends_with(".go")) continue;
    const auto text = draft.read(path).value_or("");
    for (auto line : split_lines(text)) {
      line = trim(line);
      if (!line.starts_with(directive)) continue;
      for (auto word : split(line.substr(directive.size()), ' ')) {
        if (word.starts_with("all:")) word.remove_prefix(4);
        folders.emplace(word);
        folders.emplace(folder_of(word));
      }
    }
  }
  folders.erase("");
  return folders;
}

bool is_of(std::string_view path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with("/"));
}

bool is_directive(std::string_view line) { return trim(line).starts_with(directive); }

// The patterns of a line that begin with a path: where they begin.
std::vector<Handed> patterns_on(const std::string& file, const Lines& lines, std::size_t number) {
  std::vector<Handed> all;
  const auto line = lines.line(number);
  for (auto at = indentation(line).size() + directive.size(); at < line.size();) {
    const auto end = std::min(line.find_first_of(" \t\r", at), line.size());
    if (line.substr(at).starts_with("all:")) at += 4;
    if (end > at) all.push_back({file, lines.begin(number) + at, std::string(line.substr(at, end - at)), false});
    at = end + 1;
  }
  return all;
}

void fix_pattern(const Patient& patient, const Below& all_below, const TreePlace& at, std::string pattern,
                 Draft& draft) {
  const auto text = draft.read(at.file).value_or("");
  const Lines lines(text);
  if (pattern.starts_with("all:")) pattern.erase(0, 4);
  if (!is_directive(lines.line(at.line))) return;
  const std::string package(folder_of(at.file));
  const auto missing = missing_of(all_below, pattern);
  if (!missing || is_built(missing->path) || is_ignored(patient.tree, path_in(package, missing->path))) return;
  auto written = patterns_on(at.file, lines, at.line);
  for (auto number = at.line; is_directive(lines.line(number + 1)); ++number)
    std::ranges::move(patterns_on(at.file, lines, number + 1), std::back_inserter(written));
  const auto variable = variable_below(lines, at.line);
  if (!variable.empty())
    std::ranges::move(handed_to(draft, patient.tree, package, go_package_of(text), variable),
                      std::back_inserter(written));
  std::erase_if(written, [&](const Handed& one) { return !is_of(one.value, missing->path); });
  std::set<std::string> tails;
  for (const auto& one : written) {
    const auto tail = one.value.substr(std::min(missing->path.size() + 1, one.value.size()));
    if (!tail.empty() && !one.goes_on) tails.insert(tail);
  }
  const bool is_file = missing->tail.empty() && contains(name_of(missing->path), ".") && tails.empty();
  const auto today =
      is_file ? file_today(all_below, missing->path)
              : folder_today(all_below, missing->path, tails, embedded_folders(draft, patient.tree, package));
  if (today.empty()) return;
  std::map<std::string, std::set<std::size_t>> places;
  for (const auto& one : written) places[one.file].insert(one.offset);
  for (const auto& [file, offsets] : places) {
    std::vector<Edit> edits;
    for (const auto offset : offsets) edits.push_back({offset, missing->path.size(), today});
    draft.edit(file, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> fix_go_embed(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, Below, std::less<>> packages;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const std::string pattern(capture(occurrence, "path"));
    if (places.empty() || pattern.empty() || !contains(occurrence.at.text, "no matching files found")) continue;
    const auto [package, fresh] = packages.try_emplace(std::string(folder_of(places[0].file)));
    if (fresh) package->second = below(patient.tree, package->first);
    fix_pattern(patient, package->second, places[0], pattern, draft);
  }
  return draft.patches();
}

}  // namespace regreen
