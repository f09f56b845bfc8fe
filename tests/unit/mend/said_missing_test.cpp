#include "story.h"

namespace regreen::story {
namespace {

// Compilers and linters that name what is missing: where it goes.

Location at(const std::string& file, std::size_t line) { return {file, line, 0}; }

std::string after(std::string_view remedy, const std::string& file, const std::string& text, Occurrence occurrence,
                  Files others = {}) {
  others[file] = text;
  const auto changed = mended(remedy, others, std::move(occurrence));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

TEST(Undeclared, FunctionsGoIntoTheirHeader) {
  const auto missing = said("src/main.c:3:3: error: implicit declaration of function ‘km_of’", {{"symbol", "km_of"}},
                            {at("src/main.c", 3)});
  const std::string header = "#ifndef U\n#define U\n\ndouble miles_of(double km);\n\n#endif\n";
  Files files = {
      {"src/main.c", "#include \"units.h\"\nint main(void) {\n  km_of(1);\n}\n"},
      {"src/units.c", "#include \"units.h\"\n\ndouble km_of(double\n             miles)\n{\n  return miles;\n}\n"}};
  EXPECT_EQ(after("c.declare-function", "src/units.h", header, missing, files),
            "#ifndef U\n#define U\n\ndouble miles_of(double km);\ndouble km_of(double miles);\n\n#endif\n");
  files["src/units.c"] = "#include \"units.h\"\n\nstatic double km_of(double miles)\n{\n  return miles;\n}\n";
  EXPECT_EQ(after("c.declare-function", "src/units.h", header, missing, files), "nothing");
}

TEST(Undeclared, FunctionsOfTheSameFileAreSaidAbove) {
  const auto missing = said("a.c:3:3: error: implicit declaration of function ‘g’", {{"symbol", "g"}}, {at("a.c", 3)});
  EXPECT_EQ(
      after("c.declare-function", "a.c",
            "#include <stdio.h>\nint f(void) {\n  return g();\n}\nstatic int g(void) {\n  return 1;\n}\n", missing),
      "#include <stdio.h>\n\nstatic int g(void);\nint f(void) {\n  return g();\n}\nstatic int g(void) {\n  return "
      "1;\n}\n");
}

TEST(Undeclared, FormatsThatFollowFromItStay) {
  auto follows = said(
      "a.c:2:8: error: format ‘%f’ expects argument of type ‘double’, but argument 2 has type ‘int’ [-Werror=format=]",
      {}, {{"a.c", 2, 8}});
  follows.after = {"    2 | printf(\"%f\", g());", "      |         ~^   ~~~", "      |          |   |",
                   "      |     double  int", "      |         %d"};
  const std::string code = "int main(void) {\nprintf(\"%f\", g());\n}\n";
  const auto alone = after("c.apply-fixit", "a.c", code, follows);
  follows.before = {"a.c:2:14: error: implicit declaration of function ‘g’ [-Werror=implicit-function-declaration]"};
  EXPECT_EQ(after("c.apply-fixit", "a.c", code, follows), "nothing");
  EXPECT_NE(alone, "nothing");
}

TEST(CMakePackage, IsLookedForWhereItIsLinked) {
  auto missing = said("  but the target was not found.  Possible reasons include:", {});
  missing.before = {"  Target \"hello\" links to:", "", "    fmt::fmt", ""};
  EXPECT_EQ(
      after("cmake.add-package", "CMakeLists.txt",
            "project(a)\nadd_executable(hello a.cpp)\ntarget_link_libraries(hello fmt::fmt)\n", missing),
      "project(a)\n\nfind_package(fmt REQUIRED)\nadd_executable(hello a.cpp)\ntarget_link_libraries(hello fmt::fmt)\n");
  EXPECT_EQ(after("cmake.add-package", "CMakeLists.txt",
                  "project(a)\nfind_package(fmt 9)\ntarget_link_libraries(hello fmt::fmt)\n", missing),
            "nothing");
  missing.before = {"  Target \"hello\" links to target \"Boost::filesystem\""};
  EXPECT_EQ(after("cmake.add-package", "CMakeLists.txt",
                  "project(a)\nfind_package(fmt)\ntarget_link_libraries(hello Boost::filesystem)\n", missing),
            "project(a)\nfind_package(fmt)\nfind_package(Boost REQUIRED COMPONENTS "
            "filesystem)\ntarget_link_libraries(hello Boost::filesystem)\n");
}

TEST(GoNumber, IsWidened) {
  const auto told = [](const std::string& words) { return said("./a.go:1:1: " + words, {}, {at("a.go", 1)}); };
  EXPECT_EQ(after("go.fix-types", "a.go", "return limit(total-overhead, 0.9)\n",
                  told("invalid operation: total - overhead (mismatched types int64 and int)")),
            "return limit(total-int64(overhead), 0.9)\n");
  EXPECT_EQ(after("go.fix-types", "a.go", "return n * time.Second\n",
                  told("invalid operation: n * time.Second (mismatched types int and time.Duration)")),
            "return time.Duration(n) * time.Second\n");
  EXPECT_EQ(after("go.fix-types", "a.go", "f(len(s), x.n)\n",
                  told("cannot use len(s) (value of type int) as int64 value in argument to f")),
            "f(int64(len(s)), x.n)\n");
  for (const auto* words : {"cannot use n (variable of type int64) as int32 value in assignment",
                            "cannot use n (variable of type string) as int value in assignment",
                            "invalid operation: n + t (mismatched types int and time.Duration)"})
    EXPECT_EQ(after("go.fix-types", "a.go", "n + t\n", told(words)), "nothing") << words;
}

TEST(GoField, IsSpeltAsDeclared) {
  const std::string type = "\ntype Buoy struct {\n\tDepth int\n}\n\nfunc (b *Buoy) Name() string { return \"\" }\n";
  const auto missing = said("./a.go:1:1: b.depth undefined (type Buoy has no field or method depth)",
                            {{"symbol", "b.depth"}}, {at("a.go", 1)});
  EXPECT_EQ(after("go.fix-field", "a.go", "x := b.depth" + type, missing), "x := b.Depth" + type);
  EXPECT_EQ(after("go.fix-field", "a.go", "x := b.depth + c.depth" + type, missing), "nothing");
  EXPECT_EQ(after("go.fix-field", "a.go", "x := b.name()" + type,
                  said("./a.go:1:1: invalid operation: cannot call non-function b.name (variable of type string)", {},
                       {at("a.go", 1)})),
            "x := b.Name()" + type);
  EXPECT_EQ(after("go.fix-field", "a.go", "x := b.colour" + type,
                  said("./a.go:1:1: b.colour undefined (type Buoy has no field or method colour)",
                       {{"symbol", "b.colour"}}, {at("a.go", 1)})),
            "nothing");
}

TEST(JavaWarning, IsDoneAsItSays) {
  const auto warned = [](const std::string& line) {
    auto one = said("error: warnings found and -Werror specified", {});
    one.before = {line, "class A extends Exception {", "^"};
    return one;
  };
  EXPECT_EQ(after("java.fix-warning", "A.java", "class A extends Exception {\n    A() {}\n}\n",
                  warned("A.java:1: warning: [serial] serializable class A has no definition of serialVersionUID")),
            "class A extends Exception {\n    private static final long serialVersionUID = 1L;\n\n    A() {}\n}\n");
  EXPECT_EQ(after("java.fix-warning", "A.java", "String s = (String) t;\n",
                  warned("A.java:1: warning: [cast] redundant cast to String")),
            "String s = t;\n");
  EXPECT_EQ(after("java.fix-warning", "A.java", "List s = t;\n",
                  warned("A.java:1: warning: [rawtypes] found raw type: List")),
            "nothing");
}

TEST(TypeImport, SaysThatItIsOne) {
  const auto told = [](const std::string& name) {
    return said("a.ts(1,10): error TS1484: '" + name +
                    "' is a type and must be imported using a type-only import when 'verbatimModuleSyntax' is enabled.",
                {}, {at("a.ts", 1)});
  };
  EXPECT_EQ(after("js.use-type-import", "a.ts", "import { Handler, root } from './t.js';\n", told("Handler")),
            "import { type Handler, root } from './t.js';\n");
  EXPECT_EQ(after("js.use-type-import", "a.ts", "import { Handler } from './t.js';\n", told("Handler")),
            "import type { Handler } from './t.js';\n");
  EXPECT_EQ(after("js.use-type-import", "a.ts", "import Handler from './t.js';\n", told("Handler")),
            "import type Handler from './t.js';\n");
  EXPECT_EQ(after("js.use-type-import", "a.ts", "const x = { Handler };\n", told("Handler")), "nothing");
}

TEST(EslintFindings, AreMendedInTheFileAbove) {
  auto undefined = said("  5:27  error  'path' is not defined  no-undef", {{"line", "5"}, {"code", "no-undef"}});
  undefined.before = {"/work/app/lib/a.js"};
  EXPECT_EQ(after("js.fix-module", "lib/a.js", "const fs = require('fs');\n\nfs.x(path.join('a'));\n", undefined),
            "const path = require('path');\nconst fs = require('fs');\n\nfs.x(path.join('a'));\n");
  auto many = said("ESLint found too many warnings (maximum: 0).", {});
  many.before = {"/work/app/lib/a.js", "   1:20  warning  'fallback' is defined but never used  no-unused-vars"};
  EXPECT_EQ(after("js.remove-unused", "lib/a.js", "function f(name, fallback) { return name; }\n", many),
            "function f(name) { return name; }\n");
  many.before[0] = "/work/app/lib/a.ts";
  EXPECT_EQ(after("js.remove-unused", "lib/a.ts", "function f(name, fallback) { return name; }\n", many), "nothing");
}

TEST(MakePrerequisite, IsTheNearestOfItsKind) {
  EXPECT_EQ(
      after("make.fix-target", "Makefile", "a.o: a.c src/parse.h\n\tcc -c a.c\n",
            said("make: *** No rule to make target 'src/parse.h', needed by 'a.o'.  Stop.", {{"path", "src/parse.h"}}),
            {{"src/parser.h", ""}, {"src/parser.c", ""}}),
      "a.o: a.c src/parser.h\n\tcc -c a.c\n");
}

}  // namespace
}  // namespace regreen::story
