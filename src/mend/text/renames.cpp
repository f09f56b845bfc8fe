#include "mend/text/renames.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "model/diff.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t tokens_max = 200;       // of a line that somebody wrote
constexpr std::size_t same_lines_of_ten = 9;  // in a file that was moved and changed a little
constexpr std::size_t moved_lines_min = 3;    // shorter texts are alike by chance

/// An identifier that stands where another one stood.
struct Pair {
  std::string from, to;
  std::string skeleton;  ///< the line's other words: lines with the same one could be each other's
};

std::vector<std::string_view> tokens_of(std::string_view line) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < line.size() && tokens.size() < tokens_max;) {
    const auto word = word_at(line, at);
    const auto token = word.empty() ? line.substr(at, 1) : word;
    if (!trim(token).empty()) tokens.push_back(token);
    at += token.size();
  }
  return tokens;
}

bool is_name(std::string_view token) { return is_identifier(token) && !is_digit(token[0]); }

// What became another name where two lines differ in nothing else.
std::vector<Pair> pairs_of(std::string_view before, std::string_view after) {
  const auto old_tokens = tokens_of(before), new_tokens = tokens_of(after);
  if (old_tokens.size() != new_tokens.size() || old_tokens.size() == tokens_max) return {};
  std::vector<Pair> pairs;
  std::string skeleton;
  for (std::size_t i = 0; i < old_tokens.size(); ++i) {
    if (old_tokens[i] == new_tokens[i]) {
      skeleton += std::string(old_tokens[i]) + " ";
      continue;
    }
    if (!is_name(old_tokens[i]) || !is_name(new_tokens[i])) return {};
    pairs.push_back({std::string(old_tokens[i]), std::string(new_tokens[i]), ""});
    skeleton += "? ";
  }
  for (auto& pair : pairs) pair.skeleton = skeleton;
  return pairs;
}

// How much two names have in common at their ends.
std::size_t likeness(std::string_view a, std::string_view b) {
  const auto most = std::min(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < most && a[front] == b[front]) ++front;
  while (back < most - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return front + back;
}

// Lines that changed places as well are paired wrongly, which names show that are more like each other's.
bool is_crossed(const Pair& one, const Pair& other) {
  if (one.skeleton != other.skeleton || one.from == other.from) return false;
  return likeness(one.from, other.to) > likeness(one.from, one.to) ||
         likeness(other.from, one.to) > likeness(other.from, other.to);
}

/// Collects what the changed lines of all files say.
class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) {}

  void read(const std::string& path, const std::string& before) {
    const auto after = tree_.read(path);
    if (!after || before.size() > commit_file_bytes_max || after->size() > commit_file_bytes_max) return;
    const auto old_code = code_of(path, before), new_code = code_of(path, *after);
    if (!old_code || !new_code) return;
    const auto pairs = pairs_in(before, *after, *old_code, *new_code);
    if (pairs.empty()) return;
    const auto known = words_of(*old_code), today = words_of(*new_code);
    for (const auto& [from, to] : pairs) {
      auto& name = names_[from];
      if (!to || known.contains(*to) || (!name.today.empty() && name.today != *to)) unclear_.insert(from);
      name.today = to.value_or("");
      name.files.insert(path);
      if (today.contains(from)) name.left.insert(path);
    }
  }

  std::map<std::string, Renames::Name, std::less<>> names() && {
    for (const auto& name : unclear_) names_.erase(name);
    return std::move(names_);
  }

 private:
  using Answers = std::map<std::string, std::optional<std::string>>;  ///< nothing: they do not agree

  static Answers pairs_in(std::string_view before, std::string_view after, std::string_view old_code,
                          std::string_view new_code) {
    const Lines old_lines(old_code), new_lines(new_code);
    Answers answers;
    std::size_t old_line = 1, new_line = 1;
    std::vector<std::string_view> removed, added;
    const auto end_hunk = [&] {
      if (removed.size() == added.size()) read_hunk(removed, added, answers);
      removed.clear();
      added.clear();
    };
    for (const auto& line : diff_lines(before, after)) {
      if (line.change == LineChange::kept) end_hunk();
      if (line.change == LineChange::removed) removed.push_back(old_lines.line(old_line));
      if (line.change == LineChange::added) added.push_back(new_lines.line(new_line));
      if (line.change != LineChange::added) ++old_line;
      if (line.change != LineChange::removed) ++new_line;
    }
    end_hunk();
    return answers;
  }

  static void read_hunk(const std::vector<std::string_view>& removed, const std::vector<std::string_view>& added,
                        Answers& answers) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < removed.size(); ++i) {
      for (auto& pair : pairs_of(removed[i], added[i])) pairs.push_back(std::move(pair));
    }
    for (const auto& pair : pairs) {
      const bool is_unclear = std::ranges::any_of(pairs, [&](const Pair& other) { return is_crossed(pair, other); });
      const auto [at, is_new] = answers.try_emplace(pair.from, pair.to);
      if (is_unclear || (!is_new && at->second != pair.to)) at->second.reset();
    }
  }

  const Tree& tree_;
  std::map<std::string, Renames::Name, std::less<>> names_;
  std::set<std::string> unclear_;
};

bool is_nearly(std::string_view before, std::string_view after) {
  if (before == after) return true;
  std::size_t kept = 0, all = 0;
  for (const auto& line : diff_lines(before, after)) {
    if (line.change == LineChange::kept) ++kept;
    ++all;
  }
  return kept * 10 >= all * same_lines_of_ten;
}

// The only file that the commit added with the text of one that is gone.
std::string moved_to(const LastCommit& commit, const Tree& tree, std::string_view before) {
  if (Lines(before).count() < moved_lines_min) return "";
  std::string found;
  for (const auto& [path, was] : commit.before) {
    const auto text = was ? std::nullopt : tree.read(path);
    if (!text || text->size() > commit_file_bytes_max || !is_nearly(before, *text)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

}  // namespace

Renames renames_of(const LastCommit& commit, const Tree& tree) {
  Renames renames;
  Reader reader(tree);
  for (const auto& [path, before] : commit.before) {
    if (!before) continue;
    if (tree.has(path)) {
      reader.read(path, *before);
    } else if (auto today = moved_to(commit, tree, *before); !today.empty()) {
      renames.files.emplace(path, std::move(today));
    }
  }
  renames.names = std::move(reader).names();
  return renames;
}

}  // namespace regreen
