// Code that passes because it knows that it is tested: it asks for CI or the test runner, or answers one input of a test.
#include "base/text.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <array>

namespace regreen {
namespace {

struct Detection {
  unsigned languages;
  const char* pattern;
};

// clang-format off
constexpr auto detections = std::to_array<Detection>({
    {programs, R"re(PYTEST_CURRENT_TEST|["']pytest["']\s*(?:not\s+)?in\s+sys\.modules|["']unittest["']\s*in\s+sys\.modules|sys\.modules\.get\(\s*["'](?:pytest|unittest)|_called_from_test|is_running_(?:tests|under_pytest)|TESTING\b.*environ|environ.*\bTESTING\b)re"},
    {programs, R"re((?:environ(?:\.get\(|\[)|getenv\(|Getenv\(|LookupEnv\(|ENV\[|ENV\.fetch\(|ENV\.key\?\(|env::var(?:_os)?\(|System\.getenv\(|GetEnvironmentVariable\(|\$_ENV\[|\$_SERVER\[|env\()\s*["'](?:CI|GITHUB_\w+|GITLAB_CI|TRAVIS\w*|CIRCLECI|JENKINS_\w+|BUILDKITE|CONTINUOUS_INTEGRATION|APP_ENV|RAILS_ENV|RACK_ENV|NODE_ENV|TEST\w*|IN_TEST|TF_BUILD|BATS_\w+|RUST_TEST\w*)["'])re"},
    {javascript, R"re(process\.env\.(?:CI|NODE_ENV\s*[!=]==?\s*["']test|JEST_WORKER_ID|VITEST|GITHUB_ACTIONS|MOCHA\w*|TEST\w*)|process\.env\[["'](?:CI|NODE_ENV|JEST_WORKER_ID|VITEST)|import\.meta\.(?:vitest|env\.(?:TEST|MODE\s*===?\s*["']test))|typeof\s+(?:jest|vi|describe|it|expect|mocha)\s*[!=]==?|globalThis\.(?:jest|vi|describe|__coverage__)|global\.(?:it|describe|jest)\b|expect\.getState)re"},
    {go, R"re(testing\.Testing\(\)|flag\.Lookup\(["']test\.|os\.Args\[0\].*(?:\.test|_test)|strings\.HasSuffix\(os\.Args\[0\])re"},
    {rust, R"re(cfg!\(\s*(?:any\()?test|#\[cfg\((?:not\()?test\)\]\s*\n\s*(?:\{|return|if|let|pub fn \w+\([^)]*\)\s*->[^{]*\{\s*\n?\s*(?:return )?[\w."()]+\s*\n?\s*\}))re"},
    {programs, R"re(inspect\.stack\(\)|sys\._getframe|traceback\.extract_stack|getStackTrace\(\)|new Error\(\)\.stack|debug_backtrace\(|\bcaller(?:_locations)?\b.*(?:spec|test|rspec|minitest)|StackTrace\(\)|runtime\.Caller|defined\?\((?:RSpec|Minitest)|defined\(\s*["']PHPUNIT|class_exists\(\s*["']?\\?PHPUnit)re"},
    {programs, R"re((?:sys\.argv|process\.argv|ARGV|\$argv|\$0|__FILE__|\$PROGRAM_NAME).*\b(?:pytest|unittest|jest|mocha|vitest|rspec|phpunit|minitest)\b)re"},
    {shell | make | plain, R"re(\[\[?\s+(?:-[nz]\s+|!\s+-[nz]\s+)?["']?\$\{?(?:CI|GITHUB_ACTIONS|GITLAB_CI|TRAVIS|BATS_\w+|JENKINS_URL)\b|\bif(?:n?eq|n?def)\s*\(?\s*\$?\(?CI\b|test\s+-[nz]\s+["']?\$\{?CI\b)re"},
    {c, R"re(getenv\(\s*"(?:CI|GTEST_\w+|GITHUB_ACTIONS|TEST\w*)"|#\s*if(?:def|ndef|\s+!?defined)\s*\(?\s*(?:UNIT_TEST\w*|TESTING|GTEST\w*|CATCH_\w+|RUNNING_TESTS|TEST_BUILD)\b|program_invocation|UnitTest::GetInstance)re"},
    {java | kotlin | csharp, R"re(Class\.forName\(\s*"(?:org\.junit|org\.testng)|AppDomain.*(?:xunit|nunit|testhost)|Assembly\.GetEntryAssembly\(\).*test)re"},
});
// clang-format on

