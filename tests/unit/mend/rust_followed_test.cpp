// Rust: features, functions, types and links that have another name today.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& message, const std::string& place) {
  auto one = said(message, {});
  one.after = {" --> " + place};
  return one;
}

// ---- rust.follow-feature ----

std::string asking(const std::string& manifest, const std::string& store, const std::string& old,
                   const Files& more = {}) {
  Files files = {{"store/Cargo.toml", "[package]\nname = \"shop-store\"\n\n[features]\ndefault = []\n" + store},
                 {"store/src/lib.rs",
                  "#[cfg(feature = \"json-read\")]\npub fn from_json() {}\n\n#[cfg(feature = \"json-write\")]\npub fn "
                  "to_json() {}\n"},
                 {"cli/src/main.rs", "use shop_store::to_json;\n"},
                 {"cli/Cargo.toml", "[package]\nname = \"shop-cli\"\n\n" + manifest}};
  for (const auto& [path, text] : more) files[path] = text;
  const auto after = mended("rust.follow-feature", files,
                            said("package `shop-cli` depends on `shop-store` with feature `" + old +
                                     "` but `shop-store` does not have that feature.",
                                 {{"module", "shop-cli"}, {"package", "shop-store"}, {"key", old}}));
  std::string all;
  for (const auto& [path, text] : after) all += path == "cli/Cargo.toml" ? text.substr(29) : path + "|" + text;
  return after.empty() ? "nothing" : all;
}

TEST(RustFeature, IsTheOneWhoseItemsAreUsed) {
  const std::string both = "json-read = []\njson-write = []\n";
  const auto manifest = [](const std::string& feature) {
    return "[features]\nfull = [\"shop-store/" + feature +
           "\", \"json\"]\njson = []\n\n[dependencies.shop-store]\npath = \"../store\"\nfeatures = [\n    \"" +
           feature + "\",  # to_json\n]\n";
  };
  EXPECT_EQ(asking(manifest("json"), both, "json"), manifest("json-write"));
}

TEST(RustFeature, SharesAWordWithTheOldName) {
  const auto list = [](const std::string& feature) {
    return "[dependencies]\nshop-store = { path = \"../store\", features = [\"crc\", \"" + feature + "\"] }\n";
  };
  const Files exports = {{"store/src/lib.rs", "#[cfg(feature = \"csv-export\")]\npub fn export() {}\n"},
                         {"cli/src/main.rs", "fn main() { shop_store::export(); }\n"}};
  EXPECT_EQ(asking(list("csv"), "csv-export = []\ncrc = []\nxml = []\n", "csv", exports), list("csv-export"));
  EXPECT_EQ(asking(list("table"), "csv-export = []\ncrc = []\nxml = []\n", "table", exports), "nothing");
  const std::string inherited = "[dependencies]\nshop-store = { workspace = true }\n";
  const auto top = [](const std::string& feature) {
    return "[workspace.dependencies]\nshop-store = { path = \"store\", features = ['" + feature + "'] }\n";
  };
  auto files = exports;
  files["Cargo.toml"] = top("csv");
  EXPECT_EQ(asking(inherited, "csv-export = []\n", "csv", files), "Cargo.toml|" + top("csv-export"));
}

TEST(RustFeature, IsNotAskedForWhereItWouldBuildWithout) {
  const std::string list = "[dependencies]\nshop-store = { path = \"../store\", features = [\"csv\"] }\n";
  EXPECT_EQ(asking(list, "csv-export = []\n", "csv"), "nothing");
  const auto store = [](const std::string& other) {
    return Files{{"store/src/lib.rs", "#[cfg(feature = \"csv-export\")]\npub fn export() {}\n" + other},
                 {"cli/src/main.rs", "fn main() { shop_store::export(); }\n"}};
  };
  EXPECT_EQ(
      asking(list, "csv-export = []\n", "csv", store("#[cfg(not(feature = \"csv-export\"))]\npub fn export() {}\n")),
      "nothing");
  EXPECT_EQ(asking(list, "csv-export = []\n", "csv",
                   {{"store/src/lib.rs", "#[cfg(feature = \"csv-export\")]\npub fn export() {}\n"},
                    {"cli/src/main.rs", "fn export() {}\nfn main() { export(); shop_store::load(); }\n"}}),
            "nothing")
      << "its own";
}

// ---- rust.follow-name ----

std::string naming(const std::string& library, const std::string& docs, const Occurrence& occurrence,
                   const Files& more = {}) {
  Files files = {{"Cargo.toml", "[package]\nname = \"cron-spec\"\n"}, {"src/lib.rs", docs + library}};
  for (const auto& [path, text] : more) files[path] = text;
  const auto after = mended("rust.follow-name", files, occurrence);
  if (after.empty()) return "nothing";
  const auto text = after.at("src/lib.rs");
  return text.substr(0, text.size() - library.size());
}

