// Checks of the project's own that say how they mend what they found.

#include "story.h"

namespace regreen::story {
namespace {

const std::string program = "ap.add_argument('--fix')\nap.add_argument('--write')\n";

const Files project = {
    {"tools/header.py", program},
    {"tools/limits.py", program},
    {"tools/unused.py", program},
    {"tools/plain.py", "sys.argv\n"},
    {"scripts/deploy.py", program},
    {"Makefile", "check:\n\tpython3 tools/header.py src\n\tpython3 tools/limits.py\n\tpython3 tools/plain.py src\n"},
    {"README.md", "`scripts/deploy.py` brings it out."},
    {"src/a.py", ""},
    {"tests/snapshots/a.txt", ""}};

std::string calls(const std::string& line, std::vector<std::string> after = {}) {
  auto one = said(line, {});
  one.after = std::move(after);
  const auto tree = tree_of(project);
  const auto diagnosis = diagnosis_of({one});
  std::string all;
  for (const auto& row : tool_choosers()) {
    if (row.remedy != "project.run-told") continue;
    for (const auto& call : row.choose({diagnosis, tree, tables()})) all += call.command + "\n";
  }
  return all;
}

TEST(ToldFix, IsTheCallThatTheCheckSays) {
  const std::string call = "python3 tools/header.py --fix src\n";
  EXPECT_EQ(calls("2 files without header. Run `python3 tools/header.py --fix src`."), call);
  EXPECT_EQ(calls("no header: run python tools/header.py --fix src/ to add it"), call);
  EXPECT_EQ(calls("Please run:", {"", "  run 'python3 ./tools/header.py --fix src' and commit"}), call);
  EXPECT_EQ(calls("Run python3 tools/header.py --fix ."), "python3 tools/header.py --fix .\n");
}

TEST(ToldFix, OnlyOfWordsThatTheProjectKnows) {
  EXPECT_EQ(calls("Run `python3 tools/header.py --fix src; rm -rf src`"), "");
  EXPECT_EQ(calls("Run `python3 tools/header.py --fix $(cat src/a.py)`"), "");
  EXPECT_EQ(calls("Run `python3 tools/header.py --fix ../src`"), "");
  EXPECT_EQ(calls("Run `python3 tools/header.py --fix <files>`"), "");
  EXPECT_EQ(calls("Run `python3 tools/header.py --force --fix src`"), "");
  EXPECT_EQ(calls("Run `python3 tools/header.py --fix docs`"), "") << "no such folder";
  EXPECT_EQ(calls("Run `python3 tools/header.py src`"), "") << "that is the check itself";
  EXPECT_EQ(calls("Run `python3 tools/gone.py --fix src`"), "");
  EXPECT_EQ(calls("Run `python3 /usr/bin/header.py --fix src`"), "");
  EXPECT_EQ(calls("Run `tools/header.py --fix src`"), "") << "not executable";
  EXPECT_EQ(calls("Run `python3 tools/plain.py --fix src`"), "") << "it knows no such option";
  EXPECT_EQ(calls("Run `python3 tools/unused.py --fix src`"), "") << "nothing of the project calls it";
}

TEST(ToldFix, IsNoneOfWhatPeopleDecide) {
  EXPECT_EQ(calls("Run `python3 tools/limits.py --write src`"), "");
  EXPECT_EQ(calls("Run `python3 tools/header.py --write tests/snapshots`"), "");
  EXPECT_EQ(calls("Run `python3 scripts/deploy.py --fix src`"), "");
}

}  // namespace
}  // namespace regreen::story
