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
  EXPECT_EQ(mended_script("js.remove-unused", "const a = f();\n", unused("a", 1)), "nothing");
  EXPECT_EQ(mended_script("js.remove-unused", "f();\n// @ts-expect-error\ng();\n",
                          said("Unused '@ts-expect-error' directive.", {}, {{"src/a.ts", 2, 1}})),
            "f();\ng();\n");
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
