// The checks that a repository makes stay: their commands, their strictness, their files.
#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "policy/guard/assertion.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// What makes a check strict. As many have to be there after a patch as before.
struct Strictness {
  const char* name;
  unsigned languages;
  const char* pattern;
};

// clang-format off
constexpr auto strictness = std::to_array<Strictness>({
    {"set -e", shell | yaml | docker | make, R"re(\bset\s+-\w*e\w*|\bset\s+-o\s+errexit|#!.*sh\s+-\w*e)re"},
    {"set -o pipefail", shell | yaml | docker | make, R"re(\bpipefail\b)re"},
    {"-Werror", any_language, R"re(-Werror\b(?:=[\w-]+)?|/WX\b|CMAKE_COMPILE_WARNING_AS_ERROR\s+ON|werror=true)re"},
    {"-Wall", any_language, R"re((?:^|[\s"'(=])-W(?:all|extra|pedantic|conversion|shadow|everything)\b)re"},
    {"-fsanitize", any_language, R"re(-fsanitize=[\w,]+)re"},
    {"deny", rust | toml, R"re(#!\[(?:deny|forbid)\b|=\s*\{?[^=\n]*["'](?:deny|forbid|warn)["'])re"},
    {"-D warnings", any_language, R"re(-D\s*warnings|-D\s*clippy[\w:]*|--deny[- ]\w+)re"},
    {"--strict", any_language, R"re((?:^|[\s"'])--(?:strict(?:-\w+)*|check|fail-on-\w+|error-on-\w+|warnings-as-errors|max-warnings|frozen-lockfile|locked|require-hashes|error-exitcode|diff|all-targets|workspace|all-features|runInBand|forbid-only|check-coverage|ci|race|branch|werror)\b)re"},
    {"-race", make | shell | yaml | json, R"re((?i)go\)? test\b.*\s-race\b)re"},
    {"strict", toml | ini | json | yaml | javascript | xml | kotlin | java | ruby | python, R"re((?i)\b(?:strict|strict_\w+|disallow_\w+|warn_\w+|check_untyped_defs|no_implicit_\w+|noImplicit\w+|noUnused\w+|noUnchecked\w+|noFallthrough\w+|exactOptional\w+|strict[A-Z]\w+|allWarningsAsErrors|warningsAsErrors|failOn\w+|forbidOnly|forbid-only|treatWarningsAsErrors|branch|xfail_strict|raise_errors_for_deprecations!?|failIfNoTests|show_missing|enabled|active|isolatedModules|check)\b["']?\s*(?:[:=>]|\.set\()*\s*["']?(?:true|yes|on|1)\b|raise_errors_for_deprecations!)re"},
    {"errors", any_language, R"re(["'][\w@/-]+["']\s*:\s*\[?\s*(?:["']error["']|2\b)|\.severity\s*=\s*error|WarningsAsErrors:\s*['"]?[^'"\s]|["']error(?:::?\w*)?["']\s*[,\])]|-W["',\s]*error)re"},
    {"strict types", php, R"re(strict_types\s*=\s*1)re"},
    {"use strict", javascript, R"re(["']use strict["'])re"},
    {"checksum", shell | docker | yaml | make, R"re(\b(?:sha\d+sum|md5sum|shasum)\b.*\s-\w*c|gpg\s.*--verify|cosign verify|minisign -V)re"},
    {"test registration", cmake, R"re(\b(?:add_test|gtest_discover_tests|gtest_add_tests|catch_discover_tests|doctest_discover_tests|enable_testing|include\s*\(\s*CTest)\b)re"},
    {"runner", c, R"re(\b(?:RUN_TEST|RUN_ALL_TESTS|UNITY_BEGIN|INSTANTIATE_TEST_SUITE_P)\b)re"},
    {"test tasks", ruby, R"re(\b(?:RSpec::Core::RakeTask|RuboCop::RakeTask|Rake::TestTask|Minitest::TestTask)\b|task\s+default:)re"},
    {"task order", java | kotlin, R"re(\bdependsOn\b.*(?:[vV]erif|[tT]est|[lL]int|[cC]heck|detekt|spotless)|\bfinalizedBy\b)re"},
    {"coverage", ruby | python | javascript, R"re(\bSimpleCov\.start|minimum_coverage)re"},
});
// clang-format on

