#include "story.h"

namespace regreen {
namespace {

using namespace story;

// `std::optional` in a source; `after` is what the build says below it.
Occurrence needs17(const std::string& file, std::vector<std::string> after) {
  after.insert(after.begin(), file + ":2:1: note: ‘std::optional’ is only available from C++17 onwards");
  auto one = said(file + ":2:6: error: ‘optional’ in namespace ‘std’ does not name a template type",
                  {{"file", file}, {"line", "2"}, {"symbol", "optional"}}, {{file, 2, 6}});
  one.after = std::move(after);
  return one;
}

const std::string make_error =
    "gmake[2]: *** [CMakeFiles/book.dir/build.make:76: CMakeFiles/book.dir/src/a.cpp.o] Error 1";

std::string list_after(const std::string& list, const std::string& error = make_error) {
  const auto files = mended("c.raise-standard", {{"CMakeLists.txt", list}, {"src/a.cpp", "#include <optional>\n"}},
                            needs17("src/a.cpp", {error}));
  return files.contains("CMakeLists.txt") ? files.at("CMakeLists.txt") : "nothing";
}

TEST(CStandardOfTarget, WhatOtherTargetsAskForStays) {
  const std::string others =
      "add_library(book src/a.cpp)\nadd_executable(abi abi.cpp)\n"
      "set_target_properties(abi PROPERTIES CXX_STANDARD 11)\n"
      "target_compile_features(old PRIVATE cxx_std_11)\n"
      "set_property(TARGET older PROPERTY CXX_STANDARD 98)\n";
  EXPECT_EQ(list_after("set(CMAKE_CXX_STANDARD 14)\n" + others), "set(CMAKE_CXX_STANDARD 17)\n" + others);
  EXPECT_EQ(list_after("add_compile_options(-std=c++14)\n" + others), "add_compile_options(-std=c++17)\n" + others);
  EXPECT_EQ(list_after("set(CMAKE_CXX_STANDARD 14)\n" + others, ""), "set(CMAKE_CXX_STANDARD 17)\n" + others);
}

TEST(CStandardOfTarget, ItsOwnIsRaised) {
  const std::string list =
      "project(book)\nset(CMAKE_CXX_STANDARD 11)\nadd_library(${PROJECT_NAME} src/a.cpp)\n"
      "add_executable(abi abi.cpp)\ntarget_compile_features(abi PRIVATE cxx_std_11)\n";
  EXPECT_EQ(list_after(list + "target_compile_features(book PUBLIC cxx_std_14)\n"),
            list + "target_compile_features(book PUBLIC cxx_std_17)\n");
  EXPECT_EQ(list_after(list + "set_target_properties(${PROJECT_NAME} PROPERTIES CXX_STANDARD 14)\n"),
            list + "set_target_properties(${PROJECT_NAME} PROPERTIES CXX_STANDARD 17)\n");
}

TEST(CStandardOfTarget, IsAskedForWhereOnlyOthersAsk) {
  const std::string others = "add_executable(abi abi.cpp)\ntarget_compile_features(abi PRIVATE cxx_std_11)\n";
  EXPECT_EQ(list_after("add_library(book src/a.cpp)\n" + others),
            "add_library(book src/a.cpp)\ntarget_compile_features(book PUBLIC cxx_std_17)\n" + others);
}

TEST(CStandardOfTarget, TheFolderThatAsksIsTheNearest) {
  const Files files = {
      {"CMakeLists.txt", "project(p)\nset(CMAKE_CXX_STANDARD 14)\nadd_subdirectory(src)\nadd_subdirectory(sdk)\n"},
      {"src/CMakeLists.txt", "add_library(book a.cpp)\n"},
      {"sdk/CMakeLists.txt",
       "set(CMAKE_CXX_STANDARD 11)\nadd_library(sdk sdk.cpp)\n"
       "target_compile_features(sdk PUBLIC cxx_std_11)\n"},
      {"src/a.cpp", "#include <optional>\n"}};
  const auto after = mended("c.raise-standard", files, needs17("src/a.cpp", {}));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("CMakeLists.txt"),
            "project(p)\nset(CMAKE_CXX_STANDARD 17)\nadd_subdirectory(src)\nadd_subdirectory(sdk)\n");
}

TEST(CStandardOfTarget, WhatTheListIncludesHolds) {
  const Files files = {{"CMakeLists.txt",
                        "project(p)\ninclude(cmake/Flags.cmake)\nadd_library(book src/a.cpp)\n"
                        "add_library(abi b.cpp)\nset_property(TARGET abi PROPERTY CXX_STANDARD 11)\n"},
                       {"cmake/Flags.cmake", "set(CMAKE_CXX_STANDARD \"14\")\n"},
                       {"src/a.cpp", "#include <optional>\n"}};
  const auto after = mended("c.raise-standard", files, needs17("src/a.cpp", {make_error}));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("cmake/Flags.cmake"), "set(CMAKE_CXX_STANDARD \"17\")\n");
}

TEST(CStandardOfTarget, OfAMakefileTheRuleIsAsked) {
  const auto made = [](const std::string& makefile, const std::string& error) {
    const auto files = mended("c.raise-standard", {{"Makefile", makefile}, {"a.cpp", "#include <optional>\n"}},
                              needs17("a.cpp", {error}));
    return files.contains("Makefile") ? files.at("Makefile") : "nothing";
  };
  const std::string own = "abi.o: CXXFLAGS = -std=c++11\nold.o: old.cpp\n\tg++ -std=c++98 -c old.cpp\n";
  EXPECT_EQ(made("CXXFLAGS = -std=c++14\n" + own, "make: *** [<builtin>: a.o] Error 1"),
            "CXXFLAGS = -std=c++17\n" + own);
  EXPECT_EQ(made("STD = -std=c++14\nFLAGS = -Wall $(STD)\n" + own + "a.o: a.cpp\n\t$(CXX) $(FLAGS) -c a.cpp\n",
                 "make: *** [Makefile:7: a.o] Error 1"),
            "STD = -std=c++17\nFLAGS = -Wall $(STD)\n" + own + "a.o: a.cpp\n\t$(CXX) $(FLAGS) -c a.cpp\n");
  EXPECT_EQ(made(own + "a.o: a.cpp\n\tg++ -std=c++14 -c a.cpp\n", "make: *** [Makefile:5: a.o] Error 1"),
            own + "a.o: a.cpp\n\tg++ -std=c++17 -c a.cpp\n");
}

TEST(CStandardOfTarget, OfMesonTheProjectOrTheTarget) {
  const std::string abi = "executable('abi', 'abi.cpp', override_options: ['cpp_std=c++11'])\n";
  auto one = needs17("src/a.cpp", {});
  one.before = {"FAILED: libbook.a.p/src_a.cpp.o"};
  const auto after = mended("c.raise-standard",
                            {{"meson.build",
                              "project('p', 'cpp', default_options: ['cpp_std=c++14'])\n"
                              "static_library('book', 'src/a.cpp')\n" +
                                  abi},
                             {"src/a.cpp", "#include <optional>\n"}},
                            one);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("meson.build"),
            "project('p', 'cpp', default_options: ['cpp_std=c++17'])\n"
            "static_library('book', 'src/a.cpp')\n" +
                abi);
}

}  // namespace
}  // namespace regreen
