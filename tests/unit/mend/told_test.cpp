#include "story.h"

namespace regreen::story {
namespace {

// What tools say outright, and what the fixers that wait for it make of a file.

std::string after(std::string_view remedy, const std::string& file, const std::string& text, Occurrence occurrence,
                  Files others = {}) {
  others[file] = text;
  const auto changed = mended(remedy, others, std::move(occurrence));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

Location at(const std::string& file, std::size_t line) { return {file, line, 0}; }

TEST(Told, WarningsOfC) {
  const auto format = "a.c:1:1: error: format not a string literal and no format arguments [-Werror=format-security]";
  EXPECT_EQ(after("c.fix-warning", "a.c", "printf(text);\n", said(format, {}, {at("a.c", 1)})),
            "printf(\"%s\", text);\n");
  EXPECT_EQ(after("c.fix-warning", "a.c", "printf(text, 1);\n", said(format, {}, {at("a.c", 1)})), "nothing");
  EXPECT_EQ(after("c.fix-warning", "a.cpp", "class A {\n public:\n  virtual int f();\n};\n",
                  said("‘class A’ has virtual functions and accessible non-virtual destructor", {}, {at("a.cpp", 1)})),
            "class A {\n public:\n  virtual ~A() = default;\n  virtual int f();\n};\n");
}

TEST(Told, TheFirstOfTwoNamesIsNoMember) {
  EXPECT_EQ(after("c.apply-fixit", "a.cpp", "auto c = Colour::ambre;\n",
                  said("a.cpp:1:18: error: ‘ambre’ is not a member of ‘Colour’; did you mean ‘amber’?",
                       {{"symbol", "Colour"}, {"expected", "amber"}}, {{"a.cpp", 1, 18}})),
            "auto c = Colour::amber;\n");
}

TEST(Told, NamesOfJava) {
  auto missing = said("Gate.java:1: error: cannot find symbol", {}, {at("Gate.java", 1)});
  missing.after = {"    name.isempty();", "  symbol:   method isempty()"};
  EXPECT_EQ(after("java.fix-name", "Gate.java", "    name.isempty();\n", missing), "    name.isEmpty();\n");
  EXPECT_EQ(after("java.fix-import", "a/Main.java", "import dock.util.Names;\n",
                  said("package dock.util does not exist", {}, {at("a/Main.java", 1)}),
                  {{"dock/text/Names.java", "package dock.text;\n"}}),
            "import dock.text.Names;\n");
}

TEST(Told, UnusedNamesOfPython) {
  const auto unused = [](std::size_t line, const std::string& name) {
    return said("a.py: F841 local variable '" + name + "' is assigned to but never used", {{"code", "F841"}},
                {at("a.py", line)});
  };
  EXPECT_EQ(after("python.remove-unused", "a.py", "def f():\n    x = 1\n    return 2\n", unused(2, "x")),
            "def f():\n    return 2\n");
  EXPECT_EQ(after("python.remove-unused", "a.py", "def f():\n    x = g()\n    return 2\n", unused(2, "x")),
            "def f():\n    g()\n    return 2\n");
  EXPECT_EQ(after("python.remove-unused", "a.py", "try:\n    f()\nexcept E as e:\n    pass\n", unused(3, "e")),
            "try:\n    f()\nexcept E:\n    pass\n");
  EXPECT_EQ(
      after("python.remove-unused", "a.py", "f = lambda x: x + 1\n", said("E731", {{"code", "E731"}}, {at("a.py", 1)})),
      "def f(x):\n    return x + 1\n");
}

TEST(Told, CyclesOfPython) {
  auto cycle =
      said("ImportError: cannot import name 'Node' from partially initialized module 'node'", {{"symbol", "Node"}});
  cycle.before = {"node.py:1: in <module>", "edge.py:1: in <module>", "    from node import Node"};
  const auto annotated = after("python.break-cycle", "edge.py",
                               "from node import Node\n\n\ndef f(a: Node) -> None:\n    print(a)\n", cycle);
  EXPECT_TRUE(contains(annotated, "from __future__ import annotations")) << annotated;
  EXPECT_TRUE(contains(annotated, "if TYPE_CHECKING:\n    from node import Node\n")) << annotated;
  EXPECT_EQ(after("python.break-cycle", "edge.py", "from node import Node\n\n\ndef f():\n    return Node()\n", cycle),
            "\n\ndef f():\n    from node import Node\n\n    return Node()\n");
  EXPECT_EQ(after("python.break-cycle", "edge.py", "from node import Node\n\n\nclass A(Node):\n    pass\n", cycle),
            "nothing");
}

TEST(Told, DefaultsOfDataclasses) {
  EXPECT_EQ(after("python.default-factory", "box.py",
                  "from dataclasses import dataclass\n\n\n@dataclass\nclass Box:\n    labels: list = []\n",
                  said("ValueError: mutable default", {{"symbol", "labels"}})),
            "from dataclasses import dataclass, field\n\n\n@dataclass\nclass Box:\n    labels: list = "
            "field(default_factory=list)\n");
}

TEST(Told, PathsOfGoModules) {
  EXPECT_EQ(after("go.fix-import-path", "a.go", "package a\n\nimport \"example.org/old/internal/wave\"\n",
                  said("no required module provides package", {{"module", "example.org/old/internal/wave"}}),
                  {{"go.mod", "module example.org/new\n"}, {"internal/wave/w.go", "package wave\n"}}),
            "package a\n\nimport \"example.org/new/internal/wave\"\n");
  EXPECT_EQ(after("go.fix-version", "go.mod", "module a\n\ngo 1.21.0\n\ntoolchain go1.21.3\n",
                  said("go.mod:3: invalid go version '1.21.0': must match format 1.23", {})),
            "module a\n\ngo 1.21\n");
}

TEST(Told, ListsOfTomlAndTitles) {
  EXPECT_EQ(
      after("toml.fix-syntax", "p.toml", "a = [\n  \"b#\"  # why\n\n  # and\n  'c',\n]\n", said("x", {{"line", "5"}})),
      "a = [\n  \"b#\",  # why\n\n  # and\n  'c',\n]\n");
  EXPECT_EQ(after("toml.fix-syntax", "p.toml", "a = \"\"\"\n\"b\"\n\"c\"\n\"\"\"\nd = [\n\"1\"\n\"2\"]\n",
                  said("x", {{"line", "7"}})),
            "a = \"\"\"\n\"b\"\n\"c\"\n\"\"\"\nd = [\n\"1\",\n\"2\"]\n");
  EXPECT_EQ(after("toml.fix-syntax", "p.toml", "a = [\n\"1\"\n\"2\"]\n[k]\n\"b\" = \"c\"\n\"d\" = \"e\"\n",
                  said("x", {{"line", "3"}})),
            "a = [\n\"1\",\n\"2\"]\n[k]\n\"b\" = \"c\"\n\"d\" = \"e\"\n");
  EXPECT_EQ(after("toml.fix-syntax", "p.toml", "a = [\n  \"b\"\n  \"c\",\n]\n", said("x", {{"line", "3"}})),
            "a = [\n  \"b\",\n  \"c\",\n]\n");
  EXPECT_EQ(after("docs.fix-underline", "a.rst", "Title\n===\n", said("a.rst:2:Title underline too short.", {})),
            "Title\n=====\n");
}

}  // namespace
}  // namespace regreen::story