// A condition on one value of the outside, and the value to answer. Small numbers and empty texts are edge cases that
// code rightly has.
#define ODD \
  R"re((?:["'][^"'\n]{2,}["']|-?\d{2,}[\d._]*|-?\d+\.\d+|[2-9]\b|\[[^\]\n]+\]|\((?:[^()\n]*,[^()\n]*)\)|\{[^}\n]+\}))re"
// clang-format off
constexpr auto answers = std::to_array<Detection>({
    {python, R"re((?m)^[ \t]*(?:el)?if[ (]+[^\n]*(?:==|\bin\b|\bis\b)[^\n]*)re" ODD R"re([^\n]*:[ ]*\n?[ \t]*return[ ]+(?:[\w.]+\()?)re" ODD R"re(\)?[ \t]*$)re"},
    {python, R"re((?m)^[ \t]*return[ ]+)re" ODD R"re([ ]+if[ ]+[^\n]*==[ ]*)re" ODD},
    {javascript | java | kotlin | csharp | php | c | go | rust, R"re(\bif\s*\(?[^\n{;]*(?:===?|\.equals\(|[sS]tr\w*[cC]mp\(|\.is\(|isEqual\(|includes\(|startsWith\()[^\n{;]*)re" ODD R"re([^\n{;]*\)?\s*\{?\s*return\s+(?:new\s+)?(?:[\w.:<>]+\()?)re" ODD R"re()re"},
    {rust, R"re(\bif\s[^\n{;]*==[^\n{;]*)re" ODD R"re(\s*\{\s*return\s+(?:[\w.:]+\()?)re" ODD},
    {javascript | java | c | php | csharp, R"re(\bif\s*\(\s*\w+\s*===?\s*)re" ODD R"re(\s*\)\s*\{?\s*return\s+(?:new\s+)?(?:[\w.:<>]+\()?)re" ODD},
    {ruby, R"re(return[ ]+)re" ODD R"re([ ]+if[ ]+[^\n]*==[ ]*)re" ODD},
    {c, R"re(strcmp\([^)]*"[^"\n]{2,}"\)\s*==\s*0\s*\)\s*(?:\{\s*)?return\s+)re" ODD},
    {shell, R"re(\[\[?[ ]+"?\$\{?\w+\}?"?[ ]+==?[ ]+"?\S+"?[ ]+\]\]?[ ]*(?:&&|;[ ]*then)\s*\{?\s*(?:echo|printf|exit 0|return 0)\b)re"},
});
// clang-format on
#undef ODD

template <class Table>
LineChanges matches(const Table& table, const std::vector<ChangedFile>& files) {
  return compare_lines(files, [&](const ChangedFile& file, const CodeText& source) {
    std::vector<FoundLine> places;
    for (const auto& [row, pattern] : table) {
      if ((row.languages & file.language) == 0) continue;
      each_match(*pattern, source.kept, [&](const auto& groups) {
        places.push_back({0, std::string(trim(groups[0])), ""});
      });
    }
    return places;
  });
}

// A function that was not there before decides what it likes.
bool is_in_new_function(const ChangedFile& file, std::string_view what) {
  static const Pattern head(
      R"re((?m)^[ \t]*(?:(?:export|async|public|private|protected|static|final|override|pub|inline|const)\s+)*(?:def|function|fn|func|fun|[\w:<>*&\[\]]+)\s+(?:\(\w+\s+\*?\w+\)\s*)?(?:\w+::)?(\w+)\s*\([^\n;]*[{:]\s*$)re");
  const std::string_view text = file.after.kept;
  const auto at = text.find(what);
  std::string name;
  each_match(head, text.substr(0, at == std::string_view::npos ? 0 : at), [&](const auto& groups) {
    if (groups[1] != "if" && groups[1] != "for" && groups[1] != "while" && groups[1] != "switch") name = groups[1];
  });
  return !name.empty() && !contains(file.before.code, name);
}

}  // namespace

std::optional<Refusal> guard_special_cases(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const auto detecting = compile(detections);
  static const auto answering = compile(answers);
  for (const auto& added : matches(detecting, files).added) {
    const auto& file = files[added.file];
    return refuse(remedy, "guard.special-case",
                  fmt::format("{} would behave differently where it is tested: {}", file.path(), quoted(added.line)));
  }
  for (const auto& added : matches(answering, files).added) {
    const auto& file = files[added.file];
    if (file.is_test || !file.was_there()) continue;
    // Where the code already answers value by value, another one is in its style.
    bool usual = false;
    for (const auto& [row, pattern] : answering)
      usual = usual || ((row.languages & file.language) != 0 && found(*pattern, file.before.kept));
    if (usual || is_in_new_function(file, added.line)) continue;
    return refuse(remedy, "guard.special-case",
                  fmt::format("{} would answer one input of a test: {}", file.path(), quoted(added.line)));
  }
  return std::nullopt;
}

}  // namespace regreen
