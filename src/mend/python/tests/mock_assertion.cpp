// tests.fix-mock-assertion: an assertion of a mock is misspelt. Older versions of Python took it for a call that always passes; now
// it is refused. The only assertion of which it can be a slip is meant, or the one that says the same in other words.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/slip.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view front = "assert_";

constexpr auto assertions = std::to_array<std::string_view>(
    {"assert_any_await", "assert_any_call", "assert_awaited", "assert_awaited_once", "assert_awaited_once_with",
     "assert_awaited_with", "assert_called", "assert_called_once", "assert_called_once_with", "assert_called_with",
     "assert_has_awaits", "assert_has_calls", "assert_not_awaited", "assert_not_called"});

/// The same in other words.
struct OtherWords {
  std::string_view written, meant;
};
constexpr auto other_words = std::to_array<OtherWords>({
    {"assert_called_exactly_once", "assert_called_once"},
    {"assert_called_only_once", "assert_called_once"},
    {"assert_called_with_once", "assert_called_once_with"},
    {"assert_has_been_called", "assert_called"},
    {"assert_has_not_been_called", "assert_not_called"},
    {"assert_is_called", "assert_called"},
    {"assert_is_not_called", "assert_not_called"},
    {"assert_never_called", "assert_not_called"},
    {"assert_once_called_with", "assert_called_once_with"},
    {"assert_was_called", "assert_called"},
    {"assert_was_called_once", "assert_called_once"},
    {"assert_was_called_once_with", "assert_called_once_with"},
    {"assert_was_called_with", "assert_called_with"},
    {"assert_was_not_called", "assert_not_called"},
});

bool is_assertion(std::string_view name) { return is_among(name, assertions); }

// "" where it is not certain. `called_once` is what Python 3.12 refuses, too.
std::string meant_by(std::string_view written) {
  if (is_assertion(written)) return "";
  if (auto whole = std::string(front) + std::string(written); is_assertion(whole)) return whole;
  const auto row = std::ranges::find(other_words, written, &OtherWords::written);
  if (row != other_words.end()) return std::string(row->meant);
  const bool begins_so = written.starts_with("ass") || written.starts_with("aser") || written.starts_with("aseer");
  return begins_so ? only_near(assertions, written) : "";
}

// What it is given fits the assertion that is meant: assert_has_calls takes a list, those that count take nothing.
bool fits(const PythonSource& source, std::size_t open, std::string_view meant) {
  const bool is_bare = source.is(open + 1, ")");
  if (meant.starts_with("assert_has_"))
    return source.is(open + 1, "[") || (source.is_name(open + 1) && !source.is(open + 2, "("));
  if (meant.ends_with("_with") || meant.starts_with("assert_any_")) return true;
  return is_bare;
}

// `.name(` of a statement, by the misspelt name where the log says it.
std::vector<Edit> corrected(const PythonSource& source, const PyStatement& statement, std::string_view said) {
  std::vector<Edit> edits;
  for (auto i = statement.first + 1; i < statement.last; ++i) {
    const auto name = source.text(i);
    if (!source.is(i - 1, ".") || !source.is(i + 1, "(") || (!said.empty() && name != said)) continue;
    const auto meant = meant_by(name);
    if (!meant.empty() && fits(source, i + 1, meant)) edits.push_back({source.tokens()[i].offset, name.size(), meant});
  }
  return edits;
}

// All of the file where the log says the name: whoever is asked for it there is a mock, unless the project defines it.
std::vector<Edit> corrected_in(const PythonSource& source, const TreePlace& place, std::string_view said) {
  if (said.empty()) {
    const auto* statement = source.statement_at(place.line);
    return statement == nullptr ? std::vector<Edit>{} : corrected(source, *statement, said);
  }
  std::vector<Edit> edits;
  for (const auto& statement : source.statements()) {
    for (auto& edit : corrected(source, statement, said)) edits.push_back(std::move(edit));
  }
  return edits;
}

// The names that the log says and no file of the project defines.
std::set<std::string, std::less<>> undefined_names(const Patient& patient) {
  std::set<std::string, std::less<>> names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) names.emplace(capture(occurrence, "symbol"));
  for (const auto& path : python_files(patient.tree)) {
    const auto text = patient.tree.read(path).value_or("");
    std::erase_if(names, [&](const auto& name) { return !name.empty() && contains(text, "def " + name + "("); });
  }
  return names;
}

}  // namespace

std::vector<Patch> fix_mock_assertion(const Patient& patient) {
  Draft draft(patient.tree);
  const auto undefined = undefined_names(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = capture(occurrence, "symbol");
    if (!undefined.contains(said)) continue;
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = is_test_file(place.file) ? draft.read(place.file) : std::nullopt;
      if (!text) continue;
      const PythonSource source(*text);
      auto edits = corrected_in(source, place, said);
      if (!edits.empty() && draft.edit(place.file, std::move(edits))) break;
    }
  }
  return draft.patches();
}

}  // namespace regreen
