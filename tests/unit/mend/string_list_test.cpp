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

TEST(StringList, TablesStayWhereTheyMayStand) {
  const std::string text = "test = [\n    {include-group = \"base\"},\n    \"pytest\",\n]\n";
  EXPECT_EQ(with(text, "b"), "no list");
  const auto list = read_string_list(text, text.find('['), ListItems::strings_and_tables);
  ASSERT_TRUE(list);
  EXPECT_EQ(apply_edits(text, insert_string(text, *list, "xmltodict")),
            "test = [\n    {include-group = \"base\"},\n    \"pytest\",\n    \"xmltodict\",\n]\n");
  for (const auto* odd : {"[{a = {b = 1}}]", "[{a = 1\n}]", "[{", "[1]"})
    EXPECT_FALSE(read_string_list(odd, 0, ListItems::strings_and_tables)) << odd;
}

TEST(StringList, AStringIsTakenOutWithItsCommaOrItsLine) {
  const auto without = [](std::string_view text, std::size_t index) {
    return apply_edits(text, remove_strings(text, *read_string_list(text, 0), {index})).value();
  };
  EXPECT_EQ(without("[\"a\", \"b\", \"c\"]", 0), "[\"b\", \"c\"]");
  EXPECT_EQ(without("[\"a\", \"b\", \"c\"]", 1), "[\"a\", \"c\"]");
  EXPECT_EQ(without("[\"a\", \"b\"]", 1), "[\"a\"]");
  EXPECT_EQ(without("[\"a\"]", 0), "[]");
  EXPECT_EQ(without("[\n  \"a\",  # first\n  \"b\"\n]", 0), "[\n  \"b\"\n]");
  EXPECT_EQ(without("[\n  \"a\",\n  \"b\"\n]", 1), "[\n  \"a\"\n]");
  EXPECT_EQ(without("[\n  \"a\",\n  \"b\",\n]", 1), "[\n  \"a\",\n]");
  EXPECT_EQ(without("[\n  \"a\", \"b\",\n]", 0), "[\n  \"b\",\n]");
}

TEST(StringList, SeveralStringsAreTakenOutTogether) {
  const auto without = [](std::string_view text, const std::vector<std::size_t>& indexes) {
    return apply_edits(text, remove_strings(text, *read_string_list(text, 0), indexes)).value();
  };
  EXPECT_EQ(without("[\"a\", \"b\", \"c\"]", {1, 2}), "[\"a\"]");
  EXPECT_EQ(without("[\"a\", \"b\", \"c\", \"d\"]", {0, 2, 3}), "[\"b\"]");
  EXPECT_EQ(without("[\"a\", \"b\", \"c\",]", {1, 2}), "[\"a\",]");
  EXPECT_EQ(without("[\"a\", \"b\"]", {0, 1}), "[]");
  EXPECT_EQ(without("[\n  \"a\",\n  \"b\",\n  \"c\"\n]", {1, 2}), "[\n  \"a\"\n]");
  EXPECT_EQ(without("[\n  \"a\", \"b\",\n  \"c\"\n]", {1, 2}), "[\n  \"a\"\n]");
  EXPECT_EQ(without("[\n  \"a\",\n  \"b\",\n  \"c\", \"d\",\n]", {1, 2, 3}), "[\n  \"a\",\n  \n]");
  EXPECT_EQ(without("[ \"a\",\n  \"b\",\n  \"c\"]", {0, 1}), "[   \"c\"]");
}

// Of every way to write a list of four, on lines and with commas and comments, each choice that goes leaves the others.
TEST(StringList, WhatIsNotTakenOutStays) {
  const std::vector<std::string> gaps = {", ", ",\n  ", ",  # x\n  ", "\n  , "};
  for (std::size_t way = 0; way < 64 * 4; ++way) {
    const auto front = way % 2 == 0 ? "[" : "[\n  ", back = way / 2 % 2 == 0 ? "]" : ",\n]";
    const auto gap = [&](std::size_t at) { return gaps[(way / 4) >> (2 * at) & 3]; };
    const auto text = front + ("'a'" + gap(0)) + "'b'" + gap(1) + "'c'" + gap(2) + "'d'" + back;
    const auto list = *read_string_list(text, 0);
    for (std::size_t choice = 0; choice < 16; ++choice) {
      std::vector<std::size_t> gone;
      std::string kept, left;
      for (std::size_t i = 0; i < 4; ++i) {
        if ((choice >> i & 1) != 0)
          gone.push_back(i);
        else
          kept += list.items[i].value;
      }
      const auto after = apply_edits(text, remove_strings(text, list, gone)).value();
      const auto again = read_string_list(after, 0);
      ASSERT_TRUE(again) << text << after;
      for (const auto& item : again->items) left += item.value;
      EXPECT_EQ(left, kept) << text << after;
    }
  }
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

TEST(StringList, EscapesDoNotEndAString) {
  const std::string text = "markers = [\n    \"slow: (deselect with '-m \\\"not slow\\\"')\",\n]\n";
  const auto list = read_string_list(text, text.find('['), ListItems::escaped_strings);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->items.size(), 1U);
  EXPECT_EQ(apply_edits(text, insert_string(text, *list, "net")).value(),
            "markers = [\n    \"slow: (deselect with '-m \\\"not slow\\\"')\",\n    \"net\",\n]\n");
  EXPECT_EQ(read_string_list("[\"a\\\\\", \"b\"]", 0, ListItems::escaped_strings)->items.size(), 2U);
  EXPECT_FALSE(read_string_list("['a\\', 'b']", 0, ListItems::escaped_strings))
      << "TOML and Python do not agree where it ends";
  EXPECT_FALSE(read_string_list("[\"a\\\n\"]", 0, ListItems::escaped_strings));
}

}  // namespace
}  // namespace regreen
