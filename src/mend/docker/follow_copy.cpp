// docker.follow-move: COPY and ADD name a file or folder by the place that it had in the context of the build, and it was moved or
// its folder renamed. Which folder is the context shows in what else the Dockerfile copies; a Dockerfile says nothing of it.

#include "base/text.h"
#include "mend/docker/copied.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/place.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

// Files and folders of a tree.
using Places = std::set<std::string, std::less<>>;

Places places_in(const Tree& tree) {
  Places places;
  for (const auto& path : tree.list()) {
    places.insert(path);
    for (auto part = folder_of(path); !part.empty(); part = folder_of(part)) {
      if (!places.emplace(part).second) break;
    }
  }
  return places;
}

/// A part of the context that has another name now: what stood below `from` lies below `to`.
struct Move {
  std::string from, to;
};

class CopyFollower {
 public:
  explicit CopyFollower(const Patient& patient)
      : patient_(patient), places_(places_in(patient.tree)), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      auto missing = capture(occurrence, "path");
      while (missing.starts_with('/') || missing.starts_with("./")) missing.remove_prefix(missing[0] == '/' ? 1 : 2);
      while (missing.ends_with('/')) missing.remove_suffix(1);
      if (missing.empty() || contains(missing, "..")) continue;
      for (const auto& path : patient_.tree.list()) {
        if (is_dockerfile(path)) follow(path, std::string(missing));
      }
    }
    return draft_.patches();
  }

 private:
  bool has(std::string_view folder, std::string_view path) const { return places_.contains(path_in(folder, path)); }

  void follow(const std::string& dockerfile, const std::string& missing) {
    const auto text = draft_.read(dockerfile);
    if (!text || !contains(*text, missing)) return;
    const auto sources = copied_sources(*text);
    if (std::ranges::find(sources, missing, &CopiedSource::path) == sources.end()) return;
    std::optional<Move> move;
    for (const auto& context : contexts_of(dockerfile, sources, missing)) {
      const auto one = move_of(context, sources, missing);
      if (one && move) return;
      if (one) move = one;
    }
    if (!move) return;
    std::vector<Edit> edits;
    for (const auto& source : sources) {
      if (is_below(source.path, move->from)) edits.push_back({source.at, move->from.size(), move->to});
    }
    draft_.edit(dockerfile, std::move(edits));
  }

  static bool is_below(std::string_view path, std::string_view folder) {
    return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
  }

  // The folders that have most of what else is copied, and not what is missing; that of the Dockerfile before others.
  std::vector<std::string> contexts_of(const std::string& dockerfile, const std::vector<CopiedSource>& sources,
                                       const std::string& missing) const {
    std::set<std::string> others;
    for (const auto& source : sources) {
      if (source.path != missing) others.insert(source.path);
    }
    const std::string own(folder_of(dockerfile));
    std::map<std::string, std::size_t> counts = {{own, 0}, {"", 0}};
    for (const auto& other : others) {
      for (const auto& place : places_) {
        const bool is_it = place == other || place.ends_with("/" + other);
        if (is_it) ++counts[place == other ? "" : place.substr(0, place.size() - other.size() - 1)];
      }
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
                              const std::string& missing) const {
    auto from = missing;
    for (auto above = folder_of(missing); !above.empty() && !has(context, above); above = folder_of(above))
      from = above;
    std::set<std::string> tails;
    for (const auto& source : sources) {
      if (is_below(source.path, from)) tails.insert(source.path.substr(from.size()));
    }
    const bool is_whole = tails.contains("");
    if (is_whole && (tails.size() > 1 || !contains(name_of(from), ".")))
      return std::nullopt;  // a folder by no other sign
    std::vector<std::string> found, beside;
    for (const auto& place : places_) {
      if (!context.empty() && !place.starts_with(context + "/")) continue;
      const auto inner = place.substr(context.empty() ? 0 : context.size() + 1);
      const bool fits =
          is_whole ? name_of(inner) == name_of(from)
                   : std::ranges::all_of(tails, [&](const auto& tail) { return places_.contains(place + tail); });
      if (!fits || inner == from || is_hidden(context, inner)) continue;
      found.push_back(inner);
      if (folder_of(inner) == folder_of(from)) beside.push_back(inner);
    }
    const auto& one = beside.size() == 1 ? beside : found;
    return one.size() == 1 ? std::optional(Move{from, one[0]}) : std::nullopt;
  }

  // Does the context's .dockerignore name a place, or a folder above it?
  bool is_hidden(const std::string& context, const std::string& inner) const {
    const auto ignored = patient_.tree.read(path_in(context, ".dockerignore")).value_or("");
    for (const auto line : split_lines(ignored)) {
      auto name = trim(line);
      while (name.starts_with('/') || name.starts_with("**/")) name.remove_prefix(name[0] == '/' ? 1 : 3);
      while (name.ends_with('/')) name.remove_suffix(1);
      if (name == "*" || (!name.empty() && (is_below(inner, name) || name == name_of(inner)))) return true;
    }
    return false;
  }

  const Patient& patient_;
  Places places_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> follow_docker_copy(const Patient& patient) { return CopyFollower(patient).patches(); }

}  // namespace regreen
