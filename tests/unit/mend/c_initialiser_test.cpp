// Initialisers in the order of the members.
#include "story.h"

namespace regreen::story {
namespace {

/// What gcc prints: where the late member is declared, where the early one is, where the constructor is.
Occurrence gcc(const std::string& file, const std::string& late, const std::string& early, const std::string& here,
               std::size_t line, std::size_t column) {
  const auto place = file + ":" + std::to_string(line) + ":" + std::to_string(column);
  auto one = said(place + ": error: " + late + " will be initialized after [-Werror=reorder]", {{"file", file}},
                  {{file, line, column}});
  one.after = {"   32 |     std::size_t head_;", file + ":1:1: error:   " + early + " [-Werror=reorder]",
               here + ": error:   when initialized here [-Werror=reorder]"};
  return one;
}

std::string ordered(const std::string& text, const Occurrence& occurrence) {
  const auto changed = mended("c.fix-warning", {{"a.hpp", text}}, occurrence);
  return changed.contains("a.hpp") ? changed.at("a.hpp") : "nothing";
}

std::string ring(const std::string& list) {
  return "template <typename T>\nclass Ring : public Sized {\n public:\n  explicit Ring(std::size_t n)\n" + list +
         " {}\n  std::size_t size_;\n  std::vector<T> data_ = make(head_);\n  std::size_t head_{0};\n};\n";
}

// The members of `ring` behind a list of so many lines.
Occurrence of_ring(std::size_t lines) {
  return gcc("a.hpp", "‘Ring<std::__cxx11::basic_string<char> >::head_’",
             "‘std::vector<int, std::allocator<int> > Ring<int>::data_’", "a.hpp:4:12", 7 + lines, 15);
}

TEST(CInitialisers, AllAreInOrderAtOnceAndKeepWhatIsSaidOfThem) {
  EXPECT_EQ(ordered(ring("      : head_(0) // next\n      , data_(size_, T())\n      , size_(n) // never 0\n"
                         "      , Sized(n)\n     "),
                    of_ring(5)),
            ring("      : Sized(n)\n      , size_(n) // never 0\n      , data_(size_, T())\n      , head_(0) // next\n"
                 "     "));
  EXPECT_EQ(ordered(ring("      : head_(0),  // next\n        // all of them\n        data_(size_, T()),\n"
                         "        Sized(n),\n        size_(n)"),
                    of_ring(5)),
            ring("      : Sized(n),\n        size_(n),\n        // all of them\n        data_(size_, T()),\n"
                 "        head_(0) /* next */"));
  EXPECT_EQ(ordered(ring("      : head_{0}, data_{size_, f(1, 2)}, Sized{n}"), of_ring(1)),
            ring("      : Sized{n}, data_{size_, f(1, 2)}, head_{0}"));
}

TEST(CInitialisers, ALongListIsOneStep) {
  std::string list = ":", members, sorted = ":", notes;
  for (int i = 0; i < 12; ++i) {
    const auto comma = i < 11 ? "," : "";
    list += " m" + std::to_string(11 - i) + "(0)" + comma;
    sorted += " m" + std::to_string(i) + "(0)" + comma;
    members += "  int m" + std::to_string(i) + ";\n";
  }
  const auto text = [&](const std::string& shown) { return "struct A {\n" + members + "  A() " + shown + " {}\n};\n"; };
  EXPECT_EQ(ordered(text(list), gcc("a.hpp", "‘A::m11’", "‘int A::m10’", "a.hpp:14:3", 13, 7)), text(sorted));
}

TEST(CInitialisers, ClangsWordsAreTheSame) {
  auto one = said("a.hpp:3:9: error: initializer order does not match the declaration order [-Werror,-Wreorder-ctor]",
                  {}, {{"a.hpp", 3, 9}});
  one.after = {"  A() : c(1), b(2), a(3), B(1) {}", "a.hpp:3:9: note: field 'c' will be initialized after field 'b'",
               "a.hpp:3:15: note: field 'b' will be initialized after base 'B'"};
  EXPECT_EQ(ordered("struct A : B {\n  int a, b; int c[2];\n  A() : c(1), b(2), a(3), B(1) {}\n};\n", one),
            "struct A : B {\n  int a, b; int c[2];\n  A() : B(1), a(3), b(2), c(1) {}\n};\n");
  EXPECT_EQ(ordered("Z::Z()\n    noexcept(f())\n  : zzz(), b(2), a(3) {}\n",
                    said("a.hpp:3:12: error: field 'b' will be initialized after field 'a' [-Werror,-Wreorder-ctor]",
                         {}, {{"a.hpp", 3, 12}})),
            "Z::Z()\n    noexcept(f())\n  : zzz(), a(3), b(2) {}\n");
}

TEST(CInitialisers, OfTwoBasesOfOneNameAreExchangedAsTold) {
  EXPECT_EQ(
      ordered("struct A : Base<int>, Base<long> {\n  int a; int b;\n  A() : Base<int>(0), Base<long>(0), b(1), a(2) "
              "{}\n};\n",
              gcc("a.hpp", "‘A::b’", "‘int A::a’", "a.hpp:3:3", 2, 14)),
      "struct A : Base<int>, Base<long> {\n  int a; int b;\n  A() : Base<int>(0), Base<long>(0), a(2), b(1) {}\n};\n");
}

// It took minutes: for every initialiser its name was sought in the whole class, and the bracket around each place.
TEST(CInitialisers, AListOfAnyLengthComesToAnEnd) {
  std::string members = " int a;", list = "a(1)";
  for (int i = 0; i < 1500; ++i) {
    members += " a;";
    list += ", a(1)";
  }
  const auto after = ordered("struct A {\n" + members + "\n  A() : " + list + " {}\n};\n",
                             gcc("a.hpp", "‘A::a’", "‘int A::a’", "a.hpp:3:3", 2, 6));
  EXPECT_EQ(after.substr(0, 20), "nothing");
}

TEST(CInitialisers, WhatIsNotUnderstoodStays) {
  const auto at_3 = gcc("a.hpp", "‘A::b’", "‘int A::a’", "a.hpp:3:3", 2, 14);
  EXPECT_EQ(ordered("struct A {\n  int a; int b;\n  A() : b(1),\n#ifdef X\n    c(1),\n#endif\n    a(2) {}\n};\n", at_3),
            "nothing");
  EXPECT_EQ(ordered("struct A {\n  int a; int b;\n  A() : b(1)\n    // of whom?\n    , a(2) {}\n};\n", at_3),
            "nothing");
  EXPECT_EQ(ordered("struct A {\n  int a; int b;\n  A() : a(1), b(2) {}\n};\n", at_3), "nothing");
}

}  // namespace
}  // namespace regreen::story
