// What a Python project says of itself: entry points, data files, plugins of its tests, values of its tools.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence no_module(const std::string& module) {
  return said("E   ModuleNotFoundError: No module named '" + module + "'", {{"module", module}});
}

TEST(EntryPoint, NamesTheModuleThatHasItsFunctions) {
  const std::string toml =
      "[project.scripts]\npantry = \"pantry.cli:main\"\n\n[project.entry-points.\"a\"]\nb = 'pantry.cli:export'\n";
  const Files files = {{"pyproject.toml", toml},
                       {"pantry/__init__.py", ""},
                       {"pantry/shelf.py", "def main():\n    pass\n"},
                       {"pantry/commands.py", "def main():\n    pass\n\n\ndef export():\n    pass\n"}};
  EXPECT_EQ(mended("python.fix-entry-point", files, no_module("pantry.cli")),
            (Files{{"pyproject.toml", replace_all(toml, "pantry.cli", "pantry.commands")}}));
  Files other = files;
  other["pantry/shelf.py"] += "\n\ndef export():\n    pass\n";
  EXPECT_EQ(mended("python.fix-entry-point", other, no_module("pantry.cli")), Files());
  other["pantry/sub/cli.py"] = "def main():\n    pass\n\n\ndef export():\n    pass\n";  // the same name elsewhere
  EXPECT_EQ(mended("python.fix-entry-point", other, no_module("pantry.cli")),
            (Files{{"pyproject.toml", replace_all(toml, "pantry.cli", "pantry.sub.cli")}}));
}

TEST(EntryPoint, OfSetupCfgAndSetupPy) {
  const Files files = {
      {"setup.cfg",
       "[options.entry_points]\nconsole_scripts =\n    pantry = pantry.cli:main\n    old = xpantry.cli:main\n"},
      {"setup.py", "setup(entry_points={'console_scripts': ['pantry=pantry.cli:main']})\n"},
      {"src/pantry/__init__.py", ""},
      {"src/pantry/app.py", "def main():\n    pass\n"}};
  EXPECT_EQ(
      mended("python.fix-entry-point", files, no_module("pantry.cli")),
      (Files{{"setup.cfg",
              "[options.entry_points]\nconsole_scripts =\n    pantry = pantry.app:main\n    old = xpantry.cli:main\n"},
             {"setup.py", "setup(entry_points={'console_scripts': ['pantry=pantry.app:main']})\n"}}));
}

TEST(EntryPoint, FollowsAFunctionThatMoved) {
  const Files files = {{"pyproject.toml", "[project.scripts]\npantry = \"pantry.cli:main\"\n"},
                       {"pantry/__init__.py", ""},
                       {"pantry/cli.py", "def run():\n    pass\n"},
                       {"pantry/app.py", "def main():\n    pass\n"}};
  const auto lost = said("ImportError: cannot import name 'main' from 'pantry.cli' (/x/pantry/cli.py)",
                         {{"module", "pantry.cli"}, {"symbol", "main"}});
  EXPECT_EQ(mended("python.fix-entry-point", files, lost),
            (Files{{"pyproject.toml", "[project.scripts]\npantry = \"pantry.app:main\"\n"}}));
  EXPECT_EQ(mended("python.fix-entry-point", files, no_module("click.cli")), Files());
}

TEST(EntryPoint, OfACommonNameStaysNear) {
  const Files files = {{"pyproject.toml", "[project.scripts]\npantry = \"pantry.cli:main\"\n"},
                       {"pantry/__init__.py", ""},
                       {"pantry/tools/dump.py", "def main():\n    pass\n"}};
  EXPECT_EQ(mended("python.fix-entry-point", files, no_module("pantry.cli")), Files()) << "every tool has a main";
  Files own = files;
  own["pyproject.toml"] = replace_all(own["pyproject.toml"], "main", "serve_all");
  own["pantry/tools/dump.py"] = "def serve_all():\n    pass\n";
  EXPECT_EQ(mended("python.fix-entry-point", own, no_module("pantry.cli")),
            (Files{{"pyproject.toml", "[project.scripts]\npantry = \"pantry.tools.dump:serve_all\"\n"}}));
}

