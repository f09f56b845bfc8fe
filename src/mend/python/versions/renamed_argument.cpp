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
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/python/versions/handed_keyword.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

/// "flask.send_file(cache_timeout)" = "max_age"
struct Row {
  std::string function, old, today;
  bool is_of_front = false;  ///< "^pattern": only where the value is a pattern that begins at the front of the text

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
    const bool is_of_front = today.starts_with('^');
    rows.push_back(
        {key.substr(0, open), key.substr(open + 1, key.size() - open - 2), today.substr(is_of_front), is_of_front});
  }
  return rows;
}

// The modules in which all is as it was: "!pydantic.v1".
std::vector<std::string> kept_modules(const Table& table) {
  std::vector<std::string> kept;
  for (const auto& [key, today] : table) {
    if (key.starts_with('!')) kept.push_back(key.substr(1));
  }
  return kept;
}

/// A call: the name of what is called, in full where an import says it, and where its brackets open.
struct Call {
  std::string function;
  bool is_attribute = false;
  std::size_t open = 0;
};

std::vector<Call> calls_in(const PythonSource& source, const BoundNames& names) {
  std::vector<Call> calls;
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    if (!source.is(i, "(") || !source.is_name(i - 1) || (i > 1 && source.is(i - 2, "def"))) continue;
    auto first = i - 1;
    while (first >= 2 && source.is(first - 1, ".") && source.is_name(first - 2)) first -= 2;
    const bool is_of_value = first >= 1 && source.is(first - 1, ".");
    const auto home = names.find(source.text(first));
    std::string function = is_of_value || home == names.end() ? "" : home->second.full;
    for (auto part = first + 1; !function.empty() && part < i; ++part) function += source.text(part);
    calls.push_back({std::move(function), i > 1 && source.is(i - 2, "."), i});
  }
  return calls;
}

bool means(const PythonSource& source, const Call& call, const Row& row, bool imports_library) {
  if (row.is_method()) return imports_library && call.is_attribute && source.is(call.open - 1, leaf_of(row.function));
  if (leaf_of(row.function) == "*") return parent_of(call.function) == parent_of(row.function);
  return top_of(call.function) == row.library() && leaf_of(call.function) == leaf_of(row.function);
}

// The keyword of a call; nothing where it has none of that name.
std::optional<std::size_t> keyword_of(const PythonSource& source, std::size_t open, std::size_t close,
                                      std::string_view name) {
  const auto depth = source.tokens()[open].depth;
  for (auto i = open + 1; i + 1 < close; ++i) {
    if (source.tokens()[i].depth == depth && source.is(i, name) && source.is(i + 1, "=")) return i;
  }
  return std::nullopt;
}

// An argument with the comma that parts it from the next, or else from the one before.
Edit without_argument(const PythonSource& source, std::size_t open, std::size_t close, std::size_t keyword) {
  const auto& tokens = source.tokens();
  auto end = keyword;
  while (end < close && !(source.is(end, ",") && tokens[end].depth == tokens[open].depth)) ++end;
  const bool is_last = end == close || code_before(source, close) == end;
  const auto from = is_last ? code_before(source, keyword) : keyword;
  const bool is_only = from == open;
  const auto begin = is_only ? end_of(tokens[open]) : tokens[from].offset;
  const auto to = is_last ? end_of(tokens[code_before(source, end)]) : tokens[end + 1].offset;
  return {begin, to - begin, ""};
}

// Do a pattern's alternatives all stand in brackets? Then what is at its front is at the front of each.
bool is_one_branch(std::string_view pattern) {
  long depth = 0;
  bool is_set = false;  // [a|b]
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') ++i;
    if (c == '[' || c == ']') is_set = c == '[';
    if (is_set || c == '\\') continue;
    if (c == '(' || c == ')') depth += c == '(' ? 1 : -1;
    if (c == '|' && depth <= 0) return false;
  }
  return true;
}

// Is the value of a keyword one string, a pattern that begins at the front of the text: r"^a(b|c)"?
bool is_of_front(const PythonSource& source, std::size_t keyword) {
  const auto value = source.text(keyword + 2);
  const bool is_raw = value.starts_with('r') || value.starts_with('R');
  const auto quoted = value.substr(is_raw ? 1 : 0);
  const bool is_string = quoted.starts_with('"') || quoted.starts_with('\'');
  const bool is_all = source.is(keyword + 3, ",") || source.is(keyword + 3, ")");
  if (!is_string || !is_all || (!is_raw && contains(quoted, "\\"))) return false;
  const auto pattern = quoted.substr(std::min(quoted.find_first_not_of(quoted[0]), quoted.size()));
  return (pattern.starts_with('^') || pattern.starts_with("\\A")) && is_one_branch(pattern);
}

