// Aliases of JavaScript that lead nowhere, and hashes that are gone.
#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const Files& files, const std::string& file, Occurrence one) {
  const auto changed = mended(remedy, files, std::move(one));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

Occurrence thrown(const std::string& message, std::vector<std::string> trace) {
  auto one = said("  error: \"" + message + "\"", {});
  one.after = std::move(trace);
  return one;
}

// ---- aliases ----

const std::string aliased =
    "{\n  \"name\": \"larder\",\n  \"imports\": {\n    \"#config\": \"./src/config.js\",\n    \"#store/*\": "
    "\"./src/store/*.js\"\n  }\n}\n";

Files larder(const std::string& folder) {
  return {{"package.json", aliased},
          {"src/index.js", "import { a } from '#store/memory';\nimport b from \"#store/deep/limited\";\n"},
          {folder + "/memory.js", ""},
          {folder + "/deep/limited.js", ""}};
}

std::string led(const Files& files, const std::string& path = "src/store/memory.js") {
  return after("js.fix-alias", files, "package.json",
               said("Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/srv/app/" + path +
                        "' imported from /srv/app/src/index.js",
                    {}));
}

TEST(ScriptAlias, LeadsToTheFolderWhereAllOfItIs) {
  EXPECT_EQ(led(larder("src/storage")), replace_all(aliased, "./src/store/*", "./src/storage/*"));
  EXPECT_EQ(led(larder("storage")), replace_all(aliased, "./src/store/*", "./storage/*"));
  auto files = larder("src/storage");
  files["dist/storage/memory.js"] = files["dist/storage/deep/limited.js"] = "";
  files["lib/storage/memory.js"] = "";
  EXPECT_EQ(led(files), replace_all(aliased, "./src/store/*", "./src/storage/*")) << "built, or not all of it";
}

TEST(ScriptAlias, OfOneFileLeadsToItsNewFolder) {
  EXPECT_EQ(
      led({{"package.json", aliased}, {"src/index.js", "import c from '#config';\n"}, {"src/settings/config.js", ""}},
          "src/config.js"),
      replace_all(aliased, "./src/config.js", "./src/settings/config.js"));
}

TEST(ScriptAlias, OfAWorkspaceIsAskedForByOthers) {
  const std::string exports = "{\n  \"name\": \"larder\",\n  \"exports\": { \"./store/*\": \"./src/store/*.js\" }\n}\n";
  const Files files = {{"packages/larder/package.json", exports},
                       {"packages/larder/src/storage/memory.js", ""},
                       {"packages/shop/src/index.js", "import { a } from 'larder/store/memory';\n"}};
  EXPECT_EQ(
      after("js.fix-alias", files, "packages/larder/package.json",
            said("Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/srv/app/packages/larder/src/store/memory.js' "
                 "imported from /srv/app/packages/shop/src/index.js",
                 {})),
      replace_all(exports, "./src/store/*", "./src/storage/*"));
}

TEST(ScriptAlias, ThatMayBeRightStays) {
  auto files = larder("src/storage");
  files["src/store/memory.js"] = "";
  EXPECT_EQ(led(files, "src/store/deep/limited.js"), "nothing") << "one file is missing, not the folder";
  files = larder("src/storage");
  files["src/shelf/memory.js"] = files["src/shelf/deep/limited.js"] = "";
  EXPECT_EQ(led(files), "nothing") << "two could be meant";
  EXPECT_EQ(
      led({{"package.json", aliased}, {"src/index.js", "import a from './a.js';\n"}, {"src/storage/memory.js", ""}}),
      "nothing")
      << "nobody asks for it";
}

TEST(ScriptAlias, OfTypeScriptHasNoEndings) {
  const std::string config =
      "{\n  // short names\n  \"compilerOptions\": {\n    \"baseUrl\": \".\",\n    \"paths\": { \"@store/*\": "
      "[\"src/store/*\"] }\n  }\n}\n";
  EXPECT_EQ(after("js.fix-alias",
                  {{"tsconfig.json", config},
                   {"src/index.ts", "import { a } from '@store/memory';\n"},
                   {"src/storage/memory.ts", ""}},
                  "tsconfig.json",
                  said("src/index.ts(1,19): error TS2307: Cannot find module '@store/memory' or its corresponding type "
                       "declarations.",
                       {{"module", "@store/memory"}})),
            replace_all(config, "src/store/*", "src/storage/*"));
}