TEST(EntryPoint, IsTheNameThatItsModuleHasRatherThanAnotherModule) {
  const Files files = {{"pyproject.toml", "[project.scripts]\npantry = \"pantry.cli:main\"\n"},
                       {"pantry/__init__.py", ""},
                       {"pantry/cli.py", "def mian():\n    pass\n"},
                       {"pantry/app.py", "def main():\n    pass\n"}};
  EXPECT_EQ(mended("python.fix-entry-point", files,
                   said("ImportError: cannot import name 'main' from 'pantry.cli' (/x/pantry/cli.py)",
                        {{"module", "pantry.cli"}, {"symbol", "main"}})),
            (Files{{"pyproject.toml", "[project.scripts]\npantry = \"pantry.cli:mian\"\n"}}));
}

Files with_data(Files files, const std::string& path = "/home/a/build/lib/letters/templates/a.txt") {
  files["letters/templates/a.txt"] = "Dear $name\n";
  return mended("python.add-package-data", files,
                said("FileNotFoundError: [Errno 2] No such file or directory: '" + path + "'", {{"path", path}}));
}

TEST(PackageData, OfABuiltPackageJoinsWhatIsDeclared) {
  const std::string options = "[options]\npackages = letters\n\n";
  EXPECT_EQ(with_data({{"setup.cfg", options + "[options.package_data]\nletters = templates/*.html\n"}}),
            (Files{{"setup.cfg", options + "[options.package_data]\nletters = templates/*.html, templates/*.txt\n"}}));
  EXPECT_EQ(
      with_data({{"setup.cfg", options + "[options.package_data]\nletters =\n    templates/*.html\n\n[flake8]\n"}}),
      (Files{
          {"setup.cfg",
           options + "[options.package_data]\nletters =\n    templates/*.html\n    templates/*.txt\n\n[flake8]\n"}}));
  EXPECT_EQ(with_data({{"setup.cfg", options + "[options.package_data]\nothers = *.html\n"}}),
            (Files{{"setup.cfg", options + "[options.package_data]\nletters = templates/*.txt\nothers = *.html\n"}}));
  EXPECT_EQ(
      with_data({{"pyproject.toml",
                  "[project]\nname = \"a\"\n\n[tool.setuptools.package-data]\nletters = [\"templates/*.html\"]\n"}},
                "/usr/lib/python3/dist-packages/letters/templates/a.txt"),
      (Files{{"pyproject.toml",
              "[project]\nname = \"a\"\n\n[tool.setuptools.package-data]\nletters = [\"templates/*.html\", "
              "\"templates/*.txt\"]\n"}}));
  EXPECT_EQ(with_data({{"pyproject.toml", "[project]\nname = \"a\"\n"}},
                      "build/lib.linux-x86_64-cpython-311/letters/templates/a.txt"),
            (Files{{"pyproject.toml",
                    "[project]\nname = \"a\"\n\n[tool.setuptools.package-data]\nletters = [\"templates/*.txt\"]\n"}}));
  EXPECT_EQ(
      with_data({{"setup.py", "from setuptools import setup\n\nsetup(package_data={'letters': ['*.html']})\n"}}),
      (Files{{"setup.py",
              "from setuptools import setup\n\nsetup(package_data={'letters': ['*.html', 'templates/*.txt']})\n"}}));
  EXPECT_EQ(with_data({{"setup.py", "setup(\n    name='a',  # (short)\n)\n"}}),
            (Files{{"setup.py",
                    "setup(\n    name='a',  # (short)\n    package_data={\"letters\": [\"templates/*.txt\"]},\n)\n"}}));
  EXPECT_EQ(with_data({{"setup.py", "setup(\n    name='a'  # (short)\n)\n"}}),
            (Files{{"setup.py",
                    "setup(\n    name='a',  # (short)\n    package_data={\"letters\": [\"templates/*.txt\"]}\n)\n"}}));
  EXPECT_EQ(with_data({{"setup.py", "setup(include_package_data=True)\n"},
                       {"MANIFEST.in", "recursive-include letters *.html\n"}}),
            (Files{{"MANIFEST.in", "recursive-include letters *.html *.txt\n"}}));
}

