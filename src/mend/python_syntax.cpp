// python.fix-syntax: mends what Python itself says is wrong, and only where one mending makes sense of the file.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python2_syntax.h"
#include "mend/python_codemods.h"
#include "mend/python_import.h"
#include "mend/python_indent.h"
#include "mend/python_moved.h"
#include "mend/python_project.h"
#include "mend/python_source.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t candidates_max = 3;

/// Where Python stopped reading, and why.
struct Fault {
  std::string file;
  std::size_t line = 0;
  std::string detail;

  auto operator<=>(const Fault&) const = default;
};

using Texts = std::vector<std::string>;  // the file mended, likeliest first

// "…(rows.py, line 4)" at the end of a message, or `  File "rows.py", line 4` above it.
std::optional<TreePlace> named_in(const Tree& tree, std::string_view line) {
  const auto number_at = line.rfind("line ");
  if (number_at == std::string_view::npos) return std::nullopt;
  const auto digits = line.substr(number_at + 5);
  const auto number = parse_number(digits.substr(0, digits.find_first_not_of("0123456789")));
  auto begin = line.find("File \"");
  auto end = begin == std::string_view::npos ? begin : line.find('"', begin + 6);
  if (end == std::string_view::npos) {
    begin = line.rfind('(') == std::string_view::npos ? begin : line.rfind('(') - 5;
    end = line.rfind(", line");
  }
  if (!number || begin == std::string_view::npos || end == std::string_view::npos || end < begin + 6)
    return std::nullopt;
  const auto file = find_file(tree, line.substr(begin + 6, end - begin - 6));
  if (!file) return std::nullopt;
  return TreePlace{*file, static_cast<std::size_t>(*number), 0};
}

std::optional<TreePlace> place_of(const Tree& tree, const Occurrence& occurrence) {
  if (auto place = named_in(tree, occurrence.at.text)) return place;
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    if (!contains(*line, "File \"")) continue;
    return named_in(tree, *line);
  }
  const auto places = places_of(tree, occurrence);
  if (places.empty()) return std::nullopt;
  return places.front();
}

bool makes_sense(const std::string& text) {
  const PythonSource source(text);
  return source.is_balanced();
}

Texts one(const PythonSource& source, std::vector<Edit> edits) {
  if (edits.empty()) return {};
  auto text = apply_edits(source.text(), std::move(edits));
  if (!text || !makes_sense(*text)) return {};
  return {std::move(*text)};
}

const PyStatement* statement_of(const PythonSource& source, const Fault& fault) {
  const auto* statement = source.statement_at(fault.line);
  // Python names the line behind the one that lacks something.
  return statement != nullptr || fault.line < 2 ? statement : source.statement_at(fault.line - 1);
}

constexpr std::array<std::string_view, 14> compound_words = {
    "def", "class", "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "async", "match", "case"};

bool is_compound(const PythonSource& source, std::size_t token) {
  return std::ranges::any_of(compound_words, [&](auto word) { return source.is(token, word); });
}

// Does the statement begin like the header of a block, and lack the colon?
bool lacks_colon(const PythonSource& source, const PyStatement& statement) {
  if (!is_compound(source, statement.first)) return false;
  for (auto i = statement.first; i < statement.last; ++i) {
    if (source.is(i, "lambda") || (source.is(i, ":") && source.tokens()[i].depth == 0)) return false;
  }
  return true;
}

// `def f(x)`, `if a == b`, `else`: the colon behind the header, there and wherever a block follows below without one.
Texts add_colon(const PythonSource& source, const Fault& fault) {
  const auto* here = statement_of(source, fault);
  if (here == nullptr || !lacks_colon(source, *here)) return {};
  std::vector<Edit> edits;
  const auto& all = source.statements();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool has_block = i + 1 < all.size() && all[i + 1].indent > all[i].indent;
    if (&all[i] != here && !(has_block && lacks_colon(source, all[i]))) continue;
    const auto& last = source.tokens()[all[i].last - 1];
    if (source.is(all[i].last - 1, ";"))
      edits.push_back({last.offset, 1, ":"});
    else
      edits.push_back({end_of(last), 0, ":"});
  }
  return one(source, edits);
}

