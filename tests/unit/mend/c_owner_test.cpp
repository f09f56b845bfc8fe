// Values of C++ that have one owner and are copied.
#include "story.h"

namespace regreen::story {
namespace {

std::string moved(const std::string& text, std::size_t line, const std::string& file = "a.cpp") {
  const auto number = std::to_string(line);
  auto one = said(
      "/usr/include/c++/12/bits/new_allocator.h:175:11: error: use of deleted function ‘std::unique_ptr<_Tp, "
      "_Dp>::unique_ptr"
      "(const std::unique_ptr<_Tp, _Dp>&) [with _Tp = Shape; _Dp = std::default_delete<Shape>]’",
      {{"file", "/usr/include/c++/12/bits/new_allocator.h"}, {"line", "175"}, {"column", "11"}});
  one.before = {file + ":" + number + ":21:   required from here"};
  const auto changed = mended("cpp.move", Files{{file, text}}, one);
  return changed.contains(file) ? changed.at(file) : "nothing";
}

const std::string first = "#include <utility>\n";

TEST(OneOwner, IsNotHandedOnByAQuestion) {
  const std::string head = first + "void add(std::unique_ptr<Shape> mine, std::unique_ptr<Shape> other) {\n";
  EXPECT_EQ(moved(head + "  if (mine) take(other);\n}\n", 3), head + "  if (mine) take(std::move(other));\n}\n");
  EXPECT_EQ(moved(head + "  size(sizeof(mine));\n}\n", 3), "nothing");
}

TEST(OneOwner, IsMovedAtTheLastUse) {
  EXPECT_EQ(
      moved(first + "void add(std::unique_ptr<Shape> shape) {\n  if (!shape) return;\n  shapes.push_back(shape);\n}\n",
            4),
      first +
          "void add(std::unique_ptr<Shape> shape) {\n  if (!shape) return;\n  "
          "shapes.push_back(std::move(shape));\n}\n");
  EXPECT_EQ(
      moved("#include <memory>\nHolder::Holder(std::unique_ptr<Shape> shape, int n) : n_(n), shape_{shape} {}\n", 2),
      "#include <memory>\n#include <utility>\nHolder::Holder(std::unique_ptr<Shape> shape, int n) : n_(n), "
      "shape_{std::move(shape)} {}\n");
  EXPECT_EQ(
      moved(
          first +
              "void f() {\n  auto one = std::make_unique<Shape>();\n  for (;;) { g(); }\n  keep(1,\n       one);\n}\n",
          5),
      first +
          "void f() {\n  auto one = std::make_unique<Shape>();\n  for (;;) { g(); }\n  keep(1,\n       "
          "std::move(one));\n}\n");
  EXPECT_EQ(moved(first + "void f(std::thread& a) {\n  std::thread b(g);\n  a = b;\n}\n", 4),
            first + "void f(std::thread& a) {\n  std::thread b(g);\n  a = std::move(b);\n}\n");
}

TEST(OneOwner, IsMovedWhereTheFunctionEndsThere) {
  EXPECT_EQ(moved(first + "A f(std::unique_ptr<B> b) {\n  if (x) return A(b);\n  return A(1, std::move(b));\n}\n", 3),
            first + "A f(std::unique_ptr<B> b) {\n  if (x) return A(std::move(b));\n  return A(1, std::move(b));\n}\n");
  EXPECT_EQ(
      moved(first + "void f(std::unique_ptr<B> b) {\n  if (x) {\n    keep(b);\n    return;\n  }\n  b->go();\n}\n", 4),
      first + "void f(std::unique_ptr<B> b) {\n  if (x) {\n    keep(std::move(b));\n    return;\n  }\n  b->go();\n}\n");
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<B> b) {\n  if (x) {\n    keep(b);\n  }\n  b->go();\n}\n", 4),
            "nothing");
  EXPECT_EQ(
      moved(first + "void f(std::unique_ptr<B> b) {\n  if (x) {\n    keep(b);\n    b->go();\n    return;\n  }\n}\n", 4),
      "nothing");
}

TEST(OneOwner, OfAStaticFunctionIsItsOwn) {
  EXPECT_EQ(moved(first + "static void f(std::unique_ptr<A> a) {\n  keep(a);\n}\n", 3),
            first + "static void f(std::unique_ptr<A> a) {\n  keep(std::move(a));\n}\n");
}

TEST(OneOwner, OfTheNextLineIsAnother) {
  EXPECT_EQ(
      moved(first + "A::A(std::unique_ptr<B> b) : b_(b) {}\nvoid A::set(std::unique_ptr<B> c) { b_ = c; }\n", 2),
      first + "A::A(std::unique_ptr<B> b) : b_(std::move(b)) {}\nvoid A::set(std::unique_ptr<B> c) { b_ = c; }\n");
}

TEST(OneOwner, OfManyIsMovedWithThem) {
  EXPECT_EQ(moved(first + "Scene::Scene(std::vector<std::unique_ptr<Shape>> shapes) : shapes_(shapes) {}\n", 2),
            first + "Scene::Scene(std::vector<std::unique_ptr<Shape>> shapes) : shapes_(std::move(shapes)) {}\n");
  EXPECT_EQ(moved(first + "void f(std::vector<int> all) {\n  keep(all);\n}\n", 3), "nothing");
}

TEST(OneOwner, IsLookedAtByReferenceInALoop) {
  EXPECT_EQ(moved("void f() {\n  for (auto one : all) one->draw();\n}\n", 2),
            "void f() {\n  for (const auto& one : all) one->draw();\n}\n");
  EXPECT_EQ(moved("void f() {\n  for (std::thread one : all) {\n    one.join();\n  }\n}\n", 2),
            "void f() {\n  for (std::thread& one : all) {\n    one.join();\n  }\n}\n");
}

TEST(OneOwner, IsNotMovedWhereItIsNeededAgain) {
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  keep(a);\n  a->go();\n}\n", 3), "nothing");
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  while (more()) {\n    keep(a);\n  }\n}\n", 4), "nothing");
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  for (int i = 0; i < 3; ++i)\n    keep(a);\n}\n", 4),
            "nothing");
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  run([&] {\n    keep(a);\n  });\n}\n", 4), "nothing");
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  keep(a->size(), a);\n}\n", 3), "nothing");
}

TEST(OneOwner, OfAnotherOneStays) {
  EXPECT_EQ(moved(first + "void f() {\n  static std::unique_ptr<A> a = g();\n  keep(a);\n}\n", 4), "nothing")
      << "of all calls";
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  auto g = [&] { a->go(); };\n  keep(a);\n  g();\n}\n", 4),
            "nothing");
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A>& a) {\n  keep(a);\n}\n", 3), "nothing") << "the caller's";
  EXPECT_EQ(moved(first + "struct S {\n  std::unique_ptr<A> a;\n  void f() { keep(a); }\n};\n", 4), "nothing")
      << "a member";
  EXPECT_EQ(moved(first + "void f(Buffer a) {\n  keep(a);\n}\n", 3), "nothing") << "a class of the project";
  EXPECT_EQ(moved(first + "void f(std::unique_ptr<A> a) {\n  keep(std::move(a));\n}\n", 3), "nothing");
}

}  // namespace
}  // namespace regreen::story
