#include "policy/guard.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const Remedy any_remedy;

std::string rule_for(const std::string& path, std::optional<std::string> before, std::optional<std::string> after) {
  Patch patch;
  patch.put({path, std::move(before), std::move(after), false, false});
  const auto refusal = guard(patch, any_remedy, Config{});
  return refusal ? refusal->rule : "allowed";
}

std::string adding(const std::string& line) { return rule_for("src/a", "x\n", "x\n" + line + "\n"); }

TEST(Guard, AllowsAPlainRepair) { EXPECT_EQ(adding("import os"), "allowed"); }

TEST(Guard, RefusesWhatSilencesACheck) {
  struct {
    const char* path;
    const char* line;
    const char* rule;
  } const all[] = {
      {"ci.sh", "make test || true", "guard.silencer"},
      {"ci.sh", "set +e", "guard.silencer"},
      {"action.yml", "continue-on-error: true", "guard.silencer"},
      {"a.py", "import x  # noqa", "guard.silencer"},
      {"a.py", "y = 1  # type: ignore[attr]", "guard.silencer"},
      {"a.py", "# fmt: off", "guard.silencer"},
      {"a.py", "requests.get(u, verify=False)", "guard.silencer"},
      {"a.py", "@pytest.mark.skip", "guard.test-skipped"},
      {"a.js", "// eslint-disable-next-line", "guard.silencer"},
      {"a.ts", "// @ts-ignore", "guard.silencer"},
      {"a.js", "it.skip('a')", "guard.test-skipped"},
      {"a.js", "xit('a')", "guard.test-skipped"},
      {"a.go", "x() //nolint", "guard.silencer"},
      {"a_test.go", "t.Skip()", "guard.test-skipped"},
      {"a.rs", "#![allow(dead_code)]", "guard.silencer"},
      {"a.rs", "#[ignore]", "guard.test-skipped"},
      {"A.java", "@Disabled", "guard.test-skipped"},
      {"Makefile", "CFLAGS += -Wno-error", "guard.silencer"},
      {"build.sh", "pip install --trusted-host x y", "guard.silencer"},
      {"build.sh", "npm ci --legacy-peer-deps", "guard.silencer"},
      {"build.sh", "mvn -DskipTests", "guard.test-skipped"},
      {"build.sh", "git push --force", "guard.silencer"},
      {"build.sh", "pytest --deselect a", "guard.test-skipped"},
      {"tox.ini", "filterwarnings = ignore", "guard.silencer"},
      {"action.yml", "allow_failure: true", "guard.silencer"},
  };
  for (const auto& [path, line, rule] : all) {
    EXPECT_EQ(rule_for(path, "x\n", "x\n" + std::string(line) + "\n"), rule) << line;
  }
}

TEST(Guard, AConfigurationMayChangeItsEnding) {
  const std::string config = "module.exports = { extends: ['eslint:recommended'] };\n";
  const auto moved = [&](const std::string& to, const std::string& after) {
    Patch patch;
    patch.put({".eslintrc.js", config, std::nullopt, false, false});
    patch.put({to, std::nullopt, after, false, false});
    const auto refusal = guard(patch, any_remedy, Config{});
    return refusal ? refusal->rule : "allowed";
  };
  EXPECT_EQ(moved(".eslintrc.cjs", config), "allowed");
  EXPECT_EQ(moved(".eslintrc.cjs", "module.exports = { extends: [] };\n"), "guard.check-removed");
  EXPECT_EQ(moved(".eslintrc.mjs", config), "guard.check-removed") << "ESLint does not read it";
  EXPECT_EQ(moved(".eslintrc.old.js", config), "guard.check-removed");
  EXPECT_EQ(moved("eslintrc.bak", config), "guard.check-removed");
}

TEST(Guard, TheAliasesOfACompilerAreNoListOfChecks) {
  EXPECT_EQ(rule_for("tsconfig.spec.json", "{\n  \"paths\": {\n    \"@lib/*\": [\"./src/lib/*\"]\n  }\n}\n",
                     "{\n  \"paths\": {\n    \"@lib/*\": [\"./src/shared/*\"]\n  }\n}\n"),
            "allowed");
  EXPECT_EQ(rule_for("tsconfig.json", "{ \"include\": [\"src\", \"spec\"] }\n", "{ \"include\": [\"src\"] }\n"),
            "guard.check-removed");
}

TEST(Guard, ATargetThatNothingMadeMayBeCalledAsItIs) {
  const std::string rules = "lint:\n\ttrue\nunit-tests:\n\ttrue\n";
  const auto named = [&](const std::string& before, const std::string& after) {
    return rule_for("Makefile", "ci: " + before + "\n" + rules, "ci: " + after + "\n" + rules);
  };
  EXPECT_EQ(named("lint test-unit", "lint unit-tests"), "allowed");
  EXPECT_EQ(named("lint test-unit", "lint"), "guard.check-removed");
  EXPECT_EQ(named("unit-tests", "lint"), "guard.check-removed");
  EXPECT_EQ(named("lint-unit", "unit-tests"), "guard.check-removed") << "other words";
}

