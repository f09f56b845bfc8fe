#include "story.h"

namespace regreen::story {
namespace {

// The link of the program `app` lacks shop::price, which src/price.cpp defines.
std::string listed(Files files, const std::string& file = "CMakeLists.txt") {
  files["src/price.cpp"] = "namespace shop {\nint price(int a) {\n  return a;\n}\n}\n";
  for (const auto* path : {"src/cart.cpp", "src/main.cpp", "test/cart_test.cpp"}) files.emplace(path, "int a;\n");
  auto one = said("main.cpp:(.text+0x130): undefined reference to `shop::price[abi:cxx11](int)'",
                  {{"symbol", "shop::price[abi:cxx11](int)"}});
  one.after = {"collect2: error: ld returned 1 exit status",
               "gmake[2]: *** [CMakeFiles/app.dir/build.make:98: app] Error 1"};
  const auto after = mended("c.link-library", files, diagnosis_of({std::move(one)}));
  return after.contains(file) ? after.at(file) : "nothing";
}

const std::string linked = "add_executable(app src/main.cpp)\ntarget_link_libraries(app PRIVATE core)\n";

TEST(CMakeSource, JoinsTheLibraryOfItsFolderThatTheProgramLinks) {
  EXPECT_EQ(listed({{"CMakeLists.txt", "add_library(core STATIC\n  src/cart.cpp\n)\n" + linked}}),
            "add_library(core STATIC\n  src/cart.cpp\n  src/price.cpp\n)\n" + linked);
  EXPECT_EQ(listed({{"CMakeLists.txt", "# src/price.cpp has the prices\nadd_library(core src/cart.cpp)\n" + linked}}),
            "# src/price.cpp has the prices\nadd_library(core src/cart.cpp src/price.cpp)\n" + linked);
  EXPECT_EQ(listed({{"CMakeLists.txt", "set(PARTS\n    src/cart.cpp)\nadd_library(core ${PARTS})\n" + linked}}),
            "set(PARTS\n    src/cart.cpp\n    src/price.cpp)\nadd_library(core ${PARTS})\n" + linked);
  EXPECT_EQ(
      listed({{"CMakeLists.txt",
               "add_library(core)\ntarget_sources(core PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/src/cart.cpp)\n" + linked}}),
      "add_library(core)\ntarget_sources(core PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/src/cart.cpp "
      "${CMAKE_CURRENT_SOURCE_DIR}/src/price.cpp)\n" +
          linked);
}

TEST(CMakeSource, JoinsTheListOfItsFolder) {
  const Files files = {{"CMakeLists.txt", "add_subdirectory(src)\nadd_subdirectory(test)\n"},
                       {"src/CMakeLists.txt",
                        "add_library(core cart.cpp)\nadd_library(all INTERFACE)\ntarget_link_libraries(all "
                        "INTERFACE core)\n"},
                       {"test/CMakeLists.txt", "add_executable(app cart_test.cpp)\ntarget_link_libraries(app core)\n"}};
  EXPECT_EQ(
      listed(files, "src/CMakeLists.txt"),
      "add_library(core cart.cpp price.cpp)\nadd_library(all INTERFACE)\ntarget_link_libraries(all INTERFACE core)\n");
}

TEST(CMakeSource, JoinsTheProgramThatHasNoLibrary) {
  EXPECT_EQ(listed({{"CMakeLists.txt", "add_executable(app src/main.cpp src/cart.cpp)\n"}}),
            "add_executable(app src/main.cpp src/cart.cpp src/price.cpp)\n");
}

TEST(CMakeSource, StaysOutWhereTwoLibrariesMayBeMeant) {
  EXPECT_EQ(listed({{"CMakeLists.txt",
                     "add_library(core src/cart.cpp)\nadd_library(more src/main.cpp)\n"
                     "add_executable(app test/cart_test.cpp)\ntarget_link_libraries(app core more)\n"}})
                .find("core src/cart.cpp src/price.cpp"),
            std::string::npos);
}

const std::string core = "add_library(core src/cart.cpp src/price.cpp)\n";

TEST(CMakeSource, JoinsTheOnesThatAProgramBuildsItself) {
  EXPECT_EQ(
      listed({{"CMakeLists.txt", core + "add_executable(app src/main.cpp\n  ${PROJECT_SOURCE_DIR}/src/cart.cpp)\n"}}),
      core +
          "add_executable(app src/main.cpp\n  ${PROJECT_SOURCE_DIR}/src/cart.cpp\n"
          "  ${PROJECT_SOURCE_DIR}/src/price.cpp)\n");
  EXPECT_EQ(listed({{"CMakeLists.txt", core}, {"test/CMakeLists.txt", "add_executable(app \"../src/cart.cpp\")\n"}},
                   "test/CMakeLists.txt"),
            "add_executable(app \"../src/cart.cpp\" \"../src/price.cpp\")\n");
  EXPECT_EQ(listed({{"CMakeLists.txt", core + "add_executable(app src/main.cpp)\n"}}),
            core + "add_executable(app src/main.cpp)\ntarget_link_libraries(app PRIVATE core)\n")
      << "main.cpp is none of the library";
}

TEST(CMakeSource, OfTwoItIsTheOneOfTheFunctionsName) {
  const std::string other = "namespace shop {\nint price(int a) {\n  return -a;\n}\n}\n";
  const std::string list = "add_executable(app src/main.cpp src/cart.cpp)\n";
  EXPECT_EQ(listed({{"CMakeLists.txt", list}, {"src/old_price.cpp", other}}),
            "add_executable(app src/main.cpp src/cart.cpp src/price.cpp)\n");
  EXPECT_EQ(listed({{"CMakeLists.txt", list}, {"other/price.cpp", other}}), "nothing");
  EXPECT_EQ(listed({{"CMakeLists.txt", list}, {"mock/price.cpp", other}}),  // a program never means a stand-in
            "add_executable(app src/main.cpp src/cart.cpp src/price.cpp)\n");
}

TEST(CMakeSource, OfSeveralOfOneNameIsTheOneBesideTheHeader) {
  const std::string lists = "add_library(core src/cart.cpp)\n" + linked;
  const std::string body = "namespace shop {\nint price(int a) { return a + a; }\n}\n";
  const Files files = {{"CMakeLists.txt", lists}, {"src/price.hpp", "int price(int a);\n"}, {"legacy/price.cpp", body}};
  const std::string with = "add_library(core src/cart.cpp src/price.cpp)\n" + linked;
  EXPECT_EQ(listed(files), with);
  auto chosen = files;
  chosen["CMakeLists.txt"] = "if(OLD)\n  target_sources(app PRIVATE legacy/price.cpp)\nendif()\n" + lists;
  EXPECT_EQ(listed(chosen), "nothing") << "which one is a choice of the list";
  chosen["CMakeLists.txt"] = "file(GLOB OLD legacy/*.cpp)\n" + lists;
  EXPECT_EQ(listed(chosen), "nothing") << "it is built without a name";
  auto both = files;
  both["legacy/price.hpp"] = "int price(int a);\n";
  EXPECT_EQ(listed(both), "nothing") << "both have one";
  auto elsewhere = files;
  elsewhere.erase("src/price.hpp");
  elsewhere["include/price.hpp"] = "int price(int a);\n";
  EXPECT_EQ(listed(elsewhere), "nothing");
  auto other = files;
  other["src/price.hpp"] = "int rebate(int a);\n";
  EXPECT_EQ(listed(other), "nothing") << "which declares something else";
}

}  // namespace
}  // namespace regreen::story
