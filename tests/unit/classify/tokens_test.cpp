#include "classify/tokens.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regreen {
namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

TEST(Tokens, AreTheSameForEveryProjectsNamesAndNumbers) {
  EXPECT_EQ(tokens_of("could not open 'a.txt' after 3 tries").words,
            tokens_of("Could not open \"b.txt\" after 17 tries").words);
  EXPECT_EQ(tokens_of("fetching https://a.example/x.tgz").words, (Words{"fetching", "<url>"}));
  EXPECT_EQ(tokens_of("commit 0123abcdef99 is gone").words, (Words{"commit", "<hex>", "is", "gone"}));
}

TEST(Tokens, KeepNumbersThatMeanSomething) {
  EXPECT_EQ(tokens_of("exit code 137").words, (Words{"exit", "code", "137"}));
  EXPECT_EQ(tokens_of("HTTP 503").words, (Words{"http", "503"}));
  EXPECT_EQ(tokens_of("line 38").words, (Words{"line", "<0>"}));
}

TEST(Tokens, TakeNamesApart) {
  const auto parts = tokens_of("ModuleNotFoundError: HTTPServer my_old_name").parts;
  for (const auto* part : {"module", "not", "found", "error", "http", "server", "my", "old", "name"})
    EXPECT_TRUE(has(parts, part)) << part;
}

TEST(Tokens, SeeTheShapeOfALine) {
  EXPECT_TRUE(has(tokens_of("src/a.cpp:12:5: error: no").shapes, "file:0:0"));
  EXPECT_TRUE(has(tokens_of("src/a.cpp:12:5: error: no").shapes, "ext cpp"));
  EXPECT_TRUE(has(tokens_of("src/a.ts(3,7): error").shapes, "file(0"));
  EXPECT_TRUE(has(tokens_of("\tat shop.Cart.add(Cart.java:12)").shapes, "at f(file:0)"));
  EXPECT_TRUE(has(tokens_of("E   assert 1 == 2").shapes, "E"));
  EXPECT_TRUE(has(tokens_of("    ^~~~").shapes, "^~~"));
}

TEST(Tokens, AreBoundedWhateverTheLine) {
  EXPECT_LE(tokens_of(std::string(1 << 20, 'a')).words.size(), 60U);
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "a'b\"c/d:1 ";
  EXPECT_LE(tokens_of(many).words.size(), 60U);
  EXPECT_TRUE(tokens_of("").words.empty());
  tokens_of("\xff\xfe\x80 \xe2\x9c");
}

}  // namespace
}  // namespace regreen
