#include "unit/mend/story.h"

namespace regreen::story {
namespace {

const std::string top = "project(p LANGUAGES CXX)\nadd_executable(app main.cpp)\nadd_library(sums sums.cpp)\n";

std::string linked(const std::string& list, const Occurrence& one) {
  const auto files = mended("cmake.link-alike", Files{{"CMakeLists.txt", list}}, one);
  return files.empty() ? "nothing" : files.at("CMakeLists.txt");
}

Occurrence keyword_used(const std::string& target, std::size_t line) {
  auto one = said("  The keyword signature for target_link_libraries has already been used with", {});
  one.before = {"CMake Error at CMakeLists.txt:" + std::to_string(line) + " (target_link_libraries):"};
  one.after = {"  the target \"" + target + "\".  All uses of target_link_libraries with a target must",
               "  be either all-keyword or all-plain."};
  return one;
}

Occurrence plain_used(const std::string& target, std::size_t line) {
  auto one = said("  The plain signature for target_link_libraries has already been used with", {});
  one.before = {"CMake Error at CMakeLists.txt:1 (target_link_libraries):"};
  one.after = {"  the target \"" + target + "\".  All uses of target_link_libraries with a target",
               "  must be either all-keyword or all-plain.",
               "",
               "  The uses of the plain signature are here:",
               "",
               "   * CMakeLists.txt:" + std::to_string(line) + " (target_link_libraries)"};
  return one;
}

TEST(CMakeLink, HasAKeywordInAllCallsForATarget) {
  const std::string keyword = "target_link_libraries(app PRIVATE a)\n";
  EXPECT_EQ(linked(top + keyword + "target_link_libraries(app sums)\n", keyword_used("app", 5)),
            top + keyword + "target_link_libraries(app PRIVATE sums)\n");
  EXPECT_EQ(linked(top + "target_link_libraries(app\n  sums)\ntarget_link_libraries(app m)\n" + keyword,
                   plain_used("app", 4)),
            top + "target_link_libraries(app PRIVATE\n  sums)\ntarget_link_libraries(app PRIVATE m)\n" + keyword);
  EXPECT_EQ(
      linked(top + "target_link_libraries(sums m)\ntarget_link_libraries(sums PRIVATE a)\n", plain_used("sums", 4)),
      top + "target_link_libraries(sums PUBLIC m)\ntarget_link_libraries(sums PRIVATE a)\n")
      << "a library hands on what it links";
  EXPECT_EQ(linked(top + "target_link_libraries(${PROJECT_NAME} m)\n", keyword_used("p", 4)),
            top + "target_link_libraries(${PROJECT_NAME} PUBLIC m)\n");
}

TEST(CMakeLink, StaysWhereTheCallIsNotTheOne) {
  EXPECT_EQ(linked(top + "target_link_libraries(other m)\n", keyword_used("app", 4)), "nothing");
  EXPECT_EQ(linked(top + "target_link_libraries(app LINK_PUBLIC m)\n", keyword_used("app", 4)), "nothing");
  auto elsewhere = plain_used("app", 4);
  elsewhere.after.back() = "   * /usr/share/cmake-3.25/Modules/FindCUDA.cmake:2000 (target_link_libraries)";
  EXPECT_EQ(linked(top + "target_link_libraries(app PRIVATE m)\n", elsewhere), "nothing");
}

std::string enabled(const std::string& list, const std::string& target = "fold") {
  const auto one =
      said("CMake Error: CMake can not determine linker language for target: " + target, {{"symbol", target}});
  const auto files = mended("cmake.enable-language", Files{{"CMakeLists.txt", list}}, one);
  return files.empty() ? "nothing" : files.at("CMakeLists.txt");
}

TEST(CMakeLanguage, IsAddedToThoseOfTheProject) {
  const std::string library = "add_library(fold STATIC fold.h fold.cpp)\n";
  EXPECT_EQ(enabled("project(p VERSION 1 LANGUAGES C)\n" + library),
            "project(p VERSION 1 LANGUAGES C CXX)\n" + library);
  EXPECT_EQ(enabled("project(p\n  LANGUAGES C\n  VERSION 1)\n" + library),
            "project(p\n  LANGUAGES C CXX\n  VERSION 1)\n" + library);
  EXPECT_EQ(enabled("project(p C)\n" + library), "project(p C CXX)\n" + library);
  EXPECT_EQ(enabled("project(p NONE)\n" + library), "project(p CXX)\n" + library);
  EXPECT_EQ(enabled("project(p)\nadd_library(fold a.f90)\n"),
            "project(p)\nenable_language(Fortran)\nadd_library(fold a.f90)\n");
  EXPECT_EQ(enabled("project(p CXX)\nset(SOURCES a.c \"b.c\")\nadd_library(fold ${SOURCES})\n"),
            "project(p CXX C)\nset(SOURCES a.c \"b.c\")\nadd_library(fold ${SOURCES})\n");
  EXPECT_EQ(enabled("project(p C)\nadd_library(fold)\ntarget_sources(fold PRIVATE a.cc)\n"),
            "project(p C CXX)\nadd_library(fold)\ntarget_sources(fold PRIVATE a.cc)\n");
}

TEST(CMakeLanguage, IsAddedInTheListThatBeginsTheProject) {
  const Files files = {{"CMakeLists.txt", "project(p C)\nadd_subdirectory(lib)\n"},
                       {"lib/CMakeLists.txt", "add_library(fold fold.cpp)\n"}};
  const auto one = said("CMake Error: Cannot determine link language for target \"fold\".", {{"symbol", "fold"}});
  EXPECT_EQ(mended("cmake.enable-language", files, one).at("CMakeLists.txt"),
            "project(p C CXX)\nadd_subdirectory(lib)\n");
}

TEST(CMakeLanguage, IsNoQuestionOfHeadersAlone) {
  EXPECT_EQ(enabled("project(p C)\nadd_library(fold STATIC fold.h)\n"), "nothing");
  EXPECT_EQ(enabled("project(p)\nadd_library(fold fold.cpp)\n"), "nothing") << "both are there";
  EXPECT_EQ(enabled("project(p C)\nadd_library(fold fold.cpp)\n", "other"), "nothing");
  EXPECT_EQ(enabled("project(p C # main\n)\nadd_library(fold fold.cpp)\n"), "nothing") << "a comment within";
}

TEST(CMakeLanguage, IsThatOfOneProjectOfTheRepository) {
  const auto one = said("CMake Error: CMake can not determine linker language for target: fold", {{"symbol", "fold"}});
  const std::string list = "project(p C)\nadd_library(fold fold.cpp)\n";
  const Files two = {{"a/CMakeLists.txt", list}, {"b/CMakeLists.txt", list}};
  EXPECT_TRUE(mended("cmake.enable-language", two, one).empty());
  const Files others = {{"a/CMakeLists.txt", list}, {"external/b/CMakeLists.txt", list}};
  EXPECT_EQ(mended("cmake.enable-language", others, one).size(), 1U);
}

const std::string failed = "2/2 Test #2: file .............................***Failed    0.01 sec";

Files with_data(const std::string& list) {
  return {{"CMakeLists.txt", list},
          {"tests/file_test.cpp", "std::ifstream in(\"tests/data/stations.txt\");\n"},
          {"tests/data/stations.txt", "oslo 3\n"}};
}

std::string run_in(const Files& files, const std::string& printed, const std::string& list = "CMakeLists.txt") {
  auto one = said(failed, {{"test", "file"}});
  one.after = {printed, "", "50% tests passed, 1 tests failed out of 2"};
  const auto changed = mended("cmake.run-in-source", files, one);
  return changed.empty() ? "nothing" : changed.at(list);
}

TEST(CTestFolder, IsTheOneInWhichTheTestLooks) {
  const std::string made = "project(p)\nadd_executable(file_test a.cpp)\n";
  const std::string printed = "cannot open tests/data/stations.txt";
  EXPECT_EQ(run_in(with_data(made + "add_test(NAME file COMMAND file_test)\n"), printed),
            made + "add_test(NAME file COMMAND file_test WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})\n");
  EXPECT_EQ(
      run_in(with_data(made + "add_test(file file_test)\n"), "'./tests/data/stations.txt': No such file or directory"),
      made +
          "add_test(file file_test)\nset_tests_properties(file PROPERTIES WORKING_DIRECTORY "
          "${CMAKE_CURRENT_SOURCE_DIR})\n");
  auto below = with_data(made + "add_subdirectory(tests)\n");
  below["tests/CMakeLists.txt"] = "add_test(NAME file COMMAND file_test\n  --fast)\n";
  EXPECT_EQ(run_in(below, printed, "tests/CMakeLists.txt"),
            "add_test(NAME file COMMAND file_test\n  --fast WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})\n");
  auto beside = below;
  beside["tests/file_test.cpp"] = "open(\"data/stations.txt\");\n";
  EXPECT_EQ(run_in(beside, "could not open data/stations.txt.", "tests/CMakeLists.txt"),
            "add_test(NAME file COMMAND file_test\n  --fast WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})\n");
}

TEST(CTestFolder, StaysWhereTheTestSaysSomethingElse) {
  const std::string made = "project(p)\nadd_executable(file_test a.cpp)\nadd_test(NAME file COMMAND file_test)\n";
  const std::string printed = "cannot open tests/data/stations.txt";
  EXPECT_EQ(run_in(with_data(made), printed + " " + std::string(4096, 'x')), "nothing") << "longer than people's";
  EXPECT_NE(run_in(with_data(made + "install(FILES tests/data/stations.txt DESTINATION share)\n"), printed), "nothing");
  EXPECT_EQ(run_in(with_data(made), "wrong depth in tests/data/stations.txt"), "nothing") << "it was found";
  EXPECT_EQ(run_in(with_data(made), "cannot open tests/data/gone.txt"), "nothing") << "there is none";
  EXPECT_EQ(run_in(with_data(made), "cannot open /srv/tests/data/stations.txt"), "nothing");
  EXPECT_EQ(run_in(with_data(made + "file(COPY tests/data DESTINATION tests)\n"), printed), "nothing") << "copied";
  EXPECT_EQ(run_in(with_data("project(p)\nadd_test(NAME file COMMAND sh run.sh)\n"), printed), "nothing")
      << "the script is found from where it runs";
  auto two = with_data(made);
  two["old/tests/data/stations.txt"] = "";
  EXPECT_EQ(run_in(two, printed), "nothing") << "from two folders";
  auto unnamed = with_data(made);
  unnamed["tests/file_test.cpp"] = "open(argv[1]);\n";
  EXPECT_EQ(run_in(unnamed, printed), "nothing");
}

Occurrence no_header(const std::string& target) {
  auto one = said("src/lookup.c:5:10: fatal error: codes.h: No such file or directory", {{"path", "codes.h"}});
  one.after = {"    5 | #include \"codes.h\"", "compilation terminated.",
               "make[1]: *** [Makefile:2: " + target + "] Error 1"};
  return one;
}

std::string waiting(const std::string& makefile, const std::string& target = "build/lookup.o") {
  const Files files = {{"Makefile", makefile},
                       {"src/lookup.c", "#include \"codes.h\"\n"},
                       {"src/table.c", "# include <stdio.h>\n#include \"codes.h\"\n"},
                       {"src/main.c", "int main;\n"}};
  const auto changed = mended("make.wait-for-header", files, no_header(target));
  return changed.empty() ? "nothing" : changed.at("Makefile");
}

TEST(MakeHeader, IsWaitedForByAllThatIncludesIt) {
  const std::string objects = "build/%.o: src/%.c | build\n\tcc -c -o $@ $<\n";
  const std::string header = "build/codes.h: codes.txt\n\tawk -f codes.awk $< > $@\n";
  EXPECT_EQ(waiting(objects + header + "\nclean:\n\trm -rf build\n"),
            objects + header + "\nbuild/lookup.o build/table.o: build/codes.h\n\nclean:\n\trm -rf build\n");
  EXPECT_EQ(waiting("lookup.o: src/lookup.c\n\tcc -c src/lookup.c\n" + header, "lookup.o"),
            "lookup.o: src/lookup.c\n\tcc -c src/lookup.c\n" + header + "\nlookup.o: build/codes.h\n");
  const std::string by_name =
      "BUILD := build\n$(BUILD)/%.o: src/%.c\n\tcc -c -o $@ $<\n$(BUILD)/codes.h:\n\ttouch $@\n";
  EXPECT_EQ(waiting(by_name), by_name + "\n$(BUILD)/lookup.o $(BUILD)/table.o: $(BUILD)/codes.h\n");
  const std::string in_variables =
      "B := build\n$(B)/%.o: src/%.c\n\tcc -I$(B)/gen -c -o $@ $<\nGEN = $(B)/gen/codes.h\n$(GEN):\n\ttouch $@\n";
  EXPECT_EQ(waiting(in_variables), in_variables + "\n$(B)/lookup.o $(B)/table.o: $(GEN)\n");
  const std::string of_two =
      "GEN := build/gen/codes.h build/gen/names.h\nbuild/%.o: src/%.c\n\tcc -c -o $@ $<\n$(GEN):\n\tpython3 gen.py\n";
  EXPECT_EQ(waiting(of_two), of_two + "\nbuild/lookup.o build/table.o: $(GEN)\n");
  EXPECT_EQ(waiting("GEN = $(GEN)/codes.h\nbuild/%.o: src/%.c\n\tcc -c -o $@ $<\n$(GEN):\n\ttouch $@\n"), "nothing");
}

TEST(MakeHeader, IsWaitedForInTheMakefileThatTheLogMeans) {
  const std::string header = "build/codes.h: codes.txt\n\tawk -f codes.awk $< > $@\n";
  const std::string rule = "build/lookup.o: src/lookup.c\n\tcc -c -o $@ $<\n";
  Files files = {{"a/Makefile", rule + header}, {"b/Makefile", header + rule}, {"deps/Makefile", rule + header}};
  const auto one = mended("make.wait-for-header", files, no_header("build/lookup.o"));
  EXPECT_EQ(one.size(), 1U);
  EXPECT_TRUE(one.contains("a/Makefile"));
  files["b/Makefile"] = rule + header;
  EXPECT_TRUE(mended("make.wait-for-header", files, no_header("build/lookup.o")).empty()) << "both may be meant";
}

TEST(MakeHeader, IsNotWaitedForWhereThatWouldBuildIt) {
  const std::string header = "build/codes.h: codes.txt\n\tawk -f codes.awk $< > $@\n";
  EXPECT_EQ(waiting("build/%.o: src/%.c\n\tcc -c -o $@ $^\n" + header), "nothing") << "it would be compiled";
  EXPECT_EQ(waiting("build/%.o: src/%.c\n\tcc -c -o $@ $<\n"), "nothing") << "nobody makes it";
  std::string many = "W := a b c d e f g h\n";
  for (int i = 0; i < 1000; ++i) many += "$(W): $(W) $(W)\n";
  EXPECT_EQ(waiting(many + "build/%.o: src/%.c\n\tcc -c -o $@ $<\n" + header), "nothing")
      << "more names than people write";
  EXPECT_EQ(waiting("build/%.o: src/%.c\n\tcc -c $<\n" + header + "gen/codes.h:\n\ttouch $@\n"), "nothing") << "two do";
  EXPECT_EQ(waiting("build/%.o: src/%.c\n\tcc -c $<\n" + header + "build/lookup.o: build/codes.h\n"), "nothing")
      << "it is waited for";
}

}  // namespace
}  // namespace regreen::story
