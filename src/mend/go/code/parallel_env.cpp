// go.test-serially: a test that sets a variable of the environment, or the working folder, and says that it may run
// beside others. All tests of a process share both, so the testing package refuses; such a test runs alone.
//
//   panic: testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests
//
// The first such test ends the run; so all of the package lose `t.Parallel()` at once: those that set something
// themselves, by a helper of the package, or in a subtest.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t bodies_max = 1'000;  // of one file

// A function that is given a test: `func TestX(t *testing.T) {`, `func(t *testing.T) {`, `func clear(t testing.TB) {`.
struct TestBody {
  std::size_t open = 0, close = 0;  // its braces
  std::string test;                 // t
  std::string name;                 // "" for a literal

  bool holds(std::size_t at) const { return open < at && at < close; }
};

std::optional<TestBody> body_at(std::string_view code, std::size_t type) {
  const auto parameters = code.rfind('(', type);
  const auto close = parameters == npos ? npos : closing_bracket(code, parameters);
  const auto open = close == npos ? npos : code.find('{', close);
  const auto end = open == npos ? npos : closing_bracket(code, open);
  if (end == npos || code.substr(close, open - close).find('\n') != npos) return std::nullopt;
  const std::string name(word_before(code, parameters)), test(word_before(code, end_of_code_before(code, type)));
  return TestBody{open, end, test, name == "func" ? "" : name};
}

std::vector<TestBody> bodies_of(std::string_view code) {
  std::vector<TestBody> bodies;
  if (code.size() > source_bytes_max) return bodies;
  std::size_t named = 0;
  for (const std::string_view type : {"*testing.T", "testing.TB"}) {
    for (auto at = code.find(type); at != npos && ++named <= bodies_max; at = code.find(type, at + 1)) {
      if (is_word_byte(code[std::min(at + type.size(), code.size() - 1)])) continue;
      auto body = body_at(code, at);
      if (body && is_identifier(body->test)) bodies.push_back(std::move(*body));
    }
  }
  return bodies;
}

// Where a call stands that sets what all tests share: `t.Setenv(`, `t.Chdir(`, `clear(t`.
std::vector<std::size_t> settings_in(std::string_view code, const TestBody& body,
                                     const std::set<std::string>& helpers) {
  std::vector<std::string> calls = {body.test + ".Setenv(", body.test + ".Chdir("};
  for (const auto& helper : helpers) {
    calls.push_back(helper + "(" + body.test + ")");
    calls.push_back(helper + "(" + body.test + ",");
  }
  const auto inside = code.substr(0, body.close);
  std::vector<std::size_t> places;
  for (const auto& call : calls) {
    for (auto at = inside.find(call, body.open); at != npos; at = inside.find(call, at + 1)) {
      if (!is_word_byte(code[at - 1]) && code[at - 1] != '.') places.push_back(at);
    }
  }
  return places;
}

// The line `t.Parallel()` that stands in the body itself, not in a function within it; with the blank line below where it
// was the first.
std::optional<Edit> parallel_line(std::string_view code, const Lines& lines, const TestBody& body,
                                  const std::vector<TestBody>& all) {
  const auto call = body.test + ".Parallel()";
  code = code.substr(0, body.close);
  for (auto at = code.find(call, body.open); at != npos; at = code.find(call, at + 1)) {
    const bool inner =
        std::ranges::any_of(all, [&](const TestBody& other) { return other.holds(at) && other.open > body.open; });
    const auto number = lines.number_at(at);
    if (inner || trim(lines.line(number)) != call) continue;
    auto last = number;
    if (lines.number_at(body.open) + 1 == number && trim(lines.line(number + 1)).empty()) ++last;
    return Edit{lines.begin(number), lines.begin(last + 1) - lines.begin(number), ""};
  }
  return std::nullopt;
}

std::vector<Edit> edits_of(std::string_view text, const std::set<std::string>& helpers) {
  const auto code = code_only(text, Speech::go);
  const Lines lines(text);
  const auto bodies = bodies_of(code);
  std::set<std::size_t> serial;  // by index: those that set something, and those around them
  for (const auto& body : bodies) {
    for (const auto at : settings_in(code, body, helpers)) {
      for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (bodies[i].holds(at)) serial.insert(i);
      }
    }
  }
  std::vector<Edit> edits;
  for (const auto i : serial) {
    if (auto edit = parallel_line(code, lines, bodies[i], bodies)) edits.push_back(std::move(*edit));
  }
  return edits;
}

bool is_test(std::string_view name) {
  return std::ranges::any_of(std::to_array<std::string_view>({"Test", "Benchmark", "Fuzz", "Example"}),
                             [&](auto front) { return name.starts_with(front); });
}

// The functions of a folder that set something for the test that they are given.
std::set<std::string> helpers_in(const Tree& tree, std::string_view folder) {
  std::set<std::string> helpers;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto code = code_only(tree.read(path).value_or(""), Speech::go);
    for (const auto& body : bodies_of(code)) {
      if (!body.name.empty() && !is_test(body.name) && !settings_in(code, body, {}).empty()) helpers.insert(body.name);
    }
  }
  return helpers;
}

}  // namespace

std::vector<Patch> test_go_serially(const Patient& patient) {
  std::set<std::string, std::less<>> folders;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      if (place.file.ends_with("_test.go")) folders.emplace(folder_of(place.file));
    }
  }
  Draft draft(patient.tree);
  for (const auto& folder : folders) {
    const auto helpers = helpers_in(patient.tree, folder);
    for (const auto& path : patient.tree.list()) {
      if (folder_of(path) != folder || !path.ends_with("_test.go")) continue;
      const auto text = draft.read(path);
      if (text) draft.edit(path, edits_of(*text, helpers));
    }
  }
  return draft.patches();
}

}  // namespace regreen
