#include "mend/python/syntax/indent.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "model/patch.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

using Statements = std::vector<PyStatement>;

bool opens_block(const PythonSource& source, const PyStatement& statement) {
  return source.is(statement.last - 1, ":");
}

bool is_compound(const PythonSource& source, const PyStatement& statement) {
  for (const std::string_view word :
       {"def", "class", "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "async"}) {
    if (source.is(statement.first, word)) return true;
  }
  return false;
}

std::string_view indent_text(const PythonSource& source, const PyStatement& statement) {
  return indentation(source.text().substr(statement.begin));
}

// Python 3 compares indentations both with tabs as 8 columns and as 1; they must agree.
std::size_t narrow_columns(std::string_view blanks) { return blanks.size(); }

// The blanks of one step of indentation in this file.
std::string step_of(const PythonSource& source) {
  const auto& all = source.statements();
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].indent <= all[i - 1].indent || !opens_block(source, all[i - 1])) continue;
    const auto inner = indent_text(source, all[i]), outer = indent_text(source, all[i - 1]);
    if (inner.starts_with(outer)) return std::string(inner.substr(outer.size()));
  }
  return "    ";
}

std::string with_tabs_of(const PythonSource& source, std::size_t width) {
  std::vector<Edit> edits;
  const Lines lines(source.text());
  for (const auto& statement : source.statements()) {
    for (auto number = lines.number_at(statement.begin); number <= lines.number_at(statement.begin); ++number) {
      const auto blanks = indentation(lines.line(number));
      if (!contains(blanks, "\t")) continue;
      std::size_t columns = 0;
      for (const char c : blanks) columns = c == '\t' ? (columns / width + 1) * width : columns + 1;
      edits.push_back({lines.begin(number), blanks.size(), std::string(columns, ' ')});
    }
  }
  return apply_edits(source.text(), std::move(edits)).value_or(std::string(source.text()));
}

// Shifts the statements [first, last) so that the first one gets `indent`; those below it keep their distance.
std::string shifted(const PythonSource& source, std::size_t first, std::size_t last, const std::string& indent) {
  const auto& all = source.statements();
  const auto old = std::string(indent_text(source, all[first]));
  std::vector<Edit> edits;
  for (auto i = first; i < last; ++i) {
    const auto blanks = indent_text(source, all[i]);
    if (!blanks.starts_with(old)) break;
    edits.push_back({all[i].begin, old.size(), indent});
  }
  return apply_edits(source.text(), std::move(edits)).value_or(std::string(source.text()));
}

bool blank_line_above(const PythonSource& source, const PyStatement& statement) {
  const Lines lines(source.text());
  const auto number = lines.number_at(statement.begin);
  return number > 1 && trim(lines.line(number - 1)).empty();
}

// The end of the run of statements that stand together with `first` at its level or deeper.
std::size_t end_of_run(const PythonSource& source, std::size_t first) {
  const auto& all = source.statements();
  auto last = first + 1;
  while (last < all.size() && all[last].indent >= all[first].indent && !blank_line_above(source, all[last]) &&
         !(all[last].indent == all[first].indent &&
           (source.is(all[last].first, "def") || source.is(all[last].first, "class")))) {
    ++last;
  }
  return last;
}

bool is_loop(const PythonSource& source, const PyStatement& statement) {
  const auto first = source.is(statement.first, "async") ? statement.first + 1 : statement.first;
  return source.is(first, "for") || source.is(first, "while");
}

// The end of the block that begins at `first`: the last `return` of a function is not in a block that may be passed over, nor in a
// loop.
std::size_t end_of_block(const PythonSource& source, std::size_t first) {
  const auto& all = source.statements();
  const auto& opener = all[first - 1];
  const auto end = end_of_run(source, first);
  const auto& last = all[end - 1];
  const bool ends_function = last.indent == all[first].indent && (end == all.size() || all[end].indent < opener.indent);
  if (!ends_function || end - first < 2) return end;
  const bool may_pass =
      source.is(opener.first, "if") || source.is(opener.first, "elif") || source.is(opener.first, "else");
  const bool stays_out = is_loop(source, opener) ? source.is(last.first, "return") || source.is(last.first, "raise")
                                                 : may_pass && source.is(last.first, "return");
  return stays_out ? end - 1 : end;
}

void add_when_good(std::vector<std::string>& texts, std::string text) {
  if (is_indented_well(PythonSource(text)) && !is_among(text, texts)) texts.push_back(std::move(text));
}

// The last of the comments that are all there is of a block: whoever wrote them meant it to do nothing. 0 where there is none: a
// block without a word is one that got lost.
std::size_t comment_in_block(const PythonSource& source, const PyStatement& opener, std::size_t end) {
  const Lines lines(source.text());
  const auto outer = indent_text(source, opener).size();
  std::size_t found = 0;
  for (auto number = lines.number_at(opener.end); lines.has(number) && lines.begin(number) < end; ++number) {
    const auto line = lines.line(number);
    if (trim(line).starts_with('#') && indentation(line).size() > outer) found = number;
  }
  return found;
}

