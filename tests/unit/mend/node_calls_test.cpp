// What Node, its packages and their linter are told: files without callbacks, exports, the edition of the language, data.

#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const std::string& file, const Files& files, Occurrence one) {
  const auto healed = mended(remedy, files, std::move(one));
  return healed.empty() ? "nothing" : healed.at(file);
}

std::string called(const std::string& text) {
  auto one = said("  error: 'The \"cb\" argument must be of type function. Received undefined'", {});
  one.after = {"    Object.writeFile (node:fs:2310:3)", "    exports.write (/srv/app/src/site.js:4:6)"};
  return after("js.call-sync", "src/site.js", Files{{"src/site.js", text}}, one);
}

TEST(FileCalls, WithoutACallbackAreMadeSync) {
  EXPECT_EQ(
      called("const fs = require('node:fs');\n\nexports.write = (p, text) => {\n  fs.writeFile(join(p, 'a'), text);\n"
             "  fs.unlink(p);\n  fs.readFile(p, 'utf8');\n};\n"),
      "const fs = require('node:fs');\n\nexports.write = (p, text) => {\n  fs.writeFileSync(join(p, 'a'), text);\n"
      "  fs.unlinkSync(p);\n  fs.readFileSync(p, 'utf8');\n};\n");
  EXPECT_EQ(called("import * as files from \"fs\";\nfiles.unlink(p);\n"),
            "import * as files from \"fs\";\nfiles.unlinkSync(p);\n");
}

TEST(FileCalls, WithACallbackAndOthersStay) {
  EXPECT_EQ(
      called("const fs = require('fs');\nfs.unlink(p, done);\nfs.writeFile(p, text, () => {});\nfs.readFile(p, cb);\n"
             "other.unlink(p);\nfs.promises.unlink(p);\n"),
      "nothing");
  EXPECT_EQ(called("const fs = require('fs');\nfs.unlink(p);\nexports.copy = (fs, p) => fs.readFile(p).then(f);\n"),
            "nothing")
      << "another one";
  EXPECT_EQ(called("const fs = require('fs').promises;\nfs.unlink(p).then(f);\nawait fs.unlink(p);\n"), "nothing");
}

std::string exported(const std::string& exports, const std::string& path,
                     const std::string& readme = "import de from 'roster/locale/de'\n") {
  const auto one =
      said("Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: …", {{"symbol", path}, {"path", "/srv/roster/package.json"}});
  return after("js.add-export", "package.json",
               Files{{"README.md", readme},
                     {"package.json", "{\n  \"name\": \"roster\",\n  \"exports\": " + exports + "\n}\n"},
                     {"lib/index.js", ""},
                     {"lib/parse.js", ""},
                     {"lib/format.js", ""},
                     {"lib/locale/de.js", ""},
                     {"types/parse.d.ts", ""},
                     {"types/locale/de.d.ts", ""}},
               one);
}

TEST(PackageExports, SayOfAModuleWhatTheySayOfOthers) {
  EXPECT_EQ(exported("{\n    \".\": \"./lib/index.js\"\n  }", "./format"),
            "{\n  \"name\": \"roster\",\n  \"exports\": {\n    \".\": \"./lib/index.js\",\n    \"./format\": "
            "\"./lib/format.js\"\n  }\n}\n");
  EXPECT_EQ(exported("{\n    \"./parse\": {\"types\": \"./types/parse.d.ts\", \"default\": \"./lib/parse.js\"}\n  }",
                     "./format"),
            "nothing");  // it has no types
  EXPECT_EQ(exported("{\n    \".\": \"./lib/index.js\"\n  }", "./secret"), "nothing");
  EXPECT_EQ(exported("\"./lib/index.js\"", "./format"), "nothing");
}

