#include "mend/slip.h"
#include "story.h"

namespace regreen::story {
namespace {

Files after(std::string_view remedy, const Files& files, std::string line, Captures captures = {},
            std::vector<Location> locations = {}) {
  return mended(remedy, files, said(std::move(line), std::move(captures), std::move(locations)));
}

Location at(std::string file, std::size_t line) {
  Location place;
  place.file = std::move(file);
  place.line = line;
  return place;
}

TEST(SlipsNames, ASuggestionIsTaken) {
  const Files files = {{"a.py", "def f(amounts):\n    for amount in amounts:\n        print(amout)\n"}};
  const auto line = "E   NameError: name 'amout' is not defined. Did you mean: 'amount'?";
  EXPECT_EQ(after("text.fix-name", files, line, {{"symbol", "amout"}}, {at("a.py", 3)}).at("a.py"),
            "def f(amounts):\n    for amount in amounts:\n        print(amount)\n");
}

TEST(SlipsNames, TheOnlyOneNearIsMeantWhereNothingIsSuggested) {
  const auto line = "ReferenceError: diference is not defined";
  const Captures names = {{"symbol", "diference"}};
  EXPECT_EQ(
      after("text.fix-name", {{"a.js", "const difference = 1;\nprint(diference);\n"}}, line, names, {at("a.js", 2)})
          .at("a.js"),
      "const difference = 1;\nprint(difference);\n");
  EXPECT_TRUE(after("text.fix-name", {{"a.js", "const other = 1;\nprint(diference);\n"}}, line, names, {at("a.js", 2)})
                  .empty());
  const Files two = {{"a.js", "let counts, county;\nprint(count);\n"}};
  EXPECT_TRUE(
      after("text.fix-name", two, "ReferenceError: count is not defined", {{"symbol", "count"}}, {at("a.js", 2)})
          .empty());
}

TEST(SlipsNames, TheContraryIsAnotherWord) {
  EXPECT_TRUE(is_other_word("lock", "unlock"));
  EXPECT_TRUE(is_other_word("disable_log", "able_log"));
  EXPECT_TRUE(is_other_word("create_account", "delete_account"));
  for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"MaxConns", "MinConns"},
                                                                                   {"lat1", "lat2"},
                                                                                   {"ParseV1", "ParseV2"},
                                                                                   {"increase", "decrease"},
                                                                                   {"box_height", "box_weight"},
                                                                                   {"maximum", "minimum"},
                                                                                   {"encodeURL", "decodeURL"},
                                                                                   {"api/v1", "api/v2"},
                                                                                   {"isReady", "isNotReady"},
                                                                                   {"cost", "host"},
                                                                                   {"readSync", "readAsync"}}) {
    EXPECT_TRUE(is_other_word(one, other)) << one;
    EXPECT_TRUE(is_other_word(other, one)) << one;
  }
  for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"toString", "toStirng"},
                                                                                   {"userName", "username"},
                                                                                   {"HTTPServer", "HttpServer"},
                                                                                   {"map_key", "map_kye"},
                                                                                   {"getUser", "getUsr"},
                                                                                   {"curency", "currency"},
                                                                                   {"parseUTF8", "parseUft8"}})
    EXPECT_FALSE(is_other_word(one, other)) << one;
  EXPECT_FALSE(is_other_word("locks", "lock"));
  EXPECT_FALSE(is_other_word("ready", "y"));
}

TEST(SlipsJson, CommasCommentsAndQuotes) {
  EXPECT_EQ(after("json.fix-syntax", {{"a.json", "{\n  // why\n  \"a\": [1, 2,],\n}\n"}}, "x").at("a.json"),
            "{\n  \"a\": [1, 2]\n}\n");
  EXPECT_EQ(after("json.fix-syntax", {{"a.json", "{\n  \"a\": 1\n  'b': \"http://x\"\n}\n"}}, "x").at("a.json"),
            "{\n  \"a\": 1,\n  \"b\": \"http://x\"\n}\n");
  EXPECT_TRUE(after("json.fix-syntax", {{"a.json", "{ \"a\": }\n"}}, "x").empty());
  EXPECT_TRUE(after("json.fix-syntax", {{"tsconfig.json", "{ // ok\n}\n"}}, "x").empty());
}

