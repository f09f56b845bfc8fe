// What Python, PyJWT, NumPy and pytest no longer have or do, and what is written instead.

#include "story.h"

namespace regreen::story {
namespace {

// ---- Element.getchildren() ----

constexpr auto no_children =
    "E   AttributeError: 'xml.etree.ElementTree.Element' object has no attribute 'getchildren'";

Files listed(const Files& files, const std::string& place) {
  auto one = said(no_children, {{"module", "xml.etree.ElementTree.Element"}, {"symbol", "getchildren"}});
  one.after = {"", place + ": AttributeError"};
  return mended("python.replace-removed", files, one);
}

TEST(RemovedGetchildren, BecomesAList) {
  const auto after = listed({{"feed.py",
                              "from xml.etree import ElementTree\n\n\ndef f(x):\n    for a in x.getchildren():\n"
                              "        g(a.find('b').getchildren()[0], len(a[0].getchildren()))\n"},
                             {"other.py", "import lxml.etree\nn = len(root.getchildren())\n"},
                             {"plain.py", "n = widget.getchildren()\n"}},
                            "feed.py:5");
  EXPECT_EQ(after.at("feed.py"),
            "from xml.etree import ElementTree\n\n\ndef f(x):\n    for a in list(x):\n"
            "        g(list(a.find('b'))[0], len(list(a[0])))\n");
  EXPECT_EQ(after.at("other.py"), "import lxml.etree\nn = len(list(root))\n");
  EXPECT_FALSE(after.contains("plain.py"));
}

TEST(RemovedGetchildren, LeavesTheProjectsOwnMethod) {
  const std::string branch = "class Branch:\n    def getchildren(self):\n        return self.getchildren()\n";
  const std::string opml =
      "import xml.etree.ElementTree as E\nfrom branch import Branch\n\n\ndef f(x):\n    top = Branch()\n"
      "    return top.getchildren(), Branch().getchildren(), x.getchildren()\n";
  const auto after =
      listed({{"branch.py", branch}, {"opml.py", opml}, {"bar.py", "import etree\nx.getchildren()\n"}}, "opml.py:7");
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("opml.py"),
            "import xml.etree.ElementTree as E\nfrom branch import Branch\n\n\ndef f(x):\n    top = Branch()\n"
            "    return top.getchildren(), Branch().getchildren(), list(x)\n");
}

TEST(RemovedGetchildren, OfObjectifiedXmlIsSomethingElse) {
  EXPECT_TRUE(listed({{"a.py", "from lxml import etree, objectify\nx.getchildren()\n"}}, "a.py:2").empty());
}

// ---- str.decode ----

Files undecoded(const Files& files, const std::string& place) {
  auto one =
      said("E   AttributeError: 'str' object has no attribute 'decode'", {{"module", "str"}, {"symbol", "decode"}});
  one.after = {"", place + ": AttributeError"};
  return mended("python.replace-removed", files, one);
}

TEST(DecodedText, ATokenOfPyJwtIsTextWhereverItIsMade) {
  const auto after = undecoded(
      {{"a.py", "import jwt\n\n\ndef f(c, k):\n    return jwt.encode(c, k, algorithm='HS256').decode('utf-8')\n"},
       {"b.py",
        "import jwt\n\n\ndef g(c, k, old):\n    token = jwt.encode(\n        c, k)\n"
        "    return {'t': token.decode()}, old.decode('ascii')\n"}},
      "a.py:5");
  EXPECT_EQ(after.at("a.py"), "import jwt\n\n\ndef f(c, k):\n    return jwt.encode(c, k, algorithm='HS256')\n");
  EXPECT_EQ(after.at("b.py"),
            "import jwt\n\n\ndef g(c, k, old):\n    token = jwt.encode(\n        c, k)\n"
            "    return {'t': token}, old.decode('ascii')\n");
}

TEST(DecodedText, PythonItselfMakesText) {
  const auto after = undecoded(
      {{"a.py",
        "x = json.dumps({'a': [1]}).decode('utf-8')\ny = subprocess.check_output(['id'], text=True).decode()\n"
        "z = subprocess.check_output(['id']).decode()\nw = hashlib.md5(b'').hexdigest().decode()\n"}},
      "a.py:1");
  EXPECT_EQ(after.at("a.py"),
            "x = json.dumps({'a': [1]})\ny = subprocess.check_output(['id'], text=True)\n"
            "z = subprocess.check_output(['id']).decode()\nw = hashlib.md5(b'').hexdigest()\n");
}

TEST(DecodedText, WhatMayBeBytesAtOtherTimesStays) {
  EXPECT_TRUE(undecoded({{"a.py", "def f(x):\n    return x.decode()\n"}}, "a.py:2").empty());
  const auto bound_again = [](const std::string& binding) {
    return undecoded({{"a.py", "def f(x):\n    t = json.dumps(x)\n    " + binding + "\n    return t.decode()\n"}},
                     "a.py:4");
  };
  for (const auto* binding :
       {"(t, n) = sign(t)", "n, (a, [t]) = sign()", "t, self.n = sign()", "async for n, t in x: pass",
        "with f() as (n, t): pass", "t += x", "t: bytes = x", "def t(): pass"})
    EXPECT_TRUE(bound_again(binding).empty()) << binding;
  for (const auto* use : {"sizes[t] = f(n, t)", "f(n, t).size = 1", "x = (t, n)", "g(t=t)", "assert t, n"})
    EXPECT_FALSE(bound_again(use).empty()) << use;
  EXPECT_TRUE(undecoded({{"a.py", "def f(x):\n    y = json.dumps(x)\n    y = g(y)\n    return y.decode()\n"}}, "a.py:4")
                  .empty());
  EXPECT_TRUE(undecoded({{"a.py", "import jwt\n\n\ndef f(x):\n    return redis.get(x).decode()\n"},
                         {"b.py", "import jwt\nt = jwt.encode(c, k).decode()\n"}},
                        "a.py:5")
                  .empty());
}

// ---- fixtures ----

Files taken(const Files& files, const std::string& name) {
  return mended("pytest.take-fixture", files,
                said("Fixture \"" + name + "\" called directly. Fixtures are not meant to be called directly,",
                     {{"symbol", name}}));
}

TEST(TakeFixture, ByFixturesAndTests) {
  const std::string conftest =
      "import pytest\n\n\n@pytest.fixture\ndef shelf():\n    return []\n\n\n@pytest.fixture()\ndef member():\n"
      "    return 'm'\n\n\n@pytest.fixture\ndef desk(*, size=3):\n    return Desk(shelf(), member(), size)\n";
  const std::string test =
      "import pytest\n\n\nclass TestDesk:\n    def test_lend(self, desk):\n        assert len(shelf()) == 0\n\n\n"
      "async def test_more(desk, n=1):\n    assert shelf()\n";
  const auto after = taken({{"tests/conftest.py", conftest}, {"tests/test_desk.py", test}}, "shelf");
  EXPECT_EQ(after.at("tests/conftest.py"),
            "import pytest\n\n\n@pytest.fixture\ndef shelf():\n    return []\n\n\n@pytest.fixture()\ndef member():\n"
            "    return 'm'\n\n\n@pytest.fixture\ndef desk(member, shelf, *, size=3):\n    return Desk(shelf, member, "
            "size)\n");
  EXPECT_EQ(
      after.at("tests/test_desk.py"),
      "import pytest\n\n\nclass TestDesk:\n    def test_lend(self, desk, shelf):\n        assert len(shelf) == 0\n\n\n"
      "async def test_more(desk, shelf, n=1):\n    assert shelf\n");
}

TEST(TakeFixture, BesideParametersWithComments) {
  const std::string fixture = "import pytest\n\n\n@pytest.fixture\ndef shelf():\n    return []\n\n\n";
  const auto with = [&](const std::string& parameters, const std::string& call) {
    return fixture + "def test_lend(\n    " + parameters + "\n):\n    assert " + call + "\n";
  };
  const auto in = [&](const std::string& parameters) {
    return taken({{"test_a.py", with(parameters, "shelf()")}}, "shelf").at("test_a.py");
  };
  EXPECT_EQ(in("desk  # (old)"), with("desk, shelf  # (old)", "shelf"));
  EXPECT_EQ(in("desk,  # old\n    **more"), with("desk, shelf,  # old\n    **more", "shelf"));
}

TEST(TakeFixture, NotWhereTheCallMeansMore) {
  const auto with = [](const std::string& fixture, const std::string& test) {
    return taken({{"test_a.py", "import pytest\n\n\n" + fixture + "\n\n" + test}}, "shelf");
  };
  const std::string plain = "@pytest.fixture\ndef shelf():\n    return []\n";
  EXPECT_FALSE(with(plain, "def test_a():\n    assert not shelf()\n").empty());
  EXPECT_TRUE(with(plain, "def test_a():\n    assert shelf() is not shelf()\n").empty());
  EXPECT_TRUE(with(plain, "def helper():\n    return shelf()\n").empty());
  EXPECT_TRUE(with(plain, "def test_a():\n    assert shelf(3)\n").empty());
  EXPECT_TRUE(with(plain, "class TestA(unittest.TestCase):\n    def test_a(self):\n        assert shelf()\n").empty());
  EXPECT_TRUE(with(plain, "@pytest.fixture(scope='module')\ndef desk():\n    return shelf()\n").empty());
  EXPECT_TRUE(
      with("@pytest.fixture\ndef shelf():\n    yield []\n", "def test_a():\n    assert next(shelf())\n").empty());
  EXPECT_TRUE(with("@pytest.fixture(name='rack')\ndef shelf():\n    return []\n", "def test_a():\n    assert shelf()\n")
                  .empty());
}

// ---- filters of warnings ----

Files filtered(const Files& files, const std::string& filter, const std::string& module, const std::string& symbol) {
  auto one = said("AttributeError: module '" + module + "' has no attribute '" + symbol + "'",
                  {{"module", module}, {"symbol", symbol}});
  one.before = {"ERROR: while parsing the following warning configuration:",
                "",
                "  " + filter,
                "",
                "This error occurred:",
                "",
                "Traceback (most recent call last):"};
  return mended("pytest.fix-filter", files, one);
}

TEST(GoneFilter, LeavesTheConfiguration) {
  const std::string filter = "ignore::pytest.RemovedInPytest4Warning";
  const auto after = [&](const std::string& file, const std::string& text) {
    const auto files = filtered({{file, text}}, filter, "pytest", "RemovedInPytest4Warning");
    return files.contains(file) ? files.at(file) : "nothing";
  };
  EXPECT_EQ(after("setup.cfg", "[tool:pytest]\nfilterwarnings =\n    error\n    " + filter + "\n    ignore:old\n"),
            "[tool:pytest]\nfilterwarnings =\n    error\n    ignore:old\n");
  EXPECT_EQ(after("pytest.ini", "[pytest]\nfilterwarnings =\n    " + filter + "\ntestpaths = tests\n"),
            "[pytest]\ntestpaths = tests\n");
  EXPECT_EQ(after("tox.ini", "[pytest]\nfilterwarnings = " + filter + "\n"), "[pytest]\n");
  EXPECT_EQ(after("tox.ini", "[pytest]\nfilterwarnings = " + filter + "\n  error\n"),
            "[pytest]\nfilterwarnings = \n  error\n");
  EXPECT_EQ(after("pyproject.toml",
                  "[tool.pytest.ini_options]\nfilterwarnings = [\n    \"error\",\n    \"" + filter + "\",\n]\n"),
            "[tool.pytest.ini_options]\nfilterwarnings = [\n    \"error\",\n]\n");
  EXPECT_EQ(after("notes.ini", "filterwarnings = " + filter + "\n"), "nothing");
}

TEST(GoneFilter, NamesTheClassWhereItIsToday) {
  const auto after =
      filtered({{"pytest.ini", "[pytest]\nfilterwarnings =\n  error::numpy.VisibleDeprecationWarning\n"}},
               "error::numpy.VisibleDeprecationWarning", "numpy", "VisibleDeprecationWarning");
  EXPECT_EQ(after.at("pytest.ini"),
            "[pytest]\nfilterwarnings =\n  error::numpy.exceptions.VisibleDeprecationWarning\n");
}

TEST(GoneFilter, StaysWhereItMayBeASlipOrAnothersClass) {
  const Files strict = {{"pytest.ini", "[pytest]\nfilterwarnings =\n  error::shop.PriceWarnin\n"}};
  EXPECT_TRUE(filtered(strict, "error::shop.PriceWarnin", "shop", "PriceWarnin").empty());
  EXPECT_TRUE(filtered(strict, "error::shop.PriceWarnin", "pytest", "RemovedInPytest4Warning").empty());
}

// ---- rows of unequal length ----

std::string objects(const std::string& line, const std::string& file = "walk.py") {
  auto one = said(
      "E   ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after "
      "1 "
      "dimensions. The detected shape was (3,) + inhomogeneous part.",
      {{"actual", "1"}});
  one.after = {"", file + ":3: ValueError"};
  const std::string head = "import numpy as np\n\n";
  const auto files = mended("numpy.array-of-objects", Files{{file, head + line + "\n"}}, one);
  return files.empty() ? "" : files.at(file).substr(head.size(), files.at(file).size() - head.size() - 1);
}

TEST(RaggedArray, IsOneOfObjects) {
  EXPECT_EQ(objects("x = np.array([list(p) for p in parts])"), "x = np.array([list(p) for p in parts], dtype=object)");
  EXPECT_EQ(objects("x = np.array(\n    rows  # (a, b)\n)"), "x = np.array(\n    rows, dtype=object  # (a, b)\n)");
  EXPECT_EQ(objects("x = np.asarray(\n    rows\n)[1:]"), "x = np.asarray(\n    rows, dtype=object\n)[1:]");
}

TEST(RaggedArray, ButNotWhereATypeIsSaidOrSeveralAreMade) {
  EXPECT_EQ(objects("x = np.array(rows, dtype=float)"), "");
  EXPECT_EQ(objects("x = np.array(rows, float)"), "");
  EXPECT_EQ(objects("x = np.array([np.array(a), np.array(b)])"), "");
  EXPECT_EQ(objects("x = other.array(rows)"), "");
  EXPECT_EQ(objects("x = np.array(rows)", "test_walk.py"), "");
}

}  // namespace
}  // namespace regreen::story
