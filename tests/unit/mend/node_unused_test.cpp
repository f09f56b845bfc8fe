// js.remove-unused and js.remove-unused-import: what stays keeps its lines.

#include "story.h"

#include <algorithm>

namespace regreen::story {
namespace {

std::string without_unused(const std::string& text, std::size_t line, std::size_t column, const std::string& name,
                           std::string_view remedy = "js.remove-unused-import") {
  const auto after = mended(remedy, Files{{"src/a.ts", text}},
                            said("src/a.ts(" + std::to_string(line) + "," + std::to_string(column) +
                                     "): error TS6133: '" + name + "' is declared but its value is never read.",
                                 {}, {{"src/a.ts", line, column}}));
  return after.empty() ? "nothing" : after.at("src/a.ts");
}

TEST(UnusedImport, GoesWithItsLineAndLeavesTheOthersAsTheyAre) {
  const std::string rest = "} from './fromage';\nf(A, B);\n";
  EXPECT_EQ(without_unused("import {\n  A,\n  C, // for long forms\n  B, // kept\n" + rest, 3, 3, "C"),
            "import {\n  A,\n  B, // kept\n" + rest);
  EXPECT_EQ(without_unused("import { A, type C, B " + rest, 1, 13, "C"), "import { A, B " + rest);
  EXPECT_EQ(without_unused("import { A, B, x as C " + rest, 1, 16, "C"), "import { A, B " + rest);
  EXPECT_EQ(without_unused("import { C, A, B " + rest, 1, 10, "C"), "import { A, B " + rest);
  EXPECT_EQ(without_unused("import {\n  C,\n} from 'c';\nf();\n", 2, 3, "C"), "f();\n");
}

TEST(UnusedImport, GoesWithOthersAtTheEndOfTheList) {
  const auto without = [](const std::string& text) {
    std::vector<Occurrence> all;
    for (const std::string name : {"B", "C"}) {
      const auto at = text.find(name), front = text.rfind('\n', at) + 1;
      const auto line = static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n'));
      all.push_back(said("src/a.ts(1,1): error TS6133: '" + name + "' is declared but its value is never read.", {},
                         {{"src/a.ts", line + 1, at - front + 1}}));
    }
    const auto after = mended("js.remove-unused-import", Files{{"src/a.ts", text}}, diagnosis_of(all));
    return after.empty() ? "nothing" : after.at("src/a.ts");
  };
  const std::string rest = "} from './x';\nf(A);\n";
  EXPECT_EQ(without("import { A, B, C " + rest), "import { A " + rest);
  EXPECT_EQ(without("import { A,\n  B,\n  C " + rest), "import { A " + rest);
  EXPECT_EQ(without("import { A, // kept\n  B,\n  C, " + rest), "import { A, // kept\n   " + rest);
  EXPECT_EQ(without("import {\n  A, // kept\n  B,\n  C,\n" + rest), "import {\n  A, // kept\n" + rest);
  EXPECT_EQ(without("import { B,\n  A,\n  C " + rest), "import { \n  A " + rest);
}

TEST(UnusedParameter, IsFoundBehindOneThatIsTakenApart) {
  EXPECT_EQ(without_unused("all.forEach(({ at, text }, i) => {\n  f(at, text);\n});\n", 1, 27, "i", "js.remove-unused"),
            "all.forEach(({ at, text }) => {\n  f(at, text);\n});\n");
  EXPECT_EQ(
      without_unused("all.map((a, i) => i);\nall.map((a, i) => {\n  f(a);\n});\n", 2, 13, "i", "js.remove-unused"),
      "all.map((a, i) => i);\nall.map((a) => {\n  f(a);\n});\n");
  EXPECT_EQ(without_unused("all.map((line, i) => i);\n", 1, 10, "line", "js.remove-unused"),
            "all.map((_line, i) => i);\n");
  EXPECT_EQ(without_unused("all.map((a, b: Map<string, number>) => a);\n", 1, 13, "b", "js.remove-unused"),
            "all.map((a) => a);\n");
}

}  // namespace
}  // namespace regreen::story
