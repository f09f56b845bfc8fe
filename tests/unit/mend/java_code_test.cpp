#include "story.h"

namespace regreen::story {
namespace {

std::string refused(const std::string& text, const std::string& message, int line, std::vector<std::string> below,
                    Files more = {}) {
  more["src/Cart.java"] = text;
  auto one = said("src/Cart.java:" + std::to_string(line) + ": error: " + message,
                  {{"file", "src/Cart.java"}, {"line", std::to_string(line)}});
  one.after = std::move(below);
  const auto after = mended("java.fix-code", more, diagnosis_of({one}));
  return after.empty() ? "nothing" : after.at("src/Cart.java");
}

std::string warned(const std::string& text, std::vector<std::string> above) {
  auto one = said("error: warnings found and -Werror specified", {});
  one.before = std::move(above);
  const auto after = mended("java.fix-warning", Files{{"src/Cart.java", text}}, diagnosis_of({one}));
  return after.empty() ? "nothing" : after.at("src/Cart.java");
}

TEST(JavaCode, IsWrittenAsJavacAsks) {
  EXPECT_EQ(
      refused("class A {\n    double f() {\n", "f() in A cannot implement f() in B", 2,
              {"    double f() {", "           ^", "  attempting to assign weaker access privileges; was public"}),
      "class A {\n    public double f() {\n");
  EXPECT_EQ(refused("    Map<String, int> a;\n    int b;\n", "unexpected type", 1,
                    {"    Map<String, int> a;", "       ^", "  required: reference"}),
            "    Map<String, Integer> a;\n    int b;\n");
  EXPECT_EQ(refused("        if (n = 5) {\n", "incompatible types: int cannot be converted to boolean", 1, {}),
            "        if (n == 5) {\n");
  EXPECT_EQ(refused("        int n = text;\n", "incompatible types: String cannot be converted to int", 1, {}),
            "nothing");
  EXPECT_EQ(
      refused(
          "        return one.name;\n", "name has private access in Item", 1,
          {"        return one.name;", "                  ^"},
          {{"src/Item.java",
            "class Item {\n    private String name;\n    public String getName() {\n        return name;\n    }\n"}}),
      "        return one.getName();\n");
  EXPECT_EQ(
      refused("        return one.next;\n", "next has private access in Item", 1,
              {"        return one.next;", "                  ^"},
              {{"src/Item.java", "class Item {\n    private int next;\n    public int next() { return next++; }\n"}}),
      "nothing");
  EXPECT_EQ(refused("        while (n = 5) {\n", "incompatible types: int cannot be converted to boolean", 1, {}),
            "nothing");
  EXPECT_EQ(
      refused("        if (line = in.read()) {\n", "incompatible types: int cannot be converted to boolean", 1, {}),
      "nothing");
  EXPECT_EQ(refused("        return one.name;\n", "name has private access in Item", 1,
                    {"        return one.name;", "                  ^"},
                    {{"src/Item.java", "class Item {\n    private String name;\n"}}),
            "nothing");
}

TEST(JavaWarnings, GoWithoutAnotherMeaning) {
  EXPECT_EQ(
      warned("class Cart implements Serializable {\n    int a;\n}\n",
             {"src/Cart.java:1: warning: [serial] serializable class Cart has no definition of serialVersionUID",
              "class Cart implements Serializable {", "^"}),
      "class Cart implements Serializable {\n    private static final long serialVersionUID = 1L;\n\n    int a;\n}\n");
  EXPECT_EQ(
      warned("        String a = (String) \"a\";\n", {"src/Cart.java:1: warning: [cast] redundant cast to String",
                                                      "        String a = (String) \"a\";", "                   ^"}),
      "        String a = \"a\";\n");
  EXPECT_EQ(warned("    List<String> a = new ArrayList();\n",
                   {"src/Cart.java:1: warning: [rawtypes] found raw type: ArrayList",
                    "    List<String> a = new ArrayList();", "                         ^"}),
            "    List<String> a = new ArrayList<>();\n");
  EXPECT_EQ(warned("    void f(List a) {\n", {"src/Cart.java:1: warning: [rawtypes] found raw type: List",
                                              "    void f(List a) {", "           ^"}),
            "nothing");
  EXPECT_EQ(warned("            case 2:\n", {"src/Cart.java:1: warning: [fallthrough] possible fall-through into case",
                                             "            case 2:", "            ^"}),
            "nothing");
}

TEST(JavaRelease, IsRaisedWhereTheBuildSaysIt) {
  auto one = said("src/Cart.java:3: error: records are not supported in -source 11",
                  {{"file", "src/Cart.java"}, {"line", "3"}});
  one.after = {"public record Cart(int count) {", "       ^", "  (use -source 16 or higher to enable records)"};
  const std::string other = "RELEASE = 11\n";
  const Files files = {{"pom.xml", "<a.version>11</a.version>\n<maven.compiler.release>11</maven.compiler.release>\n"},
                       {"src/Cart.java", "public record Cart(int count) {\n"},
                       {"client/Makefile", other}};
  const auto after = mended("java.raise-release", files, diagnosis_of({one}));
  ASSERT_TRUE(after.contains("pom.xml"));
  EXPECT_EQ(after.at("pom.xml"), "<a.version>11</a.version>\n<maven.compiler.release>16</maven.compiler.release>\n");
  EXPECT_FALSE(after.contains("client/Makefile"));
  const auto gradle =
      mended("java.raise-release",
             {{"src/Cart.java", ""},
              {"build.gradle",
               "sourceCompatibility = JavaVersion.VERSION_11\nimplementation 'org.example:source-tools:11'\n"}},
             diagnosis_of({one}));
  ASSERT_TRUE(gradle.contains("build.gradle"));
  EXPECT_EQ(gradle.at("build.gradle"),
            "sourceCompatibility = JavaVersion.VERSION_16\nimplementation 'org.example:source-tools:11'\n");
}

}  // namespace
}  // namespace regreen::story
