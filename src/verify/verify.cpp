#include "verify/verify.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t passes_of_a_flaky_test = 3;

// What a wrong edit of source code looks like to a parser, compiler or importer.
// clang-format off
constexpr auto of_code = std::to_array<std::string_view>(
    {"syntax_error", "import_error", "compile_error", "type_error", "link_error", "configuration_error"});
// clang-format on

bool is_of_code(const Diagnosis& diagnosis) { return is_among(diagnosis.category, of_code); }

// A line that occurs often is kept only so many times; `again` is not part of a diagnosis, so equal counts are equal.
std::size_t occurrences_of(const Diagnosis& wanted, const Diagnoses& all) {
  for (const auto& one : all) {
    if (same_failure(one, wanted)) return std::max<std::size_t>(one.occurrences.size(), 1);
  }
  return 0;
}

bool is_in(const Location& location, const FileChange& change) {
  return location.file == change.path || location.file.ends_with("/" + change.path);
}

bool blames(const Diagnosis& diagnosis, const Patch& patch) {
  return std::ranges::any_of(diagnosis.locations, [&](const Location& location) {
    return std::ranges::any_of(patch.changes, [&](const FileChange& change) { return is_in(location, change); });
  });
}

// The next one of a kind where a compiler tells of one at a time. A parser's next error may well be the patch's work.
bool is_next_of_its_kind(const Diagnosis& next, const Diagnosis& mended) {
  return next.rule == mended.rule && next.category != "syntax_error";
}

std::string_view place_of(const Diagnosis& diagnosis) {
  return diagnosis.locations.empty() ? std::string_view() : diagnosis.locations.front().file;
}

// What a compiler looks at only once all names and types of a function or class are right.
// clang-format off
constexpr auto of_last_stage = std::to_array<std::string_view>(
    {"java.not-effectively-final", "java.unreported-exception", "rust.borrow-checker"});
// clang-format on

/// What shows only behind another failure, in the body whose head was mended.
struct Consequence {
  std::string_view mended, next;
};

// A method that takes what its base takes by now has a body that was written for other types.
constexpr auto consequences = std::to_array<Consequence>({
    {"cpp.overrides-nothing", "c.no-matching-function"},
    {"cpp.overrides-nothing", "c.type-mismatch"},
});

// Does a line of a text lie in the body that begins at a head, or in the head?
bool is_in_body(const std::vector<std::string_view>& lines, std::size_t head, std::size_t line) {
  int depth = 0;
  bool is_open = false;
  for (std::size_t i = head; i > 0 && i <= lines.size() && i < line; ++i) {
    for (const char c : lines[i - 1]) {
      is_open |= c == '{';
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if ((c == ';' && !is_open) || (is_open && depth <= 0)) return false;
    }
  }
  return head <= line;
}

// Of a file that was changed.
bool is_below_what_was_written(const Location& location, const FileChange& change) {
  const auto text = change.after.value_or("");
  const auto lines = split_lines(text);
  return std::ranges::any_of(added_line_numbers(change),
                             [&](std::size_t head) { return is_in_body(lines, head, location.line); });
}

bool is_consequence(const Diagnosis& one, const Diagnosis& mended, const Patch& patch) {
  const bool is_kind = std::ranges::any_of(consequences, [&](const Consequence& row) {
    return mended.rule.value == row.mended && one.rule.value == row.next;
  });
  return is_kind && std::ranges::all_of(one.locations, [&](const Location& location) {
           return std::ranges::all_of(patch.changes, [&](const auto& change) {
             return !is_in(location, change) || is_below_what_was_written(location, change);
           });
         });
}

std::string_view language_of(const Diagnosis& diagnosis) {
  return std::string_view(diagnosis.rule.value).substr(0, diagnosis.rule.value.find('.'));
}

// The number of a line that a compiler shows in an excerpt: "12 |     eat(v);".
std::optional<long> shown_number(std::string_view line) {
  const auto bar = line.find(" |");
  return bar == std::string_view::npos ? std::nullopt : parse_number(trim(line.substr(0, bar)));
}

// Does an excerpt below an error show a written line? There a value was moved, or borrowed before.
bool shows_one_of(const Occurrence& error, const std::vector<std::size_t>& written) {
  const auto end = std::ranges::find_if(error.after, [](const auto& line) { return trim(line).empty(); });
  return std::any_of(error.after.begin(), end, [&](const std::string& line) {
    const auto number = shown_number(line);
    return number && std::ranges::binary_search(written, static_cast<std::size_t>(*number));
  });
}

