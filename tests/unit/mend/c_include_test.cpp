#include "mend/c/language/source.h"
#include "story.h"

namespace regreen::story {
namespace {

Occurrence error(const std::string& file, const std::string& message, const std::string& symbol,
                 std::vector<std::string> below = {}) {
  auto one =
      said(file + ":3:1: error: " + message, {{"file", file}, {"line", "3"}, {"column", "1"}, {"symbol", symbol}});
  one.after = std::move(below);
  return one;
}

std::string included(const std::string& file, Files files, std::vector<Occurrence> occurrences) {
  const auto after = mended("c.add-include", files, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at(file);
}

std::string with(const std::string& path, const std::string& text, const std::string& header) {
  const auto edit = add_include(path, text, header);
  return edit ? apply_edits(text, {*edit}).value() : "nothing";
}

TEST(CInclude, GoesIntoTheBlockInOrder) {
  EXPECT_EQ(with("a.cpp", "#include \"a.h\"\n\n#include <map>\n#include <vector>\n\nint x;\n", "<string>"),
            "#include \"a.h\"\n\n#include <map>\n#include <string>\n#include <vector>\n\nint x;\n");
  EXPECT_EQ(with("a.cpp", "#include <vector>\r\n#include <map>\r\n", "<string>"),
            "#include <vector>\r\n#include <map>\r\n#include <string>\r\n");
}

TEST(CInclude, GoesBehindTheFilesOwnHeader) {
  EXPECT_EQ(with("src/loan.c", "#include \"loan.h\"\n\nint x;\n", "<math.h>"),
            "#include \"loan.h\"\n#include <math.h>\n\nint x;\n");
  EXPECT_EQ(with("src/main.c", "#include \"loan.h\"\n", "<math.h>"), "#include <math.h>\n#include \"loan.h\"\n");
}

TEST(CInclude, TheFirstGoesBehindCommentAndGuard) {
  EXPECT_EQ(with("a.h", "// Licence\n\n#pragma once\n\nint x;\n", "<map>"),
            "// Licence\n\n#pragma once\n#include <map>\n\nint x;\n");
  EXPECT_EQ(with("a.h", "#ifndef A_H\n#define A_H\nuint8_t x;\n#endif\n", "<stdint.h>"),
            "#ifndef A_H\n#define A_H\n#include <stdint.h>\n\nuint8_t x;\n#endif\n");
  EXPECT_EQ(with("a.c", "int x;", "<stdint.h>"), "#include <stdint.h>\n\nint x;");
  EXPECT_EQ(with("a.c", "", "<stdint.h>"), "#include <stdint.h>\n");
}

TEST(CInclude, NotUnderACondition) {
  EXPECT_EQ(with("a.c", "#include <stdio.h>\n#ifdef _WIN32\n#include <windows.h>\n#endif\n", "<time.h>"),
            "#include <stdio.h>\n#include <time.h>\n#ifdef _WIN32\n#include <windows.h>\n#endif\n");
}

TEST(CInclude, TakesTheHeaderThatTheCompilerNames) {
  EXPECT_EQ(included("trim.cpp", {{"trim.cpp", "int n;\n\nstd::vector<int> v;\n"}},
                     {said("trim.cpp:1:1: note: ‘std::vector’ is defined in header ‘<vector>’; did you forget to "
                           "‘#include <vector>’?",
                           {{"file", "trim.cpp"}, {"line", "1"}, {"symbol", "std::vector"}, {"module", "<vector>"}})}),
            "#include <vector>\n\nint n;\n\nstd::vector<int> v;\n");
}

TEST(CInclude, KnowsWhereNamesAreDeclared) {
  EXPECT_EQ(included("a.c", {{"a.c", "#include <stdio.h>\n"}},
                     {error("a.c", "implicit declaration of function ‘strlen’ [-Werror=implicit-function-declaration]",
                            "strlen"),
                      error("a.c", "‘INT_MAX’ undeclared (first use in this function)", "INT_MAX")}),
            "#include <limits.h>\n#include <stdio.h>\n#include <string.h>\n");
  EXPECT_EQ(
      included("a.cpp", {{"a.cpp", "#include <map>\n"}}, {error("a.cpp", "‘sort’ is not a member of ‘std’", "sort")}),
      "#include <algorithm>\n#include <map>\n");
  EXPECT_EQ(included("a.cpp", {{"a.cpp", "#include <map>\n"}},
                     {error("a.cpp", "‘strlen’ was not declared in this scope", "strlen")}),
            "#include <cstring>\n#include <map>\n");
}

TEST(CInclude, FindsTheProjectsOwnHeader) {
  EXPECT_EQ(included("src/main.c",
                     {{"src/main.c", "#include <stdio.h>\n#include \"app/loan.h\"\n"},
                      {"include/app/loan.h", "int loan(void);\n"},
                      {"include/app/rate.h", "double rate(int years);\n"}},
                     {error("src/main.c", "implicit declaration of function ‘rate’", "rate")}),
            "#include <stdio.h>\n#include \"app/loan.h\"\n#include \"app/rate.h\"\n");
}

TEST(CInclude, AsksGlibcForWhatStrictCHides) {
  EXPECT_EQ(included("a.c", {{"a.c", "// Copies\n#include <string.h>\nchar *f(char *s) { return strdup(s); }\n"}},
                     {error("a.c", "implicit declaration of function ‘strdup’; did you mean ‘strcmp’?", "strdup")}),
            "// Copies\n#define _DEFAULT_SOURCE\n\n#include <string.h>\nchar *f(char *s) { return strdup(s); }\n");
}

TEST(CInclude, BelievesNoHeaderThatIsNone) {
  for (const auto* note : {"<../../etc/passwd>", "</etc/passwd>", "<a b>", "<a\">", "<>"}) {
    EXPECT_EQ(
        included("a.c", {{"a.c", "int x;\n"}},
                 {error("a.c", "unknown", "nothing_known", {"a.c:1:1: note: include " + std::string(note) + " or"})}),
        "nothing");
  }
}

}  // namespace
}  // namespace regreen::story
