#include "story.h"

namespace regreen::story {
namespace {

std::string healed(std::string_view remedy, const std::string& text, std::vector<Occurrence> occurrences,
                   Files more = {}) {
  more["src/main.ts"] = text;
  const auto after = mended(remedy, more, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at("src/main.ts");
}

Occurrence tsc(int line, int column, const std::string& message, Captures captures = {}) {
  captures["file"] = "src/main.ts";
  captures["line"] = std::to_string(line);
  captures["column"] = std::to_string(column);
  return said("src/main.ts(" + captures["line"] + "," + captures["column"] + "): error " + message, captures);
}

std::vector<std::string> commands(std::string_view remedy, const Files& files, const Diagnosis& diagnosis) {
  const auto tree = tree_of(files);
  std::vector<std::string> all;
  for (const auto& row : tool_choosers()) {
    if (row.remedy != remedy) continue;
    for (const auto& call : row.choose({diagnosis, tree, tables()})) all.push_back(call.command);
  }
  return all;
}

TEST(ScriptName, IsSpeltAsTscSuggests) {
  EXPECT_EQ(healed("js.fix-name", "const total = 1;\r\nconsole.log(totl, list.lenght);\r\n",
                   {tsc(2, 13, "TS2552: Cannot find name 'totl'. Did you mean 'total'?", {{"symbol", "totl"}}),
                    tsc(2, 24, "TS2551: Property 'lenght' does not exist on type 'number[]'. Did you mean 'length'?")}),
            "const total = 1;\r\nconsole.log(total, list.length);\r\n");
  EXPECT_EQ(healed("js.fix-name", "totl\n",
                   {tsc(1, 1, "TS2552: Cannot find name 'totl'. Did you mean 'x; rm'?", {{"symbol", "totl"}})}),
            "nothing");
}

TEST(ScriptName, OfAnImportIsNotThatOfAKey) {
  const auto message = "TS2724: '\"./money\"' has no exported member named 'curency'. Did you mean 'currency'?";
  const Files money = {{"src/money.ts", "export const currency = (n: number) => n.toFixed(2);\n"}};
  EXPECT_EQ(
      healed("js.fix-name",
             "import { curency } from './money';\nf({ curency: sent.curency, b: curency(1) }, { curency });\n"
             "const { curency: code } = a ? curency : b;\nexport { curency };\n",
             {tsc(1, 10, message)}, money),
      "import { currency } from './money';\nf({ curency: sent.curency, b: currency(1) }, { curency: currency });\n"
      "const { curency: code } = a ? currency : b;\nexport { currency as curency };\n");
}

TEST(ScriptSpecifier, OfAFileThatIsMadeElsewhereStays) {
  const auto asked = [&](const Files& files) {
    return healed("js.fix-specifier", "import { port } from './config';\n",
                  {tsc(1, 22, "TS2307: Cannot find module './config'", {{"module", "./config"}})}, files);
  };
  const std::string config = "export const port = 80;\n";
  EXPECT_EQ(asked({{"web/config.ts", config}, {".gitignore", "*.js\n"}}), "import { port } from '../web/config';\n");
  EXPECT_EQ(asked({{"web/config.ts", config}, {".gitignore", "/src/config.ts\n"}}), "nothing")
      << "git does not keep it";
  EXPECT_EQ(asked({{"web/config.ts", config}, {"web/package.json", "{}"}}), "nothing") << "another package";
  EXPECT_EQ(asked({{"web/config.ts", "export const colour = 1;\n"}}), "nothing") << "another file of that name";
}

TEST(ScriptSpecifier, NamesTheFileThatIsThere) {
  EXPECT_EQ(healed("js.fix-specifier", "import { a } from './Cart';\n",
                   {tsc(1, 19, "TS2307: Cannot find module './Cart'", {{"module", "./Cart"}})}, {{"src/cart.ts", ""}}),
            "import { a } from './cart';\n");
  EXPECT_EQ(healed("js.fix-specifier", "import { a } from \"./cart\";\n",
                   {tsc(1, 19, "TS2835: Relative import paths need explicit file extensions. Did you mean './cart.js'?",
                        {{"module", "./cart"}})},
                   {{"src/cart.ts", ""}}),
            "import { a } from \"./cart.js\";\n");
  EXPECT_EQ(
      healed("js.fix-specifier", "import { a } from './other';\n",
             {tsc(1, 19, "TS2307: Cannot find module './other'", {{"module", "./other"}})}, {{"src/cart.ts", ""}}),
      "nothing");
  EXPECT_EQ(healed("js.fix-specifier", "import x from '../../../etc/passwd';\n",
                   {tsc(1, 1, "TS2307", {{"module", "../../../etc/passwd"}})}),
            "nothing");
}

TEST(ScriptSpecifier, NodeWantsTheEnding) {
  const auto after =
      mended("js.fix-specifier", Files{{"src/main.js", "import { a } from './cart';\n"}, {"src/cart.js", ""}},
             said("Cannot find module '/home/runner/work/x/x/src/cart' imported from /home/runner/work/x/x/src/main.js",
                  {{"path", "/home/runner/work/x/x/src/cart"}, {"file", "/home/runner/work/x/x/src/main.js"}}));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("src/main.js"), "import { a } from './cart.js';\n");
}

TEST(ScriptSpecifier, OfAllModulesGetsNothingButItsEnding) {
  const auto missing = [](const std::string& path) {
    return said("Cannot find module '/srv/x/src/" + path + "' imported from /srv/x/src/main.js",
                {{"path", "/srv/x/src/" + path}, {"file", "/srv/x/src/main.js"}});
  };
  const Files files = {{"src/main.js", "import { a } from './cart';\nimport b from './config';\n"},
                       {"src/cart.js", ""},
                       {"src/configs.js", ""}};
  EXPECT_EQ(mended("js.fix-specifier", files, missing("cart")).at("src/main.js"),
            "import { a } from './cart.js';\nimport b from './config';\n")
      << "what is made by the build is not what has a name like it";
  const Files typed = {{"src/main.js", "import u from './util';\n"}, {"src/util.cjs", ""}, {"src/util.d.ts", ""}};
  EXPECT_EQ(mended("js.fix-specifier", typed, missing("util")).at("src/main.js"), "import u from './util.cjs';\n")
      << "which of them runs?";
}

TEST(ScriptSpecifier, OfAFolderIsThatOfItsIndex) {
  const auto stop =
      said("Directory import '/srv/x/src/decks' is not supported resolving ES modules imported from /srv/x/bin/quiz",
           {{"path", "/srv/x/src/decks"}, {"file", "/srv/x/bin/quiz"}});
  const Files files = {
      {"bin/quiz", "#!/usr/bin/env node\nimport d from '../src/decks/';\n"},
      {"src/bank.js", "import d from './decks';\n// as in: import d from './decks';\nexport * from '.';\n"},
      {"src/index.js", ""},
      {"src/decks/index.js", "import { x } from '..';\n"},
      {"web/package.json", "{}"},
      {"web/decks/index.js", ""},
      {"web/main.js", "import d from './decks';\n"}};
  const auto after = mended("js.fix-specifier", files, stop);
  ASSERT_EQ(after.size(), 3U) << "another package is built in its own way";
  EXPECT_EQ(after.at("bin/quiz"), "#!/usr/bin/env node\nimport d from '../src/decks/index.js';\n");
  EXPECT_EQ(after.at("src/bank.js"),
            "import d from './decks/index.js';\n// as in: import d from './decks';\nexport * from './index.js';\n");
  EXPECT_EQ(after.at("src/decks/index.js"), "import { x } from '../index.js';\n");
}

TEST(ScriptSpecifier, OfCompiledFilesIsMendedInTheirSources) {
  const auto stop =
      said("Directory import '/srv/x/dist/decks' is not supported resolving ES modules imported from /srv/x/dist/a.js",
           {{"path", "/srv/x/dist/decks"}, {"file", "/srv/x/dist/a.js"}});
  const Files files = {{"src/a.ts", "import d from './decks';\nimport type { U } from './units';\n"},
                       {"src/decks/index.ts", ""},
                       {"src/units.ts", ""}};
  EXPECT_EQ(mended("js.fix-specifier", files, stop).at("src/a.ts"),
            "import d from './decks/index.js';\nimport type { U } from './units.js';\n");
}

TEST(ScriptSpecifier, OfAnotherPackageIsThatWhichNodeProposes) {
  auto stop = said(
      "Directory import '/srv/x/node_modules/pal/fp' is not supported resolving ES modules imported from "
      "/srv/x/src/a.js",
      {{"path", "/srv/x/node_modules/pal/fp"}, {"file", "/srv/x/src/a.js"}});
  const Files files = {{"src/a.js", "import fp from 'pal/fp';\nimport pal from 'pal';\n"}};
  EXPECT_TRUE(mended("js.fix-specifier", files, stop).empty());
  stop.after = {"Did you mean to import \"pal/fp/index.js\"?"};
  EXPECT_EQ(mended("js.fix-specifier", files, stop).at("src/a.js"),
            "import fp from 'pal/fp/index.js';\nimport pal from 'pal';\n");
  stop.after = {"Did you mean to import pal/fp/index.js?"};
  EXPECT_EQ(mended("js.fix-specifier", files, stop).at("src/a.js"),
            "import fp from 'pal/fp/index.js';\nimport pal from 'pal';\n");
}

TEST(ScriptSpecifier, OfAMovedFileIsNotThatOfItsBuild) {
  const Files files = {{"src/lib/cart.ts", ""}, {"dist/cart.js", ""}};
  EXPECT_EQ(healed("js.fix-specifier", "import { a } from './cart';\n",
                   {tsc(1, 19, "TS2307: Cannot find module './cart'", {{"module", "./cart"}})}, files),
            "import { a } from './lib/cart';\n");
}

TEST(ScriptImport, ComesFromTheSourceNotFromItsBuild) {
  const auto undefined = [](const Files& files) {
    return healed("js.add-import", "import { b } from './b';\nb(sum);\n",
                  {tsc(2, 3, "TS2304: Cannot find name 'sum'.", {{"symbol", "sum"}})}, files);
  };
  Files files = {{"src/sums.ts", "export const sum = 1;\n"}, {"dist/sums.js", "export const sum = 1;\n"}};
  EXPECT_EQ(undefined(files), "import { b } from './b';\nimport { sum } from './sums';\nb(sum);\n");
  for (int i = 0; i < 2000; ++i) files["src/t" + std::to_string(i) + ".ts"] = "";
  EXPECT_EQ(undefined(files), "nothing") << "the last of so many may export it, too";
}

TEST(ScriptImport, UnusedNamesGo) {
  EXPECT_EQ(healed("js.remove-unused-import",
                   "import { a, b as c } from './x';\nimport d from './d';\nimport { e } from './e';\na(d);\n",
                   {tsc(1, 13, "TS6133: 'c' is declared but its value is never read."),
                    tsc(3, 1, "TS6133: 'e' is declared but its value is never read.")}),
            "import { a } from './x';\nimport d from './d';\na(d);\n");
  EXPECT_EQ(healed("js.remove-unused-import", "const a = 1;\n",
                   {tsc(1, 7, "TS6133: 'a' is declared but its value is never read.")}),
            "nothing");
}

TEST(ScriptTool, TheProjectsOwnScriptComesFirst) {
  const auto diagnosis = diagnosis_of({said("[warn] src/a.js", {{"file", "src/a.js"}})});
  const Files files = {{"package.json", "{\"scripts\": {\"format\": \"prettier --write .\"}}"},
                       {"src/a.js", ""},
                       {"package-lock.json", "{}"}};
  EXPECT_EQ(commands("js.prettier", files, diagnosis).front(), "npm run --silent format");
  EXPECT_EQ(commands("js.eslint", files, diagnosis).front(), "npx --no-install eslint --fix src/a.js");
  EXPECT_EQ(commands("js.update-lock", files, diagnosis).front(),
            "npm install --package-lock-only --ignore-scripts --no-audit --no-fund");
  EXPECT_TRUE(commands("js.update-lock", {{"package.json", "{}"}}, diagnosis).empty());
}

Occurrence javac(int line, const std::string& message, std::vector<std::string> below) {
  auto one = said("src/Road.java:" + std::to_string(line) + ": error: " + message,
                  {{"file", "src/Road.java"}, {"line", std::to_string(line)}});
  one.after = std::move(below);
  return one;
}

std::string java(std::string_view remedy, const std::string& text, std::vector<Occurrence> occurrences) {
  const auto after =
      mended(remedy, Files{{"src/Road.java", text}, {"src/rail/Rail.java", "package rail;\npublic class Rail {}\n"}},
             diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at("src/Road.java");
}

TEST(Java, ImportsClassesOfTheJdkAndOfTheProject) {
  EXPECT_EQ(java("java.add-import",
                 "package road;\n\nimport java.util.Map;\n\nclass Road { List<Rail> r = new ArrayList<>(); }\n",
                 {javac(5, "cannot find symbol", {"x", "^", "  symbol:   class List"}),
                  javac(5, "cannot find symbol", {"x", "^", "  symbol:   class ArrayList"}),
                  javac(5, "cannot find symbol", {"x", "^", "  symbol:   class Rail"})}),
            "package road;\n\nimport java.util.ArrayList;\nimport java.util.List;\nimport java.util.Map;\nimport "
            "rail.Rail;\n\nclass Road { List<Rail> r = new ArrayList<>(); }\n");
  EXPECT_EQ(java("java.add-import", "class Road {}\n",
                 {javac(1, "cannot find symbol", {"x", "^", "  symbol:   class Evil;rm"})}),
            "nothing");
}

TEST(Java, PutsTheSemicolon) {
  EXPECT_EQ(java("java.fix-syntax", "class Road {\n  int a = 1 // one\n}\n",
                 {javac(2, "';' expected", {"  int a = 1 // one", "           ^"})}),
            "class Road {\n  int a = 1; // one\n}\n");
}

TEST(ScriptSpecifier, TscSaysTheEnding) {
  const Files files = {{"src/grid.ts", "import { toPx, type Unit } from \"./units\";\n"}, {"src/units.ts", ""}};
  const auto line = said(
      "src/grid.ts(1,33): error TS2835: Relative import paths need explicit file extensions in ECMAScript imports when "
      "'--moduleResolution' is 'node16' or 'nodenext'. Did you mean './units.js'?",
      {{"file", "src/grid.ts"}, {"line", "1"}, {"column", "33"}}, {{"src/grid.ts", 1, 33}});
  EXPECT_EQ(mended("js.fix-specifier", files, line).at("src/grid.ts"),
            "import { toPx, type Unit } from \"./units.js\";\n");
}

TEST(ScriptImport, ComesFromThePackageThatTheOthersImportItFrom) {
  const auto after = [](Files files, const std::string& name) {
    files["test/b.test.js"] =
        "import { hours } from '../src/shift.js';\n\n" + name + "('x', () => expect(hours()).toBe(8));\n";
    const auto line =
        said("ReferenceError: " + name + " is not defined", {{"symbol", name}}, {{"test/b.test.js", 3, 1}});
    const auto changed = mended("js.add-import", files, line);
    return changed.empty() ? "nothing"
                           : changed.at("test/b.test.js").substr(0, changed.at("test/b.test.js").find("\n\n"));
  };
  const std::string import = "import { hours } from '../src/shift.js';";
  EXPECT_EQ(after({{"package.json", "{\"devDependencies\": {\"vitest\": \"^1\"}}"}}, "describe"),
            import + "\nimport { describe, expect } from 'vitest';");
  EXPECT_EQ(after({{"package.json", "{}"}}, "describe"), "nothing");
  EXPECT_EQ(after({{"package.json", "{}"}, {"a.js", "import { suite, check } from 'uvu';\n"}}, "check"),
            import + "\nimport { check } from 'uvu';");
  EXPECT_EQ(after({{"a.js", "const = require('uvu'); // check\n"}}, "check"), "nothing");
  EXPECT_EQ(after({{"a.js", "import { check } from 'uvu';\n"}, {"c.js", "import { check } from 'tap';\n"}}, "check"),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
