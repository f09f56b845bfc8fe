#include "mend/python/language/python2_syntax.h"

#include "base/among.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// One simple statement of a line: tokens [first, last). A line may hold several, after ':' and ';'.
struct Part {
  std::size_t first, last;
};

std::vector<Part> parts_of(const PythonSource& source, const PyStatement& statement) {
  std::vector<Part> parts;
  std::size_t first = statement.first;
  bool in_lambda = false;
  for (auto i = statement.first; i < statement.last; ++i) {
    if (source.tokens()[i].depth != 0) continue;
    if (source.is(i, "lambda")) in_lambda = true;
    const bool ends = source.is(i, ";") || (source.is(i, ":") && !in_lambda);
    if (source.is(i, ":")) in_lambda = false;
    if (!ends) continue;
    parts.push_back({first, i});
    first = i + 1;
  }
  if (first < statement.last) parts.push_back({first, statement.last});
  return parts;
}

// Rewrites the statements of one file.
class Modernizer {
 public:
  explicit Modernizer(const PythonSource& source) : source_(source) {}

  std::vector<Edit> edits() {
    for (const auto& statement : source_.statements()) {
      for (const auto& part : parts_of(source_, statement)) rewrite(part);
    }
    if (certain_) {
      for (const auto& part : doubtful_) rewrite_print(part);
    }
    rewrite_tokens();
    return edits_;
  }

 private:
  const PyToken& token(std::size_t index) const { return source_.tokens()[index]; }
  std::size_t end_of(std::size_t index) const { return regreen::end_of(token(index)); }
  std::string text(std::size_t first, std::size_t last) const {
    return std::string(source_.text().substr(token(first).offset, end_of(last - 1) - token(first).offset));
  }
  void replace(std::size_t begin, std::size_t end, std::string by) {
    edits_.push_back({begin, end - begin, std::move(by)});
  }

  // The first token at depth 0 that is the word; `part.last` where there is none.
  std::size_t find(const Part& part, std::string_view word) const {
    for (auto i = part.first; i < part.last; ++i) {
      if (token(i).depth == 0 && source_.is(i, word)) return i;
    }
    return part.last;
  }

  void rewrite(const Part& part) {
    if (part.first >= part.last) return;
    if (source_.is(part.first, "print"))
      see_print(part);
    else if (source_.is(part.first, "exec"))
      rewrite_exec(part);
    else if (source_.is(part.first, "except"))
      rewrite_except(part);
    else if (source_.is(part.first, "raise"))
      rewrite_raise(part);
  }

  // Some print statements are also valid expressions of Python 3; those wait until another one settles the matter.
  void see_print(const Part& part) {
    const auto next = part.first + 1;
    if (next == part.last) {
      doubtful_.push_back(part);
      return;
    }
    const auto kind = token(next).kind;
    const bool plain = kind == PyKind::string || kind == PyKind::number || source_.is_name(next) ||
                       source_.is(next, "not") || source_.is(next, "None") || source_.is(next, "True") ||
                       source_.is(next, "False") || source_.is(next, "`");
    if (plain) {
      certain_ = true;
      rewrite_print(part);
    } else if (source_.is(next, "(")) {
      const auto close = source_.closing(next);
      if (close && *close + 1 != part.last) doubtful_.push_back(part);
    } else if (source_.is(next, ">>")) {
      certain_ = true;
      rewrite_print_to(part);
    } else if (source_.is(next, "[") || source_.is(next, "{") || source_.is(next, "-")) {
      doubtful_.push_back(part);
    }
  }

  // Closes the call behind the last argument; a comma at the end means that the line goes on.
  void close_print(const Part& part, const std::string& more) {
    const bool goes_on = source_.is(part.last - 1, ",");
    const auto last = goes_on ? part.last - 2 : part.last - 1;
    replace(end_of(last), end_of(part.last - 1), (goes_on ? ", end=\" \"" : "") + more + ")");
  }

  void rewrite_print(const Part& part) {
    if (part.first + 1 == part.last) {
      replace(end_of(part.first), end_of(part.first), "()");
      return;
    }
    replace(end_of(part.first), token(part.first + 1).offset, "(");
    close_print(part, "");
  }

  void rewrite_print_to(const Part& part) {
    const Part target{part.first + 2, part.last};
    const auto comma = find(target, ",");
    if (target.first >= comma) return;
    const auto file = "file=" + text(target.first, comma);
    if (comma + 1 >= part.last) {
      replace(end_of(part.first), end_of(part.last - 1), "(" + file + ")");
      return;
    }
    replace(end_of(part.first), token(comma + 1).offset, "(");
    close_print(part, ", " + file);
  }

