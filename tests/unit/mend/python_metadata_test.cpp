// What a Python project says about itself: pyproject.toml, versions, Ruff's rules, the package that is run.

#include "story.h"

namespace regreen::story {
namespace {

std::string project(std::string_view remedy, const std::string& line, const std::string& text, Files others = {}) {
  others["pyproject.toml"] = text;
  const auto after = mended(remedy, others, said(line, {}));
  return after.contains("pyproject.toml") ? after.at("pyproject.toml") : "nothing";
}

// ---- dynamic ----

constexpr auto no_version = "      configuration error: `project` must contain ['version'] properties";

TEST(DynamicField, IsDeclaredWhereItIsReadFromElsewhere) {
  EXPECT_EQ(
      project("python.fix-metadata", no_version,
              "[project]\nname = \"a\"\n\n[tool.setuptools.dynamic]\nversion = { attr = \"a.v\" }\n"),
      "[project]\nname = \"a\"\ndynamic = [\"version\"]\n\n[tool.setuptools.dynamic]\nversion = { attr = \"a.v\" }\n");
  EXPECT_EQ(project("python.fix-metadata", no_version,
                    "[project]\nname = \"a\"\ndynamic = [\"readme\"]\n\n[tool.setuptools_scm]\n"),
            "[project]\nname = \"a\"\ndynamic = [\"readme\", \"version\"]\n\n[tool.setuptools_scm]\n");
  EXPECT_EQ(project("python.fix-metadata", no_version, "[project]\nname = \"a\"\n",
                    {{"setup.py", "from setuptools import setup\nsetup(version = \"1\")\n"}}),
            "[project]\nname = \"a\"\ndynamic = [\"version\"]\n");
  EXPECT_EQ(project("python.fix-metadata", no_version,
                    "[project]\nname = \"a\"\n\n[tool.setuptools.dynamic]\ndependencies = { file = \"r.txt\" }\n"
                    "version.attr = \"a.v\"\n"),
            "[project]\nname = \"a\"\ndynamic = [\"version\", \"dependencies\"]\n\n[tool.setuptools.dynamic]\n"
            "dependencies = { file = \"r.txt\" }\nversion.attr = \"a.v\"\n");
}

TEST(DynamicField, AVersionThatNobodySaysStaysMissing) {
  EXPECT_EQ(project("python.fix-metadata", no_version, "[project]\nname = \"a\"\n"), "nothing");
  for (const auto* setup :
       {"setup(install_requires=[\"x; python_version=='3.8'\"])", "f(version='1')\nsetup(a=b(version=1))",
        "# version=\nsetup()", "def setup(version=1): pass"})
    EXPECT_EQ(project("python.fix-metadata", no_version, "[project]\nname = \"a\"\n", {{"setup.py", setup}}),
              "nothing");
  EXPECT_EQ(project("python.fix-metadata", no_version, "[tool.setuptools.dynamic]\nversion = { attr = \"a.v\" }\n"),
            "nothing");
}

// ---- licenses ----

TEST(License, IsATextForOlderSetuptools) {
  const auto line = "configuration error: `project.license` must be valid exactly by one definition (2 matches found):";
  EXPECT_EQ(project("python.fix-metadata", line, "[project]\nname = \"a\"\nlicense = \"MIT\"  # ours\n"),
            "[project]\nname = \"a\"\nlicense = { text = \"MIT\" }  # ours\n");
  EXPECT_EQ(project("python.fix-metadata", line,
                    "[build-system]\nrequires = [\"setuptools >= 77.0.3\"]\n[project]\nlicense = \"MIT\"\n"),
            "nothing");
  EXPECT_EQ(project("python.fix-metadata", line, "[project]\nlicense = { text = \"a\", file = \"b\" }\n"), "nothing");
}

TEST(License, ItsFilesAreSetuptoolsOwn) {
  const auto line = "configuration error: `project` must not contain {'license-files'} properties";
  EXPECT_EQ(
      project("python.fix-metadata", line,
              "[project]\nname = \"a\"\nlicense-files = [\n    \"LICENSE\",\n]\nversion = \"1\"\n\n[tool.setuptools]\n"
              "packages = [\"a\"]\n"),
      "[project]\nname = \"a\"\nversion = \"1\"\n\n[tool.setuptools]\npackages = [\"a\"]\n"
      "license-files = [\n    \"LICENSE\",\n]\n");
  EXPECT_EQ(project("python.fix-metadata", line, "[project]\nname = \"a\"\nlicense-files = [\"LICENSE\"]\n"),
            "[project]\nname = \"a\"\n\n[tool.setuptools]\nlicense-files = [\"LICENSE\"]\n");
}

TEST(License, ItsClassifierGoesWhereItIsSaidByAnExpression) {
  const auto line =
      "setuptools.errors.InvalidConfigError: License classifiers have been superseded by license expressions";
  EXPECT_EQ(project("python.fix-metadata", line,
                    "[project]\nlicense = \"MIT\"\nclassifiers = [\n    \"License :: OSI Approved :: MIT License\",\n"
                    "    \"Topic :: Software Development\",\n]\n"),
            "[project]\nlicense = \"MIT\"\nclassifiers = [\n    \"Topic :: Software Development\",\n]\n");
  EXPECT_EQ(
      project("python.fix-metadata", line,
              "[project]\nlicense = \"MIT\"\nclassifiers = [\"Topic :: A\", \"License :: B\", \"License :: C\"]\n"),
      "[project]\nlicense = \"MIT\"\nclassifiers = [\"Topic :: A\"]\n");
  EXPECT_EQ(
      project("python.fix-metadata", line,
              "[project]\nlicense = { text = \"MIT\" }\nclassifiers = [\"License :: OSI Approved :: MIT License\"]\n"),
      "nothing");
}

// ---- forms of other tools ----

TEST(ProjectForm, IsThatOfTheStandard) {
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.keywords` must be array",
                    "[project]\nkeywords = \"shelf, books\"\n"),
            "[project]\nkeywords = [\"shelf\", \"books\"]\n");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.requires-python` must be pep508-versionspec",
                    "[project]\nrequires-python = \"^3.8\"\n"),
            "[project]\nrequires-python = \">=3.8,<4\"\n");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.requires-python` must be pep508-versionspec",
                    "[project]\nrequires-python = '~3.8.1'\n"),
            "[project]\nrequires-python = \">=3.8.1,<3.9\"\n");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.authors[{data__authors_x}]` must be object",
                    "[project]\nauthors = [\n  \"Ada Love <ada@b.org>\",\n  'Bob',\n]\n"),
            "[project]\nauthors = [\n  { name = \"Ada Love\", email = \"ada@b.org\" },\n  { name = \"Bob\" },\n]\n");
  EXPECT_EQ(project("python.fix-metadata",
                    "configuration error: `project` must not contain {'repository', 'homepage'} properties",
                    "[project]\nname = \"a\"\nhomepage = \"https://a\"\nrepository = \"https://b\"\nversion = \"1\"\n"),
            "[project]\nname = \"a\"\nversion = \"1\"\n\n[project.urls]\nHomepage = \"https://a\"\nRepository = "
            "\"https://b\"\n");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project` must not contain {'homepage'} properties",
                    "[project]\nhomepage = \"https://a\"\n\n[project.urls]\nBugs = \"https://c\"\n\n[tool.x]\n"),
            "[project]\n\n[project.urls]\nBugs = \"https://c\"\nHomepage = \"https://a\"\n\n[tool.x]\n");
}

TEST(ProjectForm, KeepsTheLineEndsOfTheFile) {
  const auto urls = "configuration error: `project` must not contain {'homepage', 'repository'} properties";
  EXPECT_EQ(project("python.fix-metadata", urls,
                    "[project]\nhomepage = \"https://a\"\nrepository = \"https://b\"\n\n[project.urls]\nBugs = 'c'"),
            "[project]\n\n[project.urls]\nBugs = 'c'\nHomepage = \"https://a\"\nRepository = \"https://b\"");
  EXPECT_EQ(project("python.fix-metadata", urls,
                    "[project]\r\nname = \"a\"\r\nhomepage = \"https://a\"\r\nrepository = \"https://b\"\r\n"),
            "[project]\r\nname = \"a\"\r\n\r\n[project.urls]\r\nHomepage = \"https://a\"\r\nRepository = "
            "\"https://b\"\r\n");
}

TEST(ProjectForm, IsNotGuessed) {
  for (const auto& words : {"'''a b'''", "\"\"\"a b\"\"\""})
    EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.keywords` must be array",
                      std::string("[project]\nkeywords = ") + words + "\n"),
              "nothing");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.requires-python` must be pep508-versionspec",
                    "[project]\nrequires-python = \"3.8 or later\"\n"),
            "nothing");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project.authors[{data__authors_x}]` must be object",
                    "[project]\nauthors = [\"Ada <ada>\"]\n"),
            "nothing");
  EXPECT_EQ(project("python.fix-metadata", "configuration error: `project` must not contain {'package'} properties",
                    "[project]\npackage = \"a\"\nhomepage = \"https://a\"\n"),
            "nothing");
}

