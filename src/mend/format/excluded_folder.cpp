// checks.follow-excluded: a check finds fault with files that its settings leave out, by the name that their folder had.
//
//   extend-exclude = 'gridplan/third_party'      would reformat gridplan/_thirdparty/heapdict.py
//
// The folder has to be one that nobody checks by its new name as well: of other people's code, or of files that say that they are
// generated. Where it was made the project's own, it is to be checked, and so is all that the new name would leave out besides.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/exclusions.h"
#include "mend/format/fixers.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/text/near_path.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t name_min = 4;  // bytes of the name of a folder that tells it from others

/// A folder by the name that settings know and by the one that it has.
struct Renamed {
  std::string was, is;

  auto operator<=>(const Renamed&) const = default;
};

bool holds_files(const Tree& tree, const std::string& folder) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) { return path.starts_with(folder + "/"); });
}

bool is_called_in(const Tree& tree, std::string_view name) {
  return std::ranges::any_of(tree.list(),
                             [&](const auto& path) { return is_among(name, split(folder_of(path), '/')); });
}

// Is a folder one that nobody checks?
bool is_left_alone(const Tree& tree, const std::string& folder) {
  if (is_vendored(folder + "/x")) return true;
  bool is_generated = false;
  for (const auto& path : tree.list()) {
    if (!path.starts_with(folder + "/")) continue;
    const auto text = tree.read(path).value_or("");
    const bool has_mark = says_generated(text);
    if (!has_mark && !trim(text).empty()) return false;
    is_generated |= has_mark;
  }
  return is_generated;
}

// Where the newest commit took all of a folder, as a file of it shows.
std::set<Renamed> moved_with(const Patient& patient, const std::string& file) {
  const auto& commit = patient.last_commit.before;
  const auto fresh = commit.find(file);
  const auto text = patient.tree.read(file);
  std::set<Renamed> found;
  if (fresh == commit.end() || fresh->second || !text) return found;
  for (const auto& [path, was] : commit) {
    if (was != text || patient.tree.has(path) || name_of(path) != name_of(file)) continue;
    auto from = std::string(folder_of(path)), to = std::string(folder_of(file));
    while (!from.empty() && name_of(from) == name_of(to)) {
      from = folder_of(from);
      to = folder_of(to);
    }
    const bool is_whole = std::ranges::all_of(commit, [&](const auto& one) {
      return !one.second || !one.first.starts_with(from + "/") ||
             patient.tree.read(to + one.first.substr(from.size())) == one.second;
    });
    if (!from.empty() && !to.empty() && is_whole) found.insert({from, to});
  }
  return found;
}

// The files that the log names; a summary names them above itself: "[warn] src/gen/limits.js".
std::set<std::string> files_named(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  std::set<std::string> all(files.begin(), files.end());
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : lines_of(occurrence)) {
      for (const auto word : split(line, ' ')) {
        if (contains(word, "/") && patient.tree.has(std::string(word))) all.emplace(word);
      }
    }
  }
  return all;
}

class Follower {
 public:
  explicit Follower(const Patient& patient) : patient_(patient), tree_(patient.tree), draft_(patient.tree) {
    for (const auto& file : files_named(patient)) {
      for (const auto& renamed : moved_with(patient, file)) {
        if (is_left_alone(tree_, renamed.is)) moved_.insert(renamed);
      }
      for (auto folder = folder_of(file); !folder.empty(); folder = folder_of(folder)) folders_.emplace(folder);
    }
    std::erase_if(folders_, [&](const auto& folder) {
      return !is_vendored(folder + "/x") || plain(name_of(folder)).size() < name_min || was_checked(folder);
    });
  }

