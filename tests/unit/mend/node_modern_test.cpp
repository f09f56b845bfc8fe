// CommonJS files of packages of modules, and those that they require; members of Object.prototype.
#include "story.h"

namespace regreen::story {
namespace {

const std::string manifest = "{ \"name\": \"a\", \"type\": \"module\" }\n";

Files modern(Files files) {
  files.try_emplace("package.json", manifest);
  files.try_emplace("src/own.js", "export const a = 1;\n");
  auto one = said("ReferenceError: require is not defined in ES module scope, you can use import instead",
                  {{"symbol", "require"}});
  one.after = {"    at file:///srv/app/src/main.js:1:14"};
  return mended("js.use-import", files, one);
}

TEST(ModernScript, GoesWithWhatItRequires) {
  const auto after = modern({{"src/main.js", "const slug = require('./slug');\nslug();\n"},
                             {"src/slug.js", "function slug() {}\nmodule.exports = slug;\n"}});
  EXPECT_EQ(after.at("src/main.js"), "import slug from './slug.js';\nslug();\n");
  EXPECT_EQ(after.at("src/slug.js"), "function slug() {}\nexport default slug;\n");
}

TEST(ModernScript, LeavesOtherPackagesAsTheyAre) {
  const auto after = modern({{"src/main.js", "const { fold } = require('../legacy/fold');\nfold();\n"},
                             {"legacy/package.json", "{ \"name\": \"legacy\" }\n"},
                             {"legacy/fold.js", "function fold() {}\nmodule.exports = { fold };\n"}});
  EXPECT_EQ(
      after,
      (Files{{"src/main.js", "import foldModule from '../legacy/fold.js';\nconst { fold } = foldModule;\nfold();\n"}}));
}

TEST(ModernScript, LeavesCopiesAndWhatCommonJsRequires) {
  const std::string main = "const slug = require('../vendor/slug');\nslug();\n";
  const std::string slug = "function slug() {}\nmodule.exports = slug;\n";
  EXPECT_FALSE(modern({{"src/main.js", main}, {"vendor/slug.js", slug}}).contains("vendor/slug.js"));
  const Files asked = {{"src/main.js", replace_all(main, "../vendor", ".")},
                       {"src/slug.js", slug},
                       {"bin/run.cjs", "console.log(require('../src/slug.js')());\n"}};
  EXPECT_FALSE(modern(asked).contains("src/slug.js"));
}

TEST(ModernScript, KeepsTheMembersOfWhatItExports) {
  const std::string main = "const parse = require('./parse');\nparse.strict();\n";
  const std::string parse = "function parse() {}\n\nmodule.exports = parse;\nmodule.exports.strict = (a) => a;\n";
  const auto after = modern({{"src/main.js", main}, {"src/parse.js", parse}});
  EXPECT_EQ(after.at("src/main.js"), "import parse from './parse.js';\nparse.strict();\n");
  EXPECT_EQ(after.at("src/parse.js"), "function parse() {}\n\nexport default parse;\nparse.strict = (a) => a;\n");
}

TEST(ModernScript, StaysWhereWhatItExportsIsUnclear) {
  for (const auto* end : {"module.exports = make();\nmodule.exports.strict = 1;\n", "exports.default = parse;\n",
                          "module.exports = exports = parse;\n", "module.exports = require('./own.js');\n",
                          "module.exports = parse;\nmodule.exports = make;\n"}) {
    const auto after = modern({{"src/main.js", "const parse = require('./parse');\nparse.strict();\n"},
                               {"src/parse.js", std::string("function parse() {}\n") + end}});
    EXPECT_FALSE(after.contains("src/parse.js")) << end;
  }
}

std::string called_of_prototype(const std::string& text) {
  const auto after = mended("js.fix-finding", Files{{"a.js", text}},
                            said("row", {{"code", "no-prototype-builtins"}, {"detail", "x"}},
                                 {{"a.js", 1, text.find("hasOwnProperty") + 1}}));
  return after.contains("a.js") ? after.at("a.js") : "nothing";
}

TEST(PrototypeCall, OfWhatMayNotBeThereStays) {
  EXPECT_EQ(called_of_prototype("a(x.b.hasOwnProperty(k));\n"), "a(Object.prototype.hasOwnProperty.call(x.b, k));\n");
  EXPECT_EQ(called_of_prototype("a(x?.b.hasOwnProperty(k));\n"), "nothing");
  EXPECT_EQ(called_of_prototype("a(x?.b?.c().hasOwnProperty(k));\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