TEST(SlipsJson, SamplesAndWhatIsSaidInPassingStay) {
  const std::string text = "{\"a\": 1,}\n";
  const auto mended_at = [&](const std::string& path, std::vector<std::string> below = {}) {
    auto one = said(path + ": Expecting property name enclosed in double quotes", {{"file", path}});
    one.after = std::move(below);
    return mended("json.fix-syntax", {{path, text}}, diagnosis_of({one})).contains(path);
  };
  EXPECT_TRUE(mended_at("lists/badges.json"));
  EXPECT_FALSE(mended_at("tests/samples/rates.json"));
  EXPECT_FALSE(mended_at("tests/bad-rates.json"));
  EXPECT_FALSE(mended_at("lists/rates.json", {"Traceback (most recent call last):"}));
}

TEST(SlipsToml, AValueIsQuoted) {
  EXPECT_EQ(after("toml.fix-syntax", {{"p.toml", "[p]\nversion = 1.2.0\n"}}, "x", {{"line", "2"}}).at("p.toml"),
            "[p]\nversion = \"1.2.0\"\n");
}

TEST(SlipsMakefiles, PrerequisitesAreCalledAsTheirTargets) {
  EXPECT_EQ(after("make.fix-target", {{"Makefile", "all: tests\n\ntest:\n\techo\n"}}, "x", {{"path", "tests"}})
                .at("Makefile"),
            "all: test\n\ntest:\n\techo\n");
}

TEST(SlipsShell, AScriptThatNeedsBashSaysSo) {
  const Files files = {{"a.sh", "#!/bin/sh\nif [[ -f x ]]; then :; fi\n"}, {"Makefile", "all:\n\tsh a.sh\n"}};
  const auto mended = after("shell.use-bash", files, "a.sh: 2: [[: not found");
  EXPECT_EQ(mended.at("a.sh"), "#!/bin/bash\nif [[ -f x ]]; then :; fi\n");
  EXPECT_EQ(mended.at("Makefile"), "all:\n\tbash a.sh\n");
  const auto called = [](const std::string& line) {
    const auto changed =
        after("shell.use-bash", {{"ci/a.sh", "#!/bin/bash\n[[ a ]]\n"}, {"b.sh", line}, {"ci/c.sh", ""}},
              "ci/a.sh: 2: [[: not found");
    return changed.contains("b.sh") ? changed.at("b.sh") : "nothing";
  };
  EXPECT_EQ(called("x=$(sh \"$here/a.sh\" b)\n"), "x=$(bash \"$here/a.sh\" b)\n");
  EXPECT_EQ(called("/bin/sh -eu ./ci/a.sh; cd ci && sh a.sh\n"), "/bin/bash -eu ./ci/a.sh; cd ci && bash a.sh\n");
  for (const std::string line : {"sh ci/c.sh a.sh\n", "sh -c ci/a.sh\n", "sh -s ci/a.sh\n", "sh \"$script\"\n",
                                 "fish ci/a.sh\n", "sh\n ci/a.sh\n", "sh"})
    EXPECT_EQ(called(line), "nothing") << line;
  EXPECT_TRUE(after("shell.use-bash", {{"a.sh", "#!/bin/sh\nfoo\n"}}, "a.sh: 2: foo: not found").empty());
}

TEST(SlipsShell, WordsOfATest) {
  EXPECT_EQ(after("shell.fix-words", {{"a.sh", "if [\"$n\" -gt 1]; then\n"}}, "a.sh: line 1: [2: command not found")
                .at("a.sh"),
            "if [ \"$n\" -gt 1 ]; then\n");
  EXPECT_EQ(
      after("shell.fix-words", {{"a.sh", "if [ $w = b ]; then\n"}}, "a.sh: line 1: [: too many arguments").at("a.sh"),
      "if [ \"$w\" = b ]; then\n");
  EXPECT_EQ(after("shell.fix-words", {{"a.sh", "version = 1\n"}}, "a.sh: 1: version: not found").at("a.sh"),
            "version=1\n");
}

