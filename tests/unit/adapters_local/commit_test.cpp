#include "adapters/local/forge.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::unique_ptr<Forge> forge_of(const ScratchRepository& repository) {
  return std::move(*open_local_forge({repository.path(), "", repository.state()}));
}

Proposal commit(std::vector<FileChange> changes) {
  Proposal proposal;
  proposal.mode = DeliveryMode::commit;
  proposal.message = "Declare lodash\n\nFixed-by: regreen\n";
  for (auto& change : changes) proposal.patch.put(std::move(change));
  return proposal;
}

TEST(Commit, has_the_files_of_the_patch_and_nothing_else) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"b.txt", "b\n"}, {"c.txt", "c\n"}});
  const auto parent = repository.git({"rev-parse", "HEAD"});
  repository.write("b.txt", "staged\n");
  repository.git({"add", "b.txt"});
  repository.write("c.txt", "edited\n");
  repository.write("untracked", "u");
  ASSERT_TRUE(
      forge_of(repository)
          ->apply(commit({{"a.txt", "one\n", "two\n"}, {"new/x.sh", std::nullopt, "#!/bin/sh\n", false, true}})));
  EXPECT_EQ(repository.git({"rev-parse", "HEAD~1"}), parent);
  EXPECT_EQ(repository.git({"show", "--name-status", "--format=%an <%ae>%n%B", "HEAD"}),
            "Ada <ada@example.com>\nDeclare lodash\n\nFixed-by: regreen\n\n\nM\ta.txt\nA\tnew/x.sh");
  EXPECT_EQ(repository.git({"ls-tree", "HEAD", "new/x.sh"}).substr(0, 6), "100755");
  EXPECT_EQ(repository.git({"status", "--porcelain"}), "M  b.txt\n M c.txt\n?? untracked");
  EXPECT_EQ(repository.git({"symbolic-ref", "HEAD"}), "refs/heads/main");
}

TEST(Commit, deletes_files) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"b.txt", "b\n"}});
  ASSERT_TRUE(forge_of(repository)->apply(commit({{"b.txt", "b\n", std::nullopt}})));
  EXPECT_EQ(repository.git({"ls-files"}), "a.txt");
  EXPECT_EQ(repository.git({"status", "--porcelain"}), "");
}

TEST(Commit, is_made_once) {
  const ScratchRepository repository;
  const auto forge = forge_of(repository);
  const auto proposal = commit({{"a.txt", "one\n", "two\n"}});
  ASSERT_TRUE(forge->apply(proposal));
  const auto head = repository.git({"rev-parse", "HEAD"});
  ASSERT_TRUE(forge->apply(proposal));
  EXPECT_EQ(repository.git({"rev-parse", "HEAD"}), head);
}

TEST(Commit, runs_no_hooks) {
  const ScratchRepository repository;
  for (const char* hook : {"pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"}) {
    const auto path = repository / (".git/hooks/" + std::string(hook));
    write_text(path, "#!/bin/sh\ntouch " + repository.outside("ran") + "\nexit 1\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  }
  ASSERT_TRUE(forge_of(repository)->apply(commit({{"a.txt", "one\n", "two\n"}})));
  EXPECT_FALSE(std::filesystem::exists(repository.outside("ran")));
}

TEST(Commit, applies_the_line_ends_that_git_keeps) {
  const ScratchRepository repository({{".gitattributes", "*.txt text eol=crlf\n"}, {"a.txt", "one\r\n"}});
  ASSERT_TRUE(forge_of(repository)->apply(commit({{"a.txt", "one\r\n", "two\r\n"}})));
  EXPECT_EQ(repository.git({"cat-file", "blob", "HEAD:a.txt"}), "two");
  EXPECT_EQ(repository.read("a.txt"), "two\r\n");
  EXPECT_EQ(repository.git({"status", "--porcelain"}), "");
}

void expect_refused(const ScratchRepository& repository, const Proposal& proposal, const std::string& why) {
  const auto head = repository.git({"rev-parse", "HEAD"});
  const auto text = repository.read("a.txt");
  const auto result = forge_of(repository)->apply(proposal);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::denied);
  EXPECT_NE(result.error().message.find(why), std::string::npos) << result.error().message;
  EXPECT_EQ(repository.git({"rev-parse", "HEAD"}), head);
  EXPECT_EQ(repository.read("a.txt"), text);
}

TEST(Commit, is_refused_on_a_detached_head) {
  const ScratchRepository repository;
  repository.git({"checkout", "-q", "--detach"});
  expect_refused(repository, commit({{"a.txt", "one\n", "two\n"}}), "detached");
}

TEST(Commit, is_refused_during_a_merge) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"b", "b"}});
  repository.git({"checkout", "-q", "-b", "other"});
  repository.write("b", "other");
  repository.commit("other");
  repository.git({"checkout", "-q", "main"});
  repository.git({"merge", "-q", "--no-commit", "--no-ff", "other"});
  expect_refused(repository, commit({{"a.txt", "one\n", "two\n"}}), "a merge is in progress");
}

TEST(Commit, is_refused_where_its_files_have_staged_changes) {
  const ScratchRepository repository;
  repository.write("a.txt", "staged\n");
  repository.git({"add", "a.txt"});
  repository.write("a.txt", "one\n");
  expect_refused(repository, commit({{"a.txt", "one\n", "two\n"}}), "staged changes");
}

TEST(Commit, is_refused_where_its_files_have_uncommitted_edits) {
  const ScratchRepository repository;
  repository.write("a.txt", "mine\n");
  expect_refused(repository, commit({{"a.txt", "mine\n", "two\n"}}), "uncommitted edits");
}

TEST(Commit, takes_over_what_was_applied_before) {
  const ScratchRepository repository;
  auto proposal = commit({{"a.txt", "one\n", "two\n"}});
  proposal.mode = DeliveryMode::apply;
  ASSERT_TRUE(forge_of(repository)->apply(proposal));
  proposal.mode = DeliveryMode::commit;
  ASSERT_TRUE(forge_of(repository)->apply(proposal));
  EXPECT_EQ(repository.git({"status", "--porcelain"}), "");
  EXPECT_EQ(repository.git({"show", "HEAD:a.txt"}), "two");
}

}  // namespace
}  // namespace regreen
