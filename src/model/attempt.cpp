#include "model/attempt.h"

#include <array>

namespace regreen {

std::string_view reason_of(Rehearsal::End end) {
  constexpr std::array<std::string_view, 6> reasons = {
      "", "it took too long", "it used too much memory", "it started too many processes", "it printed too much", "it filled its disk"};
  return reasons[static_cast<std::size_t>(end)];
}

bool helped(const Attempt& attempt) {
  return attempt.verdict == Verdict::fixed || attempt.verdict == Verdict::progressed;
}

}  // namespace regreen
