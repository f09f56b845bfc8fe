// CMake: variables of sources, and words that stand for targets.

#include "mend/c/build/source_variable.h"
#include "mend/c/build/target_place.h"
#include "story.h"

namespace regreen::story {
namespace {

bool is_of_sources(const std::string& rest) {
  SourceVariables variables;
  variables.add("set(SOURCES a.cpp)\n" + rest);
  return variables.has("SOURCES");
}

TEST(SourceVariables, AreBuiltAndNothingElse) {
  EXPECT_TRUE(is_of_sources("add_executable(app main.cpp ${SOURCES})"));
  EXPECT_TRUE(is_of_sources("target_sources(app PRIVATE \"${SOURCES}\")\nsource_group(\"a\" FILES ${SOURCES})"));
  EXPECT_TRUE(is_of_sources("set(ALL b.cpp ${SOURCES})\nlist(APPEND ALL c.cpp)\nadd_library(all ${ALL})"));
  EXPECT_FALSE(is_of_sources("")) << "nothing is built of it";
  EXPECT_FALSE(is_of_sources("add_executable(app ${SOURCES})\nadd_custom_target(count COMMAND wc ${SOURCES})"));
  EXPECT_FALSE(is_of_sources("add_executable(app ${SOURCES})\nif(SOURCES STREQUAL \"a.cpp\")\nendif()"));
  EXPECT_FALSE(is_of_sources("add_executable(app ${SOURCES}.in)"));
  EXPECT_FALSE(is_of_sources("set(ALL ${SOURCES})\nset_source_files_properties(${ALL} PROPERTIES COMPILE_OPTIONS -w)"));
  EXPECT_FALSE(is_of_sources("set(ALL ${SOURCES} CACHE STRING \"all\")\nadd_library(all ${ALL})"));
}

std::string targets_in(std::string_view command, const std::vector<std::string_view>& words) {
  const auto stand = stand_for_targets(command, words);
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) all += stand[i] ? std::string(words[i]) + " " : "";
  return all;
}

TEST(TargetPlaces, AreThoseOfTheCommand) {
  EXPECT_EQ(targets_in("target_compile_definitions", {"a", "PRIVATE", "a"}), "a ");
  EXPECT_EQ(targets_in("get_target_property", {"a", "b", "a"}), "b ");
  EXPECT_EQ(targets_in("set_target_properties", {"a", "b", "PROPERTIES", "OUTPUT_NAME", "a"}), "a b ");
  EXPECT_EQ(targets_in("set_property", {"TARGET", "a", "APPEND", "PROPERTY", "FOLDER", "a"}), "a ");
  EXPECT_EQ(targets_in("install", {"TARGETS", "a", "b", "COMPONENT", "a"}), "a b ");
  EXPECT_EQ(targets_in("install", {"DIRECTORY", "a", "DESTINATION", "a"}), "");
}

}  // namespace
}  // namespace regreen::story
