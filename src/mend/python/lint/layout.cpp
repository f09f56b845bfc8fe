// python.fix-layout: blanks and blank lines as pycodestyle wants them, one finding at a time. A formatter would change
// more than was asked for.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/codemods.h"
#include "mend/python/language/source.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace regreen {
namespace {

/// "app.py:3:8: E231 missing whitespace after ','"
struct Finding {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string code;
  std::string text;

  auto operator<=>(const Finding&) const = default;
};

/// Mends the findings of one file from the bottom up, so that line numbers above stay true.
class Layout {
 public:
  explicit Layout(std::string text) : text_(std::move(text)) {}

  std::string run(std::vector<Finding> findings) {
    std::ranges::sort(findings, std::greater{});
    for (const auto& finding : findings) mend(finding);
    return text_;
  }

 private:
  void apply(std::vector<Edit> edits) {
    if (edits.empty()) return;
    auto after = apply_edits(text_, std::move(edits));
    if (after && PythonSource(*after).is_balanced()) text_ = std::move(*after);
  }

  void mend(const Finding& finding) {
    const auto& code = finding.code;
    if (code == "W291" || code == "W293")
      trim_line(finding.line);
    else if (code == "W391" || code == "W292")
      end_file();
    else if (code == "E703")
      drop_semicolon(finding.line);
    else if (code.starts_with("E30"))
      blank_lines(finding);
    else if (code == "E261" || code == "E262" || code == "E265" || code == "E266")
      comment(finding);
    else if (code == "E401")
      split_import(finding.line);
    else if (code == "W605")
      apply(mend_escapes(PythonSource(text_)));
    else if (code == "W0107")
      drop_pass(finding.line);
    else if (code == "E711" || code == "E712" || code == "E713" || code == "E714" || code == "F541" || code == "F632")
      apply(mend_comparison(PythonSource(text_), code, finding.line));
    else if (code.starts_with("E2"))
      blanks(finding);
  }

  void trim_line(std::size_t number) {
    const Lines lines(text_);
    const auto line = lines.line(number);
    const auto last = line.find_last_not_of(" \t");
    const std::size_t keep = last == std::string_view::npos ? 0 : last + 1;
    // Blanks inside a string belong to it.
    const PythonSource source(text_);
    const auto at = lines.begin(number) + keep;
    const bool inside = std::ranges::any_of(source.tokens(), [&](const PyToken& token) {
      return token.kind == PyKind::string && token.offset < at && at < end_of(token);
    });
    if (lines.has(number) && keep < line.size() && !inside) apply({{at, line.size() - keep, ""}});
  }

  void end_file() {
    const std::string end(line_end(text_));
    const auto last = text_.find_last_not_of(" \t\r\n");
    if (last != std::string::npos) text_ = text_.substr(0, last + 1) + end;
  }

  void drop_semicolon(std::size_t number) {
    const PythonSource source(text_);
    const auto* statement = source.statement_at(number);
    if (statement == nullptr || statement->last < statement->first + 2 || !source.is(statement->last - 1, ";")) return;
    const auto begin = end_of(source.tokens()[statement->last - 2]);
    apply({{begin, end_of(source.tokens()[statement->last - 1]) - begin, ""}});
  }

  // `pass` in a block that has something else.
  void drop_pass(std::size_t number) {
    const PythonSource source(text_);
    const auto* statement = source.statement_at(number);
    if (statement == nullptr || statement->last != statement->first + 1 || !source.is(statement->first, "pass")) return;
    const Lines lines(text_);
    auto first = number;
    while (first > 1 && trim(lines.line(first - 1)).empty()) --first;
    const bool last =
        number == lines.count() || indentation(lines.line(number + 1)).size() != indentation(lines.line(number)).size();
    const auto begin = lines.begin(last ? first : number);
    apply({{begin, lines.begin(number + 1) - begin, ""}});
  }

