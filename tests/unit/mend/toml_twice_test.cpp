#include "story.h"

namespace regreen::story {
namespace {

std::string after(const std::string& text,
                  const std::string& message = "pyproject.toml: Cannot declare ('log',) twice") {
  const auto files = mended("toml.fix-syntax", Files{{"pyproject.toml", text}}, said(message, {{"line", "1"}}));
  return files.empty() ? "nothing" : files.at("pyproject.toml");
}

TEST(TomlTwice, TheSecondPartSaysOnlyWhatTheFirstDoesNot) {
  EXPECT_EQ(
      after("[log]\n# where\nto = [\"a\", 'b']\n\n[port]\nopen = 80\n\n[log] # again\nto = [\n  \"a\",\n  'b',\n]\n"
            "# how much\nlevel = 2 # much\nof = [\n  1,\n]\n"),
      "[log]\n# where\nto = [\"a\", 'b']\n# how much\nlevel = 2 # much\nof = [\n  1,\n]\n\n[port]\nopen = 80\n");
  EXPECT_EQ(after("[log]\nlevel = 1\n\n[log]\nlevel = 1\n\n[port]\nopen = 80\n"),
            "[log]\nlevel = 1\n\n[port]\nopen = 80\n");
  EXPECT_EQ(after("[log]\n\n[port]\nopen = 80\n\n# what is said\n[log]\nlevel = 1"),
            "[log]\n# what is said\nlevel = 1\n\n[port]\nopen = 80\n");
}

TEST(TomlTwice, SeveralTablesAndKeys) {
  EXPECT_EQ(after("[a]\nx = 1\n[b]\ny = 1\n[a]\nz = 1\n[b]\ny = 1\n[a]\nw = 1\n"),
            "[a]\nx = 1\nz = 1\nw = 1\n[b]\ny = 1\n");
  EXPECT_EQ(after("[a]\nx = 1\ny = 2\nx = 1\n", "a.toml: Cannot overwrite a value (at line 4, column 6)"),
            "[a]\nx = 1\ny = 2\n");
  EXPECT_EQ(after("[dependencies]\n\n[dev]\na = 1\n\n[dependencies]\n", "error: duplicate key"),
            "[dependencies]\n\n[dev]\na = 1\n");
}

TEST(TomlTwice, WhatContradictsItselfIsLeftToAPerson) {
  EXPECT_EQ(after("[log]\nlevel = 1\n\n[log]\nlevel = 2\n"), "nothing");
  EXPECT_EQ(after("[log]\nto = [\"a\"]\n\n[log]\nto = [\"a\", \"b\"]\n"), "nothing");
  EXPECT_EQ(after("[log]\nlevel = 1\nlevel = 2\n"), "nothing");
  EXPECT_EQ(after("[log]\nto = \"x\\\" y\"\n\n[log]\nto = \"x\\\"y\"\n"), "nothing") << "blanks of a string count";
  EXPECT_EQ(after("[log]\nto = \"\"\"a\" b\"\"\"\n\n[log]\nto = \"\"\"a\"b\"\"\"\n"), "nothing");
}

TEST(TomlTwice, NothingThatIsNoKeyIsLost) {
  EXPECT_EQ(after("[log]\nlevel = 1\n[log]\noops\nlevel = 1\n"), "nothing");
  EXPECT_EQ(after("[log]\nlevel = 1\n[log]\nlevel = 1\noops\n"), "nothing");
  std::string often = "[log]\n";
  for (int count = 0; count < 80; ++count) often += "level = 1\n";
  EXPECT_EQ(after(often), "nothing") << "no slip of a merge";
}

TEST(TomlTwice, TablesOfTheElementsOfAListAreNoRepetition) {
  const std::string lists = "[[bin]]\nname = \"a\"\n[bin.of]\nx = 1\n[[bin]]\nname = \"b\"\n[bin.of]\nx = 2\n";
  EXPECT_EQ(after(lists), "nothing");
  EXPECT_EQ(after(lists + "[log]\nx = 1\n[log]\ny = 1\n"), lists + "[log]\nx = 1\ny = 1\n");
}

TEST(TomlTwice, CargoSaysTheLineBelow) {
  auto cargo = said("error: failed to parse manifest at `/app/Cargo.toml`", {{"path", "/app/Cargo.toml"}});
  cargo.after = {"", "Caused by:", "  TOML parse error at line 11, column 1",
                 "  Duplicate key `dependencies` in document root"};
  const Files twice = {{"Cargo.toml", "[dependencies]\na = \"1\"\n\n[dependencies]\nb = \"2\"\n"}};
  EXPECT_EQ(mended("toml.fix-syntax", twice, cargo).at("Cargo.toml"), "[dependencies]\na = \"1\"\nb = \"2\"\n");
  cargo.after = {"", "Caused by:", "  TOML parse error at line 2, column 8", "  Expected quoted string"};
  const Files bare = {{"Cargo.toml", "[package]\nname = planner\n"}};
  EXPECT_EQ(mended("toml.fix-syntax", bare, cargo).at("Cargo.toml"), "[package]\nname = \"planner\"\n");
  auto newer = said("error: string values must be quoted, expected literal string", {});
  newer.after = {" --> Cargo.toml:2:8"};
  EXPECT_EQ(mended("toml.fix-syntax", bare, newer).at("Cargo.toml"), "[package]\nname = \"planner\"\n");
}

}  // namespace
}  // namespace regreen::story
