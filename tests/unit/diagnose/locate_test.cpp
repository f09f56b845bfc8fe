#include "diagnose/locate.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::vector<Location> around(std::vector<std::string> before, const std::string& line,
                             std::vector<std::string> after = {}) {
  PlaceReader places{Checkouts()};
  return locate({}, before, line, after, places);
}

TEST(Locate, FindsTheNameAboveAListOfFindings) {
  PlaceReader places{Checkouts()};
  const std::vector<std::string> before = {"$ yamllint .", "config/a.yaml", "  2:1  error  one  (x)"};
  const auto found = locate({{"line", "10"}, {"column", "5"}}, before, "  10:5  error  two  (y)", {}, places);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (Location{"config/a.yaml", 10, 5}));
  EXPECT_TRUE(
      locate({{"line", "10"}}, {"config/a.yaml", "", "  1:1  error"}, "  10:5  error  two", {}, places).empty());
  EXPECT_TRUE(locate({{"line", "10"}}, {"Linting a.yaml"}, "  10:5  error  two", {}, places).empty());
}

TEST(Locate, CutsTheFoldersOfRunnersAndContainers) {
  EXPECT_EQ(Checkouts().relative("/home/runner/work/app/app/src/a.py"), "src/a.py");
  EXPECT_EQ(Checkouts().relative("D:\\a\\app\\app\\src\\a.cs"), "src/a.cs");
  EXPECT_EQ(Checkouts().relative("/__w/app/app/a.c"), "a.c");
  EXPECT_EQ(Checkouts().relative("/home/travis/build/me/app/lib/a.rb"), "lib/a.rb");
  EXPECT_EQ(Checkouts().relative("/builds/group/app/a.go"), "a.go");
  EXPECT_EQ(Checkouts().relative("./a.js"), "a.js");
  EXPECT_EQ(Checkouts().relative("/somewhere/else/a.js"), "/somewhere/else/a.js");
}

TEST(Locate, KnowsTheFoldersOfManySystems) {
  const std::vector<std::string> folders = {"/home/vsts/work/1/s/",
                                            "D:\\a\\1\\s\\",
                                            "/github/workspace/",
                                            "/Users/runner/work/app/app/",
                                            "/Users/travis/build/me/app/",
                                            "/opt/actions-runner/_work/app/app/",
                                            "C:\\agent\\_work\\3\\s\\",
                                            "/var/jenkins_home/workspace/app_main@2/",
                                            "/var/lib/jenkins/workspace/app/",
                                            "/home/ci/build/workspace/app/nodes/rhel8/",
                                            "C:/workspace/app/",
                                            "/root/project/",
                                            "/home/circleci/project/",
                                            "/home/circleci/.go_workspace/src/github.com/me/app/",
                                            "/opt/atlassian/pipelines/agent/build/",
                                            "/var/lib/buildkite-agent/builds/host-1/acme/app/",
                                            "/codebuild/output/src123/src/github.com/me/app/",
                                            "/drone/src/",
                                            "/home/gitlab-runner/builds/x1Y2z3-4/0/acme/app/",
                                            "/home/appveyor/projects/app/",
                                            "/workspaces/app/",
                                            "/usr/src/app/",
                                            "/app/",
                                            "/workspace/",
                                            "/home/travis/gopath/src/github.com/me/app/"};
  for (const auto& folder : folders) EXPECT_EQ(Checkouts().relative(folder + "src/a.c"), "src/a.c") << folder;
}

TEST(Locate, KnowsTheFoldersThatTheLogNames) {
  const Checkouts named({"/srv/ci/group/sub/app", "/builds/group/sub/app", "/home/runner/work/app/app/test", "/"});
  EXPECT_EQ(named.relative("/srv/ci/group/sub/app/src/a.c"), "src/a.c");
  EXPECT_EQ(named.relative("/builds/group/sub/app/src/a.c"), "src/a.c");
  EXPECT_EQ(named.relative("/home/runner/work/app/app/test/a.c"), "test/a.c");  // the checkout is known better
  EXPECT_EQ(named.relative("/srv/ci/group/sub/application/a.c"), "/srv/ci/group/sub/application/a.c");
}

TEST(Locate, ResolvesDots) {
  EXPECT_EQ(Checkouts().relative("../src/a.c"), "src/a.c");
  EXPECT_EQ(Checkouts().relative("a/./b/../c.c"), "a/c.c");
  EXPECT_EQ(Checkouts().relative(".../app/a.py"), "a.py");
  EXPECT_EQ(Checkouts().relative(".github/a.yml"), ".github/a.yml");
}

TEST(Locate, PathsInATextAreMadeRelative) {
  const Checkouts named({"/srv/ci/app"});
  EXPECT_EQ(named.shown("'/srv/ci/app/a.py:3' needs (/srv/ci/app/b.py) of /srv/ci/app, not /etc/b"),
            "'a.py:3' needs (b.py) of /srv/ci/app, not /etc/b");
  EXPECT_EQ(named.shown("D:\\a\\app\\app\\src\\a.cs fails"), "src/a.cs fails");
  EXPECT_EQ(named.shown("get https://host/srv/ci/app/x and/or a/b"), "get https://host/srv/ci/app/x and/or a/b");
  EXPECT_EQ(named.shown(""), "");
}

