#include "base/text.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

template <class Text>
concept Splits = requires(Text&& text) {
  split(std::forward<Text>(text), ',');
  split_lines(std::forward<Text>(text));
};
static_assert(Splits<std::string_view> && Splits<const char*> && Splits<std::string&> && Splits<const std::string&>);
static_assert(!Splits<std::string>, "its parts would outlive it");

TEST(Text, SplitsLinesWithoutInventingALastOne) {
  EXPECT_EQ(split_lines("a\nb\n"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(split_lines("a\nb"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(split_lines("\n"), (std::vector<std::string_view>{""}));
  EXPECT_TRUE(split_lines("").empty());
}

TEST(Text, WhatIsLeftOfBlanksHasAPlaceInTheText) {
  const std::string_view text = " \t ";
  EXPECT_TRUE(trim(text).empty());
  EXPECT_EQ(trim(text).data(), text.data() + text.size());
}

TEST(Text, ShortensAtACharacterNotInside) {
  EXPECT_EQ(shortened("größe", 3), "gr…");
  EXPECT_EQ(shortened("kurz", 10), "kurz");
}

TEST(Text, MakesInvalidBytesVisible) {
  EXPECT_EQ(valid_utf8("a\xFF"
                       "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(valid_utf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "overlong";
  EXPECT_EQ(valid_utf8("\xED\xA0\x80").find('\xED'), std::string::npos) << "surrogate";
  EXPECT_EQ(valid_utf8("grün"), "grün");
}

TEST(Text, ShowsNothingThatMovesACursorOrHides) {
  EXPECT_EQ(printable("a\x1b[31mb\tc\r\n"), "a[31mb\tc");
  EXPECT_EQ(printable("left\u202Eright\u200B"), "leftright");
}

TEST(Text, QuotesForTheShell) {
  EXPECT_EQ(shell_quoted("src/a.py"), "src/a.py");
  EXPECT_EQ(shell_quoted("a b"), "'a b'");
  EXPECT_EQ(shell_quoted("it's; rm -rf /"), "'it'\\''s; rm -rf /'");
  EXPECT_EQ(shell_quoted(""), "''");
}

struct Glob {
  const char* pattern;
  const char* path;
  bool matches;
};

TEST(Text, GlobsMatchPaths) {
  constexpr Glob globs[] = {{"migrations/**", "migrations/0001.sql", true},
                            {"migrations/**", "app/migrations/0001.sql", false},
                            {"**/migrations/**", "app/migrations/x/0001.sql", true},
                            {"**/migrations/**", "migrations/0001.sql", true},
                            {"*.py", "src/deep/a.py", true},
                            {"src/*.py", "src/deep/a.py", false},
                            {"src/**/*.py", "src/a.py", true},
                            {"setup.py", "pkg/setup.py", true},
                            {"/setup.py", "pkg/setup.py", false},
                            {"docs/", "docs/a/b.md", true},
                            {"src/**/a.py", "src/x/ba.py", false},
                            {"a/**b", "a/c/xb", true},
                            {"a***", "a", true},
                            {"a?c", "abc", true},
                            {"a?c", "a/c", false},
                            {"", "a", false}};
  for (const auto& [pattern, path, matches] : globs) {
    EXPECT_EQ(glob_matches(pattern, path), matches) << pattern << " on " << path;
  }
}

TEST(Text, AGlobOfManyStarsIsBounded) {
  EXPECT_FALSE(glob_matches(std::string(300, '*'), std::string(100, 'a')));
  std::string many;
  for (int i = 0; i < 100; ++i) many += "*a";
  EXPECT_FALSE(glob_matches(many + "b", std::string(4000, 'a')));
  EXPECT_TRUE(glob_matches(many, std::string(4000, 'a')));
}

TEST(Text, CountsEditsUpToALimit) {
  EXPECT_EQ(edit_distance("patern", "pattern"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("aaaaaaaaaaaa", "b", 3), 4u);
}

TEST(Text, KnowsPathsFromTheTop) {
  for (const char* path : {"/", "/srv/kiosk", "C:\\kiosk", "C:/kiosk"}) EXPECT_TRUE(is_absolute(path)) << path;
  for (const char* path : {"", "kiosk", "./a", "C:", "C:kiosk", "a:1"}) EXPECT_FALSE(is_absolute(path)) << path;
}

TEST(Text, ConfinesPaths) {
  for (const char* path : {"a", "a/b.c", ".github/x.yml", "a..b"}) EXPECT_TRUE(is_confined_path(path)) << path;
  for (const char* path : {"", "/etc/passwd", "../x", "a/../b", "a//b", "./a", "a\nb", "a/"}) {
    EXPECT_FALSE(is_confined_path(path)) << path;
  }
}

}  // namespace
}  // namespace regreen
