// js.follow-export: what tsc made of a source lies elsewhere, as the source does.

#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string exported =
    "{\n  \"name\": \"kite\",\n  \"exports\": {\n    \".\": \"./dist/main.js\",\n    \"./geo\": "
    "{ \"types\": \"./dist/geo.d.ts\", \"default\": \"./dist/geo.js\" }\n  },\n"
    "  \"scripts\": { \"build\": \"tsc\", \"test\": \"npm run build && node --test\" }\n}\n";

const Files kite = {
    {"package.json", exported},
    {"tsconfig.json", "{ \"compilerOptions\": { \"outDir\": \"dist\", \"rootDir\": \"src\" } }\n"},
    {"src/main.ts", "export const a = 1;\n"},
    {"src/lib/geo.ts", "export function distance() {}\nexport const label = 1;\n"},
    {"test/geo.test.js", "const { distance } = require(\"kite/geo\");\ndistance();\n"},
};

Diagnosis asked(const std::string& path = "dist/geo.js") {
  auto one = said("Error: Cannot find module '/srv/kite/" + path + "'", {{"path", "/srv/kite/" + path}});
  one.after = {"    at trySelf (node:internal/modules/cjs/loader:605:12)",
               "    at Object.<anonymous> (/srv/kite/test/geo.test.js:1:22)", "  code: 'MODULE_NOT_FOUND',",
               "  path: '/srv/kite/package.json'"};
  return diagnosis_of({one});
}

// The commit moved the source.
const LastCommit moved = {{{"src/geo.ts", kite.at("src/lib/geo.ts")}, {"src/lib/geo.ts", std::nullopt}}};

// What package.json says afterwards; "" where it stays as it is.
std::string led(const Files& more, const Diagnosis& diagnosis = asked()) {
  Files files = kite;
  for (const auto& [file, text] : more) files[file] = text;
  const auto after = mended("js.follow-export", files, diagnosis, moved);
  return after.empty() ? "" : after.at("package.json");
}

TEST(MovedExport, IsLedToWhereItsSourceLies) {
  EXPECT_EQ(led({}), replace_all(exported, "./dist/geo.", "./dist/lib/geo."));
  EXPECT_NE(led({{"test/geo.test.js", "import * as geo from 'kite/geo';\ngeo.label;\n"}}), "");
  auto module = said(
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/srv/kite/dist/geo.js' imported from "
      "/srv/kite/test/geo.test.js",
      {{"path", "/srv/kite/dist/geo.js"}, {"file", "/srv/kite/test/geo.test.js"}}, {{"test/geo.test.js", 0, 0}});
  EXPECT_NE(led({}, diagnosis_of({module})), "");
}

TEST(MovedExport, IsLedInAllThatIsBuilt) {
  auto twice = replace_all(exported, "\"types\": \"./dist/geo.d.ts\"", "\"import\": \"./esm/geo.js\"");
  const Files both = {{"package.json", replace_all(twice, "\"tsc\"", "\"tsc && tsc --outDir esm\"")}};
  EXPECT_TRUE(contains(led(both), "\"import\": \"./esm/lib/geo.js\", \"default\": \"./dist/lib/geo.js\""));
  EXPECT_EQ(led({{"package.json", twice}}), "") << "nobody knows who makes esm";
}

TEST(MovedExport, StaysWhereAnotherThingMayBeMeant) {
  EXPECT_EQ(led({{"src/geo.ts", "export const b = 1;\n"}}), "") << "it is not built";
  EXPECT_EQ(led({{"src/old/geo.ts", ""}}), "") << "two sources";
  EXPECT_EQ(led({{"src/lib/geo.ts", "export const label = 1;\n"}}), "") << "it lacks what is asked for";
  EXPECT_EQ(led({{"test/more.js", "f(await import('kite/geo'));\n"}}), "") << "what it asks for cannot be told";
  EXPECT_EQ(led({{"test/geo.test.js", "// kite/geo\n"}}), "") << "nobody asks";
  EXPECT_EQ(led({{"tsconfig.json", "{ \"compilerOptions\": { \"outDir\": \"dist\" } }\n"}}), "") << "from where?";
  EXPECT_EQ(led({{"package.json", replace_all(exported, "\"tsc\"", "\"tsc && cp geo.js dist/geo.js\"")}}), "");
  EXPECT_EQ(
      led({{"package.json", replace_all(exported, "\".\": \"./dist/main.js\"", "\"./l\": \"./dist/lib/geo.js\"")}}),
      "");
  auto inner = kite;
  inner.erase("src/lib/geo.ts");
  inner["src/internal/geo.ts"] = kite.at("src/lib/geo.ts");
  EXPECT_TRUE(mended("js.follow-export", inner, asked(), moved).empty());
}

TEST(MovedExport, StaysWhereTheSourceWasTakenAway) {
  const auto tree = tree_of(kite);
  const auto diagnosis = asked();
  LastCommit commit;
  commit.before["src/geo.ts"] = "export function distance() {}\n";
  const auto answers = [&] {
    for (const auto& row : fixers()) {
      if (row.remedy == "js.follow-export") return row.fix({diagnosis, tree, tables(), commit}).size();
    }
    return std::size_t(9);
  };
  EXPECT_EQ(answers(), 0u) << "src/lib/geo.ts was there before";
  commit.before["src/lib/geo.ts"] = std::nullopt;
  EXPECT_EQ(answers(), 1u) << "the commit moved it";
  commit.before["src/geo.ts"] = "export const distance = () => 12;\n";
  EXPECT_EQ(answers(), 0u) << "the commit made another one";
  commit.before = {{"src/main.ts", "export const a = 0;\n"}};
  EXPECT_EQ(answers(), 0u) << "it was so before";
  commit.before["package.json"] = "{}\n";
  EXPECT_EQ(answers(), 0u) << "the commit wrote something else there, perhaps";
  commit.before.clear();
  EXPECT_EQ(answers(), 0u) << "nothing is known of a commit";
}

}  // namespace
}  // namespace regreen::story
