// CMake: files that the build writes, and who needs them.

#include "story.h"

namespace regreen::story {
namespace {

// ---- what is installed ----

Occurrence not_found(const std::string& path) {
  auto one = said("  file INSTALL cannot find", {});
  one.after = {"  \"/builds/tide/" + path + "\": No such file or", "  directory."};
  return one;
}

const std::string install = "install(FILES ${PROJECT_SOURCE_DIR}/include/version.hpp DESTINATION include)\n";

TEST(CMakeInstall, WhatTheBuildWritesIsInstalledFromThere) {
  const std::string made = "project(tide)\nconfigure_file(include/version.hpp.in include/version.hpp @ONLY)\n";
  const auto after =
      mended("cmake.install-header", {{"CMakeLists.txt", made + install}, {"include/version.hpp.in", ""}},
             not_found("include/version.hpp"));
  EXPECT_EQ(after.at("CMakeLists.txt"),
            made + "install(FILES ${CMAKE_CURRENT_BINARY_DIR}/include/version.hpp DESTINATION include)\n");
}

TEST(CMakeInstall, WhatWasMovedIsInstalledFromWhereItLies) {
  Files files = {
      {"CMakeLists.txt", "project(tide)\n"},
      {"lib/CMakeLists.txt", "set(HEADERS ../include/a.hpp version.hpp)\ninstall(FILES ${HEADERS} DESTINATION x)\n"},
      {"include/a.hpp", ""},
      {"include/tide/version.hpp", ""}};
  EXPECT_EQ(mended("cmake.install-header", files, not_found("lib/version.hpp")).at("lib/CMakeLists.txt"),
            "set(HEADERS ../include/a.hpp ${PROJECT_SOURCE_DIR}/include/tide/version.hpp)\n"
            "install(FILES ${HEADERS} DESTINATION x)\n");
  const auto found = mended("cmake.install-header", files, not_found("lib/version.hpp"));
  files["tests/data/version.hpp"] = "";
  EXPECT_EQ(mended("cmake.install-header", files, not_found("lib/version.hpp")), found);
  files["old/version.hpp"] = "";
  EXPECT_TRUE(mended("cmake.install-header", files, not_found("lib/version.hpp")).empty());
}

TEST(CMakeInstall, WhatIsNowhereOrTwiceStays) {
  EXPECT_TRUE(mended("cmake.install-header", {{"CMakeLists.txt", "project(tide)\n" + install}},
                     not_found("include/version.hpp"))
                  .empty());
}

// ---- headers that are written while others are compiled ----

Occurrence missing(const std::string& failed) {
  auto one = said("engine/engine.cpp:3:10: fatal error: wire/messages.hpp: No such file or directory",
                  {{"path", "wire/messages.hpp"}}, {{"engine/engine.cpp", 3, 10}});
  one.after = {"compilation terminated.", failed};
  return one;
}

const auto by_make = missing(
    "gmake[3]: *** [engine/CMakeFiles/engine.dir/build.make:76: engine/CMakeFiles/engine.dir/engine.cpp.o] Error 1");

const std::string written =
    "add_custom_command(\n  OUTPUT ${MADE}/wire/messages.hpp\n  COMMAND gen.py ${MADE}/wire/messages.hpp)\n";

TEST(CMakeWait, ForTheTargetThatHasTheHeaderWritten) {
  Files files = {{"wire/CMakeLists.txt", written + "add_custom_target(messages DEPENDS ${MADE}/wire/messages.hpp)\n"},
                 {"engine/CMakeLists.txt",
                  "add_library(engine engine.cpp)\ntarget_include_directories(engine PUBLIC .)\n\n"
                  "add_library(timing engine.cpp)\nadd_dependencies(timing messages)\n"}};
  const auto after = mended("make.wait-for-header", files, by_make);
  ASSERT_EQ(after.size(), 1);
  EXPECT_EQ(after.at("engine/CMakeLists.txt"),
            "add_library(engine engine.cpp)\ntarget_include_directories(engine PUBLIC .)\nadd_dependencies(engine "
            "messages)\n\n"
            "add_library(timing engine.cpp)\nadd_dependencies(timing messages)\n");
  auto by_ninja = missing("ninja: build stopped: subcommand failed.");
  by_ninja.before = {"FAILED: engine/CMakeFiles/engine.dir/engine.cpp.o"};
  EXPECT_EQ(mended("make.wait-for-header", files, by_ninja), after);
  files["old/CMakeLists.txt"] = written;
  EXPECT_TRUE(mended("make.wait-for-header", files, by_make).empty());
}

TEST(CMakeWait, AsASourceOfItsOwnInTheSameList) {
  EXPECT_EQ(mended("make.wait-for-header", {{"engine/CMakeLists.txt", written + "add_executable(engine engine.cpp)\n"}},
                   by_make)
                .at("engine/CMakeLists.txt"),
            written + "add_executable(engine engine.cpp)\ntarget_sources(engine PRIVATE ${MADE}/wire/messages.hpp)\n");
  EXPECT_TRUE(
      mended("make.wait-for-header",
             {{"engine/CMakeLists.txt", "add_executable(engine engine.cpp)\n"}, {"wire/CMakeLists.txt", written}},
             by_make)
          .empty());
}

TEST(CMakeWait, ForNobodyWhereSeveralWriteItOrEachWouldWaitForTheOther) {
  const auto waits = [](const std::string& targets) {
    return mended("make.wait-for-header", {{"engine/CMakeLists.txt", written + targets}}, by_make);
  };
  const std::string engine = "add_library(engine engine.cpp)\n",
                    app = "add_executable(app ${MADE}/wire/messages.hpp)\n";
  EXPECT_EQ(waits(engine + app).size(), 1);
  EXPECT_TRUE(waits(engine + app + "target_link_libraries(app PRIVATE engine)\n").empty());
  EXPECT_TRUE(waits(engine + app + "add_library(more ${MADE}/wire/messages.hpp)\n").empty());
}

}  // namespace
}  // namespace regreen::story