TEST(ScriptAlias, OfAConfigurationElsewhereIsAskedForByThoseWhoBuildOnIt) {
  const std::string base =
      "{\n  \"compilerOptions\": {\n    \"baseUrl\": \"..\",\n    \"paths\": {\n      \"@lib/*\": [\"src/lib/*\"], // "
      "helpers\n    },\n  },\n}\n";
  const std::string spec =
      "{ \"extends\": \"../config/base\", \"compilerOptions\": { \"paths\": { \"@lib/*\": [\"../src/lib/*\"] } } }\n";
  const Files files = {{"config/base.json", base},
                       {"tsconfig.json", "{ \"extends\": \"./config/base.json\" }\n"},
                       {"spec/tsconfig.json", spec},
                       {"spec/a.spec.ts", "import { round } from '@lib/money';\n"},
                       {"src/a.ts", "import { pad } from '@lib/text';\n"},
                       {"src/shared/money.ts", ""},
                       {"src/shared/text.ts", ""},
                       {"legacy/lib/money.js", ""}};
  const auto missing = said("src/a.ts(1,21): error TS2307: Cannot find module '@lib/text' or its type declarations.",
                            {{"module", "@lib/text"}});
  EXPECT_EQ(mended("js.fix-alias", files, missing),
            (Files{{"config/base.json", replace_all(base, "src/lib", "src/shared")},
                   {"spec/tsconfig.json", replace_all(spec, "src/lib", "src/shared")}}));
}

TEST(ScriptAlias, WithoutABaseBeginsWithADot) {
  const std::string config = "{ \"compilerOptions\": { \"paths\": { \"@lib/*\": [\"../lib/*\"] } } }\n";
  EXPECT_EQ(after("js.fix-alias",
                  {{"app/tsconfig.json", config},
                   {"app/a.ts", "import { pad } from '@lib/text';\n"},
                   {"app/shared/text.ts", ""}},
                  "app/tsconfig.json",
                  said("app/a.ts(1,21): error TS2307: Cannot find module '@lib/text'.", {{"module", "@lib/text"}})),
            replace_all(config, "../lib", "./shared"));
}

// ---- hashes ----

std::string hashed(const std::string& text) {
  return after(
      "js.replace-hash", Files{{"lib/stamp.js", text}}, "lib/stamp.js",
      thrown("error:0308010C:digital envelope routines::unsupported", {"    stamp (/srv/app/lib/stamp.js:9:16)"}));
}

TEST(OldHash, OfAShortNameIsReplaced) {
  EXPECT_EQ(hashed("const hash = createHash('md4').update(text).digest('hex').slice(0, 10);\n"),
            "const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);\n");
  EXPECT_EQ(hashed("const hash = crypto.createHash(\"md4\");\nhash.update(a);\nreturn "
                   "hash.digest(\"base64\").substring(0, 8);\n"),
            "const hash = crypto.createHash(\"sha256\");\nhash.update(a);\nreturn hash.digest(\"base64\").substring(0, "
            "8);\n");
  EXPECT_EQ(hashed("return createHash('md4')\n  .update(text)\n  .digest('hex')\n  .slice(0, 8)\n"),
            "return createHash('sha256')\n  .update(text)\n  .digest('hex')\n  .slice(0, 8)\n");
}

TEST(OldHash, OfAConstantIsReplacedWhereAllThatItMakesIsCutShort) {
  const std::string made = "  return crypto.createHash(KIND).update(text).digest('hex').slice(0, 8);\n";
  EXPECT_EQ(hashed("const KIND: string = 'md4';\n" + made + made), "const KIND: string = 'sha256';\n" + made + made);
  EXPECT_EQ(hashed("export const KIND = 'md4';\n" + made), "nothing") << "what others read";
  EXPECT_EQ(hashed("const KIND = 'md4';\n" + made + "log(KIND);\n"), "nothing");
  EXPECT_EQ(hashed("const KIND = 'md4';\n" + made + "createHash(KIND).update(key).digest();\n"), "nothing");
  EXPECT_EQ(hashed("let KIND = 'md4';\n" + made), "nothing");
  EXPECT_EQ(hashed("const KIND = options.kind;\n" + made), "nothing");
}

TEST(OldHash, ThatOthersMayKnowStays) {
  EXPECT_EQ(hashed("const key = createHash('md4').update(password).digest();\n"), "nothing") << "NTLM";
  EXPECT_EQ(hashed("const id = createHash('md4').update(text).digest('hex');\n"), "nothing");
  EXPECT_EQ(hashed("const id = createHash('md4').update(text).digest('hex').slice(0, 32);\n"), "nothing")
      << "all of it";
  EXPECT_EQ(hashed("const id = createHash('md5').update(text).digest('hex').slice(0, 8);\n"), "nothing");
  EXPECT_EQ(hashed("const a = createHash('md4').update(x).digest();\nconst b = "
                   "createHash('sha1').update(x).digest('hex').slice(0, 8);\n"),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
