// shell.reach-moved: a script was moved, or what it reads was: from the script's own folder the path leads nowhere.
//
//   scripts/ci/verify.sh: line 6: /srv/app/scripts/ci/lib/log.sh: No such file or directory      . "$here/lib/log.sh"
//
// One file of the project ends in what is written, below a folder that the script lies in: the script goes there,
// `$here/../lib/log.sh`. Where a variable stands for a folder above the script, that one is counted anew. The scripts beside it and
// the other lines take the same way, where they read or call: what a script writes need not be there.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/own_path.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view below_dots(std::string_view path) {
  while (path.starts_with("./") || path.starts_with("../")) path.remove_prefix(path.find('/') + 1);
  return path;
}

/// The files of a tree by their names, without those of tests and examples.
class FilesByName {
 public:
  explicit FilesByName(const Tree& tree) {
    for (const auto& path : tree.list()) {
      if (!is_vendored(path) && !is_aside(path)) files_[std::string(name_of(path))].push_back(path);
    }
  }

  /// The only file that ends in a path of folders, where what stands in front is a folder that the script lies in, too; "" where
  /// several could be meant. A name alone tells nothing: each machine and each part of a project may have its own `env.sh`.
  std::string only(std::string_view written, std::string_view script) const {
    if (!contains(written, "/")) return "";
    const auto known = files_.find(name_of(written));
    if (known == files_.end()) return "";
    std::vector<std::string> whole;
    for (const auto& path : known->second) {
      if (("/" + path).ends_with("/" + std::string(written))) whole.push_back(path);
    }
    if (whole.size() != 1) return "";
    const auto top = std::string_view(whole[0]).substr(0, whole[0].size() - written.size());
    return script.starts_with(top) ? whole[0] : "";
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> files_;
};

bool is_there(const Tree& tree, const std::string& path) {
  const auto below = std::ranges::lower_bound(tree.list(), path + "/");  // the list is sorted
  return tree.has(path) || (below != tree.list().end() && below->starts_with(path + "/"));
}

bool is_above(std::string_view base) {
  return !base.empty() && std::ranges::all_of(split(base, '/'), [](auto part) { return part == ".."; });
}

// The folder that a base means for a script in a file; nothing where it leaves the tree.
std::optional<std::string> folder_meant(std::string_view file, std::string_view base) {
  const auto inside = resolved(path_in(path_in(folder_of(file), base), "x"));
  return inside ? std::optional<std::string>(folder_of(*inside)) : std::nullopt;
}

// Can a command begin behind what stands in front of it on its line?
bool begins_command(std::string_view front) {
  static constexpr auto openers = std::to_array<std::string_view>(
      {"&&", "||", "|", "{", "!", "if", "elif", "then", "else", "do", "while", "until"});
  front = trim(front);
  const auto word = front.substr(front.find_last_of(" \t") + 1);
  return word.empty() || word.ends_with(';') || word.ends_with('(') ||
         std::ranges::find(openers, word) != openers.end();
}

// Is a path read, or called as a script, behind what stands in front of it?
bool is_read(std::string_view front, std::string_view path) {
  static constexpr auto readers = std::to_array<std::string_view>({".", "source", "bash", "sh", "exec"});
  if (front.ends_with('"')) front.remove_suffix(1);
  front = trim(front);
  if (front.ends_with('<')) return !front.ends_with("<<");
  const auto word = front.substr(front.find_last_of(" \t") + 1);
  const bool is_reader = std::ranges::find(readers, word) != readers.end();
  if (is_reader) return begins_command(front.substr(0, front.size() - word.size()));
  return is_called_script(path) && begins_command(front);
}

/// A path of a script that leads nowhere, and the file that is meant.
struct Lost {
  OwnPath path;
  std::string target;
};

/// Mends scripts of one tree.
class Mover {
 public:
  explicit Mover(const Tree& tree) : tree_(tree), files_(tree), draft_(tree) {}

  void mend(const TreePlace& place, std::string_view said) {
    const auto folder = folder_of(place.file);
    const auto text = done_.contains(folder) ? std::nullopt : draft_.read(place.file);
    if (!text || text->size() > source_bytes_max) return;
    const auto [seen, fresh] = seen_.try_emplace(place.file);
    if (fresh) seen->second = lost_in(place.file, *text);
    const Lines lines(*text);
    const bool is_meant = std::ranges::any_of(seen->second, [&](const Lost& one) {
      return lines.number_at(one.path.offset) == place.line && contains(said, "/" + one.path.tail + ":");
    });
    if (!is_meant) return;
    done_.emplace(folder);
    for_each_shell_script(tree_, [&](const std::string& path, const std::string& script) {
      if (folder_of(path) == folder) change(path, script, lost_in(path, script));
    });
  }

