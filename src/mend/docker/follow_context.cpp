// docker.follow-context: Compose files build a folder that has another name by now.
//
//   unable to prepare context: path "/srv/shop/services/worker" not found
//
// It is the folder beside the old place that has a Dockerfile and that no Compose file builds, where there is only one, and where
// what else the Compose files name below the old folder lies in it: there has to be something of the kind. All that they name
// there is named anew. A folder that git ignores comes from elsewhere.

#include "base/text.h"
#include "mend/docker/compose.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A path below the project that a Compose file names: `./services/worker/worker.env`.
struct Named {
  std::size_t at = 0, length = 0;  ///< of the path in the text, without `./`
  std::string path;                ///< from the top of the tree
};

std::string_view key_of(std::string_view line) {
  line = trim(line);
  if (line.starts_with("- ")) line = trim(line.substr(2));
  return line.substr(0, line.find(':'));
}

// The words of a line that may be paths: between blanks, quotes, brackets and the colons of volumes.
std::vector<Named> named_in(std::string_view compose, const Lines& lines, std::size_t number) {
  constexpr std::string_view signs = " \t\"'[],:=";
  const auto line = lines.line(number);
  std::vector<Named> found;
  if (trim(line).starts_with('#') || key_of(line) == "image") return found;
  for (std::size_t at = line.find_first_not_of(signs); at != npos; at = line.find_first_not_of(signs, at)) {
    const auto end = std::min(line.find_first_of(signs, at), line.size());
    auto word = line.substr(at, end - at);
    auto begin = at;
    at = end;
    if (word.starts_with('#')) break;
    const bool is_relative = word.starts_with("./");
    while (word.starts_with("./")) word.remove_prefix(2), begin += 2;
    while (word.ends_with('/')) word.remove_suffix(1);
    if (word.empty() || (!is_relative && !contains(word, "/") && key_of(line) != "context" && key_of(line) != "build"))
      continue;
    if (auto path = resolved(path_in(folder_of(compose), word)))
      found.push_back({lines.begin(number) + begin, word.size(), std::move(*path)});
  }
  return found;
}

bool is_there(const Tree& tree, const std::string& folder) {
  const auto& paths = tree.list();
  const auto next = std::ranges::lower_bound(paths, folder + "/");
  return next != paths.end() && next->starts_with(folder + "/");
}

/// What the Compose files of a project name.
class Composes {
 public:
  explicit Composes(const Tree& tree) : tree_(tree) {
    for (const auto& path : tree.list()) {
      const auto text = is_compose(path) && !is_vendored(path) ? tree.read(path) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      for (std::size_t number = 1; number <= lines.count(); ++number) {
        const auto key = key_of(lines.line(number));
        for (auto& named : named_in(path, lines, number)) {
          if (key == "context" || key == "build") built_.insert(named.path);
          named_[path].push_back(std::move(named));
        }
      }
    }
  }

  // The folder that is built and not there, and that a log means: it prints the whole path of the runner, or as it is written.
  std::string missing(std::string_view printed) const {
    const auto found = std::ranges::find_if(built_, [&](const std::string& folder) {
      return !is_there(tree_, folder) && (printed == folder || printed.ends_with("/" + folder));
    });
    return found == built_.end() ? "" : *found;
  }

  // The folder beside it that is built by nobody; "" where there are none or several.
  std::string successor(const std::string& old) const {
    std::set<std::string> beside;
    for (const auto& path : tree_.list()) {
      const std::string folder(folder_of(path));
      if (is_dockerfile(path) && !folder.empty() && folder_of(folder) == folder_of(old) && !built_.contains(folder))
        beside.insert(folder);
    }
    return beside.size() == 1 && has_all(old, *beside.begin()) ? *beside.begin() : "";
  }

  void rename(const std::string& old, const std::string& fresh, Draft& draft) const {
    for (const auto& [file, all] : named_) {
      std::vector<Edit> edits;
      for (const auto& one : all) {
        if (one.path != old && !one.path.starts_with(old + "/")) continue;
        const auto way = path_from(folder_of(file), fresh + one.path.substr(old.size()));
        edits.push_back({one.at, one.length, way});
      }
      if (!edits.empty()) draft.edit(file, std::move(edits));
    }
  }

 private:
  // Does what is named below the old folder lie in the new one? Something has to: that alone tells the service from others.
  bool has_all(const std::string& old, const std::string& fresh) const {
    std::size_t known = 0;
    for (const auto& [file, all] : named_) {
      for (const auto& one : all) {
        if (!one.path.starts_with(old + "/")) continue;
        const auto path = fresh + one.path.substr(old.size());
        if (!tree_.has(path) && !is_there(tree_, path)) return false;
        ++known;
      }
    }
    return known > 0;
  }

  const Tree& tree_;
  std::map<std::string, std::vector<Named>> named_;
  std::set<std::string> built_;
};

}  // namespace

std::vector<Patch> follow_build_context(const Patient& patient) {
  Draft draft(patient.tree);
  const Composes composes(patient.tree);
  const auto modules = patient.tree.read(".gitmodules").value_or("");
  std::set<std::string> known;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto old = composes.missing(between(occurrence.at.text, "unable to prepare context: path \"", "\""));
    if (old.empty() || contains(modules, old) || is_ignored(patient.tree, old) || !known.insert(old).second ||
        known.size() > 1)
      continue;
    if (const auto fresh = composes.successor(old); !fresh.empty()) composes.rename(old, fresh, draft);
  }
  return draft.patches();
}

}  // namespace regreen
