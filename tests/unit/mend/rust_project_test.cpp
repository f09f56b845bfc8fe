// Rust: names that a crate, a program or a folder had before, and errors that are handed on as another type.

#include "story.h"

#include <algorithm>

namespace regreen::story {
namespace {

const std::string package = "[package]\nname = \"line-clip\"\nversion = \"0.3.0\"\n";

Occurrence unresolved(const std::string& name, const std::string& file, std::size_t line) {
  return said("error[E0432]: unresolved import `" + name + "`", {{"module", name}}, {{file, line, 5}});
}

TEST(RustCrateName, DocumentationAndTestsCallTheCrateByItsNameOfToday) {
  const Files files = {
      {"Cargo.toml", package},
      {"src/lib.rs",
       "/// use clipline::clip;\n/// let s = \"clipline\"; clipline::clip(s);\npub fn clip() {}\n"
       "pub use width::{width, Width};\nmod width;\n"},
      {"src/width.rs", "/// use clipline::{width, Width as W};\npub fn width() {}\npub struct Width;\n"},
      {"tests/clip.rs",
       "use clipline::clip;\nfn f() { clipline::clip(); println!(\"clipline::x\"); other::clipline::y(); }\n"}};
  const auto after = mended("rust.fix-crate-name", files, unresolved("clipline", "src/lib.rs", 1));
  EXPECT_EQ(after.at("src/lib.rs"),
            "/// use line_clip::clip;\n/// let s = \"clipline\"; line_clip::clip(s);\npub fn clip() {}\n"
            "pub use width::{width, Width};\nmod width;\n");
  EXPECT_EQ(after.at("src/width.rs"),
            "/// use line_clip::{width, Width as W};\npub fn width() {}\npub struct Width;\n");
  EXPECT_EQ(after.at("tests/clip.rs"),
            "use line_clip::clip;\nfn f() { line_clip::clip(); println!(\"clipline::x\"); other::clipline::y(); }\n");
}

TEST(RustCrateName, ALibraryOfTheTreeIsKnownByWhatItExports) {
  const Files files = {
      {"core/Cargo.toml", "[package]\nname = \"rain-core\"\n"},
      {"core/src/lib.rs", "pub fn day() {}\n"},
      {"report/Cargo.toml", "[package]\nname = \"report\"\n\n[dependencies]\nrain-core = { path = \"../core\" }\n"},
      {"report/src/lib.rs", "pub fn line() { rain::day() }\n"}};
  const auto after = mended("rust.fix-crate-name", files, unresolved("rain", "report/src/lib.rs", 1));
  EXPECT_EQ(after, (Files{{"report/src/lib.rs", "pub fn line() { rain_core::day() }\n"}}));
}

TEST(RustCrateName, WhatTheCrateDoesNotExportIsAnotherCrate) {
  const Files files = {{"Cargo.toml", package},
                       {"src/lib.rs", "pub fn clip() {}\nfn inner() {}\n"},
                       {"tests/a.rs", "use rand::Rng;\nuse rand::clip;\n"},
                       {"tests/b.rs", "use hidden::inner;\n"},
                       {"tests/c.rs", "use all::*;\n"}};
  EXPECT_TRUE(mended("rust.fix-crate-name", files, unresolved("rand", "tests/a.rs", 1)).empty());
  EXPECT_TRUE(mended("rust.fix-crate-name", files, unresolved("hidden", "tests/b.rs", 1)).empty());
  EXPECT_TRUE(mended("rust.fix-crate-name", files, unresolved("all", "tests/c.rs", 1)).empty());
}

TEST(RustCrateName, ACrateThatAManifestNamesIsMissingForAnotherReason) {
  const Files files = {{"Cargo.toml", package + "\n[target.'cfg(unix)'.dependencies]\nclip-line = \"1\"\n"},
                       {"src/lib.rs", "pub fn clip() {}\n"},
                       {"tests/a.rs", "use clip_line::clip;\n"}};
  EXPECT_TRUE(mended("rust.fix-crate-name", files, unresolved("clip_line", "tests/a.rs", 1)).empty());
}

Occurrence unknown_program(const std::string& name) {
  return said("error: environment variable `CARGO_BIN_EXE_" + name + "` not defined", {{"symbol", name}},
              {{"tests/cli.rs", 1, 5}});
}

const std::string runs = "fn a() { env!(\"CARGO_BIN_EXE_tally\"); env!(\"CARGO_BIN_EXE_tally-x\"); }\n";

TEST(RustProgram, ATestRunsTheOnlyProgramOfItsPackage) {
  const Files files = {{"Cargo.toml", package + "\n[[bin]]\nname = \"tallyho\"\npath = \"src/main.rs\"\n"},
                       {"src/main.rs", "fn main() {}\n"},
                       {"tests/cli.rs", runs},
                       {"other/Cargo.toml", "[package]\nname = \"other\"\n"},
                       {"other/tests/cli.rs", runs}};
  EXPECT_EQ(
      mended("rust.fix-binary-name", files, unknown_program("tally")),
      (Files{{"tests/cli.rs", "fn a() { env!(\"CARGO_BIN_EXE_tallyho\"); env!(\"CARGO_BIN_EXE_tally-x\"); }\n"}}));
}

TEST(RustProgram, OfSeveralOnlyASlipIsMeant) {
  Files files = {{"Cargo.toml", package},
                 {"src/bin/tallly.rs", "fn main() {}\n"},
                 {"src/bin/serve/main.rs", "fn main() {}\n"},
                 {"tests/cli.rs", runs}};
  EXPECT_EQ(mended("rust.fix-binary-name", files, unknown_program("tally")).size(), 1U);
  files.erase("src/bin/tallly.rs");
  files["src/main.rs"] = "fn main() {}\n";
  EXPECT_TRUE(mended("rust.fix-binary-name", files, unknown_program("tally")).empty());
}

TEST(RustProgram, AProgramThatThePackageNamesIsNotRenamed) {
  const Files files = {{"Cargo.toml", package + "\n[[bin]]\nname = \"tally\"\nrequired-features = [\"cli\"]\n"},
                       {"tests/cli.rs", runs}};
  EXPECT_TRUE(mended("rust.fix-binary-name", files, unknown_program("tally")).empty());
}

Occurrence folder_gone(const std::string& folder) {
  const auto path = "/builds/rain/" + folder + "/Cargo.toml";
  return said("  failed to read `" + path + "`", {{"path", path}});
}

Files rain(const std::string& members) {
  return {{"Cargo.toml", "[workspace]\n" + members},
          {"crates/core/Cargo.toml", "[package]\nname = \"rain-core\"\n"},
          {"crates/report/Cargo.toml",
           "[package]\nname = \"report\"\n\n[dependencies]\nrain-core = { version = \"2\", path = \"../core\" }\n"}};
}

TEST(RustMembers, AMemberThatIsGoneIsNoMember) {
  EXPECT_EQ(mended("rust.fix-members",
                   rain("members = [\n    \"crates/core\",\n    \"crates/legacy\", # old\n    \"crates/report\",\n]\n"),
                   folder_gone("crates/legacy"))
                .at("Cargo.toml"),
            "[workspace]\nmembers = [\n    \"crates/core\",\n    \"crates/report\",\n]\n");
  EXPECT_EQ(mended("rust.fix-members",
                   rain("members = [\"crates/core\", \"crates/report\", \"crates/legacy\"]\ndefault-members = "
                        "[\"crates/legacy\", \"crates/core\"]\n"),
                   folder_gone("crates/legacy"))
                .at("Cargo.toml"),
            "[workspace]\nmembers = [\"crates/core\", \"crates/report\"]\ndefault-members = [\"crates/core\"]\n");
  EXPECT_EQ(mended("rust.fix-members",
                   rain("members = [\"crates/core\", \"crates/report\", \"crates/legacy\", \"./crates/legacy\"]\n"),
                   folder_gone("crates/legacy"))
                .at("Cargo.toml"),
            "[workspace]\nmembers = [\"crates/core\", \"crates/report\"]\n");
}

TEST(RustMembers, AMemberThatMovedIsNamedWhereItIs) {
  auto files = rain("members = [\"crates/core\", \"legacy\", \"crates/report\"]\n");
  files["attic/legacy/Cargo.toml"] = "[package]\nname = \"legacy\"\n";
  EXPECT_EQ(mended("rust.fix-members", files, folder_gone("legacy")).at("Cargo.toml"),
            "[workspace]\nmembers = [\"crates/core\", \"attic/legacy\", \"crates/report\"]\n");
}

TEST(RustMembers, AMemberThatIsInUseIsMissing) {
  const std::string members = "members = [\"crates/core\", \"crates/legacy\"]\n";
  const auto kept = [&](const std::string& path, const std::string& text) {
    auto files = rain(members);
    files[path] = text;
    return mended("rust.fix-members", files, folder_gone("crates/legacy")).empty();
  };
  EXPECT_TRUE(kept(".gitmodules", "[submodule \"legacy\"]\n\tpath = crates/legacy\n"));
  EXPECT_TRUE(kept(".gitignore", "/target\nlegacy/\n"));
  EXPECT_TRUE(kept(".github/workflows/ci.yml", "run: cd crates/legacy && cargo test\n"));
  EXPECT_TRUE(kept("app/Cargo.toml", "[package]\nname = \"app\"\n\n[dependencies.old]\npath = \"../crates/legacy\"\n"));
  EXPECT_TRUE(kept("crates/legacy/src/lib.rs", "\n"));
  EXPECT_FALSE(kept("CHANGELOG.md", "- `crates/legacy` is gone\n"));
}

TEST(RustMembers, ADependencyIsFoundByItsName) {
  auto files = rain("members = [\"crates/*\"]\n");
  files["crates/report/Cargo.toml"] =
      "[package]\nname = \"report\"\n\n[dependencies]\nrain-core = { path = \"../old/core\" }\n";
  EXPECT_EQ(mended("rust.fix-members", files, folder_gone("crates/old/core")).at("crates/report/Cargo.toml"),
            "[package]\nname = \"report\"\n\n[dependencies]\nrain-core = { path = \"../core\" }\n");
  files["copy/Cargo.toml"] = "[package]\nname = \"rain-core\"\n";
  EXPECT_TRUE(mended("rust.fix-members", files, folder_gone("crates/old/core")).empty());
}

std::string mapped(const std::string& promised, const std::string& type, const std::string& text) {
  const auto at = text.find('?');
  const auto line = static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n')) + 1;
  const auto column = at - (text.rfind('\n', at) + 1) + 1;
  auto one = said("error[E0277]: `?` couldn't convert the error to `" + promised + "`", {{"code", "E0277"}},
                  {{"src/lib.rs", line, column}});
  one.after = {"  |", "  | ^ the trait `From<" + type + ">` is not implemented for `" + promised + "`"};
  const auto after = mended("rust.map-error", {{"src/lib.rs", text}}, one);
  return after.empty() ? "nothing" : after.at("src/lib.rs");
}

TEST(RustError, WhereATextIsPromisedTheErrorIsPrinted) {
  EXPECT_EQ(mapped("String", "ParseIntError", "fn f(s: &str) -> Result<u8, String> { Ok(s.parse::<u8>()?) }\n"),
            "fn f(s: &str) -> Result<u8, String> { Ok(s.parse::<u8>().map_err(|e| e.to_string())?) }\n");
  EXPECT_EQ(mapped("String", "()", "fn f() -> Result<u8, String> { Err(())? }\n"), "nothing");
  EXPECT_EQ(mapped("String", "Own", "struct Own;\nfn f() -> Result<u8, String> { own()? }\n"), "nothing");
}

TEST(RustError, EachMessageIsMendedAtItsOwnPlace) {
  const std::string text =
      "fn f(a: &str) -> Result<u8, String> {\n    a.parse::<u8>()?;\n    Ok(a.parse::<u8>()?)\n}\n";
  std::vector<Occurrence> both;
  for (const std::size_t line : {2, 3}) {
    const std::size_t column = line == 2 ? 20 : 23;
    auto one = said("error[E0277]: `?` couldn't convert the error to `String`", {}, {{"src/lib.rs", 2, 20}});
    one.after = {" --> src/lib.rs:" + std::to_string(line) + ":" + std::to_string(column),
                 "  | ^ the trait `From<ParseIntError>` is not implemented for `String`"};
    both.push_back(std::move(one));
  }
  EXPECT_EQ(mended("rust.map-error", {{"src/lib.rs", text}}, diagnosis_of(both)).at("src/lib.rs"),
            "fn f(a: &str) -> Result<u8, String> {\n    a.parse::<u8>().map_err(|e| e.to_string())?;\n"
            "    Ok(a.parse::<u8>().map_err(|e| e.to_string())?)\n}\n");
}

TEST(RustError, AnAttributeThatDoesNotEndIsNoVariant) {
  const std::string kinds = "enum LoadError { #[error( }\n";
  EXPECT_EQ(mapped("LoadError", "std::io::Error", kinds + "fn f() -> Result<(), LoadError> { open()?; Ok(()) }\n"),
            "nothing");
}

TEST(RustError, WhereAnEnumerationIsPromisedItIsTheVariantThatHoldsIt) {
  const std::string kinds =
      "enum LoadError {\n    #[doc = \"x\"]\n    Io(std::io::Error),\n    Parse(ParseIntError),\n    "
      "Other(String),\n}\n";
  EXPECT_EQ(mapped("LoadError", "std::io::Error", kinds + "fn f() -> Result<(), LoadError> { open()?; Ok(()) }\n"),
            kinds + "fn f() -> Result<(), LoadError> { open().map_err(LoadError::Io)?; Ok(()) }\n");
  EXPECT_EQ(mapped("LoadError", "FromUtf8Error", kinds + "fn f() -> Result<(), LoadError> { open()?; Ok(()) }\n"),
            "nothing");
  const std::string twice = "enum LoadError { Read(io::Error), Write(io::Error) }\n";
  EXPECT_EQ(mapped("LoadError", "std::io::Error", twice + "fn f() -> Result<(), LoadError> { open()?; Ok(()) }\n"),
            "nothing");
}

TEST(RustLock, OfANewerCargoIsGivenTheOlderVersion) {
  const auto after = [](const std::string& path, const std::string& text, const std::string& version = "4") {
    auto one =
        said("  lock file version `" + version + "` was found, but this version of Cargo", {{"version", version}});
    one.before = {"error: failed to parse lock file at: /srv/app/" + path, "", "Caused by:"};
    const auto files = mended("rust.lower-lock", Files{{path, text}, {"old/Cargo.lock", "version = 4\n"}}, one);
    return files.empty() ? "nothing" : files.at(path);
  };
  const std::string packages = "\n[[package]]\nname = \"a\"\nversion = 4\n";
  const std::string git = "source = \"git+https://example.org/a?branch=main#12\"\n";
  EXPECT_EQ(after("Cargo.lock", "# by Cargo\nversion = 4\n" + packages + git),
            "# by Cargo\nversion = 3\n" + packages + git);
  EXPECT_EQ(after("tools/Cargo.lock", "version = 4\r\n"), "version = 3\r\n");
  EXPECT_EQ(
      after("Cargo.lock", "version = 4\n" + packages + "source = \"git+https://example.org/a?branch=b%2Fc#12\"\n"),
      "nothing");
  EXPECT_EQ(after("Cargo.lock", "version = 5\n", "5"), "nothing");
  EXPECT_EQ(after("Cargo.lock", packages), "nothing");
}

}  // namespace
}  // namespace regreen::story
