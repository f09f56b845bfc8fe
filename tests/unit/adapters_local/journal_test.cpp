#include "adapters/local/journal.h"

#include "adapters/local/commit.h"
#include "adapters/local/forge.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/wait.h>
#include <thread>

namespace regreen {
namespace {

Patch patch_of_many(std::size_t count) {
  Patch patch;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    patch.put({"d" + number + "/new.txt", std::nullopt, "new " + number});
    patch.put({"f" + number, "old " + number, "changed " + number});
    patch.put({"gone" + number, "gone", std::nullopt});
  }
  return patch;
}

std::map<std::string, std::string> files_before(std::size_t count) {
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < count; ++i) {
    files["f" + std::to_string(i)] = "old " + std::to_string(i);
    files["gone" + std::to_string(i)] = "gone";
  }
  return files;
}

std::map<std::string, std::string> tree_of(const ScratchRepository& repository) {
  auto tree = ScratchRepository::snapshot(repository.path());
  std::erase_if(tree, [&](const auto& entry) { return entry.first.starts_with(repository / ".git"); });
  return tree;
}

// Stops working on a journal as a killed process would: its lock goes, its files stay.
void abandon(std::unique_ptr<Journal> journal) { journal.reset(); }

TEST(Journal, undoes_a_change_that_did_not_start) {
  const ScratchRepository repository(files_before(3));
  const auto before = tree_of(repository);
  abandon(*Journal::write(repository.state(), repository.path(), patch_of_many(3), {}));
  const auto recovered = recover(repository.state());
  ASSERT_TRUE(recovered);
  ASSERT_EQ(recovered->size(), 1U);
  EXPECT_EQ(recovered->front().how, Recovered::How::undone);
  EXPECT_EQ(tree_of(repository), before);
  EXPECT_TRUE(recover(repository.state())->empty());
}

TEST(Journal, completes_a_change_that_was_made) {
  const ScratchRepository repository(files_before(3));
  auto journal = *Journal::write(repository.state(), repository.path(), patch_of_many(3), {});
  ASSERT_TRUE(journal->apply());
  const auto after = tree_of(repository);
  abandon(std::move(journal));
  EXPECT_EQ(recover(repository.state())->front().how, Recovered::How::completed);
  EXPECT_EQ(tree_of(repository), after);
}

TEST(Journal, leaves_alone_what_somebody_edited_since) {
  const ScratchRepository repository(files_before(1));
  auto journal = *Journal::write(repository.state(), repository.path(), patch_of_many(1), {});
  ASSERT_TRUE(journal->apply());
  abandon(std::move(journal));
  repository.write("f0", "mine");
  EXPECT_EQ(recover(repository.state())->front().how, Recovered::How::undone);
  EXPECT_EQ(repository.read("f0"), "mine");
  EXPECT_FALSE(repository.has("d0"));
  EXPECT_EQ(repository.read("gone0"), "gone");
}

TEST(Journal, of_a_living_process_is_left_alone) {
  const ScratchRepository repository(files_before(1));
  const auto journal = *Journal::write(repository.state(), repository.path(), patch_of_many(1), {});
  EXPECT_TRUE(recover(repository.state())->empty());
  EXPECT_TRUE(journal->apply());
}

// Several runs on one machine share the folder.
TEST(Journal, comes_and_goes_while_others_look_for_what_is_left) {
  const ScratchRepository repository(files_before(1));
  constexpr int rounds = 100;
  std::atomic<int> at_work = 2;
  const auto come_and_go = [&] {
    for (int i = 0; i < rounds; ++i) {
      EXPECT_TRUE(Bench::make(repository.state()));
      const auto journal = Journal::write(repository.state(), repository.path(), patch_of_many(1), {});
      EXPECT_TRUE(journal && (*journal)->close());
    }
    --at_work;
  };
  std::jthread one(come_and_go), other(come_and_go);
  while (at_work > 0) {
    const auto recovered = recover(repository.state());
    ASSERT_TRUE(recovered) << recovered.error().message;
    EXPECT_TRUE(recovered->empty());
  }
}

TEST(Journal, of_a_repository_that_is_gone_is_dropped) {
  const ScratchRepository repository(files_before(1));
  abandon(*Journal::write(repository.state(), repository.path(), patch_of_many(1), {}));
  std::filesystem::remove_all(repository.path());
  EXPECT_EQ(recover(repository.state())->size(), 1U);
  EXPECT_TRUE(recover(repository.state())->empty());
}

