#include "read/prefix.h"

#include "base/character.h"

#include <algorithm>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regreen {
namespace {

// "2025-05-01T08:38:12.7690321Z", with any fraction and zone.
std::size_t moment_length(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00";
  if (!has_form(text, form)) return 0;
  std::size_t at = form.size();
  if (at < text.size() && text[at] == '.') at += 1 + digits_length(text.substr(at + 1));
  const std::string_view zone = text.substr(at);
  if (zone.starts_with('Z')) return at + 1;
  return has_form(zone, "+00:00") || has_form(zone, "-00:00") ? at + 6 : 0;
}

// GitLab puts "00O " behind its timestamps: a stream's number and kind, and '+' where a line goes on.
std::size_t gitlab_stream_length(std::string_view text) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  const bool is_stream = text.size() >= 4 && is_hex(text[0]) && is_hex(text[1]) && (text[2] == 'O' || text[2] == 'E') &&
                         (text[3] == ' ' || text[3] == '+');
  return is_stream ? 4 : 0;
}

}  // namespace

std::size_t digits_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) ++length;
  return length;
}

bool has_form(std::string_view text, std::string_view form) {
  if (text.size() < form.size()) return false;
  std::size_t i = 0;
#if defined(__SSE2__)
  for (const __m128i zero = _mm_set1_epi8('0'); i + 16 <= form.size(); i += 16) {
    const __m128i want = _mm_loadu_si128(reinterpret_cast<const __m128i*>(form.data() + i));
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i value = _mm_sub_epi8(bytes, zero);  // of a digit 0 to 9, of all else more, as a number without a sign
    const __m128i digit = _mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8(9)), value);
    const __m128i fits = _mm_or_si128(_mm_cmpeq_epi8(bytes, want), _mm_and_si128(digit, _mm_cmpeq_epi8(want, zero)));
    if (_mm_movemask_epi8(fits) != 0xFFFF) return false;
  }
#endif
  for (; i < form.size(); ++i) {
    if (form[i] == '0' ? !is_digit(text[i]) : form[i] != text[i]) return false;
  }
  return true;
}

std::size_t columns_length(std::string_view text) {
  const std::string_view front = text.substr(0, prefix_bytes_max);
  const std::size_t first = front.find('\t');
  const std::size_t second = first == std::string_view::npos ? first : front.find('\t', first + 1);
  return second == std::string_view::npos ? 0 : second + 1;
}

std::size_t stamp_length(std::string_view text) {
  const bool bracket = text.starts_with('[');
  std::size_t length = moment_length(text.substr(bracket ? 1 : 0));
  if (length == 0) return 0;
  if (bracket && !text.substr(++length).starts_with(']')) return 0;
  if (bracket) ++length;
  if (length == text.size()) return length;
  if (text[length] != ' ' && text[length] != '\t') return 0;
  ++length;
  return length + gitlab_stream_length(text.substr(length));
}

std::size_t mark_length(std::string_view text) {
  constexpr std::size_t longest = 12;
  std::size_t length = 0;
  while (length < text.size() && length < longest && static_cast<unsigned char>(text[length]) >= 0x80) ++length;
  return length;
}

std::size_t prefix_length(std::string_view text) {
  if (!may_have_prefix(text)) return 0;
  const std::size_t mark = mark_length(text), stamp = stamp_length(text.substr(mark));
  return stamp == 0 ? 0 : mark + stamp;
}

std::size_t numbers_length(std::string_view text, std::string_view behind) {
  std::size_t at = 0;
  for (const char byte : behind) {
    const std::size_t number = digits_length(text.substr(at));
    at += number;
    if (number == 0 || at >= text.size() || text[at++] != byte) return 0;
  }
  return at;
}

std::size_t build_step_length(std::string_view text) {
  if (!text.starts_with('#')) return 0;
  const std::size_t length = numbers_length(text.substr(1), " . ");
  return length == 0 ? 0 : length + 1;
}

}  // namespace regreen
