#include "story.h"

namespace regreen::story {
namespace {

// ShellCheck points to the first `$(` or backtick of the line, or to its first word.
std::string asked(const std::string& code, const std::string& line, std::size_t column = 0) {
  if (column == 0) column = line.find_first_of("`") != std::string::npos ? line.find('`') + 1 : line.find("$(") + 1;
  const auto after = mended("shell.fix-findings", {{"a.sh", line + "\n"}},
                            said("a.sh:1:1: x", {{"code", code}}, {{"a.sh", 1, column}}));
  return after.contains("a.sh") ? after.at("a.sh").substr(0, after.at("a.sh").size() - 1) : "nothing";
}

TEST(QuotedCommand, IsOneWordForCertain) {
  const auto quoted = [](const std::string& line) { return asked("SC2046", line); };
  EXPECT_EQ(quoted("mkdir -p $(dirname $target)"), "mkdir -p \"$(dirname $target)\"");
  EXPECT_EQ(quoted("cp a `basename $1` \\"), "cp a \"$(basename $1)\" \\");
  EXPECT_EQ(quoted("cd $(git rev-parse --show-toplevel) || exit"), "cd \"$(git rev-parse --show-toplevel)\" || exit");
  EXPECT_EQ(quoted("cd $(cat where)"), "cd \"$(cat where)\"");
  EXPECT_EQ(quoted("docker build -t app:$(cat VERSION) ."), "docker build -t app:\"$(cat VERSION)\" .");
  EXPECT_EQ(quoted(". $(dirname \"$(readlink -f \"$0\")\")/lib.sh"),
            ". \"$(dirname \"$(readlink -f \"$0\")\")\"/lib.sh");
  EXPECT_EQ(quoted("if [ $(ls | wc -l) -gt 3 ]; then"), "if [ \"$(ls | wc -l)\" -gt 3 ]; then");
  EXPECT_EQ(quoted("tar -cf x-$(date +%F).tar ."), "tar -cf x-\"$(date +%F)\".tar .");
}

TEST(QuotedCommand, StaysWhereSeveralWordsMayBeMeant) {
  for (const std::string line : {"rm $(git ls-files '*.o')", "cc $(pkg-config --libs x) a.c",
                                 "docker rm $(docker ps -aq)", "export $(grep -v '^#' .env)", "run $(cat options)",
                                 "kill $(jobs -p)", "f $(dirname a; ls)", "set -- $(date)", "a=(\"$(dirname a)\")"})
    EXPECT_EQ(asked("SC2046", line), "nothing") << line;
}

TEST(QuotedVariable, HasQuotesWhereSplittingIsNotMeant) {
  EXPECT_EQ(asked("SC2086", "echo $n files", 6), "echo \"$n\" files");
  EXPECT_EQ(asked("SC2086", "echo a > ${target}.txt", 10), "echo a > \"${target}\".txt");
  EXPECT_EQ(asked("SC2086", "cc $CFLAGS a.c", 4), "nothing");
  EXPECT_EQ(asked("SC2086", "echo `f $n`", 9), "nothing");
}

TEST(QuotedVariable, IsFoundBehindATab) {
  EXPECT_EQ(asked("SC2046", "\tcp a $(dirname $b)", 7), "\tcp a \"$(dirname $b)\"");
  EXPECT_EQ(asked("SC2046", "\tcp a $(dirname $b)", 14), "\tcp a \"$(dirname $b)\"");
}

TEST(QuotedVariable, BesideTheOneThatADirectiveIsAbout) {
  const auto with = [](const std::string& line) {
    const std::string front = "mkdir $dir\n# shellcheck disable=SC2086\n";
    const auto after = mended("shell.fix-findings", {{"a.sh", front + line + "\n"}},
                              said("a.sh:1:7: x", {{"code", "SC2086"}}, {{"a.sh", 1, 7}}));
    const auto lines = split_lines(after.at("a.sh"));
    return std::string(lines[2]);
  };
  EXPECT_EQ(with("tar $TAR_OPTS -cf $dir/a ."), "tar $TAR_OPTS -cf \"$dir\"/a .");
  EXPECT_EQ(with("tar $TAR_OPTS -cf \"$dir/a\" ."), "tar $TAR_OPTS -cf \"$dir/a\" .");
  EXPECT_EQ(with("run $dir"), "run $dir");
}

TEST(ShellIdiom, SaysTheSameForEveryShell) {
  EXPECT_EQ(asked("SC2230", "if which node >/dev/null; then", 4), "if command -v node >/dev/null; then");
  EXPECT_EQ(asked("SC2230", "which -a node", 1), "nothing");
  EXPECT_EQ(asked("SC2112", "function f() {", 1), "f() {");
  EXPECT_EQ(asked("SC2113", "function f {", 1), "f() {");
}

}  // namespace
}  // namespace regreen::story
