#include "base/character_bits.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace regreen {
namespace {

using Runs = std::vector<std::pair<std::size_t, std::size_t>>;

Runs plain_runs(std::string_view text, unsigned char kind, std::size_t least) {
  Runs runs;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::size_t end = begin;
    while (end < text.size() && is(text[end], kind)) ++end;
    if (end - begin >= least) runs.emplace_back(begin, end);
    begin = end;
  }
  return runs;
}

template <unsigned char kind>
void expect_as_one_by_one(std::string_view text) {
  for (std::size_t at = 0; at <= text.size() + 1; ++at) {
    const std::uint32_t bits = character_bits<kind>(text, at);
    for (std::size_t i = 0; i < 32; ++i) {
      const bool expected = i < character_bits_max && at + i < text.size() && is(text[at + i], kind);
      ASSERT_EQ((bits >> i & 1) != 0, expected) << text << " " << at << " " << i;
    }
  }
  for (const std::size_t least : {1, 12, 16, 17, 24, 40}) {
    Runs runs;
    for_each_run<kind>(text, least, [&](std::size_t begin, std::size_t end) { runs.emplace_back(begin, end); });
    ASSERT_EQ(runs, plain_runs(text, kind, least)) << text << " " << least;
  }
}

template <unsigned char kind>
void expect_any_text() {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  expect_as_one_by_one<kind>(all);
  std::mt19937 random(7);
  const std::string alphabet = "aZ09_-.+/= @{\x7F\x80\xFF";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t size = random() % 90, odd_ones = 1 + random() % 40;
    while (text.size() < size) text += random() % odd_ones == 0 ? alphabet[random() % alphabet.size()] : 'x';
    expect_as_one_by_one<kind>(text);
  }
}

TEST(CharacterBits, AreThoseOfEachCharacter) {
  expect_any_text<alnum>();
  expect_any_text<dashed>();
  expect_any_text<dotted | encoded>();
  expect_any_text<hex>();
}

}  // namespace
}  // namespace regreen