TEST(Guard, ACheckMayBeRunByPython3) {
  EXPECT_EQ(rule_for("Makefile", "lint:\n\tpython check.py a\n", "lint:\n\tpython3 check.py a\n"), "allowed");
  EXPECT_EQ(rule_for("Makefile", "lint:\n\tpython check.py a\n", "lint:\n\tpython3 other.py a\n"),
            "guard.check-removed");
}

TEST(Guard, WhatWasThereMayStayOrGo) {
  EXPECT_EQ(rule_for("ci.sh", "a || true\nb\n", "a || true\nc\n"), "allowed");
  EXPECT_EQ(rule_for("ci.sh", "a || true\n", "a\n"), "allowed");
  EXPECT_EQ(rule_for("ci.sh", "x # noqa\n", "y # noqa\n"), "allowed") << "moved, not added";
}

TEST(Guard, ATestCalledAfterWhatItReplacesReplacesNothing) {
  const std::string test = "def test_replace(api, rate):\n    assert rate(api) == 1\n";
  EXPECT_EQ(rule_for("tests/test_a.py", test, "def test_replace(client, rate):\n    assert rate(client) == 1\n"),
            "allowed");
  EXPECT_EQ(
      rule_for("tests/test_a.py", test, "def test_replace(api, at=patch('shop.rate')):\n    assert rate(api) == 1\n"),
      "guard.test-weakened");
}

TEST(Guard, RefusesToWeakenTests) {
  EXPECT_EQ(rule_for("tests/test_a.py", "def test_a():\n    assert f() == 1\n", "def test_a():\n    f()\n"),
            "guard.test-weakened");
  EXPECT_EQ(rule_for("a_test.go", "func TestA(t *testing.T) {}\nfunc TestB(t *testing.T) {}\n",
                     "func TestA(t *testing.T) {}\n"),
            "guard.test-deleted");
  EXPECT_EQ(rule_for("tests/test_a.py", "def test_a(): pass\n", std::nullopt), "guard.test-deleted");
  EXPECT_EQ(rule_for("tests/test_a.py", "self.assertEquals(1, 1)\n", "self.assertEqual(1, 1)\n"), "allowed");
}

TEST(Guard, RefusesProtectedFilesUnlessTheRemedyWasMadeForThem) {
  EXPECT_EQ(rule_for(".github/workflows/ci.yml", "a\n", "b\n"), "policy.protected-file");
  Patch patch;
  patch.put({".github/workflows/ci.yml", "a\n", "b\n", false, false});
  const Remedy made_for_it{{"workflow.x"}, RemedyKind::edit, Risk::medium, "", {}, {".github/workflows/**"}};
  EXPECT_FALSE(guard(patch, made_for_it, Config{}));
  for (const auto* path : {"third_party/a.py", "pip/_vendor/a.py", "3rd-party/a.c", "static/vendor/a.js"})
    EXPECT_EQ(rule_for(path, "a\n", "b\n"), "policy.protected-file") << path;
  EXPECT_NE(rule_for("shop/vendor/a.py", "a\n", "b\n"), "policy.protected-file") << "people who sell";
  EXPECT_EQ(rule_for("app/migrations/0001_initial.py", "a\n", "b\n"), "policy.protected-file");
}

TEST(Guard, RefusesSecretsBinariesAndPathsOutside) {
  EXPECT_EQ(adding("token = \"ghp_" + std::string(36, 'a') + "\""), "guard.secret");
  EXPECT_EQ(adding("-----BEGIN RSA PRIVATE KEY-----"), "guard.secret");
  EXPECT_EQ(rule_for("logo.png", std::nullopt, std::string("\x89PNG\0", 5)), "guard.binary");
  EXPECT_EQ(rule_for("../outside", std::nullopt, "x"), "guard.path");
  EXPECT_EQ(rule_for("/etc/passwd", std::nullopt, "x"), "guard.path");
  EXPECT_EQ(rule_for(".git/hooks/pre-commit", std::nullopt, "x"), "guard.path");
}

TEST(Guard, MakesOnlyScriptsExecutable) {
  Patch patch;
  patch.put({"run.sh", "#!/bin/sh\n", "#!/bin/sh\n", false, true});
  EXPECT_FALSE(guard(patch, any_remedy, Config{}));
  Patch wrong;
  wrong.put({"data.csv", "a,b\n", "a,b\n", false, true});
  EXPECT_EQ(guard(wrong, any_remedy, Config{})->rule, "guard.mode");
}

}  // namespace
}  // namespace regreen
