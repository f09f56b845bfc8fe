// python.read-marked-csv: a table that a spreadsheet wrote begins with a byte order mark, so that its first column is not
// called what it says. `utf-8-sig` reads tables with and without the mark.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t tables_max = 2000;  // looked into

// The column that the code asked for in vain: KeyError: 'sku', ValueError: 'sku' is not in list
std::string missing_column(const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  const bool is_unlisted = contains(said, "' is not in list");
  const auto at = said.rfind(is_unlisted ? "ValueError: '" : "KeyError: '");
  return at == std::string_view::npos ? "" : std::string(between(said.substr(at), "'", "'"));
}

// Python shows the mark itself where it is part of what was read: assert ['\ufeffsku'] == ['sku']
bool shows_mark(const Occurrence& occurrence) { return contains(occurrence.at.text, "\\ufeff"); }

bool is_table_file(std::string_view path) {
  return path.ends_with(".csv") || path.ends_with(".tsv") || path.ends_with(".txt");
}

// The first columns of the project's tables that begin with a mark.
std::set<std::string, std::less<>> marked_columns(const Tree& tree) {
  std::set<std::string, std::less<>> columns;
  std::size_t tables = 0;
  for (const auto& path : tree.list()) {
    if (!is_table_file(path) || ++tables > tables_max) continue;
    const auto text = tree.read(path).value_or("");
    if (!text.starts_with(byte_order_mark)) continue;
    auto column = std::string_view(text).substr(byte_order_mark.size());
    column = column.substr(0, column.find_first_of(",;\t\r\n"));
    const bool is_quoted = column.size() > 1 && column.starts_with('"') && column.ends_with('"');
    columns.emplace(is_quoted ? column.substr(1, column.size() - 2) : column);
  }
  return columns;
}

// What was read of them: a test of what the project itself wrote shows the mark as well, and there the writer is wrong.
std::vector<Occurrence> of_marked_tables(const Patient& patient) {
  auto found = occurrences_of(patient.diagnosis);
  std::erase_if(found, [](const auto& one) { return !shows_mark(one) && missing_column(one).empty(); });
  if (found.empty()) return found;
  const auto columns = marked_columns(patient.tree);
  std::erase_if(found, [&](const auto& one) {
    return shows_mark(one) ? columns.empty() : !columns.contains(missing_column(one));
  });
  return found;
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
      const auto close = source.is(i, "open") && source.is(i + 1, "(") ? closing_of_call(source, i + 1) : std::nullopt;
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
      edits.push_back(with_argument(source, opened.open, opened.close, "encoding=\"utf-8-sig\""));
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> read_marked_csv(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : of_marked_tables(patient)) {
    std::set<std::string> files;
    for (const auto& place : places_around(patient.tree, occurrence)) files.insert(place.file);
    for (const auto& place : places_of(patient.tree, patient.diagnosis)) files.insert(place.file);
    for (const auto& file : files) {
      const bool is_code = file.ends_with(".py") && !is_test_file(file) && draft.patch().find(file) == nullptr;
      const auto text = is_code ? draft.read(file) : std::nullopt;
      if (text && text->size() <= source_bytes_max) draft.edit(file, read_with_mark(PythonSource(*text)));
    }
  }
  return draft.patches();
}

}  // namespace regreen
