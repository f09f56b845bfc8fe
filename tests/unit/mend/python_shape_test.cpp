// How Python code is laid out: annotations, fields of dataclasses, scopes of fixtures.

#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const std::string& file, const std::string& text, Occurrence one) {
  const auto files = mended(remedy, Files{{file, text}}, std::move(one));
  return files.empty() ? "nothing" : files.at(file);
}

Occurrence undefined(const std::string& name, std::size_t line) {
  auto one = said("E   NameError: name '" + name + "' is not defined", {{"symbol", name}});
  one.before = {"tree.py:" + std::to_string(line) + ": in Node"};
  return one;
}

TEST(PythonAnnotations, OfTheClassAroundThemAreReadLater) {
  const std::string text =
      "\"\"\"A tree.\"\"\"\nimport os\n\n\nclass Node:\n    def add(self, child: Node) -> Node:\n        return "
      "child\n";
  EXPECT_EQ(after("python.postpone-annotations", "tree.py", text, undefined("Node", 6)),
            "\"\"\"A tree.\"\"\"\nfrom __future__ import annotations\n\nimport os\n\n\nclass Node:\n"
            "    def add(self, child: Node) -> Node:\n        return child\n");
  const std::string below = "class A:\n    b: B = None\n\n\nclass B:\n    pass\n";
  EXPECT_EQ(after("python.postpone-annotations", "tree.py", below, undefined("B", 2)),
            "from __future__ import annotations\n\n\n" + below);
}

TEST(PythonAnnotations, AreQuotedWhereOthersAreReadAtRunTime) {
  const std::string front = "import typing\ntypes = typing.get_type_hints\nclass Node:\n    def add(self, child: ";
  EXPECT_EQ(after("python.postpone-annotations", "tree.py", front + "Node):\n        pass\n", undefined("Node", 4)),
            front + "\"Node\"):\n        pass\n");
  EXPECT_EQ(
      after("python.postpone-annotations", "tree.py", front + "Node | None):\n        pass\n", undefined("Node", 4)),
      "nothing");
}

TEST(PythonAnnotations, WhatIsCalledTooEarlyStays) {
  for (const std::string text :
       {"class A:\n    b = B()\n\n\nclass B:\n    pass\n",                            // a value
        "class A:\n    def f(self, b=B()):\n        pass\n\n\nclass B:\n    pass\n",  // a default
        "def f(b: B):\n    pass\n",                                                   // nowhere defined
        "class B:\n    pass\n\n\ndef f(b: B):\n    pass\n"}) {                        // defined above
    for (std::size_t line = 1; line < 6; ++line)
      EXPECT_EQ(after("python.postpone-annotations", "tree.py", text, undefined("B", line)), "nothing") << text << line;
  }
}

std::string ordered(const std::string& text, const Files& others = {}) {
  auto one = said("E   TypeError: non-default argument 'weight' follows default argument", {{"symbol", "weight"}});
  one.before = {"model.py:5: in <module>"};
  Files files = others;
  files["model.py"] = text;
  const auto healed = mended("python.order-fields", files, one);
  return healed.empty() ? "nothing" : healed.at("model.py");
}

TEST(DataclassFields, WithoutADefaultStandFirst) {
  const std::string text =
      "from dataclasses import dataclass\n\n\n@dataclass\nclass Parcel:\n    \"\"\"A parcel.\"\"\"\n\n    to: str\n"
      "    fast: bool = False\n    weight: int  # in grams\n    size: int\n\n    def f(self):\n        pass\n";
  EXPECT_EQ(
      ordered(text, {{"a.py", "Parcel('x', weight=3, size=1)\nParcel(**row)\n"}}),
      "from dataclasses import dataclass\n\n\n@dataclass\nclass Parcel:\n    \"\"\"A parcel.\"\"\"\n\n    to: str\n"
      "    weight: int  # in grams\n    size: int\n    fast: bool = False\n\n    def f(self):\n        pass\n");
}

TEST(DataclassFields, WhereACallCountsOnTheOrderTheyStay) {
  const std::string text =
      "from dataclasses import dataclass\n\n\n@dataclass\nclass Parcel:\n    to: str\n    fast: bool = False\n    "
      "weight: int\n";
  EXPECT_EQ(ordered(text, {{"a.py", "Parcel('x', True)\n"}}), "nothing");
  EXPECT_EQ(ordered(text, {{"a.py", "Parcel(*row)\n"}}), "nothing");
  EXPECT_EQ(ordered("@dataclass\nclass Parcel:\n    a: int = 1\n    weight: int\n    _: KW_ONLY\n    b: int\n"),
            "nothing");
  Files many = {{"z.py", "Parcel('x', True)\n"}};
  for (int i = 0; i < 4000; ++i) many["app/a" + std::to_string(i) + ".py"] = "";
  EXPECT_EQ(ordered(text, many), "nothing") << "who knows what the last of them say?";
  EXPECT_EQ(ordered("from dataclasses import dataclass\n\n\n@dataclass\nclass Parcel(Base):\n    weight: int\n"),
            "nothing");
}

std::string scoped(const std::string& text, const std::string& wanted) {
  auto one = said("ScopeMismatch: You tried to access the function scoped fixture " + wanted +
                      " with a session scoped request object, involved factories:",
                  {{"symbol", wanted}, {"scope", "function"}});
  one.after = {"conftest.py:5:  def book(" + wanted + ")", "other.py:1:  def " + wanted + "(request)"};
  return after("pytest.fix-scope", "conftest.py", text, one);
}

