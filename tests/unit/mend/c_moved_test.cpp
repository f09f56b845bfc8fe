// Headers that were moved.
#include "story.h"

namespace regreen::story {
namespace {

Files followed(const Files& files, const std::string& written) {
  return mended("c.fix-include", files,
                said("src/a.c:1:10: fatal error: " + written + ": No such file or directory", {{"path", written}},
                     {{"src/a.c", 1, 10}}));
}

TEST(CMovedHeader, IsNamedAnewWhereverItIsIncluded) {
  EXPECT_EQ(followed({{"src/a.c", "#include \"util/str.h\"\n// #include \"util/str.h\"\n"},
                      {"src/b.c", "# include <util/str.h>\n"},
                      {"src/util/hash.c", ""},
                      {"include/text/str.h", ""}},
                     "util/str.h"),
            (Files{{"src/a.c", "#include \"text/str.h\"\n// #include \"util/str.h\"\n"},
                   {"src/b.c", "# include <text/str.h>\n"}}));
  EXPECT_EQ(followed({{"src/a.c", "#include \"ring/util/str.h\"\n#include \"ring/log.h\"\n"},
                      {"lib/ring/log.h", ""},
                      {"lib/ring/text/str.h", ""}},
                     "ring/util/str.h"),
            (Files{{"src/a.c", "#include \"ring/text/str.h\"\n#include \"ring/log.h\"\n"}}));
}

TEST(CMovedHeader, OfALibraryStays) {
  const Files files = {{"src/a.c", "#include <tinyfmt/format.h>\n#include \"net/log.h\"\n"},
                       {"src/net/log.h", ""},
                       {"src/net/format.h", ""}};
  EXPECT_EQ(followed(files, "tinyfmt/format.h"), Files{}) << "quotes do not tell of brackets";
  auto own = files;
  own["src/b.c"] = "#include <net/log.h>\n";
  EXPECT_EQ(followed(own, "tinyfmt/format.h"),
            (Files{{"src/a.c", "#include <net/format.h>\n#include \"net/log.h\"\n"}}));
  EXPECT_EQ(followed({{"src/a.c", "#include \"tinyfmt/format.h\"\n"}, {"src/net/format.h", ""}}, "tinyfmt/format.h"),
            Files{})
      << "src is only called as such folders are";
}

TEST(CMovedHeader, ThatIsNotSureStays) {
  const std::string text = "#include \"util/str.h\"\n";
  EXPECT_EQ(followed({{"src/a.c", text}, {"include/text/str.h", ""}, {"tools/str.h", ""}}, "util/str.h"), Files{});
  EXPECT_EQ(followed({{"src/a.c", text}, {"third_party/text/str.h", ""}}, "util/str.h"), Files{});
  EXPECT_EQ(followed({{"src/a.c", text}, {"plugins/text/str.h", ""}}, "util/str.h"), Files{}) << "who looks there?";
  EXPECT_EQ(followed({{"src/a.c", "#include \"str.h\"\n"}, {"include/text/str.h", ""}}, "str.h"), Files{});
}

TEST(CMovedHeader, WithoutAFolderIsTheOneThatTheCommitMoved) {
  const std::string include = "#include \"ring.h\"\n", guard = "#pragma once\nint ring(void);\n";
  const Files files = {{"tests/a.c", include}, {"src/core/ring.c", include}, {"src/core/ring.h", guard}};
  const auto after = [&](Files some, const LastCommit& commit) {
    const auto one = said("tests/a.c:1:10: fatal error: ring.h: No such file or directory", {{"path", "ring.h"}},
                          {{"tests/a.c", 1, 10}});
    return mended("c.fix-include", some, diagnosis_of({one}), commit);
  };
  const LastCommit moved = {{{"src/ring.h", guard}, {"src/core/ring.h", std::nullopt}}};
  EXPECT_EQ(after(files, moved), (Files{{"tests/a.c", "#include \"core/ring.h\"\n"}}))
      << "who lies beside it, finds it";
  EXPECT_EQ(after(files, no_commit), Files{});
  const LastCommit other = {
      {{"src/ring.h", "struct wedding { int guests; };\nint kiss;\nint dance;\n"}, {"src/core/ring.h", std::nullopt}}};
  EXPECT_EQ(after(files, other), Files{}) << "another file of its name";
  auto others = files;
  others["lib/b.c"] = include;
  EXPECT_EQ(after(others, moved), (Files{{"tests/a.c", "#include \"core/ring.h\"\n"}}))
      << "it may be another one there";
  const std::string frame = "#pragma once\n#include <stdint.h>\nnamespace shop {\n";
  auto wire = files;
  wire["src/core/ring.h"] = frame + "using Ring = uint8_t;\n}  // namespace shop\n";
  const LastCommit of_frame = {
      {{"src/ring.h", frame + "using Ring = int64_t;\n}  // namespace shop\n"}, {"src/core/ring.h", std::nullopt}}};
  EXPECT_EQ(after(wire, of_frame), Files{}) << "alike are only lines that all headers have";
  const LastCommit up = {{{"src/old/ring.h", guard}, {"src/core/ring.h", std::nullopt}}};
  EXPECT_EQ(after(files, up), Files{}) << "nobody looks from there";
  const LastCommit of_two = {{{"src/ring.h", guard}, {"lib/ring.h", guard}, {"src/core/ring.h", std::nullopt}}};
  EXPECT_EQ(after(files, of_two), Files{});
}

}  // namespace
}  // namespace regreen::story
