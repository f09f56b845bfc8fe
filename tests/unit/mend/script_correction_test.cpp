#include "story.h"

namespace regreen::story {
namespace {

// The linter points to the first byte of `word`, behind its brackets where it has some.
std::string asked(const std::string& rule, const std::string& line, const std::string& word,
                  const std::string& detail = "x") {
  const auto after = mended("js.fix-finding", {{"src/a.js", line + "\n"}},
                            said("row", {{"code", rule}, {"detail", detail}}, {{"src/a.js", 1, line.find(word) + 1}}));
  return after.contains("src/a.js") ? after.at("src/a.js").substr(0, after.at("src/a.js").find('\n')) : "nothing";
}

TEST(ScriptCorrection, IsTheOneWayToWriteIt) {
  EXPECT_EQ(asked("no-debugger", "f(); debugger; g();", "debugger"), "f();  g();");
  EXPECT_EQ(asked("no-debugger", "  debugger;", "debugger"), "");
  EXPECT_EQ(asked("use-isnan", "if (a.b !== NaN) f();", "a.b"), "if (!Number.isNaN(a.b)) f();");
  EXPECT_EQ(asked("valid-typeof", "if (typeof a === 'strnig') f();", "'"), "if (typeof a === 'string') f();");
  EXPECT_EQ(asked("no-unsafe-negation", "if (!a in b) f();", "!"), "if (!(a in b)) f();");
  EXPECT_EQ(asked("no-constant-condition", "while (true) {", "true"), "for (;;) {");
  EXPECT_EQ(asked("no-plusplus", "  count++;", "count"), "  count += 1;");
  EXPECT_EQ(asked("no-plusplus", "for (let i = 0; i < n; i++) {", "i++"), "for (let i = 0; i < n; i += 1) {");
  EXPECT_EQ(asked("no-new-symbol", "const a = new Symbol('a');", "new"), "const a = Symbol('a');");
  EXPECT_EQ(asked("import/extensions", "import a from './a';", "'", "Missing file extension \"js\" for \"./a\""),
            "import a from './a.js';");
  EXPECT_EQ(asked("import/extensions", "import a from './a.js';", "'",
                  "Unexpected use of file extension \"js\" for \"./a.js\""),
            "import a from './a';");
  EXPECT_EQ(asked("no-redeclare", "  var a = 2;", "a =", "'a' is already defined."), "  a = 2;");
  EXPECT_EQ(asked("react/no-unescaped-entities", "<p>don't</p>", "'",
                  "`'` can be escaped with `&apos;`, `&lsquo;`, `&#39;`, `&rsquo;`."),
            "<p>don&apos;t</p>");
  EXPECT_EQ(asked("@typescript-eslint/ban-ts-comment", "// @ts-ignore", "//",
                  "Use \"@ts-expect-error\" instead of \"@ts-ignore\", as \"@ts-ignore\" will do nothing if the "
                  "following line is "
                  "error-free."),
            "// @ts-expect-error");
  EXPECT_EQ(asked("radix", "return parseInt(f(a, b));", "parseInt"), "return parseInt(f(a, b), 10);");
  EXPECT_EQ(asked("eqeqeq", "const seen = new Set(); if (seen.size == 4) f();", "=="),
            "const seen = new Set(); if (seen.size === 4) f();");
  EXPECT_EQ(asked("no-irregular-whitespace", "const a =\xC2\xA0 1;", "\xC2"), "const a =  1;");
}

TEST(ScriptCorrection, LeavesWhatMayMeanSomethingElse) {
  EXPECT_EQ(asked("no-plusplus", "f(count++);", "count"), "nothing");
  EXPECT_EQ(asked("no-plusplus", "return i++;", "i++"), "nothing");
  EXPECT_EQ(asked("no-constant-condition", "if (true) {", "true"), "nothing");
  EXPECT_EQ(asked("no-constant-condition", "do { f(); } while (true);", "true"), "nothing");
  EXPECT_EQ(asked("valid-typeof", "if (typeof a === 'map') f();", "'"), "nothing");
  EXPECT_EQ(asked("no-redeclare", "var a = 1, b = 2;", "a =", "'a' is already defined."), "nothing");
  EXPECT_EQ(asked("no-unsafe-negation", "if (!a && b in c) f();", "!"), "nothing");
  EXPECT_EQ(asked("no-empty", "if (a) {}", "{"), "nothing");
  EXPECT_EQ(asked("no-plusplus", "let n = 0n; { n++; }", "n++"), "nothing");
  EXPECT_EQ(asked("radix", "return parseInt('0x' + text);", "parseInt"), "nothing");
  EXPECT_EQ(asked("radix", "return text.startsWith('0x') ? parseInt(text) : 0;", "parseInt"), "nothing");
  EXPECT_EQ(asked("eqeqeq", "if (shoe.size == 40) f();", "=="), "nothing") << "what was typed";
  EXPECT_EQ(asked("eqeqeq", "const n = BigInt(a); if (n % b == 0) f();", "=="), "nothing");
}

std::string with_case_block(const std::string& more) {
  const std::string head = "switch (a) {\n  case 1:\n    let text = f(a);\n    return text;\n";
  const auto after = mended("js.fix-finding", {{"src/a.js", head + more + "}\n"}},
                            said("row", {{"code", "no-case-declarations"}, {"detail", "x"}}, {{"src/a.js", 3, 5}}));
  return after.empty() ? "nothing" : after.at("src/a.js");
}

TEST(ScriptCorrection, ACaseKeepsToItselfWhatNoOtherKnows) {
  EXPECT_EQ(with_case_block("  case 2: {\n    const text = g(a.text);\n    return text;\n  }\n"),
            "switch (a) {\n  case 1: {\n    let text = f(a);\n    return text;\n  }\n  case 2: {\n    const text = "
            "g(a.text);\n    return text;\n  }\n}\n");
  EXPECT_EQ(with_case_block("  case 2:\n    text = 'shut';\n    return text;\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