Files with_setup_keys(const Files& files, const std::string& key = "description-file",
                      const std::string& section = "metadata") {
  return mended("python.fix-setup-keys", files,
                said("setuptools.errors.InvalidConfigError: Invalid dash-separated key '" + key + "' in '" + section +
                         "' (setup.cfg), please use the underscore name instead.",
                     {{"key", key}, {"detail", section}}));
}

std::string setup_keys(const std::string& text) {
  const auto after = with_setup_keys({{"setup.cfg", text}});
  return after.contains("setup.cfg") ? after.at("setup.cfg") : "nothing";
}

TEST(SetupKeys, HaveUnderscoresAndSmallLetters) {
  EXPECT_EQ(setup_keys("[metadata]\nName = a\ndescription-file = READ-ME.md\n  more-lines = x\nauthor-email: "
                       "b-c@d\n[flake8]\nmax-line-length = 9\n"),
            "[metadata]\nname = a\ndescription_file = READ-ME.md\n  more-lines = x\nauthor_email: "
            "b-c@d\n[flake8]\nmax-line-length = 9\n");
  EXPECT_EQ(setup_keys("[metadata]\ndescription-file = a\ndescription_file = b\n"), "nothing");
  EXPECT_EQ(setup_keys("[bdist_wheel]\ndescription-file = a\n"), "nothing");
}

