// What the newest commit only renamed: js.follow-rename, go.follow-rename, rust.follow-module.

#include "mend/text/renaming.h"

#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

// Was anything but names changed? The names, "old new" each.
std::vector<std::string> renamed(const Files& before, const Files& today) {
  LastCommit commit;
  for (const auto& [path, text] : before) {
    if (!today.contains(path) || today.at(path) != text) commit.before[path] = text;
  }
  for (const auto& [path, text] : today) {
    if (!before.contains(path)) commit.before[path] = std::nullopt;
  }
  const auto found = renaming_of(commit, tree_of(today), [](auto path) {
    return path.ends_with(".ts") || path.ends_with(".tsx") || path.ends_with(".go") || path.ends_with(".rs");
  });
  std::vector<std::string> names;
  for (const auto& [was, is] : found.names) names.push_back(was + " " + is);
  for (const auto& [was, is] : found.files) names.push_back(was + " -> " + is);
  return names;
}

using Names = std::vector<std::string>;

TEST(Renaming, IsOfACommitThatDidNothingElse) {
  const std::string sum = "// sum of all\nexport function sum(all: number[]) {\n  return rest(all);\n}\n";
  const auto is = replace_all(replace_all(sum, "sum(", "total("), "sum of", "what");
  EXPECT_EQ(renamed({{"a.ts", sum}, {"b.ts", "sum([]);\n"}}, {{"a.ts", is}, {"b.ts", "total([\n]);\n"}}),
            Names{"sum total"});
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"a.ts", is}, {"notes.md", "total"}}), Names{"sum total"});
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"b.ts", sum}}), Names{"a.ts -> b.ts"});
}

TEST(Renaming, IsNoneWhereAnythingElseWasChanged) {
  const std::string sum = "export function sum(all: number[]) {\n  return rest(all) * 2 + \"a b\";\n}\n";
  const auto is = replace_all(sum, "sum(", "total(");
  const auto none = Names();
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"a.ts", replace_all(is, "2", "3")}}), none) << "a number";
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"a.ts", replace_all(is, "a b", "a c")}}), none) << "a text";
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"a.ts", replace_all(is, "rest", "least")}}), none) << "it calls something else";
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"a.ts", is + "export const n = 1;\n"}}), none) << "something is new";
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"a.ts", is}, {"b.ts", "export const n = 1;\n"}}), none) << "a file is new";
  EXPECT_EQ(renamed({{"a.ts", sum}, {"b.ts", ""}}, {{"a.ts", is}}), none) << "a file is gone";
  EXPECT_EQ(renamed({{"a.ts", sum}, {"b.ts", "const total = 1;\n"}}, {{"a.ts", is}, {"b.ts", "const total = 1;\n"}}),
            none)
      << "the name was there";
  EXPECT_EQ(renamed({{"a.ts", sum}, {"b.ts", "sum();\n"}}, {{"a.ts", is}, {"b.ts", "more();\n"}}), none) << "two names";
  EXPECT_EQ(renamed({{"a.ts", sum + "sum([1]);\n"}}, {{"a.ts", is + "sum([1]);\n"}}), none)
      << "one is called as before";
  EXPECT_EQ(renamed({{"a.ts", "let a = true;\n"}}, {{"a.ts", "let a = false;\n"}}), none) << "no name";
  EXPECT_EQ(renamed({{"a.ts", sum}}, {{"b.ts", is}}), none) << "moved and renamed at once";
}

// Is a source called so, where `was` became `is` beside the name?
bool is_renaming(const std::string& was, const std::string& is, const std::string& file = "a.ts") {
  const auto head = file.ends_with(".go") ? "func " : file.ends_with(".rs") ? "fn " : "function ";
  return renamed({{file, was + "\n" + head + "sum() {}\n"}}, {{file, is + "\n" + head + "total() {}\n"}}) ==
         Names{"sum total"};
}

TEST(Renaming, PassesOverSentencesInComments) {
  EXPECT_TRUE(is_renaming("// The sum of all.", "// What they are together."));
  EXPECT_TRUE(is_renaming("/** The sum\n * of all.\n */", "/**\n * All together: * 10\n */"));
  EXPECT_TRUE(is_renaming("const a = '//';\n// sum", "const a = '//';\n//\n// more"));
  EXPECT_TRUE(is_renaming("import \"fmt\"\n\n// sum", "import \"fmt\"\n\n// It adds", "a.go"));
}

