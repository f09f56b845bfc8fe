// files.fix-path: a path that nothing has becomes the only one near it, wherever scripts, build files, workflows and the
// files that the log names write it.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/text/fixers.h"
#include "mend/text/ignored.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t paths_max = 20'000;

// Files in which a project writes paths for others to open.
bool is_caller(std::string_view path) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Makefile", "makefile", "GNUmakefile", "package.json", "CMakeLists.txt", "Justfile", "justfile", "Rakefile",
       "tox.ini", "noxfile.py", "setup.cfg", "pyproject.toml", ".gitlab-ci.yml", "Procfile", "docker-compose.yml",
       "compose.yaml", ".pre-commit-config.yaml", "composer.json", "meson.build"});
  static constexpr auto endings = std::to_array<std::string_view>({".sh", ".bash", ".mk", ".cmake", ".dockerfile"});
  const auto name = name_of(path);
  return is_among(name, names) || name.starts_with("Dockerfile") ||
         std::ranges::any_of(endings, [&](auto end) { return path.ends_with(end); }) ||
         path.starts_with(".github/workflows/") || path.starts_with(".circleci/");
}

enum class PlaceKind { file, folder };

/// Paths of files and folders.
using Places = std::map<std::string, PlaceKind>;

/// All files and folders of the tree.
// Does a path lie where things are put that nobody uses any more?
bool is_laid_off(std::string_view path) {
  static constexpr auto folders =
      std::to_array<std::string_view>({"attic", "archive", "archived", "legacy", "deprecated", "old", "obsolete"});
  return std::ranges::any_of(split(folder_of(path), '/'), [](auto part) { return is_among(lower(part), folders); });
}

Places places_in(const Tree& tree) {
  Places places;
  for (const auto& path : tree.list()) {
    if (places.size() > paths_max) break;
    if (!std::ranges::all_of(path, [](char c) { return is(c, dotted) || c == '/'; })) continue;  // no words of a shell
    places.emplace(path, PlaceKind::file);
    for (auto part = folder_of(path); !part.empty(); part = folder_of(part)) {
      if (!places.emplace(part, PlaceKind::folder).second) break;
    }
  }
  return places;
}

std::string plain(std::string_view name) {
  std::string word;
  for (const char c : lower(name)) {
    if (is(c, alnum) || c == '.') word += c;
  }
  return word;
}

// README, LICENSE
bool is_in_capitals(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return is_upper(c) || c == '_' || c == '-'; });
}

// Do two names differ only in what they end in, where one such file may well have become the other? One without an ending is a file
// that people read only where it is in capitals.
bool is_converted(std::string_view wrong, std::string_view name) {
  static const std::array<std::set<std::string_view>, 3> kinds = {
      {{"", ".md", ".markdown", ".rst", ".txt", ".adoc"}, {".js", ".cjs", ".mjs"}, {".ini", ".cfg", ".conf"}}};
  const auto ending = [](std::string_view one) { return one.substr(std::min(one.rfind('.'), one.size())); };
  const auto from = ending(wrong), to = ending(name);
  wrong.remove_suffix(from.size());
  name.remove_suffix(to.size());
  const bool are_files = (!from.empty() && !to.empty()) || is_in_capitals(name);
  return are_files && !wrong.empty() && wrong == name && from != to &&
         std::ranges::any_of(kinds, [&](const auto& kind) { return kind.contains(from) && kind.contains(to); });
}

/// A word as people shorten it in names of files, and as it is meant.
struct ShortWord {
  std::string_view word, meant;
};
constexpr auto short_words = std::to_array<ShortWord>({{"prod", "production"},    {"prd", "production"},
                                                       {"dev", "development"},    {"devel", "development"},
                                                       {"stg", "staging"},        {"stage", "staging"},
                                                       {"conf", "configuration"}, {"config", "configuration"},
                                                       {"cfg", "configuration"},  {"req", "requirements"},
                                                       {"reqs", "requirements"},  {"doc", "documentation"},
                                                       {"docs", "documentation"}, {"src", "source"},
                                                       {"sources", "source"},     {"lib", "library"},
                                                       {"libs", "libraries"},     {"env", "environment"},
                                                       {"pkg", "package"},        {"pkgs", "packages"},
                                                       {"util", "utilities"},     {"utils", "utilities"},
                                                       {"db", "database"},        {"img", "image"},
                                                       {"imgs", "images"},        {"auth", "authentication"},
                                                       {"cert", "certificate"},   {"certs", "certificates"},
                                                       {"tmpl", "template"},      {"tpl", "template"},
                                                       {"spec", "specification"}, {"specs", "specifications"},
                                                       {"app", "application"},    {"yml", "yaml"},
                                                       {"jpg", "jpeg"},           {"htm", "html"}});

