// Functions that await and are not async; the language that ESLint is told of.

#include "story.h"

namespace regreen::story {
namespace {

constexpr auto words = "SyntaxError: await is only valid in async functions and the top level bodies of modules";

std::string awaiting(const std::string& text, const std::string& line, Files files = {},
                     const std::string& message = words, const std::string& file = "a.js") {
  auto one = said(message, {});
  one.before = {"/srv/app/" + file + ":" + line, "  const x = await y;", "            ^^^^^", ""};
  one.after = {"    at wrapSafe (node:internal/modules/cjs/loader:1464:18)", "/srv/app/other.js:1", "    await z;"};
  files[file] = text;
  const auto after = mended("js.fix-module", files, one);
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(Async, FunctionsOfEveryKindThatAwait) {
  EXPECT_EQ(awaiting("function load(a) {\n  for (const x of a) {\n    await get(x);\n  }\n}\n", "3"),
            "async function load(a) {\n  for (const x of a) {\n    await get(x);\n  }\n}\n");
  EXPECT_EQ(awaiting("class A {\n  static load(a) {\n    return { b: await get(a) };\n  }\n}\n", "3"),
            "class A {\n  static async load(a) {\n    return { b: await get(a) };\n  }\n}\n");
  EXPECT_EQ(
      awaiting("export const load = (a) => {\n  await get(a);\n};\n", "2", {}, "SyntaxError: Unexpected reserved word"),
      "export const load = async (a) => {\n  await get(a);\n};\n");
  EXPECT_EQ(awaiting("const load = a => await get(a);\n", "1"), "const load = async a => await get(a);\n");
  EXPECT_EQ(awaiting("module.exports = {\n  load(a) {\n    if (a) {\n      await get(a);\n    }\n  },\n};\n", "4"),
            "module.exports = {\n  async load(a) {\n    if (a) {\n      await get(a);\n    }\n  },\n};\n");
  EXPECT_EQ(awaiting("test('a', function () {\n  await get(1);\n});\ntest('b', () => {\n  await get(2);\n});\n", "2"),
            "test('a', async function () {\n  await get(1);\n});\ntest('b', async () => {\n  await get(2);\n});\n");
  EXPECT_EQ(awaiting("export function load(a: string): Row[] {\n  return await get(a);\n}\n", "2", {},
                     "SyntaxError: 'await' is only allowed within async functions", "a.ts"),
            "export async function load(a: string): Promise<Row[]> {\n  return await get(a);\n}\n");
}

TEST(Async, NothingThatDoesNotWait) {
  EXPECT_EQ(awaiting("async function f(a) {\n  a.forEach((x) => {\n    await get(x);\n  });\n}\n", "3"), "nothing");
  EXPECT_EQ(awaiting("class A {\n  constructor() {\n    await get();\n  }\n}\n", "3"), "nothing");
  EXPECT_EQ(awaiting("class A {\n  get a() {\n    return await get();\n  }\n}\n", "3"), "nothing");
  EXPECT_EQ(awaiting("const x = await get();\n", "1"), "nothing");
  EXPECT_EQ(awaiting("function load() {\n  return await get();\n}\n", "2", {{"b.js", "const rows = load();\n"}}),
            "nothing");
  EXPECT_EQ(awaiting("async function f() {\n  await get();\n}\n", "2"), "nothing");
}

// What else a file of the project says, where `has` of a.js is to be async.
std::string awaiting_has(const std::string& other, const std::string& declared = "exports.has = (name) => {\n") {
  const auto after = awaiting(declared + "  return await get(name);\n};\n", "2", {{"b.js", other}});
  return after == "nothing" ? after : "async";
}

TEST(Async, WhoeverAsksHasToWait) {
  for (const auto* other :
       {"async function may(a) {\n  if (await store.has(a)) return 1;\n  return store.has(b);\n}\n", "store.has(a);\n",
        "has(a).then((is) => f(is));\n", "const all = await Promise.all([has(a), store.has(b)]);\n",
        "if (a) has(a);\nelse has(b)\n", "const { has } = require('./a');\nmodule.exports = { has };\n",
        "test('a', () => has(a));\n", "await expect(has(a)).rejects.toThrow();\n",
        "const may = (a) => store.has(a);\nmay(a).catch(log);\n", "switch (a) {\n  case 1:\n    has(a);\n}\n"})
    EXPECT_EQ(awaiting_has(other), "async") << other;
  for (const auto* other :
       {"if (store.has(a)) f();\n", "const is = !has(a);\n", "const is = has(a) || b;\n", "log(has(a));\n",
        "const may = (a) => store.has(a);\nif (may(a)) f();\n", "all.filter(has);\n", "all.filter((a) => has(a));\n",
        "const { has: is } = require('./a');\n", "import { has as is } from './a';\n", "const is = store.has;\n",
        "f(`${has(a)}`);\n", "function may(a) {\n  return has(a) && b;\n}\n"})
    EXPECT_EQ(awaiting_has(other), "nothing") << other;
  EXPECT_EQ(awaiting_has("", "module.exports = (name) => {\n"), "nothing") << "everybody calls it otherwise";
  EXPECT_EQ(awaiting_has("", "describe('has', () => {\n"), "nothing");
}

std::string levelled(const std::string& file, const std::string& config, const std::string& source, Files files = {},
                     const std::string& message = "'import' and 'export' may appear only with 'sourceType: module'") {
  auto one = said("  1:1  error  Parsing error: " + message, {});
  one.before = {"/srv/app/src/rows.js"};
  files[file] = config;
  files["src/rows.js"] = source;
  const auto after = mended("js.raise-language", files, one);
  return after.contains(file) ? after.at(file) : "nothing";
}

TEST(LanguageLevel, ModulesAreSaidToBeSuch) {
  EXPECT_EQ(levelled(".eslintrc.json", "{\n  \"parserOptions\": {\n    \"ecmaVersion\": 2017\n  }\n}\n",
                     "import a from 'a';\nclass A {\n  rows = [];\n}\n"),
            "{\n  \"parserOptions\": {\n    \"ecmaVersion\": 2022,\n    \"sourceType\": \"module\"\n  }\n}\n");
  EXPECT_EQ(levelled(".eslintrc.cjs",
                     "module.exports = {\n  parserOptions: { ecmaVersion: 2020, sourceType: 'script' },\n};\n",
                     "export const a = 1;\n"),
            "module.exports = {\n  parserOptions: { ecmaVersion: 2020, sourceType: 'module' },\n};\n");
  EXPECT_EQ(
      levelled(".eslintrc.cjs", "module.exports = {\n  env: { node: true, es6: true },\n  rules: { 'a': 2 },\n};\n",
               "export const a = 1;\n"),
      "module.exports = {\n  parserOptions: { ecmaVersion: 2015, sourceType: 'module' },\n  env: { node: true, es6: "
      "true "
      "},\n  rules: { 'a': 2 },\n};\n");
  EXPECT_EQ(
      levelled(".eslintrc.yml", "parserOptions:\n  ecmaVersion: 2018\nrules: {}\n", "import a from 'a';\nf(a?.b);\n"),
      "parserOptions:\n  ecmaVersion: 2020\n  sourceType: module\nrules: {}\n");
  EXPECT_EQ(levelled("package.json", "{\"eslintConfig\": {\"parserOptions\": {\"ecmaVersion\": 2018}}}\n",
                     "import a from 'a';\n"),
            "{\"eslintConfig\": {\"parserOptions\": {\"ecmaVersion\": 2018, \"sourceType\": \"module\"}}}\n");
}

TEST(LanguageLevel, OfTheNearestConfigurationThatSaysIt) {
  const Files others = {{"src/.eslintrc.json", "{\n  \"rules\": {}\n}\n"},
                        {"docs/.eslintrc.json", "{\"ecmaVersion\": 5}"}};
  EXPECT_EQ(levelled(".eslintrc.json", "{\"parserOptions\": {\"ecmaVersion\": 2018}}\n", "f(a?.b);\n", others,
                     "Unexpected token ."),
            "{\"parserOptions\": {\"ecmaVersion\": 2020}}\n");
  EXPECT_EQ(levelled(".eslintrc.json", "{\"parserOptions\": {\"ecmaVersion\": 2018}}\n", "const a = 1;\n"), "nothing");
  EXPECT_EQ(
      levelled(".eslintrc.json", "{\"parserOptions\": {\"ecmaVersion\": \"latest\", \"sourceType\": \"module\"}}\n",
               "import a from 'a';\n"),
      "nothing");
}

}  // namespace
}  // namespace regreen::story
