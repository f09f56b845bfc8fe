#include "adapters/local/forge.h"
#include "adapters/local/identify.h"
#include "support/scratch.h"
#include "support/swap.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace regreen {
namespace {

std::unique_ptr<Forge> forge_of(const ScratchRepository& repository) {
  auto forge = open_local_forge({repository.path(), "", repository.state()});
  EXPECT_TRUE(forge) << (forge ? "" : forge.error().message);
  return std::move(*forge);
}

Proposal apply(std::vector<FileChange> changes) {
  Proposal proposal;
  proposal.mode = DeliveryMode::apply;
  for (auto& change : changes) proposal.patch.put(std::move(change));
  return proposal;
}

TEST(Apply, edits_creates_and_deletes_files_and_nothing_else) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"gone.txt", "x"}, {"run.sh", "#!/bin/sh\n"}, {"kept", "k"}});
  const auto git_before = ScratchRepository::snapshot(repository / ".git");
  ASSERT_TRUE(forge_of(repository)
                  ->apply(apply({{"a.txt", "one\n", "two\n"},
                                 {"gone.txt", "x", std::nullopt},
                                 {"new/deep/b.txt", std::nullopt, "b"},
                                 {"run.sh", "#!/bin/sh\n", "#!/bin/sh\n", false, true}})));
  EXPECT_EQ(repository.read("a.txt"), "two\n");
  EXPECT_FALSE(repository.has("gone.txt"));
  EXPECT_EQ(repository.read("new/deep/b.txt"), "b");
  EXPECT_EQ(mode_of(repository / "run.sh") & 0111, (mode_of(repository / "run.sh") & 0444) >> 2);
  EXPECT_EQ(repository.read("kept"), "k");
  EXPECT_EQ(ScratchRepository::snapshot(repository / ".git"), git_before);
  EXPECT_EQ(repository.git({"status", "--porcelain"}), " M a.txt\n D gone.txt\n M run.sh\n?? new/");
}

TEST(Apply, is_not_led_outside_by_a_folder_that_becomes_a_link_meanwhile) {
  const ScratchRepository repository({{"deep/a.txt", "one\n"}});
  write_text(repository.outside("other/a.txt"), "one\n");
  const auto outside = ScratchRepository::snapshot(repository.outside("other"));
  std::filesystem::create_directory_symlink(repository.outside("other"), repository / "link");
  const auto forge = forge_of(repository);
  int applied = 0;
  {
    const Swap swap(repository / "deep", repository / "link");
    for (int i = 0; i < 40; ++i) {
      const bool there = i % 2 == 0;
      applied += forge
                     ->apply(apply({{"deep/a.txt", there ? "one\n" : "two\n", there ? "two\n" : "one\n"},
                                    {"deep/new.txt", std::nullopt, "new"}}))
                     .has_value();
    }
  }
  EXPECT_EQ(ScratchRepository::snapshot(repository.outside("other")), outside) << applied << " were applied";
}

TEST(Apply, keeps_the_mode_of_a_file) {
  const ScratchRepository repository;
  chmod((repository / "a.txt").c_str(), 0640);
  ASSERT_TRUE(forge_of(repository)->apply(apply({{"a.txt", "one\n", "two\n"}})));
  EXPECT_EQ(mode_of(repository / "a.txt"), 0640U);
}

TEST(Apply, changes_nothing_when_done_twice) {
  const ScratchRepository repository;
  const auto forge = forge_of(repository);
  const auto proposal = apply({{"a.txt", "one\n", "two\n"}, {"b", std::nullopt, "b"}});
  ASSERT_TRUE(forge->apply(proposal));
  const auto after = ScratchRepository::snapshot(repository.path());
  ASSERT_TRUE(forge->apply(proposal));
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), after);
}

TEST(Apply, leaves_no_journal_behind) {
  const ScratchRepository repository;
  ASSERT_TRUE(forge_of(repository)->apply(apply({{"a.txt", "one\n", "two\n"}, {"b", std::nullopt, "b"}})));
  for (const auto& [path, what] : ScratchRepository::snapshot(repository.state())) {
    EXPECT_FALSE(path.find("apply-") != std::string::npos) << path;
  }
}

// Every refusal leaves all files as they were, those before the refused one included.
struct Refused {
  const char* why;
  FileChange change;
};

