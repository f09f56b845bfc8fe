// Rust: what lies or stands elsewhere, and what a type lacks: files that are compiled in, macros, bounds, links, threads.

#include "story.h"

namespace regreen::story {
namespace {

const std::string manifest = "[package]\nname = \"planner\"\nedition = \"2021\"\n";

Occurrence at(const std::string& message, const std::string& place, Captures captures = {},
              std::vector<std::string> below = {}) {
  auto one = said(message, std::move(captures));
  one.after = {" --> " + place};
  for (auto& line : below) one.after.push_back(std::move(line));
  return one;
}

// ---- files that are compiled in ----

Occurrence unread(const std::string& path, const std::string& place) {
  return at("error: couldn't read " + path + ": No such file or directory (os error 2)", place, {{"path", path}});
}

std::string included(const std::string& source, const std::string& printed, std::vector<std::string> others) {
  Files files = {{"Cargo.toml", manifest}, {"src/words.rs", source}};
  for (const auto& path : others) files[path] = "";
  const auto after = mended("rust.fix-include", files, unread(printed, "src/words.rs:1:25"));
  return after.empty() ? "nothing" : after.at("src/words.rs");
}

TEST(RustInclude, TheFileIsNamedWhereItLies) {
  EXPECT_EQ(
      included("const W: &str = include_str!(\"../data/words.txt\");\n", "src/../data/words.txt", {"assets/words.txt"}),
      "const W: &str = include_str!(\"../assets/words.txt\");\n");
  EXPECT_EQ(included("const W: &str = include_str!(\"words.txt\");\n", "src/words.txt", {"src/text/words.txt"}),
            "const W: &str = include_str!(\"text/words.txt\");\n");
  EXPECT_EQ(included("#[path = \"old/far.rs\"]\nmod far;\n", "src/old/far.rs", {"src/new/far.rs"}),
            "#[path = \"new/far.rs\"]\nmod far;\n");
  EXPECT_EQ(included("static B: &[u8] = include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/logo.png\"));\n",
                     "/work/planner/logo.png", {"art/logo.png"}),
            "static B: &[u8] = include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/art/logo.png\"));\n");
  EXPECT_EQ(included("const W: &str = include_str!(\"../word.txt\");\n", "src/../word.txt", {"words.txt"}),
            "const W: &str = include_str!(\"../words.txt\");\n");
}

TEST(RustInclude, AmongSeveralTheOneOfThePackageOrOfTheSameFoldersIsMeant) {
  EXPECT_EQ(included("const W: &str = include_str!(\"../sql/a/up.sql\");\n", "src/../sql/a/up.sql",
                     {"db/a/up.sql", "db/b/up.sql"}),
            "const W: &str = include_str!(\"../db/a/up.sql\");\n");
  EXPECT_EQ(included("const W: &str = include_str!(\"up.sql\");\n", "src/up.sql", {"db/a/up.sql", "db/b/up.sql"}),
            "nothing");
  const Files files = {{"one/Cargo.toml", manifest},
                       {"one/README.md", ""},
                       {"two/Cargo.toml", manifest},
                       {"two/README.md", ""},
                       {"one/src/a/b.rs", "#![doc = include_str!(\"../README.md\")]\n"}};
  EXPECT_EQ(
      mended("rust.fix-include", files, unread("one/src/a/../README.md", "one/src/a/b.rs:1:10")).at("one/src/a/b.rs"),
      "#![doc = include_str!(\"../../README.md\")]\n");
}

TEST(RustInclude, WhatABuildWritesIsNotLookedFor) {
  EXPECT_EQ(
      included("include!(concat!(env!(\"OUT_DIR\"), \"/made.rs\"));\n", "/work/target/out/made.rs", {"old/made.rs"}),
      "nothing");
  EXPECT_EQ(included("const W: &str = include_str!(\"../data/words.txt\");\n", "src/../data/words.txt",
                     {"data/words.txt", "a/words.txt"}),
            "nothing");
}

// ---- macros ----

Occurrence lost(const std::string& name, const std::string& place) {
  return at("error: cannot find macro `" + name + "` in this scope", place, {{"symbol", name}});
}

const std::string twice = "/// Two times.\nmacro_rules! twice {\n    ($a:expr) => { $a * 2 };\n}\n";

TEST(RustMacro, TheModuleThatHasItComesFirst) {
  Files files = {
      {"Cargo.toml", manifest},
      {"src/lib.rs", "//! Roads.\n\nmod roads;\n/// Numbers.\n#[macro_use]\nmod units;\n\npub use roads::far;\n"},
      {"src/roads.rs", "pub fn far() -> i32 { twice!(2) }\n"},
      {"src/units.rs", twice}};
  const auto after = "//! Roads.\n\n/// Numbers.\n#[macro_use]\nmod units;\nmod roads;\n\npub use roads::far;\n";
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/roads.rs:1:23")).at("src/lib.rs"), after);
  files["src/lib.rs"] = "mod roads;\nmod units;\n";
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/roads.rs:1:23")).at("src/lib.rs"),
            "#[macro_use]\nmod units;\nmod roads;\n");
  files["src/lib.rs"] = "mod a;\nmod units;\nmod roads;\n";
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/roads.rs:1:23")).at("src/lib.rs"),
            "mod a;\n#[macro_use]\nmod units;\nmod roads;\n");
}

