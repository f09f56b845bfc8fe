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

TEST(CParentheses, ThatBeginAtOnePlaceAreAllSet) {
  const Files files = {{"a.c", "int f(void) { return a & b | c && d || e; }\n"}};
  const auto within_or = at("a.c", 1, 24, "suggest parentheses around arithmetic in operand of ‘|’");
  const auto changed = mended("c.fix-warning", files, diagnosis_of({within_or, at("a.c", 1, 32, of_gcc)}));
  EXPECT_EQ(changed.at("a.c"), "int f(void) { return ((a & b) | c && d) || e; }\n");
}

TEST(CParentheses, StandOutsideOfFunctionsToo) {
  EXPECT_EQ(warned("bool x = a && b || c;\nint main() {}\n", 12, of_gcc), "bool x = (a && b) || c;\nint main() {}\n");
}

TEST(CParentheses, StandBehindAllWordsThatBeginAStatement) {
  EXPECT_EQ(warned("int f() { co_yield co_return throw throw a && b || c; }\n", 44, of_gcc),
            "int f() { co_yield co_return throw throw (a && b) || c; }\n");
}

TEST(CParentheses, AreNotSetWhereTheyMayHideASlip) {
  EXPECT_EQ(warned("{ if (a & b == c) {} }\n", 13, "suggest parentheses around comparison in operand of ‘&’"),
            "nothing");
  EXPECT_EQ(warned("{ if (a = b) {} }\n", 9, "suggest parentheses around assignment used as truth value"), "nothing");
  EXPECT_EQ(warned("{ x = a | b & c == d; }\n", 13, "'&' within '|'"), "nothing");
  EXPECT_EQ(warned("#define OK(a, b) a && b || c\n", 20, of_gcc), "nothing") << "a macro has no end here";
  EXPECT_EQ(warned("{ x = std::is_same<A, B>::value && b || c; }\n", 33, of_gcc), "nothing");
}

// ---- one definition ----

const Files verbose_in_header = {
    {"src/log.h", "#ifndef LOG_H\n#define LOG_H\n\n/* Was -v given? */\nint verbose;\n\n#endif\n"},
    {"src/log.c", "#include <stdio.h>\n\n#include \"log.h\"\n\nvoid note(void) {}\n"},
    {"src/main.c", "#include \"log.h\"\n\nint main(void) { return verbose; }\n"}};

Files linked(Files files, const std::string& symbol) {
  return mended("c.define-once", files,
                said("/usr/bin/ld: b.o:(.bss+0x0): multiple definition of `" + symbol + "'; a.o: first defined here",
                     {{"symbol", symbol}}));
}

TEST(CVariable, IsDeclaredInTheHeaderAndDefinedInItsSource) {
  const auto after = linked(verbose_in_header, "verbose");
  EXPECT_EQ(after.at("src/log.h"),
            "#ifndef LOG_H\n#define LOG_H\n\n/* Was -v given? */\nextern int verbose;\n\n#endif\n");
  EXPECT_EQ(after.at("src/log.c"), "#include <stdio.h>\n\n#include \"log.h\"\n\nint verbose;\n\nvoid note(void) {}\n");
  EXPECT_EQ(after.size(), 2U);
}

TEST(CVariable, KeepsItsValueAndItsLength) {
  const Files files = {{"state.h", "const char *names[2] = {\n  \"a\",\n  \"b\"\n};\n"},
                       {"main.c", "#include \"state.h\"\nint main(void) { return 0; }\n"},
                       {"other.c", "#include \"state.h\"\n"}};
  const auto after = linked(files, "names");
  EXPECT_EQ(after.at("state.h"), "extern const char *names[2];\n");
  EXPECT_EQ(
      after.at("main.c"),
      "#include \"state.h\"\n\nconst char *names[2] = {\n  \"a\",\n  \"b\"\n};\n\nint main(void) { return 0; }\n");
}

TEST(CVariable, ThatASourceDefinesIsOnlyDeclared) {
  Files files = verbose_in_header;
  files["src/log.c"] += "int verbose = 1;\n";
  const auto after = linked(files, "verbose");
  EXPECT_EQ(after.size(), 1U);
  EXPECT_TRUE(contains(after.at("src/log.h"), "extern int verbose;"));
}

