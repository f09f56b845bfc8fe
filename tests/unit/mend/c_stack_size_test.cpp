// Sizes of stacks that are no constants any more.
#include "story.h"

namespace regreen::story {
namespace {

Files sized(const Files& files, const std::string& message = "variably modified ‘stack’ at file scope") {
  return mended("c.fix-stack-size", files, said("src/a.c:3:6: error: " + message, {}, {{"src/a.c", 3, 6}}));
}

TEST(CStackSize, IsANumberWhereverItIsSaid) {
  const Files files = {{"src/a.c", "#include \"a.h\"\nchar stack[ROOM];\nlong n = PTHREAD_STACK_MIN; // SIGSTKSZ\n"},
                       {"src/a.h", "#define ROOM (2 * SIGSTKSZ)\n"},
                       {"src/b.c", "#include \"a.h\"\nlong m = MINSIGSTKSZ;\n"},
                       {"src/c.c", "long k = MINSIGSTKSZ;\n"}};
  const Files after = {{"src/a.c", "#include \"a.h\"\nchar stack[ROOM];\nlong n = 131072; // SIGSTKSZ\n"},
                       {"src/a.h", "#define ROOM (2 * 65536)\n"},
                       {"src/b.c", "#include \"a.h\"\nlong m = 65536;\n"}};
  EXPECT_EQ(sized(files), after);
  EXPECT_EQ(sized(files, "variable length array declaration not allowed at file scope"), after);
  EXPECT_EQ(sized(files, "call to non-‘constexpr’ function ‘long int sysconf(int)’"), after);
}

TEST(CStackSize, IsAskedForWhereSomethingIsComparedWithIt) {
  const std::string array = "char stack[SIGSTKSZ];\nint f(long n) {\n  ", ask = "return n < MINSIGSTKSZ;\n}\n";
  EXPECT_EQ(sized({{"src/a.c", array + ask}}), (Files{{"src/a.c", "char stack[65536];\nint f(long n) {\n  " + ask}}));
  EXPECT_EQ(sized({{"src/a.c", array + "return own_stack(n, SIGSTKSZ);\n}\n"}}), Files{}) << "who knows what for";
}

TEST(CStackSize, StaysWhereAConstantThatIsMadeOfItIsCompared) {
  const std::string array = "static char stack[LEAST];\n", ask = "int f(long n) {\n  return n < LEAST;\n}\n";
  for (const std::string head : {"#define LEAST MINSIGSTKSZ\n", "static const long LEAST = MINSIGSTKSZ;\n",
                                 "constexpr long LEAST{2 * MINSIGSTKSZ};\n", "enum { LEAST = MINSIGSTKSZ };\n",
                                 "#define ROOM MINSIGSTKSZ\n#define LEAST (ROOM * 2)\n"}) {
    EXPECT_EQ(sized({{"src/a.c", head + array + ask}}), Files{}) << head;
    EXPECT_EQ(sized({{"src/a.c", head + array}}),
              (Files{{"src/a.c", replace_all(head, "MINSIGSTKSZ", "65536") + array}}));
  }
  const std::string own = "char stack[SIGSTKSZ];\nvoid f(void) { a.ss_size = SIGSTKSZ; g(a.ss_size); }\n";
  EXPECT_EQ(sized({{"src/a.c", own}}), (Files{{"src/a.c", replace_all(own, "SIGSTKSZ", "65536")}}));
}

TEST(CStackSize, StaysWhereTheProjectAsksForIt) {
  const std::string array = "char stack[SIGSTKSZ];\n";
  EXPECT_EQ(sized({{"src/a.c", "#ifndef SIGSTKSZ\n#define SIGSTKSZ 8192\n#endif\n" + array}}), Files{});
  EXPECT_EQ(sized({{"src/a.c", "#include \"a.h\"\n" + array}, {"src/a.h", "#undef SIGSTKSZ\n"}}), Files{});
  EXPECT_EQ(sized({{"src/a.c", "const int n = 3;\nchar stack[n];\n"}}), Files{}) << "another size";
  EXPECT_EQ(sized({{"src/a.c", array}}, "expected ‘;’"), Files{});
}

}  // namespace
}  // namespace regreen::story
