// docker.follow-move: COPY and ADD name a file or folder by the place that it had in the context of the build, and it was moved or
// its folder renamed. Which folder is the context shows in what else the Dockerfile copies; a Dockerfile says nothing of it.
// A list of requirements may have been parted into a folder of its name. What a build makes, or git does not keep, is missing because nothing was built: a file of its name elsewhere is another one.

#include "base/text.h"
#include "mend/docker/copied.h"
#include "mend/docker/fixers.h"
#include "mend/docker/parted.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/text/moved_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

// More of either has no Dockerfile that people write: each is looked for in the whole tree.
constexpr std::size_t sources_max = 200, contexts_max = 50, dockerfiles_max = 200;

using Names = std::set<std::string, std::less<>>;

bool is_of_each_part(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"requirements*.txt", "package.json", "package-lock.json", "tsconfig*.json", "pyproject.toml", "setup.py",
       "setup.cfg", "Makefile", "go.mod", "go.sum", "Cargo.toml", "pom.xml", "build.gradle", "Gemfile", "composer.json",
       "__init__.py", "index.*", "README*"});
  return std::ranges::any_of(names, [&](auto glob) { return glob_matches(glob, name); });
}

/// Files and folders of a tree, by the last part of their path.
class Places {
 public:
  explicit Places(const Tree& tree) {
    for (const auto& path : tree.list()) {
      add(path);
      for (auto part = folder_of(path); !part.empty() && add(part); part = folder_of(part)) {
      }
    }
  }

  bool has(std::string_view path) const { return all_.contains(path); }

  /// The folders that have `path` somewhere below their own name: "a" and "" for "x/y", where there are "a/x/y" and "x/y".
  std::vector<std::string> folders_with(std::string_view path) const {
    std::vector<std::string> folders;
    for (const std::string_view place : called(name_of(path))) {
      if (place == path) folders.emplace_back();
      const bool is_below = place.ends_with(path) && place.substr(0, place.size() - path.size()).ends_with('/');
      if (is_below) folders.emplace_back(place.substr(0, place.size() - path.size() - 1));
    }
    return folders;
  }

  /// Those of a name, in their order.
  const std::vector<std::string>& called(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto row = by_name_.find(name);
    return row == by_name_.end() ? none : row->second;
  }

 private:
  bool add(std::string_view path) {
    if (!all_.emplace(path).second) return false;
    by_name_[std::string(name_of(path))].emplace_back(path);
    return true;
  }

  Names all_;
  std::map<std::string, std::vector<std::string>, std::less<>> by_name_;
};

/// A part of the context that has another name now: what stood below `from` lies below `to`.
struct Move {
  std::string from, to;
};

