#include "read/learnt_prefix.h"

#include "read/block.h"
#include "read/lines.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace regreen {
namespace {

constexpr std::size_t head_bytes = 4096;

// The text in pieces; it must outlive them.
Peeked peeked(const std::string& text) {
  auto pull = [&text, at = std::size_t{0}]() mutable -> Result<std::string_view> {
    const std::string_view next = std::string_view(text).substr(std::min(at, text.size()), 700);
    at += next.size();
    return next;
  };
  return peek(pull, head_bytes).value();
}

// What is left of the lines, by both readers.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> plainly, quickly;
  const Peeked one = peeked(text), other = peeked(text);
  LineReader reader(one);
  for (Line line; reader.next(line).value();) plainly.push_back(line.text);
  Blocks blocks(other);
  for (Block block; blocks.next(block).value();) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      quickly.emplace_back(block.line(i));
      EXPECT_EQ(block.whole(i).text, block.line(i));
    }
  }
  EXPECT_EQ(plainly, quickly);
  return plainly;
}

// Twenty lines, each behind a prefix in which "{}" is the number of a second.
std::string many(const std::string& prefix, const std::string& line = "error: it is late") {
  std::string text;
  for (int second = 10; second < 30; ++second) text += fmt::format(fmt::runtime(prefix), second) + line + "\n";
  return text;
}

TEST(LearntPrefix, IsCutFromTheFirstLineOn) {
  for (const char* prefix : {
           "12:04:{}  ",
           "[00:01:{}] ",
           "[12:04:{}] :\t [Step 1/3] ",
           "[12:04:{}]W:\t [Step 1/3] ",
           "[12:04:{}.123] ",
           "12:04:{}.123\t",
           "9:04:{} AM: ",
           "[   {}s] ",
           "2024-03-04 12:04:{}.123456 | node | ",
           "2024/03/04 12:04:{} ",
           "web-1  | ",
           "[CI/build the shop]   | ",
           "[shop/unit] ",
           "[@shop/web]: ",
           "[0] ",
           "     [exec] ",
           "@shop/web: ",
           "@shop/web:build: ",
           "web:build: ",
           "packages/web build: ",
           "Step #1: ",
           "Step #1 - \"build\": ",
           "remote:        ",
           "shop-1.2> ",
           "       > ",
           "| ",
           "│ ",
           "12: ",
           "2024-03-04T12:04:{}.123Z web-1  | ",
           "\x1b[36mweb-1  | \x1b[0m",
       }) {
    for (const auto& line : lines_of(many(prefix))) EXPECT_EQ(line, "error: it is late") << prefix;
  }
}

TEST(LearntPrefix, IsNotWhatProgramsSayThemselves) {
  for (const char* prefix :
       {"error: ", "[ERROR] ", "[info] ", "[FAIL] ", "[Pipeline] ", "main.c:12: ", "remote: ", "/usr/bin/ld: ", "   | ",
        "12 | ", "FAIL ", "[{}] ", "[{}/30] ", "> ", "- ", "ERROR:root: "}) {
    const std::string text = many(prefix, "it is late");
    for (const auto& line : lines_of(text)) EXPECT_TRUE(line.ends_with(" it is late")) << line;
    EXPECT_TRUE(lines_of(text).back().starts_with(std::string(prefix).substr(0, 1))) << prefix;
  }
  const std::string row = "| 12 | shop |\n";
  for (const auto& line : lines_of(row + row + row + row + row + row + row + row + row)) EXPECT_EQ(line + "\n", row);
}

TEST(LearntPrefix, IsLearntAmidALog) {
  std::string text(head_bytes, '\n');
  text += "web-1  | one\nweb-1  | two\nweb-1  | three\nweb-1  |\ndb-1   | other\nweb-1  | four\n";
  const auto lines = lines_of(text);
  const std::vector<std::string> last(lines.end() - 6, lines.end());
  EXPECT_EQ(last, (std::vector<std::string>{"web-1  | one", "web-1  | two", "three", "", "db-1   | other", "four"}));
}

TEST(LearntPrefix, ThatLernaTellsWithACommand) {
  EXPECT_EQ(lines_of("basket: > basket@1.0.0 test\nbasket: > jest\nbasket: FAIL price.test.js\n"),
            (std::vector<std::string>{"> basket@1.0.0 test", "> jest", "FAIL price.test.js"}));
}

TEST(LearntPrefix, OfTwoProgramsInTurn) {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "web-1  | a\ndb-1   | b\n";
  for (const auto& line : lines_of(text)) EXPECT_EQ(line.size(), 1u);
}

TEST(LearntPrefix, RemembersNoMoreThanItMay) {
  std::string text;
  for (int name = 0; name < 5000; ++name) {
    for (int i = 0; i < 3; ++i) text += fmt::format("web-{}  | a\n", name);
  }
  EXPECT_EQ(lines_of(text).size(), 15000u);
}

}  // namespace
}  // namespace regreen
