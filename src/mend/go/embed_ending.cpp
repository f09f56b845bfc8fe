// The files of a folder that a go:embed pattern names have another ending today.
//
//   render/render.go:10:12: pattern templates/*.html: no matching files found      templates holds *.gohtml
//
// The pattern changes, and with it what sources of the package ask the embedded files and the templates made of them for.

#include "mend/go/embed_ending.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view directive = "//go:embed ";
constexpr std::size_t name_max = 100;   // bytes; no variable has a longer name
constexpr std::size_t call_max = 1000;  // bytes in front of a text in which its call begins

// What takes the name of a template that was made of an embedded file, and of the file itself.
constexpr auto template_readers = std::to_array<std::string_view>({"ParseFS", "Lookup", "ExecuteTemplate"});
constexpr auto file_readers = std::to_array<std::string_view>({"ReadFile", "ReadDir", "Open", "Glob", "Stat"});

// Endings of files that are written alike: who calls templates *.tmpl today called them *.html. What is no template for a source
// may be made of one: a site.
constexpr auto templates =
    std::to_array<std::string_view>({".html", ".htm", ".xhtml", ".gohtml", ".tmpl", ".tpl", ".gotmpl", ".template"});

// These only where a source names one of the files as it was: another database may have its own.
constexpr auto queries = std::to_array<std::string_view>({".sql", ".psql", ".pgsql"});

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// `templates/mail_*.html`: the folder, what stands in front of the star, and the ending behind it.
struct Pattern {
  std::string_view whole, folder, front, ending;

  std::string_view last() const { return whole.substr(folder.empty() ? 0 : folder.size() + 1); }
};

std::optional<Pattern> pattern_in(std::string_view whole) {
  Pattern pattern{whole, folder_of(whole), {}, {}};
  const auto last = pattern.last();
  const auto star = last.find('*');
  if (star == npos || pattern.folder.find_first_of("*?[") != npos) return std::nullopt;
  pattern.front = last.substr(0, star);
  pattern.ending = last.substr(star + 1);
  const bool is_plain = std::ranges::all_of(pattern.ending, [](char c) { return is_word_byte(c) || c == '.'; });
  return pattern.ending.size() > 1 && pattern.ending[0] == '.' && is_plain ? std::optional(pattern) : std::nullopt;
}

std::string_view ending_of(std::string_view name) { return name.substr(std::min(name.rfind('.'), name.size())); }

// The names in the pattern's folder that it could mean.
std::set<std::string> names_in(const Tree& tree, std::string_view package, const Pattern& pattern) {
  const auto folder = path_in(package, pattern.folder);
  std::set<std::string> names;
  for (const auto& path : tree.list()) {
    const auto name = name_of(path);
    if (folder_of(path) != folder || !name.starts_with(pattern.front) || contains("._", name.substr(0, 1))) continue;
    const auto ending = ending_of(name);
    if (!ending.empty() && ending != ".go") names.emplace(name);
  }
  return names;
}

// Can files be what they were with the other ending? Not ".scss" and ".css", where the one is made of the other.
bool is_alike(std::string_view today, std::string_view before, bool is_named, bool is_parsed) {
  if (is_one_of(templates, today) && is_one_of(templates, before)) return is_named || is_parsed;
  if (is_one_of(queries, today) && is_one_of(queries, before)) return is_named;
  const bool is_yaml = lower(today) == ".yml" || lower(today) == ".yaml";
  return (is_yaml && (before == ".yml" || before == ".yaml")) || lower(today) == lower(before);
}

/// A package whose files have another ending.
struct Package {
  std::string_view folder;
  Pattern pattern;
  std::string today;
  std::set<std::string> names;      ///< of the files, as they are today
  std::set<std::string> variables;  ///< that hold embedded files
  bool is_parsed = false;           ///< a source makes templates

  // What a name of before is without its ending, where a file has that, and another ending, today; "" where none has.
  std::string_view stem_of(std::string_view name) const {
    return name.ends_with(pattern.ending) ? name.substr(0, name.size() - pattern.ending.size()) : "";
  }

  bool is_renamed(std::string_view name) const {
    const auto stem = stem_of(name);
    return !stem.empty() && names.contains(std::string(stem) + today);
  }
};

// The only ending that is like the one before. "*.html" may be "*.html.tmpl".
std::string ending_today(const Package& package, const std::set<std::string>& stems_named) {
  const std::string before(package.pattern.ending);
  std::set<std::string_view> alike;
  for (const auto& name : package.names) {
    const auto ending = ending_of(name);
    const bool is_named = stems_named.contains(name.substr(0, name.size() - ending.size()));
    if (is_alike(ending, before, is_named, package.is_parsed)) alike.insert(ending);
  }
  if (alike.size() != 1 || *alike.begin() == before) return "";
  const std::string today(*alike.begin()), both = before + today;
  const bool is_behind = std::ranges::all_of(
      package.names, [&](const std::string& name) { return name.ends_with(both) || !name.ends_with(today); });
  return is_behind ? both : today;
}

// The variables of a source that hold embedded files: `var files embed.FS`.
std::set<std::string> embedding_variables(std::string_view code) {
  std::set<std::string> names;
  for (const auto at : words_in(code, "embed")) {
    const auto front = trim(code.substr(at - std::min(at, name_max), std::min(at, name_max)));
    if (code.substr(at).starts_with("embed.FS")) names.emplace(word_before(front, front.size()));
  }
  names.erase("");
  return names;
}