TEST(PackageData, IsNotDeclaredInAManifestThatNobodyReads) {
  const std::string manifest = "recursive-include letters *.html\n";
  EXPECT_EQ(
      with_data({{"pyproject.toml", "[build-system]\nbuild-backend = \"hatchling.build\"\n\n[project]\nname = \"a\"\n"},
                 {"MANIFEST.in", manifest}}),
      Files());
  EXPECT_TRUE(with_data({{"setup.py", "setup(name='a', include_package_data=False)\n"}, {"MANIFEST.in", manifest}})
                  .contains("setup.py"));
  EXPECT_TRUE(with_data({{"pyproject.toml", "[build-system]\nbuild-backend = \"setuptools.build_meta\"\n"},
                         {"setup.cfg", "[options]\ninclude_package_data = True\n"},
                         {"MANIFEST.in", manifest}})
                  .contains("MANIFEST.in"));
  EXPECT_EQ(with_data({{"setup.py", "setup(name='a')\n" + std::string(1, '\0')}}), Files());
}

TEST(PackageData, IsNotDeclaredWhereItWouldNotHelp) {
  EXPECT_EQ(with_data({{"pyproject.toml",
                        "[build-system]\nbuild-backend = \"hatchling.build\"\n\n[project]\nname = \"a\"\n"}}),
            Files());
  EXPECT_EQ(with_data({{"setup.cfg", "[options]\n"}}, "/srv/letters/templates/a.txt"), Files());
  EXPECT_EQ(with_data({{"setup.cfg", "[options]\n"}}, "/srv/build/library/letters/templates/a.txt"), Files());
  EXPECT_EQ(with_data({{"setup.cfg", "[options]\n"}}, "build/lib/letters/templates/b.txt"), Files());
}

Files with_marker(const Files& files) {
  return mended("python.mark-typed", files,
                said("examples/a.py:1: error: Skipping analyzing \"letters\": module is installed, but missing library "
                     "stubs or py.typed marker  [import]",
                     {{"module", "letters"}}, {{"examples/a.py", 1, 0}}));
}

TEST(TypedMarker, IsInstalledWithAPackageThatSaysItsTypes) {
  const std::string project = "[project]\nname = \"a\"\nclassifiers = [\"Typing :: Typed\"]\n";
  EXPECT_EQ(with_marker({{"pyproject.toml", project}, {"letters/__init__.py", "def f():\n    pass\n"}}),
            (Files{{"letters/py.typed", ""},
                   {"pyproject.toml", project + "\n[tool.setuptools.package-data]\nletters = [\"py.typed\"]\n"}}));
  const std::string hatch = "[build-system]\nbuild-backend = \"hatchling.build\"\n\n" + project;
  EXPECT_EQ(with_marker({{"pyproject.toml", hatch}, {"src/letters/__init__.py", ""}}),
            (Files{{"src/letters/py.typed", ""}}));
  const std::string setup =
      "from setuptools import setup\nsetup(name='letters', package_data={'letters': ['*.html']})\n";
  EXPECT_EQ(with_marker({{"setup.py", setup},
                         {"letters/__init__.py", ""},
                         {"letters/py.typed", ""},
                         {"letters/sums.py",
                          "class A:\n    def __init__(self):\n        pass\n\n\n"
                          "async def f(a: int, /, *more: str, b: bool = False, **c: int) -> int:\n    return a\n"}}),
            (Files{{"setup.py", replace_all(setup, "'*.html'", "'*.html', 'py.typed'")}}));
}