const std::string expands =
    "\npub fn expand_field(spec: &str, lo: u32, hi: u32) -> Result<Vec<u32>, Error> { todo!() }\n";
const auto no_import = at("error[E0432]: unresolved import `cron_spec::parse_field`", "src/lib.rs:4:5");

std::string examples(const std::string& name) {
  return "//! Fields of a table, see [`" + name +
         "`]; parse_field_of is another one, and a record is a `parse_field`.\n//!\n//! ```\n//! use cron_spec::" +
         name + ";\n//!\n//! assert_eq!(" + name + "(\"1,2\", 0, 9), Ok(vec![1, 2]));\n//! ```\n";
}

TEST(RustName, IsThatOfTheFunctionThatIsUsedAlike) {
  EXPECT_EQ(naming(expands, examples("parse_field"), no_import), examples("expand_field"));
  const auto count =
      "\npub fn count_field(spec: &str, lo: u32, hi: u32) -> usize { 0 }\npub fn field(spec: &str) -> Option<u32> { "
      "None }\n";
  EXPECT_EQ(naming(expands + count, examples("parse_field"), no_import), examples("expand_field"));
}

TEST(RustName, IsNotGuessed) {
  EXPECT_EQ(naming("\npub fn expand(spec: &str, lo: u32, hi: u32) -> Result<Vec<u32>, Error> { todo!() }\n",
                   examples("parse_field"), no_import),
            "nothing")
      << "no word in common";
  EXPECT_EQ(naming(expands + "\npub fn check_field(spec: &str, lo: u32, hi: u32) -> Option<u32> { None }\n",
                   examples("parse_field"), no_import),
            "nothing")
      << "two are like it";
  EXPECT_EQ(naming("\nfn expand_field(spec: &str, lo: u32, hi: u32) -> Result<u32, ()> { Ok(1) }\n",
                   examples("parse_field"), no_import),
            "nothing")
      << "private";
  EXPECT_EQ(naming(expands + "mod old { pub fn parse_field() {} }\n", examples("parse_field"), no_import), "nothing")
      << "it is there";
}

TEST(RustName, IsLeftToCode) {
  const std::string call = "\nfn twice() { parse_field(\"1\", 0, 9).unwrap(); }\n";
  EXPECT_EQ(
      naming(expands, call, at("error[E0425]: cannot find function `parse_field` in this scope", "src/lib.rs:2:14")),
      "nothing");
  EXPECT_EQ(naming(expands, "use crate::parse_field;" + call,
                   at("error[E0432]: unresolved import `crate::parse_field`", "src/lib.rs:1:5")),
            "nothing");
  const std::string unproved = "//! ```\n//! cron_spec::parse_field(\"1\", 0, 9).unwrap();\n//! ```\n";
  EXPECT_EQ(naming(expands, unproved,
                   at("error[E0425]: cannot find function `parse_field` in crate `cron_spec`", "src/lib.rs:2:16")),
            "nothing")
      << "the example asserts nothing";
  const auto in_test = at("error[E0432]: unresolved import `cron_spec::parse_field`", "tests/a.rs:1:5");
  const Files test = {{"tests/a.rs", "use cron_spec::parse_field;\nfn f() { parse_field(\"1\", 0, 9).unwrap(); }\n"}};
  EXPECT_EQ(naming(expands, "//! Fields.\n", in_test, test), "nothing");
}

// ---- rust.fix-doc-link ----

TEST(RustLink, ByThePathOfTheCrateIsFollowed) {
  const auto source = [](const std::string& type) {
    return "//! A [`" + type + "`](crate::" + type + ") and its [mean](crate::" + type +
           "::mean).\npub mod window;\npub use window::Window;\n";
  };
  const Files files = {
      {"Cargo.toml", "[package]\nname = \"a\"\n"},
      {"src/lib.rs", source("Buffered")},
      {"src/window.rs", "pub struct Window {}\nimpl Window { pub fn mean(&self) {} }\npub struct Rate {}\n"}};
  const auto after = mended("rust.fix-doc-link", files,
                            diagnosis_of({at("error: unresolved link to `crate::Buffered`", "src/lib.rs:1:20"),
                                          at("error: unresolved link to `crate::Buffered::mean`", "src/lib.rs:1:52")}));
  EXPECT_EQ(after.contains("src/lib.rs") ? after.at("src/lib.rs") : "nothing", source("Window"));
}

TEST(RustLink, ThatSpeaksOfTheOldOneIsAPersons) {
  const Files files = {{"Cargo.toml", "[package]\nname = \"a\"\n"},
                       {"src/lib.rs",
                        "//! Unlike [the old `Channel`](crate::Channel::close).\n"
                        "pub struct File;\nimpl File { pub fn close(&self) {} }\n"}};
  EXPECT_TRUE(
      mended("rust.fix-doc-link", files, at("error: unresolved link to `crate::Channel::close`", "src/lib.rs:1:31"))
          .empty());
}

}  // namespace
}  // namespace regreen::story