TEST(FixtureScope, AFolderComesFromItsFactory) {
  EXPECT_EQ(
      scoped("import pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef book(tmp_path, other):\n"
             "    \"\"\"One for all.\"\"\"\n    yield tmp_path / \"a\"\n",
             "tmp_path"),
      "import pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef book(tmp_path_factory, other):\n"
      "    \"\"\"One for all.\"\"\"\n    tmp_path = tmp_path_factory.mktemp(\"book\")\n    yield tmp_path / \"a\"\n");
}

TEST(FixtureScope, TheNearestAsks) {
  auto one = said(
      "ScopeMismatch: You tried to access the function scoped fixture tmp_path with a session scoped request "
      "object, involved factories:",
      {{"symbol", "tmp_path"}, {"scope", "function"}});
  one.after = {"conftest.py:9:  def shelf(book)", "conftest.py:5:  def book(tmp_path, monkeypatch)"};
  const std::string shelf = "\n\n@pytest.fixture(scope=\"session\")\ndef shelf(book):\n    return [book]\n";
  const std::string head = "import pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef book(";
  EXPECT_EQ(
      after("pytest.fix-scope", "conftest.py",
            head + "tmp_path: Path, monkeypatch):\n    monkeypatch.setenv(\"B\", \"1\")\n    return tmp_path\n" + shelf,
            one),
      head +
          "tmp_path_factory: pytest.TempPathFactory):\n    tmp_path = tmp_path_factory.mktemp(\"book\")\n"
          "    monkeypatch = pytest.MonkeyPatch()\n    monkeypatch.setenv(\"B\", \"1\")\n    yield tmp_path\n"
          "    monkeypatch.undo()\n" +
          shelf);
}

TEST(FixtureScope, APatcherIsTheFixturesOwn) {
  const std::string head = "import pytest\n\n\n@pytest.fixture(scope='module')\ndef book(";
  const std::string own = "    monkeypatch = pytest.MonkeyPatch()\n", undo = "    monkeypatch.undo()\n";
  const std::string patch = "    monkeypatch.setenv('A', '1')\n", done = "    with db() as one:\n        yield one\n";
  EXPECT_EQ(scoped(head + "monkeypatch, db):\n" + patch + "    yield 1\n    db.close()\n", "monkeypatch"),
            head + "db):\n" + own + patch + "    yield 1\n    db.close()\n" + undo);
  EXPECT_EQ(scoped(head + "db, monkeypatch):\n" + patch, "monkeypatch"),
            head + "db):\n" + own + patch + "    yield\n" + undo);
  const std::string shorter = "import pytest\n\n\n@pytest.fixture(scope='function')\ndef book(";
  EXPECT_EQ(scoped(head + "monkeypatch):\n" + patch + done, "monkeypatch"), shorter + "monkeypatch):\n" + patch + done);
}

TEST(FixtureScope, ElseTheAskingFixtureLivesShorter) {
  EXPECT_EQ(
      scoped("import pytest\n\n\n@pytest.fixture(scope='session', autouse=True)\ndef book(db):\n    return db\n", "db"),
      "import pytest\n\n\n@pytest.fixture(scope='function', autouse=True)\ndef book(db):\n    return db\n");
  EXPECT_EQ(
      scoped("@pytest.fixture(scope='session')\ndef book(tmp_path, tmp_path_factory):\n    return 1\n", "tmp_path"),
      "nothing");
  EXPECT_EQ(scoped("def book(db):\n    return db\n", "db"), "nothing");
}

TEST(AsyncFixture, IsThePluginsWhereThePluginIsUsed) {
  const auto handed_on = said("E   AttributeError: 'async_generator' object has no attribute 'get'", {});
  const std::string text =
      "import pytest\n\n\n@pytest.fixture\nasync def box():\n    yield 1\n\n\n@pytest.fixture(scope=\"module\")\ndef "
      "bag():\n    return 2\n";
  const Files plugin = {{"conftest.py", text}, {"pyproject.toml", "[project]\ndependencies = [\"pytest-asyncio\"]\n"}};
  EXPECT_EQ(mended("python.mark-async-fixture", plugin, handed_on),
            (Files{{"conftest.py",
                    "import pytest\nimport pytest_asyncio\n\n\n@pytest_asyncio.fixture\nasync def box():\n    yield 1\n"
                    "\n\n@pytest.fixture(scope=\"module\")\ndef bag():\n    return 2\n"}}));
  EXPECT_EQ(after("python.mark-async-fixture", "conftest.py", text, handed_on), "nothing");
}

TEST(PythonModernize, UniversalLineEndsAreTheDefault) {
  auto one = said("E   ValueError: invalid mode: 'rU'", {{"symbol", "rU"}});
  one.before = {"a.py:1: in rows"};
  EXPECT_EQ(
      after("python.modernize", "a.py", "with open(p, 'rU') as f, io.open(q, mode=\"rbU\") as g:\n    x('rU')\n", one),
      "with open(p, 'r') as f, io.open(q, mode=\"rb\") as g:\n    x('rU')\n");
}

}  // namespace
}  // namespace regreen::story
