#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const std::string& text, Occurrence occurrence) {
  const auto files = mended(remedy, Files{{"app.py", text}}, std::move(occurrence));
  return files.empty() ? "" : files.at("app.py");
}

Occurrence finding(const std::string& code, const std::string& line, const std::string& detail = "") {
  return said("app.py:" + line + ":1: " + code + " " + detail, {{"file", "app.py"}, {"line", line}, {"code", code}},
              {{"app.py", std::stoul(line), 1}});
}

constexpr std::string_view findings = "python.fix-finding";

TEST(Findings, AnErrorNamesItsCause) {
  EXPECT_EQ(after(findings, "try:\n    f()\nexcept KeyError as error:\n    raise E(\"no\")\n", finding("B904", "4")),
            "try:\n    f()\nexcept KeyError as error:\n    raise E(\"no\") from error\n");
  EXPECT_EQ(after(findings, "try:\n    f()\nexcept (A, B):\n    if x:\n        raise E(1)\n", finding("W0707", "5")),
            "try:\n    f()\nexcept (A, B) as err:\n    if x:\n        raise E(1) from err\n");
}

TEST(Findings, ARaiseElsewhereStays) {
  EXPECT_EQ(after(findings, "try:\n    f()\nexcept:\n    raise E(1)\n", finding("B904", "4")), "");
  EXPECT_EQ(after(findings, "try:\n    f()\nexcept A:\n    def g():\n        raise E(1)\n", finding("B904", "5")), "");
  EXPECT_EQ(after(findings, "try:\n    f()\nexcept A:\n    raise\n", finding("B904", "4")), "");
}

TEST(Findings, APassBesideOthersGoes) {
  EXPECT_EQ(after(findings, "class E(Exception):\n    \"\"\"No.\"\"\"\n    pass\n", finding("W0107", "3")),
            "class E(Exception):\n    \"\"\"No.\"\"\"\n");
  EXPECT_EQ(after(findings, "class E(Exception):\n    pass\n", finding("W0107", "2")), "");
}

TEST(Findings, PlainFieldsBecomeAnFString) {
  EXPECT_EQ(after(findings, "x = \"{}: {:>4}\".format(a.b, c)\n", finding("C0209", "1")), "x = f\"{a.b}: {c:>4}\"\n");
  EXPECT_EQ(after(findings, "x = \"{}\".format(a[\"k\"])\n", finding("C0209", "1")), "");
  EXPECT_EQ(after(findings, "x = \"{0} {0}\".format(a)\n", finding("UP032", "1")), "");
  EXPECT_EQ(after(findings, "x = \"{} {}\".format(a)\n", finding("UP032", "1")), "");
}

TEST(Findings, ALoopOverLinesHasALine) {
  const auto cleared = [](const std::string& text, const char* line) {
    return after(findings, text, finding("E741", line));
  };
  EXPECT_EQ(cleared("x = [l.strip() for l in lines if l]\n", "1"), "x = [line.strip() for line in lines if line]\n");
  EXPECT_EQ(cleared("for l in self.bodies:\n    print(f\"{l}\")\n", "1"),
            "for body in self.bodies:\n    print(f\"{body}\")\n");
  EXPECT_EQ(cleared("for i, l in enumerate(f.readlines()):\n    print(i, l)\n", "1"),
            "for i, line in enumerate(f.readlines()):\n    print(i, line)\n");
  EXPECT_EQ(cleared("for l in data:\n    print(l)\n", "1"), "for item in data:\n    print(item)\n");
  EXPECT_EQ(cleared("x.sort(key=lambda l: l.size)\n", "1"), "x.sort(key=lambda item: item.size)\n");
}

TEST(Findings, ALocalNameIsClearInItsWholeFunction) {
  const auto cleared = [](const std::string& text, const char* line) {
    return after(findings, text, finding("E741", line));
  };
  EXPECT_EQ(cleared("def f(x):\n    l = len(x)\n    return f\"{l}\", g(l=l)\n", "2"),
            "def f(x):\n    length = len(x)\n    return f\"{length}\", g(l=length)\n");
  EXPECT_EQ(cleared("def f(x, items):\n    l = sorted(x)\n    return l + items\n", "2"),
            "def f(x, items):\n    value = sorted(x)\n    return value + items\n");
  EXPECT_EQ(cleared("def f(lines):\n    for l in lines:\n        pass\n    return l\n", "2"),
            "def f(lines):\n    for line in lines:\n        pass\n    return line\n");
  for (const auto* text : {"def f():\n    l = 1\n    return locals()\n", "def f():\n    l = 1\n    global l\n",
                           "def f():\n    l = [l for l in x]\n    return l\n"})
    EXPECT_EQ(cleared(text, "2"), "") << text;
  EXPECT_EQ(cleared("def f():\n    class A:\n        l = 1\n    return A\n", "3"), "");
  for (const auto* text : {"l = 1\n", "for l in data:\n    pass\nprint(l)\n", "def f(l):\n    l = 1\n    return l\n"})
    EXPECT_EQ(cleared(text, text[0] == 'd' ? "2" : "1"), "") << text;
}

