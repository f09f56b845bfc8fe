#include "mend/text/renames.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/slip.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "mend/text/definition.h"
#include "mend/text/name_words.h"
#include "model/diff.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t file_bytes_max = 64 << 10;  // of what one person reads and writes
constexpr std::size_t all_bytes_max = 1 << 20;
constexpr std::size_t line_bytes_max = 2000;
constexpr std::size_t hunk_lines_max = 200;
constexpr std::size_t renames_max = 20;  // a commit that renames more does something else as well
constexpr std::size_t words_max = 60;    // that may have been renamed, before their lines are weighed
constexpr std::size_t uses_max = 300;    // of a name

constexpr auto language_words = std::to_array<std::string_view>(
    {"abstract",  "and",     "any",      "as",        "assert",    "async",    "auto",    "await",    "bool",
     "boolean",   "break",   "byte",     "case",      "catch",     "char",     "class",   "const",    "constexpr",
     "continue",  "def",     "default",  "defer",     "del",       "do",       "double",  "elif",     "else",
     "enum",      "except",  "export",   "extends",   "False",     "false",    "final",   "finally",  "float",
     "fn",        "for",     "from",     "func",      "function",  "go",       "if",      "impl",     "implements",
     "import",    "in",      "inline",   "int",       "interface", "is",       "lambda",  "let",      "long",
     "match",     "mod",     "mut",      "namespace", "never",     "new",      "nil",     "None",     "not",
     "null",      "nullptr", "number",   "object",    "or",        "override", "package", "pass",     "private",
     "protected", "pub",     "public",   "raise",     "readonly",  "record",   "return",  "self",     "short",
     "signed",    "static",  "str",      "string",    "String",    "struct",   "super",   "switch",   "template",
     "this",      "throw",   "trait",    "True",      "true",      "try",      "type",    "typename", "undefined",
     "union",     "unknown", "unsigned", "use",       "using",     "var",      "virtual", "void",     "volatile",
     "where",     "while",   "with",     "yield",     "i8",        "i16",      "i32",     "i64",      "u8",
     "u16",       "u32",     "u64",      "usize",     "isize",     "f32",      "f64",     "int8",     "int16",
     "int32",     "int64",   "uint8",    "uint16",    "uint32",    "uint64",   "float32", "float64",  "uint",
     "size_t",    "dict",    "list",     "set",       "tuple"});

bool is_name(std::string_view token) { return is_identifier(token) && !is_among(token, language_words); }

/// An identifier that stands where another one stood.
struct Pair {
  std::string from, to;
  std::size_t was_at = 0, at = 0;  ///< in the file before, and today
  bool is_code = false;            ///< no word of a text or comment
};

/// A line that is the same today but for names.
struct LinePair {
  std::vector<Pair> pairs;
  std::string skeleton;  ///< the line without them: lines with the same one could be each other's
};

std::string_view token_at(std::string_view line, std::size_t& at) {
  while (at < line.size() && trim(line.substr(at, 1)).empty()) ++at;
  const auto word = word_at(line, at);
  return word.empty() ? line.substr(std::min(at, line.size()), 1) : word;
}

// Nothing where they differ in more than names.
std::optional<LinePair> paired(std::string_view before, std::string_view after, bool is_indented) {
  if (before.size() > line_bytes_max || after.size() > line_bytes_max) return std::nullopt;
  if (is_indented && indentation(before) != indentation(after)) return std::nullopt;
  LinePair line;
  for (std::size_t old_at = 0, new_at = 0;;) {
    const auto was = token_at(before, old_at), is = token_at(after, new_at);
    if (was.empty() && is.empty()) return line;
    if (was != is && (!is_name(was) || !is_name(is))) return std::nullopt;
    if (was != is) line.pairs.push_back({std::string(was), std::string(is), old_at, new_at, false});
    line.skeleton += was == is ? std::string(was) + " " : "? ";
    old_at += was.size();
    new_at += is.size();
  }
}

/// Lines that follow each other and were changed, and those that stand there today.
struct Hunk {
  std::size_t new_first = 0;
  std::vector<std::size_t> removed, added;
  std::vector<LinePair> lines;  ///< none: they are not the same but for names

