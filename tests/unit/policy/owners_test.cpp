#include "policy/owners.h"

#include "base/text.h"
#include "policy/guard.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string owner(const std::string& text, const std::string& path) { return join(Owners::parse(text).of(path), " "); }

TEST(Owners, PatternsAreGitHubs) {
  struct {
    const char *pattern, *path;
    bool owned;
  } rows[] = {
      {"*", "a", true},
      {"*", "a/b/c.txt", true},
      {"*.js", "a.js", true},
      {"*.js", "src/deep/a.js", true},
      {"*.js", "a.jsx", false},
      {"/build/logs/", "build/logs/a/b", true},
      {"/build/logs/", "x/build/logs/a", false},
      {"/build/logs/", "build/logs", false},
      {"docs/*", "docs/getting-started.md", true},
      {"docs/*", "docs/build-app/troubleshooting.md", false},
      {"docs/*", "x/docs/a.md", false},
      {"docs/**", "docs/build-app/troubleshooting.md", true},
      {"apps/", "apps/a", true},
      {"apps/", "x/apps/deep/a", true},
      {"apps/", "apps", false},
      {"/docs/", "docs/a/b", true},
      {"/docs/", "x/docs/a", false},
      {"**/logs", "logs/a", true},
      {"**/logs", "build/logs/a", true},
      {"**/logs", "deeply/nested/logs/x/y", true},
      {"**/deep/logs", "a/deep/logs/x", true},
      {"**/deep/logs", "deep/logs/x", true},
      {"/apps/github", "apps/github", true},
      {"/apps/github", "apps/github/a", true},
      {"/apps/github", "apps/github2/a", false},
      {"apps/github", "apps/github/a", true},
      {"apps/github", "x/apps/github/a", false},
      {"README", "README", true},
      {"README", "docs/README", true},
      {"readme", "README", false},
      {"src/*.c", "src/a.c", true},
      {"src/*.c", "src/b/a.c", false},
      {"a?c", "abc", true},
      {"my\\ file", "my file", true},
      {"/", "a/b", true},
      {"!*.js", "a.js", false},
      {"[ab].js", "a.js", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(owner(std::string(row.pattern) + " @team", row.path), row.owned ? "@team" : "")
        << row.pattern << " " << row.path;
}

TEST(Owners, TheLastOneThatFitsCounts) {
  const std::string text = "# who\n\n*       @all @org/team\r\n*.md  ada@example.org # texts\n/docs/free/\n[Section]\n";
  EXPECT_EQ(owner(text, "src/a.c"), "@all @org/team");
  EXPECT_EQ(owner(text, "docs/a.md"), "ada@example.org");
  EXPECT_EQ(owner(text, "docs/free/a.c"), "") << "nobody in particular";
  EXPECT_EQ(owner("", "a"), "");
}

TEST(Owners, BindWhereTheConfigurationSaysSo) {
  Config config;
  config.owners = Owners::parse("/src/ @core");
  Patch patch;
  patch.put({"README.md", "a", "b"});
  patch.put({"src/a.c", "a", "b"});
  EXPECT_FALSE(guard_owned(patch, config));
  config.refuse_owned_files = true;
  const auto refusal = guard_owned(patch, config);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->rule, "policy.owned-file");
  EXPECT_EQ(refusal->reason, "src/a.c belongs to @core, who have to agree");
}

}  // namespace
}  // namespace regreen
