// Go: programs beside packages, modules beside a workspace, and what gofmt is asked for.
#include "story.h"

namespace regreen::story {
namespace {

// ---- programs ----

const std::string program =
    "// Copyright\n\n// This program writes names.go.\npackage main\n\nfunc main() { list := 1; _ = list }\n";

Files hue(const std::string& directive = "//go:generate go run gen.go\n") {
  return {{"go.mod", "module example.org/palette\n\ngo 1.19\n"},
          {"hue/hue.go", "package hue\n\n" + directive + "\nfunc Name() string { return list }\n"},
          {"hue/gen.go", program}};
}

Occurrence found_packages(const std::string& folder = "hue") {
  return said("found packages main (gen.go) and hue (hue.go) in /app/" + folder,
              {{"module", "main"}, {"expected", "hue"}});
}

TEST(GoProgram, ThatSomebodyRunsByNameIsLeftOut) {
  const auto text =
      "// Copyright\n\n//go:build ignore\n\n// This program writes names.go.\npackage main\n\nfunc main() { list := 1; "
      "_ = list }\n";
  EXPECT_EQ(mended("go.leave-out-program", hue(), found_packages()), (Files{{"hue/gen.go", text}}));
  auto called = hue("");
  called["Makefile"] = "names:\n\tgo run hue/gen.go\n";
  EXPECT_EQ(mended("go.leave-out-program", called, found_packages()), (Files{{"hue/gen.go", text}}));
}

TEST(GoProgram, OlderVersionsReadTheOlderForm) {
  auto files = hue();
  files["go.mod"] = "module example.org/palette\n\ngo 1.16\n";
  EXPECT_TRUE(mended("go.leave-out-program", files, found_packages())
                  .at("hue/gen.go")
                  .starts_with("// Copyright\n\n//go:build ignore\n// +build ignore\n\n// This"));
}

TEST(GoProgram, TheOddOneThatUsesNothingIsLeftOut) {
  auto files = hue("");
  EXPECT_TRUE(mended("go.leave-out-program", files, found_packages()).empty()) << "one of two";
  files["hue/names.go"] = "package hue\n\nvar names = 1\n";
  EXPECT_FALSE(mended("go.leave-out-program", files, found_packages()).empty());
  files["hue/names.go"] = "package hue\n\nvar list = 1\n";
  EXPECT_TRUE(mended("go.leave-out-program", files, found_packages()).empty()) << "it belongs to them";
  EXPECT_TRUE(mended("go.rename-package", files, found_packages()).empty()) << "a program is none of the package";
}

TEST(GoProgram, ThatIsOfThePackageOrRunElsewhereStays) {
  auto files = hue();
  files["hue/names.go"] = "package hue\n\nvar list = 1\n";
  EXPECT_TRUE(mended("go.leave-out-program", files, found_packages()).empty()) << "whoever runs it";
  auto other = hue("");
  other["README.md"] = "go run hue/gen.go\n";
  other["Makefile"] = "x:\n\tgo run cmd/gen.go\n";
  EXPECT_TRUE(mended("go.leave-out-program", other, found_packages()).empty());
  const Files product = {{"go.mod", "module example.org/palette\n"},
                         {"Makefile", "run:\n\tgo run main.go\n"},
                         {"main.go", "package main\n\nfunc main() {}\n"},
                         {"helper.go", "package helper\n\nfunc Help() {}\n"}};
  EXPECT_TRUE(mended("go.leave-out-program", product,
                     said("found packages helper (helper.go) and main (main.go) in /app",
                          {{"module", "helper"}, {"expected", "main"}}))
                  .empty())
      << "the product itself";
}

TEST(GoProgram, OnlyIgnoreLeavesOut) {
  const auto with = [](const std::string& head) {
    auto files = hue();
    files["hue/gen.go"] = head + "package main\n\nfunc main() {}\n";
    files["hue/other.go"] = "package main\n\nfunc main() {}\n";
    files["hue/hue.go"] = "package hue\n\n//go:generate go run gen.go\n//go:generate go run other.go\n";
    return mended(
        "go.leave-out-program", files,
        said("found packages hue (hue.go) and main (other.go) in /app/hue", {{"module", "hue"}, {"expected", "main"}}));
  };
  EXPECT_TRUE(with("//go:build ignore\n\n").contains("hue/other.go"));
  EXPECT_TRUE(with("// +build ignore\n\n").contains("hue/other.go"));
  EXPECT_TRUE(with("//go:build !ignore\n\n").empty());
  EXPECT_TRUE(with("//go:build ignore || linux\n\n").empty());
  EXPECT_TRUE(with("// +build ignore\n").empty()) << "go does not read it right above the clause";
}

TEST(GoProgram, WhatIsLeftOutAlreadyIsNoOtherPackage) {
  auto files = hue();
  files["hue/other.go"] = "//go:build ignore\n\npackage main\n\nfunc main() {}\n";
  EXPECT_TRUE(mended("go.leave-out-program", files, found_packages()).contains("hue/gen.go"));
  files["hue/gen.go"] = "package tint\n\nvar a = 1\n";
  files["hue/more.go"] = "package hue\n";
  EXPECT_EQ(mended("go.rename-package", files,
                   said("found packages tint (gen.go) and hue (hue.go) in /app/hue",
                        {{"module", "tint"}, {"expected", "hue"}})),
            (Files{{"hue/gen.go", "package hue\n\nvar a = 1\n"}}));
}

// ---- workspaces ----

Files workspace(const std::string& work) {
  return {{"go.work", work},
          {"api/go.mod", "module example.org/api\n"},
          {"store/go.mod", "module example.org/store\n"},
          {"notify/go.mod", "module example.org/notify\n"},
          {"tools/go.mod", "module example.org/tools\n"}};
}

std::string used(const std::string& work, Captures captures) {
  const auto after = mended("go.use-module", workspace(work), said("x", std::move(captures)));
  return after.contains("go.work") ? after.at("go.work") : "nothing";
}

TEST(GoWorkspace, UsesTheModuleThatIsNamed) {
  const std::string group = "go 1.19\n\nuse (\n\t./api // first\n\t./store\n)\n\n// tools is none of them.\n";
  EXPECT_EQ(used(group, {{"path", "notify"}}), replace_all(group, "\t./store", "\t./notify\n\t./store"));
  EXPECT_EQ(used(group, {{"path", "notify/text"}}), replace_all(group, "\t./store", "\t./notify\n\t./store"));
  EXPECT_EQ(used(group, {{"module", "example.org/notify/text"}}),
            replace_all(group, "\t./store", "\t./notify\n\t./store"));
  EXPECT_EQ(used("go 1.19\n\nuse ./api\n", {{"path", "notify"}}), "go 1.19\n\nuse ./api\nuse ./notify\n");
  EXPECT_EQ(used("go 1.19\n", {{"path", "notify"}}), "go 1.19\n\nuse ./notify\n");
}

TEST(GoWorkspace, OfNestedModulesTheInnerOneIsMeant) {
  const Files files = {{"go.work", "go 1.19\n\nuse ./api\n"},
                       {"api/go.mod", "module example.org/api\n"},
                       {"hutch/go.mod", "module example.org/hutch\n"},
                       {"hutch/.notify/go.mod", "module example.org/hutch/notify\n"},
                       {".tools/go.mod", "module example.org/tools\n"}};
  EXPECT_EQ(mended("go.use-module", files, said("x", {{"module", "example.org/hutch/notify/text"}})),
            (Files{{"go.work", "go 1.19\n\nuse ./api\nuse ./hutch/.notify\n"}}));
  EXPECT_EQ(mended("go.use-module", files, said("x", {{"module", "example.org/tools/a"}})),
            (Files{{"go.work", "go 1.19\n\nuse ./api\nuse ./.tools\n"}}));
}

TEST(GoWorkspace, WhatIsNotNamedOrUsedAlreadyStays) {
  const std::string work = "go 1.19\n\nuse ./api\n";
  EXPECT_EQ(used(work, {{"path", "."}}), "nothing");
  EXPECT_EQ(used(work, {{"path", "directory"}}), "nothing");
  EXPECT_EQ(used(work, {{"path", "elsewhere"}}), "nothing");
  EXPECT_EQ(used(work, {{"module", "example.org/api/v"}}), "nothing");
  EXPECT_EQ(used(work, {{"module", "example.org/apis"}}), "nothing");
  EXPECT_EQ(used(work, {{"path", "../notify"}}), "nothing");
}

// ---- gofmt ----

std::vector<std::string> formatted(const Files& files, std::vector<std::string> listed) {
  auto one = said("not formatted:", {});
  one.after = std::move(listed);
  const auto diagnosis = diagnosis_of({one});
  const auto tree = tree_of(files);
  std::vector<std::string> commands;
  for (const auto& row : tool_choosers()) {
    if (row.remedy != "go.gofmt") continue;
    for (const auto& call : row.choose({diagnosis, tree, tables()})) commands.push_back(call.command);
  }
  return commands;
}

TEST(Gofmt, IsCalledAsTheProjectCallsIt) {
  const Files files = {{"a.go", "package a\n"},
                       {"b/b.go", "package b\n"},
                       {"b/b_gen.go", "// Code generated by x. DO NOT EDIT.\n\npackage b\n"},
                       {"vendor/c/c.go", "package c\n"}};
  EXPECT_EQ(formatted(files, {"b/b.go"}), (std::vector<std::string>{"gofmt -w b/b.go", "gofmt -w a.go b/b.go"}));
  auto simple = files;
  simple["Makefile"] = "lint:\n\ttest -z \"$$(gofmt -s -l .)\"\n";
  EXPECT_EQ(formatted(simple, {"a.go", "b/b.go"}), (std::vector<std::string>{"gofmt -s -w a.go b/b.go"}));
  EXPECT_TRUE(formatted({{"a.py", ""}}, {}).empty());
  auto told = files;
  told["README.md"] = "We once ran gofmt -s -w .\n";
  told["b/make.go"] = "package b\n\nconst head = \"// Code generated by x. DO NOT EDIT.\"\n";
  EXPECT_EQ(formatted(told, {"a.go"}), (std::vector<std::string>{"gofmt -w a.go", "gofmt -w a.go b/b.go b/make.go"}));
}

}  // namespace
}  // namespace regreen::story
