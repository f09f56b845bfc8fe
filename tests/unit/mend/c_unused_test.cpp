#include "story.h"

namespace regreen::story {
namespace {

Occurrence unused(const std::string& message, const std::string& code, int line, int column,
                  const std::string& file = "src/frame.c") {
  return said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: " + message +
                  " [-Werror=" + code + "]",
              {{"file", file}, {"line", std::to_string(line)}, {"column", std::to_string(column)}, {"code", code}});
}

std::string without(const std::string& text, std::vector<Occurrence> occurrences,
                    const std::string& file = "src/frame.c") {
  const auto after = mended("c.remove-unused", Files{{file, text}}, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at(file);
}

TEST(CUnused, WhatAnInitialiserDoesStaysDone) {
  EXPECT_EQ(
      without(
          "int close(struct frame *f) {\n  size_t old_len = f->len;\n  int rc = frame_put(f, 0x7e);\n  return 0;\n}\n",
          {unused("unused variable ‘rc’", "unused-variable", 3, 7),
           unused("unused variable ‘old_len’", "unused-variable", 2, 10)}),
      "int close(struct frame *f) {\n  frame_put(f, 0x7e);\n  return 0;\n}\n");
}

TEST(CUnused, OneOfSeveralDeclaredTogether) {
  EXPECT_EQ(without("void f(void) {\n  int a = 1, b, *c;\n  use(a);\n}\n",
                    {unused("unused variable ‘b’", "unused-variable", 2, 14)}),
            "void f(void) {\n  int a = 1, *c;\n  use(a);\n}\n");
  EXPECT_EQ(without("void f(void) {\n  int a = 1, b = 2;\n  use(b);\n}\n",
                    {unused("unused variable ‘a’", "unused-variable", 2, 7)}),
            "void f(void) {\n  int b = 2;\n  use(b);\n}\n");
}

TEST(CUnused, WhatIsOnlySetGoesWithItsAssignments) {
  EXPECT_EQ(without("int f(void) {\r\n  int n = 0;\r\n  n = 2;\r\n  n += next();\r\n  return 1;\r\n}\r\n",
                    {unused("variable ‘n’ set but not used", "unused-but-set-variable", 2, 7)}),
            "int f(void) {\r\n  next();\r\n  return 1;\r\n}\r\n");
}

TEST(CUnused, ParametersLoseTheirNameInCppAndAreUsedInC) {
  EXPECT_EQ(without("int f(int length, int flags) {\n  return length;\n}\n",
                    {unused("unused parameter ‘flags’", "unused-parameter", 1, 23, "f.cpp")}, "f.cpp"),
            "int f(int length, int) {\n  return length;\n}\n");
  EXPECT_EQ(without("int f(int length, int flags)\n{\n\treturn length;\n}\n",
                    {unused("unused parameter ‘flags’", "unused-parameter", 1, 23)}),
            "int f(int length, int flags)\n{\n\t(void)flags;\n\treturn length;\n}\n");
  EXPECT_EQ(without("int f(int a) { return 1; }\n", {unused("unused parameter ‘a’", "unused-parameter", 1, 11)}),
            "int f(int a) { (void)a; return 1; }\n");
}

TEST(CUnused, AFunctionGoesWithItsCommentAndDeclaration) {
  EXPECT_EQ(
      without(
          "static int spare(void);\n\nint a;\n\n// Never called.\nstatic int spare(void) {\n  return 1;\n}\n\nint b;\n",
          {unused("‘spare’ defined but not used", "unused-function", 6, 12)}),
      "int a;\n\nint b;\n");
}

TEST(CUnused, WhatIsUsedAfterAllStays) {
  EXPECT_EQ(without("int f(void) {\n  int n = 0;\n  return n;\n}\n",
                    {unused("unused variable ‘n’", "unused-variable", 2, 7)}),
            "nothing");
  EXPECT_EQ(without("static int spare(void) { return 1; }\nint x = spare();\n",
                    {unused("‘spare’ defined but not used", "unused-function", 1, 12)}),
            "nothing");
}

TEST(CUnused, AMessageThatDoesNotFitChangesNothing) {
  for (const auto* name : {"", "a b", "x; y", "../x", "no"}) {
    EXPECT_EQ(without("int f(void) { int n = 0; }\n",
                      {unused("unused variable ‘" + std::string(name) + "’", "unused-variable", 1, 19)}),
              "nothing");
  }
  EXPECT_EQ(without("{{{((", {unused("unused variable ‘n’", "unused-variable", 1, 1)}), "nothing");
  EXPECT_EQ(without("n", {unused("unused variable ‘n’", "unused-variable", 1, 1)}), "nothing");
}

}  // namespace
}  // namespace regreen::story