// Programs that check something. Group 1 is the program and what it is to do.
constexpr const char* tools =
    R"re((?:^|[\s"'@(;&|=-])((?:py\.?test|unittest|nose2|tox|nox|behave|doctest|jest|vitest|mocha|ava|jasmine|karma|playwright test|cypress run|standard|xo|(?:\$\(GO\)|go) (?:test|vet|build)|gotestsum|staticcheck|golangci-lint|gofmt|govulncheck|cargo (?:test|nextest|clippy|fmt|check|build|deny|audit|miri)|mvnw? |gradlew?|ctest|meson test|valgrind|clang-tidy|clang-format|cppcheck|cpplint|rspec|rubocop|brakeman|minitest|phpunit|pest|phpstan|psalm|phpcs|php-cs-fixer|dotnet (?:test|build|format)|bats|shellcheck|shfmt|hadolint|yamllint|actionlint|markdownlint\S*|ruff|flake8|pylint|pyflakes|pycodestyle|pydocstyle|mypy|pyright|pyre|bandit|safety|pip-audit|black|isort|eslint|tslint|prettier|stylelint|tsc|biome|oxlint|svelte-check|vue-tsc|knip|depcheck|semgrep|trivy|snyk|gitleaks|codespell|typos|cspell|vale|ansible-lint|terraform (?:validate|fmt|plan)|tflint|checkov|helm lint|kubeval|kubeconform|sqlfluff|buf lint|swiftlint|swift test|xcodebuild|mix (?:test|credo|dialyzer)|dart (?:test|analyze)|flutter (?:test|analyze)|(?:npm|yarn|pnpm|bun) (?:run )?(?:test|lint|check|typecheck|build|audit|format:check|format-check)[^\s"',;]*|(?:npm|yarn|pnpm) ci|make \w+|just \w+|rake \w+|composer (?:test|stan|lint|check|audit)|coverage (?:run|report)|nyc|c8|diff-cover|codecov|lcov|gcovr|(?:sh|bash|node|python3?|ruby|php|perl) [^\s"',;]*(?:test|check|lint|spec|smoke|verify)[^\s"',;]*|\./\S*(?:test|check|lint|smoke|verify)[\w./-]*))(?:\)|[\s"'.,;&|]|$))re";

// What a target of make or rake wants to be done before: `release: test lint`.
template <class Visit>
void each_needed(const ChangedFile& file, std::string_view line, Visit visit) {
  static const Pattern target(R"re(^(?:[\w.-]+\s*:([^=:].*)|\s*task\s+[\w:"']+\s*(?::|=>)(.*))$)re"),
      check(R"re(\b((?:\w+-)?(?:tests?|check|lint|spec|rubocop|verify|typecheck|vet|coverage)(?:-\w+)?)\b)re");
  if (file.language != make && !glob_matches("Rakefile", file.path())) return;
  each_match(target, line, [&](const auto& groups) {
    for (const auto words : {groups[1], groups[2]})
      each_match(check, words, [&](const auto& names) { visit(names[1]); });
  });
}

/// A check that is started somewhere, and with what.
std::vector<FoundLine> checks_in(const ChangedFile& file, const CodeText& source) {
  static const Pattern tool(tools);
  static const Pattern declared(
      R"re(^\s*(?:#|\.PHONY|name:|- name:|echo\b|deps\s*=|envlist|["']?(?:description|keywords|devDependencies|dependencies)["']?\s*[:=])|^\s*["'](?:@?[\w./-]+)["']\s*:\s*["'][\^~>=<*]?\d|^\s*["']?[\w.-]+(?:\[[\w,]+\])?["']?\s*(?:[<>=~!^]=?|@)\s*["']?\d|(?:pip3?|npm|apt-get|apt|brew|gem|yarn|cargo|apk|dnf|go)\s+(?:-\S+\s+)*(?:install|add|i|get)\b)re");
  static const Pattern command(R"re(^\t|run:|script|commands|^\s+- |RUN |["']|^\s{2,}\w|=|&&|^\w+\s)re");
  std::vector<FoundLine> found_checks;
  if (!starts_checks(file.path())) return found_checks;
  for (const auto raw : split_lines(source.kept)) {
    auto line = trim(raw);
    each_needed(file, raw, [&](std::string_view name) {
      found_checks.push_back({0, fmt::format("{} first", name), std::string(name)});
    });
    if (found(declared, line) || (file.language == toml && !contains(line, "=")) ||
        (file.language == toml && found(Pattern(R"re(^\[|dependencies|test\s*=\s*\[|dev\s*=)re"), line)))
      continue;
    each_match(tool, line, [&](const auto& groups) {
      const auto at = offset_in(line, groups[1]);
      if (file.language == make && line.substr(at + groups[1].size()).starts_with(":")) return;
      auto end = line.find_first_of(";|", at);
      const auto both = line.find("&&", at);
      end = std::min({end, both, line.size()});
      std::string name(groups[1]);
      name = replace_all(replace_all(name, "py.test", "pytest"), "$(GO)", "go");
      if (name.starts_with("python3 ")) name.erase(std::string_view("python").size(), 1);
      found_checks.push_back(
          {0, name + " " + std::string(trim(line.substr(at + groups[1].size(), end - at - groups[1].size()))), name});
    });
  }
  return found_checks;
}