Texts python3(const PythonSource& source, const Fault& fault) {
  const auto* statement = statement_of(source, fault);
  const auto edits = python3_edits(source);
  const bool here = std::ranges::any_of(edits, [&](const Edit& edit) {
    return statement != nullptr && edit.offset >= statement->begin && edit.offset <= statement->end;
  });
  return here ? one(source, edits) : Texts{};
}

bool ends_operand(const PythonSource& source, std::size_t i) {
  const auto kind = source.tokens()[i].kind;
  return kind == PyKind::string || kind == PyKind::number || source.is_name(i) || source.is(i, ")") ||
         source.is(i, "]") || source.is(i, "}") || source.is(i, "None") || source.is(i, "True") ||
         source.is(i, "False");
}

bool begins_operand(const PythonSource& source, std::size_t i) {
  const auto kind = source.tokens()[i].kind;
  return kind == PyKind::string || kind == PyKind::number || source.is_name(i) || source.is(i, "{") ||
         source.is(i, "None") || source.is(i, "True") || source.is(i, "False");
}

// "Perhaps you forgot a comma?": the only place between brackets where two values touch.
Texts add_comma(const PythonSource& source, const Fault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr) return {};
  std::vector<std::size_t> gaps;
  auto previous = statement->first;
  for (auto i = statement->first + 1; i < statement->last; ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind == PyKind::comment) continue;
    const bool strings = token.kind == PyKind::string && source.tokens()[previous].kind == PyKind::string;
    // A bracket at the start of a new line begins an item of its own.
    const bool opens = (source.is(i, "(") || source.is(i, "[")) && token.line > source.tokens()[previous].line &&
                       !source.is_name(previous);
    if (token.depth > 0 && !strings && ends_operand(source, previous) && (begins_operand(source, i) || opens))
      gaps.push_back(previous);
    previous = i;
  }
  if (gaps.size() != 1) return {};
  return one(source, {{end_of(source.tokens()[gaps[0]]), 0, ","}});
}

// `if x = 1:`
Texts compare_instead(const PythonSource& source, const Fault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr) return {};
  const bool asks = source.is(statement->first, "if") || source.is(statement->first, "elif") ||
                    source.is(statement->first, "while") || source.is(statement->first, "assert");
  std::vector<Edit> edits;
  for (auto i = statement->first; i < statement->last && asks; ++i) {
    if (source.is(i, ":") && source.tokens()[i].depth == 0) break;
    if (source.is(i, "=") && source.tokens()[i].depth == 0) edits.push_back({source.tokens()[i].offset, 1, "=="});
  }
  return edits.size() == 1 ? one(source, edits) : Texts{};
}

// Words of other languages: `else if`, `&&`, `||`, `i++`.
Texts foreign_words(const PythonSource& source, const Fault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr) return {};
  std::vector<Edit> edits;
  const auto& tokens = source.tokens();
  const auto touching = [&](std::size_t i, std::string_view sign) {
    return source.is(i, sign) && source.is(i + 1, sign) && tokens[i + 1].offset == tokens[i].offset + 1;
  };
  const auto word = [&](std::size_t i, const std::string& text) {
    const auto begin = end_of(tokens[i - 1]);
    const auto end = i + 2 < tokens.size() ? tokens[i + 2].offset : end_of(tokens[i + 1]);
    edits.push_back({begin, end - begin, " " + text + " "});
  };
  for (auto i = statement->first; i + 1 < statement->last; ++i) {
    if (i == statement->first && source.is(i, "else") && source.is(i + 1, "if")) {
      edits.push_back({tokens[i].offset, end_of(tokens[i + 1]) - tokens[i].offset, "elif"});
    }
    if (i > statement->first && touching(i, "&")) word(i, "and");
    if (i > statement->first && touching(i, "|")) word(i, "or");
    const bool last = i == statement->first + 1 && i + 2 == statement->last && source.is_name(statement->first);
    if (last && touching(i, "+")) edits.push_back({tokens[i].offset, 2, " += 1"});
    if (last && touching(i, "-")) edits.push_back({tokens[i].offset, 2, " -= 1"});
  }
  return one(source, edits);
}

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