TEST(RustMacro, EveryModuleOnTheWayHandsItOn) {
  const Files files = {{"Cargo.toml", manifest},
                       {"src/main.rs", "mod roads;\npub mod math;\n\nfn main() {}\n"},
                       {"src/math/mod.rs", "mod units;\n"},
                       {"src/math/units.rs", twice},
                       {"src/roads.rs", "mod far;\n"},
                       {"src/roads/far.rs", "pub fn far() -> i32 { twice!(2) }\n"}};
  const auto after = mended("rust.order-macros", files, lost("twice", "src/roads/far.rs:1:23"));
  EXPECT_EQ(after.at("src/main.rs"), "#[macro_use]\npub mod math;\nmod roads;\n\nfn main() {}\n");
  EXPECT_EQ(after.at("src/math/mod.rs"), "#[macro_use]\nmod units;\n");
}

TEST(RustMacro, InOneFileItComesBeforeTheItemThatUsesIt) {
  const std::string use = "/// Starts.\nfn main() {\n    println!(\"{}\", twice!(2));\n}\n";
  EXPECT_EQ(
      mended("rust.order-macros", {{"Cargo.toml", manifest}, {"src/main.rs", "use std::fs;\n\n" + use + "\n" + twice}},
             lost("twice", "src/main.rs:5:20"))
          .at("src/main.rs"),
      "use std::fs;\n\n" + twice + "\n" + use);
  const Files files = {
      {"Cargo.toml", manifest}, {"src/lib.rs", "mod far;\n\n" + twice}, {"src/far.rs", "const A: i32 = twice!(2);\n"}};
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/far.rs:1:16")).at("src/lib.rs"),
            twice + "\nmod far;\n");
}

TEST(RustMacro, ALongerNameIsAnotherMacro) {
  const std::string longer = "macro_rules! twice_more {\n    ($a:expr) => { $a * 4 };\n}\n",
                    use = "fn far() -> i32 {\n    twice!(2)\n}\n";
  const Files files = {{"Cargo.toml", manifest}, {"src/lib.rs", longer + "\n" + use + "\n" + twice}};
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/lib.rs:6:5")).at("src/lib.rs"),
            longer + "\n" + twice + "\n" + use);
}

