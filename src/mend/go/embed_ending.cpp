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
constexpr std::size_t letters_min = 3;  // of an ending that another one has at its end

// What takes the name of an embedded file, or of a template that was made of one.
constexpr auto readers = std::to_array<std::string_view>(
    {"ParseFS", "ReadFile", "ReadDir", "Open", "Glob", "Stat", "Lookup", "ExecuteTemplate", "New"});

// What lies beside any files, and is seldom embedded.
constexpr auto for_people = std::to_array<std::string_view>({".md", ".txt", ".rst", ".orig", ".bak"});

// Endings of files that are written alike: who calls templates *.tmpl today called them *.html.
constexpr auto templates =
    std::to_array<std::string_view>({".html", ".htm", ".xhtml", ".gohtml", ".tmpl", ".tpl", ".gotmpl", ".gotext",
                                     ".template", ".txt", ".text", ".mustache"});

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

// Can files be what they were with the other ending? ".gohtml" and ".html", ".sql" and ".psql"; not ".js" and ".json".
bool is_alike(std::string_view today, std::string_view before) {
  if (is_one_of(templates, today) && is_one_of(templates, before)) return true;
  const bool is_yaml = lower(today) == ".yml" || lower(today) == ".yaml";
  if (is_yaml && (before == ".yml" || before == ".yaml")) return true;
  const bool is_longer = today.ends_with(before.substr(1)) || before.ends_with(today.substr(1));
  return (is_longer && std::min(today.size(), before.size()) > letters_min) || lower(today) == lower(before);
}

// The only ending that is like the one before. "*.html" may be "*.html.tmpl".
std::string ending_today(const std::set<std::string>& names, std::string_view before) {
  std::set<std::string_view> alike;
  for (const auto& name : names) {
    const auto ending = ending_of(name);
    const bool is_behind = std::string_view(name).ends_with(std::string(before) + std::string(ending));
    const bool is_file = !is_one_of(for_people, ending) || is_one_of(for_people, before);
    if (is_file && (is_alike(ending, before) || is_behind)) alike.insert(ending);
  }
  if (alike.size() != 1 || *alike.begin() == before) return "";
  const std::string today(*alike.begin()), both = std::string(before) + today;
  const bool is_behind = std::ranges::all_of(
      names, [&](const std::string& name) { return name.ends_with(both) || !name.ends_with(today); });
  return is_behind ? both : today;
}

/// A package whose files have another ending.
struct Package {
  std::string_view folder;
  Pattern pattern;
  std::string today;
  std::set<std::string> names;  ///< of the files, as they are today

  bool is_renamed(std::string_view name) const {
    if (!name.ends_with(pattern.ending)) return false;
    name.remove_suffix(pattern.ending.size());
    return names.contains(std::string(name) + today);
  }
};

// Does a text mean the files: "templates/*.html", "invoice.html", or ".html" behind a plus?
bool means_files(const Package& package, std::string_view value, std::string_view code, std::size_t open) {
  if (value == package.pattern.whole) return true;
  const auto bracket = bracket_around(code, open);
  if (bracket == npos || code[bracket] != '(' || !is_one_of(readers, word_before(code, bracket))) return false;
  if (value == package.pattern.ending) return trim(line_before(code, open)).ends_with('+');
  if (value == package.pattern.last()) return true;
  const bool is_whole = folder_of(value).empty() || folder_of(value) == package.pattern.folder;
  return is_whole && package.is_renamed(name_of(value));
}

// Does a source read a file of the folder by its whole name that is not there with the new ending, either?
bool reads_another(const Package& package, std::string_view text) {
  const auto code = code_only(text, Speech::go);
  for (auto open = code.find('"'); open != npos; open = code.find('"', open + 1)) {
    const auto close = code.find('"', open + 1);
    if (close == npos) break;
    const auto value = text.substr(open + 1, close - open - 1);
    const bool is_file =
        !contains(value, "*") && value.ends_with(package.pattern.ending) && !package.pattern.folder.empty();
    if (is_file && folder_of(value) == package.pattern.folder && !package.is_renamed(name_of(value))) return true;
    open = close;
  }
  return false;
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
  Package package{folder, *parts, {}, names_in(tree, folder, *parts)};
  package.today = ending_today(package.names, parts->ending);
  if (package.today.empty()) return;
  std::map<std::string, std::vector<Edit>> changed;
  for (const auto& path : tree.list()) {
    const bool is_source = path.ends_with(".go") && (path == at.file || !path.ends_with("_test.go"));
    const auto text = folder_of(path) == folder && is_source ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max) continue;
    if (reads_another(package, *text)) return;
    changed[path] = patterns_changed(package, Lines(*text));
    std::ranges::move(texts_changed(package, *text), std::back_inserter(changed[path]));
  }
  for (auto& [path, edits] : changed) {
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

}  // namespace regreen