TEST(Renaming, ReadsAsCodeWhatIsNoSentence) {
  EXPECT_FALSE(is_renaming("//go:embed a.csv\nvar x string", "//go:embed b.csv\nvar x string", "a.go"));
  EXPECT_FALSE(is_renaming("//go:embed sum\nvar x string", "//go:embed total\nvar x string", "a.go"));
  EXPECT_FALSE(is_renaming("//go:build linux", "//go:build !linux", "a.go"));
  EXPECT_FALSE(is_renaming("// +build linux", "// +build darwin", "a.go"));
  EXPECT_FALSE(is_renaming("// #define N 1\nimport \"C\"", "// #define N 2\nimport \"C\"", "a.go"));
  EXPECT_FALSE(is_renaming("// int n = 1;\nimport \"C\"", "// int n = 2;\nimport \"C\"", "a.go"));
  EXPECT_FALSE(is_renaming("/* int n = 1; */\nimport \"C\"", "/* int n = 2; */\nimport \"C\"", "a.go"));
  EXPECT_FALSE(is_renaming("/** @jsx h */", "/** @jsx k */"));
  EXPECT_FALSE(is_renaming("const a = 2\n  * 10;", "const a = 2\n  * 100;"));
  EXPECT_FALSE(is_renaming("const a = `\n// 10 ${b}\n`;", "const a = `\n// 20 ${b}\n`;"));
  EXPECT_FALSE(is_renaming("const a = \"\n// one\n\";", "const a = \"\n// two\n\";", "a.rs"));
  EXPECT_FALSE(is_renaming("/* a */ f(1);", "/* a */ f(2);"));
  EXPECT_FALSE(is_renaming("const a = <p>\n// one\n</p>;", "const a = <p>\n// two\n</p>;", "a.tsx"));
}

TEST(Renaming, IsOfNoLiteral) {
  EXPECT_FALSE(is_renaming("const key = 'sum';", "const key = 'total';"));
  EXPECT_FALSE(is_renaming("const key = `sum ${a}`;", "const key = `total ${a}`;"));
  EXPECT_FALSE(is_renaming("s.split(' ');", "s.split('');"));
  EXPECT_FALSE(is_renaming("const a = `${b} ${c}`;", "const a = `${b}${c}`;"));
  EXPECT_FALSE(is_renaming("const key = 'sum';", "const key = 'sum';")) << "somebody may ask for it by that text";
}

TEST(Renaming, IsNoneWhereDataWasChangedOrMuchWasRenamed) {
  const Names found{"sum total"};
  const std::string was = "function sum() {}\n", is = "function total() {}\n";
  EXPECT_EQ(renamed({{"a.ts", was}, {"package.json", "\"version\": \"1\",\n"}},
                    {{"a.ts", is}, {"package.json", "\"version\": \"2\",\n"}}),
            found);
  EXPECT_EQ(renamed({{"a.ts", was}, {"package.json", "\"rows\": \"^1\"\n"}},
                    {{"a.ts", is}, {"package.json", "\"rows\": \"^2\"\n"}}),
            Names());
  EXPECT_EQ(renamed({{"a.ts", was}, {".ci/a.yml", "1"}}, {{"a.ts", is}, {".ci/a.yml", "2"}}), found);
  EXPECT_EQ(renamed({{"a.ts", was}, {"rates.json", "1"}}, {{"a.ts", is}, {"rates.json", "2"}}), Names());
  std::string many, others;
  for (int i = 0; i < 21; ++i) {
    many += "function a" + std::to_string(i) + "() {}\n";
    others += "function b" + std::to_string(i) + "() {}\n";
  }
  EXPECT_EQ(renamed({{"a.ts", many}}, {{"a.ts", others}}), Names());
}

const std::string parse = "export function parseLine(s: string) {\n  return s.split(' ');\n}\n";
const std::string parsed = replace_all(parse, "parseLine", "parseEntry");
const LastCommit commit = {{{"src/parse.ts", parse}}};

