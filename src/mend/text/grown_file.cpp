#include "mend/text/grown_file.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/text/set_aside.h"
#include "mend/text/source_words.h"

#include <algorithm>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t lines_max = 3000, candidates_max = 60;
constexpr std::size_t pairs_max = 200'000;  // of a line of before and one of today that may be the same

/// The words of a line of code.
struct Line {
  std::string_view text;  ///< the whole line
  std::vector<SourceWord> words;

  bool is_at_top() const { return indentation(text).empty(); }
  bool closes() const { return contains(")}]", words[0].text.substr(0, 1)); }
};

std::vector<Line> code_lines(std::string_view path, std::string_view text) {
  const Lines lines(text);
  std::vector<Line> all;
  std::size_t last = 0;
  for (const auto& word : source_words(path, text)) {
    const auto number = lines.number_at(offset_in(text, word.text));
    if (number != last) all.push_back({lines.line(number), {}});
    last = number;
    all.back().words.push_back(word);
  }
  return all;
}

bool is_named(const SourceWord& word, std::string_view name) { return word.is_code && word.text == name; }

bool speaks_of(const Line& line, std::string_view name) {
  return std::ranges::any_of(line.words, [&](const auto& word) { return is_named(word, name); });
}

// Does a line call what has the name, rather than say what it does?
bool calls(const Line& line, std::string_view name) {
  const auto& words = line.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].text == name && words[i + 1].text == "(" && (i == 0 || !words[i - 1].text.starts_with("func")))
      return true;
  }
  return false;
}

bool opens(const SourceWord& word) { return word.is_code && contains("([{", word.text); }
bool closes(const SourceWord& word) { return word.is_code && contains(")]}", word.text); }

// The brackets that are open before a word, outermost first.
std::string brackets_before(const std::vector<SourceWord>& words, std::size_t end) {
  std::string open;
  for (std::size_t i = 0; i < end; ++i) {
    if (opens(words[i])) open += words[i].text;
    if (closes(words[i]) && !open.empty()) open.pop_back();
  }
  return open;
}

// `export { a, b };`, `module.exports = { a, b };`
bool lists_names(const Line& line) {
  const auto& words = line.words;
  const auto is = [&](std::size_t i, std::string_view text) { return i < words.size() && words[i].text == text; };
  const bool is_exports = is(0, "module") && is(2, "exports") && is(4, "{");
  return line.is_at_top() && (is_exports || ((is(0, "export") || is(0, "import") || is(0, "const")) && is(1, "{")));
}

/// Lays the lines of before upon those of today.
class Comparison {
 public:
  Comparison(std::string_view from, std::string_view to, std::string_view block)
      : from_(from), to_(to), block_(block) {}

  bool holds(const std::vector<Line>& was, const std::vector<Line>& is) const {
    std::size_t at = 0;
    bool is_open = true;  // what is new may stand here
    for (const auto& line : is) {
      const bool is_kept = at < was.size() && is_same(was[at], line);
      if (line.is_at_top() && !line.closes()) is_open = !is_kept || is_of_block(line);
      if (!is_kept && ((!is_open && !line.is_at_top()) || calls(line, to_))) return false;
      if (is_kept) ++at;
    }
    return at == was.size();
  }

  /// Does a line say the same but for the name, with an item more in a list of names, or in what an object of the block is made of?
  bool is_same(const Line& was, const Line& is) const {
    const auto &a = was.words, &b = is.words;
    if (a.size() > b.size()) return false;
    std::size_t front = 0, back = 0;
    while (front < a.size() && is_same(a[front], b[front])) ++front;
    while (back < a.size() - front && is_same(a[a.size() - 1 - back], b[b.size() - 1 - back])) ++back;
    if (front + back < a.size()) return false;
    // What a function takes is no matter of its name, and a field beside another one may be half of what it was.
    const bool is_declared = a.back().text == "{" || is_named(a.front(), from_);
    return a.size() == b.size() || (!is_declared && is_item(is, front, b.size() - back));
  }

