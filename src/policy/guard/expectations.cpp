// What tests compare with stays as it is: tables of cases, golden files, snapshots, and what the tested code really does.
#include "base/text.h"
#include "policy/guard/assertion.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

using Counts = std::map<std::string, int>;

bool is_value(const Token& token) { return token.kind == TokenKind::number || token.kind == TokenKind::string; }

Counts values_in(const std::vector<ChangedFile>& files, CodeText ChangedFile::*side) {
  Counts counts;
  for (const auto& file : files) {
    if (!file.is_test) continue;
    for (const auto& token : tokens_of(file.*side, 0, (file.*side).code.size())) {
      if (is_value(token)) ++counts[token.text];
    }
  }
  return counts;
}

// Does a line of code hold cases of a test? Groups of values, annotations with parameters, loops over values, and names
// that say what is expected.
bool holds_cases(std::string_view code, std::string_view before) {
  static const Pattern skipped(
      R"re(\b(?:import|require|from|include|use|using|package|patch|mock|skip|xfail|ignore|describe|sleep|timeout|Timeout|deadline|Disabled|reason|encoding|open)\b)re"),
      row(R"re(^\s*(?:[\w"' ]+\s*(?::|=>)\s*)?[\[({].*[\])}]\s*[,;)\]}]*\s*$)re"),
      annotated(
          R"re(parametrize|InlineData|TestCase\(|CodeText\(|#\[case|\.each|Values(?:In)?\(|Examples?\(|with_data|dataProvider|\bData\()re"),
      looped(R"re(\bfor\b.*(?:\b(?:in|of|range)\b|:[ ]).*[\[({]\s*["'`\d]|\]\.(?:forEach|map|each)\b)re"),
      expected(R"re((?i)\b(?:expect\w*|want\w*|golden|should\w*|correct\w*|exp)\b\s*(?::|=|:=)[^=])re"),
      call(R"re(\w\s*\()re"),
      open_table(
          R"re((?i)parametrize|\.each|CodeText\(|Values\(|cases|tests|table|provider|examples|=>?\s*\[|return\s*\[)re");
  if (found(skipped, code)) return false;
  if (found(annotated, code) || found(looped, code) || found(expected, code)) return true;
  return found(row, code) && !found(call, code) && found(open_table, before);
}

}  // namespace

// Cases of tables: a value that no test has any more, in a line that held cases.
static std::optional<Refusal> lost_cases(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  Counts lost = values_in(files, &ChangedFile::before);
  for (const auto& [value, count] : values_in(files, &ChangedFile::after)) lost[value] -= count;
  for (const auto& file : files) {
    if (!file.is_test || !file.is_there()) continue;
    const std::string_view code = file.before.code;
    std::set<std::string_view> kept;
    for (const auto line : split_lines(file.after.kept)) kept.insert(trim(line));
    for (std::size_t line = 0; line < code.size(); line = line_end(code, line) + 1) {
      const auto end = line_end(code, line);
      if (kept.contains(trim(std::string_view(file.before.kept).substr(line, end - line)))) continue;
      const auto from = line > 600 ? line - 600 : 0;
      if (!holds_cases(code.substr(line, end - line), code.substr(from, line - from))) continue;
      for (const auto& token : tokens_of(file.before, line, end)) {
        if (!is_value(token) || lost[token.text] <= 0) continue;
        return refuse(remedy, "guard.expectation",
                      fmt::format("{} would no longer test with '{}'", file.path(), quoted(token.text)));
      }
    }
  }
  return std::nullopt;
}

static std::optional<Refusal> changed_output(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  for (const auto& file : files) {
    if (!file.was_there() || !is_expected_output(file.path())) continue;
    const auto words = [](std::string_view text) {
      std::string all;
      for (const char byte : text)
        all += std::string_view(" \t\r\n").find(byte) == std::string_view::npos ? std::string(1, byte) : "";
      return all;
    };
    if (file.is_there() && words(file.before.text) == words(file.after.text)) continue;
    const bool moved = !file.is_there() && std::ranges::any_of(files, [&](const ChangedFile& other) {
      return !other.was_there() && other.after.text == file.before.text;
    });
    if (!moved) return refuse(remedy, "guard.expectation", fmt::format("{} says what tests expect", file.path()));
  }
  return std::nullopt;
}

// A test that replaces what it tests proves nothing.
static std::optional<Refusal> stubbed(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const Pattern replaced(
      R"re((?:patch|patch\.object|setattr|spyOn|stub|replace|setitem)\s*\(\s*(?:[\w.]+\s*,\s*)?["']?(?:[\w./-]*\.)?(\w+)["']?)re"),
      module(R"re((?:jest|vi)\.(?:do)?[mM]ock\(\s*["'](\.[^"']*)["'])re"),
      definition(R"re(^\s*(?:async\s+)?(?:def|function|func|fn)\s+\w+\s*\()re"),
      allowed(R"re(allow(?:_any_instance_of)?\(\w+(?:\.\w+)?\)\.to receive\(:(\w+[?!]?)\))re");
  for (const auto& file : files) {
    if (!file.is_test || !file.was_there()) continue;
    const auto added = added_lines(*file.change);
    const auto tests = tests_in(file.before, file.path(), file.language);
    std::set<std::string> tested;
    for (const auto& one : assertions_in(file.before, file.language, tests))
      tested.insert(one.tokens.begin(), one.tokens.end());
    for (const auto& line : added) {
      std::optional<Refusal> refusal;
      std::string_view calls = line;  // a test called test_replace replaces nothing by its name
      each_match(definition, line, [&](const auto& groups) { calls.remove_prefix(groups[0].size() - 1); });
      each_match(replaced, calls, [&](const auto& groups) {
        static const Pattern outside(
            R"re(^(?:get|post|put|delete|request|open|now|today|time|sleep|environ|log|warn|error|info|fetch|random|exit|argv|stdin|stdout)$)re");
        if (tested.contains(std::string(groups[1])) && !found(outside, groups[1]))
          refusal = refuse(remedy, "guard.test-weakened",
                           fmt::format("{} would replace {}, which it tests", file.path(), groups[1]));
      });
      each_match(allowed, line, [&](const auto& groups) {
        if (tested.contains(std::string(groups[1])))
          refusal = refuse(remedy, "guard.test-weakened",
                           fmt::format("{} would replace {}, which it tests", file.path(), groups[1]));
      });
      each_match(module, line, [&](const auto& groups) {
        const auto name = groups[1].substr(groups[1].rfind('/') + 1);
        const std::string stem(name.substr(0, name.find('.')));
        if (!stem.empty() && contains(file.path().substr(file.path().rfind('/') + 1), stem))
          refusal = refuse(remedy, "guard.test-weakened",
                           fmt::format("{} would replace the module that it tests", file.path()));
      });
      if (refusal) return refusal;
    }
  }
  return std::nullopt;
}

std::optional<Refusal> guard_expectations(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  for (const auto judge : {lost_cases, changed_output, stubbed}) {
    if (auto refusal = judge(files, remedy)) return refusal;
  }
  return std::nullopt;
}

}  // namespace regreen