// "'(' was never closed", where indentation shows how far it was meant to reach.
Texts close_bracket(const PythonSource& source, const Fault&) {
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
  Texts texts;
  const auto add = [&](std::vector<Edit> edits) {
    for (auto& text : one(source, std::move(edits))) {
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

// A closing bracket too many, or of the wrong kind.
Texts right_bracket(const PythonSource& source, const Fault&) {
  const auto brackets = brackets_of(source);
  if (!brackets.wrong) return {};
  const auto& wrong = source.tokens()[*brackets.wrong];
  if (brackets.open.empty()) return one(source, {{wrong.offset, 1, ""}});
  const std::string right(1, closing_of(source.text(source.tokens()[brackets.open.back()])));
  auto texts = one(source, {{wrong.offset, 1, right}});
  if (texts.empty()) texts = one(source, {{wrong.offset, 0, right}});
  return texts;
}

// A string without its last quote: behind the text, before brackets and signs that can only stand outside of it.
Texts close_string(const PythonSource& source, const Fault& fault) {
  const auto found = std::ranges::find_if(source.tokens(), [&](const PyToken& token) {
    if (token.kind != PyKind::string || token.line != fault.line) return false;
    return !PythonSource(source.text(token)).is_balanced();
  });
  if (found == source.tokens().end()) return {};
  const auto text = source.text(*found);
  const auto quote_at = text.find_first_of("\"'");
  const std::string quote(1, text[quote_at]);
  if (text.substr(quote_at, 3) == std::string(3, quote[0])) return {};
  auto end = found->offset + text.find_last_not_of(" \t\r") + 1;
  Texts texts;
  const auto begin = found->offset + quote_at + 1;
  for (; end >= begin; --end) {
    const auto* statement = source.statement_at(fault.line);
    const bool header = statement != nullptr && is_compound(source, statement->first);
    for (auto& mended : one(source, {{end, 0, quote}})) {
      const PythonSource again(mended);
      const auto* after = again.statement_at(fault.line);
      const bool ends = after != nullptr && (!header || again.is(after->last - 1, ":"));
      if (ends && is_indented_well(again)) texts.push_back(std::move(mended));
    }
    if (end == begin || !contains(")]},:;", source.text().substr(end - 1, 1)) || !texts.empty()) break;
  }
  return texts;
}

// f"{row["name"]}" before Python 3.12: the quotes inside become the other kind.
Texts requote_inside(const PythonSource& source, const Fault& fault) {
  const Lines lines(source.text());
  const auto line = lines.line(fault.line);
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const bool begins = (line[i] == 'f' || line[i] == 'F') && (line[i + 1] == '"' || line[i + 1] == '\'');
    if (!begins || (i > 0 && contains("abcdefghijklmnopqrstuvwxyz_0123456789", line.substr(i - 1, 1)))) continue;
    const char quote = line[i + 1], other = quote == '"' ? '\'' : '"';
    std::vector<Edit> edits;
    std::size_t depth = 0;
    for (auto at = i + 2; at < line.size(); ++at) {
      if (line[at] == '{') ++depth;
      if (line[at] == '}' && depth > 0) --depth;
      if (depth > 0 && line[at] == other) return {};
      if (line[at] != quote) continue;
      if (depth == 0) break;
      edits.push_back({lines.begin(fault.line) + at, 1, std::string(1, other)});
    }
    if (!edits.empty()) return depth == 0 && edits.size() % 2 == 0 ? one(source, edits) : Texts{};
  }
  return {};
}

struct Replaced {
  std::string_view bytes, by;
};
// Characters that look like Python's own: typographic quotes, blanks and dashes, and some that cannot be seen.
constexpr std::array<Replaced, 16> lookalikes = {{{"\xE2\x80\x9C", "\""},
                                                  {"\xE2\x80\x9D", "\""},
                                                  {"\xE2\x80\x9E", "\""},
                                                  {"\xE2\x80\x98", "'"},
                                                  {"\xE2\x80\x99", "'"},
                                                  {"\xC2\xA0", " "},
                                                  {"\xE2\x80\x8B", ""},
                                                  {"\xEF\xBB\xBF", ""},
                                                  {"\xE2\x80\x93", "-"},
                                                  {"\xE2\x80\x94", "-"},
                                                  {"\xE2\x88\x92", "-"},
                                                  {"\xEF\xBC\x88", "("},
                                                  {"\xEF\xBC\x89", ")"},
                                                  {"\xEF\xBC\x8C", ","},
                                                  {"\xEF\xBC\x9A", ":"},
                                                  {"\xE2\x80\xA6", "..."}}};

// Outside of strings and comments, in the whole file.
Texts plain_characters(const PythonSource& source, const Fault&) {
  std::string text(source.text());
  std::vector<Edit> edits;
  std::size_t token = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (token < source.tokens().size() && end_of(source.tokens()[token]) <= at) ++token;
    if (token < source.tokens().size() && source.tokens()[token].offset <= at) {
      const auto kind = source.tokens()[token].kind;
      if (kind == PyKind::string || kind == PyKind::comment) continue;
    }
    for (const auto& [bytes, by] : lookalikes) {
      if (text.compare(at, bytes.size(), bytes) == 0 && !(at == 0 && bytes == "\xEF\xBB\xBF"))
        edits.push_back({at, bytes.size(), std::string(by)});
    }
  }
  return one(source, edits);
}

// "C:\Users": a path of Windows is meant as it is written.
Texts raw_string(const PythonSource& source, const Fault& fault) {
  std::vector<Edit> edits;
  for (const auto& token : source.tokens()) {
    const auto text = source.text(token);
    const auto lines = std::ranges::count(text, '\n');
    const bool here = token.line <= fault.line && fault.line <= token.line + lines;
    const auto quote = text.find_first_of("\"'");
    if (token.kind != PyKind::string || !here || quote != 0) continue;
    const auto content = text.substr(text.starts_with("\"\"\"") || text.starts_with("'''") ? 3 : 1);
    const bool path = content.size() > 2 && content[1] == ':' && content[2] == '\\';
    const bool escape =
        contains(text, "\\U") || contains(text, "\\u") || contains(text, "\\N") || contains(text, "\\x");
    const bool ends_in_backslash = contains(text, "\\\\") || contains(text, "\\\"") || contains(text, "\\'");
    if (escape && path && !ends_in_backslash) edits.push_back({token.offset, 0, "r"});
  }
  return edits.size() == 1 ? one(source, edits) : Texts{};
}

// `await` in a plain function: the innermost def around it becomes async.
Texts make_async(const PythonSource& source, const Fault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr || source.is(statement->first, "async")) return {};
  const PyStatement* def = source.is(statement->first, "def") ? statement : nullptr;
  auto level = statement->indent;
  for (const auto* above = statement; def == nullptr && above-- != source.statements().data();) {
    if (above->indent >= level) continue;
    level = above->indent;
    if (source.is(above->first, "def")) def = above;
    if (source.is(above->first, "class") || source.is(above->first, "async")) return {};
  }
  if (def == nullptr) return {};
  return one(source, {{source.tokens()[def->first].offset, 0, "async "}});
}