 private:
  bool is_same(const SourceWord& was, const SourceWord& is) const {
    return is_named(was, from_) ? is_named(is, to_) : was.text == is.text && was.is_code == is.is_code;
  }

  // `, b` or `b,` between `{` and `}`
  bool is_item(const Line& line, std::size_t begin, std::size_t end) const {
    const auto& words = line.words;
    const auto open = brackets_before(words, begin);
    const bool is_front = begin < end && words[begin].text == ",", is_back = begin < end && words[end - 1].text == ",";
    if (!open.ends_with('{') || brackets_before(words, end) != open || is_front == is_back) return false;
    if (lists_names(line)) return open.size() == 1;
    return !block_.empty() && is_field(words, begin + (is_front ? 1 : 0)) && makes_object(words, begin);
  }

  static bool is_field(const std::vector<SourceWord>& words, std::size_t at) {
    return at + 1 < words.size() && is_identifier(words[at].text) && words[at + 1].text == ":";
  }

  // `Config{Addr: a, NAME: 5, …}`: does the innermost bracket have the name, too?
  bool makes_object(const std::vector<SourceWord>& words, std::size_t at) const {
    int depth = 0;
    auto i = at;
    while (i > 0 && (depth > 0 || !opens(words[i - 1]))) depth += closes(words[--i]) ? 1 : opens(words[i]) ? -1 : 0;
    for (depth = 0; i + 1 < words.size() && depth >= 0; ++i) {
      if (depth == 0 && is_named(words[i], to_) && words[i + 1].text == ":") return true;
      depth += opens(words[i]) ? 1 : closes(words[i]) ? -1 : 0;
    }
    return false;
  }

  bool is_of_block(const Line& line) const { return !block_.empty() && line.text.starts_with(block_); }

  std::string_view from_, to_, block_;
};

// The names of today that nothing had before.
std::set<std::string> fresh_names(const std::vector<Line>& was, const std::vector<Line>& is) {
  std::set<std::string> fresh;
  for (const auto& line : is) {
    for (const auto& word : line.words) {
      if (word.is_code && is_identifier(word.text)) fresh.emplace(word.text);
    }
  }
  for (const auto& line : was) {
    for (const auto& word : line.words) fresh.erase(std::string(word.text));
  }
  return fresh;
}

// The lines that say a name, but for lists of names: each new one of these could be any that was there.
std::vector<const Line*> lines_with(const std::vector<Line>& lines, std::string_view name) {
  std::vector<const Line*> found;
  for (const auto& line : lines) {
    if (speaks_of(line, name) && !lists_names(line)) found.push_back(&line);
  }
  return found;
}

bool may_be(const Comparison& renamed, const std::vector<const Line*>& was, const std::vector<const Line*>& is) {
  return std::ranges::any_of(was, [&](const Line* line) {
    return std::ranges::any_of(is, [&](const Line* other) { return renamed.is_same(*line, *other); });
  });
}

}  // namespace

std::optional<std::string> name_in_grown_file(const GrownFile& file, std::string_view name, std::string_view block) {
  const auto was = code_lines(file.path, file.was), is = code_lines(file.path, file.is);
  const auto speaks = [&](const Line& line) { return speaks_of(line, name); };
  if (was.size() > lines_max || is.size() > lines_max || std::ranges::any_of(is, speaks)) return std::nullopt;
  const auto fresh = fresh_names(was, is);
  const auto old_lines = lines_with(was, name);
  if (fresh.size() > candidates_max) return std::nullopt;
  std::set<std::string> found;
  std::size_t pairs = 0;
  for (const auto& today : fresh) {
    const auto new_lines = lines_with(is, today);
    pairs += old_lines.size() * new_lines.size();
    if (pairs > pairs_max) return std::nullopt;
    if (may_be(Comparison(name, today, block), old_lines, new_lines)) found.insert(today);
  }
  const bool is_one = found.size() == 1 && Comparison(name, *found.begin(), block).holds(was, is);
  const bool is_told = is_one && !says_set_aside(*found.begin(), name) && !says_other_value(*found.begin(), name);
  return is_told ? std::optional(*found.begin()) : std::nullopt;
}

}  // namespace regreen
