// Modules that were moved.
#include "model/last_commit.h"
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

const Files ledger = {
    {"ledger/__init__.py", ""},
    {"ledger/amounts.py",
     "CENT = 1\n\n\ndef from_cents(c):\n    return c\n\n\ndef vat(a):\n    return a\n\n\nclass Amount: ...\n"},
    {"ledger/invoice.py", "from ledger.money import from_cents, vat\n\nfrom_cents, vat\n"},
    {"ledger/cli.py",
     "from ledger.amounts import from_cents\n\n\ndef f():\n    from .money import Amount as A\n    return A, "
     "from_cents\n"},
    {"README.md", "`ledger.money` and ledger/money.py\n"},
};

// The files that change, with `more` instead of what is there.
Files renamed(const Files& more, const std::string& module = "ledger.money") {
  auto files = ledger;
  for (const auto& [path, text] : more) files[path] = text;
  const LastCommit commit = {
      {{"ledger/money.py", ledger.at("ledger/amounts.py")}, {"ledger/amounts.py", std::nullopt}}};
  return mended("python.fix-import", files, diagnosis_of({gone(module)}), commit);
}

TEST(RenamedModule, IsTheOneBesideThatDefinesAllThatIsTakenFromIt) {
  EXPECT_EQ(renamed({}),
            (Files{{"ledger/invoice.py", "from ledger.amounts import from_cents, vat\n\nfrom_cents, vat\n"},
                   {"ledger/cli.py",
                    "from ledger.amounts import from_cents\n\n\ndef f():\n    from .amounts import Amount as A\n    "
                    "return A, from_cents\n"}}));
}

TEST(RenamedModule, ThatMayBeAnotherOneStays) {
  const std::string amounts = ledger.at("ledger/amounts.py"), invoice = ledger.at("ledger/invoice.py");
  // One that defines a part of it, too, or not all; constants; nobody who takes them from there.
  EXPECT_TRUE(renamed({{"ledger/taxes.py", "def vat(a): ...\n"}}).empty());
  EXPECT_TRUE(renamed({{"ledger/invoice.py", "from ledger.money import from_cents, rate\n"}}).empty());
  EXPECT_TRUE(renamed({{"ledger/invoice.py", "from ledger.money import from_cents, vat, CENT\n"}}).empty());
  EXPECT_TRUE(renamed({{"ledger/cli.py", ""}}).empty());
  EXPECT_TRUE(renamed({{"ledger/cli.py", "from ledger.amounts import vat\n"},
                       {"ledger/invoice.py", "from ledger.money import vat\n"}})
                  .empty());
  // It is chosen by platform, made by a program, written in another language, kept out.
  EXPECT_TRUE(
      renamed({{"ledger/invoice.py", "import os\nif os.name == 'nt':\n    from ledger.money import from_cents, vat\n"}})
          .empty());
  EXPECT_TRUE(renamed({{"ledger/invoice.py",
                        "try:\n    from ledger.money import from_cents, vat\nexcept OSError:\n    pass\n"}})
                  .empty());
  EXPECT_TRUE(renamed({{"ledger/money.pyx", ""}}).empty());
  EXPECT_TRUE(renamed({{"Makefile", "ledger/money.py: rates.csv\n\t./make-rates > $@\n"}}).empty());
  EXPECT_TRUE(renamed({{"setup.py", "setup(ext_modules=[Extension('ledger.money', ['src/money.c'])])\n"}}).empty());
  EXPECT_TRUE(renamed({{".gitignore", "money.py\n"}}).empty());
  // Twins: one file has both, one name says the other, what is awaited is none.
  EXPECT_TRUE(renamed({{"ledger/cli.py",
                        "from ledger.amounts import vat\nfrom ledger.money import vat as other, from_cents\n"}})
                  .empty());
  EXPECT_TRUE(renamed({{"ledger/invoice.py", "from ledger.async_amounts import from_cents, vat\n"},
                       {"ledger/cli.py", "from ledger.amounts import vat\n"}},
                      "ledger.async_amounts")
                  .empty());
  EXPECT_TRUE(renamed({{"ledger/invoice.py",
                        "from ledger.money import from_cents, vat\n\n\nasync def f():\n    await vat(1)\n"}})
                  .empty());
  // Only tests ask for it: a double of theirs.
  EXPECT_TRUE(renamed({{"ledger/invoice.py", ""},
                       {"ledger/cli.py", "from ledger.amounts import vat\n"},
                       {"tests/test_a.py", "from ledger.money import from_cents, vat\n"}})
                  .empty());
}

TEST(RenamedModule, WhatTheNewestCommitTookAwayWasTheSame) {
  const auto with = [](const std::string& before) {
    const LastCommit commit{{{"ledger/money.py", before}, {"ledger/amounts.py", std::nullopt}}};
    const auto tree = tree_of(ledger);
    const auto diagnosis = diagnosis_of({gone("ledger.money")});
    for (const auto& row : fixers()) {
      if (row.remedy == "python.fix-import") return row.fix({diagnosis, tree, tables(), commit}).size();
    }
    return std::size_t{9};
  };
  EXPECT_EQ(with(ledger.at("ledger/amounts.py")), 1U);
  EXPECT_TRUE(mended("python.fix-import", ledger, gone("ledger.money")).empty()) << "nothing is known of a commit";
  EXPECT_EQ(with("def from_cents(c):\n    return c / 100\n\n\ndef vat(a):\n    return a\n\n\nclass Amount: ...\n"), 0U);
}

}  // namespace
}  // namespace regreen::story
