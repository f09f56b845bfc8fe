// java.fix-warning: what javac warns of where warnings are errors, and can be written otherwise without another meaning.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_classes.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Warning {
  std::string file;
  std::size_t line = 0;
  std::string kind, text;
  std::size_t column = 0;  // from 1; 0 where it is not said

  auto operator<=>(const Warning&) const = default;
};

// "src/Cart.java:5: warning: [serial] text" and, two lines below, '^'; "[WARNING] /app/Cart.java:[5,8] [serial] text"
std::optional<Warning> read_warning(const Tree& tree, const std::vector<std::string>& lines, std::size_t i) {
  const std::string_view line = lines[i];
  const auto path = line.find(".java:");
  const auto open = path == npos ? npos : line.find(" [", path), close = open == npos ? npos : line.find("] ", open);
  if (close == npos || !(contains(line, "warning: [") || contains(line, "[WARNING]"))) return std::nullopt;
  auto begin = line.find_last_of(" \t", path);
  begin = begin == npos ? 0 : begin + 1;
  const auto file = find_file(tree, line.substr(begin, path + 5 - begin));
  auto digits = line.substr(path + 6);
  const bool bracket = digits.starts_with('[');
  if (bracket) digits.remove_prefix(1);
  const auto number = line_number(digits.substr(0, digits.find_first_not_of("0123456789")));
  if (!file || !number) return std::nullopt;
  Warning one{*file, static_cast<std::size_t>(*number), std::string(line.substr(open + 2, close - open - 2)),
              std::string(line.substr(close + 2)), 0};
  const auto comma = digits.find(',');
  if (bracket && comma != npos)
    one.column =
        static_cast<std::size_t>(line_number(digits.substr(comma + 1, digits.find(']') - comma - 1)).value_or(0));
  if (i + 2 < lines.size() && trim(lines[i + 2]) == "^") one.column = lines[i + 2].find('^') + 1;
  return one;
}

std::vector<Warning> warnings_of(const Patient& patient) {
  std::vector<Warning> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto lines = lines_of(occurrence);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      auto one = read_warning(patient.tree, lines, i);
      if (one && !is_among(*one, all)) all.push_back(std::move(*one));
    }
  }
  return all;
}

struct Source {
  std::string_view text, code;
  const Lines& lines;

  std::size_t at(const Warning& one) const {
    const auto begin = lines.begin(one.line);
    return one.column == 0 ? begin + indentation(lines.line(one.line)).size() : begin + one.column - 1;
  }
};

std::vector<Edit> add_serial(const Source& source, const Warning& one) {
  const auto mark = one.text.find("serializable class ");
  const auto rest = std::string_view(one.text).substr(mark == npos ? 0 : mark + 19);
  const auto name = rest.substr(0, rest.find(' '));
  const auto head =
      source.code.find("class " + std::string(name.substr(name.rfind('.') + 1)), source.lines.begin(one.line));
  const auto open = head == npos || head > source.lines.end(one.line) ? npos : source.code.find('{', head);
  const auto close = open == npos ? npos : closing_bracket(source.code, open);
  if (close == npos || contains(source.code.substr(open, close - open), "serialVersionUID")) return {};
  const auto next = source.lines.number_at(open) + 1;
  const auto front = std::string(indentation(source.lines.line(one.line)));
  auto inner = std::string(indentation(source.lines.line(next)));
  if (inner.size() <= front.size()) inner = front + (contains(source.text, "\n\t") ? "\t" : "    ");
  const std::string end(line_end(source.text));
  const bool empty = trim(source.code.substr(open + 1, close - open - 1)).empty();
  const auto line = end + inner + "private static final long serialVersionUID = 1L;";
  if (empty) return {{open + 1, close - open - 1, line + end + front}};
  return {{open + 1, 0, line + (trim(source.lines.line(next)).empty() ? "" : end)}};
}

std::vector<Edit> drop_cast(const Source& source, const Warning& one) {
  auto begin = source.at(one);
  if (begin >= source.code.size() || source.code[begin] != '(') {  // the only one of its kind on the line
    const auto cast = "(" + one.text.substr(one.text.rfind(' ') + 1) + ")";
    const auto line = source.lines.line(one.line);
    const auto at = line.find(cast);
    if (at == npos || line.find(cast, at + 1) != npos) return {};
    begin = source.lines.begin(one.line) + at;
  }
  const auto close =
      begin < source.code.size() && source.code[begin] == '(' ? closing_bracket(source.code, begin) : npos;
  if (close == npos || source.code.substr(begin, close - begin).find('\n') != npos) return {};
  const auto next = source.code.find_first_not_of(' ', close + 1);
  return {{begin, next - begin, ""}};
}

