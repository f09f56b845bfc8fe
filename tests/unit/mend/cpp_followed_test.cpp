// C++: classes whose base has another signature today.

#include "story.h"

namespace regreen::story {
namespace {

std::string overriding(const std::string& shape, const std::string& circle, const std::string& place,
                       const std::string& source = "") {
  const Files files = {
      {"shape.hpp", "struct Canvas {};\nclass Shape {\n public:\n  virtual ~Shape();\n" + shape + "};\n"},
      {"circle.hpp", "#include \"shape.hpp\"\nclass Circle final : public Shape {\n public:\n" + circle + "};\n"},
      {"circle.cpp", source}};
  auto one = said("circle.hpp:" + place + ": error: ‘f’ marked ‘override’, but does not override", {},
                  {Location{"circle.hpp", 4, 3}});
  one.captures = {{"file", "circle.hpp"},
                  {"line", place.substr(0, place.find(':'))},
                  {"column", place.substr(place.find(':') + 1)}};
  const auto after = mended("cpp.follow-base", files, one);
  std::string all;
  for (const auto& [path, text] : after) all += path == "circle.hpp" ? text.substr(66, text.size() - 69) : "|" + text;
  return after.empty() ? "nothing" : all;
}

TEST(CppBase, IsFollowedInWhatIsConstant) {
  EXPECT_EQ(overriding("  virtual int size() const = 0;\n", "  int size() noexcept override { return 1; }\n", "4:3"),
            "  int size() const noexcept override { return 1; }\n");
  EXPECT_EQ(
      overriding("  virtual bool next() = 0;\n", "  bool next() const override;\n", "4:3",
                 "bool Circle::next() const\n{ return true; }\nbool Other::next() const { return true; }\n"),
      "|bool Circle::next()\n{ return true; }\nbool Other::next() const { return true; }\n  bool next() override;\n");
  EXPECT_EQ(overriding("  virtual void draw(const Canvas& canvas, int) = 0;\n",
                       "  void draw(Canvas &c, int depth = 1) override {}\n", "4:3"),
            "  void draw(const Canvas &c, int depth = 1) override {}\n");
  EXPECT_EQ(
      overriding("  virtual void name(std::string& text) {}\n", "  void name(const std::string&) override {}\n", "4:3"),
      "  void name(std::string&) override {}\n");
}

TEST(CppBase, IsNotFollowedWhereTheMethodWouldDoAnotherThing) {
  EXPECT_EQ(overriding("  virtual void name(const Name& text);\n", "  void name(Name text) override {}\n", "4:3"),
            "nothing");
  EXPECT_EQ(overriding("  virtual void draw(Canvas& canvas);\n", "  void draw(Canvas canvas) override {}\n", "4:3"),
            "nothing");
  EXPECT_EQ(overriding("  virtual void draw(int width);\n", "  void draw(long width) override {}\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  virtual void draw(int, int);\n", "  void draw(int) override {}\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  int size() const;\n", "  int size() override { return 1; }\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  virtual int size() const;\n", "  int size() override;\n", "4:3"), "nothing")
      << "defined nowhere";
}

TEST(CppBase, IsNotFollowedWhereAnotherBaseIsNotKnown) {
  const auto both = [](const std::string& bases) {
    const Files files = {{"shape.hpp", "namespace draw {\nstruct Shape { virtual int size() const; };\n}\n"},
                         {"both.hpp", "struct Both : " + bases + " {\n  int size() override { return 1; }\n};\n"}};
    return !mended("cpp.follow-base", files,
                   said("both.hpp:2:7: error: ‘f’ marked ‘override’, but does not override",
                        {{"file", "both.hpp"}, {"line", "2"}, {"column", "7"}}, {Location{"both.hpp", 2, 7}}))
                .empty();
  };
  EXPECT_TRUE(both("public draw::Shape"));
  EXPECT_FALSE(both("draw::Shape, ext::Face"));
  EXPECT_FALSE(both("other::Shape"));
}

TEST(CppBase, TellsOverloadsApart) {
  EXPECT_EQ(
      overriding("  virtual int at(int) const;\n  virtual int at(long) const;\n",
                 "  int at(int i) override { return i; }\n  int at(long i) const override { return 0; }\n", "4:3"),
      "  int at(int i) const override { return i; }\n  int at(long i) const override { return 0; }\n");
}

}  // namespace
}  // namespace regreen::story
