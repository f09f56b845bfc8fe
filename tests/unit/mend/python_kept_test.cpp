// What must stay as it is beside what is mended: the other half of a cycle, methods, attributes and keywords of that name elsewhere.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence cycle(std::vector<std::string> frames) {
  auto one = said("ImportError: cannot import name 'Ship' from partially initialized module 'ship' (/x/ship.py)",
                  {{"symbol", "Ship"}, {"module", "ship"}});
  one.before = std::move(frames);
  return one;
}

TEST(PythonCycle, GivesWayWhereTheNameIsForAnnotationsAlone) {
  const Files files = {
      {"ship.py",
       "from typing import Dict\n\nfrom port import Pier, Port\n\n\nclass Ship:\n    at: Dict[str, Port]\n\n"
       "    def moor(self, pier: Pier) -> None:\n        pass\n"},
      {"port.py", "from ship import Ship\n\n\nclass Pier(Ship):\n    pass\n\n\nclass Port:\n    pass\n"},
      {"main.py", "from ship import Ship\n\n\ndef f(a: Ship):\n    pass\n"}};
  const auto after = mended("python.break-cycle", files,
                            cycle({"main.py:1: in <module>", "ship.py:3: in <module>", "port.py:1: in <module>"}));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_TRUE(contains(after.at("ship.py"), "if TYPE_CHECKING:\n    from port import Pier, Port\n"))
      << after.at("ship.py");
}

TEST(PythonCycle, StaysWhereItIsNotPartOfIt) {
  const Files files = {{"ship.py", "from port import Port\n\n\nclass Ship(Port):\n    pass\n"},
                       {"port.py", "from ship import Ship\n\n\nclass Port(Ship):\n    pass\n"},
                       {"main.py", "from ship import Ship\n\n\ndef f(a: Ship):\n    pass\n"}};
  EXPECT_EQ(mended("python.break-cycle", files,
                   cycle({"main.py:1: in <module>", "ship.py:1: in <module>", "port.py:1: in <module>"})),
            Files{});
  const Files model = {
      {"ship.py", "from pydantic import BaseModel\nfrom port import Port\n\n\nclass Ship(BaseModel):\n    at: Port\n"},
      {"port.py", "from ship import Ship\n\n\nclass Port(Ship):\n    pass\n"}};
  EXPECT_EQ(mended("python.break-cycle", model, cycle({"ship.py:2: in <module>", "port.py:1: in <module>"})), Files{});
}

TEST(PythonCycle, StaysWhereOthersTakeTheNameFromThere) {
  Files files = {{"ship.py", "from port import Port\n\n\nclass Ship:\n    at: Port\n"},
                 {"port.py", "from ship import Ship\n\n\nclass Port(Ship):\n    pass\n"},
                 {"views.py", ""}};
  const auto mended_with = [&](const std::string& views) {
    files["views.py"] = views;
    return mended("python.break-cycle", files, cycle({"ship.py:1: in <module>", "port.py:1: in <module>"}));
  };
  EXPECT_FALSE(mended_with("import ship\n").empty());
  EXPECT_EQ(mended_with("from ship import Port, Ship\n"), Files{});
  EXPECT_EQ(mended_with("import ship\n\nPAIR = (ship.Port, 1)\n"), Files{});
  EXPECT_EQ(mended_with("patch('ship.Port')\n"), Files{});
  EXPECT_EQ(mended_with("import typing\n\n\ndef fields(one):\n    return typing.get_type_hints(one)\n"), Files{});
}

std::string requoted(const std::string& line) {
  const auto after = mended("python.fix-syntax", {{"a.py", line + "\n"}},
                            said("SyntaxError: f-string: unmatched '[' (a.py, line 1)", {}));
  return after.contains("a.py") ? after.at("a.py") : "nothing\n";
}

