#pragma once

#include "base/character.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regreen {

/// So many characters are looked at together.
inline constexpr std::size_t character_bits_max = 16;

/// Which characters are of a kind: bit i for the one at `at` + i. Those behind the end of the text are of none.
template <unsigned char kind>
std::uint32_t character_bits(std::string_view text, std::size_t at);

/// Calls visit(begin, end) for each longest run of characters of a kind that has at least `least` of them, one or more.
template <unsigned char kind, class Visit>
void for_each_run(std::string_view text, std::size_t least, Visit visit);

namespace character_bits_detail {

template <unsigned char kind>
std::uint32_t one_by_one(std::string_view text) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) bits |= static_cast<std::uint32_t>(is(text[i], kind)) << i;
  return bits;
}

#if defined(__SSE2__)

struct Range {
  int first, last;
};

constexpr bool begins_range(int c, unsigned char kind) {
  const auto has = [&](int one) { return one >= 0 && is(static_cast<char>(one), kind); };
  return has(c) && !has(c - 1);
}

// The characters of a kind, which are few ranges of ASCII.
template <unsigned char kind>
constexpr auto ranges = [] {
  constexpr std::size_t count = [] {
    std::size_t all = 0;
    for (int c = 0; c < 128; ++c) all += begins_range(c, kind);
    return all;
  }();
  std::array<Range, count> all{};
  std::size_t next = 0;
  for (int c = 0; c < 128; ++c) {
    if (!begins_range(c, kind)) continue;
    int last = c;
    while (last + 1 < 128 && is(static_cast<char>(last + 1), kind)) ++last;
    all[next++] = {c, last};
  }
  return all;
}();

// Signed bytes are all that can be compared: the range is moved to where they begin.
inline __m128i in_range(__m128i bytes, Range range) {
  const auto of = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  return _mm_cmplt_epi8(_mm_sub_epi8(bytes, of(range.first + 128)), of(range.last - range.first + 1 - 128));
}

template <unsigned char kind>
std::uint32_t sixteen(const char* text) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, in_range(bytes, ranges<kind>[i]))), ...);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(found));
  }
  (std::make_index_sequence<ranges<kind>.size()>());
}

#endif

}  // namespace character_bits_detail

template <unsigned char kind>
std::uint32_t character_bits(std::string_view text, std::size_t at) {
  using namespace character_bits_detail;
#if defined(__SSE2__)
  if (at + character_bits_max <= text.size()) return sixteen<kind>(text.data() + at);
  if (text.size() >= character_bits_max && at < text.size()) {
    const std::size_t last = text.size() - character_bits_max;
    return sixteen<kind>(text.data() + last) >> (at - last);
  }
#endif
  return at < text.size() ? one_by_one<kind>(text.substr(at, character_bits_max)) : 0;
}

template <unsigned char kind, class Visit>
void for_each_run(std::string_view text, std::size_t least, Visit visit) {
  std::size_t begin = 0;  // of the run that goes on
  const auto end_run = [&](std::size_t end) {
    if (end - begin >= least) visit(begin, end);
    begin = end + 1;
  };
  for (std::size_t at = 0; at < text.size(); at += character_bits_max) {
    const std::size_t count = std::min(text.size() - at, character_bits_max);
    std::uint32_t others = ~character_bits<kind>(text, at) & ((1U << count) - 1);
    for (; others != 0; others &= others - 1) end_run(at + static_cast<std::size_t>(std::countr_zero(others)));
  }
  end_run(text.size());
}

}  // namespace regreen
