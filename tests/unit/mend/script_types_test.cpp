#include "story.h"

namespace regreen::story {
namespace {

std::string typed(const std::string& text, const std::string& message, std::size_t line, std::size_t column,
                  Files more = {}) {
  more["src/a.ts"] = text;
  const auto after = mended("js.fix-types", more, said("src/a.ts: error " + message, {}, {{"src/a.ts", line, column}}));
  return after.contains("src/a.ts") ? after.at("src/a.ts") : "nothing";
}

std::string linted(const std::string& text, const std::string& rule, std::size_t line, std::size_t column,
                   const std::string& detail = "x") {
  const auto after = mended("js.fix-finding", Files{{"src/a.js", text}},
                            said("row", {{"code", rule}, {"detail", detail}}, {{"src/a.js", line, column}}));
  return after.contains("src/a.js") ? after.at("src/a.js") : "nothing";
}

TEST(ScriptTypes, ImportsSayWhatTheyAre) {
  EXPECT_EQ(
      typed("import config from './c.js';\n",
            "TS2613: Module './c' has no default export. Did you mean to use 'import { config } from \"./c\"' instead?",
            1, 8),
      "import { config } from './c.js';\n");
  EXPECT_EQ(typed("import fs from 'fs';\nfs.a();\n",
                  "TS1259: Module '\"fs\"' can only be default-imported using the 'esModuleInterop' flag", 1, 8),
            "import * as fs from 'fs';\nfs.a();\n");
  EXPECT_EQ(typed("import fs from 'fs';\nfs();\n",
                  "TS1259: Module '\"fs\"' can only be default-imported using the 'esModuleInterop' flag", 1, 8),
            "nothing");
  EXPECT_EQ(typed("import { Client, b } from './c.js';\n",
                  "TS2614: Module '\"./c.js\"' has no exported member 'Client'. Did you mean to use 'import Client "
                  "from \"./c.js\"' instead?",
                  1, 10),
            "import Client, { b } from './c.js';\n");
}

TEST(ScriptTypes, UndefinedIsAskedForOnlyWhereItIsProvidedFor) {
  const std::string said = "TS18048: 'user' is possibly 'undefined'.";
  EXPECT_EQ(typed("const a = user.name ?? 'x';\n", said, 1, 11), "const a = user?.name ?? 'x';\n");
  EXPECT_EQ(typed("const a = 'b' + user.name ?? 'x';\n", said, 1, 17), "nothing");
  EXPECT_EQ(typed("function f(): string | undefined {\n  return user.name;\n}\n", said, 2, 10),
            "function f(): string | undefined {\n  return user?.name;\n}\n");
  EXPECT_EQ(typed("function f(): string | undefined {\n  if (a) {\n    return user.name;\n  }\n}\n", said, 3, 12),
            "function f(): string | undefined {\n  if (a) {\n    return user?.name;\n  }\n}\n");
  EXPECT_EQ(typed("function f(): string {\n  return user.name;\n}\n", said, 2, 10), "nothing");
}

TEST(ScriptTypes, MembersAndErrorsAreWrittenAsAsked) {
  EXPECT_EQ(typed("class A extends B {\n  private async f() {}\n}\n",
                  "TS4114: This member must have an 'override' modifier", 2, 17),
            "class A extends B {\n  private override async f() {}\n}\n");
  EXPECT_EQ(typed("try { f(); } catch (err) {\n  g(err.message, `${err.message}`);\n}\n",
                  "TS18046: 'err' is of type 'unknown'.", 2, 5),
            "try { f(); } catch (err) {\n  g((err instanceof Error ? err.message : String(err)), `${err instanceof "
            "Error ? err.message : String(err)}`);\n}\n");
  EXPECT_EQ(typed("try { f(); } catch (err) { g(err.message, err) }", "TS18046: 'err' is of type 'unknown'.", 1, 30),
            "try { f(); } catch (err) { g((err instanceof Error ? err.message : String(err)), err) }");
  EXPECT_EQ(typed("const a: Level = 'waring';\n",
                  "TS2820: Type '\"waring\"' is not assignable to type 'Level'. Did you mean '\"warning\"'?", 1, 7),
            "const a: Level = 'warning';\n");
}

TEST(ScriptTypes, WhatIsCaughtIsAskedForItsMembers) {
  const auto asked = [](const std::string& line) {
    const std::string front = "try { f(); } catch (err) {\n", back = "\n}\n";
    const auto column = line.find("err.") + 1;
    const auto after = typed(front + line + back, "TS18046: 'err' is of type 'unknown'.", 2, column);
    return after == "nothing" ? after : after.substr(front.size(), after.size() - front.size() - back.size());
  };
  EXPECT_EQ(asked("if (err.code !== 'EAGAIN') {"), "if ((err as { code?: unknown }).code !== 'EAGAIN') {");
  EXPECT_EQ(asked("if ('a' === err.name) {"), "if ('a' === (err as { name?: unknown }).name) {");
  EXPECT_EQ(asked("switch (err.code) {"), "switch ((err as { code?: unknown }).code) {");
  EXPECT_EQ(asked("const gone = err.response?.status == 404;"),
            "const gone = (err as { response?: { status?: unknown } }).response?.status == 404;");
  EXPECT_EQ(asked("if (err.response.status == 404) {"),
            "if ((err as { response: { status?: unknown } }).response.status == 404) {");
  EXPECT_EQ(asked("console.error(err.stack);"), "console.error((err as { stack?: unknown }).stack);");
  for (const std::string line :
       {"err.code = 3;", "err.stack.split(a);", "g(err.code);", "const n = err.code + 1;", "err.f();"})
    EXPECT_EQ(asked(line), "nothing") << line;
  EXPECT_EQ(typed("f().catch((e) => e.code === 3);\n", "TS18046: 'e' is of type 'unknown'.", 1, 18),
            "f().catch((e) => (e as { code?: unknown }).code === 3);\n");
  EXPECT_EQ(typed("if (data.id === 3) {}\n", "TS18046: 'data' is of type 'unknown'.", 1, 5), "nothing") << "not caught";
}

TEST(ScriptTypes, OfAFileThatBreaksOffStay) {
  EXPECT_EQ(typed("try { f(); } catch (err) {\n  g(err", "TS18046: 'err' is of type 'unknown'.", 2, 5), "nothing");
  EXPECT_EQ(typed("import type { Queue from 'q';\nnew Queue();\n",
                  "TS1361: 'Queue' cannot be used as a value because it was imported using 'import type'.", 2, 5),
            "nothing");
}

TEST(TsConfig, OptionsAreSetAsTscAsks) {
  const auto set = [](const std::string& config, const std::string& message) {
    const auto after = mended("js.fix-tsconfig", Files{{"tsconfig.json", config}, {"src/a.ts", "a\n"}},
                              said(message, {}, {{"src/a.ts", 1, 1}}));
    return after.contains("tsconfig.json") ? after.at("tsconfig.json") : "nothing";
  };
  EXPECT_EQ(set("{ \"compilerOptions\": { \"noEmitt\": true } }\n",
                "error TS5025: Unknown compiler option 'noEmitt'. Did you mean 'noEmit'?"),
            "{ \"compilerOptions\": { \"noEmit\": true } }\n");
  EXPECT_EQ(set("{ \"compilerOptions\": { \"lib\": [\"ES2019\", \"DOM\"] } }\n",
                "error TS2550: Do you need to change your target library? Try changing the 'lib' compiler option to "
                "'es2022' or later."),
            "{ \"compilerOptions\": { \"lib\": [\"ES2022\", \"DOM\"] } }\n");
  EXPECT_EQ(set("{ \"include\": [\"source/**/*.ts\"] }\n",
                "error TS18003: No inputs were found in config file '/app/tsconfig.json'."),
            "{ \"include\": [\"src/**/*.ts\"] }\n");
}

const std::string must_be_composite =
    "packages/api/tsconfig.json(9,18): error TS6306: Referenced project '/builds/hub/packages/model' must have setting "
    "\"composite\": true.";

std::string composed(const std::string& config, const std::string& base = "{ \"compilerOptions\": {} }\n",
                     const std::string& message = must_be_composite) {
  const auto after = mended("js.fix-tsconfig",
                            Files{{"packages/api/tsconfig.json", "{ \"references\": [{ \"path\": \"../model\" }] }\n"},
                                  {"packages/model/tsconfig.json", config},
                                  {"tsconfig.json", "{ \"compilerOptions\": {} }\n"},
                                  {"tsconfig.base.json", base}},
                            said(message, {}));
  if (after.size() != 1) return "nothing";
  return after.contains("packages/model/tsconfig.json") ? after.at("packages/model/tsconfig.json") : "another file";
}

TEST(TsConfig, AProjectThatOthersReferToIsComposite) {
  EXPECT_EQ(
      composed("{\n  \"compilerOptions\": {\n    \"rootDir\": \"..\", // of all\n    \"declaration\": false\n  }\n}\n"),
      "{\n  \"compilerOptions\": {\n    \"rootDir\": \"..\", // of all\n    \"declaration\": true,\n    "
      "\"composite\": true\n  }\n}\n");
  EXPECT_EQ(composed("{ \"include\": [\"src\"] }\n"),
            "{ \"compilerOptions\": { \"composite\": true }, \"include\": [\"src\"] }\n");
  const std::string base = "{ \"compilerOptions\": { \"declaration\": false } }\n";
  EXPECT_EQ(
      composed("{ \"extends\": \"../../tsconfig.base\", \"compilerOptions\": { \"strict\": true } }\n", base),
      "{ \"extends\": \"../../tsconfig.base\", \"compilerOptions\": { \"composite\": true, \"declaration\": true, "
      "\"strict\": true } }\n");
  EXPECT_EQ(
      composed("{ \"compilerOptions\": { \"composite\": true, \"declaration\": false } }\n", base,
               "packages/model/tsconfig.json(6,5): error TS6304: Composite projects may not disable declaration emit."),
      "{ \"compilerOptions\": { \"composite\": true, \"declaration\": true } }\n");
}

TEST(TsConfig, AProjectWhoseOutputWouldMoveIsNotComposite) {
  const std::string apart = "{ \"compilerOptions\": { \"outDir\": \"dist\" }, \"include\": [\"src\"] }\n";
  EXPECT_EQ(composed(apart), "nothing") << "dist/index.js would be dist/src/index.js";
  const std::string base = "{ \"compilerOptions\": { \"outDir\": \"dist\" } }\n";
  EXPECT_EQ(composed("{ \"extends\": \"../../tsconfig.base.json\" }\n", base), "nothing");
  EXPECT_EQ(composed("{ \"compilerOptions\": { \"outDir\": \"dist\", \"rootDir\": \"src\" } }\n"),
            "{ \"compilerOptions\": { \"composite\": true, \"outDir\": \"dist\", \"rootDir\": \"src\" } }\n");
}

TEST(TsConfig, AProjectThatIsMeantToStayAloneIsNotComposite) {
  EXPECT_EQ(composed("{ \"compilerOptions\": { \"composite\": false } }\n"), "nothing");
  EXPECT_EQ(composed("{ \"compilerOptions\": { \"noEmit\": true } }\n"), "nothing");
  EXPECT_EQ(
      composed("{ \"extends\": \"../../tsconfig.base.json\" }\n", "{ \"compilerOptions\": { \"noEmit\": true } }\n"),
      "nothing");
  EXPECT_EQ(composed("{ \"compilerOptions\": { } }\n", "{}\n",
                     "a(1,1): error TS6306: Referenced project '/builds/hub/packages/other' must have setting "
                     "\"composite\": true."),
            "nothing");
  EXPECT_EQ(composed("{}\n", "{ \"compilerOptions\": { \"composite\": true, \"declaration\": false } }\n",
                     "tsconfig.base.json(1,2): error TS6304: Composite projects may not disable declaration emit."),
            "nothing")
      << "nobody refers to it";
}

TEST(ScriptFindings, AreMendedWhereTheMeaningStays) {
  EXPECT_EQ(linted("if (role == 'admin') f();\n", "eqeqeq", 1, 10), "if (role === 'admin') f();\n");
  EXPECT_EQ(linted("if (list.length != 0) f();\n", "eqeqeq", 1, 17), "if (list.length !== 0) f();\n");
  EXPECT_EQ(linted("if (n == 1) f();\n", "eqeqeq", 1, 7), "nothing");
  EXPECT_EQ(linted("if (n == [1]) f();\n", "eqeqeq", 1, 7), "nothing");
  EXPECT_EQ(linted("try { f(); } catch (error) { g(); }\n", "no-unused-vars", 1, 21), "try { f(); } catch { g(); }\n");
  EXPECT_EQ(linted("f(map.hasOwnProperty(key));\n", "no-prototype-builtins", 1, 7),
            "f(Object.prototype.hasOwnProperty.call(map, key));\n");
  EXPECT_EQ(linted("a.hasOwnProperty(x) && a[x].hasOwnProperty(y);\n", "no-prototype-builtins", 1, 29),
            "a.hasOwnProperty(x) && Object.prototype.hasOwnProperty.call(a[x], y);\n");
  EXPECT_EQ(linted("if (this.all(a, 1)[b].isPrototypeOf(c)) f();\n", "no-prototype-builtins", 1, 23),
            "if (Object.prototype.isPrototypeOf.call(this.all(a, 1)[b], c)) f();\n");
  EXPECT_EQ(linted("export const a = process.argv[2];\n", "no-undef", 1, 18, "'process' is not defined"),
            "import process from 'node:process';\n\nexport const a = process.argv[2];\n");
  EXPECT_EQ(linted("export const a = process.env.A;\n", "no-undef", 1, 18, "'process' is not defined"), "nothing")
      << "a bundler may write the value";
  EXPECT_EQ(linted("f(parseInt(text));\n", "radix", 1, 3), "f(parseInt(text, 10));\n");
}

TEST(ScriptFindings, LeaveWhatBelongsToMoreThanTheObject) {
  const auto asked = [](const std::string& line) {
    return linted(line + "\n", "no-prototype-builtins", 1, line.find("hasOwn") + 1);
  };
  for (const auto* line : {"a?.hasOwnProperty(b);", "new Map().hasOwnProperty(b);", "super.hasOwnProperty(b);",
                           "run (a).hasOwnProperty(b);", "'a'.hasOwnProperty(b);", "a.hasOwnProperty();"})
    EXPECT_EQ(asked(line), "nothing") << line;
  EXPECT_EQ(asked("return (a || b).hasOwnProperty(c);"), "return Object.prototype.hasOwnProperty.call((a || b), c);\n");
}

}  // namespace
}  // namespace regreen::story
