#include "mend/format/json_text.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string with_member(const std::string& text, const std::string& list, const std::string& key) {
  const auto root = read_json_object(text);
  const auto object = root ? object_in(text, *root, list) : std::nullopt;
  if (!object) return "no object";
  return apply_edits(text, {add_member(text, *object, key, "\"1\"")}).value();
}

TEST(JsonText, AddsAMemberWhereTheOrderDemandsIt) {
  EXPECT_EQ(with_member("{\n  \"d\": {\n    \"a\": \"1\",\n    \"c\": \"1\"\n  }\n}\n", "d", "b"),
            "{\n  \"d\": {\n    \"a\": \"1\",\n    \"b\": \"1\",\n    \"c\": \"1\"\n  }\n}\n");
  EXPECT_EQ(with_member("{\n\t\"d\": {\n\t\t\"a\": \"1\"\n\t}\n}\n", "d", "z"),
            "{\n\t\"d\": {\n\t\t\"a\": \"1\",\n\t\t\"z\": \"1\"\n\t}\n}\n");
}

TEST(JsonText, OpensAnEmptyObjectAsTheFileIsIndented) {
  EXPECT_EQ(with_member("{\r\n    \"d\": {}\r\n}\r\n", "d", "a"),
            "{\r\n    \"d\": {\r\n        \"a\": \"1\"\r\n    }\r\n}\r\n");
}

TEST(JsonText, KeepsAnObjectOnItsLine) {
  EXPECT_EQ(with_member("{\"d\": {\"a\": \"1\"}}", "d", "b"), "{\"d\": {\"a\": \"1\", \"b\": \"1\"}}");
}

TEST(JsonText, AnswersNothingForWhatIsNoJson) {
  for (const char* text : {"", "[]", "{", "{\"a\"}", "{\"a\": }", "{\"a\": 1,}", "{'a': 1}"})
    EXPECT_FALSE(read_json_object(text)) << text;
  EXPECT_FALSE(is_json(std::string(10000, '[')));
  EXPECT_TRUE(is_json("{\"a\": [1, {\"b\": \"x\\\"}\"}], \"c\": null}\n"));
}

}  // namespace
}  // namespace regreen
