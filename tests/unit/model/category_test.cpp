#include "model/category.h"

#include "base/text.h"

#include <gtest/gtest.h>

#include <fstream>

namespace regreen {
namespace {

TEST(Category, EarlierNamesAreUnderstood) {
  EXPECT_EQ(canonical_category("dependency"), "dependency_missing");
  EXPECT_EQ(canonical_category("network_timeout"), "network");
  EXPECT_EQ(canonical_category("my_own"), "my_own");
  EXPECT_EQ(category_aliases("test_failure"), std::vector<std::string>{"test_assertion"});
}

TEST(Category, CredentialsAndSecurityAreNeverHealed) {
  for (const char* name : {"credential", "security_finding", "drift"})
    EXPECT_EQ(healing_of(name), Healing::forbidden) << name;
  EXPECT_EQ(healing_of("lint"), Healing::allowed);
}

TEST(Category, EveryWordIsDocumented) {
  std::ifstream in("docs/categories.md");
  ASSERT_TRUE(in) << "docs/categories.md";
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  for (const auto& word : category_words()) {
    EXPECT_TRUE(contains(text, "| `" + std::string(word.name) + "` |")) << word.name;
    if (word.alias.empty()) continue;
    EXPECT_TRUE(contains(text, "`" + std::string(word.alias) + "`")) << word.alias;
  }
}

}  // namespace
}  // namespace regreen
