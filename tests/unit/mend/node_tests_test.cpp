// Tests that load what is built, and tests that ESLint is told of by their old names.

#include "story.h"

namespace regreen::story {
namespace {

const std::string package_json =
    "{\n  \"name\": \"slug\",\n  \"scripts\": {\n    \"build\": \"tsc -p .\",\n    \"test\": \"node --test\"\n  }\n}\n";

std::string built(Files files, const std::string& module = "../dist/slug.js",
                  const std::string& from = "test/slug.test.js") {
  auto one = said("Error: Cannot find module '" + module + "'", {{"module", module}});
  one.after = {"Require stack:", "- /srv/app/" + from};
  files.try_emplace("package.json", package_json);
  files.try_emplace("tsconfig.json", "{\"compilerOptions\": {\"outDir\": \"dist\", \"rootDir\": \"src\"}}");
  files.try_emplace("src/slug.ts", "export const a = 1;\n");
  files.try_emplace(from, "require('" + module + "');\n");
  const auto after = mended("js.build-first", files, one);
  return after.contains("package.json") ? after.at("package.json") : "nothing";
}

TEST(BuildFirst, TestsLoadWhatTheirPackageBuilds) {
  const auto mended_package = replace_all(package_json, "\"test\":", "\"pretest\": \"npm run build\",\n    \"test\":");
  EXPECT_EQ(built({}), mended_package);
  EXPECT_EQ(built({}, "../dist/slug"), mended_package);
  EXPECT_EQ(built({{"pnpm-lock.yaml", ""}}), replace_all(mended_package, "npm run", "pnpm run"));
  const auto linted = replace_all(package_json, "\"test\":", "\"pretest\": \"eslint .\",\n    \"test\":");
  EXPECT_EQ(built({{"package.json", linted}}), replace_all(linted, "eslint .", "eslint . && npm run build"));
  const auto babel = replace_all(package_json, "tsc -p .", "babel src --out-dir dist");
  EXPECT_EQ(built({{"package.json", babel}, {"src/slug.js", ""}}),
            replace_all(babel, "\"test\":", "\"pretest\": \"npm run build\",\n    \"test\":"));
}

TEST(BuildFirst, NothingThatIsNotBuiltSo) {
  EXPECT_EQ(built({}, "../dist/slgu.js"), "nothing");
  EXPECT_EQ(built({}, "../lib/slug.js"), "nothing");
  EXPECT_EQ(built({{"package.json", replace_all(package_json, "tsc -p .", "rm -rf dist")}}), "nothing");
  EXPECT_EQ(built({{"package.json", replace_all(package_json, "node --test", "npm run build && node --test")}}),
            "nothing");
  EXPECT_EQ(built({{".yarnrc.yml", ""}}), "nothing");
  EXPECT_EQ(built({}, "../dist/slug.js", "bin/run.js"), "nothing");
}

std::string followed(const std::string& config, Files files, const std::string& file = ".eslintrc.json") {
  auto one = said("  6:1  error  'describe' is not defined  no-undef", {{"code", "no-undef"}});
  one.before = {"/srv/app/src/fare.spec.js"};
  files["src/fare.spec.js"] = "describe('a', () => {});\n";
  files[file] = config;
  const auto after = mended("js.follow-tests", files, one);
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(LintOverride, FollowsTheTestsToTheirNewNames) {
  EXPECT_EQ(
      followed("{\"overrides\": [{\"files\": [\"src/**/*.test.js\", \"*.md\"], \"env\": {\"mocha\": true}}]}", {}),
      "{\"overrides\": [{\"files\": [\"src/**/*.spec.js\", \"*.md\"], \"env\": {\"mocha\": true}}]}");
  EXPECT_EQ(followed("module.exports = {\n  overrides: [{ files: '*.test.{js,jsx}', env: { jest: true } }],\n};\n", {},
                     ".eslintrc.js"),
            "module.exports = {\n  overrides: [{ files: '*.spec.{js,jsx}', env: { jest: true } }],\n};\n");
  EXPECT_EQ(followed("{\"overrides\": [{\"files\": [\"*.spec.ts\"], \"env\": {\"jest\": true}}]}", {}),
            "{\"overrides\": [{\"files\": [\"*.spec.js\"], \"env\": {\"jest\": true}}]}");
}

TEST(LintOverride, LeavesGlobsThatMatchAndThoseOfOtherThings) {
  const auto* config = "{\"overrides\": [{\"files\": [\"*.test.js\"], \"env\": {\"mocha\": true}}]}";
  EXPECT_EQ(followed(config, {{"a.test.js", ""}}), "nothing");
  EXPECT_EQ(followed("{\"overrides\": [{\"files\": [\"*.test.js\"], \"rules\": {}}]}", {}), "nothing");
  EXPECT_EQ(followed("{\"overrides\": [{\"files\": [\"lib/*.test.js\"], \"env\": {\"mocha\": true}}]}", {}), "nothing");
  EXPECT_EQ(followed("{\"files\": [\"*.test.js\"]}", {}, "package.json"), "nothing");
}

}  // namespace
}  // namespace regreen::story