// "prod.yml" → "production.yaml": every word written out.
std::string in_full(std::string_view name) {
  std::string full, word;
  const auto end_word = [&] {
    const auto row = std::ranges::find(short_words, word, &ShortWord::word);
    full += row == short_words.end() ? word : row->meant;
    word.clear();
  };
  for (const char c : lower(name)) {
    if (is(c, alnum)) {
      word += c;
    } else {
      end_word();
      full += c;
    }
  }
  end_word();
  return full;
}

// How near a path is to the one that was meant: 0 but for case and signs, 1 with a slip or a shortened word in one part or as
// another kind of file, 2 in another folder; 3 where it is another one altogether. What a build makes is in no other folder.
int distance_of(std::string_view wrong, std::string_view path, PlaceKind kind) {
  if (plain(replace_all(std::string(wrong), "/", ".")) == plain(replace_all(std::string(path), "/", "."))) return 0;
  const auto a = split(wrong, '/'), b = split(path, '/');
  if (a.size() == b.size()) {
    std::size_t slips = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      const std::size_t limit = a[i].size() < 4 ? 0 : a[i].size() < 8 ? 1 : 2;
      slips += edit_distance(a[i], b[i], limit) <= limit || in_full(a[i]) == in_full(b[i]) ? 1 : 2;
    }
    const bool may_be_converted = kind == PlaceKind::file && folder_of(wrong) == folder_of(path);
    if (slips == 1 || (may_be_converted && is_converted(a.back(), b.back()))) return 1;
  }
  const bool same_name = name_of(wrong) == name_of(path) && contains(name_of(wrong), ".") && !is_build_product(wrong);
  return same_name ? 2 : 3;
}

std::string meant_by(const std::string& wrong, const Places& places) {
  std::string found;
  int best = 3;
  bool several = false;
  for (const auto& [path, kind] : places) {
    const int distance = distance_of(wrong, path, kind);
    if (distance > best || distance == 3) continue;
    several = distance == best;
    best = distance;
    found = path;
  }
  return several ? "" : found;
}

// Where a path is written as a whole; "./" in front of it is left alone.
std::vector<std::size_t> written_in(std::string_view text, std::string_view path) {
  std::vector<std::size_t> spots;
  for (auto at = text.find(path); at != npos; at = text.find(path, at + 1)) {
    auto front = at;
    while (text.substr(0, front).ends_with("./")) front -= text.substr(0, front).ends_with("../") ? 3 : 2;
    const char before = front == 0 ? ' ' : text[front - 1];
    const auto end = at + path.size();
    const char after = end < text.size() ? text[end] : ' ', next = end + 1 < text.size() ? text[end + 1] : ' ';
    const bool goes_on = is(after, dashed) || after == '/' || (after == '.' && is(next, dashed));
    if (!is(before, dotted) && before != '/' && before != '$' && before != '}' && !goes_on) spots.push_back(at);
  }
  return spots;
}

// "../tools/run.sh" → "tools/run.sh"
std::string_view below_dots(std::string_view path) {
  while (path.starts_with("./") || path.starts_with("../")) path = path.substr(path.find('/') + 1);
  return path;
}

