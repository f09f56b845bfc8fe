#include "mend/python/language/import.h"
#include "story.h"

namespace regreen::story {
namespace {

Occurrence unused(const std::string& name, std::size_t line = 1) {
  return said("app.py:" + std::to_string(line) + ":1: F401 '" + name + "' imported but unused",
              {{"file", "app.py"}, {"line", std::to_string(line)}, {"code", "F401"}, {"symbol", name}});
}

std::string without(const std::string& text, std::vector<Occurrence> occurrences) {
  const auto after =
      mended("python.remove-unused-import", Files{{"app.py", text}}, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "" : after.at("app.py");
}

TEST(UnusedImport, AStatementGoesAsAWhole) {
  EXPECT_EQ(without("\"\"\"Doc.\"\"\"\n\nimport os\n\n\ndef f():\n    pass\n", {unused("os", 3)}),
            "\"\"\"Doc.\"\"\"\n\n\ndef f():\n    pass\n");
  EXPECT_EQ(without("import os\r\nimport sys\r\n\r\nsys.exit()\r\n", {unused("os")}),
            "import sys\r\n\r\nsys.exit()\r\n");
}

TEST(UnusedImport, OneNameOutOfSeveral) {
  EXPECT_EQ(without("from typing import Dict, List, Optional  # types\nx: List\n",
                    {unused("typing.Dict"), unused("typing.Optional")}),
            "from typing import List  # types\nx: List\n");
  EXPECT_EQ(without("import os, sys\nsys\n", {unused("os")}), "import sys\nsys\n");
  EXPECT_EQ(without("import numpy as np, re\nre\n", {unused("numpy as np")}), "import re\nre\n");
}

TEST(UnusedImport, OneNamePerLine) {
  EXPECT_EQ(without("from a.b import (\n    x,  # why\n    y,\n    z as w,\n)\ny\n",
                    {unused("a.b.x", 2), unused("a.b.z as w", 4)}),
            "from a.b import (\n    y,\n)\ny\n");
}

TEST(UnusedImport, TheOnlyStatementOfABlockBecomesPass) {
  EXPECT_EQ(without("def f():\n    import os\n", {unused("os", 2)}), "def f():\n    pass\n");
  EXPECT_EQ(without("try:\n    import ujson\nexcept ImportError:\n    pass\n", {unused("ujson", 2)}), "");
}

TEST(UnusedImport, WhatIsUsedOrHandedOnStays) {
  EXPECT_EQ(without("import os\nos.getcwd()\n", {unused("os")}), "");
  EXPECT_EQ(without("from a import b\n__all__ = ['b']\n", {unused("a.b")}), "");
  EXPECT_TRUE(
      mended("python.remove-unused-import", Files{{"p/__init__.py", "from .a import b\n"}},
             said("p/__init__.py:1:1: F401 '.a.b' imported but unused", {{"file", "p/__init__.py"}, {"line", "1"}}))
          .empty());
}

TEST(UnusedImport, PylintSpeaksAnotherWay) {
  const auto pylint = [](const std::string& message) {
    return said("app.py:1:0: W0611: " + message + " (unused-import)", {{"file", "app.py"}, {"line", "1"}});
  };
  EXPECT_EQ(without("from os import path, sep\nsep\n", {pylint("Unused path imported from os")}),
            "from os import sep\nsep\n");
  EXPECT_EQ(without("import json\nx = 1\n", {pylint("Unused import json")}), "x = 1\n");
}

Occurrence undefined(const std::string& name, const std::string& file = "app.py") {
  return said("NameError: name '" + name + "' is not defined", {{"symbol", name}}, {{file, 3, 0}});
}

std::string with(const std::string& text, const std::string& name, Files more = {}) {
  more["app.py"] = text;
  const auto after = mended("python.add-import", more, undefined(name));
  return after.empty() ? "" : after.at("app.py");
}

TEST(AddImport, TheUsualMeaningIsImportedInItsPlace) {
  EXPECT_EQ(with("import json\nimport sys\n\nimport yaml\n\nprint(os.sep, json, sys, yaml)\n", "os"),
            "import json\nimport os\nimport sys\n\nimport yaml\n\nprint(os.sep, json, sys, yaml)\n");
  EXPECT_EQ(
      with("\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\nimport re\n\nx = Path('.')\n", "Path"),
      "\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\nimport re\nfrom pathlib import Path\n\nx = Path('.')\n");
  EXPECT_EQ(with("#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n\nprint(os.sep)\n", "os"),
            "#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\nimport os\n\nprint(os.sep)\n");
  EXPECT_EQ(with("\"\"\"Doc.\"\"\"\n\n\ndef f():\n    return os.sep\n", "os"),
            "\"\"\"Doc.\"\"\"\n\nimport os\n\n\ndef f():\n    return os.sep\n");
}

TEST(AddImport, ANameJoinsTheImportOfItsModule) {
  EXPECT_EQ(with("from typing import Any, List\n\nx: Optional[List[Any]] = None\n", "Optional"),
            "from typing import Any, List, Optional\n\nx: Optional[List[Any]] = None\n");
  EXPECT_EQ(with("from typing import (\n    Any,\n    Union,\n)\n\nx: List[Any]\n", "List"),
            "from typing import (\n    Any,\n    List,\n    Union,\n)\n\nx: List[Any]\n");
}

TEST(AddImport, APackageOnlyWhereTheProjectHasIt) {
  EXPECT_EQ(with("x = np.zeros(3)\n", "np"), "");
  EXPECT_EQ(with("x = np.zeros(3)\n", "np", {{"requirements.txt", "numpy\n"}}),
            "import numpy as np\n\nx = np.zeros(3)\n");
}

TEST(AddImport, ANameOfTheProjectComesFromItsModule) {
  EXPECT_EQ(
      with("import os\n\nprint(os, total([1]))\n", "total", {{"shop/sums.py", "def total(x):\n    return sum(x)\n"}}),
      "import os\n\nfrom shop.sums import total\n\nprint(os, total([1]))\n");
  EXPECT_EQ(with("x = total([1])\n", "total", {{"a.py", "def total(): pass\n"}, {"b.py", "def total(): pass\n"}}), "");
}

TEST(AddImport, NamesOfPython2AreCalledOtherwiseToday) {
  EXPECT_EQ(with("for i in xrange(3):\n    f(xrange=i, s='xrange')\n", "xrange"),
            "for i in range(3):\n    f(xrange=i, s='xrange')\n");
}

TEST(AddImport, UnknownUnusedAndHostileNamesAreLeftAlone) {
  EXPECT_EQ(with("x = frobnicate()\n", "frobnicate"), "");
  EXPECT_EQ(with("x = 'os'\n", "os"), "");
  EXPECT_EQ(with("x = os.sep\n", "os\nimport evil"), "");
  EXPECT_EQ(with("def f(os):\n    return os.sep\nos = 1\n", "os"), "");
}

std::string fixed(Files files, Occurrence occurrence, const std::string& file = "app.py") {
  const auto after = mended("python.fix-import", files, std::move(occurrence));
  return after.contains(file) ? after.at(file) : "";
}

Occurrence cannot_import(const std::string& symbol, const std::string& module) {
  return said("ImportError: cannot import name '" + symbol + "' from '" + module + "' (/x/y.py)",
              {{"symbol", symbol}, {"module", module}});
}

Occurrence no_module(const std::string& module, std::vector<Location> locations = {}) {
  return said("ModuleNotFoundError: No module named '" + module + "'", {{"module", module}}, std::move(locations));
}

TEST(FixImport, AMovedNameIsImportedFromItsNewHomeAndTheOthersStay) {
  EXPECT_EQ(
      fixed({{"app.py", "from jinja2 import Environment, Markup, escape\n\nenv = Environment(autoescape=True)\n"}},
            cannot_import("Markup", "jinja2")),
      "from jinja2 import Environment\nfrom markupsafe import Markup, escape\n\nenv = Environment(autoescape=True)\n");
  EXPECT_EQ(fixed({{"app.py", "from sklearn.externals import joblib\njoblib.dump\n"}},
                  cannot_import("joblib", "sklearn.externals")),
            "import joblib\njoblib.dump\n");
  EXPECT_EQ(fixed({{"app.py", "from django.utils.translation import ugettext_lazy as _\nx = _('a')\n"}},
                  cannot_import("ugettext_lazy", "django.utils.translation")),
            "from django.utils.translation import gettext_lazy as _\nx = _('a')\n");
}

TEST(FixImport, ANameOfTheProjectThatLivesElsewhere) {
  const Files before = {{"shop/__init__.py", ""},
                        {"shop/money.py", "def fmt(x):\n    return x\n"},
                        {"shop/util.py", "def other():\n    pass\n"},
                        {"shop/cart.py", "from .util import fmt, other\n\nfmt(other())\n"}};
  EXPECT_EQ(fixed(before, cannot_import("fmt", "shop.util"), "shop/cart.py"),
            "from .util import other\nfrom .money import fmt\n\nfmt(other())\n");
}

TEST(FixImport, ANameThatIsUsedThroughItsOldModule) {
  const Files files = {{"farm/__init__.py", ""},
                       {"farm/tools.py", "def label(x):\n    return x\n"},
                       {"farm/units.py", "def litres(x):\n    return x\n"},
                       {"farm/cheese.py", "from farm import tools\n\n\ndef f(x):\n    return tools.litres(x)\n"},
                       {"farm/milk.py", "from farm import tools\n\ntools.label(tools.litres(1))\n"}};
  EXPECT_EQ(
      mended("python.fix-import", files,
             said("AttributeError: module 'farm.tools' has no attribute 'litres'",
                  {{"module", "farm.tools"}, {"symbol", "litres"}})),
      (Files{{"farm/cheese.py", "import farm.units\n\n\ndef f(x):\n    return farm.units.litres(x)\n"},
             {"farm/milk.py", "import farm.units\nfrom farm import tools\n\ntools.label(farm.units.litres(1))\n"}}));
}

TEST(FixImport, AMisspeltNameIsSpeltAsItIsDefined) {
  EXPECT_EQ(fixed({{"settings.py", "DEFAULT_HOST = 1\nPORT = 2\n"},
                   {"app.py", "from settings import DEFUALT_HOST\nprint(DEFUALT_HOST)\n"}},
                  cannot_import("DEFUALT_HOST", "settings")),
            "from settings import DEFAULT_HOST\nprint(DEFAULT_HOST)\n");
  EXPECT_EQ(fixed({{"settings.py", "HOST_A = 1\nHOST_B = 2\n"}, {"app.py", "from settings import HOST_C\n"}},
                  cannot_import("HOST_C", "settings")),
            "");
}

TEST(FixImport, AModuleThatWasMisspeltMovedOrWronglyPrefixed) {
  EXPECT_EQ(fixed({{"shop/__init__.py", ""}, {"shop/prices.py", "P = 1\n"}, {"app.py", "from shop.Prices import P\n"}},
                  no_module("shop.Prices")),
            "from shop.prices import P\n");
  EXPECT_EQ(fixed({{"shop/__init__.py", ""},
                   {"shop/core/__init__.py", ""},
                   {"shop/core/tax.py", "T = 1\n"},
                   {"app.py", "from shop.tax import T\n"}},
                  no_module("shop.tax")),
            "from shop.core.tax import T\n");
  EXPECT_EQ(
      fixed({{"src/shop/__init__.py", ""}, {"src/shop/tax.py", "T = 1\n"}, {"app.py", "from src.shop.tax import T\n"}},
            no_module("src")),
      "from shop.tax import T\n");
  EXPECT_EQ(
      fixed({{"app.py", "import reqeusts\nreqeusts.get('x')\n"}, {"b.py", "import requests\n"}}, no_module("reqeusts")),
      "import requests\nrequests.get('x')\n");
}

TEST(FixImport, AMisspeltPackageAndWhatLiesInIt) {
  EXPECT_EQ(fixed({{"src/larder/__init__.py", ""},
                   {"src/larder/shelf.py", "S = 1\n"},
                   {"app.py", "import lader\nfrom lader import shelf\nfrom lader.shelf import S\n\nlader.shelf\n"}},
                  no_module("lader")),
            "import larder\nfrom larder import shelf\nfrom larder.shelf import S\n\nlarder.shelf\n");
}

TEST(FixImport, Python2LookedBesideTheFileFirst) {
  const Files before = {{"shop/__init__.py", ""},
                        {"shop/tax.py", "T = 1\n"},
                        {"shop/cart.py", "import tax\nfrom .tax import T\nprint(tax.T)\n"}};
  EXPECT_EQ(fixed(before, no_module("tax", {{"shop/cart.py", 1, 0}}), "shop/cart.py"),
            "from shop import tax\nfrom .tax import T\nprint(tax.T)\n");
}

TEST(FixImport, RelativeImportsWithoutAParent) {
  const auto relative =
      said("ImportError: attempted relative import with no known parent package", {}, {{"app/main.py", 1, 0}});
  EXPECT_EQ(fixed({{"app/main.py", "from .settings import PORT\n"}, {"app/settings.py", "PORT = 1\n"}}, relative,
                  "app/main.py"),
            "from settings import PORT\n");
  EXPECT_EQ(
      mended(
          "python.fix-import", Files{{"tests/test_a.py", "from .helpers import x\n"}, {"tests/helpers.py", "x = 1\n"}},
          said("ImportError: attempted relative import with no known parent package", {}, {{"tests/test_a.py", 1, 0}})),
      (Files{{"tests/__init__.py", ""}}));
}

TEST(AddInit, TheFolderOfAMissingModuleBecomesAPackage) {
  EXPECT_EQ(
      mended("python.add-init", Files{{"src/trace/__init__.py", ""}, {"src/trace/exporters/console.py", "x = 1\n"}},
             no_module("trace.exporters")),
      (Files{{"src/trace/exporters/__init__.py", ""}}));
  EXPECT_TRUE(mended("python.add-init", Files{{"src/trace/__init__.py", ""}}, no_module("trace.exporters")).empty());
  EXPECT_TRUE(mended("python.add-init", Files{{"a/b.py", ""}}, no_module("../a")).empty());
}

TEST(AddInit, APackageThatTheListForgot) {
  const Files before = {{"shop/__init__.py", ""},
                        {"shop/io/__init__.py", ""},
                        {"setup.py", "from setuptools import setup\nsetup(name='shop', packages=['shop'])\n"}};
  EXPECT_EQ(mended("python.add-init", before, no_module("shop.io")),
            (Files{{"setup.py", "from setuptools import setup\nsetup(name='shop', packages=['shop', 'shop.io'])\n"}}));
}

TEST(AddInit, TestFilesOfOneNameAreTakenApart) {
  auto mismatch = said("E   import file mismatch:", {});
  mismatch.after = {
      "E   imported module 'test_x' has this __file__ attribute:", "E     /home/runner/work/a/a/tests/unit/test_x.py",
      "E   which is not the same as the test file we want to collect:",
      "E     /home/runner/work/a/a/tests/web/test_x.py"};
  EXPECT_EQ(mended("python.add-init", Files{{"tests/unit/test_x.py", ""}, {"tests/web/test_x.py", ""}}, mismatch),
            (Files{{"tests/unit/__init__.py", ""}, {"tests/web/__init__.py", ""}}));
  const Files parts = {{"tests/unit/__init__.py", ""}, {"tests/web/__init__.py", ""}, {"tests/__init__.py", ""}};
  const Files own = {{"tests/unit/test_x.py", ""}, {"tests/web/test_x.py", ""}, {"web/pages.py", ""}};
  EXPECT_EQ(mended("python.add-init", own, mismatch), parts);
  const Files foreign = {{"tests/unit/test_x.py", ""}, {"tests/web/test_x.py", ""}, {"shop/app.py", "import web\n"}};
  EXPECT_EQ(mended("python.add-init", foreign, mismatch), parts);
  const Files beside = {{"tests/unit/test_x.py", "from web.pages import a\n"},
                        {"tests/web/test_x.py", ""},
                        {"tests/web/pages.py", "a = 1\n"}};
  EXPECT_EQ(mended("python.add-init", beside, mismatch),
            (Files{{"tests/unit/__init__.py", ""}, {"tests/web/__init__.py", ""}}));
}

TEST(AddInit, APackageOfTestsThatHidesTheProjectsBecomesAPart) {
  auto hidden = no_module("labels.sizes");
  hidden.locations = {{"tests/labels/test_sizes.py", 1, 0}};
  const Files files = {{"labels/__init__.py", ""},
                       {"labels/sizes.py", "a = 1\n"},
                       {"tests/labels/__init__.py", ""},
                       {"tests/labels/test_sizes.py", "import labels.sizes\n"}};
  EXPECT_EQ(mended("python.add-init", files, hidden), (Files{{"tests/__init__.py", ""}}));
  Files other = files;
  other.erase("tests/labels/__init__.py");
  EXPECT_TRUE(mended("python.add-init", other, hidden).empty());
}

}  // namespace
}  // namespace regreen::story
