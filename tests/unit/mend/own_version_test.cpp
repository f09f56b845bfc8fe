#include "story.h"

namespace regreen::story {
namespace {

const std::string core = R"({"name": "@reed/core", "version": "2.1.0"})";

std::string asking(const std::string& list, const std::string& range) {
  return R"({"name": "lint", "version": "1.0.0", ")" + list + R"(": {"@reed/core": ")" + range + "\"}}";
}

Files mended_tree(Files files) {
  files["packages/core/package.json"] = core;
  return mended("js.follow-version", files,
                said("npm error invalid: @reed/core@2.1.0 /app/node_modules/@reed/core", {{"package", "@reed/core"}}));
}

std::string asked_after(const std::string& range, const std::string& list = "dependencies") {
  const auto after = mended_tree({{"packages/lint/package.json", asking(list, range)}});
  return after.empty() ? "nothing" : after.at("packages/lint/package.json");
}

TEST(OwnVersion, IsWhatTheOthersOfTheRepositoryAskFor) {
  EXPECT_EQ(asked_after("^1.0.0"), asking("dependencies", "^2.1.0"));
  EXPECT_EQ(asked_after("~2.0.4", "peerDependencies"), asking("peerDependencies", "~2.1.0"));
  EXPECT_EQ(asked_after("1.x"), asking("dependencies", "2.x"));
  EXPECT_EQ(asked_after("workspace:^1.0.0"), asking("dependencies", "workspace:^2.1.0"));
  EXPECT_EQ(asked_after("^0.4.0", "devDependencies"), asking("devDependencies", "^2.1.0"));
  const auto after = mended_tree({{"packages/lint/package.json", asking("peerDependencies", "^1.0.0")},
                                  {"packages/md/package.json", asking("peerDependencies", "^2.0.0")}});
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("packages/lint/package.json"), asking("peerDependencies", "^2.0.0"));
}

TEST(OwnVersion, IsWrittenInTheLockAsWell) {
  const std::string lock = R"({"packages": {"": {}, "packages/lint": {"dependencies": {"@reed/core": "^1.0.0"}}}})";
  const auto after =
      mended_tree({{"packages/lint/package.json", asking("dependencies", "^1.0.0")}, {"package-lock.json", lock}});
  ASSERT_TRUE(after.contains("package-lock.json"));
  EXPECT_EQ(after.at("package-lock.json"), replace_all(lock, "^1.0.0", "^2.1.0"));
}

TEST(OwnVersion, IsNotWrittenIntoWhatIsNoPackageOfTheRepository) {
  for (const std::string folder : {"vendor/lint", "packages/lint/tests/old", "templates/app", "examples/one"}) {
    const auto after = mended_tree({{folder + "/package.json", asking("dependencies", "^1.0.0")}});
    EXPECT_TRUE(after.empty()) << folder;
  }
}

TEST(OwnVersion, IsNotAskedForByThoseWhoTakeItOrWantMore) {
  for (const std::string range :
       {"^2.0.0", "2.x", "*", ">=1 <2", "^1.0.0 || ^1.5.0", "^3.0.0", "file:../core", "latest", "next.1"})
    EXPECT_EQ(asked_after(range), "nothing") << range;
  EXPECT_TRUE(mended("js.follow-version", Files{{"package.json", asking("dependencies", "^1.0.0")}},
                     said("npm error invalid: @reed/core@2.1.0 /x", {{"package", "@reed/core"}}))
                  .empty());
}

}  // namespace
}  // namespace regreen::story
