// C: functions that are declared with empty parentheses.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& place, std::string message) {
  const auto parts = split(place, ':');
  auto one = said(place + ": error: " + message, {});
  one.locations = {{std::string(parts[0]), std::stoul(std::string(parts[1])), std::stoul(std::string(parts[2]))}};
  return one;
}

const std::string of_gcc = "function declaration isn’t a prototype [-Werror=strict-prototypes]";
const std::string of_clang = "this function declaration is not a prototype [-Werror,-Wstrict-prototypes]";

std::string prototyped(const std::string& line, const std::vector<std::size_t>& columns, const std::string& message) {
  std::vector<Occurrence> all;
  for (const auto column : columns) all.push_back(at("a.c:1:" + std::to_string(column), message));
  const auto after = mended("c.fix-warning", {{"a.c", line + "\n"}}, diagnosis_of(all));
  return after.empty() ? "nothing\n" : after.at("a.c");
}

TEST(CPrototype, SaysThatThereAreNoParameters) {
  EXPECT_EQ(prototyped("int count();", {1}, of_gcc), "int count(void);\n");
  EXPECT_EQ(prototyped("int count( );\t/* all () */", {1}, of_gcc), "int count(void);\t/* all () */\n");
  EXPECT_EQ(prototyped("static int full()", {12}, "old-style function definition [-Werror=old-style-definition]"),
            "static int full(void)\n");
  EXPECT_EQ(prototyped("extern int other(void), another();", {1}, of_gcc), "extern int other(void), another(void);\n");
  EXPECT_EQ(prototyped("int main() { int n(); return n(); }", {5, 14}, of_gcc),
            "int main(void) { int n(void); return n(); }\n");
  EXPECT_EQ(prototyped("int main(void) { int n(); return n(); }", {23}, of_clang),
            "int main(void) { int n(void); return n(); }\n");
  EXPECT_EQ(prototyped("typedef int (*handler)();", {23}, of_clang), "typedef int (*handler)(void);\n");
  EXPECT_EQ(prototyped("int sum(a, b) int a, b; { return a + b; }", {5}, "old-style function definition"), "nothing\n");
  EXPECT_EQ(prototyped("#define OPEN f()", {14}, of_gcc), "nothing\n");
}

TEST(CPrototype, GoesOnWithWhatIsDefinedSoInTheSameFolder) {
  const Files files = {
      {"ring/ring.h",
       "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint ring_count();\nvoid ring_log();\nint other();\n"
       "#ifdef __cplusplus\n}\n#endif\n"},
      {"ring/ring.c", "#include \"ring.h\"\nint ring_count() { return other(1); }\n"},
      {"ring/log.c", "void ring_log()\n{\n  ring_count();\n}\nint other(a) int a; { return a; }\n"},
      {"tests/ring_test.c", "static int fills() { return ring_count(); }\n"},
      {"vendor/ring/ring.c", "int ring_count() { return 0; }\n"}};
  const auto after =
      mended("c.fix-warning", files, diagnosis_of({at("ring/ring.h:4:1", of_gcc), at("ring/ring.h:4:1", of_gcc)}));
  ASSERT_EQ(after.size(), 3);
  EXPECT_EQ(after.at("ring/ring.h"),
            "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint ring_count(void);\nvoid ring_log(void);\n"
            "int other();\n#ifdef __cplusplus\n}\n#endif\n");
  EXPECT_EQ(after.at("ring/ring.c"), "#include \"ring.h\"\nint ring_count(void) { return other(1); }\n");
  EXPECT_EQ(after.at("ring/log.c"), "void ring_log(void)\n{\n  ring_count();\n}\nint other(a) int a; { return a; }\n");
}

TEST(CPrototype, LeavesMacrosAndFunctionsOfOneNameThatDiffer) {
  const Files files = {{"a.c", "int first() { return 0; }\nMODULE();\nint usage() { return 1; }\n"},
                       {"b.c", "int usage(int code) { return code; }\n"},
                       {"a.h", "int usage();\n"}};
  const auto after = mended("c.fix-warning", files, at("a.c:1:5", of_gcc));
  ASSERT_EQ(after.size(), 1);
  EXPECT_EQ(after.at("a.c"), "int first(void) { return 0; }\nMODULE();\nint usage() { return 1; }\n");
}

TEST(CPrototype, LeavesWhatTakesParameters) {
  const Files files = {{"a.h", "int add();\nint old();\nint count();\nint (*compare)();\nint (*each)();\n"},
                       {"a.c",
                        "int add(int a) { return a; }\nint old(a)\nint a;\n{ return a; }\n"
                        "int count() { return compare(1, 2) + each(); }\n"}};
  const auto message = "this function declaration is not a prototype [-Werror,-Wstrict-prototypes]";
  const auto after = mended("c.fix-warning", files,
                            diagnosis_of({at("a.h:1:8", message), at("a.h:2:8", message), at("a.h:3:10", message),
                                          at("a.h:4:15", message), at("a.h:5:12", message)}));
  ASSERT_EQ(after.size(), 2);
  EXPECT_EQ(after.at("a.h"), "int add();\nint old();\nint count(void);\nint (*compare)();\nint (*each)(void);\n");
}

}  // namespace
}  // namespace regreen::story
