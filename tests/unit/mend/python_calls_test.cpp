// Calls of loggers and of PyYAML, by whatever name they are reached.
#include "story.h"

namespace regreen::story {
namespace {

std::string modern(const std::string& text, const std::string& message) {
  const auto after =
      mended("python.modernize", Files{{"app.py", text}}, said("E       " + message, {{"detail", message}}));
  return after.empty() ? "nothing" : after.at("app.py");
}

std::string without_warn(const std::string& text) {
  return modern(text, "DeprecationWarning: The 'warn' method is deprecated, use 'warning' instead");
}

TEST(LoggerMethod, IsRenamedOfWhatTheFileMakesALogger) {
  EXPECT_EQ(without_warn("import logging\nadapter = logging.LoggerAdapter(logging.getLogger('a'), {})\n"
                         "def slow(tell=adapter.warn):\n    logging.warn('b')\n"),
            "import logging\nadapter = logging.LoggerAdapter(logging.getLogger('a'), {})\n"
            "def slow(tell=adapter.warning):\n    logging.warning('b')\n");
  EXPECT_EQ(without_warn("from logging import getLogger as get\n\nroot = get()\nmine = root.getChild('x')\n\n\n"
                         "class A:\n    def __init__(self):\n        self.out = mine\n\n    def f(self):\n"
                         "        self.out.warn('a')\n        root.warn(\n            'b'\n        )\n"),
            "from logging import getLogger as get\n\nroot = get()\nmine = root.getChild('x')\n\n\n"
            "class A:\n    def __init__(self):\n        self.out = mine\n\n    def f(self):\n"
            "        self.out.warning('a')\n        root.warning(\n            'b'\n        )\n");
  EXPECT_EQ(without_warn("import logging as lg\nfrom logging import warn\nlg.warn(1)\nwarn(2)\nlg.root.warn(3)\n"),
            "import logging as lg\nfrom logging import warning\nlg.warning(1)\nwarning(2)\nlg.root.warning(3)\n");
  EXPECT_EQ(without_warn("def f(audit_log, appLogger):\n    audit_log.warn(1)\n    appLogger.warn(2)\n"),
            "def f(audit_log, appLogger):\n    audit_log.warning(1)\n    appLogger.warning(2)\n");
}

TEST(LoggerMethod, IsRenamedOfNamesThatAreBoundFurtherDown) {
  EXPECT_EQ(without_warn(
                "import logging\ndef f():\n    out = mine\n    out.warn(1)\nmine = told\ntold = logging.getLogger()\n"),
            "import logging\ndef f():\n    out = mine\n    out.warning(1)\nmine = told\ntold = logging.getLogger()\n");
}

// It took minutes: each pass learned one name.
TEST(LoggerMethod, OfALongChainOfNamesComesToAnEnd) {
  std::string chain = "import logging\n";
  for (int i = 0; i < 20'000; ++i) chain += "a" + std::to_string(i) + " = a" + std::to_string(i + 1) + "\n";
  EXPECT_EQ(without_warn(chain + "a20000 = logging.getLogger()\na0.warn(1)\n"), "nothing");
}

TEST(LoggerMethod, OfOthersStays) {
  EXPECT_EQ(without_warn("import warnings\nwarnings.warn('a')\nconsole.warn('b')\ndialog.warn('c')\n"), "nothing");
  EXPECT_EQ(without_warn("from gauge import Console\nlog = Console()\nlog.warn('a')\n"), "nothing");
  EXPECT_EQ(without_warn("class Log:\n    def warn(self):\n        pass\n"), "nothing");
}

std::string loaded(const std::string& text) {
  return modern(text, "TypeError: load_all() missing 1 required positional argument: 'Loader'");
}

TEST(YamlLoad, IsSafeByWhateverNameItIsReached) {
  EXPECT_EQ(loaded("import yaml as y\na = y.load(f)\nb = y.load_all(\n    f  # all\n)\n"),
            "import yaml as y\na = y.safe_load(f)\nb = y.safe_load_all(\n    f  # all\n)\n");
  EXPECT_EQ(loaded("from yaml import load\nx = load(stream=f,)\ny = map(load, fs)\nz = json.load(f)\n"),
            "from yaml import safe_load\nx = safe_load(stream=f,)\ny = map(safe_load, fs)\nz = json.load(f)\n");
  EXPECT_EQ(loaded("from yaml import load as read\nread(f)\n"), "from yaml import safe_load as read\nread(f)\n");
}

TEST(YamlLoad, ThatNamesItsLoaderStays) {
  EXPECT_EQ(loaded("from yaml import SafeLoader, load, load_all\nload(a)\nload(b, Loader=SafeLoader)\nload_all(c)\n"),
            "from yaml import SafeLoader, load, safe_load_all, safe_load\n"
            "safe_load(a)\nload(b, Loader=SafeLoader)\nsafe_load_all(c)\n");
  EXPECT_EQ(loaded("from yaml import (\n    load,\n    SafeLoader,\n)\nload(a)\nload(b, SafeLoader)\n"),
            "from yaml import (\n    safe_load, load,\n    SafeLoader,\n)\nsafe_load(a)\nload(b, SafeLoader)\n");
  EXPECT_EQ(loaded("import yaml\nyaml.load(f, yaml.FullLoader)\nyaml.load(*args)\nyaml.load(**all)\n"), "nothing");
  EXPECT_EQ(loaded("import json\nfrom store import load\nload(x)\njson.load(f)\n"), "nothing");
  EXPECT_EQ(loaded("from yaml import load\ndef safe_load(x):\n    return load(x)\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
