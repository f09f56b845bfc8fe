#include "story.h"

namespace regreen::story {
namespace {

std::string ended(const std::string& text, std::size_t line) {
  const auto number = std::to_string(line);
  const auto after = mended("c.end-type", Files{{"a.hpp", text}},
                            said("a.hpp:" + number + ":1: error: multiple types in one declaration",
                                 {{"file", "a.hpp"}, {"line", number}, {"column", "1"}}));
  return after.empty() ? "nothing" : after.at("a.hpp");
}

TEST(EndType, BeforeTheNextOne) {
  EXPECT_EQ(ended("// enum\nenum class State { on, off }  // or not\n\nstruct Lamp {\n  State state;\n};\n", 2),
            "// enum\nenum class State { on, off };  // or not\n\nstruct Lamp {\n  State state;\n};\n");
  EXPECT_EQ(ended("struct A { struct B { int b; }; }\nclass C;\n", 1),
            "struct A { struct B { int b; }; };\nclass C;\n");
}

TEST(EndType, NotWhereSomethingElseFollows) {
  EXPECT_EQ(ended("enum State { on } state;\nstruct A {};\n", 1), "nothing");
  EXPECT_EQ(ended("enum State { on }\n", 1), "nothing");
  EXPECT_EQ(ended("enumerate { on } struct A {};\n", 1), "nothing");
}

}  // namespace
}  // namespace regreen::story
