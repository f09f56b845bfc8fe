#pragma once

#include <bit>
#include <cstddef>
#include <string_view>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regreen {

// Kinds of bytes: whether one is of the kind, and which of sixteen are not (all bits of those are set).

/// Printable ASCII.
struct Printable {
  static bool has(unsigned char byte) { return byte >= 0x20 && byte < 0x7F; }
#if defined(__SSE2__)
  static __m128i others(__m128i bytes) {  // as signed numbers bytes from 0x80 on are below 0x20 as well
    return _mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
  }
#endif
};

/// Printable ASCII and the tab.
struct PrintableOrTab {
  static bool has(unsigned char byte) { return Printable::has(byte) || byte == '\t'; }
#if defined(__SSE2__)
  static __m128i others(__m128i bytes) {
    return _mm_andnot_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')), Printable::others(bytes));
  }
#endif
};

/// All that does not control a terminal: printable ASCII, the tab, and whatever lies beyond ASCII.
struct NoControl {
  static bool has(unsigned char byte) { return PrintableOrTab::has(byte) || byte >= 0x80; }
#if defined(__SSE2__)
  static __m128i others(__m128i bytes) {
    const __m128i beyond = _mm_cmplt_epi8(bytes, _mm_setzero_si128());
    return _mm_andnot_si128(beyond, PrintableOrTab::others(bytes));
  }
#endif
};

/// The same, and the carriage return.
struct NoControlButReturn {
  static bool has(unsigned char byte) { return NoControl::has(byte) || byte == '\r'; }
#if defined(__SSE2__)
  static __m128i others(__m128i bytes) {
    return _mm_andnot_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')), NoControl::others(bytes));
  }
#endif
};

/// How many bytes at the front of a text are of one kind.
template <class Kind>
std::size_t run_of(std::string_view text) {
  std::size_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto others = static_cast<unsigned>(_mm_movemask_epi8(Kind::others(bytes)));
    if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others));
  }
#endif
  while (at < text.size() && Kind::has(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

}  // namespace regreen