TEST(TypedMarker, IsNotForPackagesThatSayNoTypes) {
  const std::string project = "[project]\nname = \"a\"\n", typed = project + "classifiers = [\"Typing :: Typed\"]\n";
  EXPECT_EQ(with_marker({{"pyproject.toml", project}, {"letters/__init__.py", "def f(a):\n    return a\n"}}), Files());
  EXPECT_EQ(with_marker({{"pyproject.toml", project}, {"letters/__init__.py", ""}}), Files());
  EXPECT_EQ(with_marker({{"pyproject.toml", project + "# \"Typing :: Typed\"\n"}, {"letters/__init__.py", ""}}),
            Files());
  for (const std::string function :
       {"f(a) -> int", "f(*, a=(1, 2)) -> int", "f(a: int, *b) -> int", "__init__(self, a)"})
    EXPECT_EQ(
        with_marker({{"pyproject.toml", project}, {"letters/__init__.py", "def " + function + ":\n    return 1\n"}}),
        Files());
  EXPECT_EQ(with_marker({{"pyproject.toml", typed}, {"letters.py", ""}}), Files());
  EXPECT_EQ(with_marker({{"pyproject.toml", typed}, {"others/__init__.py", ""}}), Files());
  EXPECT_EQ(with_marker({{"pyproject.toml", typed}, {"letters/__init__.py", ""}, {"stubs/letters/__init__.pyi", ""}}),
            Files());
}

TEST(TypedMarker, IsNotForCopiesOfOtherProjects) {
  const auto project_of = [](const std::string& name) {
    return "[project]\nname = \"" + name + "\"\nclassifiers = [\"Typing :: Typed\"]\n";
  };
  EXPECT_EQ(with_marker({{"pyproject.toml", project_of("shop")}, {"lib/letters/__init__.py", ""}}), Files());
  EXPECT_EQ(
      with_marker(
          {{"pyproject.toml", project_of("shop")}, {"src/shop/__init__.py", ""}, {"src/letters/__init__.py", ""}}),
      Files());
  EXPECT_TRUE(
      with_marker(
          {{"pyproject.toml", project_of("Letters")}, {"src/shop/__init__.py", ""}, {"src/letters/__init__.py", ""}})
          .contains("src/letters/py.typed"));
}

Files with_plugins(const Files& files, const std::string& file = "tests/deep/conftest.py",
                   const std::string& root = "/home/a/shop") {
  auto one = said("Defining 'pytest_plugins' in a non-top-level conftest is no longer supported:", {});
  one.after = {"It affects the entire test suite instead of just below the conftest as expected.",
               "  /home/a/shop/" + file, "Please move it to a top level conftest file at the rootdir:", "  " + root};
  return mended("pytest.move-plugins", files, one);
}

TEST(Plugins, AreDeclaredAtTheTop) {
  const std::string declared = "pytest_plugins = [\"shop.testing\"]\n",
                    top = "import pytest\n\n\n@pytest.fixture\ndef a():\n    pass\n";
  EXPECT_EQ(with_plugins({{"tests/deep/conftest.py", declared}, {"tests/conftest.py", top}}),
            (Files{{"tests/conftest.py",
                    "import pytest\n\npytest_plugins = [\"shop.testing\"]\n\n\n@pytest.fixture\ndef a():\n    pass\n"},
                   {"tests/deep/conftest.py", ""}}));
  EXPECT_EQ(
      with_plugins({{"tests/deep/conftest.py", "\"\"\"Deep.\"\"\"\n\npytest_plugins = (\n    'a.b',\n)\nX = 1\n"}}),
      (Files{{"conftest.py", "pytest_plugins = (\n    'a.b',\n)\n"},
             {"tests/deep/conftest.py", "\"\"\"Deep.\"\"\"\n\nX = 1\n"}}));
  EXPECT_EQ(with_plugins({{"tests/deep/conftest.py", "pytest_plugins = \"b\"\n"},
                          {"conftest.py", "pytest_plugins = \"a\"\n"},
                          {"tests/conftest.py", ""}}),
            (Files{{"conftest.py", "pytest_plugins = [\"a\", \"b\"]\n"}, {"tests/deep/conftest.py", ""}}));
  EXPECT_EQ(with_plugins({{"tests/deep/conftest.py", "pytest_plugins = [\"a\", \"b\"]\n"},
                          {"conftest.py", "pytest_plugins = [\"a\"]\n"}}),
            (Files{{"conftest.py", "pytest_plugins = [\"a\", \"b\"]\n"}, {"tests/deep/conftest.py", ""}}));
}

