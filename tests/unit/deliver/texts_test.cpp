#include "deliver/texts.h"

#include "deliver/pull_request.h"
#include "deliver/values.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace regreen {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<TextFile> shipped() {
  std::vector<TextFile> files;
  for (const auto& entry : std::filesystem::directory_iterator("rules/templates"))
    files.push_back({entry.path().string(), read(entry.path().string())});
  return files;
}

Case patched() {
  Case one({"0123456789abcdef"});
  Diagnosis cause;
  cause.category = "dependency_missing";
  cause.root_cause = "Python module `yaml` is <b>not</b> installed @ada";
  cause.confidence = 0.968;
  cause.evidence = {{{"", 412}, "E   No module named 'yaml' ``` @ada"}, {{"", 1234567}, "two"}};
  one.add({}, Diagnoses{cause});
  one.add({}, Attempt{{"python.add-dependency"}, {}, 0, {}, Verdict::fixed, "", "", 0, {}});
  Outcome outcome;
  outcome.decision = Decision::patched;
  outcome.patch.put({"requirements.txt", "a\n", "a\nPyYAML\n", false, false});
  outcome.proof = Proof{"make ci", 2, "dependency_missing", 0};
  outcome.total_s = 12.4;
  outcome.verify_s = 3.21;
  outcome.usage = {100, 20, 0.125};
  one.add({}, outcome);
  return one;
}

Case refused() {
  Case one = patched();
  Outcome outcome = *one.outcome();
  outcome.decision = Decision::refused;
  outcome.reason = "a person decides about `this`";
  one.add({}, outcome);
  return one;
}

TEST(Texts, OfARepairTellWhyWhatAndHowItIsProved) {
  const auto texts = Texts::load(shipped());
  ASSERT_TRUE(texts) << texts.error().message;
  EXPECT_EQ(texts->tell(TextOf::pull_request, patched()), R"(### Why it failed

`Python module 'yaml' is <b>not</b> installed @ada` (`dependency_missing`, 97 % sure)

       412: E   No module named 'yaml' ``` @ada
    1234567: two

### What changes

Remedy: `python.add-dependency`

- `requirements.txt` (+1 −0)

### What proves it

`make ci` exited with 2 before the change and with 0 after it, in a sandbox (3.2 s).

### What it cost

12 s, 120 tokens, 0.12 USD.

### Please look

- [ ] the change mends the cause above, not only its message
- [ ] no test and no check says less than before
- [ ] nothing secret and nothing foreign came in

Not right? Close it: nothing else will be done about this failure of this commit.
)");
  EXPECT_EQ(summary_text(patched(), *texts), texts->tell(TextOf::pull_request, patched()));
}

TEST(Texts, SayWhereCiIsTheProofAndWhereThereIsNone) {
  const auto texts = Texts::load(shipped());
  ASSERT_TRUE(texts) << texts.error().message;
  const auto proof = [&](const Case& one) {
    const std::string text = texts->tell(TextOf::pull_request, one), begin = "### What proves it\n\n";
    const auto from = text.find(begin) + begin.size();
    return text.substr(from, text.find("\n### What it cost") - from);
  };
  Case by_ci = patched();
  Reproduction seen;
  seen.witness = Witness{1, 60, std::string(ci_sandbox), "", ""};
  by_ci.add({}, seen);
  EXPECT_EQ(proof(by_ci), "CI failed before the change and is green with it, on this very branch (`make ci`).\n");
  Case unproved = patched();
  Outcome outcome = *unproved.outcome();
  outcome.proof.reset();
  unproved.add({}, outcome);
  EXPECT_EQ(proof(unproved), "Nothing proves it here: the checks of this pull request have to.\n");
}

TEST(Texts, OfWhatPeopleDecideTellTheCauseAndWhy) {
  const auto texts = Texts::load(shipped());
  ASSERT_TRUE(texts) << texts.error().message;
  const std::string expected = R"(`dependency_missing`: `Python module 'yaml' is <b>not</b> installed @ada`

       412: E   No module named 'yaml' ``` @ada
    1234567: two

`a person decides about 'this'`
)";
  EXPECT_EQ(texts->tell(TextOf::notice, refused()), expected);
  EXPECT_EQ(texts->tell(TextOf::issue, refused()), expected);
  EXPECT_EQ(summary_text(refused(), *texts), "### refused\n\n`a person decides about 'this'`\n");

  Case green({"x"});
  green.add({}, Diagnoses{});
  Outcome outcome;
  outcome.decision = Decision::nothing;
  outcome.reason = "It did not fail";
  green.add({}, outcome);
  EXPECT_EQ(texts->tell(TextOf::notice, green), "`It did not fail`\n");
}

TEST(Texts, AreReplacedByLaterOnes) {
  auto files = shipped();
  files.push_back({".github/regreen/templates/summary.md", "Oh: {{ reason }}\n"});
  const auto texts = Texts::load(files);
  ASSERT_TRUE(texts) << texts.error().message;
  EXPECT_EQ(summary_text(refused(), *texts), "Oh: `a person decides about 'this'`\n");
}

TEST(Texts, OfOtherNamesAreMistakes) {
  const std::vector<TextFile> files = {{"a/templates/sumary.md", "x"}};
  const auto texts = Texts::load(files);
  ASSERT_FALSE(texts);
  EXPECT_NE(texts.error().message.find("a/templates/sumary.md: there is no such text (known: pull-request.md"),
            std::string::npos);
}

TEST(Texts, AreDocumentedWithTheirValues) {
  const std::string guide = read("docs/templates.md");
  for (const auto& file : shipped()) {
    const auto name = std::filesystem::path(file.name).filename().string();
    EXPECT_NE(guide.find("| `" + name + "` |"), std::string::npos) << name;
  }
  for (const auto& value : value_names())
    EXPECT_NE(guide.find("| `" + std::string(value.name) + "` |"), std::string::npos) << value.name;
}

// Whatever a case says, no value becomes longer than was counted with.
TEST(Texts, HaveBoundedValues) {
  Case one({std::string(5000, 'i')});
  Diagnosis cause;
  cause.category = cause.root_cause = std::string(5000, '\xff');
  for (std::size_t i = 0; i < 50; ++i) cause.evidence.push_back({{"", SIZE_MAX}, std::string(5000, '\xff')});
  one.add({}, Diagnoses{cause});
  Outcome outcome;
  outcome.reason = outcome.rule = std::string(5000, '\n') + std::string(5000, 'x');
  for (std::size_t i = 0; i < 50; ++i)
    outcome.patch.put({std::string(5000, 'p') + std::to_string(i), "a\n", "b\n", false, false});
  outcome.proof = Proof{std::string(5000, '`'), INT_MIN, "", INT_MIN};
  outcome.total_s = outcome.verify_s = 1e9;
  outcome.usage = {UINT64_MAX / 2, 0, 1e9};
  one.add({}, outcome);
  const Values values = values_of(one);
  for (const auto& name : value_names()) {
    const auto found = values.find(name.name);
    EXPECT_LE(found == values.end() ? 0 : found->second.size(), name.bytes_max) << name.name;
  }
  for (const auto& [name, text] : values) {
    EXPECT_TRUE(std::ranges::any_of(value_names(), [&](const auto& one_name) { return one_name.name == name; }))
        << name;
  }
}

}  // namespace
}  // namespace regreen
