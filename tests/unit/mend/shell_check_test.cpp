#include "story.h"

#include <algorithm>

namespace regreen::story {
namespace {

Occurrence found(std::size_t line, const std::string& message, const std::string& code) {
  auto one = said(message, {{"code", code}});
  one.before = {"In run.sh line " + std::to_string(line) + ":"};
  return one;
}

std::string mended_script(const std::string& text, Occurrence occurrence,
                          std::string_view remedy = "shell.fix-findings") {
  const auto after = mended(remedy, Files{{"run.sh", text}}, std::move(occurrence));
  return after.contains("run.sh") ? after.at("run.sh") : "nothing";
}

TEST(ShellFinding, IsMendedAsShellCheckAsks) {
  EXPECT_EQ(mended_script("#!/bin/sh\nwhile read line; do\n", found(2, "^--^ SC2162", "SC2162")),
            "#!/bin/sh\nwhile read -r line; do\n");
  EXPECT_EQ(mended_script("#!/bin/bash\nfor f in $(ls *.txt); do\n", found(2, "^ SC2045", "SC2045")),
            "#!/bin/bash\nfor f in *.txt; do\n  [ -e \"$f\" ] || continue\n");
  EXPECT_EQ(mended_script("#!/bin/bash\nfor f in $@; do\n", found(2, "         ^-- SC2068", "SC2068")),
            "#!/bin/bash\nfor f in \"$@\"; do\n");
  EXPECT_EQ(mended_script("f() {\n  local x=$(pwd)\n}\n", found(2, "^ SC2155", "SC2155")),
            "f() {\n  local x\n  x=$(pwd)\n}\n");
  EXPECT_EQ(mended_script("unused=1\necho\n", found(1, "^ SC2034", "SC2034")), "echo\n");
  EXPECT_EQ(mended_script("greet() {\n  local a\n}\n", found(1, "^ SC2148", "SC2148")),
            "#!/bin/bash\ngreet() {\n  local a\n}\n");
  EXPECT_EQ(mended_script("rm -rf \"$dir/x\"\n", found(1, "^ SC2115", "SC2115")), "rm -rf \"${dir:?}/x\"\n");
}

TEST(ShellFinding, ANumberLosesItsDollar) {
  const auto after = [](const std::string& line, std::size_t column, const std::string& above = "#!/bin/bash") {
    auto one = found(2, std::string(column - 1, ' ') + "^-- SC2004 (style): $/${} is unnecessary", "SC2004");
    return mended_script(above + "\n" + line + "\n", std::move(one)).substr(above == "#!/bin/bash" ? 12 : 0);
  };
  EXPECT_EQ(after("n=$(($a - b))", 6), "n=$((a - b))\n");
  EXPECT_EQ(after("n=$((${a}*2))", 6), "n=$((a*2))\n");
  EXPECT_EQ(after("for ((i = 0; i < $n; i++)); do", 18), "for ((i = 0; i < n; i++)); do\n");
  EXPECT_EQ(after("echo \"${names[$i]}\"", 15, "names=(a b)"), "names=(a b)\necho \"${names[i]}\"\n");
  EXPECT_EQ(after("echo \"${names[$i]}\"", 15, ". ./names.sh"), "nothing") << "the keys may be texts";
  EXPECT_EQ(after("n=$((16#$a))", 9, "# of a base"), "nothing");
  EXPECT_EQ(after("n=$((${a%.*} + 1))", 6, "# cut"), "nothing");
}

TEST(ShellFinding, KeepsWhatDoesSomething) {
  EXPECT_EQ(mended_script("unused=$(date)\n", found(1, "^ SC2034", "SC2034")), "nothing");
}

std::string loop_of(const std::string& text) {
  return mended_script(text, found(2, "            ^-- SC2044", "SC2044"));
}

TEST(ShellFindLoop, ReadsItsNamesLineByLine) {
  EXPECT_EQ(loop_of("#!/bin/bash\nfor f in $(find . -name '*.c'); do\n  n=$((n + 1))\ndone\necho $n\n"),
            "#!/bin/bash\nwhile IFS= read -r f; do\n  n=$((n + 1))\ndone < <(find . -name '*.c')\necho $n\n");
  EXPECT_EQ(loop_of("#!/bin/sh\nfor f in `find src`; do\n  echo \"$f\" --to=x\ndone\n"),
            "#!/bin/sh\nfind src | while IFS= read -r f; do\n  echo \"$f\" --to=x\ndone\n");
  EXPECT_EQ(loop_of("#!/bin/sh\n  for f in $(find src)\n  do\n    for g in 1; do\n      :\n    done\n  done\n"),
            "#!/bin/sh\n  find src | while IFS= read -r f; do\n    for g in 1; do\n      :\n    done\n  done\n");
}

TEST(ShellFindLoop, StaysWhereItsBodyNeedsMore) {
  EXPECT_EQ(loop_of("#!/bin/sh\nfor f in $(find .); do\n  n=$f\ndone\n"), "nothing");
  EXPECT_EQ(loop_of("#!/bin/sh\nfor f in $(find .); do\n  test -f \"$f\" || exit 1\ndone\n"), "nothing");
  EXPECT_EQ(loop_of("#!/bin/bash\nfor f in $(find .); do\n  ssh host \"$f\"\ndone\n"), "nothing");
  EXPECT_EQ(loop_of("#!/bin/sh\nfor f in $(find . | sort); do\n  echo\ndone\n"), "nothing");
  EXPECT_EQ(loop_of("#!/bin/sh\nfor f in $(find .); do echo; done\n"), "nothing");
  EXPECT_EQ(loop_of("#!/bin/sh\nfor f in $(find .); do\n  echo\n"), "nothing");
}

std::string trap_of(const std::string& text) {
  const auto line = static_cast<std::size_t>(std::ranges::count(text.substr(0, text.find("trap")), '\n')) + 1;
  return mended_script(text, found(line, "              ^-^ SC2064", "SC2064"));
}

TEST(ShellTrap, LooksUpItsNamesWhenTheSignalComes) {
  EXPECT_EQ(trap_of("w=$(mktemp -d)\ntrap \"rm -rf $w\" EXIT\n"), "w=$(mktemp -d)\ntrap 'rm -rf \"$w\"' EXIT\n");
  EXPECT_EQ(trap_of("w=`mktemp -d`\ntrap \"rm -rf '${w}'\" EXIT INT\n"),
            "w=`mktemp -d`\ntrap 'rm -rf \"${w}\"' EXIT INT\n");
  EXPECT_EQ(trap_of("w=\"$HOME/x\"\ntrap \"rm -rf \\\"$w\\\"; echo \\$?\" EXIT\n"),
            "w=\"$HOME/x\"\ntrap 'rm -rf \"$w\"; echo $?' EXIT\n");
  EXPECT_EQ(trap_of("serve &\npid=$!\ntrap \"kill $pid\" EXIT\n"), "serve &\npid=$!\ntrap 'kill \"$pid\"' EXIT\n");
  EXPECT_EQ(trap_of("w=$(mktemp -d)\ntrap \"rm -f $w/lock --log=$w\" 0\n"),
            "w=$(mktemp -d)\ntrap 'rm -f \"$w/lock\" --log=\"$w\"' 0\n");
}

TEST(ShellTrap, StaysWhereItWouldMeanSomethingElse) {
  for (const std::string text :
       {"f() {\n  local w=$(mktemp)\n  trap \"rm $w\" EXIT\n}\n", "w=a\ntrap \"rm $w\" EXIT\nw=b\n",
        "trap \"rm $1\" EXIT\n", "trap \"kill $!\" EXIT\n", "trap \"rm $(list)\" EXIT\n", "trap \"rm $HOME/x\" EXIT\n",
        "p='1 2'\ntrap \"kill $p\" EXIT\n", "p=$(jobs -p)\ntrap \"kill $p\" EXIT\n",
        "for w in a b; do\n  trap \"rm $w\" EXIT\ndone\n"})
    EXPECT_EQ(trap_of(text), "nothing") << text;
}

TEST(ShellBlock, IsClosedWhereIndentationSaysSo) {
  const auto at = [](std::size_t line, const std::string& text) { return said(text, {}, {{"run.sh", line, 0}}); };
  EXPECT_EQ(mended_script("for a in b; do\n  if true; then\n    x\n\n  fi\necho\n",
                          at(7, "syntax error: unexpected end of file"), "shell.fix-syntax"),
            "for a in b; do\n  if true; then\n    x\n\n  fi\ndone\necho\n");
  EXPECT_EQ(mended_script("w() {\n  cat <<EOF\na\n  EOF\n}\n", at(5, "syntax error: unexpected end of file"),
                          "shell.fix-syntax"),
            "w() {\n  cat <<EOF\na\nEOF\n}\n");
  EXPECT_EQ(mended_script("if [ a ]\n  x\nfi\n", at(3, "syntax error near unexpected token `fi'"), "shell.fix-syntax"),
            "if [ a ]; then\n  x\nfi\n");
  EXPECT_EQ(
      mended_script("local a=1\n", at(1, "run.sh: line 1: local: can only be used in a function"), "shell.fix-syntax"),
      "a=1\n");
}

TEST(ShellVariable, MayBeUnsetWhereItIsTested) {
  const auto unset = said("run.sh: line 1: VERBOSE: unbound variable", {{"key", "VERBOSE"}});
  EXPECT_EQ(mended_script("if [ -n \"$VERBOSE\" ]; then\n", unset, "shell.default-variable"),
            "if [ -n \"${VERBOSE:-}\" ]; then\n");
  EXPECT_EQ(mended_script("rm -rf \"$VERBOSE\"\n", unset, "shell.default-variable"), "nothing");
}

TEST(ShellVariable, MayBeUnsetWhereItsValueIsAskedAboutNext) {
  const auto after = [](const std::string& text, const std::string& key = "$2") {
    return mended_script(text, said("run.sh: line 1: " + key + ": unbound variable", {{"key", key}}),
                         "shell.default-variable");
  };
  EXPECT_EQ(after("label=$2\n[[ -n $label ]] || label=daily\n"), "label=${2:-}\n[[ -n $label ]] || label=daily\n");
  EXPECT_EQ(after("local a=$1 b=\"${2}\"\n# b may be empty\n\nif [ \"$b\" = \"\" ]; then\n", "2"),
            "local a=$1 b=\"${2:-}\"\n# b may be empty\n\nif [ \"$b\" = \"\" ]; then\n");
  EXPECT_EQ(after("days=$KEEP # kept\necho ${days:-14}\n", "KEEP"), "days=${KEEP:-} # kept\necho ${days:-14}\n");
  EXPECT_EQ(after("while [ -n \"$2\" ]; do shift; done\n"), "while [ -n \"${2:-}\" ]; do shift; done\n");
  for (const std::string text :
       {"label=$2\necho \"$label\"\n[ -n \"$label\" ]\n", "label=$2\n", "label=$2/x\n[ -n $label ]\n",
        "label=$2\n[ \"$label\" = a ]\n", "rm -r $2\n", "[ \"$2\" -gt 3 ]\n", "label=$25\n[ -n $label ]\n"})
    EXPECT_EQ(after(text), "nothing") << text;
}

Occurrence missing_in_recipe(const std::string& place) {
  auto one = said("make: python: No such file or directory", {{"tool", "python"}});
  one.after = {"make: *** [" + place + ": all] Error 127"};
  return one;
}

TEST(ShellCommand, IsThatOfPython3InTheMakefileThatMakeNames) {
  const std::string text = "all:\n\tpython gen.py\n\nold:\n\tpython old.py\n", other = "all:\n\techo python\n";
  EXPECT_EQ(mended("shell.fix-program-name", Files{{"docs/Makefile", text}, {"Makefile", other}},
                   missing_in_recipe("Makefile:2")),
            (Files{{"docs/Makefile", "all:\n\tpython3 gen.py\n\nold:\n\tpython old.py\n"}}));
  EXPECT_EQ(mended("shell.fix-program-name", Files{{"Makefile", text}, {"b/Makefile", text}},
                   missing_in_recipe("Makefile:2")),
            Files{})
      << "one of two";
}

// What becomes of a makefile whose second line calls what is not there, and of the second line of a script.
std::string recipe(const std::string& text) {
  const auto after = mended("shell.fix-program-name", Files{{"Makefile", text}}, missing_in_recipe("Makefile:2"));
  return after.empty() ? "nothing" : after.at("Makefile");
}

std::string script(const std::string& text) {
  const auto after = mended("shell.fix-program-name", Files{{"gen.sh", text}},
                            said("gen.sh: 2: python: not found", {{"command", "python"}}));
  return after.empty() ? "nothing" : after.at("gen.sh");
}

TEST(ShellCommand, IsToldFromOtherWords) {
  EXPECT_EQ(recipe("all:\n\t@cd a && python -m b | python\n"), "all:\n\t@cd a && python3 -m b | python3\n");
  EXPECT_EQ(recipe("all:\n\t-LANG=C $(PY) x.py\nPY ?= python -u\n"), "all:\n\t-LANG=C $(PY) x.py\nPY ?= python3 -u\n");
  EXPECT_EQ(recipe("x:\n\techo python \"$$(python v.py)\" # python\n"),
            "x:\n\techo python \"$$(python3 v.py)\" # python\n");
  EXPECT_EQ(script("PY=\"${PY:-python}\"\nif ! \"$PY\" a.py; then\n"),
            "PY=\"${PY:-python3}\"\nif ! \"$PY\" a.py; then\n");
  EXPECT_EQ(script("case a in\n  python) python a.py ;;\nesac\n"), "case a in\n  python) python3 a.py ;;\nesac\n");
  for (const std::string text :
       {"x:\n\tcommand -v python\n", "x:\n\tpython2 a.py\n", "x:\n\tcat python/a.txt\n",
        "x:\n\tdocker run a sh -c 'cd b && python c.py'\n", "x:\n\tls -d \\\n\tpython \\\n\ta\n",
        "x:\n\ttar cf a.tar $(PY)\nPY = python\n", "x:\n\t$(PY) a\nPY = python\nPY = python2\n",
        "x:\n\t$(PY) a\nPY = python\ny:\n\tdocker build -t shop/$(PY):1 .\n",
        "x:\n\t$(PY) a\nPY = python\nifeq ($(OS),Windows_NT)\nexport A = 1\nendif\n",
        "x:\n\t$(PY) a\nexport PY = python\n"})
    EXPECT_EQ(recipe(text), "nothing") << text;
  EXPECT_EQ(script("python a.py\npython b.py\n"), "python a.py\npython3 b.py\n");
  EXPECT_EQ(script("\npython a\ncat >a <<E\npython b\nE\n"), "\npython3 a\ncat >a <<E\npython b\nE\n");
  EXPECT_EQ(script("\npython a\nall=(\n  python\n)\n"), "\npython3 a\nall=(\n  python\n)\n");
  EXPECT_EQ(script("#!/bin/sh\nall=(python ruby)\npython a.py\n"), "nothing");
}

TEST(ShellCommand, StandsInFirstLines) {
  const auto after = [](const std::string& text, Occurrence occurrence) {
    const MemoryTree tree({{"bin/gen", {text, true}}, {"lib/gen.txt", {"#!/usr/bin/env python\n"}}});
    const auto files = mended("shell.fix-program-name", tree, diagnosis_of({std::move(occurrence)}));
    return files.empty() ? "nothing" : files.at("bin/gen");
  };
  const auto missing = said("/usr/bin/env: ‘python’: No such file or directory", {{"command", "python"}});
  EXPECT_EQ(after("#!/usr/bin/env python\nprint(1)\n", missing), "#!/usr/bin/env python3\nprint(1)\n");
  EXPECT_EQ(after("#!/usr/bin/env -S python -u\n", missing), "#!/usr/bin/env -S python3 -u\n");
  EXPECT_EQ(after("#!/usr/bin/env python\nprint 1\n", missing), "nothing") << "Python 2";
  EXPECT_EQ(after("#!/usr/bin/env python\nimport StringIO\n", missing), "nothing") << "Python 2";
  EXPECT_EQ(after("#!/usr/bin/env python\n'''\nprint what is left\n'''\nfrom queue import Queue\n", missing),
            "#!/usr/bin/env python3\n'''\nprint what is left\n'''\nfrom queue import Queue\n");
  EXPECT_EQ(after("#!/usr/bin/env python2\n", missing), "nothing");
  EXPECT_EQ(
      after("#!/usr/bin/nodejs\n", said("./bin/gen: cannot execute: required file not found", {{"path", "./bin/gen"}})),
      "#!/usr/bin/node\n");
  EXPECT_EQ(after("#!/bin/sh\npython x.py\n", missing), "nothing");
}

TEST(ShellCommand, StandsInTheFirstLineOfTheProgramThatIsRun) {
  const std::string text = "#!/usr/bin/env python\n", mended_text = "#!/usr/bin/env python3\n";
  const MemoryTree tree({{"a/gen", {text, true}},
                         {"a/pack", {text, true}},
                         {"tests/data/old", {text, true}},
                         {"Makefile", {"all:\n\t./a/pack b\n"}}});
  auto missing = said("/usr/bin/env: ‘python’: No such file or directory", {{"command", "python"}});
  EXPECT_EQ(mended("shell.fix-program-name", tree, diagnosis_of({missing})), Files{}) << "gen or pack";
  missing.after = {"make: *** [Makefile:2: all] Error 127"};
  EXPECT_EQ(mended("shell.fix-program-name", tree, diagnosis_of({missing})), (Files{{"a/pack", mended_text}}));
}

TEST(ShellSource, IsADotForSh) {
  const auto after = [](const std::string& text) {
    const auto files = mended("shell.fix-words", Files{{"env.sh", text}},
                              said("env.sh: 2: source: not found", {{"path", "env.sh"}, {"line", "2"}}));
    return files.empty() ? "nothing" : files.at("env.sh");
  };
  EXPECT_EQ(after("#!/bin/sh\n  source ci/defaults.env\n"), "#!/bin/sh\n  . ci/defaults.env\n");
  EXPECT_EQ(after("#!/bin/sh\nsource defaults.env\nif [ \"$A\" == b ]; then echo a == b; fi\necho c == d\n"),
            "#!/bin/sh\n. ./defaults.env\nif [ \"$A\" = b ]; then echo a == b; fi\necho c == d\n");
  EXPECT_EQ(after("#!/bin/sh\necho source\n"), "nothing");
}

TEST(ShellBash, IsNamedInAScriptWithoutAnEnding) {
  const std::string text = "#!/bin/sh\nset -eu\n\nfunction count() {\n    ls | wc -l\n}\n";
  const auto line = said("./bin/tally: 4: Syntax error: \"(\" unexpected", {{"file", "./bin/tally"}, {"line", "4"}});
  EXPECT_EQ(mended("shell.use-bash", Files{{"bin/tally", text}}, line).at("bin/tally"),
            replace_all(text, "/bin/sh", "/bin/bash"));
}

}  // namespace
}  // namespace regreen::story
