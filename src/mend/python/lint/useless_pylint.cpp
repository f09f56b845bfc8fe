// python.drop-useless-option: a message of pylint is switched off that pylint no longer has, or has only in an extension that is not
// loaded. What is not checked needs no switching off.
//
//   shop.py:4:0: R0022: Useless option value for 'disable', 'no-self-use' was moved to an optional extension, see …
//
// In the comment that the line names, or in the list of the configuration.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/source.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view key = "disable";

/// A list with commas in a text: [begin, end).
struct Words {
  std::size_t begin = 0, end = 0;
};

// Takes a word out of a list, with the comma that parts it from the one before, or else from the next. Nothing where the list has no
// such word, or comments between its words.
std::optional<Edit> without_word(std::string_view text, const Words& words, std::string_view word) {
  const auto list = text.substr(words.begin, words.end - words.begin);
  if (contains(list, "#") || contains(list, ";")) return std::nullopt;
  std::size_t first = 0, before = npos;
  while (first <= list.size()) {
    const auto comma = std::min(list.find(',', first), list.size());
    const auto item = trim(list.substr(first, comma - first));
    if (item == word) {
      const auto begin = offset_in(list, item), end = begin + item.size();
      const auto next = list.find_first_not_of(" \t\r\n,", end);
      const auto from = before == npos ? begin : before;
      const auto to = before == npos ? std::min(next, list.size()) : end;
      return Edit{words.begin + from, to - from, ""};
    }
    if (!item.empty()) before = offset_in(list, item) + item.size();
    first = comma + 1;
  }
  return std::nullopt;
}

// The list of a comment `# pylint: disable=a,b`, where it switches off nothing else; the comment reaches [begin, end).
struct Pragma {
  Words comment, words;
};

std::optional<Pragma> pragma_on(const PythonSource& source, std::size_t line) {
  for (const auto& token : source.tokens()) {
    if (token.kind != PyKind::comment || token.line != line) continue;
    const auto text = source.text(token);
    const auto pylint = text.find("pylint:");
    const auto mark = text.substr(0, pylint).find_last_not_of(" \t");
    const auto name = text.find(key, pylint);
    const auto equals = name == npos ? npos : text.find_first_not_of(" \t", name + key.size());
    if (mark == npos || text[mark] != '#' || equals == npos || text[equals] != '=') continue;
    const auto end = std::min(text.find('#', mark + 1), text.size());
    if (equals > end || contains(text.substr(mark, end - mark), " - ")) return std::nullopt;
    const auto words_end = token.offset + mark + trim(text.substr(mark, end - mark)).size();
    return Pragma{{token.offset + mark, token.offset + end}, {token.offset + equals + 1, words_end}};
  }
  return std::nullopt;
}

// The comment without the word; without a word, there is no comment.
void mend_comment(Draft& draft, const std::string& file, std::size_t line, std::string_view word) {
  const auto text = draft.read(file).value_or("");
  const PythonSource source(text);
  const auto pragma = pragma_on(source, line);
  if (!pragma) return;
  const auto list = std::string_view(text).substr(pragma->words.begin, pragma->words.end - pragma->words.begin);
  if (trim(list) != word) {
    if (const auto edit = without_word(text, pragma->words, word)) draft.edit(file, {*edit});
    return;
  }
  const Lines lines(text);
  const auto front = std::string_view(text).substr(lines.begin(line), pragma->comment.begin - lines.begin(line));
  const bool is_last = pragma->comment.end == lines.end(line);
  const bool is_alone = trim(front).empty() && is_last;
  const auto kept = front.substr(0, front.find_last_not_of(" \t") + 1).size();
  const auto begin = lines.begin(line) + (is_alone ? 0 : is_last ? kept : front.size());
  const auto end = is_alone ? lines.begin(line + 1) : pragma->comment.end;
  draft.edit(file, {{begin, end - begin, ""}});
}

void mend_toml(Draft& draft, const std::string& file, std::string_view word) {
  const auto text = draft.read(file).value_or("");
  const TomlText toml(text);
  for (const auto& one : toml.keys()) {
    if (!one.table.starts_with("tool.pylint") || !one.name.ends_with("disable")) continue;
    const auto list = read_string_list(text, one.value);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
      if (list->items[i].value != word) continue;
      draft.edit(file, remove_strings(text, *list, {i}));
      return;
    }
    const auto value = toml.value(one);
    if (list || (!value.starts_with('"') && !value.starts_with('\''))) continue;
    const auto quotes = value.starts_with("\"\"\"") || value.starts_with("'''") ? 3U : 1U;
    if (value.size() < 2 * quotes) continue;
    if (const auto edit = without_word(text, {one.value + quotes, one.value_end - quotes}, word))
      return static_cast<void>(draft.edit(file, {*edit}));
  }
}

// `disable=a,` and the lines below that are indented; of a file that tools share, in pylint's sections.
void mend_ini(Draft& draft, const std::string& file, std::string_view word) {
  const auto text = draft.read(file).value_or("");
  const Lines lines(text);
  const bool is_shared = name_of(file) == "setup.cfg" || name_of(file) == "tox.ini";
  bool is_pylints = !is_shared;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (is_shared && line.starts_with('[')) is_pylints = line.starts_with("[pylint");
    const auto equals = line.find('=');
    const bool is_key = equals != npos && indentation(line).empty() && trim(line.substr(0, equals)) == key;
    if (!is_pylints || !is_key) continue;
    auto last = number;
    while (lines.has(last + 1) && !indentation(lines.line(last + 1)).empty()) ++last;
    const auto edit = without_word(text, {lines.begin(number) + equals + 1, lines.end(last)}, word);
    if (edit) return static_cast<void>(draft.edit(file, {*edit}));
  }
}

}  // namespace

std::vector<Patch> drop_useless_pylint_options(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto word = capture(occurrence, "symbol");
    const auto file = find_file(patient.tree, capture(occurrence, "file"));
    const auto line = line_number(capture(occurrence, "line"));
    if (word.empty() || !file) continue;
    if (file->ends_with(".toml"))
      mend_toml(draft, *file, word);
    else if (!file->ends_with(".py") && !file->ends_with(".pyi"))
      mend_ini(draft, *file, word);
    else if (line)
      mend_comment(draft, *file, static_cast<std::size_t>(*line), word);
  }
  return draft.patches();
}

}  // namespace regreen