void PrintTo(const Refused& refused, std::ostream* out) { *out << refused.change.path << ": " << refused.why; }

class Refusal : public testing::TestWithParam<Refused> {};

TEST_P(Refusal, changes_nothing) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"z.txt", "edited\n"}, {"folder/file", "f"}});
  write_text(repository.outside("secret"), "s");
  repository.write("z.txt", "uncommitted\n");
  repository.write("untracked", "u");
  std::filesystem::create_symlink(repository.outside("secret"), repository / "link");
  std::filesystem::create_directory_symlink(repository.outside("."), repository / "linked");
  const auto before = ScratchRepository::snapshot(repository.path());
  const auto result = forge_of(repository)->apply(apply({{"a.txt", "one\n", "two\n"}, GetParam().change}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::denied) << result.error().message;
  EXPECT_NE(result.error().message.find(GetParam().why), std::string::npos) << result.error().message;
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), before);
  EXPECT_EQ(read_text(repository.outside("secret")), "s");
}

INSTANTIATE_TEST_SUITE_P(Of, Refusal,
                         testing::Values(Refused{"edited since", {"z.txt", "other\n", "new\n"}},
                                         Refused{"uncommitted edits", {"z.txt", "uncommitted\n", "new\n"}},
                                         Refused{"uncommitted edits", {"untracked", "u", "new\n"}},
                                         Refused{"edited since", {"missing", "m", "new\n"}},
                                         Refused{"edited since", {"folder/file", std::nullopt, "new\n"}},
                                         Refused{"something else", {"folder", std::nullopt, "new\n"}},
                                         Refused{"something else", {"a.txt/below", std::nullopt, "new\n"}},
                                         Refused{"symbolic link", {"link", std::nullopt, "new\n"}},
                                         Refused{"symbolic link", {"linked/new", std::nullopt, "new\n"}},
                                         Refused{"leaves the repository", {"../out", std::nullopt, "new\n"}},
                                         Refused{"leaves the repository", {"/tmp/out", std::nullopt, "new\n"}},
                                         Refused{"in .git", {".git/hooks/pre-commit", std::nullopt, "new\n"}},
                                         Refused{"in .git", {"sub/.GIT/config", std::nullopt, "new\n"}}));

TEST(PatchFile, is_written_outside_the_repository) {
  const ScratchRepository repository;
  auto proposal = apply({{"a.txt", "one\n", "two\n"}});
  proposal.mode = DeliveryMode::patch;
  proposal.file = repository.outside("fix.patch");
  ASSERT_TRUE(forge_of(repository)->apply(proposal));
  EXPECT_EQ(repository.read("a.txt"), "one\n");
  repository.git({"apply", "--check", repository.outside("fix.patch")});
}

TEST(PatchFile, is_refused_inside_the_repository_also_through_a_link) {
  const ScratchRepository repository;
  std::filesystem::create_directory_symlink(repository.path(), repository.outside("way"));
  auto proposal = apply({{"a.txt", "one\n", "two\n"}});
  proposal.mode = DeliveryMode::patch;
  for (const auto& file : {repository / "fix.patch", repository / ".git/fix.patch", repository.outside("way/fix")}) {
    proposal.file = file;
    const auto result = forge_of(repository)->apply(proposal);
    ASSERT_FALSE(result) << file;
    EXPECT_EQ(result.error().kind, ErrorKind::denied);
  }
}

TEST(Identify, tells_commit_branch_and_edits) {
  const ScratchRepository repository;
  auto found = identify(repository.path());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->path, repository.path());
  EXPECT_EQ(found->head, repository.git({"rev-parse", "HEAD"}));
  EXPECT_EQ(found->branch, "main");
  EXPECT_FALSE(found->dirty);
  repository.write("a.txt", "edited");
  EXPECT_TRUE(identify(repository.path())->dirty);
}

TEST(Identify, answers_for_a_folder_without_git_and_for_none) {
  const ScratchFolder folder;
  EXPECT_EQ(identify(folder.path())->head, "");
  EXPECT_EQ(identify(folder / "missing").error().kind, ErrorKind::not_found);
  write_text(folder / "file", "");
  EXPECT_EQ(identify(folder / "file").error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace regreen
