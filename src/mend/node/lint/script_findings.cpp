// js.fix-finding: what ESLint finds and does not mend itself, although there is one way to write it that means the same.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/name_use.h"
#include "mend/node/language/script_names.h"
#include "mend/node/lint/case_block.h"
#include "mend/node/lint/correction.h"
#include "mend/node/lint/node_global.h"
#include "mend/node/lint/prototype_call.h"
#include "mend/node/lint/strict_equality.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Finding {
  std::string file;
  std::size_t line = 0, column = 0;
  std::string rule, detail;

  auto operator<=>(const Finding&) const = default;
};

struct Source {
  const Tree& tree;
  std::string_view text, code;
  const Lines& lines;
  const Finding& found;

  std::size_t at() const { return lines.begin(found.line) + std::max<std::size_t>(found.column, 1) - 1; }
  std::size_t begin() const { return lines.begin(found.line); }
  std::string_view line() const { return lines.line(found.line); }
  std::string_view line_code() const { return code.substr(begin(), line().size()); }
};

using Edits = std::vector<Edit>;

// "  3:7  warning  'unused' is assigned a value but never used  no-unused-vars", below its file
std::optional<Finding> read_row(std::string_view row, const std::string& file) {
  row = trim(row);
  const auto colon = row.find(':'), blank = row.find(' ');
  if (colon == npos || blank == npos || colon > blank) return std::nullopt;
  const auto line = line_number(row.substr(0, colon)), column = line_number(row.substr(colon + 1, blank - colon - 1));
  auto rest = trim(row.substr(blank));
  const bool is_finding = rest.starts_with("error ") || rest.starts_with("warning ");
  const auto gap = rest.rfind("  ");
  if (!line || !column || !is_finding || gap == npos) return std::nullopt;
  const auto detail = trim(rest.substr(rest.find(' '), gap - rest.find(' ')));
  return Finding{file, static_cast<std::size_t>(*line), static_cast<std::size_t>(*column),
                 std::string(trim(rest.substr(gap))), std::string(detail)};
}

// The rows that a log shows around an occurrence, by the files above them.
void add_rows(const Tree& tree, const Occurrence& occurrence, std::vector<Finding>& all) {
  for (const auto& row : lint_rows(tree, lines_of(occurrence))) {
    auto one = row.file ? read_row(row.text, *row.file) : std::nullopt;
    if (one && !is_among(*one, all)) all.push_back(std::move(*one));
  }
}

std::vector<Finding> findings_of(const Patient& patient) {
  std::vector<Finding> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    add_rows(patient.tree, occurrence, all);
    const auto places = places_of(patient.tree, occurrence);
    if (capture(occurrence, "code").empty() || places.empty() || places[0].column == 0) continue;
    Finding one{places[0].file, places[0].line, places[0].column, std::string(capture(occurrence, "code")),
                std::string(capture(occurrence, "detail"))};
    const bool known = std::ranges::any_of(all, [&](const Finding& other) {
      return other.file == one.file && other.line == one.line && other.rule == one.rule && other.column == one.column;
    });
    if (!known) all.push_back(std::move(one));
  }
  return all;
}

// ---- what each rule asks for ----

Edits strict_equality(const Source& it) { return strictly_equal(it.text, it.code, it.lines, it.at()); }

// catch (error) { … } → catch { … }
Edits bare_catch(const Source& it) {
  const auto open = it.code.rfind("catch (", it.at());
  const auto close = open == npos ? npos : it.code.find(')', open);
  if (close == npos || open + 7 != it.at()) return {};
  return {{open + 5, close + 1 - open - 5, ""}};
}

Edits no_escape(const Source& it) { return it.text.substr(it.at(), 1) == "\\" ? Edits{{it.at(), 1, ""}} : Edits{}; }

Edits of_prototype(const Source& it) { return called_of_prototype(it.text, it.code, it.at()); }

Edits case_block(const Source& it) { return with_case_block(it.text, it.code, it.lines, it.found.line); }

// May the statement be about a number of base 16? Without a radix parseInt() reads "0x1f" as one.
bool may_be_hexadecimal(std::string_view statement) {
  const auto said = lower(statement);
  return std::ranges::any_of(std::to_array<std::string_view>({"0x", "hex", "'#", "\"#", "`#"}),
                             [&](auto mark) { return contains(said, mark); });
}

