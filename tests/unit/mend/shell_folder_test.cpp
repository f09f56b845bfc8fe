#include "story.h"

namespace regreen::story {
namespace {

constexpr auto bash_head = "#!/usr/bin/env bash\nset -e\n";

// What becomes of tools/run.sh, whose third line finds nothing at `path`.
std::string mended_run(const std::string& text, const std::string& path, Files others = {{"tools/common.sh", ""}},
                       const std::string& said_of_it = "./tools/run.sh: line 3: ") {
  others["tools/run.sh"] = text;
  const auto after = mended("shell.from-own-folder", others,
                            said(said_of_it + path + ": No such file or directory", {{"path", path}}));
  return after.contains("tools/run.sh") ? after.at("tools/run.sh") : "nothing";
}

std::string third(const std::string& line) { return mended_run(bash_head + line + "\n", "./common.sh"); }

TEST(ShellOwnFolder, IsWhereTheScriptFindsWhatIsBesideIt) {
  const std::string own = "\"$(dirname \"${BASH_SOURCE[0]}\")/common.sh\"";
  EXPECT_EQ(third("source ./common.sh"), bash_head + ("source " + own + "\n"));
  EXPECT_EQ(third(". './common.sh' --fast"), bash_head + (". " + own + " --fast\n"));
  EXPECT_EQ(third("if \"./common.sh\"; then"), bash_head + ("if " + own + "; then\n"));
  EXPECT_EQ(third("n=$(wc -l <./common.sh)"), bash_head + ("n=$(wc -l <" + own + ")\n"));
}

TEST(ShellOwnFolder, IsCalledAsTheShellOfTheScriptCanSayIt) {
  const std::string sh = "#!/bin/sh\nset -e\n. ./common.sh\n";
  EXPECT_EQ(mended_run(sh, "./common.sh", {{"tools/common.sh", ""}}, "tools/run.sh: 3: .: cannot open "),
            "#!/bin/sh\nset -e\n. \"$(dirname \"$0\")/common.sh\"\n");
  EXPECT_EQ(mended_run(sh, "./common.sh"), "#!/bin/sh\nset -e\n. \"$(dirname \"$0\")/common.sh\"\n");
  EXPECT_EQ(mended_run("# read by others\n\n. ../lib/log.sh\n", "../lib/log.sh", {{"lib/log.sh", ""}}),
            "# read by others\n\n. \"$(dirname \"${BASH_SOURCE[0]}\")/../lib/log.sh\"\n");
  const std::string known = "#!/bin/bash\nhere=$(cd \"$(dirname \"$0\")\" && pwd)\n. ./common.sh\n";
  EXPECT_EQ(mended_run(known, "./common.sh"),
            "#!/bin/bash\nhere=$(cd \"$(dirname \"$0\")\" && pwd)\n. \"$here/common.sh\"\n");
}

TEST(ShellOwnFolder, IsHeldByAVariableThatIsOnlySetToIt) {
  const auto in = [](const std::string& head, const std::string& tail = "") {
    const std::string front = "#!/bin/bash\n" + head + "\n";
    const auto after = mended_run(front + ". ./common.sh\n" + tail, "./common.sh");
    return after == "nothing" ? after : after.substr(front.size());
  };
  const std::string here = ". \"$here/common.sh\"\n";
  EXPECT_EQ(in("here=\"$( cd -- \"$( dirname -- \"${BASH_SOURCE[0]}\" )\" >/dev/null 2>&1 && pwd -P )\""), here);
  EXPECT_EQ(in("here=$(cd \"$(dirname \"$0\")\" &> /dev/null && pwd)"), here);
  EXPECT_EQ(in("readonly here=$(cd $(dirname $0); pwd)"), here);
  EXPECT_EQ(in("here=$(dirname \"$(cd \"$(dirname \"$0\")\" && pwd)\")"), "nothing");
  EXPECT_EQ(in("here=$(cd \"$(dirname \"$0\")/lib\" && pwd)"), "nothing");
  EXPECT_EQ(in("here=$(cd \"$(dirname \"$0\")\" && pwd)/lib"), "nothing");
  EXPECT_EQ(in("here=$(cd \"$(dirname \"$0\")\" && pwd)", "here=/tmp\n"), "nothing");
}

TEST(ShellOwnFolder, IsWhereTheRestOfTheScriptLooks) {
  const std::string own = "\"$(dirname \"$0\")/";
  const Files beside = {{"tools/common.sh", ""}, {"tools/b.sh", ""}, {"lib/c.sh", ""}, {"data.txt", ""}};
  EXPECT_EQ(
      mended_run(
          "#!/bin/sh\n\n. ./common.sh\n# ./b.sh\nx=\"$(./b.sh) and\"\nif . '../lib/c.sh'; then\n  cat ./data.txt && "
          "echo ./b.sh\nfi\n./run.sh\n",
          "./common.sh", beside),
      "#!/bin/sh\n\n. " + own + "common.sh\"\n# ./b.sh\nx=\"$(" + own + "b.sh\") and\"\nif . " + own +
          "../lib/c.sh\"; then\n  cat ./data.txt && echo ./b.sh\nfi\n./run.sh\n");
  EXPECT_EQ(mended_run("#!/bin/sh\n\n. ./common.sh\ncat <<END\n./b.sh\nEND\n", "./common.sh", beside),
            "#!/bin/sh\n\n. " + own + "common.sh\"\ncat <<END\n./b.sh\nEND\n");
}

TEST(ShellOwnFolder, IsNotAskedWhereItIsNotKnownToBeMeant) {
  EXPECT_EQ(third("echo \"source ./common.sh\""), "nothing");
  EXPECT_EQ(third("source ./common.sh || . ./common.sh"), "nothing");
  EXPECT_EQ(mended_run("#!/bin/bash\ncd out\nsource ./common.sh\n", "./common.sh"), "nothing");
  EXPECT_EQ(mended_run("#!/bin/zsh\n\nsource ./common.sh\n", "./common.sh"), "nothing");
  EXPECT_EQ(mended_run(bash_head + std::string("source ./common.sh\n"), "./common.sh", {}), "nothing");
  EXPECT_EQ(mended_run(bash_head + std::string("source ./common.sh\n"), "./common.sh",
                       {{"tools/common.sh", ""}, {"common.sh", ""}}),
            "nothing");
  EXPECT_EQ(mended_run(bash_head + std::string("source /common.sh\n"), "/common.sh"), "nothing");
}

TEST(Path, StaysWhereItIsRightInItsOwnFolder) {
  const Files files = {{"tools/run.sh", "#!/bin/bash\ncd out\nsource ./common.sh\n"}, {"tools/common.sh", ""}};
  EXPECT_TRUE(mended("files.fix-path", files,
                     said("./tools/run.sh: line 3: ./common.sh: No such file or directory", {{"path", "./common.sh"}}))
                  .empty());
}

}  // namespace
}  // namespace regreen::story
