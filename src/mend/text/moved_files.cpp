#include "mend/text/moved_files.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t moved_lines_min = 3;  // shorter texts are alike by chance
constexpr std::size_t nearly_of = 20;       // lines of which one may be another

constexpr auto aside_folders = std::to_array<std::string_view>(
    {"attic", "archive", "archived", "legacy", "deprecated", "obsolete", "old", "unused"});
constexpr auto aside_words =
    std::to_array<std::string_view>({"example", "sample", "dist", "template", "bak", "disabled", "old", "orig"});

using Moves = std::map<std::string, std::string, std::less<>>;
using Texts = std::map<std::string, std::string>;

bool is_nearly(std::string_view before, std::string_view after) {
  const auto was = split_lines(before), is = split_lines(after);
  const auto most = std::max(was.size(), is.size());
  if (most > std::min(was.size(), is.size()) + most / nearly_of) return false;
  const std::multiset<std::string_view> old_lines(was.begin(), was.end()), new_lines(is.begin(), is.end());
  std::vector<std::string_view> kept;
  std::ranges::set_intersection(old_lines, new_lines, std::back_inserter(kept));
  return (most - kept.size()) * nearly_of <= most;
}

bool is_for_documents(std::string_view path) { return path.starts_with("docs/") || contains(path, "/docs/"); }

bool may_be(const std::string& gone, std::string_view before, const std::string& added, std::string_view after) {
  if ((is_laid_aside(added) && !is_laid_aside(gone)) || (is_for_documents(added) && !is_for_documents(gone)))
    return false;
  return before == after || (name_of(gone) == name_of(added) && is_nearly(before, after));
}

Texts added_by(const LastCommit& commit, const Tree& tree) {
  Texts added;
  for (const auto& [path, before] : commit.before) {
    auto text = before ? std::nullopt : tree.read(path);
    if (text && text->size() <= commit_file_bytes_max) added.emplace(path, std::move(*text));
  }
  return added;
}

}  // namespace

Moves moved_files(const LastCommit& commit, const Tree& tree) {
  const auto added = added_by(commit, tree);
  Moves moves;
  std::map<std::string, int> taken;
  for (const auto& [path, before] : commit.before) {
    if (!before || tree.has(path) || split_lines(*before).size() < moved_lines_min) continue;
    std::vector<std::string> found;
    for (const auto& [place, text] : added) {
      if (may_be(path, *before, place, text)) found.push_back(place);
    }
    if (found.size() == 1 && ++taken[found[0]] > 0) moves.emplace(path, found[0]);
  }
  std::erase_if(moves, [&](const auto& move) { return taken.at(move.second) > 1; });
  return moves;
}

bool is_laid_aside(std::string_view path) {
  const auto in_folder = split(folder_of(path), '/'), in_name = split(name_of(path), '.');
  return std::ranges::any_of(in_folder, [](auto part) { return is_among(part, aside_folders); }) ||
         std::any_of(in_name.begin() + 1, in_name.end(), [](auto part) { return is_among(part, aside_words); });
}

}  // namespace regreen
