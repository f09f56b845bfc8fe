// files.follow-folder: a package of the repository lies in another folder today, and what names it by path still names the old
// one: requirements, manifests, references between projects of TypeScript, commands that install it.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t readings_max = 3;

using Names = std::span<const std::string_view>;

// The files that make a folder a package, or a project of its own.
constexpr auto manifests = std::to_array<std::string_view>(
    {"pyproject.toml", "setup.py", "setup.cfg", "package.json", "tsconfig.json", "CMakeLists.txt"});

/// Files that name folders of packages, and which of the manifests such a folder has.
struct Caller {
  std::string_view glob;
  std::size_t first, count;
};
constexpr auto callers = std::to_array<Caller>({{"*requirements*.txt", 0, 3},
                                                {"*requirements*.in", 0, 3},
                                                {"requirements/*.txt", 0, 3},
                                                {"**/requirements/*.txt", 0, 3},
                                                {"pyproject.toml", 0, 3},
                                                {"setup.py", 0, 3},
                                                {"setup.cfg", 0, 3},
                                                {"tox.ini", 0, 3},
                                                {"noxfile.py", 0, 3},
                                                {"Pipfile", 0, 3},
                                                {"tsconfig*.json", 4, 1},
                                                {"jsconfig.json", 4, 1},
                                                {"package.json", 3, 1},
                                                {"CMakeLists.txt", 5, 1}});

bool is_one_of(Names names, std::string_view path) { return std::ranges::find(names, name_of(path)) != names.end(); }

// What a folder that a file names has; none where the file names no folders.
Names manifests_for(std::string_view file) {
  const auto row = std::ranges::find_if(callers, [&](const auto& one) { return glob_matches(one.glob, file); });
  if (row != callers.end()) return Names(manifests).subspan(row->first, row->count);
  return calls_tools(file) ? Names(manifests) : Names();
}

bool is_json_file(std::string_view path) { return path.ends_with(".json"); }

/// A path as a text writes it.
struct Written {
  std::size_t offset = 0;
  std::string_view path;
};

bool is_path_byte(char c) { return is(c, dotted) || c == '/' || c == '@' || c == '+'; }

// `${PROJECT_ROOT}/libs/units`, `{toxinidir}/libs/units`: what follows the variable counts from the top, or from the file's folder.
Written behind_variable(std::string_view text, Written one) {
  if (one.path.starts_with('/') && text.substr(0, one.offset).ends_with('}')) ++one.offset, one.path.remove_prefix(1);
  return one;
}

bool is_in_url(std::string_view line, std::size_t at) {
  const auto blank = line.find_last_of(" \t\"'", at);
  const auto word = line.substr(blank == npos ? 0 : blank, at - (blank == npos ? 0 : blank));
  return contains(word, "://") && !contains(word, "file://");
}

std::vector<Written> written_on(std::string_view line) {
  std::vector<Written> all;
  for (std::size_t at = 0; at < line.size();) {
    if (!is_path_byte(line[at])) {
      ++at;
      continue;
    }
    const auto begin = at;
    while (at < line.size() && is_path_byte(line[at])) ++at;
    const auto one = behind_variable(line, {begin, line.substr(begin, at - begin)});
    if (contains(one.path, "/") && !one.path.starts_with('/') && !is_in_url(line, begin)) all.push_back(one);
  }
  return all;
}

// All relative paths of a file, without those of comments.
std::vector<Written> written_in(std::string_view path, std::string_view text) {
  const std::string_view comment = is_json_file(path) ? " //" : " #";
  std::vector<Written> all;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = lines.line(number);
    line = trim(line).starts_with(comment.substr(1)) ? "" : line.substr(0, line.find(comment));
    for (const auto& one : written_on(line)) all.push_back({lines.begin(number) + one.offset, one.path});
  }
  return all;
}

std::string folder_meant(std::string path) { return is_one_of(manifests, path) ? std::string(folder_of(path)) : path; }

// From where paths of a file may count, the likelier first: those of manifests from its folder, those of commands and of lists that
// pip reads from where it runs, the top.
std::vector<std::string> bases_of(std::string_view file) {
  std::vector<std::string> bases = {std::string(folder_of(file))};
  if (bases[0].empty()) return bases;
  const bool is_project = is_one_of(manifests, file) || is_json_file(file);
  bases.insert(is_project ? bases.end() : bases.begin(), "");
  return bases;
}

// A file, or a folder with files.
bool is_there(const Tree& tree, const std::string& path) {
  const auto below = path + "/";
  const auto next = std::ranges::lower_bound(tree.list(), below);
  return !path.empty() && (tree.has(path) || (next != tree.list().end() && next->starts_with(below)));
}

bool has_one_of(const Tree& tree, Names names, const std::string& folder) {
  return std::ranges::any_of(names, [&](auto name) { return tree.has(path_in(folder, name)); });
}

