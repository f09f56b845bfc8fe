#include "mend/part.h"

#include "mend/tool_home.h"
#include "story.h"

namespace regreen::story {
namespace {

using Names = std::vector<std::string>;

Names meant(const Files& files, const Diagnosis& diagnosis, std::string_view command = "") {
  return parts_meant(tree_of(files), diagnosis, command);
}

const Files two = {
    {"README.md", ""}, {"api/Makefile", ""}, {"api/lib/a.c", ""}, {"web/package.json", ""}, {"web/b.js", ""}};

TEST(Part, IsWhatTheLogLeavesOut) {
  EXPECT_EQ(meant(two, diagnosis_of({said("", {{"file", "lib/a.c"}})})), Names{"api"});
  EXPECT_EQ(meant(two, diagnosis_of({said("", {}, {{"./b.js", 1, 0}})})), Names{"web"});
  EXPECT_EQ(meant(two, diagnosis_of({said("", {{"file", "api/lib/a.c"}})})), Names{});
  EXPECT_EQ(meant(two, diagnosis_of({said("", {{"file", "/build/1/api/lib/a.c"}})})), Names{});
  EXPECT_EQ(meant(two, diagnosis_of({said("", {{"file", "a.c"}})})), Names{}) << "api/lib is no project";
}

TEST(Part, IsWhatTheCommandNames) {
  const auto silent = diagnosis_of({said("", {})});
  EXPECT_EQ(meant(two, silent, "cd api && make -s test"), Names{"api"});
  EXPECT_EQ(meant(two, silent, "make -C ./api/ && (cd web; npm test)"), (Names{"api", "web"}));
  EXPECT_EQ(meant(two, silent, "make --directory=web"), Names{"web"});
  EXPECT_EQ(meant(two, silent, "node web/b.js"), Names{"web"});
  EXPECT_EQ(meant(two, silent, "cd lib && make ../api README.md"), Names{});
  EXPECT_EQ(meant(two, silent, "cd api/lib && python3 -m unittest"), Names{"api/lib"}) << "it goes there";
  EXPECT_EQ(meant(two, silent, "ls api/lib"), Names{}) << "no project";
}

TEST(Part, HoldsItsOwnFilesOnly) {
  const auto tree = tree_of(two);
  const FolderTree part(tree, "api");
  EXPECT_EQ(part.list(), (Names{"Makefile", "lib/a.c"}));
  EXPECT_TRUE(part.read("Makefile"));
  EXPECT_FALSE(part.read("web/b.js"));
  EXPECT_FALSE(part.has("api/Makefile"));
}

TEST(Part, IsMendedAsIfItWereAllThereIs) {
  const Files files = {
      {"depth/Makefile", ""}, {"depth/lib/depth.c", ""}, {"depth/lib/depth.h", ""}, {"other/Makefile", ""}};
  Remedy remedy;
  remedy.id = {"shell.tool"};
  remedy.kind = RemedyKind::run;
  remedy.commands = {"format {files}"};
  const auto calls = mend(remedy, diagnosis_of({said("", {{"file", "lib/depth.c"}})}), tree_of(files), tables());
  ASSERT_EQ(calls.size(), 2);
  EXPECT_EQ(std::get<ToolCall>(calls[0]).command, "format " + shell_quoted("depth/lib/depth.c"));
  EXPECT_EQ(std::get<ToolCall>(calls[1]).command, in_folder("depth", "format lib/depth.c"));
}

TEST(Part, APatchHasThePathsOfTheTreeAround) {
  const auto above = seen_from_above(Patch{{{"lib/a.c", "1", "2"}}}, "api");
  EXPECT_EQ(std::get<Patch>(above).paths(), Names{"api/lib/a.c"});
}

}  // namespace
}  // namespace regreen::story
