#include "adapters/bubblewrap/git_folder.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(GitFolder, takes_user_information_out_of_addresses) {
  EXPECT_EQ(without_user("https://ada:pw@example.com/x.git"), "https://example.com/x.git");
  EXPECT_EQ(without_user("https://token@example.com"), "https://example.com");
  EXPECT_EQ(without_user("https://a:p@ss@example.com/x"), "https://example.com/x");
  EXPECT_EQ(without_user("https://example.com/@scope"), "https://example.com/@scope");
  EXPECT_EQ(without_user("git@example.com:x.git"), "git@example.com:x.git");
  EXPECT_EQ(without_user("../x"), "../x");
}

TEST(GitFolder, writes_configuration_that_git_reads_back) {
  const ScratchRepository repository;
  const std::string value = "a \"quoted\" \\ value # ; with\nlines";
  write_text(repository.outside("config"),
             config_entry("user.name", value) + config_entry("remote.or\"i.gin\\.url", "https://example.com"));
  EXPECT_EQ(repository.git({"config", "-f", repository.outside("config"), "user.name"}), value);
  EXPECT_EQ(repository.git({"config", "-f", repository.outside("config"), "remote.or\"i.gin\\.url"}),
            "https://example.com");
}

}  // namespace
}  // namespace regreen
