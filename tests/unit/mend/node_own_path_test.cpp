// js.fix-module: __dirname and __filename of an ES module.

#include "story.h"

namespace regreen::story {
namespace {

std::string defined(const std::string& text, const std::string& file = "lib/a.js", const std::string& type = "module",
                    const std::string& name = "__dirname") {
  const Files files = {{"package.json", "{\n  \"type\": \"" + type + "\"\n}\n"},
                       {"tools/check.cjs", "const a = __dirname;\n"},
                       {file, text}};
  auto one = said("ReferenceError: " + name + " is not defined in ES module scope", {{"symbol", name}});
  one.before = {"    at file:///work/app/tools/check.cjs:1:11", ""};
  one.after = {"    at file:///work/app/" + file + ":3:1"};
  const auto after = mended("js.fix-module", files, one);
  return after.contains(file) && after.size() == 1 ? after.at(file) : "nothing";
}

TEST(NodeOwnPath, IsDefinedBelowTheImports) {
  const std::string use = "\nread(__dirname);\n";
  const std::string url = "import { fileURLToPath } from 'node:url';\n";
  EXPECT_EQ(defined("import path from 'node:path';\n" + use),
            "import path from 'node:path';\n" + url +
                "\nconst __dirname = path.dirname(fileURLToPath(import.meta.url));\n" + use);
  EXPECT_EQ(defined("import {\n  join,\n  dirname,\n} from 'node:path';\nimport a from './a.js'; // a\n" + use),
            "import {\n  join,\n  dirname,\n} from 'node:path';\nimport a from './a.js'; // a\n" + url +
                "\nconst __dirname = dirname(fileURLToPath(import.meta.url));\n" + use);
  EXPECT_EQ(
      defined("import a from \"./a.js\"\n" + use),
      "import a from \"./a.js\"\nimport { dirname } from \"path\"\nimport { fileURLToPath } from \"url\"\n\nconst "
      "__dirname = dirname(fileURLToPath(import.meta.url))\n" +
          use);
  EXPECT_EQ(
      defined("import {\n  join\n} from 'path';\nconst dirname = join(__dirname, 'a');\n"),
      "import {\n  join\n} from 'path';\nimport { fileURLToPath } from 'url';\n\nconst __dirname = fileURLToPath(new "
      "URL('.', import.meta.url));\nconst dirname = join(__dirname, 'a');\n");
}

TEST(NodeOwnPath, StandsBelowTheFirstLineOfAProgram) {
  EXPECT_EQ(defined("#!/usr/bin/env node\nconsole.log(__filename, __dirname);\n"),
            "#!/usr/bin/env node\nimport { dirname } from 'path';\nimport { fileURLToPath } from 'url';\n\nconst "
            "__filename = "
            "fileURLToPath(import.meta.url);\nconst __dirname = dirname(__filename);\n\nconsole.log(__filename, "
            "__dirname);\n");
}

TEST(NodeOwnPath, IsOnlyDefinedWhereCodeOfAModuleNeedsIt) {
  EXPECT_EQ(defined("import a from './a.js';\nconst b = '__dirname'; // __dirname\n"), "nothing");
  EXPECT_EQ(defined("import a from './a.js';\na.__dirname = { __dirname: 1 };\n"), "nothing");
  EXPECT_EQ(defined("const b = require('b');\nb(__dirname);\n", "lib/a.js", "commonjs"), "nothing");
  EXPECT_NE(defined("export default __dirname;\n", "lib/a.mjs", "commonjs"), "nothing");
  EXPECT_EQ(defined("import a from './a.js';\nconst __dirname = a();\nb(__dirname);\n"), "nothing");
}

// What the package.json of a workspace says afterwards; "" where it stays as it is.
std::string core_exports(const std::string& path, const Files& more = {}) {
  Files files = {{"packages/core/package.json",
                  "{\n  \"name\": \"@kite/core\",\n  \"exports\": {\n    \".\": \"./lib/index.js\"\n  }\n}\n"},
                 {"packages/core/lib/index.js", ""},
                 {"packages/core/lib/units.js", ""},
                 {"packages/core/lib/internal/units.js", ""},
                 {"packages/core/lib/deep/units.js", ""},
                 {"packages/app/package.json", "{\n  \"name\": \"@kite/app\"\n}\n"}};
  for (const auto& [file, text] : more) files[file] = text;
  const auto after = mended("js.add-export", files,
                            said("Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: …",
                                 {{"symbol", path}, {"path", "/srv/kite/node_modules/@kite/core/package.json"}}));
  return after.empty() ? "" : after.at("packages/core/package.json");
}

TEST(WorkspaceExports, NameWhatAnotherWorkspaceImports) {
  const std::string front = "{\n  \"name\": \"@kite/core\",\n  \"exports\": {\n    \".\": \"./lib/index.js\",\n    ";
  EXPECT_EQ(core_exports("./lib/units.js"), front + "\"./lib/units.js\": \"./lib/units.js\"\n  }\n}\n");
  EXPECT_EQ(core_exports("./package.json"), front + "\"./package.json\": \"./package.json\"\n  }\n}\n");
  EXPECT_EQ(core_exports("./lib/internal/units.js"), "");  // its name says that it is not for others
  EXPECT_EQ(core_exports("./lib/_units.js", {{"packages/core/lib/_units.js", ""}}), "");
  const Files list = {{"packages/core/package.json",
                       "{\n  \"name\": \"@kite/core\",\n  \"exports\": {\n    \"./a\": \"./lib/a.js\"\n  }\n}\n"},
                      {"packages/core/lib/a.js", ""}};
  EXPECT_EQ(core_exports("./units", list), "") << "a list of what is public";
  auto told = list;
  told["packages/core/README.md"] = "import \"@kite/core/units\"\n";
  EXPECT_NE(core_exports("./units", told), "");
  EXPECT_EQ(core_exports("./lib/deep/units.js"), "");  // another file than lib/units.js
}

}  // namespace
}  // namespace regreen::story