TEST(PackageExports, SayOfAFolderWhatTheySayOfModules) {
  const std::string front = "{\n  \"name\": \"roster\",\n  \"exports\": ";
  const std::string parse = "{\"types\": \"./types/parse.d.ts\", \"default\": \"./lib/parse.js\"}";
  const std::string de = "{\"types\": \"./types/locale/de.d.ts\", \"default\": \"./lib/locale/de.js\"}";
  EXPECT_EQ(exported("{\n    \"./parse\": " + parse + "\n  }", "./locale/de"),
            front + "{\n    \"./locale/de\": " + de + ",\n    \"./parse\": " + parse + "\n  }\n}\n");
  EXPECT_EQ(exported("{\n    \".\": \"./lib/index.js\"\n  }", "./locale/de"),
            front + "{\n    \".\": \"./lib/index.js\",\n    \"./locale/de\": \"./lib/locale/de.js\"\n  }\n}\n");
  EXPECT_EQ(exported("{\n    \"./parse\": \"./lib/parse.js\"\n  }", "./deep/format"), "nothing")
      << "lib/format.js is another module";
  EXPECT_EQ(exported("{\n    \"./read\": \"./lib/parse.js\"\n  }", "./format"), "nothing")
      << "a path that is not called as its file";
  EXPECT_EQ(exported("{\n    \"./parse\": " + parse + "\n  }", "./locale/de", "# roster\n"), "nothing")
      << "nobody says that the folder is public";
  EXPECT_EQ(exported("{\n    \".\": \"./lib/index.js\"\n  }", "./locale/de", ""), "nothing");
}

std::string raised(const std::string& config, const std::string& source) {
  auto one = said("  3:20  error  Parsing error: Unexpected token .", {});
  one.before = {"/srv/app/src/rows.js"};
  return after("js.raise-language", ".eslintrc.json", Files{{".eslintrc.json", config}, {"src/rows.js", source}}, one);
}

TEST(LanguageLevel, IsThatOfTheNewestThingThatTheFileUses) {
  EXPECT_EQ(raised("{\"parserOptions\": {\"ecmaVersion\": 2018}}", "f(a?.b, c ?? d);\n"),
            "{\"parserOptions\": {\"ecmaVersion\": 2020}}");
  EXPECT_EQ(raised("{\"parserOptions\": {\"ecmaVersion\": 8}}", "f({...a});\n"),
            "{\"parserOptions\": {\"ecmaVersion\": 9}}");
  EXPECT_EQ(raised("{\"parserOptions\": {\"ecmaVersion\": 2022}}", "a ?\?= b;\n"), "nothing");
  EXPECT_EQ(raised("{\"parserOptions\": {\"ecmaVersion\": 2015}}", "f(a?.5:1, '?\?'); // ?.\n"), "nothing");
}

TEST(TsConfig, TheModuleKindFollowsTheResolution) {
  const auto one = said(
      "tsconfig.json(4,15): error TS5110: Option 'module' must be set to 'Node16' when option 'moduleResolution' "
      "is set to 'Node16'.",
      {{"code", "TS5110"}});
  EXPECT_EQ(after("js.fix-tsconfig", "tsconfig.json",
                  Files{{"tsconfig.json",
                         "{\n  \"compilerOptions\": {\n    // as Node does\n    \"module\": \"CommonJS\",\n"
                         "    \"moduleResolution\": \"Node16\"\n  }\n}\n"}},
                  one),
            "{\n  \"compilerOptions\": {\n    // as Node does\n    \"module\": \"Node16\",\n    \"moduleResolution\": "
            "\"Node16\"\n  }\n}\n");
}

TEST(ByteOrderMark, GoesFromJsonThatIsRightWithoutIt) {
  const auto one =
      said("json.decoder.JSONDecodeError: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)", {});
  EXPECT_EQ(mended("text.remove-mark",
                   Files{{"a.json", "\xEF\xBB\xBF{\"a\": 1}\n"},
                         {"b.json", "{}"},
                         {"c.json", "\xEF\xBB\xBF{"},
                         {"d.csv", "\xEF\xBB\xBFx"}},
                   one),
            (Files{{"a.json", "{\"a\": 1}\n"}}));
}

TEST(FixPath, AFileMayHaveBecomeOneOfAnotherKind) {
  auto one = said("FileNotFoundError: [Errno 2] No such file or directory: '/srv/x/README.rst'",
                  {{"path", "/srv/x/README.rst"}});
  one.before = {"  File \"/srv/x/setup.py\", line 1, in <module>"};
  EXPECT_EQ(after("files.fix-path", "setup.py",
                  Files{{"setup.py", "t = open(\"README.rst\").read()\n"}, {"README.md", ""}}, one),
            "t = open(\"README.md\").read()\n");
  EXPECT_EQ(after("files.fix-path", "setup.py",
                  Files{{"setup.py", "t = open(\"README.rst\").read()\n"}, {"README.md", ""}, {"README.txt", ""}}, one),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
