#include "mend/place.h"

#include "story.h"

namespace regreen {
namespace {

const MemoryTree tree = story::tree_of({{"src/app/load.py", ""},
                                        {"tests/test_load.py", ""},
                                        {"tools/rows.py", ""},
                                        {"a/__init__.py", ""},
                                        {"b/__init__.py", ""},
                                        {"web/src/main.ts", ""}});

TEST(Place, APathOfTheTreeIsItself) { EXPECT_EQ(find_file(tree, "src/app/load.py"), "src/app/load.py"); }

TEST(Place, FoldersOfTheRunnerAreStripped) {
  EXPECT_EQ(find_file(tree, "/home/runner/work/shop/shop/tests/test_load.py"), "tests/test_load.py");
  EXPECT_EQ(find_file(tree, "D:\\a\\shop\\shop\\tests\\test_load.py"), "tests/test_load.py");
  EXPECT_EQ(find_file(tree, "./tools/../tools/rows.py"), "tools/rows.py");
}

TEST(Place, APathBelowAFolderIsFoundWhereOnlyOneFileEndsSo) {
  EXPECT_EQ(find_file(tree, "rows.py"), "tools/rows.py");
  EXPECT_EQ(find_file(tree, "src/main.ts"), "web/src/main.ts");
  EXPECT_EQ(find_file(tree, "__init__.py"), std::nullopt);
}

TEST(Place, FilesOfOthersAreNotOurs) {
  EXPECT_EQ(find_file(tree, "/usr/lib/python3.11/rows.py"), std::nullopt);
  EXPECT_EQ(find_file(story::tree_of({{"depth/lib/a.c", ""}}), "lib/a.c"), "depth/lib/a.c") << "not that of the system";
  EXPECT_EQ(find_file(tree, "/opt/py/lib/python3.12/site-packages/x/rows.py"), std::nullopt);
  EXPECT_EQ(find_file(tree, ".venv/lib/python3.12/site-packages/app/load.py"), std::nullopt);
  EXPECT_EQ(find_file(tree, "node_modules/x/src/main.ts"), std::nullopt);
}

TEST(Place, NothingOutsideTheTreeIsFound) {
  EXPECT_EQ(find_file(tree, "../../etc/passwd"), std::nullopt);
  EXPECT_EQ(find_file(tree, ""), std::nullopt);
  EXPECT_EQ(resolved("../x"), std::nullopt);
  EXPECT_EQ(resolved("/x"), std::nullopt);
  EXPECT_EQ(resolved("a/./b/../c"), "a/c");
}

TEST(Place, EveryPlaceOfADiagnosisIsNamedOnce) {
  auto diagnosis = story::diagnosis_of({story::said("", {{"file", "rows.py"}, {"line", "4"}}),
                                        story::said("", {}, {{"tools/rows.py", 4, 0}, {"tools/rows.py", 9, 2}})});
  const std::vector<TreePlace> expected = {{"tools/rows.py", 4, 0}, {"tools/rows.py", 9, 2}};
  EXPECT_EQ(places_of(tree, diagnosis), expected);
  EXPECT_EQ(files_of(tree, diagnosis), std::vector<std::string>{"tools/rows.py"});
}

TEST(Place, OfCopiesOfOthersIsKnownByItsFolder) {
  for (const auto* path : {"vendor/a.go", "src/third_party/x/a.c", "lib/3rdParty/a.js", "node_modules/a/a.js",
                           "pip/_vendor/a.py", "static/vendor/a.js", "a/_thirdparty/b.py"})
    EXPECT_TRUE(is_vendored(path)) << path;
  for (const auto* path :
       {"vendor.go", "src/vendors/a.py", "shop/vendor/a.py", "internal/external/a.go", "deps/requirements.txt"})
    EXPECT_FALSE(is_vendored(path)) << path;
  for (const auto* path : {"Dockerfile", "ci/Dockerfile.test", "Containerfile", "api.dockerfile"})
    EXPECT_TRUE(is_dockerfile(path)) << path;
  EXPECT_FALSE(is_dockerfile("docs/dockerfile.md"));
}

}  // namespace
}  // namespace regreen