TEST(RustMacro, AMacroThatAnotherCallsComesBeforeThat) {
  const std::string use = "fn far() -> i32 {\n    more!(2)\n}\n",
                    more = "macro_rules! more {\n    ($a:expr) => { twice!($a) + 1 };\n}\n";
  const Files files = {{"Cargo.toml", manifest}, {"src/lib.rs", use + "\n" + twice + "\n" + more}};
  EXPECT_EQ(mended("rust.order-macros", files,
                   diagnosis_of({lost("more", "src/lib.rs:2:5"), lost("twice", "src/lib.rs:12:20")}))
                .at("src/lib.rs"),
            twice + "\n" + more + "\n" + use);
}

TEST(RustMacro, WhatHasAPathIsImported) {
  Files files = {{"Cargo.toml", manifest},
                 {"src/lib.rs", "mod far;\nmod math;\n"},
                 {"src/math.rs", twice + "pub(crate) use twice;\n"},
                 {"src/far.rs", "const A: i32 = twice!(2);\n"}};
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/far.rs:1:16")),
            (Files{{"src/far.rs", "use crate::math::twice;\n\nconst A: i32 = twice!(2);\n"}}));
  files["src/math.rs"] = "#[macro_export]\n" + twice;
  EXPECT_EQ(mended("rust.order-macros", files, lost("twice", "src/far.rs:1:16")),
            (Files{{"src/far.rs", "use crate::twice;\n\nconst A: i32 = twice!(2);\n"}}));
}

TEST(RustMacro, WhatIsNotOfTheCrateOrNotAlwaysThereStays) {
  Files files = {{"Cargo.toml", manifest}, {"src/lib.rs", "mod far;\n"}, {"src/far.rs", "const A: i32 = twice!(2);\n"}};
  const auto found = lost("twice", "src/far.rs:1:16");
  EXPECT_TRUE(mended("rust.order-macros", files, found).empty());
  files["tests/a.rs"] = twice;
  EXPECT_TRUE(mended("rust.order-macros", files, found).empty());
  files["src/math.rs"] = twice;
  files["src/lib.rs"] = "mod far;\n#[cfg(test)]\nmod math;\n";
  files.erase("tests/a.rs");
  EXPECT_TRUE(mended("rust.order-macros", files, found).empty());
}

// ---- bounds ----

std::string bounded(const std::string& text, const std::string& place, std::vector<std::string> bounds) {
  std::vector<std::string> below = {"   = note: the following trait bounds were not satisfied:"};
  for (const auto& bound : bounds) below.push_back("           `" + bound + "`");
  below.emplace_back("           which is required by `&T: ToString`");
  below.emplace_back("");
  const auto found =
      at("error[E0599]: the method `m` exists for reference `&T`, but its trait bounds were not satisfied",
         "src/lib.rs:" + place, {}, below);
  const auto after = mended("rust.add-bound", {{"src/lib.rs", text}}, found);
  return after.empty() ? "nothing" : after.at("src/lib.rs");
}

TEST(RustBound, TheFunctionOrTheImplementationOfATraitAsksForIt) {
  EXPECT_EQ(bounded("fn show<T>(a: T) -> String {\n    a.to_string()\n}\n", "2:7", {"T: std::fmt::Display"}),
            "fn show<T: std::fmt::Display>(a: T) -> String {\n    a.to_string()\n}\n");
  EXPECT_EQ(bounded("use std::fmt;\nimpl<'a, T: Clone, const N: usize> fmt::Display for Row<'a, T, N> {\n    fn "
                    "fmt(&self) {\n        self.0.m()\n    }\n}\n",
                    "4:16", {"T: std::fmt::Display", "&T: std::fmt::Display"}),
            "use std::fmt;\nimpl<'a, T: Clone + fmt::Display, const N: usize> fmt::Display for Row<'a, T, N> {\n    fn "
            "fmt(&self) {\n        self.0.m()\n    }\n}\n");
  EXPECT_EQ(bounded("fn all<F: Fn(u8) -> u8, K>(f: F, k: K) {\n    k.m()\n}\n", "2:7", {"K: Eq", "K: Hash"}),
            "fn all<F: Fn(u8) -> u8, K: Eq + std::hash::Hash>(f: F, k: K) {\n    k.m()\n}\n");
}

