#include "read/utf16.h"

#include <cstdint>
#include <memory>

namespace regreen {
namespace {

constexpr char32_t replacement = 0xFFFD;

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

class Decoder {
 public:
  Decoder(Pull bytes, ByteOrder order) : bytes_(std::move(bytes)), order_(order) {}

  Result<std::string_view> next() {
    text_.clear();
    while (text_.empty() && !ended_) {
      const auto chunk = TRY(bytes_());
      for (const char c : chunk) take_byte(static_cast<unsigned char>(c));
      if (!chunk.empty()) continue;
      ended_ = true;
      if (half_byte_ || high_ != 0) append_utf8(text_, replacement);
    }
    return std::string_view(text_);
  }

 private:
  void take_byte(unsigned char byte) {
    if (!half_byte_) {
      first_ = byte;
    } else {
      take_unit(order_ == ByteOrder::little ? char32_t(byte) << 8 | first_ : char32_t(first_) << 8 | byte);
    }
    half_byte_ = !half_byte_;
  }

  void take_unit(char32_t unit) {
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (high_ != 0) {
      append_utf8(text_, low ? 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00) : replacement);
      high_ = 0;
      if (low) return;
    }
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else {
      append_utf8(text_, low ? replacement : unit);
    }
  }

  Pull bytes_;
  ByteOrder order_;
  std::string text_;
  char32_t high_ = 0;  // the first half of a character beyond U+FFFF
  unsigned char first_ = 0;
  bool half_byte_ = false, ended_ = false;
};

}  // namespace

Pull utf16_to_utf8(Pull bytes, ByteOrder order) {
  return [one = std::make_shared<Decoder>(std::move(bytes), order)] { return one->next(); };
}

}  // namespace regreen
