#include "story.h"

namespace regreen::story {
namespace {

const std::string geo =
    "package a.geo;\n\n/** Not letter(). */\npublic enum Zone {\n    HOME(1), AWAY(2);\n\n    private final int "
    "factor;\n\n"
    "    Zone(int factor) {\n        this.factor = factor;\n    }\n\n    public int factor() {\n        return "
    "factor;\n    }\n}\n";
const std::string old =
    "package a.old;\n\npublic final class Zone {\n    private final char letter;\n\n    public Zone(char letter) {\n"
    "        this.letter = letter;\n    }\n\n    public char letter() {\n        return letter;\n    }\n}\n";

Occurrence unknown(const std::string& file, const std::string& symbol) {
  auto one = said(file + ":3: error: cannot find symbol", {{"file", file}, {"line", "3"}});
  one.after = {"    " + symbol, "    ^", "  symbol:   class " + symbol, "  location: class X"};
  return one;
}

// Which package the class Rate imports Zone from; what it has in its body.
std::string imported(const std::string& body, Files more = {}) {
  const std::string file = "src/main/java/a/Rate.java";
  more.insert({{"src/main/java/a/geo/Zone.java", geo}, {"src/main/java/a/old/Zone.java", old}});
  more[file] = "package a;\n\nclass Rate {\n" + body + "}\n";
  const auto after = mended("java.add-import", more, unknown(file, "Zone"));
  if (after.empty()) return "nothing";
  const auto& text = after.at(file);
  const auto at = text.find("import ");
  return text.substr(at + 7, text.find(';') == std::string::npos ? 0 : text.find(';', at) - at - 7);
}

TEST(JavaClassOfTwoPackages, IsTheOneThatCanDoWhatIsAsked) {
  EXPECT_EQ(imported("    int of(Zone zone) { return zone.factor(); }\n"), "a.geo.Zone");
  EXPECT_EQ(imported("    char of(Zone zone) {\n        return zone\n            .letter();\n    }\n"), "a.old.Zone");
  EXPECT_EQ(imported("    Object z = new Zone('A');\n"), "a.old.Zone");
  EXPECT_EQ(imported("    Object z = new Zone('A', 'B');\n"), "nothing");
  EXPECT_EQ(imported("    Object z = new Zone('A');\n",
                     {{"src/main/java/a/old/Zone.java",
                       "package a.old;\npublic class Zone {\n    private Zone(char a) {}\n}\n"}}),
            "nothing");
  EXPECT_EQ(imported("    Object z = Zone.HOME;\n"), "a.geo.Zone");
  EXPECT_EQ(imported("    Object z = Zone.valueOf(\"HOME\");\n"), "a.geo.Zone");
  EXPECT_EQ(imported("    java.util.function.Function<Object, Object> f = (Object z) -> "
                     "((java.util.function.Function<Zone, Object>) "
                     "Zone::letter);\n"),
            "a.old.Zone");
}

TEST(JavaClassOfTwoPackages, IsLeftWhereNothingTells) {
  EXPECT_EQ(imported("    Zone zone;\n"), "nothing");
  EXPECT_EQ(imported("    String of(Zone zone) { return zone.toString(); }\n"), "nothing");
  EXPECT_EQ(imported("    String of(Zone zone) { return \"zone.factor()\" + zone; /* zone.letter() */ }\n"), "nothing");
  EXPECT_EQ(imported("    int of(Zone zone) { return zone.weight(); }\n"), "nothing");
  // One name for two things: which of them is asked cannot be seen.
  EXPECT_EQ(imported("    int of(Zone zone) { return 1; }\n    int to(Parcel zone) { return zone.factor(); }\n"),
            "nothing");
  EXPECT_EQ(imported("    int of(Zone zone) { return zone.factor(); }\n",
                     {{"src/main/java/a/old/Zone.java", "package a.old;\npublic class Zone extends lib.Base {\n}\n"}}),
            "nothing");
  EXPECT_EQ(imported("    int of(Zone zone) { return zone.factor(); }\n",
                     {{"src/main/java/a/old/Zone.java", "package a.old;\npublic record Zone(int factor) {\n}\n"}}),
            "nothing");
  EXPECT_EQ(imported("    int of(Zone zone) { return zone.factor(); }\n",
                     {{"src/main/java/a/old/Zone.java",
                       "package a.old;\n@lombok.Data\npublic class Zone {\n    int size;\n}\n"}}),
            "nothing");
}

TEST(JavaClassOfTwoPackages, IsWhatMethodsOfTheProjectTakeAndGive) {
  const std::string rates =
      "package a;\n\nimport a.geo.Zone;\n\nclass Rates {\n    static int of(String kind, Zone zone) { return 1; }\n"
      "    static Zone zone(String place) { return null; }\n}\n";
  EXPECT_EQ(
      imported("    int of(Zone zone) { return Rates.of(\"a\", zone); }\n", {{"src/main/java/a/Rates.java", rates}}),
      "a.geo.Zone");
  EXPECT_EQ(
      imported("    int of() { Zone zone = Rates.zone(\"a\"); return 1; }\n", {{"src/main/java/a/Rates.java", rates}}),
      "a.geo.Zone");
  EXPECT_EQ(imported("    int of(Rates all, Zone zone) { return all.of(\"a\", zone); }\n",
                     {{"src/main/java/a/Rates.java", rates}}),
            "a.geo.Zone");
  // Another method of the name takes as many.
  const std::string two =
      replace_all(rates, "class Rates {", "class Rates {\n    static int of(int n, a.old.Zone z) { return 2; }");
  EXPECT_EQ(
      imported("    int of(Zone zone) { return Rates.of(\"a\", zone); }\n", {{"src/main/java/a/Rates.java", two}}),
      "nothing");
  // What is handed on and what is asked speak of two classes.
  EXPECT_EQ(imported("    int of(Zone zone) { zone.letter(); return Rates.of(\"a\", zone); }\n",
                     {{"src/main/java/a/Rates.java", rates}}),
            "nothing");
}

TEST(JavaClassOfTwoPackages, OneThatIsNotSeenFromHereIsNotMeant) {
  EXPECT_EQ(imported("    Zone zone;\n", {{"src/main/java/a/old/Zone.java", "package a.old;\nclass Zone {\n}\n"}}),
            "a.geo.Zone");
  EXPECT_EQ(imported("    char of(Zone z) { return z.letter(); }\n",
                     {{"src/main/java/a/old/Zone.java", "package a.old;\nclass Zone {\n}\n"}}),
            "nothing");
}

TEST(JavaClassOfTwoPackages, TheJdksIsNotMeantWhereTheProjectHasSeveral) {
  const Files files = {{"a/List.java", "package a;\npublic class List {\n}\n"},
                       {"b/List.java", "package b;\npublic class List {\n}\n"},
                       {"c/X.java", "package c;\n\nclass X {\n    List all;\n}\n"}};
  EXPECT_TRUE(mended("java.add-import", files, unknown("c/X.java", "List")).empty());
}

}  // namespace
}  // namespace regreen::story
