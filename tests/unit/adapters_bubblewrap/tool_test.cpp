#include "opened.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

class Tool : public WithWorkspace {
 protected:
  Workspace::ToolRun run(const std::string& line, const Patch& patch = {}) {
    auto result = workspace_->run(patch, {line, {}, Network::none});
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? std::move(*result) : Workspace::ToolRun{};
  }
};
INSTANTIATE_TEST_SUITE_P(Each, Tool, testing::Values(Way::overlay, Way::copies, Way::unsafe),
                         testing::PrintToStringParamName());

TEST_P(Tool, answers_what_it_edited_made_and_deleted) {
  const ScratchRepository repository({{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d/e", "e"}, {"run.sh", "x"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result = run("echo new > a; rm b; chmod +x run.sh; mkdir n; printf '\\0\\1' > n/bin; touch c; exit 1");
  EXPECT_EQ(result.ended.exit, 1);
  Patch expected;
  expected.put({"a", "a", "new\n"});
  expected.put({"b", "b", std::nullopt});
  expected.put({"n/bin", std::nullopt, std::string("\0\1", 2)});
  expected.put({"run.sh", "x", "x", false, true});
  EXPECT_EQ(result.changes, expected) << unified_diff(result.changes);
}

TEST_P(Tool, leaves_out_ignored_files_links_and_git) {
  const ScratchRepository repository({{"a", "a"}, {".gitignore", "*.log\nnode_modules/\n"}, {"kept.log2", "k"}});
  repository.write("node_modules/m", "m");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result =
      run("echo x > x.log; echo x > node_modules/n; mkdir out; echo x > out/y.log; ln -s /etc/passwd link;"
          "git config user.name Eve; echo x > .git/hooks; mkfifo pipe; echo y > y");
  Patch expected;
  expected.put({"y", std::nullopt, "y\n"});
  EXPECT_EQ(result.changes, expected) << unified_diff(result.changes);
}

TEST_P(Tool, answers_what_it_did_on_top_of_the_patch) {
  const ScratchRepository repository({{"a", "a"}, {"b", "b"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Patch patch;
  patch.put({"a", "a", "patched\n"});
  patch.put({"new", std::nullopt, "n"});
  Patch expected;
  expected.put({"a", "patched\n", "patched\nformatted\n"});
  EXPECT_EQ(run("echo formatted >> a; touch new b", patch).changes, expected);
}

TEST_P(Tool, sees_deletions_of_a_whole_folder_that_was_made_again) {
  const ScratchRepository repository({{"d/a", "a"}, {"d/b", "b"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Patch expected;
  expected.put({"d/a", "a", std::nullopt});
  expected.put({"d/b", "b", std::nullopt});
  expected.put({"d/c", std::nullopt, "c\n"});
  EXPECT_EQ(run("rm -rf d; mkdir d; echo c > d/c").changes, expected);
}

TEST_P(Tool, is_understood_in_a_large_repository) {
  const ScratchRepository repository({{"a", "a"}, {"b", "b"}, {"d/x", "x"}, {".gitignore", "*.log\n"}});
  for (int i = 0; i < 1200; ++i) repository.write("many/f" + std::to_string(i), "x");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Patch expected;
  expected.put({"a", "a", "new\n"});
  expected.put({"b", "b", std::nullopt});
  expected.put({"d/x", "x", std::nullopt});
  expected.put({"d2/x", std::nullopt, "x"});
  expected.put({"many/f7", "x", "x", false, true});
  const auto result = run("echo new > a; rm b; mv d d2; chmod +x many/f7; touch many/f8; echo > x.log");
  EXPECT_EQ(result.changes, expected) << unified_diff(result.changes);
}

TEST_P(Tool, that_replaces_a_file_by_a_link_does_not_show_what_the_link_points_to) {
  const ScratchRepository repository({{"a", "a"}, {"folder/b", "b"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto changes = run("ln -sf /etc/passwd a; rm -rf folder; ln -s /etc folder").changes;
  for (const auto& change : changes.changes) EXPECT_FALSE(change.after) << change.path;
}

TEST_P(Tool, that_changes_too_much_is_an_error) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result = workspace_->run({}, {"for i in $(seq 6000); do echo > f$i; done", {}, Network::none});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::invalid);
}

TEST_P(Tool, of_a_user_with_odd_names_is_understood) {
  const ScratchRepository repository({{"with space", "a"}, {"-dash", "b"}, {"ü", "c"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(run("for f in *; do echo x > ./\"$f\"; done; echo x > $'new\\nline'").changes.paths(),
            (std::vector<std::string>{"-dash", "with space", "ü"}));
}

}  // namespace
}  // namespace regreen
