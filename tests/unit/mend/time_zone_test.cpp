#include "story.h"

namespace regreen::story {
namespace {

const std::string zone =
    "const ZONE = 'Europe/Oslo';\nconst day = (t) => t.toLocaleDateString('en-GB', { timeZone: ZONE });\n";

std::string printed(const std::string& text, const std::string& expected = "04/03/2025 16:30",
                    const std::string& actual = "04/03/2025 15:30", const std::string& path = "src/board.js") {
  auto one = said("not ok 2 - clock", {{"test", "clock"}});
  one.after = {"    + '" + actual + "'", "    - '" + expected + "'"};
  const auto after = mended("js.name-time-zone", Files{{path, text}}, std::move(one));
  return after.contains(path) ? after.at(path) : "nothing";
}

TEST(TimeZone, IsTheOneThatTheFileMeans) {
  EXPECT_EQ(printed(zone + "const clock = (t) => t.toLocaleTimeString('en-GB', { hour: '2-digit' });\n"),
            zone + "const clock = (t) => t.toLocaleTimeString('en-GB', { hour: '2-digit', timeZone: ZONE });\n");
  EXPECT_EQ(printed(zone + "const clock = (t) => t.toLocaleTimeString('en-GB');\n"),
            zone + "const clock = (t) => t.toLocaleTimeString('en-GB', { timeZone: ZONE });\n");
  EXPECT_EQ(printed(zone + "const clock = (t) => t.toLocaleTimeString();\n"),
            zone + "const clock = (t) => t.toLocaleTimeString(undefined, { timeZone: ZONE });\n");
  EXPECT_EQ(printed("new Intl.DateTimeFormat('de', {\n  timeZone: 'UTC',\n});\nt.toLocaleString('de', {\n  hour: "
                    "'numeric',\n});\n"),
            "new Intl.DateTimeFormat('de', {\n  timeZone: 'UTC',\n});\nt.toLocaleString('de', {\n  hour: 'numeric', "
            "timeZone: "
            "'UTC'\n});\n");
}

TEST(TimeZone, IsNotGuessed) {
  const std::string clock = "const clock = (t) => t.toLocaleTimeString('en-GB');\n";
  EXPECT_EQ(printed(clock), "nothing");
  EXPECT_EQ(printed(zone + "t.toLocaleDateString('en', { timeZone: 'UTC' });\n" + clock), "nothing");
  EXPECT_EQ(printed(zone + "const price = (n) => n.toLocaleString('en-GB');\n"), "nothing");
  EXPECT_EQ(printed(zone + "const clock = (t) => t.toLocaleTimeString('en-GB', options);\n"), "nothing");
  EXPECT_EQ(printed(zone + clock, "north", "south"), "nothing");
  EXPECT_EQ(printed(zone + "// In the local time of who looks.\n" + clock), "nothing");
  EXPECT_EQ(printed(zone + clock, "16:30", "15:30", "test/board.test.js"), "nothing");
  EXPECT_EQ(printed("const f = (zone) => t.toLocaleDateString('en', { timeZone: zone });\n" + clock), "nothing");
}

}  // namespace
}  // namespace regreen::story
