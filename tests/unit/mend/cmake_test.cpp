// Headers that CMake writes, and tests that it was not told of.
#include "story.h"

namespace regreen::story {
namespace {

std::string with_header(Files files, const std::string& header, const std::string& list = "CMakeLists.txt") {
  files["src/main.cpp"] = "#include \"" + header + "\"\n";
  const auto missing = said("src/main.cpp:1:10: fatal error: " + header + ": No such file or directory",
                            {{"path", header}}, {{"src/main.cpp", 1, 10}});
  const auto after = mended("c.add-include-path", files, missing);
  return after.contains(list) ? after.at(list) : "nothing";
}

TEST(BuiltHeader, IsLookedForWhereCMakeWritesIt) {
  const std::string app = "add_executable(app src/main.cpp)\n", head = "configure_file(version.h.in version.h)\n";
  EXPECT_EQ(with_header({{"CMakeLists.txt", head + app}}, "version.h"),
            head + app + "target_include_directories(app PRIVATE ${CMAKE_CURRENT_BINARY_DIR})\n");
  EXPECT_EQ(
      with_header({{"CMakeLists.txt", head + app + "target_include_directories(app PRIVATE src)\n"}}, "version.h"),
      head + app + "target_include_directories(app PRIVATE src ${CMAKE_CURRENT_BINARY_DIR})\n");
  EXPECT_EQ(with_header({{"CMakeLists.txt", head + app + "target_include_directories(app PUBLIC src)\n"}}, "version.h"),
            head + app +
                "target_include_directories(app PUBLIC src)\n"
                "target_include_directories(app PRIVATE ${CMAKE_CURRENT_BINARY_DIR})\n")
      << "who uses it need not see it";
  const std::string below = "configure_file(v.in \"${PROJECT_BINARY_DIR}/gen/app/version.h\" @ONLY)\n";
  EXPECT_EQ(with_header({{"CMakeLists.txt", below + app}}, "app/version.h"),
            below + app + "target_include_directories(app PRIVATE ${PROJECT_BINARY_DIR}/gen)\n");
  const std::string made = "add_custom_command(OUTPUT table.h COMMAND gen > table.h)\n";
  EXPECT_EQ(with_header({{"CMakeLists.txt", made + app}}, "table.h"),
            made + app + "target_include_directories(app PRIVATE ${CMAKE_CURRENT_BINARY_DIR})\n");
  const std::string exported = "add_library(App src/main.cpp)\ngenerate_export_header(App)\n";
  EXPECT_TRUE(contains(with_header({{"CMakeLists.txt", exported}}, "app_export.h"),
                       "target_include_directories(App PRIVATE ${CMAKE_CURRENT_BINARY_DIR})\n"));
}

TEST(BuiltHeader, OfTheListAboveIsInTheProjectsFolder) {
  Files files = {{"CMakeLists.txt", "project(p)\nconfigure_file(config.h.in config.h)\nadd_subdirectory(src)\n"},
                 {"src/CMakeLists.txt", "add_executable(app main.cpp)\n"}};
  EXPECT_EQ(with_header(files, "config.h", "src/CMakeLists.txt"),
            "add_executable(app main.cpp)\ntarget_include_directories(app PRIVATE ${PROJECT_BINARY_DIR})\n");
  files["src/CMakeLists.txt"] = "project(app)\nadd_executable(app main.cpp)\n";
  EXPECT_EQ(with_header(files, "config.h", "src/CMakeLists.txt"), "nothing") << "its own project has another folder";
}

TEST(BuiltHeader, ThatNobodyWritesIsNotLookedFor) {
  EXPECT_EQ(with_header({{"CMakeLists.txt", "configure_file(a.in a.h)\nadd_executable(app src/main.cpp)\n"}}, "b.h"),
            "nothing");
  EXPECT_EQ(with_header({{"CMakeLists.txt",
                          "configure_file(a.in x/a.h)\nconfigure_file(a.in y/a.h)\n"
                          "add_executable(app src/main.cpp)\n"}},
                        "a.h"),
            "nothing")
      << "which of the two?";
}

TEST(HeaderFolder, IsALineOfItsOwn) {
  const Files header = {{"include/a.h", ""}};
  auto files = header;
  files["CMakeLists.txt"] = "add_executable(app src/main.cpp)";
  EXPECT_EQ(with_header(files, "a.h"),
            "add_executable(app src/main.cpp)\ntarget_include_directories(app PRIVATE include)\n");
  files["CMakeLists.txt"] = "if(APP)\r\n  add_executable(app src/main.cpp)\r\nendif()\r\n";
  EXPECT_EQ(with_header(files, "a.h"),
            "if(APP)\r\n  add_executable(app src/main.cpp)\r\n  target_include_directories(app PRIVATE "
            "include)\r\nendif()\r\n");
  files["CMakeLists.txt"] = "target_include_directories()\nadd_executable(app src/main.cpp)\n";
  EXPECT_EQ(with_header(files, "a.h"),
            "target_include_directories()\nadd_executable(app src/main.cpp)\ntarget_include_directories(app PRIVATE "
            "include)\n")
      << "a call without words";
}

TEST(HeaderFolder, GoesBeforeNoComment) {
  const auto make = [](const std::string& makefile) {
    return with_header({{"include/a.h", ""}, {"Makefile", makefile}}, "a.h", "Makefile");
  };
  EXPECT_EQ(make("CXXFLAGS = -O2\n"), "CXXFLAGS = -O2 -Iinclude\n");
  EXPECT_EQ(make("CXXFLAGS = -O2 # fast\n"), "nothing") << "behind it, it would be comment";
}

TEST(CMakePackage, IsALineOfItsOwn) {
  const auto linked = [](const std::string& list) {
    const auto unknown = said("  The link interface of target \"app\" contains:", {});
    auto one = unknown;
    one.after = {"    fmt::fmt"};
    const auto after = mended("cmake.add-package", Files{{"CMakeLists.txt", list}}, one);
    return after.contains("CMakeLists.txt") ? after.at("CMakeLists.txt") : "nothing";
  };
  const std::string link = "target_link_libraries(app fmt::fmt)\n";
  EXPECT_EQ(linked("PROJECT(app)\n" + link), "PROJECT(app)\n\nfind_package(fmt REQUIRED)\n" + link);
  EXPECT_EQ(linked("project(app)\n" + link + "find_package(ZLIB)"),
            "project(app)\n" + link + "find_package(ZLIB)\nfind_package(fmt REQUIRED)\n");
  EXPECT_EQ(linked("Find_Package(fmt 9\n  REQUIRED)\n" + link), "nothing");
}

std::string without_tests(const std::string& top, const std::string& below = "add_test(NAME a COMMAND a)\n") {
  const Files files = {{"CMakeLists.txt", top}, {"tests/CMakeLists.txt", below}};
  const auto after = mended("cmake.enable-testing", files, said("No tests were found!!!", {}));
  return after.contains("CMakeLists.txt") ? after.at("CMakeLists.txt") : "nothing";
}

TEST(CMakeTests, AreSwitchedOnBeforeTheyAreAdded) {
  EXPECT_EQ(without_tests("project(p)\nadd_subdirectory(src)\nadd_subdirectory(tests)\n"),
            "project(p)\nadd_subdirectory(src)\nenable_testing()\nadd_subdirectory(tests)\n");
  EXPECT_EQ(without_tests("project(p)\nif(P_TESTS)\n  add_subdirectory(tests)\nendif()\n"),
            "project(p)\nif(P_TESTS)\n  enable_testing()\n  add_subdirectory(tests)\nendif()\n");
  EXPECT_EQ(without_tests("project(p)\nadd_test(NAME b COMMAND b)\n", ""),
            "project(p)\nenable_testing()\nadd_test(NAME b COMMAND b)\n");
  EXPECT_EQ(without_tests("project(p)\nadd_subdirectory(tests)\n", "enable_testing()\ngtest_discover_tests(a)\n"),
            "project(p)\nenable_testing()\nadd_subdirectory(tests)\n")
      << "below is not enough";
}

TEST(CMakeTests, KnowOfASwitchAboveOnly) {
  EXPECT_EQ(without_tests("project(p)\nadd_subdirectory(tests)\nenable_testing()\n"),
            "project(p)\nenable_testing()\nadd_subdirectory(tests)\n");
  EXPECT_EQ(without_tests("project(p)\nadd_subdirectory(tests)\ninclude(CTest)\n"),
            "project(p)\ninclude(CTest)\nadd_subdirectory(tests)\n");
}

TEST(CMakeTests, ThatAskForBuildTestingGetIt) {
  EXPECT_EQ(without_tests("project(p)\nif(BUILD_TESTING)\n  enable_testing()\n  add_subdirectory(tests)\nendif()\n"),
            "project(p)\ninclude(CTest)\nif(BUILD_TESTING)\n  enable_testing()\n  add_subdirectory(tests)\nendif()\n");
  EXPECT_EQ(without_tests("project(p)\noption(BUILD_TESTING \"\" OFF)\nif(BUILD_TESTING)\n  enable_testing()\n"
                          "  add_subdirectory(tests)\nendif()\n"),
            "nothing")
      << "somebody switched it off";
}

TEST(CMakeTests, AreCommandsInWhateverCase) {
  EXPECT_EQ(without_tests("PROJECT(p)\nENABLE_TESTING()\nADD_SUBDIRECTORY(tests)\n"), "nothing");
  EXPECT_EQ(without_tests("PROJECT(p)\nADD_SUBDIRECTORY(tests)\n", "ADD_TEST(NAME a COMMAND a)\n"),
            "PROJECT(p)\nenable_testing()\nADD_SUBDIRECTORY(tests)\n");
}

TEST(CMakeTests, AreNotSwitchedOnByACommentOrAText) {
  EXPECT_EQ(
      without_tests("project(p)\nmessage(\"say enable_testing() :)\") # enable_testing()\nadd_subdirectory(tests)\n"),
      "project(p)\nmessage(\"say enable_testing() :)\") # enable_testing()\nenable_testing()\nadd_subdirectory("
      "tests)\n");
}

TEST(CMakeTests, AreNotSwitchedOnInBrackets) {
  const std::string others =
      "#[[ a \"quote\nenable_testing()\n]]\nmessage([==[ one \" quote\nenable_testing() ]] ]==])\n";
  EXPECT_EQ(without_tests("project(p)\n" + others + "add_subdirectory(tests)\n"),
            "project(p)\n" + others + "enable_testing()\nadd_subdirectory(tests)\n");
  EXPECT_EQ(without_tests("project(p)\n" + others + "enable_testing()\nadd_subdirectory(tests)\n"), "nothing");
  EXPECT_EQ(without_tests("project(p)\nset(a ${b}[0] [\\( )\nenable_testing()\nadd_subdirectory(tests)\n"), "nothing");
}

TEST(CMakeCommand, AtTheEndOfAListIsNoCall) {
  const auto after = mended("cmake.fix-command", Files{{"CMakeLists.txt", "add_exectuable(a a.c)\n# add_exectuable"}},
                            said("Unknown CMake command \"add_exectuable\".", {{"command", "add_exectuable"}}));
  EXPECT_EQ(after.at("CMakeLists.txt"), "add_executable(a a.c)\n# add_exectuable");
}

TEST(CMakeTests, AreLeftAloneWhereTheyAreSwitchedOnOrNotThere) {
  EXPECT_EQ(without_tests("project(p)\nenable_testing()\nadd_subdirectory(tests)\n"), "nothing");
  EXPECT_EQ(without_tests("project(p)\nadd_subdirectory(tests)\n", "add_executable(a a.c)\n"), "nothing");
  EXPECT_EQ(without_tests("project(p)\n"), "nothing") << "nothing leads to the tests";
}

}  // namespace
}  // namespace regreen::story
