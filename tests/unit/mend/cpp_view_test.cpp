// C++: views of texts where strings are asked for.

#include "story.h"

namespace regreen::story {
namespace {

const std::string from_view = "‘std::string_view’ {aka ‘std::basic_string_view<char>’}";
const std::string to_value =
    "‘const std::vector<std::__cxx11::basic_string<char> >::value_type&’ {aka ‘const "
    "std::__cxx11::basic_string<char>&’}";

std::string gcc_note(const std::string& from, const std::string& to, int argument = 1) {
  return "/usr/include/c++/12/bits/stl_vector.h:1276:35: note:   no known conversion for argument " +
         std::to_string(argument) + " from " + from + " to " + to;
}

std::string copied(const std::string& line, std::size_t column, const std::vector<std::string>& notes) {
  const Files files = {{"a.cpp", line + "\n"}};
  auto one =
      said("a.cpp:1:" + std::to_string(column) + ": error: no matching function for call to ‘f(std::string_view&)’", {},
           {{"a.cpp", 1, column}});
  one.after = notes;
  const auto after = mended("cpp.copy-view", files, diagnosis_of({one}));
  return after.empty() ? "nothing" : after.at("a.cpp").substr(0, after.at("a.cpp").size() - 1);
}

TEST(View, IsCopiedWhereEveryCandidateTakesAString) {
  const auto moved =
      "‘std::vector<std::__cxx11::basic_string<char> >::value_type&&’ {aka ‘std::__cxx11::basic_string<char>&&’}";
  EXPECT_EQ(copied("  all.push_back(line);", 16, {gcc_note(from_view, to_value), gcc_note(from_view, moved)}),
            "  all.push_back(std::string(line));");
  EXPECT_EQ(
      copied("  set(2, key.substr(0, 3), x);", 3,
             {"./a.h:2:6: note: candidate function not viable: no known conversion from 'std::string_view' (aka "
              "'basic_string_view<char>') to 'const std::string' (aka 'const basic_string<char>') for 2nd argument"}),
      "  set(2, std::string(key.substr(0, 3)), x);");
}

std::string told(const std::string& line, std::size_t column, const std::string& error, const std::string& note = "") {
  const Files files = {{"a.cpp", line + "\n"}};
  auto one = said("a.cpp:1:" + std::to_string(column) + ": error: " + error, {}, {{"a.cpp", 1, column}});
  if (!note.empty()) one.after = {note};
  const auto after = mended("cpp.copy-view", files, diagnosis_of({one}));
  return after.empty() ? "nothing" : after.at("a.cpp").substr(0, after.at("a.cpp").size() - 1);
}

TEST(View, IsCopiedForAReferenceAndAnAnswer) {
  const std::string string = "‘const std::string&’ {aka ‘const std::__cxx11::basic_string<char>&’}";
  const auto bound = [&](const std::string& to) {
    return "invalid initialization of reference of type " + to + " from expression of type " + from_view;
  };
  const std::string note = "a.cpp:5:30: note: in passing argument 2 of ‘void take(int, const std::string&)’";
  EXPECT_EQ(told("    take(1, l);", 13, bound(string), note), "    take(1, std::string(l));");
  EXPECT_EQ(told("    take(1, l);", 13, bound(string)), "nothing") << "of a variable";
  EXPECT_EQ(told("    take(1, l);", 13, bound("‘Path&’"), note), "nothing");
  const std::string answer =
      "could not convert ‘l’ from " + from_view + " to ‘std::string’ {aka ‘std::__cxx11::basic_string<char>’}";
  EXPECT_EQ(told("std::string f(std::string_view l) { return l; }", 44, answer),
            "std::string f(std::string_view l) { return std::string(l); }");
  EXPECT_EQ(told("std::string f(std::string_view l) { if (a) return l; return l; }", 44, answer), "nothing");
}

TEST(View, IsNoListOfValues) {
  const auto list = "‘std::initializer_list<std::__cxx11::basic_string<char> >’";
  EXPECT_EQ(copied("  all.push_back(line);", 16, {gcc_note(from_view, to_value), gcc_note(from_view, list)}),
            "  all.push_back(std::string(line));");
  EXPECT_EQ(copied("  all.push_back(line);", 16, {gcc_note(from_view, list)}), "nothing");
}

TEST(View, StaysWhereAnotherThingMayBeMeant) {
  EXPECT_EQ(copied("  all.push_back(line);", 16, {gcc_note(from_view, to_value), gcc_note(from_view, "‘int’")}),
            "nothing");
  EXPECT_EQ(copied("  all.push_back(line);", 16,
                   {gcc_note(from_view, "‘std::string&’ {aka ‘std::__cxx11::basic_string<char>&’}")}),
            "nothing")
      << "what is written to a copy is lost";
  EXPECT_EQ(copied("  all.push_back(line);", 16, {gcc_note("‘const char8_t*’", to_value)}), "nothing");
  EXPECT_EQ(copied("  all.push_back(line);", 16, {}), "nothing");
  EXPECT_EQ(copied("  Row row(line); f(line);", 15, {gcc_note(from_view, to_value)}), "nothing") << "points to the end";
  EXPECT_EQ(copied("  f(line, n);", 4, {gcc_note(from_view, to_value), gcc_note(from_view, to_value, 2)}), "nothing");
}

}  // namespace
}  // namespace regreen::story
