// Headers, standards, warnings and recipes.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& file, std::size_t line, const std::string& message,
              std::vector<std::string> below = {}, const std::string& symbol = "") {
  auto one = said(file + ":" + std::to_string(line) + ":1: error: " + message,
                  {{"file", file}, {"line", std::to_string(line)}, {"symbol", symbol}}, {{file, line, 1}});
  one.after = std::move(below);
  return one;
}

std::string after(std::string_view remedy, const Files& files, const std::string& file,
                  std::vector<Occurrence> occurrences) {
  const auto changed = mended(remedy, files, diagnosis_of(std::move(occurrences)));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

const std::vector<std::string> told_again = {"    1 | struct point {", "point.h:1:8: note: originally defined here"};

TEST(CHeader, ReadTwiceIsGuardedAsTheOthersAre) {
  const std::string header = "struct point {\n    int x;\n};\n";
  const auto twice = at("point.h", 1, "redefinition of ‘struct point’", told_again);
  EXPECT_EQ(after("c.add-guard", {{"point.h", header}}, "point.h", {twice}),
            "#ifndef POINT_H\n#define POINT_H\n\n" + header + "\n#endif\n");
  EXPECT_EQ(after("c.add-guard", {{"point.h", header}, {"line.h", "#pragma once\n"}}, "point.h", {twice}),
            "#pragma once\n\n" + header);
}

TEST(CHeader, ASecondDefinitionElsewhereIsNotGuarded) {
  const Files files = {{"point.h", "struct point {\n};\n"}, {"line.h", "struct point {\n};\n"}};
  EXPECT_EQ(after("c.add-guard", files, "point.h",
                  {at("point.h", 1, "redefinition of ‘struct point’", {"line.h:1:8: note: originally defined here"})}),
            "nothing");
}

TEST(CHeader, StdIsNamedWhereTheNameIsBare) {
  EXPECT_EQ(after("c.qualify-std", {{"a.cpp", "string f(std::string s, vector<string> v);  // a string\n"}}, "a.cpp",
                  {at("a.cpp", 1, "‘string’ does not name a type", {}, "string")}),
            "std::string f(std::string s, vector<std::string> v);  // a string\n");
  EXPECT_EQ(after("c.qualify-std", {{"a.c", "string f(void);\n"}}, "a.c",
                  {at("a.c", 1, "unknown type name ‘string’", {}, "string")}),
            "nothing");
}

TEST(CStandard, IsRaisedWhereTheBuildNamesIt) {
  const auto needs17 = at("a.cpp", 2, "‘optional’ in namespace ‘std’ does not name a template type",
                          {"a.cpp:2:8: note: ‘std::optional’ is only available from C++17 onwards"});
  EXPECT_EQ(after("c.raise-standard", {{"CMakeLists.txt", "set(CMAKE_CXX_STANDARD 11)\nset(CMAKE_C_STANDARD 99)\n"}},
                  "CMakeLists.txt", {needs17}),
            "set(CMAKE_CXX_STANDARD 17)\nset(CMAKE_C_STANDARD 99)\n");
  EXPECT_EQ(after("c.raise-standard", {{"Makefile", "CXXFLAGS = -std=c++20\n"}}, "Makefile", {needs17}), "nothing");
  const auto needs99 = at("a.c", 2, "‘for’ loop initial declarations are only allowed in C99 or C11 mode");
  EXPECT_EQ(after("c.raise-standard", {{"Makefile", "CFLAGS = -ansi -Wall\n"}}, "Makefile", {needs99}),
            "CFLAGS = -std=c99 -Wall\n");
  EXPECT_EQ(after("c.raise-standard", {{"Makefile", "CFLAGS = -std=gnu89\n"}}, "Makefile", {needs99}),
            "CFLAGS = -std=gnu99\n");
}

TEST(CWarning, ACounterTakesTheTypeOfItsBound) {
  const auto compared = at("a.c", 1,
                           "comparison of integer expressions of different signedness: ‘int’ and ‘size_t’ {aka ‘long "
                           "unsigned int’} [-Werror=sign-compare]");
  EXPECT_EQ(after("c.fix-warning", {{"a.c", "for (int i = 0; i < n; ++i) {}\n"}}, "a.c", {compared}),
            "for (size_t i = 0; i < n; ++i) {}\n");
  EXPECT_EQ(after("c.fix-warning", {{"a.c", "for (int i = 9; i < n; --i) {}\n"}}, "a.c", {compared}), "nothing")
      << "it would run around";
}

TEST(CWarning, InitialisersStandAsDeclared) {
  EXPECT_EQ(after("c.fix-warning", {{"t.h", "  T(int a, int b) : b_(b), a_{a} {}\n  int a_;\n  int b_;\n"}}, "t.h",
                  {at("t.h", 3, "‘T::b_’ will be initialized after [-Werror=reorder]",
                      {"t.h:2:7: error:   ‘int T::a_’ [-Werror=reorder]",
                       "t.h:1:3: error:   when initialized here [-Werror=reorder]"})}),
            "  T(int a, int b) : a_{a}, b_(b) {}\n  int a_;\n  int b_;\n");
}

TEST(CMakeLists, CommandsAndSourcesAreNamedRight) {
  EXPECT_EQ(after("cmake.fix-command", {{"CMakeLists.txt", "add_libary(a a.c)\n"}}, "CMakeLists.txt",
                  {said("  Unknown CMake command \"add_libary\".", {{"command", "add_libary"}})}),
            "add_library(a a.c)\n");
  EXPECT_EQ(after("cmake.fix-command", {{"CMakeLists.txt", "catch_discover_tests(a)\n"}}, "CMakeLists.txt",
                  {said("  Unknown CMake command \"catch_discover_tests\".", {{"command", "catch_discover_tests"}})}),
            "nothing");
  EXPECT_EQ(after("cmake.fix-command",
                  {{"CMakeLists.txt",
                    "# ADD_LIBARY(a)\nADD_LIBARY(a a.c)\nmessage(\"use add_libary(a)\" [=[add_libary(b)]=])\n"}},
                  "CMakeLists.txt", {said("  Unknown CMake command \"add_libary\".", {{"command", "add_libary"}})}),
            "# ADD_LIBARY(a)\nadd_library(a a.c)\nmessage(\"use add_libary(a)\" [=[add_libary(b)]=])\n");
  auto missing = said("  Cannot find source file:", {});
  missing.after = {"", "    src/time_table.c"};
  EXPECT_EQ(
      after("cmake.fix-source",
            {{"CMakeLists.txt", "add_library(a src/a.c src/time_table.c)\n"}, {"src/a.c", ""}, {"src/timetable.c", ""}},
            "CMakeLists.txt", {missing}),
      "add_library(a src/a.c src/timetable.c)\n");
  EXPECT_EQ(
      after("cmake.lower-version", {{"CMakeLists.txt", "cmake_minimum_required(VERSION 4.9)\n"}}, "CMakeLists.txt",
            {said("  CMake 4.9 or higher is required.  You are running version 3.25.1",
                  {{"version", "4.9"}, {"actual", "3.25.1"}})}),
      "cmake_minimum_required(VERSION 3.25)\n");
}

TEST(CInclude, TheCaseOfTheFileCounts) {
  const auto missing =
      said("a.c:1:10: fatal error: config.h: No such file or directory", {{"path", "config.h"}}, {{"a.c", 1, 10}});
  EXPECT_EQ(after("c.fix-include", {{"a.c", "#include \"config.h\"\n"}, {"Config.h", ""}}, "a.c", {missing}),
            "#include \"Config.h\"\n");
  EXPECT_EQ(after("c.fix-include", {{"a.c", "#include \"config.h\"\n"}, {"other.h", ""}}, "a.c", {missing}), "nothing");
}

TEST(MakeRecipe, BlanksBecomeATab) {
  auto one =
      said("Makefile:4: *** missing separator.  Stop.", {{"file", "Makefile"}, {"line", "4"}}, {{"Makefile", 4, 0}});
  EXPECT_EQ(after("make.use-tabs", {{"Makefile", "A = 1 \\\n    2\n\nall: a \\\n    b\n    echo a\n\n    echo b\n"}},
                  "Makefile", {one}),
            "nothing");
  one.locations = {{"Makefile", 6, 0}};
  one.captures["line"] = "6";
  EXPECT_EQ(after("make.use-tabs", {{"Makefile", "A = 1 \\\n    2\n\nall: a \\\n    b\n    echo a\n\n    echo b\n"}},
                  "Makefile", {one}),
            "A = 1 \\\n    2\n\nall: a \\\n    b\n\techo a\n\n\techo b\n");
}

TEST(MakeRecipe, IsNoVariableAndNoCondition) {
  const auto after_line = [](const std::string& line, const std::string& more = "") {
    const auto one =
        said("Makefile:2: *** missing separator.  Stop.", {{"file", "Makefile"}, {"line", "2"}}, {{"Makefile", 2, 0}});
    return after("make.use-tabs", {{"Makefile", "all:\n    ./run\n  " + line + "\n" + more}}, "Makefile", {one});
  };
  for (const std::string line : {"MODE := debug", "MODE ?= debug", "MODE=debug", "CFLAGS=-O1 -g", "MODE += a b",
                                 "ifeq ($(MODE),a)", "endif", "export MODE", "-include a.mk", "override MODE = b"})
    EXPECT_EQ(after_line(line), "all:\n\t./run\n  " + line + "\n");
  EXPECT_EQ(after_line("MODE=debug ./run"), "all:\n\t./run\n\tMODE=debug ./run\n");
  EXPECT_EQ(after_line("MODE=debug fast", "b:\n\t$(MODE)\n"), "all:\n\t./run\n  MODE=debug fast\nb:\n\t$(MODE)\n");
  EXPECT_EQ(after_line("./run --mode=a"), "all:\n\t./run\n\t./run --mode=a\n");
  EXPECT_EQ(after_line("export A=b && ./run"), "all:\n\t./run\n\texport A=b && ./run\n");
  EXPECT_EQ(after_line("test a != b"), "all:\n\t./run\n\ttest a != b\n");
}

TEST(CStandard, IsThatOfTheHeaderWhoseNamesAreNotThere) {
  const std::string source = "#include <filesystem>\nauto f = std::filesystem::current_path();\n";
  const auto needs17 = at("a.cpp", 2, "‘std::filesystem’ has not been declared", {}, "std::filesystem");
  EXPECT_EQ(after("c.raise-standard", {{"a.cpp", source}, {"Makefile", "CXXFLAGS = -std=c++14 -O1\n"}}, "Makefile",
                  {needs17}),
            "CXXFLAGS = -std=c++17 -O1\n");
  EXPECT_EQ(after("c.raise-standard", {{"a.cpp", "int x;\n"}, {"Makefile", "CXXFLAGS = -std=c++14 -O1\n"}}, "Makefile",
                  {needs17}),
            "nothing");
}

TEST(CStandard, IsAskedForWhereNothingNamesOne) {
  const Files files = {
      {"a.cpp", "#include <span>\nstd::span<int> s;\n"},
      {"CMakeLists.txt", "cmake_minimum_required(VERSION 3.16)\nproject(a CXX)\nadd_library(a a.cpp)\n"}};
  const auto needs20 = at("a.cpp", 2, "‘span’ in namespace ‘std’ does not name a template type", {}, "span");
  EXPECT_EQ(after("c.raise-standard", files, "CMakeLists.txt", {needs20}),
            "cmake_minimum_required(VERSION 3.16)\nproject(a CXX)\nset(CMAKE_CXX_STANDARD 20)\n"
            "set(CMAKE_CXX_STANDARD_REQUIRED ON)\nadd_library(a a.cpp)\n");
  EXPECT_EQ(after("c.raise-standard",
                  {{"a.cpp", files.at("a.cpp")},
                   {"third_party/b/CMakeLists.txt", "project(b)\nset(CMAKE_CXX_STANDARD 11)\n"},
                   {"CMakeLists.txt", "Project(a\n  LANGUAGES CXX)"}},
                  "CMakeLists.txt", {needs20}),
            "Project(a\n  LANGUAGES CXX)\nset(CMAKE_CXX_STANDARD 20)\nset(CMAKE_CXX_STANDARD_REQUIRED ON)\n");
  EXPECT_EQ(after("c.raise-standard", {{"a.cpp", files.at("a.cpp")}, {"Makefile", "CXXFLAGS := -Wall\n"}}, "Makefile",
                  {needs20}),
            "CXXFLAGS := -std=c++20 -Wall\n");
}

TEST(MakeTarget, IsTheRenamedSourcesObject) {
  const auto gone = said("make: *** No rule to make target 'src/ringbuf_util.o', needed by 'run'.  Stop.",
                         {{"path", "src/ringbuf_util.o"}, {"symbol", "run"}});
  const std::string makefile = "OBJS = src/ring.o src/ringbuf_util.o\nrun: $(OBJS)\n\tcc -o $@ $^\n";
  const Files files = {{"Makefile", makefile}, {"src/ring.c", ""}, {"src/ring_util.c", ""}};
  EXPECT_EQ(after("make.fix-target", files, "Makefile", {gone}), replace_all(makefile, "ringbuf_util", "ring_util"));
  EXPECT_EQ(
      after("make.fix-target", {{"Makefile", makefile}, {"src/ring.c", ""}, {"src/queue.c", ""}}, "Makefile", {gone}),
      "nothing");
}

TEST(MakeTarget, IsNamedInTheMakefileThatMakeReads) {
  const auto gone = said("make: *** No rule to make target 'src/ring.c', needed by 'run'.  Stop.",
                         {{"path", "src/ring.c"}, {"symbol", "run"}});
  const Files files = {{"GNUmakefile", "run: src/ring.c\n"}, {"Makefile", "run: src/ring.c\n"}, {"lib/ring.c", ""}};
  EXPECT_EQ(after("make.fix-target", files, "GNUmakefile", {gone}), "run: lib/ring.c\n");
  EXPECT_EQ(after("make.fix-target", files, "Makefile", {gone}), "nothing");
  EXPECT_EQ(after("make.fix-target", {{"lib/ring.c", ""}}, "lib/ring.c", {gone}), "nothing");
}

TEST(MakeTarget, IsCalledByTheWordsThatItHas) {
  const auto gone = said("make: *** No rule to make target 'test-unit', needed by 'ci'.  Stop.",
                         {{"path", "test-unit"}, {"symbol", "ci"}});
  const Files files = {
      {"Makefile", "ci: lint test-unit\nlint:\n\t@true\nunit-tests:\n\t$(MAKE) -j 2 lint test-unit\n"},
      {"docs/a.md", "`make test-unit`, not test-unit alone. We make sure of test-unit. make -C lib test-unit\n"},
      {".github/workflows/r.yml", "  - run: make lint test-unit\n  - run: make test-unit.sh\n"},
      {"CHANGELOG.md", "make test-unit\n"}};
  const auto mend = [&](const char* file, const auto& one) { return after("make.fix-target", files, file, {one}); };
  EXPECT_EQ(mend("Makefile", gone),
            "ci: lint unit-tests\nlint:\n\t@true\nunit-tests:\n\t$(MAKE) -j 2 lint unit-tests\n");
  EXPECT_EQ(mend("docs/a.md", gone),
            "`make unit-tests`, not test-unit alone. We make sure of test-unit. make -C lib test-unit\n");
  EXPECT_EQ(mend(".github/workflows/r.yml", gone), "  - run: make lint unit-tests\n  - run: make test-unit.sh\n");
  EXPECT_EQ(mend("CHANGELOG.md", gone), "nothing");
  const auto asked = said("make: *** No rule to make target 'unit_test'.  Stop.", {{"symbol", "unit_test"}});
  const Files script = {{"Makefile", "unit-test:\n\t@true\nlink:\n\t@true\n"},
                        {"ci.sh", "make unit_test && make lint\n"}};
  EXPECT_EQ(after("make.fix-target", script, "ci.sh", {asked}), "make unit-test && make lint\n");
  const auto lint = said("make: *** No rule to make target 'lint'.  Stop.", {{"symbol", "lint"}});
  EXPECT_EQ(after("make.fix-target", script, "ci.sh", {lint}), "nothing") << "to link is something else";
}

TEST(MakeTarget, IsNoHeader) {
  const auto gone = said("make: *** No rule to make target 'mixer.o', needed by 'run'.  Stop.",
                         {{"path", "mixer.o"}, {"symbol", "run"}});
  const std::string makefile = "run: mixer.o\n\tcc -o $@ $^\n";
  EXPECT_EQ(after("make.fix-target", {{"Makefile", makefile}, {"mixer.h", ""}}, "Makefile", {gone}), "nothing");
  EXPECT_EQ(after("make.fix-target", {{"Makefile", makefile}, {"mixer_core.cpp", ""}, {"mixer_core.ipp", ""}},
                  "Makefile", {gone}),
            "run: mixer_core.o\n\tcc -o $@ $^\n");
}

TEST(MakeFolder, IsMadeWithTheLineEndsOfTheMakefile) {
  const auto gone = said("cannot open out/a.o: No such file or directory", {{"path", "out/a.o"}});
  EXPECT_EQ(after("make.make-folder", {{"Makefile", "out/a.o: a.c\r\n\tcc -c -o $@ $<\r\n"}}, "Makefile", {gone}),
            "out/a.o: a.c\r\n\t@mkdir -p $(@D)\r\n\tcc -c -o $@ $<\r\n");
}

TEST(Make, ARecipeWithBlanksMayReadAsARule) {
  const auto after = [](const std::string& list, const std::string& more = "") {
    const auto one = said("make: *** No rule to make target 'dev', needed by 'build'.  Stop.",
                          {{"path", "dev"}, {"symbol", "build"}});
    const auto files =
        mended("make.use-tabs", Files{{"Makefile", "include mk/a.mk\n"}, {"mk/a.mk", list}, {"b.mk", more}}, one);
    return files.empty() ? "nothing" : files.at("mk/a.mk");
  };
  const std::string rule = "TAG ?= dev\nimage: build\n", recipe = "docker build -t app:$(TAG) \\\n      --pull .\n";
  EXPECT_EQ(after(rule + "    " + recipe), rule + "\t" + recipe);
  EXPECT_EQ(after(rule + "    " + recipe, "TAG := 2\n"), "nothing") << "which of the values?";
  EXPECT_EQ(after(rule + "    docker run -t app:$(TAG)\n"), "nothing") << "it does not speak of what is made";
  EXPECT_EQ(after("A := " + std::string(9'000, 'a') + "\n" + rule + "    " + recipe.substr(0, 7) + "$(A)$(A)" +
                  recipe.substr(7)),
            "nothing")
      << "nobody writes as much";
  EXPECT_EQ(after("ifdef X\n  build: dev\nendif\nimage: x\n  build: dev\n"), "nothing") << "that is a rule";
}

}  // namespace
}  // namespace regreen::story
