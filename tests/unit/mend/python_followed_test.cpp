// What was left behind when something was renamed or moved: callers, measured packages, fixtures, lists of files and libraries.

#include "story.h"

namespace regreen::story {
namespace {

// ---- names that the notes of changes tell ----

Occurrence gone(const std::string& module, const std::string& name) {
  return said("AttributeError: module '" + module + "' has no attribute '" + name + "'",
              {{"module", module}, {"symbol", name}});
}

Files with_units(Files files, const std::string& notes) {
  files["CHANGELOG.md"] = notes;
  files["src/fleet/__init__.py"] = "";
  files["src/fleet/units.py"] = "def to_kilometres(m):\n    return m * 2\n\n\ndef from_sea(m):\n    return m\n";
  files["pyproject.toml"] = "[project]\nname = \"fleet\"\n";
  return files;
}

std::string cost_of(const std::string& text, const std::string& notes) {
  const auto after =
      mended("python.follow-rename", with_units({{"src/fleet/costs.py", text}}, notes), gone("fleet.units", "to_km"));
  return after.contains("src/fleet/costs.py") ? after.at("src/fleet/costs.py") : "nothing";
}

TEST(FollowedRename, ThroughTheModuleUnderAnyName) {
  const std::string notes = "# 2.0\n- `units.to_km` is `units.to_kilometres` now\n- `Route.to_km()` stays as it is\n";
  EXPECT_EQ(
      cost_of(
          "from fleet import units\nx = units.to_km(1)  # units.to_km\ny = route.to_km()\nz = f'{units.to_km(2)}'\n",
          notes),
      "from fleet import units\nx = units.to_kilometres(1)  # units.to_km\ny = route.to_km()\nz = "
      "f'{units.to_kilometres(2)}'\n");
  EXPECT_EQ(cost_of("import fleet.units as u\nx = u.to_km(1) + u.to_km_h\n", notes),
            "import fleet.units as u\nx = u.to_kilometres(1) + u.to_km_h\n");
  EXPECT_EQ(cost_of("import fleet.units\nx = fleet.units.to_km(1)\n", notes),
            "import fleet.units\nx = fleet.units.to_kilometres(1)\n");
  EXPECT_EQ(cost_of("from . import units\nx = units.to_km(1)\n", notes),
            "from . import units\nx = units.to_kilometres(1)\n");
  EXPECT_EQ(cost_of("from fleet.units import to_km, from_sea\nx = to_km(1)\n", notes),
            "from fleet.units import to_kilometres, from_sea\nx = to_kilometres(1)\n");
  EXPECT_EQ(cost_of("from fleet.units import to_km as k\nx = k(1)\n", notes),
            "from fleet.units import to_kilometres as k\nx = k(1)\n");
}

TEST(FollowedRename, ByEachOfSeveralImports) {
  const std::string text =
      "def a():\n    from fleet.units import NAME\n    return NAME(1)\n\n\n"
      "def b():\n    from fleet.units import NAME\n    return NAME(2)\n";
  EXPECT_EQ(cost_of(replace_all(text, "NAME", "to_km"), "- `to_km` was renamed to `to_kilometres`\n"),
            replace_all(text, "NAME", "to_kilometres"));
}

TEST(FollowedRename, WhereTestsReplaceIt) {
  const auto files = with_units(
      {{"tests/test_costs.py",
        "from fleet import units\n\n\ndef test_a(mocker, monkeypatch):\n    mocker.patch(\"fleet.units.to_km\", "
        "return_value=1)\n    monkeypatch.setattr(units, 'to_km', len)\n    other(route, 'to_km')\n"}},
      "* Renamed to_km to to_kilometres.\n");
  const auto after = mended("python.follow-rename", files, gone("fleet.units", "to_km"));
  ASSERT_TRUE(after.contains("tests/test_costs.py"));
  EXPECT_EQ(
      after.at("tests/test_costs.py"),
      "from fleet import units\n\n\ndef test_a(mocker, monkeypatch):\n    mocker.patch(\"fleet.units.to_kilometres\", "
      "return_value=1)\n    monkeypatch.setattr(units, 'to_kilometres', len)\n    other(route, 'to_km')\n");
}

TEST(FollowedRename, IsToldInManyWays) {
  const std::string text = "from fleet import units\nx = units.to_km(1)\n",
                    right = "from fleet import units\nx = units.to_kilometres(1)\n";
  for (const std::string notes :
       {"- `to_km()` was renamed to `to_kilometres()`.",
        "- **Breaking:** rename the function `to_km` to `to_kilometres`", "* to_km -> to_kilometres",
        "- ``fleet.units.to_km`` has been renamed to ``fleet.units.to_kilometres``",
        "- :func:`to_km` is now called :func:`to_kilometres`"})
    EXPECT_EQ(cost_of(text, notes + "\n"), right) << notes;
}

TEST(FollowedRename, NothingWhereItIsNotTold) {
  const std::string text = "from fleet import units\nx = units.to_km(1)\n";
  for (const std::string notes :
       {"- faster", "- `to_km` was removed, use `from_sea`", "- `Route.to_km` is `Route.to_kilometres` now",
        "- `to_km` is `gone` now", "- `to_km` was renamed to `to_kilometres`\n- `to_km` was renamed to `from_sea`",
        "- `to_km` is slow, to_kilometres is quick"})
    EXPECT_EQ(cost_of(text, notes + "\n"), "nothing") << notes;
}

TEST(FollowedRename, WhatAPackageExportsStays) {
  const auto after = mended(
      "python.follow-rename",
      with_units({{"src/fleet/api/__init__.py", "from fleet.units import to_km\n"}}, "- `to_km` -> `to_kilometres`\n"),
      gone("fleet.units", "to_km"));
  ASSERT_TRUE(after.contains("src/fleet/api/__init__.py"));
  EXPECT_EQ(after.at("src/fleet/api/__init__.py"), "from fleet.units import to_kilometres as to_km\n");
}

// ---- assertions of mocks ----

std::string asserted(const std::string& statement, const std::string& name, const Files& more = {}) {
  Files files = more;
  files["tests/test_a.py"] = "def test_a(m):\n    " + statement + "\n";
  auto one =
      said("AttributeError: '" + name + "' is not a valid assertion. Use a spec for the mock if", {{"symbol", name}});
  if (name.empty()) one = said("AttributeError: Attributes cannot start with 'assert' or its misspellings", {});
  one.before = {"  File \"/app/tests/test_a.py\", line 2, in test_a"};
  const auto after = mended("tests.fix-mock-assertion", files, one);
  if (!after.contains("tests/test_a.py")) return "nothing";
  const auto text = after.at("tests/test_a.py");
  return text.substr(19, text.size() - 20);
}

TEST(MockAssertion, IsTheOneThatIsMeant) {
  EXPECT_EQ(asserted("m.assert_called_once_wtih(1)", "assert_called_once_wtih"), "m.assert_called_once_with(1)");
  EXPECT_EQ(asserted("m.asert_not_called()", "asert_not_called"), "m.assert_not_called()");
  EXPECT_EQ(asserted("m.a.assert_has_call([call(1)])", "assert_has_call"), "m.a.assert_has_calls([call(1)])");
  EXPECT_EQ(asserted("m.called_once_with(1)", "called_once_with"), "m.assert_called_once_with(1)");
  EXPECT_EQ(asserted("m.assert_never_called()", "assert_never_called"), "m.assert_not_called()");
  EXPECT_EQ(asserted("m.assret_called_with(1)", ""), "m.assert_called_with(1)");
}

TEST(MockAssertion, NothingWhereSeveralOrNoneFit) {
  EXPECT_EQ(asserted("m.assert_has_call(call(1))", "assert_has_call"), "nothing");  // one call, or the list of all?
  EXPECT_EQ(asserted("m.assert_called_twice()", "assert_called_twice"), "nothing");
  EXPECT_EQ(asserted("m.asert_called(1)", "asert_called"), "nothing");  // assert_called takes nothing
  EXPECT_EQ(asserted("m.asert_called()", "asert_called",
                     {{"tests/fakes.py", "class F:\n    def asert_called(self): pass\n"}}),
            "nothing");
  EXPECT_EQ(asserted("m.asert_called()", "asert_called",
                     {{"src/alarm.py", "class Alarm:\n    def asert_called(self): pass\n"}}),
            "nothing");
}

// ---- libraries without types ----

std::string typed(const std::string& file, const std::string& text, const std::string& module = "sortedcontainers") {
  const auto one = said("src/a.py:1: error: Skipping analyzing \"" + module + "\"",
                        {{"file", "src/a.py"}, {"module", module}}, {{"src/a.py", 1, 0}});
  const auto after = mended("mypy.list-untyped", {{file, text}, {"src/a.py", "import sortedcontainers\n"}}, one);
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(UntypedLibrary, JoinsTheOthers) {
  const std::string head = "[tool.mypy]\nstrict = true\n\n[[tool.mypy.overrides]]\nmodule = ",
                    tail = "\nignore_missing_imports = true\n";
  EXPECT_EQ(typed("pyproject.toml", head + "[\"oldfeed.*\"]" + tail),
            head + "[\"oldfeed.*\", \"sortedcontainers.*\"]" + tail);
  EXPECT_EQ(typed("pyproject.toml", head + "'oldfeed'" + tail), head + "['oldfeed', 'sortedcontainers']" + tail);
  EXPECT_EQ(typed("mypy.ini", "[mypy]\nstrict = True\n\n[mypy-oldfeed.*]\nignore_missing_imports = True\n"),
            "[mypy]\nstrict = True\n\n[mypy-oldfeed.*,sortedcontainers.*]\nignore_missing_imports = True\n");
  EXPECT_EQ(typed("setup.cfg", "[mypy-a]\nignore_missing_imports=True\n", "b.c"),
            "[mypy-a,b.c]\nignore_missing_imports=True\n");
}

TEST(UntypedLibrary, NothingWhereNoneIsListed) {
  EXPECT_EQ(typed("pyproject.toml", "[tool.mypy]\nstrict = true\n"), "nothing");
  EXPECT_EQ(typed("pyproject.toml",
                  "[[tool.mypy.overrides]]\nmodule = [\"a\"]\nignore_missing_imports = true\nignore_errors = true\n"),
            "nothing");
  EXPECT_EQ(typed("mypy.ini", "[mypy-a]\ndisallow_untyped_defs = False\n"), "nothing");
  EXPECT_EQ(typed("mypy.ini", "[mypy-other]\nignore_missing_imports = True\n", "a"), "nothing");  // the project's own
}

// ---- files of a source distribution ----

std::string included(const std::string& path, Files files) {
  files["setup.py"] = "from setuptools import setup\nsetup()\n";
  const auto after =
      mended("python.include-in-sdist", files, said("FileNotFoundError: '" + path + "'", {{"path", path}}));
  return after.contains("MANIFEST.in") ? after.at("MANIFEST.in") : "nothing";
}

TEST(SourceDistribution, HoldsWhatSetupReads) {
  EXPECT_EQ(included("build/unpacked/log-0.7.0/requirements/base.txt",
                     {{"requirements/base.txt", ""}, {"MANIFEST.in", "prune docs"}}),
            "prune docs\ninclude requirements/base.txt\n");
  EXPECT_EQ(included("/tmp/pip-req-build-x1y2/requirements.txt", {{"requirements.txt", ""}}),
            "include requirements.txt\n");
}

TEST(SourceDistribution, HoldsWhatSetupReadsWhereABuilderRunsIt) {
  auto one = said("      FileNotFoundError: [Errno 2] No such file or directory: 'VERSION'", {{"path", "VERSION"}});
  one.before = {
      R"(File "/tmp/pip-build-env-4i/overlay/lib/python3.11/site-packages/setuptools/build_meta.py", line 485, in run_setup)",
      "    exec(code, locals())", R"(  File "<string>", line 22, in <module>)"};
  Files files = {{"setup.py", ""}, {"VERSION", "1\n"}, {"ci/release.sh", "python3 -m build\n"}};
  const auto patch = [&] { return mended("python.include-in-sdist", files, one); };
  EXPECT_EQ(patch().at("MANIFEST.in"), "include VERSION\n");
  files["Dockerfile"] = "COPY setup.py ./\nRUN pip install .\n";
  EXPECT_TRUE(patch().empty()) << "the image may lack it";
  files.erase("Dockerfile");
  files["ci/release.sh"] = "pip install .\n";
  EXPECT_TRUE(patch().empty()) << "no distribution is made";
  files["ci/release.sh"] = "tox\n";
  one.before.pop_back();
  EXPECT_TRUE(patch().empty()) << "setup.py may not be it";
}

TEST(SourceDistribution, NothingForWhatIsNotLackedThere) {
  EXPECT_EQ(included("/tmp/app/requirements.txt", {{"requirements.txt", ""}}), "nothing");
  EXPECT_EQ(included("/tmp/log-0.7.0/gone.txt", {{"requirements.txt", ""}}), "nothing");
  EXPECT_EQ(included("/tmp/log-0.7.0/key.txt", {{"key.txt", ""}, {"MANIFEST.in", "exclude key.txt\n"}}), "nothing");
}

// ---- what coverage measures ----

std::string covered(const std::string& file, const std::string& text, Files files) {
  files[file] = text;
  const auto one =
      said("CoverageWarning: Module tidewatch was never imported. (module-not-imported)", {{"module", "tidewatch"}});
  const auto after = mended("coverage.follow-package", files, one);
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(CoveredPackage, IsTheOneThatThereIs) {
  const Files files = {{"quaywatch/__init__.py", ""}, {"tests/__init__.py", ""}};
  EXPECT_EQ(covered("setup.cfg",
                    "[tool:pytest]\naddopts =\n    --cov=tidewatch\n    --cov-fail-under=85\n# tidewatch\n", files),
            "[tool:pytest]\naddopts =\n    --cov=quaywatch\n    --cov-fail-under=85\n# tidewatch\n");
  EXPECT_EQ(covered("Makefile", "test:\n\tpytest --cov tidewatch --cov=tidewatch.core  # tidewatch\n", files),
            "test:\n\tpytest --cov quaywatch --cov=quaywatch.core  # tidewatch\n");
  EXPECT_EQ(covered(".coveragerc", "[run]\nsource = tidewatch\nomit = tidewatch/x.py\n", files),
            "[run]\nsource = quaywatch\nomit = tidewatch/x.py\n");
  EXPECT_EQ(covered("pyproject.toml", "[tool.coverage.run]\nsource = [\"tidewatch\"]\n", files),
            "[tool.coverage.run]\nsource = [\"quaywatch\"]\n");
}

TEST(CoveredPackage, OfSeveralTheOneWithTheNameOfTheProject) {
  const Files files = {{"src/quay_watch/__init__.py", ""}, {"src/extra/__init__.py", ""}};
  const std::string head = "[project]\nname = \"Quay-Watch\"\n[tool.pytest.ini_options]\naddopts = \"--cov=";
  EXPECT_EQ(covered("pyproject.toml", head + "tidewatch\"\n", files), head + "quay_watch\"\n");
  EXPECT_EQ(covered("pytest.ini", "[pytest]\naddopts = --cov=tidewatch\n", files), "nothing");
}

TEST(CoveredPackage, NothingWhereThePackageIsThere) {
  const std::string text = "[pytest]\naddopts = --cov=tidewatch\n";
  EXPECT_EQ(covered("pytest.ini", text, {{"a/__init__.py", ""}, {"lib/tidewatch/x.py", ""}}), "nothing");
}

// ---- fixtures asked for by name ----

TEST(RenamedFixture, InMarksAndByItsValue) {
  auto one = said("E       fixture 'client' not found", {{"symbol", "client"}}, {{"tests/test_a.py", 4, 0}});
  one.after = {">       available fixtures: cache, order_client, tmp_path"};
  const auto after = mended(
      "pytest.fix-fixture",
      {{"tests/conftest.py", "import pytest\n@pytest.fixture\ndef order_client(): ...\n"},
       {"tests/test_a.py",
        "import pytest\n\n\n@pytest.mark.usefixtures(\"tmp_path\", \"client\")\ndef test_a(request):\n    "
        "request.getfixturevalue('client')\n    assert \"client\"\n\n\n@pytest.mark.parametrize(\"client\", [1], "
        "indirect=True)\ndef test_b(client):\n    assert client\n"}},
      one);
  ASSERT_TRUE(after.contains("tests/test_a.py"));
  EXPECT_EQ(after.at("tests/test_a.py"),
            "import pytest\n\n\n@pytest.mark.usefixtures(\"tmp_path\", \"order_client\")\ndef test_a(request):\n    "
            "request.getfixturevalue('order_client')\n    assert "
            "\"client\"\n\n\n@pytest.mark.parametrize(\"order_client\", [1], "
            "indirect=True)\ndef test_b(order_client):\n    assert order_client\n");
}

TEST(RenamedFixture, OfALongListOfTexts) {
  std::string list = "\"client\"";
  for (int i = 0; i < 100'000; ++i) list += ", \"client\"";
  auto one = said("E       fixture 'client' not found", {{"symbol", "client"}}, {{"tests/test_a.py", 3, 0}});
  one.after = {">       available fixtures: order_client"};
  const auto after =
      mended("pytest.fix-fixture",
             {{"tests/conftest.py", "import pytest\n@pytest.fixture\ndef order_client(): ...\n"},
              {"tests/test_a.py", "import pytest\n\ndef test_a(client):\n    assert NAMES == f(" + list + ")\n"}},
             one);
  ASSERT_TRUE(after.contains("tests/test_a.py"));
  EXPECT_TRUE(contains(after.at("tests/test_a.py"), "f(" + list + ")"));
}

// ---- formatters ----

std::vector<std::string> commands(std::string_view remedy, const Files& files, const std::vector<std::string>& failed) {
  std::vector<Occurrence> occurrences;
  for (const auto& file : failed) occurrences.push_back(said("", {}, {{file, 0, 0}}));
  if (occurrences.empty()) occurrences.push_back(said("", {}));
  const auto diagnosis = diagnosis_of(std::move(occurrences));
  const auto tree = tree_of(files);
  std::vector<std::string> result;
  for (const auto& row : tool_choosers()) {
    if (row.remedy != remedy) continue;
    for (const auto& call : row.choose({diagnosis, tree, tables()})) result.push_back(call.command);
  }
  return result;
}

TEST(Formatter, RunsWhereItsSettingsAreOnTheFilesThatFailed) {
  const Files files = {{"a/setup.cfg", "[isort]\n"}, {"a/x/y.py", ""}, {"b/z.py", ""}, {"vendor/v.py", ""}};
  EXPECT_EQ(commands("python.isort", files, {"a/x/y.py", "b/z.py", "vendor/v.py"}).front(),
            "isort -q " + shell_quoted("b/z.py") + "; (cd " + shell_quoted("a") + " && isort -q " +
                shell_quoted("x/y.py") + ")");
}

TEST(Formatter, TakesTheOptionsOfTheCheck) {
  const Files files = {{"Makefile", "lint:\n\tpython3 -m black --check -l 100 --diff -S src\n"}, {"src/a.py", ""}};
  EXPECT_EQ(commands("python.black", files, {"src/a.py"}).front(), "black -q -l 100 -S " + shell_quoted("src/a.py"));
}

TEST(Formatter, NeverDoesWithoutTheSettingsThatTheCheckNames) {
  const Files files = {{"api/Makefile", "lint:\n\tblack --check --config=set/black.toml src\n"},
                       {"api/set/black.toml", ""},
                       {"api/src/a.py", ""}};
  const auto calls = commands("python.black", files, {"api/src/a.py"});
  EXPECT_EQ(calls.front(), "black -q --config api/set/black.toml " + shell_quoted("api/src/a.py"));
  for (const auto& call : calls) EXPECT_TRUE(contains(call, "--config api/set/black.toml")) << call;
}

TEST(Formatter, TakesNoOptionsThatOnlySomeOfTheChecksGive) {
  const auto first = [](const std::string& recipe) {
    return commands("python.ruff", {{"Makefile", "lint:\n" + recipe}, {"a.py", ""}}, {"a.py"}).front();
  };
  const auto plain = "ruff check --fix -q " + shell_quoted("a.py");
  const auto selected = "ruff check --fix -q --select E,F " + shell_quoted("a.py");
  EXPECT_EQ(first("\truff check --select E,F .\n"), selected);
  EXPECT_EQ(first("\truff check .\n\truff check --select E,F .\n"), plain);
  EXPECT_EQ(first("\truff check .\n\truff check --select ALL --exit-zero .\n"), plain);
  EXPECT_EQ(first("\truff check --select E,F .\n\truff check --select ALL . || true\n"), selected);
  EXPECT_EQ(first("\truff check --select E,F .\nfix:\n\truff check --fix .\n"), selected);
  EXPECT_EQ(first("\t# ruff check is strict\n\truff check --select E,F .\n"), selected);
}

TEST(Formatter, LeavesToAPackageWhatItHandsOn) {
  const Files files = {{"p/__init__.py", "from .a import b\n"}, {"p/a.py", ""}};
  EXPECT_EQ(commands("python.ruff", files, {"p/a.py"}).front(), "ruff check --fix -q " + shell_quoted("p/a.py"));
  EXPECT_EQ(commands("python.ruff", files, {"p/__init__.py"}).front(),
            "ruff check --fix -q --extend-unfixable=F401 " + shell_quoted("p/__init__.py"));
  EXPECT_EQ(commands("python.ruff", files, {}).front(), "ruff check --fix -q --extend-unfixable=F401 .");
}

TEST(Formatter, LooksAtTheWholeFolderWhereNoFileIsNamed) {
  EXPECT_EQ(commands("python.ruff", {{"a.py", ""}}, {}).front(), "ruff check --fix -q .");
  EXPECT_EQ(commands("python.ruff-format", {{"a.py", ""}}, {"a.py"}).front(), "ruff format -q " + shell_quoted("a.py"));
}

}  // namespace
}  // namespace regreen::story
