// What linters and compilers find in scripts and their own repair leaves: comparisons, parameters, imports without an ending.

#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, Files files, const std::string& path, Occurrence occurrence) {
  const auto changed = mended(remedy, files, std::move(occurrence));
  return changed.contains(path) ? changed.at(path) : "nothing";
}

std::string compared(const std::string& line) {
  const auto at = line.find("==") != std::string::npos ? line.find("==") : line.find("!=");
  return after("js.fix-finding", {{"src/a.js", line}}, "src/a.js",
               said("row", {{"code", "eqeqeq"}, {"detail", "x"}}, {{"src/a.js", 1, at + 1}}));
}

TEST(StrictEquality, AgainstNullMeansUndefinedAsWell) {
  EXPECT_EQ(compared("if (a.b == null) f();"), "if (a.b === null || a.b === undefined) f();");
  EXPECT_EQ(compared("return a != undefined;"), "return a !== null && a !== undefined;");
  EXPECT_EQ(compared("const b = null == a;"), "const b = a === null || a === undefined;");
  EXPECT_EQ(compared("if (a == null || b) f();"), "if (a === null || a === undefined || b) f();");
  EXPECT_EQ(compared("if (a == null && b) f();"), "if ((a === null || a === undefined) && b) f();");
  EXPECT_EQ(compared("if (b || a != null) f();"), "if (b || (a !== null && a !== undefined)) f();");
  EXPECT_EQ(compared("const b = (x) => x == null ? 1 : x;"), "const b = (x) => x === null || x === undefined ? 1 : x;");
  EXPECT_EQ(compared("if (next(a) == null) f();"), "if ((next(a) ?? null) === null) f();");
  EXPECT_EQ(compared("if (await a.b() != null) f();"), "if ((await a.b() ?? null) !== null) f();");
  EXPECT_EQ(compared("return a?.b == null ? 1 : 2;"), "return (a?.b ?? null) === null ? 1 : 2;");
  EXPECT_EQ(compared("while (rows[i++] == null) f();"), "while ((rows[i++] ?? null) === null) f();");
}

TEST(StrictEquality, IsLeftToPeopleWhereItMayMeanSomethingElse) {
  for (const std::string line : {"if (a == 0) f();", "if (a == b) f();", "if (!a == null) f();",
                                 "if (a + b == null) f();", "if (a == null + b) f();", "return (a) == '';"})
    EXPECT_EQ(compared(line), "nothing") << line;
}

std::string without(const std::string& text, const std::string& name, std::size_t line, std::size_t column,
                    const std::string& path = "src/a.ts", Files others = {}) {
  others[path] = text;
  return after(
      "js.remove-unused", others, path,
      said("error TS6133: '" + name + "' is declared but its value is never read.", {}, {{path, line, column}}));
}

TEST(UnusedParameter, IsSilentWhereAnotherFunctionHasOneOfItsName) {
  EXPECT_EQ(without("f((line) => line);\ng((line, index) => index);\n", "line", 2, 4),
            "f((line) => line);\ng((_line, index) => index);\n");
  EXPECT_EQ(without("g((line, row) => row.line + h({ line: 1 }));\n", "line", 1, 4),
            "g((_line, row) => row.line + h({ line: 1 }));\n");
  EXPECT_EQ(without("const f = (a: A, b: B): C => {\n  return a;\n};\nlet b = 1;\n", "b", 1, 18),
            "const f = (a: A, _b: B): C => {\n  return a;\n};\nlet b = 1;\n");
}

TEST(UnusedParameter, StaysWhereTheFunctionSetsIt) {
  EXPECT_EQ(without("g((line, row) => {\n  line = 1;\n  return row;\n});\n", "line", 1, 4), "nothing");
  EXPECT_EQ(without("g((line, _line) => _line);\n", "line", 1, 4), "nothing");
}

TEST(UnusedImport, GoesThoughOtherThingsAreCalledSo) {
  EXPECT_EQ(after("js.remove-unused-import",
                  {{"src/a.ts", "import {\n  cut,\n  pad,\n} from './text';\npad(a.cut, { cut: 1 });\n"}}, "src/a.ts",
                  said("src/a.ts(2,3): error TS6133: 'cut' is declared but its value is never read.", {},
                       {{"src/a.ts", 2, 3}})),
            "import {\n  pad,\n} from './text';\npad(a.cut, { cut: 1 });\n");
}

