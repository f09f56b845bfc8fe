#include "read/scan.h"

#include "shipped/shipped.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t pieces = 100;  // far more than are scanned before the thread begins

// Many lines, none like another; some cut between two pieces. One in a hundred is a signal.
std::string long_text() {
  std::string text;
  for (std::size_t i = 0; text.size() < pieces * piece_bytes; ++i) {
    text += i % 100 == 0 ? "src/a" + std::to_string(i) + ".c:3:5: error: expected ';' before 'x'\n"
                         : std::string(i % 90, 'a' + static_cast<char>(i % 26)) + std::to_string(i) + "\n";
  }
  return text;
}

// Hands out a text in a buffer that is used again, as streams do.
struct Stream {
  std::string_view rest;
  std::size_t pieces_until_error = SIZE_MAX;
  std::string buffer = {};

  Pull pull() {
    return [this]() -> Result<std::string_view> {
      if (pieces_until_error-- == 0) return fail(ErrorKind::invalid, "the stream is cut");
      buffer.assign(rest.substr(0, piece_bytes));
      rest.remove_prefix(buffer.size());
      return std::string_view(buffer);
    };
  }
};

const RuleSet& rules() {
  static const RuleSet rules = shipped_rules();
  return rules;
}

TEST(Scan, AnswersTheLinesOfALongTextInTheirOrder) {
  const std::string text = long_text();
  Stream stream{text};
  Scan scan({"", stream.pull()}, rules());
  std::string read, whole;
  std::size_t count = 0, sightings = 0;
  while (const ScannedBlock* scanned = scan.next().value()) {
    const Block& block = scanned->block;
    ASSERT_EQ(block.first(), count + 1);
    for (std::size_t i = 0; i < block.size(); ++i) {
      read += std::string(block.line(i)) + "\n";
      whole += block.whole(i).text + "\n";
    }
    count += block.size();
    for (const auto& one : scanned->sightings)
      sightings += block.line(one.line).find("error: expected") != std::string::npos ? 1 : 0;
  }
  EXPECT_TRUE(read == text);
  EXPECT_TRUE(whole == text) << "what the bytes of a line say is asked for after the next ones were pulled";
  EXPECT_GE(sightings, count / 100);
}

TEST(Scan, TellsAnErrorAfterTheLinesBeforeIt) {
  for (const std::size_t good : {0u, 3u, 8u, 9u, 50u}) {
    const std::string text = long_text();
    Stream stream{text, good};
    Scan scan({"", stream.pull()}, rules());
    std::size_t blocks = 0;
    auto next = scan.next();
    for (; next && *next != nullptr; next = scan.next()) ++blocks;
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().message, "the stream is cut");
    EXPECT_EQ(blocks, good);
  }
}

TEST(Scan, MayBeLeftAtAnyPoint) {
  const std::string text = long_text();
  for (const std::size_t wanted : {0u, 1u, 8u, 9u, 12u, 40u}) {
    Stream stream{text};
    Scan scan({"", stream.pull()}, rules());
    for (std::size_t i = 0; i < wanted; ++i) ASSERT_NE(scan.next().value(), nullptr);
  }
}

TEST(Scan, EndsOnceAndForAll) {
  Stream stream{"one\ntwo"};
  Scan scan({"", stream.pull()}, rules());
  ASSERT_NE(scan.next().value(), nullptr);
  ASSERT_NE(scan.next().value(), nullptr) << "a last line without its end";
  EXPECT_EQ(scan.next().value(), nullptr);
  EXPECT_EQ(scan.next().value(), nullptr);
}

}  // namespace
}  // namespace regreen