TEST(NodeSources, WhatTheyLack) {
  const auto mend = [](std::string text, std::string line, Captures captures, std::size_t number = 1) {
    const auto files = after("js.fix-module", {{"src/a.js", text}, {"src/u/index.js", ""}, {"src/m.json", "[]"}},
                             std::move(line), std::move(captures), {at("src/a.js", number)});
    return files.empty() ? "" : files.at("src/a.js");
  };
  EXPECT_EQ(mend("const p = require('path');\nfs.x();\n", "  error: 'fs is not defined'", {{"symbol", "fs"}}),
            "const fs = require('fs');\nconst p = require('path');\nfs.x();\n");
  EXPECT_EQ(
      mend("import a from './m.json';\n", "needs an import attribute of type \"json\"", {{"path", "/w/src/m.json"}}),
      "import a from './m.json' with { type: 'json' };\n");
  EXPECT_EQ(mend("import { a, b as c } from './x.cjs';\n", "The requested module './x.cjs' is a CommonJS module",
                 {{"module", "./x.cjs"}}),
            "import xModule from './x.cjs';\nconst { a, b: c } = xModule;\n");
  EXPECT_EQ(mend("const f = (x) => {\n  await x;\n};\n", "SyntaxError: await is only valid in async functions", {}, 2),
            "const f = async (x) => {\n  await x;\n};\n");
  EXPECT_EQ(mend("f(g(1);\n", "SyntaxError: missing ) after argument list", {}), "f(g(1));\n");
}

TEST(SlipsPython, EncodingsAreSaid) {
  EXPECT_EQ(after("python.say-encoding", {{"a.py", "a = open(\"x\")\nb = open(\"x\", \"rb\")\nc = p.read_text()\n"}},
                  "EncodingWarning", {}, {at("a.py", 1)})
                .at("a.py"),
            "a = open(\"x\", encoding=\"utf-8\")\nb = open(\"x\", \"rb\")\nc = p.read_text(encoding=\"utf-8\")\n");
  EXPECT_EQ(after("python.say-encoding", {{"a.py", "a = open(\n    \"x\",  # (its name)\n)\n"}}, "EncodingWarning", {},
                  {at("a.py", 1)})
                .at("a.py"),
            "a = open(\n    \"x\",  # (its name)\n    encoding=\"utf-8\",\n)\n");
  for (const auto* call : {"open(p, mode)", "open(p, mode=m)", "ZipFile(p).open(n)", "open(p, 'r', -1, 'latin-1')",
                           "p.read_text('utf-8')"})
    EXPECT_TRUE(after("python.say-encoding", {{"a.py", "a = " + std::string(call) + "\n"}}, "EncodingWarning", {},
                      {at("a.py", 1)})
                    .empty())
        << call;
  EXPECT_EQ(after("text.to-utf8", {{"a.py", "a = '\x80'\n"}}, "x", {}, {at("a.py", 1)}).at("a.py"), "a = '€'\n");
  EXPECT_EQ(after("text.to-utf8", {{"a.py", "a = '\xf6'\n"}}, "x", {}, {at("a.py", 1)}).at("a.py"), "a = '\xc3\xb6'\n");
}

TEST(SlipsPython, SettingsOfPytest) {
  EXPECT_EQ(after("python.fix-pytest-settings", {{"setup.cfg", "[metadata]\n[pytest]\n"}},
                  "[pytest] section in setup.cfg files is no longer supported")
                .at("setup.cfg"),
            "[metadata]\n[tool:pytest]\n");
  EXPECT_EQ(
      after("python.fix-pytest-settings", {{"pytest.ini", "[pytest]\ntestpath = a\n"}}, "x", {{"key", "testpath"}})
          .at("pytest.ini"),
      "[pytest]\ntestpaths = a\n");
  EXPECT_EQ(after("python.add-test-path", {{"pytest.ini", "[pytest]\n"}, {"src/lamp/__init__.py", ""}}, "x",
                  {{"module", "lamp.bulb"}})
                .at("pytest.ini"),
            "[pytest]\npythonpath = src\n");
  EXPECT_EQ(after("python.add-test-path",
                  {{"pytest.ini", "[pytest]\npythonpath = . tools\naddopts = -q\n"}, {"src/lamp/__init__.py", ""}}, "x",
                  {{"module", "lamp"}})
                .at("pytest.ini"),
            "[pytest]\npythonpath = . tools src\naddopts = -q\n");
  EXPECT_EQ(after("python.add-test-path",
                  {{"pyproject.toml", "[tool.pytest.ini_options]\npythonpath = [\".\"]\n"}, {"src/lamp.py", ""}}, "x",
                  {{"module", "lamp"}})
                .at("pyproject.toml"),
            "[tool.pytest.ini_options]\npythonpath = [\".\", \"src\"]\n");
}