std::optional<Edit> changed(const PythonSource& source, const Call& call, const Row& row) {
  const auto close = closing_of_call(source, call.open);
  const auto keyword = close ? keyword_of(source, call.open, *close, row.old) : std::nullopt;
  if (!keyword || (row.is_of_front && !is_of_front(source, *keyword))) return std::nullopt;
  if (row.today.empty()) return without_argument(source, call.open, *close, *keyword);
  if (keyword_of(source, call.open, *close, row.today)) return std::nullopt;
  return Edit{source.tokens()[*keyword].offset, row.old.size(), row.today};
}

/// What a file becomes by a row.
struct Change {
  const Row* row = nullptr;
  Edit edit;
};

std::vector<Change> changes_of(const PythonSource& source, const std::vector<Row>& rows,
                               const std::vector<std::string>& kept) {
  std::vector<Change> changes;
  const auto imports = imports_of(source);
  const auto is_kept = [&](const std::string& name) {
    return std::ranges::any_of(kept, [&](const auto& module) { return is_in(name, module); });
  };
  auto names = bound_names(imports);
  std::erase_if(names, [&](const auto& name) { return is_kept(name.second.full); });
  auto calls = calls_in(source, names);
  std::erase_if(calls, [&](const auto& call) { return is_kept(call.function); });
  for (const auto& row : rows) {
    const bool imports_library =
        std::ranges::any_of(names, [&](const auto& name) { return top_of(name.second.full) == row.library(); });
    for (const auto& call : calls) {
      auto edit = means(source, call, row, imports_library) ? changed(source, call, row) : std::nullopt;
      if (edit) changes.push_back({&row, std::move(*edit)});
    }
    if (row.today.empty() || row.is_of_front) continue;
    for (auto& edit : follow_handed_keyword(source, names, {row.function, row.old, row.today}))
      changes.push_back({&row, std::move(edit)});
  }
  return changes;
}

// Does the one who complains of an argument mean the function? It may be what the function calls.
bool speaks_of(std::string_view symbol, const Row& row) {
  struct Inner {
    std::string_view symbol, function;
  };
  static constexpr auto inner = std::to_array<Inner>({{"JSONDecoder", "json.load"},
                                                      {"JSONDecoder", "json.loads"},
                                                      {"JSONEncoder", "json.dump"},
                                                      {"JSONEncoder", "json.dumps"},
                                                      {"Field", "marshmallow.fields.*"},
                                                      {"create_connection", "websockets.connect"}});
  return symbol.empty() || leaf_of(symbol) == leaf_of(row.function) || std::ranges::any_of(inner, [&](const auto& one) {
           return symbol == one.symbol && row.function == one.function;
         });
}

// Does a warning speak of the argument, and of today's name, or of its function where it is gone?
bool is_warned_of(std::string_view line, const Row& row) {
  const auto other = row.today.empty() ? leaf_of(row.function) : std::string_view(row.today);
  return contains(line, "Warning: ") && !words_in(line, row.old).empty() && !words_in(line, other).empty();
}

bool is_named(const std::vector<Occurrence>& occurrences, const Row& row) {
  return std::ranges::any_of(occurrences, [&](const Occurrence& occurrence) {
    const bool is_captured = capture(occurrence, "key") == row.old && speaks_of(capture(occurrence, "symbol"), row);
    return is_captured || is_warned_of(occurrence.at.text, row);
  });
}

// The files that import the library and hold one of the words.
std::map<std::string, std::string> readers_of(const Tree& tree, const std::vector<Row>& rows) {
  std::map<std::string, std::string> texts;
  for (const auto& path : python_files(tree)) {
    auto text = tree.read(path);
    if (!text || text->size() > source_bytes_max || is_vendored(path)) continue;
    const auto has_row = [&](const Row& row) { return contains(*text, row.library()) && contains(*text, row.old); };
    if (std::ranges::any_of(rows, has_row)) texts.emplace(path, std::move(*text));
  }
  return texts;
}

}  // namespace

std::vector<Patch> rename_python_argument(const Patient& patient) {
  const auto& table = patient.rules.table("python-arguments");
  const auto all = rows_of(table);
  const auto kept = kept_modules(table);
  const auto occurrences = occurrences_of(patient.diagnosis);
  std::vector<Row> named;
  std::ranges::copy_if(all, std::back_inserter(named), [&](const Row& row) { return is_named(occurrences, row); });
  std::set<std::string, std::less<>> modules;
  for (const auto& [path, text] : readers_of(patient.tree, named)) {
    for (const auto& change : changes_of(PythonSource(text), named, kept))
      modules.emplace(parent_of(change.row->function));
  }
  std::vector<Row> rows;
  std::ranges::copy_if(all, std::back_inserter(rows),
                       [&](const Row& row) { return modules.contains(parent_of(row.function)); });
  Draft draft(patient.tree);
  for (const auto& [path, text] : readers_of(patient.tree, rows)) {
    std::vector<Edit> edits;
    for (auto& change : changes_of(PythonSource(text), rows, kept)) edits.push_back(std::move(change.edit));
    draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