// What a file that imports the old name says afterwards; "" where it stays.
std::string followed(const std::string& use, const Files& more = {}, const std::string& path = "src/use.ts",
                     const LastCommit& last = commit) {
  Files files = {{"src/parse.ts", parsed}, {path, use}};
  for (const auto& [file, text] : more) files[file] = text;
  auto one = said(path + "(1,10): error TS2305: Module '\"./parse\"' has no exported member 'parseLine'.",
                  {{"file", path}, {"line", "1"}, {"column", "10"}});
  const auto after = mended("js.follow-rename", tree_of(files), diagnosis_of({one}), last);
  return after.empty() ? "" : after.at(path);
}

TEST(FollowedRename, OfAnImportReachesItsUses) {
  EXPECT_EQ(followed("import { parseLine } from './parse';\nmap(parseLine);\nlog(parseLine('a'), 'parseLine', "
                     "x.parseLine, { parseLine: 1 });\n"),
            "import { parseEntry } from './parse';\nmap(parseEntry);\nlog(parseEntry('a'), 'parseLine', x.parseLine, { "
            "parseLine: 1 });\n");
  EXPECT_EQ(followed("import { parseLine as p } from './parse';\np('a');\n"),
            "import { parseEntry as p } from './parse';\np('a');\n");
}

TEST(FollowedRename, ReachesWhatIsCodeInATemplate) {
  EXPECT_EQ(followed("import { parseLine } from './parse';\nconst t = `parseLine ${parseLine('a')}`;\n"),
            "import { parseEntry } from './parse';\nconst t = `parseLine ${parseEntry('a')}`;\n");
}

TEST(FollowedRename, KeepsTheNameWhereItMayBeAnotherThing) {
  for (const std::string rest : {"f({ parseLine });\n", "(parseLine) => parseLine;\n",
                                 "x.parseEntry();\nparseLine('a');\n", "class A { parseLine() {} }\n"}) {
    EXPECT_EQ(followed("import { parseLine } from './parse';\n" + rest),
              "import { parseEntry as parseLine } from './parse';\n" + rest);
  }
  EXPECT_EQ(followed("export { parseLine } from './parse';\n"), "export { parseEntry as parseLine } from './parse';\n");
  const LastCommit both = {{{"src/parse.ts", parse}, {"test/a.js", "const { parseLine } = require('../dist');\n"}}};
  EXPECT_EQ(followed("export { parseLine } from './parse';\n",
                     {{"test/a.js", "const { parseEntry } = require('../dist');\n"}}, "src/index.ts", both),
            "export { parseEntry } from './parse';\n");
  EXPECT_EQ(followed("export { parseLine } from './parse';\n",
                     {{"test/a.js", "const { parseEntry } = require('../dist');\n"}}, "src/public.ts", both),
            "export { parseEntry as parseLine } from './parse';\n");
}

TEST(FollowedRename, OfAPageIsThatOfItsImport) {
  for (const std::string rest : {"const a = <h1>parseLine</h1>;\n", "const a = <b parseLine />;\n"}) {
    EXPECT_EQ(followed("import { parseLine } from './parse';\n" + rest, {}, "src/use.tsx"),
              "import { parseEntry as parseLine } from './parse';\n" + rest);
  }
}

TEST(FollowedRename, OfManyUsesIsThatOfTheImport) {
  std::string uses;
  for (int i = 0; i < 300; ++i) uses += "parseLine('a');\n";
  EXPECT_EQ(followed("import { parseLine } from './parse';\n" + uses),
            "import { parseEntry as parseLine } from './parse';\n" + uses);
}

TEST(FollowedRename, IsLeftWhereNobodyCanTell) {
  const std::string use = "import { parseLine } from './parse';\nparseLine('a');\n";
  EXPECT_NE(followed(use), "");
  EXPECT_EQ(followed(use, {}, "test/use.ts"), "") << "a test says what was promised";
  EXPECT_EQ(followed(use, {{"test/parse.test.ts", "parseLine('a');\n"}}), "");
  EXPECT_NE(followed(use, {{"src/parse.ts", parsed + "export function parseRest() {}\n"}}), "") << "more was added";
  EXPECT_EQ(followed(use, {{"src/parse.ts", parsed + replace_all(parsed, "Entry", "Rest")}}), "") << "either is meant";
  EXPECT_EQ(followed(use, {{"src/parse.ts", replace_all(parsed, "' '", "','")}}), "");
  EXPECT_EQ(followed("// Generated by rows. DO NOT EDIT.\n" + use), "");
  EXPECT_EQ(followed(use, {}, "src/use.ts", {}), "") << "nobody knows what was before";
}