TEST(UnusedBinding, TakesNothingOfAPattern) {
  const auto found = [](const std::string& text) {
    return after("js.remove-unused", {{"src/a.ts", text}}, "src/a.ts",
                 said("src/a.ts(1,7): error TS6198: All destructured elements are unused.", {}, {{"src/a.ts", 1, 7}}));
  };
  EXPECT_EQ(found("const { a, b } = props;\nf();\n"), "f();\n");
  EXPECT_EQ(found("const [a, b] = await load(1);\nf();\n"), "await load(1);\nf();\n");
  EXPECT_EQ(found("const { a, b = g() } = load(1);\nf();\n"), "nothing");
  EXPECT_EQ(without("  let size: number;\n  f();\n", "size", 1, 7), "  f();\n");
  EXPECT_EQ(without("  let size: number;\n  size = f();\n", "size", 1, 7), "nothing");
}

TEST(UnusedImport, IsALineOfAList) {
  const auto found = [](const std::string& text, const std::string& name, std::size_t line) {
    auto one = said("  " + std::to_string(line) + ":3  error  '" + name + "' is defined but never used  no-unused-vars",
                    {{"line", std::to_string(line)}, {"code", "no-unused-vars"}});
    one.before = {"/work/app/src/a.js"};
    return after("js.remove-unused", {{"src/a.js", text}}, "src/a.js", std::move(one));
  };
  EXPECT_EQ(found("import {\n  a,\n  b as c,\n} from './b';\na();\n", "c", 3), "import {\n  a,\n} from './b';\na();\n");
  EXPECT_EQ(found("const {\n  a,\n  b,\n} = require('./b');\na();\n", "b", 3),
            "const {\n  a,\n} = require('./b');\na();\n");
  EXPECT_EQ(found("const {\n  a,\n  ...b\n} = c;\nd(b);\n", "a", 2), "nothing");
  EXPECT_EQ(found("f((e) => {\n  g();\n});\n", "e", 1), "f(() => {\n  g();\n});\n");
}

TEST(UnusedImport, LeavesWhatTheModuleDoes) {
  const Files works = {{"src/register.js", "export const all = [];\n\nall.push('a');\n"}};
  const Files rests = {{"src/register.js", "export const all = [];\nexport function f() {\n  g();\n}\n"}};
  const Files old = {{"src/register.js", "require('./g');\nmodule.exports = { a: 1 };\n"}};
  const auto line = "import { all } from './register.js';\nf();\n";
  EXPECT_EQ(without(line, "all", 1, 10, "src/a.js", works), "import './register.js';\nf();\n");
  EXPECT_EQ(without(line, "all", 1, 10, "src/a.js", rests), "f();\n");
  EXPECT_EQ(without(line, "all", 1, 10, "src/a.ts", works), "f();\n");
  EXPECT_EQ(without("const all = require('./register');\nf();\n", "all", 1, 7, "src/a.js", old),
            "require('./register');\nf();\n");
}

std::string with_ending(const std::string& text, std::size_t column, Files others) {
  others["src/a.ts"] = text;
  return after(
      "js.fix-specifier", others, "src/a.ts",
      said("src/a.ts(1," + std::to_string(column) +
               "): error TS2834: Relative import paths need explicit file extensions in ECMAScript imports when "
               "'--moduleResolution' is 'node16' or 'nodenext'. Consider adding an extension to the import path.",
           {}, {{"src/a.ts", 1, column}}));
}

TEST(ScriptEnding, IsTheOneOfTheFileThatIsMeant) {
  const Files both = {{"src/text/index.ts", ""}, {"src/text.ts", ""}};
  const Files index = {{"src/text/index.ts", ""}}, view = {{"src/view.tsx", ""}};
  EXPECT_EQ(with_ending("import { a } from './text';\n", 19, index), "import { a } from './text/index.js';\n");
  EXPECT_EQ(with_ending("import { a } from './text';\n", 19, both), "import { a } from './text.js';\n");
  EXPECT_EQ(with_ending("export * from \"./view\";\n", 15, view), "export * from \"./view.js\";\n");
  EXPECT_EQ(with_ending("const a = await import('./view');\n", 24, view), "const a = await import('./view.js');\n");
  EXPECT_EQ(with_ending("import { a } from './nowhere';\n", 19, view), "nothing");
}

}  // namespace
}  // namespace regreen::story
