// Configurations of the wrong kind of module, words of runners that nobody imports, and types of packages that are gone.
#include "story.h"

namespace regreen::story {
namespace {

// ---- configurations ----

const std::string common = "const path = require('path');\n\nmodule.exports = { root: true };\n";
const std::string modular =
    "{ \"type\": \"module\", \"scripts\": { \"lint\": \"eslint -c lint/.eslintrc.js src\" } }\n";

Occurrence read_by_eslint(const std::string& file) {
  auto one = said("ReferenceError: Cannot read config file: /srv/app/" + file, {{"path", "/srv/app/" + file}});
  one.after = {"Error: require is not defined in ES module scope, you can use import instead",
               "    at file:///srv/app/" + file + ":1:14"};
  return one;
}

TEST(ScriptConfig, SaysByItsEndingThatItIsCommonJs) {
  EXPECT_EQ(mended("js.rename-config", {{"package.json", "{ \"type\": \"module\" }\n"}, {".eslintrc.js", common}},
                   read_by_eslint(".eslintrc.js")),
            (Files{{".eslintrc.js", ""}, {".eslintrc.cjs", common}}));
}

TEST(ScriptConfig, WhoeverNamesItIsTold) {
  const auto after = mended("js.rename-config",
                            {{"package.json", modular}, {"lint/.eslintrc.js", common}, {"a.md", "lint/.eslintrc.js\n"}},
                            read_by_eslint("lint/.eslintrc.js"));
  EXPECT_EQ(after, (Files{{"lint/.eslintrc.js", ""},
                          {"lint/.eslintrc.cjs", common},
                          {"package.json", replace_all(modular, "eslintrc.js", "eslintrc.cjs")}}));
}

TEST(ScriptConfig, WhoeverNamesAnotherOneIsLeftAlone) {
  const Files files = {
      {"package.json",
       "{ \"type\": \"module\", \"scripts\": { \"a\": \"eslint -c packages/a/.eslintrc.js\", \"b\": \"eslint -c "
       "./.eslintrc.js\" } }\n"},
      {"packages/a/.eslintrc.js", common},
      {"packages/a/package.json", "{}\n"},
      {".eslintrc.js", common}};
  EXPECT_EQ(mended("js.rename-config", files, read_by_eslint(".eslintrc.js")),
            (Files{{".eslintrc.js", ""},
                   {".eslintrc.cjs", common},
                   {"package.json", replace_all(files.at("package.json"), "./.eslintrc.js", "./.eslintrc.cjs")}}));
}

TEST(ScriptConfig, ThatASourceNamesKeepsItsName) {
  Files files = {{"package.json", "{ \"type\": \"module\" }\n"}, {".eslintrc.js", common}};
  files["ci/lint.py"] = "run('eslint -c .eslintrc.js')\n";
  EXPECT_TRUE(mended("js.rename-config", files, read_by_eslint(".eslintrc.js")).empty());
  files.erase("ci/lint.py");
  files["ci/lint.yml"] = "run: eslint -c .eslintrc.js\n";
  EXPECT_EQ(mended("js.rename-config", files, read_by_eslint(".eslintrc.js")).at("ci/lint.yml"),
            "run: eslint -c .eslintrc.cjs\n");
}

TEST(ScriptConfig, PrettierNamesThePackageAlone) {
  auto one = said("[error] module is not defined in ES module scope", {{"symbol", "module"}});
  one.after = {
      "[error] This file is being treated as an ES module because it has a '.js' file extension and "
      "'/srv/app/web/package.json' contains \"type\": \"module\"."};
  const Files files = {{"web/package.json", "{ \"type\": \"module\" }\n"},
                       {"web/prettier.config.js", "module.exports = {};\n"},
                       {"web/src/a.js", "export const a = 1;\n"},
                       {"prettier.config.js", "module.exports = {};\n"}};
  EXPECT_TRUE(mended("js.rename-config", files, one).contains("web/prettier.config.cjs"));
  auto two = files;
  two["web/babel.config.js"] = "module.exports = {};\n";
  EXPECT_TRUE(mended("js.rename-config", two, one).empty()) << "which of the two?";
}

TEST(ScriptConfig, OfModulesInAPackageOfCommonJs) {
  auto one = said("SyntaxError: Cannot use import statement outside a module", {});
  one.before = {"/srv/app/eslint.config.js:1", "import js from '@eslint/js';"};
  EXPECT_TRUE(mended("js.rename-config",
                     {{"package.json", "{}\n"}, {"eslint.config.js", "import js from '@eslint/js';\n"}}, one)
                  .contains("eslint.config.mjs"));
}

TEST(ScriptConfig, ThatIsRightOrUnknownStays) {
  const Files mixed = {{"package.json", "{ \"type\": \"module\" }\n"},
                       {".eslintrc.js", "import a from 'a';\n" + common}};
  EXPECT_TRUE(mended("js.rename-config", mixed, read_by_eslint(".eslintrc.js")).empty()) << "it is both";
  const Files taken = {{"package.json", modular}, {".eslintrc.js", common}, {".eslintrc.cjs", common}};
  EXPECT_TRUE(mended("js.rename-config", taken, read_by_eslint(".eslintrc.js")).empty());
  const Files source = {{"package.json", "{ \"type\": \"module\" }\n"}, {"src/a.js", common}};
  EXPECT_TRUE(mended("js.rename-config", source, read_by_eslint("src/a.js")).empty()) << "a source is no configuration";
}

// ---- words of runners ----

Occurrence unknown(const std::string& word, const std::string& file) {
  auto one = said("# ReferenceError: " + word + " is not defined", {{"symbol", word}});
  one.after = {"#     at file:///srv/app/" + file + ":3:1"};
  return one;
}

std::string imported(const std::string& manifest, const std::string& file, const std::string& text,
                     const std::string& word) {
  const auto after = mended("js.add-import", Files{{"package.json", manifest}, {file, text}}, unknown(word, file));
  return after.contains(file) ? after.at(file) : "nothing";
}

const std::string by_node = "{ \"scripts\": { \"test\": \"node --test test/\" } }\n";

TEST(RunnerWords, OfNodeAreImportedAllAtOnce) {
  EXPECT_EQ(imported(by_node, "test/a.test.mjs",
                     "import a from './a.mjs';\n\ndescribe('a', () => { it.skip('b', f); });\n", "describe"),
            "import a from './a.mjs';\nimport { describe, it } from 'node:test';\n\ndescribe('a', () => { it.skip('b', "
            "f); });\n");
  EXPECT_EQ(imported(by_node, "test/a.test.cjs", "const a = require('a')\n\nlet after = 1\nbefore(f)\ntest('b', g)\n",
                     "before"),
            "const a = require('a')\nconst { test, before } = require('node:test')\n\nlet after = "
            "1\nbefore(f)\ntest('b', g)\n");
}

TEST(RunnerWords, OfASiblingAreImportedAllAtOnce) {
  const Files files = {{"package.json", "{}\n"},
                       {"test/b.test.mjs", "import { it, describe } from 'node:test';\n"},
                       {"test/a.test.mjs", "import a from './a.mjs';\ndescribe('a', () => it('b', f));\n"}};
  EXPECT_EQ(mended("js.add-import", files, unknown("describe", "test/a.test.mjs")).at("test/a.test.mjs"),
            "import a from './a.mjs';\nimport { describe, it } from 'node:test';\ndescribe('a', () => it('b', f));\n");
}

TEST(RunnerWords, OfJestInAModuleIsJestAlone) {
  EXPECT_EQ(imported("{ \"devDependencies\": { \"jest\": \"29\" } }\n", "a.test.mjs",
                     "import a from 'a';\ntest('b', () => jest.fn());\n", "jest"),
            "import a from 'a';\nimport { jest } from '@jest/globals';\ntest('b', () => jest.fn());\n");
}

TEST(RunnerWords, ThatTheRunnerDoesNotGiveStay) {
  EXPECT_EQ(imported(by_node, "a.test.mjs", "expect(a).toBe(1);\n", "expect"), "nothing");
  EXPECT_EQ(imported("{}\n", "a.test.mjs", "describe('a', f);\n", "describe"), "nothing") << "who runs it?";
  EXPECT_EQ(imported("{ \"scripts\": { \"test\": \"node --test\" }, \"devDependencies\": { \"vitest\": \"1\" } }\n",
                     "a.test.mjs", "describe('a', f);\n", "describe"),
            "nothing")
      << "two runners";
  const auto by = [](const std::string& script, const std::string& dependency) {
    return imported(
        "{ \"scripts\": { \"test\": \"" + script + "\" }, \"devDependencies\": { \"" + dependency + "\": \"1\" } }\n",
        "a.test.mjs", "describe('a', f);\n", "describe");
  };
  EXPECT_EQ(by("node --test", "mocha"), "nothing") << "which of the two?";
  EXPECT_EQ(by("node --experimental-vm-modules run.js --testTimeout=9", "x"), "nothing");
  EXPECT_EQ(by("node --max-old-space-size=9 x.js && cargo test --test x", "x"), "nothing");
  EXPECT_NE(by("node --import tsx --test", "x"), "nothing");
}

TEST(RunnerWords, ThatTheFileMeansOtherwiseStay) {
  const auto after = [](const std::string& text) {
    const auto whole = imported(by_node, "a.test.mjs", "import a from 'a';\n" + text, "describe");
    return whole.substr(whole.find('{'), whole.find('}') + 1 - whole.find('{'));
  };
  EXPECT_EQ(after("describe('a', f); const before = g(); before(1);\n"), "{ describe }");
  EXPECT_EQ(after("describe('a', f); x.map(it => it.name).map((test, i) => test(i));\n"), "{ describe }");
  EXPECT_EQ(after("describe('a', f); before.count; it.only('b', f);\n"), "{ describe, it }");
}

TEST(RunnerWords, ADefaultImportIsOneName) {
  const Files files = {{"package.json", "{}\n"},
                       {"test/b.test.mjs", "import test from 'node:test';\n"},
                       {"test/a.test.mjs", "import a from './a.mjs';\nbefore(f);\ntest('b', f);\n"}};
  EXPECT_EQ(mended("js.add-import", files, unknown("test", "test/a.test.mjs")).at("test/a.test.mjs"),
            "import a from './a.mjs';\nimport test from 'node:test';\nbefore(f);\ntest('b', f);\n");
}

// ---- types ----

Files without_types(const Files& files, const std::string& library = "mocha") {
  return mended("js.drop-types", files,
                said("error TS2688: Cannot find type definition file for '" + library + "'.", {{"module", library}}));
}

TEST(TypeLibrary, OfAPackageThatIsGoneIsNotAskedFor) {
  const Files files = {
      {"package.json", "{ \"name\": \"rota\" }\n"},
      {"a/tsconfig.json", "{\n  // of the page\n  \"compilerOptions\": { \"types\": [\"mocha\", \"plan\"] }\n}\n"},
      {"b/tsconfig.build.json", "{ \"compilerOptions\": { \"types\": [\n  \"plan\",\n  \"mocha\"  // it\n] } }\n"},
      {"b/src/a.ts", "/// <reference types=\"mocha\" />\nexport const a = 1;\n"},
      {"types/plan/index.d.ts", ""}};
  EXPECT_EQ(without_types(files),
            (Files{{"a/tsconfig.json", "{\n  // of the page\n  \"compilerOptions\": { \"types\": [\"plan\"] }\n}\n"},
                   {"b/tsconfig.build.json", "{ \"compilerOptions\": { \"types\": [\n  \"plan\"\n] } }\n"},
                   {"b/src/a.ts", "export const a = 1;\n"}}));
}

TEST(TypeLibrary, LeavesAListAsItIsWritten) {
  const auto after = [](const std::string& types) {
    const auto changed = without_types({{"tsconfig.json", "{ \"compilerOptions\": { \"types\": " + types + " } }\n"}});
    const auto text = changed.contains("tsconfig.json") ? changed.at("tsconfig.json") : "[nothing]";
    return text.substr(text.find('['), text.find(']') + 1 - text.find('['));
  };
  EXPECT_EQ(after("[\"mocha\",]"), "[]");
  EXPECT_EQ(after("[\"node\", \"mocha\",]"), "[\"node\",]");
  EXPECT_EQ(after("[\n  \"node\",\n  \"mocha\",\n]"), "[\n  \"node\",\n]");
  EXPECT_EQ(after("[\n  \"node\",\n  \"mocha\"\n]"), "[\n  \"node\"\n]");
}

TEST(TypeLibrary, ThatSomebodyUsesIsInstalledInstead) {
  const std::string config = "{ \"compilerOptions\": { \"types\": [\"mocha\"] } }\n";
  EXPECT_TRUE(
      without_types({{"package.json", "{ \"devDependencies\": { \"mocha\": \"10\" } }\n"}, {"tsconfig.json", config}})
          .empty());
  EXPECT_TRUE(without_types({{"package.json", "{ \"scripts\": { \"test\": \"mocha\" } }\n"}, {"tsconfig.json", config}})
                  .empty());
  EXPECT_TRUE(without_types({{"a.ts", "import { it } from 'mocha';\n"}, {"tsconfig.json", config}}).empty());
  EXPECT_TRUE(without_types({{"a.vue", "import { it } from 'mocha/lib/x';\n"}, {"tsconfig.json", config}}).empty());
  EXPECT_TRUE(without_types({{"dist/a.d.ts", "/// <reference types=\"mocha\" />\n"}}).empty()) << "built";
  EXPECT_TRUE(without_types({{"package.json", "{ \"devDependencies\": { \"jest\": \"1\", \"@a/b\": \"1\" } }\n"},
                             {"tsconfig.json", "{ \"compilerOptions\": { \"types\": [\"@types/jest\"] } }\n"}},
                            "@types/jest")
                  .empty());
  EXPECT_TRUE(without_types({{"package.json", "{ \"devDependencies\": { \"@a/b\": \"1\" } }\n"},
                             {"tsconfig.json", "{ \"compilerOptions\": { \"types\": [\"a__b\"] } }\n"}},
                            "a__b")
                  .empty());
  EXPECT_TRUE(without_types({{"types/mocha/index.d.ts", ""}, {"tsconfig.json", config}}).empty());
  EXPECT_TRUE(
      without_types({{"tsconfig.json", "{ \"compilerOptions\": { \"types\": [\"node\"] } }\n"}}, "node").empty());
}

}  // namespace
}  // namespace regreen::story
