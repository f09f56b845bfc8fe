// What Python itself writes in another way since a version: members of an enum, the help of argparse.

#include "story.h"

namespace regreen::story {
namespace {

// ---- enums ----

const std::string kinds =
    "from enum import Enum\n\n\nclass Kind(str, Enum):\n    LETTER = \"letter\"\n    BIG = \"big\"\n";

Files written(Files files, std::vector<std::string> lines, const std::string& python = ">=3.11") {
  files["pyproject.toml"] = "[project]\nrequires-python = \"" + python + "\"\n";
  auto one = said("FAILED tests/test_url.py::test_url - AssertionError: assert 'a...' == 'b...'", {});
  one.after = std::move(lines);
  return mended("python.write-enum-value", files, one);
}

TEST(WrittenEnum, IsAStrEnum) {
  EXPECT_EQ(
      written({{"app/kinds.py", kinds}}, {"E         - x/letter/4", "E         + x/Kind.LETTER/4"}).at("app/kinds.py"),
      "from enum import StrEnum\n\n\nclass Kind(StrEnum):\n    LETTER = \"letter\"\n    BIG = \"big\"\n");
  EXPECT_EQ(written({{"app/kinds.py", "import enum\n\n\nclass Kind(str, enum.Enum):\n    BIG = 'big'\n"}},
                    {"E   AssertionError: 'k=Kind.BIG' != 'k=big'"})
                .at("app/kinds.py"),
            "import enum\n\n\nclass Kind(enum.StrEnum):\n    BIG = 'big'\n");
  EXPECT_EQ(written({{"app/kinds.py",
                      "from enum import Enum, auto\n\n\nclass Kind(int, Enum):\n    BIG = 3\n\n\nclass Other(Enum):\n  "
                      "  A = auto()\n"}},
                    {"  - 3!", "  ? ^^", "  + Kind.BIG!"})
                .at("app/kinds.py"),
            "from enum import Enum, IntEnum, auto\n\n\nclass Kind(IntEnum):\n    BIG = 3\n\n\nclass Other(Enum):\n    "
            "A = auto()\n");
}

const std::string formatted = "\n    def __format__(self, spec):\n        return format(self.value, spec)\n";

TEST(WrittenEnum, SaysSoItselfForOlderPythons) {
  EXPECT_EQ(written({{"app/kinds.py", kinds}}, {"E         - x/letter/4", "E         + x/Kind.LETTER/4"}, ">=3.9")
                .at("app/kinds.py"),
            kinds + formatted);
}

TEST(WrittenEnum, ABaseOfTheProjectIsWrittenForAll) {
  const auto after = written(
      {{"app/base.py", "from enum import Enum\n\n\nclass Base(str, Enum):\n    \"\"\"Written as its value.\"\"\"\n"},
       {"app/kinds.py", "from .base import Base\n\n\nclass Kind(Base):\n    BIG = 'big'\n"}},
      {"E   - big", "E   + Kind.BIG"});
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("app/base.py"),
            "from enum import StrEnum\n\n\nclass Base(StrEnum):\n    \"\"\"Written as its value.\"\"\"\n");
}

TEST(WrittenEnum, WhatHasOtherValuesThanStringsIsNoStrEnum) {
  const std::vector<std::string> lines = {"E   - big", "E   + Kind.BIG"};
  for (const auto* more : {"    SIX = 6\n", "    SIX = name()\n", "    SIX = 'a', 'b'\n"})
    EXPECT_EQ(written({{"app/kinds.py", kinds + more}}, lines).at("app/kinds.py"), kinds + more + formatted);
  const std::string base = "from enum import Enum\n\n\nclass Base(str, Enum):\n    \"\"\"Written.\"\"\"\n";
  const std::string derived = "\n\nclass Kind(Base):\n    BIG = 'big'\n    SIX = 6\n";
  EXPECT_EQ(written({{"app/kinds.py", base + derived}}, lines).at("app/kinds.py"), base + formatted + derived);
}

TEST(WrittenEnum, IsFoundAmongManyOtherClasses) {
  std::string others;
  for (int i = 0; i < 400; ++i)
    others += "class E" + std::to_string(i) + "(Exception):\n    pass\n\n\nclass V" + std::to_string(i) +
              "(View):\n    name = 'v'\n\n\n";
  EXPECT_TRUE(written({{"app/errors.py", others}, {"app/kinds.py", kinds}}, {"E   - big", "E   + Kind.BIG"})
                  .contains("app/kinds.py"));
}

TEST(WrittenEnum, AValueIsNotReadForMembersAgain) {
  const std::string again =
      "from enum import Enum\n\n\nclass Kind(str, Enum):\n    A = ' Kind.A Kind.A'\n    B = 'Kind.B'\n";
  EXPECT_TRUE(written({{"app/kinds.py", again}}, {"E   - a", "E   + Kind.A Kind.B"}).empty());
  EXPECT_FALSE(written({{"app/kinds.py", again}}, {"E   - x  Kind.A Kind.A", "E   + x Kind.A"}).empty());
}

TEST(WrittenEnum, OtherDifferencesAreNotItsFault) {
  EXPECT_TRUE(written({{"app/kinds.py", kinds}}, {"E   - Subbig", "E   + SubKind.BIG"}).empty());
  EXPECT_TRUE(written({{"app/kinds.py", kinds}}, {"E   - x/letter/5", "E   + x/Kind.LETTER/4"}).empty());
  EXPECT_TRUE(written({{"app/kinds.py", kinds}}, {"E   - big", "E   + Kind.LETTER"}).empty());
  EXPECT_TRUE(written({{"app/kinds.py", "from enum import Enum\n\n\nclass Kind(Enum):\n    BIG = 'big'\n"}},
                      {"E   - big", "E   + Kind.BIG"})
                  .empty());
  EXPECT_TRUE(written({{"app/kinds.py", kinds + "\n    def __str__(self):\n        return self.name\n"}},
                      {"E   - big", "E   + Kind.BIG"})
                  .empty());
}

// ---- argparse ----

Files following(Files files, std::vector<std::string> lines) {
  auto one = said("E       AssertionError: assert 'usage: a...' == 'usage: a...'", {});
  one.after = std::move(lines);
  return mended("tests.follow-words", files, one);
}

const std::vector<std::string> heading = {"E         - optional arguments:", "E         + options:"};

TEST(HelpText, HasTodaysHeading) {
  const auto after =
      following({{"tests/golden/a.txt", "usage: a\n\noptional arguments:\n  -h\n"},
                 {"tests/test_a.py", "A = 'usage\\n\\noptional arguments:\\n  -h'\n# the optional arguments: all\n"},
                 {"a.py", "X = 'optional arguments:'\n"}},
                heading);
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(after.at("tests/golden/a.txt"), "usage: a\n\noptions:\n  -h\n");
  EXPECT_EQ(after.at("tests/test_a.py"), "A = 'usage\\n\\noptions:\\n  -h'\n# the optional arguments: all\n");
}

TEST(HelpText, StaysWhereAnOlderPythonIsSupported) {
  const Files golden = {{"tests/golden/a.txt", "optional arguments:\n"}};
  const auto with = [&](const std::string& file, const std::string& text) {
    auto files = golden;
    files[file] = text;
    return following(files, heading);
  };
  EXPECT_TRUE(with("pyproject.toml", "[project]\nrequires-python = \">=3.8\"\n").empty());
  EXPECT_TRUE(with(".github/workflows/ci.yml", "        python: [\"3.9\", \"3.12\"]\n").empty());
  EXPECT_TRUE(with(".github/workflows/ci.yml", "        python-version: [3.9, 3.12]\n").empty());
  EXPECT_TRUE(with(".gitlab-ci.yml", "test:\n  image: python:3.9-slim\n").empty());
  EXPECT_FALSE(with("docker-compose.yml", "version: \"3.8\"\n").empty());
  EXPECT_TRUE(with("tox.ini", "envlist = py39,py312\n").empty());
  EXPECT_FALSE(with("pyproject.toml", "[project]\nrequires-python = \">=3.10\"\n").empty());
}

TEST(HelpText, IsSoughtInWhatWasPrinted) {
  const auto sought = "E       AssertionError: assert 'optional arguments:' in 'usage: a\\n\\noptions:\\n  -h'";
  const auto after = following({{"test_a.py", "assert 'optional arguments:' in text\n"}}, {sought});
  EXPECT_EQ(after.at("test_a.py"), "assert 'options:' in text\n");
  const auto missed = "AssertionError: 'optional arguments:' not found in 'usage: a\\n\\noptions:\\n  -h'";
  EXPECT_EQ(following({{"test_a.py", "t.assertIn('optional arguments:', text)\n"}}, {missed}).at("test_a.py"),
            "t.assertIn('options:', text)\n");
}

TEST(HelpText, OnlyWhatTheLogShows) {
  EXPECT_TRUE(
      following({{"tests/golden/a.txt", "optional arguments:\n"}}, {"E   - optional arguments:", "E   + flags:"})
          .empty());
}

}  // namespace
}  // namespace regreen::story
