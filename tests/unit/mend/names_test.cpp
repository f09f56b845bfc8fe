// Packages, classes and editions that are named wrongly, and what a parser misses.
#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& file, std::size_t line, const std::string& message, Captures captures = {}) {
  return said(file + ":" + std::to_string(line) + ":1: " + message, std::move(captures), {{file, line, 1}});
}

std::string after(std::string_view remedy, const Files& files, const std::string& file, const Occurrence& occurrence) {
  const auto changed = mended(remedy, files, diagnosis_of({occurrence}));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

TEST(GoRepairs, CommasAssignmentsAndQuotes) {
  EXPECT_EQ(after("go.fix-syntax", {{"a.go", "var a = []int{\n\t1  // one\n}\n"}}, "a.go",
                  at("a.go", 2, "syntax error: unexpected newline in composite literal; possibly missing comma or }")),
            "var a = []int{\n\t1,  // one\n}\n");
  EXPECT_EQ(after("go.fix-syntax", {{"a.go", "\tsize := n()\n"}}, "a.go",
                  at("a.go", 1, "no new variables on left side of :=")),
            "\tsize = n()\n");
  EXPECT_EQ(
      after("go.fix-syntax", {{"a.go", "\tsay(\"done: \" + x(\"a))\n"}}, "a.go", at("a.go", 1, "newline in string")),
      "\tsay(\"done: \" + x(\"a\"))\n");
}

TEST(GoRepairs, VerbsOfPrintf) {
  EXPECT_EQ(after("go.fix-format", {{"a.go", "\tfmt.Printf(\"%s of %v\\n\", n, m)\n"}}, "a.go",
                  at("a.go", 1, "fmt.Printf format %s has arg n of wrong type int")),
            "\tfmt.Printf(\"%d of %v\\n\", n, m)\n");
  EXPECT_EQ(after("go.fix-format", {{"a.go", "\tfmt.Println(\"done %d\", n)\n"}}, "a.go",
                  at("a.go", 1, "fmt.Println call has possible formatting directive %d")),
            "\tfmt.Printf(\"done %d\\n\", n)\n");
}

TEST(GoRepairs, TheOneFileOfAnotherPackage) {
  const Occurrence two =
      said("found packages store (a.go) and memory (c.go) in /x", {{"module", "store"}, {"expected", "memory"}});
  EXPECT_EQ(after("go.rename-package",
                  {{"s/a.go", "package store\n"}, {"s/b.go", "package store\n"}, {"s/c.go", "package memory\n"}},
                  "s/c.go", two),
            "package store\n");
  EXPECT_EQ(after("go.rename-package", {{"s/a.go", "package store\n"}, {"s/c.go", "package memory\n"}}, "s/c.go", two),
            "nothing")
      << "either may be right";
}

TEST(GoRepairs, TagsThatAreNotClosed) {
  EXPECT_EQ(after("go.fix-format", {{"a.go", "\tName string `json:\"name`\n"}}, "a.go",
                  at("a.go", 1,
                     "struct field tag `json:\"name` not compatible with reflect.StructTag.Get: bad syntax for struct "
                     "tag value")),
            "\tName string `json:\"name\"`\n");
}

TEST(Kotlin, ImportsAndVariables) {
  EXPECT_EQ(after("kotlin.add-import", {{"a.kt", "package a\n\nfun f() = File(\".\")\n"}}, "a.kt",
                  at("a.kt", 3, "error: unresolved reference: File")),
            "package a\n\nimport java.io.File\n\nfun f() = File(\".\")\n");
  EXPECT_EQ(after("kotlin.add-import", {{"a.kt", "fun f() = File(\".\")\nimport a.B"}}, "a.kt",
                  at("a.kt", 1, "error: unresolved reference: File")),
            "fun f() = File(\".\")\nimport a.B\nimport java.io.File\n")
      << "the last line has no end";
  EXPECT_EQ(after("kotlin.make-var", {{"a.kt", "val n = 1\nn += 1\n"}}, "a.kt",
                  said("a.kt:2:1: error: val cannot be reassigned", {}, {{"a.kt", 2, 1}})),
            "var n = 1\nn += 1\n");
}

TEST(JavaSyntax, AParenthesisComesBeforeTheSemicolon) {
  auto one = at("A.java", 1, "error: ')' expected");
  one.after = {"f(g(a, b);", "         ^"};
  EXPECT_EQ(after("java.fix-syntax", {{"A.java", "f(g(a, b);\n"}}, "A.java", one), "f(g(a, b));\n");
}

TEST(JavaNames, ThePackageIsTheFolders) {
  Occurrence one = said("    bad source file: src/org/x/A.java", {{"path", "src/org/x/A.java"}});
  one.after = {"      file does not contain class org.x.A"};
  EXPECT_EQ(
      after("java.fix-package", {{"src/org/x/A.java", "package org.y;\n\nclass A {}\n"}}, "src/org/x/A.java", one),
      "package org.x;\n\nclass A {}\n");
  EXPECT_EQ(after("java.fix-package", {{"src/org/x/A.java", "class A {}\n"}}, "src/org/x/A.java", one),
            "package org.x;\n\nclass A {}\n");
}

TEST(JavaNames, TheClassIsNamedAsItsUsersDo) {
  const auto wrong =
      at("B.java", 1, "error: class Bee is public, should be declared in a file named Bee.java", {{"symbol", "Bee"}});
  EXPECT_EQ(after("java.rename-class",
                  {{"B.java", "public class Bee { Bee() {} }\n"}, {"C.java", "class C { B b; }\n"}}, "B.java", wrong),
            "public class B { B() {} }\n");
}

TEST(RustEdition, IsNamedOrRaised) {
  const auto old = said("error[E0670]: `async fn` is not permitted in Rust 2015", {}, {{"src/lib.rs", 1, 1}});
  const std::string package = "[package]\nname = \"a\"\n";
  EXPECT_EQ(after("rust.set-edition", {{"Cargo.toml", package + "\n[dependencies]\n"}, {"src/lib.rs", ""}},
                  "Cargo.toml", old),
            package + "edition = \"2021\"\n\n[dependencies]\n");
  EXPECT_EQ(after("rust.set-edition", {{"Cargo.toml", package + "edition = \"2015\"\n"}, {"src/lib.rs", ""}},
                  "Cargo.toml", old),
            package + "edition = \"2021\"\n");
  EXPECT_EQ(
      after("rust.set-edition", {{"Cargo.toml", "[package]\r\nname = \"a\""}, {"src/lib.rs", ""}}, "Cargo.toml", old),
      "[package]\r\nname = \"a\"\r\nedition = \"2021\"\r\n");
}

TEST(JavaNames, TheFileIsNamedAsTheClassThatOthersUse) {
  const auto said_so = said(
      "src/Ratelimiter.java:1: error: class RateLimiter is public, should be declared in a file named RateLimiter.java",
      {{"symbol", "RateLimiter"}, {"file", "src/Ratelimiter.java"}, {"line", "1"}}, {{"src/Ratelimiter.java", 1, 0}});
  const Files files = {{"src/Ratelimiter.java", "public final class RateLimiter {}\n"},
                       {"src/Window.java", "record Window(RateLimiter limiter) {}\n"}};
  const auto patches = candidates("java.rename-class", tree_of(files), diagnosis_of({said_so}));
  ASSERT_EQ(patches.size(), 1U);
  EXPECT_EQ(patches[0].paths(), (std::vector<std::string>{"src/RateLimiter.java", "src/Ratelimiter.java"}));
  EXPECT_FALSE(patches[0].find("src/Ratelimiter.java")->after);
  EXPECT_TRUE(candidates("java.rename-class", tree_of({{"src/Ratelimiter.java", files.at("src/Ratelimiter.java")}}),
                         diagnosis_of({said_so}))
                  .empty());
}

// ---- a class that the newest commit gave another name ----

const std::string writer =
    "package org.x.print;\n\n/** Bills. */\npublic final class BillWriter {\n    BillWriter() {}\n}\n";

struct ClassRename {
  std::string before = writer;
  std::string today = "package org.x.print;\n\n/** Statements. */\npublic final class Writer {\n    Writer() {}\n}\n";
  Files others = {
      {"src/org/x/print/All.java", "package org.x.print;\nclass All { BillWriter w = new BillWriter(); }\n"}};
};

Files renamed(const ClassRename& one) {
  const std::string file = "src/org/x/print/BillWriter.java";
  Files files = one.others;
  files[file] = one.today;
  LastCommit commit;
  commit.before[file] = one.before;
  const auto wrong = at(file, 4, "error: class Writer is public, should be declared in a file named Writer.java",
                        {{"symbol", "Writer"}});
  const auto patches = candidates("java.rename-class", tree_of(files), diagnosis_of({wrong}), commit);
  Files after;
  for (const auto& path : patches.empty() ? std::vector<std::string>() : patches[0].paths())
    after[path] = patches[0].find(path)->after.value_or("gone");
  return after;
}

TEST(RenamedJavaClass, IsFollowedByItsFileAndItsUsers) {
  const auto after = renamed({});
  ASSERT_EQ(after.size(), 3U);
  EXPECT_EQ(after.at("src/org/x/print/BillWriter.java"), "gone");
  EXPECT_TRUE(after.contains("src/org/x/print/Writer.java"));
  EXPECT_EQ(after.at("src/org/x/print/All.java"), "package org.x.print;\nclass All { Writer w = new Writer(); }\n");
  const auto of_others = renamed(
      {.others = {
           {"src/org/x/A.java",
            "package org.x;\nimport org.x.print.BillWriter;\nclass A { BillWriter w; String s = \"BillWriter\"; }\n"},
           {"src/org/x/B.java", "package org.x;\nclass B { org.x.print.BillWriter w; com.BillWriter v; }\n"},
           {"src/org/x/C.java", "package org.x;\nimport com.BillWriter;\nclass C { BillWriter w; }\n"}}});
  EXPECT_EQ(of_others.at("src/org/x/A.java"),
            "package org.x;\nimport org.x.print.Writer;\nclass A { Writer w; String s = \"BillWriter\"; }\n");
  EXPECT_EQ(of_others.at("src/org/x/B.java"), "package org.x;\nclass B { org.x.print.Writer w; com.BillWriter v; }\n");
  EXPECT_FALSE(of_others.contains("src/org/x/C.java"));
}

TEST(RenamedJavaClass, StaysWhereItCannotBeFollowed) {
  EXPECT_TRUE(
      renamed({.others = {{"src/org/x/old/BillWriter.java", "package org.x.old;\nclass BillWriter {}\n"}}}).empty());
  EXPECT_TRUE(renamed({.others = {{"src/test/java/org/x/print/AllTest.java",
                                   "package org.x.print;\nclass AllTest { BillWriter w; }\n"}}})
                  .empty())
      << "tests alone use it";
  EXPECT_TRUE(renamed({.others = {{"src/META-INF/services/org.x.W", "org.x.print.BillWriter\n"}}}).empty());
}

}  // namespace
}  // namespace regreen::story