// Does the call whose bracket is open at a byte read the package's embedded files, or templates? `os.ReadFile` reads the disk.
bool reads_embedded(const Package& package, std::string_view code, std::size_t bracket) {
  const auto reader = word_before(code, bracket);
  if (is_one_of(template_readers, reader)) return true;
  const auto front = code.substr(0, bracket - reader.size());
  if (!front.ends_with('.')) return false;
  const std::string owner(word_before(front, front.size() - 1));
  if (reader == "New") return contains(lower(owner), "template");
  if (!is_one_of(file_readers, reader)) return false;
  const std::string first(word_at(code, bracket + 1));
  return package.variables.contains(owner == "fs" ? first : owner);
}

// Does a text mean the files: "templates/*.html", "invoice.html", or ".html" behind a plus?
bool means_files(const Package& package, std::string_view value, std::string_view code, std::size_t open) {
  const auto begin = open - std::min(open, call_max);
  code.remove_prefix(begin);
  open -= begin;
  const auto bracket = bracket_around(code, open);
  if (bracket == npos || code[bracket] != '(' || !reads_embedded(package, code, bracket)) return false;
  if (value == package.pattern.whole) return true;
  if (value == package.pattern.ending) return trim(line_before(code, open)).ends_with('+');
  const bool is_template = !is_one_of(file_readers, word_before(code, bracket));
  if (value == package.pattern.last()) return is_template;
  const bool is_whole = (is_template && folder_of(value).empty()) || folder_of(value) == package.pattern.folder;
  return is_whole && package.is_renamed(name_of(value));
}

// The files of the folder that a source names by their whole names of before, without the ending.
std::set<std::string> stems_named(const Package& package, std::string_view text) {
  std::set<std::string> stems;
  const auto code = code_only(text, Speech::go);
  for (auto open = code.find('"'); open != npos; open = code.find('"', open + 1)) {
    const auto close = code.find('"', open + 1);
    if (close == npos) break;
    const auto value = text.substr(open + 1, close - open - 1);
    const bool is_file = !contains(value, "*") && !package.pattern.folder.empty();
    if (is_file && folder_of(value) == package.pattern.folder) stems.emplace(package.stem_of(name_of(value)));
    open = close;
  }
  stems.erase("");
  return stems;
}

std::vector<Edit> texts_changed(const Package& package, std::string_view text) {
  std::vector<Edit> edits;
  const auto code = code_only(text, Speech::go);
  const auto& before = package.pattern.ending;
  for (auto open = code.find_first_of("\"`"); open != npos; open = code.find_first_of("\"`", open + 1)) {
    const auto close = code.find(code[open], open + 1);
    if (close == npos) break;
    const auto value = text.substr(open + 1, close - open - 1);
    if (value.ends_with(before) && means_files(package, value, code, open))
      edits.push_back({close - before.size(), before.size(), package.today});
    open = close;
  }
  return edits;
}

// The same pattern wherever a line of the file has it.
std::vector<Edit> patterns_changed(const Package& package, const Lines& lines) {
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!trim(line).starts_with(directive)) continue;
    for (const auto word : split(trim(line), ' ')) {
      if (word != package.pattern.whole && word != "all:" + std::string(package.pattern.whole)) continue;
      const auto end = static_cast<std::size_t>(word.data() - line.data()) + word.size();
      const auto before = package.pattern.ending.size();
      edits.push_back({lines.begin(number) + end - before, before, package.today});
    }
  }
  return edits;
}

}  // namespace

void follow_embedded_ending(const Tree& tree, const TreePlace& at, std::string_view pattern, Draft& draft) {
  const auto folder = folder_of(at.file);
  const auto parts = pattern_in(pattern);
  if (!parts || is_build_folder(parts->folder)) return;
  if (is_ignored(tree, path_in(folder, std::string(parts->folder) + "/x" + std::string(parts->ending)))) return;
  Package package{folder, *parts, {}, names_in(tree, folder, *parts), {}, false};
  std::map<std::string, std::string> sources;
  std::set<std::string> stems;
  for (const auto& path : tree.list()) {
    const bool is_source = path.ends_with(".go") && (path == at.file || !path.ends_with("_test.go"));
    auto text = folder_of(path) == folder && is_source ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max) continue;
    package.variables.merge(embedding_variables(code_only(*text, Speech::go)));
    package.is_parsed |= contains(*text, "html/template\"") || contains(*text, "text/template\"");
    stems.merge(stems_named(package, *text));
    sources[path] = std::move(*text);
  }
  package.today = ending_today(package, stems);
  const bool is_there =
      std::ranges::all_of(stems, [&](const std::string& stem) { return package.names.contains(stem + package.today); });
  if (package.today.empty() || !is_there) return;
  std::map<std::string, std::vector<Edit>> changed;
  for (const auto& [path, text] : sources) {
    changed[path] = patterns_changed(package, Lines(text));
    std::ranges::move(texts_changed(package, text), std::back_inserter(changed[path]));
  }
  for (auto& [path, edits] : changed) {
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

}  // namespace regreen
