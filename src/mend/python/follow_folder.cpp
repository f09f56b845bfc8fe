// python.follow-folder: a package of the repository lies in another folder today, and what names it by path still names the old one:
// requirements, manifests, scripts that install it. That a folder has its name is not enough: see PackageWitness.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/moved_package.h"
#include "mend/python/written_paths.h"
#include "mend/text/code_text.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t said_max = 20, name_max = 100;

// The files that make a folder a package.
constexpr auto manifests = std::to_array<std::string_view>({"pyproject.toml", "setup.py", "setup.cfg"});

// Files that name folders of packages.
constexpr auto callers = std::to_array<std::string_view>(
    {"*requirements*.txt", "*requirements*.in", "requirements/*.txt", "**/requirements/*.txt", "pyproject.toml",
     "setup.py", "setup.cfg", "tox.ini", "noxfile.py", "Pipfile"});

// What only the tests read.
bool is_data(std::string_view file) {
  return std::ranges::any_of(split(folder_of(file), '/'),
                             [](auto part) { return part == "fixtures" || part == "testdata"; });
}

// A makefile, a script, an image: it follows what lists name. YAML is left: workflows say what is checked, the rest is data.
bool is_program(std::string_view file) {
  const bool is_yaml = file.ends_with(".yml") || file.ends_with(".yaml");
  return calls_tools(file) && !is_yaml && !is_aside(file);
}

bool is_manifest(std::string_view path) { return std::ranges::find(manifests, name_of(path)) != manifests.end(); }

bool names_folders(std::string_view file) {
  const bool is_caller = std::ranges::any_of(callers, [&](auto glob) { return glob_matches(glob, file); });
  return !is_vendored(file) && !is_data(file) && (is_caller || is_program(file));
}

std::string folder_meant(std::string path) { return is_manifest(path) ? std::string(folder_of(path)) : path; }

// From where paths of a file may count, the likelier first: those of manifests from its folder, those of commands and of lists that
// pip reads from where it runs, the top.
std::vector<std::string> bases_of(std::string_view file) {
  std::vector<std::string> bases = {std::string(folder_of(file))};
  if (bases[0].empty()) return bases;
  bases.insert(is_manifest(file) ? bases.end() : bases.begin(), "");
  return bases;
}

// A file, or a folder with files.
bool is_there(const Tree& tree, const std::string& path) {
  const auto below = path + "/";
  const auto next = std::ranges::lower_bound(tree.list(), below);
  return !path.empty() && (tree.has(path) || (next != tree.list().end() && next->starts_with(below)));
}

