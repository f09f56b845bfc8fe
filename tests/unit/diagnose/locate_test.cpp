#include "diagnose/locate.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::vector<Location> around(std::vector<std::string> before, const std::string& line, std::vector<std::string> after = {}) {
  return locate({}, before, line, after);
}

TEST(Locate, CutsTheFoldersOfRunnersAndContainers) {
  EXPECT_EQ(repository_path("/home/runner/work/app/app/src/a.py"), "src/a.py");
  EXPECT_EQ(repository_path("D:\\a\\app\\app\\src\\a.cs"), "src/a.cs");
  EXPECT_EQ(repository_path("/__w/app/app/a.c"), "a.c");
  EXPECT_EQ(repository_path("/home/travis/build/me/app/lib/a.rb"), "lib/a.rb");
  EXPECT_EQ(repository_path("/builds/group/app/a.go"), "a.go");
  EXPECT_EQ(repository_path("./a.js"), "a.js");
  EXPECT_EQ(repository_path("/somewhere/else/a.js"), "/somewhere/else/a.js");
}

TEST(Locate, WhatTheRuleCapturedComesFirst) {
  const auto found = locate({{"file", "src/a.c"}, {"line", "7"}, {"column", "3"}}, {}, "src/a.c:7:3: error: x", {"src/b.c:9:1: note"});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (Location{"src/a.c", 7, 3}));
}

TEST(Locate, APythonTracebackEndsAtTheFailingPlace) {
  const auto found = around({"  File \"/app/main.py\", line 3, in <module>", "    run()", "  File \"/app/lib/run.py\", line 9, in run",
                             "  File \"/usr/lib/python3.11/json/__init__.py\", line 346, in loads"},
                            "ValueError: no");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (Location{"lib/run.py", 9, 0}));
  EXPECT_EQ(found[1], (Location{"main.py", 3, 0}));
}

TEST(Locate, KnowsHowToolsPrintPlaces) {
  EXPECT_EQ(around({}, "error[E0433]: x", {"  --> src/lib.rs:4:20"}).at(0), (Location{"src/lib.rs", 4, 20}));
  EXPECT_EQ(around({}, "Error: x", {"    at Object.<anonymous> (/home/runner/work/a/a/src/index.js:1:15)"}).at(0), (Location{"src/index.js", 1, 15}));
  EXPECT_EQ(around({}, "src/mask.ts(4,7): error TS2532: x").at(0), (Location{"src/mask.ts", 4, 7}));
  EXPECT_EQ(around({}, "[ERROR] /home/runner/work/a/a/src/main/java/A.java:[12,5] cannot find symbol").at(0), (Location{"src/main/java/A.java", 12, 5}));
  EXPECT_EQ(around({}, "./main.go:12:2: undefined: x").at(0), (Location{"main.go", 12, 2}));
  EXPECT_EQ(around({"tests/test_a.py:1: in <module>"}, "E   ImportError: x").at(0), (Location{"tests/test_a.py", 1, 0}));
}

TEST(Locate, LeavesForeignCodeOut) {
  EXPECT_TRUE(around({"  File \"/x/.venv/lib/python3.11/site-packages/jinja2/__init__.py\", line 1"}, "x").empty());
  EXPECT_TRUE(around({}, "x", {"    at Module._compile (node:internal/modules/cjs/loader:1105:14)"}).empty());
}

}  // namespace
}  // namespace regreen
