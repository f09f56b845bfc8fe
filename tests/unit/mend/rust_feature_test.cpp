// Rust: features of other crates, and files that were moved.

#include "story.h"

namespace regreen::story {
namespace {

std::string package(const std::string& name, const std::string& more) {
  return "[package]\nname = \"" + name + "\"\nedition = \"2021\"\n\n" + more;
}

Occurrence at(const std::string& message, const std::string& place, std::vector<std::string> below = {}) {
  auto one = said(message, {});
  one.after = {" --> " + place};
  for (auto& line : below) one.after.push_back(std::move(line));
  return one;
}

// ---- features ----

const Files wire = {
    {"wire/Cargo.toml", package("ferry-wire", "[features]\nhex = []\n")},
    {"wire/src/lib.rs",
     "#[cfg(feature = \"hex\")]\npub mod hex;\n\n/// Digits.\n#[cfg(feature = \"hex\")]\n#[doc(inline)]\n"
     "pub use hex::Digits;\n\npub mod line;\n"},
    {"wire/src/hex.rs", "pub struct Digits;\n"},
    {"server/src/lib.rs", "use ferry_wire::hex::encode;\nuse ferry_wire::Digits;\n"},
};

std::string server_with(const std::string& dependencies, const Occurrence& occurrence) {
  auto files = wire;
  files["server/Cargo.toml"] = package("ferry-server", dependencies);
  const auto after = mended("rust.enable-feature", files, occurrence);
  return after.empty() ? "nothing" : after.at("server/Cargo.toml").substr(package("ferry-server", "").size());
}

const auto no_hex = at("error[E0432]: unresolved import `ferry_wire::hex`", "server/src/lib.rs:1:17");

TEST(RustEnable, AsksForTheFeatureHoweverTheCrateIsNamed) {
  const auto with = [](const std::string& dependencies) { return server_with(dependencies, no_hex); };
  EXPECT_EQ(with("[dependencies]\nferry-wire = { path = \"../wire\" }\n"),
            "[dependencies]\nferry-wire = { path = \"../wire\", features = [\"hex\"] }\n");
  EXPECT_EQ(
      with("[dependencies]\nferry-wire = { path = \"../wire\", features = [\"lines\"], default-features = false }\n"),
      "[dependencies]\nferry-wire = { path = \"../wire\", features = [\"lines\", \"hex\"], default-features = false "
      "}\n");
  EXPECT_EQ(with("[dependencies]\nferry-wire = { workspace = true, default-features = false }\n"),
            "[dependencies]\nferry-wire = { workspace = true, default-features = false, features = [\"hex\"] }\n");
  EXPECT_EQ(with("[dependencies.ferry-wire]\npath = \"../wire\"\n"),
            "[dependencies.ferry-wire]\npath = \"../wire\"\nfeatures = [\"hex\"]\n");
  EXPECT_EQ(with("[dependencies.ferry-wire]\npath = \"../wire\"\nfeatures = []\n"),
            "[dependencies.ferry-wire]\npath = \"../wire\"\nfeatures = [\"hex\"]\n");
  EXPECT_EQ(with("[dependencies]\nferry-wire.workspace = true\nlog = \"1\"\n"),
            "[dependencies]\nferry-wire.workspace = true\nferry-wire.features = [\"hex\"]\nlog = \"1\"\n");
  EXPECT_EQ(with("[dependencies]\nferry-wire = \"0.3\"\n"),
            "[dependencies]\nferry-wire = { version = \"0.3\", features = [\"hex\"] }\n");
}

TEST(RustEnable, FindsTheFeatureOfWhatIsHandedOn) {
  EXPECT_EQ(server_with("[dependencies]\nferry-wire = \"0.3\"\n",
                        at("error[E0432]: unresolved import `ferry_wire::Digits`", "server/src/lib.rs:2:5")),
            "[dependencies]\nferry-wire = { version = \"0.3\", features = [\"hex\"] }\n");
}

TEST(RustEnable, LeavesWhatIsPassedOnAndWhatHasNoFeature) {
  EXPECT_EQ(server_with("[features]\nhex = [\"ferry-wire/hex\"]\n\n[dependencies]\nferry-wire = \"0.3\"\n", no_hex),
            "nothing");
  EXPECT_EQ(server_with("[dependencies]\nferry-wire = \"0.3\"\n",
                        at("error[E0432]: unresolved import `ferry_wire::line`", "server/src/lib.rs:1:17")),
            "nothing");
  EXPECT_EQ(server_with("[dependencies]\n", no_hex), "nothing");
}

TEST(RustEnable, TakesTheFeatureThatTheCompilerNames) {
  const Files files = {{"Cargo.toml", package("planner", "[dependencies]\ntokio = \"1\"\n")},
                       {"src/lib.rs", "pub async fn plan() -> bool {\n    tokio::signal::ctrl_c().await.is_ok()\n}\n"}};
  const auto gated = "281 |             #[cfg(feature = \"signal\")]";
  const auto named = "    |                   ------------------ the item is gated behind the `signal` feature";
  const auto message = "error[E0433]: cannot find `signal` in `tokio`";
  EXPECT_EQ(mended("rust.enable-feature", files, at(message, "src/lib.rs:2:12", {gated, named})).at("Cargo.toml"),
            package("planner", "[dependencies]\ntokio = { version = \"1\", features = [\"signal\"] }\n"));
  EXPECT_TRUE(mended("rust.enable-feature", files, at(message, "src/lib.rs:2:12")).empty());
  EXPECT_TRUE(mended("rust.enable-feature", files,
                     at(message, "src/lib.rs:2:12", {named, "the item is gated behind the `process` feature"}))
                  .empty());
}

TEST(RustEnable, KnowsTheCrateOfWhatStandsInBraces) {
  const auto manifest = package("planner", "[dependencies]\nchrono = \"0.4\"\nserde = \"1\"\n");
  const Files files = {{"Cargo.toml", manifest},
                       {"src/lib.rs", "use chrono::{serde, Utc};\nuse chrono::{naive::{serde, Days}};\n"}};
  const auto wanted =
      package("planner", "[dependencies]\nchrono = { version = \"0.4\", features = [\"serde\"] }\nserde = \"1\"\n");
  const auto gated = "  = note: the item is gated behind the `serde` feature";
  const auto after = [&](const std::string& message, const std::string& place) {
    const auto all = mended("rust.enable-feature", files, at(message, place, {gated}));
    return all.empty() ? "nothing" : all.at("Cargo.toml");
  };
  EXPECT_EQ(after("error[E0432]: unresolved import `chrono::serde`", "src/lib.rs:1:14"), wanted);
  EXPECT_EQ(after("error[E0425]: cannot find module `serde` in crate `chrono`", "src/lib.rs:1:14"), wanted);
  EXPECT_EQ(after("error[E0433]: could not find `serde`", "src/lib.rs:1:14"), wanted);
  EXPECT_EQ(after("error[E0433]: could not find `serde`", "src/lib.rs:2:22"), "nothing");
  EXPECT_EQ(after("error[E0432]: unresolved import `crate::serde`", "src/lib.rs:1:14"), "nothing");
}

TEST(RustEnable, ReadsWhatMacrosLack) {
  const Files files = {
      {"Cargo.toml",
       package("planner", "[dependencies]\nserde = \"1\"\ntokio = { version = \"1\", features = [\"rt\"] }\n")},
      {"src/main.rs", "#[tokio::main]\nasync fn main() {}\n"},
      {"src/bed.rs", "use serde::Serialize;\n\n#[derive(Serialize)]\npub struct Bed;\n"}};
  EXPECT_EQ(
      mended(
          "rust.enable-feature", files,
          at("error: The default runtime flavor is `multi_thread`, but the `rt-multi-thread` feature is disabled.",
             "src/main.rs:1:1", {"  = note: this error originates in the attribute macro `tokio::main` (in Nightly"}))
          .at("Cargo.toml"),
      package(
          "planner",
          "[dependencies]\nserde = \"1\"\ntokio = { version = \"1\", features = [\"rt\", \"rt-multi-thread\"] }\n"));
  EXPECT_EQ(mended("rust.enable-feature", files,
                   at("error: cannot find derive macro `Serialize` in this scope", "src/bed.rs:3:10",
                      {"note: `Serialize` is imported here, but it is only a trait, without a derive macro",
                       " --> src/bed.rs:1:5", "  |", "1 | use serde::Serialize;"}))
                .at("Cargo.toml"),
            package("planner",
                    "[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n"
                    "tokio = { version = \"1\", features = [\"rt\"] }\n"));
}

// ---- files that were moved ----

TEST(RustInclude, AModuleOfTheLibraryIsNotTheOneThatTestsShare) {
  const Files files = {{"Cargo.toml", package("coppice", "")},
                       {"src/lib.rs", "mod support;\n"},
                       {"src/support.rs", ""},
                       {"tests/common/support.rs", ""},
                       {"tests/parse.rs", "#[path = \"support.rs\"]\nmod support;\n"},
                       {"tests/names.rs", "const NAME: &str = \"support.rs\";\n"},
                       {"examples/show.rs", "#[path = \"../tests/support.rs\"] mod support;\n"}};
  auto unread =
      at("error: couldn't read tests/support.rs: No such file or directory (os error 2)", "tests/parse.rs:2:1");
  unread.captures = {{"path", "tests/support.rs"}};
  const auto after = mended("rust.fix-include", files, unread);
  ASSERT_EQ(after.size(), 2);
  EXPECT_EQ(after.at("tests/parse.rs"), "#[path = \"common/support.rs\"]\nmod support;\n");
  EXPECT_EQ(after.at("examples/show.rs"), "#[path = \"../tests/common/support.rs\"] mod support;\n");
}

TEST(RustInclude, AmongTwoTheOneInTheSameFolderOfTheProjectIsMeant) {
  Files files = {{"Cargo.toml", package("coppice", "")},
                 {"src/trees.txt", ""},
                 {"tests/data/trees.txt", ""},
                 {"tests/parse.rs", "const T: &str = include_str!(\"trees.txt\");\n"}};
  auto unread =
      at("error: couldn't read tests/trees.txt: No such file or directory (os error 2)", "tests/parse.rs:1:17");
  unread.captures = {{"path", "tests/trees.txt"}};
  EXPECT_EQ(mended("rust.fix-include", files, unread).at("tests/parse.rs"),
            "const T: &str = include_str!(\"data/trees.txt\");\n");
  files["tests/old/trees.txt"] = "";
  EXPECT_TRUE(mended("rust.fix-include", files, unread).empty());
}

}  // namespace
}  // namespace regreen::story
