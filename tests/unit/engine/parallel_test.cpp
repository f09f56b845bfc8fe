#include "adapters/memory/world.h"
#include "base/text.h"
#include "engine/engine.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace regreen {
namespace {

constexpr const char* rule_text = R"(
[[rule]]
id = "layout"
category = "format"
confidence = 0.95
pattern = '''would reformat (?P<file>\S+)'''
root_cause = "{file} is not laid out"
remedies = ["one", "two", "three", "four", "five"]
match = ["would reformat a.py"]
[[rule]]
id = "late"
category = "test_timeout"
confidence = 0.95
pattern = '''too late: (?P<test>\S+)'''
root_cause = "{test} is late"
remedies = ["one", "two", "three", "four"]
match = ["too late: x"]
)";

const RuleSet& rules() {
  static const RuleSet set = [] {
    std::string text = rule_text;
    for (const std::string name : {"one", "two", "three", "four", "five"}) {
      text += "[[remedy]]\nid = \"" + name + "\"\nkind = \"run\"\ntitle = \"Run it\"\nrun = [\"" + name + "\"]\n";
    }
    return std::move(RuleSet::load({{"test.toml", text}}).value());
  }();
  return set;
}

// A project that only some of the remedies mend: each leaves its name in a file. The earlier, the slower.
struct Contest {
  std::string says = "would reformat a.py\n";
  std::vector<std::string> right;
  std::string behind;  // this remedy brings another failure to light
  double seconds = 1;
  Config config;
  std::atomic<int> running = 0, most = 0;

  Case heal() {
    const MemoryTree files({{"a.py", {"x\n", false}}});
    const auto runs = [this](const Tree& tree, const Command&) {
      most = std::max<int>(most, ++running);
      const std::string name = tree.read("done").value_or("");
      std::this_thread::sleep_for(std::chrono::milliseconds(name.empty() ? 0 : name.size() < 4 ? 30 : 3));
      --running;
      Rehearsal ran;
      ran.seconds = seconds;
      ran.exit = std::ranges::find(right, name) == right.end() ? 1 : 0;
      ran.output = ran.exit == 0 ? "ok\n" : name == behind && !name.empty() ? "would reformat b.py\n" : says;
      return ran;
    };
    const auto tools = [](const Tree&, const Command& tool) {
      Patch patch;
      patch.put({"done", std::nullopt, tool.line});
      return patch;
    };
    MemoryForge forge(says + "##[error]Process completed with exit code 1.\n");
    MemoryWorkspace workspace(files, runs, tools);
    workspace.side_by_side = true;
    MemoryStore store;
    MemoryClock clock;
    Engine engine({forge, workspace, store, clock}, rules(), config);
    HealOptions options;
    options.verify.line = "make";
    return engine.heal({"/repo", "head", "log"}, options).value();
  }

  std::string record(std::size_t lanes) {
    config.parallel_attempts = lanes;
    const Case one = heal();
    std::string text;
    for (const auto* attempt : one.attempts())
      text += attempt->remedy.value + " " + std::string(name_of(attempt->verdict)) + ", ";
    return text + std::string(name_of(one.outcome()->decision));
  }
};

TEST(Parallel, TheRecordIsThatOfOneAfterTheOther) {
  struct {
    std::vector<std::string> right;
    std::string behind, record;
  } rows[] = {
      {{"four"}, "", "one unchanged, two unchanged, three unchanged, four fixed, patched"},
      {{"two", "three", "four"}, "", "one unchanged, two fixed, patched"},
      {{"one"}, "", "one fixed, patched"},
      {{}, "", "one unchanged, two unchanged, three unchanged, four unchanged, five unchanged, needs-llm"},
  };
  for (const auto& row : rows) {
    for (const std::size_t lanes : {1, 2, 4, 16}) {
      Contest contest;
      contest.right = row.right;
      contest.behind = row.behind;
      EXPECT_EQ(contest.record(lanes), row.record) << lanes << " at once";
      EXPECT_LE(contest.most, static_cast<int>(lanes));
    }
  }
}

TEST(Parallel, AProgressEndsARoundAsAProofDoes) {
  for (const std::size_t lanes : {1, 3}) {
    Contest contest;
    contest.right = {"three"};
    contest.behind = "two";
    const std::string record = contest.record(lanes);
    EXPECT_TRUE(record.starts_with("one unchanged, two progressed, ")) << record;
  }
}

TEST(Parallel, NoMoreAreTriedThanAllowed) {
  Contest contest;
  contest.right = {"four"};
  contest.config.max_attempts = 3;
  EXPECT_EQ(contest.record(4), "one unchanged, two unchanged, three unchanged, needs-llm");
}

TEST(Parallel, WhatIsQuickIsNotRaced) {
  Contest contest;
  contest.seconds = 0.1;
  contest.right = {"four"};
  contest.record(4);
  EXPECT_EQ(contest.most, 1);
}

TEST(Parallel, WhatIsAboutTimeIsTriedAlone) {
  Contest contest;
  contest.says = "too late: test_x\n";
  contest.right = {"four"};
  contest.record(4);
  EXPECT_EQ(contest.most, 1);
}

}  // namespace
}  // namespace regreen
