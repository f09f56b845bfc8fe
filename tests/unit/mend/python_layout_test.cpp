// Folders at the top of a Python project, one of which is its package.

#include "story.h"

namespace regreen::story {
namespace {

Files named(Files files, const std::string& folders) {
  files["shop/__init__.py"] = "";
  return mended("python.name-packages", files,
                said("error: Multiple top-level packages discovered in a flat-layout: " + folders + ".",
                     {{"detail", folders + "."}}));
}

std::string in_setup(const std::string& setup) {
  const auto after = named({{"setup.py", setup}}, "['data', 'shop']");
  return after.empty() ? "" : after.at("setup.py");
}

TEST(FlatLayout, IsNamedInSetupPy) {
  EXPECT_EQ(in_setup("from setuptools import setup\n\nsetup(\n    name=\"shop\",\n    version=\"1\",\n)\n"),
            "from setuptools import find_packages, setup\n\nsetup(\n    name=\"shop\",\n    version=\"1\",\n"
            "    packages=find_packages(include=[\"shop\", \"shop.*\"]),\n)\n");
  EXPECT_EQ(in_setup("import setuptools\nsetuptools.setup(name='shop')\n"),
            "import setuptools\nsetuptools.setup(name='shop', "
            "packages=setuptools.find_packages(include=[\"shop\", \"shop.*\"]))\n");
  EXPECT_EQ(in_setup("from setuptools import setup\nsetup(name='shop',\n      version='1'  # today\n      )\n"),
            "from setuptools import find_packages, setup\nsetup(name='shop',\n      version='1', "
            "packages=find_packages(include=[\"shop\", \"shop.*\"])  # today\n      )\n");
}

TEST(FlatLayout, IsLeftWhereThePackageNeedsWhatIsBeside) {
  const std::string toml = "[project]\nname = \"shop\"\n", script = "[project.scripts]\nshop = \"shop_cli:main\"\n";
  const auto after = [](const Files& files) { return named(files, "['templates', 'shop']"); };
  EXPECT_NE(after({{"pyproject.toml", toml}, {"shop/a.py", "\"\"\"templates\"\"\"\nx = 1\n"}}), Files{});
  EXPECT_EQ(after({{"pyproject.toml", toml}, {"shop/a.py", "x = files(\"templates\")\n"}}), Files{});
  EXPECT_EQ(after({{"pyproject.toml", toml}, {"shop/a.py", "x = open('../templates/a.txt')\n"}}), Files{});
  EXPECT_EQ(after({{"pyproject.toml", toml + script}, {"shop_cli.py", "import shop\n"}}), Files{});
}

TEST(FlatLayout, OfASetupPyThatSaysItsPackagesIsLeft) {
  EXPECT_EQ(in_setup("from setuptools import setup\nsetup(name='shop', packages=names())\n"), "");
  EXPECT_EQ(in_setup("from distutils.core import setup\nsetup(name='shop')\n"), "");
}

TEST(FlatLayout, IsNamedInSetupCfg) {
  const Files setup = {{"setup.py", "from setuptools import setup\n\nsetup()\n"}};
  const auto after = [&](const std::string& config) {
    auto files = setup;
    files["setup.cfg"] = config;
    const auto changed = named(files, "['data', 'shop']");
    return changed.size() == 1 ? changed.at("setup.cfg") : "";
  };
  EXPECT_EQ(
      after("[metadata]\nname = shop\n"),
      "[metadata]\nname = shop\n\n[options]\npackages = find:\n\n[options.packages.find]\ninclude =\n    shop*\n");
  EXPECT_EQ(after("[metadata]\nname = shop\n[options]\nzip_safe = no\n[flake8]\na = 1"),
            "[metadata]\nname = shop\n[options]\npackages = find:\nzip_safe = no\n[flake8]\na = 1\n\n"
            "[options.packages.find]\ninclude =\n    shop*\n");
  EXPECT_EQ(after("[metadata]\nname = shop\n[options]\npackages = shop, data\n"), "");
}

TEST(FlatLayout, HasTheProjectsNameWhereSeveralArePackages) {
  const std::string toml = "[project]\nname = \"shop\"\n\n[tool.setuptools.package-data]\nshop = [\"*.txt\"]\n";
  const Files files = {{"pyproject.toml", toml}, {"speed/__init__.py", ""}, {"shop_data/a.csv", ""}};
  const std::string folders = "['shop', 'speed', 'shop_data']";
  EXPECT_EQ(
      named(files, folders),
      (Files{{"pyproject.toml", toml + "\n[tool.setuptools.packages.find]\ninclude = [\"shop\", \"shop.*\"]\n"}}));
  auto needed = files;
  needed["shop/sale.py"] = "from speed import fast\n";
  EXPECT_EQ(named(needed, folders), Files());
  auto other = files;
  other["pyproject.toml"] = "[project]\nname = \"store\"\n";
  EXPECT_EQ(named(other, folders), Files());
}

// A file of settings afterwards; "" where it stays as it is.
std::string settings(const std::string& remedy, const std::string& line, Captures captures, Files files,
                     const std::string& file) {
  files["src/lamp/__init__.py"] = "";
  files["tests/test_lamp.py"] = "@pytest.mark.slow\ndef test_lamp(): pass\n";
  const auto after = mended(remedy, files, said(line, std::move(captures)));
  return after.contains(file) ? after.at(file) : "";
}

TEST(PytestTable, GetsTheNameThatPytestReads) {
  const auto own = [](const std::string& file, const std::string& text, const Files& more = {}) {
    Files files = {{file, text}};
    files.insert(more.begin(), more.end());
    return settings("python.add-test-path", "No module named 'lamp'", {{"module", "lamp"}}, files, file);
  };
  const std::string path = "pythonpath = [\"src\"]\n";
  EXPECT_EQ(own("pyproject.toml", "[tool.pytest]\n" + path), "[tool.pytest.ini_options]\n" + path);
  EXPECT_EQ(own("pyproject.toml", "[ tool.pytest.ini-options ]\n" + path), "[ tool.pytest.ini_options ]\n" + path);
  EXPECT_EQ(own("pytest.ini", "[tool:pytest]\npythonpath = src\n"), "[pytest]\npythonpath = src\n");
  EXPECT_EQ(own("setup.cfg", "[a]\nb = 1\n\n[tool.pytest]\npythonpath = src\n[c]\n"),
            "[a]\nb = 1\n\n[tool:pytest]\npythonpath = src\n[c]\n");
  EXPECT_EQ(own("tox.ini", "[tool:pytest]\npythonpath = src\n", {{"pyproject.toml", "[tool.black]\n"}}),
            "[pytest]\npythonpath = src\n");
}

TEST(PytestTable, IsLeftWhereAnotherOneIsRead) {
  const auto text = std::string("[tool.pytest]\npythonpath = [\"src\"]\n");
  for (const auto& [file, read] : Files{{"pytest.ini", "[pytest]\naddopts = -q\n"},
                                        {"tox.ini", "[pytest]\naddopts = -q\n"},
                                        {"setup.cfg", "[tool:pytest]\naddopts = -q\n"}}) {
    EXPECT_EQ(settings("python.add-test-path", "x", {{"module", "lamp"}}, {{"pyproject.toml", text}, {file, read}},
                       "pyproject.toml"),
              "")
        << file;
  }
  EXPECT_EQ(
      settings("python.add-test-path", "x", {{"module", "requests"}}, {{"pyproject.toml", text}}, "pyproject.toml"),
      "");
}

TEST(PytestTable, WithTheKeyThatIsMissed) {
  const std::string toml = "[tool.pytest]\nasyncio_mode = \"auto\"\nmarkers = [\"slow: late\"]\naddopts = \"-q\"\n";
  const auto right = replace_all(toml, "[tool.pytest]", "[tool.pytest.ini_options]");
  const auto after = [&](const std::string& remedy, const std::string& line, Captures captures = {},
                         const std::string& more = "") {
    return settings(remedy, line, std::move(captures), {{"pyproject.toml", toml + more}}, "pyproject.toml");
  };
  EXPECT_EQ(after("python.set-asyncio-mode", "async def functions are not natively supported."), right);
  const auto unknown = [&](const std::string& marker, const std::string& more = "") {
    const auto line = "PytestUnknownMarkWarning: Unknown pytest.mark." + marker + " - is this a typo?";
    return after("python.register-marker", line, {{"symbol", marker}}, more);
  };
  EXPECT_EQ(unknown("slow"), right);
  for (const auto* line : {"  addopts = \"-k 'not total'\"\n", "\"testpaths\" = [\"unit\"]\n", "env.a = 1\n",
                           "pythonpath = [\"fakes\"]\n", "[tool.pytest.more]\n"})
    EXPECT_EQ(unknown("slow", line), "") << line;
  EXPECT_EQ(unknown("slo"), "");  // the table does not have it either
  // What is switched on with it must not leave tests out, nor let warnings pass.
  for (const auto* more : {"testpaths = [\"unit\"]\n", "python_files = [\"check_*.py\"]\n",
                           "filterwarnings = [\"ignore\"]\n", "xfail_strict = false\n", "[tool.black]\n"})
    EXPECT_EQ(unknown("slow", more).empty(), std::string(more) != "[tool.black]\n") << more;
  for (const auto* options : {"-k 'not total'", "-m fast", "--ignore=tests", "-p no:x", "-x"}) {
    const auto files = replace_all(toml, "\"-q\"", "\"" + std::string(options) + "\"");
    EXPECT_EQ(settings("python.set-asyncio-mode", "async def functions are not natively supported.", {},
                       {{"pyproject.toml", files}}, "pyproject.toml"),
              "")
        << options;
  }
}

}  // namespace
}  // namespace regreen::story
