#include "adapters/github/submodules.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string meant(std::string_view address) {
  return repository_meant(address, "https://github.com", "owner/name").value_or("none");
}

TEST(Submodules, BeginAtTheRepositoryThatHasThem) {
  EXPECT_EQ(meant("../lib.git"), "owner/lib");
  EXPECT_EQ(meant("../../other/lib"), "other/lib");
  EXPECT_EQ(meant("../../../other/lib"), "none");
  EXPECT_EQ(meant("../../lib"), "none");
  EXPECT_EQ(meant("./lib"), "none") << "a repository within a repository";
}

TEST(Submodules, AreOnTheSameServerHoweverThatIsSaid) {
  for (const char* address : {"https://github.com/o/lib.git", "https://github.com/o/lib/", "git@github.com:o/lib.git",
                              "ssh://git@github.com/o/lib.git", "https://user:secret@github.com/o/lib"}) {
    EXPECT_EQ(meant(address), "o/lib") << address;
  }
}

TEST(Submodules, LeadToNoOtherHost) {
  for (const char* address :
       {"https://github.com.example.org/o/lib", "https://example.org/github.com/o/lib", "git@example.org:o/lib",
        "file:///o/lib", "/o/lib", "ext::sh -c id", "https://github.com/o/lib/../../x", "http://127.0.0.1/o/lib",
        "-u./payload:o/n", "https://github.com/", ""}) {
    EXPECT_EQ(meant(address), "none") << address;
  }
}

}  // namespace
}  // namespace regreen
