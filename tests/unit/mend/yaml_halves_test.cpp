// YAML: a key that a merge left twice.

#include "mend/format/yaml_halves.h"

#include "story.h"

namespace regreen::story {
namespace {

std::string joined(const std::string& text, std::size_t number) {
  return with_halves_joined(text, number).value_or("nothing");
}

TEST(YamlHalves, AreJoinedWhereTheyDoNotContradict) {
  EXPECT_EQ(joined("a:\n  env:\n    A: 1\n  image: x\n  env:\n    A: 1\n    B: 2\n", 5),
            "a:\n  env:\n    A: 1\n    B: 2\n  image: x\n");
  EXPECT_EQ(joined("env:\n  A: 1\nx: 1\nenv:\n    # deep\n    B:\n      c: [1]\n", 4),
            "env:\n  A: 1\n  # deep\n  B:\n    c: [1]\nx: 1\n");
  EXPECT_EQ(joined("a:\n  ports:\n  - 1:1\n  - 2:2\n  ports:\n  - 2:2\n  - 3:3\n  x: 1\n", 5),
            "a:\n  ports:\n  - 1:1\n  - 2:2\n  - 3:3\n  x: 1\n");
  EXPECT_EQ(joined("env:\r\n  A: 1\r\nenv:\r\n  B: 2\r\n", 3), "env:\r\n  A: 1\r\n  B: 2\r\n");
}

TEST(YamlHalves, AreLeftWhereNobodyCanKnow) {
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  A: 2\n", 3), "nothing");
  EXPECT_EQ(joined("script:\n  - make\nscript:\n  - make test\n", 3), "nothing") << "commands come in an order";
  EXPECT_EQ(joined("ports:\n  - 80:80\nports:\n  - 80:8080\n", 3), "nothing");
  EXPECT_EQ(joined("env:\n  A: 1\nenv: {B: 2}\n", 3), "nothing");
  EXPECT_EQ(joined("env: &all\n  A: 1\nenv:\n  B: 2\n", 3), "nothing");
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  - B=2\n", 3), "nothing");
  EXPECT_EQ(joined("a:\n  env:\n    A: 1\nb:\n  env:\n    B: 2\n", 5), "nothing") << "each has its own";
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  B: |\n    one\n\n    two\n", 3), "nothing");
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  <<: *b\n", 3), "nothing");
}

TEST(YamlHalves, AreLeftWhereTheTwoAreMoreThanTheirLines) {
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  B: | # note\n    one\n\n    two\n", 3), "nothing");
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  C: 1\n  <<: *b\n", 3), "nothing");
  EXPECT_EQ(joined("env:\n  <<: *b\nenv:\n  C: 1\n", 3), "nothing");
  EXPECT_EQ(joined("x:\n  a:\n    b:\n      c: 1\n    d: 2\nx:\n  a:\n    b:\n      c: 1\n      d: 2\n", 6), "nothing");
  EXPECT_EQ(joined("paths:\n  - a/**\n  - '!a/b/**'\npaths:\n  - a/b/**\n", 4), "nothing") << "the last one counts";
  EXPECT_EQ(joined("volumes:\n  - ./a:/etc/a\nvolumes:\n  - ./b:/etc/a\n", 3), "nothing");
  EXPECT_EQ(joined("volumes:\n  - ./a:/etc/a\nvolumes:\n  - ./a:/etc/b\n", 3),
            "volumes:\n  - ./a:/etc/a\n  - ./a:/etc/b\n");
  EXPECT_EQ(joined("ports:\n  - 80:80\nports:\n  - 127.0.0.1:80:8080\n", 3), "nothing");
  EXPECT_EQ(joined("permissions:\n  contents: read\npermissions:\n  packages: write\n", 3), "nothing");
  EXPECT_EQ(joined("env:\n  A: 1\nenv:\n  B:\n    c: 1\n\n    d: 2\n", 3),
            "env:\n  A: 1\n  B:\n    c: 1\n\n    d: 2\n");
}

TEST(YamlHalves, AreWhatTheNewestCommitBrought) {
  const std::string text =
      "app:\n  depends_on:\n  - db\n  env:\n    A: x\n  depends_on:\n  - db\n  - mail\n  env:\n      B: y\n  env:\n    "
      "C: z\n";
  auto one = said("  6:3       error    duplication of key \"depends_on\" in mapping  (key-duplicates)", {});
  one.before = {"a.yml"};
  one.after = {"  9:3       error    duplication of key \"env\" in mapping  (key-duplicates)",
               "  11:3      error    duplication of key \"env\" in mapping  (key-duplicates)"};
  const LastCommit merge = {{{"a.yml", "app:\n  depends_on:\n  - db\n  env:\n    A: x\n"}}};
  EXPECT_EQ(mended("yaml.join-halves", Files{{"a.yml", text}}, diagnosis_of({one}), merge).at("a.yml"),
            "app:\n  depends_on:\n  - db\n  - mail\n  env:\n    A: x\n    B: y\n    C: z\n");
  EXPECT_TRUE(mended("yaml.join-halves", Files{{"a.yml", text}}, one).empty());
  const LastCommit other = {{{"a.yml", text}}};
  EXPECT_TRUE(mended("yaml.join-halves", Files{{"a.yml", text}}, diagnosis_of({one}), other).empty());
  const std::string twice = "web:\n  env:\n    A: 1\n  env:\n    B: 2\n";
  const auto old = said("  4:3       error    duplication of key \"env\" in mapping  (key-duplicates)", {});
  EXPECT_TRUE(mended("yaml.join-halves", Files{{"a.yml", twice + "db:\n  env:\n    C: 3\n"}}, diagnosis_of({old}),
                     LastCommit{{{"a.yml", twice}}})
                  .empty())
      << "B was hidden, or A was";
}

}  // namespace
}  // namespace regreen::story
