// files.fix-case: a file of data is asked for by a name that is put together, and is called so but for capitals, which no file beside
// it has: it was renamed where case does not count.
//
//   No such file or directory: 'tests/data/brest_2024.csv'      tests/data/Brest_2024.CSV, beside brest_2023.csv and rye_2024.csv
//
// Where somebody writes either of the names, or a word of the one that the file has, that is what is right or wrong.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/fixers.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t others_min = 2;  // files beside it that show how they are called

bool has_capitals(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Files that are read and not run: no tool finds them by their names.
bool is_read_only_by_name(const std::string& path) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {".csv", ".tsv", ".json", ".xml", ".txt", ".png", ".jpg", ".svg", ".html", ".sql", ".dat", ".golden", ".bin"});
  return std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}

bool is_prose(std::string_view path) { return path.ends_with(".md") || path.ends_with(".rst"); }

// The paths that a log says are not there: "'/work/app/tests/data/brest_2024.csv'".
std::set<std::string> paths_said(const Occurrence& occurrence) {
  std::string line = occurrence.at.text;
  std::ranges::replace_if(
      line,
      [](char c) {
        return contains("'\"`:,()", {&c, 1});
      },
      ' ');
  std::set<std::string> paths;
  for (const auto word : split(line, ' ')) {
    if (contains(word, "/") && contains(name_of(word), ".")) paths.emplace(word);
  }
  return paths;
}

/// Looks for the file that is meant by a path which is not there.
class CaseFixer {
 public:
  explicit CaseFixer(const Tree& tree) : tree_(tree) {}

  /// The file, and how it is to be called.
  std::optional<std::pair<std::string, std::string>> meant(std::string_view said) const {
    for (auto path = said; contains(path, "/"); path = path.substr(path.find('/') + 1)) {
      if (path.starts_with('/') || path.starts_with('.')) continue;
      const std::string wrong(path);
      if (tree_.has(wrong)) return std::nullopt;
      const auto found = called_alike(wrong);
      if (found.empty()) continue;
      const bool is_right = !has_capitals(name_of(wrong)) && is_read_only_by_name(wrong) && !is_vendored(wrong) &&
                            !is_ignored(tree_, wrong) && !is_written(name_of(wrong)) && !is_written(name_of(found)) &&
                            !is_known(found) && others_are_small(wrong, found);
      return is_right ? std::optional(std::pair(found, wrong)) : std::nullopt;
    }
    return std::nullopt;
  }

 private:
  // The only file of the folder that is called so but for case.
  std::string called_alike(const std::string& wrong) const {
    std::string found;
    for (const auto& path : tree_.list()) {
      if (folder_of(path) != folder_of(wrong) || lower(name_of(path)) != name_of(wrong)) continue;
      if (!found.empty()) return "";
      found = path;
    }
    return found;
  }

  // Do the other files of the kind have no capitals?
  bool others_are_small(const std::string& wrong, const std::string& found) const {
    const auto ending = wrong.substr(wrong.rfind('.'));
    std::size_t others = 0;
    for (const auto& path : tree_.list()) {
      if (path == found || folder_of(path) != folder_of(wrong) || !lower(path).ends_with(ending)) continue;
      if (has_capitals(name_of(path))) return false;
      ++others;
    }
    return others >= others_min;
  }

  bool is_written(std::string_view name) const {
    const auto stem = name.substr(0, name.rfind('.'));
    return std::ranges::any_of(tree_.list(), [&](const std::string& path) {
      const auto text = tree_.read(path);
      return text && (contains(*text, name) || contains(*text, "\"" + std::string(stem) + "\"") ||
                      contains(*text, "'" + std::string(stem) + "'"));
    });
  }

  // Does somebody put the name together as it is: a list of towns that says "Oslo", for Oslo.csv or Oslo_2024.csv?
  bool is_known(const std::string& found) const {
    auto stem = std::string(name_of(found).substr(0, name_of(found).rfind('.')));
    std::set<std::string> words = {stem};
    std::ranges::replace_if(
        stem,
        [](char c) {
          return contains("-_.", {&c, 1});
        },
        ' ');
    for (const auto part : split(stem, ' ')) words.emplace(part);
    std::erase_if(words, [](const auto& word) { return !has_capitals(word); });
    const auto ending = lower(found.substr(found.rfind('.')));
    return std::ranges::any_of(tree_.list(), [&](const std::string& path) {
      const bool is_beside = folder_of(path) == folder_of(found) && lower(path).ends_with(ending);
      const auto text = is_beside || is_prose(path) ? std::nullopt : tree_.read(path);
      return text && std::ranges::any_of(words, [&](const auto& word) { return !words_in(*text, word).empty(); });
    });
  }

  const Tree& tree_;
};

}  // namespace

std::vector<Patch> fix_file_case(const Patient& patient) {
  Draft draft(patient.tree);
  const CaseFixer fixer(patient.tree);
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& path : paths_said(occurrence)) {
      const auto meant = done.insert(path).second ? fixer.meant(path) : std::nullopt;
      if (meant) draft.move(meant->first, meant->second);
    }
  }
  return draft.patches();
}

}  // namespace regreen
