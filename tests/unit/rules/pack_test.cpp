#include "rules/pack.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

RuleFileContent some() {
  RuleFileContent content;
  const auto mistakes = read_rule_file({"a.toml", R"toml(
[[rule]]
id = "a.b"
category = "network"
confidence = 0.5
pattern = '''host (?P<host>\S+) is away'''
root_cause = "{host} is away"
severity = "high"
role = "symptom"
transient = true
proves = "failure"
remedies = ["rerun"]
suggest = ["wait"]
match = ["host x is away"]
no_match = ["host x is here"]
[[noise]]
id = "n"
pattern = "ok"
match = ["ok"]
[[remedy]]
id = "rerun"
kind = "rerun"
risk = "low"
title = "Run again"
[table.names]
cv2 = "opencv-python"
)toml"},
                                       content);
  EXPECT_TRUE(mistakes.empty());
  return content;
}

TEST(Pack, ComesBackAsItWas) {
  const std::string bytes = pack(some());
  const auto back = unpack_rules(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(pack(*back), bytes);
  const Rule& rule = back->rules.at(0);
  EXPECT_EQ(rule.id.value, "a.b");
  EXPECT_EQ(rule.role, Role::symptom);
  EXPECT_TRUE(rule.transient);
  EXPECT_EQ(rule.proves, Conclusion::failure);
  EXPECT_EQ(rule.no_match.at(0), "host x is here");
  EXPECT_EQ(rule.line, some().rules.at(0).line);
  EXPECT_EQ(back->remedies.at(0).kind, RemedyKind::rerun);
  EXPECT_EQ(back->tables.at("names").at("cv2"), "opencv-python");
}

TEST(Pack, RefusesWhatIsDamaged) {
  const std::string bytes = pack(some());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(unpack_rules(std::string_view(bytes).substr(0, size)));
  EXPECT_FALSE(unpack_rules(bytes + "x"));
  EXPECT_FALSE(unpack_rules(std::string(100, '\xFF')));
}

}  // namespace
}  // namespace regreen
