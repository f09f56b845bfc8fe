#include "story.h"

namespace regreen::story {
namespace {

constexpr std::string_view remedy = "python.add-dependency";

Occurrence missing(const std::string& module, const std::string& file = "") {
  return said("ModuleNotFoundError: No module named '" + module + "'", {{"module", module}, {"file", file}});
}

const std::string workflow = "jobs:\n  test:\n    steps:\n      - run: pip install -r requirements.txt\n";

TEST(AddDependency, ThePackageOfTheModuleJoinsTheRequirements) {
  const Files before = {{"requirements.txt", "# web\nFlask==3.0.0  # pinned\nrequests>=2\n"},
                        {"app.py", "import yaml\n"}};
  EXPECT_EQ(mended(remedy, before, missing("yaml")),
            (Files{{"requirements.txt", "# web\nFlask==3.0.0  # pinned\nPyYAML\nrequests>=2\n"}}));
}

TEST(AddDependency, AnUnsortedFileGetsItAtTheEndWithItsLineEnds) {
  const Files before = {{"requirements.txt", "requests\r\nflask"}, {"app.py", "import cv2\n"}};
  EXPECT_EQ(mended(remedy, before, missing("cv2")),
            (Files{{"requirements.txt", "requests\r\nflask\r\nopencv-python\r\n"}}));
}

TEST(AddDependency, OptionsContinuedLinesAndMarkersAreUnderstood) {
  const std::string text =
      "--index-url https://pypi.example/simple\n-r base.txt\nuvloop \\\n  >=0.19 ; sys_platform != 'win32'\n\n# end\n";
  const Files before = {{"requirements.txt", text}, {"app.py", "import rich\n"}};
  EXPECT_EQ(mended(remedy, before, missing("rich")).at("requirements.txt"),
            "--index-url https://pypi.example/simple\n-r base.txt\nuvloop \\\n  >=0.19 ; sys_platform != "
            "'win32'\nrich\n\n# end\n");
}

TEST(AddDependency, MarkersMayHoldQuotes) {
  const std::string front =
      "[project]\nname = \"x\"\nversion = \"1\"\ndependencies = [\n    \"tomli>=2; python_version < \\\"3.11\\\"\",\n";
  const Files before = {{"pyproject.toml", front + "]\n"}, {"app.py", "import rich\n"}};
  auto after = mended(remedy, before, missing("rich", "app.py"));
  EXPECT_NE(after["pyproject.toml"].find("\\\"3.11\\\"\",\n"), std::string::npos);
  EXPECT_NE(after["pyproject.toml"].find("    \"rich\",\n"), std::string::npos);
}

TEST(AddDependency, WhatIsThereUnderAnotherSpellingIsNotAddedAgain) {
  const Files before = {{"requirements.txt", "Ruamel_yaml==0.18\n"}, {"app.py", "import ruamel.yaml\n"}};
  EXPECT_TRUE(mended(remedy, before, missing("ruamel")).empty());
}

TEST(AddDependency, OwnModulesAndTheStandardLibraryAreNeverDependencies) {
  const Files before = {{"requirements.txt", "x\n"},
                        {"src/shop/core.py", "import json, helpers, conftest\n"},
                        {"tools/helpers.py", ""},
                        {"tools/run.py", "import helpers\n"},
                        {"tests/conftest.py", ""}};
  for (const auto* module : {"shop", "shop.core", "json", "tomllib", "conftest", "tools"}) {
    EXPECT_TRUE(mended(remedy, before, missing(module)).empty()) << module;
  }
  EXPECT_TRUE(mended(remedy, before, missing("helpers", "tools/run.py")).empty());
}

TEST(AddDependency, HostileAndImplausibleNamesAreRefused) {
  const Files before = {{"requirements.txt", "x\n"}, {"app.py", "import reqeusts\nimport evilpkg\n"}};
  for (const auto* module : {"-r", "https://evil.example/x.whl", "../x", "a b", "x; rm -rf /", "_private", "reqeusts",
                             "nothing_imports_me", "x\ny"}) {
    EXPECT_TRUE(mended(remedy, before, missing(module)).empty()) << module;
  }
}

TEST(AddDependency, AnUnknownModuleIsAPackageOnlyWhereTheProjectSpeaksOfIt) {
  Files before = {{"requirements.txt", "x\n"}, {"app.py", "from quux_lib import y\n"}};
  EXPECT_TRUE(mended(remedy, before, missing("quux_lib")).empty());
  before["constraints.txt"] = "Quux.Lib==1.4\n";
  EXPECT_EQ(mended(remedy, before, missing("quux_lib")), (Files{{"requirements.txt", "x\nquux-lib\n"}}));
  before["constraints.txt"] = "quux-lib-extra==1.4\n";
  EXPECT_TRUE(mended(remedy, before, missing("quux_lib")).empty());
}

TEST(AddDependency, TheFileThatTheWorkflowInstallsIsTaken) {
  const Files before = {{".github/workflows/ci.yml", "steps:\n  - run: pip install -r deps/requirements-ci.txt\n"},
                        {"deps/requirements-ci.txt", "pytest\n"},
                        {"requirements.txt", "flask\n"},
                        {"app.py", "import rich\n"}};
  EXPECT_EQ(mended(remedy, before, missing("rich")), (Files{{"deps/requirements-ci.txt", "pytest\nrich\n"}}));
}

TEST(AddDependency, AModuleThatOnlyTestsImportGoesToTheTestRequirements) {
  const Files before = {{".github/workflows/ci.yml", "- run: pip install -r requirements-dev.txt\n"},
                        {"requirements-dev.txt", "-r requirements.txt\npytest\n"},
                        {"requirements.txt", "flask\n"},
                        {"tests/test_x.py", "import freezegun\n"}};
  EXPECT_EQ(mended(remedy, before, missing("freezegun")),
            (Files{{"requirements-dev.txt", "-r requirements.txt\npytest\nfreezegun\n"}}));
  auto used = before;
  used["app.py"] = "import freezegun\n";
  EXPECT_EQ(mended(remedy, used, missing("freezegun")), (Files{{"requirements.txt", "flask\nfreezegun\n"}}));
}

TEST(AddDependency, PyprojectKeepsItsLayout) {
  const std::string before =
      "[project]\nname = \"shop\"\ndependencies = [\n    \"click>=8\",  # cli\n    \"tomli; python_version < "
      "'3.11'\",\n]\n\n"
      "[project.optional-dependencies]\ntest = [\"pytest\"]\n";
  const std::string after =
      "[project]\nname = \"shop\"\ndependencies = [\n    \"click>=8\",  # cli\n    \"PyYAML\",\n    \"tomli; "
      "python_version < '3.11'\",\n]\n\n"
      "[project.optional-dependencies]\ntest = [\"pytest\"]\n";
  EXPECT_EQ(mended(remedy, Files{{"pyproject.toml", before}, {"shop/x.py", "import yaml\n"}}, missing("yaml")),
            (Files{{"pyproject.toml", after}}));
  const auto tests = mended(remedy, Files{{"pyproject.toml", before}, {"tests/test_x.py", "import responses\n"}},
                            missing("responses"));
  EXPECT_TRUE(contains(tests.at("pyproject.toml"), "test = [\"pytest\", \"responses\"]"));
}

TEST(AddDependency, AProjectWithoutDependenciesGetsTheList) {
  const Files before = {{"pyproject.toml", "[project]\nname = 'x'\n\n[tool.black]\nline-length = 99\n"},
                        {"x.py", "import attr\n"}};
  EXPECT_EQ(mended(remedy, before, missing("attr")).at("pyproject.toml"),
            "[project]\nname = 'x'\ndependencies = [\"attrs\"]\n\n[tool.black]\nline-length = 99\n");
}

TEST(AddDependency, PoetryAndItsGroups) {
  const std::string before =
      "[tool.poetry.dependencies]\npython = \"^3.9\"\nflask = {version = \"^3\", extras = [\"async\"]}\n\n"
      "[tool.poetry.group.dev.dependencies]\npytest = \"*\"\n";
  const auto users = mended(remedy, Files{{"pyproject.toml", before}, {"x.py", "import bs4\n"}}, missing("bs4"));
  EXPECT_TRUE(contains(users.at("pyproject.toml"), "extras = [\"async\"]}\nbeautifulsoup4 = \"*\"\n\n"));
  const auto tests =
      mended(remedy, Files{{"pyproject.toml", before}, {"tests/test_x.py", "import respx\n"}}, missing("respx"));
  EXPECT_TRUE(contains(tests.at("pyproject.toml"), "pytest = \"*\"\nrespx = \"*\"\n"));
}

TEST(AddDependency, SetupCfgAndSetupPy) {
  const Files cfg = {
      {"setup.cfg",
       "[metadata]\nname = x\n\n[options]\ninstall_requires =\n    attrs\n    rich >= 13\npackages = find:\n"},
      {"x.py", "import jwt\n"}};
  EXPECT_EQ(mended(remedy, cfg, missing("jwt")).at("setup.cfg"),
            "[metadata]\nname = x\n\n[options]\ninstall_requires =\n    attrs\n    PyJWT\n    rich >= 13\npackages = "
            "find:\n");
  const Files py = {
      {"setup.py", "from setuptools import setup\nDEPS = ['a', 'c']\nsetup(name='x', install_requires=DEPS)\n"},
      {"x.py", "import boto3\n"}};
  EXPECT_EQ(mended(remedy, py, missing("boto3")).at("setup.py"),
            "from setuptools import setup\nDEPS = ['a', 'boto3', 'c']\nsetup(name='x', install_requires=DEPS)\n");
}

TEST(AddDependency, ABuildRequirementJoinsTheBuildSystem) {
  const Files before = {
      {"pyproject.toml", "[build-system]\nrequires = [\"setuptools\"]\n\n[project]\nname = \"x\"\ndependencies = []\n"},
      {"setup.py", "import numpy\n"}};
  EXPECT_TRUE(contains(mended(remedy, before, missing("numpy")).at("pyproject.toml"),
                       "requires = [\"numpy\", \"setuptools\"]") ||
              contains(mended(remedy, before, missing("numpy")).at("pyproject.toml"),
                       "requires = [\"setuptools\", \"numpy\"]"));
}

TEST(AddDependency, WhatUsersNeedIsNotThereForTestersOnly) {
  const auto project = [](const std::string& own, const std::string& dev) {
    return "[project]\nname = \"x\"\ndependencies = [" + own + "]\n\n[project.optional-dependencies]\ndev = [" + dev +
           "]\n";
  };
  const Files product = {{"pyproject.toml", project("", "\"tabulate\"")}, {"x/a.py", "import tabulate\n"}};
  EXPECT_EQ(mended(remedy, product, missing("tabulate")).at("pyproject.toml"), project("\"tabulate\"", "\"tabulate\""));
  const Files tests = {{"pyproject.toml", project("", "\"tabulate\"")}, {"tests/test_a.py", "import tabulate\n"}};
  EXPECT_TRUE(mended(remedy, tests, missing("tabulate")).empty());
  const Files both = {{"pyproject.toml", project("\"tabulate\"", "")}, {"x/a.py", "import tabulate\n"}};
  EXPECT_TRUE(mended(remedy, both, missing("tabulate")).empty());
}

TEST(AddDependency, FixturesAndOptionsNameTheirPlugins) {
  const Files before = {{"requirements-test.txt", "pytest\n"}, {"requirements.txt", "flask\n"}};
  EXPECT_EQ(mended(remedy, before, said("E       fixture 'mocker' not found", {{"symbol", "mocker"}})),
            (Files{{"requirements-test.txt", "pytest\npytest-mock\n"}}));
  EXPECT_TRUE(mended(remedy, before, said("E       fixture 'database' not found", {{"symbol", "database"}})).empty());
  EXPECT_EQ(mended(remedy, before,
                   said("pytest: error: unrecognized arguments: --cov=app --reruns 2 x/", {{"detail", "--cov=app"}})),
            (Files{{"requirements-test.txt", "pytest\npytest-cov\npytest-rerunfailures\n"}}));
}

TEST(AddDependency, SeveralMissingModulesAreAddedTogether) {
  const Files before = {
      {".github/workflows/ci.yml", workflow}, {"requirements.txt", "flask\n"}, {"a.py", "import yaml\nimport bs4\n"}};
  EXPECT_EQ(mended(remedy, before, diagnosis_of({missing("yaml"), missing("bs4"), missing("yaml")})),
            (Files{{"requirements.txt", "beautifulsoup4\nflask\nPyYAML\n"}}));
}

TEST(AddDependency, FilesWithHashesOrNoFileAtAllAreLeftAlone) {
  EXPECT_TRUE(
      mended(remedy, Files{{"requirements.txt", "a==1 --hash=sha256:00\n"}, {"x.py", "import rich"}}, missing("rich"))
          .empty());
  EXPECT_TRUE(mended(remedy, Files{{"x.py", "import rich"}}, missing("rich")).empty());
}

TEST(AddDependency, AGeneratedFileAndItsSourceBothGetIt) {
  const Files before = {
      {"requirements.in", "flask\n"},
      {"requirements.txt", "# This file is autogenerated by pip-compile\nflask==3.0\n    # via -r requirements.in\n"},
      {".github/workflows/ci.yml", workflow},
      {"x.py", "import rich"}};
  EXPECT_EQ(mended(remedy, before, missing("rich")),
            (Files{{"requirements.in", "flask\nrich\n"},
                   {"requirements.txt",
                    "# This file is autogenerated by pip-compile\nflask==3.0\n    # via -r requirements.in\nrich\n"}}));
}

}  // namespace
}  // namespace regreen::story
