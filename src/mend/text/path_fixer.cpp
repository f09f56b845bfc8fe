// files.fix-path: a path that nothing has becomes the only one near it, wherever scripts, build files, workflows and the files that the
// log names write it; or the one that the newest commit gave its file, where it failed.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/text/fixers.h"
#include "mend/text/ignored.h"
#include "mend/text/moved_files.h"
#include "mend/text/near_path.h"
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

// Is it a path of another machine, image or revision, or one that is written there: behind `>`, `-o`, `v1:`, as COPY's last word?
bool is_elsewhere(std::string_view text, std::size_t at, std::size_t length) {
  static constexpr auto others = std::to_array<std::string_view>(
      {"ssh ", "docker ", "podman ", "git show", "kubectl exec", "touch ", "tee ", "mkdir "});
  const auto begin = text.rfind('\n', at) + 1;  // npos + 1 is the front
  const auto line = text.substr(begin, text.find('\n', at) - begin);
  const auto front = trim(line.substr(0, at - begin)), behind = trim(line.substr(at - begin + length));
  const bool is_copied = (trim(line).starts_with("COPY ") || trim(line).starts_with("ADD ")) && behind.empty();
  return is_copied || front.ends_with(">") || front.ends_with(":") || front.ends_with("-o") ||
         behind.starts_with(":") || std::ranges::any_of(others, [&](auto other) { return contains(line, other); });
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
      : patient_(patient),
        places_(places_in(patient.tree)),
        moved_(moved_files(patient.last_commit, patient.tree)),
        draft_(patient.tree) {}

  std::vector<Patch> patches() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      std::vector<std::string> callers;
      for (const auto& place : places_around(patient_.tree, occurrence)) {
        if (!is_among(place.file, callers)) callers.push_back(place.file);
      }
      named_ = callers;
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
      if (const auto movers = told_of_move(path, callers); !movers.empty()) return follow_move(path, movers);
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
    auto meant = place_meant_by(path, places_);
    if (meant.empty() && !folder.empty()) {
      Places below;
      for (const auto& [place, kind] : places_) {
        if (place.starts_with(folder + "/")) below.emplace(place.substr(folder.size() + 1), kind);
      }
      meant = place_meant_by(path, below);
    }
    if (meant.empty() || meant == caller || (is_laid_off(meant) && !is_laid_off(path))) return false;
    if (is_up && std::ranges::count(meant, '/') != std::ranges::count(path, '/')) return false;
    std::vector<Edit> edits;
    for (const auto at : written_in(text, path)) edits.push_back({at, path.size(), meant});
    return draft_.edit(caller, std::move(edits));
  }

  // Who writes the path of a file that moved: those that the log names, else the only one.
  std::vector<std::string> told_of_move(const std::string& path, const std::vector<std::string>& callers) const {
    std::vector<std::string> writers, named;
    for (const auto& caller : callers) {
      const auto text = draft_.read(caller);
      if (!text || moved_to(path, std::string(folder_of(caller))).empty() || written_in(*text, path).empty()) continue;
      writers.push_back(caller);
      if (is_among(caller, named_)) named.push_back(caller);
    }
    return named.empty() && writers.size() == 1 ? writers : named;
  }

  bool follow_move(const std::string& path, const std::vector<std::string>& callers) {
    bool is_fixed = false;
    for (const auto& caller : callers) {
      const auto meant = moved_to(path, std::string(folder_of(caller)));
      const auto text = draft_.read(caller).value_or("");
      std::vector<Edit> edits;
      for (const auto at : written_in(text, path)) {
        if (!is_elsewhere(text, at, path.size())) edits.push_back({at, path.size(), meant});
      }
      is_fixed |= meant != caller && !edits.empty() && draft_.edit(caller, std::move(edits));
    }
    return is_fixed;
  }

  // Where the newest commit put the file: in the folder that writes it, or from the top.
  std::string moved_to(const std::string& path, const std::string& folder) const {
    const auto beside = folder.empty() ? moved_.end() : moved_.find(folder + "/" + path);
    const auto found = beside != moved_.end() ? beside : moved_.find(path);
    if (found == moved_.end() || !places_.contains(found->second)) return "";
    return found == beside ? path_from(folder, found->second) : found->second;
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
      const auto meant = place_meant_by(name, beside);
      if (meant.empty() || plain_path(meant) != plain_path(name)) return false;  // but for case and signs
      std::vector<Edit> edits;
      for (const auto at : written_in(text, name)) edits.push_back({at, name.size(), meant});
      return draft_.edit(caller, std::move(edits));
    }
    return false;
  }

  const Patient& patient_;
  Places places_;
  std::map<std::string, std::string, std::less<>> moved_;  ///< by the newest commit
  std::vector<std::string> named_;                         ///< by the occurrence at hand
  Draft draft_;
};

}  // namespace

std::vector<Patch> fix_path(const Patient& patient) { return PathFixer(patient).patches(); }

}  // namespace regreen