// "\d" in a string that is not raw; an error where warnings are.
Texts double_backslash(const PythonSource& source, const Fault&) { return one(source, mend_escapes(source)); }

Texts expand_tabs(const PythonSource& source, const Fault&) { return without_tabs(source); }
Texts indent_anew(const PythonSource& source, const Fault& fault) {
  auto texts = indented_anew(source, fault.line);
  if (texts.empty()) texts = without_tabs(source);
  return texts;
}

using Mending = Texts (*)(const PythonSource&, const Fault&);

/// What Python says, in part, and what mends it.
struct MendingRow {
  std::string_view says;
  Mending mend;
};

constexpr std::array<MendingRow, 37> mendings = {{
    {"inconsistent use of tabs", expand_tabs},
    {"unindent does not match", indent_anew},
    {"unexpected indent", indent_anew},
    {"expected an indented block", indent_anew},
    {"Missing parentheses in call", python3},
    {"multiple exception types", python3},
    {"leading zeros", python3},
    {"invalid token", python3},
    {"invalid decimal literal", python3},
    {"invalid hexadecimal literal", python3},
    {"expected ':'", add_colon},
    {"expected ':'", foreign_words},
    {"expected ':'", close_bracket},
    {"forgot a comma", add_comma},
    {"forgot a comma", close_bracket},
    {"instead of '='", compare_instead},
    {"was never closed", close_bracket},
    {"unexpected EOF", close_bracket},
    {"EOF in multi-line", close_bracket},
    {"unmatched '", right_bracket},
    {"does not match opening", right_bracket},
    {"f-string", requote_inside},
    {"unterminated string", close_string},
    {"EOL while scanning", close_string},
    {"invalid character", plain_characters},
    {"invalid non-printable", plain_characters},
    {"invalid escape sequence", double_backslash},
    {"unicode error", raw_string},
    {"'await' outside", make_async},
    {"invalid syntax", add_colon},
    {"invalid syntax", python3},
    {"invalid syntax", foreign_words},
    {"invalid syntax", compare_instead},
    {"invalid syntax", requote_inside},
    {"invalid syntax", add_comma},
    {"invalid syntax", close_bracket},
    {"cannot assign to", compare_instead},
}};

