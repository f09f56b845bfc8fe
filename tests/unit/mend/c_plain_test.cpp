// C and C++: what the compiler reads anyway, said as it asks for.
#include "story.h"

namespace regreen::story {
namespace {

/// The file after the message at a line and column.
std::string plain(const std::string& text, const std::string& message, std::size_t line, std::size_t column,
                  const std::string& file = "a.c") {
  const auto after =
      mended("c.say-plainly", Files{{file, text}}, said(file + ":1:1: error: " + message, {}, {{file, line, column}}));
  return after.empty() ? "nothing" : after.at(file);
}

TEST(CPlain, NullPointers) {
  const std::string message = "zero as null pointer constant [-Werror]";
  EXPECT_EQ(plain("char *f(char *p = 0);\n", message, 1, 19, "a.cpp"), "char *f(char *p = nullptr);\n");
  EXPECT_EQ(plain("bool f(char *p) { return p == NULL; }\n", message, 1, 31, "a.hpp"),
            "bool f(char *p) { return p == nullptr; }\n");
  EXPECT_EQ(plain("char *f(char *p = 0);\n", message, 1, 20, "a.cpp"), "char *f(char *p = nullptr);\n");
  EXPECT_EQ(plain("char *p = 0;\n", message, 1, 11, "a.c"), "nothing");
  EXPECT_EQ(plain("char *p = ZERO;\n", message, 1, 11, "a.cpp"), "nothing");
  EXPECT_EQ(plain("char *f(char *p = 0);\n", message, 1, 19, "a.h"), "char *f(char *p = nullptr);\n");
  EXPECT_TRUE(mended("c.say-plainly", Files{{"a.h", "char *f(char *p = 0);\n"}, {"b.c", ""}},
                     said("a.h:1:1: error: " + message, {}, {{"a.h", 1, 19}}))
                  .empty())
      << "C has no nullptr";
}

TEST(CPlain, LongFilesComeToAnEnd) {
  std::string comments, lists;
  while (comments.size() < 290'000) comments += "//a\n";
  while (lists.size() < 290'000) lists += "[=\n";
  EXPECT_EQ(plain(comments, "C++ style comments are not allowed in ISO C90", 1, 1).substr(0, 16), "/*a */\n/*a */\n/*");
  EXPECT_EQ(plain(lists, "implicit capture of ‘this’ via ‘[=]’ is deprecated in C++20", 90'000, 1, "a.cpp"), "nothing");
}

TEST(CPlain, AllOfALineAtOnce) {
  const std::string line = "char *f(char *p = 0) { char *q = NULL; return q; }\n";
  const std::string message = "a.cpp:1:1: error: zero as null pointer constant";
  const auto after =
      mended("c.say-plainly", Files{{"a.cpp", line}},
             diagnosis_of({said(message, {}, {{"a.cpp", 1, 19}}), said(message, {}, {{"a.cpp", 1, 34}})}));
  EXPECT_EQ(after.at("a.cpp"), "char *f(char *p = nullptr) { char *q = nullptr; return q; }\n");
}

TEST(CPlain, DeclarationsOfOldC) {
  const std::string first = "‘static’ is not at beginning of declaration";
  EXPECT_EQ(plain("const static int a = 3;\n", first, 1, 1), "static const int a = 3;\n");
  EXPECT_EQ(plain("static int a;\n", first, 1, 1), "nothing");
  EXPECT_EQ(plain("static counter = 3;\n", "type defaults to ‘int’ in declaration of ‘counter’", 1, 8),
            "static int counter = 3;\n");
  EXPECT_EQ(plain("f(void) { return 1; }\n", "return type defaults to ‘int’", 1, 1), "int f(void) { return 1; }\n");
  EXPECT_EQ(plain("void main(void) { if (a()) return; b(); }\n", "return type of ‘main’ is not ‘int’", 1, 6),
            "int main(void) { if (a()) return 0; b(); }\n");
  EXPECT_EQ(plain("// a\nint x; // b \"c\"\nchar *u = \"http://x\"; /* // */\n",
                  "C++ style comments are not allowed in ISO C90", 1, 1),
            "/* a */\nint x; /* b \"c\" */\nchar *u = \"http://x\"; /* // */\n");
  EXPECT_EQ(plain("/* a // b\n// c */\n// d\n", "C++ style comments are not allowed in ISO C90", 3, 1),
            "/* a // b\n// c */\n/* d */\n");
}

TEST(CPlain, Directives) {
  EXPECT_EQ(plain("#if A\n#else B\n#endif A_H\n", "extra tokens at end of #endif directive", 3, 8),
            "#if A\n#else B\n#endif /* A_H */\n");
  EXPECT_EQ(plain("#endif /* A_H */\n", "extra tokens at end of #endif directive", 1, 8), "nothing");
  const std::string undefined = "\"FEATURE\" is not defined, evaluates to 0";
  EXPECT_EQ(plain("#if FEATURE\n#endif\n", undefined, 1, 5), "#if defined(FEATURE) && FEATURE\n#endif\n");
  EXPECT_EQ(plain("#if FEATURE > 3\n#endif\n", undefined, 1, 5), "nothing");
  for (const std::string define :
       {"#define FEATURE 1", "# define FEATURES 1", "#undef FEATURE", "#cmakedefine01 FEATURE"})
    EXPECT_TRUE(mended("c.say-plainly", Files{{"a.c", "#if FEATURE\n#endif\n"}, {"config.h.in", define + "\n"}},
                       said("a.c:1:1: error: " + undefined, {}, {{"a.c", 1, 5}}))
                    .empty())
        << define;
  EXPECT_EQ(plain("int y;", "no newline at end of file", 1, 7), "int y;\n");
  EXPECT_EQ(plain("/* all of src/*.c */\n", "\"/*\" within comment [-Werror=comment]", 1, 14),
            "/* all of src/ *.c */\n");
}

TEST(CPlain, Statements) {
  EXPECT_EQ(plain("  if (n) LOG(n);\n", "suggest braces around empty body in an ‘if’ statement", 1, 16),
            "  if (n) { LOG(n); }\n");
  EXPECT_EQ(plain("  if (n)\n    LOG(n);\n", "suggest braces around empty body in an ‘if’ statement", 2, 11),
            "  if (n) {\n    LOG(n);\n  }\n");
  EXPECT_EQ(plain("  if (n) ;\n", "suggest braces around empty body in an ‘if’ statement", 1, 10), "nothing")
      << "a slip?";
  EXPECT_EQ(plain("  memset(p, sizeof *p, 0);\n", "‘memset’ used with constant zero length parameter; …", 1, 3),
            "  memset(p, 0, sizeof *p);\n");
  EXPECT_EQ(plain("while (n--) seen++;\n", "use of an operand of type ‘bool’ in ‘operator++’ is forbidden in C++17", 1,
                  13, "a.cpp"),
            "while (n--) seen = true;\n");
  EXPECT_EQ(
      plain("x = seen++;\n", "use of an operand of type ‘bool’ in ‘operator++’ is forbidden in C++17", 1, 5, "a.cpp"),
      "nothing");
}

TEST(CPlain, ThisIsCapturedAndReturned) {
  EXPECT_EQ(plain("auto g() { return [=](int a) { return b + a; }; }\n",
                  "implicit capture of ‘this’ via ‘[=]’ is deprecated in C++20", 1, 39, "a.cpp"),
            "auto g() { return [=, this](int a) { return b + a; }; }\n");
  EXPECT_EQ(plain("  A& operator=(const A& o) {\n    a = o.a;\n  }\n",
                  "no return statement in function returning non-void", 3, 3, "a.hpp"),
            "  A& operator=(const A& o) {\n    a = o.a;\n    return *this;\n  }\n");
  EXPECT_EQ(plain("A& B::A::operator=(const A& o) {\n  a = o.a;\n}\n",
                  "no return statement in function returning non-void", 3, 1, "a.cpp"),
            "A& B::A::operator=(const A& o) {\n  a = o.a;\n  return *this;\n}\n");
  EXPECT_EQ(plain("int f() { a(); }\n", "no return statement in function returning non-void", 1, 16, "a.cpp"),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