TEST(SlipsPython, SetuptoolsLooksWhereThePackageIs) {
  const std::string find = "[tool.setuptools.packages.find]\n",
                    tests = "\n[tool.pytest.ini_options]\npythonpath = ['src']\n";
  const auto looking = [&](const std::string& keys, Files files) {
    files["pyproject.toml"] = find + keys + tests;
    files["src/lamp/__init__.py"] = files["src/lamp/part/__init__.py"] = files["tests/__init__.py"] = "";
    const auto patched = after("python.add-test-path", files, "x", {{"module", "lamp.bulb"}});
    return patched.contains("pyproject.toml") ? patched.at("pyproject.toml") : "nothing";
  };
  EXPECT_EQ(looking("where = ['.']  # here\n", {}), find + "where = ['src']  # here\n" + tests);
  EXPECT_EQ(looking("where = [\"./lib\"]\ninclude = ['lamp*']\n", {}),
            find + "where = [\"src\"]\ninclude = ['lamp*']\n" + tests);
  EXPECT_EQ(looking("include = ['lamp*']\n", {}), find + "include = ['lamp*']\nwhere = [\"src\"]\n" + tests);
  EXPECT_EQ(looking("where = ['src']\n", {}), "nothing");
  EXPECT_EQ(looking("where = ['.']\n", {{"bulb/__init__.py", ""}}), "nothing") << "packages in both";
  EXPECT_EQ(looking("where = ['.', 'lib']\n", {}), "nothing");
}

TEST(SlipsPython, WithdrawnCalls) {
  const auto modern = [](std::string text, std::string line) {
    return after("python.modernize", {{"a.py", text}}, std::move(line)).at("a.py");
  };
  EXPECT_EQ(after("python.replace-removed", {{"a.py", "import random\nx = random.sample(pool, 2)\n"}},
                  "TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).")
                .at("a.py"),
            "import random\nx = random.sample(sorted(pool), 2)\n");
  EXPECT_EQ(modern("import asyncio\n\n\n@asyncio.coroutine\ndef f():\n    yield from g()\n",
                   "AttributeError: module 'asyncio' has no attribute 'coroutine'"),
            "import asyncio\n\n\nasync def f():\n    await g()\n");
  EXPECT_EQ(modern("import threading\nx = f\"{t.getName()}: {{t.getName()}} .getName()\" + t.getName()\n",
                   "E   DeprecationWarning: getName() is deprecated, get the name attribute instead"),
            "import threading\nx = f\"{t.name}: {{t.getName()}} .getName()\" + t.name\n");
  EXPECT_EQ(modern("p.readfp(f, filename=x)\nq.readfp(g)\n",
                   "p.readfp(f)  DeprecationWarning: This method will be removed in Python 3.12. Use "
                   "'parser.read_file()' instead."),
            "p.read_file(f, source=x)\nq.read_file(g)\n");
  const auto signature = [&](const std::string& text) {
    return modern("import inspect\n" + text, "AttributeError: module 'inspect' has no attribute 'getargspec'");
  };
  EXPECT_EQ(signature("a, _, kw, d = inspect.getargspec(f)\n"),
            "import inspect\na, _, kw, d = inspect.getfullargspec(f)[:4]\n");
  EXPECT_EQ(signature("s = inspect.getargspec(f)\nx = s.keywords, inspect.getargspec(g).keywords, s.args\n"),
            "import inspect\ns = inspect.getfullargspec(f)\nx = s.varkw, inspect.getfullargspec(g).varkw, s.args\n");
  EXPECT_EQ(
      signature("def f(x):\n    s = inspect.getargspec(x)\n    return f\"{s.keywords} {{s.keywords}} {s.args}\"\n"),
      "import inspect\ndef f(x):\n    s = inspect.getfullargspec(x)\n    return f\"{s.varkw} {{s.keywords}} "
      "{s.args}\"\n");
  const std::string one = "def f(x):\n    s = inspect.getargspec(x)\n    return s.keywords\n";
  const std::string today = "def f(x):\n    s = inspect.getfullargspec(x)\n    return s.varkw\n";
  const std::string other = "\n\ndef g(s):\n    return s.keywords\n\n\n";
  EXPECT_EQ(signature(one + other + one), "import inspect\n" + today + other + today);
  EXPECT_EQ(signature("a, *rest = inspect.getargspec(f)\nn = inspect.getargspec(f)[0]\n"),
            "import inspect\na, *rest = inspect.getfullargspec(f)\nn = inspect.getfullargspec(f)[0]\n");
}

}  // namespace
}  // namespace regreen::story
