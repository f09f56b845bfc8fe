// Directives, patterns of tests, packed files and roots of sources.

#include "story.h"

namespace regreen::story {
namespace {

std::string directive(const std::string& text, const std::string& row, const std::string& line = "1") {
  auto one = said("  " + row, {{"line", line}});
  one.before = {"/w/src/a.js"};
  const auto after = mended("js.drop-directive", {{"src/a.js", text}}, one);
  return after.contains("src/a.js") ? after.at("src/a.js") : "nothing";
}

const std::string unused = "  error  Unused eslint-disable directive (no problems were reported";

TEST(EslintDirective, LosesTheRulesThatFindNothing) {
  EXPECT_EQ(directive("// eslint-disable-next-line eqeqeq\na;\n", "1:1" + unused + " from 'eqeqeq')"), "a;\n");
  EXPECT_EQ(directive("f(); // eslint-disable-line no-undef\n", "1:6" + unused + " from 'no-undef')"), "f();\n");
  EXPECT_EQ(directive("/* eslint-disable a, b/c, d -- why */\n", "1:1" + unused + " from 'a' or 'd')"),
            "/* eslint-disable b/c -- why */\n");
  EXPECT_EQ(directive("  {/* eslint-disable-next-line a */}\n  <b/>\n", "1:4" + unused + " from 'a')"), "  <b/>\n");
  EXPECT_EQ(directive("/* eslint-disable */ x;\n", "1:1" + unused + ")"), "x;\n");
  EXPECT_EQ(directive("/* eslint-disable a */\n", "1:1" + unused + ")"), "nothing") << "it speaks of another one";
  EXPECT_EQ(directive("// see eslint-disable a\n", "1:1" + unused + " from 'a')"), "nothing");
}

TEST(EslintDirective, IsAWarningOnlyWhereThoseFail) {
  const std::string row = "  1:1  warning  Unused eslint-disable directive (no problems were reported from 'a')";
  const Files files = {{"a.js", "// eslint-disable-next-line a\nb;\n"}};
  auto other = said("  2:1  error  Unexpected console statement  no-console", {{"line", "2"}});
  other.before = {"/w/a.js", row};
  EXPECT_TRUE(mended("js.drop-directive", files, other).empty());
  auto many = said("ESLint found too many warnings (maximum: 0).", {});
  many.before = {"/w/a.js", row, ""};
  EXPECT_EQ(mended("js.drop-directive", files, many), (Files{{"a.js", "b;\n"}}));
}

TEST(EslintDirective, LeavesNoEmptyBracesInTags) {
  const std::string row = "1:7" + unused + " from 'a')";
  EXPECT_EQ(directive("<a/> {/* eslint-disable-line a */}\n", row), "<a/>\n");
  EXPECT_EQ(directive("<p>{/* eslint-disable-line a */}</p>\n", "1:5" + unused + " from 'a')"), "<p></p>\n");
  EXPECT_EQ(directive("f = () => { /* eslint-disable-line a */ }\n", "1:13" + unused + " from 'a')"),
            "f = () => { }\n");
  EXPECT_EQ(directive("f(): P<T> { /* eslint-disable-line a */ }\n", "1:13" + unused + " from 'a')"),
            "f(): P<T> { }\n");
}

TEST(EslintDirective, IsAWarningByTheWordOfItsRow) {
  const std::string path = "src/warnings.js", text = "// eslint-disable-next-line a\nb;\n";
  const auto unix_row = [&](const std::string& severity) {
    return said(
        "/w/" + path + ":1:1: Unused eslint-disable directive (no problems were reported from 'a'). [" + severity + "]",
        {{"file", "/w/" + path}, {"line", "1"}});
  };
  EXPECT_EQ(mended("js.drop-directive", {{path, text}}, unix_row("Error")), (Files{{path, "b;\n"}}));
  EXPECT_TRUE(mended("js.drop-directive", {{path, text}}, unix_row("Warning")).empty());
}

// ---- tests that a pattern names ----

Files tests_named(Files files, const std::string& script, const std::string& pattern) {
  files["package.json"] = "{\n  \"scripts\": {\n    \"test\": \"" + script + "\"\n  }\n}\n";
  return mended("js.find-tests", files, said("Could not find '/w/" + pattern + "'", {{"path", "/w/" + pattern}}));
}

Files package(const std::string& script) {
  return {{"package.json", "{\n  \"scripts\": {\n    \"test\": \"" + script + "\"\n  }\n}\n"}};
}

TEST(NodeTests, AreFoundByTheRunner) {
  const Files files = {{"test/a.test.js", ""}, {"test/b/c.test.js", ""}, {"src/a.js", ""}};
  EXPECT_EQ(tests_named(files, "node --test \\\"test/**/*.test.js\\\"", "test/**/*.test.js"), package("node --test"));
  EXPECT_EQ(tests_named(files, "node --test --test-reporter=spec 'test/**/*.test.js' && x", "test/**/*.test.js"),
            package("node --test --test-reporter=spec && x"));
}

TEST(NodeTests, AreNamedWhereTheRunnerFindsOthers) {
  const Files files = {{"test/a.test.js", ""}, {"test/help.js", ""}};
  EXPECT_EQ(tests_named(files, "node --test \\\"test/**/*.test.js\\\"", "test/**/*.test.js"),
            package("node --test $(find test -name '*.test.js')"));
  EXPECT_TRUE(tests_named({}, "node --test 'test/**/*.js'", "test/**/*.js").empty()) << "there are none";
  EXPECT_TRUE(tests_named(files, "node --test 'test/**/*.test.js' x.js", "test/**/*.test.js").empty());
}

TEST(NodeTests, AreThoseOfThePackage) {
  const std::string manifest = "{\"scripts\": {\"test\": \"node --test 'test/**/*.test.js'\"}}\n";
  Files files = {{"package.json", manifest},
                 {"test/a.test.js", ""},
                 {"packages/b/package.json", manifest},
                 {"packages/b/test/b.test.js", ""}};
  const auto gone =
      said("Could not find '/w/packages/b/test/**/*.test.js'", {{"path", "/w/packages/b/test/**/*.test.js"}});
  EXPECT_EQ(mended("js.find-tests", files, gone),
            (Files{{"packages/b/package.json", "{\"scripts\": {\"test\": \"node --test\"}}\n"}}));
  files["packages/b/test/help.js"] = "";
  EXPECT_EQ(mended("js.find-tests", files, gone),
            (Files{{"packages/b/package.json",
                    "{\"scripts\": {\"test\": \"node --test $(find test -name '*.test.js')\"}}\n"}}));
  files[".github/workflows/ci.yml"] = "    runs-on: windows-latest\n";
  EXPECT_TRUE(mended("js.find-tests", files, gone).empty()) << "cmd.exe knows no $(find)";
}

TEST(NodeTests, AreMendedInEveryScript) {
  const std::string calls = "node --test 'test/**/*.test.js'\nif node --test  test/**/*.test.js; then :; fi\n";
  EXPECT_EQ(mended("js.find-tests", {{"ci/test.sh", calls}, {"test/a.test.js", ""}},
                   said("Could not find '/w/test/**/*.test.js'", {{"path", "/w/test/**/*.test.js"}})),
            (Files{{"ci/test.sh", "node --test\nif node --test; then :; fi\n"}}));
}

// ---- what is packed ----

Files packed(const std::string& list, const std::string& module, const std::string& user) {
  auto gone = said("Error: Cannot find module '" + module + "'", {{"module", module}});
  gone.after = {"Require stack:", "- " + user};
  const Files files = {{"package.json", "{\n  \"name\": \"@a/b\",\n  \"files\": " + list + "\n}\n"},
                       {"lib/a.js", ""},
                       {"lib/b.js", ""},
                       {"lib/texts/de.json", "{}"},
                       {"lib/table.json", "{}"}};
  auto after = mended("js.pack-file", files, gone);
  if (after.contains("package.json")) {
    auto& text = after["package.json"];
    const auto at = text.find("\"files\": ") + 9;
    text = text.substr(at, text.rfind("\n}") - at);
  }
  return after;
}

TEST(PackedFile, IsListed) {
  EXPECT_EQ(packed("[\"lib/*.js\"]", "./texts/de.json", "/tmp/x/package/lib/a.js"),
            (Files{{"package.json", "[\"lib/*.js\", \"lib/texts\"]"}}));
  EXPECT_EQ(packed("[\n    \"bin\",\n    \"lib/*.js\"\n  ]", "./table", "/tmp/x/node_modules/@a/b/lib/a.js"),
            (Files{{"package.json", "[\n    \"bin\",\n    \"lib/*.js\",\n    \"lib/table.json\"\n  ]"}}));
  EXPECT_TRUE(packed("[\"lib/*.js\"]", "./nothing.json", "/tmp/x/package/lib/a.js").empty());
  EXPECT_TRUE(packed("[\"lib\"]", "./texts/de.json", "/tmp/x/package/lib/a.js").empty());
  EXPECT_TRUE(packed("[\"lib/*.js\"]", "./texts/de.json", "/w/lib/a.js").empty())
      << "it does not run where it is packed";
  EXPECT_TRUE(packed("[\"lib/*.js\", \"!**/*.json\"]", "./table.json", "/tmp/x/package/lib/a.js").empty());
}

TEST(PackedFile, IsOfTheOnlyPackageThatHoldsBoth) {
  const auto manifest = [](const std::string& name, const std::string& list) {
    return "{\"name\": \"" + name + "\", \"files\": " + list + "}\n";
  };
  auto gone = said("Error: Cannot find module './texts'", {{"module", "./texts"}});
  gone.after = {"Require stack:", "- /tmp/x/package/lib/a.js"};
  Files files = {{"a/package.json", manifest("a", "[\"lib/a.js\"]")}, {"a/lib/a.js", ""}, {"a/lib/texts.js", ""},
                 {"b/package.json", manifest("b", "[\"lib/b.js\"]")}, {"b/lib/b.js", ""}, {"b/lib/texts.js", ""}};
  EXPECT_EQ(mended("js.pack-file", files, gone),
            (Files{{"a/package.json", manifest("a", "[\"lib/a.js\", \"lib/texts.js\"]")}}));
  files["b/lib/a.js"] = "";
  EXPECT_TRUE(mended("js.pack-file", files, gone).empty()) << "which of the two?";
  gone.after = {"Require stack:", "- /tmp/x/node_modules/b/lib/a.js"};
  EXPECT_EQ(mended("js.pack-file", files, gone),
            (Files{{"b/package.json", manifest("b", "[\"lib/b.js\", \"lib/texts.js\"]")}}));
}

TEST(PackedFile, IsListedWhereNothingIs) {
  EXPECT_EQ(packed("[]", "./table", "/tmp/x/package/lib/a.js"), (Files{{"package.json", "[\"lib\"]"}}));
  EXPECT_EQ(packed("[\n  ]", "./table", "/tmp/x/package/lib/a.js"), (Files{{"package.json", "[\"lib\"]"}}));
  EXPECT_TRUE(packed("[\".\"]", "./table", "/tmp/x/package/lib/a.js").empty());
  EXPECT_TRUE(packed("[\"a\\\"b\"]", "./table", "/tmp/x/package/lib/a.js").empty());
}

// ---- what is compiled ----

Files compiled(const std::string& config, const std::string& reason, Files others = {}) {
  auto outside = said(
      "error TS6059: File '/w/bench/a.ts' is not under 'rootDir' '/w/src'. 'rootDir' is expected to contain all source "
      "files.",
      {});
  outside.after = {"  The file is in the program because:", "    " + reason};
  others["tsconfig.json"] = config;
  others["bench/a.ts"] = "";
  return mended("js.include-root", others, outside);
}

TEST(RootDir, IsWhatIsIncluded) {
  const std::string config = "{\n  // sources\n  \"compilerOptions\": {\n    \"rootDir\": \"./src\"\n  }\n}\n";
  const std::string by_default = "Matched by default include pattern '**/*'";
  EXPECT_EQ(compiled(config, by_default),
            (Files{{"tsconfig.json",
                    "{\n  // sources\n  \"compilerOptions\": {\n    \"rootDir\": \"./src\"\n  },\n  \"include\": "
                    "[\"src\"]\n}\n"}}));
  EXPECT_TRUE(compiled(config, "Imported via '../bench/a' from file '/w/src/b.ts'").empty());
  EXPECT_TRUE(compiled(config, by_default, {{"types/x.d.ts", ""}}).empty()) << "that would be lost";
  EXPECT_TRUE(compiled("{\"compilerOptions\": {\"rootDir\": \"lib\"}}", by_default).empty());
}

TEST(RootDir, IsOfTheFileThatWasRead) {
  const std::string config = "{\"compilerOptions\": {\"rootDir\": \"src\"}}\n",
                    mended_config = "{\"compilerOptions\": {\"rootDir\": \"src\"}, \"include\": [\"src\"]}\n";
  auto outside = said("error TS6059: File '/w/b/bench/a.ts' is not under 'rootDir' '/w/b/src'.", {});
  outside.after = {"    Matched by default include pattern '**/*'"};
  Files files = {{"tsconfig.json", config}, {"b/tsconfig.json", config}, {"b/bench/a.ts", ""}};
  EXPECT_EQ(mended("js.include-root", files, outside), (Files{{"b/tsconfig.json", mended_config}}));
  files["b/tsconfig.build.json"] = config;
  EXPECT_TRUE(mended("js.include-root", files, outside).empty()) << "which of the two?";
  outside.before = {"> tsc -p tsconfig.build.json"};
  EXPECT_EQ(mended("js.include-root", files, outside), (Files{{"b/tsconfig.build.json", mended_config}}));
}

}  // namespace
}  // namespace regreen::story