// The only package in a folder of that name; "" where there is none, or several.
std::string meant_by(const Tree& tree, const std::string& old, Names names) {
  std::set<std::string> found;
  for (const auto& path : tree.list()) {
    const auto folder = folder_of(path);
    if (!is_one_of(names, path) || name_of(folder) != name_of(old) || is_vendored(path)) continue;
    if (!is_aside(path) || is_aside(old + "/")) found.emplace(folder);
  }
  return found.size() == 1 ? *found.begin() : "";
}

// What a build makes or another repository holds lies nowhere else.
bool comes_later(const Tree& tree, const std::string& folder) {
  return is_ignored(tree, folder) || contains(tree.read(".gitmodules").value_or(""), folder);
}

/// A folder that is gone, and where it is today.
struct Move {
  std::string old, meant;

  auto operator<=>(const Move&) const = default;
};

// What the log says is not there, without what is no part of the path: `../../libs/units[fast]`, `units @ file:../libs/units`,
// `file:///srv/libs/units`.
std::string path_said(const Occurrence& occurrence) {
  std::string_view said = capture(occurrence, "path");
  if (said.empty()) said = capture(occurrence, "detail");
  for (std::size_t at = 0; at < said.size(); ++at) {
    const auto end = std::find_if_not(said.begin() + static_cast<std::ptrdiff_t>(at), said.end(), is_path_byte);
    auto path = std::string(said.begin() + static_cast<std::ptrdiff_t>(at), end);
    while (path.starts_with("//")) path.erase(0, 1);
    if (contains(path, "/")) return folder_meant(std::move(path));
    at += path.size();
  }
  return "";
}

class FolderFollower {
 public:
  explicit FolderFollower(const Patient& patient) : tree_(patient.tree), diagnosis_(patient.diagnosis) {
    for (const auto& path : tree_.list()) {
      auto text = manifests_for(path).empty() || is_vendored(path) ? std::nullopt : tree_.read(path);
      if (text) texts_.emplace(path, std::move(*text));
    }
  }

  std::vector<Patch> patches() const {
    std::set<Move> sure;  // of each place the likeliest reading
    std::vector<Move> others;
    for (const auto& occurrence : occurrences_of(diagnosis_)) {
      const auto moves = moves_of(path_said(occurrence));
      if (moves.empty()) continue;
      sure.insert(moves.front());
      others.insert(others.end(), moves.begin() + 1, moves.end());
    }
    auto patches = followed(sure);
    for (const auto& other : others) {
      if (sure.size() == 1 && patches.size() < readings_max)
        std::ranges::move(followed({other}), std::back_inserter(patches));
    }
    return patches;
  }

 private:
  // The folders that a path of the log can be, as the files name them.
  std::vector<Move> moves_of(const std::string& said) const {
    std::vector<Move> moves;
    for (const auto& [file, text] : texts_) {
      for (const auto& one : written_in(file, text)) {
        for (const auto& base : bases_of(file)) {
          const auto old = folder_meant(resolved(path_in(base, one.path)).value_or(""));
          const bool is_said = ("/" + said).ends_with("/" + old) || folder_meant(std::string(one.path)) == said;
          const auto names = manifests_for(file);
          if (old.empty() || !is_said || has_one_of(tree_, names, old) || comes_later(tree_, old)) continue;
          Move move{old, meant_by(tree_, old, names)};
          if (!move.meant.empty() && std::ranges::find(moves, move) == moves.end()) moves.push_back(std::move(move));
        }
      }
    }
    return moves;
  }

  std::vector<Patch> followed(const std::set<Move>& moves) const {
    Draft draft(tree_);
    for (const auto& [file, text] : texts_) {
      std::vector<Edit> edits;
      for (const auto& one : written_in(file, text)) {
        for (const auto& move : moves) {
          if (auto edit = follow(file, one, move)) edits.push_back(*std::move(edit));
        }
      }
      if (!edits.empty()) draft.edit(file, std::move(edits));
    }
    return draft.patches();
  }

  std::optional<Edit> follow(std::string_view file, const Written& one, const Move& move) const {
    std::optional<Edit> edit;
    for (const auto& base : bases_of(file)) {
      const auto path = resolved(path_in(base, one.path)).value_or("");
      if (path != move.old && !path.starts_with(move.old + "/")) {
        if (is_there(tree_, path)) return std::nullopt;  // so it is that one
        continue;
      }
      auto today = path_from(base, move.meant + path.substr(move.old.size()));
      if (one.path.starts_with("./") && !today.starts_with('.')) today.insert(0, "./");
      if (one.path.ends_with('/')) today += '/';
      if (!edit) edit = Edit{one.offset, one.path.size(), today};
    }
    return edit;
  }

  const Tree& tree_;
  const Diagnosis& diagnosis_;
  std::map<std::string, std::string> texts_;  ///< of the files that name folders
};

}  // namespace

std::vector<Patch> follow_moved_folder(const Patient& patient) { return FolderFollower(patient).patches(); }

}  // namespace regreen