TEST(Journal, that_is_damaged_is_an_error_and_stays) {
  const ScratchRepository repository;
  write_text(repository.state() + "/journals/apply-x/plan", "17:regreen journal 1,99:short");
  EXPECT_FALSE(recover(repository.state()));
  EXPECT_TRUE(std::filesystem::exists(repository.state() + "/journals/apply-x/plan"));
}

TEST(Journal, finishes_a_commit_whose_branch_was_moved) {
  const ScratchRepository repository;
  Patch patch;
  patch.put({"a.txt", "one\n", "two\n"});
  std::filesystem::create_directories(repository.state());
  const auto move = make_commit(repository.path(), patch, "fix", repository.state());
  ASSERT_TRUE(move);
  auto journal = *Journal::write(repository.state(), repository.path(), patch, *move);
  ASSERT_TRUE(journal->apply());
  ASSERT_TRUE(move_branch(repository.path(), *move));
  abandon(std::move(journal));
  EXPECT_EQ(recover(repository.state())->front().how, Recovered::How::completed);
  EXPECT_EQ(repository.git({"status", "--porcelain"}), "");
}

TEST(Journal, undoes_a_commit_whose_branch_was_not_moved) {
  const ScratchRepository repository;
  Patch patch;
  patch.put({"a.txt", "one\n", "two\n"});
  std::filesystem::create_directories(repository.state());
  const auto move = make_commit(repository.path(), patch, "fix", repository.state());
  auto journal = *Journal::write(repository.state(), repository.path(), patch, *move);
  ASSERT_TRUE(journal->apply());
  abandon(std::move(journal));
  EXPECT_EQ(recover(repository.state())->front().how, Recovered::How::undone);
  EXPECT_EQ(repository.read("a.txt"), "one\n");
  EXPECT_EQ(repository.git({"status", "--porcelain"}), "");
}

// The promise itself: killed at any moment, after the next start the tree is as it was or completely patched.
TEST(Journal, survives_kill_9_at_any_moment) {
  const auto patch = patch_of_many(5);
  std::size_t untouched = 0;
  std::size_t patched = 0;
  for (int round = 0; round < 25; ++round) {
    const ScratchRepository repository(files_before(5));
    const auto before = tree_of(repository);
    Proposal proposal;
    proposal.mode = DeliveryMode::apply;
    proposal.patch = patch;
    const pid_t child = fork();
    if (child == 0) {
      const auto forge = open_local_forge({repository.path(), "", repository.state()});
      _exit(forge && (*forge)->apply(proposal) ? 0 : 1);
    }
    usleep(static_cast<useconds_t>(round * 2000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    ASSERT_TRUE(recover(repository.state()));
    const auto after = tree_of(repository);
    if (after == before) {
      ++untouched;
      continue;
    }
    ++patched;
    for (const auto& change : patch.changes) {
      EXPECT_EQ(repository.has(change.path), change.after.has_value()) << change.path << " in round " << round;
      if (change.after) {
        EXPECT_EQ(repository.read(change.path), *change.after);
      }
    }
    EXPECT_EQ(after.size(), 15U) << "something stray";  // five folders with a file each, five files
  }
  RecordProperty("untouched", static_cast<int>(untouched));
  RecordProperty("patched", static_cast<int>(patched));
}

// One file needs no next start: at every moment it is the old one or the new one, and nothing else is in the tree.
TEST(Journal, one_file_is_changed_at_once) {
  for (int round = 0; round < 15; ++round) {
    const ScratchRepository repository;
    auto before = tree_of(repository);
    Proposal proposal;
    proposal.mode = DeliveryMode::apply;
    proposal.patch.put({"a.txt", "one\n", "two\n"});
    const pid_t child = fork();
    if (child == 0) {
      const auto forge = open_local_forge({repository.path(), "", repository.state()});
      _exit(forge && (*forge)->apply(proposal) ? 0 : 1);
    }
    usleep(static_cast<useconds_t>(round * 1500));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_TRUE(repository.read("a.txt") == "one\n" || repository.read("a.txt") == "two\n");
    EXPECT_EQ(tree_of(repository).size(), before.size());
    ASSERT_TRUE(recover(repository.state()));
    EXPECT_TRUE(repository.read("a.txt") == "one\n" || repository.read("a.txt") == "two\n");
  }
}

}  // namespace
}  // namespace regreen
