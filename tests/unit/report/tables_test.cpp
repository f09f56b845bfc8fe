#include "report/tables.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const Timestamp now = Timestamp(std::chrono::days(20000));

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Tables, DrawALineOfDays) {
  EXPECT_EQ(sparkline({0, 1, 4, 8}, 10), "·▁▄█");
  EXPECT_EQ(sparkline({1, 1, 1, 0, 2}, 3), "▄██") << "two days a mark, the oldest stands for one";
  EXPECT_EQ(sparkline({0, 0}, 10), "··");
  EXPECT_EQ(sparkline({}, 10), "");
}

TEST(Tables, TellWhatIsRecorded) {
  const std::string text = stats_text(
      {{"lint", 4, 3, 2, 2, 5.0, now - std::chrono::hours(3)}, {"network", 1, 0, 0, 0, {}, now}}, now, Colour::no);
  EXPECT_TRUE(has(text, "5 failures, 2 green again after 5 min on average; 3 repairs tried, 67 % helped")) << text;
  EXPECT_TRUE(has(text, "3 h ago")) << text;
}

TEST(Tables, SayThatNothingIsRecorded) {
  EXPECT_TRUE(has(stats_text({}, now, Colour::no), "Nothing is recorded yet"));
  EXPECT_TRUE(has(trends_text({28, {}, {}}, Colour::no), "Nothing failed in the last 28 days"));
}

TEST(Tables, ShowTrendsInWordsAndColours) {
  const Curve curve{"lint", "", {0, 1, 3}, 4, 1, 2.0, "rising"};
  EXPECT_TRUE(has(trends_text({3, {curve}, {}}, Colour::no), "·▃█      4  rising         1 green again  lint"))
      << trends_text({3, {curve}, {}}, Colour::no);
  EXPECT_TRUE(has(trends_text({3, {curve}, {}}, Colour::yes), "\x1b[31mrising"));
}

}  // namespace
}  // namespace regreen
