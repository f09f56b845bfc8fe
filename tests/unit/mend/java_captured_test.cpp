// Variables that lambdas and inner classes use.
#include "story.h"

namespace regreen::story {
namespace {

// The caret stands under the word's `nth` time in the line.
std::string captured(const std::string& text, std::size_t line, const std::string& word, std::size_t nth = 1) {
  const auto lines = split_lines(text);
  std::size_t column = lines[line - 1].find(word);
  for (; nth > 1; --nth) column = lines[line - 1].find(word, column + 1);
  auto one = said("src/Till.java:" + std::to_string(line) +
                      ": error: local variables referenced from a lambda expression must be final or effectively final",
                  {{"file", "src/Till.java"}, {"line", std::to_string(line)}}, {{"src/Till.java", line, 0}});
  one.after = {std::string(lines[line - 1]), std::string(column, ' ') + "^"};
  const auto after = mended("java.copy-captured", Files{{"src/Till.java", text}}, one);
  return after.empty() ? "nothing" : after.at("src/Till.java");
}

TEST(JavaCapture, GetsAFinalCopyAboveItsStatement) {
  EXPECT_EQ(captured("class Till {\n    List<Sale> of(List<Sale> all, String only) {\n        String shop = only;\n"
                     "        shop = shop.trim();\n        return all.stream()\n"
                     "                .filter(s -> shop.isEmpty() || s.shop().equals(shop) || s.shop == shop(1))\n"
                     "                .collect(toList());\n    }\n}\n",
                     6, "shop"),
            "class Till {\n    List<Sale> of(List<Sale> all, String only) {\n        String shop = only;\n"
            "        shop = shop.trim();\n        final String finalShop = shop;\n        return all.stream()\n"
            "                .filter(s -> finalShop.isEmpty() || s.shop().equals(finalShop) || s.shop == shop(1))\n"
            "                .collect(toList());\n    }\n}\n");
  EXPECT_EQ(captured("class A {\n    void f(int... all) {\n        all = g(all);\n        run(() -> {\n"
                     "            use(all);\n        });\n    }\n}\n",
                     5, "all"),
            "class A {\n    void f(int... all) {\n        all = g(all);\n        final int[] finalAll = all;\n"
            "        run(() -> {\n            use(finalAll);\n        });\n    }\n}\n");
}

TEST(JavaCapture, AColumnCountsCharactersAndTabsReachToTheNextEighth) {
  const std::string head = "class A {\n\tvoid f() {\n\t\tint n = 0;\n\t\tn++;\n",
                    use = "\t\trun(\"é\", () -> use(n));\n\t}\n}\n";
  const auto copied = [&](std::size_t column, std::vector<std::string> below) {
    auto one = said("src/Till.java:[5] error: local variables referenced from a lambda expression", {},
                    {{"src/Till.java", 5, column}});
    one.after = std::move(below);
    const auto after = mended("java.copy-captured", Files{{"src/Till.java", head + use}}, one);
    return after.empty() ? "nothing" : after.at("src/Till.java");
  };
  const auto wanted = head + "\t\tfinal int finalN = n;\n\t\trun(\"é\", () -> use(finalN));\n\t}\n}\n";
  EXPECT_EQ(copied(36, {}), wanted);
  EXPECT_EQ(copied(0, {"\t\trun(\"é\", () -> use(n));", "\t\t                   ^"}), wanted);
  EXPECT_EQ(copied(0, {"\t\trun(\"é\", () -> use(n));", "                                                    ^"}),
            "nothing");
}

TEST(JavaCapture, OfALoopIsMadeInTheLoop) {
  EXPECT_EQ(captured("class A {\n    void f() {\n        for (int i = 0; i < 3; i++) {\n            add(() -> i);\n"
                     "            add(() -> g(i));\n        }\n    }\n}\n",
                     4, "i"),
            "class A {\n    void f() {\n        for (int i = 0; i < 3; i++) {\n            final int finalI = i;\n"
            "            add(() -> finalI);\n            add(() -> g(i));\n        }\n    }\n}\n");
}

TEST(JavaCapture, OfAnInnerClassStandsAboveIt) {
  EXPECT_EQ(
      captured("class A {\n    Runnable f(Map<String, List<Integer>> m) {\n        m = g(m);\n"
               "        return new Runnable() {\n            public void run() { use(m); }\n        };\n    }\n}\n",
               5, "m)"),
      "class A {\n    Runnable f(Map<String, List<Integer>> m) {\n        m = g(m);\n"
      "        final Map<String, List<Integer>> finalM = m;\n        return new Runnable() {\n"
      "            public void run() { use(finalM); }\n        };\n    }\n}\n");
}

TEST(JavaCapture, IsNotCopiedWhereItChangesLater) {
  EXPECT_EQ(captured("class A {\n    void f() {\n        int n = 0;\n        run(() -> n++);\n    }\n}\n", 4, "n++"),
            "nothing")
      << "assigned within";
  EXPECT_EQ(
      captured("class A {\n    void f() {\n        int n = 0;\n        run(() -> use(n));\n        n = 2;\n    }\n}\n",
               4, "n)"),
      "nothing");
  EXPECT_EQ(captured("class A {\n    void f() {\n        int n = 0;\n        n += 2; run(() -> use(n));\n    }\n}\n", 4,
                     "n)"),
            "nothing")
      << "no line of its own";
}

TEST(JavaCapture, TwoStatementsShareOneCopy) {
  const std::string text =
      "class A {\n    void f(int n) {\n        n = 2;\n        run(() -> use(n));\n        run(() -> n);\n    }\n}\n";
  auto one = said("src/Till.java:[4,23] local variables referenced from a lambda expression must be final",
                  {{"file", "src/Till.java"}, {"line", "4"}, {"column", "23"}}, {{"src/Till.java", 4, 23}});
  auto other = said("src/Till.java:[5,19] local variables referenced from a lambda expression must be final",
                    {{"file", "src/Till.java"}, {"line", "5"}, {"column", "19"}}, {{"src/Till.java", 5, 19}});
  EXPECT_EQ(
      mended("java.copy-captured", Files{{"src/Till.java", text}}, diagnosis_of({one, other})).at("src/Till.java"),
      "class A {\n    void f(int n) {\n        n = 2;\n        final int finalN = n;\n"
      "        run(() -> use(finalN));\n        run(() -> finalN);\n    }\n}\n");
}

}  // namespace
}  // namespace regreen::story