  std::vector<Patch> patches() {
    for (const auto& path : tree_.list()) {
      if (exclusion_form(path) == ExclusionForm::none || is_vendored(path)) continue;
      const auto text = tree_.read(path).value_or("");
      edits_.clear();
      follow(text, Exclusions(path, text), folder_of(path));
      std::vector<Edit> all;
      for (const auto& [at, edit] : edits_) all.push_back(edit);
      if (!all.empty()) draft_.edit(path, std::move(all));
    }
    return draft_.patches();
  }

 private:
  // Did the newest commit work in a folder that was there before? What is found there was looked at until today.
  bool was_checked(const std::string& folder) const {
    const auto& commit = patient_.last_commit.before;
    const auto is_inside = [&](std::string_view path) { return path.starts_with(folder + "/"); };
    const bool is_touched = std::ranges::any_of(commit, [&](const auto& one) { return is_inside(one.first); });
    return is_touched && std::ranges::any_of(tree_.list(), [&](const auto& path) {
             const auto one = commit.find(path);
             return is_inside(path) && (one == commit.end() || one->second);
           });
  }

  void follow(std::string_view text, const Exclusions& exclusions, std::string_view home) {
    auto all = moved_;
    all.merge(called_alike(exclusions, home));
    for (const auto& renamed : all) {
      if (holds_files(tree_, renamed.was) || is_ignored(tree_, renamed.was)) continue;
      const auto was = below(home, renamed.was), is = below(home, renamed.is);
      if (was.empty() || is.empty()) continue;
      add(text, exclusions, {was, is}, renamed.is);
      if (contains(was, "/") && folder_of(renamed.was) == folder_of(renamed.is))
        add(text, exclusions, {std::string(name_of(was)), std::string(name_of(is))}, renamed.is);
    }
  }

  // A name without a slash is that of any folder, and in a pattern that of whatever has it in its path.
  void add(std::string_view text, const Exclusions& exclusions, const Renamed& written, const std::string& folder) {
    const auto& [was, is] = written;
    if (!contains(was, "/") && (is_called_in(tree_, was) || is_ignored(tree_, was) || is_build_folder(was))) return;
    const auto spots = exclusions.spots(was);
    if (spots.empty()) return;
    const bool is_alone = !names_others(is, folder), is_alone_as_folder = !names_others(is + "/", folder);
    for (const auto at : spots) {
      const bool is_folder = text.substr(at + was.size()).starts_with('/');
      if (is_folder ? is_alone_as_folder : is_alone) edits_.try_emplace(at, Edit{at, was.size(), is});
    }
  }

  bool names_others(std::string_view written, const std::string& folder) const {
    return std::ranges::any_of(
        tree_.list(), [&](const auto& path) { return contains(path, written) && !path.starts_with(folder + "/"); });
  }

  // A path that is left out and leads nowhere, beside a folder of other people's code that is called so but for case and signs.
  std::set<Renamed> called_alike(const Exclusions& exclusions, std::string_view home) const {
    std::set<Renamed> found;
    if (folders_.empty()) return found;
    for (const auto& written : exclusions.paths()) {
      const auto was = path_in(home, written);
      for (const auto& folder : folders_) {
        const bool is_beside = contains(written, "/") && folder_of(was) == folder_of(folder) && was != folder;
        if (is_beside && plain(name_of(was)) == plain(name_of(folder))) found.insert({was, folder});
      }
    }
    return found;
  }

  // A path as it is told from a folder; "" where it does not lie below.
  static std::string below(std::string_view home, const std::string& path) {
    if (home.empty()) return path;
    return path.starts_with(std::string(home) + "/") ? path.substr(home.size() + 1) : "";
  }

  const Patient& patient_;
  const Tree& tree_;
  Draft draft_;
  std::set<Renamed> moved_;            ///< by the newest commit
  std::set<std::string> folders_;      ///< of other people's code, that hold files which the log names
  std::map<std::size_t, Edit> edits_;  ///< of one file of settings
};

}  // namespace

std::vector<Patch> follow_excluded_folder(const Patient& patient) { return Follower(patient).patches(); }

}  // namespace regreen
