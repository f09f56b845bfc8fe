#include "mend/rust/code/proposal.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;
constexpr std::size_t tokens_max = 400;  // of a line: comparing takes their square

// What rustc writes where a person has to write something.
constexpr auto gaps = std::to_array<std::string_view>({"todo!(", "unimplemented!(", "\"REASON\"", "/* ", "allow(",
                                                       "expect(\"", "<'life", "_ =>", "<item>", "<stripped>"});

struct Token {
  std::size_t begin = 0, end = 0;
};

// Words and single marks.
std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < line.size();) {
    auto end = at + 1;
    if (is_word_byte(line[at])) {
      while (end < line.size() && is_word_byte(line[end])) ++end;
    }
    if (line[at] != ' ' && line[at] != '\t' && line[at] != '\r') tokens.push_back({at, end});
    at = end;
  }
  return tokens;
}

struct Pair {
  std::size_t now = 0, wanted = 0;
};

// The longest row of tokens that both have.
std::vector<Pair> common(std::string_view now, const std::vector<Token>& a, std::string_view wanted,
                         const std::vector<Token>& b) {
  const auto same = [&](std::size_t i, std::size_t j) {
    return now.substr(a[i].begin, a[i].end - a[i].begin) == wanted.substr(b[j].begin, b[j].end - b[j].begin);
  };
  std::vector<std::vector<std::size_t>> length(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (auto i = a.size(); i-- > 0;) {
    for (auto j = b.size(); j-- > 0;)
      length[i][j] = same(i, j) ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
  }
  std::vector<Pair> pairs;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (same(i, j) && length[i][j] == length[i + 1][j + 1] + 1) {
      pairs.push_back({i++, j++});
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\r') result += c;
  }
  return result;
}

// What stands between two tokens that stay, made what is wanted there: blanks that both have stay where they are.
Edit between(std::string_view now, std::string_view wanted, std::size_t offset) {
  if (wanted.starts_with(now)) return {offset + now.size(), 0, std::string(wanted.substr(now.size()))};
  if (wanted.ends_with(now)) return {offset, 0, std::string(wanted.substr(0, wanted.size() - now.size()))};
  const auto head = now.find_first_not_of(" \t"), wanted_head = wanted.find_first_not_of(" \t");
  const auto tail = now.find_last_not_of(" \t"), wanted_tail = wanted.find_last_not_of(" \t");
  if (head == npos || wanted_head == npos) return {offset, now.size(), std::string(wanted)};
  return {offset + head, tail - head + 1, std::string(wanted.substr(wanted_head, wanted_tail - wanted_head + 1))};
}

// Without what is marked as new, is it the line that is there? Of replaced parts the rest has to fit.
bool differs_only_at_marks(std::string_view now, const RustcLine& line) {
  std::string rest;
  bool has_replaced = false;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const char mark = i < line.marks.size() ? line.marks[i] : ' ';
    has_replaced |= mark == '~';
    if (mark != '+' && mark != '~') rest += line.text[i];
  }
  if (!has_replaced) return plain(rest) == plain(now);
  const auto first = std::min(line.marks.find_first_of("~+"), line.text.size());
  const auto last = std::min(line.marks.find_last_of("~+"), line.text.size() - 1);
  const auto head = plain(std::string_view(line.text).substr(0, first));
  const auto tail = plain(std::string_view(line.text).substr(last + 1));
  const auto whole = plain(now);
  return whole.size() >= head.size() + tail.size() && whole.starts_with(head) && whole.ends_with(tail);
}

// A line with no marks that replaces all that the carets mark.
bool differs_only_at_carets(std::string_view now, const RustcLine& line, const RustcMessage& message) {
  const auto begin = message.column - 1, end = begin + message.width;
  if (line.number != message.line || message.column == 0 || end > now.size() || begin > line.text.size()) return false;
  const auto head = plain(now.substr(0, begin)), tail = plain(now.substr(end)), whole = plain(line.text);
  return plain(line.text.substr(0, begin)) == head && whole.ends_with(tail) &&
         whole.size() >= head.size() + tail.size();
}

// A changed line of several, without marks: most of it is still there.
bool is_changed(std::string_view now, std::string_view wanted) {
  const auto a = tokens_of(now), b = tokens_of(wanted);
  return a.size() <= tokens_max && b.size() <= tokens_max && common(now, a, wanted, b).size() * 2 >= a.size();
}

