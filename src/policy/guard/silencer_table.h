#pragma once

#include "policy/guard/language.h"

#include <array>

namespace regreen {

/// Where a silencer counts: a comment, code without its strings, code with them, all of it.
enum class Where { comment, code, kept, any };

/// Which files a row is about.
enum class Files { all, tests, checks, product };

/// What turns a red check green without mending anything. A patch may not add one.
struct Silencer {
  const char* rule;
  Where place;
  unsigned languages;
  Files files;
  const char* pattern;
};

inline constexpr unsigned config = yaml | toml | ini | json | xml | make | docker | cmake;
inline constexpr unsigned commands = shell | yaml | toml | ini | json | make | docker | xml | plain;

// clang-format off
inline constexpr auto silencers = std::to_array<Silencer>({
    // A failure of a command that does not count.
    {"guard.silencer", Where::kept, commands | programs, Files::all, R"re(\|\|\s*(?:true\b|:\s*(?:$|[;"'])|exit 0\b|echo\b|\(?exit 0|/bin/true))re"},
    {"guard.silencer", Where::kept, commands, Files::all, R"re(;\s*(?:true|exit 0|:)\s*(?:$|[;"'&]))re"},
    {"guard.silencer", Where::kept, commands, Files::checks, R"re(^(?:RUN .*|\s*)exit 0\b)re"},
    {"guard.silencer", Where::kept, commands, Files::all, R"re(\bset \+(?:e|o errexit|o pipefail|eu?x?)\b|\bset \+\w*e)re"},
    {"guard.silencer", Where::kept, shell | commands, Files::all, R"re(\btrap\s+(?:['"]\s*(?:exit 0|true|:)?\s*['"]|-)\s*(?:ERR|EXIT))re"},
    {"guard.silencer", Where::kept, make, Files::all, R"re(^\t\s*@?-@?\s*\w|^\.IGNORE|^MAKEFLAGS\s*.?=.*(?:-i|--ignore-errors|-k))re"},
    {"guard.silencer", Where::kept, commands | make, Files::all, R"re(\bmake\s+(?:-\w*[ik]\w*|--ignore-errors|--keep-going)\b|--keep-going\b)re"},
    {"guard.silencer", Where::kept, any_language, Files::all, R"re(continue-on-error["']?\s*:\s*(?:true|["']?\$)|allow_failure["']?\s*:|continueOnError\s*:\s*true|allow_failures|ignore_failure|soft_fail\s*:|fail-fast:\s*never)re"},
    {"guard.silencer", Where::kept, yaml, Files::checks, R"re(^\s*-?\s*if\s*:\s*["']?(?:\$\{\{\s*)?(?:false|always\(\)\s*&&\s*false|0|failure\(\)|cancelled\(\)|github\.actor|github\.event_name\s*[!=]=)|^\s*when:\s*(?:manual|never)|^\s*(?:condition|enabled):\s*false)re"},
    {"guard.silencer", Where::kept, ini | toml | plain, Files::checks, R"re(^\s*(?:-\s+\w|ignore_outcome\s*=\s*(?:true|True)|ignore_errors\s*=\s*(?:true|True)))re"},
    {"guard.silencer", Where::kept, any_language, Files::all, R"re(--exit-zero\b|--no-verify\b|--passWithNoTests|passWithNoTests["']?\s*:\s*true|--allow-failures?\b|--no-error-on-unmatched-pattern|--no-fail-on|--suppress-tests-failed|--bail=0|--no-check-coverage|--exit-code[= ]0|--issues-exit-code[= ]0|--error-exitcode[= ]0|--soft-fail|--new-from-\S+|\bnew(?:-from-\S+)?:\s*\S|informational:\s*true|success_codes\s*=|\bwarn\s*=\s*True|--warn-only|--no-exit-code|--ignore-exit-code)re"},
    // Tests that are not run.
    {"guard.test-skipped", Where::kept, any_language, Files::all, R"re(--deselect\b|--ignore(?:-glob)?[= ]\S*test|--testPathIgnorePatterns|testPathIgnorePatterns|modulePathIgnorePatterns|--exclude[= ]\S*test|--skip[= ]\w|-k\s*["']?not |-m\s*["']?not |-m\s+["']not\b|--tag\s+~|--tags?\s+["']?(?:~|not )|--exclude-(?:tag|group|task)s?\b|--filter[= ]\S*!=|--grep\b|--invert\b|-DskipTests|-Dmaven\.test\.skip|skipTests>\s*true|<skip>\s*true|maven\.test\.skip|testFailureIgnore>\s*true|test\.failure\.ignore|-x test\b|-x :?\w+:test\b|--no-run\b|--exclude-module)re"},
    {"guard.test-skipped", Where::kept, any_language, Files::checks, R"re(go test.*\s-(?:short|run|skip)[= ]|ctest.*\s-(?:E|LE|R|L)\s|cargo test.*\s--(?:lib|doc|bins?|skip|exclude)\b|jest.*\s(?:-t|--testNamePattern|--onlyChanged|-o|--findRelatedTests|--changedSince)\b|\bjest.*\s(?:-u|--updateSnapshot)\b|vitest.*\s(?:-u|--update|-t)\b|--snapshot-update|--update-golden|UPDATE_(?:SNAPSHOTS|GOLDEN|EXPECT)|--collect-only|--co\b|(?:phpunit|bats|pest|swift test).*\s(?:--filter\S*|-f|--exclude-group|--group)\b|dotnet test.*--filter|--gtest_filter|GTEST_FILTER|rspec.*\s(?:-e|--example|-t)\s|--only-failures|--last-failed|--lf\b|INSTA_UPDATE)re"},
    {"guard.test-skipped", Where::code, python, Files::all, R"re(\bmark\.(?:skip|skipif|xfail|flaky)\b|\bpytest\.(?:skip|xfail|importorskip)\s*\(|\bunittest\.(?:skip\w*|expectedFailure)|@(?:skip\w*|expectedFailure|flaky)\b|\bskipTest\s*\(|\bSkipTest\b|\bpytestmark\s*=|__test__\s*=\s*False|@pytest\.fixture\(.*autouse.*skip|collect_ignore)re"},
    {"guard.test-skipped", Where::code, javascript, Files::all, R"re(\b(?:it|test|describe|context|suite|specify|bench)\s*\.\s*(?:skip|only|todo|failing|fails|fixme|skipIf|runIf)\b|(?:^|[^\w.])[xf](?:it|describe|test|context|specify)\s*\(|\bthis\.skip\s*\(|\btest\.(?:skip|fixme|fail)\s*\(|\bpending\s*\()re"},
    {"guard.test-skipped", Where::kept, javascript, Files::tests, R"re([{,(]\s*(?:skip|todo|only|fails)\s*:\s*(?:true|["'!\w]))re"},
    {"guard.test-skipped", Where::kept, java | kotlin, Files::checks, R"re(\bexclude\s*\(?\s*["'](?:\*|[^M"'])|excludeTestsMatching|includeTestsMatching|setExcludes|excludeGroups|isEnabled\s*=\s*false)re"},
    {"guard.silencer", Where::kept, any_language, Files::checks, R"re(\b(?:ruff|flake8|mypy|eslint|black|isort|pylint|bandit|shellcheck|yamllint|codespell|coverage|prettier|golangci-lint|tsc|stylelint|rubocop|phpcs|phpstan|clang-tidy|cppcheck|semgrep|trivy|hadolint|pyright|vulture|pydocstyle|markdownlint|cspell|typos)\b.*\s--(?:exclude|ignore|omit|disable|skip|no)(?:-\w+)*\b)re"},
    {"guard.test-skipped", Where::kept, go, Files::all, R"re(\b[tbf]\.Skip(?:Now|f)?\s*\(|testing\.Short\(\))re"},
    {"guard.test-skipped", Where::comment, go | rust | c, Files::tests, R"re(^//go:build\b|^// \+build\b)re"},
    {"guard.test-skipped", Where::code, rust, Files::all, R"re(#\[\s*ignore\b|#!?\[cfg\((?:all|any|not|feature|target)|#\[cfg_attr\([^)]*ignore)re"},
    {"guard.test-skipped", Where::code, java | kotlin, Files::all, R"re(@(?:[\w.]+\.)?(?:Ignore|Disabled\w*|EnabledIf\w*|EnabledOn\w*|DisabledIf\w*|IgnoreRest|PendingFeature|Tag)\b|\bassume(?:True|False|That|Not)\w*\s*\(|enabled\s*=\s*false|XCTSkip|\bexcludeTags|onlyIf\s*\{\s*false)re"},
    {"guard.test-skipped", Where::code, c, Files::all, R"re(\bGTEST_SKIP\b|\bDISABLED_\w|\bSKIP\s*\(|\bIGNORE_TEST\b|BOOST_TEST_(?:DISABLED|IGNORE)|disabled\(\)|cr_skip|TEST_IGNORE|\.disabled\s*=\s*true|doctest::(?:skip|may_fail|should_fail)|\bNDEBUG\b)re"},
    {"guard.test-skipped", Where::kept, c, Files::all, R"re(TEST_CASE\(.*\[(?:\.|!hide|!mayfail|!shouldfail)|^\s*#\s*define\s+NDEBUG)re"},
    {"guard.test-skipped", Where::kept, cmake, Files::all, R"re(\b(?:WILL_FAIL|DISABLED|SKIP_RETURN_CODE|SKIP_REGULAR_EXPRESSION)\b|CTEST_CUSTOM_TESTS_IGNORE|BUILD_TESTING\s+OFF)re"},
    {"guard.test-skipped", Where::kept, csharp, Files::all, R"re(\bSkip\s*=|[\[,]\s*(?:Ignore|Explicit)\b|\bIgnore(?:Reason)?\s*=|Assert\.(?:Ignore|Inconclusive)|\bSkip\.If)re"},
    {"guard.test-skipped", Where::any, php, Files::all, R"re(markTest(?:Skipped|Incomplete)|@requires\b|#\[(?:Requires|Group)|@group\b|->skip\(|->todo\()re"},
    {"guard.test-skipped", Where::code, ruby, Files::all, R"re(^\s*x(?:it|describe|context|specify|example|feature|scenario)\b|^\s*f(?:it|describe|context)\b|^\s*(?:skip|pending)\b|filter_run_excluding|filter_run_when_matching|filter_run\b|@tag :?skip|@moduletag|,\s*(?::skip|:pending|skip:|pending:|:focus))re"},
    {"guard.test-skipped", Where::code, shell, Files::tests, R"re(^\s*skip\b|startSkipping|BATS_TEST_SKIPPED)re"},
    {"guard.test-skipped", Where::kept, toml, Files::checks, R"re(^\s*(?:test|doctest|harness|bench|autotests)\s*=\s*false)re"},
    // Comments that switch a check off for a line, a block, a file.
    {"guard.silencer", Where::comment, any_language, Files::all, R"re(#\s*(?:ruff:\s*|flake8:\s*)?noqa\b|#\s*type:\s*ignore|#\s*(?:pyright|pyre|pytype|mypy|ty)\s*:\s*\w|#\s*pyre-(?:ignore|fixme)|#\s*pylint:\s*(?:disable|skip-file)|#\s*nosec|#\s*pragma:\s*(?:no\s*cover|no\s*branch|allowlist)|#\s*rubocop:\s*(?:disable|todo)|#\s*:nocov:|#\s*steep:ignore|#\s*nosemgrep|#\s*checkov:skip|#\s*(?:tfsec|trivy)\s*:\s*ignore|#\s*sorbet:|#\s*typed:\s*(?:ignore|false)|#\s*credo:disable)re"},
    {"guard.silencer", Where::comment, any_language, Files::all, R"re(eslint-disable|@ts-(?:ignore|nocheck|expect-error)|tslint:disable|biome-ignore|oxlint-disable|deno-lint-ignore|(?:istanbul|c8|v8)\s+ignore|stylelint-disable|prettier-ignore|jshint\s+ignore|jscs:disable|standard-disable|ignore_for_file|//\s*ignore:|webpackIgnore|@vite-ignore|\$FlowFixMe|\$FlowIgnore|@flow strict-off)re"},
    {"guard.silencer", Where::comment, any_language, Files::all, R"re(//\s*nolint|//\s*lint:ignore|#nosec|\bNOLINT|\bNOSONAR|CHECKSTYLE[.:]\s*OFF|\bNOPMD|@formatter:off|noinspection|ktlint-disable|detekt:\w|ReSharper disable|\bLCOV_EXCL|\bGCOVR?_EXCL|cppcheck-suppress|coverity\[|-V::|//\s*codeql\[|gitleaks:allow|swiftlint:disable|scalastyle:off|scalafix:off|phpcs:\s*(?:ignore|disable)|@phpstan-ignore|@psalm-suppress|@codeCoverageIgnore|@suppress\b|@SuppressWarnings|@noinspection)re"},
    {"guard.silencer", Where::comment, any_language, Files::all, R"re((?:fmt|yapf|autopep8)\s*:\s*(?:off|skip|disable)|isort:\s*(?:skip|off)|clang-format\s+off|yamllint\s+disable|shellcheck\s+disable|hadolint\s+ignore|markdownlint-disable|cspell:\s*disable|spell-checker:\s*disable|codespell:ignore|typos:ignore|dprint-ignore|ansible-lint|--\s*noqa|lint\s+-w|vale\s+off)re"},
    // Code that switches a check off.
    {"guard.silencer", Where::code, rust, Files::all, R"re(#!?\[\s*(?:allow|expect)\s*\(|#!?\[\s*cfg_attr\([^)]*allow|rustfmt::skip|coverage\(off\))re"},
    {"guard.silencer", Where::code, java | kotlin | csharp | php, Files::all, R"re(@(?:file:)?Suppress(?:Warnings|FBWarnings|Lint)?\b|SuppressMessage|ExcludeFromCodeCoverage|@Generated\b|#\s*pragma\s+warning\s+disable|#\s*nullable\s+disable|@Lenient|Strictness\.LENIENT|\(#\[CodeCoverageIgnore)re"},
    {"guard.silencer", Where::kept, c, Files::all, R"re(#\s*pragma\s+(?:GCC|clang)\s+diagnostic\s+ignored|_Pragma\(.*ignored|#\s*pragma\s+warning\s*\(\s*(?:disable|suppress)|\bno_sanitize\b|__attribute__\(\(no_sanitize)re"},
    {"guard.silencer", Where::kept, any_language, Files::all, R"re((?:^|[\s"',;=(])-Wno-|-fpermissive\b|(?:^|[\s"',(])-w(?:[\s"',)]|$)|-Wno\b|/wd\d{4}|-Qunused-arguments|-fno-sanitize)re"},
    {"guard.silencer", Where::code, python, Files::all, R"re(@(?:typing\.)?no_type_check|\bcast\(\s*(?:typing\.)?Any\b|:\s*(?:typing\.)?Any\s*=|disable_error_code|warnings\.(?:simplefilter|filterwarnings)\s*\(|catch_warnings\(\)|filterwarnings\()re"},
    {"guard.silencer", Where::code, javascript, Files::all, R"re(\bas\s+any\b|\bas\s+unknown\s+as\b|<any>|:\s*any\b|\bas\s+never\b)re"},
    {"guard.silencer", Where::kept, any_language, Files::checks, R"re(filterwarnings\s*=.*ignore|["']ignore(?:::?\w*|:[^"']*)["']|^\s*ignore(?:::\w+|:[^=]*:\w*)|-W\s*["']?ignore|--disable-warnings|-p\s+no:warnings|PYTHONWARNINGS|--disable-pytest-warnings)re"},
    {"guard.silencer", Where::kept, any_language, Files::checks, R"re((?i)--ignore-missing-imports|\bignore_missing_imports\s*=\s*true|\bignore_errors\s*=\s*true|follow_imports\s*=\s*["']?skip|--skip-?[lL]ib-?[cC]heck|skipLibCheck["']?\s*:\s*true|--noEmitOnError false|\bno_?warn\b|warning-?level["']?\s*[:=>]\s*0|ignoreFailures\s*=?\s*true|ignoreFailures\.set\(true|failOnError\s*[=>]\s*false|failsOnError>\s*false|failOnViolation>\s*false|abortOnError\s*[= ]\s*false|checkReleaseBuilds\s*[= ]\s*false|isIgnoreFailures|haltOnFailure|ignoreErrors|ignoreBuildErrors|ignoreDuringBuilds|reportUnmatchedIgnoredErrors)re"},
    {"guard.silencer", Where::kept, any_language, Files::checks, R"re((?i)["']?[\w@/.-]+["']?\s*:\s*(?:\[\s*)?["'](?:off|warn)["']|Enabled:\s*false|active:\s*false|\.severity\s*=\s*(?:none|silent|suggestion|warning)|dotnet_analyzer_diagnostic.*=\s*none|--severity[= ](?:error|warning)|-S\s+(?:error|warning)\b|--quiet\b|--errors-only\b|--disable[= ]\S+|--skip-checks?|strict["']?\s*[:=]\s*false|--no-strict|-{1,2}(?:extend-)?ignore[= ]\S+|--per-file-ignores|--disable-error-code|["']?check["']?\s*:\s*false|--no-lint|--level[= ]\d)re"},
    {"guard.silencer", Where::kept, rust | toml, Files::checks, R"re(=\s*(?:\{\s*level\s*=\s*)?["']allow["']|\blevel\s*=\s*["'](?:allow|warn)["']|["']-A["']?\s*,?\s*["']?\w|-A\s*(?:clippy|warnings|dead))re"},
    {"guard.silencer", Where::kept, commands, Files::all, R"re(\s-A\s*(?:clippy|warnings|dead|unused)|--cap-lints|RUSTFLAGS.*-A)re"},
    // Trust that is given away.
    {"guard.silencer", Where::kept, any_language, Files::all, R"re(verify\s*=\s*False|NODE_TLS_REJECT_UNAUTHORIZED|strict-ssl|--insecure\b|\bcurl\s+(?:\S+\s+)*-\w*k\w*\b|--no-check-certificate|http\.sslVerify|_create_unverified_context|InsecureSkipVerify:\s*true|rejectUnauthorized:\s*false|--no-gpg-check|--allow-unauthenticated|trusted=yes|--nogpgcheck|StrictHostKeyChecking[= ]no|check_hostname\s*=\s*False|CERT_NONE|danger_accept_invalid|VERIFY_NONE|ServerCertificateCustomValidationCallback|CURLOPT_SSL_VERIFY\w+\s*,\s*(?:false|0))re"},
    {"guard.silencer", Where::kept, any_language, Files::all, R"re(--trusted-host|--extra-index-url|--index-url|--registry[ =])re"},
    {"guard.silencer", Where::kept, any_language, Files::all, R"re(--legacy-peer-deps|--force\b|--no-frozen-lockfile|--frozen-lockfile=false|--ignore-scripts|--ignore-engines|--no-audit|--no-immutable|legacy-peer-deps\s*=\s*true|GONOSUMCHECK|GONOSUMDB|GONOSUMDB|GOFLAGS=-insecure|GOFLAGS=.*-mod=mod|GOINSECURE|--break-system-packages|--no-deps\b|--ignore-requires-python|--ignore-platform-reqs?|--no-require-hashes|chmod\s+(?:-R\s+)?0?777)re"},
    // What drops or forgives tests in the runner itself.
    {"guard.test-skipped", Where::code, python, Files::all, R"re(\bdef\s+pytest_(?:collection_modifyitems|ignore_collect|runtest_makereport|sessionfinish|runtest_call|runtest_protocol|pyfunc_call|collect_file|deselected)\b|exitstatus\s*=|\breport\.outcome\s*=|\brep\.outcome\s*=|load_tests\b)re"},
    {"guard.test-skipped", Where::code, programs, Files::tests, R"re(\b(?:sys\.exit|os\._exit|pytest\.exit|os\.Exit|process\.exit|System\.exit|std::exit|exitProcess|exit!?|_exit|quick_exit|Environment\.Exit)\s*\(\s*(?:0|EXIT_SUCCESS|ExitCode\.OK)?\s*\)|process\.exitCode\s*=\s*0)re"},
    {"guard.test-skipped", Where::kept, yaml | json | javascript | toml | ini, Files::checks, R"re(^\s*["']?(?:f?grep|invert|testNamePattern|filter_run\w*|testFilter|skipTests)["']?\s*[:=]\s*\S)re"},
    {"guard.test-skipped", Where::kept, javascript | json, Files::checks, R"re(bail\s*:\s*0|updateSnapshot|["']?ci["']?\s*:\s*false|dangerouslyIgnoreUnhandledErrors|allowOnly\s*:\s*true|watchPathIgnore)re"},
});
// clang-format on

}  // namespace regreen
