#include "rules/needle.h"

#include <algorithm>
#include <cmath>

namespace regreen {
namespace {

constexpr std::size_t window_bytes = 4;
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
  for (std::uint32_t c = 0; c < set.size(); ++c) {
    if (set[c]) all.push_back(c | 0x20U);
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

Window window_of(const Spots& spots) {
  Window best;
  for (std::size_t start = 0; start + window_bytes <= spots.size(); ++start) {
    const auto all = spellings(spots, start);
    double sum = all.empty() ? Window::always : 0;
    for (const auto one : all) sum += commonness(one);
    if (sum < best.commonness) best = {start, sum};
  }
  return best;
}

namespace {

// How likely the spots outside of its window fit where the window does: of the characters of logs, some fifty are usual.
double chance_of(const Needle& needle) {
  constexpr double usual = 50;
  double chance = 1;
  for (std::size_t i = 0; i < needle.spots.size(); ++i) {
    const bool is_window = i >= needle.window && i < needle.window + window_bytes;
    if (!is_window) chance *= std::min(1.0, static_cast<double>(needle.spots[i].set.count()) / usual);
  }
  return chance;
}

}  // namespace

double cost_of(const std::vector<Needle>& needles) {
  std::vector<std::uint32_t> all;  // many needles have a window in common
  double chances = 0;
  for (const auto& needle : needles) {
    for (const auto one : spellings_of(needle)) all.push_back(one);
    chances += chance_of(needle);
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  double windows = 0;
  for (const auto one : all) windows += commonness(one);
  return windows * (1 + pattern_cost * chances / static_cast<double>(needles.size()));
}

namespace {

bool holds(const Spot& spot, char c) { return spot.set[static_cast<unsigned char>(c)]; }

// Goes on behind a spot whose first byte was seen just before `at`.
void pass(const Spot& spot, std::string_view text, std::size_t& at) {
  while (spot.repeats && at < text.size() && holds(spot, text[at])) ++at;
}

void pass_back(const Spot& spot, std::string_view text, std::size_t& at) {
  while (spot.repeats && at > 0 && holds(spot, text[at - 1])) --at;
}

}  // namespace

bool stands(const Needle& needle, std::string_view text, std::size_t at) {
  const auto& spots = needle.spots;
  for (std::size_t i = 0; i < window_bytes; ++i) {
    if (!holds(spots[needle.window + i], text[at + i])) return false;
  }
  std::size_t end = at + window_bytes;
  pass(spots[needle.window + window_bytes - 1], text, end);
  for (std::size_t i = needle.window + window_bytes; i < spots.size(); ++i) {
    if (end >= text.size() || !holds(spots[i], text[end])) return false;
    pass(spots[i], text, ++end);
  }
  pass_back(spots[needle.window], text, at);
  for (std::size_t i = needle.window; i-- > 0;) {
    if (at == 0 || !holds(spots[i], text[at - 1])) return false;
    pass_back(spots[i], text, --at);
  }
  return true;
}

std::vector<std::uint32_t> spellings_of(const Needle& needle) { return spellings(needle.spots, needle.window); }

}  // namespace regreen