TEST(RustBound, OfTheMethodsOfATypeOnlyTheOneThatNeedsIt) {
  const std::string body = "\n    {\n        self.0.sort()\n    }\n    fn len(&self) {}\n}\n";
  EXPECT_EQ(
      bounded("impl<T> Row<T> {\n    pub fn best(&mut self) {\n        self.0.sort()\n    }\n    fn len(&self) {}\n}\n",
              "3:16", {"T: Ord"}),
      "impl<T> Row<T> {\n    pub fn best(&mut self)\n    where\n        T: Ord," + body);
  EXPECT_EQ(bounded("impl<T> Row<T> {\n    fn best<A>(&mut self, a: A)\n    where\n        A: Copy,\n    {\n        "
                    "self.0.sort()\n    }\n}\n",
                    "6:16", {"T: Ord"}),
            "impl<T> Row<T> {\n    fn best<A>(&mut self, a: A)\n    where\n        A: Copy, T: Ord\n    {\n        "
            "self.0.sort()\n    }\n}\n");
}

TEST(RustBound, WhatAMethodLacksStandsInOneClause) {
  EXPECT_EQ(bounded("impl<K, V> Map<K, V> {\n    fn get(&self) {\n        self.0.get(k)\n    }\n}\n", "3:16",
                    {"K: Eq", "V: Clone", "K: Hash"}),
            "impl<K, V> Map<K, V> {\n    fn get(&self)\n    where\n        K: Eq + std::hash::Hash,\n        V: "
            "Clone,\n    {\n        self.0.get(k)\n    }\n}\n");
}

TEST(RustBound, ABlockAtTheFrontOfAFileIsNoFunction) { EXPECT_EQ(bounded("{ x } fn", "1:3", {"T: Clone"}), "nothing"); }

TEST(RustBound, WhatIsNoParameterOrHasNoKnownPathStays) {
  EXPECT_EQ(bounded("fn show(a: Train) -> String {\n    a.to_string()\n}\n", "2:7", {"Train: std::fmt::Display"}),
            "nothing");
  EXPECT_EQ(bounded("fn show<T>(a: T) {\n    a.m()\n}\n", "2:7", {"T: Strange"}), "nothing");
  EXPECT_EQ(bounded("fn show<T: Ord>(a: T) {\n    a.m()\n}\n", "2:7", {"T: Ord"}), "nothing");
  EXPECT_EQ(bounded("fn show<T>(a: T) {\n    a.m()\n}\n", "2:7", {"<T as A>::B: Ord"}), "nothing");
}

// ---- links of the documentation ----

Occurrence unlinked(const std::string& target, const std::string& place) {
  return at("error: unresolved link to `" + target + "`", place, {{"symbol", target}});
}

const std::string channel =
    "pub struct Channel<T> {\n    values: Vec<T>,\n}\n\nimpl<T> Channel<T> {\n    pub fn close(&mut self) {}\n}\n";

TEST(RustDocLink, ATypeIsKnownByTheMembersThatLinksAskFor) {
  const Files files = {
      {"Cargo.toml", manifest},
      {"src/lib.rs", "//! Begin with a [`Pipe`].\n\nmod channel;\npub mod other;\npub use channel::Channel;\n"},
      {"src/channel.rs", "/// See [`Pipe::close`].\n" + channel},
      {"src/other.rs", "/// As [`Pipe`] does, [so](Pipe::close).\npub struct Tap;\n"}};
  const auto after =
      mended("rust.fix-doc-link", files,
             diagnosis_of({unlinked("Pipe", "src/lib.rs:1:20"), unlinked("Pipe::close", "src/channel.rs:1:11"),
                           unlinked("Pipe", "src/other.rs:1:10"), unlinked("Pipe::close", "src/other.rs:1:28")}));
  EXPECT_TRUE(contains(after.at("src/lib.rs"), "//! Begin with a [`Channel`].\n"));
  EXPECT_TRUE(contains(after.at("src/channel.rs"), "/// See [`Channel::close`].\n"));
  EXPECT_TRUE(
      contains(after.at("src/other.rs"), "/// As [`Channel`](crate::Channel) does, [so](crate::Channel::close).\n"));
}

