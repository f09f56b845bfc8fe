// Objects that do not go together: C with C++, static with shared libraries.
#include "story.h"

namespace regreen::story {
namespace {

// ---- C and C++ ----

Files linked(const Files& files, const std::string& symbol) {
  return mended(
      "c.declare-as-c", files,
      said("/usr/bin/ld: main.cpp:(.text+0x64): undefined reference to `" + symbol + "'", {{"symbol", symbol}}));
}

const std::string crc_h =
    "#ifndef CRC_H\n#define CRC_H\n\n#include <stddef.h>\n\nint crc(const void *data, size_t length);\n\n#endif\n";
const Files crc = {
    {"include/crc.h", crc_h},
    {"src/crc.c", "#include \"crc.h\"\n\nint crc(const void *data, size_t length)\n{\n    return 0;\n}\n"},
    {"main.cpp", "#include \"crc.h\"\nint main() { return crc(0, 0); }\n"}};

TEST(ExternC, IsSaidAroundTheDeclarations) {
  EXPECT_EQ(
      linked(crc, "crc(void const*, unsigned long)"),
      (Files{{"include/crc.h",
              "#ifndef CRC_H\n#define CRC_H\n\n#include <stddef.h>\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
              "int crc(const void *data, size_t length);\n\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n"}}));
}

TEST(ExternC, IsSaidWithoutIncludesAndGuardsToo) {
  auto files = crc;
  files["include/crc.h"] = "#pragma once\n\n/* The sum. */\nint crc(const void *data, unsigned long length);\n";
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)").at("include/crc.h"),
            "#pragma once\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n/* The sum. */\n"
            "int crc(const void *data, unsigned long length);\n\n#ifdef __cplusplus\n}\n#endif\n");
}

TEST(ExternC, IsSaidWhereCCallsCpp) {
  const Files files = {{"engine.h", "#pragma once\nint start(void);\n"},
                       {"engine.cpp", "#include \"engine.h\"\nint start() { return 0; }\n"},
                       {"main.c", "#include \"engine.h\"\nint main(void) { return start(); }\n"}};
  EXPECT_EQ(linked(files, "start").at("engine.h"),
            "#pragma once\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\nint start(void);\n\n#ifdef "
            "__cplusplus\n}\n#endif\n");
}

TEST(ExternC, IsNotSaidInAHeaderThatIsNoText) {
  auto files = crc;
  files["include/crc.h"] += std::string(1, '\0');
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)"), Files{});
}

TEST(ExternC, IsNotSaidForAHeaderThatIsCalledNearlySo) {
  auto files = crc;
  files["src/crc.c"] = "#include \"old/crc.hpp\"\n// include/crc.h\n" + crc.at("src/crc.c").substr(17);
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)"), Files{});
}

TEST(ExternC, IsNotSaidWhereItIsNotWhatIsMissing) {
  EXPECT_EQ(linked(crc, "crc"), Files{}) << "C asks for C: it is not linked";
  EXPECT_EQ(linked(crc, "crc(std::string const&)"), Files{}) << "another function";
  EXPECT_EQ(linked(crc, "Check::crc(int)"), Files{});
  auto files = crc;
  files["include/crc.h"] = "#ifdef __cplusplus\nextern \"C\" {\n#endif\n" + crc_h + "#ifdef __cplusplus\n}\n#endif\n";
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)"), Files{}) << "said already";
  files["include/crc.h"] = "class Crc;\n" + crc_h;
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)"), Files{}) << "a header of C++";
  files = crc;
  files["other.cpp"] = "int crc(const void *data, unsigned long length) { return 1; }\n";
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)"), Files{}) << "two define it";
  files = {{"third_party/crc/crc.h", crc_h}, {"third_party/crc/crc.c", crc.at("src/crc.c")}};
  EXPECT_EQ(linked(files, "crc(void const*, unsigned long)"), Files{}) << "somebody else's";
}

// ---- static and shared ----

std::string shared(const Files& files, const std::string& file, const std::string& line,
                   std::vector<std::string> below = {}) {
  auto one = said(line, {{"key", "PIC"}});
  one.after = std::move(below);
  const auto changed = mended("c.compile-for-sharing", files, one);
  return changed.contains(file) ? changed.at(file) : "nothing";
}

const std::string of_ld =
    ": relocation R_X86_64_PC32 against symbol `mixes' can not be used when making a shared object; recompile with "
    "-fPIC";
const std::string lists =
    "project(player)\nadd_library(mixer STATIC mixer.cpp)\ntarget_include_directories(mixer PUBLIC .)\n";
const std::string told =
    "project(player)\nadd_library(mixer STATIC mixer.cpp)\n"
    "set_target_properties(mixer PROPERTIES POSITION_INDEPENDENT_CODE ON)\ntarget_include_directories(mixer PUBLIC "
    ".)\n";

