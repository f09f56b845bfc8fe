#include "policy/guard/language.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <span>

namespace regreen {
namespace {

struct Kind {
  std::string_view glob;
  Language language;
};

// The first that fits.
// clang-format off
constexpr auto kinds = std::to_array<Kind>({
    {"CMakeLists.txt", cmake},   {"requirements*.txt", ini},  {"*.md", document},        {"*.rst", document},
    {"*.txt", document},         {"*.adoc", document},        {"LICENSE*", document},    {"CHANGELOG*", document},
    {"README*", document},       {"*.py", python},            {"*.pyi", python},         {"*.pyx", python},
    {"*.js", javascript},        {"*.jsx", javascript},       {"*.mjs", javascript},     {"*.cjs", javascript},
    {"*.ts", javascript},        {"*.tsx", javascript},       {"*.mts", javascript},     {"*.cts", javascript},
    {"*.vue", javascript},       {"*.svelte", javascript},    {"*.dart", javascript},    {"*.go", go},
    {"*.rs", rust},              {"*.java", java},            {"*.groovy", java},        {"*.gradle", java},
    {"*.scala", java},           {"*.swift", java},           {"Jenkinsfile", java},     {"*.kt", kotlin},
    {"*.kts", kotlin},           {"*.c", c},                  {"*.h", c},                {"*.cc", c},
    {"*.cpp", c},                {"*.cxx", c},                {"*.hh", c},               {"*.hpp", c},
    {"*.hxx", c},                {"*.m", c},                  {"*.mm", c},               {"*.cs", csharp},
    {"*.php", php},              {"*.rb", ruby},              {"*.rake", ruby},          {"*.gemspec", ruby},
    {"Rakefile", ruby},          {"Gemfile", ruby},           {"Guardfile", ruby},       {"*.ex", ruby},
    {"*.exs", ruby},             {"*.sh", shell},             {"*.bash", shell},         {"*.bats", shell},
    {"*.zsh", shell},            {"*.ksh", shell},            {"*.yml", yaml},           {"*.yaml", yaml},
    {"*.neon", yaml},            {".clang-tidy", yaml},       {".yamllint", yaml},       {".eslintrc", yaml},
    {"*.toml", toml},            {"Pipfile", toml},           {"*.ini", ini},            {"*.cfg", ini},
    {".flake8", ini},            {".coveragerc", ini},        {".pylintrc", ini},        {"pylintrc", ini},
    {".editorconfig", ini},      {"*.properties", ini},       {".shellcheckrc", ini},    {".rspec", ini},
    {".npmrc", ini},             {".gitmodules", ini},        {"*.conf", ini},           {".*ignore", ini},
    {"*.json", json},            {"*.jsonc", json},           {"*.json5", json},         {".nycrc", json},
    {".babelrc", json},          {"*.xml", xml},              {"*.xml.dist", xml},       {"*.csproj", xml},
    {"*.fsproj", xml},           {"*.vbproj", xml},           {"*.props", xml},          {"*.targets", xml},
    {"*.runsettings", xml},      {"*.ruleset", xml},          {"Makefile", make},        {"makefile", make},
    {"GNUmakefile", make},       {"*.mk", make},              {"*.make", make},          {"Makefile.*", make},
    {"justfile", make},          {"Justfile", make},          {".justfile", make},       {"Dockerfile", docker},
    {"Dockerfile.*", docker},    {"*.Dockerfile", docker},    {"Containerfile", docker}, {"*.cmake", cmake},
});
// clang-format on

// clang-format off
constexpr auto test_paths = std::to_array<std::string_view>(
    {"test_*.py", "*_test.py", "**/tests/**", "tests/**", "**/test/**", "test/**", "**/__tests__/**", "**/spec/**", "spec/**",
     "**/specs/**", "**/e2e/**", "e2e/**", "**/*.Tests/**", "**/testing/**", "**/t/*.t", "*.test.*", "*.spec.*", "*_test.*",
     "*_tests.*", "*_spec.rb", "test_*.rb", "*Test.java", "*Tests.java", "*IT.java", "*Test.kt", "*Tests.kt", "*Spec.groovy",
     "*Test.php", "*Tests.cs", "*Test.cs", "*Tests.swift", "*Test.scala", "*Spec.scala", "*Spec.kt", "*.bats", "conftest.py",
     "tests.py", "test.py", "test.js", "test.ts", "test.sh", "test_*.c", "test_*.cpp", "test_*.cc", "*_test.exs", "**/src/test/**",
     "**/cypress/**", "*.cy.*"});
// clang-format on

// clang-format off
constexpr auto expected_outputs = std::to_array<std::string_view>(
    {"**/__snapshots__/**", "*.snap", "*.snap.*", "**/snapshots/**", "*.golden", "*.golden.*", "**/golden/**", "**/goldens/**",
     "*.approved.*", "*.verified.*", "*.expected", "*.expected.*", "*_expected.*", "expected_*", "expected.*", "**/expected/**",
     "*.ambr", "**/cassettes/**", "*.reference", "**/baselines/**", "**/tests/**/*.out", "**/testdata/**/*.out", "**/testdata/**/*.want"});
// clang-format on

// clang-format off
constexpr auto check_configs = std::to_array<std::string_view>(
    {"pyproject.toml", "setup.cfg", "tox.ini", "pytest.ini", ".coveragerc", "mypy.ini", ".mypy.ini", ".flake8", ".pylintrc",
     "pylintrc", "ruff.toml", ".ruff.toml", ".bandit*", "pyrightconfig.json", ".isort.cfg", "noxfile.py", "conftest.py",
     "package.json", ".eslintrc*", "eslint.config.*", "jest.config.*", "vitest.config.*", "vite.config.*", "vitest.workspace.*",
     "playwright.config.*", "cypress.config.*", "cypress.json", ".mocharc*", ".nycrc*", ".c8rc*", "karma.conf*", "tsconfig*.json",
     "biome.json*", ".prettierrc*", ".prettierignore", ".eslintignore", ".stylelintrc*", ".stylelintignore", "tslint.json",
     "knip.*", ".size-limit*", ".golangci.*", "staticcheck.conf", "Cargo.toml", "clippy.toml", ".clippy.toml", "rustfmt.toml",
     "deny.toml", ".cargo/config*", "nextest.toml", "tarpaulin.toml", "pom.xml", "*.gradle", "*.gradle.kts", "gradle.properties",
     "checkstyle*", "spotbugs*", "pmd*", "detekt*", "lint.xml", ".editorconfig", "*.csproj", "*.props", "*.targets", "*.ruleset",
     "*.runsettings", ".globalconfig", "phpunit.xml*", "phpstan*.neon*", "psalm.xml*", "phpcs.xml*", ".php-cs-fixer*", "composer.json",
     ".rubocop*", ".rspec", ".simplecov", "spec_helper.rb", "rails_helper.rb", "test_helper.rb", "Rakefile", ".clang-tidy",
     "CMakeLists.txt", "*.cmake", "meson.build", "Makefile", "makefile", "*.mk", "justfile", ".shellcheckrc", ".hadolint*",
     ".yamllint*", ".markdownlint*", ".ansible-lint*", "codecov.yml", ".codecov.yml", "sonar-project.properties",
     ".pre-commit-config.yaml", ".secrets.baseline", ".gitleaks*", ".semgrepignore", ".trivyignore", ".snyk", ".licrc*",
     ".credo.exs", "analysis_options.yaml", "CTestCustom.cmake", "typos.toml", "_typos.toml", ".codespellrc", ".cspell.json", "cspell.json"});
// clang-format on

// clang-format off
constexpr auto starters = std::to_array<std::string_view>(
    {"Makefile", "makefile", "GNUmakefile", "*.mk", "Makefile.*", "justfile", "Justfile", ".justfile", "Taskfile.*", "package.json",
     "composer.json", "tox.ini", "noxfile.py", "tasks.py", "Rakefile", "Dockerfile", "Dockerfile.*", "*.Dockerfile", "*.sh", "*.bash",
     ".github/workflows/**", ".github/actions/**", ".gitlab-ci.yml", ".circleci/**", "azure-pipelines*", "Jenkinsfile", ".travis.yml",
     ".drone.yml", "bitbucket-pipelines.yml", ".buildkite/**", "appveyor.yml", ".cirrus.yml", "docker-compose*", "compose*.y*ml",
     ".pre-commit-config.yaml", "lefthook.yml", "pyproject.toml", "Procfile", ".husky/**"});
// clang-format on

// clang-format off
constexpr auto baselines = std::to_array<std::string_view>(
    {"*-baseline.*", "*_baseline.*", "baseline.xml", ".secrets.baseline", ".rubocop_todo.yml", "eslint-suppressions.json",
     "*suppressions*.xml", "*.supp", ".trivyignore", ".semgrepignore", ".eslintignore", ".prettierignore", ".stylelintignore",
     ".gitleaksignore", "lint-baseline.xml", "detekt-baseline.xml", ".ansible-lint-ignore", ".dialyzer_ignore*", "audit-ci.json", ".nsprc"});
// clang-format on

bool any_of(std::span<const std::string_view> globs, std::string_view path) {
  return std::ranges::any_of(globs, [&](std::string_view glob) { return glob_matches(glob, path); });
}

}  // namespace

Language language_of(std::string_view path) {
  const auto found = std::ranges::find_if(kinds, [&](const Kind& kind) { return glob_matches(kind.glob, path); });
  return found == kinds.end() ? plain : found->language;
}

bool is_test_path(std::string_view path) { return any_of(test_paths, path); }
bool is_expected_output(std::string_view path) { return any_of(expected_outputs, path); }
bool is_check_config(std::string_view path) { return any_of(check_configs, path); }
bool starts_checks(std::string_view path) { return any_of(starters, path); }
bool is_baseline(std::string_view path) { return any_of(baselines, path); }

}  // namespace regreen