TEST(FormatString, GetsOtherQuotesInEachOfItsFields) {
  EXPECT_EQ(requoted(R"(x = f"{e["name"]:<20} {e['ml']} [{", ".join(e["tags"])}]")"),
            R"(x = f"{e['name']:<20} {e['ml']} [{', '.join(e['tags'])}]")"
            "\n");
  EXPECT_EQ(requoted(R"(x = f'{e['name']} {{e["x"]}}')"), R"(x = f'{e["name"]} {{e["x"]}}')"
                                                          "\n");
  EXPECT_EQ(requoted(R"(x = f"{e["it's"]}")"), "nothing\n");
  EXPECT_EQ(requoted(R"(x = f"{"".join(f"{y["a"]}" for y in e)}")"), "nothing\n");
}

Diagnosis warned(const std::string& line) { return diagnosis_of({said(line, {})}); }

TEST(NoseMethods, AreThoseOfTestClasses) {
  const auto nose = warned("E  tests/test_a.py::TestA::test_x is using nose-specific method: `setup(self)`");
  const Files files = {
      {"app.py", "class Board:\n    def setup(self):\n        pass\n\n    def test(self):\n        self.setup()\n"},
      {"tests/fakes.py", "class Fake:\n    def setup(self):\n        pass\n"},
      {"tests/base.py", "class Base:\n    def setup(self):\n        self.a = 1\n"},
      {"tests/test_a.py",
       "import unittest\n\nfrom tests.base import Base\n\n\nclass TestA(Base):\n    def setup(self):\n"
       "        super().setup()\n        self.b.setup()\n\n    def test_x(self):\n        pass\n\n\n"
       "class TestB(unittest.TestCase):\n    def setup(self):\n        pass\n\n    def test_y(self):\n        pass\n"}};
  auto expected = replace_all(files.at("tests/test_a.py"), "super().setup()", "super().setup_method()");
  expected.replace(expected.find("def setup(self)"), 15, "def setup_method(self)");
  EXPECT_EQ(mended("python.modernize", tree_of(files), nose),
            (Files{{"tests/base.py", "class Base:\n    def setup_method(self):\n        self.a = 1\n"},
                   {"tests/test_a.py", expected}}));
}

TEST(NoseMethods, FollowTheImportsOfTheBase) {
  const auto nose = warned("E  checks/relay.py::TestA::test_x is using nose-specific method: `setup(self)`");
  const std::string base = "class Base:\n    def setup(self):\n        self.a = 1\n",
                    mended_base = replace_all(base, "setup", "setup_method");
  const std::string test = "class TestA(Base):\n    def test_x(self):\n        pass\n";
  EXPECT_EQ(mended("python.modernize",
                   tree_of({{"app/plugins.py", base + "\n\ndef run(plugin):\n    plugin.setup()\n"},
                            {"checks/__init__.py", "from .base import Base\n"},
                            {"checks/base.py", base},
                            {"checks/relay.py", "from checks import Base\n\n\n" + test}}),
                   nose),
            Files{});  // who calls setup of what, nobody can tell
  EXPECT_EQ(mended("python.modernize",
                   tree_of({{"app/plugins.py", base + "\n\ndef run(plugin):\n    plugin.setup()\n"},
                            {"tests/__init__.py", "from .base import Base\n"},
                            {"tests/base.py", base},
                            {"tests/test_a.py", "from tests import Base\n\n\n" + test}}),
                   nose),
            (Files{{"tests/base.py", mended_base}}));
  EXPECT_EQ(
      mended(
          "python.modernize",
          tree_of({{"app/checks.py", base},
                   {"other/checks.py", base},
                   {"checks/relay.py", "import app.checks\n\n\n" + replace_all(test, "(Base)", "(app.checks.Base)")}}),
          nose),
      (Files{{"app/checks.py", mended_base}}));
}

TEST(NoseMethods, OfOtherClassesOfThatNameStay) {
  const std::string own =
      "class TestBench:\n    def setup(self):\n        pass\n\n    def test(self):\n        self.setup()\n";
  EXPECT_EQ(mended("python.modernize",
                   tree_of({{"app/bench.py", own},
                            {"tests/test_a.py",
                             "from lib import TestBench\n\n\n"
                             "class TestA(TestBench):\n    def test_x(self):\n        pass\n"}}),
                   warned("E  tests/test_a.py::TestA::test_x is using nose-specific method: `setup(self)`")),
            Files{});
}

