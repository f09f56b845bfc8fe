// C++17 and C++20: what they do not have any more. CMake: what a library shows of itself.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& file, std::size_t line, std::size_t column, Captures captures = {}) {
  return said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: …", std::move(captures),
              {{file, line, column}});
}

TEST(CppExceptionList, IsLeftOutAllOverTheProject) {
  const Files files = {
      {"include/a.hpp",
       "struct A {\n  A() throw(E);\n  virtual void f() const throw (E, std::length_error) = 0;\n  void g() "
       "throw();\n};\n"
       "long parse(const std::string &text) throw(E);\n"},
      {"src/a.cpp",
       "A::A() throw(E) : a(1) {}\nlong parse(const std::string &text) throw(E)\n{\n  if (a(1)) throw (E);\n"
       "  else CHECK(2) throw (E);\n  throw(E(text));\n}\n"},
      {"deps/b.hpp", "void b() throw(E);\n"}};
  const auto after = mended("cpp.drop-exception-list", files, at("include/a.hpp", 2, 7));
  EXPECT_EQ(after.at("include/a.hpp"),
            "struct A {\n  A();\n  virtual void f() const = 0;\n  void g() throw();\n};\n"
            "long parse(const std::string &text);\n");
  EXPECT_EQ(after.at("src/a.cpp"),
            "A::A() throw(E) : a(1) {}\nlong parse(const std::string &text)\n{\n  if (a(1)) throw (E);\n"
            "  else CHECK(2) throw (E);\n  throw(E(text));\n}\n");
  EXPECT_EQ(after.size(), 2U);
}

TEST(CppExceptionList, AnEmptyOneIsNoexceptWhereTheCompilerMinds) {
  const Files files = {{"a.cpp", "void g() throw();\nvoid h() throw() {}\n"}};
  EXPECT_EQ(mended("cpp.drop-exception-list", files, at("a.cpp", 1, 10)).at("a.cpp"),
            "void g() noexcept;\nvoid h() throw() {}\n");
  EXPECT_TRUE(mended("cpp.drop-exception-list", files, at("a.cpp", 1, 3)).empty());
}

TEST(CppChar8, TextsOfCharLoseTheirPrefix) {
  const Files files = {
      {"a.cpp", "auto a() { return std::string(\"x\") + u8\" °C\"; }\nconst char *b = u8R\"(x)\"; // u8\"y\"\n"},
      {"b.cpp", "const char *c = u8\"c\";\nchar d = u8'd';\n"},
      {"c.c", "const char *e = u8\"e\";\n"}};
  const auto after = mended("cpp.drop-char8", files, at("a.cpp", 1, 36));
  EXPECT_EQ(after.at("a.cpp"),
            "auto a() { return std::string(\"x\") + \" °C\"; }\nconst char *b = R\"(x)\"; // u8\"y\"\n");
  EXPECT_EQ(after.at("b.cpp"), "const char *c = \"c\";\nchar d = u8'd';\n");
  EXPECT_FALSE(after.contains("c.c"));
}

TEST(CppChar8, MicrosoftsCompilerIsToldTheBytes) {
  const Files files = {
      {"CMakeLists.txt", "if(MSVC)\nendif()\n"},
      {"a.cpp", "const char *a = u8\"°\";\nconst char *b = u8\"b\";\nconstexpr const char *c = u8\"°\";\n"}};
  EXPECT_EQ(mended("cpp.drop-char8", files, at("a.cpp", 1, 17)).at("a.cpp"),
            "const char *a = reinterpret_cast<const char *>(u8\"°\");\nconst char *b = \"b\";\nconstexpr const char *c "
            "= u8\"°\";\n");
}

TEST(CppChar8, WhoUsesItHimselfIsAskedOnlyForWhatIsNamed) {
  const Files files = {{"a.cpp", "std::u8string a = u8\"a\";\nconst char *b = u8\"b\";\n"}};
  EXPECT_EQ(mended("cpp.drop-char8", files, at("a.cpp", 2, 17)).at("a.cpp"),
            "std::u8string a = u8\"a\";\nconst char *b = \"b\";\n");
  const Files other = {{"Makefile", "CXXFLAGS = -fexec-charset=latin1\n"}, {"a.cpp", "const char *b = u8\"b\";\n"}};
  EXPECT_TRUE(mended("cpp.drop-char8", other, at("a.cpp", 1, 17)).empty());
}

const std::string with_include = "#pragma once\n#include \"core/colour.hpp\"\n";

Files libraries(const std::string& link) {
  return {{"core/CMakeLists.txt",
           "add_library(core colour.cpp)\ntarget_include_directories(core PUBLIC include)\n"
           "add_library(glyphs glyphs.cpp)\ntarget_include_directories(glyphs PUBLIC include)\n"},
          {"core/include/core/colour.hpp", ""},
          {"render/CMakeLists.txt",
           "target_include_directories(render PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include)\n" + link},
          {"render/include/render/canvas.hpp", with_include}};
}

std::string linked(const std::string& link) {
  const auto files = libraries(link);
  const auto after = mended("cmake.link-publicly", files,
                            at("render/include/render/canvas.hpp", 2, 10, {{"path", "core/colour.hpp"}}));
  return after.empty() ? "nothing"
                       : after.at("render/CMakeLists.txt").substr(after.at("render/CMakeLists.txt").find('\n') + 1);
}

