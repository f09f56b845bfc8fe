#include "verify/toolchain.h"

#include "base/text.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

AskedTool python(std::string version) { return {"python", std::move(version), "actions/setup-python"}; }

Task set_up(std::string action, std::string input, std::string version) {
  Task task;
  task.action = std::move(action);
  if (!input.empty()) task.inputs = {{std::move(input), std::move(version)}};
  return task;
}

TEST(Toolchain, KnowsTheActionsThatSetUpTools) {
  const auto tools = tools_of(
      {set_up("actions/checkout@v4", "", ""), set_up("actions/setup-python@v5", "python-version", "3.9"),
       set_up("dtolnay/rust-toolchain@1.70", "", ""), set_up("actions/setup-node@v4", "node-version", "lts/*")});
  EXPECT_EQ(tools,
            (std::vector<AskedTool>{
                python("3.9"), {"rustc", "1.70", "dtolnay/rust-toolchain"}, {"node", "lts/*", "actions/setup-node"}}));
}

TEST(Toolchain, TellsWhatIsAnotherVersionHere) {
  struct {
    const char *asked, *answer, *told;
  } rows[] = {
      {"3.11", "python Python 3.11.2\n", ""},
      {"3", "python Python 3.11.2\n", ""},
      {"3.x", "python Python 3.11.2\n", ""},
      {"^3.8", "python Python 3.11.2\n", ""},
      {">=3.8", "python Python 3.11.2\n", ""},
      {"pypy-3.9", "python Python 3.9.1\n", ""},
      {"3.9", "python Python 3.11.2\n", "# actions/setup-python set up python 3.9; here it is 3.11.2\n"},
      {"3.1", "python Python 3.11.2\n", "# actions/setup-python set up python 3.1; here it is 3.11.2\n"},
      {"3.11.4", "python Python 3.11.2\n", "# actions/setup-python set up python 3.11.4; here it is 3.11.2\n"},
      {"3.9", "", "# actions/setup-python set up python 3.9; there is none here\n"},
      {"", "", "# actions/setup-python set up python; there is none here\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(fitted_to({python(row.asked)}, row.answer), row.told) << row.asked;
}

TEST(Toolchain, TakesTheVersionThatHasANameOfItsOwn) {
  const std::string text = fitted_to({python("3.9")}, "python Python 3.11.2\npython3.9 Python 3.9.18\n");
  EXPECT_TRUE(contains(text, "# python 3.9 as actions/setup-python set it up is python3.9 here\n")) << text;
  EXPECT_TRUE(contains(text, "ln -s \"$(command -v python3.9)\" \"$tools/python3\"\nexport PATH=$tools:$PATH\n"))
      << text;
}

TEST(Toolchain, AsksForNothingThatAWorkflowWrote) {
  const std::string question = version_question({python("3.9;touch x"), {"ruby", "$(id).2", "ruby/setup-ruby"}});
  EXPECT_FALSE(contains(question, "touch"));
  EXPECT_FALSE(contains(question, "id)"));
  EXPECT_TRUE(contains(question, "v=$(python3.9 --version 2>&1) && echo \"python3.9 ${v%%$'\\n'*}\"\n")) << question;
}

}  // namespace
}  // namespace regreen
