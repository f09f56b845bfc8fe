#include "base/run.h"

#include <gtest/gtest.h>

#include <string>

namespace regreen {
namespace {

// Every byte at every place of a text that is longer than two steps of sixteen.
template <class Kind>
void expect_runs_end_at_the_first_other_byte() {
  constexpr std::size_t size = 40;
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = static_cast<char>(byte);
      const std::size_t run = Kind::has(static_cast<unsigned char>(byte)) ? size : at;
      ASSERT_EQ(run_of<Kind>(text), run) << byte << " at " << at;
    }
  }
}

TEST(Run, EndsAtTheFirstByteOfAnotherKind) {
  expect_runs_end_at_the_first_other_byte<Printable>();
  expect_runs_end_at_the_first_other_byte<PrintableOrTab>();
  expect_runs_end_at_the_first_other_byte<NoControl>();
  EXPECT_EQ(run_of<Printable>(""), 0u);
}

TEST(Run, KindsDifferInTabsAndWhatLiesBeyondAscii) {
  const std::string text = "a\tb\xC3\xA9\x1B";
  EXPECT_EQ(run_of<Printable>(text), 1u);
  EXPECT_EQ(run_of<PrintableOrTab>(text), 3u);
  EXPECT_EQ(run_of<NoControl>(text), 5u);
}

}  // namespace
}  // namespace regreen
