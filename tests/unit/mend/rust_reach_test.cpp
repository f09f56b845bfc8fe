// rust.derive and rust.make-visible across the packages of a workspace.

#include "story.h"

namespace regreen {
namespace {

using namespace story;

Occurrence told(const std::string& line, std::vector<std::string> below) {
  auto one = said(line, {});
  one.after = std::move(below);
  return one;
}

std::string changed(std::string_view remedy, Files files, std::vector<Occurrence> all, const std::string& file) {
  const auto after = mended(remedy, files, diagnosis_of(std::move(all)));
  return after.contains(file) ? after.at(file) : "nothing";
}

// ---- traits ----

const Files workspace = {
    {"Cargo.toml", "[workspace]\nmembers = [\"units\", \"app\"]\n"},
    {"units/Cargo.toml", "[package]\nname = \"my-units\"\n"},
    {"app/Cargo.toml", "[package]\nname = \"app\"\n[dependencies]\nmy-units = { path = \"../units\" }\n"},
    {"app/src/main.rs", "use my_units::Unit;\nfn main() {}\n"}};

std::string derived(const std::string& lib, std::vector<Occurrence> all) {
  auto files = workspace;
  files["units/src/lib.rs"] = lib;
  files["units/src/old.rs"] = "pub enum Unit { A }\n";
  return changed("rust.derive", files, std::move(all), "units/src/lib.rs");
}

Occurrence lacks(const std::string& what) { return told("error[E0277]: " + what, {" --> app/src/main.rs:1:1"}); }

TEST(RustDerive, KnowsTheTypeByItsCrate) {
  const std::string lib =
      "pub mod old;\n#[non_exhaustive]\n#[derive(Debug, Clone, Copy)] // light\npub enum Unit { A }\n";
  EXPECT_EQ(
      derived(lib, {lacks("the trait bound `my_units::Unit: Hash` is not satisfied"),
                    told("error[E0369]: binary operation `!=` cannot be applied to type `my_units::Unit`",
                         {" --> app/src/main.rs:1:1"})}),
      "pub mod old;\n#[non_exhaustive]\n#[derive(Debug, Clone, Copy, PartialEq, Hash)] // light\npub enum Unit { A "
      "}\n");
  EXPECT_EQ(derived(lib, {lacks("the trait bound `old::Unit: Hash` is not satisfied")}), "nothing");
  EXPECT_EQ(derived(lib, {lacks("the trait bound `std::io::Unit: Hash` is not satisfied")}), "nothing");
  EXPECT_EQ(derived(lib, {lacks("the trait bound `Unit: Hash` is not satisfied")}), "nothing") << "two of the name";
}

TEST(RustDerive, JoinsAListOverLines) {
  EXPECT_EQ(derived("#[derive(\n    Debug, // for the log\n    Clone,\n    Eq, // always\n)]\npub struct Place;\n",
                    {lacks("the trait bound `Place: Ord` is not satisfied")}),
            "#[derive(\n    Debug, // for the log\n    Clone,\n    Eq, // always\n    PartialEq,\n    PartialOrd,\n    "
            "Ord,\n)]\npub struct Place;\n");
  EXPECT_EQ(derived("#[derive(\n    Eq,\n    PartialEq // last\n)]\npub struct Place;\n",
                    {lacks("the trait bound `Place: Hash` is not satisfied")}),
            "#[derive(\n    Eq,\n    Hash,\n    PartialEq // last\n)]\npub struct Place;\n");
}

TEST(RustDerive, ReadsWhatStandsBelow) {
  const std::string lib = "pub struct Kind<T>(T);\n";
  EXPECT_EQ(derived(lib, {told("error[E0599]: the method `insert` exists for struct `HashMap<Kind<u8>, u8>`, but its "
                               "trait bounds were not satisfied",
                               {" --> app/src/main.rs:1:1", "  = note: the following trait bounds were not satisfied:",
                                "          `Kind<u8>: Eq`", "          `Kind<u8>: Hash`"})}),
            "#[derive(PartialEq, Eq, Hash)]\n" + lib);
  EXPECT_EQ(derived(lib, {told("error[E0369]: binary operation `==` cannot be applied to type `Vec<Kind>`",
                               {" --> app/src/main.rs:1:1", "note: `Kind` does not implement `PartialEq<Kind>`"})}),
            "#[derive(PartialEq)]\n" + lib);
  EXPECT_EQ(derived(lib, {told("error[E0277]: can't compare `Kind` with `_`",
                               {" --> app/src/main.rs:1:1",
                                "  = help: the trait `PartialOrd<_>` is not implemented for `Kind`"})}),
            "#[derive(PartialEq, PartialOrd)]\n" + lib);
}

TEST(RustDerive, HashesNothingThatIsComparedByHand) {
  const std::string lib =
      "pub struct Kind(u8);\nimpl PartialEq<Kind> for Kind { fn eq(&self, o: &Kind) -> bool { true } }\n";
  EXPECT_EQ(derived(lib, {lacks("the trait bound `Kind: Hash` is not satisfied")}), "nothing");
  EXPECT_EQ(derived(lib, {lacks("the trait bound `Kind: Ord` is not satisfied")}), "nothing");
  EXPECT_EQ(derived(lib, {lacks("the trait bound `Kind: Eq` is not satisfied")}), "#[derive(Eq)]\n" + lib);
}

// ---- visibility ----

std::string opened(const std::string& use, const std::string& scale, std::vector<std::string> below,
                   const std::string& code = "E0624") {
  const Files files = {{"Cargo.toml", "[package]\nname = \"gauge\"\n"},
                       {"src/lib.rs", "pub mod scale;\nmod user;\n"},
                       {"src/main.rs", "fn main() {}\n"},
                       {"src/user.rs", ""},
                       {"tests/a.rs", ""},
                       {"src/scale.rs", scale}};
  below.insert(below.begin(), "  --> " + use + ":1:1");
  return changed("rust.make-visible", files, {told("error[" + code + "]: `raw` is private", std::move(below))},
                 "src/scale.rs");
}

const std::vector<std::string> method = {"   |", "  ::: src/scale.rs:2:5", "   |", "2  |     fn raw(&self) {}",
                                         "   |     ------------- private method defined here"};

TEST(RustVisible, OpensAsFarAsWhoAsksNeeds) {
  EXPECT_EQ(opened("src/user.rs", "impl A {\n    fn raw(&self) {}\n}\n", method),
            "impl A {\n    pub(crate) fn raw(&self) {}\n}\n");
  for (const std::string front : {"", "pub(crate) ", "pub(super) "}) {
    for (const std::string user : {"tests/a.rs", "src/main.rs"}) {
      EXPECT_EQ(opened(user, "impl A {\n    " + front + "fn raw(&self) {}\n}\n", method),
                "impl A {\n    pub fn raw(&self) {}\n}\n");
    }
  }
  EXPECT_EQ(opened("src/user.rs", "impl A {\n    pub(self) const raw: u8 = 1;\n}\n", method),
            "impl A {\n    pub(crate) const raw: u8 = 1;\n}\n");
  EXPECT_EQ(opened("src/user.rs", "impl A {\n    pub(crate) fn raw(&self) {}\n}\n", method), "nothing");
  EXPECT_EQ(opened("src/user.rs", "impl A {\n    raw: u8,\n}\n", method), "nothing") << "no item";
}

TEST(RustVisible, FindsWhatIsMarkedInTheSameFile) {
  EXPECT_EQ(opened("src/scale.rs", "mod a { impl A {\n  fn raw(&self) {}\n} }\n",
                   {"   |", "2  |   fn raw(&self) {}", "   |   ------------- private method defined here"}),
            "mod a { impl A {\n  pub(crate) fn raw(&self) {}\n} }\n");
  EXPECT_EQ(opened("src/scale.rs", "mod a { impl A {\n  fn raw(\n    &self,\n  ) {}\n} }\n",
                   {"   |", "2  | /   fn raw(", "3  | |     &self,", "4  | |   ) {}",
                    "   | |______- private method defined here"}),
            "mod a { impl A {\n  pub(crate) fn raw(\n    &self,\n  ) {}\n} }\n");
}

TEST(RustVisible, MarksThatShowNothingAreNoPlace) {
  const std::string scale = "mod a { impl A {\n  fn raw() {}\n} }\n";
  const std::string mark = "   | |______- private method defined here", flat = "   |   private method defined here";
  EXPECT_EQ(opened("src/scale.rs", scale, {"2  |", "3  | |   ) {}", mark}), "nothing");
  EXPECT_EQ(opened("src/scale.rs", scale, {"2  |/", mark}), "nothing");
  EXPECT_EQ(opened("src/scale.rs", scale, {"2  |/f", mark}), "nothing");
  EXPECT_EQ(opened("src/scale.rs", scale, {"2  |   fn raw() {}", flat}), "nothing");
}

TEST(RustVisible, OpensForAllWhatIsExported) {
  const auto exported = [](const std::string& scale) {
    const Files files = {{"Cargo.toml", "[package]\nname = \"gauge\"\n"},
                         {"src/lib.rs", "mod scale;\npub use scale::raw;\n"},
                         {"src/scale.rs", scale}};
    return changed("rust.make-visible", files,
                   {told("error[E0364]: `raw` is only public within the crate, and cannot be re-exported outside",
                         {" --> src/lib.rs:2:9"})},
                   "src/scale.rs");
  };
  EXPECT_EQ(exported("pub(crate) fn raw() {}\n"), "pub fn raw() {}\n");
  EXPECT_EQ(exported("pub(crate) fn raw() {}\npub(crate) struct raw;\n"), "nothing");
}

}  // namespace
}  // namespace regreen
