#include "net/rs256.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(SignToken, RefusesWhatIsNoKeyAndQuotesNothingOfIt) {
  for (const char* text :
       {"", "s3cret", "-----BEGIN RSA PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\ns3cret\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMIIBVQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----"}) {
    const auto token = sign_token("{}", Secret(text));
    ASSERT_FALSE(token) << text;
    EXPECT_EQ(token.error().kind, ErrorKind::invalid);
    EXPECT_EQ(token.error().message.find("s3cret"), std::string::npos);
  }
}

}  // namespace
}  // namespace regreen