constexpr std::string_view with = "python.use-with";

TEST(UseWith, AFileThatIsReadAtOnce) {
  EXPECT_EQ(after(with, "import json\n\n\ndef f(p):\n    return json.load(open(p))\n", finding("SIM115", "5")),
            "import json\n\n\ndef f(p):\n    with open(p) as file:\n        return json.load(file)\n");
}

TEST(UseWith, AFileWithANameIsClosedBehindItsLastUse) {
  EXPECT_EQ(after(with, "f = open(p)\nx = f.read()\nprint(x)\n", finding("SIM115", "1")),
            "with open(p) as f:\n    x = f.read()\nprint(x)\n");
  EXPECT_EQ(after(with, "f = open(p)\nfor x in f:\n    y(x)\nf.close()\nprint(x)\n",
                  finding("R1732", "1", "(consider-using-with)")),
            "with open(p) as f:\n    for x in f:\n        y(x)\nprint(x)\n");
}

TEST(UseWith, WhatAReaderGivesIsTakenAtOnce) {
  EXPECT_EQ(after(with, "def f(p):\n    return list(csv.reader(open(p)))\n", finding("SIM115", "2")),
            "def f(p):\n    with open(p) as file:\n        return list(csv.reader(file))\n");
  EXPECT_EQ(after(with, "f = open(p)\nfor row in csv.reader(f):\n    y(row)\n", finding("SIM115", "1")),
            "with open(p) as f:\n    for row in csv.reader(f):\n        y(row)\n");
}

TEST(UseWith, WhatReadsLaterKeepsItsFileOpen) {
  for (const auto* text : {"x = json.load(open(p)) if p else {}\n", "x = p and json.load(open(p))\n"})
    EXPECT_EQ(after(with, text, finding("SIM115", "1")), "") << text;
  for (const auto* text : {"rows = csv.reader(open(p))\n", "f = open(p)\nrows = csv.reader(f)\nprint(list(rows))\n"})
    EXPECT_EQ(after(with, text, finding("SIM115", "1")), "") << text;
}

TEST(UseWith, AFileThatIsGivenAwayStays) {
  for (const auto* text :
       {"def f(p):\n    return open(p)\n", "self.f = open(p)\n", "f = open(p)\nreturn f\n", "f = open(p)\nself.f = f\n",
        "x = [open(p).read() for p in q]\n", "with open(p) as f:\n    pass\n"})
    EXPECT_EQ(after(with, text, said("E  ResourceWarning: unclosed file <x>", {})), "") << text;
}

constexpr std::string_view leak = "tests.restore-state";

std::string restored(const std::string& text) {
  const auto files =
      mended(leak, Files{{"tests/test_a.py", text}, {"shop/settings.py", "RATE = 1\n"}, {"shop/__init__.py", ""}},
             said("FAILED tests/test_b.py::test_x - AssertionError", {}));
  return files.empty() ? "" : files.at("tests/test_a.py");
}

TEST(Leak, MonkeypatchPutsBack) {
  EXPECT_EQ(restored("import os\n\n\ndef test_a():\n    os.environ[\"A\"] = \"1\"\n    assert f()\n"),
            "def test_a(monkeypatch):\n    monkeypatch.setenv(\"A\", \"1\")\n    assert f()\n");
  EXPECT_EQ(
      restored("import os\nfrom shop import settings\n\ndef test_a(tmp_path):\n    os.chdir(tmp_path)\n    "
               "settings.RATE = 2\n    os.sync()\n"),
      "import os\nfrom shop import settings\n\ndef test_a(tmp_path, monkeypatch):\n    monkeypatch.chdir(tmp_path)\n"
      "    monkeypatch.setattr(settings, \"RATE\", 2)\n    os.sync()\n");
}

TEST(Leak, WhatCleansUpOrKnowsNoFixturesStays) {
  EXPECT_EQ(restored("import os\n\ndef test_a():\n    os.environ[\"A\"] = \"1\"\n    del os.environ[\"A\"]\n"), "");
  EXPECT_EQ(restored("import os\nclass T(TestCase):\n    def test_a(self):\n        os.environ[\"A\"] = \"1\"\n"), "");
  EXPECT_EQ(restored("import os\n\ndef helper():\n    os.environ[\"A\"] = \"1\"\n"), "");
}

