#include "report/markdown.h"

#include "base/text.h"
#include "unit/report/runs.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string markdown(const DiagnosedRun& run) { return diagnosis_markdown({run}); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

DiagnosedRun with_line(const std::string& line) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].evidence[0].text = line;
  return run;
}

TEST(Markdown, TellsCauseLinePlaceAndAdvice) {
  const std::string text = markdown(red_run());
  EXPECT_EQ(split_lines(text).front(), markdown_marker);
  for (const char* part :
       {"### Python module yaml is not installed", "`dependency_missing`", "97 % sure", "`test › Run tests`",
        "ModuleNotFoundError: No module named 'yaml'", "`hostplan/load.py:3`", "Add PyYAML"}) {
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  }
}

// Looks at the text as a reader of Markdown does: what stands in a fence is text.
std::string outside_of_fences(const std::string& text) {
  std::string rest, fence;
  for (const auto line : split_lines(text)) {
    const auto ticks = std::min(line.find_first_not_of('`'), line.size());
    if (fence.empty() && ticks >= 3) {
      fence = std::string(ticks, '`');
    } else if (!fence.empty() && ticks >= fence.size() && ticks == line.size()) {
      fence.clear();
    } else if (fence.empty()) {
      rest += std::string(line) + "\n";
    }
  }
  EXPECT_TRUE(fence.empty()) << "a fence stays open";
  return rest;
}

TEST(Markdown, LinesOfALogCannotLeaveTheirFence) {
  for (const std::string line :
       {"```", "`````", "   ````\n# heading", "~~~", "``` @octocat <img src=x>", "\r```\r@octocat"}) {
    const std::string outside = outside_of_fences(markdown(with_line(line)));
    EXPECT_FALSE(has(outside, "octocat")) << outside;
    EXPECT_FALSE(has(outside, "heading")) << outside;
  }
}

TEST(Markdown, WordsOfALogMentionAndLinkNothing) {
  DiagnosedRun run = red_run();
  const std::string hostile =
      "@octocat #12 [a](http://x) ![i](http://x/i.png) <script> www.example.org `tick` <!-- --> $x$";
  run.diagnoses[0].root_cause = run.diagnoses[0].suggestions[0] = hostile;
  const std::string text = markdown(run);
  for (const char* part : {"@o", "#1", " [a]", "](", " <s", "www.", "://", " <!", " `tick", " $x"})
    EXPECT_FALSE(has(text, part)) << part << text;
}

TEST(Markdown, NamesInCodeSpansCannotLeaveThem) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].job = "a `b` ``c`` @octocat";
  EXPECT_TRUE(has(markdown(run), "```a `b` ``c`` @octocat › Run tests```")) << markdown(run);
  run.diagnoses[0].job = "`";
  run.diagnoses[0].step = "";
  EXPECT_TRUE(has(markdown(run), "`` ` ``")) << markdown(run);
}

TEST(Markdown, FitsIntoAComment) {
  DiagnosedRun run = with_line(std::string(100000, 'x'));
  for (int i = 0; i < 500; ++i) run.diagnoses[0].locations.push_back({"f" + std::to_string(i), 1, 0});
  run.diagnoses.resize(8, run.diagnoses[0]);
  const std::string text = diagnosis_markdown(std::vector<DiagnosedRun>(100, run));
  EXPECT_LT(text.size(), 25000u);
  EXPECT_TRUE(has(text, "more runs, left out"));
}

TEST(Markdown, TellsGreenAndUnreadableRunsToo) {
  DiagnosedRun green, lost;
  lost.error = "no such file";
  const std::string text = diagnosis_markdown({green, lost});
  EXPECT_TRUE(has(text, "Nothing failed"));
  EXPECT_TRUE(has(text, "no such file"));
}

TEST(Markdown, SurvivesAnyBytes) {
  DiagnosedRun run = with_line("\xFF\x00\x1b[31m\u202E");
  run.diagnoses[0].root_cause = run.diagnoses[0].job = "\xFF\xFE`";
  const std::string text = markdown(run);
  EXPECT_EQ(valid_utf8(text), text);
}

}  // namespace
}  // namespace regreen