  // Where nothing was added, lines are gone before the one that is there today.
  bool touches(std::size_t first, std::size_t last) const {
    return new_first <= last && new_first + added.size() > first;
  }
};

/// A source that the commit changed.
struct Change {
  std::string path, before, after, old_code, new_code;
  std::vector<Hunk> hunks;
};

std::vector<Hunk> hunks_of(const Change& change) {
  std::vector<Hunk> hunks;
  Hunk hunk;
  std::size_t old_line = 1, new_line = 1;
  const auto end_hunk = [&] {
    if (!hunk.removed.empty() || !hunk.added.empty()) hunks.push_back(std::exchange(hunk, {}));
  };
  for (const auto& line : diff_lines(change.before, change.after)) {
    if (line.change == LineChange::kept)
      end_hunk();
    else if (hunk.removed.empty() && hunk.added.empty())
      hunk.new_first = new_line;
    if (line.change == LineChange::removed) hunk.removed.push_back(old_line);
    if (line.change == LineChange::added) hunk.added.push_back(new_line);
    if (line.change != LineChange::added) ++old_line;
    if (line.change != LineChange::removed) ++new_line;
  }
  end_hunk();
  return hunks;
}

void pair_lines(Hunk& hunk, const Change& change, const Lines& before, const Lines& after) {
  if (hunk.removed.size() != hunk.added.size() || hunk.removed.size() > hunk_lines_max) return;
  for (std::size_t i = 0; i < hunk.removed.size(); ++i) {
    const auto was = before.begin(hunk.removed[i]), is = after.begin(hunk.added[i]);
    auto line = paired(before.line(hunk.removed[i]), after.line(hunk.added[i]), is_python_file(change.path));
    if (!line) {
      hunk.lines.clear();
      return;
    }
    for (auto& pair : line->pairs) {
      pair.was_at += was;
      pair.at += is;
      pair.is_code = change.old_code.compare(pair.was_at, pair.from.size(), pair.from) == 0 &&
                     change.new_code.compare(pair.at, pair.to.size(), pair.to) == 0;
    }
    hunk.lines.push_back(std::move(*line));
  }
}

/// Weighs what the changed lines say.
class Reader {
 public:
  Reader(const LastCommit& commit, const Tree& tree, const std::set<std::string>& asked)
      : commit_(commit), tree_(tree), asked_(asked) {}

  Renames renames() {
    if (!read_changes()) return {};
    collect();
    while (drop_what_differs()) {
    }
    if (names_.size() > renames_max) return {};
    Renames renames;
    for (const auto& name : asked_) {
      if (auto rename = rename_of(name)) renames.emplace(name, std::move(*rename));
    }
    return renames;
  }

 private:
  bool is_asked_in(std::string_view text) const {
    return std::ranges::any_of(asked_, [&](const auto& name) { return contains(text, name); });
  }

  bool read_changes() {
    std::size_t bytes = 0;
    for (const auto& [path, before] : commit_.before) {
      if (!before || !is_asked_in(*before)) continue;
      const auto after = tree_.read(path).value_or("");
      bytes += before->size() + after.size();
      if (before->size() > file_bytes_max || after.size() > file_bytes_max || bytes > all_bytes_max) return false;
      auto old_code = code_of(path, *before), new_code = code_of(path, after);
      if (!old_code || !new_code) continue;
      Change change{path, *before, after, std::move(*old_code), std::move(*new_code), {}};
      change.hunks = hunks_of(change);
      changes_.push_back(std::move(change));
    }
    for (auto& change : changes_) {
      const Lines before(change.before), after(change.after);
      for (auto& hunk : change.hunks) pair_lines(hunk, change, before, after);
    }
    return true;
  }

  // A name became just one other one, which is new, and nothing else became that.
  void collect() {
    std::map<std::string, std::set<std::string>> today, was;
    std::set<std::string> in_code;
    for (const auto& change : changes_) {
      for (const auto& hunk : change.hunks) {
        for (const auto& line : hunk.lines) {
          for (const auto& pair : line.pairs) {
            today[pair.from].insert(pair.to);
            was[pair.to].insert(pair.from);
            if (pair.is_code) in_code.insert(pair.from);
          }
        }
      }
    }
    if (in_code.size() > words_max) return;
    for (const auto& from : in_code) {
      const auto& to = *today.at(from).begin();
      if (today.at(from).size() == 1 && was.at(to).size() == 1 && is_new(to)) names_[from] = to;
    }
  }