  // How many blank lines a code wants above a line; nothing where the line is not one that it speaks of.
  static std::optional<std::size_t> wanted_above(std::string_view code, std::string_view line) {
    const bool nested = !indentation(line).empty();
    const auto word = trim(line);
    const bool defines =
        word.starts_with("def ") || word.starts_with("class ") || word.starts_with('@') || word.starts_with("async ");
    if (code == "E303") return nested ? 1 : 2;
    if (code == "E304") return defines ? std::optional<std::size_t>(0) : std::nullopt;
    if (code == "E302") return defines && !nested ? std::optional<std::size_t>(2) : std::nullopt;
    if (code == "E305") return !defines && !nested ? std::optional<std::size_t>(2) : std::nullopt;
    return defines && nested ? std::optional<std::size_t>(1) : std::nullopt;
  }

  // Blank lines above a definition, decorators and comments that belong to it included.
  void blank_lines(const Finding& finding) {
    const Lines lines(text_);
    if (!lines.has(finding.line)) return;
    auto first = finding.line;
    while (finding.code != "E303" && first > 1 && lines.line(first - 1).starts_with('#') &&
           lines.line(first).substr(0, 1) != " ")
      --first;
    auto above = first;
    while (above > 1 && trim(lines.line(above - 1)).empty()) --above;
    const auto count = first - above;
    const auto wanted = wanted_above(finding.code, lines.line(finding.line));
    const bool too_many = finding.code == "E303" || finding.code == "E304";
    if (!wanted || (too_many ? count <= *wanted : count >= *wanted || above == 1)) return;
    const std::string end(line_end(text_));
    std::string blank;
    for (std::size_t i = 0; i < *wanted; ++i) blank += end;
    apply({{lines.begin(above), lines.begin(first) - lines.begin(above), blank}});
  }

  void comment(const Finding& finding) {
    const PythonSource source(text_);
    for (const auto& token : source.tokens()) {
      if (token.kind != PyKind::comment || token.line != finding.line) continue;
      const auto text = source.text(token);
      if (finding.code == "E261") {
        const auto begin = source.text().substr(0, token.offset).find_last_not_of(" \t") + 1;
        apply({{begin, token.offset - begin, "  "}});
      } else {
        const auto content = std::min(text.find_first_not_of(finding.code == "E266" ? "#" : "#:"), text.size());
        const auto word = std::min(text.find_first_not_of(" ", content), text.size());
        if (word < text.size()) apply({{token.offset, word, "# "}});
      }
      return;
    }
  }

  void split_import(std::size_t number) {
    const PythonSource source(text_);
    const auto* statement = source.statement_at(number);
    if (statement == nullptr || !source.is(statement->first, "import")) return;
    const auto indent = std::string(indentation(source.text().substr(statement->begin)));
    std::vector<Edit> edits;
    for (auto i = statement->first + 1; i + 1 < statement->last; ++i) {
      if (!source.is(i, ",")) continue;
      const auto next = source.tokens()[i + 1].offset;
      edits.push_back({source.tokens()[i].offset, next - source.tokens()[i].offset,
                       std::string(line_end(text_)) + indent + "import "});
    }
    apply(std::move(edits));
  }

  // How many blanks the codes want between two tokens.
  static std::optional<std::size_t> wanted_blanks(const std::string& code) {
    for (const std::string_view none : {"E201", "E202", "E203", "E204", "E211", "E251"}) {
      if (code == none) return 0;
    }
    for (const std::string_view one : {"E221", "E222", "E223", "E224", "E225", "E226", "E227", "E228", "E231", "E241",
                                       "E242", "E252", "E271", "E272", "E273", "E274", "E275"}) {
      if (code == one) return 1;
    }
    return std::nullopt;
  }

  // The gap between two tokens at the column becomes as wide as it should be; operators have one on each side.
  void blanks(const Finding& finding) {
    const auto wanted = wanted_blanks(finding.code);
    const PythonSource source(text_);
    const Lines lines(text_);
    if (!wanted || !lines.has(finding.line) || finding.column == 0) return;
    const auto at = lines.begin(finding.line) + finding.column - 1;
    const auto& tokens = source.tokens();
    std::vector<Edit> edits;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const auto begin = end_of(tokens[i]), end = tokens[i + 1].offset;
      if (tokens[i].line != finding.line || tokens[i + 1].line != finding.line ||
          tokens[i + 1].kind == PyKind::line_end)
        continue;
      if (tokens[i + 1].kind == PyKind::comment || !concerns(source, i, at, finding)) continue;
      if (end - begin != *wanted) edits.push_back({begin, end - begin, std::string(*wanted, ' ')});
    }
    apply(std::move(edits));
  }

