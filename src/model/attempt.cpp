#include "model/attempt.h"

#include "base/mask.h"
#include "base/sha256.h"
#include "base/text.h"

#include <array>

namespace regreen {
namespace {

constexpr std::size_t excerpt_bytes_max = 1024;

// The last whole lines that fit.
std::string end_of(std::string_view text) {
  if (text.size() > excerpt_bytes_max) {
    text.remove_prefix(text.size() - excerpt_bytes_max);
    if (const auto line = text.find('\n'); line + 1 < text.size()) text.remove_prefix(line + 1);
  }
  return valid_utf8(text);
}

}  // namespace

Witness witness_of(const Rehearsal& rehearsal) {
  const std::string printed = masked(rehearsal.output);
  return {rehearsal.exit, rehearsal.seconds, rehearsal.sandbox, sha256_hex(printed), end_of(printed)};
}

std::string_view reason_of(Rehearsal::End end) {
  constexpr std::array<std::string_view, 7> reasons = {"",
                                                       "it took too long",
                                                       "it used too much memory",
                                                       "it started too many processes",
                                                       "it printed too much",
                                                       "it filled its disk",
                                                       "it was not needed any more"};
  return reasons[static_cast<std::size_t>(end)];
}

bool helped(const Attempt& attempt) {
  return attempt.verdict == Verdict::fixed || attempt.verdict == Verdict::progressed;
}

}  // namespace regreen
