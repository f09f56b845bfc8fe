#include "base/text.h"
#include "mend/mend.h"
#include "mend/node/packages/package.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const std::string package_json =
    "{\n  \"name\": \"cart\",\n  \"scripts\": {\n    \"test-ci\": \"node --test\"\n  },\n  \"dependencies\": {\n    "
    "\"ms\": \"^2.1.3\"\n  }\n}\n";

class Node : public testing::Test {
 protected:
  std::map<std::string, MemoryTree::File, std::less<>> files = {
      {"package.json", {package_json, false}},
      {"src/cart.js", {"const _ = require('lodash');\n", false}},
      {"test/cart.test.js", {"require('sinon');\n", false}}};
  Diagnosis diagnosis;
  RuleSet rules = std::move(RuleSet::compile({}).value());

  void occurs(Captures captures, std::string file) {
    Occurrence one;
    one.captures = std::move(captures);
    one.locations = {{std::move(file), 1, 0}};
    diagnosis.occurrences.push_back(std::move(one));
  }

  std::vector<Candidate> candidates(const char* remedy, RemedyKind kind = RemedyKind::edit) {
    return mend({{remedy}, kind, Risk::low, "", {}, {}}, diagnosis, MemoryTree(files), rules);
  }

  std::string mended(const char* remedy) {
    const auto all = candidates(remedy);
    if (all.empty()) return "nothing";
    return std::get<Patch>(all.front()).changes.at(0).after.value_or("deleted");
  }

  std::string command(const char* remedy) {
    const auto all = candidates(remedy, RemedyKind::run);
    return all.empty() ? "nothing" : std::get<ToolCall>(all.front()).command;
  }
};

TEST_F(Node, DeclaresWhatTheSourcesUse) {
  occurs({{"module", "lodash/fp"}}, "src/cart.js");
  EXPECT_EQ(mended("js.add-dependency"), replace_all(package_json, "    \"ms\"", "    \"lodash\": \"*\",\n    \"ms\""));
}

TEST_F(Node, DeclaresWhatOnlyTestsUseForDevelopment) {
  occurs({{"module", "sinon"}}, "test/cart.test.js");
  EXPECT_TRUE(contains(mended("js.add-dependency"), "\"devDependencies\": { \"sinon\": \"*\" }"));
  EXPECT_TRUE(contains(command("js.install-dependency"), "--save-dev sinon"));
}

TEST_F(Node, TakesTheVersionThatTheLockFileKnows) {
  files["package-lock.json"] = {"{\"packages\": {\"node_modules/lodash\": {\"version\": \"4.17.21\"}}}", false};
  occurs({{"module", "lodash"}}, "src/cart.js");
  EXPECT_TRUE(contains(mended("js.add-dependency"), "\"lodash\": \"^4.17.21\""));
}

TEST_F(Node, AsksTheProjectsOwnPackageManager) {
  occurs({{"module", "lodash"}}, "src/cart.js");
  EXPECT_EQ(command("js.install-dependency"),
            "npm install --ignore-scripts --no-audit --no-fund --no-package-lock --save lodash");
  files["yarn.lock"] = {"", false};
  EXPECT_EQ(command("js.install-dependency"), "yarn add --ignore-scripts lodash");
}

TEST_F(Node, DeclaresInThePackageWhoseSourcesLoadIt) {
  files["package.json"] = {"{\n  \"workspaces\": [\"packages/*\"]\n}\n", false};
  files["packages/a/package.json"] = {"{\n  \"name\": \"a\",\n  \"main\": \"a.js\"\n}\n", false};
  files["packages/a/src/esm/package.json"] = {"{ \"type\": \"module\" }\n", false};
  files["packages/a/src/esm/a.js"] = {"import gte from 'semver/functions/gte.js';\n", false};
  files["packages/b/package.json"] = {"{\n  \"name\": \"b\",\n  \"dependencies\": { \"semver\": \"^7.6.0\" }\n}\n",
                                      false};
  files["packages/b/src/b.js"] = {"const semver = require('semver');\n", false};
  files["packages/c/package.json"] = {"{\n  \"name\": \"c\"\n}\n", false};
  files["packages/c/src/c.js"] = {"// require('semver') is too slow\nconst a = 'semver';\n", false};
  occurs({{"module", "semver"}}, "/opt/node/loader.js");
  EXPECT_EQ(mended("js.add-dependency"),
            "{\n  \"name\": \"a\",\n  \"main\": \"a.js\",\n  \"dependencies\": { \"semver\": \"^7.6.0\" }\n}\n");
  EXPECT_EQ(
      command("js.install-dependency"),
      "(cd packages/a && npm install --ignore-scripts --no-audit --no-fund --no-package-lock --save 'semver@^7.6.0')");
  files["packages/d/package.json"] = {"{\n  \"devDependencies\": { \"semver\": \"^6.0.0\" }\n}\n", false};
  EXPECT_TRUE(contains(mended("js.add-dependency"), "\"semver\": \"*\"")) << "the others do not agree";
}

TEST_F(Node, DoesNotInstallWhatMayBeADeclaredNameMisspelt) {
  files["package.json"] = {"{\n  \"dependencies\": { \"lodash\": \"^4.0.0\", \"react\": \"18\" }\n}\n", false};
  files["src/cart.js"] = {"require('lodahs');\nrequire('preact');\n", false};
  occurs({{"module", "lodahs"}}, "src/cart.js");
  EXPECT_EQ(command("js.install-dependency"), "nothing");
  diagnosis.occurrences.clear();
  occurs({{"module", "preact"}}, "src/cart.js");
  EXPECT_TRUE(contains(command("js.install-dependency"), "--save preact"));
}

