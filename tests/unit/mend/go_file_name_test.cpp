// Go: files that the name leaves out of the build.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence undefined(const std::string& symbol, const std::string& file = "robot/robot.go") {
  return said(file + ":3:8: undefined: " + symbol,
              {{"file", file}, {"line", "3"}, {"column", "8"}, {"symbol", symbol}});
}

const Files robot = {
    {"go.mod", "module example.org/bench\n"},
    {"robot/robot.go", "package robot\n\nvar one arm\n"},
    {"robot/parts_arm.go", "package robot\n\ntype arm struct{ reach int }\n\nfunc newArm() arm { return arm{} }\n"},
    {"robot/parts_wheel.go", "package robot\n\ntype wheel int\n"}};

TEST(GoFileName, AWordOfTheProjectIsNoPlatform) {
  const auto moved =
      candidates("go.rename-file", tree_of(robot), diagnosis_of({undefined("arm"), undefined("newArm")}));
  ASSERT_EQ(moved.size(), 1u);
  EXPECT_EQ(moved[0].paths(), (std::vector<std::string>{"robot/parts_arm.go", "robot/partsarm.go"}));
  auto files = robot;
  files["main.go"] = "package main\n\nimport \"example.org/bench/robot\"\n\nvar a robot.Arm\n";
  files["robot/parts_arm.go"] = "package robot\n\ntype (\n\tArm struct{}\n)\n";
  EXPECT_EQ(candidates("go.rename-file", tree_of(files), diagnosis_of({undefined("robot.Arm", "main.go")})).size(), 1u);
}

TEST(GoFileName, TestsThatNeverRanGetTheNewNameToo) {
  const auto moved = [](const std::string& path, const std::string& text) {
    auto files = robot;
    files[path] = text;
    const auto patches = candidates("go.rename-file", tree_of(files), diagnosis_of({undefined("arm")}));
    return patches.empty() ? std::vector<std::string>{} : patches[0].paths();
  };
  const std::string test = "package robot\n\nfunc TestArm(t *testing.T) { newArm() }\n";
  const std::vector<std::string> file = {"robot/parts_arm.go", "robot/partsarm.go"};
  EXPECT_EQ(moved("robot/parts_arm_test.go", test),
            (std::vector<std::string>{file[0], "robot/parts_arm_test.go", file[1], "robot/partsarm_test.go"}));
  EXPECT_EQ(moved("robot/reach_arm_test.go", test),
            (std::vector<std::string>{file[0], file[1], "robot/reach_arm_test.go", "robot/reacharm_test.go"}));
  EXPECT_EQ(moved("robot/parts_arm_reach_test.go", test), file) << "runs everywhere";
  EXPECT_EQ(moved("robot/reach_arm_test.go", "package robot\n\n// newArm is slow on arm.\n"), file) << "another thing";
  EXPECT_TRUE(moved("robot/parts_arm_test.go", "//go:build arm\n\n" + test).empty());
  EXPECT_TRUE(moved("robot/parts_amd64_test.go", test).empty()) << "a counterpart";
  EXPECT_TRUE(moved("robot/partsarm.go", "package robot\n").empty());
}

TEST(GoFileName, WhatIsForOnePlatformKeepsItsName) {
  const auto renames = [](const std::string& path, const std::string& text) {
    auto files = robot;
    files[path] = text;
    return !candidates("go.rename-file", tree_of(files), diagnosis_of({undefined("arm")})).empty();
  };
  EXPECT_TRUE(renames("robot/more.go", "package robot\n"));
  EXPECT_FALSE(renames("robot/parts_amd64.go", "package robot\n"));
  EXPECT_FALSE(renames("robot/other.go", "package robot\n\nfunc newArm() int { return 0 }\n"));
  EXPECT_FALSE(renames("robot/fast.s", "TEXT\n"));
  EXPECT_FALSE(renames("Makefile", "parts: robot/parts_arm.go\n"));
  EXPECT_FALSE(renames("robot/parts_arm.go", "//go:build arm\n\npackage robot\n\ntype arm int\n"));
  EXPECT_FALSE(renames("robot/parts_arm.go", "package robot\n\nimport \"syscall\"\n\ntype arm syscall.Errno\n"));
  EXPECT_FALSE(renames("robot/parts_arm.go", "package robot\n\ntype hand int\n"));
  Files windows = {{"a/a.go", "package a\n\nvar _ = open()\n"},
                   {"a/open_windows.go", "package a\n\nfunc open() int { return 0 }\n"}};
  EXPECT_TRUE(candidates("go.rename-file", tree_of(windows), diagnosis_of({undefined("open", "a/a.go")})).empty());
}

TEST(GoFileName, AWordOfOneFileAloneMayBeAPlatform) {
  const auto renames = [](const std::string& file, const std::string& declared, const Files& more) {
    Files files = {
        {"a/a.go", "package a\n\nvar _ = " + declared + "()\n"},
        {file, "package a\n\nfunc " + declared + "() int { return 0 }\n\nfunc encodeJson() int { return 1 }\n"}};
    files.insert(more.begin(), more.end());
    return !candidates("go.rename-file", tree_of(files), diagnosis_of({undefined(declared, "a/a.go")})).empty();
  };
  const Files css = {{"a/min_css.go", "package a\n\nfunc minCSS() {}\n"}};
  for (const auto* name : {"minJS", "jsMin", "min_js", "minJSFile"})
    EXPECT_TRUE(renames("a/min_js.go", name, css)) << name;
  for (const auto* name : {"encode", "minJson", "toJSON", "minjs"})
    EXPECT_FALSE(renames("a/min_js.go", name, css)) << name;
  EXPECT_FALSE(renames("a/min_js.go", "minJS", {})) << "no series";
  EXPECT_FALSE(renames("a/min_js.go", "minJS", {{"a/min_common.go", "package a\n\nfunc min() {}\n"}}));
  EXPECT_FALSE(
      renames("a/min_js.go", "minJS", {{"a/min_css.go", "//go:build !js\n\npackage a\n\nfunc minCSS() {}\n"}}));
  EXPECT_FALSE(renames("a/min_windows.go", "minWindows", css)) << "nobody means anything else";
}

}  // namespace
}  // namespace regreen::story
