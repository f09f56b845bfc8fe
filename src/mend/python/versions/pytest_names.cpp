#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/python/versions/removed.h"
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

// Is the object whose attribute is asked for at `dot` one of pytest, by what hooks and fixtures call them: `item`, `request.node`?
// Others have a get_marker of their own: the lines of matplotlib.
bool is_of_pytest(const PythonSource& source, std::size_t dot) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"item", "request", "_request", "metafunc", "pyfuncitem", "_pyfuncitem", "nextitem", "test_item"});
  const auto is_one = [&](std::size_t i) { return is_among(source.text(i), names); };
  return is_one(dot - 1) || (dot > 2 && source.is(dot - 1, "node") && source.is(dot - 2, ".") && is_one(dot - 3));
}

// `for mark in item.get_marker("x"):` went through all marks of the name.
bool is_gone_through(const PythonSource& source, const PyStatement& one, std::size_t dot) {
  const auto close = source.is(dot + 2, "(") ? closing_of_call(source, dot + 2) : std::nullopt;
  return source.is(one.first, "for") && close && (source.is(*close + 1, ":") || source.is(*close + 1, "or"));
}

std::vector<Edit> renamed_in(const PythonSource& source, const Renamed& row) {
  std::vector<Edit> edits;
  for (const auto& one : source.statements()) {
    for (auto i = one.first + 2; i < one.last; ++i) {
      if (!source.is(i, row.old) || !source.is(i - 1, ".")) continue;
      const bool is_call = source.is(i + 1, "(");
      const bool is_attribute = row.old == "funcargnames" && !is_setting(source.text(i + 1));
      if (is_call == (row.old == "funcargnames") || (!is_call && !is_attribute)) continue;
      if (!is_of_pytest(source, i - 1)) continue;
      const bool is_behind_in = row.old == "get_marker" && source.is(value_before(source, i - 1) - 1, "in");
      const bool is_each = is_behind_in && is_gone_through(source, one, i - 1);
      if (is_behind_in && !is_each) continue;
      edits.push_back({source.tokens()[i].offset, row.old.size(), std::string(is_each ? "iter_markers" : row.today)});
    }
  }
  return edits;
}

// "'Function' object has no attribute 'get_marker'": only objects of pytest have lost it.
bool is_said(std::string_view text, std::string_view name) {
  static constexpr auto types = std::to_array<std::string_view>(
      {"Function", "Item", "Class", "Module", "Package", "Session", "Request", "Metafunc"});
  const auto end = text.find("' object has no attribute '" + std::string(name) + "'");
  return end != text.npos &&
         std::ranges::any_of(types, [&](std::string_view type) { return text.substr(0, end).ends_with(type); });
}

// Does a file ask which of the names there is?
bool asks_for(std::string_view text, std::string_view name) {
  return contains(text, "\"" + std::string(name) + "\"") || contains(text, "'" + std::string(name) + "'");
}

}  // namespace

void follow_pytest(const Patient& patient, Draft& draft) {
  const auto files = python_files(patient.tree);
  const auto said = [&](const Renamed& row) {
    return std::ranges::any_of(occurrences_of(patient.diagnosis),
                               [&](const auto& one) { return is_said(one.at.text, row.old); });
  };
  for (const auto& row : all_renamed) {
    if (!said(row)) continue;
    for (const auto& path : files) {
      const auto text = draft.read(path);
      if (!text || !contains(*text, row.old) || asks_for(*text, row.today) || asks_for(*text, row.old)) continue;
      const bool is_of_tests = is_test_file(path) || contains(*text, "pytest");
      if (is_of_tests && text->size() <= source_bytes_max) draft.edit(path, renamed_in(PythonSource(*text), row));
    }
  }
}

}  // namespace regreen