// A file of Python 2 lacks more than its syntax: modules, methods and functions that are called otherwise today.
std::string without_python2_names(std::string text, const RuleSet& rules, const PythonProject& project,
                                  const std::string& file) {
  for (const auto& [name, today] : rules.table("python-names")) {
    if (!today.starts_with("builtins.") || !contains(text, name)) continue;
    const PythonSource source(text);
    std::vector<Edit> edits;
    if (binds_at_top(source, name)) continue;
    for (const auto use : uses_of(source, name))
      edits.push_back({source.tokens()[use].offset, name.size(), today.substr(9)});
    text = apply_edits(text, std::move(edits)).value_or(text);
  }
  for (const auto* method : {"iteritems", "iterkeys", "itervalues"}) {
    text = apply_edits(text, rename_method(PythonSource(text), "Any", method, std::string_view(method).substr(4)))
               .value_or(text);
  }
  text = apply_edits(text, replace_has_key(PythonSource(text))).value_or(text);
  const auto homes = moved_from(rules.table("python-moved"), with_companions({"ConfigParser"}));
  return with_new_homes(text, homes, [&](std::string_view module) { return project.group_of(module, file); })
      .value_or(text);
}

Texts mended_texts(const PythonSource& source, const Fault& fault, const Patient& patient) {
  Texts texts;
  for (const auto& row : mendings) {
    if (!contains(fault.detail, row.says)) continue;
    for (auto& text : row.mend(source, fault)) {
      if (text != source.text() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    }
  }
  if (!texts.empty() && !python3(source, fault).empty()) {
    const PythonProject project(patient.tree, patient.rules);
    auto all = without_python2_names(texts.front(), patient.rules, project, fault.file);
    if (all != texts.front()) texts.insert(texts.begin() + 1, std::move(all));
  }
  if (texts.size() > candidates_max) texts.resize(candidates_max);
  return texts;
}

std::vector<Fault> faults_of(const Patient& patient) {
  std::vector<Fault> faults;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = place_of(patient.tree, occurrence);
    if (!place ||
        !(place->file.ends_with(".py") || place->file.ends_with(".pyi") || !contains(name_of(place->file), ".")))
      continue;
    Fault fault{place->file, place->line, occurrence.at.text};
    if (std::ranges::find(faults, fault) == faults.end()) faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace

std::vector<Patch> fix_python_syntax(const Patient& patient) {
  const auto faults = faults_of(patient);
  std::vector<Patch> patches;
  // Python stops at the first fault of a file; faults of other files are mended along with the first choice.
  for (std::size_t choice = 0; choice < candidates_max; ++choice) {
    Draft draft(patient.tree);
    bool has_choice = choice == 0;
    for (const auto& fault : faults) {
      const auto text = draft.read(fault.file);
      if (!text) continue;
      auto texts = mended_texts(PythonSource(*text), fault, patient);
      if (texts.empty()) continue;
      if (choice < texts.size()) has_choice = true;
      draft.write(fault.file, texts[std::min(choice, texts.size() - 1)]);
    }
    if (!has_choice || draft.patch().empty()) break;
    if (std::ranges::find(patches, draft.patch()) == patches.end()) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