TEST(Locate, FilesThatALineMentions) {
  const auto files = [](const std::string& line) {
    std::vector<std::string> names;
    for (const auto& one : mentioned_files(line, {})) names.push_back(one.file);
    return names;
  };
  EXPECT_EQ(files("see docs/a.md and /home/runner/work/x/x/b/c.txt"),
            (std::vector<std::string>{"docs/a.md", "b/c.txt"}));
  EXPECT_TRUE(files("C:\\Program Files\\Tool\\tool.exe and /etc/tool.conf").empty());
}

TEST(Locate, WhatTheRuleCapturedComesFirst) {
  PlaceReader places{Checkouts()};
  const auto found = locate({{"file", "src/a.c"}, {"line", "7"}, {"column", "3"}}, {}, "src/a.c:7:3: error: x",
                            {"src/b.c:9:1: note"}, places);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (Location{"src/a.c", 7, 3}));
}

TEST(Locate, ALineThatIsReadAgainNamesTheSamePlace) {
  PlaceReader places{Checkouts()};
  const auto first = places.place_on("src/b.c:9:1: note");
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(places.place_on("src/b.c:9:1: note"), first);
  EXPECT_EQ(places.place_on("src/b.c:10:1: note"), (Location{"src/b.c", 10, 1}));
}

TEST(Locate, APythonTracebackEndsAtTheFailingPlace) {
  const auto found =
      around({"  File \"/app/main.py\", line 3, in <module>", "    run()", "  File \"/app/lib/run.py\", line 9, in run",
              "  File \"/usr/lib/python3.11/json/__init__.py\", line 346, in loads"},
             "ValueError: no");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (Location{"lib/run.py", 9, 0}));
  EXPECT_EQ(found[1], (Location{"main.py", 3, 0}));
}

TEST(Locate, KnowsHowToolsPrintPlaces) {
  EXPECT_EQ(around({}, "error[E0433]: x", {"  --> src/lib.rs:4:20"}).at(0), (Location{"src/lib.rs", 4, 20}));
  EXPECT_EQ(around({}, "Error: x", {"    at Object.<anonymous> (/home/runner/work/a/a/src/index.js:1:15)"}).at(0),
            (Location{"src/index.js", 1, 15}));
  EXPECT_EQ(around({}, "src/mask.ts(4,7): error TS2532: x").at(0), (Location{"src/mask.ts", 4, 7}));
  EXPECT_EQ(around({}, "[ERROR] /home/runner/work/a/a/src/main/java/A.java:[12,5] cannot find symbol").at(0),
            (Location{"src/main/java/A.java", 12, 5}));
  EXPECT_EQ(around({}, "D:\\a\\1\\s\\src\\a.cpp(4,7): error C2065: x").at(0), (Location{"src/a.cpp", 4, 7}));
  EXPECT_EQ(around({}, "e: file:///home/runner/work/a/a/src/A.kt:3:5 Unresolved reference: x").at(0),
            (Location{"src/A.kt", 3, 5}));
  EXPECT_EQ(around({}, "   at Shop.Cart.Add() in /home/vsts/work/1/s/src/Cart.cs:line 12").at(0),
            (Location{"src/Cart.cs", 12, 0}));
  EXPECT_EQ(around({}, "thread 'main' panicked at src/main.rs:2:5:").at(0), (Location{"src/main.rs", 2, 5}));
  EXPECT_EQ(around({}, "AssertionError: x", {" ❯ src/a.test.ts:4:11"}).at(0), (Location{"src/a.test.ts", 4, 11}));
  EXPECT_EQ(around({}, "./main.go:12:2: undefined: x").at(0), (Location{"main.go", 12, 2}));
  EXPECT_EQ(around({"tests/test_a.py:1: in <module>"}, "E   ImportError: x").at(0),
            (Location{"tests/test_a.py", 1, 0}));
}

TEST(Locate, LeavesForeignCodeOut) {
  EXPECT_TRUE(around({"  File \"/x/.venv/lib/python3.11/site-packages/jinja2/__init__.py\", line 1"}, "x").empty());
  EXPECT_TRUE(around({}, "x", {"    at Module._compile (node:internal/modules/cjs/loader:1105:14)"}).empty());
  EXPECT_TRUE(around({}, "x", {"\tat java.base/java.lang.reflect.Method.invoke(Method.java:566)"}).empty());
  EXPECT_TRUE(around({}, "x", {"\tat org.junit.Assert.assertEquals(Assert.java:647)"}).empty());
  EXPECT_EQ(around({}, "x", {"\tat org.junited.Shop.total(Shop.java:3)"}).at(0), (Location{"Shop.java", 3, 0}));
}

}  // namespace
}  // namespace regreen