// What the log says is not there: the capture, else words of the line that look like paths.
std::vector<std::string> paths_said(const Occurrence& occurrence) {
  std::vector<std::string> paths;
  for (const auto* name : {"path", "command"}) {
    if (const auto value = capture(occurrence, name); !value.empty() && !contains(value, " "))
      paths.emplace_back(value);
  }
  std::string line = occurrence.at.text;
  std::ranges::replace_if(
      line, [](char c) { return contains("'\"`:,()[]", std::string_view(&c, 1)); }, ' ');
  for (const auto word : split(line, ' ')) {
    if (contains(word, "/") || (word.rfind('.') != npos && word.rfind('.') > 0 && word.back() != '.'))
      paths.emplace_back(word);
  }
  return paths;
}

/// "/work/app/./scripts/run.sh" is written "scripts/run.sh": the longest end of it that a caller has.
class PathFixer {
 public:
  explicit PathFixer(const Patient& patient)
      : patient_(patient), places_(places_in(patient.tree)), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      std::vector<std::string> callers;
      for (const auto& place : places_around(patient_.tree, occurrence)) callers.push_back(place.file);
      for (const auto& path : patient_.tree.list()) {
        if (is_caller(path) && !is_among(path, callers)) callers.push_back(path);
      }
      for (const auto& said : paths_said(occurrence)) {
        if (fix(said, callers)) break;
      }
    }
    return draft_.patches();
  }

 private:
  bool fix(std::string_view said, const std::vector<std::string>& callers) {
    while (said.ends_with('/')) said.remove_suffix(1);
    for (auto rest = said; !rest.empty(); rest = rest.substr(std::min(rest.find('/'), rest.size() - 1) + 1)) {
      const auto path = std::string(below_dots(rest));
      if (path.size() < 4 || path.starts_with('/') || path == ".") continue;
      if (places_.contains(path)) return false;
      bool is_written = false, is_fixed = false;
      for (const auto& caller : callers) {
        const auto text = draft_.read(caller);
        if (!text || written_in(*text, path).empty()) continue;
        if (!is_written && is_ignored(patient_.tree, path)) return false;  // it was never there
        is_written = true;
        is_fixed |= fix_in(caller, *text, path, rest.starts_with("../")) || fix_name_in(caller, *text, said, path);
      }
      if (is_written) return is_fixed;
    }
    return false;
  }

  // Paths count from the top, or from the folder of the file that writes them. What is written behind "../" counts from
  // where the command runs: only a name in it may change.
  bool fix_in(const std::string& caller, const std::string& text, const std::string& path, bool is_up) {
    const std::string folder(folder_of(caller));
    // There it is right as it is, and wrong only where it is called.
    if (!folder.empty() && places_.contains(folder + "/" + path)) return false;
    auto meant = meant_by(path, places_);
    if (meant.empty() && !folder.empty()) {
      Places below;
      for (const auto& [place, kind] : places_) {
        if (place.starts_with(folder + "/")) below.emplace(place.substr(folder.size() + 1), kind);
      }
      meant = meant_by(path, below);
    }
    if (meant.empty() || meant == caller || (is_laid_off(meant) && !is_laid_off(path))) return false;
    if (is_up && std::ranges::count(meant, '/') != std::ranges::count(path, '/')) return false;
    std::vector<Edit> edits;
    for (const auto at : written_in(text, path)) edits.push_back({at, path.size(), meant});
    return draft_.edit(caller, std::move(edits));
  }

  // Only the name is written, its folder stands elsewhere: the log tells it.
  bool fix_name_in(const std::string& caller, const std::string& text, std::string_view said, const std::string& name) {
    if (contains(name, "/")) return false;
    for (auto rest = said; contains(rest, "/"); rest = rest.substr(rest.find('/') + 1)) {
      const auto folder = folder_of(rest);
      if (!places_.contains(std::string(folder))) continue;
      Places beside;
      for (const auto& [place, kind] : places_) {
        if (folder_of(place) == folder) beside.emplace(name_of(place), kind);
      }
      const auto meant = meant_by(name, beside);
      if (meant.empty() || plain(meant) != plain(name)) return false;  // but for case and signs
      std::vector<Edit> edits;
      for (const auto at : written_in(text, name)) edits.push_back({at, name.size(), meant});
      return draft_.edit(caller, std::move(edits));
    }
    return false;
  }

  const Patient& patient_;
  Places places_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> fix_path(const Patient& patient) { return PathFixer(patient).patches(); }

}  // namespace regreen
