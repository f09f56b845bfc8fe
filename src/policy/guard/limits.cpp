// Numbers that say when a check fails: time-outs, retries, tolerances, coverage, sizes. None may move the easy way.
#include "base/text.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

namespace regreen {
namespace {

enum class Easy { more, less };
enum class Files { tests, checks, both };

/// `easy` says in which direction a check gets easier. Group 1 is the name, group 2 the number, group 3 a unit.
struct Limit {
  const char* rule;
  Easy easy;
  Files files;
  double unsaid;  // what holds where no number stands; negative: nothing is known, a new number is fine
  const char* pattern;
};

// clang-format off
constexpr auto limits = std::to_array<Limit>({
    {"guard.timeout", Easy::more, Files::both, -1,
     R"re((?i)((?:[\w.-]*time_?-?out|deadline|with_?timeout|max_?wait|wait_?for|Within|eventually)[\w-]*)["']?\]?\s*(?:=>|:=|[:=(])\s*(?:[\w.:]*\()?\s*["']?(-?[\d._]+)\s*(?:\*\s*time\.)?([a-z]*))re"},
    {"guard.timeout", Easy::more, Files::both, -1, R"re((?i)(--?(?:test[.-]?|global[.-]?)?timeout|\bTIMEOUT|\btimeout(?:\s+-\S+)*)[=\s]+(\d[\d.]*)\s*([a-z]*))re"},
    {"guard.timeout", Easy::more, Files::tests, -1, R"re((Duration\.of)(?:Millis|Seconds|Minutes|Nanos|Hours)\((\d[\d_]*)()\))re"},
    {"guard.timeout", Easy::more, Files::tests, -1, R"re((deadline|Eventually|WithTimeout|After|WithDeadline)\b.*[( ,](\d+)\s*\*\s*time\.(\w+))re"},
    {"guard.timeout", Easy::more, Files::tests, 5000, R"re((?m)^\s*(\}),\s*(\d[\d_]*)()\);?\s*$)re"},
    {"guard.timeout", Easy::more, Files::tests, -1, R"re(\b(sleep|Sleep|usleep|sleep_for|delay)\((?:[\w:.]*\()?\s*([\d.]+)\s*(?:\*\s*time\.)?(\w*))re"},
    {"guard.timeout", Easy::more, Files::tests, -1, R"re((\.(?:of|from)(?:Millis|Seconds|Minutes)|\btimedelta\(seconds=|chrono::\w+\()\(?(\d+)())re"},
    {"guard.retries", Easy::more, Files::both, 0,
     R"re((?i)((?:max_?)?(?:retries|reruns|retry|rerunFailingTestsCount|retry_?count|max_?runs|max_?attempts|attempts|repeat|retryTimes|maxRetries|flaky_?test_?attempts))["']?\s*(?:=>|[:=(>])\s*["']?(\d+)())re"},
    {"guard.retries", Easy::more, Files::checks, 0, R"re((--(?:re-?runs|retries|retry|repeat|flaky-test-attempts|test-retries|ctest-repeat|rerun-fails))[=\s]+(?:until-pass:)?(\d+)())re"},
    {"guard.tolerance", Easy::more, Files::checks, -1, R"re(((?:max[-_]?warnings|maxIssues|max-issues|maxAllowedViolations|max_violations|maxErrors|threshold-?count|allowed[-_]\w+|failureThreshold|maxPriority\d))["']?\s*(?:\.set)?[\s:=>(]+["']?(\d+)())re"},
    {"guard.tolerance", Easy::more, Files::checks, -1,
     R"re((?i)((?:max|min)?-?_?(?:line_?-?len(?:gth)?|width|complexity|cognitive[\w-]*threshold|[\w-]*threshold|doc-length|max-\w+|max_\w+|\bMax|too-many[\w-]*|args|statements|branches-limit))["']?\s*[:=]\s*["']?(\d+)())re"},
    {"guard.coverage", Easy::less, Files::both, 0,
     R"re((?i)(--(?:cov-)?fail-under(?:-lines|-functions)?|\bfail_under|fail-under|minimum_coverage(?:_by_file)?|min_?-?coverage|minCoverage|coverage-?threshold|--(?:lines|branches|functions|statements|min-coverage|coverage-minimum)|cover(?:age)?-at-least|Threshold=|--min|minimum_score|--fail-below|--min-msi|minMsi|minCoveredMsi)["']?[\s:=(]+["']?(\d[\d.]*)())re"},
    {"guard.coverage", Easy::less, Files::checks, 0, R"re((?:["']|\b)(branches|lines|functions|statements)["']?\s*:\s*(\d[\d.]*)())re"},
    {"guard.coverage", Easy::less, Files::checks, 0, R"re((<minimum>|minimum\s*=\s*|<Threshold>|minimumCoverage|<lineRate>|<mutationThreshold>|<coverageThreshold>)["']?(\d[\d.]*)())re"},
    {"guard.coverage", Easy::less, Files::checks, 0, R"re(((?:^|\n)\s*(?:target|range))\s*:\s*["']?(\d[\d.]*)()%?)re"},
    {"guard.coverage", Easy::less, Files::checks, 0, R"re((?m)^\s*(level|errorLevel)\s*:\s*(\d+)())re"},
    {"guard.coverage", Easy::less, Files::checks, 0, R"re(((?:WarningLevel|AnalysisLevel|score)\W+)(\d[\d.]*)())re"},
});
// clang-format on

