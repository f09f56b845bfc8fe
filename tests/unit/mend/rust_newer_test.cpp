// Rust: what a newer edition asks for, fields that a struct has got, and what belongs to a type.

#include "story.h"

namespace regreen::story {
namespace {

const std::string package = "[package]\nname = \"sluice\"\nversion = \"0.3.0\"\n";

/// An error of rustc: its first line, and the lines below.
Occurrence rustc(const std::string& header, std::vector<std::string> below, Captures captures = {}) {
  auto one = said(header, std::move(captures));
  one.after = std::move(below);
  return one;
}

Occurrence marked(const std::string& header, const std::string& place, std::size_t column, std::size_t width) {
  return rustc(header, {"  --> " + place + ":" + std::to_string(column), "   |", "1  | …",
                        "   | " + std::string(column - 1, ' ') + std::string(width, '^')});
}

const std::string no_dyn = "error[E0782]: trait objects must include the `dyn` keyword";
const std::string no_type = "error[E0782]: expected a type, found a trait";

std::string with_dyn(const std::string& line, const std::string& trait, const std::string& header = no_dyn) {
  const auto column = line.find(trait) + 1;
  const auto after = mended("rust.write-for-edition", Files{{"src/lib.rs", line + "\n"}},
                            marked(header, "src/lib.rs:1", column, trait.size()));
  return after.contains("src/lib.rs") ? after.at("src/lib.rs") : "";
}

TEST(RustOlderEdition, ATraitObjectSaysDyn) {
  EXPECT_EQ(with_dyn("pub struct P { steps: Vec<Box<Step + Send>> }", "Step + Send"),
            "pub struct P { steps: Vec<Box<dyn Step + Send>> }\n");
  EXPECT_EQ(with_dyn("fn f(s: &mut Sink) {}", "Sink", no_type), "fn f(s: &mut dyn Sink) {}\n");
  EXPECT_EQ(with_dyn("fn f(s: &'a Sink) {}", "Sink", no_type), "fn f(s: &'a dyn Sink) {}\n");
  EXPECT_EQ(with_dyn("fn f() -> Option<&(Step + Send)> { None }", "Step + Send"),
            "fn f() -> Option<&(dyn Step + Send)> { None }\n");
  EXPECT_EQ(with_dyn("impl Step { fn a(&self) {} }", "Step"), "impl dyn Step { fn a(&self) {} }\n");
  EXPECT_EQ(with_dyn("type Maker = Fn(u8) -> u8;", "Fn(u8) -> u8"), "type Maker = dyn Fn(u8) -> u8;\n");
  EXPECT_EQ(with_dyn("fn f() { Step::make(); }", "Step"), "fn f() { <dyn Step>::make(); }\n");
}

TEST(RustOlderEdition, ATraitByValueNeverWasAnObject) {
  EXPECT_EQ(with_dyn("fn f() -> Step { todo!() }", "Step"), "");
  EXPECT_EQ(with_dyn("fn f(s: Step) {}", "Step"), "");
}

TEST(RustOlderEdition, RangesAndForeignBlocks) {
  const Files ranges = {{"src/lib.rs", "fn f(n: u8) -> u8 { match n { 0...9 => 1, _ => 0 } }\n"}};
  EXPECT_EQ(mended("rust.write-for-edition", ranges,
                   marked("error[E0783]: `...` range patterns are deprecated", "src/lib.rs:1", 31, 1))
                .at("src/lib.rs"),
            "fn f(n: u8) -> u8 { match n { 0..=9 => 1, _ => 0 } }\n");
  const Files blocks = {{"src/lib.rs", "extern \"C\" { fn f(); }\n"}};
  EXPECT_EQ(
      mended("rust.write-for-edition", blocks, marked("error: extern blocks must be unsafe", "src/lib.rs:1", 1, 23))
          .at("src/lib.rs"),
      "unsafe extern \"C\" { fn f(); }\n");
}

Files written(const std::string& line, const std::string& header, std::size_t column, std::vector<std::string> below) {
  below.insert(below.begin(), " --> src/lib.rs:1:" + std::to_string(column));
  return mended("rust.write-for-edition", Files{{"src/lib.rs", line + "\n"}}, rustc(header, below));
}

TEST(RustOlderEdition, TheTryMacroIsAQuestionMark) {
  const std::string header = "error: use of deprecated `try` macro";
  EXPECT_EQ(written("let a = try!(f(b).parse::<u8>());", header, 9, {}).at("src/lib.rs"),
            "let a = (f(b).parse::<u8>())?;\n");
  EXPECT_EQ(written("let a = try!(s.parse());", header, 9, {}).at("src/lib.rs"), "let a = s.parse()?;\n");
  EXPECT_EQ(written("let a = try!(*s + 1);", header, 9, {}).at("src/lib.rs"), "let a = (*s + 1)?;\n");
}

TEST(RustOlderEdition, ParametersOfATraitHaveANameAndPathsACrate) {
  const std::string header = "error: expected one of `:`, `@`, or `|`, found `)`";
  const auto help = [](const std::string& line, const std::string& type) {
    const auto column = line.find(type);
    return std::vector<std::string>{"help: if this is a type, explicitly ignore the parameter name", "  |",
                                    "1 | " + std::string(line).insert(column, "_: "),
                                    "  | " + std::string(column, ' ') + "++"};
  };
  const std::string plain = "trait A { fn f(&self, u8); }", name = "trait A { fn f(&self, count); }";
  EXPECT_EQ(written(plain, header, 25, help(plain, "u8")).at("src/lib.rs"), "trait A { fn f(&self, _: u8); }\n");
  EXPECT_TRUE(written(name, header, 28, help(name, "count")).empty()) << "a name without a type?";
  EXPECT_EQ(written("use a::x;", "error[E0432]: unresolved import `a`", 5,
                    {"1 | use a::x;", "  |     ^ help: a similar path exists: `crate::a`"})
                .at("src/lib.rs"),
            "use crate::a::x;\n");
  EXPECT_TRUE(written("use a::x;", "error[E0432]: unresolved import `a`", 5, {}).empty());
}

TEST(RustOlderEdition, ATraitObjectSaysDynWhereverItMayStand) {
  EXPECT_EQ(with_dyn("impl<'a> Q<'a> { fn f(&self) {} }", "Q<'a>"), "impl<'a> dyn Q<'a> { fn f(&self) {} }\n");
  EXPECT_EQ(with_dyn("fn f(s: *const Sink + Send) {}", "Sink + Send"), "fn f(s: *const (dyn Sink + Send)) {}\n");
  const Files lines = {{"src/lib.rs", "type T = Box<\n    Sink + Send,\n>;\n"}};
  EXPECT_EQ(mended("rust.write-for-edition", lines, marked(no_dyn, "src/lib.rs:2", 5, 11)).at("src/lib.rs"),
            "type T = Box<\n    dyn Sink + Send,\n>;\n");
}

TEST(RustOlderEdition, AnUnsafeAttributeSaysSo) {
  const auto wrapped = [](const std::string& line, std::size_t column) {
    return mended("rust.write-for-edition", Files{{"src/lib.rs", line}},
                  marked("error: unsafe attribute used without unsafe", "src/lib.rs:1", column, 9))
        .at("src/lib.rs");
  };
  EXPECT_EQ(wrapped("#[no_mangle]\nfn f() {}\n", 3), "#[unsafe(no_mangle)]\nfn f() {}\n");
  EXPECT_EQ(wrapped("#[link_name = \"a,b\"]\nfn f() {}\n", 3), "#[unsafe(link_name = \"a,b\")]\nfn f() {}\n");
  EXPECT_EQ(wrapped("#[cfg_attr(unix, no_mangle)]\nfn f() {}\n", 18),
            "#[cfg_attr(unix, unsafe(no_mangle))]\nfn f() {}\n");
}

const std::string limits =
    "#[derive(Default)]\npub struct Limits {\n    /// How deep.\n    pub depth: usize,\n    pub links: bool,\n}\n";

Occurrence unset(const std::string& place, const std::string& type = "Limits") {
  return rustc("error[E0063]: missing field `links` in initializer of `" + type + "`", {" --> " + place}, {});
}

TEST(RustNewField, ATestTakesWhatTheDefaultSays) {
  const Files files = {{"Cargo.toml", package},
                       {"src/lib.rs", limits},
                       {"tests/a.rs", "fn a() { let l = Limits { depth: 3 }; }\n"},
                       {"tests/b.rs", "fn a() {\n    f(sluice::Limits {\n        depth: 3,\n    });\n}\n"}};
  EXPECT_EQ(mended("rust.set-field", files, unset("tests/a.rs:1:18")).at("tests/a.rs"),
            "fn a() { let l = Limits { depth: 3, ..Limits::default() }; }\n");
  EXPECT_EQ(mended("rust.set-field", files, unset("tests/b.rs:2:7")).at("tests/b.rs"),
            "fn a() {\n    f(sluice::Limits {\n        depth: 3,\n        ..sluice::Limits::default()\n    });\n}\n");
}

TEST(RustNewField, WithoutADefaultOnlyWhatIsPlainlyNothing) {
  Files files = {{"Cargo.toml", package},
                 {"src/lib.rs", "pub struct Limits { pub depth: usize, pub links: Option<u8>, pub hosts: Vec<u8> }\n"},
                 {"tests/a.rs", "fn a() { let l = Limits { depth: 3 }; }\n"}};
  EXPECT_EQ(mended("rust.set-field", files, unset("tests/a.rs:1:18")).at("tests/a.rs"),
            "fn a() { let l = Limits { depth: 3, hosts: Vec::new(), links: None }; }\n");
  files["src/lib.rs"] = "pub struct Limits { pub depth: usize, pub links: bool }\n";
  EXPECT_TRUE(mended("rust.set-field", files, unset("tests/a.rs:1:18")).empty());
}

TEST(RustNewField, TheProgramItselfHandsItOn) {
  const Files files = {{"Cargo.toml", package},
                       {"src/lib.rs", limits + "fn a() -> Limits { Limits { depth: 3 } }\n#[cfg(test)]\nmod tests {\n" +
                                          "    fn b() -> Limits { Limits { depth: 3 } }\n}\n"},
                       {"src/other.rs", "pub enum Limits { A { a: u8 } }\n"}};
  EXPECT_TRUE(mended("rust.set-field", files, unset("src/lib.rs:7:20")).empty());
  EXPECT_TRUE(mended("rust.set-field", files, unset("src/lib.rs:10:24")).empty()) << "which Limits?";
  auto one = files;
  one.erase("src/other.rs");
  EXPECT_TRUE(contains(mended("rust.set-field", one, unset("src/lib.rs:10:24")).at("src/lib.rs"),
                       "fn b() -> Limits { Limits { depth: 3, ..Limits::default() } }"));
}

TEST(RustNewField, NothingIsTakenOutOfWhatIsDropped) {
  const Files files = {{"Cargo.toml", package},
                       {"src/lib.rs", limits + "impl Drop for Limits { fn drop(&mut self) {} }\n"},
                       {"tests/a.rs", "fn a() { let l = Limits { depth: 3 }; }\n"}};
  EXPECT_TRUE(mended("rust.set-field", files, unset("tests/a.rs:1:18")).empty());
}

std::string filled(const std::string& literal) {
  const Files files = {{"Cargo.toml", package}, {"src/lib.rs", limits}, {"tests/a.rs", literal}};
  const auto after = mended("rust.set-field", files, unset("tests/a.rs:1:1"));
  return after.empty() ? "" : after.at("tests/a.rs");
}

TEST(RustNewField, CommentsStayWhereTheyAre) {
  EXPECT_EQ(filled("Limits {\n    depth: 3, // how deep\n}\n"),
            "Limits {\n    depth: 3, // how deep\n    ..Limits::default()\n}\n");
  EXPECT_EQ(filled("Limits {\n    depth: 3 // how deep\n}\n"),
            "Limits {\n    depth: 3, // how deep\n    ..Limits::default()\n}\n");
  EXPECT_EQ(filled("Limits {\n    depth: 3 /* how\n    deep */\n}\n"),
            "Limits {\n    depth: 3, ..Limits::default() /* how\n    deep */\n}\n");
  EXPECT_EQ(filled("Limits { depth: f(&[\n    3,\n]) }\n"),
            "Limits { depth: f(&[\n    3,\n]), ..Limits::default() }\n");
  EXPECT_EQ(filled("Limits {}\n"), "Limits { ..Limits::default() }\n");
  EXPECT_EQ(filled("Limits { /* none */ }\n"), "");
  EXPECT_EQ(filled("Limits {\n    // todo\n}\n"), "");
}

TEST(RustNewField, WhatOnlyTestsSeeIsATest) {
  const auto in = [](const std::string& text, const std::string& lib) {
    const Files files = {{"Cargo.toml", package}, {"src/lib.rs", limits + lib}, {"src/road.rs", text}};
    return !mended("rust.set-field", files, unset("src/road.rs:1:" + std::to_string(text.find("Limits") + 1))).empty();
  };
  const std::string builds = "fn a() { f(Limits { depth: 3 }) }\n";
  EXPECT_FALSE(in(builds, "mod road;\n"));
  EXPECT_TRUE(in(builds, "#[cfg(test)]\nmod road;\n"));
  EXPECT_TRUE(in(builds, "#[cfg(all(test, unix))]\nmod road;\n"));
  EXPECT_FALSE(in(builds, "#[cfg(not(test))]\nmod road;\n"));
  EXPECT_FALSE(in(builds, "#[cfg(any(test, feature = \"dev\"))]\nmod road;\n"));
  EXPECT_FALSE(in(builds, "#[cfg(feature = \"test\")]\nmod road;\n"));
  EXPECT_TRUE(in("#[tokio::test(flavor = \"current_thread\")] #[ignore] async " + builds, "mod road;\n"));
  EXPECT_TRUE(in("#[bench] " + builds, "mod road;\n"));
  EXPECT_FALSE(in("#[test] fn b() {} " + builds, "mod road;\n"));
}

std::string completed(const std::string& source, const std::string& header, const std::string& place) {
  const auto after =
      mended("rust.complete-type", Files{{"src/lib.rs", source}}, rustc(header, {" --> src/lib.rs:" + place}));
  return after.contains("src/lib.rs") ? after.at("src/lib.rs") : "";
}

const std::string no_is_empty = "error: struct `Bag` has a public `len` method, but no `is_empty` method";

TEST(RustCompleteType, ABagThatCountsSaysWhetherItIsEmpty) {
  EXPECT_EQ(
      completed("impl<T> Bag<T> {\n    /// How many.\n    #[must_use]\n    pub fn len(&self) -> usize {\n        3\n   "
                " }\n}\n",
                no_is_empty, "4:5"),
      "impl<T> Bag<T> {\n    /// How many.\n    #[must_use]\n    pub fn len(&self) -> usize {\n        3\n    }\n\n"
      "    /// Whether it is empty.\n    #[must_use]\n    pub fn is_empty(&self) -> bool {\n        self.len() == 0\n  "
      "  }\n}\n");
  EXPECT_EQ(completed("impl Bag {\n    pub fn len(&self) -> Option<usize> { None }\n}\n", no_is_empty, "2:5"), "");
  EXPECT_EQ(completed("impl Bag {\n    pub async fn len(&self) -> usize { 3 }\n}\n", no_is_empty, "2:5"), "");
}

TEST(RustCompleteType, OneThatIsHiddenBecomesPublic) {
  EXPECT_EQ(completed("impl Bag {\n    pub fn len(&self) -> usize { 3 }\n    fn is_empty(&self) -> bool { true }\n}\n",
                      "error: struct `Bag` has a public `len` method, but a private `is_empty` method", "2:5"),
            "impl Bag {\n    pub fn len(&self) -> usize { 3 }\n    pub fn is_empty(&self) -> bool { true }\n}\n");
}

TEST(RustCompleteType, ATraitAndADefault) {
  EXPECT_EQ(completed("pub trait Store {\n    fn len(&self) -> u32;\n}\n",
                      "error: trait `Store` has a `len` method but no (possibly inherited) `is_empty` method", "1:1"),
            "pub trait Store {\n    fn len(&self) -> u32;\n\n    fn is_empty(&self) -> bool {\n        self.len() == "
            "0\n    }\n}\n");
  EXPECT_EQ(completed("impl<T: Ord> Bag<T> {\n    pub fn new() -> Self { Bag }\n}\n",
                      "error: you should consider adding a `Default` implementation for `Bag<T>`", "2:5"),
            "impl<T: Ord> Bag<T> {\n    pub fn new() -> Self { Bag }\n}\n\nimpl<T: Ord> Default for Bag<T> {\n"
            "    fn default() -> Self {\n        Self::new()\n    }\n}\n");
}

TEST(RustCompleteType, WhatIsAddedIsBuiltUnderTheSameConditions) {
  EXPECT_EQ(completed("impl Bag {\n    #[inline]\n    #[cfg(unix)]\n    pub fn len(&self) -> usize { 3 }\n}\n",
                      no_is_empty, "4:5"),
            "impl Bag {\n    #[inline]\n    #[cfg(unix)]\n    pub fn len(&self) -> usize { 3 }\n\n    #[inline]\n"
            "    #[cfg(unix)]\n    pub fn is_empty(&self) -> bool {\n        self.len() == 0\n    }\n}\n");
  const std::string header = "error: you should consider adding a `Default` implementation for `Bag`";
  EXPECT_EQ(
      completed("impl Bag {\n    #[cfg(unix)]\n    pub fn new() -> Self { Bag }\n}\n", header, "3:5"),
      "impl Bag {\n    #[cfg(unix)]\n    pub fn new() -> Self { Bag }\n}\n\n#[cfg(unix)]\nimpl Default for Bag {\n"
      "    fn default() -> Self {\n        Self::new()\n    }\n}\n");
  EXPECT_EQ(completed("impl Bag {\n    #[cfg(any(\n        unix\n    ))]\n    pub fn new() -> Self { Bag }\n}\n",
                      header, "5:5"),
            "");
}

}  // namespace
}  // namespace regreen::story