// The only package in a folder of that name; "" where there is none, or several.
std::string meant_by(const Tree& tree, const std::string& old) {
  std::set<std::string> found;
  for (const auto& path : tree.list()) {
    const auto folder = folder_of(path);
    if (!is_manifest(path) || name_of(folder) != name_of(old) || is_vendored(path)) continue;
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

/// A file that names folders, and the paths in it.
struct Text {
  std::string text;
  std::vector<WrittenPath> written;
};

// What names the package before its path: `units @ file:../libs/units`, `units = { path = "../libs/units" }`.
std::string_view name_before(std::string_view line) {
  line = line.substr(0, name_max);
  const auto begin = std::min(line.find_first_not_of(" \t\"'{[,-"), line.size());
  const auto end = line.find_first_of(" \t\"'=:[", begin);
  return line.substr(begin, end == std::string_view::npos ? 0 : end - begin);
}

// The folder whose sources need what a list or a manifest names.
std::string user_of(std::string_view file) {
  const auto folder = folder_of(file);
  return std::string(name_of(folder) == "requirements" ? folder_of(folder) : folder);
}

class FolderFollower {
 public:
  explicit FolderFollower(const Patient& patient) : tree_(patient.tree), diagnosis_(patient.diagnosis) {
    for (const auto& path : tree_.list()) {
      auto text = names_folders(path) ? tree_.read(path) : std::nullopt;
      if (!text || text->size() > source_bytes_max) continue;
      auto& one = texts_[path];
      one.text = std::move(*text);
      one.written = written_paths(one.text);
    }
  }

  std::vector<Patch> patches() const {
    std::set<Move> moves;
    std::set<std::string> said;
    for (const auto& occurrence : occurrences_of(diagnosis_)) {
      auto path = path_said(occurrence);
      if (path.empty() || said.size() == said_max || !said.insert(path).second) continue;
      const auto of_path = moves_of(path);
      if (of_path.size() == 1 && is_proved(*of_path.begin())) moves.insert(*of_path.begin());
    }
    return followed(moves);
  }

 private:
  // The folders that a path of the log can be, as the files name them.
  std::set<Move> moves_of(const std::string& said) const {
    std::set<Move> moves;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const auto& [file, text] : texts_) {
      for (const auto& one : text.written) {
        if (!contains(one.path, name_of(said)) || !seen.emplace(file, one.path).second) continue;
        if (auto move = move_of(file, one, said)) moves.insert(*std::move(move));
      }
    }
    return moves;
  }

  // The likelier of the folders from which the path may count.
  std::optional<Move> move_of(std::string_view file, const WrittenPath& one, const std::string& said) const {
    for (const auto& base : bases_of(file)) {
      const auto old = folder_meant(resolved(path_in(base, one.path)).value_or(""));
      const bool is_said = ("/" + said).ends_with("/" + old) || folder_meant(std::string(one.path)) == said;
      if (old.empty() || !is_said) continue;
      if (is_there(tree_, old) || comes_later(tree_, old)) return std::nullopt;
      Move move{old, meant_by(tree_, old)};
      return move.meant.empty() ? std::nullopt : std::optional(std::move(move));
    }
    return std::nullopt;
  }

  // Lists and manifests that name the old folder name the package, or their sources use what only it has, and none of them names
  // the new folder as well, which is then another package.
  bool is_proved(const Move& move) const {
    PackageWitness witness(tree_, move.meant);
    std::set<std::string> users;
    bool is_named = false, is_another = false;
    for (const auto& [file, text] : texts_) {
      if (is_program(file) || file.starts_with(move.meant + "/")) continue;
      for (const auto& one : text.written) {
        is_another = is_another || is_below(file, one, move.meant);
        if (!is_below(file, one, move.old)) continue;
        is_named = is_named || witness.is_named(name_before(one.before));
        users.insert(user_of(file));
      }
    }
    return is_named ||
           (!is_another && std::ranges::any_of(users, [&](const auto& user) { return witness.is_used(user); }));
  }

  // Can a written path mean the folder, or what is in it?
  static bool is_below(std::string_view file, const WrittenPath& one, const std::string& folder) {
    return contains(one.path, name_of(folder)) && std::ranges::any_of(bases_of(file), [&](const auto& base) {
             const auto path = resolved(path_in(base, one.path)).value_or("");
             return path == folder || path.starts_with(folder + "/");
           });
  }

  std::vector<Patch> followed(const std::set<Move>& moves) const {
    Draft draft(tree_);
    for (const auto& [file, text] : texts_) {
      std::vector<Edit> edits;
      for (const auto& one : text.written) {
        for (const auto& move : moves) {
          auto edit = follow(file, one, move);
          if (!edit) continue;
          edits.push_back(*std::move(edit));
          break;
        }
      }
      if (!edits.empty()) draft.edit(file, std::move(edits));
    }
    return draft.patches();
  }

  std::optional<Edit> follow(std::string_view file, const WrittenPath& one, const Move& move) const {
    if (!contains(one.path, name_of(move.old))) return std::nullopt;
    std::optional<Edit> edit;
    for (const auto& base : bases_of(file)) {
      const auto path = resolved(path_in(base, one.path)).value_or("");
      if (path != move.old && !path.starts_with(move.old + "/")) {
        if (is_there(tree_, path)) return std::nullopt;  // so it is that one
        continue;
      }
      auto today = path_from(base, move.meant + path.substr(move.old.size()));
      // A word alone is the name of a package of the registry.
      const bool is_word = !contains(today, "/") && !one.before.ends_with('/');
      if ((one.path.starts_with("./") || is_word) && !today.starts_with('.')) today.insert(0, "./");
      if (one.path.ends_with('/')) today += '/';
      if (!edit) edit = Edit{one.offset, one.path.size(), today};
    }
    return edit;
  }

  const Tree& tree_;
  const Diagnosis& diagnosis_;
  std::map<std::string, Text> texts_;  ///< of the files that name folders
};

}  // namespace

std::vector<Patch> follow_moved_folder(const Patient& patient) { return FolderFollower(patient).patches(); }

}  // namespace regreen
