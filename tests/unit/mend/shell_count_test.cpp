// What shells and make take differently from how it was meant: an exit code that is a number, a dollar.

#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const std::string& file, const std::string& text) {
  const auto healed = mended(remedy, Files{{file, text}}, said("make: *** [Makefile:2: check] Error 1", {}));
  return healed.contains(file) ? healed.at(file) : "nothing";
}

std::string counted(const std::string& text) { return after("shell.count-safely", "bin/tidy.sh", text); }

TEST(ShellCount, IsAnAssignment) {
  EXPECT_EQ(
      counted("set -euo pipefail\nn=0\nm=0\nfor f in *; do\n  ((n++)) # one more\n  let m++\n  let \"m += n\"\ndone\n"),
      "set -euo pipefail\nn=0\nm=0\nfor f in *; do\n  n=$((n + 1)) # one more\n  m=$((m + 1))\n  m=$((m + n))\ndone\n");
  EXPECT_EQ(counted("#!/bin/bash -e\nlocal n=0\ncase $1 in\n  a) (( n += 2 )) ;;\nesac\n"),
            "#!/bin/bash -e\nlocal n=0\ncase $1 in\n  a) n=$((n + 2)) ;;\nesac\n");
  EXPECT_EQ(counted("set -o errexit\nif true; then ((n++)); fi\n"), "set -o errexit\nif true; then n=$((n + 1)); fi\n");
}

TEST(ShellCount, ThatIsAskedForItsExitCodeStays) {
  for (const std::string line : {"((n++)) || true", "if ((n++)); then", "while ((n++ < 3)); do", "x=$((n++))",
                                 "((n++)) && echo", "((++n))", "((n--))", "# ((n++))", "echo \"((n++))\"", "((n == 0))",
                                 "((n++, m++))", "! ((n++))", "((n += a << 2))", "((n += a & 1))", "((n += a > 1))"})
    EXPECT_EQ(counted("set -e\nn=0\n" + line + "\n"), "nothing") << line;
  EXPECT_EQ(counted("n=0\n((n++))\n"), "nothing");          // no set -e
  EXPECT_EQ(counted("set -e\nn=1\n((n++))\n"), "nothing");  // never zero
  EXPECT_EQ(counted("set -u\nn=0\n((n++))\n"), "nothing");
}

TEST(ShellCount, OfAPartOfTheScript) {
  const Files files = {{"run.sh", "set -e\n. \"$here/lib/log.sh\"\n"},
                       {"lib/log.sh", "n=0\nlog() {\n  ((n++))\n}\n"},
                       {"lib/other.sh", "n=0\n((n++))\n"}};
  EXPECT_EQ(mended("shell.count-safely", files, said("not ok 1 - logs", {})),
            (Files{{"lib/log.sh", "n=0\nlog() {\n  n=$((n + 1))\n}\n"}}));
}

TEST(ShellCount, OfAFileThatOnlyItsFirstLineTellsOf) {
  std::map<std::string, MemoryTree::File, std::less<>> files;
  files["bin/tidy"] = {"#!/usr/bin/env bash\nset -e\nn=0\n((n++))\n", true};
  EXPECT_EQ(mended("shell.count-safely", MemoryTree(files), diagnosis_of({said("not ok 1 - tidies", {})})),
            (Files{{"bin/tidy", "#!/usr/bin/env bash\nset -e\nn=0\nn=$((n + 1))\n"}}));
}

TEST(ShellCount, OfAScriptBehindManyFilesThatMayBeSome) {
  Files files = {{"z.sh", "set -e\nn=0\n((n++))\n"}};
  for (int i = 0; i < 2001; ++i) files["corpus/LICENSE" + std::to_string(i)] = "";
  EXPECT_EQ(mended("shell.count-safely", files, said("not ok", {})), (Files{{"z.sh", "set -e\nn=0\nn=$((n + 1))\n"}}));
}

TEST(ShellCount, FirstOfTheScriptsThatTheLogSpeaksOf) {
  Files files;
  const auto ask = [&](const std::string& above) {
    auto one = said("make: *** [Makefile:2: check] Error 1", {});
    one.before = {above};
    return candidates("shell.count-safely", tree_of(files), diagnosis_of({one}));
  };
  for (const std::string name : {"a", "b", "c"}) files[name + ".sh"] = "set -e\nn=0\n((n++))\n";
  const auto some = ask("bash ./b.sh --all");
  ASSERT_EQ(some.size(), 2);
  ASSERT_EQ(some[0].changes.size(), 1);
  EXPECT_EQ(some[0].changes[0].path, "b.sh");
  EXPECT_EQ(some[1].changes.size(), 3);
  EXPECT_EQ(ask("").size(), 1);
  EXPECT_EQ(ask("running bb.shell").size(), 1) << "another word";
  for (int i = 0; i < 20; ++i) files["more" + std::to_string(i) + ".sh"] = files["a.sh"];
  EXPECT_EQ(ask("").size(), 0) << "one failure is no reason to change them all";
  EXPECT_EQ(ask("bash ./b.sh --all").size(), 1);
}

