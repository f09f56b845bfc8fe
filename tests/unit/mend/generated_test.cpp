// Files that a program of the project writes.

#include "story.h"

namespace regreen::story {
namespace {

std::string commands(const std::string& line, const Files& files, std::vector<std::string> before = {},
                     std::vector<std::string> after = {}) {
  auto one = said(line, {});
  one.before = std::move(before);
  one.after = std::move(after);
  const auto tree = tree_of(files);
  const auto diagnosis = diagnosis_of({one});
  std::string all;
  for (const auto& row : tool_choosers()) {
    if (row.remedy != "generated.make") continue;
    for (const auto& call : row.choose({diagnosis, tree, tables()})) all += call.command + "\n";
  }
  return all;
}

const Files project = {
    {"Makefile", "docs: x\n\tpython3 tools/docs.py > docs/cli.md\n\nupdate-golden:\n\t./g\nlint :\n\tx\nx := 1\n"},
    {"docs/cli.md", ""},
    {"tools/docs.py", ""},
    {"package.json", "{\"scripts\": {\"build:api\": \"x\"}, \"dependencies\": {\"evil-api\": \"1\"}}"},
    {"src/api.ts", ""},
    {"tests/out.golden", ""},
    {"go.mod", ""}};

TEST(GeneratedFile, IsMadeByTheCommandThatTheLogNames) {
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'make docs' and commit the result", project), "make docs\n");
  EXPECT_EQ(commands("Error: src/api.ts is outdated. Please run `npm run build:api`, then commit.", project),
            "npm run build:api\n");
  EXPECT_EQ(commands("docs/cli.md is stale; run python tools/docs.py", project), "python3 tools/docs.py\n");
  EXPECT_EQ(commands("generated code is out of date:", project, {"diff --git a/src/api.ts b/src/api.ts", "@@ -1 +1 @@"},
                     {"  go generate ./..."}),
            "go generate ./...\n");
}

TEST(GeneratedFile, OnlyByWhatTheProjectHas) {
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'make reference'", project), "");
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'make x'", project), "");
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'make -C / docs'", project), "");
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'npm run evil'", project), "");
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'npm run evil-api'", project), "");
  EXPECT_EQ(commands("docs/cli.md is out of date: run python3 /tmp/evil.py", project), "");
  EXPECT_EQ(commands("docs/cli.md is out of date: run python3 ../evil.py", project), "");
  EXPECT_EQ(commands("The documentation is out of date: run 'make docs'", project), "") << "which file?";
}

TEST(GeneratedFile, NeverWhatTestsAreComparedWith) {
  EXPECT_EQ(commands("docs/cli.md is out of date: run 'make update-golden'", project), "");
  EXPECT_EQ(commands("tests/out.golden is out of date: run 'make docs'", project), "");
}

}  // namespace
}  // namespace regreen::story
