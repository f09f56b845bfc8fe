#include "mend/text/string_list.h"

#include "mend/format/toml_edit.h"
#include "story.h"

namespace regreen {
namespace {

std::string with(std::string text, std::string_view value) {
  const auto list = read_string_list(text, text.find('['));
  if (!list) return "no list";
  return apply_edits(text, insert_string(text, *list, value)).value();
}

TEST(StringList, OneLineKeepsItsQuotesAndTrailingComma) {
  EXPECT_EQ(with("x = ['b', 'a']", "c"), "x = ['b', 'a', 'c']");
  EXPECT_EQ(with("x = [\"b\",]", "c"), "x = [\"b\", \"c\",]");
  EXPECT_EQ(with("x = []", "c"), "x = [\"c\"]");
}

TEST(StringList, ASortedListStaysSorted) {
  EXPECT_EQ(with("x = ['a', 'c']", "B"), "x = ['a', 'B', 'c']");
  EXPECT_EQ(with("[\n  \"a\",  # one\n  \"c\",\n]", "b"), "[\n  \"a\",  # one\n  \"b\",\n  \"c\",\n]");
}

TEST(StringList, OneItemPerLineKeepsIndentationAndComments) {
  EXPECT_EQ(with("[\n    \"b\",\n    \"a\",  # why\n]\n", "c"), "[\n    \"b\",\n    \"a\",  # why\n    \"c\",\n]\n");
  EXPECT_EQ(with("[\n    \"b\",\n    \"a\"  # why\n]\n", "c"), "[\n    \"b\",\n    \"a\",  # why\n    \"c\"\n]\n");
  EXPECT_EQ(with("[\r\n\t'b',\r\n\t'a']\r\n", "c"), "[\r\n\t'b',\r\n\t'a',\r\n\t'c']\r\n");
  EXPECT_EQ(with("deps = [\n]\n", "c"), "deps = [\n    \"c\",\n]\n");
}

TEST(StringList, AStringIsTakenOutWithItsCommaOrItsLine) {
  const auto without = [](std::string_view text, std::size_t index) {
    return apply_edits(text, {remove_string(text, *read_string_list(text, 0), index)}).value();
  };
  EXPECT_EQ(without("[\"a\", \"b\", \"c\"]", 0), "[\"b\", \"c\"]");
  EXPECT_EQ(without("[\"a\", \"b\", \"c\"]", 1), "[\"a\", \"c\"]");
  EXPECT_EQ(without("[\"a\", \"b\"]", 1), "[\"a\"]");
  EXPECT_EQ(without("[\"a\"]", 0), "[]");
  EXPECT_EQ(without("[\n  \"a\",  # first\n  \"b\"\n]", 0), "[\n  \"b\"\n]");
  EXPECT_EQ(without("[\n  \"a\",\n  \"b\"\n]", 1), "[\n  \"a\",\n]");
  EXPECT_EQ(without("[\n  \"a\", \"b\",\n]", 0), "[\n  \"b\",\n]");
}

TEST(StringList, WhatIsNoPlainListIsLeftAlone) {
  EXPECT_EQ(with("[name, 'a']", "c"), "no list");
  EXPECT_EQ(with("['a' 'b']", "c"), "no list");
  EXPECT_EQ(with("['a'", "c"), "no list");
}

constexpr std::string_view manifest =
    "# top\n[project]\nname = \"x\"  # a name\ndependencies = [\n  \"b\", # ]\n  \"a\"\n]\n\n"
    "[tool.'poetry'.dependencies]\npython = \"^3.9\"\n\n# tail\n";

TEST(TomlText, KeysAndTheirValuesAreFound) {
  const TomlText toml(manifest);
  ASSERT_NE(toml.find("project", "dependencies"), nullptr);
  EXPECT_EQ(toml.value(*toml.find("project", "name")), "\"x\"");
  EXPECT_EQ(toml.value(*toml.find("project", "dependencies")), "[\n  \"b\", # ]\n  \"a\"\n]");
  EXPECT_EQ(toml.value(*toml.find("tool.poetry.dependencies", "python")), "\"^3.9\"");
  EXPECT_EQ(toml.find_table("tool.black"), nullptr);
}

TEST(TomlText, AKeyIsAddedToItsTable) {
  const TomlText toml(manifest);
  const auto edit = toml.add_key(*toml.find_table("tool.poetry.dependencies"), "rich", "\"*\"");
  const auto after = apply_edits(manifest, {edit}).value();
  EXPECT_TRUE(after.ends_with("python = \"^3.9\"\nrich = \"*\"\n\n# tail\n")) << after;
  EXPECT_TRUE(is_toml(after));
  EXPECT_FALSE(is_toml("[x"));
}

TEST(TomlText, ATableIsAddedAtTheEnd) {
  EXPECT_EQ(apply_edits("a = 1", {TomlText("a = 1").add_table("t", "b = 2")}).value(), "a = 1\n\n[t]\nb = 2\n");
}

}  // namespace
}  // namespace regreen
