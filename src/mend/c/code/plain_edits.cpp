#include "mend/c/code/plain_edits.h"

#include "base/text.h"
#include "mend/c/language/source.h"
#include "mend/lines.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A source as the compiler reads it, and where a message points.
struct Spot {
  std::string_view text, code;
  std::size_t at = 0;
  std::size_t begin = 0, end = 0;  ///< of the line
  bool is_cpp = false;
  const Project& project;

  std::string_view line() const { return code.substr(begin, end - begin); }
  std::string_view word() const { return word_at(code, at); }
};

using Edits = std::vector<Edit>;

// `char *p = 0`, `p == NULL` → nullptr. Of a default argument gcc names what stands behind it.
Edits null_pointer(const Spot& spot) {
  const auto end = spot.word().empty() ? end_of_code_before(spot.code, spot.at) : spot.at + spot.word().size();
  const auto word = word_before(spot.code, end);
  return spot.is_cpp && (word == "0" || word == "NULL") ? Edits{{end - word.size(), word.size(), "nullptr"}} : Edits{};
}

// `const static int a` → `static const int a`
Edits keyword_first(const Spot& spot) {
  for (const std::string_view keyword : {"static", "inline", "extern", "typedef"}) {
    for (const auto at : words_in(spot.line(), keyword)) {
      const auto head = head_before(spot.code, spot.begin + at);
      const auto first = head.find_first_not_of(" \t\r\n");
      const auto begin = spot.begin + at - head.size() + first;
      if (first == npos || begin < spot.begin || contains(head, "(") || contains(head, "#")) continue;
      if (keyword == "inline" && trim(head) == "static") continue;
      const auto next = spot.code.find_first_not_of(" \t", spot.begin + at + keyword.size());
      return {{begin, 0, std::string(keyword) + " "}, {spot.begin + at, next - spot.begin - at, ""}};
    }
  }
  return {};
}

// `static counter = 3;`, `f(void) { … }` → int
Edits int_said(const Spot& spot) {
  const auto before = word_before(spot.code, end_of_code_before(spot.code, spot.at));
  if (spot.is_cpp || spot.word().empty() || spot.word() == "int" || before == "int") return {};
  return {{spot.at, 0, "int "}};
}

// gcc names the declaration, clang the first word of its line.
Edits main_is_int(const Spot& spot) {
  for (const auto at : words_in(spot.line(), "main")) {
    const auto end = end_of_code_before(spot.code, spot.begin + at);
    const auto open = spot.code.find('{', spot.begin + at);
    const auto close = open == npos ? npos : closing_bracket(spot.code, open);
    if (word_before(spot.code, end) != "void" || close == npos) continue;
    Edits edits = {{end - 4, 4, "int"}};
    for (const auto leave : words_in(spot.code.substr(0, close), "return")) {
      const auto next = spot.code.find_first_not_of(" \t\r\n", leave + 6);
      if (leave > open && spot.code[next] == ';') edits.push_back({leave + 6, 0, " 0"});
    }
    return edits;
  }
  return {};
}

// `#endif GUARD` → `#endif /* GUARD */`
Edits tokens_commented(const Spot& spot) {
  for (const std::string_view directive : {"endif", "else"}) {
    for (const auto at : words_in(spot.line(), directive)) {
      const auto rest = spot.line().substr(at + directive.size());
      const auto from = rest.find_first_not_of(" \t"), to = rest.find_last_not_of(" \t\r");
      if (from == npos || !trim(spot.line()).starts_with('#') ||
          contains(spot.text.substr(spot.begin, spot.end - spot.begin), "*/"))
        continue;
      const auto first = spot.begin + at + directive.size() + from;
      return {{first, 0, "/* "}, {first + to - from + 1, 0, " */"}};
    }
  }
  return {};
}

Edits line_ended(const Spot& spot) {
  return spot.text.ends_with('\n') || spot.text.empty()
             ? Edits{}
             : Edits{{spot.text.size(), 0, std::string(line_end(spot.text))}};
}

// `#if FEATURE` → `#if defined(FEATURE) && FEATURE`; of a longer condition people decide, and of a name that the project defines:
// there it is an include that is missing, or a slip.
Edits defined_first(const Spot& spot) {
  const auto line = trim(spot.line());
  const auto name = spot.word();
  if (!line.starts_with('#') || !line.ends_with(name) || !is_identifier(name)) return {};
  if (std::ranges::any_of(spot.project.macros,
                          [&](const auto& macro) { return macro == name || is_slip(macro, name); }))
    return {};
  const auto directive = trim(line.substr(1, line.size() - 1 - name.size()));
  return directive == "if" || directive == "elif" ? Edits{{spot.at, 0, "defined(" + std::string(name) + ") && "}}
                                                  : Edits{};
}

