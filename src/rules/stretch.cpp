#include "rules/stretch.h"

#include "rules/fold.h"

#include <algorithm>
#include <cmath>

namespace regreen {
namespace {

constexpr std::size_t spellings_max = 1024;

// How common four folded bytes are in logs of builds, by their hash: 'a' for less than two in a million bytes, twice as
// often with each letter. Counted by script/commonness.
constexpr unsigned commonness_bits = 14;
constexpr std::string_view commonness_letters =
#include "rules/commonness.inc"
    ;
static_assert(commonness_letters.size() == 1U << commonness_bits);

double commonness(std::uint32_t folded) {
  return std::exp2(commonness_letters[hash_of(folded, commonness_bits)] - 'a');
}

// The members of a set, folded.
std::vector<std::uint32_t> folded_members(const CharSet& set) {
  std::vector<std::uint32_t> all;
  for (std::size_t c = 0; c < set.size(); ++c) {
    if (set[c]) all.push_back(fold(static_cast<unsigned char>(c)));
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// None where there are too many.
std::vector<std::uint32_t> spellings(const Spots& spots, std::size_t start) {
  if (spots[start + 1].repeats || spots[start + 2].repeats) return {};  // a window is of consecutive bytes
  std::vector<std::uint32_t> all = {0};
  for (std::size_t i = 0; i < window_bytes; ++i) {
    const auto members = folded_members(spots[start + i].set);
    if (all.size() * members.size() > spellings_max) return {};
    std::vector<std::uint32_t> longer;
    for (const auto front : all) {
      for (const auto c : members) longer.push_back(front | c << (8 * i));
    }
    all = std::move(longer);
  }
  return all;
}

}  // namespace

Stretch stretch_of(Spots spots) {
  Stretch best;
  double least = always;
  for (std::size_t start = 0; start + window_bytes <= spots.size(); ++start) {
    auto all = spellings(spots, start);
    if (all.empty()) continue;
    double sum = 0;
    for (const auto one : all) sum += commonness(one);
    if (sum >= least) continue;
    least = sum;
    best.window = start;
    best.spellings = std::move(all);
  }
  best.spots = std::move(spots);
  return best;
}

namespace {

// How likely the spots outside of its window fit where the window does: what follows in a log is one of some five
// characters, as a rule.
double chance_of(const Stretch& stretch) {
  constexpr double usual = 5;
  double chance = 1;
  for (std::size_t i = 0; i < stretch.spots.size(); ++i) {
    const bool is_window = i >= stretch.window && i < stretch.window + window_bytes;
    if (!is_window) chance *= std::min(1.0, static_cast<double>(stretch.spots[i].set.count()) / usual);
  }
  return chance;
}

}  // namespace

double cost_of(const std::vector<Stretch>& stretches) {
  std::vector<std::uint32_t> windows;  // many have one in common
  double cost = 0;
  for (const auto& stretch : stretches) {
    const double each = needle_cost + pattern_cost * chance_of(stretch);
    for (const auto one : stretch.spellings) cost += commonness(one) * each;
    windows.insert(windows.end(), stretch.spellings.begin(), stretch.spellings.end());
  }
  std::ranges::sort(windows);
  windows.erase(std::unique(windows.begin(), windows.end()), windows.end());
  for (const auto one : windows) cost += commonness(one);
  return cost;
}

}  // namespace regreen
