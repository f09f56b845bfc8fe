#include "plan/plan.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regreen {
namespace {

RuleSet remedies(std::initializer_list<Remedy> all) {
  RuleFileContent content;
  content.remedies = all;
  return std::move(RuleSet::compile(std::move(content)).value());
}

Remedy remedy(std::string id, Risk risk = Risk::low) { return {{std::move(id)}, RemedyKind::edit, risk, "", {}, {}}; }

Diagnosis cause(double confidence, Severity severity, std::initializer_list<const char*> ids) {
  Diagnosis one;
  one.confidence = confidence;
  one.severity = severity;
  for (const char* id : ids) one.remedies.push_back({id});
  return one;
}

std::vector<std::string> order(const Plan& plan) {
  std::vector<std::string> ids;
  for (const auto& planned : plan.remedies) ids.push_back(planned.remedy.id.value);
  return ids;
}

TEST(Plan, GivesThePointsOfThePriority) {
  const auto plan = make_plan({cause(0.9, Severity::high, {"a"})}, remedies({remedy("a")}), {{{"a"}, {3, 1}}});
  const Priority& priority = plan.remedies.at(0).priority;
  EXPECT_DOUBLE_EQ(priority.confidence, 90);
  EXPECT_DOUBLE_EQ(priority.success, 50 * 4.0 / 6.0);
  EXPECT_DOUBLE_EQ(priority.severity, 30);
  EXPECT_DOUBLE_EQ(
      make_plan({cause(0, Severity::medium, {"a"})}, remedies({remedy("a")}), {}).remedies[0].priority.severity, 15);
  EXPECT_DOUBLE_EQ(
      make_plan({cause(0, Severity::low, {"a"})}, remedies({remedy("a")}), {}).remedies[0].priority.total(), 25);
}

TEST(Plan, WhatHelpedBeforeGoesFirst) {
  const auto rules = remedies({remedy("a"), remedy("b")});
  EXPECT_EQ(order(make_plan({cause(0.9, Severity::high, {"a", "b"})}, rules, {{{"b"}, {5, 0}}})),
            (std::vector<std::string>{"b", "a"}));
}

TEST(Plan, WhereAllIsEqualTheSmallerRiskGoesFirstThenTheRulesOrder) {
  const auto rules = remedies({remedy("a", Risk::medium), remedy("b"), remedy("c")});
  EXPECT_EQ(order(make_plan({cause(0.9, Severity::high, {"a", "c", "b"})}, rules, {})),
            (std::vector<std::string>{"c", "b", "a"}));
}

TEST(Plan, ManyCausesOfAKindDoNotKeepOutAnother) {
  const auto rules = remedies({remedy("a"), remedy("b")});
  Diagnoses causes(7, cause(0.9, Severity::high, {"a"}));
  for (auto& one : causes) one.category = "test_failure";
  causes.push_back(cause(0.3, Severity::high, {"b"}));
  causes.back().category = "import_error";
  const auto planned = order(make_plan(causes, rules, {}));
  EXPECT_EQ(std::ranges::count(planned, "a"), 6);
  EXPECT_EQ(planned.back(), "b");
}

TEST(Plan, RemediesOfLaterCausesComeBehind) {
  const auto rules = remedies({remedy("a"), remedy("b")});
  const auto plan = make_plan({cause(0.9, Severity::high, {"a"}), cause(0.3, Severity::high, {"b"})}, rules, {});
  EXPECT_EQ(order(plan), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(plan.remedies[1].about, 1u);
}

TEST(Plan, ARemedyThatNobodyDefinesIsLeftOut) {
  EXPECT_TRUE(make_plan({cause(0.9, Severity::high, {"gone"})}, remedies({}), {}).remedies.empty());
}

}  // namespace
}  // namespace regreen