TEST(SetupKeys, OfTheFileThatIsBuilt) {
  const std::string wrong = "[metadata]\ndescription-file = a\n", right = "[metadata]\ndescription_file = a\n";
  EXPECT_EQ(with_setup_keys({{"setup.cfg", wrong}, {"examples/a/setup.cfg", wrong}}), Files({{"setup.cfg", right}}));
  EXPECT_EQ(with_setup_keys({{"tests/a/setup.cfg", wrong}, {"b/setup.cfg", wrong}}), Files({{"b/setup.cfg", right}}));
  EXPECT_EQ(with_setup_keys({{"a/setup.cfg", wrong}, {"b/setup.cfg", wrong}}), Files());
  EXPECT_EQ(with_setup_keys({{"setup.cfg", "[metadata]\nNAME = a\n# description-file\n"}}), Files());
}

TEST(SetupKeys, OfNamesStay) {
  EXPECT_EQ(
      with_setup_keys({{"setup.cfg", "[options.packages.find]\nwhere-in = a\n"}}, "where-in", "options.packages.find"),
      Files({{"setup.cfg", "[options.packages.find]\nwhere_in = a\n"}}));
  EXPECT_EQ(with_setup_keys({{"setup.cfg", "[options.extras_require]\ntest-all = a\n"}}, "test-all",
                            "options.extras_require"),
            Files());
}

// ---- Ruff's rules ----

