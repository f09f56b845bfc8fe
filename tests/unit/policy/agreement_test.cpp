#include "policy/agreement.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Diagnosis failed_in(const std::string& file, const std::string& message = "assert 1 == 2") {
  Diagnosis one;
  one.category = "test_failure";
  one.locations = {{file, 3, 0}};
  one.occurrences.push_back({{{"", 1}, message}, {}, {{file, 3, 0}}, {}, {}});
  return one;
}

MemoryTree tree_of(std::map<std::string, MemoryTree::File, std::less<>> files) { return MemoryTree(std::move(files)); }

TEST(Agreement, IsAskedForByWhatTheTestIsAbout) {
  const auto tree = tree_of({{"tests/test_rules.py", {"from desk.rules import approvals\n"}},
                             {"desk/rules.py", {"\"\"\"Changes need the sign-off of the credit committee.\"\"\"\n"}}});
  const auto refusal = asks_for_agreement(failed_in("tests/test_rules.py"), tree);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->rule, "policy.agreement");
  EXPECT_NE(refusal->reason.find("desk/rules.py:1"), std::string::npos) << refusal->reason;
}

TEST(Agreement, IsAskedForTwoStepsAway) {
  const auto tree = tree_of({{"tests/test_invoice.py", {"from billing.invoice import gross\n"}},
                             {"billing/invoice.py", {"from billing.rates import RATES\n"}},
                             {"billing/rates.py", {"# A rate changes by their written approval alone.\n"}}});
  EXPECT_TRUE(asks_for_agreement(failed_in("tests/test_invoice.py"), tree));
}

TEST(Agreement, IsAskedForByDataBesideTheTest) {
  const auto tree = tree_of(
      {{"tests/pay/test_wage.py", {"import csv\n"}}, {"tests/pay/wage.csv", {"# signed off: payroll, 2024-01-15\n"}}});
  EXPECT_TRUE(asks_for_agreement(failed_in("tests/pay/test_wage.py"), tree));
}

TEST(Agreement, IsAskedForByTheMessage) {
  const auto said = failed_in("keep_test.go", "30 days, at least 365 (changes need sign-off from legal)");
  EXPECT_TRUE(asks_for_agreement(said, MemoryTree()));
}

TEST(Agreement, IsFoundWhereTheLogLeavesOutTheFolder) {
  const auto tree =
      tree_of({{"internal/keep_test.go", {"// The periods of policy DP-7 (approved by legal and finance).\n"}}});
  EXPECT_TRUE(asks_for_agreement(failed_in("keep_test.go"), tree));
}

TEST(Agreement, IsAskedForByTheReadmeOfTheData) {
  const auto asks = [](const std::string& readme, const std::string& folder) {
    const auto tree = tree_of({{"tests/test_limits.py", {"from desk.limits import limit\n"}},
                               {"desk/limits.py", {"TABLE = 'limits.toml'\n"}},
                               {folder + "limits.toml", {"daily = 1500\n"}},
                               {folder + "README.md", {readme}}});
    return asks_for_agreement(failed_in("tests/test_limits.py"), tree).has_value();
  };
  const std::string resolution = "# Limits\n\nEvery change needs a resolution of the risk\ncommittee.\n";
  EXPECT_TRUE(asks(resolution, "policy/"));
  EXPECT_TRUE(asks("Do not edit without the written approval of finance.\n", "rates/"));
  EXPECT_FALSE(asks("Changes need a review by two maintainers.\n", "policy/"));
  EXPECT_FALSE(asks("To change it you need permission to write to the bucket.\n", "policy/"));
  EXPECT_FALSE(asks("Change the limits.\n\nThe approval of finance is shown below the table.\n", "policy/"));
  EXPECT_FALSE(asks("A loan changes its state with the approval of the simulated board, see the tests.\n", "loans/"));
  EXPECT_FALSE(asks("Rates change by night, after the approval of the accounting API.\n", "rates/"));
  EXPECT_FALSE(asks(resolution, ""));
}

TEST(Agreement, IsAskedForByTheOwnersOfTestAndData) {
  const auto asks = [](const std::string& owners) {
    const auto tree = tree_of({{".github/CODEOWNERS", {owners}},
                               {"tests/policy/test_limits.py", {"from desk.limits import limit\n"}},
                               {"desk/limits.py", {"TABLE = 'limits.toml'\n"}},
                               {"policy/limits.toml", {"daily = 1500\n"}}});
    return asks_for_agreement(failed_in("tests/policy/test_limits.py"), tree).has_value();
  };
  EXPECT_TRUE(asks("* @desk/backend\n/policy/ @desk/risk-committee\n/tests/policy/ @desk/risk-committee\n"));
  EXPECT_FALSE(asks("* @desk/backend\n/policy/ @desk/backend\n/tests/policy/ @desk/backend\n"));
  EXPECT_FALSE(asks("/policy/ @desk/risk-committee\n"));
  EXPECT_FALSE(asks("/tests/policy/ @desk/legal\n/policy/ @desk/finance-tools\n"));
  EXPECT_FALSE(asks("* @desk/dashboard\n"));
  EXPECT_FALSE(asks("* @desk/risk-committee\n"));
  EXPECT_FALSE(asks("* @desk/backend\n/policy/ @desk/technical-committee\n/tests/policy/ @desk/technical-committee\n"));
}

TEST(Agreement, IsFoundWhereTheLogSaysThePlaceBelow) {
  Diagnosis tap;
  tap.category = "test_failure";
  tap.occurrences.push_back({{{"", 1}, "not ok 2 - a boat"}, {}, {}, {}, {}});
  tap.occurrences[0].after = {"  ---", "  location: '/home/a/desk/test/berth.test.js:6:1'"};
  const auto tree = tree_of({{"test/berth.test.js", {"// The fees of 2024 (approved by the fees committee).\n"}}});
  EXPECT_TRUE(asks_for_agreement(tap, tree));
}

TEST(Agreement, IsNotAskedForByProgramsAboutApprovals) {
  const auto asks = [](const std::string& text) {
    return asks_for_agreement(failed_in("tests/test_a.py"), tree_of({{"tests/test_a.py", {text}}})).has_value();
  };
  EXPECT_FALSE(asks("\"\"\"Discounts above 50 % need an approval and are not applied.\"\"\"\n"));
  EXPECT_FALSE(asks("order.update(approval=True)\n"));
  EXPECT_FALSE(asks("row = change_request.approved_by(user)\n"));
  EXPECT_FALSE(asks("# the request is approved by its owner\n"));
  EXPECT_FALSE(asks("def edit_with(permission): pass\n"));
  EXPECT_FALSE(asks("assert can_edit(user, with_permission=consent)\n"));
}

TEST(Agreement, IsNotAskedForByFilesThatTheTestDoesNotName) {
  const auto tree = tree_of({{"tests/test_a.py", {"from app.sums import add\n"}},
                             {"app/rates.py", {"# Changes need the approval of finance.\n"}}});
  EXPECT_FALSE(asks_for_agreement(failed_in("tests/test_a.py"), tree));
}

TEST(Agreement, IsAboutTestsAlone) {
  auto one = failed_in("rates.py");
  one.category = "import_error";
  EXPECT_FALSE(asks_for_agreement(one, tree_of({{"rates.py", {"# Changes need the approval of finance.\n"}}})));
}

}  // namespace
}  // namespace regreen
