// What C and C++ code means and does not say plainly enough: parentheses, one definition, constant methods.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& file, std::size_t line, std::size_t column, const std::string& message,
              std::vector<std::string> below = {}) {
  auto one = said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: " + message,
                  {{"file", file}, {"line", std::to_string(line)}, {"column", std::to_string(column)}},
                  {{file, line, column}});
  one.after = std::move(below);
  return one;
}

std::string warned(const std::string& text, std::size_t column, const std::string& message, std::size_t line = 1) {
  const auto changed = mended("c.fix-warning", Files{{"a.c", text}}, at("a.c", line, column, message));
  return changed.contains("a.c") ? changed.at("a.c") : "nothing";
}

const std::string of_gcc = "suggest parentheses around ‘&&’ within ‘||’ [-Werror=parentheses]";
const std::string of_clang = "'&&' within '||' [-Werror,-Wlogical-op-parentheses]";

TEST(CParentheses, StandWhereTheCompilerReadsThem) {
  EXPECT_EQ(warned("\treturn a && b || c;\n", 18, of_gcc), "\treturn (a && b) || c;\n");
  EXPECT_EQ(warned("int f(int a) { return a && g(a, 2) || c && d; }\n", 25, of_gcc),
            "int f(int a) { return (a && g(a, 2)) || (c && d); }\n");
  EXPECT_EQ(warned("  if (a || b && c) {\n", 14, of_clang), "  if (a || (b && c)) {\n");
  EXPECT_EQ(warned("  ok = a&&b||c;\n", 9, of_clang), "  ok = (a&&b)||c;\n") << "no blanks";
  EXPECT_EQ(warned("  f(x, a\n    && b || c, y);\n", 5, of_gcc, 2), "  f(x, (a\n    && b) || c, y);\n");
  EXPECT_EQ(warned("void f(void) { if (x) { y(); } z = a && b || c ? d : e; }\n", 38, of_gcc),
            "void f(void) { if (x) { y(); } z = (a && b) || c ? d : e; }\n");
  EXPECT_EQ(warned("int f(int a) { return a | b & c; }\n", 29, "'&' within '|' [-Werror,-Wbitwise-op-parentheses]"),
            "int f(int a) { return a | (b & c); }\n");
}

TEST(CParentheses, AllOfALineAreSetAtOnce) {
  const Files files = {{"a.c", "int f(void) { return a && b || c && d; }\n"}};
  const auto changed =
      mended("c.fix-warning", files, diagnosis_of({at("a.c", 1, 24, of_clang), at("a.c", 1, 34, of_clang)}));
  EXPECT_EQ(changed.at("a.c"), "int f(void) { return (a && b) || (c && d); }\n");
}

TEST(CParentheses, AreNotSetWhereTheyMayHideASlip) {
  EXPECT_EQ(warned("{ if (a & b == c) {} }\n", 13, "suggest parentheses around comparison in operand of ‘&’"), "nothing");
  EXPECT_EQ(warned("{ if (a = b) {} }\n", 9, "suggest parentheses around assignment used as truth value"), "nothing");
  EXPECT_EQ(warned("{ x = a | b & c == d; }\n", 13, "'&' within '|'"), "nothing");
  EXPECT_EQ(warned("#define OK(a, b) a && b || c\n", 20, of_gcc), "nothing") << "a macro has no end here";
  EXPECT_EQ(warned("{ x = std::is_same<A, B>::value && b || c; }\n", 33, of_gcc), "nothing");
}

}  // namespace
}  // namespace regreen::story
