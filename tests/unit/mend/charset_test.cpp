#include "mend/text/charsets.h"
#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string told = "1,Z\xc3\xbcrich\n2,Gen\xc3\xa8ve\n3,Bern\n";  // UTF-8
const std::string stored = "1,Z\xfcrich\n2,Gen\xe8ve\n3,Bern\n";        // windows-1252
const std::string utf8_line =
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xfc in position 3: invalid start byte";

/// What becomes of the data after a commit that stored it so; "nothing" where it stays.
std::string restored(const std::string& before, const std::string& today, const Files& more = {},
                     const std::string& line = utf8_line, const std::string& byte = "0xfc") {
  LastCommit commit;
  commit.before["data/places.csv"] = before;
  Files files = more;
  files["data/places.csv"] = today;
  for (const auto& path : {"load.py", "tests/test_load.py"}) {
    if (more.contains(path)) commit.before[path] = "";
  }
  const auto tree = tree_of(files);
  const auto diagnosis = diagnosis_of({said(line, {{"code", byte}})});
  for (const auto& row : fixers()) {
    if (row.remedy != "text.restore-utf8") continue;
    const auto patches = row.fix({diagnosis, tree, tables(), commit});
    if (patches.empty()) return "nothing";
    const PatchedTree healed(tree, patches.front());
    EXPECT_TRUE(row.fix({diagnosis, healed, tables(), commit}).empty()) << "not idempotent";
    return patches.front().changes.front().after.value_or("gone");
  }
  return "no fixer";
}

TEST(LostUtf8, IsRestoredByTheLinesThatStayed) {
  EXPECT_EQ(restored(told, stored), told);
  EXPECT_EQ(restored(told, stored + "4,Gr\xfcsch \x96 Dorf\n"), told + "4,Gr\xc3\xbcsch \xe2\x80\x93 Dorf\n");
  EXPECT_EQ(restored(told, replace_all(stored, "\n", "\r\n")), replace_all(told, "\n", "\r\n"));
  // Mac OS Roman
  EXPECT_EQ(
      restored(told, "1,Z\x9frich\n2,Gen\x8fve\n", {},
               "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x9f in position 3: invalid start byte", "0x9f"),
      "1,Z\xc3\xbcrich\n2,Gen\xc3\xa8ve\n");
}

TEST(LostUtf8, OfALargeFileIsCountedFromItsChunk) {
  const std::string front(8192, '-');
  EXPECT_EQ(restored(front + told, front + stored), front + told);
}

TEST(LostUtf8, StaysWhereTheCharsetIsNotKnown) {
  const std::string german = "1,Z\xfcrich\n", german_told = "1,Z\xc3\xbcrich\n";
  EXPECT_EQ(restored(german_told, german), german_told);
  EXPECT_EQ(restored(german_told, german + "2,Gen\xe8ve\n"), "nothing");  // è of Western, č of Central Europe
  EXPECT_EQ(restored("1,Zurich\n", german), "nothing");
  EXPECT_EQ(restored(german_told, "1,Z\xc3\xbcrich\n2,D\xfc\n", {},
                     "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xfc in position 13: invalid start byte"),
            "nothing");  // a line of another charset amid UTF-8
}

TEST(LostUtf8, StaysWhereAPartIsUtf8) {
  const std::string line =
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe8 in position 15: invalid continuation byte";
  EXPECT_EQ(restored(told, "1,Z\xc3\xbcrich\n2,Gen\xe8ve\n3,Bern\n", {}, line, "0xe8"), "nothing");
  EXPECT_EQ(restored(told, stored + "4,Gr\xc3\xbcsch\n"), "nothing");
}

TEST(LostUtf8, StaysWhereFewLinesAreKept) {
  const std::string names = told +
                            "4,Gr\xc3\xbcsch\n5,D\xc3\xbc"
                            "dingen\n";
  EXPECT_EQ(restored(names, "1,Z\xfcrich\n2,Gen\xe8ve\n"), "1,Z\xc3\xbcrich\n2,Gen\xc3\xa8ve\n");
  EXPECT_EQ(restored(names,
                     "1,Z\xfcrich\n2,Gen\xe9ve\n4,Gr\xe9sch\n5,D\xe9"
                     "dingen\n"),
            "nothing");
}

TEST(LostUtf8, StaysWhereTheCommitTestsTheFile) {
  EXPECT_EQ(restored(told, stored, {{"tests/test_load.py", "load('data/places.csv')\n"}}), "nothing");
  EXPECT_EQ(restored(told, stored, {{"tests/test_load.py", "load('data/others.csv')\n"}}), told);
  EXPECT_EQ(restored(told, stored, {{"tests/test_old.py", "load('data/places.csv')\n"}}), told);
}

TEST(LostUtf8, StaysWhereTheLogMeansAnotherFile) {
  EXPECT_EQ(restored(told, stored, {},
                     "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xfc in position 9: invalid start byte"),
            "nothing");
  EXPECT_EQ(
      restored(told, stored, {},
               "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe8 in position 3: invalid start byte", "0xe8"),
      "nothing");
  EXPECT_EQ(restored(stored, stored), "nothing");
}

TEST(LostUtf8, StaysWhereTheProjectWantsAnotherCharset) {
  EXPECT_EQ(restored(told, stored, {{"load.py", "open(path, encoding='cp1252')\n"}}), "nothing");
  EXPECT_EQ(restored(told, stored, {{"legacy.py", "open('data/places.csv', encoding='latin-1')\n"}}), "nothing");
  EXPECT_EQ(restored(told, stored, {{".gitattributes", "*.csv working-tree-encoding=windows-1252\n"}}), "nothing");
  EXPECT_EQ(restored(told, "#charset=iso-8859-1\n" + stored, {},
                     "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xfc in position 23: invalid start byte"),
            "nothing");
  EXPECT_EQ(restored(told, stored, {{"other.py", "open('letters.txt', encoding='latin-1')\n"}}), told);
}

TEST(Charsets, KnowWhereUtf8Ends) {
  EXPECT_EQ(first_no_utf8("Z\xc3\xbcrich"), std::nullopt);
  EXPECT_EQ(first_no_utf8("Z\xfcrich"), 1U);
  EXPECT_EQ(first_no_utf8("Gen\xe8ve"), 3U);
  EXPECT_EQ(first_no_utf8("Z\xc3"), 1U);
}

}  // namespace
}  // namespace regreen::story
