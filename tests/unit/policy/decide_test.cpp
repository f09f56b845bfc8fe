#include "policy/decide.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Diagnosis of(std::string category) {
  Diagnosis one;
  one.category = std::move(category);
  return one;
}

TEST(Policy, NamesTheRuleOfEachRefusal) {
  EXPECT_EQ(may_heal(of("credential"), Config{})->rule, "category.credential");
  EXPECT_EQ(may_heal(of("security_finding"), Config{})->rule, "category.security_finding");
  EXPECT_FALSE(may_heal(of("network"), Config{})) << "a remedy may try; a human decides if none proves itself";
  EXPECT_EQ(must_escalate(of("network"), {}, Config{})->rule, "category.network");
  EXPECT_EQ(must_escalate(of("quality_gate"), {}, Config{})->rule, "category.quality_gate");
  EXPECT_FALSE(must_escalate(of("test_failure"), {}, Config{})) << "an agent could go on";
}

TEST(Policy, OnlyAHumanGivesMoreRights) {
  Diagnosis one = of("permission_denied");
  EXPECT_EQ(must_escalate(one, {}, Config{})->rule, "category.permission_denied");
  one.remedies = {RemedyId{"shell.chmod"}};
  EXPECT_FALSE(must_escalate(one, {}, Config{})) << "a mode of the repository's own files";
}

TEST(Policy, OrdersInTheLogGoToAHuman) {
  Evidence evidence;
  evidence.orders = {{"", 7}};
  const auto refusal = must_escalate(of("test_failure"), evidence, Config{});
  EXPECT_EQ(refusal->rule, "log.instructions");
  EXPECT_NE(refusal->reason.find("Line 7"), std::string::npos);
}

TEST(Policy, AFailureInAProtectedFileGoesToAHuman) {
  Diagnosis one = of("test_failure");
  one.locations = {{"migrations/0002.py", 3, 0}};
  EXPECT_EQ(must_escalate(one, {}, Config{})->rule, "policy.protected-file");
}

TEST(Policy, RiskFollowsTheTable) {  // A14
  EXPECT_EQ(risk_of(0.90, 2), Risk::low);
  EXPECT_EQ(risk_of(0.90, 3), Risk::medium);
  EXPECT_EQ(risk_of(0.85, 4), Risk::medium);
  EXPECT_EQ(risk_of(0.85, 5), Risk::high);
  EXPECT_EQ(risk_of(0.84, 1), Risk::high);
}

}  // namespace
}  // namespace regreen
