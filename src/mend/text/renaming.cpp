#include "mend/text/renaming.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t sources_max = 4000, bytes_max = 16 << 20, files_max = 60;

// What stands before a name where it is declared.
constexpr auto declaring =
    std::to_array<std::string_view>({"function", "class", "interface", "type", "enum", "const", "let", "var", "func",
                                     "fn", "struct", "trait", "static", "mod"});

using Words = std::vector<std::string_view>;

// The text in words and signs, without whole lines of comments. A line between two backquotes is one of a text.
Words read_words(std::string_view text) {
  Words words;
  bool is_text = false;
  for (const auto line : split_lines(text)) {
    const auto said = trim(line);
    const bool is_comment = said.starts_with("//") || said.starts_with("/*") || said == "*" || said.starts_with("* ") ||
                            said.starts_with("*/");
    if (is_comment && !is_text && (!contains(said, "*/") || said.ends_with("*/"))) continue;
    is_text ^= std::ranges::count(line, '`') % 2 == 1;
    for (std::size_t at = 0; at < line.size();) {
      const auto word = word_at(line, at);
      if (word.empty() && line[at] != ' ' && line[at] != '\t' && line[at] != '\r') words.push_back(line.substr(at, 1));
      if (!word.empty()) words.push_back(word);
      at += std::max<std::size_t>(1, word.size());
    }
  }
  return words;
}

// `function NAME`, `func (t T) NAME`
bool declares(std::string_view text, const std::string& name) {
  if (!contains(text, name)) return false;
  return std::ranges::any_of(words_in(text, name), [&](std::size_t at) {
    const auto end = end_of_code_before(text, at);
    return is_among(word_before(text, end), declaring) || text.substr(0, end).ends_with(')');
  });
}

/// A source as it was and as it is.
struct Source {
  std::string from, to;  ///< paths
  std::string was, is;
};

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
      if (!is_source_(path)) continue;
      const auto today = tree_.read(path);
      if (before && today) sources_.push_back({path, path, *before, *today});
      if (before && !today) gone.push_back(path);
      if (!before && today) come.push_back(path);
    }
    if (gone.size() != come.size() || sources_.size() + gone.size() > files_max) return false;
    return std::ranges::all_of(gone, [&](const auto& path) { return pair_moved(path, come); });
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

  // The names that differ; false where anything else does.
  bool read_pairs(const Source& source) {
    const auto was = read_words(source.was), is = read_words(source.is);
    if (was.size() != is.size()) return false;
    for (std::size_t i = 0; i < was.size(); ++i) {
      old_words_.emplace(was[i]);
      new_words_.emplace(is[i]);
      if (was[i] == is[i]) continue;
      if (!is_identifier(was[i]) || !is_identifier(is[i])) return false;
      const auto pair = found_.names.emplace(was[i], is[i]).first;
      if (pair->second != is[i]) return false;
      if (i > 0 && is[i - 1] == was[i - 1] && is_among(is[i - 1], declaring)) declared_.insert(pair->second);
    }
    return true;
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
  std::set<std::string, std::less<>> old_words_, new_words_, declared_;
  Renaming found_;
};

}  // namespace

Renaming renaming_of(const LastCommit& commit, const Tree& tree, const IsSource& is_source) {
  return Reading(commit, tree, is_source).read();
}

}  // namespace regreen
