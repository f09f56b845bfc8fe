// `kill -9` at $KILL_POINTS random moments (default 50) of a healing that has everything but the sandbox: the engine with
// three remedies that race, a store, the journal, the user's repository. Where a sandbox takes hundreds of milliseconds this
// takes a few, so that ten thousand moments are tried in minutes. The process dies in the middle of whatever it does; then
//
//   nothing is lost       each chapter whose writing was reported is in the store (SQLite; memory dies with its process)
//   nothing half done     the next start finds the repository untouched or patched as a whole
//   nothing done twice    the next heal goes on, and ends with the repair in place

#include "adapters/local/forge.h"
#include "adapters/local/journal.h"
#include "adapters/memory/world.h"
#include "adapters/sqlite/store.h"
#include "base/text.h"
#include "engine/engine.h"
#include "support/scratch.h"
#include "support/through.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <random>
#include <sys/wait.h>
#include <thread>

namespace regreen {
namespace {

constexpr std::array names = {"a.py", "b.py", "deep/c.py", "deep/er/d.py", "e.py"};
constexpr const char* broken = "x = { 'a':1 }\n";
constexpr const char* mended = "x = {'a': 1}\n";

const RuleSet& rules() {
  static const RuleSet set = std::move(RuleSet::load({{"test.toml", R"(
[[rule]]
id = "layout"
category = "format"
confidence = 0.95
pattern = '''would reformat (?P<file>\S+)'''
root_cause = "{file} is not laid out"
remedies = ["lay-wrong", "lay-worse", "lay-out"]
match = ["would reformat a.py"]
[[remedy]]
id = "lay-out"
kind = "run"
title = "Lay it out"
run = ["lay-out"]
[[remedy]]
id = "lay-wrong"
kind = "run"
title = "Lay it wrong"
run = ["lay-wrong"]
[[remedy]]
id = "lay-worse"
kind = "run"
title = "Lay it worse"
run = ["lay-worse"]
)"}}).value());
  return set;
}

// Tells the other end of a pipe about each chapter that is written.
class Telling final : public Through {
 public:
  Telling(Store& below, int to) : Through(below), to_(to) {}
  Result<void> append(const CaseId& id, const Chapter& chapter) override {
    auto done = Through::append(id, chapter);
    if (done) std::ignore = write(to_, "c", 1);
    return done;
  }

 private:
  int to_;
};

class Project {
 public:
  Project() : repository_(files(broken)) {}

  static ScratchRepository::Files files(const char* text) {
    ScratchRepository::Files all;
    for (const char* name : names) all[name] = text;
    return all;
  }

  const ScratchRepository& repository() const { return repository_; }
  std::string database() const { return repository_.outside("regreen.db"); }
  RunRef run() const { return {repository_.path(), "head", "log", ""}; }

  void reset() const {
    for (const auto& [name, text] : files(broken)) repository_.write(name, text);
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(database() + end);
  }

  std::size_t mended_files() const {
    const auto is_mended = [&](const char* name) { return repository_.read(name) == mended; };
    const auto is_broken = [&](const char* name) { return repository_.read(name) == broken; };
    const auto count = std::ranges::count_if(names, is_mended);
    EXPECT_EQ(count + std::ranges::count_if(names, is_broken), static_cast<long>(names.size())) << "a torn file";
    return static_cast<std::size_t>(count);
  }

  Result<Case> heal(Store& store) const {
    const auto forge = TRY(open_local_forge({repository_.path(), repository_.outside("log"), repository_.state()}));
    std::map<std::string, MemoryTree::File, std::less<>> tree;
    for (const char* name : names) tree[name] = {repository_.read(name), false};
    MemoryWorkspace workspace(
        MemoryTree(std::move(tree)),
        [](const Tree& now, const Command&) {
          Rehearsal ended;
          ended.seconds = 1;  // worth a race
          ended.exit = now.read("a.py") == mended ? 0 : 1;
          ended.output = ended.exit == 0 ? "" : "would reformat a.py\n";
          return ended;
        },
        [](const Tree&, const Command& tool) {
          Patch patch;
          for (const char* name : names)
            patch.put({name, broken, contains(tool.line, "lay-out") ? mended : "x = {}\n"});
          return patch;
        });
    workspace.side_by_side = true;
    MemoryClock clock;
    Config config;
    config.parallel_attempts = 3;
    Engine engine({*forge, workspace, store, clock}, rules(), config);
    HealOptions options;
    options.verify.line = "check";
    options.deliver.mode = DeliveryMode::apply;
    return engine.heal(run(), options);
  }

 private:
  ScratchRepository repository_;
};

struct InMemory {
  static constexpr bool lasts = false;
  static Result<std::unique_ptr<Store>> open(const std::string&) { return std::make_unique<MemoryStore>(); }
};
struct InFile {
  static constexpr bool lasts = true;
  static Result<std::unique_ptr<Store>> open(const std::string& path) { return SqliteStore::open(path); }
};

template <class Kind>
class KillPoints : public testing::Test {
 protected:
  KillPoints() {
    write_text(project_.repository().outside("log"),
               "would reformat a.py\n##[error]Process completed with exit code 1.\n");
  }

  // Heals in a process of its own, which is killed after a while or left to end; answers how many chapters it said it
  // had written.
  std::size_t heal_apart(std::optional<std::chrono::microseconds> kill_after) {
    std::array<int, 2> ends{};
    EXPECT_EQ(pipe(ends.data()), 0);
    const pid_t child = fork();
    if (child == 0) {
      const auto store = Kind::open(project_.database());
      Telling telling(**store, ends[1]);
      std::ignore = project_.heal(telling);
      _exit(0);
    }
    close(ends[1]);
    if (kill_after) {
      std::this_thread::sleep_for(*kill_after);
      kill(child, SIGKILL);
    }
    waitpid(child, nullptr, 0);
    std::size_t told = 0;
    for (char c = 0; read(ends[0], &c, 1) == 1;) ++told;
    close(ends[0]);
    return told;
  }

  std::chrono::microseconds time_of_one() {
    EXPECT_GT(heal_apart(std::nullopt), 0u) << "all of it";
    EXPECT_EQ(project_.mended_files(), names.size());
    project_.reset();
    const auto store = Kind::open(project_.database());
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(project_.heal(**store));
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  }

  void check(std::size_t told) {
    ASSERT_TRUE(recover(project_.repository().state()));
    const std::size_t before = project_.mended_files();
    ASSERT_TRUE(before == 0 || before == names.size()) << before << " of the files are mended";
    const auto store = Kind::open(project_.database());
    ASSERT_TRUE(store) << store.error().message;
    const auto kept = (*store)->load(case_id(project_.run()));
    ASSERT_TRUE(kept);
    const std::size_t chapters = *kept ? (*kept)->chapters().size() : 0;
    ASSERT_GE(chapters, Kind::lasts ? told : 0) << "a chapter is lost";
    const auto one = project_.heal(**store);
    ASSERT_TRUE(one) << one.error().message;
    ASSERT_EQ(project_.mended_files(), names.size());
    ASSERT_LE(one->attempts().size(), 3u) << "one of three is tried twice";
    const auto left = ScratchRepository::snapshot(project_.repository().state());
    for (const auto& [path, what] : left) ASSERT_EQ(path.find("apply-"), std::string::npos) << path << " is left";
    seen_[before == 0 ? "untouched" : "patched"] += 1;
  }

  Project project_;
  std::map<std::string, std::size_t> seen_;
};

using Kinds = testing::Types<InMemory, InFile>;
TYPED_TEST_SUITE(KillPoints, Kinds);

TYPED_TEST(KillPoints, leave_nothing_half_done) {
  const char* wanted = std::getenv("KILL_POINTS");
  const int count = wanted == nullptr ? 50 : std::atoi(wanted);
  const auto whole = this->time_of_one();
  std::mt19937_64 random(std::random_device{}());
  std::uniform_int_distribution<long> moments(0, whole.count() * 5 / 4);
  for (int i = 0; i < count && !this->HasFatalFailure(); ++i) {
    this->project_.reset();
    this->check(this->heal_apart(std::chrono::microseconds(moments(random))));
  }
  std::string figures;
  for (const auto& [what, number] : this->seen_) figures += " " + what + " " + std::to_string(number);
  std::cout << count << " kills in healings of " << whole.count() / 1000 << " ms:" << figures << "\n";
}

}  // namespace
}  // namespace regreen
