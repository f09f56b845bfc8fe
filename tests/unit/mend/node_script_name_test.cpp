// js.fix-script-name

#include "story.h"

namespace regreen::story {
namespace {

const Files repository = {
    {"package.json",
     "{\n  \"workspaces\": [\"packages/*\"],\n  \"scripts\": {\n    \"lint\": \"npm run lint --workspaces\"\n  }\n}\n"},
    {"packages/api/package.json",
     R"({"name": "@a/api", "scripts": {"lint": "node --check a.js", "types": "tsc --noEmit", "style": "eslint .",
"test": "sh run.sh", "check": "npm run style", "page": "next build"}})"},
    {"packages/web/src/a.js", ""}};

std::string named(const std::string& scripts, const std::string& wanted = "lint", bool is_old = false) {
  auto files = repository;
  const std::string front = "{\n  \"name\": \"@a/web\",\n  \"scripts\": {\n    ", file = "packages/web/package.json";
  files[file] = front + scripts + "\n  }\n}\n";
  const std::string npm = is_old ? "npm ERR! " : "npm error ";
  auto one = said(npm + "Missing script: \"" + wanted + "\"", {{"command", wanted}});
  const std::string workspace = npm + (is_old ? "  in workspace: " : "workspace ") + "@a/web@1.0.0";
  const std::string location = npm + (is_old ? "  at location: " : "location ") + "/work/app/packages/web";
  auto& around = is_old ? one.after : one.before;
  around.push_back(workspace);
  around.push_back(location);
  const auto after = mended("js.fix-script-name", files, one);
  if (!after.contains(file) || after.size() != 1) return "nothing";
  const auto rest = after.at(file).substr(front.size());
  return rest.substr(0, rest.find("\n  }"));
}

TEST(NodeScriptName, IsThatOfTheWorkspaceThatTheLogNames) {
  EXPECT_EQ(named("\"lnt\": \"eslint .\""), "\"lint\": \"eslint .\"");
  EXPECT_EQ(named("\"lnt\": \"eslint .\"", "lint", true), "\"lint\": \"eslint .\"");
  EXPECT_EQ(named("\"check_types\": \"tsc\"", "check-types"), "\"check-types\": \"tsc\"");
}

TEST(NodeScriptName, IsNotThatOfAnotherScript) {
  EXPECT_EQ(named("\"lint:js\": \"eslint .\"", "lint:ts"), "nothing");
  EXPECT_EQ(named("\"list\": \"node list.js\"", "lint"), "nothing");
  EXPECT_EQ(named("\"e2e1\": \"node a.js\"", "e2e2"), "nothing");
}

TEST(NodeScriptName, IsASecondOneWhereTheFirstIsCalled) {
  const std::string types = "\"typecheck\": \"tsc\"", also = ",\n    \"type-check\": \"npm run typecheck\"";
  EXPECT_EQ(named(types, "type-check"), "\"type-check\": \"tsc\"");
  const auto called = types + ",\n    \"prepack\": \"npm run typecheck\"";
  EXPECT_EQ(named(called, "type-check"), called + also);
  const auto hooked = types + ",\n    \"pretypecheck\": \"node a.js\"";
  EXPECT_EQ(named(hooked, "type-check"), hooked + also);
  EXPECT_EQ(named("\"test\": \"node --test\"", "tests"), "\"test\": \"node --test\",\n    \"tests\": \"npm run test\"");
}

TEST(NodeScriptName, RunsItsParts) {
  EXPECT_EQ(named("\"start\": \"a\",\n    \"lint:js\": \"eslint .\",\n    \"lint:css\": \"stylelint .\",\n    "
                  "\"lint:fix\": \"eslint --fix .\""),
            "\"start\": \"a\",\n    \"lint:js\": \"eslint .\",\n    \"lint:css\": \"stylelint .\",\n    \"lint:fix\": "
            "\"eslint --fix "
            ".\",\n    \"lint\": \"npm run lint:js && npm run lint:css\"");
  EXPECT_EQ(named("\"build:dev\": \"a\",\n    \"build:prod\": \"b\"", "build"), "nothing") << "one or the other";
  EXPECT_EQ(named("\"lint:fix\": \"eslint --fix .\""), "nothing");
}

TEST(NodeScriptName, RunsWhatTheOthersRunUnderIt) {
  EXPECT_EQ(named("\"verify\": \"node --check b.js\",\n    \"start\": \"node b.js\""),
            "\"verify\": \"node --check b.js\",\n    \"start\": \"node b.js\",\n    \"lint\": \"npm run verify\"");
  EXPECT_EQ(named("\"compile\": \"npx tsc -p .\"", "types"),
            "\"compile\": \"npx tsc -p .\",\n    \"types\": \"npm run compile\"");
  EXPECT_EQ(named("\"a\": \"node --check b.js\",\n    \"c\": \"node --check d.js\""), "nothing") << "two do";
  EXPECT_EQ(named("\"start\": \"node b.js\""), "nothing");
  EXPECT_EQ(named("\"look\": \"eslint src\"", "style"), "\"look\": \"eslint src\",\n    \"style\": \"npm run look\"");
}

TEST(NodeScriptName, IsNotOfWhatDoesSomethingElseWithTheTool) {
  const std::string eslint = "\"tidy\": \"eslint ";
  EXPECT_EQ(named(eslint + "--fix .\"", "style"), "nothing") << "changes files";
  EXPECT_EQ(named(eslint + "--fix=true .\"", "style"), "nothing");
  EXPECT_EQ(named("\"style-watch\": \"eslint .\"", "style"), "nothing");
  EXPECT_EQ(named(eslint + ". && node a.js\"", "style"), "nothing") << "and more";
  EXPECT_EQ(named("\"deploy\": \"sh deploy.sh\"", "test"), "nothing");
  EXPECT_EQ(named("\"deploy\": \"npm run push\"", "check"), "nothing");
  EXPECT_EQ(named("\"serve\": \"next dev\"", "page"), "nothing");
  EXPECT_EQ(named("\"bundle\": \"npx next build\"", "page"),
            "\"bundle\": \"npx next build\",\n    \"page\": \"npm run bundle\"");
}

}  // namespace
}  // namespace regreen::story
