#include "mend/rust/modules/use.h"
#include "story.h"

namespace regreen::story {
namespace {

// The message as rustc prints it, line by line.
Occurrence printed(std::vector<std::string> lines, Captures captures = {}) {
  auto one = said(lines.front(), std::move(captures));
  one.after.assign(lines.begin() + 1, lines.end());
  return one;
}

std::string healed(std::string_view remedy, const std::string& text, std::vector<Occurrence> occurrences) {
  const auto after = mended(remedy, Files{{"src/lib.rs", text}}, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at("src/lib.rs");
}

std::string with(const std::string& text, const std::string& path, std::size_t before = 1) {
  const auto edit = add_use(text, path, before);
  return edit ? apply_edits(text, {*edit}).value() : "nothing";
}

TEST(RustUse, GoesAmongTheOthers) {
  EXPECT_EQ(with("use std::collections::HashMap;\nuse std::io;\n\nfn f() {}\n", "std::fmt::Write"),
            "use std::collections::HashMap;\nuse std::fmt::Write;\nuse std::io;\n\nfn f() {}\n");
  EXPECT_EQ(with("//! Doc.\n\n#![deny(warnings)]\n\npub fn f() {}\n", "std::fs"),
            "//! Doc.\n\n#![deny(warnings)]\n\nuse std::fs;\n\npub fn f() {}\n");
  EXPECT_EQ(with("mod a {\r\n    fn f() {}\r\n}\r\n", "std::fs", 2),
            "mod a {\r\n    use std::fs;\r\n    fn f() {}\r\n}\r\n");
  EXPECT_EQ(with("use std::fs;\n", "std::fs"), "nothing");
}

TEST(RustUse, OneImportForSeveralErrorsAndTheRightTrait) {
  EXPECT_EQ(
      healed(
          "rust.add-use",
          "pub fn tally() -> HashMap<String, usize> {\n    let m = HashMap::new();\n    writeln!(out, \"x\");\n}\n",
          {printed({"error[E0412]: cannot find type `HashMap` in this scope", " --> src/lib.rs:1:19", "  |",
                    "help: consider importing this struct", "  |", "1 | use std::collections::HashMap;", "  |", ""}),
           printed({"error[E0433]: failed to resolve: use of undeclared type `HashMap`", " --> src/lib.rs:2:13", "  |",
                    "help: consider importing one of these items", "  |", "1 + use hashbrown::HashMap;", "  |",
                    "1 + use std::collections::HashMap;", "  |", ""}),
           printed({"error[E0599]: no method named `write_fmt` found for struct `String` in the current scope",
                    "  --> src/lib.rs:3:5", "   |",
                    "help: the following traits are implemented but not in scope; perhaps add a `use` for one of them:",
                    "   |", "1  | use std::io::Write;", "   |", "1  | use std::fmt::Write;", "   |"})}),
      "use std::collections::HashMap;\nuse std::fmt::Write;\n\npub fn tally() -> HashMap<String, usize> {\n    let m = "
      "HashMap::new();\n    writeln!(out, \"x\");\n}\n");
}

// Which of two modules of the crate the file takes Zone from.
std::string chosen(const std::string& body, Files more = {}) {
  more.insert(
      {{"Cargo.toml", "[package]\nname = \"a\"\n"},
       {"src/lib.rs", "mod geo;\nmod old;\nmod rate;\n"},
       {"src/geo.rs",
        "pub enum Zone {\n    Home,\n}\n\nimpl Zone {\n    pub fn factor(&self) -> u32 {\n        1\n    }\n}\n"},
       {"src/old.rs", "/// No factor().\npub struct Zone {\n    pub letter: char,\n}\n"},
       {"src/rate.rs", body}});
  const auto after =
      mended("rust.add-use", more,
             diagnosis_of({printed({"error[E0412]: cannot find type `Zone` in this scope", " --> src/rate.rs:1:19",
                                    "  |", "help: consider importing one of these items", "  |",
                                    "1 + use crate::geo::Zone;", "  |", "1 + use crate::old::Zone;", "  |"})}));
  return after.empty() ? "nothing" : after.at("src/rate.rs").substr(0, after.at("src/rate.rs").find(';'));
}

TEST(RustUse, OfTwoModulesTheOneThatCanDoWhatIsAsked) {
  EXPECT_EQ(chosen("fn f(zone: &Zone) -> u32 {\n    zone.factor()\n}\n"), "use crate::geo::Zone");
  EXPECT_EQ(chosen("fn f<'a>(zone: &'a mut Zone) -> char {\n    zone\n        .letter\n}\n"), "use crate::old::Zone");
  EXPECT_EQ(chosen("fn f() -> u32 {\n    g(Zone::Home)\n}\n"), "use crate::geo::Zone");
  for (const auto* body :
       {"fn f(zone: &Zone) {}\n", "fn f(zone: &Zone) -> u32 {\n    zone.clone(); // zone.factor()\n    1\n}\n",
        "fn f(zone: &Zone) {}\nfn g(zone: Other) -> u32 {\n    zone.factor()\n}\n",
        "fn f(zone: &Zone) -> u32 {\n    let zone = g(zone);\n    zone.factor()\n}\n"})
    EXPECT_EQ(chosen(body), "nothing") << body;
  const std::string body = "fn f(zone: &Zone) -> u32 {\n    zone.factor()\n}\n";
  EXPECT_EQ(chosen(body, {{"src/old.rs", "pub struct Zone {\n    pub factor: u32,\n}\n"}}), "nothing");
  EXPECT_EQ(chosen(body, {{"src/price.rs", "use crate::old::Zone;\n\nimpl Zone {\n    fn factor(&self) {}\n}\n"}}),
            "nothing");
}

TEST(RustUse, TakesNothingThatIsNoPath) {
  for (const auto* path : {"a; fn x() {}", "a::*", "", "::", "a b", "`rm`"}) {
    EXPECT_EQ(healed("rust.add-use", "fn f() {}\n",
                     {printed({"error: x", " --> src/lib.rs:1:1", "help: consider importing",
                               "1 + use " + std::string(path) + ";"})}),
              "nothing");
  }
}

TEST(RustSuggestion, SpellsNamesRight) {
  EXPECT_EQ(
      healed("rust.apply-suggestion", "fn f(road: &Road) -> i32 {\n    road.lenght + total_cuont\n}\n",
             {printed({"error[E0609]: no field `lenght` on type `&Road`", " --> src/lib.rs:2:10", "  |",
                       "2 |     road.lenght + total_cuont",
                       "  |          ^^^^^^ help: a field with a similar name exists: `length`", ""}),
              printed({"error[E0425]: cannot find value `total_cuont` in this scope", " --> src/lib.rs:2:19", "  |",
                       "2 |     road.lenght + total_cuont",
                       "  |                   ^^^^^^^^^^^ help: a static with a similar name exists: `total_count`"})}),
      "fn f(road: &Road) -> i32 {\n    road.length + total_count\n}\n");
}

TEST(RustSuggestion, ThatNamesTheOppositeIsAPersons) {
  const std::string source = "fn f() {\n    delete_account(7);\n}\n";
  EXPECT_NE(healed("rust.apply-suggestion", source,
                   {printed({"error[E0425]: cannot find function `delete_account` in this scope", " --> src/lib.rs:2:5",
                             "  |", "2 |     delete_account(7);",
                             "  |     ^^^^^^^^^^^^^^ help: a function with a similar name exists: `create_account`"})}),
            replace_all(source, "delete", "create"));
}

TEST(RustSuggestion, OfSeveralNamesTheOneAtTheCaretsIsTheWrongOne) {
  EXPECT_EQ(healed("rust.apply-suggestion", "fn f() -> Crane {\n    Crane { heigth: 3 }\n}\n",
                   {printed({"error[E0560]: struct `Crane` has no field named `heigth`", " --> src/lib.rs:2:13", "  |",
                             "2 |     Crane { heigth: 3 }",
                             "  |             ^^^^^^ help: a field with a similar name exists: `height`", ""})}),
            "fn f() -> Crane {\n    Crane { height: 3 }\n}\n");
}

TEST(RustSuggestion, AddsTheSemicolon) {
  EXPECT_EQ(healed("rust.apply-suggestion", "fn f(a: i32) -> i32 {\r\n    let b = 1\r\n    a + b\r\n}\r\n",
                   {printed({"error: expected `;`, found `a`", " --> src/lib.rs:2:14", "  |", "2 |     let b = 1",
                             "  |              ^ help: add `;` here", "3 |     a + b"})}),
            "fn f(a: i32) -> i32 {\r\n    let b = 1;\r\n    a + b\r\n}\r\n");
}

TEST(RustSuggestion, TakesTheLineThatRustcShows) {
  EXPECT_EQ(healed("rust.apply-suggestion", "fn name() -> String {\n\t\"road\"\n}\n",
                   {printed({"error[E0308]: mismatched types", " --> src/lib.rs:2:2", "  |", "2 |     \"road\"",
                             "  |     ^^^^^^", "  |", "help: try using a conversion method", "  |",
                             "2 |     \"road\".to_string()", "  |           ++++++++++++"})}),
            "fn name() -> String {\n\t\"road\".to_string()\n}\n");
  EXPECT_EQ(healed("rust.apply-suggestion", "pub fn f(v: &Vec<i32>) {}\n",
                   {printed({"error: writing `&Vec`", " --> src/lib.rs:1:13", "  |", "1 | pub fn f(v: &Vec<i32>) {}",
                             "  |             ^^^^^^^^^", "help: change this to", "  |",
                             "1 - pub fn f(v: &Vec<i32>) {}", "1 + pub fn f(v: &[i32]) {}", "  |"})}),
            "pub fn f(v: &[i32]) {}\n");
  EXPECT_EQ(healed("rust.apply-suggestion", "let other = 1;\n",
                   {printed({"error: x", " --> src/lib.rs:1:1", "help: change this to", "1 - pub fn f(v: &Vec<i32>) {}",
                             "1 + pub fn f(v: &[i32]) {}"})}),
            "nothing");
}

TEST(RustSuggestion, TakesOutWhatNothingUses) {
  const auto unused = [](const std::string& what, const std::string& place) {
    return printed({"error: " + what, " --> src/lib.rs:" + place, "  |"});
  };
  EXPECT_EQ(healed("rust.apply-suggestion",
                   "use std::collections::{BTreeMap, HashMap};\nuse std::fs;\n\nfn f(b: i32) {\n    let mut c = 1;\n   "
                   " let d = 2;\n}\n",
                   {unused("unused import: `HashMap`", "1:34"), unused("unused import: `std::fs`", "2:5"),
                    unused("unused variable: `b`", "4:6"), unused("variable does not need to be mutable", "5:9"),
                    unused("unused variable: `d`", "6:9")}),
            "use std::collections::BTreeMap;\n\nfn f(_b: i32) {\n    let c = 1;\n}\n");
  EXPECT_EQ(healed("rust.apply-suggestion", "/// Spare.\n#[inline]\nfn spare() {\n    go();\n}\n\npub fn f() {}\n",
                   {unused("function `spare` is never used", "3:4")}),
            "pub fn f() {}\n");
}

std::string without(const std::string& text, const std::string& what, const std::string& place) {
  return healed("rust.apply-suggestion", text, {printed({"error: " + what, " --> src/lib.rs:" + place, "  |"})});
}

TEST(RustSuggestion, TakesUnusedNamesOutOfNestedGroups) {
  const std::string text =
      "use std::{\n    collections::{hash_map::Entry, BTreeMap, HashMap},\n    fmt::{self, Write as _},\n"
      "    io::{BufRead, Read},\n};\n";
  EXPECT_EQ(
      without(text, "unused imports: `BTreeMap` and `Read`", "2:36"),
      "use std::{\n    collections::{hash_map::Entry, HashMap},\n    fmt::{self, Write as _},\n    io::BufRead,\n};\n");
  EXPECT_EQ(without(text, "unused imports: `BufRead`, `Read`", "4:10"),
            "use std::{\n    collections::{hash_map::Entry, BTreeMap, HashMap},\n    fmt::{self, Write as _},\n};\n");
  EXPECT_EQ(without("use a::{b::{C, D}, e::F};\n", "unused imports: `C`, `e::F`", "1:12"), "use a::{b::D};\n");
  EXPECT_EQ(without("use a::{b::C, d::C};\n", "unused import: `C`", "1:12"), "nothing") << "which of them?";
  EXPECT_EQ(without("use a::{B, /* kept */ C};\n", "unused import: `B`", "1:9"), "nothing") << "a comment would go";
  EXPECT_EQ(without("use a::{b, {c}};\n", "unused import: `b`", "1:9"), "nothing");
}

TEST(RustModule, IsNamedAsItsFileIs) {
  const auto fixed = [](Files files) {
    return mended(
        "rust.fix-module", files,
        said("error[E0583]: file not found for module `harbor`", {{"module", "harbor"}}, {{"src/lib.rs", 2, 1}}));
  };
  const std::string lib = "mod map;\npub mod harbor;\n";
  EXPECT_EQ(fixed({{"src/lib.rs", lib}, {"src/map.rs", ""}, {"src/harbour.rs", ""}}).at("src/lib.rs"),
            "mod map;\npub mod harbour;\n");
  EXPECT_EQ(fixed({{"src/lib.rs", lib}, {"src/harbour/mod.rs", ""}}).at("src/lib.rs"), "mod map;\npub mod harbour;\n");
  EXPECT_TRUE(fixed({{"src/lib.rs", lib}, {"src/quay.rs", ""}}).empty());
  EXPECT_TRUE(fixed({{"src/lib.rs", lib}, {"src/harbour.rs", ""}, {"src/main.rs", "use fleet::harbor::x;\n"}}).empty())
      << "the file may be what is misspelt";
  EXPECT_TRUE(fixed({{"src/lib.rs", lib + "mod harbour;\n"}, {"src/harbour.rs", ""}}).empty()) << "it has its line";
}

TEST(RustCrate, DeclaresIt) {
  const Files files = {{"Cargo.toml", "[package]\nname = \"hexdump\"\n\n[dependencies]\nitoa = \"1\"\n"},
                       {"src/lib.rs", "use hex;\n"}};
  const auto one = said("error[E0433]", {{"module", "hex"}, {"file", "src/lib.rs"}});
  EXPECT_EQ(mended("rust.add-crate", files, one).at("Cargo.toml"),
            "[package]\nname = \"hexdump\"\n\n[dependencies]\nitoa = \"1\"\nhex = \"*\"\n");
  for (const auto* name : {"std", "hexdump", "itoa", "a-b; rm", "", "Upper", "../x", "named_by_the_log_alone"}) {
    EXPECT_TRUE(mended("rust.add-crate", files, said("e", {{"module", name}, {"file", "src/lib.rs"}})).empty()) << name;
  }
}

TEST(RustCrate, IsNoneThatASlipNames) {
  const auto added = [](const std::string& name, const std::string& dependencies) {
    const Files files = {{"Cargo.toml", "[package]\nname = \"dump\"\n\n" + dependencies},
                         {"src/lib.rs", "use " + name + ";\n"}};
    return mended("rust.add-crate", files, said("error[E0432]", {{"module", name}, {"file", "src/lib.rs"}}));
  };
  EXPECT_TRUE(added("serde_josn", "").empty()) << "of what everybody has";
  EXPECT_TRUE(added("hexdmup", "[dependencies]\nhexdump = \"1\"\n").empty());
  EXPECT_TRUE(added("hex_dmup", "[dev-dependencies.hex-dump]\nversion = \"1\"\n").empty());
  EXPECT_FALSE(added("sha256", "[dependencies]\nsha512 = \"1\"\n").empty());
  EXPECT_FALSE(added("serde_json", "[dependencies]\nserde = \"1\"\n").empty());
}

TEST(RustSuggestion, InlineHelpSpeaksOfItsOwnMarks) {
  EXPECT_EQ(
      healed("rust.apply-suggestion",
             "impl Laps {\n    pub fn lap(&self, ms: u64) {\n        self.laps.push(ms);\n    }\n}\n",
             {printed({"error[E0596]: cannot borrow `self.laps` as mutable, as it is behind a `&` reference",
                       " --> src/lib.rs:3:9", "  |", "2 |     pub fn lap(&self, ms: u64) {",
                       "  |                ----- help: consider changing this to be a mutable reference: `&mut self`",
                       "3 |         self.laps.push(ms);",
                       "  |         ^^^^^^^^^^^^^^^^^^ `self` is a `&` reference, so the data it refers to cannot be "
                       "borrowed as mutable",
                       ""})}),
      "impl Laps {\n    pub fn lap(&mut self, ms: u64) {\n        self.laps.push(ms);\n    }\n}\n");
}

TEST(RustFeature, IsDeclaredWhereTheSourcesAskForIt) {
  const std::string manifest = "[package]\nname = \"burrow\"\n";
  const auto none = said("error: the package 'burrow' does not contain this feature: metrics", {{"key", "metrics"}});
  const auto after = [&](const std::string& toml, const std::string& source) {
    const auto files = mended("rust.declare-feature", Files{{"Cargo.toml", toml}, {"src/lib.rs", source}}, none);
    return files.empty() ? "nothing" : files.at("Cargo.toml");
  };
  const std::string source = "#[cfg(feature = \"metrics\")]\npub mod metrics;\n";
  EXPECT_EQ(after(manifest, source), manifest + "\n[features]\nmetrics = []\n");
  EXPECT_EQ(after(manifest + "\n[features]\njson = []\n", source),
            manifest + "\n[features]\njson = []\nmetrics = []\n");
  EXPECT_EQ(after(manifest, "pub fn f() {}\n"), "nothing");
  EXPECT_EQ(after(manifest + "\n[features]\nmetric = []\n", source), "nothing");
  EXPECT_EQ(after(manifest + "\n[dependencies]\nmetrics = { version = \"1\", optional = true }\n", source), "nothing");
}

TEST(RustDerive, JoinsWhatIsDerivedAlready) {
  const auto after = [](const std::string& source, const std::string& line) {
    const auto files =
        mended("rust.derive", Files{{"src/lib.rs", source}, {"tests/a.rs", "use t::Train;\n"}}, said(line, {}));
    return files.empty() ? "nothing" : files.at("src/lib.rs");
  };
  const std::string debug = "error[E0277]: `Train` doesn't implement `Debug`";
  EXPECT_EQ(after("/// One.\n#[derive(Clone, PartialEq)]\npub struct Train {\n}\n", debug),
            "/// One.\n#[derive(Clone, Debug, PartialEq)]\npub struct Train {\n}\n");
  EXPECT_EQ(after("pub enum Train {\n}\n", "error[E0369]: binary operation `==` cannot be applied to type `Train`"),
            "#[derive(PartialEq)]\npub enum Train {\n}\n");
  for (const std::string held :
       {"Vec<Train>", "&[Train]", "HashMap<u8, Option<Train>>", "&'a (u8, Box<t::Train>)", "[Train; 3]"})
    EXPECT_EQ(
        after("pub struct Train;\n", "error[E0369]: binary operation `==` cannot be applied to type `" + held + "`"),
        "#[derive(PartialEq)]\npub struct Train;\n");
  EXPECT_EQ(
      after("pub struct Train;\n", "error[E0369]: binary operation `==` cannot be applied to type `Mutex<Train>`"),
      "nothing");
  EXPECT_EQ(after("pub struct Train;\n", "error[E0277]: the trait bound `t::Train: Clone` is not satisfied"),
            "#[derive(Clone)]\npub struct Train;\n");
  EXPECT_EQ(after("pub struct Train;\nimpl fmt::Debug for Train {}\n", debug), "nothing");
  EXPECT_EQ(after("pub struct Train;\n", "error[E0277]: `Train` doesn't implement `std::fmt::Display`"), "nothing");
  EXPECT_EQ(after("pub struct Rail;\n", debug), "nothing");
}

TEST(RustDerive, StandsAboveItsOwnTypeWhereLinesHaveMoved) {
  const std::string lacks = "` doesn't implement `Debug`";
  const auto two = diagnosis_of({said("error[E0277]: `Train" + lacks, {}), said("error[E0277]: `Rail" + lacks, {})});
  EXPECT_EQ(mended("rust.derive", Files{{"src/lib.rs", "struct Train {\n}\nstruct Rail;\n"}}, two).at("src/lib.rs"),
            "#[derive(Debug)]\nstruct Train {\n}\n#[derive(Debug)]\nstruct Rail;\n");
}

TEST(RustModule, IsNamedWhereItsFileIsThere) {
  const auto after = [](Files files, const std::string& line, const Location& place) {
    files["Cargo.toml"] = "[package]\nname = \"tides\"\n";
    const auto changed = mended("rust.add-mod", files, said(line, {}, {place}));
    return changed.empty() ? "nothing" : changed.at("src/lib.rs");
  };
  const Files files = {{"src/lib.rs", "//! Doc.\n\nmod level;\n\nuse crate::peak::peak;\nuse crate::tide;\n"},
                       {"src/peak.rs", ""},
                       {"tests/a.rs", "\n"}};
  const std::string mended_lib = "//! Doc.\n\nmod level;\nmod peak;\n\nuse crate::peak::peak;\nuse crate::tide;\n";
  EXPECT_EQ(
      after(files, "error[E0433]: failed to resolve: could not find `peak` in the crate root", {"src/lib.rs", 5, 12}),
      mended_lib);
  EXPECT_EQ(after(files, "error[E0432]: unresolved import `crate::peak`", {"src/lib.rs", 5, 12}), mended_lib);
  EXPECT_EQ(after(files, "error[E0432]: unresolved import `crate::tide`", {"src/lib.rs", 6, 5}), "nothing");
  auto used = files;
  used["tests/a.rs"] = "use tides::peak::Peak;\n";
  EXPECT_EQ(after(used, "error[E0433]: failed to resolve: could not find `peak` in `tides`", {"tests/a.rs", 1, 12}),
            "//! Doc.\n\nmod level;\npub mod peak;\n\nuse crate::peak::peak;\nuse crate::tide;\n");
  EXPECT_EQ(after({{"src/lib.rs", "use crate::peak::Peak;\npub mod level;"}, {"src/peak.rs", ""}},
                  "error[E0432]: unresolved import `crate::peak`", {"src/lib.rs", 1, 12}),
            "use crate::peak::Peak;\npub mod level;\npub mod peak;\n");
  EXPECT_EQ(after({{"src/lib.rs", "use crate::peak::P;\nmod peak;\n"}, {"src/peak.rs", ""}},
                  "error[E0432]: unresolved import `crate::peak`", {"src/lib.rs", 1, 12}),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
