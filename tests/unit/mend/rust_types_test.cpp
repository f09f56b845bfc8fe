#include "story.h"

namespace regreen::story {
namespace {

// The message as rustc prints it, line by line.
Occurrence printed(std::vector<std::string> lines) {
  auto one = said(lines.front(), {});
  one.after.assign(lines.begin() + 1, lines.end());
  return one;
}

std::string healed(const std::string& text, std::vector<Occurrence> occurrences) {
  const auto after = mended("rust.apply-suggestion", Files{{"src/lib.rs", text}}, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at("src/lib.rs");
}

const std::string mismatched = "error[E0308]: mismatched types";

TEST(RustTypes, AValueIsConvertedBehindItsCarets) {
  EXPECT_EQ(healed("pub fn f(name: &str) -> String {\n    name\n}\n",
                   {printed({mismatched, " --> src/lib.rs:2:5", "  |", "2 |     name",
                             "  |     ^^^^- help: try using a conversion method: `.to_string()`", "  |     |",
                             "  |     expected struct `String`, found `&str`"})}),
            "pub fn f(name: &str) -> String {\n    name.to_string()\n}\n");
  // in an arm of a match, whose bars move the row
  EXPECT_EQ(healed("    let r = match n {\n        _ => \"many\",\n    };\n",
                   {printed({"error[E0308]: `match` arms have incompatible types", "  --> src/lib.rs:2:14", "   |",
                             "1  |       let r = match n {", "   |  _____________-", "2  | |         _ => \"many\",",
                             "   | |              ^^^^^^- help: try using a conversion method: `.to_string()`"})}),
            "    let r = match n {\n        _ => \"many\".to_string(),\n    };\n");
}

TEST(RustTypes, WhatHangsBelowMarksIsMeantThere) {
  EXPECT_EQ(
      healed("pub fn g<'a>(a: &'a str, b: &str) -> &'a str { b }\n",
             {printed(
                 {"error[E0621]: explicit lifetime required in the type of `b`", " --> src/lib.rs:1:48", "  |",
                  "1 | pub fn g<'a>(a: &'a str, b: &str) -> &'a str { b }",
                  "  |                             ----               ^ lifetime `'a` required",
                  "  |                             |",
                  "  |                             help: add explicit lifetime `'a` to the type of `b`: `&'a str`"})}),
      "pub fn g<'a>(a: &'a str, b: &'a str) -> &'a str { b }\n");
}

TEST(RustTypes, WithoutAProposalTheTypesSayWhatIsMissing) {
  EXPECT_EQ(healed("fn f() { k(format!(\"a\")) }\n",
                   {printed({mismatched, " --> src/lib.rs:1:12", "  |", "1 | fn f() { k(format!(\"a\")) }",
                             "  |            ^^^^^^^^^^^^ expected `&str`, found struct `String`"})}),
            "fn f() { k(&format!(\"a\")) }\n");
  EXPECT_EQ(healed("fn f(a: u64, b: u32) -> u64 { a + b }\n",
                   {printed({mismatched, " --> src/lib.rs:1:35", "  |", "1 | fn f(a: u64, b: u32) -> u64 { a + b }",
                             "  |                                   ^ expected `u64`, found `u32`"})}),
            "fn f(a: u64, b: u32) -> u64 { a + u64::from(b) }\n");
  EXPECT_EQ(healed("fn f(a: u32, b: u64) -> u32 { a + b }\n",
                   {printed({mismatched, " --> src/lib.rs:1:35", "  |", "1 | fn f(a: u32, b: u64) -> u32 { a + b }",
                             "  |                                   ^ expected `u32`, found `u64`"})}),
            "nothing");
  EXPECT_EQ(healed("    k(&v);\n", {printed({mismatched, " --> src/lib.rs:1:7", "  |", "1 |     k(&v);",
                                             "  |     - ^^ types differ in mutability"})}),
            "    k(&mut v);\n");
  EXPECT_EQ(healed("fn f(x: f64) -> f64 { x * 2 }\n",
                   {printed({"error[E0277]: cannot multiply `f64` by `{integer}`", " --> src/lib.rs:1:25", "  |",
                             "1 | fn f(x: f64) -> f64 { x * 2 }", "  |                         ^ no implementation"})}),
            "fn f(x: f64) -> f64 { x * 2.0 }\n");
  EXPECT_EQ(healed("fn f(a: &u32, b: u32) -> bool { a == b }\n",
                   {printed({"error[E0277]: can't compare `&u32` with `u32`", " --> src/lib.rs:1:35", "  |",
                             "1 | fn f(a: &u32, b: u32) -> bool { a == b }",
                             "  |                                   ^^ no implementation for `&u32 == u32`"})}),
            "fn f(a: &u32, b: u32) -> bool { *a == b }\n");
}

TEST(RustTypes, ARecipientOfResultsPassesOnAndEndsWell) {
  EXPECT_EQ(healed("fn f() -> Result<u32, E> {\n    let n: u32 = k();\n    Ok(n)\n}\n",
                   {printed({mismatched, " --> src/lib.rs:2:18", "  |", "2 |     let n: u32 = k();",
                             "  |            ---   ^^^ expected `u32`, found enum `Result`", "  |",
                             "  = note: expected type `u32`", "             found enum `Result<u32, E>`"})}),
            "fn f() -> Result<u32, E> {\n    let n: u32 = k()?;\n    Ok(n)\n}\n");
  EXPECT_EQ(healed("fn f() -> u32 {\n    let n: u32 = k();\n    n\n}\n",
                   {printed({mismatched, " --> src/lib.rs:2:18", "  |", "2 |     let n: u32 = k();",
                             "  |            ---   ^^^ expected `u32`, found enum `Result`", "  |",
                             "  = note: expected type `u32`", "             found enum `Result<u32, E>`"})}),
            "nothing");
  EXPECT_EQ(healed("fn f() -> Result<(), E> {\n    k();\n}\n",
                   {printed({mismatched, " --> src/lib.rs:1:11", "  |", "1 | fn f() -> Result<(), E> {",
                             "  |    -      ^^^^^^^^^^^^^ expected enum `Result`, found `()`", "  |",
                             "  = note:   expected enum `Result<(), E>`", "          found unit type `()`"})}),
            "fn f() -> Result<(), E> {\n    k();\n    Ok(())\n}\n");
}

TEST(RustProposal, SeveralForOneLineGoTogether) {
  const std::string text = "pub struct L {\n    pub a: &str,\n    pub b: &str,\n}\n";
  const auto missing = [](const std::string& line, std::vector<std::string> shown) {
    shown.insert(shown.begin(), {"error[E0106]: missing lifetime specifier", " --> src/lib.rs:" + line + ":12", "  |",
                                 line + " |     pub " + (line == "2" ? "a" : "b") + ": &str,",
                                 "  |            ^ expected named lifetime parameter", "  |",
                                 "help: consider introducing a named lifetime parameter", "  |"});
    return printed(std::move(shown));
  };
  EXPECT_EQ(
      healed(text,
             {missing("2", {"1 ~ pub struct L<'a> {", "2 ~     pub a: &'a str,", "  |"}),
              missing("3", {"1 ~ pub struct L<'a> {", "2 |     pub a: &str,", "3 ~     pub b: &'a str,", "  |"})}),
      "pub struct L<'a> {\n    pub a: &'a str,\n    pub b: &'a str,\n}\n");
}

TEST(RustProposal, ALineIsAddedAndGapsAreNotFilled) {
  EXPECT_EQ(healed("fn f() -> Result<(), E> {\n\tfor x in v {\n\t}\n}\n",
                   {printed({mismatched, " --> src/lib.rs:2:5", "  |", "2 | /     for x in v {", "3 | |     }",
                             "  | |_____^ expected enum `Result`, found `()`", "  |",
                             "help: try adding an expression at the end of the block", "  |", "3 ~     }",
                             "4 +     Ok(())", "  |"})}),
            "fn f() -> Result<(), E> {\n\tfor x in v {\n\t}\n\tOk(())\n}\n");
  EXPECT_EQ(healed("fn f(n: Option<u32>) -> u32 {\n    n\n}\n",
                   {printed({mismatched, " --> src/lib.rs:2:5", "  |", "2 |     n",
                             "  |     ^ expected `u32`, found `Option<u32>`", "  |",
                             "help: consider using `Option::expect` to unwrap the `Option<u32>` value", "  |",
                             "2 |     n.expect(\"REASON\")", "  |      +++++++++++++++++"})}),
            "nothing");
}

TEST(RustProposal, WhatAHelpSaysOfAnotherFileIsNotDoneHere) {
  EXPECT_EQ(healed("mod net;\nuse peak::P;\n",
                   {printed({"error[E0432]: unresolved import `peak`", " --> src/lib.rs:2:5", "  |", "2 | use peak::P;",
                             "  |     ^^^^ use of unresolved module or unlinked crate `peak`", "  |",
                             "help: to make use of source file src/net/peak.rs, use `mod peak` in this file",
                             " --> src/other.rs:1:1", "  |", "1 + mod peak;", "  |"})}),
            "nothing");
}

TEST(RustModules, TheFileThatHasToNameOneIsItsParent) {
  const Files files = {{"Cargo.toml", "[package]\nname = \"kit\"\n"},
                       {"src/lib.rs", "pub mod net;\n"},
                       {"src/net.rs", "mod deep;\n"},
                       {"src/net/deep.rs", "use super::peak::P;\n"},
                       {"src/net/peak.rs", "pub struct P;\n"}};
  auto one = printed({"error[E0432]: unresolved import `super::peak`", " --> src/net/deep.rs:1:12", "  |",
                      "1 | use super::peak::P;", "  |            ^^^^ could not find `peak` in `super`"});
  auto after = mended("rust.add-mod", files, diagnosis_of({one}));
  EXPECT_EQ(after["src/net.rs"], "mod deep;\nmod peak;\n");
  auto used = files;
  used["tests/all.rs"] = "use kit::net::{peak::P};\n";
  after = mended("rust.add-mod", used, diagnosis_of({one}));
  EXPECT_EQ(after["src/net.rs"], "mod deep;\npub mod peak;\n");
}

}  // namespace
}  // namespace regreen::story
