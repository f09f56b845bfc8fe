// tests.move-date: a test holds a day to come, and the day has come. It asks what is so today of something that was meant to last.
//
//   >       assert SEASON.opens()
//   E       AssertionError: assert False
//   E        +  where False = <bound method Pass.opens of Pass(since=datetime.date(2023, 11, 1), until=datetime.date(2024, 10, 31))>()
//
// The last day that the failure shows is moved so far ahead that it does not come again. That is meant only where the code under test
// looks at the clock, the assertion asks whether something is so, and the tests that fail write this day in one place.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/project.h"
#include "mend/python/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr std::string_view far_year = "2999";
constexpr std::array<long, 2> years = {1990, 2100};  // that people write of their own time

using Day = std::array<long, 3>;

long number_at(std::string_view text, std::size_t& at) {
  long number = 0;
  const auto begin = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 4)
    number = number * 10 + (text[at++] - '0');
  return at == begin ? -1 : number;
}

bool is_day(const Day& day) {
  return day[0] >= years[0] && day[0] <= years[1] && day[1] >= 1 && day[1] <= 12 && day[2] >= 1 && day[2] <= 31;
}

// The days that a line shows: datetime.date(2024, 10, 31), datetime.datetime(2024, 10, 31, 12, 0), '2024-10-31'.
std::set<Day> days_in(std::string_view line) {
  std::set<Day> days;
  for (const auto& [front, between] : {std::pair<std::string_view, std::string_view>{"datetime.date(", ", "},
                                       {"datetime.datetime(", ", "},
                                       {"'", "-"},
                                       {"\"", "-"}}) {
    for (auto at = line.find(front); at != std::string_view::npos; at = line.find(front, at + 1)) {
      auto next = at + front.size();
      Day day{};
      bool is_read = true;
      for (std::size_t part = 0; part < day.size() && is_read; ++part) {
        if (part > 0) is_read = line.substr(next).starts_with(between);
        if (part > 0) next += between.size();
        if (is_read) day[part] = number_at(line, next);
      }
      if (is_read && is_day(day)) days.insert(day);
    }
  }
  return days;
}

// What pytest shows of the values of an assertion that is not so.
std::set<Day> days_shown(const Occurrence& occurrence) {
  std::set<Day> days;
  for (const auto& below : occurrence.after) {
    const auto line = trim(below);
    const bool is_value = line.starts_with("E ") || line.starts_with("+  where") || line.starts_with("+    where");
    if (is_value && contains(line, "where False = ")) days.merge(days_in(line));
  }
  return days;
}

bool looks_at_clock(std::string_view text) {
  static constexpr auto clocks = std::to_array<std::string_view>(
      {".today()", "datetime.now(", ".utcnow()", "time.time()", "timezone.now()", "date.today("});
  return std::ranges::any_of(clocks, [&](auto clock) { return contains(text, clock); });
}

// Does a module of the project that the test imports look at the clock?
bool tests_the_clock(const PythonProject& project, const Tree& tree, const std::string& test,
                     const PythonSource& source) {
  return std::ranges::any_of(imports_of(source), [&](const PyImport& one) {
    return std::ranges::any_of(one.names, [&](const ImportedName& name) {
      const auto module = one.is_from ? project.imported_module(test, one.module) : name.name;
      for (const auto& full : {module, module + "." + name.name}) {
        const auto file = project.file_of(full);
        if (file && is_no_test_file(*file) && looks_at_clock(tree.read(*file).value_or(""))) return true;
      }
      return false;
    });
  });
}

// Is the token part of an assertion? What is asserted stays as it is.
bool is_asserted(const PythonSource& source, const PyToken& token) {
  const auto* statement = source.statement_at(token.line);
  return statement != nullptr && source.is(statement->first, "assert");
}

// Where the year of a day is written: date(2024, 10, 31), "2024-10-31"; as many as there are.
struct Year {
  std::size_t offset = 0;
  bool is_asserted = false;
};

std::vector<Year> years_of(const PythonSource& source, const Day& day) {
  std::vector<Year> found;
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind == PyKind::string && days_in(source.text(token)).contains(day))
      found.push_back({token.offset + 1, is_asserted(source, token)});
    if (!source.is(i, "date") && !source.is(i, "datetime")) continue;
    const bool is_call = source.is(i + 1, "(") && source.is(i + 3, ",") && source.is(i + 5, ",");
    if (!is_call) continue;
    const auto part = [&](std::size_t at) { return parse_number(source.text(at)).value_or(-1); };
    if (Day{part(i + 2), part(i + 4), part(i + 6)} == day)
      found.push_back({source.tokens()[i + 2].offset, is_asserted(source, token)});
  }
  return found;
}

bool is_leap_day(const Day& day) { return day[1] == 2 && day[2] == 29; }

}  // namespace

std::vector<Patch> move_passed_date(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  std::set<std::pair<std::string, Day>> done;
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto days = days_shown(occurrence);
    if (days.empty() || is_leap_day(*days.rbegin())) continue;
    for (const auto& place : places_around(patient.tree, occurrence)) {
      if (!is_test_file(place.file) || !done.emplace(place.file, *days.rbegin()).second) continue;
      const auto text = draft.read(place.file).value_or("");
      const PythonSource source(text);
      const auto spots = years_of(source, *days.rbegin());
      if (spots.size() != 1 || spots[0].is_asserted || !tests_the_clock(project, patient.tree, place.file, source))
        continue;
      draft.edit(place.file, {{spots[0].offset, far_year.size(), std::string(far_year)}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
