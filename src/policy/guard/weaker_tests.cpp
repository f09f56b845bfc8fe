// No test says less than before. Compares the assertions of both sides, not their lines: what was moved, renamed or formatted is found again.
#include "base/text.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/comparison.h"
#include "policy/guard/pattern.h"
#include "policy/guard/seen_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

std::multiset<std::string> values_of(const std::vector<Assertion>& assertions) {
  std::multiset<std::string> values;
  for (const auto& one : assertions) values.insert(one.values.begin(), one.values.end());
  return values;
}

// Values that a file has more often outside of assertions than before: `expected = 5` instead of 5 in the assertion.
std::map<std::string, int> values_moved_out(const ChangedFile& file) {
  std::map<std::string, int> counts;
  const auto count = [&](const CodeText& source, int step) {
    for (const auto& token : tokens_of(source, 0, source.code.size())) {
      if (token.kind == TokenKind::number || token.kind == TokenKind::string) counts[token.text] += step;
    }
    const auto tests = tests_in(source, file.path(), file.language);
    for (const auto& value : values_of(assertions_in(source, file.language, tests))) counts[value] -= step;
  };
  count(file.after, 1);
  count(file.before, -1);
  return counts;
}

// Is the statement before a byte `t.Error(…)` or its like? Who leaves behind a failure hides none: with Go's t.Fatal it was one
// statement, which a goroutine must not call.
bool follows_failure(std::string_view code, std::size_t at) {
  static const Pattern failing(R"re((?:^|[\s;{])(?:t|b|f|tb)\.(?:Errorf?|Fail)$)re");
  constexpr std::string_view blanks = " \t\r\n;";
  const auto close = at == 0 ? std::string_view::npos : code.find_last_not_of(blanks, at - 1);
  if (close == std::string_view::npos || code[close] != ')') return false;
  std::size_t depth = 1, open = close;
  while (open > 0 && depth > 0) {
    --open;
    if (code[open] == ')') ++depth;
    if (code[open] == '(') --depth;
  }
  return depth == 0 && found(failing, code.substr(0, open));
}

std::size_t early_exits(const CodeText& source, const Test& test, Language language) {
  static const Pattern leaving(
      R"re((?m)^[ \t]*(?:\}?[ \t]*(?:if|unless)\b[^\n{;]*[:{ ][ \t]*)?(return(?:[ ]+(?:None|nil|null|undefined|Ok\(\(\)\)|true|0|CompletedTask))?[ \t]*(?:;|\}|$|[ ](?:if|unless)[ ])|exit[( ]+0|os\._exit|sys\.exit|process\.exit|System\.exit|os\.Exit|runtime\.Goexit|done\(\)[;]?[ \t]*(?:\n[ \t]*)?return))re");
  static const Pattern function_head(
      R"re((?:=>|\bfunction\b|\bfunc\b|\bdef\b|\blambda\b|->|\|\w*\||\bfn\b|\]\s*\([^)]*\))\s*\{?\s*$)re");
  static const Pattern asserting(
      R"re((?i)assert|expect|require|check|\.(?:error|fatal|fail)|should|refute|diff|\[ )re");
  std::size_t count = 0;
  const std::string_view body = std::string_view(source.code).substr(test.body, test.end - test.body);
  each_match(leaving, body, [&](const auto& groups) {
    const auto at = offset_in(body, groups[1]);
    if (!found(asserting, body.substr(at)) || (language == go && follows_failure(body, at))) return;
    // Leaving a function within the test is no leaving of the test.
    std::size_t depth = 0;
    for (auto i = at; i > 1 && language != python && language != ruby; --i) {
      if (body[i - 1] == '}') ++depth;
      if (body[i - 1] != '{') continue;
      if (depth > 0) {
        --depth;
        continue;
      }
      const auto from = line_start(body, i - 1);
      if (found(function_head, body.substr(from, i - 1 - from))) return;
    }
    if (language == python) {
      auto indent = indent_at(body, line_start(body, at));
      for (auto line = line_start(body, at); line > 0;) {
        line = line_start(body, line - 1);
        if (trim(body.substr(line, line_end(body, line) - line)).empty() || indent_at(body, line) >= indent) continue;
        indent = indent_at(body, line);
        if (trim(body.substr(line)).starts_with("def ")) return;
      }
    }
    ++count;
  });
  return count;
}

// The assertions after the patch that did not stand in the same test before: new ones, and those that moved.
std::multiset<std::string> left_over(const std::vector<Seen>& before, const std::vector<Seen>& after,
                                     const std::vector<const Seen*>& again) {
  std::multiset<std::string> left;
  for (const auto& one : after) {
    for (const auto& assertion : one.assertions) left.insert(assertion.words);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!again[i]) continue;
    std::multiset<std::string> here;
    for (const auto& assertion : again[i]->assertions) here.insert(assertion.words);
    for (const auto& assertion : before[i].assertions) {
      const auto there = here.find(assertion.words);
      if (there == here.end()) continue;
      here.erase(there);
      left.erase(left.find(assertion.words));
    }
  }
  return left;
}

// New assertions outside of tests: in functions that tests call.
std::vector<Assertion> helpers_in(const std::vector<Seen>& after, const std::multiset<std::string>& fresh,
                                  std::size_t file) {
  std::vector<Assertion> helpers;
  for (const auto& one : after) {
    if (one.file != file || !one.test.name.empty()) continue;
    for (const auto& assertion : one.assertions) {
      if (fresh.contains(assertion.words)) helpers.push_back(assertion);
    }
  }
  return helpers;
}

}  // namespace

std::optional<Refusal> guard_assertions(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  const auto before = see(files, &ChangedFile::before);
  auto after = see(files, &ChangedFile::after);
  const auto again = find_again(before, after);
  auto elsewhere = left_over(before, after, again);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto& file = files[before[i].file];
    if (!again[i]) continue;
    const auto& now = files[again[i]->file];
    const auto where = before[i].test.name.empty()
                           ? file.path()
                           : fmt::format("the test {} of {}", quoted(before[i].test.name), file.path());
    const auto new_values = values_moved_out(now);
    const auto helpers = helpers_in(after, elsewhere, again[i]->file);
    if (auto why = compare_assertions(before[i], *again[i], {elsewhere, new_values, helpers})) {
      return refuse(remedy, "guard.test-weakened", fmt::format("{}: {}", where, *why));
    }
    if (before[i].test.name.empty()) continue;
    if (early_exits(now.after, again[i]->test, now.language) >
        early_exits(file.before, before[i].test, file.language)) {
      return refuse(remedy, "guard.test-weakened", fmt::format("{} would end early", where));
    }
  }
  return std::nullopt;
}

}  // namespace regreen
