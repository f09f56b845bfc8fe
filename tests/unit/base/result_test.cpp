#include "base/result.h"

#include "base/hash.h"
#include "base/secret.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <type_traits>

namespace regreen {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::invalid, "it is odd");
  return number / 2;
}

Result<int> quarter(int number) {
  const int once = TRY(half(number));
  return half(once);
}

TEST(Result, TryTakesTheValueOrReturnsTheError) {
  EXPECT_EQ(quarter(8).value(), 2);
  EXPECT_EQ(quarter(6).error().message, "it is odd");
}

TEST(Result, AnErrorSaysWhatWasBeingDone) {
  EXPECT_EQ((Error{ErrorKind::denied, "no right"}.during("opening a").message), "opening a: no right");
}

TEST(Secret, CannotBeFormattedOrCompared) {
  static_assert(!fmt::is_formattable<Secret>::value);
  static_assert(!std::equality_comparable<Secret>);
  static_assert(!std::is_convertible_v<Secret, std::string>);
  EXPECT_EQ(Secret("token").reveal(), "token");
}

TEST(Hash, OfPiecesIsThatOfTheWhole) {
  Hash hash;
  for (const char* piece : {"one", "", " log"}) hash.add(piece);
  EXPECT_EQ(hash.hex(), hash_hex("one log"));
  EXPECT_EQ(Hash().hex(), hash_hex(""));
}

TEST(Hash, IsTheSameEverywhere) {
  EXPECT_EQ(hash_hex(""), "99aa06d3014798d86001c324468d497f") << "XXH3-128 of nothing, from its specification";
  EXPECT_EQ(hash_hex("a").size(), 32u);
}

}  // namespace
}  // namespace regreen
