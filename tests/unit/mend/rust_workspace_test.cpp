#include "story.h"

namespace regreen {
namespace {

using namespace story;

Occurrence inheriting(const std::string& key, const std::string& manifest) {
  auto one = said("  error inheriting `x` from workspace root manifest's `workspace." + key + "`", {{"key", key}});
  one.before = {"Caused by:", "  failed to parse manifest at `/builds/almanac/" + manifest + "`", "", "Caused by:"};
  return one;
}

std::string package(const std::string& name, const std::string& more) {
  return "[package]\nname = \"" + name + "\"\nversion.workspace = true\n" + more;
}

const std::string front = "[workspace]\nmembers = [\"crates/*\"]\n\n[workspace.package]\nversion = \"0.5.0\"\n\n";

const auto report = package("report", "\n[dependencies]\ntext = { workspace = true }\n");

TEST(RustWorkspace, ListsThePackageByItsFolder) {
  const auto after = mended("rust.list-in-workspace",
                            {{"Cargo.toml", front + "[workspace.dependencies]\nmoon = { path = \"crates/moon\" }\n"},
                             {"crates/moon/Cargo.toml", package("moon", "")},
                             {"crates/text-table/Cargo.toml", package("text", "")},
                             {"crates/report/Cargo.toml", report}},
                            inheriting("dependencies.text", "crates/report/Cargo.toml"));
  ASSERT_EQ(after.size(), 1);
  EXPECT_EQ(
      after.at("Cargo.toml"),
      front + "[workspace.dependencies]\nmoon = { path = \"crates/moon\" }\ntext = { path = \"crates/text-table\" }\n");
}

TEST(RustWorkspace, NamesTheVersionWhereTheOthersHaveOne) {
  const auto list = "[workspace.dependencies]\nmoon = { path = \"crates/moon\", version = \"0.5.0\" }\n";
  const auto after = mended("rust.list-in-workspace",
                            {{"Cargo.toml", front + list},
                             {"crates/moon/Cargo.toml", package("moon", "")},
                             {"crates/text/Cargo.toml", package("text", "")},
                             {"crates/report/Cargo.toml", report}},
                            inheriting("dependencies.text", "crates/report/Cargo.toml"));
  EXPECT_EQ(after.at("Cargo.toml"), front + list + "text = { path = \"crates/text\", version = \"0.5.0\" }\n");
}

TEST(RustWorkspace, MakesTheTableAndListsForAllMembersAtOnce) {
  const auto after =
      mended("rust.list-in-workspace",
             {{"ws/Cargo.toml", front},
              {"ws/crates/text/Cargo.toml", package("text", "")},
              {"ws/crates/moon/Cargo.toml", package("moon", "[dev-dependencies.text]\nworkspace = true\n")},
              {"ws/crates/report/Cargo.toml",
               package("report", "[dependencies]\ntext.workspace = true\nmoon.workspace = true\n")}},
             inheriting("dependencies.text", "ws/crates/moon/Cargo.toml"));
  EXPECT_EQ(
      after.at("ws/Cargo.toml"),
      front + "\n[workspace.dependencies]\ntext = { path = \"crates/text\" }\nmoon = { path = \"crates/moon\" }\n");
}

TEST(RustWorkspace, SpellsTheDashAsTheRootDoes) {
  const auto after =
      mended("rust.list-in-workspace",
             {{"Cargo.toml", front + "[workspace.dependencies]\ntext-table = \"1\"\n"},
              {"crates/report/Cargo.toml", package("report", "[dependencies]\ntext_table.workspace = true\n")}},
             inheriting("dependencies.text_table", "crates/report/Cargo.toml"));
  EXPECT_EQ(after.at("crates/report/Cargo.toml"), package("report", "[dependencies]\ntext-table.workspace = true\n"));
}

TEST(RustWorkspace, TakesTheOnlyVersionThatIsKnown) {
  const Files files = {{"Cargo.toml", front + "[workspace.dependencies]\n"},
                       {"crates/moon/Cargo.toml", package("moon", "[dependencies]\ntext = \"1.2\"\n")},
                       {"crates/report/Cargo.toml", report}};
  const auto said_so = inheriting("dependencies.text", "crates/report/Cargo.toml");
  EXPECT_EQ(mended("rust.list-in-workspace", files, said_so).at("Cargo.toml"),
            front + "[workspace.dependencies]\ntext = \"1.2\"\n");

  auto locked = files;
  locked.erase("crates/moon/Cargo.toml");
  locked["Cargo.lock"] = "[[package]]\nname = \"text\"\nversion = \"1.2.7\"\nsource = \"registry+https://x\"\n";
  EXPECT_EQ(mended("rust.list-in-workspace", locked, said_so).at("Cargo.toml"),
            front + "[workspace.dependencies]\ntext = \"1.2.7\"\n");

  locked["Cargo.lock"] += "\n[[package]]\nname = \"text\"\nversion = \"2.0.0\"\nsource = \"registry+https://x\"\n";
  EXPECT_TRUE(mended("rust.list-in-workspace", locked, said_so).empty());
}

TEST(RustWorkspace, LeavesWhatIsNowhereOrTwice) {
  const auto said_so = inheriting("dependencies.text", "crates/report/Cargo.toml");
  EXPECT_TRUE(
      mended("rust.list-in-workspace", {{"Cargo.toml", front}, {"crates/report/Cargo.toml", report}}, said_so).empty());
  EXPECT_TRUE(mended("rust.list-in-workspace",
                     {{"Cargo.toml", front},
                      {"crates/report/Cargo.toml", report},
                      {"crates/text/Cargo.toml", package("text", "")},
                      {"old/text/Cargo.toml", package("text", "")}},
                     said_so)
                  .empty());
  EXPECT_TRUE(mended("rust.list-in-workspace", {{"crates/report/Cargo.toml", report}}, said_so).empty());
}

TEST(RustWorkspace, StatesWhatTheMembersAgreeOn) {
  Files files = {{"Cargo.toml", front},
                 {"crates/moon/Cargo.toml", package("moon", "edition = \"2021\"\n")},
                 {"crates/report/Cargo.toml", package("report", "edition.workspace = true\n")}};
  const auto said_so = inheriting("package.edition", "crates/report/Cargo.toml");
  EXPECT_EQ(
      mended("rust.list-in-workspace", files, said_so).at("Cargo.toml"),
      "[workspace]\nmembers = [\"crates/*\"]\n\n[workspace.package]\nversion = \"0.5.0\"\nedition = \"2021\"\n\n");
  files["crates/tide/Cargo.toml"] = package("tide", "edition = \"2018\"\n");
  EXPECT_TRUE(mended("rust.list-in-workspace", files, said_so).empty());
}

TEST(RustSuggestion, TakesOutWhatClippySaysToRemove) {
  auto one = said("error: `to_string` applied to a type that implements `Display` in `println!` args", {});
  one.after = {" --> examples/seed.rs:2:22", "  |", "2 |     println!(\"{}\", up.to_string());",
               "  |                      ^^^^^^^^^^^^ help: remove this", "  |"};
  const auto after = mended("rust.apply-suggestion",
                            {{"examples/seed.rs", "fn main() {\n    println!(\"{}\", up.to_string());\n}\n"}}, one);
  EXPECT_EQ(after.at("examples/seed.rs"), "fn main() {\n    println!(\"{}\", up);\n}\n");
}

TEST(RustWorkspace, ComesThroughManifestsThatAreBroken) {
  const auto after =
      mended("rust.list-in-workspace",
             {{"Cargo.toml", front + "[workspace.dependencies]\nmoon = \"1\"\n"},
              {"crates/half/Cargo.toml", "[package]\nname = \"half\"\nworkspace =\n"},
              {"crates/moon/Cargo.toml",
               package("moon", "\n[dependencies]\nlog = { version = \"0.4\", features = [\"std\"] }\n")},
              {"crates/report/Cargo.toml", package("report", "\n[dependencies]\nlog = { workspace = true }\n")}},
             inheriting("dependencies.log", "crates/report/Cargo.toml"));
  ASSERT_EQ(after.size(), 1);
  EXPECT_EQ(after.at("Cargo.toml"), front + "[workspace.dependencies]\nmoon = \"1\"\nlog = \"0.4\"\n");
}

TEST(RustWorkspace, RespellsTheNameOfTheTable) {
  const auto manifest = package("report", "\n[dependencies.my-text]\nfeatures = [\"my-text/x\"]\nworkspace = true\n");
  const auto after = mended(
      "rust.list-in-workspace",
      {{"Cargo.toml", front + "[workspace.dependencies]\nmy_text = \"1\"\n"}, {"crates/report/Cargo.toml", manifest}},
      inheriting("dependencies.my-text", "crates/report/Cargo.toml"));
  ASSERT_EQ(after.size(), 1);
  EXPECT_EQ(after.at("crates/report/Cargo.toml"),
            package("report", "\n[dependencies.my_text]\nfeatures = [\"my-text/x\"]\nworkspace = true\n"));
}

}  // namespace
}  // namespace regreen