TEST(CVariable, OfSeveralWithValuesStays) {
  Files files = verbose_in_header;
  files["src/log.h"] = "int verbose = 1, quiet = 2;\n";
  EXPECT_TRUE(linked(files, "verbose").empty()) << "who defines quiet?";
  files["src/log.h"] = "int verbose[2] = {1, 2};\n";
  EXPECT_EQ(linked(files, "verbose").at("src/log.h"), "extern int verbose[2];\n") << "its own commas are no others";
}

TEST(CVariable, BelongsToTheSourceThatIncludesThisVeryHeader) {
  Files files = {{"log.h", "int verbose;\n"},
                 {"log.hpp", "\n"},
                 {"main.c", "#include \"log.h\"\nint main(void) {}\n"},
                 {"log.c", "/*\n#include \"old/log.h\"\n*/\n#include \"log.hpp\"\n"}};
  EXPECT_TRUE(linked(files, "verbose").contains("main.c"));
}

TEST(CVariable, IsInlineWhereThatIsKnown) {
  Files files = {{"log.hpp", "namespace app {\nint verbose = 0;\n}\n"},
                 {"a.cpp", "#include \"log.hpp\"\n"},
                 {"main.cpp", "#include \"log.hpp\"\nint main() {}\n"}};
  EXPECT_EQ(linked(files, "app::verbose").at("log.hpp"), "namespace app {\ninline int verbose = 0;\n}\n");
  files["CMakeLists.txt"] = "set(CMAKE_CXX_STANDARD 14)\n";
  EXPECT_TRUE(linked(files, "app::verbose").empty()) << "nobody knows where the namespace is reopened";
}

TEST(CVariable, IsDefinedWhereLinkageIsSaid) {
  Files files = verbose_in_header;
  files["src/log.h"] = "extern \"C\"\n{\nint verbose;\n}\n";
  EXPECT_EQ(linked(files, "verbose").at("src/log.h"), "extern \"C\"\n{\nextern int verbose;\n}\n");
}