bool tells_of_what_was_written(const Diagnosis& one, const FileChange& change) {
  if (std::ranges::none_of(one.locations, [&](const auto& location) { return is_in(location, change); })) return false;
  const auto written = added_line_numbers(change);
  return std::ranges::any_of(one.locations,
                             [&](const Location& location) {
                               const bool is_written =
                                   location.line == 0 || std::ranges::binary_search(written, location.line);
                               return is_written && is_in(location, change);
                             }) ||
         std::ranges::any_of(one.occurrences, [&](const auto& error) { return shows_one_of(error, written); });
}

// Was it hidden behind names and types that were wrong? What tells of a line that the patch wrote may be its own work.
bool comes_last(const Diagnosis& one, const Diagnosis& mended, const Patch& patch) {
  if (!is_among(one.rule.value, of_last_stage) || language_of(one) != language_of(mended)) return false;
  return std::ranges::none_of(patch.changes,
                              [&](const auto& change) { return tells_of_what_was_written(one, change); });
}

// Is it the patch's own work?
bool is_caused(const Diagnosis& one, const Diagnosis& mended, const Diagnoses& before, const Patch& patch) {
  const bool known = std::ranges::any_of(before, [&](const auto& other) { return same_failure(other, one); });
  return !known && is_of_code(one) && blames(one, patch) && !is_next_of_its_kind(one, mended) &&
         !comes_last(one, mended, patch) && !is_consequence(one, mended, patch);
}

// Does the same failure stand elsewhere now, in files that nobody mended yet? A runtime tells of one file at a time.
bool has_moved_on(const Diagnosis& mended, const Diagnoses& before, const Patch& patch, const Diagnoses& behind) {
  if (!blames(mended, patch)) return false;
  return std::ranges::all_of(behind, [&](const Diagnosis& one) {
    if (same_failure(one, mended)) return !one.locations.empty() && !blames(one, patch);
    return !is_caused(one, mended, before, patch);
  });
}

// clang-format off
constexpr auto of_tests = std::to_array<std::string_view>(
    {"test_failure", "import_error", "dependency_missing", "configuration_error"});
constexpr auto of_time_or_memory = std::to_array<std::string_view>(
    {"flaky_test", "test_timeout", "job_timeout", "out_of_memory", "disk_space"});
// clang-format on

}  // namespace

bool same_failure(const Diagnosis& a, const Diagnosis& b) {
  return a.rule == b.rule && (a.signature == b.signature || (a.captures == b.captures && place_of(a) == place_of(b)));
}

Reproduced compare(const Diagnosis& logged, const Diagnosis& reproduced) {
  if (logged.category == reproduced.category || logged.category == "unknown" || reproduced.category == "unknown") {
    return Reproduced::as_diagnosed;
  }
  return reproduced.category == "toolchain" ? Reproduced::by_machine : Reproduced::otherwise;
}

Verdict judge(const Diagnosis& mended, const Diagnoses& before, const Patch& patch, const Rehearsal& after,
              const Diagnoses& behind) {
  if (after.passed()) return Verdict::fixed;
  if (after.end != Rehearsal::End::exited || behind.empty() || behind.front().category == "unknown")
    return Verdict::worse;
  const std::size_t left = occurrences_of(mended, behind);
  if (left > 0) {
    const bool is_less = left < occurrences_of(mended, before) || has_moved_on(mended, before, patch, behind);
    return is_less ? Verdict::progressed : Verdict::unchanged;
  }
  return is_caused(behind.front(), mended, before, patch) ? Verdict::worse : Verdict::progressed;
}

std::string_view untested(const Rehearsal& after, std::string_view printed_before, const Table& words) {
  const auto row = std::ranges::find_if(words, [&](const auto& one) {
    return contains(after.output, one.first) && !contains(printed_before, one.first);
  });
  return row == words.end() ? std::string_view() : row->second;
}

bool is_of_tests(const Diagnosis& cause) { return is_among(cause.category, of_tests); }

std::size_t passes_needed(const Diagnosis& mended) {
  return mended.category == "flaky_test" || mended.category == "test_timeout" ? passes_of_a_flaky_test : 1;
}

bool needs_quiet(const Diagnosis& cause) { return is_among(cause.category, of_time_or_memory); }

}  // namespace regreen
