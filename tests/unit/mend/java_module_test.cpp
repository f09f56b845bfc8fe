#include "story.h"

namespace regreen::story {
namespace {

Occurrence unread(const std::string& module, const std::string& reader, const std::string& file = "src/a/Road.java") {
  auto one = said(
      "  (package " + module + " is declared in module " + module + ", but module " + reader + " does not read it)",
      {{"module", module}, {"symbol", reader}});
  one.before = {file + ":3: error: package " + module + " is not visible", "import x;", "       ^"};
  return one;
}

std::string mended_info(const std::string& text, std::vector<Occurrence> all) {
  const auto after = mended("java.require-module", Files{{"src/module-info.java", text}}, diagnosis_of(std::move(all)));
  return after.empty() ? "nothing" : after.at("src/module-info.java");
}

TEST(JavaModule, SaysWhatItRequires) {
  EXPECT_EQ(mended_info("/** m. */\nmodule m.a {\n    requires java.logging; // log\n\n    exports m.a;\n}\n",
                        {unread("java.sql", "m.a"), unread("java.sql", "m.a"), unread("org.slf4j", "m.a")}),
            "/** m. */\nmodule m.a {\n    requires java.logging; // log\n    requires java.sql;\n    requires "
            "org.slf4j;\n\n    exports m.a;\n}\n");
  EXPECT_EQ(mended_info("open module m.a {\r\n}\r\n", {unread("java.sql", "m.a")}),
            "open module m.a {\r\n    requires java.sql;\r\n}\r\n");
  EXPECT_EQ(mended_info("module m.a { requires a.b; }\n", {unread("java.sql", "m.a")}),
            "module m.a { requires a.b; requires java.sql; }\n");
}

TEST(JavaModule, IsLeftAloneByOthersAndByTests) {
  EXPECT_EQ(mended_info("module m.b {\n}\n", {unread("java.sql", "m.a")}), "nothing");
  EXPECT_EQ(mended_info("module m.a {\n    requires transitive java.sql;\n}\n", {unread("java.sql", "m.a")}),
            "nothing");
  EXPECT_EQ(mended_info("module m.a {\n}\n", {unread("org.junit", "m.a", "src/test/java/RoadTest.java")}), "nothing");
  EXPECT_EQ(mended_info("module m.a {\n}\n", {unread("org.junit", "m.a", "src/integrationTest/java/Road.java")}),
            "nothing");
  EXPECT_NE(mended_info("module m.a {\n}\n", {unread("java.sql", "m.a", "src/latest/Road.java")}), "nothing");
  EXPECT_EQ(mended_info("module m.a {\n}\n", {unread("java.sql; }", "m.a")}), "nothing");
  const Files two = {{"a/module-info.java", "module m.a {\n}\n"}, {"b/module-info.java", "module m.a {\n}\n"}};
  EXPECT_TRUE(mended("java.require-module", two, unread("java.sql", "m.a")).empty());
}

}  // namespace
}  // namespace regreen::story
