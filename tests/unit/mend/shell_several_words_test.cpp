#include "mend/shell/several_words.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

constexpr std::string_view head = "#!/bin/bash\n";

std::string as_array_of_flags(const std::string& lines) {
  const std::string script = std::string(head) + lines;
  return apply_edits(script, as_array(script, "flags")).value().substr(head.size());
}

TEST(SeveralWords, AreWhatAVariableIsGiven) {
  EXPECT_TRUE(is_several_words("flags=\"-a -b\"\n", "flags"));
  EXPECT_TRUE(is_several_words("flags=-a\nflags+=\" -b\"\n", "flags"));
  EXPECT_FALSE(is_several_words("out=$1\nout+=\"-final.txt\"\n", "out")) << "glued to it";
  EXPECT_TRUE(is_several_words("names=$(git ls-files '*.c')\n", "names"));
  EXPECT_TRUE(is_several_words("all=\"$*\"\n", "all"));
  EXPECT_TRUE(is_several_words("flags='-a -b'  # of tar\n", "flags"));
  EXPECT_TRUE(is_several_words("  local flags=\"-a -b\"\n", "flags"));
  EXPECT_TRUE(is_several_words("[ -z \"$1\" ] || flags=\"-a -b\"\n", "flags"));
  EXPECT_TRUE(is_several_words("flags=${FLAGS:--a -b}\n", "flags"));
  EXPECT_TRUE(is_several_words(": \"${flags:=-a -b}\"\n", "flags"));
  EXPECT_TRUE(is_several_words("flags=${1--a -b}\n", "flags"));
  EXPECT_FALSE(is_several_words("flags=${1:?usage: pack FLAGS [DIR]}\n", "flags")) << "what is said is no value";
  EXPECT_FALSE(is_several_words("flags=\"${1?no flags}\"\n", "flags"));
  EXPECT_FALSE(is_several_words("# say flags=${1:\nflags=${1:\nflags=${1\n", "flags"));
  EXPECT_TRUE(is_several_words("flags=\"${1:?no flags} -b\"\n", "flags"));
  EXPECT_TRUE(is_several_words("flags=\"${1:--a -b}\"\n", "flags"));
  EXPECT_FALSE(is_several_words("flags=-a make all\n", "flags"));
  EXPECT_FALSE(is_several_words("test \"$flags\" = \"a b\"\n", "flags"));
  EXPECT_TRUE(is_several_words("names=$(find . -name '*.c' | sort)\n", "names"));
  EXPECT_FALSE(is_several_words("count=$(find . | wc -l)\n", "count"));
  EXPECT_FALSE(is_several_words("flags=-a\n", "flags"));
  EXPECT_FALSE(is_several_words("dir=$(dirname \"$0\")\n", "dir"));
  EXPECT_FALSE(is_several_words("flags=\"-a -b\"\n", "flag"));
}

TEST(SeveralWords, OfPlainTextBecomeAnArray) {
  EXPECT_EQ(as_array_of_flags("flags=\"-a -b\"\nrun $flags x\nrun ${flags}; run $flags\n"),
            "flags=(-a -b)\nrun \"${flags[@]}\" x\nrun \"${flags[@]}\"; run \"${flags[@]}\"\n");
  EXPECT_EQ(as_array_of_flags("flags='-a -b'\n  flags=\"$flags -c\"\nflags+=' -d'\n# flags\nrun $flags\n"),
            "flags=(-a -b)\n  flags+=(-c)\nflags+=(-d)\n# flags\nrun \"${flags[@]}\"\n");
}

TEST(SeveralWords, StayWhereTheyMayMeanMore) {
  for (const std::string rest : {
           "flags=\"-a $more\"\nrun $flags\n",                     // another variable
           "flags=\"-a *.c\"\nrun $flags\n",                       // a pattern
           "flags=\"-a -b\"\necho \"with $flags\"\nrun $flags\n",  // as one text, too
           "flags=\"-a -b\"\nexport flags\nrun $flags\n",          // seen by other programs
           "flags=\"-a -b\"\nflags=\"-c -d\"\nrun $flags\n",       // made anew
           "flags+=\" -b\"\nrun $flags\n",                         // comes from elsewhere
           "flags=\"-a -b\"\nrun x$flags\n",                       // a part of a word
           "flags=\"-a -b\"\nIFS=,\nrun $flags\n",                 // taken apart otherwise
           "flags=\"-a -b\"\nflags+=\"c\"\nrun $flags\n",          // glued to the last one
           "flags=\"out/my report\"\ncd $flags\n",                 // a path, perhaps
           "flags=\"-a -b\"\ncat <<END\n$flags\nEND\n",            // in a text
           "flags=\"-a -b\"\n. ./lib.sh\nrun $flags\n",            // for others, too
           "flags=\"-a -b\"\nset -a\nrun $flags\n",
           "flags=\"-a -b\"\nrun ${flags\n",
           "[ $# -gt 0 ] && flags=\"-a -b\"\nrun $flags\n",
       }) {
    EXPECT_EQ(as_array_of_flags(rest), rest);
  }
  EXPECT_TRUE(as_array("#!/bin/bash\nCFLAGS=\"-a -b\"\nrun $CFLAGS\n", "CFLAGS").empty()) << "of the environment";
  EXPECT_TRUE(as_array("#!/bin/sh\nflags=\"-a -b\"\nrun $flags\n", "flags").empty()) << "sh has no arrays";
}

}  // namespace
}  // namespace regreen
