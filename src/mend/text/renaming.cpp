#include "mend/text/renaming.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t sources_max = 4000, bytes_max = 16 << 20, files_max = 60, names_max = 20;
constexpr std::size_t remark_max = 20'000;  // bytes
constexpr auto npos = std::string_view::npos;

// What stands before a name where it is declared.
constexpr auto declaring =
    std::to_array<std::string_view>({"function", "class", "interface", "type", "enum", "const", "let", "var", "func",
                                     "fn", "struct", "trait", "static", "mod"});

/// A word or a sign of a source, or a whole literal.
struct Word {
  std::string_view text;
  bool is_code = false;
};

Speech speech_of(std::string_view path) {
  return path.ends_with(".go") ? Speech::go : path.ends_with(".rs") ? Speech::rust : Speech::javascript;
}

// Between the tags of a page two slashes begin no comment, and the comments above `import "C"` are code of another language.
bool may_have_remarks(std::string_view path, std::string_view text) {
  return !path.ends_with(".tsx") && !path.ends_with(".jsx") && !contains(text, "import \"C\"") &&
         text.size() <= source_bytes_max;
}

/// Reads a source in words, without the comments that are for people alone.
class WordReader {
 public:
  WordReader(std::string_view path, std::string_view text)
      : text_(text),
        code_(text.size() <= source_bytes_max ? code_only(text, speech_of(path)) : std::string(text)),
        has_remarks_(may_have_remarks(path, text)) {}

  std::vector<Word> read() && {
    while (at_ < text_.size()) {
      if (!pass_remark() && !take_literal()) take_word();
    }
    return std::move(words_);
  }

 private:
  // A comment of whole lines that says nothing but sentences. Others may be for tools: `//go:embed`, `// +build`, `@jsx h`.
  bool pass_remark() {
    const auto rest = text_.substr(at_, remark_max);
    const bool is_block = rest.starts_with("/*");
    const bool is_remark = is_block || rest.starts_with("// ") || rest.starts_with("//\n");
    if (!is_remark || !has_remarks_ || is_in_template_ || code_[at_] != ' ' || !trim(line_before(text_, at_)).empty())
      return false;
    const auto close = is_block ? rest.find("*/") : rest.find('\n');
    if (close == npos) return false;
    const auto end = close + (is_block ? 2 : 0);
    const auto behind = rest.substr(end, rest.find('\n', end) - end);
    if (!trim(behind).empty() || rest.substr(0, end).find_first_of("@#+\"") != npos) return false;
    at_ += end;
    return true;
  }

  bool take_literal() {
    const char quote = code_[at_];
    if (is_in_template_ || !contains("\"'`", {&quote, 1})) return false;
    const auto end = code_.find_first_not_of(" \r\n", at_ + 1);
    if (end == npos || code_[end] != quote) return false;
    words_.push_back({text_.substr(at_, end + 1 - at_)});
    at_ = end + 1;
    return true;
  }

  // Blanks count where they are those of a text that has code in it.
  void take_word() {
    if (code_[at_] == '`') is_in_template_ = !is_in_template_;
    const auto word = word_at(text_, at_);
    const auto taken = word.empty() ? text_.substr(at_, 1) : word;
    if (is_in_template_ || !contains(" \t\r\n", taken))
      words_.push_back({taken, code_.compare(at_, taken.size(), taken) == 0});
    at_ += taken.size();
  }

  std::string_view text_;
  std::string code_;
  bool has_remarks_;
  bool is_in_template_ = false;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

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
    const auto was = WordReader(source.from, source.was).read(), is = WordReader(source.to, source.is).read();
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

  static bool is_name(const Word& word) { return word.is_code && is_identifier(word.text); }

  static void remember(const Word& word, WordSet& words) {
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