std::string linked(const std::string& line, const std::string& target, int column, Files files = {}) {
  files["Cargo.toml"] = manifest;
  files["src/lib.rs"] = line + "\n" + (files.contains("src/lib.rs") ? files["src/lib.rs"] : channel);
  const auto after = mended("rust.fix-doc-link", files, unlinked(target, "src/lib.rs:1:" + std::to_string(column)));
  return after.empty() ? "nothing" : after.at("src/lib.rs").substr(0, after.at("src/lib.rs").find('\n'));
}

TEST(RustDocLink, SlipsAndWhatIsNotInScope) {
  EXPECT_EQ(linked("//! A [`Chanel`].", "Chanel", 9), "//! A [`Channel`].");
  EXPECT_EQ(linked("//! A [`Channel::cloes`].", "Channel::cloes", 9), "//! A [`Channel::close`].");
  EXPECT_EQ(linked("//! A [`HashMap`] of them.", "HashMap", 9),
            "//! A [`HashMap`](std::collections::HashMap) of them.");
  EXPECT_EQ(
      linked("//! A [Channel].", "Channel", 8, {{"src/lib.rs", "pub mod channel;\n"}, {"src/channel.rs", channel}}),
      "//! A [Channel](crate::channel::Channel).");
}

TEST(RustDocLink, ALongTargetIsReadToItsEnd) {
  const std::string door = "pub struct DoubleDoor;\nimpl DoubleDoor {\n    pub fn close_both(&self) {}\n}\n";
  EXPECT_EQ(linked("//! A [`DoubleDoor::close_boht`].", "DoubleDoor::close_boht", 9, {{"src/lib.rs", door}}),
            "//! A [`DoubleDoor::close_both`].");
}

TEST(RustDocLink, TypesOfFunctionsAndPointersDeclareNothing) {
  EXPECT_EQ(linked("//! A [Channel].", "Channel", 8,
                   {{"src/lib.rs", "pub mod channel;\ntype F = fn(Channel) -> u8;\ntype P = *const Channel;\n"},
                    {"src/channel.rs", channel}}),
            "//! A [Channel](crate::channel::Channel).");
}

TEST(RustDocLink, MethodsBesideEachOtherAndNamesOfModules) {
  const Files files = {{"Cargo.toml", manifest},
                       {"src/lib.rs", "//! See [`so`](store::opne).\n\npub mod store;\n"},
                       {"src/store.rs",
                        "pub struct Store;\n\nimpl Store {\n    /// See [`shut`].\n    pub fn open(&self) {}\n    pub "
                        "fn shut(&self) {}\n}\n\npub fn open() {}\n"}};
  const auto after =
      mended("rust.fix-doc-link", files,
             diagnosis_of({unlinked("shut", "src/store.rs:4:15"), unlinked("store::opne", "src/lib.rs:1:16")}));
  EXPECT_TRUE(contains(after.at("src/store.rs"), "/// See [`Self::shut`].\n"));
  EXPECT_TRUE(contains(after.at("src/lib.rs"), "//! See [`so`](store::open).\n"));
}

TEST(RustDocLink, WhatIsNotCertainStays) {
  EXPECT_EQ(linked("//! A [`Pipe`].", "Pipe", 9), "nothing");
  EXPECT_EQ(linked("//! A [`Pipe::open`].", "Pipe::open", 9), "nothing");
  EXPECT_EQ(linked("//! A [`Pipe::close`].", "Pipe::close", 9,
                   {{"src/lib.rs", channel + "pub struct Door;\nimpl Door {\n    pub fn close(&self) {}\n}\n"}}),
            "nothing");
  EXPECT_EQ(linked("//! A [`Pipe::close`].", "Pipe::close", 9, {{"src/lib.rs", channel + "fn f(p: other::Pipe) {}\n"}}),
            "nothing");
  EXPECT_EQ(linked("//! A [Channel].", "Channel", 8, {{"src/lib.rs", "mod channel;\n"}, {"src/channel.rs", channel}}),
            "nothing");
}

