#include "story.h"

namespace regreen::story {
namespace {

Occurrence error(std::string message, std::string line, std::string column, Captures more,
                 std::vector<std::string> below) {
  Captures captures = std::move(more);
  captures["file"] = "/home/runner/work/geo/geo/src/box.cpp";
  captures["line"] = line;
  captures["column"] = column;
  auto one = said("/home/runner/work/geo/geo/src/box.cpp:" + line + ":" + column + ": error: " + message, captures);
  one.after = std::move(below);
  return one;
}

std::string fixed(const std::string& text, std::vector<Occurrence> occurrences) {
  const auto after = mended("c.apply-fixit", Files{{"src/box.cpp", text}}, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at("src/box.cpp");
}

TEST(CFixit, PutsTheSemicolonWhereGccPointsTo) {
  EXPECT_EQ(fixed("struct Box {\r\n}\r\n\r\nint a;\r\n",
                  {error("expected ‘;’ after struct definition", "2", "2", {{"expected", ";"}},
                         {"    2 | }", "      |  ^", "      |  ;"})}),
            "struct Box {\r\n};\r\n\r\nint a;\r\n");
}

TEST(CFixit, AFunctionThatIsGoneIsNoSlipOfAType) {
  EXPECT_EQ(fixed("int main() { return size_of(1); }\n",
                  {error("‘size_of’ was not declared in this scope; did you mean ‘size_t’?", "1", "21",
                         {{"symbol", "size_of"}, {"expected", "size_t"}}, {})}),
            "nothing");
}

TEST(CFixit, PutsTheSemicolonBehindTheTokenBeforeTheOneNamed) {
  EXPECT_EQ(fixed("int f() {\n  int x = 1  // one\n  return x;\n}\n",
                  {error("expected ‘;’ before ‘return’", "3", "3", {{"expected", ";"}}, {})}),
            "int f() {\n  int x = 1;  // one\n  return x;\n}\n");
}

TEST(CFixit, ClosesWhatIsLeftOpenAtTheEnd) {
  EXPECT_EQ(
      fixed("int f(int n) {\n  if (n) {\n    n = 2;\n  return n;\n}\n",
            {error("expected declaration or statement at end of input", "5", "1", {}, {"    5 | }", "      | ^"})}),
      "int f(int n) {\n  if (n) {\n    n = 2;\n  }\n  return n;\n}\n");
  EXPECT_EQ(fixed("int f(int n) {\n  return n;\n", {error("expected '}'", "2", "12", {{"expected", "}"}}, {})}),
            "int f(int n) {\n  return n;\n}\n");
}

TEST(CFixit, SpellsAllNamesRightAtOnce) {
  EXPECT_EQ(fixed("int area(Size s) { int width = s.width; return widht * s.heigth; }  // widht\n",
                  {error("‘widht’ was not declared in this scope; did you mean ‘width’?", "1", "48",
                         {{"symbol", "widht"}, {"expected", "width"}},
                         {"    1 | int area(Size s) { int width = s.width; return widht * s.heigth; }  // widht",
                          "      |                                                ^~~~~"}),
                   error("‘struct Size’ has no member named ‘heigth’; did you mean ‘height’?", "1", "58",
                         {{"symbol", "heigth"}, {"expected", "height"}}, {})}),
            "int area(Size s) { int width = s.width; return width * s.height; }  // widht\n");
}

TEST(CFixit, SpellsEveryUseRightWhereTheCompilerTellsOnce) {
  EXPECT_EQ(fixed("int f(int count) { cuont++; return cuont; }\n",
                  {error("‘cuont’ undeclared (first use in this function); did you mean ‘count’?", "1", "20",
                         {{"symbol", "cuont"}, {"expected", "count"}}, {})}),
            "int f(int count) { count++; return count; }\n");
}

TEST(CFixit, WritesTheConversionThatGccSuggests) {
  EXPECT_EQ(
      fixed("int say(long n) { printf(\"%d\\n\", n); }\n",
            {error("format ‘%d’ expects argument of type ‘int’, but argument 2 has type ‘long int’ [-Werror=format=]",
                   "1", "28", {},
                   {"    1 | int say(long n) { printf(\"%d\\n\", n); }", "      |                           ~^     ~",
                    "      |                            |     |", "      |                            int   long int",
                    "      |                           %ld"})}),
      "int say(long n) { printf(\"%ld\\n\", n); }\n");
}

TEST(CFixit, LeavesAPrecisionThatWouldMeanSomethingElse) {
  EXPECT_EQ(
      fixed("int say(int n) { printf(\"%.2f\\n\", n); }\n",
            {error("format ‘%f’ expects argument of type ‘double’, but argument 2 has type ‘int’ [-Werror=format=]",
                   "1", "29", {},
                   {"    1 | int say(int n) { printf(\"%.2f\\n\", n); }", "      |                          ~~~^     ~",
                    "      |                             |     |", "      |                             |     int",
                    "      |                             double", "      |                          %.2d"})}),
      "nothing");
}

TEST(CFixit, LeavesWhatIsNotAsTheCompilerSawIt) {
  EXPECT_EQ(fixed("int other;\n", {error("expected ‘;’ after struct definition", "1", "2", {{"expected", ";"}},
                                         {"    1 | }", "      |  ^"})}),
            "nothing");
  EXPECT_EQ(fixed("int f() { return a; }\n",
                  {error("did you mean", "1", "18", {{"symbol", "a"}, {"expected", "b; system(\"x\")"}}, {})}),
            "nothing");
  EXPECT_EQ(fixed("int f() { return strdup(0); }\n",
                  {error("implicit declaration of function ‘strdup’; did you mean ‘strcmp’?", "1", "18",
                         {{"symbol", "strdup"}, {"expected", "strcmp"}}, {})}),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
