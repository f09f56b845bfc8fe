#include "story.h"

namespace regreen::story {
namespace {

constexpr std::string_view remedy = "python.modernize";

std::string modern(const std::string& text, Occurrence occurrence) {
  const auto after = mended(remedy, Files{{"app.py", text}}, std::move(occurrence));
  return after.empty() ? "" : after.at("app.py");
}

Occurrence no_attribute(const std::string& module, const std::string& symbol) {
  return said("AttributeError: module '" + module + "' has no attribute '" + symbol + "'",
              {{"module", module}, {"symbol", symbol}});
}

Occurrence warned(const std::string& message) {
  return said("E       DeprecationWarning: " + message, {{"detail", message}});
}

TEST(Modernize, AbstractClassesMovedOutOfCollections) {
  EXPECT_EQ(modern("import collections\n\nx = isinstance(v, collections.Mapping)\ny = collections.OrderedDict()  # "
                   "collections.Mapping\n",
                   no_attribute("collections", "Mapping")),
            "import collections.abc\n\nx = isinstance(v, collections.abc.Mapping)\ny = collections.OrderedDict()  # "
            "collections.Mapping\n");
  EXPECT_EQ(modern("from collections import Mapping, OrderedDict, Iterable as It\n",
                   said("ImportError: cannot import name 'Mapping' from 'collections' (…)",
                        {{"module", "collections"}, {"symbol", "Mapping"}})),
            "from collections import OrderedDict\nfrom collections.abc import Mapping\nfrom collections.abc import "
            "Iterable as It\n");
}

TEST(Modernize, AllNamesOfAStatementMoveInPlace) {
  EXPECT_EQ(modern("from collections import (\r\n    Mapping,  # map\r\n    Iterable,\r\n)\r\n",
                   no_attribute("collections", "Mapping")),
            "from collections.abc import (\r\n    Mapping,  # map\r\n    Iterable,\r\n)\r\n");
}

TEST(Modernize, AliasesOfNumpyBecomeWhatTheyWere) {
  EXPECT_EQ(modern("import numpy as np\nx = np.zeros(3, dtype=np.float)\ny = np.float64(np.Inf)\n",
                   no_attribute("numpy", "float")),
            "import numpy as np\nx = np.zeros(3, dtype=float)\ny = np.float64(np.inf)\n");
}

TEST(Modernize, RenamedFunctionsAreCalledByTheirNewName) {
  EXPECT_EQ(modern("import time\nt = time.clock()\n", no_attribute("time", "clock")),
            "import time\nt = time.perf_counter()\n");
  EXPECT_EQ(modern("from fractions import gcd\nx = gcd(4, 6)\n", no_attribute("fractions", "gcd")),
            "from math import gcd\nx = gcd(4, 6)\n");
  EXPECT_EQ(modern("import os, imp\nimp.reload(m)\nos.x\n", said("No module named 'imp'", {{"module", "imp"}})),
            "import importlib\nimport os\nimportlib.reload(m)\nos.x\n");
  EXPECT_EQ(modern("from django.utils.encoding import force_text\nx = force_text(y, force_text=1)\n",
                   warned("force_text() is deprecated in favor of force_str().")),
            "from django.utils.encoding import force_str\nx = force_str(y, force_text=1)\n");
}

TEST(Modernize, ModulesOfPython2) {
  const auto gone = [](const std::string& module) {
    return said("ModuleNotFoundError: No module named '" + module + "'", {{"module", module}});
  };
  EXPECT_EQ(modern("import ConfigParser\nc = ConfigParser.ConfigParser()\n", gone("ConfigParser")),
            "import configparser as ConfigParser\nc = ConfigParser.ConfigParser()\n");
  EXPECT_EQ(modern("import urllib2\nr = urllib2.urlopen(urllib2.Request(u))\n", gone("urllib2")),
            "import urllib.request\nr = urllib.request.urlopen(urllib.request.Request(u))\n");
  EXPECT_EQ(modern("import os, Queue\nx = Queue.Queue(os)\n", gone("Queue")),
            "import os\nimport queue as Queue\nx = Queue.Queue(os)\n");
  EXPECT_EQ(modern("from urlparse import urljoin\n", gone("urlparse")), "from urllib.parse import urljoin\n");
  EXPECT_EQ(
      modern("from itertools import izip\nfor a, b in izip(x, y):\n    pass\n", no_attribute("itertools", "izip")),
      "for a, b in zip(x, y):\n    pass\n");
}

TEST(Modernize, WhatIsKeptForOlderVersionsStays) {
  EXPECT_EQ(
      modern(
          "try:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n",
          no_attribute("collections", "Mapping")),
      "");
}

TEST(Modernize, MethodsOfTestsAndLoggers) {
  const Files before = {
      {"q/stats.py",
       "import "
       "warnings\nlog.warn('x')\nself.logger.warn(\"y\")\nlogging.getLogger('a').warn('z')\nwarnings.warn('kept')\n"},
      {"tests/test_q.py",
       "class T(TestCase):\n    def test(self):\n        self.assertEquals(1, 1)  # assertEquals\n        "
       "self.assertNotEquals(1, 2)\n"}};
  auto after = mended(remedy, before,
                      diagnosis_of({warned("The 'warn' method is deprecated, use 'warning' instead"),
                                    warned("Please use assertEqual instead.")}));
  EXPECT_EQ(after.at("q/stats.py"),
            "import "
            "warnings\nlog.warning('x')\nself.logger.warning(\"y\")\nlogging.getLogger('a').warning('z')\nwarnings."
            "warn('kept')\n");
  auto shown = warned("Please use assertEqual instead.");
  shown.before = {">       self.assertEquals(1, 1)"};
  after = mended(remedy, before, shown);
  EXPECT_EQ(after, (Files{{"tests/test_q.py",
                           "class T(TestCase):\n    def test(self):\n        self.assertEqual(1, 1)  # assertEquals\n  "
                           "      self.assertNotEqual(1, 2)\n"}}));
}

TEST(Modernize, HasKeyBecomesIn) {
  EXPECT_EQ(modern("if d.has_key('a') and not self.x[0].has_key(k):\n    y = 1 + d.has_key(z)\n",
                   said("AttributeError: 'dict' object has no attribute 'has_key'",
                        {{"module", "dict"}, {"symbol", "has_key"}})),
            "if 'a' in d and k not in self.x[0]:\n    y = 1 + (z in d)\n");
}

TEST(Modernize, UtcnowKeepsItsMeaning) {
  const auto said_so =
      warned("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version.");
  EXPECT_EQ(
      modern("from datetime import datetime\nx = datetime.utcnow()\ns = datetime.utcnow().strftime('%Y')\n", said_so),
      "from datetime import datetime, timezone\nx = datetime.now(timezone.utc).replace(tzinfo=None)\ns = "
      "datetime.now(timezone.utc).strftime('%Y')\n");
  EXPECT_EQ(
      modern(
          "import datetime as dt\nx = dt.datetime.utcfromtimestamp(t)\nf = field(default_factory=dt.datetime.utcnow)\n",
          said_so),
      "import datetime as dt\nx = dt.datetime.fromtimestamp(t, dt.timezone.utc).replace(tzinfo=None)\nf = "
      "field(default_factory=lambda: dt.datetime.now(dt.timezone.utc).replace(tzinfo=None))\n");
  const auto both = candidates(remedy, tree_of({{"a.py", "import datetime\nx = datetime.datetime.utcnow()\n"}}),
                               diagnosis_of({said_so}));
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[1].changes[0].after, "import datetime\nx = datetime.datetime.now(datetime.timezone.utc)\n");
}

TEST(Modernize, EscapesThatEscapeNothing) {
  EXPECT_EQ(modern("a = '\\d+'\nb = 'x\\n\\d'\nc = r'\\d'\nd = f'{x}\\w'\n",
                   said("app.py:1:6: W605 invalid escape sequence '\\d'",
                        {{"file", "app.py"}, {"line", "1"}, {"code", "W605"}})),
            "a = r'\\d+'\nb = 'x\\n\\\\d'\nc = r'\\d'\nd = rf'{x}\\w'\n");
}

TEST(Modernize, ComparisonsThatLintersDislike) {
  const auto found = [](const std::string& code) {
    return said("app.py:1:6: " + code + " …", {{"file", "app.py"}, {"line", "1"}, {"code", code}});
  };
  EXPECT_EQ(modern("a = x == None or y != None\nb = z == None\n", found("E711")),
            "a = x is None or y is not None\nb = z == None\n");
  EXPECT_EQ(modern("if x.on == True:\n    y()\n", found("E712")), "if x.on is True:\n    y()\n");
  EXPECT_EQ(modern("a = [y for y in z if (y == None) and y.b != None]\n", found("E711")),
            "a = [y for y in z if (y is None) and y.b is not None]\n");
  EXPECT_EQ(modern("a = x is 'y' and z is not 3\n", found("F632")), "a = x == 'y' and z != 3\n");
  EXPECT_EQ(modern("a = not x.y in z\n", found("E713")), "a = x.y not in z\n");
  EXPECT_EQ(modern("a = f'x'\n", found("F541")), "a = 'x'\n");
}

TEST(Modernize, ComparisonsThatMayBeQueriesStay) {
  const auto found = [](const std::string& code) {
    return said("app.py:1:6: " + code + " …", {{"file", "app.py"}, {"line", "1"}, {"code", code}});
  };
  EXPECT_EQ(modern("rows = table.where(table.closed == None)\n", found("E711")), "");
  EXPECT_EQ(modern("good = values[flags == True]\n", found("E712")), "");
  EXPECT_EQ(modern("if ((a == True) & b).any():\n    pass\n", found("E712")), "");
  EXPECT_EQ(modern("if x == True: from numpy import y\n", found("E712")), "");
}

TEST(Modernize, MethodsOfTheProjectAndFunctionsOfModulesKeepTheirNames) {
  const auto error = said("app.py:2: AttributeError: 'array.array' object has no attribute 'tostring'",
                          {{"file", "app.py"}, {"line", "2"}, {"symbol", "tostring"}});
  EXPECT_EQ(
      modern("import xml.etree.ElementTree as ET\nx = a.tostring()\ny = ET.tostring(x)\nz = b().tostring()\n", error),
      "import xml.etree.ElementTree as ET\nx = a.tobytes()\ny = ET.tostring(x)\nz = b().tobytes()\n");
  EXPECT_EQ(
      modern("def f(a, b):\n    return a.tostring()\nclass B:\n    def tostring(self):\n        return b.tostring()\n",
             error),
      "def f(a, b):\n    return a.tobytes()\nclass B:\n    def tostring(self):\n        return b.tostring()\n");
}

TEST(Modernize, ABareExceptIsNamedWhereItIsFoundAndMeansTheSameWhereItRaisesAgain) {
  const auto found =
      said("app.py:3:1: E722 do not use bare 'except'", {{"file", "app.py"}, {"line", "3"}, {"code", "E722"}});
  EXPECT_EQ(modern("try:\n    a()\nexcept:\n    pass\ntry:\n    a()\nexcept:  # noqa\n    pass\n", found),
            "try:\n    a()\nexcept Exception:\n    pass\ntry:\n    a()\nexcept:  # noqa\n    pass\n");
  EXPECT_EQ(modern("try:\n    a()\nexcept:\n    b()\n    raise\n", found),
            "try:\n    a()\nexcept BaseException:\n    b()\n    raise\n");
}

TEST(Modernize, NothingHappensToFilesThatAreNotConcerned) {
  EXPECT_EQ(modern("import collections\nx = collections.OrderedDict()\n", no_attribute("collections", "Mapping")), "");
  EXPECT_EQ(modern("x = 1\n", warned("../../x is deprecated")), "");
}

}  // namespace
}  // namespace regreen::story
