// python.read-marked-csv: a table that a spreadsheet wrote begins with a byte order mark, so that its first column is not
// called what it says. `utf-8-sig` reads tables with and without the mark.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/expression.h"
#include "mend/python/fixers.h"
#include "mend/python/project.h"
#include "mend/python/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The column that the code asked for in vain: KeyError: 'sku', ValueError: 'sku' is not in list
std::string missing_column(const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  const bool is_unlisted = contains(said, "' is not in list");
  const auto at = said.rfind(is_unlisted ? "ValueError: '" : "KeyError: '");
  return at == std::string_view::npos ? "" : std::string(between(said.substr(at), "'", "'"));
}

// Python shows the mark itself where it is part of what was read: assert ['\ufeffsku'] == ['sku']
bool shows_mark(const Occurrence& occurrence) { return contains(occurrence.at.text, "\\ufeff"); }

// Does a table of the project begin with a mark and this column?
bool is_marked_column(const Tree& tree, const std::string& column) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    if (!path.ends_with(".csv") && !path.ends_with(".tsv") && !path.ends_with(".txt")) return false;
    const auto text = tree.read(path).value_or("");
    if (!text.starts_with(byte_order_mark)) return false;
    const auto head = std::string_view(text).substr(byte_order_mark.size());
    for (const auto& first : {column, "\"" + column + "\""}) {
      const auto next = head.substr(std::min(head.size(), first.size()), 1);
      if (head.starts_with(first) && !next.empty() && contains(",;\t\r\n", next)) return true;
    }
    return false;
  });
}

/// A call of open that reads text, and the name of the file that it gives.
struct Opened {
  std::size_t open = 0, close = 0;  ///< the brackets
  std::string name;
};

bool is_reading_mode(std::string_view text) {
  return text.size() > 1 && contains(text, "r") && !contains(text, "b") && !contains(text, "+");
}

// The encoding as a token; the closing bracket where none is said; nothing where it is not UTF-8, or the call writes.
std::optional<std::size_t> encoding_of(const PythonSource& source, std::size_t open, std::size_t close,
                                       bool is_method) {
  auto found = close;
  std::size_t commas = 0;
  for (auto i = open + 1; i < close; ++i) {
    if (source.tokens()[i].depth != source.tokens()[open].depth) continue;
    if (source.is(i, ",")) ++commas;
    const bool is_mode = (source.is(i, "mode") && source.is(i + 1, "=")) ||
                         (commas == (is_method ? 0U : 1U) && (source.is(i - 1, ",") || source.is(i - 1, "(")) &&
                          source.tokens()[i].kind == PyKind::string && (is_method || commas == 1));
    if (is_mode && !is_reading_mode(source.text(source.is(i, "mode") ? i + 2 : i))) return std::nullopt;
    if (source.is(i, "encoding") && source.is(i + 1, "=")) found = i + 2;
  }
  if (found == close) return found;
  const auto said = lower(source.text(found));
  const bool is_utf8 = said == "\"utf-8\"" || said == "'utf-8'" || said == "\"utf8\"" || said == "'utf8'";
  return is_utf8 ? std::optional(found) : std::nullopt;
}

// `with open(path) as f`, `f = open(path)`, `path.open() as f`
std::vector<Opened> openings_of(const PythonSource& source) {
  std::vector<Opened> found;
  for (const auto& one : source.statements()) {
    for (auto i = one.first; i + 1 < one.last; ++i) {
      const auto close = source.is(i, "open") && source.is(i + 1, "(") ? source.closing(i + 1) : std::nullopt;
      if (!close) continue;
      std::string name;
      if (source.is(*close + 1, "as")) name = source.text(*close + 2);
      if (source.is(one.first + 1, "=") && i == one.first + 2) name = source.text(one.first);
      if (!name.empty()) found.push_back({i + 1, *close, name});
    }
  }
  return found;
}

// Does a reader of tables take the file: csv.DictReader(f), DictReader(f), csv.reader(f)?
bool is_table(const PythonSource& source, const std::string& name) {
  for (std::size_t i = 0; i + 2 < source.tokens().size(); ++i) {
    const bool reads = source.is(i, "DictReader") || (source.is(i, "reader") && i > 1 && source.is(i - 2, "csv"));
    if (reads && source.is(i + 1, "(") && source.is(i + 2, name)) return true;
  }
  return false;
}

std::vector<Edit> read_with_mark(const PythonSource& source) {
  std::vector<Edit> edits;
  for (const auto& opened : openings_of(source)) {
    const bool is_method = opened.open > 1 && source.is(opened.open - 2, ".");
    const auto at =
        is_table(source, opened.name) ? encoding_of(source, opened.open, opened.close, is_method) : std::nullopt;
    if (!at) continue;
    const auto& token = source.tokens()[*at];
    if (*at != opened.close) {
      const auto quote = source.text(token).substr(0, 1);
      edits.push_back({token.offset, token.length, std::string(quote) + "utf-8-sig" + std::string(quote)});
    } else {
      const bool is_empty = opened.close == opened.open + 1;
      edits.push_back({end_of(source.tokens()[opened.close - 1]), 0,
                       is_empty ? "encoding=\"utf-8-sig\"" : ", encoding=\"utf-8-sig\""});
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> read_marked_csv(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto column = missing_column(occurrence);
    const bool is_marked = !column.empty() && is_marked_column(patient.tree, column);
    if (!is_marked && !shows_mark(occurrence)) continue;
    std::set<std::string> files;
    for (const auto& place : places_around(patient.tree, occurrence)) files.insert(place.file);
    for (const auto& place : places_of(patient.tree, patient.diagnosis)) files.insert(place.file);
    for (const auto& file : files) {
      const auto text = file.ends_with(".py") && draft.patch().find(file) == nullptr ? draft.read(file) : std::nullopt;
      if (text) draft.edit(file, read_with_mark(PythonSource(*text)));
    }
  }
  return draft.patches();
}

}  // namespace regreen
