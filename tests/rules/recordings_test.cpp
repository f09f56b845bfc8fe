#include "rules/recordings.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string summary(const Answer& answer) {
  if (answer.diagnoses.empty()) return "nothing";
  const Diagnosis& first = answer.diagnoses.front();
  std::string text = first.category + " " + first.rule.value;
  for (const auto& line : first.evidence) text += "\n    " + std::to_string(line.place.line) + ": " + line.text;
  return text;
}

void expect_as_said(const Recording& recording, const Answer& answer) {
  if (recording.is_green()) {
    EXPECT_NE(answer.conclusion, Conclusion::failure) << recording.name << ": " << summary(answer);
    for (const auto& one : answer.diagnoses)
      EXPECT_EQ(one.category, "unknown") << recording.name << ": " << summary(answer);
    return;
  }
  ASSERT_FALSE(answer.diagnoses.empty()) << recording.name << ": nothing wrong?";
  EXPECT_EQ(answer.diagnoses.front().category, recording.category) << recording.name << ": " << summary(answer);
  if (recording.rule.empty() || recording.category == "unknown") return;
  EXPECT_EQ(answer.diagnoses.front().rule.value, recording.rule) << recording.name << ": " << summary(answer);
}

TEST(Recordings, EachHasAScriptThatSaysWhatItIs) {
  EXPECT_FALSE(recordings().empty());
  for (const auto& recording : recordings()) {
    EXPECT_FALSE(recording.category.empty()) << recording.name;
    if (recording.rule.empty()) continue;
    EXPECT_NE(our_rules().find(RuleId{recording.rule}), nullptr) << recording.name << ": " << recording.rule;
  }
}

// A warning names a cause only where the log proves a failure.
bool needs_proof(const Recording& recording) {
  const Rule* rule = our_rules().find(RuleId{recording.rule});
  return rule != nullptr && rule->role == Role::warning;
}

TEST(Recordings, AreDiagnosedAsTheirScriptsSay) {
  for (const auto& recording : recordings()) {
    if (!needs_proof(recording)) expect_as_said(recording, answer_to(recording.text));
  }
}

// The same answers from within a CI system's log, with the numbers of its lines.
TEST(Recordings, AreDiagnosedAlikeWithinAJob) {
  for (const auto& recording : recordings()) {
    const Wrapped wrapped = as_github_job(recording);
    const Answer answer = answer_to(wrapped.text);
    expect_as_said(recording, answer);
    if (recording.is_green()) {
      EXPECT_TRUE(answer.diagnoses.empty()) << recording.name << ": " << summary(answer);
      continue;
    }
    for (const auto& one : answer.diagnoses) {
      if (one.category == "unknown") continue;
      for (const auto& line : one.evidence) EXPECT_GT(line.place.line, wrapped.lines_above) << recording.name;
    }
  }
}

TEST(Recordings, LinesKeepTheirNumbersWithinAJob) {
  for (const auto& recording : recordings()) {
    if (recording.is_green()) continue;
    const Wrapped wrapped = as_github_job(recording);
    const Answer bare = answer_to(recording.text), inside = answer_to(wrapped.text);
    if (bare.diagnoses.empty() || bare.diagnoses.front().rule.value.empty()) continue;
    ASSERT_FALSE(inside.diagnoses.empty()) << recording.name;
    EXPECT_EQ(inside.diagnoses.front().occurrences.front().at.place.line,
              bare.diagnoses.front().occurrences.front().at.place.line + wrapped.lines_above)
        << recording.name;
  }
}

}  // namespace
}  // namespace regreen
