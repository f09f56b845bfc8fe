// java.add-static-import: assertions and mocks that a test calls without the class that they belong to.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <set>

namespace regreen {
namespace {

bool is_one_of(std::string_view name, std::string_view names) {
  const auto all = split(names, ' ');
  return is_among(name, all);
}

// By what the file imports already: each library has its own class of assertions.
std::string home_of(std::string_view text, std::string_view name) {
  constexpr std::string_view common =
      "assertEquals assertNotEquals assertTrue assertFalse assertNull assertNotNull assertSame "
      "assertNotSame assertArrayEquals assertThrows fail";
  constexpr std::string_view jupiter =
      "assertAll assertDoesNotThrow assertInstanceOf assertIterableEquals assertTimeout assertThrowsExactly";
  if (contains(text, "import org.junit.jupiter.api."))
    return is_one_of(name, common) || is_one_of(name, jupiter) ? "org.junit.jupiter.api.Assertions" : "";
  if (contains(text, "import org.junit.") && is_one_of(name, common)) return "org.junit.Assert";
  if (contains(text, "import org.testng.") && is_one_of(name, common)) return "org.testng.Assert";
  if (contains(text, "org.mockito.") &&
      is_one_of(name, "mock when verify spy never times doReturn doThrow verifyNoMoreInteractions"))
    return "org.mockito.Mockito";
  return "";
}

// "  symbol:   method assertEquals(int,int)"
std::set<std::string> missing_methods(const Occurrence& occurrence, std::string_view file) {
  std::set<std::string> names;
  bool is_here = true;
  for (const auto& line : occurrence.after) {
    if (contains(line, ".java:")) is_here = contains(line, std::string(name_of(file)) + ":");
    const auto at = line.find("symbol:");
    const auto method = at == std::string::npos ? at : line.find("method ", at);
    if (!is_here || method == std::string::npos) continue;
    const auto name = line.substr(method + 7, line.find('(', method) - method - 7);
    if (is_identifier(name)) names.insert(name);
  }
  return names;
}

// Behind the other static imports, else before the first import, apart from it.
std::optional<Edit> imported(std::string_view text, const std::string& name) {
  const Lines lines(text);
  const std::string statement = "import static " + name + ";", end(line_end(text));
  const auto all = "import static " + name.substr(0, name.rfind('.')) + ".*;";
  std::size_t last = 0, first = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (line == statement || line == all) return std::nullopt;
    if (line.starts_with("import static ")) last = number;
    if (line.starts_with("import ") && first == 0) first = number;
  }
  if (last != 0) return line_below(text, lines.begin(last), statement);
  return first == 0 ? std::nullopt : std::optional(Edit{lines.begin(first), 0, statement + end + end});
}

}  // namespace

std::vector<Patch> add_java_static_import(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".java")) continue;
    for (const auto& name : missing_methods(occurrence, places[0].file)) {
      const auto text = draft.read(places[0].file);
      const auto home = text ? home_of(*text, name) : "";
      const auto edit = home.empty() ? std::nullopt : imported(*text, home + "." + name);
      if (edit) draft.edit(places[0].file, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
