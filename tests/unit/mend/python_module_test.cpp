// Modules that were moved.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence gone(const std::string& module) {
  return said("E   ModuleNotFoundError: No module named '" + module + "'", {{"module", module}});
}

const Files almanac = {
    {"almanac/__init__.py", ""},
    {"almanac/util/__init__.py", ""},
    {"almanac/util/text.py", "def comma(): ...\n"},
    {"almanac/common/__init__.py", ""},
    {"almanac/common/dates.py", "from calendar import monthrange\ndef week(day): ...\ndef month_end(day): ...\n"},
    {"almanac/legacy/__init__.py", ""},
    {"almanac/legacy/dates.py", "def week(day): ...\n"},
};

std::string followed(const std::string& path, const std::string& text, const Occurrence& occurrence) {
  auto files = almanac;
  files[path] = text;
  const auto after = mended("python.fix-import", files, occurrence);
  return after.contains(path) ? after.at(path) : "nothing";
}

TEST(MovedModule, IsTheOneThatHasAllThatIsTakenFromIt) {
  const auto moved = gone("almanac.util.dates");
  EXPECT_EQ(
      followed("almanac/report/daily.py",
               "from ..util.dates import (\n    month_end as last,  # same\n    week,\n)\nfrom ..util import text\n",
               moved),
      "from ..common.dates import (\n    month_end as last,  # same\n    week,\n)\nfrom ..util import text\n");
  EXPECT_EQ(
      followed("tests/test_a.py", "from almanac.util import dates, text\n\nx = dates.month_end(text.comma())\n", moved),
      "from almanac.util import text\nfrom almanac.common import dates\n\nx = dates.month_end(text.comma())\n");
  EXPECT_EQ(followed("a.py", "def f():\n    import almanac.util.dates as d\n    return d.month_end\n", moved),
            "def f():\n    import almanac.common.dates as d\n    return d.month_end\n");
  EXPECT_EQ(followed("a.py",
                     "import almanac.util.dates\nimport almanac.util.text\nalmanac.util.dates.month_end(1)\n"
                     "almanac.util.text.comma()\n",
                     moved),
            "import almanac.common.dates\nimport almanac.util.text\nalmanac.common.dates.month_end(1)\n"
            "almanac.util.text.comma()\n");
}

TEST(MovedModule, IsFoundWhereItsPackageIsAskedForIt) {
  EXPECT_EQ(followed("a.py", "from almanac.util import dates as d\nd.month_end(1)\n",
                     said("ImportError: cannot import name 'dates' from 'almanac.util' (/app/almanac/util/__init__.py)",
                          {{"module", "almanac.util"}, {"symbol", "dates"}})),
            "from almanac.common import dates as d\nd.month_end(1)\n");
}

TEST(MovedModule, ThatIsNotSureStays) {
  EXPECT_EQ(followed("a.py", "from almanac.util.dates import week\n", gone("almanac.util.dates")), "nothing");
  EXPECT_EQ(followed("a.py", "from almanac.util.dates import moon\n", gone("almanac.util.dates")), "nothing");
  EXPECT_EQ(followed("a.py", "import almanac.util.dates\n", gone("almanac.util.dates")), "nothing");
}

}  // namespace
}  // namespace regreen::story
