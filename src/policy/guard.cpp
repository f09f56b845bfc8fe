#include "policy/guard.h"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <re2/re2.h>

#include "base/mask.h"
#include "base/text.h"

namespace regreen {
namespace {

// What turns a red check green without mending anything. A patch may not add more of them than it removes.
constexpr auto silencers = std::to_array<const char*>({
    R"re(\|\|\s*(?:true\b|:\s*$|exit 0\b))re",
    R"re(\bset \+e\b)re",
    R"re(continue-on-error:\s*(?:true|\$))re",
    R"re(#\s*noqa)re",
    R"re(#\s*type:\s*ignore|#\s*pyright:\s*ignore|#\s*mypy:\s*(?:ignore|disable))re",
    R"re(#\s*pylint:\s*disable|#\s*nosec|#\s*pragma:\s*no\s*cover|#\s*rubocop:disable)re",
    R"re(eslint-disable|@ts-(?:ignore|nocheck|expect-error)|tslint:disable|biome-ignore|istanbul ignore)re",
    R"re(//\s*nolint|\bNOLINT|GCC diagnostic ignored|clang diagnostic ignored|#\s*pragma\s+warning\s*\(\s*disable)re",
    R"re(#!?\[allow\(|@SuppressWarnings|@Suppress\()re",
    R"re(-Wno-|-fpermissive|(?:^|\s)-w(?:\s|$))re",
    R"re(pytest\.mark\.(?:skip|xfail|flaky)|pytest\.(?:skip|xfail)\(|unittest\.(?:skip|expectedFailure)|\bskipTest\()re",
    R"re(\b(?:it|test|describe|context)\.(?:skip|only|todo|failing)\b|\bx(?:it|describe|test)\(|\bthis\.skip\()re",
    R"re(\bt\.Skip|\bb\.Skip|#\[ignore|@(?:Ignore|Disabled)\b|\bGTEST_SKIP\b|\bDISABLED_)re",
    R"re(fmt:\s*(?:off|skip)|isort:\s*skip|prettier-ignore|clang-format off|rustfmt::skip|yamllint disable|shellcheck disable|hadolint ignore)re",
    R"re(verify\s*=\s*False|NODE_TLS_REJECT_UNAUTHORIZED|strict-ssl|--insecure\b|curl\s+(?:-\w+\s+)*-k\b|http\.sslVerify|_create_unverified_context)re",
    R"re(--trusted-host|--extra-index-url|--index-url|--registry[ =])re",
    R"re(--legacy-peer-deps|--no-verify\b|--force\b|--no-frozen-lockfile|--ignore-scripts|--passWithNoTests|-DskipTests|-Dmaven\.test\.skip)re",
    R"re(--ignore-missing-imports|\bignore_errors\b|\bignore_missing_imports\b|filterwarnings.*ignore|-W\s*ignore|--disable-warnings|simplefilter\(.ignore)re",
    R"re(--exit-zero|--allow-failures?\b|allow_failure:\s*true|GONOSUMCHECK|GONOSUMDB|GOFLAGS=-insecure|--deselect|--reruns)re",
});

constexpr auto test_globs = std::to_array<std::string_view>(
    {"test_*.py", "*_test.py", "**/tests/**", "tests/**", "**/test/**", "test/**", "**/__tests__/**", "**/spec/**",
     "spec/**", "*.test.*", "*.spec.*", "*_test.*", "*_spec.rb", "*Test.java", "*Tests.java", "*Test.kt", "*Tests.cs",
     "conftest.py", "**/src/test/**"});

constexpr const char* assertion_pattern =
    R"re(\bassert\w*\b|\bexpect\w*\(|\bEXPECT_\w+|\bASSERT_\w+|\bt\.(?:Error|Fatal)|\bCHECK\w*\(|\brequire\.\w+\(|\bshould\b|pytest\.raises)re";
constexpr const char* test_pattern =
    R"re(\bdef test_|\b(?:it|test|describe)\(|\bfunc Test|#\[test\]|@Test\b|\bTEST(?:_F|_P)?\(|\bTEST_CASE\()re";

const RE2& assertion() {
  static const RE2 compiled(assertion_pattern, RE2::Latin1);
  return compiled;
}
const RE2& test_start() {
  static const RE2 compiled(test_pattern, RE2::Latin1);
  return compiled;
}
const std::vector<std::unique_ptr<RE2>>& compiled_silencers() {
  static const auto compiled = [] {
    std::vector<std::unique_ptr<RE2>> all;
    for (const char* pattern : silencers) all.push_back(std::make_unique<RE2>(pattern, RE2::Latin1));
    return all;
  }();
  return compiled;
}

std::size_t count(const RE2& pattern, std::string_view text) {
  re2::StringPiece rest(text), found;
  std::size_t times = 0;
  while (pattern.Match(rest, 0, rest.size(), RE2::UNANCHORED, &found, 1)) {
    ++times;
    rest.remove_prefix(static_cast<std::size_t>(found.data() - rest.data()) + std::max<std::size_t>(found.size(), 1));
  }
  return times;
}

std::size_t lines_with(const RE2& pattern, const std::vector<std::string>& lines) {
  return static_cast<std::size_t>(
      std::ranges::count_if(lines, [&](const auto& line) { return RE2::PartialMatch(line, pattern); }));
}

using Guard = std::optional<Refusal> (*)(const FileChange&, const Remedy&, const Config&);

std::optional<Refusal> guard_path(const FileChange& change, const Remedy&, const Config&) {
  if (is_confined_path(change.path) && !change.path.starts_with(".git/")) return std::nullopt;
  return Refusal{"guard.path", fmt::format("'{}' does not lie inside the repository", printable(change.path))};
}

std::optional<Refusal> guard_protected(const FileChange& change, const Remedy& remedy, const Config& config) {
  const auto allows = [&](const std::string& glob) { return glob_matches(glob, change.path); };
  if (!is_protected(change.path, config) || std::ranges::any_of(remedy.may_change, allows)) return std::nullopt;
  return Refusal{"policy.protected-file", fmt::format("{} is protected: only a human changes it", change.path)};
}

std::optional<Refusal> guard_binary(const FileChange& change, const Remedy&, const Config&) {
  const auto binary = [](const std::optional<std::string>& bytes) { return bytes && contains(*bytes, std::string_view("\0", 1)); };
  if (!binary(change.before) && !binary(change.after)) return std::nullopt;
  return Refusal{"guard.binary", fmt::format("{} is not text", change.path)};
}

std::optional<Refusal> guard_secret(const FileChange& change, const Remedy&, const Config&) {
  if (std::ranges::none_of(added_lines(change), holds_token)) return std::nullopt;
  return Refusal{"guard.secret", fmt::format("the patch would write a secret into {}", change.path)};
}

std::optional<Refusal> guard_silencer(const FileChange& change, const Remedy&, const Config&) {
  const auto added = added_lines(change), removed = removed_lines(change);
  for (const auto& pattern : compiled_silencers()) {
    if (lines_with(*pattern, added) <= lines_with(*pattern, removed)) continue;
    const auto line = std::ranges::find_if(added, [&](const auto& text) { return RE2::PartialMatch(text, *pattern); });
    return Refusal{"guard.silencer", fmt::format("{} would silence a check: {}", change.path, shortened(trim(*line), 80))};
  }
  return std::nullopt;
}

std::optional<Refusal> guard_tests(const FileChange& change, const Remedy&, const Config&) {
  if (!is_test_path(change.path) || !change.before) return std::nullopt;
  if (!change.after) return Refusal{"guard.test-deleted", fmt::format("{} is a test and would be deleted", change.path)};
  for (const RE2* pattern : {&assertion(), &test_start()}) {
    if (count(*pattern, *change.after) >= count(*pattern, *change.before)) continue;
    return Refusal{"guard.test-weakened", fmt::format("{} would check less than before", change.path)};
  }
  return std::nullopt;
}

std::optional<Refusal> guard_mode(const FileChange& change, const Remedy&, const Config&) {
  if (!change.after || !change.executable_after || change.executable_before) return std::nullopt;
  if (change.after->starts_with("#!")) return std::nullopt;
  return Refusal{"guard.mode", fmt::format("{} is no script and would become executable", change.path)};
}

constexpr auto guards = std::to_array<Guard>(
    {guard_path, guard_protected, guard_binary, guard_secret, guard_silencer, guard_tests, guard_mode});

}  // namespace

bool is_protected(std::string_view path, const Config& config) {
  return std::ranges::any_of(config.protected_files, [&](const auto& glob) { return glob_matches(glob, path); });
}

bool is_test_path(std::string_view path) {
  return std::ranges::any_of(test_globs, [&](std::string_view glob) { return glob_matches(glob, path); });
}

std::optional<Refusal> guard(const Patch& patch, const Remedy& remedy, const Config& config) {
  for (const auto& change : patch.changes) {
    for (const Guard judge : guards) {
      if (auto refusal = judge(change, remedy, config)) return refusal;
    }
  }
  return std::nullopt;
}

std::optional<Refusal> guard_size(const Patch& patch, const Config& config) {
  if (patch.changes.size() > config.max_file_changes) {
    return Refusal{"policy.max-file-changes",
                   fmt::format("{} files would change, {} are allowed", patch.changes.size(), config.max_file_changes)};
  }
  std::size_t lines = 0;
  for (const auto& change : patch.changes) {
    const LineCounts counts = count_lines(change);
    lines += counts.added + counts.removed;
  }
  if (lines <= config.max_line_changes) return std::nullopt;
  return Refusal{"policy.max-line-changes",
                 fmt::format("{} lines would change, {} are allowed", lines, config.max_line_changes)};
}

}  // namespace regreen
