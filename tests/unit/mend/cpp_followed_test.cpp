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

// What becomes of an override where the newest commit made `after` of what was in the base.
std::string overriding_today(const std::string& before, const std::string& after, const std::string& own,
                             const std::string& source = "") {
  const auto base = [](const std::string& methods) { return "class Sink {\n public:\n" + methods + "};\n"; };
  const Files files = {{"sink.hpp", base(after)},
                       {"list.hpp", "#include \"sink.hpp\"\nclass List : public Sink {\n public:\n" + own + "};\n"},
                       {"list.cpp", source}};
  const LastCommit commit = {{{"sink.hpp", base(before)}}};
  const auto one = said("list.hpp:4:3: error: ‘f’ marked ‘override’, but does not override",
                        {{"file", "list.hpp"}, {"line", "4"}, {"column", "3"}}, {Location{"list.hpp", 4, 3}});
  const auto changed = mended("cpp.follow-base", files, diagnosis_of({one}), commit);
  std::string all;
  for (const auto& [path, text] : changed) all += path == "list.hpp" ? text.substr(56, text.size() - 59) : text + "|";
  return changed.empty() ? "nothing" : all;
}

TEST(CppBase, IsFollowedInTheTypesThatTheCommitGaveIt) {
  const std::string text = "  virtual void write(const std::string& line) = 0;\n";
  const std::string view = "  virtual void write(std::string_view line) = 0;\n";
  EXPECT_EQ(overriding_today(text, view, "  void write(const std::string& line) override;\n",
                             "void List::write(const std::string &text) {}\n"),
            "void List::write(std::string_view text) {}\n|  void write(std::string_view line) override;\n");
  EXPECT_EQ(overriding_today(text + "  virtual void write(int n);\n", view + "  virtual void write(int n);\n",
                             "  void write(const std::string&) override {}\n"),
            "  void write(std::string_view) override {}\n");
}

TEST(CppBase, IsNotFollowedInTypesWithAnotherMeaning) {
  const std::string own = "  void wait(int seconds) override {}\n";
  const std::string before = "  virtual void wait(int seconds);\n";
  EXPECT_EQ(overriding_today(before, "  virtual void wait(long milliseconds);\n", own), "nothing");
  EXPECT_EQ(overriding_today(before, "  virtual void wait(long seconds, int tries);\n", own), "nothing");
  EXPECT_EQ(overriding_today(before, "  virtual void wait(long seconds);\n  virtual void wait(double seconds);\n", own),
            "nothing");
  EXPECT_EQ(overriding_today("  virtual void wait(short seconds);\n", "  virtual void wait(long seconds);\n", own),
            "nothing")
      << "it was another one before, too";
  EXPECT_EQ(overriding_today(before, "  virtual void pause(long seconds);\n", own), "nothing");
  EXPECT_EQ(overriding_today(before, "  virtual void wait(double seconds);\n", own), "nothing")
      << "what is called alike may be counted otherwise";
  EXPECT_EQ(overriding_today("  virtual void wait(std::chrono::seconds time);\n",
                             "  virtual void wait(std::chrono::milliseconds time);\n",
                             "  void wait(std::chrono::seconds time) override {}\n"),
            "nothing");
  EXPECT_EQ(overriding_today("  virtual int of(int, double);\n", "  virtual int of(double, int);\n",
                             "  int of(int count, double factor) override { return 0; }\n"),
            "nothing");
}

TEST(CppBase, IsNotFollowedWhereAViewIsNotEnough) {
  const std::string text = "  virtual void put(const std::string& text);\n";
  const std::string view = "  virtual void put(std::string_view text);\n";
  const auto with = [&](const std::string& body) {
    return overriding_today(text, view, "  void put(const std::string& line) override { " + body + " }\n") != "nothing";
  };
  EXPECT_TRUE(with("lines_.push_back(line);"));
  EXPECT_TRUE(with("std::fwrite(line.data(), 1, line.size(), out_);"));
  EXPECT_FALSE(with("std::fputs(line.data(), out_);")) << "a view has no end behind it";
  EXPECT_FALSE(with("pool_.post([line] { print(line); });")) << "the lambda would keep a view";
  EXPECT_FALSE(with("jobs_.push_back(std::make_pair(1, line));"));
  EXPECT_FALSE(with("auto copy = line; keep(copy);"));
  EXPECT_EQ(overriding_today(view, text, "  void put(std::string_view line) override { line_ = line; }\n"), "nothing")
      << "it may keep a view";
  EXPECT_EQ(overriding_today("  virtual void put(std::string& text);\n", view,
                             "  void put(std::string& line) override { line = next(); }\n"),
            "nothing")
      << "it was an answer";
  const auto summed = [](const std::string& body) {
    return overriding_today("  virtual int sum(const int* all, int n);\n",
                            "  virtual int sum(const std::vector<int>& all, int n);\n",
                            "  int sum(const int* all, int n) override { " + body + " }\n") != "nothing";
  };
  EXPECT_TRUE(summed("return all[0] + all [n - 1];"));
  EXPECT_FALSE(summed("return *all;"));
  EXPECT_FALSE(summed("return sizeof(all);"));
  EXPECT_EQ(overriding_today("  virtual void put(const std::string&);\n", "  virtual void put(std::string_view);\n",
                             "  void put(const std::string& line) override {}\n"),
            "nothing");
}

TEST(CppBase, IsNotFollowedThroughManyOverloads) {
  std::string before, after;
  for (int i = 0; i < 20; ++i) {
    const auto type = "const T" + std::to_string(i);
    before += "  virtual void put(" + type + "& a);\n";
    after += "  virtual void put(" + type + "& a) const;\n";
  }
  EXPECT_EQ(overriding_today(before, after, "  void put(const T3& a) override {}\n"), "nothing");
}

TEST(CppBase, TellsOverloadsApart) {
  EXPECT_EQ(
      overriding("  virtual int at(int) const;\n  virtual int at(long) const;\n",
                 "  int at(int i) override { return i; }\n  int at(long i) const override { return 0; }\n", "4:3"),
      "  int at(int i) const override { return i; }\n  int at(long i) const override { return 0; }\n");
}

}  // namespace
}  // namespace regreen::story
