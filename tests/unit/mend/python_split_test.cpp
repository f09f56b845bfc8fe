// A module that the newest commit divided among others, and who takes from it.

#include "model/last_commit.h"
#include "story.h"

#include <optional>

namespace regreen::story {
namespace {

const std::string whole =
    "import re\nimport time\n\n_ZIP = re.compile(r\"\\d{5}\")\n\n\ndef is_zip(text):\n    return "
    "bool(_ZIP.match(text))\n\n\n"
    "def round_up(value, step):\n    return -(-value // step) * step\n\n\ndef now():\n    return time.time()\n";
const std::string places =
    "import re\n\n_ZIP = re.compile(r\"\\d{5}\")\n\n\ndef is_zip(text):\n    # five digits\n    return "
    "bool(_ZIP.match(text))\n";
const std::string units = "def round_up(value, step):\n    return -(-value // step) * step\n";
const std::string clock_today = "import time\n\n\ndef now():\n    return time.time()\n";

struct Division {
  std::string user = "from shop.utils import is_zip, now as at, round_up\n\nx = is_zip(\"1\")\n";
  std::string places = regreen::story::places;
  std::string units = regreen::story::units;
  std::string units_file = "shop/amounts.py";
  Files others = {};
  std::string user_file = "shop/quote.py";
  bool is_by_commit = true;
  std::string whole = regreen::story::whole;
};

std::string after(const Division& one, const std::string& file = "shop/quote.py") {
  Files files = {{"shop/__init__.py", ""},
                 {"shop/places.py", one.places},
                 {one.units_file, one.units},
                 {"shop/clock.py", clock_today},
                 {one.user_file, one.user}};
  files.insert(one.others.begin(), one.others.end());
  LastCommit commit;
  if (one.is_by_commit) {
    commit.before["shop/utils.py"] = one.whole;
    for (const auto& path : {std::string("shop/places.py"), one.units_file, std::string("shop/clock.py")})
      commit.before[path] = std::nullopt;
  }
  const auto diagnosis =
      diagnosis_of({said("E   ModuleNotFoundError: No module named 'shop.utils'", {{"module", "shop.utils"}})});
  const auto changed = mended("python.fix-import", files, diagnosis, commit);
  return changed.contains(file) ? changed.at(file) : "nothing";
}

TEST(DividedModule, IsFollowedByItsNames) {
  EXPECT_EQ(after({}),
            "from shop.amounts import round_up\nfrom shop.clock import now as at\nfrom shop.places import is_zip\n\n"
            "x = is_zip(\"1\")\n");
  EXPECT_EQ(after({.user = "def f():\n    if 1:\n        from .utils import (\n            is_zip,\n            "
                           "round_up,\n        )  # late\n"
                           "    return is_zip, round_up\n"}),
            "def f():\n    if 1:\n        from .amounts import round_up\n        from .places import is_zip  # late\n"
            "    return is_zip, round_up\n");
}

TEST(DividedModule, IsFollowedByItsUses) {
  const Files other = {{"shop/label.py", "from shop.utils import is_zip\n"}};
  EXPECT_EQ(after({.user = "from shop import utils\n\nx = utils.now() + utils.round_up(1, 2)\n", .others = other}),
            "from shop import amounts\nfrom shop import clock\n\nx = clock.now() + amounts.round_up(1, 2)\n");
  EXPECT_EQ(after({.user = "import shop.utils as u\n\nx = u.now() + u.round_up(1, 2)\n", .others = other}),
            "from shop import amounts\nfrom shop import clock\n\nx = clock.now() + amounts.round_up(1, 2)\n");
  EXPECT_EQ(after({.user = "from shop import utils\n\nx = utils.now()\n", .others = other}),
            "from shop import clock as utils\n\nx = utils.now()\n");
}

TEST(DividedModule, IsFollowedByAllOrNone) {
  const std::string user = "from shop.utils import is_zip, round_up\n";
  EXPECT_NE(after({.user = user}), "nothing");
  EXPECT_EQ(after({.user = user, .others = {{"shop/a.py", "from shop.utils import gone\n"}}}), "nothing");
  EXPECT_EQ(after({.user = user, .others = {{"shop/a.py", "from shop.utils import *\n"}}}), "nothing");
  EXPECT_EQ(
      after({.user = user,
             .others = {{"shop/a.py", "try:\n    from shop.utils import now\nexcept ImportError:\n    now = None\n"}}}),
      "nothing");
  EXPECT_EQ(after({.user = user, .others = {{"shop/a.py", "from shop import utils\n\nTABLE = vars(utils)\n"}}}),
            "nothing");
  EXPECT_EQ(after({.user = "from shop import utils\n\nclock = 1\nx = utils.now() + utils.round_up(clock, 2)\n"}),
            "nothing");
}

TEST(DividedModule, IsNoneWhoseNamesMeanSomethingElseToday) {
  EXPECT_EQ(after({.units = replace_all(units, "-(-value // step)", "(value // step)")}), "nothing");
  EXPECT_EQ(after({.places = replace_all(places, "{5}", "{4}")}), "nothing") << "what it uses";
  EXPECT_EQ(after({.units = "step = int\n\n\n" + units}), "nothing") << "names of its own";
  EXPECT_EQ(after({.others = {{"shop/rough.py", units}}}), "nothing") << "two have it";
  EXPECT_EQ(after({.units_file = "tools/amounts.py"}), "nothing") << "of another package";
  EXPECT_EQ(after({.whole = "import locale\n" + whole + "\nlocale.setlocale(0, \"\")\n"}), "nothing") << "it did more";
  EXPECT_EQ(after({.is_by_commit = false}), "nothing");
}

TEST(DividedModule, IsNoneWhereItIsMeantItself) {
  const std::string user = "from shop import utils\n\nx = utils.now() + utils.round_up(1, 2)\n";
  EXPECT_NE(after({.user = user}), "nothing");
  for (const std::string use : {"install(utils)\n", "print(f'{utils}')\n", "utils = None\n"})
    EXPECT_EQ(after({.user = user + use}), "nothing") << use;
  EXPECT_EQ(after({.user = "from shop.utils import is_zip, round_up\n",
                   .others = {{"shop/a.py", "from shop import utils\n\ninstall(utils)\nx = utils.now()\n"}}}),
            "nothing");
}

TEST(DividedModule, IsNoneWhereBothPartsHaveWhatTheyShared) {
  const auto with = [](const std::string& value) {
    const auto using_it = [&](const std::string& text) {
      return value + "\n\n\n" + replace_all(text, "    return", "    _it\n    return");
    };
    return after({.user = "from shop.utils import is_zip, round_up\n",
                  .places = using_it(places),
                  .units = using_it(units),
                  .whole = using_it(whole)});
  };
  for (const std::string value : {"_it = 3", "_it = ('a', -1)", "def _it():\n    return []"})
    EXPECT_NE(with(value), "nothing") << value;
  for (const std::string value : {"_it = set()", "_it = [1]", "class _it(Exception):\n    pass",
                                  "_it = 3\n\n\ndef more():\n    global _it\n    _it = 4"})
    EXPECT_EQ(with(value), "nothing") << value;
}

TEST(DividedModule, IsNoneThatDidMoreWhenItWasImported) {
  const std::string main = "\n\nif __name__ == '__main__':\n    print(now())\n";
  EXPECT_NE(after({.whole = whole + main}), "nothing");
  for (const std::string more :
       {"for one in 'ab':\n    _ZIP[one] = 1\n", "if now():\n    go()\n", "del now\n", "go()\n"})
    EXPECT_EQ(after({.whole = whole + "\n\n" + more}), "nothing") << more;
}

TEST(DividedModule, MayHaveHadPartsThatSaidTheNamesInOthers) {
  const auto taken_over = [](const std::string& before) {
    Files files = {{"shop/__init__.py", ""},
                   {"shop/places.py", places},
                   {"shop/amounts.py", units},
                   {"shop/quote.py", "from shop.utils import is_zip, round_up\n"}};
    const LastCommit commit = {
        {{"shop/utils.py", whole}, {"shop/places.py", std::nullopt}, {"shop/amounts.py", before}}};
    const auto diagnosis =
        diagnosis_of({said("E   ModuleNotFoundError: No module named 'shop.utils'", {{"module", "shop.utils"}})});
    return mended("python.fix-import", files, diagnosis, commit).contains("shop/quote.py");
  };
  EXPECT_TRUE(taken_over("def rate(round_up_to):\n    return round_up_to\n"));
  EXPECT_FALSE(taken_over("def round_up(value):\n    return value\n")) << "it was another";
}

TEST(DividedModule, IsNotFollowedByTestsAlone) {
  EXPECT_EQ(after({.user = "from shop.utils import is_zip, round_up\n", .user_file = "tests/test_quote.py"},
                  "tests/test_quote.py"),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
