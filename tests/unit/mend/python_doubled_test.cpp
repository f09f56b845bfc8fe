// Defaults that all objects would share, and definitions that share a name.

#include "story.h"

namespace regreen::story {
namespace {

// ---- python.default-factory ----

std::string anew(const std::string& text, const std::string& type, const std::string& field, const Files& others = {}) {
  Files files = others;
  files["box.py"] = text;
  auto one = said(
      "ValueError: mutable default <class '" + type + "'> for field " + field + " is not allowed: use default_factory",
      {{"symbol", field}});
  one.before = {"box.py:5: in <module>"};
  const auto after = mended("python.default-factory", files, one);
  return after.contains("box.py") ? after.at("box.py") : "";
}

const std::string imports = "from dataclasses import dataclass, field\n\n\n";

TEST(DefaultFactory, MakesObjectsAnew) {
  const std::string lid = "@dataclass\nclass Lid:\n    weight: int = 4\n\n\n";
  EXPECT_EQ(anew(imports + lid + "@dataclass\nclass Box:\n    lid: Lid = Lid()\n    other: Lid = Lid(weight=9)\n",
                 "box.Lid", "lid"),
            imports + lid +
                "@dataclass\nclass Box:\n    lid: Lid = field(default_factory=Lid)\n"
                "    other: Lid = field(default_factory=lambda: Lid(weight=9))\n");
}

TEST(DefaultFactory, LeavesWhatHasAHash) {
  const std::string text = imports +
                           "@dataclass(frozen=True)\nclass Lid:\n    weight: int = 4\n\n\n"
                           "@dataclass\nclass Box:\n    lid: Lid = Lid()\n    tags: list = ";
  EXPECT_EQ(anew(text + "[]\n", "list", "tags"), text + "field(default_factory=list)\n");
}

TEST(DefaultFactory, OfLibrariesAndModules) {
  EXPECT_EQ(anew("import dataclasses as dc\nimport numpy as np\n\nALL = ['a']\n\n\n@dc.dataclass\nclass Box:\n"
                 "    grid: np.ndarray = np.zeros(3)\n    size: int = np.int64(3)\n",
                 "numpy.ndarray", "grid"),
            "import dataclasses as dc\nimport numpy as np\n\nALL = ['a']\n\n\n@dc.dataclass\nclass Box:\n"
            "    grid: np.ndarray = dc.field(default_factory=lambda: np.zeros(3))\n    size: int = np.int64(3)\n");
  EXPECT_EQ(anew(imports + "ALL = ['a']\n\n\n@dataclass\nclass Box:\n    names: list = ALL\n", "list", "names"),
            imports + "ALL = ['a']\n\n\n@dataclass\nclass Box:\n    names: list = field(default_factory=ALL.copy)\n");
}

TEST(DefaultFactory, NotWhereItMeansSomethingElse) {
  const std::string lid = "@dataclass\nclass Lid:\n    weight: int = 4\n\n\n";
  const std::string box = imports + lid + "@dataclass\nclass Box:\n    base = 3\n    lid: Lid = Lid(";
  EXPECT_EQ(anew(box + "base)\n", "box.Lid", "lid"), "") << "a name of the class";
  EXPECT_EQ(anew(box + ")\n", "box.Lid", "lid", {{"use.py", "from box import Box\nprint(Box.lid.weight)\n"}}), "");
  EXPECT_EQ(anew(box + ")\n", "box.Lid", "lid", {{"use.py", "from box import Box as B\nprint(B.lid.weight)\n"}}), "");
  EXPECT_EQ(anew(box + ")\n", "box.Lid", "lid", {{"use.py", "class Big(Box):\n    pass\nprint(Big.lid)\n"}}), "");
  EXPECT_EQ(anew(box + ")\n\n    def f(self):\n        return type(self).lid\n", "box.Lid", "lid"), "");
  EXPECT_EQ(anew(imports + "ALL = [['a']]\n\n\n@dataclass\nclass Box:\n    names: list = ALL\n", "list", "names"), "");
  EXPECT_EQ(anew("from attr import dataclass\n\n\n@dataclass\nclass Box:\n    tags: list = []\n", "list", "tags"), "");
  EXPECT_EQ(anew(imports + "@dataclass\nclass Box:\n    tags: \"ClassVar[list]\" = []\n", "list", "tags"), "");
  EXPECT_EQ(anew("import attr\n\n\n@attr.dataclass\nclass Box:\n    tags: list = []\n", "list", "tags"), "");
  EXPECT_EQ(anew(imports + "@dataclass\nclass Box:\n    tags: ClassVar[list] = []\n", "list", "names"), "");
}

// ---- F811 ----

std::string parted(const std::string& file, const std::string& text, const std::string& line,
                   const std::string& code = "F811") {
  auto one = said(file + ":" + line + ":1: " + code + " redefinition of unused 'f' from line 1",
                  {{"file", file}, {"line", line}, {"code", code}}, {{file, std::stoul(line), 1}});
  const auto after = mended("python.fix-finding", {{file, text}}, one);
  return after.contains(file) ? after.at(file) : "";
}

TEST(DoubledName, OfATestGetsANumber) {
  EXPECT_EQ(parted("tests/test_a.py",
                   "def test_f():\n    a()\n\n\ndef test_f():\n    b()\n\n\ndef test_f_2():\n    c()\n", "5"),
            "def test_f():\n    a()\n\n\ndef test_f_3():\n    b()\n\n\ndef test_f_2():\n    c()\n");
  EXPECT_EQ(
      parted("test_a.py",
             "class TestA:\n    def test_f(self):\n        a()\n\n    @mark\n    def test_f(self):\n        b()\n", "6",
             "E0102"),
      "class TestA:\n    def test_f(self):\n        a()\n\n    @mark\n    def test_f_2(self):\n        b()\n");
}

TEST(DoubledName, OfAFunctionThatIsAlikeGoes) {
  EXPECT_EQ(parted("a.py", "def f():\n    a()\n\n\nx = 1\n\n\ndef f():\n    a()\n\n\ny = 2\n", "8"),
            "def f():\n    a()\n\n\nx = 1\n\n\ny = 2\n");
}

TEST(DoubledName, StaysWhereWhichIsMeantCannotBeTold) {
  EXPECT_EQ(parted("a.py", "def f():\n    a()\n\n\ndef f():\n    b()\n", "5"), "");
  EXPECT_EQ(parted("test_a.py", "def test_f():\n    a()\n\n\ndef test_f():\n    a()\n", "5"), "") << "a copy";
  EXPECT_EQ(parted("test_a.py", "@fixture\ndef test_f():\n    a()\n\n\n@fixture\ndef test_f():\n    b()\n", "7"), "");
  EXPECT_EQ(parted("test_a.py", "def test_f():\n    a()\n\n\ndef test_f():\n    b()\n\n\ntest_f()\n", "5"), "");
  EXPECT_EQ(parted("test_a.py", "if x:\n    def test_f():\n        a()\nelse:\n    def test_f():\n        b()\n", "5"),
            "");
}

}  // namespace
}  // namespace regreen::story
