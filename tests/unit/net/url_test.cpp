#include "net/url.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Url, OriginIsSchemeHostAndPort) {
  EXPECT_EQ(origin_of("https://API.GitHub.com/repos"), (HttpOrigin{"https", "api.github.com", "443"}));
  EXPECT_EQ(origin_of("http://127.0.0.1:8080?x"), (HttpOrigin{"http", "127.0.0.1", "8080"}));
  EXPECT_EQ(origin_of("http://[::1]:99/"), (HttpOrigin{"http", "[::1]", "99"}));
  EXPECT_EQ(origin_of("https://[::1]"), (HttpOrigin{"https", "[::1]", "443"}));
  EXPECT_NE(origin_of("https://a.example.org"), origin_of("https://a.example.org:444"));
  EXPECT_NE(origin_of("https://a.example.org"), origin_of("http://a.example.org:443"));
}

TEST(Url, NothingElseHasAnOrigin) {
  for (const char* text : {"", "api.github.com", "ftp://a/", "file:///etc/passwd", "https://", "https:///x",
                           "https://user:word@a/", "//a/b"}) {
    EXPECT_TRUE(origin_of(text).host.empty()) << text;
  }
  EXPECT_EQ(origin_of("https://a.example\\@b.example/").host, "a.example") << "as browsers and curl read it";
}

TEST(Url, LoopbackIsThisMachineOnly) {
  EXPECT_TRUE(is_loopback(origin_of("http://127.0.0.2:1")));
  EXPECT_TRUE(is_loopback(origin_of("http://localhost")));
  EXPECT_TRUE(is_loopback(origin_of("http://[::1]")));
  EXPECT_FALSE(is_loopback(origin_of("http://128.0.0.1")));
  EXPECT_FALSE(is_loopback(origin_of("http://localhost.example.org")));
}

TEST(Url, EscapesAllThatIsNotUnreserved) {
  EXPECT_EQ(escaped("topic/a b&c=é"), "topic%2Fa%20b%26c%3D%C3%A9");
  EXPECT_EQ(escaped("A-z_0.~"), "A-z_0.~");
}

}  // namespace
}  // namespace regreen
