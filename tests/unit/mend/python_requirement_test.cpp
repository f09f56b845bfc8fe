#include "story.h"

namespace regreen::story {
namespace {

std::string fixed(const std::string& text, Occurrence occurrence) {
  const auto after = mended("python.fix-requirement", Files{{"requirements.txt", text}}, std::move(occurrence));
  return after.empty() ? "" : after.at("requirements.txt");
}

TEST(FixRequirement, AnOperatorThatPipDoesNotKnow) {
  const auto invalid = [](const std::string& what) {
    return said("ERROR: Invalid requirement: '" + what + "' (from line 1 of requirements.txt)", {{"detail", what}});
  };
  EXPECT_EQ(fixed("requests=2.31  # http\nflask==2\n", invalid("requests=2.31")), "requests==2.31  # http\nflask==2\n");
  EXPECT_EQ(fixed("requests => 2.31\r\n", invalid("requests => 2.31")), "requests>=2.31\r\n");
  EXPECT_EQ(fixed("requests 2.31\n", invalid("requests 2.31")), "requests==2.31\n");
  EXPECT_EQ(fixed("./missing\n", invalid("./missing")), "");
  EXPECT_EQ(fixed("x @ https://evil.example/x\n", invalid("x @ https://evil.example/x")), "");
}

TEST(FixRequirement, AVersionThatNobodyReleased) {
  const auto none = [](const std::string& versions) {
    return said(
        "ERROR: Could not find a version that satisfies the requirement shop==2.9 (from versions: " + versions + ")",
        {{"package", "shop"}, {"version", "==2.9"}, {"actual", versions}});
  };
  EXPECT_EQ(fixed("a\nShop==2.9 ; python_version > '3'\n", none("1.0, 2.0, 2.1, 2.10rc1, 3.0")),
            "a\nShop==2.1; python_version > '3'\n");
  EXPECT_EQ(fixed("shop==2.9\n", none("1.0, 1.1")), "");
  EXPECT_EQ(fixed("shop>=2.9\n", none("1.0, 2.1")), "");
  EXPECT_EQ(fixed("shopping==2.9\n", none("1.0, 1.1")), "");
}

TEST(FixRequirement, AMisspeltPackageOrTheNameOfAModule) {
  const auto unknown = [](const std::string& package) {
    return said("ERROR: No matching distribution found for " + package, {{"package", package}});
  };
  EXPECT_EQ(fixed("reqeusts==2.31\n", unknown("reqeusts")), "requests==2.31\n");
  EXPECT_EQ(fixed("sklearn\n", unknown("sklearn")), "scikit-learn\n");
  EXPECT_EQ(fixed("numpy==1.0\n", unknown("numpy")), "");
  EXPECT_EQ(fixed("our-own-thing\n", unknown("our-own-thing")), "");
}

TEST(FixRequirement, TheProjectsOwnPinGivesWay) {
  auto conflict = said(
      "ERROR: Cannot install prices==2.0 and shop==1.0 because these package versions have conflicting dependencies.",
      {{"detail", "prices==2.0 and shop==1.0"}});
  conflict.after = {"", "The conflict is caused by:", "    The user requested prices==2.0",
                    "    shop 1.0 depends on prices<2", ""};
  const auto patches = candidates("python.fix-requirement", tree_of({{"requirements.txt", "prices==2.0\nshop==1.0\n"}}),
                                  diagnosis_of({conflict}));
  ASSERT_EQ(patches.size(), 2u);
  EXPECT_EQ(patches[0].changes[0].after, "prices>=2.0\nshop==1.0\n");
  EXPECT_EQ(patches[1].changes[0].after, "prices==2.0\nshop>=1.0\n");
  conflict.after[3] = "    shop 1.0 depends on prices<2.0";
  EXPECT_TRUE(
      mended("python.fix-requirement", {{"requirements.txt", "prices==2.0  # CVE-2024-37891\n"}}, conflict).empty());
  conflict.after[3] = "    shop 1.0 depends on prices<4 and >=3";
  EXPECT_EQ(mended("python.fix-requirement", {{"requirements.txt", "prices==2.0\n"}}, conflict)["requirements.txt"],
            "prices>=3,<4\n");
}

TEST(RegisterMarker, InWhicheverFileConfiguresPytest) {
  const auto slow = said("'slow' not found in `markers` configuration option", {{"symbol", "slow"}});
  const auto in = [&](const std::string& file, const std::string& text) {
    const Files files = {{file, text}, {"tests/test_a.py", "@pytest.mark.slow\ndef test_a(): pass\n"}};
    return mended("python.register-marker", files, slow)[file];
  };
  EXPECT_EQ(
      in("pytest.ini", "[pytest]\naddopts = --strict-markers\nmarkers =\n    net: needs the network\n\n[other]\n"),
      "[pytest]\naddopts = --strict-markers\nmarkers =\n    net: needs the network\n    slow\n\n[other]\n");
  EXPECT_EQ(in("pytest.ini", "[pytest]\naddopts = --strict-markers\n"),
            "[pytest]\nmarkers =\n    slow\naddopts = --strict-markers\n");
  EXPECT_EQ(in("setup.cfg", "[metadata]\nname = x\n[tool:pytest]\nmarkers =\n  a: b"),
            "[metadata]\nname = x\n[tool:pytest]\nmarkers =\n  a: b\n  slow");
  EXPECT_EQ(in("pyproject.toml", "[tool.pytest.ini_options]\nmarkers = [\"net: x\"]\n"),
            "[tool.pytest.ini_options]\nmarkers = [\"net: x\", \"slow\"]\n");
  EXPECT_EQ(in("pytest.ini", "[pytest]\nmarkers =\n    slow: yes\n"), "");
  const Files unmarked = {{"pytest.ini", "[pytest]\n"}, {"tests/test_a.py", "slow = 1\n"}};
  EXPECT_TRUE(mended("python.register-marker", unmarked, slow).empty()) << "no test has it";
}

TEST(RegisterMarker, NotThatOfAPlugin) {
  const auto unknown = said("'asyncio' not found in `markers` configuration option", {{"symbol", "asyncio"}});
  const Files files = {{"pytest.ini", "[pytest]\naddopts = --strict-markers\n"},
                       {"requirements-test.txt", "pytest\n"},
                       {"tests/test_a.py", "@pytest.mark.asyncio\nasync def test_a(): pass\n"}};
  EXPECT_TRUE(mended("python.register-marker", files, unknown).empty());
  EXPECT_EQ(mended("python.add-dependency", files, unknown)["requirements-test.txt"], "pytest\npytest-asyncio\n");
}

TEST(RegisterMarker, ThatOfAPluginWhereTheProjectMeansItsOwn) {
  const auto unknown = said("'order' not found in `markers` configuration option", {{"symbol", "order"}});
  const auto after = [&](const std::string& mark, const std::string& conftest) {
    const Files files = {{"pytest.ini", "[pytest]\nmarkers =\n    slow\n"},
                         {"requirements-test.txt", "pytest\n"},
                         {"conftest.py", conftest},
                         {"tests/test_a.py", "@pytest.mark." + mark + "\ndef test_a(): pass\n"}};
    return std::pair(mended("python.register-marker", files, unknown).contains("pytest.ini"),
                     mended("python.add-dependency", files, unknown).contains("requirements-test.txt"));
  };
  EXPECT_EQ(after("order(1)", ""), std::pair(false, true));
  EXPECT_EQ(after("order", ""), std::pair(true, false)) << "a label";
  EXPECT_EQ(after("order(1)", "def f(item):\n    return item.get_closest_marker(\"order\")\n"), std::pair(true, false));
}

TEST(NamePackages, TheOnlyPackageAmongTheFolders) {
  const auto flat = said("error: Multiple top-level packages discovered in a flat-layout: ['data', 'prices'].",
                         {{"detail", "['data', 'prices']."}});
  EXPECT_EQ(
      mended("python.name-packages",
             Files{{"pyproject.toml", "[project]\nname = \"x\"\n"}, {"prices/__init__.py", ""}, {"data/a.csv", ""}},
             flat),
      (Files{{"pyproject.toml",
              "[project]\nname = \"x\"\n\n[tool.setuptools.packages.find]\ninclude = [\"prices*\"]\n"}}));
}

TEST(FixTypes, WhatTheCheckerAsksFor) {
  const auto mypy = [](std::size_t line, const std::string& message) {
    return said("app.py:" + std::to_string(line) + ": error: " + message,
                {{"file", "app.py"}, {"line", std::to_string(line)}});
  };
  const auto typed = [](const std::string& text, Occurrence one) {
    return mended("python.fix-types", Files{{"app.py", text}}, std::move(one))["app.py"];
  };
  EXPECT_EQ(typed("def f(a: int, x: str = None) -> int:\n    return a\n",
                  mypy(1,
                       "Incompatible default for argument \"x\" (default has type \"None\", argument has type \"str\") "
                       " [assignment]")),
            "from typing import Optional\n\n\ndef f(a: int, x: Optional[str] = None) -> int:\n    return a\n");
  EXPECT_EQ(
      typed("y: int | None = 1\ndef f(x: str = None) -> int:\n    return 1\n",
            mypy(2, "Incompatible default for argument \"x\" (default has type \"None\", argument has type \"str\")")),
      "y: int | None = 1\ndef f(x: str | None = None) -> int:\n    return 1\n");
  auto missing = mypy(1, "Function is missing a return type annotation  [no-untyped-def]");
  EXPECT_EQ(typed("def main():  # go\n    pass\n", missing), "def main() -> None:  # go\n    pass\n");
  EXPECT_EQ(typed("def main(x: int):\n    return x\n", missing), "");
  EXPECT_EQ(typed("import x  # type: ignore[import]  # why\ny = 1  # type: ignore\n",
                  mypy(2, "Unused \"type: ignore\" comment")),
            "import x  # type: ignore[import]  # why\ny = 1\n");
  EXPECT_EQ(typed("import x  # type: ignore[import]  # why\n", mypy(1, "Unused \"type: ignore\" comment")),
            "import x  # why\n");
}

TEST(FixLayout, OneFindingAtATime) {
  const auto found = [](std::size_t line, std::size_t column, const std::string& code) {
    return said(
        "app.py:" + std::to_string(line) + ":" + std::to_string(column) + ": " + code,
        {{"file", "app.py"}, {"line", std::to_string(line)}, {"column", std::to_string(column)}, {"code", code}});
  };
  const auto laid_out = [](const std::string& text, std::vector<Occurrence> all) {
    return mended("python.fix-layout", Files{{"app.py", text}}, diagnosis_of(std::move(all)))["app.py"];
  };
  EXPECT_EQ(
      laid_out("import os, sys\ndef f( x,y ):\n    return os.sep+x   # no\n\n\n\n\nclass A: pass\nx = f(a = 1)  #bad",
               {found(1, 10, "E401"), found(2, 1, "E302"), found(2, 7, "E201"), found(2, 9, "E231"),
                found(2, 11, "E202"), found(3, 18, "E226"), found(8, 1, "E303"), found(9, 1, "E305"),
                found(9, 8, "E251"), found(9, 10, "E251"), found(9, 15, "E262"), found(9, 19, "W292")}),
      "import os\nimport sys\n\n\ndef f(x, y):\n    return os.sep + x   # no\n\n\nclass A: pass\n\n\nx = f(a=1)  # "
      "bad\n");
  EXPECT_EQ(laid_out("class A:\n    x = 1;\n    def f(self): pass  \n",
                     {found(2, 10, "E703"), found(3, 5, "E301"), found(3, 23, "W291")}),
            "class A:\n    x = 1\n\n    def f(self): pass\n");
  EXPECT_EQ(laid_out("x = '''a  \nb'''\n", {found(1, 9, "W291")}), "");
  EXPECT_EQ(laid_out(";\nx = 1\n", {found(1, 1, "E703")}), "");
}

TEST(LineEnds, AScriptGetsUnixLineEnds) {
  EXPECT_EQ(mended("text.line-ends", Files{{"ci/run.sh", "#!/bin/bash\r\ncd src\r\n"}, {"a.txt", "x\r\n"}},
                   said("ci/run.sh: line 2: cd: $'src\\r': No such file or directory", {})),
            (Files{{"ci/run.sh", "#!/bin/bash\ncd src\n"}}));
  EXPECT_EQ(mended("text.line-ends", Files{{"run.sh", "#!/usr/bin/env bash\r\ntrue\r\n"}},
                   said("/usr/bin/env: 'bash\\r': No such file or directory", {})),
            (Files{{"run.sh", "#!/usr/bin/env bash\ntrue\n"}}));
}

TEST(Spelling, TheWordIsSpeltAsTheCheckerSays) {
  const auto wrong = said("README.md:2: recieve ==> receive",
                          {{"file", "README.md"}, {"line", "2"}, {"actual", "recieve"}, {"expected", "receive"}});
  EXPECT_EQ(mended("text.fix-spelling", Files{{"README.md", "recieve\nyou recieve, recieved\n"}}, wrong),
            (Files{{"README.md", "recieve\nyou receive, recieved\n"}}));
}

TEST(TrailingWhitespace, FilesThatAHookNames) {
  auto hook = said("- files were modified by this hook", {});
  hook.after = {"", "Fixing docs/a.txt"};
  EXPECT_EQ(mended("text.trailing-whitespace", Files{{"docs/a.txt", "x \n"}}, hook), (Files{{"docs/a.txt", "x\n"}}));
}

}  // namespace
}  // namespace regreen::story