TEST(RenamedAttribute, IsThatOfTheClassThatTheWarningNames) {
  const auto retry =
      warned("E  DeprecationWarning: Using 'Retry.OLD' is deprecated and will be removed. Use 'Retry.NEW' instead");
  EXPECT_EQ(mended("python.modernize",
                   tree_of({{"a.py", "import u\nfrom u import Plan, Retry\n\nx = [Retry.OLD, Plan.OLD, u.Retry.OLD]\n"},
                            {"b.py", "class Retry:\n    OLD = 1\n\n\nprint(Retry.OLD)\n"}}),
                   retry),
            (Files{{"a.py", "import u\nfrom u import Plan, Retry\n\nx = [Retry.NEW, Plan.OLD, u.Retry.NEW]\n"}}));
  EXPECT_EQ(mended("python.modernize", tree_of({{"a.py", "from u import Retry\n\nx = Retry.OLD\n"}}),
                   warned("E  DeprecationWarning: 'Retry.OLD' is deprecated, use 'Policy.NEW' instead")),
            Files{});
}

TEST(RenamedAttribute, StaysWhereNoLibraryIsMeant) {
  const auto retry = warned("E  DeprecationWarning: Using 'Retry.OLD' is deprecated. Use 'Retry.NEW' instead");
  const std::string use = "\nx = Retry.OLD\n";
  EXPECT_EQ(mended("python.modernize",
                   tree_of({{"own/rules.py", "class Retry:\n    OLD = 1\n"},
                            {"a.py", "from own.rules import Retry\n" + use},
                            {"own/b.py", "from .rules import Retry\n" + use},
                            {"c.py", "from u import *\n" + use},
                            {"d.py", "from u import Retry as Once\n\nx = Once.OLD + self.Once.OLD\n"}}),
                   retry),
            (Files{{"d.py", "from u import Retry as Once\n\nx = Once.NEW + self.Once.OLD\n"}}));
}

TEST(RenamedAttribute, IsCalledAsTheAdviceSays) {
  const Tree& tree = tree_of({{"a.py", "from u import Conf\n\nx = Conf.old\n"}});
  EXPECT_EQ(
      mended("python.modernize", tree,
             warned("E  'Conf.old' is deprecated because 'Conf.set' is there, else 'Conf.off', do not use 'Conf.on', "
                    "use 'Conf.limit' instead")),
      (Files{{"a.py", "from u import Conf\n\nx = Conf.limit\n"}}));
  EXPECT_EQ(mended("python.modernize", tree, warned("E  'Conf.old' is deprecated because 'Conf.set' is there")),
            Files{});
}

Files with_keyword(const std::string& body) {
  return mended(
      "python.rename-argument",
      tree_of(
          {{"a.py", "from urllib3.util.retry import Retry\n\n\nclass Mine(Retry):\n    def __init__(self, **kw):\n" +
                        body + "        super().__init__(**kw)\n"}}),
      warned(
          "E  DeprecationWarning: Using 'method_whitelist' with Retry is deprecated. Use 'allowed_methods' instead"));
}

TEST(HandedKeyword, FollowsTheClassThatItIsHandedTo) {
  EXPECT_EQ(with_keyword("        kw.setdefault('method_whitelist', ())\n").at("a.py"),
            "from urllib3.util.retry import Retry\n\n\nclass Mine(Retry):\n    def __init__(self, **kw):\n"
            "        kw.setdefault('allowed_methods', ())\n        super().__init__(**kw)\n");
  EXPECT_EQ(with_keyword("        self.own = kw.pop('method_whitelist', ())\n"), Files{});
  EXPECT_EQ(with_keyword("        self.own = kw['method_whitelist']\n"), Files{});
  EXPECT_EQ(with_keyword("        settings.setdefault('method_whitelist', ())\n"), Files{});
}

}  // namespace
}  // namespace regreen::story
