// Prints the literals that the shipped rules are looked for with, a line each: what to give other programs beside it.

#include <cstdio>
#include <set>
#include <string>

#include "rules/branches.h"
#include "shipped/shipped.h"

namespace regreen {
namespace {

// The byte that is meant by a spot, the small one of a letter in both cases; 0 where it may be one of several.
char literal_byte(NeedleSpot spot, const Needles& needles) {
  if (spot.code & NeedleSpot::repeats) return 0;
  if (!(spot.code & NeedleSpot::is_set)) return static_cast<char>(spot.code);
  const CharSet& set = needles.sets[spot.code & ~NeedleSpot::is_set];
  char meant = 0;
  for (int byte = 1; byte < 256; ++byte) {
    if (!set.test(static_cast<std::size_t>(byte))) continue;
    const char folded = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    if (meant != 0 && meant != folded) return 0;
    meant = folded;
  }
  return meant;
}

// The longest stretch of a needle that is one text.
std::string literal_of(const Needle& needle, const Needles& needles) {
  std::string longest, current;
  for (const NeedleSpot spot : needles.spots_of(needle.shape)) {
    const char byte = literal_byte(spot, needles);
    if (byte == 0 || byte == '\n') {
      current.clear();
    } else {
      current += byte;
    }
    if (current.size() > longest.size()) longest = current;
  }
  return longest;
}

void print_literals() {
  Branches branches;
  for (const Rule& rule : shipped_content().rules) add_rule(rule.pattern, branches);
  std::set<std::string> literals;
  for (const Needle& needle : branches.needles.all) literals.insert(literal_of(needle, branches.needles));
  literals.erase("");
  for (const std::string& literal : literals) std::puts(literal.c_str());
}

}  // namespace
}  // namespace regreen

int main() {
  regreen::print_literals();
}
