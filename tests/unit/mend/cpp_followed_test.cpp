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
      overriding("  virtual void name(const std::string& text) {}\n", "  void name(std::string) override {}\n", "4:3"),
      "  void name(const std::string&) override {}\n");
}

TEST(CppBase, IsNotFollowedWhereTheMethodWouldDoAnotherThing) {
  EXPECT_EQ(overriding("  virtual void draw(Canvas& canvas);\n", "  void draw(Canvas canvas) override {}\n", "4:3"),
            "nothing");
  EXPECT_EQ(overriding("  virtual void draw(int width);\n", "  void draw(long width) override {}\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  virtual void draw(int, int);\n", "  void draw(int) override {}\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  int size() const;\n", "  int size() override { return 1; }\n", "4:3"), "nothing");
  EXPECT_EQ(overriding("  virtual int size() const;\n", "  int size() override;\n", "4:3"), "nothing")
      << "defined nowhere";
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
    {"lib/url.cpp", ""},
    {"lib/log.cpp", ""},
    {"lib/log/log.hpp", ""},
    {"lib/include/netkit/url.hpp", ""},
    {"app/main.cpp", "#include <netkit/url.hpp>\n"}};

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

TEST(CMakeFollow, FindsTheLibraryByTheHeadersThatAreIncluded) {
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
  EXPECT_EQ(linked("add_executable(app main.cpp)\ntarget_link_libraries(app netutil)\n", not_found("netutil"),
                   {{"app/main.cpp", "#include <netkit/url.hpp>\n#include <log.hpp>\n"}}),
            "nothing")
      << "two libraries could be meant";
}

TEST(CMakeFollow, ConfiguresTheOnlyTargetOfTheList) {
  const std::string list = "add_executable(urlhost main.cpp)\ntarget_compile_features(";
  const auto said_so =
      said("  Cannot specify compile features for target \"hosturl\" which is not built by", {{"symbol", "hosturl"}});
  EXPECT_EQ(linked(list + "hosturl PRIVATE cxx_std_17)\n", said_so), list + "urlhost PRIVATE cxx_std_17)\n");
  EXPECT_EQ(linked("add_executable(b main.cpp)\n" + list + "hosturl PRIVATE cxx_std_17)\n", said_so), "nothing");
}

}  // namespace
}  // namespace regreen::story