TEST(Plugins, LeaveNoMoreBlankLinesThanThereWere) {
  const auto left = [](const std::string& text) {
    return with_plugins({{"tests/deep/conftest.py", text}}).at("tests/deep/conftest.py");
  };
  const std::string plugins = "pytest_plugins = \"b\"\n";
  EXPECT_EQ(left("import os\n\n" + plugins + "\n\ndef a():\n    pass\n"), "import os\n\n\ndef a():\n    pass\n");
  EXPECT_EQ(left("import os\n\n\n" + plugins + "\nX = 1\n\n"), "import os\n\n\nX = 1\n\n");
  EXPECT_EQ(left("import os\n\n" + plugins), "import os\n");
  EXPECT_EQ(left("\n" + plugins + "\n\nX = 1\n"), "X = 1\n");
}

TEST(Plugins, AreDeclaredWherePytestStarts) {
  const Files files = {
      {"conftest.py", ""}, {"a/tests/conftest.py", ""}, {"a/tests/deep/conftest.py", "pytest_plugins = \"b\"\n"}};
  const std::string file = "a/tests/deep/conftest.py", declared = "pytest_plugins = \"b\"\n";
  EXPECT_EQ(with_plugins(files, file, "/home/a/shop/a/tests"), (Files{{"a/tests/conftest.py", declared}, {file, ""}}));
  EXPECT_EQ(with_plugins(files, file, "/home/a/shop/a"), (Files{{"a/tests/conftest.py", declared}, {file, ""}}));
  EXPECT_EQ(with_plugins(files, file, "None"), (Files{{"conftest.py", declared}, {file, ""}}));
}

TEST(Plugins, ThatAreWorkedOutStay) {
  EXPECT_EQ(with_plugins({{"tests/deep/conftest.py", "pytest_plugins = find()\n"}}), Files());
  EXPECT_EQ(with_plugins({{"tests/deep/conftest.py", "pytest_plugins = [\"a\"] + more\n"}}), Files());
  EXPECT_EQ(with_plugins({{"conftest.py", "pytest_plugins = [\"a\"]\n"}}, "conftest.py"), Files());
  EXPECT_EQ(with_plugins({{"tests/deep/conftest.py", "pytest_plugins = [\"a\"]\n"},
                          {"conftest.py", "pytest_plugins = find()\n"}}),
            Files());
}

std::string moved(const std::string& file, const std::string& text, Captures captures) {
  const auto healed = mended("ini.move-comment", Files{{file, text}}, said("ValueError: …", std::move(captures)));
  return healed.contains(file) ? healed.at(file) : "nothing";
}

TEST(IniComment, GetsALineOfItsOwn) {
  EXPECT_EQ(
      moved(
          ".flake8",
          "[flake8]\nmax-line-length = 96  # as black\nmax-complexity = 8 ; few\nname = x # y\n\n[other]\nx = 1 # y\n",
          {{"actual", "96  # as black"}}),
      "[flake8]\n# as black\nmax-line-length = 96\n; few\nmax-complexity = 8\n# y\nname = x\n\n[other]\nx = 1 # y\n");
  EXPECT_EQ(moved("setup.cfg", "[flake8]\nextend-ignore =\n    E203,  # black\n    W503\nselect = E,F\n",
                  {{"key", "extend-ignore"}}),
            "[flake8]\nextend-ignore =\n    # black\n    E203,\n    W503\nselect = E,F\n");
  EXPECT_EQ(moved("tox.ini", "[flake8]\r\nignore: E203, W503 # black\r\n", {{"key", "ignore"}}),
            "[flake8]\r\n# black\r\nignore: E203, W503\r\n");
}

TEST(IniComment, ThatIsNoneStays) {
  EXPECT_EQ(moved(".flake8", "[flake8]\nmax-line-length = 97  # as black\n", {{"actual", "96  # as black"}}),
            "nothing");
  EXPECT_EQ(moved("rows.txt", "[a]\nx = 96  # as black\n", {{"actual", "96  # as black"}}), "nothing");
  EXPECT_EQ(moved(".flake8", "[flake8]\nformat = \"%(path)s # here\"\nignore = E203\n", {{"key", "ignore"}}),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
