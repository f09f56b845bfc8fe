#include "diagnose/locate.h"

#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>

namespace regreen {
namespace {

constexpr std::size_t locations_max = 8;
constexpr std::size_t lines_looked_at = 20;  // on either side

// How tools print a place. Each pattern has the groups file, line and, where there is one, column.
constexpr auto place_patterns = std::to_array<const char*>({
    R"re(^\s*File "([^"]+)", line (\d+))re",                             // Python
    R"re(^\s*-->\s+([^\s:]+):(\d+):(\d+))re",                            // rustc
    R"re(^\s*at .*\((?:file://)?([^\s():]+):(\d+):(\d+)\)\s*$)re",       // Node, with a function
    R"re(^\s*at (?:file://)?(/[^\s():]+):(\d+):(\d+)\s*$)re",            // Node, without
    R"re(^\s*(?:\[ERROR\]\s+)?(/?[\w.@+/~-]+\.\w+):\[(\d+),(\d+)\])re",  // javac through Maven
    R"re(^\s*((?:[A-Za-z]:)?[\w.@+/\\~-]+\.\w+)\((\d+),(\d+)\):)re",     // tsc, MSVC
    R"re(^\s*(?:\[(?:ERROR|error)\]\s+|e: |❯ )?((?:file://|[A-Za-z]:)?[/\\]?[\w.@+/\\~-]+\.\w+):(\d+)(?::(\d+))?(?::|\s|$))re",  // gcc, go, pytest, eslint unix, grep, kotlinc, vitest
    R"re(^\s*at .*\(([\w$]+\.(?:java|kt|scala|groovy)):(\d+)\))re",  // JVM stack
    R"re(\bin (\S+\.php)(?: on line |:)(\d+))re",                    // PHP
    R"re(\bat (\S+\.(?:p[lm]|t)) line (\d+))re",                     // Perl
    R"re(\bin (\S+\.(?:cs|fs|vb)):line (\d+))re",                    // .NET
    R"re(\bpanicked at (?:'.*', )?([^\s:']+\.rs):(\d+):(\d+))re",    // Rust
});

const std::vector<std::unique_ptr<RE2>>& compiled_places() {
  static const auto compiled = [] {
    std::vector<std::unique_ptr<RE2>> all;
    RE2::Options options(RE2::Latin1);
    options.set_log_errors(false);
    for (const char* pattern : place_patterns) all.push_back(std::make_unique<RE2>(pattern, options));
    return all;
  }();
  return compiled;
}

constexpr auto foreign_parts = std::to_array<std::string_view>({"site-packages/",
                                                                "Program Files",
                                                                "dist-packages/",
                                                                "node_modules/",
                                                                "/usr/",
                                                                "/opt/hostedtoolcache/",
                                                                "node:",
                                                                "internal/modules/",
                                                                "/rustc/",
                                                                ".cargo/registry/",
                                                                "/go/pkg/mod/",
                                                                "/root/.",
                                                                "<frozen",
                                                                "<string>",
                                                                "/lib/python",
                                                                "/lib-python/",
                                                                "/virtualenv/",
                                                                "/src/testing/testing.go",
                                                                "/src/runtime/panic.go",
                                                                "/src/runtime/asm_",
                                                                ".pyenv/",
                                                                ".nvm/",
                                                                ".rbenv/",
                                                                ".rvm/",
                                                                "/gems/",
                                                                ".m2/repository/"});

void add(std::vector<Location>& locations, const Checkouts& checkouts, std::string_view file, std::string_view line,
         std::string_view column) {
  Location location{checkouts.relative(file), static_cast<std::size_t>(parse_number(line).value_or(0)),
                    static_cast<std::size_t>(parse_number(column).value_or(0))};
  if (location.file.empty() || is_foreign_path(location.file) || locations.size() >= locations_max) return;
  const bool known = std::ranges::any_of(locations, [&](const Location& one) {
    return one.file == location.file && (one.line == location.line || location.line == 0);
  });
  if (!known) locations.push_back(std::move(location));
}

// Has it a number behind what stands before every line number: ":", "(", "[" or "line "?
bool may_name_a_line(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    const char before = text[i - 1];
    if (before == ':' || before == '(' || before == '[' || text.substr(0, i).ends_with("line ")) return true;
  }
  return false;
}

void add_places_of(std::vector<Location>& locations, const Checkouts& checkouts, const std::string& text) {
  if (locations.size() >= locations_max || !may_name_a_line(text)) return;
  for (const auto& pattern : compiled_places()) {
    re2::StringPiece file, line, column;
    const bool with_column = pattern->NumberOfCapturingGroups() == 3;
    const bool found = with_column ? RE2::PartialMatch(text, *pattern, &file, &line, &column)
                                   : RE2::PartialMatch(text, *pattern, &file, &line);
    if (!found) continue;
    add(locations, checkouts, file, line, column);
    return;
  }
}

std::string_view value_of(const Captures& captures, std::string_view name) {
  const auto found = captures.find(name);
  return found == captures.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::vector<Location> mentioned_files(const std::string& line, const Checkouts& checkouts) {
  static const RE2 path(
      R"re((?:^|[\s'"`(])((?:[A-Za-z]:(?:[/\\][\w.@+-]+)+|/?(?:[\w.@+-]+/)+[\w.@+-]*)\.\w+)(?::(\d+))?)re",
      RE2::Latin1);
  std::vector<Location> locations;
  re2::StringPiece rest(line), file, number;
  while (RE2::FindAndConsume(&rest, path, &file, &number)) add(locations, checkouts, file, number, "");
  std::erase_if(locations, [](const Location& one) { return one.file.starts_with('/') || contains(one.file, ":"); });
  return locations;
}

bool is_foreign_path(std::string_view path) {
  return std::ranges::any_of(foreign_parts, [&](std::string_view part) { return contains(path, part); });
}

std::vector<Location> locate(const Captures& captures, const std::vector<std::string>& before, const std::string& line,
                             const std::vector<std::string>& after, const Checkouts& checkouts) {
  std::vector<Location> locations;
  if (const auto file = value_of(captures, "file"); !file.empty()) {
    add(locations, checkouts, file, value_of(captures, "line"), value_of(captures, "column"));
  }
  add_places_of(locations, checkouts, line);
  // A stack trace above the message ends at the failing place; what stands below it begins there.
  for (std::size_t i = 0; i < std::min(lines_looked_at, before.size()); ++i) {
    add_places_of(locations, checkouts, before[before.size() - 1 - i]);
  }
  for (std::size_t i = 0; i < std::min(lines_looked_at, after.size()); ++i) {
    add_places_of(locations, checkouts, after[i]);
  }
  return locations;
}

}  // namespace regreen
