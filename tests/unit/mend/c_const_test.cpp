#include "unit/mend/story.h"

namespace regreen::story {
namespace {

// What gcc says of an argument, with the note below.
Occurrence passed(const std::string& function, const std::string& number, const std::string& note) {
  auto one = said("src/a.c:3:9: error: passing argument " + number + " of ‘" + function +
                      "’ discards ‘const’ qualifier from pointer target type [-Werror=discarded-qualifiers]",
                  {{"file", "src/a.c"}, {"line", "3"}, {"column", "9"}});
  one.after = {"    3 |   fold(text);", "      |        ^~~~", note};
  return one;
}

std::string made_const(const std::string& source, const std::string& function = "fold",
                       const std::string& number = "1") {
  const auto files = mended("c.add-const", Files{{"src/a.c", source}}, passed(function, number, ""));
  return files.empty() ? "nothing" : files.at("src/a.c");
}

TEST(CConst, IsSaidWhereTheFunctionIsDeclaredAndDefined) {
  const Files files = {
      {"src/fold.h", "#pragma once\nextern int fold(int how, char *text);\n"},
      {"src/fold.c", "#include \"fold.h\"\n\nint fold(int how, char *text) {\n  return text[how];\n}\n"},
      {"src/a.c", "#include \"fold.h\"\nint f(const char *text) {\n  return fold(1, text);\n}\n"}};
  const auto changed = mended("c.add-const", files, passed("fold", "2", ""));
  EXPECT_EQ(changed.at("src/fold.h"), "#pragma once\nextern int fold(int how, const char *text);\n");
  EXPECT_EQ(changed.at("src/fold.c"),
            "#include \"fold.h\"\n\nint fold(int how, const char *text) {\n  return text[how];\n}\n");
  EXPECT_FALSE(changed.contains("src/a.c"));
}

TEST(CConst, GoesOnToTheVariablesThatAreMadeFromIt) {
  EXPECT_EQ(
      made_const("int fold(char *t) { char *at = t; for (char *p = at + 1; *p; p++) at++; return *at == 1; }\n"),
      "int fold(const char *t) { const char *at = t; for (const char *p = at + 1; *p; p++) at++; return *at == 1; }\n");
  EXPECT_EQ(made_const("int fold(char *t) { char *end = strchr(t, ' '); return end != 0; }\n"),
            "int fold(const char *t) { const char *end = strchr(t, ' '); return end != 0; }\n");
  EXPECT_EQ(made_const("int fold(struct node list[2]) { return list->next == 0; }\n"),
            "int fold(const struct node list[2]) { return list->next == 0; }\n");
}

TEST(CConst, IsNotSaidOfWhatIsWrittenTo) {
  EXPECT_EQ(made_const("void fold(char *t) { *t = 0; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { while (*t) *t++ = 'a'; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { t[1] += 2; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(struct a *t) { t->count++; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { char *at = t; (*at)++; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { if (t) ; else *t = 1; }\n"), "nothing");
}

TEST(CConst, IsNotSaidWhereTheCompilerWouldNotSeeThatItIsWrittenTo) {
  EXPECT_EQ(made_const("void fold(char *t) { unsigned char *u = (unsigned char *)t; u[0] = 1; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { *strchr(t, 'a') = 'b'; }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { scan(const_cast<char*>(t)); }\n"), "nothing");
  EXPECT_EQ(made_const("void fold(char *t) { char *end; strtol(t, &end, 10); *end = 0; }\n"), "nothing");
  EXPECT_EQ(made_const("long fold(char *t) { return strtol(t, NULL, 10); }\n"),
            "long fold(const char *t) { return strtol(t, NULL, 10); }\n");
}

TEST(CConst, ComesToAnEndInWhatNobodyWroteByHand) {
  const auto many = [](std::string_view words) {
    std::string all;
    while (all.size() < 100'000) all += words;
    return "void fold(char *t) { " + all + " }\n";
  };
  for (const std::string_view words : {"t;", "f(t);", "strlen(t);", "fold(t);", "t)"})
    EXPECT_TRUE(made_const(many(words)).starts_with("void fold(const char *t)")) << words;
  EXPECT_TRUE(made_const(many("strchr(t, 1);")) == "nothing");
  const auto longer = "void fold(char *t) {}\n//" + std::string(300'000, 'a') + "\n";
  EXPECT_TRUE(made_const(longer) == "nothing");
}

TEST(CConst, IsNotSaidWhereTheFunctionHasAnotherType) {
  EXPECT_EQ(made_const("int fold(char *t) { return *t; }\nint (*way)(char *) = fold;\n"), "nothing") << "its address";
  EXPECT_EQ(made_const("int fold(char *t);\n"), "nothing") << "defined elsewhere";
  EXPECT_EQ(made_const("int fold(char **t) { return **t; }\n"), "nothing");
  EXPECT_EQ(made_const("int fold(text_t t) { return *t; }\n"), "nothing");
  EXPECT_EQ(made_const("int fold(char *t) { return *t; }\n", "fold", "2"), "nothing") << "no such parameter";
  const Files twice = {{"src/a.c", "static int fold(char *t) { return *t; }\n"},
                       {"src/b.c", "static int fold(char *t) { return *t; }\n"}};
  EXPECT_TRUE(mended("c.add-const", twice, passed("fold", "1", "")).empty());
  const Files others = {{"third_party/fold.c", "int fold(char *t) { return *t; }\n"}};
  EXPECT_TRUE(mended("c.add-const", others, passed("fold", "1", "")).empty());
}

TEST(CConst, IsFoundByTheNoteOfClangAndOfCpp) {
  auto one = said(
      "src/a.c:2:33: error: passing 'const char *' to parameter of type 'char *' discards qualifiers [-Werror]", {});
  one.after = {"int g(const char *b) { return fold(b); }", "                                   ^",
               "src/a.c:1:23: note: passing argument to parameter 'text' here"};
  const Files files = {
      {"src/a.c", "int fold(int i, char *text) { return text[i]; }\nint g(const char *b) { return fold(1, b); }\n"}};
  EXPECT_TRUE(mended("c.add-const", files, one).at("src/a.c").starts_with("int fold(int i, const char *text)"));

  auto two = said("src/a.cpp:2:33: error: invalid conversion from ‘const char*’ to ‘char*’ [-fpermissive]", {});
  two.after = {"src/a.cpp:1:16: note:   initializing argument 1 of ‘std::size_t fold(char*)’"};
  const Files cpp = {{"src/a.cpp", "std::size_t fold(char* text) { return text[0]; }\n"}};
  EXPECT_EQ(mended("c.add-const", cpp, two).at("src/a.cpp"),
            "std::size_t fold(const char* text) { return text[0]; }\n");
  const Files room = {{"src/a.cpp", "namespace text {\nint fold(char* text) { return text[0]; }\n}\n"}};
  two.after = {"src/a.cpp:1:16: note:   initializing argument 1 of ‘int text::fold(char*)’"};
  EXPECT_EQ(mended("c.add-const", room, two).at("src/a.cpp"),
            "namespace text {\nint fold(const char* text) { return text[0]; }\n}\n");
  two.after = {"src/a.cpp:1:16: note:   initializing argument 1 of ‘int Fold::fold(char*)’"};
  EXPECT_TRUE(mended("c.add-const", cpp, two).empty()) << "a method may be overridden";
  two.at.text = "src/a.cpp:2:33: error: invalid conversion from ‘const char*’ to ‘int*’ [-fpermissive]";
  EXPECT_TRUE(mended("c.add-const", cpp, two).empty());
}

std::string local_const(const std::string& line, const std::string& column) {
  const auto one =
      said("src/a.c:2:" + column + ": error: initialization discards ‘const’ qualifier from pointer target type",
           {{"file", "src/a.c"}, {"line", "2"}, {"column", column}}, {{"src/a.c", 2, std::stoul(column)}});
  const auto files = mended("c.add-const", Files{{"src/a.c", "int f(const char *b) {\n" + line + "\n}\n"}}, one);
  return files.empty() ? "nothing" : files.at("src/a.c").substr(23, files.at("src/a.c").size() - 26);
}

TEST(CConst, IsSaidOfALocalVariable) {
  EXPECT_EQ(local_const("  char *x = b; return x[0];", "13"), "  const char *x = b; return x[0];");
  EXPECT_EQ(local_const("  char *x = b; return x[0];", "9"), "  const char *x = b; return x[0];") << "clang";
  EXPECT_EQ(local_const("  char *x = b, *y = 0; return x[0];", "13"), "nothing") << "both would be";
  EXPECT_EQ(local_const("  char *x = b; x[0] = 1;", "13"), "nothing");
}

TEST(CConst, IsSaidOfAVariableThatIsSetLater) {
  const auto assigned = [](const std::string& body, std::size_t column = 5) {
    const auto one = said("src/a.c:2:5: error: assignment discards ‘const’ qualifier from pointer target type", {},
                          {{"src/a.c", 2, column}});
    const auto files = mended("c.add-const", Files{{"src/a.c", "int f(const char *s) { " + body + " }\n"}}, one);
    return files.empty() ? "nothing" : between(files.at("src/a.c"), "{ ", " }");
  };
  EXPECT_EQ(assigned("char *p = 0;\n  p = s; p = strchr(p, 'a'); return *p;"),
            "const char *p = 0;\n  p = s; p = strchr(p, 'a'); return *p;");
  EXPECT_EQ(assigned("char *p;\n  p = s; *p = 1;"), "nothing");
  EXPECT_EQ(assigned("char *p;\n  for (p = s; *p; p++) ;", 10), "const char *p;\n  for (p = s; *p; p++) ;");
  EXPECT_EQ(assigned("char * p;\n  p = s;"), "const char * p;\n  p = s;");
  EXPECT_EQ(assigned("static char *p;\n  p = s;"), "static const char *p;\n  p = s;");
  EXPECT_EQ(assigned("char *p, *q;\n  p = s;"), "nothing");
  EXPECT_EQ(assigned("int q; static struct a { char *p; } x;\n  x.p = s;"), "nothing");
}

TEST(CConst, IsSaidOfAParameterThatIsSet) {
  const auto one = said("src/a.c:2:19: error: assignment discards ‘const’ qualifier from pointer target type", {},
                        {{"src/a.c", 2, 19}});
  const Files files = {
      {"src/a.c", "static int f(int i, char *name) {\n  if (!name) name = \"?\";\n  return name[i];\n}\n"}};
  EXPECT_EQ(mended("c.add-const", files, one).at("src/a.c"),
            "static int f(int i, const char *name) {\n  if (!name) name = \"?\";\n  return name[i];\n}\n");
}

TEST(CConst, IsSaidOfWhatTextsGoTo) {
  const auto texts = [](const std::string& source, std::size_t column) {
    const auto one =
        said("src/a.cpp:1:" + std::to_string(column) +
                 ": error: ISO C++ forbids converting a string constant to ‘char*’ [-Werror=write-strings]",
             {}, {{"src/a.cpp", 1, column}});
    const auto files = mended("c.add-const", Files{{"src/a.cpp", source}}, one);
    return files.empty() ? "nothing" : files.at("src/a.cpp");
  };
  EXPECT_EQ(texts("int f() { char *m = \"a\"; return m[0]; }\n", 21),
            "int f() { const char *m = \"a\"; return m[0]; }\n");
  EXPECT_EQ(texts("static char *m = \"a\";\n", 18), "nothing") << "not in a function";
  EXPECT_EQ(texts("int f() { static char *m = \"a\"; return m[0]; }\n", 28),
            "int f() { static const char *m = \"a\"; return m[0]; }\n");
  EXPECT_EQ(texts("int f() { return g(1, \"a\"); }\nint g(int i, char *m) { return m[i]; }\n", 23),
            "int f() { return g(1, \"a\"); }\nint g(int i, const char *m) { return m[i]; }\n");
  EXPECT_EQ(texts("int f() { return o.g(1, \"a\"); }\nint g(int i, char *m) { return m[i]; }\n", 25), "nothing");
  EXPECT_EQ(texts("int f() { char *m = g(\"a\"); m[0]; }\n", 23), "nothing") << "of a library";
}

// ---- what is moved and not copied anyway ----

std::string unmoved(const std::string& line, std::size_t column, const std::string& message) {
  const auto one = said("a.cpp:1:" + std::to_string(column) + ": error: " + message,
                        {{"file", "a.cpp"}, {"line", "1"}, {"column", std::to_string(column)}}, {{"a.cpp", 1, column}});
  const auto files = mended("c.fix-warning", Files{{"a.cpp", line}}, one);
  return files.empty() ? "nothing" : files.at("a.cpp");
}

TEST(CppMove, IsTakenOffWhatIsNotCopied) {
  const std::string local =
      "moving a local object in a return statement prevents copy elision [-Werror=pessimizing-move]";
  const std::string redundant = "redundant move in return statement [-Werror,-Wredundant-move]";
  EXPECT_EQ(unmoved("  return std::move(route);\n", 19, local), "  return route;\n") << "gcc: the bracket";
  EXPECT_EQ(unmoved("  return std::move(route);\n", 10, redundant), "  return route;\n") << "clang: the call";
  EXPECT_EQ(unmoved("  return ::std::move(a.b(1));\n", 10, redundant), "  return a.b(1);\n");
  EXPECT_EQ(unmoved("  return std::move(\n      a);\n", 19, local), "  return a;\n");
  EXPECT_EQ(unmoved("  if (x) return std::move(a); return std::move(b);\n", 46, local),
            "  if (x) return std::move(a); return b;\n");
  EXPECT_EQ(unmoved("  return give(std::move(a));\n", 10, local), "nothing") << "not the one";
}

}  // namespace
}  // namespace regreen::story
