// Functions of a project that a header of the system declares, too.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence clash(const std::string& file, std::size_t line, const std::string& message,
                 const std::string& before = "/usr/include/unistd.h:34:16") {
  auto one = said(file + ":" + std::to_string(line) + ":12: error: " + message, {}, {{file, line, 12}});
  one.after = {
      "    9 | static int gettid(void)", "In file included from /usr/include/unistd.h:1218,",
      "                 from src/log.h:6:", before + ": note: previous declaration of ‘gettid’ with type ‘int(void)’"};
  return one;
}

const std::string is_static = "static declaration of ‘gettid’ follows non-static declaration";
const std::string differs = "conflicting types for ‘gettid’; have ‘int(void)’";

TEST(CSystemName, IsChangedWhereverTheDeclarationIsSeen) {
  const Files files = {{"src/log.h", "static inline int gettid(void)\n{\n    return 1; // gettid\n}\n"},
                       {"src/all.h", "#include \"log.h\"\n"},
                       {"src/a.c", "#include \"all.h\"\nint f(struct t *t) { return gettid() + t->gettid; }\n"},
                       {"old/log.h", ""},
                       {"old/log.c", "#include \"log.h\"\nint h(void) { return gettid(); }\n"},
                       {"src/b.c", "#include <unistd.h>\nint g(void) { return gettid(); }\n"}};
  const Files after = {{"src/log.h", "static inline int log_gettid(void)\n{\n    return 1; // gettid\n}\n"},
                       {"src/a.c", "#include \"all.h\"\nint f(struct t *t) { return log_gettid() + t->gettid; }\n"}};
  EXPECT_EQ(mended("c.rename-own", files, clash("src/log.h", 1, is_static)), after);
  EXPECT_EQ(mended("c.rename-own", files, clash("src/log.h", 1, differs)), after);
  EXPECT_EQ(
      mended("c.rename-own", files, clash("src/log.h", 1, "‘int gettid()’ was declared ‘extern’ and later ‘static’")),
      after);
}

TEST(CSystemName, StaysWhereItIsMeant) {
  const auto after = [](const std::string& text, Occurrence one) {
    return mended("c.rename-own", Files{{"a.c", text}, {"b.h", ""}}, std::move(one));
  };
  const std::string own = "static int gettid(void) { return 1; }\n";
  EXPECT_EQ(after("#ifndef HAVE_GETTID\n" + own + "#endif\n", clash("a.c", 2, is_static)), Files{});
  EXPECT_EQ(after("int gettid(void);\n", clash("a.c", 1, differs)), Files{}) << "others may call it, or mean it";
  EXPECT_EQ(after(own + "struct command all[] = {COMMAND(gettid)};\n", clash("a.c", 1, is_static)), Files{});
  EXPECT_EQ(after(own, clash("a.c", 1, is_static, "/srv/app/build/api.h:3:5")), Files{}) << "a generated header";
  EXPECT_EQ(after(own, clash("a.c", 1, is_static, "b.h:3:5")), Files{}) << "the project contradicts itself";
  EXPECT_EQ(after("#define gettid() 1\n" + own, clash("a.c", 2, is_static)), Files{});
  EXPECT_EQ(after("int f(void) { return gettid(); }\n", clash("a.c", 1, is_static)), Files{});
  EXPECT_EQ(after("static int gettid(void);\nint a_gettid;\n", clash("a.c", 1, is_static)), Files{});
}

}  // namespace
}  // namespace regreen::story
