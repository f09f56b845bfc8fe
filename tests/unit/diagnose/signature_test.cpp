#include "diagnose/signature.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Diagnosis with(Captures captures, std::string text = "") {
  Diagnosis one;
  one.category = "test_failure";
  one.rule = {"a.rule"};
  one.captures = std::move(captures);
  one.evidence = {{{"", 1}, std::move(text)}};
  return one;
}

TEST(Signature, IsReadable) {
  EXPECT_EQ(readable_signature(with({{"module", "yaml"}, {"line", "3"}})), "a.rule module=yaml");
}

TEST(Signature, IsStableAcrossMachinesLinesAndRuns) {
  const auto one = with({{"file", "/home/runner/work/app/app/src/a.py"},
                         {"line", "3"},
                         {"detail", "took 3.2s at 0x7f3a in /tmp/pytest-1/x"}});
  const auto other =
      with({{"file", "src/a.py"}, {"line", "17"}, {"detail", "took 11.9s at 0x11bc in /tmp/pytest-2/x"}});
  EXPECT_EQ(signature_of(one), signature_of(other));
}

TEST(Signature, DiffersForFilesSymbolsAndTests) {
  EXPECT_NE(signature_of(with({{"file", "src/a.py"}})), signature_of(with({{"file", "src/b.py"}})));
  EXPECT_NE(signature_of(with({{"test", "test_a1"}})), signature_of(with({{"test", "test_a2"}})));
  EXPECT_NE(signature_of(with({{"symbol", "x"}})), signature_of(with({{"module", "x"}})));
}

TEST(Signature, OfAMistakeInAFileNamesTheFile) {
  auto one = with({{"message", "expected ':'"}}), other = one, elsewhere = one;
  one.category = other.category = elsewhere.category = "syntax_error";
  one.locations = {{"src/a.py", 1}};
  other.locations = {{"src/b.py", 1}};
  elsewhere.locations = {{"/builds/app/src/a.py", 7}};
  EXPECT_NE(signature_of(one), signature_of(other));
  EXPECT_EQ(signature_of(one), signature_of(elsewhere));
}

TEST(Signature, OfARuleThatCapturesNothingIsItsLineWithoutWhatVaries) {
  EXPECT_EQ(readable_signature(with({}, "2026-01-02T03:04:05Z worker 12 died after 300 ms (commit 0123abcd)")),
            "a.rule <time> worker N died after <duration> (commit <hex>)");
}

}  // namespace
}  // namespace regreen
