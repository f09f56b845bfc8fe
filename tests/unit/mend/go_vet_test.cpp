// What go vet finds in the heads of files and in the names of examples.

#include "story.h"

namespace regreen::story {
namespace {

std::string tagged(const std::string& text, const std::string& line, const std::string& version,
                   const std::string& message = "misplaced +build comment") {
  const auto after = mended("go.fix-build-tag", {{"go.mod", "module x\n\ngo " + version + "\n"}, {"a_test.go", text}},
                            said("./a_test.go:" + line + ":1: " + message, {{"file", "./a_test.go"}, {"line", line}}));
  return after.contains("a_test.go") ? after.at("a_test.go") : "nothing";
}

TEST(GoBuildTag, HasABlankLineBelow) {
  EXPECT_EQ(tagged("// Words.\n\n// +build live\npackage a\n", "3", "1.16"),
            "// Words.\n\n// +build live\n\npackage a\n");
  EXPECT_EQ(tagged("// +build live\n// Package a is.\npackage a\n", "1", "1.16"),
            "// +build live\n\n// Package a is.\npackage a\n");
  EXPECT_EQ(tagged("// +build live\n\npackage a\n", "1", "1.16"), "nothing");
  EXPECT_EQ(tagged("// +build live\npackage a\n", "1", "1.16", "+build lines do not match //go:build condition"),
            "nothing");
}

TEST(GoBuildTag, StandsAboveTheClauseAndItsWords) {
  EXPECT_EQ(tagged("// Package a is.\npackage a\n\n// +build live\n\nimport \"x\"\n", "4", "1.16"),
            "// +build live\n\n// Package a is.\npackage a\n\nimport \"x\"\n");
  EXPECT_EQ(tagged("// Package a is.\n// +build live\npackage a\n", "2", "1.16"),
            "// +build live\n\n// Package a is.\npackage a\n");
  EXPECT_EQ(tagged("package a\n\n//go:build live\n", "3", "1.20", "misplaced //go:build comment"),
            "//go:build live\n\npackage a\n\n");
}

TEST(GoBuildTag, IsInTheFormThatTheVersionReads) {
  EXPECT_EQ(
      tagged("// +build linux,cgo darwin\n// +build !race\npackage a\n", "1", "1.17"),
      "//go:build ((linux && cgo) || darwin) && !race\n// +build linux,cgo darwin\n// +build !race\n\npackage a\n");
  EXPECT_EQ(tagged("// +build live\npackage a\n", "1", "1.21"), "//go:build live\n\npackage a\n");
}

TEST(GoBuildTag, StandsAboveWordsBetweenSlashes) {
  EXPECT_EQ(tagged("/*\npackage foo reads.\n*/\npackage a\n\n// +build live\n", "6", "1.16"),
            "// +build live\n\n/*\npackage foo reads.\n*/\npackage a\n\n");
  EXPECT_EQ(
      tagged("// Rights.\n\n/* src/*.go is.\n\nIt is. */\npackage a\n\n// +build live\n\nvar b int\n", "8", "1.16"),
      "// Rights.\n\n// +build live\n\n/* src/*.go is.\n\nIt is. */\npackage a\n\nvar b int\n");
}

TEST(GoBuildTag, IsNotSaidTwiceNorMadeUp) {
  const std::string above = "//go:build live\n\npackage a\n\n//go:build dead\n";
  EXPECT_EQ(tagged(above, "5", "1.20", "misplaced //go:build comment"), "nothing");
  EXPECT_EQ(tagged("// +build a\tb,!c\npackage a\n", "1", "1.20"), "//go:build a || (b && !c)\n\npackage a\n");
  EXPECT_EQ(tagged("// +build a&&b\npackage a\n", "1", "1.20"), "nothing");
  EXPECT_EQ(tagged("// +build !!a\npackage a\n", "1", "1.20"), "nothing");
}

std::string example(const std::string& name, const std::string& body, const std::string& message) {
  const Files files = {{"ini/ini.go", "package ini\n\nfunc ParseLine() {}\nfunc ParseAll() {}\ntype Pair struct{}\n"},
                       {"ini/x_test.go", "package ini_test\n\nfunc " + name + "() {\n\t" + body + "\n}\n"}};
  const auto after = mended(
      "go.fix-example", files,
      said("ini/x_test.go:3:1: " + name + " " + message, {{"file", "ini/x_test.go"}, {"line", "3"}, {"symbol", name}}));
  if (after.empty()) return "nothing";
  const auto& text = after.at("ini/x_test.go");
  return text.substr(text.find("func ") + 5, text.find("()") - text.find("func ") - 5);
}

TEST(GoExample, IsNamedAfterWhatItShows) {
  const std::string unknown = "refers to unknown identifier: Parse";
  EXPECT_EQ(example("ExampleParse", "ini.ParseLine()", unknown), "ExampleParseLine");
  EXPECT_EQ(example("ExampleParse_comment", "ini.ParseLine()", unknown), "ExampleParseLine_comment");
  EXPECT_EQ(example("ExampleParse", "ini.ParseLine(); ini.ParseAll()", unknown), "nothing") << "which of the two?";
  EXPECT_EQ(example("ExampleParse", "x()", "refers to unknown identifier: Other"), "nothing");
  EXPECT_EQ(example("ExamplePairs_String", "x()", "refers to unknown identifier: Pairs"), "ExamplePair_String");
  EXPECT_EQ(example("Exampleparseline", "x()", "refers to unknown identifier: parseline"), "ExampleParseLine");
  EXPECT_EQ(example("ExampleParseAll_Quick", "x()", "has malformed example suffix: Quick"), "ExampleParseAll_quick");
}

TEST(GoExample, ShowsWhatIsOfItsPackage) {
  const std::string unknown = "refers to unknown identifier: Parse";
  EXPECT_EQ(example("ExampleParse", "ini.ParseLine(); log.ParseAll()", unknown), "ExampleParseLine");
  EXPECT_EQ(example("ExampleParse", "log.ParseAll()", unknown), "nothing");
  const std::string aliased = "package ini_test\n\nimport in \"example.org/x/ini\"\n\nfunc ";
  const Files files = {{"go.mod", "module example.org/x\n"},
                       {"ini/ini.go", "package ini\n\nfunc ParseLine() {}\n"},
                       {"ini/x_test.go", aliased + "ExampleParse() {\n\tin.ParseLine()\n}\n"}};
  EXPECT_EQ(mended("go.fix-example", files,
                   said("ini/x_test.go:5:1: ExampleParse " + unknown, {{"file", "ini/x_test.go"}, {"line", "5"}})),
            (Files{{"ini/x_test.go", aliased + "ExampleParseLine() {\n\tin.ParseLine()\n}\n"}}));
}

TEST(GoExample, IsSeenByTheTestRunner) {
  const Files files = {{"a.go", "package a\n\nfunc parse() {}\nfunc quick() {}\n"},
                       {"a_test.go", "package a\n\nfunc ExampleParse_all() {\n\tx()\n}\n"},
                       {"b_test.go", "package a\n\nfunc ExampleQuickk() {\n\tx()\n}\n"}};
  EXPECT_EQ(mended("go.fix-example", files,
                   said("a_test.go:3:1: ExampleParse_all refers to unknown identifier: Parse",
                        {{"file", "a_test.go"}, {"line", "3"}})),
            (Files{{"a_test.go", "package a\n\nfunc Example_parse_all() {\n\tx()\n}\n"}}));
  EXPECT_TRUE(mended("go.fix-example", files,
                     said("b_test.go:3:1: ExampleQuickk refers to unknown identifier: Quickk",
                          {{"file", "b_test.go"}, {"line", "3"}}))
                  .empty());
  EXPECT_EQ(example("Example_Pair", "x()", "has malformed example suffix: Pair"), "ExamplePair");
  EXPECT_EQ(example("Example_Quick", "x()", "has malformed example suffix: Quick"), "Example_quick");
}

TEST(GoExample, DoesNotTakeTheNameOfAnother) {
  const Files files = {{"a.go", "package a\n\nfunc New() {}\n"},
                       {"a_test.go", "package a\n\nfunc ExampleOld() {\n\tNew()\n}\n\nfunc ExampleNew() {\n}\n"}};
  EXPECT_TRUE(mended("go.fix-example", files,
                     said("a_test.go:3:1: ExampleOld refers to unknown identifier: Old",
                          {{"file", "a_test.go"}, {"line", "3"}}))
                  .empty());
}

// ---- texts of numbers ----

std::string converted(const std::string& body, std::size_t line, std::size_t column) {
  const std::string front = "package a\n\nimport \"fmt\"\n\nfunc f(n int) {\n";
  const auto place = std::to_string(line) + ":" + std::to_string(column);
  const std::string message = ": conversion from int to string yields a string of one rune, not a string of digits";
  const auto after = mended("go.fix-finding", Files{{"a.go", front + body + "\tfmt.Println()\n}\n"}},
                            said("./a.go:" + place + message, {}, {{"a.go", line, column}}));
  return after.empty() ? "nothing" : std::string(between(after.at("a.go"), front, "\tfmt.Println()"));
}

TEST(GoConversion, IsOfDigitsWhereNothingTellsOfRunes) {
  EXPECT_EQ(converted("\tx := string(n)\n", 6, 7), "\tx := fmt.Sprint(n)\n");
  EXPECT_EQ(converted("\tx := string(b) + string(len(a[n]))\n", 6, 19), "\tx := string(b) + fmt.Sprint(len(a[n]))\n");
  EXPECT_EQ(converted("\tx := Key(n)\n", 6, 7), "\tx := Key(fmt.Sprint(n))\n");
}

TEST(GoConversion, IsOfARuneWhereTheNumberIsMadeOfOne) {
  EXPECT_EQ(converted("\tx := string('A'+n%26) + y\n", 6, 7), "\tx := string(rune('A'+n%26)) + y\n");
  EXPECT_EQ(converted("\tx := Key(n)\n\tm := n - 'a'\n", 6, 7), "\tx := Key(rune(n))\n\tm := n - 'a'\n");
  EXPECT_EQ(converted("\tx := string(p.codePoint)\n", 6, 7), "\tx := string(rune(p.codePoint))\n");
  EXPECT_EQ(converted("\tx := string(lastChar + 1)\n", 6, 7), "\tx := string(rune(lastChar + 1))\n");
  EXPECT_EQ(converted("\tx := string(chars[i])\n", 6, 7), "\tx := string(rune(chars[i]))\n");
  EXPECT_EQ(converted("\tx := string(a.codepoints[n-1])\n", 6, 7), "\tx := string(rune(a.codepoints[n-1]))\n");
  for (const std::string number :
       {"charCount", "pruned", "len(letters)", "letters[c-'a']", "letters[r]", "numRunes", "counts[c-'a']", "charset"})
    EXPECT_EQ(converted("\tx := string(" + number + ")\n", 6, 7), "\tx := fmt.Sprint(" + number + ")\n");
}

// ---- formats ----

std::string printed(const std::string& body, std::size_t line, std::size_t column, const std::string& message,
                    const std::string& other = "") {
  const std::string front = "package a\n\nfunc f() {\n";
  const Files files = {{"a.go", front + body + "}\n"}, {"b.go", "package a\n\n" + other}};
  const auto place = std::to_string(line) + ":" + std::to_string(column);
  const auto after =
      mended("go.fix-format", files, said("./a.go:" + place + ": " + message, {}, {{"a.go", line, column}}));
  return after.empty() ? "nothing" : after.at("a.go").substr(front.size(), after.at("a.go").size() - front.size() - 2);
}

TEST(GoFormat, IsMendedInCallsOfOwnFunctions) {
  const std::string wrong = "(*example.org/my-app/journal.Journal).Notef format %d has arg place of wrong type string";
  EXPECT_EQ(printed("\ts.log.Notef(\n\t\t\"put %d: %d of %s\", // %d\n\t\tn, place,\n\t\tm,\n\t)\n", 4, 2, wrong),
            "\ts.log.Notef(\n\t\t\"put %d: %s of %s\", // %d\n\t\tn, place,\n\t\tm,\n\t)\n");
  EXPECT_EQ(printed("\tNotef(3, `\n%d`, place)\n", 4, 2, wrong), "\tNotef(3, `\n%s`, place)\n");
  EXPECT_EQ(printed("\tNotef(\"%s\", i+1)\n", 4, 2,
                    "example.org/my-app.Notef format %s has arg i + 1 of wrong type int (govet)"),
            "\tNotef(\"%d\", i+1)\n");
  EXPECT_EQ(printed("\tx.Do(a, Notef(\"%d\", place))\n", 4, 16, wrong), "\tx.Do(a, Notef(\"%s\", place))\n");
}

TEST(GoFormat, CountsItsValues) {
  const auto wrong = [](const std::string& verb) {
    return "fmt.Printf format " + verb + " has arg n of wrong type int";
  };
  EXPECT_EQ(printed("\tfmt.Printf(\"%[2]s %[1]d\", m, n)\n", 4, 2, wrong("%[2]s")),
            "\tfmt.Printf(\"%[2]d %[1]d\", m, n)\n");
  EXPECT_EQ(printed("\tfmt.Printf(\"%*s|%s\", w, n, m)\n", 4, 2, wrong("%*s")), "\tfmt.Printf(\"%*d|%s\", w, n, m)\n");
  EXPECT_EQ(printed("\tfmt.Printf(\"%d%% %s\", m, n)\n", 4, 2, wrong("%s")), "\tfmt.Printf(\"%d%% %d\", m, n)\n");
  EXPECT_EQ(printed("\tfmt.Printf(\"%.2f\", n)\n", 4, 2, wrong("%.2f")), "nothing") << "digits are asked for";
  EXPECT_EQ(printed("\tfmt.Printf(\"%s %s\", n)\n", 4, 2, wrong("%s")), "nothing");
  EXPECT_EQ(printed("\tfmt.Printf(\"%s\", n...)\n", 4, 2, wrong("%s")), "nothing");
  EXPECT_EQ(
      printed("\tfmt.Printf(\"%s: %w\", n, err)\n", 4, 2, "fmt.Printf does not support error-wrapping directive %w"),
      "\tfmt.Printf(\"%s: %v\", n, err)\n");
}

TEST(GoFormat, ShowsTheFractionOfAQuotient) {
  const auto shown = [](const std::string& value, const std::string& said_value, const std::string& verb = "%.1f",
                        const std::string& type = "int64") {
    return printed("\tfmt.Printf(\"" + verb + " MB\", " + value + ")\n", 4, 2,
                   "fmt.Printf format " + verb + " has arg " + said_value + " of wrong type " + type);
  };
  EXPECT_EQ(shown("bytes/1e6", "bytes / 1e6"), "\tfmt.Printf(\"%.1f MB\", float64(bytes)/1e6)\n");
  EXPECT_EQ(shown("s.Total() / 1024 / 1024", "s.Total() / 1024 / 1024", "%6.2f", "uint64"),
            "\tfmt.Printf(\"%6.2f MB\", float64(s.Total()) / 1024 / 1024)\n");
  EXPECT_EQ(shown("total/count", "total / count"), "nothing") << "whole parts may be meant";
  EXPECT_EQ(shown("(a+b)/1e6", "(a + b) / 1e6"), "nothing");
  EXPECT_EQ(shown("100*n/1e6", "100 * n / 1e6"), "nothing");
  EXPECT_EQ(shown("bytes%1e6", "bytes % 1e6"), "nothing");
  EXPECT_EQ(shown("d/1e6", "d / 1e6", "%.1f", "time.Duration"), "\tfmt.Printf(\"%.1v MB\", d/1e6)\n");
}

TEST(GoFormat, IsGivenToTheFunctionThatTakesOne) {
  const std::string note = "(*example.org/a.Log).Note call has possible Printf formatting directive %d";
  EXPECT_EQ(printed("\tl.Note(\"a %d\", n)\n", 4, 2, note, "func (l *Log) Notef(f string, a ...any) {}\n"),
            "\tl.Notef(\"a %d\", n)\n");
  EXPECT_EQ(printed("\tl.Note(\"a %d\", n)\n", 4, 2, note, "func (l *Log) Print(a ...any) {}\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