// The line indented as the lines around it are: rustc shows a tab as four blanks.
std::string indented_like(std::string_view line, std::string_view neighbour) {
  const auto blanks = indentation(line).size();
  if (!neighbour.starts_with('\t')) return std::string(line);
  return std::string(blanks / 4, '\t') + std::string(trim(line));
}

/// One help while its lines are read: those that it adds move the numbers of those below.
class Proposal {
 public:
  Proposal(const RustText& source, const RustcHelp& help, const RustcMessage& message)
      : source_(source), help_(help), message_(message) {}

  std::vector<Edit> edits() {
    for (std::size_t i = 0; i < help_.lines.size(); ++i) {
      if (!read(i)) return {};
    }
    return std::move(edits_);
  }

 private:
  bool read(std::size_t& i) {
    const auto& line = help_.lines[i];
    const auto number = line.number - std::min(added_, line.number);
    if (line.sign == '+') return add(number, line);
    if (!source_.lines.has(number)) return false;
    const auto now = source_.lines.line(number);
    if (line.sign == '-') {
      if (plain(now) != plain(line.text)) return false;
      const bool is_replaced = i + 1 < help_.lines.size() && help_.lines[i + 1].sign == '+';
      if (is_replaced) return change(number, help_.lines[++i].text);
      edits_.push_back(
          {source_.lines.begin(number), source_.lines.begin(number + 1) - source_.lines.begin(number), ""});
      return true;
    }
    if (plain(now) == plain(line.text)) return true;
    if (line.sign == '~') return is_changed(now, line.text) && change(number, line.text);
    if (!line.marks.empty()) return differs_only_at_marks(now, line) && change(number, line.text);
    return help_.lines.size() == 1 && differs_only_at_carets(now, line, message_) && change(number, line.text);
  }

  bool change(std::size_t number, std::string_view wanted) {
    for (auto& edit : edits_between(source_.lines.line(number), wanted, source_.lines.begin(number)))
      edits_.push_back(std::move(edit));
    return true;
  }

  bool add(std::size_t number, const RustcLine& line) {
    if (!source_.lines.has(number) || number == 0) return false;
    if (plain(source_.lines.line(number)) == plain(line.text)) return true;  // it is there
    const auto above = number > 1 ? source_.lines.line(number - 1) : std::string_view();
    const auto text = indented_like(line.text, above) + std::string(line_end(source_.text));
    const auto at = source_.lines.begin(number);
    ++added_;
    if (!edits_.empty() && edits_.back().offset == at && edits_.back().length == 0) {
      edits_.back().text += text;
    } else {
      edits_.push_back({at, 0, text});
    }
    return true;
  }

  const RustText& source_;
  const RustcHelp& help_;
  const RustcMessage& message_;
  std::vector<Edit> edits_;
  std::size_t added_ = 0;
};

}  // namespace

std::vector<Edit> edits_between(std::string_view line, std::string_view wanted, std::size_t offset) {
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);  // npos + 1: nothing
  wanted = wanted.substr(0, wanted.find_last_not_of(" \t\r") + 1);
  const auto a = tokens_of(line), b = tokens_of(wanted);
  if (a.size() > tokens_max || b.size() > tokens_max) return {};
  auto pairs = common(line, a, wanted, b);
  pairs.push_back({a.size(), b.size()});
  std::vector<Edit> edits;
  std::size_t i = 0, j = 0;
  for (const auto& pair : pairs) {
    if (pair.now > i || pair.wanted > j) {
      const auto begin = i == 0 ? indentation(line).size() : a[i - 1].end;
      const auto end = pair.now < a.size() ? a[pair.now].begin : line.size();
      const auto from = j == 0 ? indentation(wanted).size() : b[j - 1].end;
      const auto to = pair.wanted < b.size() ? b[pair.wanted].begin : wanted.size();
      edits.push_back(between(line.substr(begin, end - begin), wanted.substr(from, to - from), offset + begin));
    }
    i = pair.now + 1, j = pair.wanted + 1;
  }
  return edits;
}

std::vector<Edit> proposed_edits(const RustText& source, const RustcHelp& help, const RustcMessage& message) {
  for (const auto& line : help.lines) {
    const bool is_new = line.sign != '-';
    const auto now = source.lines.line(line.number);
    if (is_new && std::ranges::any_of(gaps, [&](auto gap) { return contains(line.text, gap) && !contains(now, gap); }))
      return {};
    if (is_new && trim(line.text).starts_with("use ")) return {};
  }
  return Proposal(source, help, message).edits();
}

}  // namespace regreen
