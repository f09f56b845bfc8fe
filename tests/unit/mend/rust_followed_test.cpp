// Rust: links of the documentation to types that have another name today.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& message, const std::string& place) {
  auto one = said(message, {});
  one.after = {" --> " + place};
  return one;
}

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