  bool is_new(const std::string& name) const {
    return std::ranges::none_of(commit_.before, [&](const auto& file) {
      const bool is_source = speech_of(file.first) || is_python_file(file.first);
      return is_source && file.second && !words_in(*file.second, name).empty();
    });
  }

  bool holds(const LinePair& line) const {
    return std::ranges::all_of(line.pairs, [&](const Pair& pair) { return names_.contains(pair.from); });
  }

  bool holds(const Hunk& hunk) const {
    return hunk.removed.size() == hunk.lines.size() && hunk.added.size() == hunk.lines.size() &&
           std::ranges::all_of(hunk.lines, [&](const LinePair& line) { return holds(line); });
  }

  // What a line had that is gone, or is another one today, is not only called otherwise.
  bool drop_what_differs() {
    const auto count = names_.size();
    for (const auto& change : changes_) {
      const Lines lines(change.old_code);
      for (const auto& hunk : change.hunks) {
        for (std::size_t i = 0; i < hunk.removed.size(); ++i) {
          if (i < hunk.lines.size() && holds(hunk.lines[i])) continue;
          for (const auto& word : words_of(lines.line(hunk.removed[i]))) names_.erase(word);
        }
      }
    }
    return names_.size() != count;
  }

  std::optional<Rename> rename_of(const std::string& name) const {
    const auto found = names_.find(name);
    if (found == names_.end()) return std::nullopt;
    const auto& today = found->second;
    if (means_another(name, today) || is_slip(name, today)) return std::nullopt;
    Rename rename{today, {}};
    bool says_more = shares_word(name, today) && !has_other_word(name, today);
    std::size_t lines = 0;
    for (const auto& change : changes_) {
      for (const auto& hunk : change.hunks) {
        for (const auto& line : hunk.lines) {
          const auto pair = std::ranges::find(line.pairs, name, &Pair::from);
          if (pair == line.pairs.end() || is_crossed(hunk, line, name, today)) continue;
          if (++lines > uses_max) return std::nullopt;
          const auto definition = definition_in(change, *pair);
          if (!definition || !holds(hunk) || !is_same(change, pair->at, definition->end)) continue;
          says_more = says_more || definition->says_more;
          rename.places.push_back({change.path, definition->owner});
        }
      }
    }
    if (rename.places.empty() || !(says_more || (lines > rename.places.size() && !has_other_word(name, today))))
      return std::nullopt;
    return rename;
  }

  // Lines of one hunk that are the same but for the names could be each other's: only names tell which.
  static bool is_crossed(const Hunk& hunk, const LinePair& line, const std::string& name, const std::string& today) {
    return std::ranges::count(hunk.lines, line.skeleton, &LinePair::skeleton) > 1 && !shares_word(name, today);
  }

  // It was defined where it is defined today, in the same type.
  std::optional<Definition> definition_in(const Change& change, const Pair& pair) const {
    const auto was = definition_at(change.path, change.old_code, pair.was_at);
    auto is = definition_at(change.path, change.new_code, pair.at);
    if (!was || !is) return std::nullopt;
    const auto owner = names_.find(was->owner);
    return (owner == names_.end() ? was->owner : owner->second) == is->owner ? is : std::nullopt;
  }

  bool is_same(const Change& change, std::size_t begin, std::size_t end) const {
    const Lines lines(change.after);
    const auto first = lines.number_at(begin), last = lines.number_at(std::min(end, change.after.size() - 1));
    return std::ranges::all_of(change.hunks,
                               [&](const Hunk& hunk) { return !hunk.touches(first, last) || holds(hunk); });
  }

  const LastCommit& commit_;
  const Tree& tree_;
  const std::set<std::string>& asked_;
  std::vector<Change> changes_;
  std::map<std::string, std::string, std::less<>> names_;  ///< what each was, and is
};

}  // namespace

Renames renames_of(const LastCommit& commit, const Tree& tree, const std::set<std::string>& asked) {
  return asked.empty() || commit.empty() ? Renames() : Reader(commit, tree, asked).renames();
}

}  // namespace regreen
