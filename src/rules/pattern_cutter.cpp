#include "rules/pattern_cutter.h"

#include "base/character.h"

#include <algorithm>

namespace regreen {
namespace {

using Kind = PatternPiece::Kind;

bool is_alnum(char c) { return is(c, alnum); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

class Cutter {
 public:
  explicit Cutter(std::string_view pattern) : pattern_(pattern) {}

  bool done() const { return at_ >= pattern_.size(); }

  PatternPiece piece() {
    PatternPiece piece;
    const std::size_t start = at_;
    switch (pattern_[at_]) {
      case '\\':
        pass_escape();
        piece.kind = at_ - start == 2 && !is_alnum(pattern_[start + 1]) ? Kind::letter : Kind::escape;
        break;
      case '[':
        pass_list();
        piece.kind = Kind::list;
        break;
      case '(':
        pass_group();
        piece.kind = Kind::group;
        break;
      default:
        piece.kind = kind_of(pattern_[at_]);
        for (++at_; !done() && continues_character(pattern_[at_]);) ++at_;
    }
    at_ = std::min(at_, pattern_.size());
    piece.text = pattern_.substr(start, at_ - start);
    if (piece.kind != Kind::bar) piece.quantifier = quantifier();
    return piece;
  }

 private:
  static Kind kind_of(char c) {
    switch (c) {
      case '^':
      case '$': return Kind::anchor;
      case '.': return Kind::any;
      case '|': return Kind::bar;
      default: return Kind::letter;
    }
  }

  // `\.`, `\d`, `\x20`, `\x{1F600}`, `\pL`, `\p{Greek}`, `\012`, `\Qas it stands\E`.
  void pass_escape() {
    const std::string_view rest = pattern_.substr(std::min(at_ + 1, pattern_.size()));
    const auto up_to = [&](std::string_view end) {
      const auto found = rest.find(end);
      return found == std::string_view::npos ? rest.size() : found + end.size();
    };
    std::size_t length = 1;
    if (rest.starts_with('Q')) {
      length = up_to("\\E");
    } else if (rest.starts_with("x{") || rest.starts_with("p{") || rest.starts_with("P{")) {
      length = up_to("}");
    } else if (rest.starts_with('x')) {
      length = 3;
    } else if (rest.starts_with('p') || rest.starts_with('P')) {
      length = 2;
    } else if (const auto digits = rest.find_first_not_of("01234567"); digits != 0) {
      length = std::min<std::size_t>({digits, rest.size(), 3});
    }
    at_ = std::min(at_ + 1 + length, pattern_.size());
  }

  void pass_list() {
    ++at_;
    if (!done() && pattern_[at_] == '^') ++at_;
    if (!done() && pattern_[at_] == ']') ++at_;
    while (!done() && pattern_[at_] != ']') {
      if (pattern_[at_] == '\\') {
        pass_escape();
      } else if (const auto end = pattern_.find(":]", at_ + 2);
                 pattern_.substr(at_, 2) == "[:" && end != pattern_.npos) {
        at_ = end + 2;
      } else {
        ++at_;
      }
    }
    ++at_;
  }

  void pass_group() {
    int depth = 0;
    do {
      if (pattern_[at_] == '\\') {
        pass_escape();
      } else if (pattern_[at_] == '[') {
        pass_list();
      } else {
        depth += pattern_[at_] == '(' ? 1 : pattern_[at_] == ')' ? -1 : 0;
        ++at_;
      }
    } while (depth > 0 && !done());
  }

  std::string_view quantifier() {
    if (done()) return {};
    const std::size_t start = at_;
    if (std::string_view("*+?").find(pattern_[at_]) != std::string_view::npos) {
      ++at_;
    } else if (pattern_[at_] == '{' && is_counted()) {
      at_ = pattern_.find('}', at_) + 1;
    } else {
      return {};
    }
    if (!done() && pattern_[at_] == '?') ++at_;
    return pattern_.substr(start, at_ - start);
  }

  // "{3}", "{3,}", "{3,5}"; a brace that counts nothing stands for itself.
  bool is_counted() const {
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos || end == at_ + 1) return false;
    const auto inside = pattern_.substr(at_ + 1, end - at_ - 1);
    return inside.front() != ',' && inside.find_first_not_of("0123456789,") == std::string_view::npos;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<PatternPiece> cut(std::string_view pattern) {
  std::vector<PatternPiece> pieces;
  for (Cutter cutter(pattern); !cutter.done();) pieces.push_back(cutter.piece());
  return pieces;
}

Enclosed inside(const PatternPiece& group, bool any_case) {
  std::string_view text = group.text;
  if (text.size() < 2 || !text.ends_with(')')) return {};
  text = text.substr(1, text.size() - 2);
  if (!text.starts_with('?')) return {text, any_case};
  if (text.starts_with("?P<") || text.starts_with("?<"))
    return {text.substr(std::min(text.find('>') + 1, text.size())), any_case};
  const auto end = std::min(text.find(':'), text.size());
  const auto flags = text.substr(0, end);
  if (const auto found = flags.find('i'); found != flags.npos) any_case = flags.find('-') > found;
  return {text.substr(std::min(end + 1, text.size())), any_case};
}

namespace {

CharSet range(int first, int last) {
  CharSet set;
  for (int c = first; c <= last; ++c) set.set(static_cast<std::size_t>(c));
  return set;
}

// `\d`, `\s`, `\w`, and letters that are written as escapes; `\.`.
CharSet escaped(std::string_view escape) {
  if (escape.size() != 2) return {};
  switch (const char c = escape[1]; c) {
    case 'd': return range('0', '9');
    case 's': return CharSet().set(' ').set('\t').set('\n').set('\f').set('\r');
    case 'w': return range('0', '9') | range('a', 'z') | range('A', 'Z') | range('_', '_');
    case 't': return range('\t', '\t');
    default: return is_alnum(c) || !is_ascii(c) ? CharSet() : range(c, c);
  }
}

// One ASCII member of a list, from its beginning; empty for what is not understood.
CharSet take_member(std::string_view& list) {
  const std::size_t length = list[0] == '\\' ? 2 : 1;
  if (length > list.size() || !is_ascii(list[0]) || list[0] == '[') return list = {}, CharSet();
  const CharSet set = length == 2 ? escaped(list.substr(0, 2)) : range(list[0], list[0]);
  list.remove_prefix(length);
  return set;
}

std::string_view take_character(std::string_view& list) {
  std::size_t length = 1;
  while (length < list.size() && continues_character(list[length])) ++length;
  const auto character = list.substr(0, length);
  list.remove_prefix(length);
  return character;
}

int lowest(const CharSet& set) {
  int c = 0;
  while (!set.test(static_cast<std::size_t>(c))) ++c;
  return c;
}

Characters members_of(std::string_view list) {
  Characters all;
  while (!list.empty()) {
    if (!is_ascii(list[0])) {
      all.others.push_back(take_character(list));
      if (list.size() > 1 && list[0] == '-') return {};
      continue;
    }
    CharSet member = take_member(list);
    if (member.none()) return {};
    if (list.size() > 1 && list[0] == '-') {
      list.remove_prefix(1);
      const CharSet last = take_member(list);
      if (member.count() != 1 || last.count() != 1) return {};
      member = range(lowest(member), lowest(last));
    }
    all.ascii |= member;
  }
  return all;
}

}  // namespace

Characters characters_of(const PatternPiece& piece) {
  const bool is_escape = piece.text.starts_with('\\');
  switch (piece.kind) {
    case Kind::letter:
      if (is_escape) return {escaped(piece.text), {}};
      return is_ascii(piece.text[0]) ? Characters{range(piece.text[0], piece.text[0]), {}}
                                     : Characters{{}, {piece.text}};
    case Kind::escape: return {escaped(piece.text), {}};
    case Kind::anchor: return {range('\n', '\n'), {}};
    case Kind::list:
      if (piece.text.size() < 3 || piece.text.starts_with("[^")) return {};
      return members_of(piece.text.substr(1, piece.text.size() - 2));
    default: return {};
  }
}

std::optional<Characters> exclusions_of(const PatternPiece& piece) {
  Characters excluded;
  if (piece.kind == Kind::any) {
    excluded.ascii.set('\n');
  } else if (piece.text == "\\S" || piece.text == "\\W" || piece.text == "\\D") {
    const char small[] = {'\\', static_cast<char>(piece.text[1] - 'A' + 'a')};
    excluded.ascii = escaped({small, sizeof small});
  } else if (piece.text.starts_with("[^") && piece.text.size() > 3) {
    excluded = members_of(piece.text.substr(2, piece.text.size() - 3));
  }
  return excluded.any() ? std::optional(std::move(excluded)) : std::nullopt;
}

CharSet edges_of(const PatternPiece& piece) {
  const auto excluded = exclusions_of(piece);
  const bool is_known = excluded && excluded->ascii.any() && piece.text != "\\W" && piece.text != "\\D";
  return is_known ? ~excluded->ascii & ~range('\n', '\n') : CharSet();  // others only widen what is left
}

}  // namespace regreen
