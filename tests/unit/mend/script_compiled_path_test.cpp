// Imports of what tsc makes of a source, and of files whose names have a dot.

#include "story.h"

namespace regreen::story {
namespace {

Files project(const std::string& importer, Files more = {}) {
  more["package.json"] = "{\"scripts\": {\"build\": \"tsc -p .\", \"lint\": \"eslint\"}}";
  more["tsconfig.json"] = "{\"compilerOptions\": {\"rootDir\": \"src\", \"outDir\": \"dist\"}}";
  more["test/a.test.js"] = importer;
  return more;
}

Occurrence required(const std::string& module) {
  auto one = said("Error: Cannot find module '" + module + "'", {{"module", module}});
  one.after = {"Require stack:", "- /srv/x/test/a.test.js"};
  return one;
}

std::string followed(const std::string& module, Files more, const LastCommit& commit = no_commit) {
  const auto after = mended("js.fix-specifier", project("require('" + module + "');\n", std::move(more)),
                            diagnosis_of({required(module)}), commit);
  return after.empty() ? "nothing" : after.begin()->first + " " + after.begin()->second;
}

TEST(CompiledPath, FollowsTheSource) {
  EXPECT_EQ(followed("../dist/money/rate", {{"src/money/Rate.ts", ""}}),
            "test/a.test.js require('../dist/money/Rate');\n");
  EXPECT_EQ(followed("../dist/money/rate.js", {{"src/money/Rate.tsx", ""}}),
            "test/a.test.js require('../dist/money/Rate.js');\n");
  const std::string text = "export const rate = (value: number): number => value * 100;\n";
  const LastCommit moved = {{{"src/rate.ts", text}, {"src/money/rate.ts", std::nullopt}}};
  EXPECT_EQ(followed("../dist/old/rate", {{"src/money/rate.ts", text}},
                     {{{"src/old/rate.ts", text}, {"src/money/rate.ts", std::nullopt}}}),
            "test/a.test.js require('../dist/money/rate');\n");
}

TEST(CompiledPath, StaysWhereItsSourceIsOrNobodyCanKnow) {
  EXPECT_EQ(followed("../dist/money/rate", {{"src/money/rate.ts", ""}, {"src/old/Rate.ts", ""}}), "nothing")
      << "it is to be compiled";
  EXPECT_EQ(followed("../dist/money/rate", {{"src/money/Rate.ts", ""}, {"src/money/RATE.ts", ""}}), "nothing");
  EXPECT_EQ(followed("../dist/money/rate", {{"src/money/rates.ts", ""}}), "nothing");
  EXPECT_EQ(followed("../bundle/money/rate", {{"src/money/Rate.ts", ""}}), "nothing");
}

std::string behind_dot(const std::string& path, Files files, const std::string& options = "") {
  files["src/main.ts"] = "import x from '" + path + "';\n";
  files["tsconfig.json"] = "{\"compilerOptions\": {" + options + "}}";
  const auto one = said("src/main.ts(1,15): error TS2307: Cannot find module '" + path + "'",
                        {{"file", "src/main.ts"}, {"line", "1"}, {"column", "15"}, {"module", path}});
  const auto after = mended("js.fix-specifier", files, one);
  return after.empty() ? "nothing" : after.at("src/main.ts");
}

TEST(PathBehindDot, GetsTheEndingOfWhatRuns) {
  EXPECT_EQ(behind_dot("./user.service", {{"src/user.service.ts", ""}}), "import x from './user.service.js';\n");
  EXPECT_EQ(behind_dot("./user.service", {{"src/user.service.mts", ""}}), "import x from './user.service.mjs';\n");
  EXPECT_EQ(behind_dot("./api.v2", {{"src/api.v2/index.ts", ""}}), "import x from './api.v2/index.js';\n");
  EXPECT_EQ(behind_dot("./user.service", {{"src/user.service.ts", ""}}, "\"allowImportingTsExtensions\": true"),
            "import x from './user.service.ts';\n");
}

TEST(PathBehindDot, StaysWhereItNamesAFile) {
  EXPECT_EQ(behind_dot("./logo.svg", {{"src/logo.svg", ""}, {"src/logo.svg.ts", ""}}), "nothing");
  EXPECT_EQ(behind_dot("./logo.svg", {{"src/logo.svg.d.ts", ""}}), "nothing");
  EXPECT_EQ(behind_dot("./user", {{"src/user.ts", ""}}), "nothing") << "tsc would say what it lacks";
}

}  // namespace
}  // namespace regreen::story