// other.limit() → Cart.limit()
std::vector<Edit> by_type(const Source& source, const Warning& one) {
  const auto mark = one.text.find("type name, "), end = one.text.find(',', mark == npos ? 0 : mark + 11);
  const auto dot = source.at(one);
  if (mark == npos || end == npos || one.column == 0 || dot >= source.code.size() || source.code[dot] != '.') return {};
  const auto name = word_before(source.code, dot);
  const auto begin = dot - name.size();
  if (name.empty() || source.code.substr(0, begin).ends_with('.')) return {};
  return {{begin, name.size(), one.text.substr(mark + 11, end - mark - 11)}};
}

std::vector<Edit> annotate_deprecated(const Source& source, const Warning& one) {
  const auto front = std::string(indentation(source.lines.line(one.line)));
  return {{source.lines.begin(one.line), 0, front + "@Deprecated" + std::string(line_end(source.text))}};
}

// `new ArrayList()` → `new ArrayList<>()`; `List copy = new ArrayList<String>()` → `List<String> copy`
std::vector<Edit> give_type(const Source& source, const Warning& one) {
  const auto begin = source.at(one), end = begin + word_at(source.code, begin).size();
  if (one.column == 0 || end == begin || source.code.substr(end, 1) == "<") return {};
  const auto line = source.code.substr(source.lines.begin(one.line), source.lines.line(one.line).size());
  const bool made = begin >= 4 && source.code.substr(begin - 4, 4) == "new ";
  const auto equals = line.find(" = ");
  if (made) {
    const bool typed = equals != npos && contains(line.substr(0, equals), "<") && source.code.substr(end, 1) == "(";
    return typed ? std::vector<Edit>{{end, 0, "<>"}} : std::vector<Edit>{};
  }
  const auto create = line.find("= new ");
  const auto open = create == npos ? npos : line.find('<', create),
             round = create == npos ? npos : line.find('(', create);
  const auto close = open == npos || open > round ? npos : line.rfind('>', round);
  if (close == npos || close == open + 1 || source.lines.begin(one.line) + create < end) return {};
  return {{end, 0, std::string(source.text.substr(source.lines.begin(one.line) + open, close - open + 1))}};
}

std::vector<Edit> drop_word(const Source& source, const Warning& one, std::string_view word) {
  std::vector<Edit> edits;
  const auto begin = source.lines.begin(one.line);
  for (const auto at : words_in(source.code.substr(begin, source.lines.line(one.line).size()), word))
    edits.push_back({begin + at, word.size() + 1, ""});
  return edits;
}

// BigDecimal.ROUND_HALF_UP → RoundingMode.HALF_UP; new Locale("de") → Locale.of("de")
std::vector<Edit> use_today(const Source& source, const Warning& one) {
  const auto begin = source.lines.begin(one.line);
  const auto line = source.code.substr(begin, source.lines.line(one.line).size());
  std::vector<Edit> edits;
  if (contains(one.text, "ROUND_") && contains(one.text, "in BigDecimal")) {
    for (auto at = line.find("BigDecimal.ROUND_"); at != npos; at = line.find("BigDecimal.ROUND_", at + 1))
      edits.push_back({begin + at, 17, "RoundingMode."});
    if (const auto import = edits.empty() ? std::nullopt : add_java_import_line(source.text, "java.math.RoundingMode"))
      edits.push_back(*import);
  }
  if (one.text.starts_with("Locale(")) {
    if (const auto at = line.find("new Locale("); at != npos) edits.push_back({begin + at, 10, "Locale.of"});
  }
  return edits;
}

std::vector<Edit> edits_for(const Source& source, const Warning& one) {
  if (!source.lines.has(one.line)) return {};
  if (one.kind == "serial" && contains(one.text, "no definition of serialVersionUID")) return add_serial(source, one);
  if (one.kind == "cast" && contains(one.text, "redundant cast")) return drop_cast(source, one);
  if (one.kind == "static") return by_type(source, one);
  if (one.kind == "dep-ann") return annotate_deprecated(source, one);
  if (one.kind == "rawtypes") return give_type(source, one);
  if (one.kind == "strictfp") return drop_word(source, one, "strictfp");
  if (one.kind == "deprecation" || one.kind == "removal") return use_today(source, one);
  return {};
}

bool is_same(const Edit& a, const Edit& b) { return a.offset == b.offset && a.length == b.length && a.text == b.text; }

}  // namespace

std::vector<Patch> fix_java_warning(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& one : warnings_of(patient)) {
    const auto text = patient.tree.read(one.file);
    if (!text) continue;
    const auto code = code_only(*text, Speech::java);
    const Lines lines(*text);
    auto& edits = by_file[one.file];
    for (auto& edit : edits_for({*text, code, lines}, one)) {
      if (std::ranges::none_of(edits, [&](const Edit& other) { return is_same(edit, other); }))
        edits.push_back(std::move(edit));
    }
  }
  for (auto& [file, edits] : by_file) draft.edit(file, std::move(edits));
  return draft.patches();
}

}  // namespace regreen