TEST(CMakePublicly, WhatPublicHeadersIncludeIsSeenByAll) {
  EXPECT_EQ(linked("target_link_libraries(render PRIVATE core glyphs)\n"),
            "target_link_libraries(render PUBLIC core PRIVATE glyphs)\n");
  EXPECT_EQ(linked("target_link_libraries(render PRIVATE core)\n"), "target_link_libraries(render PUBLIC core)\n");
  EXPECT_EQ(linked("target_link_libraries(render\n  PUBLIC\n    m\n  PRIVATE\n    core\n    glyphs\n)\n"),
            "target_link_libraries(render\n  PUBLIC core\n    m\n  PRIVATE\n    glyphs\n)\n");
  EXPECT_EQ(linked("target_link_libraries(render\n  PRIVATE\n    glyphs\n    core)\n"),
            "target_link_libraries(render\n  PUBLIC core\n  PRIVATE\n    glyphs)\n");
  EXPECT_EQ(linked("target_link_libraries(render PUBLIC core)\n"), "nothing");
  EXPECT_EQ(linked("target_link_libraries(other PRIVATE core)\n"), "nothing");
}

TEST(CMakePublicly, AnImportedLibraryIsKnownByTheFolderOfItsHeaders) {
  const Files files = {
      {"CMakeLists.txt", "target_include_directories(a PUBLIC include)\ntarget_link_libraries(a PRIVATE fmt::fmt z)\n"},
      {"include/a.hpp", "#include <fmt/core.h>\n"}};
  EXPECT_EQ(
      mended("cmake.link-publicly", files, at("include/a.hpp", 1, 10, {{"module", "fmt/core.h"}})).at("CMakeLists.txt"),
      "target_include_directories(a PUBLIC include)\ntarget_link_libraries(a PUBLIC fmt::fmt PRIVATE z)\n");
}

std::string installed(const std::string& list, const std::string& file = "CMakeLists.txt",
                      const std::string& prefix = "/ci/build/prefix/") {
  const Files files = {
      {file, list}, {"include/tide/tide.hpp", "#include \"tide/units.hpp\"\n"}, {"include/tide/units.hpp", ""}};
  const auto after =
      mended("cmake.install-header", files, at(prefix + "include/tide/tide.hpp", 1, 10, {{"path", "tide/units.hpp"}}));
  return after.empty() ? "nothing" : after.at(file);
}

TEST(CMakeInstall, AHeaderIsInstalledWithTheOneThatIncludesIt) {
  EXPECT_EQ(
      installed("install(FILES\n  include/tide/level.hpp\n  include/tide/tide.hpp\n  DESTINATION include/tide)\n"),
      "install(FILES\n  include/tide/level.hpp\n  include/tide/tide.hpp\n  include/tide/units.hpp\n  DESTINATION "
      "include/tide)\n");
  EXPECT_EQ(installed("install(FILES include/tide/tide.hpp include/tide/a.hpp DESTINATION include)\n"),
            "install(FILES include/tide/tide.hpp include/tide/units.hpp include/tide/a.hpp DESTINATION include)\n");
  EXPECT_EQ(installed("set(HEADERS \"include/tide/tide.hpp\")\ninstall(FILES ${HEADERS} DESTINATION include)\n"),
            "set(HEADERS \"include/tide/tide.hpp\" \"include/tide/units.hpp\")\ninstall(FILES ${HEADERS} DESTINATION "
            "include)\n");
  EXPECT_EQ(installed("set(HEADERS include/tide/tide.hpp)\nadd_library(a ${HEADERS})\n"), "nothing");
  EXPECT_EQ(installed("install(FILES include/tide/tide.hpp include/tide/units.hpp DESTINATION include)\n"), "nothing");
}

TEST(CMakeInstall, InTheOwnFoldersAFolderToSearchIsMissing) {
  const std::string list = "install(FILES include/tide/tide.hpp DESTINATION include)\n";
  EXPECT_NE(installed(list, "CMakeLists.txt", "/ci/tide-install/"), "nothing");
  EXPECT_EQ(installed(list, "CMakeLists.txt", ""), "nothing");
  EXPECT_EQ(installed(list, "CMakeLists.txt", "/home/runner/work/tide/tide/"), "nothing");
}

TEST(CMakeInstall, AutomakeListsHeadersInAVariable) {
  EXPECT_EQ(installed("include_HEADERS = include/tide/tide.hpp \\\n  include/tide/zone.hpp\n", "Makefile.am"),
            "include_HEADERS = include/tide/tide.hpp include/tide/units.hpp \\\n  include/tide/zone.hpp\n");
  EXPECT_EQ(installed("include_HEADERS = include/tide/tide.hpp $(srcdir)/include/tide/zone.hpp\n", "Makefile.am"),
            "include_HEADERS = include/tide/tide.hpp include/tide/units.hpp $(srcdir)/include/tide/zone.hpp\n");
  EXPECT_EQ(installed("noinst_HEADERS = include/tide/tide.hpp\n", "Makefile.am"), "nothing");
}

}  // namespace
}  // namespace regreen::story
