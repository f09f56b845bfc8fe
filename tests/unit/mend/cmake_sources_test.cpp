// Sources that were moved.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence missing(const std::string& file, const std::string& list) {
  auto one = said("  Cannot find source file:", {});
  one.before = {"CMake Error at " + list + ":2 (add_library):"};
  one.after = {"", "    " + file, ""};
  return one;
}

std::string named(const Files& files, const std::string& list, const std::string& file) {
  const auto changed = mended("cmake.fix-source", files, missing(file, list));
  return changed.contains(list) ? changed.at(list) : "nothing";
}

TEST(CMakeSources, AreNamedWhereTheyWereMovedTo) {
  const Files files = {
      {"CMakeLists.txt", "project(a)\nadd_subdirectory(lib)\n"},
      {"tools/CMakeLists.txt", "add_executable(count parse.cpp)\n"},
      {"tools/parse.cpp", ""},
      {"lib/CMakeLists.txt",
       "set(S\n  src/print.cpp\n  src/parse.cpp   # src/parse.cpp\n)\nadd_library(g ${S})\n"
       "target_sources(g PRIVATE \"${CMAKE_CURRENT_SOURCE_DIR}/src/parse.hpp\" "
       "${PROJECT_SOURCE_DIR}/lib/src/gone.cpp)\n"},
      {"lib/src/print.cpp", ""},
      {"lib/parse/parse.cpp", ""},
      {"lib/parse/parse.hpp", ""},
  };
  EXPECT_EQ(named(files, "lib/CMakeLists.txt", "src/parse.cpp"),
            "set(S\n  src/print.cpp\n  parse/parse.cpp   # src/parse.cpp\n)\nadd_library(g ${S})\n"
            "target_sources(g PRIVATE \"${CMAKE_CURRENT_SOURCE_DIR}/parse/parse.hpp\" "
            "${PROJECT_SOURCE_DIR}/lib/src/gone.cpp)\n");
}

TEST(CMakeSources, AreNamedFromTheFolderThatTheListCountsFrom) {
  EXPECT_EQ(named({{"CMakeLists.txt", "project(a)\nadd_library(g ${PROJECT_SOURCE_DIR}/a.c b.c)\n"},
                   {"src/a.c", ""},
                   {"src/core/b.c", ""}},
                  "CMakeLists.txt", "/home/ci/work/a.c"),
            "project(a)\nadd_library(g ${PROJECT_SOURCE_DIR}/src/a.c src/core/b.c)\n");
  EXPECT_EQ(named({{"CMakeLists.txt", "project(a)\n"},
                   {"x/sources.cmake", "set(S ../a.c)\n"},
                   {"x/CMakeLists.txt", "include(sources.cmake)\nadd_library(g ${S})\n"},
                   {"common/a.c", ""}},
                  "x/CMakeLists.txt", "../a.c"),
            "nothing")
      << "another file is changed";
  const auto shared = mended("cmake.fix-source",
                             {{"CMakeLists.txt", "project(a)\n"},
                              {"x/sources.cmake", "set(S ../a.c)\n"},
                              {"x/CMakeLists.txt", "include(sources.cmake)\nadd_library(g ${S})\n"},
                              {"common/a.c", ""}},
                             missing("../a.c", "x/CMakeLists.txt"));
  EXPECT_EQ(shared, (Files{{"x/sources.cmake", "set(S ../common/a.c)\n"}}));
}

TEST(CMakeSources, InCommentsAreNone) {
  EXPECT_EQ(
      named({{"CMakeLists.txt", "project(a)\nadd_library(g # src/a.c b.c\n  src/a.c) # src/a.c\n"}, {"lib/a.c", ""}},
            "CMakeLists.txt", "src/a.c"),
      "project(a)\nadd_library(g # src/a.c b.c\n  lib/a.c) # src/a.c\n");
}

TEST(CMakeSources, OfManyFilesOfAName) {
  Files files;
  std::string list = "add_executable(all";
  for (int i = 0; i < 1500; ++i) {
    const auto number = std::to_string(i);
    list += " p" + number + "/main.c ${PROJECT_SOURCE_DIR}/old/gone" + number + ".c";
    files["p" + number + "/main.c"] = files["new/gone" + number + ".c"] = "";
  }
  list = "project(a)\n" + list + " old/main.c)\n";
  files["CMakeLists.txt"] = list;
  files["last/main.c"] = "";
  EXPECT_EQ(named(files, "CMakeLists.txt", "old/main.c"),
            replace_all(replace_all(list, "old/main.c", "last/main.c"), "old/gone", "new/gone"));
}

TEST(CMakeSources, OfTwoPlacesOrOfOthersAreLeft) {
  const std::string list = "project(a)\nadd_library(g src/a.c)\n";
  EXPECT_EQ(named({{"CMakeLists.txt", list}, {"x/a.c", ""}, {"y/a.c", ""}}, "CMakeLists.txt", "src/a.c"), "nothing");
  EXPECT_EQ(named({{"CMakeLists.txt", list}, {"vendor/a.c", ""}}, "CMakeLists.txt", "src/a.c"), "nothing");
  EXPECT_EQ(named({{"CMakeLists.txt", list}, {"x/a.c", ""}, {"x/CMakeLists.txt", "file(GLOB S *.c)\n"}},
                  "CMakeLists.txt", "src/a.c"),
            "nothing");
  EXPECT_EQ(named({{"CMakeLists.txt", "add_executable(f x/a.c)\n" + list}, {"x/a.c", ""}}, "CMakeLists.txt", "src/a.c"),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