constexpr std::string_view types = "python.fix-types";

Occurrence mypy(const std::string& line, const std::string& detail) {
  return said("app.py:" + line + ": error: " + detail, {{"file", "app.py"}, {"line", line}, {"detail", detail}},
              {{"app.py", std::stoul(line), 0}});
}

TEST(Annotate, AnEmptyCollectionIsWhatIsPutIntoIt) {
  const std::string front = "from __future__ import annotations\n\n";
  EXPECT_EQ(after(types,
                  front + "class A:\n    def __init__(self) -> None:\n        self.x = {}\n\n    def put(self, k: str, "
                          "v: int) -> None:\n        self.x[k] = v\n",
                  mypy("5", "Need type annotation for \"x\" (hint: …)")),
            front +
                "class A:\n    def __init__(self) -> None:\n        self.x: dict[str, int] = {}\n\n    def put(self, "
                "k: str, v: int) -> None:\n        self.x[k] = v\n");
  EXPECT_EQ(after(types, "x = []\nx.append(\"a\")\n", mypy("1", "Need type annotation for \"x\"")),
            "from typing import List\n\nx: List[str] = []\nx.append(\"a\")\n");
  EXPECT_EQ(after(types, "x = []\nx.append(f())\n", mypy("1", "Need type annotation for \"x\"")), "");
  EXPECT_EQ(after(types, "x = []\nx.append(1)\nx.append(\"a\")\n", mypy("1", "Need type annotation for \"x\"")), "");
}

TEST(Annotate, ParametersOfGenericTypes) {
  EXPECT_EQ(after(types, "from typing import Any\ndef f(x: dict[str, int]) -> list:\n    return [x]\n",
                  mypy("2", "Missing type parameters for generic type \"list\"")),
            "from typing import Any\ndef f(x: dict[str, int]) -> list[Any]:\n    return [x]\n");
}

TEST(Annotate, AFloatIsNoInt) {
  const std::string said =
      "Incompatible default for argument \"s\" (default has type \"float\", argument has type \"int\")";
  EXPECT_EQ(after(types, "def f(s: int = 0.5) -> None:\n    g(s)\n", mypy("1", said)),
            "def f(s: float = 0.5) -> None:\n    g(s)\n");
}

TEST(Annotate, ReturnsOfOnePlainType) {
  const std::string said = "Function is missing a return type annotation";
  EXPECT_EQ(after(types, "def f(x: int):\n    return x > 1\n", mypy("1", said)),
            "def f(x: int) -> bool:\n    return x > 1\n");
  EXPECT_EQ(after(types, "def f(x: int):\n    if x:\n        return f\"{x}\"\n    return \"a\"\n", mypy("1", said)),
            "def f(x: int) -> str:\n    if x:\n        return f\"{x}\"\n    return \"a\"\n");
  EXPECT_EQ(after(types, "def f(x: int):\n    if x:\n        return \"a\"\n", mypy("1", said)), "");
  EXPECT_EQ(after(types, "def f(x: int):\n    return g(x) or True\n", mypy("1", said)), "");
}

TEST(Annotate, AResultOfAnyIsNamed) {
  EXPECT_EQ(after(types, "def f(t: str) -> dict[str, int]:\n    return load(t)\n",
                  mypy("2", "Returning Any from function declared to return \"Dict[str, int]\"")),
            "def f(t: str) -> dict[str, int]:\n    result: dict[str, int] = load(t)\n    return result\n");
}

TEST(Annotate, ANameComesFromItsOwnModule) {
  const Files tree = {{"shop/__init__.py", ""},
                      {"shop/errors.py", "class E(Exception):\n    pass\n"},
                      {"shop/read.py", "from shop.errors import E\n\n\ndef f() -> None:\n    raise E\n"},
                      {"shop/show.py", "from shop.read import E, f\n"}};
  const auto one = said("shop/show.py:1: error: Module \"shop.read\" does not explicitly export attribute \"E\"",
                        {{"file", "shop/show.py"}, {"line", "1"}}, {{"shop/show.py", 1, 0}});
  const auto files = mended(types, tree, one);
  ASSERT_TRUE(files.contains("shop/show.py"));
  EXPECT_EQ(files.at("shop/show.py"), "from shop.errors import E\nfrom shop.read import f\n");
}

