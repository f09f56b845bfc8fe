// js.name-time-zone: a time is printed in the zone of the machine, where the same file names the zone that it means elsewhere.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 2000;
constexpr std::size_t patches_max = 3;

/// What prints a time, by where its options stand among the arguments; a number may be printed by the last one, too.
struct Printer {
  std::string_view call;
  bool of_numbers = false;
};

constexpr auto printers = std::to_array<Printer>(
    {{".toLocaleTimeString("}, {".toLocaleDateString("}, {"Intl.DateTimeFormat("}, {".toLocaleString(", true}});

constexpr auto options_of_times = std::to_array<std::string_view>(
    {"hour", "minute", "second", "day", "weekday", "month", "year", "dateStyle", "timeStyle", "hour12", "hourCycle"});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A text with its digits left out, where it may be a time: "04/03/2025 16:30" → "//  :".
std::string shape_of(std::string_view text) {
  std::string shape;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) shape += text[i];
    pairs += i > 0 && i + 1 < text.size() && contains(":./-,", text.substr(i, 1)) && is_digit(text[i - 1]) &&
             is_digit(text[i + 1]);
  }
  return pairs == 0 ? "" : shape;
}

// Does the log show two texts that are alike but for the digits of a time?
bool times_differ(const Patient& patient) {
  std::set<std::string> texts;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : lines_of(occurrence)) {
      for (const char quote : {'\'', '"'}) {
        const auto open = line.find(quote), close = line.rfind(quote);
        if (open != std::string::npos && close > open + 1) texts.insert(line.substr(open + 1, close - open - 1));
      }
    }
  }
  std::set<std::string> shapes;
  return std::ranges::any_of(texts, [&](const auto& text) {
    const auto shape = shape_of(text);
    return !shape.empty() && !shapes.insert(shape).second;
  });
}

/// A call that prints a time.
struct Call {
  std::size_t open = 0, close = 0;  // its brackets
  std::size_t options = npos;       // the bracket that closes its options
  std::string zone;                 // that it names
};

// The value of `timeZone:` among the options.
std::string zone_in(std::string_view text, std::string_view code, std::size_t begin, std::size_t end) {
  for (const auto at : words_in(code.substr(begin, end - begin), "timeZone")) {
    const auto behind = begin + at + 8;
    if (code.substr(behind, 1) != ":") return contains(",} ", code.substr(behind, 1)) ? "timeZone" : "";
    const auto stop = std::min(code.find_first_of(",}\n", behind), end);
    return std::string(trim(text.substr(behind + 1, stop - behind - 1)));
  }
  return "";
}

// The calls of a file; nothing where one of them takes options from elsewhere.
std::vector<Call> calls_in(std::string_view text, std::string_view code) {
  std::vector<Call> calls;
  for (const auto& printer : printers) {
    for (auto at = code.find(printer.call); at != npos; at = code.find(printer.call, at + 1)) {
      Call call;
      call.open = at + printer.call.size() - 1;
      call.close = closing_bracket(code, call.open);
      if (call.close == npos) continue;
      const auto inside = code.substr(call.open + 1, call.close - call.open - 1);
      const auto items = items_of(inside, Speech::javascript);
      const bool has_options = items.size() > 1 && items[1].starts_with('{');
      if (has_options) call.options = offset_in(code, items[1]) + items[1].size() - 1;
      const bool of_time = has_options && std::ranges::any_of(options_of_times, [&](auto option) {
                             return !words_in(items[1], option).empty();
                           });
      if ((items.size() > 1 && !has_options) || contains(inside, "...")) continue;
      call.zone = zone_in(text, code, call.open, call.close);
      if (!printer.of_numbers || of_time || !call.zone.empty()) calls.push_back(std::move(call));
    }
  }
  return calls;
}

Edit with_zone(std::string_view code, const Call& call, const std::string& zone) {
  const auto named = "timeZone: " + zone;
  if (call.options != npos) {
    const auto end = end_of_code_before(code, call.options);
    const auto last = code.substr(end - 1, 1);
    return {end, 0, (last == "{" || last == "," ? " " : ", ") + named + (last == "{" ? " " : "")};
  }
  const bool is_bare = trim(code.substr(call.open + 1, call.close - call.open - 1)).empty();
  return {call.close, 0, std::string(is_bare ? "undefined" : "") + ", { " + named + " }"};
}

// Is a zone a text, or a name that the whole file knows?
bool is_known_everywhere(std::string_view code, const std::string& zone) {
  if (zone.size() > 2 && contains("'\"", zone.substr(0, 1)) && zone.back() == zone[0]) return true;
  const auto front = zone.substr(0, zone.find('.'));
  if (!is_identifier(front)) return false;
  for (const auto at : words_in(code, front)) {
    const auto line = line_before(code, at);
    if (line == "const " || line == "export const " || line.starts_with("import ")) return true;
  }
  return false;
}

// Does a file speak of the zone of the machine, in a name or comment? Then a call that names none may mean that.
bool speaks_of_local_time(std::string_view text) {
  const auto said = lower(text);
  for (auto at = said.find("local"); at != std::string::npos; at = said.find("local", at + 1)) {
    const auto rest = std::string_view(said).substr(at + 5);
    if (!rest.starts_with('e') && !rest.starts_with("host") && !rest.starts_with("ised") && !rest.starts_with("ized"))
      return true;
  }
  return false;
}

std::vector<Edit> zones_named(std::string_view text) {
  if (speaks_of_local_time(text)) return {};
  const auto code = code_only(text, Speech::javascript);
  const auto calls = calls_in(text, code);
  std::set<std::string> zones;
  std::vector<Edit> edits;
  for (const auto& call : calls) {
    if (!call.zone.empty()) zones.insert(call.zone);
  }
  if (zones.size() != 1 || !is_known_everywhere(code, *zones.begin())) return {};
  for (const auto& call : calls) {
    if (call.zone.empty()) edits.push_back(with_zone(code, call, *zones.begin()));
  }
  return edits;
}

}  // namespace

std::vector<Patch> name_time_zone(const Patient& patient) {
  if (!times_differ(patient)) return {};
  std::vector<Patch> patches;
  std::size_t count = 0;
  for (const auto& path : patient.tree.list()) {
    if (!is_script_source(path) || is_built(path) || is_development_file(path) || is_aside(path) || ++count > files_max)
      continue;
    const auto text = patient.tree.read(path).value_or("");
    if (!contains(text, "timeZone") || text.size() > source_bytes_max) continue;
    Draft draft(patient.tree);
    if (!draft.edit(path, zones_named(text)) || patches.size() == patches_max) continue;
    for (auto& patch : draft.patches()) patches.push_back(std::move(patch));
  }
  return patches;
}

}  // namespace regreen
