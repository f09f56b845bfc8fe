#include "rules/load.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

constexpr const char* good = R"([[rule]]
id         = "a.b"
category   = "dependency"
confidence = 0.9
pattern    = '''No module named '(?P<module>\w+)''''
root_cause = "{module} is missing"
severity   = "high"
match      = ["No module named 'x'"]
)";

std::string mistakes(const std::string& text) {
  RuleFileContent content;
  std::string all;
  for (const auto& mistake : read_rule_file({"my.toml", text}, content)) all += to_text(mistake) + "\n";
  return all;
}

std::string with(const std::string& line) { return good + line + "\n"; }

TEST(RuleFile, IsReadWithItsAliases) {
  RuleFileContent content;
  ASSERT_TRUE(read_rule_file({"my.toml", good}, content).empty());
  ASSERT_EQ(content.rules.size(), 1u);
  EXPECT_EQ(content.rules[0].category, "dependency_missing");
  EXPECT_EQ(content.rules[0].severity, Severity::high);
  EXPECT_EQ(content.rules[0].role, Role::cause);
}

TEST(RuleFile, AnUnknownKeyHasALineAndAHint) {
  EXPECT_EQ(mistakes(with("patern = 'x'")), "my.toml:9: unknown key 'patern' (did you mean 'pattern'?)\n");
}

TEST(RuleFile, AWrongTypeSaysWhatItMustBe) {
  EXPECT_EQ(mistakes(with("transient = \"yes\"")), "my.toml:9: 'transient' must be true or false (without quotes)\n");
  EXPECT_EQ(mistakes(with("suggest = 'one'")),
            "my.toml:9: 'suggest' must be a list of texts (suggest = [\"…\", \"…\"])\n");
}

TEST(RuleFile, AWrongWordListsTheRightOnes) {
  EXPECT_EQ(mistakes(with("role = 'root'")), "my.toml:9: 'role' cannot be 'root' (one of: cause, symptom, warning)\n");
}

TEST(RuleFile, MissingKeysAndLinesAreTold) {
  const std::string text = mistakes("[[rule]]\nid = 'a'\n");
  for (const char* key :
       {"'category' is missing", "'confidence' is missing", "'pattern' is missing", "a line that it matches"}) {
    EXPECT_NE(text.find(key), std::string::npos) << key << " in\n" << text;
  }
}

TEST(RuleFile, ADocumentedRuleNamesItsSource) {
  EXPECT_EQ(mistakes(with("origin = 'documented'")),
            "my.toml:9: a documented rule names its source (source = \"https://…\")\n");
}

TEST(RuleFile, BrokenTomlHasALine) {
  EXPECT_EQ(mistakes("[[rule]]\nid = \n").substr(0, 10), "my.toml:2:");
  EXPECT_EQ(mistakes("x = 1\n[%]\n").substr(0, 10), "my.toml:2:");
}

TEST(RuleFile, ARuleWithAMistakeIsNotKept) {
  RuleFileContent content;
  static_cast<void>(read_rule_file({"my.toml", with("x = 1")}, content));
  EXPECT_TRUE(content.rules.empty());
}

TEST(RuleFile, TablesMapNames) {
  RuleFileContent content;
  ASSERT_TRUE(read_rule_file({"t.toml", "[table.python-packages]\nyaml = \"PyYAML\"\n"}, content).empty());
  EXPECT_EQ(content.tables["python-packages"]["yaml"], "PyYAML");
}

TEST(RuleFiles, TogetherShowDoubleIdsAndUnknownRemedies) {
  RuleFileContent content;
  static_cast<void>(read_rule_file({"a.toml", with("remedies = ['no.such']")}, content));
  static_cast<void>(read_rule_file({"b.toml", good}, content));
  const auto found = check_references(content);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(to_text(found[0]), "a.toml:1: no remedy is called 'no.such' (see `regreen fixes`)");
  EXPECT_EQ(to_text(found[1]), "b.toml:1: id 'a.b' is used twice (ids are unique over all files)");
}

}  // namespace
}  // namespace regreen
