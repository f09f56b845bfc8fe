#include "story.h"

namespace regreen::story {
namespace {

Occurrence not_followed(const std::string& path) {
  return said(
      "  ^----^ SC1091 (info): Not following: " + path + ": openBinaryFile: does not exist (No such file or directory)",
      {{"code", "SC1091"}});
}

std::string after(const std::string& text, const std::string& gone = "bin/say.sh", Files files = {}) {
  files["bin/backup"] = "#!/bin/bash\n" + text;
  files["bin/lib/say.sh"] = "";
  const auto mended_files = mended("shell.follow-source", files, not_followed(gone));
  return mended_files.contains("bin/backup") ? mended_files.at("bin/backup").substr(12) : "nothing";
}

TEST(ShellSource, TheCommentNamesWhatTheCommandReads) {
  EXPECT_EQ(after("# shellcheck source=bin/say.sh\n. \"$here/lib/say.sh\"\n"),
            "# shellcheck source=bin/lib/say.sh\n. \"$here/lib/say.sh\"\n");
  EXPECT_EQ(after("\t# shellcheck  source=./bin/say.sh disable=SC2034 # why\n\tsource \"${here}\"/lib/say.sh # it\n",
                  "./bin/say.sh"),
            "\t# shellcheck  source=./bin/lib/say.sh disable=SC2034 # why\n\tsource \"${here}\"/lib/say.sh # it\n");
  EXPECT_EQ(after("# shellcheck source=say.sh\n. \"$(dirname \"$0\")/lib/say.sh\"\n", "say.sh"),
            "# shellcheck source=bin/lib/say.sh\n. \"$(dirname \"$0\")/lib/say.sh\"\n");
}

TEST(ShellSource, ThePathCountsFromWhereItDid) {
  EXPECT_EQ(after("# shellcheck source=SCRIPTDIR/say.sh\n. \"$here/../bin/lib/say.sh\"\n", "SCRIPTDIR/say.sh"),
            "# shellcheck source=SCRIPTDIR/lib/say.sh\n. \"$here/../bin/lib/say.sh\"\n");
  EXPECT_EQ(after("# shellcheck source=../say.sh\n. \"$here/lib/say.sh\"\n", "../say.sh"),
            "# shellcheck source=lib/say.sh\n. \"$here/lib/say.sh\"\n");
}

TEST(ShellSource, WhatIsNotClearStays) {
  EXPECT_EQ(after("# shellcheck source=bin/say.sh\n. \"$file\"\n"), "nothing") << "any file";
  EXPECT_EQ(after("# shellcheck source=bin/say.sh\n. \"$here/say.sh\"\n", "bin/say.sh", {{"ops/say.sh", ""}}),
            "nothing")
      << "one of two";
  EXPECT_EQ(after("# shellcheck source=bin/other.sh\n. \"$here/lib/say.sh\"\n"), "nothing")
      << "not the one that is said";
  EXPECT_EQ(after("# shellcheck source=bin/say.sh\n\necho\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
