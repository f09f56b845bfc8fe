#include "story.h"

namespace regreen::story {
namespace {

std::string first_line_of(const std::string& path, Files files, const std::string& line, Captures captures = {}) {
  const auto before = files.at(path);
  const auto after = mended("files.name-interpreter", files, said(line, std::move(captures)));
  if (!after.contains(path)) return "nothing";
  EXPECT_EQ(after.at(path).substr(after.at(path).find('\n') + 1), before);
  return after.at(path).substr(0, after.at(path).find('\n'));
}

TEST(Interpreter, IsNamedWhereTheShellTriedToRunTheProgram) {
  EXPECT_EQ(first_line_of("bin/count.js", {{"bin/count.js", "import a from 'a';\n"}},
                          "# /home/runner/work/c/c/bin/count.js: 1: import: not found"),
            "#!/usr/bin/env node");
  EXPECT_EQ(first_line_of("tools/rates.py", {{"tools/rates.py", "import os\n"}},
                          "OSError: [Errno 8] Exec format error: './tools/rates.py'"),
            "#!/usr/bin/env python3");
  EXPECT_EQ(first_line_of("x.rb", {{"x.rb", "puts 1\n"}, {"y.rb", "#!/usr/bin/ruby -w\nputs 2\n"}},
                          "./x.rb: line 1: puts: command not found", {{"file", "./x.rb"}}),
            "#!/usr/bin/ruby -w");
  EXPECT_EQ(
      first_line_of("bin/count", {{"bin/count", "'use strict';\n"}, {"package.json", R"({"bin": {"c": "bin/count"}})"}},
                    "bin/count: line 1: use strict: command not found"),
      "#!/usr/bin/env node");
  EXPECT_EQ(first_line_of("src/cli.ts",
                          {{"src/cli.ts", "import a from 'a';\n"}, {"package.json", R"({"bin": "./dist/cli.js"})"}},
                          "/app/dist/cli.js: 1: import: not found", {{"file", "/app/dist/cli.js"}}),
            "#!/usr/bin/env node");
}

TEST(Interpreter, IsNotGuessed) {
  const std::string said = "./run: line 1: import: command not found";
  EXPECT_EQ(first_line_of("run", {{"run", "import os\n"}}, said), "nothing");
  EXPECT_EQ(first_line_of("run.js", {{"run.js", "#!/bin/sh\nimport x\n"}}, "./run.js: 2: import: not found"),
            "nothing");
  EXPECT_EQ(first_line_of("run.js", {{"run.js", "import x\r\n"}}, "./run.js: 1: import: not found"), "nothing");
  EXPECT_EQ(
      first_line_of("shoot.sh", {{"shoot.sh", "import x.png\n"}}, "./shoot.sh: line 1: import: command not found"),
      "nothing");
  EXPECT_EQ(first_line_of("src/cli.ts", {{"src/cli.ts", "x\n"}}, "/app/dist/cli.js: 1: import: not found"), "nothing");
}

}  // namespace
}  // namespace regreen::story