  void rewrite_exec(const Part& part) {
    const auto next = part.first + 1;
    if (next >= part.last || (token(next).kind != PyKind::string && !source_.is_name(next))) return;
    replace(end_of(part.first), token(next).offset, "(");
    if (const auto in = find(part, "in"); in < part.last) replace(end_of(in - 1), token(in + 1).offset, ", ");
    replace(end_of(part.last - 1), end_of(part.last - 1), ")");
  }

  static bool names_exception(std::string_view name) {
    return name.ends_with("Error") || name.ends_with("Exception") || name.ends_with("Warning") ||
           name.ends_with("Exit");
  }

  void rewrite_except(const Part& part) {
    const auto comma = find(part, ",");
    if (comma + 2 != part.last || !source_.is_name(comma + 1)) return;
    if (names_exception(source_.text(token(comma + 1)))) {
      replace(token(part.first + 1).offset, token(part.first + 1).offset, "(");
      replace(end_of(comma + 1), end_of(comma + 1), ")");
    } else {
      replace(end_of(comma - 1), token(comma + 1).offset, " as ");
    }
  }

  void rewrite_raise(const Part& part) {
    const auto comma = find(part, ",");
    if (comma + 1 >= part.last || comma < part.first + 2) return;
    for (auto i = part.first + 1; i < comma; ++i) {
      if (!source_.is_name(i) && !source_.is(i, ".")) return;
    }
    const auto second = find({comma + 1, part.last}, ",");
    replace(end_of(comma - 1), token(comma + 1).offset, "(");
    if (second < part.last && second + 1 < part.last) {
      replace(end_of(second - 1), token(second + 1).offset, ").with_traceback(");
    }
    replace(end_of(part.last - 1), end_of(part.last - 1), ")");
  }

  void rewrite_tokens() {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::size_t open_backtick = none;
    for (std::size_t i = 0; i < source_.tokens().size(); ++i) {
      if (token(i).kind == PyKind::line_end) open_backtick = none;
      if (source_.is(i, "<>")) replace(token(i).offset, end_of(i), "!=");
      if (token(i).kind == PyKind::number) rewrite_number(i);
      if (!source_.is(i, "`")) continue;
      if (open_backtick != none) {
        replace(token(open_backtick).offset, end_of(open_backtick), "repr(");
        replace(token(i).offset, end_of(i), ")");
        open_backtick = none;
      } else {
        open_backtick = i;
      }
    }
  }

  void rewrite_number(std::size_t index) {
    const auto number = source_.text(token(index));
    const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    if ((number.ends_with('L') || number.ends_with('l')) && number.find_first_of(".eEjJ") == std::string_view::npos) {
      replace(end_of(index) - 1, end_of(index), "");
      return;
    }
    const auto value = number.find_first_not_of('0');
    if (!digits || number[0] != '0' || number.size() == 1 || value == std::string_view::npos) return;
    const bool octal = number.find_first_of("89") == std::string_view::npos && number.size() - value > 1;
    replace(token(index).offset, token(index).offset + value, octal ? "0o" : "");
  }

  const PythonSource& source_;
  std::vector<Edit> edits_;
  std::vector<Part> doubtful_;
  bool certain_ = false;
};

}  // namespace

std::vector<Edit> python3_edits(const PythonSource& source) { return Modernizer(source).edits(); }

bool is_python2(const PythonSource& source) {
  static constexpr auto functions =
      std::to_array<std::string_view>({"xrange", "unicode", "unichr", "basestring", "raw_input", "execfile"});
  static constexpr auto methods = std::to_array<std::string_view>({"has_key", "iteritems", "itervalues", "iterkeys"});
  static constexpr auto modules =
      std::to_array<std::string_view>({"urllib2", "urlparse", "httplib", "StringIO", "cStringIO", "cPickle", "Queue",
                                       "Tkinter", "ConfigParser", "__builtin__"});
  if (!python3_edits(source).empty()) return true;
  bool has_name = false;
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    if (source.is(i, "NameError") || source.is(i, "ImportError")) return false;
    const auto is_in = [&](const auto& names) { return is_among(source.text(i), names); };
    const auto before = i == 0 ? "" : source.text(i - 1);
    const bool is_module =
        before == "from" || (before == "import" && (i == 1 || source.tokens()[i - 2].kind == PyKind::line_end));
    has_name |= before == "." ? is_in(methods) : is_in(functions) || (is_module && is_in(modules));
  }
  return has_name;
}

}  // namespace regreen
