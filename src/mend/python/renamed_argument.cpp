// python.rename-argument: a keyword that a function of a library no longer has. The table python-arguments says what it is called
// today, or that it did nothing and may go.
//
//   TypeError: send_file() got an unexpected keyword argument 'attachment_filename'          it is download_name
//
//   DeprecationWarning: Using 'method_whitelist' with Retry is deprecated …                    where warnings are errors
//
// A call is meant where the imports of its file say that the function is the library's. What one version of a library took away, it
// took away at once: all rows of the module are applied, since a call stops at the first name that it does not know.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/expression.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/project.h"
#include "mend/python/source.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

/// "flask.send_file(cache_timeout)" = "max_age"
struct Row {
  std::string function, old, today;

  std::string_view library() const { return top_of(function); }
  bool is_method() const {
    const auto owner = leaf_of(parent_of(function));
    return !owner.empty() && owner[0] >= 'A' && owner[0] <= 'Z';
  }
};

std::vector<Row> rows_of(const Table& table) {
  std::vector<Row> rows;
  for (const auto& [key, today] : table) {
    const auto open = key.find('(');
    if (open == std::string::npos || !key.ends_with(')')) continue;
    rows.push_back({key.substr(0, open), key.substr(open + 1, key.size() - open - 2), today});
  }
  return rows;
}

/// What the names that a file imports stand for: {"f" → "flask"}, {"send_file" → "flask.send_file"}.
std::map<std::string, std::string> imported_names(const PythonSource& source) {
  std::map<std::string, std::string> names;
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      const bool is_top = !one.is_from && name.alias.empty();
      const auto full = one.is_from ? one.module + "." + name.name
                        : is_top    ? std::string(top_of(name.name))
                                    : name.name;
      names.emplace(name.bound(), full);
    }
  }
  return names;
}

constexpr std::size_t call_tokens_max = 2000;  // calls stand inside of calls: each is read to its end

/// A call: the name of what is called, in full where an import says it, and its brackets.
struct Call {
  std::string function;
  bool is_attribute = false;
  std::size_t open = 0, close = 0;
};

std::vector<Call> calls_in(const PythonSource& source, const std::map<std::string, std::string>& names) {
  std::vector<Call> calls;
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    if (!source.is(i, "(") || !source.is_name(i - 1) || (i > 1 && source.is(i - 2, "def"))) continue;
    const auto close = source.closing(i);
    if (!close || *close - i > call_tokens_max) continue;
    auto first = i - 1;
    while (first >= 2 && source.is(first - 1, ".") && source.is_name(first - 2)) first -= 2;
    const bool is_of_value = first >= 1 && source.is(first - 1, ".");
    const auto home = names.find(std::string(source.text(first)));
    std::string function = is_of_value || home == names.end() ? "" : home->second;
    for (auto part = first + 1; !function.empty() && part < i; ++part) function += source.text(part);
    calls.push_back({function, source.is(i - 2, "."), i, *close});
  }
  return calls;
}

bool means(const PythonSource& source, const Call& call, const Row& row, bool imports_library) {
  if (row.is_method()) return imports_library && call.is_attribute && source.is(call.open - 1, leaf_of(row.function));
  if (leaf_of(row.function) == "*") return parent_of(call.function) == parent_of(row.function);
  return top_of(call.function) == row.library() && leaf_of(call.function) == leaf_of(row.function);
}

// The keyword of a call; nothing where it has none of that name.
std::optional<std::size_t> keyword_of(const PythonSource& source, const Call& call, std::string_view name) {
  const auto depth = source.tokens()[call.open].depth;
  for (auto i = call.open + 1; i + 1 < call.close; ++i) {
    if (source.tokens()[i].depth == depth && source.is(i, name) && source.is(i + 1, "=")) return i;
  }
  return std::nullopt;
}

