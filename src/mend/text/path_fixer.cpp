// files.fix-path: a path that nothing has becomes the only one near it, wherever scripts, build files, workflows and the
// files that the log names write it; or the one to which the newest commit moved the file, where the log names the place.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/text/fixers.h"
#include "mend/text/ignored.h"
#include "mend/text/joined_path.h"
#include "mend/text/moved_file.h"
#include "mend/text/near_path.h"
#include "mend/text/readme_type.h"
#include "mend/text/told_line.h"
#include "mend/trace.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

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
      named_ = places_around(patient_.tree, occurrence);
      for (const auto& place : named_) callers.push_back(place.file);
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
      const bool is_followed = follow_move(said, path);
      bool is_written = false, is_fixed = false;
      for (const auto& caller : callers) {
        const auto text = draft_.read(caller);
        if (!text || written_in(*text, path).empty()) continue;
        if (!is_written && is_ignored(patient_.tree, path)) return false;  // it was never there
        is_written = true;
        is_fixed |= fix_in(caller, *text, path, rest.starts_with("../"), rest != said) ||
                    fix_name_in(caller, *text, said, path);
      }
      if (is_written || is_followed) return is_fixed || is_followed;
    }
    return false;
  }

  // The newest commit took the file elsewhere: the nearest place that the log names and that writes its path follows, and no other.
  bool follow_move(std::string_view said, const std::string& path) {
    if (!said.starts_with('/') && below_dots(said) != path) return false;
    for (const auto& place : named_) {
      if (followed_.contains({path, place})) return true;
      const auto text = draft_.read(place.file);
      const auto meant = text ? moved_for(place.file, path) : "";
      if (meant.empty() || meant == place.file) continue;
      auto edits = moved_in(place, *text, path, meant, below_dots(said) != path);
      if (edits.empty()) continue;
      if (const auto type = type_of_readme(place.file, *text, path, meant)) edits.push_back(*type);
      if (draft_.edit(place.file, std::move(edits))) return followed_.emplace(path, place).second;
    }
    return false;
  }

  // Where a path leads today, counted from the top or from the folder of the file that writes it.
  std::string moved_for(const std::string& file, const std::string& path) const {
    const std::string folder(folder_of(file));
    if (!folder.empty() && places_.contains(folder + "/" + path)) return "";
    if (const auto moved = moved_file(patient_, path)) return *moved;
    const auto moved = folder.empty() ? std::nullopt : moved_file(patient_, path_in(folder, path));
    return moved && moved->starts_with(folder + "/") ? moved->substr(folder.size() + 1) : "";
  }

  static std::vector<Edit> moved_in(const TreePlace& place, std::string_view text, const std::string& path,
                                    const std::string& meant, bool is_composed) {
    auto edits = joined_anew(text, place.line, path, meant);
    const bool is_part = !contains(path, "/") && contains(meant, "/");
    if (is_part && is_composed && !is_caller(place.file)) return edits;
    for (const auto at : written_in(text, path)) {
      const bool is_meant = place.line == 0 || is_told(text, at, place.line);
      if (is_meant && (!is_joined(text, at) || (!is_part && is_joined_first(text, at))))
        edits.push_back({at, path.size(), meant});
    }
    return edits;
  }

  // Paths count from the top, or from the folder of the file that writes them. What is written behind "../" counts from
  // where the command runs: only a name in it may change.
  bool fix_in(const std::string& caller, const std::string& text, const std::string& path, bool is_up,
              bool is_composed) {
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
    if (meant.empty() || meant == caller || was_beside(path, meant)) return false;
    if (!folder.empty() && was_beside(folder + "/" + path, folder + "/" + meant)) return false;
    if (is_up && std::ranges::count(meant, '/') != std::ranges::count(path, '/')) return false;
    std::vector<Edit> edits;
    // Where code puts a folder in front of the name, another folder in the name would lie in that.
    const bool is_part = !contains(path, "/") && contains(meant, "/");
    if (is_part && is_composed && !is_caller(caller)) return false;
    // Of one that was moved, the log names the place that joins it to another.
    const bool is_bare = is_part || !moved_for(caller, path).empty();
    for (const auto at : written_in(text, path)) {
      if (!is_bare || !is_joined(text, at)) edits.push_back({at, path.size(), meant});
    }
    if (edits.empty()) return false;
    if (const auto type = type_of_readme(caller, text, path, meant)) edits.push_back(*type);
    return draft_.edit(caller, std::move(edits));
  }

  // Had the project both before the newest commit, which took the one away? Then nobody wrote its path wrong.
  bool was_beside(const std::string& path, const std::string& meant) const {
    const auto& before = patient_.last_commit.before;
    const auto was = before.find(path), other = before.find(meant);
    return was != before.end() && was->second && (other == before.end() || other->second);
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
  std::vector<TreePlace> named_;                          ///< that the log names, the nearest first
  std::set<std::pair<std::string, TreePlace>> followed_;  ///< paths of moved files, and who wrote them
  Draft draft_;
};

}  // namespace

std::vector<Patch> fix_path(const Patient& patient) { return PathFixer(patient).patches(); }

}  // namespace regreen
