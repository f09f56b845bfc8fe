#include "net/base64.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

// The vectors of RFC 4648, section 10.
TEST(Base64, IsAsTheStandardSays) {
  const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64, KeepsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
}

TEST(Base64, ComesInLines) { EXPECT_EQ(from_base64("Zm9v\nYmFy\r\n"), "foobar"); }

TEST(Base64, RefusesWhatItIsNot) {
  for (const char* text : {"Zm9v!", "Z", "Zg==Zg==", "Zg=x", "Z=", "Zm 9v"}) {
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace regreen
