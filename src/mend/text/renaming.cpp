#include "mend/text/renaming.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/source_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t sources_max = 4000, bytes_max = 16 << 20, files_max = 60, names_max = 20;

// What stands before a name where it is declared.
constexpr auto declaring =
    std::to_array<std::string_view>({"function", "class", "interface", "type", "enum", "const", "let", "var", "func",
                                     "fn", "struct", "trait", "static", "mod"});

// `function NAME`, `func (t T) NAME`
bool declares(std::string_view text, const std::string& name) {
  if (!contains(text, name)) return false;
  return std::ranges::any_of(words_in(text, name), [&](std::size_t at) {
    const auto end = end_of_code_before(text, at);
    return is_among(word_before(text, end), declaring) || text.substr(0, end).ends_with(')');
  });
}

using WordSet = std::set<std::string>;

/// A source as it was and as it is.
struct Source {
  std::string from, to;  ///< paths
  std::string was, is;
};

// What sources may read, or are built with: who changes it along with them does more than give names.
bool may_be_read(std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {".json",       ".yaml", ".yml",  ".toml",  ".csv",     ".tsv",  ".sql", ".txt", ".xml", ".ini", ".env",
       ".properties", ".html", ".tmpl", ".proto", ".graphql", ".lock", ".sum", ".mod", ".c",   ".h",   ".s"});
  return !path.starts_with('.') && !is_test(path) &&
         std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}

// A manifest without the first line that tells its version.
std::string without_version(std::string_view text) {
  std::string rest;
  bool is_told = false;
  for (const auto line : split_lines(text)) {
    const bool is_version = !is_told && (trim(line).starts_with("\"version\":") || line.starts_with("version = "));
    is_told |= is_version;
    if (!is_version) rest += std::string(line) + "\n";
  }
  return rest;
}

class Reading {
 public:
  Reading(const LastCommit& commit, const Tree& tree, const IsSource& is_source)
      : commit_(commit), tree_(tree), is_source_(is_source) {}

  Renaming read() {
    if (!collect() || !std::ranges::all_of(sources_, [&](const auto& one) { return read_pairs(one); }) || !is_plain())
      return {};
    return std::move(found_);
  }

 private:
  // The sources that the commit changed, and those that it moved; false where one came or went.
  bool collect() {
    std::vector<std::string> gone, come;
    for (const auto& [path, before] : commit_.before) {
      if (may_be_read(path) && !is_only_raised(path, before)) return false;
      if (!is_source_(path)) continue;
      const auto today = tree_.read(path);
      if (before && today) sources_.push_back({path, path, *before, *today});
      if (before && !today) gone.push_back(path);
      if (!before && today) come.push_back(path);
    }
    if (gone.size() != come.size() || sources_.size() + gone.size() > files_max) return false;
    return std::ranges::all_of(gone, [&](const auto& path) { return pair_moved(path, come); });
  }

  // Has a manifest another version, and is the same but for that?
  bool is_only_raised(const std::string& path, const std::optional<std::string>& before) const {
    const bool is_manifest = name_of(path) == "package.json" || name_of(path) == "Cargo.toml";
    return is_manifest && before && without_version(*before) == without_version(tree_.read(path).value_or(""));
  }

  // A file that is gone lies byte for byte at one other place.
  bool pair_moved(const std::string& gone, const std::vector<std::string>& come) {
    const auto& was = *commit_.before.find(gone)->second;
    const auto is_same = [&](const auto& path) { return tree_.read(path) == was; };
    if (was.empty() || std::ranges::count_if(come, is_same) != 1) return false;
    const auto there = *std::ranges::find_if(come, is_same);
    const bool is_new = std::ranges::none_of(found_.files, [&](const auto& one) { return one.second == there; });
    found_.files.emplace(gone, there);
    sources_.push_back({gone, there, was, was});
    return is_new;
  }

  // The names that differ in code; false where anything else does, and what is said in a literal is no name.
  bool read_pairs(const Source& source) {
    const auto was = source_words(source.from, source.was), is = source_words(source.to, source.is);
    if (was.size() != is.size()) return false;
    for (std::size_t i = 0; i < was.size(); ++i) {
      remember(was[i], old_words_);
      remember(is[i], new_words_);
      if (was[i].text == is[i].text) continue;
      if (!is_name(was[i]) || !is_name(is[i])) return false;
      const auto pair = found_.names.emplace(was[i].text, is[i].text).first;
      if (pair->second != is[i].text || found_.names.size() > names_max) return false;
      const bool is_declared = i > 0 && is[i - 1].text == was[i - 1].text && is_among(is[i - 1].text, declaring);
      if (is_declared) declared_.insert(pair->second);
    }
    return true;
  }

  static bool is_name(const SourceWord& word) { return word.is_code && is_identifier(word.text); }

  static void remember(const SourceWord& word, WordSet& words) {
    if (word.is_code || word.text.size() < 2)
      words.emplace(word.text);
    else
      words.merge(words_of(word.text));
  }

  // A module is declared by its file, too.
  bool is_declared(const std::string& was, const std::string& is) const {
    return declared_.contains(is) || std::ranges::any_of(found_.files, [&](const auto& one) {
             const auto stem = [](std::string_view path) { return name_of(path).substr(0, name_of(path).find('.')); };
             return stem(one.first) == was && stem(one.second) == is;
           });
  }

  // All of a name was given the other one, which nothing was called before.
  bool is_plain() const {
    std::set<std::string_view> others;
    for (const auto& [was, is] : found_.names) {
      if (new_words_.contains(was) || old_words_.contains(is) || !others.insert(is).second || !is_declared(was, is))
        return false;
    }
    return !found_.empty() && !is_declared_elsewhere();
  }

  // Does a source that the commit left alone declare one of the new names? Then another thing was called so all the time.
  bool is_declared_elsewhere() const {
    std::size_t sources = 0, bytes = 0;
    for (const auto& path : tree_.list()) {
      if (!is_source_(path) || commit_.before.contains(path)) continue;
      const auto text = tree_.read(path).value_or("");
      if (++sources > sources_max || (bytes += text.size()) > bytes_max) return true;
      if (std::ranges::any_of(found_.names, [&](const auto& one) { return declares(text, one.second); })) return true;
    }
    return false;
  }

  const LastCommit& commit_;
  const Tree& tree_;
  const IsSource& is_source_;
  std::vector<Source> sources_;
  WordSet old_words_, new_words_;
  std::set<std::string, std::less<>> declared_;
  Renaming found_;
};

}  // namespace

Renaming renaming_of(const LastCommit& commit, const Tree& tree, const IsSource& is_source) {
  return Reading(commit, tree, is_source).read();
}

}  // namespace regreen
