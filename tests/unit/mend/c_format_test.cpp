// Conversions of formats that are not where the compiler points.
#include "story.h"

namespace regreen::story {
namespace {

constexpr std::string_view log_h =
    "#define LOG(format, ...) log_line(__FILE__, \"%s: \" format \"\\n\", __FILE__, ##__VA_ARGS__)\n";

Occurrence gcc(std::size_t argument, const std::string& spec, const std::string& type, std::size_t line,
               const std::string& macro = "LOG") {
  auto one = said("log.h:1:45: error: format ‘" + spec + "’ expects argument of type ‘int’, but argument " +
                      std::to_string(argument) + " has type " + type + " [-Werror=format=]",
                  {}, {{"log.h", 1, 45}});
  one.after = {"    1 | #define LOG", "      |   ^~~~",
               "a.c:" + std::to_string(line) + ":3: note: in expansion of macro ‘" + macro + "’"};
  return one;
}

std::string converted(const std::string& text, std::vector<Occurrence> occurrences) {
  const auto changed =
      mended("c.fix-warning", {{"a.c", text}, {"log.h", std::string(log_h)}}, diagnosis_of(std::move(occurrences)));
  return changed.contains("a.c") ? changed.at("a.c") : "nothing";
}

TEST(CFormat, OfAMacroIsThatOfTheUse) {
  EXPECT_EQ(
      converted("  LOG(\"%d of \" /* %d */\n      \"100%% %d %llu\", a, b, c);\n",
                {gcc(5, "%d", "‘ssize_t’ {aka ‘long int’}", 1), gcc(4, "%d", "‘size_t’ {aka ‘long unsigned int’}", 1),
                 gcc(6, "%llu", "‘off_t’ {aka ‘long int’}", 1)}),
      "  LOG(\"%zu of \" /* %d */\n      \"100%% %zd %ld\", a, b, c);\n");
  EXPECT_EQ(converted("#include <stdio.h>\n  LOG(\"%5d\", a); LOG(\"%-4x|\", b);\n",
                      {gcc(4, "%d", "‘uint64_t’ {aka ‘long unsigned int’}", 2)}),
            "#include <inttypes.h>\n#include <stdio.h>\n  LOG(\"%5\" PRIu64, a); LOG(\"%-4x|\", b);\n");
}

TEST(CFormat, OfAnUnknownMacroIsTheOnlyOneThatIsSo) {
  EXPECT_EQ(converted("  INFO(2, \"%d of %ld\", a, b);\n", {gcc(4, "%ld", "‘int’", 1, "INFO")}),
            "  INFO(2, \"%d of %d\", a, b);\n");
  EXPECT_EQ(converted("  INFO(2, \"%d of %d\", a, b);\n", {gcc(4, "%d", "‘long int’", 1, "INFO")}), "nothing");
}

TEST(CFormat, OfClangStandsAtTheArgument) {
  auto one = said(
      "a.c:2:12: error: format specifies type 'int' but the argument has type 'size_t' (aka 'unsigned long') "
      "[-Werror,-Wformat]",
      {}, {{"a.c", 2, 12}});
  EXPECT_EQ(converted("  LOG(\"%*d \" \"%d\",\n    w, k,    n);\n", {one}), "nothing") << "the column is a blank";
  EXPECT_EQ(converted("  LOG(\"%*d \" \"%d\",\n    w, k, (n));\n", {one}),
            "  LOG(\"%*d \" \"%zu\",\n    w, k, (n));\n");
}

TEST(CFormat, OfARealNumberKeepsItsNotation) {
  EXPECT_EQ(
      converted("  LOG(\"%g %.3e\", a, b);\n", {gcc(4, "%g", "‘long double’", 1), gcc(5, "%e", "‘long double’", 1)}),
      "  LOG(\"%Lg %.3Le\", a, b);\n");
}

TEST(CFormat, WithAPrecisionOfAnotherKindStays) {
  EXPECT_EQ(converted("  LOG(\"%.2f\", a);\n", {gcc(4, "%f", "‘int’", 1)}), "nothing") << "%.2d prints 03";
  EXPECT_EQ(converted("  LOG(\"%.3s\", a);\n", {gcc(4, "%s", "‘int’", 1)}), "nothing");
  EXPECT_EQ(converted("  LOG(\"%.3d\", a);\n", {gcc(4, "%d", "‘long int’", 1)}), "  LOG(\"%.3ld\", a);\n");
}

TEST(CFormat, OfWhatIsReadStays) {
  const auto read = [](const std::string& type) {
    return said("a.c:1:8: error: format ‘%d’ expects argument of type ‘int *’, but argument 2 has type ‘" + type +
                    "’ [-Werror=format=]",
                {}, {{"a.c", 1, 8}});
  };
  EXPECT_EQ(converted("  scanf(\"%d\", b);\n", {read("char *")}), "nothing") << "%s reads more than b can hold";
  EXPECT_EQ(converted("  scanf(\"%d\", b);\n", {said("a.c:1:15: error: format specifies type 'int *' but the argument "
                                                     "has type 'char *' [-Werror,-Wformat]",
                                                     {}, {{"a.c", 1, 15}})}),
            "nothing");
}

TEST(CFormat, OfClangIsThatOfTheArgument) {
  EXPECT_EQ(
      converted("  printf(\"%zu\", n);\n",
                {said("a.c:1:17: error: format specifies type 'size_t' (aka 'unsigned long') but the argument has "
                      "type 'int' [-Werror,-Wformat]",
                      {}, {{"a.c", 1, 17}})}),
      "  printf(\"%d\", n);\n");
}

TEST(CFormat, ThatIsNotPlainStays) {
  EXPECT_EQ(converted("  LOG(FORMAT, a);\n", {gcc(4, "%d", "‘long int’", 1)}), "nothing");
  EXPECT_EQ(converted("  LOG(\"%d %s\", a);\n", {gcc(4, "%d", "‘long int’", 1)}), "nothing");
  EXPECT_EQ(converted("  LOG(\"%d\", a);\n", {gcc(4, "%d", "‘std::string’ {aka ‘x’}", 1)}), "nothing");
  EXPECT_EQ(converted("  LOG(\"%\" PRIu32, a);\n", {gcc(4, "%u", "‘long int’", 1)}), "nothing");
}

}  // namespace
}  // namespace regreen::story