TEST(FollowedRename, OfAGoFunctionReachesTheCallsOfTheLog) {
  const Files files = {{"go.mod", "module x\n"},
                       {"units/units.go", "package units\n\nfunc Km(n int) int { return n }\n"},
                       {"main.go", "package main\n\nimport \"x/units\"\n\nfunc main() { units.ToKm(of.ToKm) }\n"}};
  const LastCommit last = {{{"units/units.go", "package units\n\nfunc ToKm(n int) int { return n }\n"}}};
  const auto at = said("./main.go:5:21: undefined: units.ToKm",
                       {{"file", "./main.go"}, {"line", "5"}, {"column", "21"}, {"symbol", "units.ToKm"}});
  EXPECT_EQ(mended("go.follow-rename", tree_of(files), diagnosis_of({at}), last).at("main.go"),
            replace_all(files.at("main.go"), "units.ToKm", "units.Km"));
  auto tested = files;
  tested["other/other_test.go"] = "package other\n\nimport \"x/of\"\n\nvar _ = of.ToKm\n";
  EXPECT_FALSE(mended("go.follow-rename", tree_of(tested), diagnosis_of({at}), last).empty());
  tested["other/other_test.go"] = "package other\n\nimport \"x/units\"\n\nvar _ = units.ToKm\n";
  EXPECT_TRUE(mended("go.follow-rename", tree_of(tested), diagnosis_of({at}), last).empty());
  tested = files;
  tested["units/units_test.go"] = "package units\n\nvar _ = ToKm\n";
  EXPECT_TRUE(mended("go.follow-rename", tree_of(tested), diagnosis_of({at}), last).empty());
}

TEST(FollowedRename, OfARustModuleReachesThePlacesOfTheLog) {
  Files files = {{"Cargo.toml", "[package]\nname = \"x\"\n"},
                 {"src/lib.rs", "pub mod math;\n"},
                 {"src/math.rs", "pub fn f() {}\n"},
                 {"examples/a.rs", "use x::util::f; // util::f\n\nfn main() { f() }\n"}};
  const LastCommit last = {
      {{"src/lib.rs", "pub mod util;\n"}, {"src/util.rs", "pub fn f() {}\n"}, {"src/math.rs", std::nullopt}}};
  auto one = said("error[E0432]: unresolved import `x::util`", {{"symbol", "x::util"}});
  one.after = {" --> examples/a.rs:1:8", "  |", "1 | use x::util::f;", "  |        ^^^^ could not find `util` in `x`"};
  EXPECT_EQ(mended("rust.follow-module", tree_of(files), diagnosis_of({one}), last).at("examples/a.rs"),
            "use x::math::f; // util::f\n\nfn main() { f() }\n");
  auto other = files;
  other["src/math.rs"] = "pub fn f() { g() }\n";
  EXPECT_TRUE(mended("rust.follow-module", tree_of(other), diagnosis_of({one}), last).empty());
  files["tests/a.rs"] = files.at("examples/a.rs");
  files.erase("examples/a.rs");
  one.after[0] = " --> tests/a.rs:1:8";
  EXPECT_TRUE(mended("rust.follow-module", tree_of(files), diagnosis_of({one}), last).empty()) << "only a test asks";
  for (const std::string other_one :
       {"use std::util::g;", "use std::{fmt, util::g};", "use std::util;\nuse util::g;", "use other::deep::util;",
        "use ::std::util::g;", "use x::util::f;\nuse std::util;", "use x::util::f;\nmod util { pub fn g() {} }"}) {
    files["src/other.rs"] = other_one + "\n";
    EXPECT_TRUE(mended("rust.follow-module", tree_of(files), diagnosis_of({one}), last).empty()) << other_one;
  }
  for (const std::string own : {"use crate::util::f;", "use crate::{other, util::f};", "use x::deep::{util};"}) {
    files["src/other.rs"] = own + "\n";
    EXPECT_FALSE(mended("rust.follow-module", tree_of(files), diagnosis_of({one}), last).empty()) << own;
  }
}

}  // namespace
}  // namespace regreen::story