  std::vector<Patch> patches() const { return draft_.patches(); }

 private:
  std::vector<Lost> lost_in(const std::string& file, std::string_view text) const {
    std::vector<Lost> lost;
    const Lines lines(text);
    OwnFolders folders(text);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      if (trim(line).starts_with('#') || (number > 1 && lines.line(number - 1).ends_with('\\'))) continue;
      for (auto& path : folders.paths_on(line, lines.begin(number))) {
        const auto front = line.substr(0, path.begin - lines.begin(number));
        auto target = is_read(front, path.tail) ? target_of(file, path) : "";
        if (!target.empty()) lost.push_back({std::move(path), std::move(target)});
      }
    }
    return lost;
  }

  // Where the file lies today; "" where the path is right, or it cannot be told. What a build makes is not moved.
  std::string target_of(const std::string& file, const OwnPath& path) const {
    const auto meant = place_of(file, path);
    if (meant && (is_there(tree_, *meant) || is_ignored(tree_, *meant) || is_build_product(*meant))) return "";
    auto target = files_.only(below_dots(path.tail), file);
    return target == file ? "" : target;
  }

  static std::optional<std::string> place_of(const std::string& file, const OwnPath& path) {
    return resolved(path_in(path_in(folder_of(file), path.base), path.tail));
  }

  void change(const std::string& file, std::string_view text, const std::vector<Lost>& lost) {
    std::map<std::size_t, Edit> edits;
    std::map<std::string, std::optional<Edit>> variables;
    for (const auto& one : lost) {
      std::optional<Edit> edit;
      if (is_above(one.path.base) && !one.path.variable.empty()) {
        const auto [known, fresh] = variables.try_emplace(one.path.variable);
        if (fresh) known->second = of_variable(file, text, one.path, lost);
        edit = known->second;
      }
      if (!edit) edit = of_path(file, one);
      if (edit) edits.try_emplace(edit->offset, *edit);
    }
    std::vector<Edit> all;
    for (auto& [offset, edit] : edits) all.push_back(std::move(edit));
    if (!all.empty()) draft_.edit(file, std::move(all));
  }

  static std::optional<Edit> of_path(const std::string& file, const Lost& one) {
    const auto folder = folder_meant(file, one.path.base);
    if (!folder) return std::nullopt;
    return Edit{one.path.offset, one.path.tail.size(), path_from(*folder, one.target)};
  }

  // `root=$(cd "$(dirname "$0")/.." && pwd)` → "/../..", where from there all is found that the script finds no longer, and it finds
  // nothing from where it counts now.
  std::optional<Edit> of_variable(const std::string& file, std::string_view text, const OwnPath& path,
                                  const std::vector<Lost>& lost) const {
    std::set<std::string> tops;
    for (const auto& one : lost) {
      if (one.path.variable != path.variable) continue;
      const bool is_below = ("/" + one.target).ends_with("/" + one.path.tail);
      auto top = is_below ? one.target.substr(0, one.target.size() - one.path.tail.size()) : "?";
      tops.insert(top.ends_with('/') ? top.substr(0, top.size() - 1) : top);
    }
    for (const auto& other : OwnFolders(text).paths_on(text, 0)) {
      const auto meant = other.variable == path.variable ? place_of(file, other) : std::nullopt;
      if (meant && is_there(tree_, *meant)) return std::nullopt;
    }
    const auto value = only_value(text, path.variable);
    const auto ups = "/" + path.base;
    const auto at = value ? value->find(ups) : npos;
    if (tops.size() != 1 || tops.contains("?") || at == npos || value->find(ups, at + 1) != npos) return std::nullopt;
    const auto way = path_from(folder_of(file), *tops.begin());
    if (!is_above(way)) return std::nullopt;
    return Edit{static_cast<std::size_t>(value->data() - text.data()) + at, ups.size(), "/" + way};
  }

  const Tree& tree_;
  FilesByName files_;
  Draft draft_;
  std::map<std::string, std::vector<Lost>> seen_;
  std::set<std::string, std::less<>> done_;
};

}  // namespace

std::vector<Patch> reach_moved_from_script(const Patient& patient) {
  Mover mover(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto place = place_said_by_shell(patient.tree, occurrence.at.text))
      mover.mend(*place, occurrence.at.text);
  }
  return mover.patches();
}

}  // namespace regreen
