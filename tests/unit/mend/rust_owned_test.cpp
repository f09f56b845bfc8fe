#include "unit/mend/story.h"

namespace regreen::story {
namespace {

const std::string table = "src/table.rs";

Occurrence told(const std::string& header, std::size_t line, std::size_t column, std::vector<std::string> rows = {}) {
  auto one = said(header, {});
  one.after = {" --> src/table.rs:" + std::to_string(line) + ":" + std::to_string(column), "  |"};
  one.after.insert(one.after.end(), rows.begin(), rows.end());
  one.locations = {{table, line, column}};
  return one;
}

std::string after(std::string_view remedy, const std::string& text, const Occurrence& one, Files more = {}) {
  more[table] = text;
  more["Cargo.toml"] = "[package]\nname = \"t\"\n";
  const auto files = mended(remedy, more, one);
  return files.empty() ? "nothing" : files.begin()->second;
}

// ---- results that are dropped ----

std::string passed_on(const std::string& text, std::size_t line, std::size_t column) {
  return after("rust.pass-on-error", text, told("error: unused `Result` that must be used", line, column));
}

TEST(RustDroppedResult, GoesToTheCaller) {
  EXPECT_EQ(passed_on("fn f(out: &mut W) -> io::Result<()> {\n    writeln!(out, \"a; b\");\n    Ok(())\n}\n", 2, 5),
            "fn f(out: &mut W) -> io::Result<()> {\n    writeln!(out, \"a; b\")?;\n    Ok(())\n}\n");
  EXPECT_EQ(
      passed_on(
          "fn f() -> Result<(), E> {\n  if a || b { for x in y {\n    out\n      .flush(x);\n  } }\n  Ok(())\n}\n", 3,
          5),
      "fn f() -> Result<(), E> {\n  if a || b { for x in y {\n    out\n      .flush(x)?;\n  } }\n  Ok(())\n}\n");
  EXPECT_EQ(
      passed_on("async fn f() -> Result<()> {\n  match x {\n    A | B => { go().await; }\n  }\n  Ok(())\n}\n", 3, 16),
      "async fn f() -> Result<()> {\n  match x {\n    A | B => { go().await?; }\n  }\n  Ok(())\n}\n");
}

TEST(RustDroppedResult, StaysWhereNobodyIsToldOrOneMayGoOn) {
  EXPECT_EQ(passed_on("fn f() {\n    out.flush();\n}\n", 2, 5), "nothing");
  EXPECT_EQ(passed_on("fn f() -> Option<u8> {\n    out.flush();\n    None\n}\n", 2, 5), "nothing");
  EXPECT_EQ(passed_on("fn f() -> Result<()> {\n  run(|a, b| {\n    out.flush();\n  });\n  Ok(())\n}\n", 3, 5),
            "nothing");
  EXPECT_EQ(passed_on("fn f() -> Result<()> {\n  spawn(async move {\n    out.flush();\n  });\n  Ok(())\n}\n", 3, 5),
            "nothing");
  EXPECT_EQ(passed_on("fn f() -> Result<()> {\n  fs::remove_file(path);\n  Ok(())\n}\n", 2, 3), "nothing");
  EXPECT_EQ(passed_on("fn f() -> Result<()> {\n  tx.send(1);\n  Ok(())\n}\n", 2, 3), "nothing");
}

// ---- packages beside the members of a workspace ----

std::string joined(const std::string& manifest, const std::string& folder, const std::string& more = "") {
  auto one = said("error: current package believes it's in a workspace when it's not:", {});
  one.after = {"current:   /builds/p/" + folder + "/Cargo.toml", "workspace: /builds/p/Cargo.toml"};
  const auto files =
      mended("rust.add-member",
             Files{{"Cargo.toml", manifest}, {folder + "/Cargo.toml", "[package]\nname = \"e\"\n" + more}}, one);
  return files.empty() ? "nothing" : files.at("Cargo.toml");
}

TEST(RustMember, IsAPackageBesideOneThatIsOne) {
  EXPECT_EQ(joined("[workspace]\nmembers = [\"crates/core\", \"crates/read\"]\n", "crates/emit"),
            "[workspace]\nmembers = [\"crates/core\", \"crates/emit\", \"crates/read\"]\n");
  EXPECT_EQ(joined("[workspace]\nmembers = [\n  \"server\",\n  \"core/\",\n]\n", "cli"),
            "[workspace]\nmembers = [\n  \"server\",\n  \"core/\",\n  \"cli\",\n]\n");
}

TEST(RustMember, IsAPackageThatTakesFromItsWorkspace) {
  const std::string root = "[workspace]\nmembers = [\"crates/core\"]\n";
  const std::string with_tool = "[workspace]\nmembers = [\"crates/core\", \"tools/emit\"]\n";
  EXPECT_EQ(joined(root, "tools/emit", "version.workspace = true\n"), with_tool);
  EXPECT_EQ(joined(root, "tools/emit", "[dependencies]\nlog = { features = [\"std\"], workspace = true }\n"),
            with_tool);
  EXPECT_EQ(joined(root, "tools/emit", "[dev-dependencies.log]\nworkspace = true\n"), with_tool);
  EXPECT_EQ(joined(root, "tools/emit", "[lints]\nworkspace = true\n"), with_tool);
  EXPECT_EQ(joined("[package]\nname = \"p\"\n\n[workspace]\nresolver = \"2\"\n", "emit", "edition.workspace = true\n"),
            "[package]\nname = \"p\"\n\n[workspace]\nresolver = \"2\"\nmembers = [\"emit\"]\n");
  EXPECT_EQ(joined(root, "tools/emit", "# version.workspace = true\n"), "nothing");
  EXPECT_EQ(joined(root, "tools/emit", "[package.metadata.tool]\nworkspace = true\n"), "nothing");
  EXPECT_EQ(joined(root, "tools/emit", "[dependencies]\nworkspace = \"1\"\n"), "nothing");
  EXPECT_EQ(joined(root, "templates/emit", "version.workspace = true\n"), "nothing");
}

TEST(RustMember, IsNoneThatMayBeMeantToStayOutside) {
  EXPECT_EQ(joined("[workspace]\nmembers = [\"crates/core\"]\n", "tools/emit"), "nothing");
  EXPECT_EQ(joined("[workspace]\nmembers = [\"core\"]\n", "fuzz"), "nothing");
  EXPECT_EQ(joined("[workspace]\nmembers = [\"tests/fixtures/a\"]\n", "tests/fixtures/b"), "nothing");
  EXPECT_EQ(joined("[package]\nname = \"p\"\n[workspace]\n", "emit"), "nothing") << "no list";
}

// ---- what is given borrows from what is changed ----

std::string owned(const std::string& text, std::size_t line, std::size_t column, const std::string& used = "call") {
  return after("rust.own-argument", text,
               told("error[E0502]: cannot borrow `*self` as mutable because it is also borrowed as immutable", line,
                    column, {"   |             |    immutable borrow later used by " + used}));
}

TEST(RustArgument, IsCopiedWhereItBorrows) {
  EXPECT_EQ(owned("  if let Some(text) = longest {\n    self.add(text);\n  }\n", 2, 5),
            "  if let Some(text) = longest {\n    let text = text.to_owned();\n    self.add(&text);\n  }\n");
  EXPECT_EQ(owned("{\n    self.out.put(1, frame, &self.out.name);\n}\n", 2, 5),
            "{\n    let name = self.out.name.to_owned();\n    self.out.put(1, frame, &name);\n}\n");
  EXPECT_EQ(owned("{\n    let n = self.add(\"a\", text);\n}\n", 2, 13),
            "{\n    let text = text.to_owned();\n    let n = self.add(\"a\", &text);\n}\n");
}

TEST(RustArgument, StaysWhereItMayBeAnother) {
  EXPECT_EQ(owned("{\n    self.add(text, other);\n}\n", 2, 5), "nothing");
  EXPECT_EQ(owned("{\n    self.add(text.trim());\n}\n", 2, 5), "nothing");
  EXPECT_EQ(owned("match x {\n    Some(t) => self.add(t),\n}\n", 2, 16), "nothing") << "no statement";
  EXPECT_EQ(owned("{\n    self.add(text);\n}\n", 2, 5, "here"), "nothing");
  EXPECT_EQ(owned("{\n  if x { self.add(text); }\n}\n", 2, 10), "nothing") << "it has no line of its own";
}

TEST(RustArgument, IsCopiedUnderANameOfItsOwn) {
  const auto renamed = [](const std::string& parameter, const std::string& rest) {
    return owned("fn f(&mut self, " + parameter + ": T) {\n    self.forget(&self.name);\n    " + rest + "\n}\n", 2, 5);
  };
  EXPECT_EQ(renamed("name", "self.name = name;"),
            "fn f(&mut self, name: T) {\n    let own_name = self.name.to_owned();\n    self.forget(&own_name);\n"
            "    self.name = name;\n}\n");
  EXPECT_EQ(renamed("a", "println!(\"{name}\");"),
            "fn f(&mut self, a: T) {\n    let own_name = self.name.to_owned();\n    self.forget(&own_name);\n"
            "    println!(\"{name}\");\n}\n");
  EXPECT_EQ(renamed("a", "g(self.name);"),
            "fn f(&mut self, a: T) {\n    let name = self.name.to_owned();\n    self.forget(&name);\n"
            "    g(self.name);\n}\n");
  EXPECT_EQ(renamed("name", "g(own_name);"), "nothing");
}

// ---- imports of what a feature has ----

std::string gated(const std::string& text, const std::string& lib, std::size_t column = 12) {
  return after("rust.gate-import", text, told("error[E0432]: unresolved import `crate::json`", 1, column),
               {{"src/lib.rs", lib}, {"src/json.rs", "pub fn quote() {}\n"}});
}

const std::string condition = "#[cfg(feature = \"json\")]\n";

TEST(RustGatedImport, StandsUnderTheConditionOfAllThatUsesIt) {
  const std::string lib = condition + "pub mod json;\nmod table;\n";
  const std::string uses = "impl A {\n    fn text() {}\n    #[cfg(feature = \"json\")]\n    fn json() { quote() }\n}\n";
  EXPECT_EQ(gated("use crate::json::quote;\n" + uses, lib), condition + "use crate::json::quote;\n" + uses);
  EXPECT_EQ(gated("use crate::json::{quote, text as t};\n" + uses, lib),
            condition + "use crate::json::{quote, text as t};\n" + uses);
  EXPECT_EQ(gated("pub use crate::json::quote;\n", lib, 16), condition + "pub use crate::json::quote;\n");
  const std::string derived = "#[cfg_attr(feature = \"json\", derive(quote))]\nstruct A;\n";
  EXPECT_EQ(gated("use crate::json::quote;\n" + derived, lib), condition + "use crate::json::quote;\n" + derived);
}

TEST(RustGatedImport, OfAnOptionalCrateStandsUnderItsFeature) {
  const auto imported = [](const std::string& manifest, const std::string& feature) {
    const std::string text = "use re_gex::Regex;\n#[cfg(feature = \"" + feature + "\")]\nfn f(r: &Regex) {}\n";
    const Files files = {{table, text}, {"Cargo.toml", "[package]\nname = \"t\"\n" + manifest}};
    const auto changed = mended("rust.gate-import", files, told("error[E0432]: unresolved import `re_gex`", 1, 5));
    return changed.empty()                                                         ? "nothing"
           : changed.at(table) == "#[cfg(feature = \"" + feature + "\")]\n" + text ? "gated"
                                                                                   : "else";
  };
  const std::string optional = "[dependencies]\nre-gex = { version = \"1\", optional = true }\n";
  EXPECT_STREQ(imported(optional, "re-gex"), "gated");
  EXPECT_STREQ(imported("[dependencies.re-gex]\nversion = \"1\"\noptional = true\n", "re-gex"), "gated");
  EXPECT_STREQ(imported(optional + "[features]\nfind = [\"dep:re-gex\"]\n", "find"), "gated");
  EXPECT_STREQ(imported(optional + "[features]\nfind = [\"dep:re-gex\"]\n", "re-gex"), "nothing");
  EXPECT_STREQ(imported("[dependencies]\nre-gex = \"1\"\n", "re-gex"), "nothing");
  EXPECT_STREQ(imported("", "re-gex"), "nothing");
}

TEST(RustGatedImport, StaysWhereOnlyAPartOfAListIsMissingOrItIsOfAnotherCrate) {
  const std::string lib = condition + "pub mod json;\nmod table;\n", use = "\n" + condition + "fn f() { json() }\n";
  const auto missing = [&](const std::string& path, const std::string& text, const std::string& manifest = "",
                           std::size_t column = 0) {
    const Files files = {{table, text},
                         {"src/lib.rs", lib},
                         {"src/codec.rs", condition + "pub struct Json;\npub struct Table;\n"},
                         {"Cargo.toml", "[package]\nname = \"t\"\n" + manifest}};
    const auto changed =
        mended("rust.gate-import", files,
               told("error[E0432]: unresolved import `" + path + "`", 1, column != 0 ? column : text.find(path) + 1));
    return !changed.empty();
  };
  EXPECT_TRUE(missing("crate::codec::Json", "pub use crate::codec::Json;\n"));
  EXPECT_FALSE(missing("crate::codec::Json", "pub use crate::codec::{Json, Table};\n"));
  EXPECT_TRUE(
      missing("crate::codec::Json`, `crate::codec::Json", "pub use crate::codec::{Json, Json as J};\n", "", 16));
  EXPECT_FALSE(missing("other::json", "use other::json;" + use));
  EXPECT_TRUE(missing("t::json", "use t::json;" + use)) << "the package itself";
  const std::string optional = "[dependencies]\nlog = { version = \"1\", optional = true }\n";
  EXPECT_TRUE(missing("log", "pub use log;\n", optional));
  EXPECT_FALSE(missing("crate::log", "pub use crate::log;\n", optional));
}

TEST(RustGatedImport, StaysWhereSomethingElseUsesItOrNothingIsKnown) {
  const std::string lib = condition + "pub mod json;\n", use = "use crate::json::quote;\n";
  EXPECT_EQ(gated(use + "fn text() { quote() }\n", lib), "nothing");
  EXPECT_EQ(gated(use, lib), "nothing") << "nothing uses it";
  EXPECT_EQ(gated(use + "#[cfg(feature = \"yaml\")]\nfn yaml() { quote() }\n", lib), "nothing");
  EXPECT_EQ(gated(use + condition + "fn json() { quote() }\n", "pub mod json;\n"), "nothing") << "always there";
  EXPECT_EQ(gated("use crate::json::*;\n" + condition + "fn json() { quote() }\n", lib), "nothing");
}

// ---- enums that are moved ----

std::string copied(const std::string& text) {
  return after("rust.derive", text,
               told("error[E0507]: cannot move out of `self.kind` which is behind a shared reference", 9, 9,
                    {"9 |  self.kind as u8",
                     "  |  ^^^^^^^^^ move occurs because `self.kind` has type `kind::Kind`, which "
                     "does not implement the `Copy` trait"}));
}

TEST(RustCopy, IsDerivedForEnumsThatHoldNothing) {
  EXPECT_EQ(copied("#[derive(Debug, PartialEq)]\npub enum Kind {\n    A = 1,\n    #[default]\n    B,\n}\n"),
            "#[derive(Clone, Copy, Debug, PartialEq)]\npub enum Kind {\n    A = 1,\n    #[default]\n    B,\n}\n");
  EXPECT_EQ(copied("#[derive(Debug, Clone)]\nenum Kind { A, B }\n"),
            "#[derive(Debug, Clone, Copy)]\nenum Kind { A, B }\n");
  EXPECT_EQ(copied("enum Kind { A, B }\n"), "#[derive(Clone, Copy)]\nenum Kind { A, B }\n");
}

TEST(RustCopy, IsNotDerivedForWhatHoldsSomething) {
  EXPECT_EQ(copied("enum Kind { A, B(u8) }\n"), "nothing");
  EXPECT_EQ(copied("enum Kind { A, B { size: u8 } }\n"), "nothing");
  EXPECT_EQ(copied("struct Kind { size: u8 }\n"), "nothing");
  EXPECT_EQ(copied("enum Kind { A, B }\nimpl Drop for Kind { fn drop(&mut self) {} }\n"), "nothing");
  EXPECT_EQ(copied("enum Kind { A, B }\nimpl Clone for Kind { fn clone(&self) -> Kind { Kind::A } }\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