// An argument with the comma that parts it from the next, or else from the one before.
Edit without_argument(const PythonSource& source, const Call& call, std::size_t keyword) {
  const auto& tokens = source.tokens();
  auto end = keyword;
  while (end < call.close && !(source.is(end, ",") && tokens[end].depth == tokens[call.open].depth)) ++end;
  const bool is_last = end == call.close || code_before(source, call.close) == end;
  const auto from = is_last ? code_before(source, keyword) : keyword;
  const bool is_only = from == call.open;
  const auto begin = is_only ? end_of(tokens[call.open]) : tokens[from].offset;
  const auto to = is_last ? end_of(tokens[code_before(source, end)]) : tokens[end + 1].offset;
  return {begin, to - begin, ""};
}

std::optional<Edit> changed(const PythonSource& source, const Call& call, const Row& row) {
  const auto keyword = keyword_of(source, call, row.old);
  if (!keyword) return std::nullopt;
  if (row.today.empty()) return without_argument(source, call, *keyword);
  if (keyword_of(source, call, row.today)) return std::nullopt;
  return Edit{source.tokens()[*keyword].offset, row.old.size(), row.today};
}

// The edits of a file by the rows, and whether one of them is of a keyword that the log names.
std::vector<Edit> edits_of(const PythonSource& source, const std::vector<Row>& rows) {
  std::vector<Edit> edits;
  const auto names = imported_names(source);
  const auto calls = calls_in(source, names);
  for (const auto& row : rows) {
    const auto is_of_library = [&](const auto& name) { return top_of(name.second) == row.library(); };
    const bool imports_library = std::ranges::any_of(names, is_of_library);
    for (const auto& call : calls) {
      if (!means(source, call, row, imports_library)) continue;
      if (auto edit = changed(source, call, row)) edits.push_back(std::move(*edit));
    }
  }
  return edits;
}

// Does the log speak of the argument: as its rule reads it, or as one between quotes: `old=`, 'old', (old=...)?
bool is_named(const Diagnosis& diagnosis, const Row& row) {
  return std::ranges::any_of(occurrences_of(diagnosis), [&](const Occurrence& occurrence) {
    const std::string_view line = occurrence.at.text;
    const bool warns = contains(line, "Warning: ") || contains(line, "Deprecated");
    const auto has = [&](const std::string& words) { return warns && contains(line, words); };
    return capture(occurrence, "key") == row.old || has("'" + row.old + "'") || has("`" + row.old + "`") ||
           has("`" + row.old + "=`") || has("(" + row.old + "=");
  });
}

// The files that import the library and hold one of the words.
std::map<std::string, std::string> readers_of(const Tree& tree, const std::vector<Row>& rows) {
  std::map<std::string, std::string> texts;
  for (const auto& path : python_files(tree)) {
    auto text = tree.read(path);
    if (!text || is_vendored(path)) continue;
    const auto has_row = [&](const Row& row) { return contains(*text, row.library()) && contains(*text, row.old); };
    if (std::ranges::any_of(rows, has_row)) texts.emplace(path, std::move(*text));
  }
  return texts;
}

}  // namespace

std::vector<Patch> rename_python_argument(const Patient& patient) {
  const auto all = rows_of(patient.rules.table("python-arguments"));
  std::vector<Row> named;
  std::ranges::copy_if(all, std::back_inserter(named),
                       [&](const Row& row) { return is_named(patient.diagnosis, row); });
  std::set<std::string> modules;
  for (const auto& [path, text] : readers_of(patient.tree, named)) {
    const PythonSource source(text);
    for (const auto& row : named) {
      if (!edits_of(source, {row}).empty()) modules.emplace(parent_of(row.function));
    }
  }
  std::vector<Row> rows;
  std::ranges::copy_if(all, std::back_inserter(rows),
                       [&](const Row& row) { return modules.contains(std::string(parent_of(row.function))); });
  Draft draft(patient.tree);
  for (const auto& [path, text] : readers_of(patient.tree, rows)) draft.edit(path, edits_of(PythonSource(text), rows));
  return draft.patches();
}

}  // namespace regreen
