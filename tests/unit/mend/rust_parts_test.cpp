// Rust: what Cargo.toml says of the parts of a package and its programs.

#include "story.h"

#include <algorithm>

namespace regreen::story {
namespace {

const std::string package = "[package]\nname = \"sluice\"\nversion = \"0.3.0\"\n";

/// An error of rustc: its first line, and the lines below.
Occurrence rustc(const std::string& header, std::vector<std::string> below, Captures captures = {}) {
  auto one = said(header, std::move(captures));
  one.after = std::move(below);
  return one;
}

Occurrence unresolved(const std::string& place) {
  return rustc("error[E0432]: unresolved import `slugs`", {" --> " + place}, {{"module", "slugs"}});
}

const std::string for_tests =
    package + "\n[dependencies]\n\n[dev-dependencies]\nslugs = { path = \"../slugs\" }\nz = \"1\"\n";

TEST(RustPartOfPackage, WhatTheLibraryUsesIsNoDependencyOfItsTests) {
  const Files files = {{"Cargo.toml", for_tests}, {"src/lib.rs", "use slugs::slug;\npub fn f() { slug() }\n"}};
  EXPECT_EQ(mended("rust.declare-for-use", files, unresolved("src/lib.rs:1:5")).at("Cargo.toml"),
            package + "\n[dependencies]\nslugs = { path = \"../slugs\" }\n\n[dev-dependencies]\nz = \"1\"\n");
  const Files tables = {{"Cargo.toml", package + "\n[dev-dependencies.slugs]\npath = \"../slugs\"\n"},
                        {"src/lib.rs", "pub fn f() { slugs::slug() }\n"}};
  EXPECT_EQ(mended("rust.declare-for-use", tables, unresolved("src/lib.rs:1:14")).at("Cargo.toml"),
            package + "\n[dependencies.slugs]\npath = \"../slugs\"\n");
}

TEST(RustPartOfPackage, ABuildScriptHasDependenciesOfItsOwn) {
  const Files files = {{"Cargo.toml", package + "\n[dependencies]\nslugs = \"1\"\n"},
                       {"build.rs", "use slugs::slug;\nfn main() { slug() }\n"}};
  EXPECT_EQ(mended("rust.declare-for-use", files, unresolved("build.rs:1:5")).at("Cargo.toml"),
            package + "\n[dependencies]\nslugs = \"1\"\n\n[build-dependencies]\nslugs = \"1\"\n");
}

TEST(RustPartOfPackage, AnImportForTestsStaysForTests) {
  const Files files = {
      {"Cargo.toml", for_tests},
      {"src/lib.rs", "use slugs::slug;\n#[cfg(test)]\nmod tests {\n    fn t() { super::slug() }\n}\n"}};
  EXPECT_TRUE(mended("rust.declare-for-use", files, unresolved("src/lib.rs:1:5")).empty());
  const Files missing = {{"Cargo.toml", package}, {"src/lib.rs", "use slugs::slug;\nfn f() { slug() }\n"}};
  EXPECT_TRUE(mended("rust.declare-for-use", missing, unresolved("src/lib.rs:1:5")).empty());
}

std::string declared(const std::string& manifest, const std::string& source) {
  const auto at = source.find("slugs");
  const auto line =
      static_cast<std::size_t>(std::count(source.begin(), source.begin() + static_cast<long>(at), '\n')) + 1;
  const auto column = at - (source.rfind('\n', at) + 1) + 1;
  const auto after = mended("rust.declare-for-use", Files{{"Cargo.toml", manifest}, {"src/lib.rs", source}},
                            unresolved("src/lib.rs:" + std::to_string(line) + ":" + std::to_string(column)));
  return after.empty() ? "" : after.at("Cargo.toml");
}

TEST(RustPartOfPackage, WhoNeedsACrateIsSeenByWhatAnImportBrings) {
  const std::string in_tests = "#[cfg(test)]\nmod tests {\n    fn t() { super::slug() }\n}\n",
                    used = "fn f() { slug() }\n";
  EXPECT_EQ(declared(for_tests, "#![warn(missing_docs)]\nuse slugs::slug;\n" + in_tests), "");
  EXPECT_NE(declared(for_tests, "#![warn(missing_docs)]\nuse slugs::slug;\n" + used), "");
  EXPECT_EQ(declared(for_tests, "use slugs::text::slug as s;\nfn f(text: u8) -> u64 { text as u64 }\n" + in_tests), "");
  EXPECT_NE(declared(for_tests, "use slugs::text::slug as s;\nfn f() { s() }\n"), "");
  EXPECT_NE(declared(for_tests, "use slugs;\nfn f() { slugs::slug() }\n"), "");
  EXPECT_NE(declared(for_tests, "use slugs::{self};\nfn f() { slugs::slug() }\n"), "");
  EXPECT_NE(declared(for_tests, "pub use slugs::slug;\n"), "");
  EXPECT_EQ(declared(for_tests, "#[cfg(feature = \"x\")]\nuse slugs::slug;\n" + used), "");
  EXPECT_EQ(declared(for_tests, "#[cfg(feature = \"x\")]\npub use slugs::slug;\n"), "");
}

TEST(RustPartOfPackage, OneLineOrTableMovesAsItIs) {
  const std::string source = "fn f() { slugs::slug() }\n";
  EXPECT_EQ(declared(package + "\n[dev-dependencies]\nslugs = \"1\" # for names\n", source),
            package + "\n[dev-dependencies]\n\n[dependencies]\nslugs = \"1\" # for names\n");
  EXPECT_EQ(declared(package + "\n[dev-dependencies]\nslugs.version = \"1\"\nslugs.features = []\n", source), "");
  EXPECT_EQ(declared(package + "\n[dependencies.slugs]\noptional = true\n\n[dev-dependencies.slugs]\n", source), "");
  EXPECT_EQ(
      declared(package + "\n[dependencies.slugs]\noptional = true\n\n[dev-dependencies]\nslugs = \"1\"\n", source), "");
  EXPECT_EQ(declared("[workspace.dependencies]\nslugs = \"1\"\n\n" + package +
                         "\n[dependencies]\n\n[dev-dependencies]\nslugs.workspace = true\n",
                     source),
            "[workspace.dependencies]\nslugs = \"1\"\n\n" + package +
                "\n[dependencies]\nslugs.workspace = true\n\n[dev-dependencies]\n");
}

TEST(RustPartOfPackage, MarksWithinMarksAreReadOnce) {
  std::string source;
  while (source.size() < 290'000) source += "#[test]{";
  EXPECT_EQ(declared(for_tests, source + "slugs::slug()"), "");
}

Occurrence which(const std::string& programs) {
  return rustc("error: `cargo run` could not determine which binary to run.", {"available binaries: " + programs});
}

TEST(RustDefaultRun, IsTheProgramOfTheMainFile) {
  const Files files = {{"Cargo.toml", package}, {"src/main.rs", ""}, {"src/bin/gen.rs", ""}};
  EXPECT_EQ(mended("rust.set-default-run", files, which("gen, sluice")).at("Cargo.toml"),
            package + "default-run = \"sluice\"\n");
  const Files named = {{"Cargo.toml", package + "\n[[bin]]\nname = \"lock\"\npath = \"src/main.rs\"\n"},
                       {"src/main.rs", ""},
                       {"src/bin/gen.rs", ""}};
  EXPECT_TRUE(
      contains(mended("rust.set-default-run", named, which("gen, lock")).at("Cargo.toml"), "default-run = \"lock\""));
}

TEST(RustDefaultRun, APathMayStandBeforeItsName) {
  const Files files = {{"Cargo.toml", package + "\n[[bin]]\nname = \"gen\"\npath = \"gen.rs\"\n\n[[bin]]\npath = "
                                                "'src/main.rs'\nname = \"lock\"\n"},
                       {"src/main.rs", ""}};
  EXPECT_TRUE(
      contains(mended("rust.set-default-run", files, which("gen, lock")).at("Cargo.toml"), "default-run = \"lock\""));
}

TEST(RustDefaultRun, OfTwoEqualProgramsNobodyKnows) {
  const Files files = {{"Cargo.toml", package}, {"src/bin/a.rs", ""}, {"src/bin/b.rs", ""}};
  EXPECT_TRUE(mended("rust.set-default-run", files, which("a, b")).empty());
}

TEST(RustPartOfPackage, AMissingCrateIsAddedForThePartThatUsesIt) {
  const auto added = [](const std::string& path, const std::string& lib) {
    const Files files = {{"Cargo.toml", package}, {"src/lib.rs", lib}, {path, "use slugs::slug;\n"}};
    auto one = unresolved(path + ":1:5");
    one.locations = {{path, 1, 5}};
    return mended("rust.add-crate", files, one).at("Cargo.toml");
  };
  EXPECT_EQ(added("build.rs", ""), package + "\n[build-dependencies]\nslugs = \"*\"\n");
  EXPECT_EQ(added("tests/a.rs", ""), package + "\n[dev-dependencies]\nslugs = \"*\"\n");
  EXPECT_EQ(added("src/road.rs", "#[cfg(test)]\nmod road;\n"), package + "\n[dev-dependencies]\nslugs = \"*\"\n");
  EXPECT_EQ(added("src/road.rs", "mod road;\n"), package + "\n[dependencies]\nslugs = \"*\"\n");
}

TEST(RustUnusedImport, IsKeptForTheTestsThatUseIt) {
  const auto after = [](const std::string& text, const std::string& name, const std::string& place = "1:5") {
    auto one = said("error: unused import: `" + name + "`", {});
    one.after = {" --> src/lib.rs:" + place, "  |"};
    const auto changed = mended("rust.apply-suggestion", Files{{"src/lib.rs", text}}, diagnosis_of({one}));
    return changed.empty() ? "nothing" : changed.at("src/lib.rs");
  };
  const std::string head = "pub fn f() {}\n\n#[cfg(test)]\nmod tests {\n", end = "}\n";
  const std::string all = "    use super::*;\n", use = "    use a::B;\n", test = "    fn t() { B::new(); }\n";
  EXPECT_EQ(after("use a::B;\n" + head + all + "\n" + test + end, "a::B"), head + all + use + "\n" + test + end);
  EXPECT_EQ(after("use a::{B, C};\n" + head + all + "    use z::Z;\n" + test + end, "B", "1:9"),
            "use a::C;\n" + head + all + use + "    use z::Z;\n" + test + end);
  EXPECT_EQ(after("use a::X as B;\n" + head + all + test + end, "a::X as B"),
            head + all + "    use a::X as B;\n" + test + end);
  EXPECT_EQ(after("use a::B;\n" + head + "    use super::{f, B};\n" + test + end, "a::B"),
            "#[cfg(test)]\nuse a::B;\n" + head + "    use super::{f, B};\n" + test + end)
      << "they name it";
  EXPECT_EQ(after("use super::B;\n" + head + all + test + end, "super::B"),
            "#[cfg(test)]\nuse super::B;\n" + head + all + test + end)
      << "another one is above them";
  EXPECT_EQ(after("use a::B;\n" + head + all + use + test + end, "a::B"), head + all + use + test + end)
      << "they have their own";
  EXPECT_EQ(after("use a::B;\n" + head + all + "    fn t() { c.B(); d::B(); }\n" + end, "a::B"),
            head + all + "    fn t() { c.B(); d::B(); }\n" + end)
      << "others of that name";
  EXPECT_EQ(after("use a::{B, C};\n" + head + "    fn t() { super::B::new(); }\n" + end, "B", "1:9"), "nothing");
}

}  // namespace
}  // namespace regreen::story
