#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/syntax/indent.h"
#include "mend/python/syntax/mending.h"

#include <optional>

namespace regreen {
namespace {

// The opening brackets that nothing closes, innermost last; and the first closing one that fits none.
struct Brackets {
  std::vector<std::size_t> open;
  std::optional<std::size_t> wrong;
};

Brackets brackets_of(const PythonSource& source) {
  Brackets result;
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    if (source.is(i, "(") || source.is(i, "[") || source.is(i, "{")) result.open.push_back(i);
    const bool closes = source.is(i, ")") || source.is(i, "]") || source.is(i, "}");
    if (!closes) continue;
    const std::string_view opening = source.is(i, ")") ? "(" : source.is(i, "]") ? "[" : "{";
    if (result.open.empty() || !source.is(result.open.back(), opening)) {
      result.wrong = i;
      return result;
    }
    result.open.pop_back();
  }
  return result;
}

char closing_of(std::string_view bracket) { return bracket == "(" ? ')' : bracket == "[" ? ']' : '}'; }

// The last line of what the bracket on `line` holds: the lines below that stand deeper.
std::size_t last_line_inside(const Lines& lines, std::size_t line) {
  const auto level = indent_columns(lines.line(line));
  auto last = line;
  for (auto number = line + 1; number <= lines.count(); ++number) {
    if (trim(lines.line(number)).empty()) continue;
    if (indent_columns(lines.line(number)) <= level) break;
    last = number;
  }
  return last;
}

}  // namespace

MendedTexts close_bracket(const PythonSource& source, const PythonFault&) {
  const auto brackets = brackets_of(source);
  if (brackets.open.size() != 1 || brackets.wrong) return {};
  const auto& token = source.tokens()[brackets.open[0]];
  const std::string close(1, closing_of(source.text(token)));
  const Lines lines(source.text());
  // Of the bracket's own line, without comment; read alone, since the rest of the file hangs on the open bracket.
  const auto line = lines.line(token.line);
  const PythonSource alone(line);
  std::size_t code_end = 0;
  std::size_t first = 0;
  bool colon = false;
  for (std::size_t i = 0; i < alone.tokens().size(); ++i) {
    if (alone.tokens()[i].kind == PyKind::comment || alone.tokens()[i].kind == PyKind::line_end) continue;
    code_end = end_of(alone.tokens()[i]);
    colon = alone.is(i, ":");
  }
  const bool header = colon && is_compound(alone, first);
  const auto at = lines.begin(token.line) + code_end - (header ? 1 : 0);
  const auto last = last_line_inside(lines, token.line);
  MendedTexts texts;
  const auto add = [&](std::vector<Edit> edits) {
    for (auto& text : mended(source, std::move(edits))) {
      if (is_indented_well(PythonSource(text))) texts.push_back(std::move(text));
    }
  };
  const bool opens_at_end = !alone.tokens().empty() && code_end == token.offset + 1 - lines.begin(token.line);
  if (!opens_at_end) add({{at, 0, close}});
  if (last > token.line && !header) {
    const auto end = std::string(line_end(source.text()));
    add({{lines.begin(last + 1), 0,
          (lines.begin(last + 1) == lines.end(last) ? end : "") + std::string(indentation(line)) + close + end}});
  }
  return texts;
}

MendedTexts right_bracket(const PythonSource& source, const PythonFault&) {
  const auto brackets = brackets_of(source);
  if (!brackets.wrong) return {};
  const auto& wrong = source.tokens()[*brackets.wrong];
  if (brackets.open.empty()) return mended(source, {{wrong.offset, 1, ""}});
  const std::string right(1, closing_of(source.text(brackets.open.back())));
  auto texts = mended(source, {{wrong.offset, 1, right}});
  if (texts.empty()) texts = mended(source, {{wrong.offset, 0, right}});
  return texts;
}

}  // namespace regreen
