// What the newest commit gave another name or place, and what it left behind: callers, patches in tests, scripts, paths in parts.

#include "model/last_commit.h"
#include "story.h"

#include <optional>

namespace regreen::story {
namespace {

// ---- definitions with another name ----

const std::string units_before =
    "import math\n\nSTEP = 2\n\n\ndef scaled(m):\n    return m * STEP\n\n\n"
    "def to_km(m):\n    \"\"\"to_km of metres\"\"\"\n    return math.floor(scaled(m) / 1000)\n\n\n"
    "def all_of(rows):\n    return [to_km(row) for row in rows]\n";

struct Renaming {
  std::string before = units_before;
  std::string today = replace_all(units_before, "to_km", "kilometres");
  std::string caller = "from fleet.units import to_km\n\nx = to_km(1)\n";
  std::map<std::string, std::pair<std::string, std::string>> others = {};  ///< that the commit changed, too
};

std::string caller_of(const Renaming& one) {
  Files files = {{"fleet/__init__.py", ""}, {"fleet/units.py", one.today}, {"fleet/costs.py", one.caller}};
  LastCommit commit;
  commit.before["fleet/units.py"] = one.before;
  for (const auto& [path, texts] : one.others) {
    files[path] = texts.second;
    commit.before[path] = texts.first.empty() ? std::nullopt : std::optional(texts.first);
  }
  const auto diagnosis =
      diagnosis_of({said("ImportError: cannot import name 'to_km' from 'fleet.units' (/w/fleet/units.py)",
                         {{"module", "fleet.units"}, {"symbol", "to_km"}})});
  const auto after = mended("python.follow-rename", files, diagnosis, commit);
  return after.contains("fleet/costs.py") ? after.at("fleet/costs.py") : "nothing";
}

std::string today_with(const std::string& from, const std::string& to) {
  return replace_all(replace_all(units_before, "to_km", "kilometres"), from, to);
}

TEST(CommittedRename, IsFollowedWhereTheNameIsImported) {
  EXPECT_EQ(caller_of({}), "from fleet.units import kilometres\n\nx = kilometres(1)\n");
  EXPECT_EQ(caller_of({.caller = "def f():\n    from fleet import units\n    return units.to_km(1)\n"}),
            "def f():\n    from fleet import units\n    return units.kilometres(1)\n");
  EXPECT_EQ(caller_of({.caller = "from .units import to_km as km\n"}), "from .units import kilometres as km\n");
}

TEST(CommittedRename, OfSeveralThatUseEachOther) {
  EXPECT_EQ(caller_of({.today = today_with("scaled", "in_steps")}),
            "from fleet.units import kilometres\n\nx = kilometres(1)\n");
}

TEST(CommittedRename, KeepsTheOldNameWhereTheNewOneIsAnother) {
  EXPECT_EQ(
      caller_of({.caller = "from fleet.units import to_km\n\n\ndef f(kilometres):\n    return to_km(kilometres)\n"}),
      "from fleet.units import kilometres as to_km\n\n\ndef f(kilometres):\n    return to_km(kilometres)\n");
  EXPECT_EQ(caller_of({.caller = "from fleet.units import to_km\n\n\ndef f(rows):\n    for to_km in rows:\n"
                                 "        print(to_km)\n\n\nx = to_km(1)\n"}),
            "from fleet.units import kilometres as to_km\n\n\ndef f(rows):\n    for to_km in rows:\n"
            "        print(to_km)\n\n\nx = to_km(1)\n");
}

TEST(CommittedRename, WhatMeansSomethingElseStays) {
  EXPECT_EQ(caller_of({.caller = "try:\n    from fleet.units import to_km\nexcept ImportError:\n    to_km = len\n"}),
            "nothing");
  EXPECT_EQ(caller_of({.caller = "from fleet import units\n\n\ndef f(units):\n    return units.to_km(1)\n"}),
            "nothing");
  EXPECT_EQ(caller_of({.caller = "def f():\n    from fleet import units\n\n\ndef g():\n    from other import units\n"
                                 "    return units.to_km(1)\n"}),
            "nothing");
}

TEST(CommittedRename, IsNoneWhereItDoesSomethingElse) {
  EXPECT_EQ(caller_of({.today = today_with("/ 1000", "/ 100")}), "nothing");
  EXPECT_EQ(caller_of({.today = today_with("return m * STEP", "return m + STEP")}), "nothing");
  EXPECT_EQ(caller_of({.today = today_with("STEP = 2", "STEP = 3")}), "nothing");
  EXPECT_EQ(caller_of({.today = today_with("import math", "import cmath as math")}), "nothing");
  EXPECT_EQ(caller_of({.today = today_with("    return math.floor(scaled(m) / 1000)",
                                           "    if m:\n        return 0\n    return math.floor(scaled(m) / 1000)")}),
            "nothing");
}

TEST(CommittedRename, IsNoneWhereTheOldNameIsToMeanAnother) {
  EXPECT_EQ(caller_of({.today = replace_all(units_before, "to_km", "to_km_unchecked")}), "nothing");
  EXPECT_EQ(caller_of({.today = replace_all(units_before, "to_km", "_to_km")}), "nothing");
  EXPECT_EQ(caller_of({.today = today_with("STEP = 2\n", "STEP = 2\n") +
                                "\n\ndef measured(m):\n    check(m)\n    return kilometres(m)\n"}),
            "nothing");
  EXPECT_EQ(
      caller_of({.others = {{"fleet/bills.py", {"from fleet.units import to_km\n", "from fleet.miles import far\n"}}}}),
      "nothing");
  EXPECT_EQ(caller_of({.others = {{"fleet/far.py", {"", "def to_km(m):\n    return m\n"}}}}), "nothing");
}

TEST(CommittedRename, IsNoneWhereTheNewNameMakesRoomOrWarns) {
  for (const std::string name :
       {"to_km_fast", "insecure_to_km", "to_km_v1", "to_km2", "v0_km", "miles_stub", "km_unverified"})
    EXPECT_EQ(caller_of({.today = replace_all(units_before, "to_km", name)}), "nothing") << name;
}

TEST(CommittedRename, KeepsTheOldNameForTextsThatSayIt) {
  EXPECT_EQ(
      caller_of({.caller = "from fleet.units import to_km\n\n\ndef f(one: 'list[to_km]'):\n    return to_km(1)\n"}),
      "from fleet.units import kilometres as to_km\n\n\ndef f(one: 'list[to_km]'):\n    return to_km(1)\n");
}

TEST(CommittedRename, IsNoneForWhatAProgramWritesOrIsAskedForByItsName) {
  EXPECT_EQ(caller_of({.caller = "# Code generated by make.py. DO NOT EDIT.\nfrom fleet.units import to_km\n"}),
            "nothing");
  const auto before = replace_all(units_before, "def to_km", "@job\ndef to_km");
  const auto today = replace_all(before, "to_km", "kilometres");
  EXPECT_EQ(caller_of({.before = before, .today = today, .caller = "from fleet.units import to_km\n\nx = to_km(1)\n"}),
            "from fleet.units import kilometres\n\nx = kilometres(1)\n");
  EXPECT_EQ(caller_of({.before = before,
                       .today = today,
                       .caller = "from fleet.units import to_km\n\nx = {'job': 'to_km', 'do': to_km}\n"}),
            "nothing");
}

TEST(CommittedRename, IsNoneWhereWhatItImportsWasChanged) {
  const std::string before = "from fleet.rates import tax\n\n\ndef to_km(m):\n    return tax(m) * 2 + 1\n";
  const auto today = replace_all(before, "to_km", "kilometres");
  const std::string caller = "from fleet.units import to_km\n";
  EXPECT_EQ(caller_of({.before = before, .today = today, .caller = caller}), "from fleet.units import kilometres\n");
  EXPECT_EQ(
      caller_of({.before = before,
                 .today = today,
                 .caller = caller,
                 .others = {{"fleet/rates.py", {"def tax(m):\n    return m\n", "def tax(m):\n    return 2 * m\n"}}}}),
      "nothing");
}

TEST(CommittedRename, IsNoneWhereSeveralLookAlikeOrNothingTells) {
  const std::string two = "def to_km(m):\n    return m * 2 + 1\n\n\ndef to_mi(m):\n    return m * 2 + 1\n";
  EXPECT_EQ(caller_of({.before = two,
                       .today = "def far(m):\n    return m * 2 + 1\n\n\ndef near(m):\n    return m * 2 + 1\n"}),
            "nothing");
  EXPECT_EQ(caller_of({.before = "def to_km(m):\n    pass\n", .today = "def kilometres(m):\n    pass\n"}), "nothing");
}

TEST(CommittedRename, IsForPeopleWhereTestsAloneAskForTheOldName) {
  const Renaming one;
  Files files = {{"fleet/__init__.py", ""}, {"fleet/units.py", one.today}, {"tests/test_units.py", Renaming().caller}};
  LastCommit commit;
  commit.before["fleet/units.py"] = one.before;
  const auto diagnosis = diagnosis_of({said("ImportError: cannot import name 'to_km' from 'fleet.units'",
                                            {{"module", "fleet.units"}, {"symbol", "to_km"}})});
  EXPECT_TRUE(mended("python.follow-rename", files, diagnosis, commit).empty());
  files["fleet/costs.py"] = Renaming().caller;
  EXPECT_EQ(mended("python.follow-rename", files, diagnosis, commit).size(), 2U);
}

// ---- modules and files in another place ----

const std::string client = "import json\n\n\ndef post(payload):\n    return json.dumps(payload)\n";

Files moved_to(const std::string& home, const std::string& remedy, Files files, Occurrence occurrence,
               const std::string& text = client, bool is_asked_for = true) {
  files["pyproject.toml"] = "[project]\nname = \"mail\"\n\n[project.scripts]\nping = \"mail.client:post\"\n";
  files["mail/__init__.py"] = "";
  files[home] = text;
  LastCommit commit;
  commit.before["mail/client.py"] = client;
  commit.before[home] = std::nullopt;
  if (is_asked_for) {
    files["mail/bills.py"] = "from mail.transport.http import post\n";
    commit.before["mail/bills.py"] = "from mail.client import post\n";
  }
  return mended(remedy, files, diagnosis_of({std::move(occurrence)}), commit);
}

Occurrence no_client() {
  return said("ModuleNotFoundError: No module named 'mail.client'", {{"module", "mail.client"}});
}

TEST(MovedModule, IsFollowedByScriptsAndImports) {
  const auto points = moved_to("mail/transport/http.py", "python.fix-entry-point", {}, no_client());
  ASSERT_TRUE(points.contains("pyproject.toml"));
  EXPECT_TRUE(contains(points.at("pyproject.toml"), "ping = \"mail.transport.http:post\""));
  const auto imports = moved_to("mail/transport/http.py", "python.fix-import",
                                {{"mail/legacy/client.py", "def post(payload):\n    return None\n"},
                                 {"mail/a.py", "from mail.client import post\n"}},
                                no_client());
  ASSERT_TRUE(imports.contains("mail/a.py"));
  EXPECT_EQ(imports.at("mail/a.py"), "from mail.transport.http import post\n");
}

TEST(MovedModule, IsNoneWhereItWasChangedOrLaidAside) {
  const Files more = {{"mail/a.py", "from mail.client import post\n"}};
  EXPECT_TRUE(moved_to("mail/http.py", "python.fix-import", more, no_client(), client + "\nLIMIT = 1\n").empty());
  EXPECT_TRUE(moved_to("attic/http.py", "python.fix-import", more, no_client()).empty());
  EXPECT_TRUE(moved_to("mail/tests/http.py", "python.fix-import", more, no_client()).empty());
}

TEST(MovedModule, IsNoneWhereNobodyElseFollowsItBelowOrItMeansOthersThere) {
  const Files more = {{"mail/a.py", "from mail.client import post\n"}};
  EXPECT_TRUE(moved_to("mail/frozen/client.py", "python.fix-import", more, no_client(), client, false).empty());
  EXPECT_TRUE(moved_to("mail/frozen/client.py", "python.fix-entry-point", more, no_client(), client, false).empty());
  EXPECT_TRUE(moved_to("mail/quarantine/client.py", "python.fix-import", more, no_client()).empty());
  const std::string relative = "from .rates import RATE\n\n\ndef tax(total):\n    return total * RATE\n";
  const Files files = {{"shop/__init__.py", ""},        {"shop/rates.py", "RATE = 19\n"},
                       {"shop/trial/__init__.py", ""},  {"shop/trial/rates.py", "RATE = 0\n"},
                       {"shop/trial/tax.py", relative}, {"shop/bill.py", "from shop.tax import tax\n"}};
  LastCommit commit;
  commit.before["shop/tax.py"] = relative;
  commit.before["shop/trial/tax.py"] = std::nullopt;
  const auto diagnosis =
      diagnosis_of({said("ModuleNotFoundError: No module named 'shop.tax'", {{"module", "shop.tax"}})});
  EXPECT_TRUE(mended("python.fix-import", files, diagnosis, commit).empty());
}

std::string joined_in(const std::string& text, const std::string& home = "src/tide/__init__.py") {
  const std::string init = "\"\"\"Tide tables.\"\"\"\n__version__ = \"1.2.0\"\n";
  const Files files = {{"tests/test_version.py", text}, {home, init}, {"conftest.py", ""}};
  LastCommit commit;
  commit.before["tide/__init__.py"] = init;
  commit.before[home] = std::nullopt;
  auto one = said("E   FileNotFoundError: [Errno 2] No such file or directory: '/w/tide/__init__.py'",
                  {{"path", "/w/tide/__init__.py"}});
  one.before = {"tests/test_version.py:1: in test_version"};
  const auto after = mended("files.fix-path", files, diagnosis_of({one}), commit);
  return after.contains("tests/test_version.py") ? after.at("tests/test_version.py") : "nothing";
}

TEST(MovedFile, IsFollowedWhereItsPathIsWrittenInParts) {
  EXPECT_EQ(joined_in("a = (ROOT / \"tide\" / \"__init__.py\").read_text()\n"),
            "a = (ROOT / \"src\" / \"tide\" / \"__init__.py\").read_text()\n");
  EXPECT_EQ(joined_in("a = open(os.path.join(HERE, '..', 'tide', '__init__.py'))\n"),
            "a = open(os.path.join(HERE, '..', 'src', 'tide', '__init__.py'))\n");
  EXPECT_EQ(joined_in("a = open('tide/__init__.py')\n"), "a = open('src/tide/__init__.py')\n");
}

TEST(MovedFile, OtherPathsOfTheSamePartsStay) {
  for (const std::string text :
       {"a = ROOT / \"docs\" / \"tide\" / \"__init__.py\"\n", "a = ROOT / \"tide\" / \"__init__.py\" / name\n",
        "a = [\"tide\", \"__init__.py\"]\n", "# ROOT / \"tide\" / \"__init__.py\"\n",
        "a = show(\"tide\", \"__init__.py\")\n", "a = folder / \"__init__.py\"\n",
        "a = ROOT / sub / \"tide\" / \"__init__.py\"\n", "a = os.path.join(ROOT, sub, 'tide', '__init__.py')\n",
        "a = os.environ['HOME'] / 'tide' / '__init__.py'\n", "a = [x, 'tide', '__init__.py']\n",
        "copy(ROOT / 'tide' / '__init__.py', DIST / 'tide' / '__init__.py')\n",
        "a = read(path)\n\n\ndef f():\n    path = ROOT / 'tide' / '__init__.py'\n"})
    EXPECT_EQ(joined_in(text), "nothing") << text;
  EXPECT_EQ(joined_in("a = ROOT / \"tide\" / \"__init__.py\"\n", "old/tide/__init__.py"), "nothing");
}

TEST(MovedFile, IsFollowedOnlyWhereTheLogNamesIt) {
  const std::string other = "\n\ndef f():\n    return DIST / 'tide' / '__init__.py'\n";
  EXPECT_EQ(joined_in("a = read(ROOT / 'tide' / '__init__.py')\n" + other),
            "a = read(ROOT / 'src' / 'tide' / '__init__.py')\n" + other);
  EXPECT_EQ(joined_in("a = read('tide/__init__.py')\nb = USER / 'tide/__init__.py'\n"),
            "a = read('src/tide/__init__.py')\nb = USER / 'tide/__init__.py'\n");
}

std::string told_in(const std::string& text, const std::string& line) {
  const Files files = {{"harbour/ports.py", text},
                       {"lists/ports.csv", "Brest,14\nCalais,9\nDover,11\nOstende,7\n"},
                       {"deploy.sh", "./reload data/ports.csv\n"}};
  LastCommit commit;
  commit.before["data/ports.csv"] = files.at("lists/ports.csv");
  commit.before["lists/ports.csv"] = std::nullopt;
  auto one = said("E   FileNotFoundError: [Errno 2] No such file or directory: '/w/data/ports.csv'",
                  {{"path", "/w/data/ports.csv"}});
  one.before = {"harbour/ports.py:" + line + ": in ports"};
  const auto after = mended("files.fix-path", files, diagnosis_of({one}), commit);
  return after.contains("harbour/ports.py") ? after.at("harbour/ports.py") : "nothing";
}

TEST(MovedFile, IsFollowedByTheConstantThatTheLineUses) {
  const std::string file =
      "DATA = (\n    TOP / 'data' / 'ports.csv')\nCOPY = DIST / 'data' / 'ports.csv'\n\n\n"
      "def ports():\n    return DATA.read_text()\n";
  EXPECT_EQ(told_in(file, "7"), replace_all(file, "TOP / 'data'", "TOP / 'lists'"));
  const std::string local =
      "def ports():\n    path = TOP / 'data' / 'ports.csv'\n    return open(path)\n\n\n"
      "def write(path):\n    return open(path)\n";
  EXPECT_EQ(told_in(local, "3"), replace_all(local, "'data'", "'lists'"));
  EXPECT_EQ(told_in(local, "7"), "nothing");
  const std::string twice =
      "def ports():\n    path = TOP / 'data' / 'ports.csv'\n    path = other()\n    return open(path)\n";
  EXPECT_EQ(told_in(twice, "4"), "nothing");
}

std::string data_moved(const std::string& from, const std::string& to, const std::string& text) {
  const Files files = {{"a.py", "a = open('" + from + "')\n"}, {to, text}};
  LastCommit commit;
  commit.before[from] = text;
  commit.before[to] = std::nullopt;
  auto one = said("FileNotFoundError: [Errno 2] No such file or directory: '" + from + "'", {{"path", from}});
  one.before = {"  File \"/w/a.py\", line 1, in <module>"};
  const auto after = mended("files.fix-path", files, diagnosis_of({one}), commit);
  return after.contains("a.py") ? after.at("a.py") : "nothing";
}

TEST(MovedFile, IsNoneWhereItMayBeAnotherOne) {
  const std::string few = "currency: EUR\nplan: basic\ndiscount: 0\n", many = few + "asks: nobody\n";
  EXPECT_EQ(data_moved("plans/basic.yaml", "lists/offers.yaml", many), "a = open('lists/offers.yaml')\n");
  EXPECT_EQ(data_moved("plans/basic.yaml", "lists/offers.yaml", few), "nothing");
  EXPECT_EQ(data_moved("tenants/acme.yaml", "tenants/globex.yaml", many), "nothing");
  EXPECT_EQ(data_moved("rules/limits.yaml", "rules/withdrawn/limits.yaml", many), "nothing");
  EXPECT_EQ(data_moved("rules/limits.yaml", "rules/frozen/ends.yaml", many), "nothing");
  EXPECT_EQ(data_moved("data/ports.yaml", "tests/data/harbours.yaml", many), "nothing");
}

// ---- what describes a package, in another language ----

std::string described(const std::string& metadata, const std::string& text) {
  const Files files = {{metadata, text}, {"README.md", "# Seeds\n"}, {"CHANGES.rst", "1.0\n"}};
  const auto after =
      mended("files.fix-path", files,
             said(metadata + ": README.rst does not exist", {{"file", metadata}, {"path", "README.rst"}}));
  return after.contains(metadata) ? after.at(metadata) : "nothing";
}

TEST(RenamedReadme, IsToldInItsLanguage) {
  EXPECT_EQ(described("setup.cfg", "long_description = file: README.rst\nlong_description_content_type = text/x-rst\n"),
            "long_description = file: README.md\nlong_description_content_type = text/markdown\n");
  EXPECT_EQ(described("pyproject.toml", "readme = {file = \"README.rst\", content-type = \"text/x-rst\"}\n"),
            "readme = {file = \"README.md\", content-type = \"text/markdown\"}\n");
}

TEST(RenamedReadme, KeepsATypeThatWasNotItsOwn) {
  EXPECT_EQ(described("setup.cfg", "long_description = file: README.rst\nlong_description_content_type = text/plain\n"),
            "long_description = file: README.md\nlong_description_content_type = text/plain\n");
  EXPECT_EQ(described("setup.cfg",
                      "long_description = file: README.rst, CHANGES.rst\nlong_description_content_type = text/x-rst\n"),
            "long_description = file: README.md, CHANGES.rst\nlong_description_content_type = text/x-rst\n");
}

}  // namespace
}  // namespace regreen::story