TEST(CVariable, IsLookedForInTextsThatNobodyWrites) {
  for (const std::string part : {"{", "int verbose,", "int verbose,\n", "int verbose[\n", "int verbose={\n"}) {
    std::string text;
    while (text.size() < 250'000) text += part;
    Files files = verbose_in_header;
    files["src/log.h"] = text;
    EXPECT_TRUE(linked(files, "verbose").empty()) << part;
  }
}

TEST(CVariable, IsLeftAloneWhereItsHomeIsNotPlain) {
  Files files = verbose_in_header;
  files["src/log.h"] = "#ifdef DEBUG\nint verbose;\n#endif\n";
  EXPECT_TRUE(linked(files, "verbose").empty()) << "under a condition";
  files["src/log.h"] = "struct options { int a; } verbose;\n";
  EXPECT_TRUE(linked(files, "verbose").empty()) << "its type is defined with it";
  files["src/log.h"] = "extern int verbose;\nvoid f(int verbose);\nstatic inline void g(void) {\n  int verbose;\n}\n";
  EXPECT_TRUE(linked(files, "verbose").empty()) << "no definition";
  files["src/log.h"] = "extern int note(void) {\n  int verbose = 0;\n  return verbose;\n}\n";
  EXPECT_TRUE(linked(files, "verbose").empty()) << "of a function, not of the file";
  const Files two = {{"a.h", "int verbose;\n"},
                     {"a.c", "#include \"a.h\"\n"},
                     {"b.c", "#include \"a.h\"\nint main;\n"},
                     {"b.h", "int verbose;\n"}};
  EXPECT_TRUE(linked(two, "verbose").empty()) << "two headers";
  const Files library = {{"a.h", "int verbose;\n"}, {"x.c", "#include \"a.h\"\n"}, {"y.c", "#include \"a.h\"\n"}};
  EXPECT_TRUE(linked(library, "verbose").empty()) << "no source is the one";
}

// ---- constant methods ----

const std::string discards = "passing ‘const Pier’ as ‘this’ argument discards qualifiers [-fpermissive]";
const Files pier = {
    {"pier.h", "class Pier {\npublic:\n  int length();\n  int width() { return wide; }\n  int wide;\n};\n"},
    {"pier.cpp", "#include \"pier.h\"\nint Pier::length()\n{\n  return 2;\n}\n"}};

TEST(CppMethod, IsConstInItsClassAndWhereItIsDefined) {
  const auto after = mended(
      "cpp.make-const", pier,
      diagnosis_of({at("a.cpp", 2, 48, discards,
                       {"    2 | int area(const Pier& p)", "In file included from a.cpp:1:",
                        "/build/pier.h:3:7: note:   in call to ‘int Pier::length()’"}),
                    at("a.cpp", 2, 63, discards, {"", "", "pier.h:4:7: note:   in call to ‘int Pier::width()’"})}));
  EXPECT_EQ(after.at("pier.h"),
            "class Pier {\npublic:\n  int length() const;\n  int width() const { return wide; }\n  int wide;\n};\n");
  EXPECT_EQ(after.at("pier.cpp"), "#include \"pier.h\"\nint Pier::length() const\n{\n  return 2;\n}\n");
}

TEST(CppMethod, OfAClassIsFoundBehindItsMacros) {
  const Files files = {
      {"pier.h", "class HARBOUR_LIBRARY_EXPORT HarbourPier final {\n  int length() { return 2; }\n};\n"}};
  const auto told = at("a.cpp", 1, 1, discards, {"", "pier.h:2:7: note:   in call to ‘int HarbourPier::length()’"});
  EXPECT_TRUE(contains(mended("cpp.make-const", files, told).at("pier.h"), "length() const {"));
}

TEST(CppMethod, MayHandOutWhatIsConstant) {
  const Files files = {{"pier.h", "class Pier {\npublic:\n  const std::string& name() { return name_; }\n};\n"}};
  const auto told =
      at("a.cpp", 1, 1, discards, {"", "pier.h:3:22: note:   in call to ‘const std::string& Pier::name()’"});
  EXPECT_TRUE(contains(mended("cpp.make-const", files, told).at("pier.h"), "& name() const {"));
}

TEST(CppMethod, IsNamedByClangAlone) {
  const auto after =
      mended("cpp.make-const", pier,
             at("a.cpp", 2, 37,
                "'this' argument to member function 'length' has type 'const Pier', but function is not marked const",
                {"int area", "^~~~", "./pier.h:3:7: note: 'length' declared here"}));
  EXPECT_TRUE(contains(after.at("pier.h"), "length() const;"));
  EXPECT_TRUE(contains(after.at("pier.cpp"), "length() const\n"));
}

TEST(CppMethod, IsLeftAloneWhereOthersOverrideItOrAreCalledSo) {
  const auto told = at("a.cpp", 1, 1, discards, {"", "pier.h:3:7: note:   in call to ‘int Pier::length()’"});
  Files files = pier;
  files["base.h"] = "struct Base {\n  virtual int length();\n};\n";
  EXPECT_TRUE(mended("cpp.make-const", files, told).empty());
  files = pier;
  files["pier.cpp"] += "int Pier::length(int unit) { return unit; }\n";
  EXPECT_TRUE(mended("cpp.make-const", files, told).empty()) << "which of the two?";
  files = pier;
  files["pier.h"] = "class Pier {\npublic:\n  Boat *length() { return first; }\n};\n";
  EXPECT_TRUE(mended("cpp.make-const", files, told).empty()) << "others may change what it hands out";
  files["pier.h"] = "class Pier {\npublic:\n  std::string& length() { return name; }\n};\n";
  EXPECT_TRUE(mended("cpp.make-const", files, told).empty());
  files["pier.h"] = "class Pier {\npublic:\n  int operator()(int n) { return n; }\n};\n";
  const auto call = at("a.cpp", 1, 1, discards, {"", "pier.h:3:7: note:   in call to ‘int Pier::operator()(int)’"});
  EXPECT_TRUE(mended("cpp.make-const", files, call).empty()) << "the brackets are part of its name";
  const auto of_library = at("a.cpp", 1, 1, "passing ‘const std::map<int, int>’ as ‘this’ argument discards qualifiers",
                             {"/usr/include/c++/12/bits/stl_map.h:501:7: note:   in call to ‘std::map::operator[]’"});
  EXPECT_TRUE(mended("cpp.make-const", pier, of_library).empty());
}

}  // namespace
}  // namespace regreen::story