// `if (a) LOG(b);` where LOG is nothing → `if (a) { LOG(b); }`
Edits body_braced(const Spot& spot) {
  const auto head = head_before(spot.code, spot.at);
  const auto words = words_in(head, "if");
  if (spot.code.substr(spot.at, 1) != ";" || words.empty()) return {};
  const auto open = head.find('(', words.back()), close = open == npos ? npos : closing_bracket(head, open);
  const auto first = close == npos ? npos : head.find_first_not_of(" \t\r\n", close + 1);
  if (first == npos || !is_word_byte(head[first])) return {};
  const auto begin = spot.at - head.size();
  if (!contains(head.substr(close, first - close), "\n")) return {{begin + first, 0, "{ "}, {spot.at + 1, 0, " }"}};
  const auto line = spot.text.rfind('\n', begin + words.back()) + 1;
  const std::string indent(indentation(spot.text.substr(line)));
  return {{begin + close + 1, 0, " {"}, {spot.at + 1, 0, std::string(line_end(spot.text)) + indent + "}"}};
}

// `done++;` of a bool → `done = true;`
Edits set_true(const Spot& spot) {
  const auto mark = spot.line().find("++");
  if (mark == npos || spot.line().find("++", mark + 2) != npos) return {};
  const auto at = spot.begin + mark;
  const auto before = word_before(spot.code, at), behind = word_at(spot.code, at + 2);
  const auto head = trim(head_before(spot.code, before.empty() ? at : at - before.size()));
  const auto end = at + 2 + (before.empty() ? behind.size() : 0);
  if (before.empty() == behind.empty() || spot.code.substr(end, 1) != ";" || !(head.empty() || head.ends_with(')')))
    return {};
  const auto name = std::string(before.empty() ? behind : before);
  return {{at - before.size(), end - at + before.size(), name + " = true"}};
}

// `[=] { use(member_); }` → `[=, this]`
Edits this_captured(const Spot& spot) {
  auto open = spot.code.rfind("[=", spot.at);
  for (; open != npos && open > 0; open = spot.code.rfind("[=", open - 1)) {
    const auto list = closing_bracket(spot.code, open);
    if (list == npos) return {};
    const auto body = list == npos ? npos : spot.code.find('{', list);
    const auto end = body == npos ? npos : closing_bracket(spot.code, body);
    if (end == npos || spot.at < open || spot.at > end) continue;
    return spot.code.substr(open, 3) == "[=]" ? Edits{{open + 2, 0, ", this"}} : Edits{};
  }
  return {};
}

// `A& operator=(const A& other) { … }` → return *this;
Edits this_returned(const Spot& spot) {
  const auto close = spot.code.substr(spot.at, 1) == "}" ? spot.at : npos;
  const auto block = close == npos ? npos : bracket_around(spot.code, close);
  if (block == npos || !words_in(spot.code.substr(block, close - block), "return").empty()) return {};
  const auto head = head_before(spot.code, block);
  const auto name = head.find("operator");
  const auto sign = name == npos ? std::string_view{} : trim(head.substr(name + 8, head.find('(', name) - name - 8));
  const bool assigns = sign.ends_with('=') && sign != "==" && sign != "!=" && sign != "<=" && sign != ">=";
  auto type = assigns ? trim(head.substr(0, name)) : std::string_view{};
  while (type.ends_with("::")) {  // A& A::operator=
    type.remove_suffix(2);
    type = trim(type.substr(0, type.size() - word_before(type, type.size()).size()));
  }
  if (!type.ends_with('&')) return {};
  const auto line = spot.code.rfind('\n', close) + 1;
  const bool is_alone = trim(spot.code.substr(line, close - line)).empty();
  if (!is_alone) return {{close, 0, "return *this; "}};
  const std::string indent(indentation(spot.text.substr(line)));
  return {{line, 0, indent + "  return *this;" + std::string(line_end(spot.text))}};
}

