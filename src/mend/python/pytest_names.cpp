#include "base/text.h"
#include "mend/place.h"
#include "mend/python/expression.h"
#include "mend/python/project.h"
#include "mend/python/removed.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A name of pytest's own objects, and today's.
struct Renamed {
  std::string_view old, today;
};

constexpr auto all_renamed = std::to_array<Renamed>(
    {{"get_marker", "get_closest_marker"}, {"getfuncargvalue", "getfixturevalue"}, {"funcargnames", "fixturenames"}});

// What hooks and fixtures call an object of pytest.
bool is_of_pytest(std::string_view name) {
  static constexpr auto names =
      std::to_array<std::string_view>({"item", "node", "request", "_request", "metafunc", "pyfuncitem", "_pyfuncitem",
                                       "function", "collector", "nextitem", "test_item"});
  return std::ranges::find(names, name) != names.end();
}

// `for mark in item.get_marker("x"):` went through all marks of the name.
bool is_gone_through(const PythonSource& source, const PyStatement& one, std::size_t first, std::size_t dot) {
  const auto close = source.is(dot + 2, "(") ? closing_of_call(source, dot + 2) : std::nullopt;
  return source.is(one.first, "for") && source.is(first - 1, "in") && close && source.is(*close + 1, ":");
}

std::vector<Edit> renamed_in(const PythonSource& source, bool is_own_name_too, const Renamed& row) {
  std::vector<Edit> edits;
  for (const auto& one : source.statements()) {
    for (auto i = one.first + 2; i < one.last; ++i) {
      if (!source.is(i, row.old) || !source.is(i - 1, ".")) continue;
      const bool is_call = source.is(i + 1, "(");
      const bool is_attribute = row.old == "funcargnames" && !is_setting(source.text(i + 1));
      if (is_call == (row.old == "funcargnames") || (!is_call && !is_attribute)) continue;
      if (is_own_name_too && !is_of_pytest(source.text(i - 2))) continue;
      const bool is_each = row.old == "get_marker" && is_gone_through(source, one, value_before(source, i - 1), i - 1);
      edits.push_back({source.tokens()[i].offset, row.old.size(), std::string(is_each ? "iter_markers" : row.today)});
    }
  }
  return edits;
}

// Does a file ask which of the names there is?
bool asks_for(std::string_view text, std::string_view name) {
  return contains(text, "\"" + std::string(name) + "\"") || contains(text, "'" + std::string(name) + "'");
}

}  // namespace

void follow_pytest(const Patient& patient, Draft& draft) {
  const auto files = python_files(patient.tree);
  const auto said = [&](const Renamed& row) {
    return std::ranges::any_of(occurrences_of(patient.diagnosis), [&](const auto& one) {
      return contains(one.at.text, "no attribute '" + std::string(row.old) + "'");
    });
  };
  for (const auto& row : all_renamed) {
    if (!said(row)) continue;
    const bool is_own_name_too = std::ranges::any_of(files, [&](const std::string& path) {
      const auto text = patient.tree.read(path).value_or("");
      return contains(text, "def " + std::string(row.old)) || contains(text, "self." + std::string(row.old) + " =");
    });
    for (const auto& path : files) {
      const auto text = draft.read(path);
      if (!text || !contains(*text, row.old) || asks_for(*text, row.today) || asks_for(*text, row.old)) continue;
      if (text->size() <= source_bytes_max) draft.edit(path, renamed_in(PythonSource(*text), is_own_name_too, row));
    }
  }
}

}  // namespace regreen