std::string without_rule(const std::string& text, std::vector<std::string> below = {},
                         const std::string& file = "pyproject.toml") {
  auto one = below.empty() ? said("  Cause: Rule `ANN101` was removed and cannot be selected.", {{"code", "ANN101"}})
                           : said("  Cause: The following rules have been removed and cannot be selected:", {});
  one.after = std::move(below);
  const auto after = mended("python.drop-removed-rule", {{file, text}}, one);
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(RemovedRuffRule, IsNotSelected) {
  EXPECT_EQ(without_rule("[tool.ruff.lint]\nselect = [\n    \"ANN001\",\n    \"ANN101\",  # self\n    \"E\",\n]\n"),
            "[tool.ruff.lint]\nselect = [\n    \"ANN001\",\n    \"E\",\n]\n");
  EXPECT_EQ(without_rule("[lint]\nextend-select = [\"ANN101\", \"ANN102\", \"PT\"]\n",
                         {"    - ANN101", "    - ANN102", ""}, "ruff.toml"),
            "[lint]\nextend-select = [\"PT\"]\n");
  EXPECT_EQ(without_rule("[tool.ruff]\nselect = [\"E\", \"ANN101\", \"ANN102\"]\n", {"    - ANN101", "    - ANN102"}),
            "[tool.ruff]\nselect = [\"E\"]\n");
}

TEST(RemovedRuffRule, ALogAloneSwitchesNoCheckOff) {
  EXPECT_EQ(
      without_rule("[lint]\nselect = [\"ANN101\", \"S105\", \"E\"]\n", {"    - ANN101", "    - S105"}, "ruff.toml"),
      "[lint]\nselect = [\"S105\", \"E\"]\n");
}

TEST(RemovedRuffRule, OtherToolsAndWholeListsStay) {
  EXPECT_EQ(without_rule("[tool.other]\nselect = [\"ANN101\", \"E\"]\n"), "nothing");
  EXPECT_EQ(without_rule("[tool.ruff.lint]\nselect = [\"ANN101\"]\n"), "nothing");
  EXPECT_EQ(without_rule("[tool.ruff.lint]\nselect = [\"ANN\", \"E\"]\n"), "nothing");
}

// ---- messages that pylint no longer has ----

std::string without_message(const std::string& file, const std::string& text,
                            const std::string& message = "no-self-use") {
  const auto line =
      file + ":2:0: R0022: Useless option value for 'disable', '" + message + "' was removed from pylint, see x.";
  const auto after = mended("python.drop-useless-option", {{file, text}},
                            said(line, {{"file", file}, {"line", "2"}, {"symbol", message}}));
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(UselessOption, OfACommentGoes) {
  EXPECT_EQ(without_message("a.py", "x = 1\ny = 2  # pylint: disable=a-b,no-self-use,c-d\n"),
            "x = 1\ny = 2  # pylint: disable=a-b,c-d\n");
  EXPECT_EQ(without_message("a.py", "x = 1\ny = 2  # pylint: disable=no-self-use, c-d\n"),
            "x = 1\ny = 2  # pylint: disable=c-d\n");
  EXPECT_EQ(without_message("a.py", "x = 1\ny = 2  # pylint: disable=no-self-use\n"), "x = 1\ny = 2\n");
  EXPECT_EQ(without_message("a.py", "x = 1\n# pylint: disable=no-self-use\ny = 2\n"), "x = 1\ny = 2\n");
  EXPECT_EQ(without_message("a.py", "x = 1\ny = 2  # pylint: disable=no-self-use  # noqa: E1\n"),
            "x = 1\ny = 2  # noqa: E1\n");
  EXPECT_EQ(without_message("a.py", "x = 1\ny = 2  #pylint: disable = a-b, no-self-use\n"),
            "x = 1\ny = 2  #pylint: disable = a-b\n");
  EXPECT_EQ(without_message("a.pyi", "x = 1\ny = 2  #  pylint: disable=no-self-use\n"), "x = 1\ny = 2\n");
}

TEST(UselessOption, OfTheConfigurationGoes) {
  EXPECT_EQ(
      without_message("pyproject.toml", "[tool.pylint.\"messages control\"]\ndisable = [\"no-self-use\", \"a\"]\n"),
      "[tool.pylint.\"messages control\"]\ndisable = [\"a\"]\n");
  EXPECT_EQ(without_message("pyproject.toml", "[tool.pylint.master]\ndisable = \"a,no-self-use\"\n"),
            "[tool.pylint.master]\ndisable = \"a\"\n");
  EXPECT_EQ(without_message(".pylintrc", "[MASTER]\ndisable=a-b,\n    no-self-use,\n    c-d\njobs=1\n"),
            "[MASTER]\ndisable=a-b,\n    c-d\njobs=1\n");
  EXPECT_EQ(without_message(".pylintrc", "[MASTER]\ndisable = no-self-use,\n    c-d\n"), "[MASTER]\ndisable = c-d\n");
}

TEST(UselessOption, OfAFileOfManyToolsGoesFromPylintsSections) {
  EXPECT_EQ(without_message("setup.cfg", "[a]\ndisable = no-self-use,b\n[pylint.MASTER]\ndisable = no-self-use,c\n"),
            "[a]\ndisable = no-self-use,b\n[pylint.MASTER]\ndisable = c\n");
  EXPECT_EQ(
      without_message("lint.rc", "[A]\ndisable\nx=1\n  disable=no-self-use,b\ndisable=b\n[B]\ndisable=no-self-use,c\n"),
      "[A]\ndisable\nx=1\n  disable=no-self-use,b\ndisable=b\n[B]\ndisable=c\n");
}

TEST(UselessOption, OthersStay) {
  EXPECT_EQ(without_message("pyproject.toml", "[tool.pylint]\ndisable = \"\"\""), "nothing");
  EXPECT_EQ(without_message("a.py", "x = 1\ny = 2  # pylint: disable=a-b\n"), "nothing");
  EXPECT_EQ(without_message(".pylintrc", "[MASTER]\ndisable=a-b,\n    # why\n    no-self-use\n"), "nothing");
  EXPECT_EQ(without_message("pyproject.toml", "[tool.other]\ndisable = [\"no-self-use\"]\n"), "nothing");
}

// ---- __main__.py ----

std::string main_of(const Files& files, const std::string& package = "depot") {
  const auto after = mended("python.add-main", files,
                            said("/usr/bin/python3: No module named " + package + ".__main__; '" + package +
                                     "' is a package and cannot be directly executed",
                                 {{"module", package}}));
  return after.empty() ? "nothing" : after.begin()->first + "|" + after.begin()->second;
}

const std::string runs_main =
    "import sys\n\nfrom depot.cli import main\n\nif __name__ == \"__main__\":\n    sys.exit(main())\n";

TEST(PackageMain, RunsTheProjectsCommand) {
  const Files package = {{"src/depot/__init__.py", ""}, {"src/depot/cli.py", "def main():\n    pass\n"}};
  const auto with = [&](const std::string& file, const std::string& text) {
    auto files = package;
    files[file] = text;
    return main_of(files);
  };
  const auto expected = "src/depot/__main__.py|" + runs_main;
  EXPECT_EQ(with("pyproject.toml", "[project.scripts]\nlinks = \"depot.cli:main\"\nother = \"else.where:main\"\n"),
            expected);
  EXPECT_EQ(with("pyproject.toml", "[project.scripts]\ndepot = 'depot.cli:main'\ndepot-b = \"depot.cli:b\"\n"),
            expected);
  EXPECT_EQ(with("setup.cfg", "[options.entry_points]\nconsole_scripts =\n    depot = depot.cli:main\n"), expected);
  EXPECT_EQ(with("setup.py", "setup(entry_points={'console_scripts': ['depot=depot.cli:main']})\n"), expected);
}

TEST(PackageMain, IsNotGuessed) {
  const Files package = {{"depot/__init__.py", ""}, {"depot/cli.py", "def main():\n    pass\n"}};
  const auto with = [&](const std::string& text) {
    auto files = package;
    files["pyproject.toml"] = text;
    return main_of(files);
  };
  EXPECT_EQ(main_of(package), "nothing");
  EXPECT_EQ(with("[project.scripts]\na = \"depot.cli:main\"\nb = \"depot.cli:run\"\n"), "nothing");
  EXPECT_EQ(with("[project.scripts]\ndepot = \"depot.cli:start\"\n"), "nothing");
  EXPECT_EQ(main_of({{"depot.py", ""}, {"pyproject.toml", "[project.scripts]\ndepot = \"depot:main\"\n"}}), "nothing");
}

// ---- versions ----

Files following(const Files& files, const std::string& one = "3.1.0", const std::string& other = "3.2.0") {
  auto line = said("E       AssertionError: assert '" + one + "' == '" + other + "'", {});
  line.before = {">       assert kelp.__version__ == PROJECT[\"version\"]"};
  return mended("python.follow-version", files, line);
}

TEST(OwnVersion, FollowsTheHigherOne) {
  const std::string project = "[project]\nname = \"kelp\"\nversion = \"3.2.0\"\n";
  const std::string module = "__version__ = \"3.1.0\"\nSCHEMA = \"3.1.0\"\n";
  EXPECT_EQ(following({{"pyproject.toml", project}, {"kelp/version.py", module}}).at("kelp/version.py"),
            "__version__ = \"3.2.0\"\nSCHEMA = \"3.1.0\"\n");
  EXPECT_EQ(following({{"setup.cfg", "[metadata]\nname = kelp\nversion = 3.1.0\n"},
                       {"kelp/__init__.py", "__version__ = '3.2.0'\n"}})
                .at("setup.cfg"),
            "[metadata]\nname = kelp\nversion = 3.2.0\n");
  EXPECT_EQ(
      following({{"setup.py", "setup(name='kelp', version='3.2.0')\n"}, {"kelp/__init__.py", module}}, "3.2.0", "3.1.0")
          .at("kelp/__init__.py"),
      "__version__ = \"3.2.0\"\nSCHEMA = \"3.1.0\"\n");
}

TEST(OwnVersion, IsComparedByUnittestToo) {
  auto line = said("FAIL: test_version (tests.test_kelp.TestKelp.test_version)", {});
  line.after = {"AssertionError: '3.1.0' != '3.2.0'", "- 3.1.0", "+ 3.2.0"};
  const auto after =
      mended("python.follow-version",
             {{"pyproject.toml", "[project]\nversion = '3.2.0'\n"}, {"kelp.py", "__version__ = '3.1.0'\n"}}, line);
  EXPECT_EQ(after.at("kelp.py"), "__version__ = '3.2.0'\n");
}

TEST(OwnVersion, IsThatOfTheSetupCall) {
  const std::string module = "__version__ = '3.1.0'\n";
  EXPECT_TRUE(following({{"setup.py", "check(version='3.2.0')\nsetup(name='kelp')\n"}, {"kelp/a.py", module}}).empty());
  EXPECT_TRUE(following({{"setup.py", "setup(version='3.2.0' + end)\n"}, {"kelp/a.py", module}}).empty());
  EXPECT_EQ(following({{"setup.py", "setuptools.setup(\n    packages=find(version=1),\n    version='3.2.0',\n)\n"},
                       {"kelp/a.py", module}})
                .at("kelp/a.py"),
            "__version__ = '3.2.0'\n");
}

TEST(OwnVersion, IsLeftWhereItIsNotPlain) {
  const std::string project = "[project]\nversion = \"3.2.0\"\n";
  EXPECT_TRUE(
      following(
          {{"pyproject.toml", project}, {"a/x.py", "__version__ = '3.1.0'\n"}, {"b/x.py", "__version__ = '3.1.0'\n"}})
          .empty());
  EXPECT_TRUE(following({{"pyproject.toml", project}, {"a/x.py", "__version__ = '2.0.0'\n"}}).empty());
  EXPECT_TRUE(following({{"pyproject.toml", project}, {"tests/x.py", "__version__ = '3.1.0'\n"}}).empty());
  EXPECT_TRUE(
      following({{"pyproject.toml", "[project]\nversion = \"3.2.0rc1\"\n"}, {"a/x.py", "__version__ = '3.1.0'\n"}},
                "3.1.0", "3.2.0rc1")
          .empty());
  EXPECT_TRUE(following({{"pyproject.toml", "[project]\nversion = \"3.1.0\"\n"},
                         {"uv.lock", ""},
                         {"a/x.py", "__version__ = '3.2.0'\n"}})
                  .empty());
}

}  // namespace
}  // namespace regreen::story