// memset(p, size, 0) → memset(p, 0, size)
Edits memset_in_order(const Spot& spot) {
  for (const auto at : words_in(spot.line(), "memset")) {
    const auto open = spot.code.find('(', spot.begin + at);
    const auto close = open == npos ? npos : closing_bracket(spot.code, open);
    if (close == npos) continue;
    const auto items = items_of(spot.code.substr(open + 1, close - open - 1), Speech::c);
    if (items.size() != 3 || items[2] != "0" || items[1] == "0") continue;
    const auto place = [&](std::string_view item) { return offset_in(spot.code, item); };
    return {{place(items[1]), items[1].size(), "0"},
            {place(items[2]), 1, std::string(spot.text.substr(place(items[1]), items[1].size()))}};
  }
  return {};
}

/// The last place of a mark before another place that only goes on.
class LastMark {
 public:
  LastMark(std::string_view text, std::string_view mark) : text_(text), mark_(mark), next_(text.find(mark)) {}

  std::size_t before(std::size_t at) {
    while (next_ < at) {
      last_ = next_;
      next_ = text_.find(mark_, next_ + 1);
    }
    return last_;
  }

 private:
  std::string_view text_, mark_;
  std::size_t last_ = npos, next_ = npos;
};

// `// x` → `/* x */`, all over a file of C90
Edits old_comments(const Spot& spot) {
  Edits edits;
  const Lines lines(spot.text);
  LastMark open(spot.text, "/*"), close(spot.text, "*/");
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto begin = lines.begin(number), end = lines.end(number);
    const auto line = spot.text.substr(0, end);
    for (auto at = line.find("//", begin); at != npos; at = line.find("//", at + 1)) {
      // a comment is blank in the code, up to the end of its line, and does not lie in an older one
      const bool is_blank = trim(spot.code.substr(at, end - at)).empty();
      const auto opened = open.before(at), closed = close.before(at);
      const bool is_inside = opened != npos && (closed == npos || closed < opened) && spot.code[opened] == ' ';
      const auto comment = spot.text.substr(at, end - at);
      if (!is_blank || is_inside) continue;
      if (contains(comment, "*/") || contains(comment, "/*") || comment.ends_with('\\')) return {};
      edits.push_back({at, 2, "/*"});
      edits.push_back({end, 0, " */"});
      break;
    }
  }
  return edits;
}

// `/* of src/*.c */`: what opens no comment
Edits comment_once(const Spot& spot) {
  return spot.text.substr(spot.at, 2) == "/*" ? Edits{{spot.at + 1, 0, " "}} : Edits{};
}

struct Saying {
  std::string_view said;
  Edits (*edits)(const Spot& spot);
};

constexpr auto sayings = std::to_array<Saying>({
    {"zero as null pointer constant", null_pointer},
    {"is not at beginning of declaration", keyword_first},
    {"type defaults to 'int'", int_said},
    {"return type defaults to 'int'", int_said},
    {"type specifier missing, defaults to 'int'", int_said},
    {"return type of 'main' is not 'int'", main_is_int},
    {"'main' must return 'int'", main_is_int},
    {"extra tokens at end of #", tokens_commented},
    {"no newline at end of file", line_ended},
    {"is not defined, evaluates to 0", defined_first},
    {"suggest braces around empty body", body_braced},
    {"'operator++' is forbidden in C++17", set_true},
    {"ISO C++17 does not allow incrementing expression of type bool", set_true},
    {"implicit capture of 'this' via '[=]' is deprecated", this_captured},
    {"implicit capture of 'this' with a capture default of '=' is deprecated", this_captured},
    {"no return statement in function returning non-void", this_returned},
    {"non-void function does not return a value", this_returned},
    {"'memset' used with constant zero length parameter", memset_in_order},
    {"'size' argument to memset is '0'", memset_in_order},
    {"\"/*\" within comment", comment_once},
    {"'/*' within block comment", comment_once},
    {"C++ style comments are not allowed in ISO C90", old_comments},
});

}  // namespace

std::vector<Edit> plain_edits(const Project& project, std::string_view text, std::string_view said,
                              const TreePlace& place) {
  const auto* saying = std::ranges::find_if(sayings, [&](const Saying& one) { return contains(said, one.said); });
  const Lines lines(text);
  if (saying == sayings.end() || !lines.has(place.line)) return {};
  const auto code = code_only(text, Speech::c);
  const auto at = offset_of(text, place.line, place.column).value_or(lines.begin(place.line));
  const bool is_of_cpp = is_cpp(place.file) || (place.file.ends_with(".h") && !project.has_c);
  return saying->edits({text, code, at, lines.begin(place.line), lines.end(place.line), is_of_cpp, project});
}

}  // namespace regreen