std::string doubled(const std::string& recipe, const std::string& head = "") {
  const auto text = after("make.double-dollars", "Makefile", head + "all: a.txt\n" + recipe);
  const auto front = head + "all: a.txt\n";
  return text.starts_with(front) ? text.substr(front.size()) : text;
}

TEST(MakeDollar, OfTheShellIsDoubled) {
  EXPECT_EQ(
      doubled(
          "\tfor f in $(FILES); do \\\n\t  cp $f ${f}.bak; \\\n\t  n=$(basename $f .txt); echo $n $@; \\\n\tdone\n"),
      "\tfor f in $(FILES); do \\\n\t  cp $$f $${f}.bak; \\\n\t  n=$$(basename $$f .txt); echo $$n $@; \\\n\tdone\n");
  EXPECT_EQ(
      doubled("\tcat x | while read -r line; do echo $line; done\n\tcat x | while IFS= read a; do echo $a; done\n"),
      "\tcat x | while read -r line; do echo $$line; done\n\tcat x | while IFS= read a; do echo $$a; done\n");
  EXPECT_EQ(doubled("\t@dir=out; mkdir $dir\n\techo $dir\n"), "\t@dir=out; mkdir $$dir\n\techo $dir\n");
}

TEST(MakeDollar, OfAwkIsDoubled) {
  EXPECT_EQ(doubled("\twc -l $(FILES) | awk '{print $1, $NF, $$2}' > $@\n"),
            "\twc -l $(FILES) | awk '{print $$1, $$NF, $$2}' > $@\n");
  EXPECT_EQ(doubled("\tawk -F: '/$(NAME)/ { print $2 }' x; echo '$1'\n"),
            "\tawk -F: '/$(NAME)/ { print $$2 }' x; echo '$1'\n");
  EXPECT_EQ(doubled("", "define run\n\tawk '{print $1}' $2\nendef\n"), "nothing");
}

TEST(MakeDollar, OfTwoProgramsIsDoubledOnce) {
  EXPECT_EQ(doubled("\tawk awk '{print $1}' x\n"), "\tawk awk '{print $$1}' x\n");
}

TEST(MakeDollar, IsDoubledWhereMakeNamesIt) {
  const std::string before = "check:\n\tawk '{print $1}' x\n", after = "check:\n\tawk '{print $$1}' x\n";
  const auto files = tree_of({{"Makefile", before}, {"doc/Makefile", before}, {"vendor/z/Makefile", before}});
  const auto patches =
      candidates("make.double-dollars", files, diagnosis_of({said("make: *** [doc/Makefile:2: check] Error 1", {})}));
  ASSERT_EQ(patches.size(), 2U);
  ASSERT_EQ(patches[0].changes.size(), 1U);
  EXPECT_EQ(patches[0].changes[0].path, "doc/Makefile");
  EXPECT_EQ(patches[0].changes[0].after, after);
  EXPECT_EQ(patches[1].changes.size(), 2U) << "not what is somebody else's";
}

TEST(MakeDollar, IsDoubledWhereMakeNamesItHoweverManyThereAre) {
  const std::string before = "check:\n\tawk '{print $1}' x\n";
  Files files = {{"z/Makefile", before}};
  for (int i = 100; i < 300; ++i) files["a/" + std::to_string(i) + "/Makefile"] = "";
  const auto patches = candidates("make.double-dollars", tree_of(files),
                                  diagnosis_of({said("make: *** [z/Makefile:2: check] Error 1", {})}));
  ASSERT_EQ(patches.size(), 1U);
  EXPECT_EQ(patches[0].changes[0].path, "z/Makefile");
}

TEST(MakeDollar, OfMakeStays) {
  EXPECT_EQ(doubled("\tfor f in $(FILES); do cp $$f out; done\n"), "nothing");
  EXPECT_EQ(doubled("\tfor f in a b; do cp $f out; done\n", "f = x\n"), "nothing");
  EXPECT_EQ(doubled("\tfor f in a b; do echo $(notdir $f); done\n"), "nothing");
  EXPECT_EQ(doubled("\techo $(FILES) $x --for=x in\n"), "nothing");
  EXPECT_EQ(doubled("x=1\nother:\n\techo $x\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
