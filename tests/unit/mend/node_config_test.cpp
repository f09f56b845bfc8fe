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

}  // namespace
}  // namespace regreen::story
