#include "diagnose/place.h"

#include "base/character_bits.h"
#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <mutex>

namespace regreen {
namespace {

// What stands before a line number. A text is gone over once for all of them: most lack what a pattern needs.
enum NumberKind : unsigned {
  behind_line = 1,       // "line 12"
  behind_bracket = 2,    // "[12"
  behind_paren = 4,      // "(12"
  behind_extension = 8,  // ".cpp:12"
  behind_number = 16,    // "12:5": a column
};

// How tools print a place. Each pattern has the groups file, line and, where there is one, column; what it matches has a
// number of one of the kinds, and the word.
struct PlacePattern {
  unsigned number_kinds;
  std::string_view word;
  const char* pattern;
};

constexpr auto place_patterns = std::to_array<PlacePattern>({
    {behind_line, "File \"", R"re(^\s*File "([^"]+)", line (\d+))re"},                      // Python
    {behind_line, "in \"", R"re(^\s+in "([^"<]+\.\w+)", line (\d+), column (\d+))re"},      // PyYAML
    {behind_number, "-->", R"re(^\s*-->\s+([^\s:]+):(\d+):(\d+))re"},                       // rustc
    {behind_number, "at ", R"re(^\s*at .*\((?:file://)?([^\s():]+):(\d+):(\d+)\)\s*$)re"},  // Node, with a function
    {behind_number, "at ", R"re(^\s*at (?:file://)?(/[^\s():]+):(\d+):(\d+)\s*$)re"},       // Node, without
    {behind_bracket, ":[", R"re(^\s*(?:\[ERROR\]\s+)?(/?[\w.@+/~-]+\.\w+):\[(\d+),(\d+)\])re"},  // javac through Maven
    {behind_paren, "):", R"re(^\s*((?:[A-Za-z]:)?[\w.@+/\\~-]+\.\w+)\((\d+),(\d+)\):)re"},       // tsc, MSVC
    // gcc, go, pytest, eslint unix, grep, kotlinc, vitest
    {behind_extension, ":",
     R"re(^\s*(?:\[(?:ERROR|error)\]\s+|e: |❯ )?((?:file://|[A-Za-z]:)?[/\\]?[\w.@+/\\~-]+\.\w+):(\d+)(?::(\d+))?(?::|\s|$))re"},
    {behind_extension, "at ", R"re(^\s*at .*\(([\w$]+\.(?:java|kt|scala|groovy)):(\d+)\))re"},      // JVM stack
    {behind_line | behind_extension, ".php", R"re(\bin (\S+\.php)(?: on line |:)(\d+))re"},         // PHP
    {behind_line, "at ", R"re(\bat (\S+\.(?:p[lm]|t)) line (\d+))re"},                              // Perl
    {behind_line, "in ", R"re(\bin (\S+\.(?:cs|fs|vb)):line (\d+))re"},                             // .NET
    {behind_number, "panicked at ", R"re(\bpanicked at (?:'.*', )?([^\s:']+\.rs):(\d+):(\d+))re"},  // Rust
});

// Most are never asked for.
const RE2& compiled_place(std::size_t index) {
  static std::array<std::once_flag, place_patterns.size()> once;
  static std::array<std::unique_ptr<RE2>, place_patterns.size()> compiled;
  std::call_once(once[index], [&] {
    RE2::Options options(RE2::Latin1);
    options.set_log_errors(false);
    compiled[index] = std::make_unique<RE2>(place_patterns[index].pattern, options);
  });
  return *compiled[index];
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

// Of the JVM and of what runs tests and builds on it: of "at java.base/java.lang.reflect.Method.invoke(Method.java:566)".
bool is_foreign_frame(const std::string& text) {
  static const RE2 frame(
      R"re(^\s*at (?:[\w.@-]*/+)?(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|clojure|org\.(?:junit|hamcrest|assertj|testng|mockito|spockframework|scalatest|gradle|codehaus\.groovy|apache\.(?:maven|tools\.ant|groovy))|worker\.org\.gradle|com\.intellij)\.)re",
      RE2::Latin1);
  return contains(text, "at ") && RE2::PartialMatch(text, frame);
}

bool is_foreign(std::string_view path) {
  return std::ranges::any_of(foreign_parts, [&](std::string_view part) { return contains(path, part); });
}

bool ends_with_extension(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is(text[begin - 1], word)) --begin;
  return begin > 0 && begin < text.size() && text[begin - 1] == '.';
}

// Of the number behind a text.
unsigned number_kinds_behind(std::string_view text) {
  const char before = text.back();
  text.remove_suffix(1);
  switch (before) {
    case ':':
      return (ends_with_extension(text) ? behind_extension : 0U) |
             (!text.empty() && is_digit(text.back()) ? behind_number : 0U);
    case '(': return behind_paren;
    case '[': return behind_bracket;
    case ' ': return text.ends_with("line") ? behind_line : 0U;
    default: return 0;
  }
}

unsigned number_kinds(std::string_view text) {
  unsigned kinds = 0;
  std::uint32_t digits_before = 1;  // at the front of a text stands no number behind anything
  for (std::size_t at = 0; at < text.size(); at += character_bits_max) {
    const std::uint32_t digits = character_bits<digit>(text, at);
    for (std::uint32_t first = digits & ~(digits << 1 | digits_before); first != 0; first &= first - 1) {
      kinds |= number_kinds_behind(text.substr(0, at + static_cast<std::size_t>(std::countr_zero(first))));
    }
    digits_before = digits >> (character_bits_max - 1);
  }
  return kinds;
}

std::optional<Location> first_match(const std::string& text, unsigned kinds, const Checkouts& checkouts) {
  for (std::size_t i = 0; i < place_patterns.size(); ++i) {
    if ((kinds & place_patterns[i].number_kinds) == 0 || !contains(text, place_patterns[i].word)) continue;
    const RE2& pattern = compiled_place(i);
    re2::StringPiece file, line, column;
    const bool with_column = pattern.NumberOfCapturingGroups() == 3;
    const bool found = with_column ? RE2::PartialMatch(text, pattern, &file, &line, &column)
                                   : RE2::PartialMatch(text, pattern, &file, &line);
    if (found && is_foreign_frame(text)) return std::nullopt;
    if (found) return own_place(file, line, column, checkouts);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Location> own_place(std::string_view file, std::string_view line, std::string_view column,
                                  const Checkouts& checkouts) {
  Location place{checkouts.relative(file), static_cast<std::size_t>(parse_number(line).value_or(0)),
                 static_cast<std::size_t>(parse_number(column).value_or(0))};
  if (place.file.empty() || is_foreign(place.file)) return std::nullopt;
  return place;
}

std::optional<Location> PlaceReader::place_on(const std::string& line) {
  const unsigned kinds = number_kinds(line);
  if (kinds == 0) return std::nullopt;
  const auto [known, is_new] = known_.try_emplace(line);
  if (is_new) known->second = first_match(line, kinds, checkouts_);
  return known->second;
}

}  // namespace regreen