  // Is the gap behind token i the one that the finding at the byte speaks of?
  static bool concerns(const PythonSource& source, std::size_t i, std::size_t at, const Finding& finding) {
    const auto& tokens = source.tokens();
    const auto begin = end_of(tokens[i]), end = tokens[i + 1].offset;
    const auto& code = finding.code;
    const bool touches = at >= begin && at <= end;
    if (code == "E231")
      return (source.is(i, ",") || source.is(i, ":") || source.is(i, ";")) && at + 1 >= begin && at <= end;
    if (code == "E225" || code == "E226" || code == "E227" || code == "E228" || code == "E252") {
      const auto near_operator = [&](std::size_t token) {
        const bool is_sign = tokens[token].kind == PyKind::op && !contains("()[]{},.:;", source.text(tokens[token]));
        return is_sign && at + 1 >= tokens[token].offset && at <= end_of(tokens[token]);
      };
      return near_operator(i) || near_operator(i + 1);
    }
    const auto one_of = [&](std::size_t token, std::string_view signs) {
      return contains(signs, source.text(tokens[token]));
    };
    if (code == "E201") return touches && one_of(i, "([{");
    if (code == "E202") return touches && one_of(i + 1, ")]}");
    if (code == "E203") return touches && one_of(i + 1, ",;:");
    if (code == "E204") return touches && one_of(i, "@");
    if (code == "E211") return touches && one_of(i + 1, "([");
    if (code == "E241" || code == "E242") return touches && one_of(i, ",;:");
    if (code == "E251") return (source.is(i, "=") || source.is(i + 1, "=")) && touches;
    if (code == "E275") return tokens[i].kind == PyKind::name && at + 1 >= begin && at <= end;
    return touches && end > begin;
  }

  std::string text_;
};

// pylint's names for what pycodestyle finds, too.
std::string known_code(const std::string& code, std::string_view said) {
  static constexpr auto rows = std::to_array<std::pair<std::string_view, std::string_view>>({{"C0303", "W291"},
                                                                                             {"C0304", "W292"},
                                                                                             {"C0305", "W391"},
                                                                                             {"C0410", "E401"},
                                                                                             {"W0301", "E703"},
                                                                                             {"W1401", "W605"},
                                                                                             {"W1309", "F541"},
                                                                                             {"R0123", "F632"},
                                                                                             {"C0117", "E714"}});
  if (code == "C0121") return contains(said, "None") ? "E711" : "E712";
  if (code == "C0113" || code == "C0117") return contains(said, " is ") ? "E714" : "E713";
  const auto row = std::ranges::find(rows, code, [](const auto& one) { return one.first; });
  return row == rows.end() ? code : std::string(row->second);
}

std::map<std::string, std::vector<Finding>> findings_in(const Patient& patient) {
  std::map<std::string, std::vector<Finding>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto code = capture(occurrence, "code");
    if (places.empty() || code.empty()) continue;
    Finding finding{places.front().line, places.front().column, known_code(std::string(code), occurrence.at.text),
                    occurrence.at.text};
    auto& known = all[places.front().file];
    if (!is_among(finding, known)) known.push_back(std::move(finding));
  }
  return all;
}

}  // namespace

std::vector<Patch> fix_python_layout(const Patient& patient) {
  Draft draft(patient.tree);
  for (auto& [file, findings] : findings_in(patient)) {
    const auto text = draft.read(file);
    if (!text || !file.ends_with(".py") || is_vendored(file) || says_generated(*text)) continue;
    draft.write(file, Layout(*text).run(findings));
  }
  return draft.patches();
}

}  // namespace regreen