double factor(std::string_view unit) {
  static const std::map<std::string_view, double> factors{
      {"nanosecond", 1e-6}, {"ns", 1e-6}, {"microsecond", 1e-3}, {"us", 1e-3},      {"millisecond", 1}, {"ms", 1},
      {"second", 1000},     {"s", 1000},  {"sec", 1000},         {"minute", 60000}, {"m", 60000},       {"min", 60000},
      {"hour", 3.6e6},      {"h", 3.6e6}};
  std::string low = lower(unit);
  if (low.size() > 3 && low.ends_with('s')) low.pop_back();
  const auto found = factors.find(low);
  return found == factors.end() ? 1 : found->second;
}

double java_factor(std::string_view words) {
  if (contains(words, "ofSeconds") || contains(words, "fromSeconds")) return 1000;
  if (contains(words, "ofMinutes") || contains(words, "fromMinutes")) return 60000;
  return contains(words, "ofHours") ? 3.6e6 : 1;
}

// No limit at all is the easiest one.
double value_of(const Limit& limit, std::string_view number, std::string_view unit, std::string_view words) {
  std::string digits(number);
  std::erase(digits, '_');
  const double value = std::strtod(digits.c_str(), nullptr);
  if (value <= 0 && std::string_view(limit.rule) == "guard.timeout") return HUGE_VAL;
  return value * factor(unit) * java_factor(words);
}

using Numbers = std::map<std::string, std::vector<double>>;

Numbers numbers_in(const Limit& limit, const RE2& pattern, const CodeText& source) {
  Numbers numbers;
  each_match(pattern, source.kept, [&](const auto& groups) {
    numbers[lower(trim(groups[1]))].push_back(value_of(limit, groups[2], groups[3], groups[0]));
  });
  return numbers;
}

bool is_about(const Limit& limit, const ChangedFile& file) {
  const bool checks = is_check_config(file.path()) || starts_checks(file.path());
  if (limit.files == Files::tests) return file.is_test;
  return checks || (limit.files == Files::both && file.is_test);
}

bool is_easier(const Limit& limit, double now, double then) {
  return limit.easy == Easy::more ? now > then : now < then;
}

// Compares number with number in their order; what is new or gone with what holds where nothing is said.
std::optional<std::string> easier(const Limit& limit, Numbers before, Numbers after) {
  for (auto& [name, then] : before) {
    auto& now = after[name];
    for (const double same : std::vector<double>(then)) {
      const auto there = std::ranges::find(now, same);
      if (there == now.end()) continue;
      now.erase(there);
      then.erase(std::ranges::find(then, same));
    }
    for (std::size_t i = 0; i < then.size(); ++i) {
      if (i < now.size() ? is_easier(limit, now[i], then[i])
                         : limit.unsaid >= 0 && is_easier(limit, limit.unsaid, then[i]))
        return name;
    }
    now.erase(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(std::min(now.size(), then.size())));
  }
  for (const auto& [name, now] : after) {
    for (const double value : now) {
      if ((limit.unsaid >= 0 && is_easier(limit, value, limit.unsaid)) || value == HUGE_VAL) return name;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> guard_limits(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const auto table = compile(limits);
  for (const auto& file : files) {
    for (const auto& [limit, pattern] : table) {
      if (!file.was_there() || !file.is_there() || !is_about(limit, file)) continue;
      const auto name =
          easier(limit, numbers_in(limit, *pattern, file.before), numbers_in(limit, *pattern, file.after));
      if (!name) continue;
      auto reason = fmt::format("{}: {} would let more pass", file.path(), quoted(*name));
      if (auto refusal = refuse(remedy, limit.rule, std::move(reason))) return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace regreen
