// C++: what classes and CMake lists say of others that have another signature or name today.

#include "story.h"

namespace regreen::story {
namespace {

// ---- cpp.follow-base ----

std::string overriding(const std::string& shape, const std::string& circle, const std::string& place,
                       const std::string& source = "") {
  const Files files = {
      {"shape.hpp", "struct Canvas {};\nclass Shape {\n public:\n  virtual ~Shape();\n" + shape + "};\n"},
      {"circle.hpp", "#include \"shape.hpp\"\nclass Circle final : public Shape {\n public:\n" + circle + "};\n"},
      {"circle.cpp", source}};
  auto one = said("circle.hpp:" + place + ": error: ‘f’ marked ‘override’, but does not override", {},
                  {Location{"circle.hpp", 4, 3}});
  one.captures = {{"file", "circle.hpp"},
                  {"line", place.substr(0, place.find(':'))},
                  {"column", place.substr(place.find(':') + 1)}};
  const auto after = mended("cpp.follow-base", files, one);
  std::string all;
  for (const auto& [path, text] : after) all += path == "circle.hpp" ? text.substr(66, text.size() - 69) : "|" + text;
  return after.empty() ? "nothing" : all;
}

TEST(CppBase, IsFollowedInWhatIsConstant) {
  EXPECT_EQ(overriding("  virtual int size() const = 0;\n", "  int size() noexcept override { return 1; }\n", "4:3"),
            "  int size() const noexcept override { return 1; }\n");
  EXPECT_EQ(
      overriding("  virtual bool next() = 0;\n", "  bool next() const override;\n", "4:3",
                 "bool Circle::next() const\n{ return true; }\nbool Other::next() const { return true; }\n"),
      "|bool Circle::next()\n{ return true; }\nbool Other::next() const { return true; }\n  bool next() override;\n");
  EXPECT_EQ(overriding("  virtual void draw(const Canvas& canvas, int) = 0;\n",
                       "  void draw(Canvas &c, int depth = 1) override {}\n", "4:3"),
            "  void draw(const Canvas &c, int depth = 1) override {}\n");
  EXPECT_EQ(
      overriding("  virtual void name(std::string& text) {}\n", "  void name(const std::string&) override {}\n", "4:3"),
      "  void name(std::string&) override {}\n");
}

TEST(CppBase, IsNotFollowedWhereTheMethodWouldDoAnotherThing) {
  EXPECT_EQ(overriding("  virtual void name(const Name& text);\n", "  void name(Name text) override {}\n", "4:3"),
            "nothing");
  EXPECT_EQ(overriding("  virtual void draw(Canvas& canvas);\n", "  void draw(Canvas canvas) override {}\n", "4:3"),
            "nothing");
  EXPECT_EQ(overriding("  virtual void draw(int width);\n", "  void draw(long width) override {}\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  virtual void draw(int, int);\n", "  void draw(int) override {}\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  int size() const;\n", "  int size() override { return 1; }\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  virtual int size() const;\n", "  int size() override;\n", "4:3"), "nothing")
      << "defined nowhere";
}

TEST(CppBase, IsNotFollowedWhereAnotherBaseIsNotKnown) {
  const auto both = [](const std::string& bases) {
    const Files files = {{"shape.hpp", "namespace draw {\nstruct Shape { virtual int size() const; };\n}\n"},
                         {"both.hpp", "struct Both : " + bases + " {\n  int size() override { return 1; }\n};\n"}};
    return !mended("cpp.follow-base", files,
                   said("both.hpp:2:7: error: ‘f’ marked ‘override’, but does not override",
                        {{"file", "both.hpp"}, {"line", "2"}, {"column", "7"}}, {Location{"both.hpp", 2, 7}}))
                .empty();
  };
  EXPECT_TRUE(both("public draw::Shape"));
  EXPECT_FALSE(both("draw::Shape, ext::Face"));
  EXPECT_FALSE(both("other::Shape"));
}

TEST(CppBase, TellsOverloadsApart) {
  EXPECT_EQ(
      overriding("  virtual int at(int) const;\n  virtual int at(long) const;\n",
                 "  int at(int i) override { return i; }\n  int at(long i) const override { return 0; }\n", "4:3"),
      "  int at(int i) const override { return i; }\n  int at(long i) const override { return 0; }\n");
}

// ---- cmake.follow-target ----

const Files netkit = {
    {"CMakeLists.txt", "project(netkit CXX)\nadd_subdirectory(lib)\nadd_subdirectory(app)\n"},
    {"lib/CMakeLists.txt",
     "add_library(netkit_core url.cpp)\nadd_library(netkit::core ALIAS netkit_core)\n"
     "target_include_directories(netkit_core PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>)\n"
     "add_library(netkit_log log.cpp)\ntarget_include_directories(netkit_log PUBLIC "
     "${CMAKE_CURRENT_SOURCE_DIR}/log)\n"},
    {"lib/url.cpp", "int port_of(int scheme) { return scheme; }\n"},
    {"lib/log.cpp", "void note(int level) {}\n"},
    {"lib/log/log.hpp", "void note(int level);\n"},
    {"lib/include/netkit/url.hpp", "int port_of(int scheme);\n"},
    {"app/main.cpp", "#include <netkit/url.hpp>\nint main() { return port_of(1); }\n"}};

std::string linked(const std::string& list, const Occurrence& occurrence, const Files& more = {}) {
  auto files = netkit;
  for (const auto& [path, text] : more) files[path] = text;
  files["app/CMakeLists.txt"] = list;
  const auto after = mended("cmake.follow-target", files, occurrence);
  return after.contains("app/CMakeLists.txt") ? after.at("app/CMakeLists.txt") : "nothing";
}

Occurrence not_found(const std::string& library) {
  return said("/usr/bin/ld: cannot find -l" + library + ": No such file or directory", {{"package", library}});
}

TEST(CMakeFollow, FindsTheLibraryThatDefinesWhatIsCalled) {
  const auto list = [](const std::string& library) {
    return "add_executable(app main.cpp)\nadd_dependencies(app " + library + ")\ntarget_link_libraries(app PRIVATE m " +
           library + ")\n";
  };
  EXPECT_EQ(linked(list("netutil"), not_found("netutil")), list("netkit_core"));
  auto said_by_cmake = said("  but the target was not found.  Possible reasons include:", {});
  said_by_cmake.before = {"CMake Error at app/CMakeLists.txt:3 (target_link_libraries):", "  Target \"app\" links to:",
                          "", "    netutil::netutil", ""};
  EXPECT_EQ(linked(list("netutil::netutil"), said_by_cmake), list("netkit::core"));
}

TEST(CMakeFollow, LeavesWhatMayBeOfTheMachine) {
  const std::string list = "add_executable(app main.cpp)\ntarget_link_libraries(app PRIVATE netkit_core sodium)\n";
  EXPECT_EQ(linked(list, not_found("sodium")), "nothing") << "all headers come from what is linked";
  EXPECT_EQ(linked("find_library(SODIUM sodium)\nadd_executable(app main.cpp)\ntarget_link_libraries(app sodium)\n",
                   not_found("sodium")),
            "nothing");
  EXPECT_EQ(
      linked("add_executable(app main.cpp)\ntarget_link_libraries(app netutil)\n", not_found("netutil"),
             {{"app/main.cpp", "#include <netkit/url.hpp>\n#include <log.hpp>\nint main() { note(port_of(1)); }\n"}}),
      "nothing")
      << "two libraries could be meant";
  const std::string alone = "add_executable(app main.cpp)\ntarget_link_libraries(app tcmalloc)\n";
  EXPECT_EQ(
      linked(alone, not_found("tcmalloc"), {{"app/main.cpp", "#include <netkit/url.hpp>\nint main() { return 0; }\n"}}),
      "nothing")
      << "it calls nothing of the library";
  const std::string through =
      "add_library(engine e.cpp)\ntarget_link_libraries(engine PUBLIC netkit_core)\n"
      "add_executable(app main.cpp)\ntarget_link_libraries(app engine tcmalloc)\n";
  EXPECT_EQ(linked(through, not_found("tcmalloc")), "nothing") << "another one links it";
  EXPECT_EQ(linked(alone, not_found("tcmalloc"), {{"lib/CMakeLists.txt", "add_library(netkit_stub url.cpp)\n"}}),
            "nothing")
      << "stands in for another one";
  EXPECT_EQ(linked("add_executable(app main.cpp ${MORE})\ntarget_link_libraries(app netutil)\n", not_found("netutil")),
            "nothing")
      << "what defines it cannot be told";
}

TEST(CMakeFollow, ConfiguresNoOtherTarget) {
  const std::string list = "add_executable(app main.cpp)\ntarget_compile_options(miniz PRIVATE -w)\n";
  EXPECT_EQ(linked(list, said("  Cannot specify compile options for target \"miniz\" which is not built by",
                              {{"symbol", "miniz"}})),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
