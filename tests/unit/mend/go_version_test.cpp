// Go: what go.mod says of the language.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at_place(const std::string& file, int line, int column, const std::string& message, Captures captures = {}) {
  captures.insert({{"file", file}, {"line", std::to_string(line)}, {"column", std::to_string(column)}});
  return said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + message, captures);
}

Occurrence needs(const std::string& file, const std::string& version) {
  return at_place(file, 3, 10,
                  "type parameter requires go" + version + " or later (-lang was set to go1.16; check go.mod)",
                  {{"version", version}});
}

TEST(GoVersion, TheModuleSaysTheOldestVersionThatReadsTheCode) {
  const Files files = {{"go.mod", "module example.org/sets\n\ngo 1.16 // old\n"}, {"set/set.go", "package set\n"}};
  const auto after =
      mended("go.raise-version", files, diagnosis_of({needs("set/set.go", "1.17"), needs("set/set.go", "1.18")}));
  EXPECT_EQ(after.at("go.mod"), "module example.org/sets\n\ngo 1.18 // old\n");
  EXPECT_EQ(mended("go.raise-version", {{"go.mod", "module example.org/sets\n"}, {"set.go", "package set\n"}},
                   needs("./set.go", "1.18"))
                .at("go.mod"),
            "module example.org/sets\n\ngo 1.18\n");
}

TEST(GoVersion, OnlyTheModuleOfTheFileIsRaised) {
  const Files files = {{"go.mod", "module example.org/a\n\ngo 1.16\n"},
                       {"tools/go.mod", "module example.org/a/tools\n\ngo 1.17\n"},
                       {"tools/gen.go", "package main\n"},
                       {"vendor/example.org/b/b.go", "package b\n"}};
  const auto after = mended("go.raise-version", files, needs("tools/gen.go", "1.18"));
  EXPECT_EQ(after, (Files{{"tools/go.mod", "module example.org/a/tools\n\ngo 1.18\n"}}));
  EXPECT_TRUE(mended("go.raise-version", files, needs("vendor/example.org/b/b.go", "1.18")).empty());
}

TEST(GoVersion, NothingIsRaisedThatIsBuiltWithAnOlderGo) {
  Files files = {{"go.mod", "module example.org/a\n\ngo 1.16\n"}, {"a.go", "package a\n"}};
  files[".github/workflows/ci.yml"] = "      matrix:\n        go: [\"1.16\", \"1.21\"]\n";
  EXPECT_TRUE(mended("go.raise-version", files, needs("a.go", "1.18")).empty());
  files[".github/workflows/ci.yml"] = "        with:\n          go-version: ^1.16\n";
  EXPECT_FALSE(mended("go.raise-version", files, needs("a.go", "1.18")).empty());
  files[".travis.yml"] = "go:\n  - 1.17.x\n  - 1.21.x\n";
  EXPECT_TRUE(mended("go.raise-version", files, needs("a.go", "1.18")).empty());
  files[".travis.yml"] = "go:\n  - 1.18.x\nenv:\n  - LIBRARY=1.2\n";
  EXPECT_FALSE(mended("go.raise-version", files, needs("a.go", "1.18")).empty());
  files["Dockerfile"] = "FROM golang:1.17-alpine\n";
  EXPECT_TRUE(mended("go.raise-version", files, needs("a.go", "1.18")).empty());
}

Files as_older_go_reads(const Files& files) {
  return mended("go.fix-version", files,
                said("/srv/go.mod:3: invalid go version '1.21.0': must match format 1.23", {}));
}

TEST(GoVersion, ThatANewerGoWroteIsTheOneThatBuildsTheModule) {
  const std::string written = "module a\n\ngo 1.21.0 // of a laptop\n\ntoolchain go1.21.3\n\nrequire b v1.0.0\n";
  const auto with = [](const std::string& version) {
    return "module a\n\ngo " + version + " // of a laptop\n\nrequire b v1.0.0\n";
  };
  EXPECT_EQ(as_older_go_reads({{"go.mod", written}}).at("go.mod"), with("1.21"));
  Files files = {{"go.mod", written}, {".tool-versions", "nodejs 1.2\ngolang 1.19.8\n"}};
  EXPECT_EQ(as_older_go_reads(files).at("go.mod"), with("1.19"));
  files["ci.yml"] = "image: cimg/go:1.18\n";
  EXPECT_EQ(as_older_go_reads(files).at("go.mod"), with("1.19")) << "the newest of them: what it builds means the same";
  files["examples/Dockerfile"] = "FROM golang:1.20\n";
  files["mise.toml"] = "[tools]\ngoreleaser = \"1.20.1\"\n";
  EXPECT_EQ(as_older_go_reads(files).at("go.mod"), with("1.19"));
  EXPECT_EQ(as_older_go_reads({{"go.mod", written}, {"Dockerfile", "FROM golang:1.22\nCOPY . .\n"}}).at("go.mod"),
            with("1.21"));
}

TEST(GoVersion, WhatBuildsAnotherModuleDoesNotCount) {
  const auto after = as_older_go_reads({{"api/go.mod", "module a\n\ngo 1.20.1\n"},
                                        {"tools/go.mod", "module b\n\ngo 1.16\n"},
                                        {"tools/Dockerfile", "FROM golang:1.16\nCOPY . .\n"},
                                        {"Dockerfile", "FROM golang:1.19\nCOPY . .\n"}});
  EXPECT_EQ(after, (Files{{"api/go.mod", "module a\n\ngo 1.19\n"}}));
}

}  // namespace
}  // namespace regreen::story
