// CMake: what the newest commit split off, and what it renamed.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence undefined(const std::string& symbol) {
  auto one = said("a.cpp:(.text+0x1): undefined reference to `" + symbol + "'", {{"symbol", symbol}});
  one.after = {"gmake[2]: *** [CMakeFiles/app.dir/build.make:97: app] Error 1"};
  return one;
}

const std::string both = "int area() { return 1; }\nint side() { return area(); }\n";
const std::string rest = "int side() { return area(); }\n", taken = "int area() { return 1; }\n";

TEST(SplitSource, IsListedBesideWhatItWasTakenFrom) {
  const LastCommit split = {{{"src/box.cpp", both}, {"src/area.cpp", std::nullopt}}};
  Files files = {{"CMakeLists.txt", "add_executable(app main.cpp \"src/box.cpp\")\n"},
                 {"bench/CMakeLists.txt", "add_executable(bench\n  bench.cpp  # src/box.cpp\n  ../src/box.cpp\n)\n"},
                 {"other/CMakeLists.txt", "add_executable(other ../old/box.cpp)\n"},
                 {"src/box.cpp", rest},
                 {"src/area.cpp", taken},
                 {"src/area_old.cpp", taken},
                 {"old/box.cpp", rest}};
  const auto after_with = [](const Files& some, const LastCommit& commit) {
    return mended("c.link-library", some, diagnosis_of({undefined("area()")}), commit);
  };
  const auto after = [&](const LastCommit& commit) { return after_with(files, commit); };
  const auto listed = after(split);
  ASSERT_EQ(listed.size(), 2U) << "another file of the same name is another one's";
  EXPECT_EQ(listed.at("CMakeLists.txt"), "add_executable(app main.cpp \"src/box.cpp\" \"src/area.cpp\")\n");
  EXPECT_EQ(listed.at("bench/CMakeLists.txt"),
            "add_executable(bench\n  bench.cpp  # src/box.cpp\n  ../src/box.cpp\n  ../src/area.cpp\n)\n");
  files["tests/CMakeLists.txt"] = "add_executable(area_test area_test.cpp ../src/area.cpp)\n";
  EXPECT_EQ(after(split), listed) << "a test of its own";
  auto all = files;
  all["cmake/all.cmake"] = "file(GLOB_RECURSE ALL src/*.cpp)\n";
  EXPECT_FALSE(after_with(all, split).contains("bench/CMakeLists.txt")) << "it is built, and to be linked";
  files["lib/CMakeLists.txt"] = "add_library(area ../src/area.cpp)\n";
  EXPECT_FALSE(after(split).contains("bench/CMakeLists.txt")) << "it is built apart, and to be linked";
}

TEST(SplitSource, IsNotWhatStandsInForIt) {
  const LastCommit two = {{{"box.cpp", both}, {"area_a.cpp", std::nullopt}, {"area_b.cpp", std::nullopt}}};
  const Files files = {{"CMakeLists.txt", "add_executable(app main.cpp box.cpp)\n"},
                       {"box.cpp", rest},
                       {"area_a.cpp", taken},
                       {"area_b.cpp", taken}};
  EXPECT_TRUE(mended("c.link-library", files, diagnosis_of({undefined("area()")}), two).empty());
  Files chosen = {{"CMakeLists.txt", "set(A box.cpp)\nset(B box.cpp wide.cpp)\nadd_executable(app ${A})\n"},
                  {"box.cpp", rest},
                  {"area.cpp", taken},
                  {"wide.cpp", taken}};
  const LastCommit split = {{{"box.cpp", both}, {"area.cpp", std::nullopt}}};
  EXPECT_EQ(mended("c.link-library", chosen, diagnosis_of({undefined("area()")}), split).at("CMakeLists.txt"),
            "set(A box.cpp area.cpp)\nset(B box.cpp wide.cpp)\nadd_executable(app ${A})\n");
}

Occurrence missed(const std::string& place, const std::string& target) {
  auto one = said("  but the target was not found.  Possible reasons include:", {});
  one.before = {"CMake Error at " + place + " (target_link_libraries):", "  Target \"app\" links to:", "",
                "    " + target, ""};
  return one;
}

const std::string then = "add_library(pcm src/pcm.cpp)\nadd_library(audio::pcm ALIAS pcm)\n";
const std::string now = "add_library(mesh_pcm src/pcm.cpp)\nadd_library(Mesh::pcm ALIAS mesh_pcm)\n";

TEST(RenamedTarget, IsFollowedWhereItIsMissed) {
  const LastCommit renamed = {{{"pcm/CMakeLists.txt", then}}};
  Files files = {
      {"CMakeLists.txt", "project(Mesh)\nadd_subdirectory(pcm)\n"},
      {"pcm/CMakeLists.txt", now},
      {"app/CMakeLists.txt",
       "# audio::pcm\ntarget_link_libraries(app PRIVATE audio::pcm audio::pcm_extra)\nmessage(audio::pcm)\n"},
      {"tests/CMakeLists.txt", "foreach(n pcm)\n  target_link_libraries(t_${n} audio::${n})\nendforeach()\n"},
      {"example/CMakeLists.txt", "project(Example)\nfind_package(Mesh)\ntarget_link_libraries(e audio::pcm)\n"}};
  const auto diagnosis =
      diagnosis_of({missed("app/CMakeLists.txt:2", "audio::pcm"), missed("tests/CMakeLists.txt:2", "audio::pcm")});
  const auto after = mended("cmake.fix-target", files, diagnosis, renamed);
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(after.at("app/CMakeLists.txt"),
            "# audio::pcm\ntarget_link_libraries(app PRIVATE Mesh::pcm audio::pcm_extra)\nmessage(audio::pcm)\n");
  EXPECT_EQ(after.at("tests/CMakeLists.txt"),
            "foreach(n pcm)\n  target_link_libraries(t_${n} Mesh::${n})\nendforeach()\n");
  EXPECT_TRUE(mended("cmake.fix-target", files, diagnosis).empty()) << "what was it called before?";
  files["ext/CMakeLists.txt"] = "add_library(audio::pcm INTERFACE IMPORTED)\n";
  EXPECT_TRUE(mended("cmake.fix-target", files, diagnosis, renamed).empty()) << "it is made elsewhere";
}

TEST(RenamedTarget, IsMadeOfTheSame) {
  const auto after = [](const std::string& before, const std::string& today) {
    const Files files = {{"CMakeLists.txt", "project(Mesh)\n"},
                         {"pcm/CMakeLists.txt", today},
                         {"app/CMakeLists.txt", "target_link_libraries(app audio::pcm)\n"}};
    return mended("cmake.fix-target", files, diagnosis_of({missed("app/CMakeLists.txt:1", "audio::pcm")}),
                  {{{"pcm/CMakeLists.txt", before}}});
  };
  EXPECT_FALSE(after(then, now).empty());
  EXPECT_TRUE(after(then, "add_library(Mesh::pcm ALIAS mesh_mix)\nadd_library(mesh_mix src/mix.cpp)\n").empty());
  EXPECT_TRUE(after(then, now + "add_library(Mesh::sound ALIAS mesh_pcm)\n").empty()) << "which of them?";
  EXPECT_TRUE(after("add_library(pcm INTERFACE)\nadd_library(audio::pcm ALIAS pcm)\n",
                    "add_library(mix INTERFACE)\nadd_library(Mesh::mix ALIAS mix)\n")
                  .empty());
}

}  // namespace
}  // namespace regreen::story
