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

std::string told(const std::string& line, std::size_t column, const std::string& error) {
  const Files files = {{"a.cpp", line + "\n"}};
  const auto one = said("a.cpp:1:" + std::to_string(column) + ": error: " + error, {}, {{"a.cpp", 1, column}});
  const auto after = mended("cpp.copy-view", files, diagnosis_of({one}));
  return after.empty() ? "nothing" : after.at("a.cpp").substr(0, after.at("a.cpp").size() - 1);
}

TEST(View, IsCopiedForAnAnswer) {
  const std::string answer =
      "could not convert ‘l’ from " + from_view + " to ‘std::string’ {aka ‘std::__cxx11::basic_string<char>’}";
  EXPECT_EQ(told("std::string f(std::string_view l) { return l; }", 44, answer),
            "std::string f(std::string_view l) { return std::string(l); }");
  EXPECT_EQ(told("std::string f(std::string_view l) { if (a) return l; return l; }", 44, answer), "nothing");
  EXPECT_EQ(told("std::string f(std::string_view l) { if (bad(l)) return l; }", 45, answer), "nothing")
      << "it is the argument of another call";
}

TEST(View, IsNotCopiedForWhatMayKeepAReference) {
  const std::string own = "./words.hpp:6:25: note:   no known conversion for argument 1 from " + from_view +
                          " to ‘const std::string&’ {aka ‘const std::__cxx11::basic_string<char>&’}";
  EXPECT_EQ(copied("  word = first_word(line);", 20, {own}), "nothing") << "it may answer a part of it";
  EXPECT_EQ(copied("  lexer.open(line);", 13, {own}), "nothing") << "it may keep it";
  const auto of_library = [](const std::string& path) {
    return path + ":1:2: note:   no known conversion for argument 1 from " + from_view +
           " to ‘const std::string&’ {aka ‘const std::__cxx11::basic_string<char>&’}";
  };
  EXPECT_EQ(copied("  lexer.open(line);", 13, {of_library("/usr/include/lexer/lexer.h")}), "nothing");
  EXPECT_EQ(copied("  all.find(line);", 11, {of_library("/usr/include/c++/12/bits/stl_map.h")}),
            "  all.find(std::string(line));");
  EXPECT_EQ(copied("  auto& a = std::min<std::string>(line, b);", 35,
                   {of_library("/usr/include/c++/12/bits/stl_algobase.h")}),
            "nothing");
  EXPECT_EQ(copied("  open(line);", 7,
                   {"a.h:2:6: note:   no known conversion for argument 1 from " + from_view +
                    " to ‘std::string’ {aka "
                    "‘std::__cxx11::basic_string<char>’}"}),
            "  open(std::string(line));")
      << "it is handed over";
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