TEST(Deprecated, KeywordsAndHookMarks) {
  const auto warned = [](const std::string& message) {
    return said("E   FutureWarning: " + message, {{"detail", message}});
  };
  const std::string keyword = "the 'line_terminator'' keyword is deprecated, use 'lineterminator' instead.";
  EXPECT_EQ(after("python.modernize", "x.to_csv(p, line_terminator=\"\\n\")\nline_terminator = 1\n", warned(keyword)),
            "x.to_csv(p, lineterminator=\"\\n\")\nline_terminator = 1\n");
  EXPECT_EQ(after("python.modernize", "def f(line_terminator=1):\n    g(line_terminator=2)\n", warned(keyword)), "");
  EXPECT_EQ(
      after("python.modernize", "import pytest\n\n\n@pytest.mark.trylast\ndef pytest_configure(config):\n    pass\n",
            warned("The hookimpl pytest_configure uses old-style configuration options (marks or attributes).")),
      "import pytest\n\n\n@pytest.hookimpl(trylast=True)\ndef pytest_configure(config):\n    pass\n");
}

Occurrence failed() { return said("FAILED tests/test_a.py::test_x - AssertionError: assert 'b, a' == 'a, b'", {}); }

TEST(SortSet, ASetIsSortedBeforeItIsText) {
  EXPECT_EQ(
      after("python.sort-set",
            "def tags(x):\n    return {w for w in x}\n\n\ndef head(x):\n    return \", \".join(tags(x))\n", failed()),
      "def tags(x):\n    return {w for w in x}\n\n\ndef head(x):\n    return \", \".join(sorted(tags(x)))\n");
}

TEST(SortSet, AListIsSortedWhereTheLogSpeaksOfItsFunction) {
  const std::string text = "def f(x):\n    names = set(x)\n    return list(names)\n";
  auto told = said("E       AssertionError: assert ['b', 'a'] == ['a', 'b']", {});
  EXPECT_EQ(after("python.sort-set", text, told), "");
  told.after = {"E        +  where ['b', 'a'] = f('ab')"};
  EXPECT_EQ(after("python.sort-set", text, told), "def f(x):\n    names = set(x)\n    return sorted(names)\n");
}

TEST(SortSet, WhatIsNoSetStays) {
  for (const auto* text :
       {"def f(x):\n    return list(x)\n", "y = list({1: 2})\n", "y = \",\".join([a for a in set(b)])\n",
        "def f(x):\n    x = set(x)\n    x = g(x)\n    return list(x)\n"})
    EXPECT_EQ(after("python.sort-set", text, failed()), "") << text;
}

TEST(UseUtc, AStampSaysItsZone) {
  EXPECT_EQ(after("python.use-utc",
                  "from datetime import datetime\n\nx = datetime.fromtimestamp(s).strftime(\"%H UTC\")\n", failed()),
            "from datetime import datetime, timezone\n\nx = datetime.fromtimestamp(s, tz=timezone.utc).strftime(\"%H "
            "UTC\")\n");
  const std::string head = "import datetime as dt\ndef f(s):\n    \"In UTC.\"\n    return dt.datetime.fromtimestamp(s";
  EXPECT_EQ(after("python.use-utc", head + ")\n", failed()), head + ", tz=dt.timezone.utc)\n");
  EXPECT_EQ(after("python.use-utc", head + ") < x\n", failed()), "") << "x may have no zone";
  EXPECT_EQ(after("python.use-utc", "import datetime as dt\nUTC = 1\nx = dt.datetime.fromtimestamp(s)\n", failed()),
            "");
  EXPECT_EQ(after("python.use-utc", "from datetime import datetime\nx = datetime.fromtimestamp(s)\n", failed()), "");
  EXPECT_EQ(
      after("python.use-utc", "from datetime import datetime\n# UTC\nx = datetime.fromtimestamp(s, z)\n", failed()),
      "");
}

TEST(YamlIndent, OneKeyIsSetBackIntoItsRow) {
  const auto one = said("yaml.parser.ParserError: while parsing a block mapping", {});
  const auto fixed = [&](const std::string& text) {
    const auto files = mended("yaml.fix-indent", Files{{"a.yaml", text}}, one);
    return files.empty() ? "" : files.at("a.yaml");
  };
  EXPECT_EQ(fixed("a:\n  b:\n    c: 1\n   d:\n    e: 2\nf: 3\n"), "a:\n  b:\n    c: 1\n  d:\n    e: 2\nf: 3\n");
  EXPECT_EQ(fixed("a:\n  b: 1\n c: 2\n"), "");  // of a, or beside it?
  EXPECT_EQ(fixed("a: [1, 2\nb: 1\n"), "");
}

}  // namespace
}  // namespace regreen::story
