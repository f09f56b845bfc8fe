// A crate of the project in a newer version than those ask for who depend on its folder.

#include "story.h"

namespace regreen {
namespace {

using namespace story;

std::string crate(const std::string& name, const std::string& version, const std::string& more = "") {
  return "[package]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n" + more;
}

struct Workspace {
  std::string core = crate("core", "0.4.1");
  std::string candidates = "0.4.1";
  std::string root = "[workspace]\nmembers = [\"core\", \"cli\"]\n";
  std::string place = "/builds/tally/core";
};

// What becomes of the manifest of who depends on the crate, by the lines behind its [package].
std::string after(const std::string& dependencies, const Workspace& one = {},
                  const std::string& file = "cli/Cargo.toml") {
  auto conflict =
      said("error: failed to select a version for the requirement `core = \"^0.3\"`", {{"package", "core"}});
  conflict.after = {"candidate versions found which didn't match: " + one.candidates, "location searched: " + one.place,
                    "required by package `cli v0.1.0 (/builds/tally/cli)`"};
  const auto own = crate("cli", "0.1.0");
  const auto changed = mended(
      "rust.follow-path-version",
      {{"Cargo.toml", one.root}, {"core/Cargo.toml", one.core}, {"cli/Cargo.toml", own + dependencies}}, conflict);
  if (!changed.contains(file)) return "nothing";
  return file == "cli/Cargo.toml" ? changed.at(file).substr(own.size()) : changed.at(file);
}

TEST(RustPathVersion, IsAskedForAsPreciselyAsBefore) {
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.3\", path = \"../core\" }\n"),
            "[dependencies]\ncore = { version = \"0.4\", path = \"../core\" }\n");
  EXPECT_EQ(after("[dependencies]\ncore = { path = \"../core\", version = \"=0.3.2\" }\n"),
            "[dependencies]\ncore = { path = \"../core\", version = \"=0.4.1\" }\n");
  EXPECT_EQ(after("[dev-dependencies.core]\nversion = '~0.3.2'\npath = \"../core\"\n"),
            "[dev-dependencies.core]\nversion = '~0.4.1'\npath = \"../core\"\n");
  EXPECT_EQ(after("[dependencies]\ncore.path = \"../core\"\ncore.version = \"^0.3.9\"\n"),
            "[dependencies]\ncore.path = \"../core\"\ncore.version = \"^0.4.1\"\n");
  EXPECT_EQ(after("[dependencies]\nkernel = { package = \"core\", version = \"0.3\", path = \"../core\" }\n"),
            "[dependencies]\nkernel = { package = \"core\", version = \"0.4\", path = \"../core\" }\n");
}

TEST(RustPathVersion, IsThatOfTheWorkspace) {
  Workspace one;
  one.root +=
      "\n[workspace.package]\nversion = \"0.4.1\"\n\n[workspace.dependencies]\ncore = { path = \"core\", version = "
      "\"0.3.2\" }\n";
  one.core = "[package]\nname = \"core\"\nversion.workspace = true\n";
  EXPECT_EQ(after("[dependencies]\ncore.workspace = true\n", one, "Cargo.toml"),
            replace_all(one.root, "0.3.2", "0.4.1"));
}

TEST(RustPathVersion, StaysWhereTheCrateIsNotAhead) {
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.5\", path = \"../core\" }\n"), "nothing");
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.4.2\", path = \"../core\" }\n"), "nothing");
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.4.0\", path = \"../core\" }\n"), "nothing") << "it fits";
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0\", path = \"../core\" }\n"), "nothing") << "it fits";
}

TEST(RustPathVersion, StaysWhereSomebodyMeansIt) {
  EXPECT_EQ(after("[dependencies]\ncore = { version = \">=0.2, <0.4\", path = \"../core\" }\n"), "nothing");
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.3.*\", path = \"../core\" }\n"), "nothing");
  EXPECT_EQ(after("[dependencies]\n# Keep at 0.3 until the report is ported.\ncore = { version = \"0.3\", path = "
                  "\"../core\" }\n"),
            "nothing");
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.3\", path = \"../core\" }  # pinned\n"), "nothing");
}

TEST(RustPathVersion, IsThatOfTheFolderAlone) {
  const std::string asked = "[dependencies]\ncore = { version = \"0.3\", path = \"../core\" }\n";
  EXPECT_EQ(after("[dependencies]\ncore = \"0.3\"\n"), "nothing") << "from a registry";
  EXPECT_EQ(after("[dependencies]\ncore = { version = \"0.3\", path = \"../old/core\" }\n"), "nothing");
  EXPECT_EQ(after(asked, {.candidates = "0.4.1, 0.2.0"}), "nothing");
  EXPECT_EQ(after(asked, {.candidates = "0.4.0"}), "nothing") << "another one than in the tree";
  EXPECT_EQ(after(asked, {.place = "crates.io index"}), "nothing");
  EXPECT_EQ(after(asked, {.core = crate("kernel", "0.4.1")}), "nothing");
}

}  // namespace
}  // namespace regreen