// ---- threads ----

Occurrence unsent(const std::string& type, std::vector<std::string> below = {}) {
  return at("error[E0277]: `" + type + "` cannot be sent between threads safely", "src/lib.rs:5:9", {},
            std::move(below));
}

std::string shared(const std::string& text, const std::string& type = "Rc<Vec<u8>>") {
  const auto after = mended("rust.count-atomically", {{"Cargo.toml", manifest}, {"src/lib.rs", text}}, unsent(type));
  return after.empty() ? "nothing" : after.at("src/lib.rs");
}

TEST(RustThreads, WhatIsCountedIsCountedSoThatThreadsMayShareIt) {
  EXPECT_EQ(
      shared("use std::rc::Rc;\nuse std::thread;\n\nfn f(a: Rc<Vec<u8>>) {\n    let b = Rc::clone(&a); // an Rc\n}\n"),
      "use std::sync::Arc;\nuse std::thread;\n\nfn f(a: Arc<Vec<u8>>) {\n    let b = Arc::clone(&a); // an Rc\n}\n");
  EXPECT_EQ(shared("use std::{rc::{Rc, Weak}, thread};\nfn f(a: Rc<u8>, b: Weak<u8>) {}\n"),
            "use std::{sync::{Arc, Weak}, thread};\nfn f(a: Arc<u8>, b: Weak<u8>) {}\n");
  EXPECT_EQ(shared("use std::rc::Rc;\nuse std::sync::{Arc, Mutex};\nfn f(a: Rc<u8>, b: Arc<u8>) {}\n"),
            "use std::sync::{Arc, Mutex};\nfn f(a: Arc<u8>, b: Arc<u8>) {}\n");
}

TEST(RustThreads, TheFilesOfTheMessageComeBeforeThePackage) {
  const auto text = [](const std::string& name) { return "use std::rc::Rc;\npub type " + name + " = Rc<str>;\n"; };
  const Files files = {{"Cargo.toml", manifest},
                       {"src/lib.rs", text("Text")},
                       {"src/index.rs", text("Index")},
                       {"src/other.rs", text("Other")},
                       {"src/make.rs", "use std::rc::Rc;\nfn make() -> Index { Rc::from(\"\") }\n"}};
  const auto found =
      candidates("rust.count-atomically", tree_of(files),
                 diagnosis_of({unsent("Rc<str>", {"note: required because", "  --> src/index.rs:2:1"})}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].paths(), (std::vector<std::string>{"src/index.rs", "src/lib.rs", "src/make.rs"}));
  EXPECT_EQ(found[1].changes.size(), 4u);
}

TEST(RustThreads, WhatHasToBeLockedIsDecidedBySomebody) {
  const std::string text = "use std::rc::Rc;\nfn f(a: Rc<RefCell<u8>>) {}\n";
  EXPECT_EQ(shared(text, "Rc<RefCell<u8>>"), "nothing");
  EXPECT_EQ(shared(text, "Rc<dyn Fn()>"), "nothing");
  EXPECT_EQ(shared(text, "*mut u8"), "nothing");
  EXPECT_EQ(shared("use std::rc::Rc;\nfn f(a: Rc<u8>, b: Rc<RefCell<u8>>) {}\n"), "nothing");
  EXPECT_EQ(shared("use std::rc::Rc;\nfn f(a: Rc<u8>) { g(Rc::new(RefCell::new(0))) }\n"), "nothing");
  EXPECT_EQ(shared("use std::rc::Rc as Shared;\nfn f(a: Shared<u8>) {}\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