class CopyFollower {
 public:
  explicit CopyFollower(const Patient& patient) : patient_(patient), places_(patient.tree), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    std::vector<std::string> dockerfiles;
    for (const auto& path : patient_.tree.list()) {
      if (is_dockerfile(path) && dockerfiles.size() < dockerfiles_max) dockerfiles.push_back(path);
    }
    Names done;
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      auto missing = capture(occurrence, "path");
      while (missing.starts_with('/') || missing.starts_with("./")) missing.remove_prefix(missing[0] == '/' ? 1 : 2);
      while (missing.ends_with('/')) missing.remove_suffix(1);
      if (missing.empty() || contains(missing, "..") || is_build_product(missing) || !done.emplace(missing).second)
        continue;
      for (const auto& path : dockerfiles) follow(path, std::string(missing));
    }
    return draft_.patches();
  }

 private:
  bool has(std::string_view folder, std::string_view path) const { return places_.has(path_in(folder, path)); }

  void follow(const std::string& dockerfile, const std::string& missing) {
    const auto text = draft_.read(dockerfile);
    if (!text || !contains(*text, missing)) return;
    const auto sources = copied_sources(*text);
    const bool is_copied = std::ranges::find(sources, missing, &CopiedSource::path) != sources.end();
    if (!is_copied || sources.size() > sources_max) return;
    const auto contexts = contexts_of(dockerfile, sources, missing);
    if (contexts.size() > contexts_max) return;
    std::optional<Move> move;
    for (const auto& context : contexts) {
      if (is_ignored(patient_.tree, path_in(context, missing))) return;
      const auto one = move_of(context, sources, missing);
      if (one && move) return;
      if (one) move = one;
    }
    if (!move && contexts.size() == 1) return follow_parted(dockerfile, *text, sources, contexts[0], missing);
    if (!move) return;
    std::vector<Edit> edits;
    for (const auto& source : sources) {
      if (is_below(source.path, move->from)) edits.push_back({source.at, move->from.size(), move->to});
    }
    draft_.edit(dockerfile, std::move(edits));
  }

  void follow_parted(const std::string& dockerfile, std::string_view text, const std::vector<CopiedSource>& sources,
                     const std::string& context, const std::string& missing) {
    const std::size_t above = context.empty() ? 0 : context.size() + 1;
    const auto now = parted_list(patient_.tree, path_in(context, missing),
                                 [&](const auto& path) { return is_hidden(context, path.substr(above)); });
    std::vector<Edit> edits;
    for (const auto& source : sources) {
      if (source.path != missing) continue;
      auto more =
          now.empty() || source.to_length == 0 ? std::vector<Edit>{} : copied_from(text, source, now.substr(above));
      if (more.empty()) return;
      std::ranges::move(more, std::back_inserter(edits));
    }
    draft_.edit(dockerfile, std::move(edits));
  }

  static bool is_below(std::string_view path, std::string_view folder) {
    return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
  }

  // The folders that have most of what else is copied, and not what is missing; that of the Dockerfile before others.
  std::vector<std::string> contexts_of(const std::string& dockerfile, const std::vector<CopiedSource>& sources,
                                       const std::string& missing) const {
    Names others;
    for (const auto& source : sources) {
      if (source.path != missing) others.insert(source.path);
    }
    const std::string own(folder_of(dockerfile));
    std::map<std::string, std::size_t> counts = {{own, 0}, {"", 0}};
    for (const auto& other : others) {
      for (const auto& folder : places_.folders_with(other)) ++counts[folder];
    }
    std::erase_if(counts, [&](const auto& row) { return has(row.first, missing); });
    std::size_t best = 0;
    for (const auto& [folder, count] : counts) best = std::max(best, count);
    if (counts.contains(own) && counts[own] == best) return {own};
    std::vector<std::string> contexts;
    for (const auto& [folder, count] : counts) {
      if (count == best) contexts.push_back(folder);
    }
    return contexts;
  }

  // The first part of the path that the context has not; where all that is copied from below it lies below one other folder, there.
  // A file alone is followed by its name.
  std::optional<Move> move_of(const std::string& context, const std::vector<CopiedSource>& sources,
                              const std::string& missing) {
    auto from = missing;
    for (auto above = folder_of(missing); !above.empty() && !has(context, above); above = folder_of(above))
      from = above;
    Names tails;
    for (const auto& source : sources) {
      if (is_below(source.path, from)) tails.insert(source.path.substr(from.size()));
    }
    const bool is_whole = tails.contains("");
    if (is_whole && (tails.size() > 1 || !contains(name_of(from), ".")))
      return std::nullopt;  // a folder by no other sign
    std::vector<std::string> found, beside;
    for (const auto& place :
         is_whole ? places_.called(name_of(from)) : places_.folders_with(std::string_view(*tails.begin()).substr(1))) {
      if (place.empty() || (!context.empty() && !place.starts_with(context + "/"))) continue;
      const auto inner = place.substr(context.empty() ? 0 : context.size() + 1);
      const bool fits =
          is_whole || std::ranges::all_of(tails, [&](const auto& tail) { return places_.has(place + tail); });
      if (!fits || inner == from || is_hidden(context, inner)) continue;
      if (is_whole ? !may_be_it(path_in(context, from), place) : is_aside(place + "/.") && !is_aside(missing)) continue;
      found.push_back(inner);
      if (folder_of(inner) == folder_of(from)) beside.push_back(inner);
    }
    const auto& one = beside.size() == 1 ? beside : found;
    return one.size() == 1 ? std::optional(Move{from, one[0]}) : std::nullopt;
  }

  // May a file of the name be the one that is missing? Where the newest commit took that away, it is where that put it; else it is
  // no example, and no file that each part of a project has one of.
  bool may_be_it(const std::string& missing, const std::string& place) const {
    const auto& before = patient_.last_commit.before;
    const auto was = before.find(missing), now = before.find(place);
    if (was != before.end() && was->second) {
      const bool is_new = now != before.end() && !now->second;
      return is_new && says_what_it_said(*was->second, patient_.tree.read(place).value_or(""));
    }
    return !is_aside(place) && !is_of_each_part(name_of(place));
  }

  // Does the context's .dockerignore name a place, or a folder above it?
  bool is_hidden(const std::string& context, const std::string& inner) {
    const auto& names = ignored_in(context);
    if (names.contains("*") || names.contains(name_of(inner))) return true;
    for (std::string_view part = inner; !part.empty(); part = folder_of(part)) {
      if (names.contains(part)) return true;
    }
    return false;
  }

  // What the .dockerignore of a context names, without the marks of depth around it.
  const Names& ignored_in(const std::string& context) {
    const auto [row, is_new] = ignored_.try_emplace(context);
    const auto text = is_new ? patient_.tree.read(path_in(context, ".dockerignore")).value_or("") : "";
    for (const auto line : split_lines(text)) {
      auto name = trim(line);
      while (name.starts_with('/') || name.starts_with("**/")) name.remove_prefix(name[0] == '/' ? 1 : 3);
      while (name.ends_with('/')) name.remove_suffix(1);
      if (!name.empty()) row->second.emplace(name);
    }
    return row->second;
  }

  const Patient& patient_;
  Places places_;
  std::map<std::string, Names> ignored_;  // by context
  Draft draft_;
};

}  // namespace

std::vector<Patch> follow_docker_copy(const Patient& patient) { return CopyFollower(patient).patches(); }

}  // namespace regreen