std::optional<std::string> with_pass(const PythonSource& source, const PyStatement& opener, std::size_t end) {
  const Lines lines(source.text());
  const auto number = comment_in_block(source, opener, end);
  if (number == 0 || lines.begin(number + 1) == lines.end(number)) return std::nullopt;
  std::string text(source.text());
  return text.insert(lines.begin(number + 1),
                     std::string(indentation(lines.line(number))) + "pass" + std::string(line_end(source.text())));
}

// A block that should have begun here: what follows moves in, or it does nothing and says so.
void fill_block(const PythonSource& source, std::size_t at, std::vector<std::string>& texts) {
  const auto& all = source.statements();
  const auto& opener = all[at - 1];
  const auto inside = std::string(indent_text(source, opener)) + step_of(source);
  const bool apart = at == all.size() || blank_line_above(source, all[at]) || all[at].indent < opener.indent ||
                     source.is(all[at].first, "def") || source.is(all[at].first, "class") ||
                     source.is(all[at].first, "@") || source.is(all[at].first, "else") ||
                     source.is(all[at].first, "except") || source.is(all[at].first, "elif");
  if (const auto text = with_pass(source, opener, at == all.size() ? source.text().size() : all[at].begin))
    add_when_good(texts, *text);
  if (apart) return;
  add_when_good(texts, shifted(source, at, end_of_block(source, at), inside));
  add_when_good(texts, shifted(source, at, at + 1, inside));
}

// The level that a statement between levels belongs to: the nearest; nothing where two are equally near. A `return` for all rounds
// of a loop does not end the first.
const PyStatement* level_meant(const PythonSource& source, const PyStatement& statement,
                               std::vector<const PyStatement*> levels) {
  const auto distance = [&](const PyStatement* one) {
    return one->indent > statement.indent ? one->indent - statement.indent : statement.indent - one->indent;
  };
  std::ranges::stable_sort(levels, {}, distance);
  if (levels.size() < 2 || distance(levels[0]) != distance(levels[1])) return levels.empty() ? nullptr : levels[0];
  const auto* inner = std::max(levels[0], levels[1], [](auto* a, auto* b) { return a->indent < b->indent; });
  const auto* outer = inner == levels[0] ? levels[1] : levels[0];
  const auto* opener = inner;
  while (opener != source.statements().data() && opener->indent >= inner->indent) --opener;
  return source.is(statement.first, "return") && is_loop(source, *opener) ? outer : nullptr;
}

}  // namespace

bool is_indented_well(const PythonSource& source) {
  std::vector<std::pair<std::size_t, std::size_t>> levels = {{0, 0}};
  bool expects_block = false;
  for (const auto& statement : source.statements()) {
    const std::pair level{statement.indent, narrow_columns(indent_text(source, statement))};
    if (level.first > levels.back().first) {
      if (!expects_block || level.second <= levels.back().second) return false;
      levels.push_back(level);
    } else {
      if (expects_block) return false;
      while (level.first < levels.back().first) levels.pop_back();
      if (level != levels.back()) return false;
    }
    expects_block = opens_block(source, statement);
  }
  return !expects_block;
}

std::vector<std::string> without_tabs(const PythonSource& source) {
  std::vector<std::string> texts;
  for (const std::size_t width : {8, 4, 2}) {
    auto text = with_tabs_of(source, width);
    if (text != source.text()) add_when_good(texts, std::move(text));
  }
  return texts;
}

std::vector<std::string> indented_anew(const PythonSource& source, std::size_t line) {
  std::vector<std::string> texts;
  if (is_indented_well(source)) return texts;
  const auto& all = source.statements();
  const auto at = static_cast<std::size_t>(
      std::ranges::find_if(all, [&](const auto& one) { return one.last_line >= line; }) - all.begin());
  if (at == 0) {
    if (!all.empty() && all[0].indent > 0) add_when_good(texts, shifted(source, 0, end_of_run(source, 0), ""));
    return texts;
  }
  if (opens_block(source, all[at - 1]) && is_compound(source, all[at - 1])) {
    if (at == all.size() || all[at].indent <= all[at - 1].indent) fill_block(source, at, texts);
    return texts;
  }
  if (at == all.size()) return texts;
  // The nearest levels that are open above, and the level of the statement above.
  std::vector<const PyStatement*> levels;
  for (auto i = at; i-- > 0;) {
    if (levels.empty() || all[i].indent < levels.back()->indent) levels.push_back(&all[i]);
  }
  if (const auto* level = level_meant(source, all[at], levels)) {
    add_when_good(texts, shifted(source, at, end_of_run(source, at), std::string(indent_text(source, *level))));
    add_when_good(texts, shifted(source, at, at + 1, std::string(indent_text(source, *level))));
  }
  return texts;
}

}  // namespace regreen
