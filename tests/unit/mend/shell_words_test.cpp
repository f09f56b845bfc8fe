// The status of the command above, and options of echo; backslashes in TOML.

#include "story.h"

namespace regreen::story {
namespace {

std::string checked(const std::string& text, const std::string& line, const std::string& code = "SC2181") {
  const auto after = mended("shell.fix-findings", {{"a.sh", text}},
                            said("a.sh:" + line + ":1: x", {{"file", "a.sh"}, {"line", line}, {"code", code}}));
  return after.contains("a.sh") ? after.at("a.sh") : "nothing";
}

TEST(ExitStatus, IsThatOfTheCommandItself) {
  EXPECT_EQ(checked("a=$(cat \"$1\" 2>/dev/null)\nif [ $? -ne 0 ]; then\n", "2"),
            "if ! a=$(cat \"$1\" 2>/dev/null); then\n");
  EXPECT_EQ(checked("a=$(grep x <<<\"$b\")\nif [ $? -eq 0 ]; then\n", "2"), "if a=$(grep x <<<\"$b\"); then\n");
  EXPECT_EQ(checked("make \"${a}\" >&2\n\nif [[ \"$?\" != \"0\" ]]\nthen\n", "3"), "if ! make \"${a}\" >&2\nthen\n");
  EXPECT_EQ(checked("  curl -f \\\n    \"$url; $b\"\n  if (( $? != 0 )); then\n", "3"),
            "  if ! curl -f \\\n    \"$url; $b\"; then\n");
  EXPECT_EQ(checked("a | b\nif test $? -eq 0; then\n", "2"), "if a | b; then\n");
  EXPECT_EQ(checked("run\nif ! [ $? -eq 0 ]; then\n", "2"), "if ! run; then\n");
}

TEST(ExitStatus, InOneLine) {
  EXPECT_EQ(checked("run a\n[ $? -ne 0 ] && exit 1\n", "2"), "run a || exit 1\n");
  EXPECT_EQ(checked("run a\n[ $? -eq 0 ] || exit 1\n", "2"), "run a || exit 1\n");
  EXPECT_EQ(checked("run a\n[ $? -eq 0 ] && echo ok\n", "2"), "run a && echo ok\n");
}

TEST(ExitStatus, StaysWhereItIsAnothers) {
  for (const std::string command : {"local a=$(b)", "export a=$(b)", "done", "fi", "a; b", "a && b", "a &", "a <<E",
                                    "}", "# a", "a # b", "echo \"a", "! a", "export A=1"})
    EXPECT_EQ(checked(command + "\nif [ $? -ne 0 ]; then\n", "2"), "nothing") << command;
  EXPECT_EQ(checked("a\nif [ $? -ne 2 ]; then\n", "2"), "nothing");
  EXPECT_EQ(checked("a\nif [ $? -ne 0 ] && b; then\n", "2"), "nothing");
  EXPECT_EQ(checked("  a\nif [ $? -ne 0 ]; then\n", "2"), "nothing");
}

TEST(ExitStatus, OfMoreThanTheLineAbove) {
  for (const std::string above : {"cat <<EOF\na\nEOF", "cat <<-'EOF' >b\na\nEOF", "a &&\nb", "a ||\n\nb", "a |\nb"}) {
    const auto line = std::to_string(std::ranges::count(above, '\n') + 2);
    EXPECT_EQ(checked(above + "\nif [ $? -ne 0 ]; then\n", line), "nothing") << above;
  }
}

std::string idiom(const std::string& line, const std::string& code, const std::string& column) {
  const auto after =
      mended("shell.fix-findings", {{"a.sh", line + "\n"}},
             said("a.sh:1:" + column + ": x", {{"file", "a.sh"}, {"line", "1"}, {"column", column}, {"code", code}}));
  return after.contains("a.sh") ? after.at("a.sh").substr(0, after.at("a.sh").size() - 1) : "nothing";
}

TEST(ShellIdiom, MeansTheSame) {
  EXPECT_EQ(idiom("[ ! -z \"$a\" ] && b", "SC2236", "3"), "[ -n \"$a\" ] && b");
  EXPECT_EQ(idiom("\t[[ ! -n $a ]]", "SC2236", "12"), "\t[[ -z $a ]]");
  EXPECT_EQ(idiom("if ! [ -z \"$a\" ]; then", "SC2237", "4"), "if [ -n \"$a\" ]; then");
  EXPECT_EQ(idiom("echo \"args: $@\"", "SC2145", "13"), "echo \"args: $*\"");
  EXPECT_EQ(idiom("all=\"${a[@]}\"", "SC2124", "5"), "all=\"${a[*]}\"");
  EXPECT_EQ(idiom("  echo \"$(date +%F)\"", "SC2005", "8"), "  date +%F");
  EXPECT_EQ(idiom("d=$(cat x | head -1)", "SC2002", "9"), "d=$(head -1 < x)");
  EXPECT_EQ(idiom("cat \"$a\" | grep \"b|c\" | wc -l", "SC2002", "5"), "grep \"b|c\" < \"$a\" | wc -l");
  EXPECT_EQ(idiom("let \"a += 2\"", "SC2219", "1"), "((a += 2))");
  EXPECT_EQ(idiom("c=$[ a + 1 ]", "SC2007", "3"), "c=$(( a + 1 ))");
  EXPECT_EQ(idiom(": ${D:=x}", "SC2223", "3"), ": \"${D:=x}\"");
  EXPECT_EQ(idiom("[ -n $c ]", "SC2070", "6"), "[ -n \"$c\" ]");
}

TEST(ShellIdiom, IsLeftWhereItWouldNot) {
  EXPECT_EQ(idiom("run \"--all=$@\"", "SC2145", "12"), "nothing") << "that is no message";
  EXPECT_EQ(idiom("IFS=, all=\"$@\"", "SC2124", "11"), "nothing") << "joined by another sign";
  EXPECT_EQ(idiom("printf '%s\\n' \"- $@\"", "SC2145", "18"), "nothing") << "a line for each";
  EXPECT_EQ(idiom("echo $(date)", "SC2005", "6"), "nothing");
  for (const std::string command :
       {"printf '%s' \"$x\"", "echo -n \"$x\"", "jq -rj .a b", "tr -d '\\n' <a", "cat VERSION"})
    EXPECT_EQ(idiom("echo \"$(" + command + ")\"", "SC2005", "6"), "nothing") << "the line end is of echo: " << command;
  EXPECT_EQ(idiom("cat x y | grep z", "SC2002", "5"), "nothing");
  EXPECT_EQ(idiom("cat x | while read -r a; do", "SC2002", "5"), "nothing") << "its variables would stay";
  EXPECT_EQ(idiom("sudo cat x | grep z", "SC2002", "10"), "nothing") << "who may read it?";
  EXPECT_EQ(idiom("let a=1 b=2", "SC2219", "1"), "nothing");
}

std::string printed(const std::string& line) {
  const auto after = mended("shell.print-escapes", {{"bin/a", "#!/bin/sh\n" + line + "\n"}}, said("+-e x", {}));
  if (after.empty()) return "nothing";
  const auto& text = after.at("bin/a");
  return text.substr(10, text.size() - 11);
}

TEST(EchoOption, IsPrintf) {
  EXPECT_EQ(printed("echo -e \"a$b\\tc\" >&2"), "printf '%b\\n' \"a$b\\tc\" >&2");
  EXPECT_EQ(printed("[ -n \"$a\" ] && echo -ne 'x\\n' 2>/dev/null || exit"),
            "[ -n \"$a\" ] && printf '%b' 'x\\n' 2>/dev/null || exit");
  EXPECT_EQ(printed("if a; then echo -e one \"$two\"; fi"), "if a; then printf '%b %b\\n' one \"$two\"; fi");
  EXPECT_EQ(printed("echo -e -n \"$(f \"b\")\" | c"), "printf '%b' \"$(f \"b\")\" | c");
  for (const std::string words : {"$words", "\"$@\"", "\"a: ${all[@]}\"", "\"${@:2}\"", "\"a\"$b\"c\"", "'a'$b'c'"})
    EXPECT_EQ(printed("echo -e " + words), "nothing") << "how many are they? " << words;
  EXPECT_EQ(printed("echo -e \"\\e[1m\""), "nothing") << "only bash knows it";
  EXPECT_EQ(printed("git commit -m \"echo -e\""), "nothing");
  EXPECT_EQ(printed("# echo -e \"a\""), "nothing");
}

TEST(EchoOption, InTheScriptThatIsMeant) {
  const std::string sh = "#!/bin/sh\necho -e \"a\"\n", mine = "#!/bin/sh\nprintf '%b\\n' \"a\"\n";
  const Files two = {{"bin/a", sh}, {"bin/b", sh}, {"bin/c.bash", "#!/bin/bash\necho -e \"a\"\n"}};
  EXPECT_TRUE(mended("shell.print-escapes", two, said("+-e a", {})).empty()) << "which of the two?";
  auto named = said("+-e a", {});
  named.after = {"FAIL: bin/b"};
  EXPECT_EQ(mended("shell.print-escapes", two, named), (Files{{"bin/b", mine}}));
  EXPECT_EQ(mended("shell.print-escapes", {{"Makefile", "a:\n\t@echo -e \"b\\n\"\n"}}, said("+-e b", {})),
            (Files{{"Makefile", "a:\n\t@printf '%b\\n' \"b\\n\"\n"}}));
  EXPECT_TRUE(mended("shell.print-escapes", {{"Makefile", ""}, {"bin/a", "#!/bin/sh"}}, said("+-e b", {})).empty());
}

TEST(EchoOption, OfShellCheck) {
  EXPECT_EQ(checked("#!/bin/sh\necho -n \"a\"\n", "2", "SC3037"), "#!/bin/sh\nprintf '%s' \"a\"\n");
  EXPECT_EQ(checked("#!/bin/sh\necho -e \"\\e[1m\"\n", "2", "SC3037"), "#!/bin/bash\necho -e \"\\e[1m\"\n");
  EXPECT_EQ(checked("#!/bin/sh\necho -n $a\n", "2", "SC3037"), "#!/bin/bash\necho -n $a\n");
}

std::string toml(const std::string& value) {
  const auto after =
      mended("toml.fix-syntax", {{"a.toml", "a = " + value + "\n"}},
             said("tomllib.TOMLDecodeError: Unescaped '\\' in a string (at line 1, column 5)", {{"line", "1"}}));
  return after.contains("a.toml") ? after.at("a.toml").substr(4, after.at("a.toml").size() - 5) : "nothing";
}

TEST(TomlBackslash, IsOneInSingleQuotes) {
  EXPECT_EQ(toml("\"\\d+\\.md\" # \"\\d\""), "'\\d+\\.md' # \"\\d\"");
  EXPECT_EQ(toml("[\"C:\\new\\Shop\", \"a\\tb\", '\\d']"), "['C:\\new\\Shop', \"a\\tb\", '\\d']");
  EXPECT_EQ(toml("\"it's \\d\""), "\"it's \\\\d\"");
  EXPECT_EQ(toml("\"it's \\bword\\d\""), "\"it's \\\\bword\\\\d\"");
  EXPECT_EQ(toml("\"\\\\d\\w\""), "\"\\\\d\\\\w\"");
  EXPECT_EQ(toml("\"\\\"\\w\""), "\"\\\"\\\\w\"");
  EXPECT_EQ(toml("\"\\\\d\""), "nothing");
}

TEST(TomlBackslash, OfTheFileThatIsMeant) {
  const std::string wrong = "a = \"\\d\"\n";
  const auto escape =
      said("tomllib.TOMLDecodeError: Unescaped '\\' in a string (at line 1, column 5)", {{"line", "1"}});
  const auto other = said("tomllib.TOMLDecodeError: Invalid value (at line 1, column 5)", {{"line", "1"}});
  EXPECT_TRUE(mended("toml.fix-syntax", {{"a.toml", wrong}}, other).empty());
  EXPECT_TRUE(mended("toml.fix-syntax", {{"a.toml", wrong}, {"b.toml", wrong}}, escape).empty()) << "which of the two?";
  EXPECT_TRUE(mended("toml.fix-syntax", {{"vendor/a.toml", wrong}}, escape).empty());
  auto named = escape;
  named.captures["path"] = "b.toml";
  EXPECT_EQ(mended("toml.fix-syntax", {{"a.toml", wrong}, {"b.toml", wrong}}, named),
            (Files{{"b.toml", "a = '\\d'\n"}}));
}

TEST(TomlBackslash, AStringThatNobodyClosesIsReadOnce) {
  std::string open = "a = \"";
  for (int i = 0; i < 200'000; ++i) open += "\\\"";
  EXPECT_EQ(toml(open), "nothing");
}

}  // namespace
}  // namespace regreen::story