std::vector<std::string> places_of(std::string_view command) {
  std::vector<std::string> places;
  static const Pattern word(R"re([^\s"',]+)re"), place(R"re(^(?:\.{1,3}|\./\S*|[\w./*{},-]*[\w*]/?)$)re");
  each_match(word, command, [&](const auto& groups) {
    if (!groups[0].starts_with('-') && found(place, groups[0])) places.emplace_back(groups[0]);
  });
  if (!places.empty()) places.erase(places.begin());
  return places;
}

// Does a command look at less? Fewer places, or a folder of the one that it looked at.
bool looks_at_less(std::string_view before, std::string_view after) {
  const auto then = places_of(before), now = places_of(after);
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (is_among(then[i], now)) continue;
    if (now.size() < then.size() && !now.empty()) return true;
    if (then[i] == "." || then[i] == "./..." || then[i] == "..." || then[i] == "*") return !now.empty();
    const bool narrower = std::ranges::any_of(now, [&](const auto& place) {
      if (is_among(place, then) || contains(place, "*")) return false;
      const auto folder = then[i].ends_with('/') ? then[i] : then[i] + "/";
      return place.starts_with(folder) || (then[i] == "discover" && contains(place, "."));
    });
    if (narrower) return true;
  }
  return then.empty() && !now.empty() && std::ranges::any_of(now, [](const auto& place) {
           return contains(place, "/") || contains(place, ".py") || contains(place, ".ts");
         });
}

bool is_target(std::string_view makefile, std::string_view name) {
  return std::ranges::any_of(split_lines(makefile), [&](std::string_view line) {
    return line.starts_with(name) && trim(line.substr(name.size())).starts_with(":");
  });
}

// `all: tests` where the rule is called `test`, `all: test-unit` where it is `unit-test`: nothing could run, and the right name makes it
// run.
bool is_respelt(const ChangedFile& file, const FoundLine& removed, const FoundLine& added) {
  constexpr std::size_t slip = 2;
  const auto words = words_of_name(removed.what);
  const bool is_alike =
      edit_distance(removed.what, added.what, slip) <= slip || (!words.empty() && words == words_of_name(added.what));
  return removed.line == removed.what + " first" && added.line == added.what + " first" && is_alike &&
         !is_target(file.before.text, removed.what) && is_target(file.after.text, added.what);
}

std::optional<Refusal> lost_commands(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  auto changes = compare_lines(files, checks_in);
  for (const auto& removed : changes.removed) {
    const auto again = std::ranges::find_if(changes.added, [&](const FoundLine& added) {
      return added.what == removed.what || is_respelt(files[removed.file], removed, added);
    });
    const auto& path = files[removed.file].path();
    if (again == changes.added.end())
      return refuse(remedy, "guard.check-removed",
                    fmt::format("{} would no longer run '{}'", path, quoted(removed.line)));
    if (looks_at_less(removed.line, again->line))
      return refuse(remedy, "guard.check-removed", fmt::format("{} would check less: {}", path, quoted(again->line)));
    changes.added.erase(again);
  }
  return std::nullopt;
}

std::optional<Refusal> lost_strictness(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const auto table = compile(strictness);
  for (const auto& [row, pattern] : table) {
    std::size_t before = 0, after = 0;
    const ChangedFile* where = nullptr;
    for (const auto& file : files) {
      if ((row.languages & file.language) == 0) continue;
      std::size_t then = 0, now = 0;
      for (const auto line : split_lines(file.before.kept)) each_match(*pattern, line, [&](const auto&) { ++then; });
      for (const auto line : split_lines(file.after.kept)) each_match(*pattern, line, [&](const auto&) { ++now; });
      if (now < then && !where) where = &file;
      before += then, after += now;
    }
    if (after >= before || !where) continue;
    if (auto refusal =
            refuse(remedy, "guard.check-removed", fmt::format("{} would be less strict: {}", where->path(), row.name)))
      return refusal;
  }
  return std::nullopt;
}

std::optional<Refusal> lost_files(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  for (const auto& file : files) {
    if (file.is_there() || (!is_check_config(file.path()) && !starts_checks(file.path()))) continue;
    const bool moved = std::ranges::any_of(
        files, [&](const ChangedFile& other) { return !other.was_there() && other.after.text == file.before.text; });
    if (!moved)
      return refuse(remedy, "guard.check-removed",
                    fmt::format("{} says what is checked, and would be deleted", file.path()));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> guard_checks(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  for (const auto judge : {lost_commands, lost_strictness, lost_files}) {
    if (auto refusal = judge(files, remedy)) return refusal;
  }
  return std::nullopt;
}

}  // namespace regreen
