#include "story.h"

namespace regreen::story {
namespace {

std::string mended_script(std::string_view remedy, const std::string& text, Occurrence occurrence, Files others = {}) {
  others["src/a.ts"] = text;
  const auto after = mended(remedy, others, std::move(occurrence));
  return after.contains("src/a.ts") ? after.at("src/a.ts") : "nothing";
}

TEST(UnusedScript, GoesWhereItLeavesNoTrace) {
  const auto unused = [](const std::string& name, std::size_t line) {
    return said("error TS6133: '" + name + "' is declared but its value is never read.", {}, {{"src/a.ts", line, 1}});
  };
  EXPECT_EQ(mended_script("js.remove-unused", "const a = 'x';\nf();\n", unused("a", 1)), "f();\n");
  EXPECT_EQ(mended_script("js.remove-unused", "const { a, b: c } = require('x');\nf(a);\n", unused("c", 1)),
            "const { a } = require('x');\nf(a);\n");
  EXPECT_EQ(mended_script("js.remove-unused", "f();\n// @ts-expect-error\ng();\n",
                          said("Unused '@ts-expect-error' directive.", {}, {{"src/a.ts", 2, 1}})),
            "f();\ng();\n");
}

TEST(UnusedScript, KeepsWhatWasDoneForItsValue) {
  const auto without = [](const std::string& text, const std::string& name) {
    return mended_script(
        "js.remove-unused", text,
        said("error TS6133: '" + name + "' is declared but its value is never read.", {}, {{"src/a.ts", 1, 1}}));
  };
  EXPECT_EQ(without("const a = f();\n", "a"), "f();\n");
  EXPECT_EQ(without("  const a: number = await g.post<string>(`x${1}`, {\n    b: 1,\n  }).then(h)\n  i()\n", "a"),
            "  await g.post<string>(`x${1}`, {\n    b: 1,\n  }).then(h)\n  i()\n");
  EXPECT_EQ(without("let server = new Server(4000);\n", "server"), "new Server(4000);\n");
  EXPECT_EQ(without("const number = write();\nlet b: number = 1;\n", "number"), "write();\nlet b: number = 1;\n");
  EXPECT_EQ(without("const [a, set] = useState(0);\n", "a"), "const [, set] = useState(0);\n");
  EXPECT_EQ(without("const [a, set] = useState(0);\n", "set"), "const [a] = useState(0);\n");
  EXPECT_EQ(without("for (const [key, value] of all) {\n", "key"), "for (const [, value] of all) {\n");
  EXPECT_EQ(without("let [a, b] = f();\n", "b"), "let [a] = f();\n");
  EXPECT_EQ(without("try { f(); } catch (error) {\n  g();\n}\n", "error"), "try { f(); } catch {\n  g();\n}\n");
  EXPECT_EQ(without("try { f(); } catch (error) {\n  log.error({ error: 1 });\n}\nf(error);\n", "error"),
            "try { f(); } catch {\n  log.error({ error: 1 });\n}\nf(error);\n");
}

TEST(UnusedScript, StaysWhereItsValueIsNoCallOrItIsWrittenAgain) {
  const auto without = [](const std::string& text, const std::string& name) {
    return mended_script(
        "js.remove-unused", text,
        said("error TS6133: '" + name + "' is declared but its value is never read.", {}, {{"src/a.ts", 1, 1}}));
  };
  for (const std::string text :
       {"const a = f() + 1;\n", "const a = f().b;\n", "const a = f() as B;\n", "const a = () => f();\n",
        "const a = [f()];\n", "const a = (f)();\n", "let a = f();\na = g();\n", "const a = Math.max(1, f());\n",
        "const a = f(), b = g();\n", "const a = f()\n  + 1;\n", "const a = function () {}();\n",
        "const a = f() ? g() : h();\n", "const [a] = f();\n", "let [a, b] = f();\na = 3;\n",
        "try { f(); } catch (a) {\n  a = 1;\n}\n", "const a = read().trim();\n",
        "const a = rows.map((row) => g(row));\n", "const a = parseInt(b);\n"})
    EXPECT_EQ(without(text, "a"), "nothing") << text;
}

TEST(ScriptImport, ComesFromTheOnlyFileThatExportsTheName) {
  const auto missing = said("Cannot find name 'area'.", {{"symbol", "area"}}, {{"src/a.ts", 1, 1}});
  const Files one = {{"src/shapes/box.ts", "export const area = 1;\n"}};
  EXPECT_EQ(mended_script("js.add-import", "f(area);\n", missing, one),
            "import { area } from './shapes/box';\n\nf(area);\n");
  EXPECT_EQ(mended_script("js.add-import", "import { b } from './shapes/box';\nf(area, b);\n", missing, one),
            "import { b, area } from './shapes/box';\nf(area, b);\n");
  EXPECT_EQ(mended_script("js.add-import", "f(area);\r\nimport { b } from './b';", missing, one),
            "f(area);\r\nimport { b } from './b';\r\nimport { area } from './shapes/box';\r\n");
  const Files two = {{"src/b.ts", "export const area = 1;\n"}, {"src/c.ts", "export const area = 1;\n"}};
  EXPECT_EQ(mended_script("js.add-import", "f(area);\n", missing, two), "nothing");
}

TEST(Names, OfOtherLanguagesAreMended) {
  const Files php = {{"src/Item.php", "<?php\n\nnamespace App\\Model;\n\nfinal class Item\n{\n}\n"},
                     {"src/Shop.php", "<?php\n\nnamespace App;\n\nnew Item();\n"}};
  const auto used = mended("php.add-use", php,
                           said("Class \"App\\Item\" not found", {{"symbol", "App\\Item"}}, {{"src/Shop.php", 5, 0}}));
  ASSERT_TRUE(used.contains("src/Shop.php"));
  EXPECT_EQ(used.at("src/Shop.php"), "<?php\n\nnamespace App;\n\nuse App\\Model\\Item;\n\nnew Item();\n");
  Files windows = php;
  windows["src/Shop.php"] = "<?php\r\n\r\nnew Item();\r\n";
  EXPECT_EQ(
      mended("php.add-use", windows, said("Class \"Item\" not found", {{"symbol", "Item"}}, {{"src/Shop.php", 3, 0}}))
          .at("src/Shop.php"),
      "<?php\r\n\r\nuse App\\Model\\Item;\r\n\r\nnew Item();\r\n");
  const auto perl =
      mended("perl.end-true", Files{{"lib/A.pm", "package A;\n\n__END__\nx\n"}}, said("x", {{"path", "A.pm"}}));
  ASSERT_TRUE(perl.contains("lib/A.pm"));
  EXPECT_EQ(perl.at("lib/A.pm"), "package A;\n\n\n1;\n__END__\nx\n");
  EXPECT_EQ(mended("perl.end-true", Files{{"lib/A.pm", "package A;\r\nsub a {}"}}, said("x", {{"path", "A.pm"}}))
                .at("lib/A.pm"),
            "package A;\r\nsub a {}\r\n\r\n1;\r\n");
  const auto offset =
      mended("php.fix-offset", Files{{"a.php", "<?php\nf($a{0}, $b['x']{1});\n"}}, said("x", {}, {{"a.php", 2, 0}}));
  ASSERT_TRUE(offset.contains("a.php"));
  EXPECT_EQ(offset.at("a.php"), "<?php\nf($a[0], $b['x'][1]);\n");
}

}  // namespace
}  // namespace regreen::story