TEST(Sharing, IsAPropertyOfTheTargetThatTheLinkerNames) {
  EXPECT_EQ(shared({{"CMakeLists.txt", lists}}, "CMakeLists.txt", "/usr/bin/ld: core/libmixer.a(mixer.cpp.o)" + of_ld),
            told);
  EXPECT_EQ(
      shared({{"CMakeLists.txt", lists}}, "CMakeLists.txt", "/usr/bin/ld: CMakeFiles/mixer.dir/mixer.cpp.o" + of_ld),
      told);
  EXPECT_EQ(
      shared(
          {{"CMakeLists.txt", lists}}, "CMakeLists.txt",
          "/usr/bin/ld.gold: error: libmixer.a(mixer.c.o): requires dynamic R_X86_64_PC32 reloc against 'mixes' which "
          "may overflow at runtime; recompile with -fPIC"),
      told);
  EXPECT_EQ(
      shared({{"CMakeLists.txt", lists}}, "CMakeLists.txt",
             "ld.lld: error: relocation R_X86_64_PC32 cannot be used against symbol 'mixes'; recompile with -fPIC",
             {">>> defined in libmixer.a(mixer.cpp.o)", ">>> referenced by mixer.cpp",
              ">>>               mixer.cpp.o:(mix()) in archive libmixer.a"}),
      told);
  EXPECT_EQ(shared({{"CMakeLists.txt", "project(mixer)\nadd_library(${PROJECT_NAME} a.cpp)"}}, "CMakeLists.txt",
                   "/usr/bin/ld: libmixer.a(a.cpp.o)" + of_ld),
            "project(mixer)\nadd_library(${PROJECT_NAME} a.cpp)\n"
            "set_target_properties(${PROJECT_NAME} PROPERTIES POSITION_INDEPENDENT_CODE ON)\n");
}

TEST(Sharing, OfWhatIsFetchedIsSaidForAll) {
  EXPECT_EQ(shared({{"CMakeLists.txt", "project(a)\n\ninclude(FetchContent)\nFetchContent_MakeAvailable(fmt)\n"}},
                   "CMakeLists.txt", "/usr/bin/ld: _deps/fmt-build/libfmt.a(format.cc.o)" + of_ld),
            "project(a)\n\nset(CMAKE_POSITION_INDEPENDENT_CODE "
            "ON)\n\ninclude(FetchContent)\nFetchContent_MakeAvailable(fmt)\n");
}

TEST(Sharing, IsAFlagOfMake) {
  const Files files = {{"Makefile", "CC = gcc\nCFLAGS = -O2 -Wall\n\nlib.so: a.o\n\tgcc -shared -o $@ $^\n"},
                       {"a.c", ""}};
  EXPECT_EQ(shared(files, "Makefile", "/usr/bin/ld: a.o" + of_ld),
            "CC = gcc\nCFLAGS = -O2 -Wall -fPIC\n\nlib.so: a.o\n\tgcc -shared -o $@ $^\n");
  EXPECT_EQ(shared({{"Makefile", "# All.\nlib.so: a.o\n\tg++ -shared -o $@ $^\n"}, {"a.cpp", ""}}, "Makefile",
                   "/usr/bin/ld: a.o" + of_ld),
            "# All.\nCXXFLAGS += -fPIC\n\nlib.so: a.o\n\tg++ -shared -o $@ $^\n");
  EXPECT_EQ(shared({{"Makefile", "lib.so: a.o\n\tgcc -shared -o $@ $^\na.o: a.c\n\tgcc -c a.c\n"}, {"a.c", ""}},
                   "Makefile", "/usr/bin/ld: a.o" + of_ld),
            "nothing");
  EXPECT_EQ(shared(files, "Makefile", "/usr/bin/ld: /usr/lib/libz.a(inflate.o)" + of_ld), "nothing");
}

TEST(Sharing, ThatTheProjectRefusesIsNotSetForATarget) {
  const std::string by_ld = "/usr/bin/ld: libmixer.a(mixer.cpp.o)" + of_ld;
  EXPECT_EQ(shared({{"CMakeLists.txt", "set(CMAKE_POSITION_INDEPENDENT_CODE OFF)\nadd_subdirectory(core)\n"},
                    {"core/CMakeLists.txt", lists}},
                   "core/CMakeLists.txt", by_ld),
            "nothing");
  EXPECT_EQ(shared({{"CMakeLists.txt", "add_compile_options(-fno-PIC)\n" + lists}}, "CMakeLists.txt", by_ld),
            "nothing");
  EXPECT_EQ(
      shared({{"CMakeLists.txt", lists + "SET_TARGET_PROPERTIES(mixer PROPERTIES POSITION_INDEPENDENT_CODE OFF)\n"}},
             "CMakeLists.txt", by_ld),
      "nothing")
      << "commands know no case";
}

TEST(Sharing, IsNotRefusedByAComment) {
  const std::string comment = "# set(CMAKE_POSITION_INDEPENDENT_CODE OFF)\n";
  EXPECT_EQ(shared({{"CMakeLists.txt", comment + lists}}, "CMakeLists.txt",
                   "/usr/bin/ld: core/libmixer.a(mixer.cpp.o)" + of_ld),
            comment + told);
}

TEST(Sharing, ThatIsSettledStays) {
  EXPECT_EQ(
      shared({{"CMakeLists.txt", lists + "set_target_properties(mixer PROPERTIES POSITION_INDEPENDENT_CODE OFF)\n"}},
             "CMakeLists.txt", "/usr/bin/ld: libmixer.a(mixer.cpp.o)" + of_ld),
      "nothing");
  EXPECT_EQ(shared({{"CMakeLists.txt", "project(a)\nadd_library(mixer STATIC IMPORTED)\n"}}, "CMakeLists.txt",
                   "/usr/bin/ld: libmixer.a(mixer.cpp.o)" + of_ld),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
