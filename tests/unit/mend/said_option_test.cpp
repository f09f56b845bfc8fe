#include "story.h"

namespace regreen::story {
namespace {

// Options, qualifiers and blanks that a tool asks for by name.

Location at(const std::string& file, std::size_t line) { return {file, line, 0}; }

std::string after(std::string_view remedy, const std::string& file, const std::string& text, Occurrence occurrence,
                  Files others = {}) {
  others[file] = text;
  const auto changed = mended(remedy, others, std::move(occurrence));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

TEST(CompilerOption, IsSetAsTscSays) {
  const auto told = [](const std::string& words) {
    return said("src/a.ts(1,1): error TS1: " + words, {}, {at("src/a.ts", 1)});
  };
  const Files source = {{"src/a.ts", "\n"}};
  const std::string config =
      "{\n  // of the service\n  \"compilerOptions\": {\n    \"strict\": true, /* yes */\n  },\n}\n";
  EXPECT_EQ(after("js.fix-tsconfig", "tsconfig.json", config,
                  told("Cannot find module './a.json'. Consider using '--resolveJsonModule' to import"), source),
            "{\n  // of the service\n  \"compilerOptions\": {\n    \"resolveJsonModule\": true,\n    \"strict\": true, "
            "/* yes */\n  },\n}\n");
  EXPECT_EQ(after("js.fix-tsconfig", "tsconfig.json", "{ \"compilerOptions\": { \"esModuleInterop\": false } }\n",
                  told("can only be default-imported using the 'esModuleInterop' flag"), source),
            "{ \"compilerOptions\": { \"esModuleInterop\": true } }\n");
  EXPECT_EQ(after("js.fix-tsconfig", "tsconfig.json", "{ \"compilerOptions\": { \"lib\": [\"DOM\", \"ES2019\"] } }\n",
                  told("Try changing the 'lib' compiler option to 'es2021' or later."), source),
            "{ \"compilerOptions\": { \"lib\": [\"DOM\", \"ES2021\"] } }\n");
  EXPECT_EQ(after("js.fix-tsconfig", "tsconfig.json", config, told("Type 'string' is not assignable to type 'number'."),
                  source),
            "nothing");
}

TEST(PythonElse, IsFlattenedBehindAReturn) {
  const auto found =
      said("a.py:2:4: R1705: Unnecessary \"else\" after \"return\" (no-else-return)", {}, {at("a.py", 2)});
  EXPECT_EQ(after("python.flatten-else", "a.py",
                  "def f(x):\n    if x:\n        return 1\n    else:\n        y = 2\n        return y\n", found),
            "def f(x):\n    if x:\n        return 1\n    y = 2\n    return y\n");
  EXPECT_EQ(
      after("python.flatten-else", "a.py",
            "def f(x):\n    if x:\n        return 1\n    elif x is None:\n        return 2\n    return 3\n", found),
      "def f(x):\n    if x:\n        return 1\n    if x is None:\n        return 2\n    return 3\n");
  EXPECT_EQ(
      after("python.flatten-else", "a.py",
            "def f(x):\n    if x:\n        return 1\n    else:\n        y = \"\"\"\n        \"\"\"\n        return y\n",
            found),
      "nothing");
}

TEST(PythonLoop, IsNotHandedOver) {
  EXPECT_EQ(after("python.modernize", "a.py",
                  "import asyncio\na = asyncio.Queue(1, loop=x)\nb = asyncio.Lock(loop=x)\nc = other(loop=x)\n",
                  said("TypeError: Queue.__init__() got an unexpected keyword argument 'loop'", {}, {at("a.py", 2)})),
            "import asyncio\na = asyncio.Queue(1)\nb = asyncio.Lock()\nc = other(loop=x)\n");
}

TEST(RustItem, IsSeenByTheCrate) {
  auto hidden = said("error[E0603]: function `pair` is private", {{"code", "E0603"}});
  hidden.after = {" --> src/lib.rs:9:30", "  |", "note: the function `pair` is defined here", " --> src/parse.rs:1:1",
                  "  |"};
  EXPECT_EQ(after("rust.make-visible", "src/parse.rs", "fn pair() {}\n", hidden), "pub(crate) fn pair() {}\n");
  EXPECT_EQ(after("rust.make-visible", "src/parse.rs", "// fn pair() {}\n", hidden), "nothing");
}

TEST(JavaStatic, IsImportedOfTheLibraryInUse) {
  auto missing = said("T.java:3: error: cannot find symbol", {}, {at("T.java", 3)});
  missing.after = {"    assertEquals(1, f());", "    ^", "  symbol:   method assertEquals(int,int)"};
  EXPECT_EQ(after("java.add-static-import", "T.java", "import org.junit.Test;\nclass T {\n}\n", missing),
            "import static org.junit.Assert.assertEquals;\n\nimport org.junit.Test;\nclass T {\n}\n");
  EXPECT_EQ(
      after("java.add-static-import", "T.java",
            "import static org.junit.jupiter.api.Assertions.fail;\nimport org.junit.jupiter.api.Test;\n\n", missing),
      "import static org.junit.jupiter.api.Assertions.fail;\nimport static "
      "org.junit.jupiter.api.Assertions.assertEquals;\nimport org.junit.jupiter.api.Test;\n\n");
  EXPECT_EQ(after("java.add-static-import", "T.java", "import org.junit.Test;\n\nimport static a.B.c;", missing),
            "import org.junit.Test;\n\nimport static a.B.c;\nimport static org.junit.Assert.assertEquals;\n");
  EXPECT_EQ(after("java.add-static-import", "T.java", "import java.util.List;\n\n\n", missing), "nothing");
}

TEST(Definition, KeepsNoSecondDefault) {
  const auto twice =
      said("a.cpp:1:8: error: default argument given for parameter 2 of ‘double f(double, double)’ [-fpermissive]", {},
           {at("a.cpp", 1)});
  EXPECT_EQ(after("c.fix-definition", "a.cpp", "double f(double a, std::pair<int, int> b = {1, 2}) {\n", twice),
            "double f(double a, std::pair<int, int> b) {\n");
  EXPECT_EQ(after("c.fix-definition", "a.cpp", "double f(double a = 1, double b) {\n", twice), "nothing");
}

TEST(Definition, InAHeaderIsInline) {
  const auto twice = said("ld: b.o: multiple definition of `text::quoted(int)'; a.o: first defined here",
                          {{"symbol", "text::quoted(int)"}});
  EXPECT_EQ(after("c.make-inline", "t.h", "#include <string>\n\nint quoted(int n) {\n  return n;\n}\n", twice,
                  {{"a.cpp", ""}}),
            "#include <string>\n\ninline int quoted(int n) {\n  return n;\n}\n");
  EXPECT_EQ(after("c.make-inline", "t.h", "int quoted(int n) { return n; }\n", twice, {{"a.c", ""}}),
            "static inline int quoted(int n) { return n; }\n");
  EXPECT_EQ(
      after("c.make-inline", "t.h", "int quoted(int n);\n", twice, {{"a.cpp", "int quoted(int n) { return n; }\n"}}),
      "nothing");
}

TEST(HeaderFunction, IsFoundUnderTheNameThatTheLinkerGivesIt) {
  const auto mended = [](const std::string& symbol, const std::string& text) {
    return after("c.make-inline", "t.h", text, said("multiple definition of `" + symbol + "'", {{"symbol", symbol}}),
                 {{"a.cpp", ""}});
  };
  const std::string abi = "geo::name[abi:cxx11](geo::Tile const&)";
  EXPECT_EQ(mended(abi, "namespace geo {\nstd::string name(const Tile &t)\n{\n}\n}\n"),
            "namespace geo {\ninline std::string name(const Tile &t)\n{\n}\n}\n");
  EXPECT_EQ(mended(abi, "std::string\nname(const Tile &t)\n{\n}\nvoid name() {}\n"),
            "inline std::string\nname(const Tile &t)\n{\n}\ninline void name() {}\n");
  EXPECT_EQ(mended(abi, "struct Other {\n  std::string name() { return a; }\n};\n"), "nothing") << "it is inline";
  EXPECT_EQ(mended("geo::Tile::name[abi:cxx11]() const", "std::string Tile::name() const {\n}\n"),
            "inline std::string Tile::name() const {\n}\n");
  EXPECT_EQ(mended("geo::Tile::Tile(int)", "Tile::Tile(int z) : z_(z) {}\n"), "inline Tile::Tile(int z) : z_(z) {}\n");
  EXPECT_EQ(mended("geo::Tile::name() const", "std::string Other::name() const {\n}\n"), "nothing");
}

TEST(Markdown, IsSetApart) {
  const auto found = [](std::size_t line, const std::string& code) {
    return said("a.md", {{"code", code}}, {at("a.md", line)});
  };
  const auto tree = tree_of({{"a.md", "# A\ntext\n\n## B  \n* c\n* d\n\n\n\te\n"}});
  const auto all = candidates("docs.fix-markdown", tree,
                              diagnosis_of({found(1, "MD022"), found(4, "MD009"), found(4, "MD022"), found(5, "MD032"),
                                            found(8, "MD012"), found(9, "MD010")}));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].changes[0].after.value(), "# A\n\ntext\n\n## B\n\n* c\n* d\n\n    e\n");
  EXPECT_EQ(after("docs.fix-markdown", "a.md", "# A\n\ntext  \n", found(3, "MD009")), "# A\n\ntext\n");
  EXPECT_EQ(after("docs.fix-markdown", "a.md", "# A\n", found(1, "MD033")), "nothing");
}

TEST(Suggestion, OfTypeCheckersIsTaken) {
  EXPECT_EQ(after("text.fix-name", "a.py", "x = line.ammount\n",
                  said("a.py:1: error: \"Line\" has no attribute \"ammount\"; maybe \"amount\"?  [attr-defined]", {},
                       {at("a.py", 1)})),
            "x = line.amount\n");
  EXPECT_EQ(after("text.fix-name", "a.py", "x = line.ammount\n",
                  said("a.py:1: error: \"Line\" has no attribute \"ammount\"; maybe \"amount\" or \"amounts\"?", {},
                       {at("a.py", 1)})),
            "nothing");
}

TEST(Repetition, OfAnImportGoes) {
  const auto twice = said("SyntaxError: Identifier 'fs' has already been declared", {}, {at("a.js", 3)});
  EXPECT_EQ(after("js.fix-module", "a.js", "const fs = require('fs');\nf();\nconst fs = require('fs');\n", twice),
            "const fs = require('fs');\nf();\n");
  EXPECT_EQ(after("js.fix-module", "a.js", "const fs = require('fs');\nf();\nconst fs = 1;\n", twice), "nothing");
}

TEST(GoTest, BeginsWithACapital) {
  const auto small =
      said("./a_test.go:1:1: Testsum has malformed name: first letter after 'Test' must not be lowercase", {},
           {at("a_test.go", 1)});
  EXPECT_EQ(after("go.fix-format", "a_test.go", "func Testsum(t *testing.T) {\n", small),
            "func TestSum(t *testing.T) {\n");
  EXPECT_EQ(after("go.fix-format", "a_test.go", "func helper(t *testing.T) {\n", small), "nothing");
}

}  // namespace
}  // namespace regreen::story
