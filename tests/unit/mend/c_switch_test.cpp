// The cases of a switch: those that run into the next one, and those that declare a variable.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence told(const std::string& file, std::size_t line, std::size_t column, const std::string& message,
                std::vector<std::string> below = {}) {
  auto one = said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: " + message,
                  {{"file", file}, {"line", std::to_string(line)}, {"column", std::to_string(column)}});
  one.after = std::move(below);
  return one;
}

std::string after(std::string_view remedy, const Files& files, const std::string& file, std::vector<Occurrence> all) {
  const auto changed = mended(remedy, files, diagnosis_of(std::move(all)));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

// The lines of `text` that hold a label marked with `//<`, as gcc tells of them.
std::string fallen(std::string text, const std::string& file = "a.c", Files others = {}) {
  std::vector<Occurrence> all;
  std::size_t number = 0;
  std::string plain;
  for (const auto line : split_lines(text)) {
    ++number;
    const auto mark = line.find("  //<");
    plain += std::string(line.substr(0, mark)) + "\n";
    if (mark == std::string_view::npos) continue;
    const auto label = line.find("case") == std::string_view::npos ? line.find("default") : line.rfind("case");
    all.push_back(told(file, number - 1, 1, "this statement may fall through [-Werror=implicit-fallthrough=]",
                       {"    3 |         parts |= 4;", "      |         ~~~~~~^~~~",
                        file + ":" + std::to_string(number) + ":" + std::to_string(label + 1) + ": note: here"}));
  }
  others[file] = plain;
  return after("c.mark-fallthrough", others, file, all);
}

const std::string countdown =
    "switch (level) {\n"
    "case 3:\n    parts |= TIMES;\ncase 2:  //<\n    parts |= SIZES;\ncase 1:  //<\n    parts |= NAMES;\n    "
    "break;\n}\n";

TEST(Fallthrough, IsMeantWhereCasesCountDownAndAddToOneValue) {
  EXPECT_EQ(fallen(countdown),
            "switch (level) {\n"
            "case 3:\n    parts |= TIMES;\n    __attribute__((fallthrough));\ncase 2:\n    parts |= SIZES;\n"
            "    __attribute__((fallthrough));\ncase 1:\n    parts |= NAMES;\n    break;\n}\n");
  EXPECT_EQ(
      fallen("switch (n & 3) {\n  case 3: h ^= p[2] << 16;\n  case 2: h ^= p[1] << 8;  //<\n  case 1: h ^= p[0];  //<\n"
             "    h *= m;\n}\n",
             "a.cpp"),
      "switch (n & 3) {\n  case 3: h ^= p[2] << 16; [[fallthrough]];\n  case 2: h ^= p[1] << 8; [[fallthrough]];\n"
      "  case 1: h ^= p[0];\n    h *= m;\n}\n");
}

TEST(Fallthrough, IsMeantWhereACommentTellsIt) {
  EXPECT_EQ(
      fallen("switch (c) {\n  case 'a':\n    f();\n    // Falls through!\n  case 'b':  //<\n    g();\n}\n", "a.cpp"),
      "switch (c) {\n  case 'a':\n    f();\n    [[fallthrough]];\n    // Falls through!\n  case 'b':\n    g();\n}\n");
  EXPECT_EQ(fallen("switch (c) {\n  case 'a': {\n    f();\n  } /* fall-thru */\n  default:  //<\n    g();\n}\n"),
            "switch (c) {\n  case 'a': {\n    f();\n  } /* fall-thru */\n      __attribute__((fallthrough));\n  "
            "default:\n    g();\n}\n");
}

TEST(Fallthrough, IsSaidByTheProjectsOwnMacro) {
  const Files header = {
      {"port.h", "#if defined(__GNUC__)\n# define FALLTHROUGH __attribute__((fallthrough))\n#endif\n"}};
  EXPECT_EQ(fallen("#include \"port.h\"\nswitch (c) {\n  case 1:\n    f();\n    /* fall through */\n  case 2:  //<\n   "
                   " g();\n}\n",
                   "a.c", header),
            "#include \"port.h\"\nswitch (c) {\n  case 1:\n    f();\n    FALLTHROUGH;\n    /* fall through */\n  case "
            "2:\n    g();\n}\n");
}

TEST(Fallthrough, IntoACaseThatOnlyLeavesIsABreak) {
  const auto one = told("a.c", 4, 3, "unannotated fall-through between switch labels [-Werror,-Wimplicit-fallthrough]");
  EXPECT_EQ(after("c.mark-fallthrough",
                  {{"a.c", "switch (c) {\n  case 1:\n    f();\n  case 2:\n  default:\n    break;\n}\n"}}, "a.c", {one}),
            "switch (c) {\n  case 1:\n    f();\n    break;\n  case 2:\n  default:\n    break;\n}\n");
}

TEST(Fallthrough, ThatACommentTellsIsNoBreak) {
  const auto one = told("a.c", 4, 3, "unannotated fall-through between switch labels [-Werror,-Wimplicit-fallthrough]");
  EXPECT_EQ(
      after("c.mark-fallthrough",
            {{"a.c", "switch (c) {\n  case 1:\n    f(); // falls through\n  default:\n    break;\n}\n"}}, "a.c", {one}),
      "switch (c) {\n  case 1:\n    f(); // falls through\n    __attribute__((fallthrough));\n  default:\n    "
      "break;\n}\n");
}

TEST(Fallthrough, CountsDownFromTheLargestNumber) {
  EXPECT_EQ(fallen("switch (n) {\ncase 2:\n    a += 1;\ncase 9223372036854775807:  //<\n    a += 1;\n}\n"), "nothing");
}

TEST(Fallthrough, ThatMayBeAForgottenBreakStays) {
  EXPECT_EQ(
      fallen("switch (c) {\n  case 'v':\n    flags |= LOUD;\n  case 'q':  //<\n    flags |= QUIET;\n    break;\n}\n"),
      "nothing");
  EXPECT_EQ(fallen("switch (n) {\n  case 2:\n    flags |= LOUD;\n  case 1:  //<\n    flags |= QUIET;\n    break;\n}\n"),
            "nothing")
      << "two may be so by chance";
  EXPECT_EQ(fallen("switch (n) {\n  case 3:\n    a |= 1;\n  case 2:  //<\n    b |= 1;\n  case 1:  //<\n    a |= 1;\n   "
                   " break;\n}\n"),
            "nothing");
  EXPECT_EQ(fallen("switch (n) {\n  case 1:\n    f();\n    // must not fall through\n  case 2:  //<\n    g();\n}\n"),
            "nothing");
  EXPECT_EQ(
      fallen(
          "switch (n) {\n  case 1:\n    sum += 1;\n  case 2:  //<\n    sum += 2;\n  case 3:  //<\n    sum += 3;\n}\n"),
      "nothing");
}

// ---- declarations ----

std::string enclosed(const std::string& text, const std::vector<std::string>& notes,
                     const std::string& file = "a.cpp") {
  std::vector<std::string> below = {"    6 |     default:", "      |     ^~~~~~~"};
  below.insert(below.end(), notes.begin(), notes.end());
  return after("c.enclose-case", {{file, text}}, file, {told(file, 6, 5, "jump to case label", below)});
}

TEST(CaseBlock, IsMadeOfTheCaseThatDeclares) {
  EXPECT_EQ(
      enclosed(
          "switch (op) {\n    case '+':\n        long right = back();\n        use(right);\n        return true;\n\n"
          "    // Turns them.\n    case 'r':\n        return swap();\n}\n",
          {"a.cpp:3:14: note:   crosses initialization of ‘long int right’"}),
      "switch (op) {\n    case '+': {\n        long right = back();\n        use(right);\n        return true;\n    "
      "}\n\n"
      "    // Turns them.\n    case 'r':\n        return swap();\n}\n");
}

TEST(CaseBlock, TellsTheCasesOfNestedSwitchesApart) {
  EXPECT_EQ(enclosed("switch (a) {\ncase 1:\n  switch (b) { case 7: f(); }\n  int n = g();\n  h(n); break; // "
                     "done\ncase 2: case 3:\n"
                     "  break;\n}\n",
                     {"a.cpp:4:7: note: jump bypasses variable initialization"}),
            "switch (a) {\ncase 1: {\n  switch (b) { case 7: f(); }\n  int n = g();\n  h(n); break; // done\n}\ncase "
            "2: case 3:\n"
            "  break;\n}\n");
}

TEST(CaseBlock, OfOneLineStaysInIt) {
  EXPECT_EQ(enclosed("switch (a) {\n  case kind::one: int n = g(); h(n); break;\n  default: break;\n}\n",
                     {"a.cpp:2:23: note:   crosses initialization of ‘int n’"}),
            "switch (a) {\n  case kind::one: { int n = g(); h(n); break; }\n  default: break;\n}\n");
}

TEST(CaseBlock, IsWantedByCBehindALabel) {
  EXPECT_EQ(after("c.enclose-case", {{"a.c", "switch (a) {\n  case 1:\n    int n = g();\n    h(n);\n}\n"}}, "a.c",
                  {told("a.c", 3, 5,
                        "a label can only be part of a statement and a declaration is not a statement [-Wpedantic]")}),
            "switch (a) {\n  case 1: {\n    int n = g();\n    h(n);\n  }\n}\n");
}

TEST(CaseBlock, IsNotMadeOfAnExpression) {
  const std::string text =
      "switch (a) {\n  case 1:\n    char *copy = f();\n    g(copy);\n    break;\n  default:\n    x = ;\n}\n";
  const auto expected = [&](std::size_t line, std::size_t column) {
    return after("c.enclose-case", {{"a.c", text}}, "a.c", {told("a.c", line, column, "expected expression")});
  };
  EXPECT_EQ(
      expected(3, 5),
      "switch (a) {\n  case 1: {\n    char *copy = f();\n    g(copy);\n    break;\n  }\n  default:\n    x = ;\n}\n");
  EXPECT_EQ(expected(4, 5), "nothing");
  EXPECT_EQ(expected(7, 5), "nothing");
}

TEST(CaseBlock, IsNotMadeWhereALaterCaseNamesTheVariable) {
  EXPECT_EQ(
      enclosed(
          "switch (a) {\n  case 1:\n    int n = g();\n    h(n);\n    break;\n  default:\n    n = 2;\n    h(n);\n}\n",
          {"a.cpp:3:9: note:   crosses initialization of ‘int n’"}),
      "nothing");
  EXPECT_EQ(enclosed("switch (a) {\n  case 1:\n    int n = g();\n#if X\n    h(n);\n    break;\n#endif\n  default:\n    "
                     "break;\n}\n",
                     {"a.cpp:3:9: note:   crosses initialization of ‘int n’"}),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
