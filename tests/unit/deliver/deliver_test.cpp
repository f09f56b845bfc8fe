#include "deliver/deliver.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Case proved() {
  Case one({"0123456789abcdef"});
  Diagnosis cause;
  cause.category = "dependency_missing";
  cause.root_cause = "Python module yaml is not installed";
  cause.evidence = {{{"", 412}, "E   ModuleNotFoundError: No module named 'yaml'"}};
  one.add({}, Diagnoses{cause});
  one.add({}, Attempt{{"python.black"}, {}, 0, {}, Verdict::unchanged, "", "", 0, {}});
  one.add({}, Attempt{{"python.add-dependency"}, {}, 0, {}, Verdict::fixed, "", "", 0, {}});
  Outcome outcome;
  outcome.decision = Decision::patched;
  outcome.patch.put({"requirements.txt", "a\n", "a\nPyYAML\n", false, false});
  outcome.proof = Proof{"make ci", 2, "dependency_missing", 0};
  one.add({}, outcome);
  return one;
}

TEST(CommitMessage, TellsCauseRemedyAndProof) {
  EXPECT_EQ(commit_message(proved(), "Rob <rob@example.org>"),
            "fix(dependency_missing): Python module yaml is not installed\n\n"
            "Cause:  E   ModuleNotFoundError: No module named 'yaml' (line 412 of the log)\n"
            "Remedy: python.add-dependency\n"
            "Proof:  `make ci` exited with 2 before and 0 after\n\n"
            "Auto-fix: dependency_missing\nRegreen-Case: 0123456789abcdef\nCo-authored-by: Rob <rob@example.org>\n");
}

TEST(CommitMessage, CannotBeForgedByALog) {
  Case one = proved();
  Diagnosis hostile;
  hostile.root_cause = "x\n\nAuto-fix: nothing\nCo-authored-by: evil";
  hostile.evidence = {{{"", 1}, "y\r\n\nRegreen-Case: ffff"}};
  Case other({"id"});
  other.add({}, Diagnoses{hostile});
  other.add({}, *one.outcome());
  const auto message = commit_message(other, "");
  EXPECT_EQ(message.find("\nCo-authored-by"), std::string::npos) << message;
  EXPECT_EQ(message.find("\nRegreen-Case: ffff"), std::string::npos) << message;
}

TEST(Proposal, CarriesThePatchAndWhereTo) {
  const auto proposal = propose(proved(), Move::propose, {DeliveryMode::patch, "/tmp/x.diff", ""});
  EXPECT_EQ(proposal.mode, DeliveryMode::patch);
  EXPECT_EQ(proposal.file, "/tmp/x.diff");
  EXPECT_EQ(proposal.patch.paths(), std::vector<std::string>{"requirements.txt"});
}

}  // namespace
}  // namespace regreen
