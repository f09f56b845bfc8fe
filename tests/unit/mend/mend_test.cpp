#include "mend/mend.h"

#include "mend/draft.h"
#include "story.h"

#include <set>

namespace regreen {
namespace {

std::vector<std::string> commands(const Remedy& remedy, const Tree& tree, const Diagnosis& diagnosis) {
  std::vector<std::string> result;
  for (const auto& candidate : mend(remedy, diagnosis, tree, story::tables())) {
    result.push_back(std::get<ToolCall>(candidate).command);
  }
  return result;
}

Remedy running(std::vector<std::string> commands) {
  Remedy remedy;
  remedy.kind = RemedyKind::run;
  remedy.commands = std::move(commands);
  return remedy;
}

TEST(Mend, AToolRunsOnTheFilesThatTheDiagnosisNames) {
  const auto tree = story::tree_of({{"src/it's.c", ""}, {"-n.c", ""}, {"other.c", ""}});
  const auto diagnosis =
      story::diagnosis_of({story::said("", {}, {{"src/it's.c", 1, 1}, {"-n.c", 2, 0}, {"gone.c", 3, 0}})});
  EXPECT_EQ(commands(running({"clang-format -i {files}"}), tree, diagnosis),
            std::vector<std::string>{"clang-format -i 'src/it'\\''s.c' " + shell_quoted("./-n.c")});
}

TEST(Mend, WhereNoFileIsKnownOnlyAToolThatTakesAFolderRuns) {
  const auto tree = story::tree_of({{"a.js", ""}});
  const auto diagnosis = story::diagnosis_of({story::said("", {})});
  const std::vector<std::string> expected = {"prettier --write .", "go mod tidy"};
  EXPECT_EQ(commands(running({"prettier --write {files}", "clang-format -i {files}", "go mod tidy"}), tree, diagnosis),
            expected);
}

TEST(Mend, AToolRunsInTheFolderThatHasItsManifest) {
  const auto tree = story::tree_of({{"rust/Cargo.toml", ""}, {"rust/src/lib.rs", ""}, {"vendor/x/Cargo.toml", ""}});
  const std::string there = "(cd " + shell_quoted("rust") + " && cargo fmt --all)";
  const auto named = story::diagnosis_of({story::said("", {}, {{"rust/src/lib.rs", 1, 1}})});
  EXPECT_EQ(commands(running({"cargo fmt --all"}), tree, named), std::vector<std::string>{there});
  const auto unnamed = story::diagnosis_of({story::said("", {})});
  EXPECT_EQ(commands(running({"cargo fmt --all"}), tree, unnamed), std::vector<std::string>{there});
  const auto at_top = story::tree_of({{"Cargo.toml", ""}, {"rust/Cargo.toml", ""}, {"rust/src/lib.rs", ""}});
  EXPECT_EQ(commands(running({"cargo fmt --all"}), at_top, named), std::vector<std::string>{"cargo fmt --all"});
}

TEST(Mend, OtherKindsAndUnknownRemediesHaveNothingToTry) {
  const auto tree = story::tree_of({});
  Remedy remedy;
  remedy.kind = RemedyKind::rerun;
  EXPECT_TRUE(mend(remedy, {}, tree, story::tables()).empty());
  remedy.kind = RemedyKind::edit;
  remedy.id = {"no.such-remedy"};
  EXPECT_TRUE(mend(remedy, {}, tree, story::tables()).empty());
}

TEST(Mend, EveryFixerCarriesOutARemedyThatEdits) {
  std::set<std::string_view> seen;
  for (const auto& row : fixers()) {
    const auto* remedy = story::tables().find(RemedyId{std::string(row.remedy)});
    ASSERT_NE(remedy, nullptr) << row.remedy;
    EXPECT_EQ(remedy->kind, RemedyKind::edit) << row.remedy;
    EXPECT_TRUE(seen.insert(row.remedy).second) << row.remedy << " twice";
  }
}

TEST(Draft, NewLinesEndAsTheOthersDo) {
  const auto tree = story::tree_of({{"a.txt", "a\r\nb\r\n"}, {"b.txt", "a\nb\n"}});
  Draft draft(tree);
  EXPECT_TRUE(draft.edit("a.txt", {{3, 0, "c\nd\r\n"}}));
  EXPECT_EQ(draft.read("a.txt"), "a\r\nc\r\nd\r\nb\r\n");
  EXPECT_TRUE(draft.edit("a.txt", {{2, 1, "\n"}})) << "the end of an end";
  EXPECT_EQ(draft.read("a.txt"), "a\r\nc\r\nd\r\nb\r\n");
  EXPECT_TRUE(draft.edit("b.txt", {{2, 0, "c\n"}}));
  EXPECT_EQ(draft.read("b.txt"), "a\nc\nb\n");
}

TEST(Mend, NoFixerStumblesOverADiagnosisThatSaysNothing) {
  const auto tree = story::tree_of({{"a.py", "import os\n"}, {"requirements.txt", "x\n"}});
  for (const auto& row : fixers()) EXPECT_TRUE(row.fix({Diagnosis{}, tree, story::tables()}).empty()) << row.remedy;
}

}  // namespace
}  // namespace regreen