// parseInt(text) → parseInt(text, 10)
Edits with_radix(const Source& it) {
  const auto open = it.code.find("parseInt(", it.at());
  const auto close = open == npos ? npos : closing_bracket(it.code, open + 8);
  if (close == npos || open > it.at() + 8) return {};
  const auto head = open - head_before(it.code, open).size();
  if (may_be_hexadecimal(it.text.substr(head, it.text.find('\n', close) - head))) return {};
  int depth = 0;
  for (auto at = open + 9; at < close; ++at) {
    if (contains("([{", it.code.substr(at, 1))) ++depth;
    if (contains(")]}", it.code.substr(at, 1))) --depth;
    if (it.code[at] == ',' && depth == 0) return {};
  }
  return {{close, 0, ", 10"}};
}

// `const sum = 0` that is assigned again
Edits let_change(const Source& it) {
  const std::string name(between(it.found.detail, "'", "'"));
  if (name.empty()) return {};
  std::size_t declared = npos;
  for (const auto at : words_in(it.code, name)) {
    if (at < it.at() && at >= 6 && it.code.substr(at - 6, 6) == "const ") declared = at - 6;
  }
  return declared == npos ? Edits{} : Edits{{declared, 5, "let"}};
}

Edits import_global(const Source& it) {
  return import_node_global(it.tree, it.found.file, it.text, it.code, between(it.found.detail, "'", "'"));
}

// "Unable to resolve path to module './money.js'"
Edits resolve_path(const Source& it) {
  const std::string path(between(it.found.detail, "module '", "'"));
  const auto right = path.starts_with('.') ? right_specifier(it.tree, it.found.file, path, Ending::left_out) : "";
  Edits edits;
  for (const auto* quote : {"'", "\""}) {
    const auto at = it.line().find(quote + path + quote);
    if (at != npos && !right.empty() && right != path) edits.push_back({it.begin() + at + 1, path.size(), right});
  }
  return edits;
}

// "curency not found in './money.js'"
Edits named_as_exported(const Source& it) {
  const auto wrong = it.found.detail.substr(0, it.found.detail.find(' '));
  const auto path = resolved(path_in(folder_of(it.found.file), between(it.found.detail, "found in '", "'")));
  if (!is_identifier(wrong) || !path) return {};
  std::vector<std::string> names;
  for (const auto end : module_endings) {
    if (names.empty()) names = exported_names(it.tree.read(*path + std::string(end)).value_or(""));
  }
  const auto right = only_near(names, wrong);
  return right.empty() || !words_in(it.code, right).empty() ? Edits{} : named_otherwise(it.code, wrong, right);
}

Edits unused(const Source& it) {
  const bool caught = it.code.rfind("catch (", it.at()) + 7 == it.at();
  return caught ? bare_catch(it) : Edits{};
}

using Mend = Edits (*)(const Source&);
constexpr auto mends = std::to_array<std::pair<std::string_view, Mend>>({{"eqeqeq", strict_equality},
                                                                         {"no-unused-vars", unused},
                                                                         {"@typescript-eslint/no-unused-vars", unused},
                                                                         {"no-useless-escape", no_escape},
                                                                         {"no-prototype-builtins", of_prototype},
                                                                         {"no-case-declarations", case_block},
                                                                         {"radix", with_radix},
                                                                         {"no-const-assign", let_change},
                                                                         {"import/no-unresolved", resolve_path},
                                                                         {"import/named", named_as_exported},
                                                                         {"no-undef", import_global}});

}  // namespace

std::vector<Patch> fix_script_findings(const Patient& patient) {
  Draft draft(patient.tree);
  auto all = findings_of(patient);
  std::ranges::sort(all, [](const Finding& a, const Finding& b) {
    return std::tie(a.file, b.line, b.column) < std::tie(b.file, a.line, a.column);
  });
  for (const auto& one : all) {  // the last of a file first
    const auto row = std::ranges::find(mends, one.rule, &std::pair<std::string_view, Mend>::first);
    const auto text = draft.read(one.file);
    if (!text) continue;
    const auto code = code_only(*text, Speech::javascript);
    const Lines lines(*text);
    if (!lines.has(one.line) || one.column > lines.line(one.line).size() + 1) continue;
    const Source it{patient.tree, *text, code, lines, one};
    auto edits =
        row != mends.end() ? row->second(it) : corrected({one.rule, one.detail, *text, code, lines, one.line, it.at()});
    if (!edits.empty()) draft.edit(one.file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