TEST_F(Node, LeavesWhatIsThereOwnOrBuiltIn) {
  for (const char* module :
       {"ms", "cart", "fs", "node:test", "./local", "/etc/passwd", "../up", "@scope", "-g", ".hidden", "a b", "x;rm"}) {
    diagnosis.occurrences.clear();
    occurs({{"module", module}}, "src/cart.js");
    EXPECT_EQ(mended("js.add-dependency"), "nothing") << module;
    EXPECT_EQ(command("js.install-dependency"), "nothing") << module;
  }
}

TEST_F(Node, DoesNotInstallWhatOnlyTheLogNames) {
  occurs({{"module", "left-handed-pad"}}, "src/cart.js");
  EXPECT_EQ(mended("js.add-dependency"), "nothing");
  occurs({{"module", "@left/handed"}}, "src/cart.js");
  EXPECT_EQ(mended("js.add-types"), "nothing");
}

TEST_F(Node, AddsTypesUnderTheirOwnName) {
  files["src/cart.js"] = {"import core from '@babel/core';\n", false};
  occurs({{"module", "@babel/core"}}, "src/cart.js");
  EXPECT_TRUE(contains(mended("js.add-types"), "\"@types/babel__core\""));
}

TEST_F(Node, SaysWhichModuleSystemTheSourcesSpeak) {
  files = {{"package.json", {"{\n  \"type\": \"commonjs\"\n}\n", false}},
           {"src/a.js", {"import x from './b.js';\n", false}},
           {"src/b.js", {"export default 1;\n", false}}};
  occurs({}, "src/a.js");
  EXPECT_EQ(mended("js.module-type"), "{\n  \"type\": \"module\"\n}\n");
  files["src/c.js"] = {"const y = require('./d');\n", false};
  EXPECT_EQ(mended("js.module-type"), "nothing") << "they speak both";
  files.erase("src/c.js");
  files["src/c.ts"] = {"import x from './b';\n", false};
  EXPECT_EQ(mended("js.module-type"), "nothing") << "compiled to what nobody sees here";
  files.erase("src/c.ts");
  files["package.json"] = {"{\n  \"bin\": { \"a\": \"dist/cli.js\" }\n}\n", false};
  EXPECT_EQ(mended("js.module-type"), "nothing") << "made of other sources";
}

TEST_F(Node, GivesAScriptTheNameItIsCalledBy) {
  occurs({{"command", "test:ci"}}, "");
  EXPECT_EQ(mended("js.fix-script-name"), replace_all(package_json, "test-ci", "test:ci"));
  diagnosis.occurrences.clear();
  occurs({{"command", "deploy"}}, "");
  EXPECT_EQ(mended("js.fix-script-name"), "nothing");
}

TEST_F(Node, AsksForTheTypesOfNode) {
  occurs({{"package", "@types/node"}, {"symbol", "process"}}, "src/cart.ts");
  EXPECT_TRUE(contains(command("js.install-types"), "--save-dev @types/node"));
  diagnosis.occurrences.clear();
  occurs({{"module", "fs"}}, "src/cart.ts");
  EXPECT_TRUE(contains(mended("js.add-types"), "\"@types/node\""));
  EXPECT_EQ(mended("js.add-dependency"), "nothing");
}

TEST_F(Node, AllowsTheNodeThatTheWorkflowSetsUp) {
  const auto range = [&](const std::string& engines) {
    files["package.json"] = {"{\"name\": \"shop\", \"engines\": {\"node\": \"" + engines + "\"}}", false};
    diagnosis.occurrences.clear();
    occurs({}, "");
    diagnosis.occurrences[0].after = {"npm error engine Not compatible with your version of node/npm: shop@1.6.2",
                                      "npm error notsup Required: {}",
                                      "npm error notsup Actual:   {\"npm\":\"10.8.2\",\"node\":\"v20.20.2\"}"};
    const auto after = mended("js.widen-engines");
    return after == "nothing" ? after : std::string(between(after, "node\": \"", "\""));
  };
  EXPECT_EQ(range(">=16 <20"), "nothing");
  files[".github/workflows/ci.yml"] = {"        with:\n          node-version: 20\n", false};
  EXPECT_EQ(range(">=16 <20"), ">=16 <21");
  EXPECT_EQ(range("^16 || ^18.0.0"), "^16 || ^18.0.0 || ^20.0.0");
  EXPECT_EQ(range("18.x"), "18.x || 20.x");
  EXPECT_EQ(range("<=19"), "<=20");
  EXPECT_EQ(range(">=22"), "nothing");
  EXPECT_EQ(range("<20.5"), "nothing");
  EXPECT_EQ(range("^16.13.0 || ^18.12.0"), "^16.13.0 || ^18.12.0 || ^20.0.0");
  EXPECT_EQ(range("16 - 18"), "16 - 20");
  EXPECT_EQ(range("18.12.0"), "nothing");
  files.erase(".github/workflows/ci.yml");
  files[".nvmrc"] = {"v20.11.0\n", false};
  EXPECT_EQ(range("^18"), "^18 || ^20");
  files[".nvmrc"] = {"lts/iron\n", false};
  EXPECT_EQ(range("18"), "18 || 20");
  files[".nvmrc"] = {"lts/jod\n", false};
  EXPECT_EQ(range("18"), "nothing");
}

}  // namespace
}  // namespace regreen
