#include "story.h"

namespace regreen::story {
namespace {

TEST(Path, BecomesTheOnlyOneNearIt) {
  const Files files = {{"Makefile", "test:\n\tsh script/run_tests.sh\n"}, {"scripts/run_tests.sh", "true\n"}};
  const auto after = mended("files.fix-path", files, said("sh: 0: cannot open script/run_tests.sh: No such file", {}));
  ASSERT_TRUE(after.contains("Makefile"));
  EXPECT_EQ(after.at("Makefile"), "test:\n\tsh scripts/run_tests.sh\n");
}

TEST(Path, IsFoundInAnotherFolderByItsName) {
  const Files files = {{"Dockerfile", "FROM a\nCOPY config.yml /\n"}, {"deploy/config.yml", "a: 1\n"}};
  const auto after = mended("files.fix-path", files, said("\"/config.yml\": not found", {{"path", "/config.yml"}}));
  ASSERT_TRUE(after.contains("Dockerfile"));
  EXPECT_EQ(after.at("Dockerfile"), "FROM a\nCOPY deploy/config.yml /\n");
}

TEST(Path, OfWhatWasNotBuiltIsNoOtherFileOfItsName) {
  const auto after = [](const std::string& missing, Files files) {
    files["Dockerfile"] = "FROM a\nCOPY " + missing + " /\n";
    files["src/index.js"] = "";
    return mended("files.fix-path", files, said("\"/" + missing + "\": not found", {{"path", "/" + missing}}));
  };
  EXPECT_EQ(after("dist/index.js", {}), Files());
  EXPECT_EQ(after("made/index.js", {{".gitignore", "made/\n"}}), Files());
  EXPECT_EQ(after("lib/index.js", {}).size(), 1U);
}

TEST(Path, MayHaveAWordThatWasShortened) {
  const auto after = [](const std::string& written, const Files& there) {
    Files files = there;
    files["Dockerfile"] = "FROM a\nCOPY " + written + " /srv/\n";
    const auto changed =
        mended("files.fix-path", files, said("stat " + written + ": file does not exist", {{"path", written}}));
    return changed.contains("Dockerfile") ? changed.at("Dockerfile") : "nothing";
  };
  EXPECT_EQ(after("requirements/prod.txt", {{"requirements/production.txt", ""}, {"requirements/development.txt", ""}}),
            "FROM a\nCOPY requirements/production.txt /srv/\n");
  EXPECT_EQ(after("compose.development.yml", {{"compose.dev.yml", ""}}), "FROM a\nCOPY compose.dev.yml /srv/\n");
  EXPECT_EQ(after("deploy/app.yaml", {{"deploy/app.yml", ""}}), "FROM a\nCOPY deploy/app.yml /srv/\n");
  EXPECT_EQ(after("data/main.csv", {{"data/maintenance.csv", ""}}), "nothing") << "another word that begins so";
  EXPECT_EQ(after("conf/prod.txt", {{"conf/production.txt", ""}, {"conf/prd.txt", ""}}), "nothing")
      << "which of the two?";
}

TEST(Path, IsLeftAloneWhereSeveralAreNear) {
  const Files files = {{"ci.sh", "sh tools/a.sh\n"}, {"x/a.sh", ""}, {"y/a.sh", ""}};
  EXPECT_TRUE(mended("files.fix-path", files, said("sh: 0: cannot open tools/a.sh: No such file", {})).empty());
  const Files there = {{"ci.sh", "sh x/a.sh\n"}, {"x/a.sh", ""}, {"x/b.sh", ""}};
  EXPECT_TRUE(mended("files.fix-path", there, said("sh: 0: cannot open x/a.sh: No such file", {})).empty());
}

TEST(Path, IsNeverTheDataOfSomebodyElse) {
  const auto after = [](const std::string& written, const std::string& there) {
    const auto changed = mended("files.fix-path", Files{{"ci.sh", "load " + written + "\n"}, {there, "a\n"}},
                                said("cannot open " + written + ": No such file", {{"path", written}}));
    return changed.contains("ci.sh") ? changed.at("ci.sh") : "nothing";
  };
  EXPECT_EQ(after("envs/eu/app.tfvars", "envs/us/app.tfvars"), "nothing");
  EXPECT_EQ(after("tenants/acme/limits.yaml", "tenants/globex/limits.yaml"), "nothing");
  EXPECT_EQ(after("tenants/gobex/limits.yaml", "tenants/globex/limits.yaml"), "load tenants/globex/limits.yaml\n");
  EXPECT_EQ(after("tests/data/ports.csv", "tests/fixtures/ports.csv"), "load tests/fixtures/ports.csv\n");
  EXPECT_EQ(after("config/limits.yaml", "settings/limits.yaml"), "load settings/limits.yaml\n");
  EXPECT_EQ(after("tools/ci/lint.sh", "tools/checks/lint.sh"), "load tools/checks/lint.sh\n") << "a program";
}

TEST(Path, IsConvertedOnlyWhereThatIsWhatPeopleDo) {
  const auto after = [](const std::string& written, const std::string& there) {
    const auto changed =
        mended("files.fix-path", Files{{"Dockerfile", "FROM a\nCOPY " + written + " /srv/\n"}, {there, "a\n"}},
               said("stat " + written + ": file does not exist", {{"path", written}}));
    return changed.contains("Dockerfile") ? changed.at("Dockerfile") : "nothing";
  };
  EXPECT_EQ(after("README", "README.md"), "FROM a\nCOPY README.md /srv/\n");
  EXPECT_EQ(after("LICENSE.txt", "LICENSE"), "FROM a\nCOPY LICENSE /srv/\n");
  EXPECT_EQ(after("docs/start.md", "docs/start.rst"), "FROM a\nCOPY docs/start.rst /srv/\n");
  EXPECT_EQ(after("docs/install.md", "docs/install/linux.html"), "nothing") << "a folder is no file";
  EXPECT_EQ(after("README.md", "README/a.html"), "nothing");
  EXPECT_EQ(after("notes", "notes.md"), "nothing");
}

TEST(Path, IsAWorkingDirectory) {
  const std::string workflow = ".github/workflows/ci.yml";
  const Files files = {
      {workflow, "jobs:\n  a:\n    steps:\n      - working-directory: ./back-end\n        run: make\n"},
      {"backend/Makefile", "all:\n"}};
  const auto after =
      mended("files.fix-path", files, said("No such file or directory", {{"path", "/work/app/./back-end"}}));
  ASSERT_TRUE(after.contains(workflow));
  EXPECT_TRUE(contains(after.at(workflow), "working-directory: ./backend\n"));
}

TEST(IncludePath, IsToldToMakeAndCMake) {
  const auto missing = said("pump.h: No such file or directory", {{"path", "pump.h"}}, {{"src/a.c", 1, 0}});
  const Files make = {{"Makefile", "CFLAGS = -O1\n"}, {"include/pump.h", ""}, {"src/a.c", "#include \"pump.h\"\n"}};
  EXPECT_EQ(mended("c.add-include-path", make, missing).at("Makefile"), "CFLAGS = -O1 -Iinclude\n");
  Files cmake = make;
  cmake["CMakeLists.txt"] = "add_library(pump src/a.c)\n";
  EXPECT_EQ(mended("c.add-include-path", cmake, missing).at("CMakeLists.txt"),
            "add_library(pump src/a.c)\ntarget_include_directories(pump PUBLIC include)\n");
  cmake["CMakeLists.txt"] =
      "add_library(core b.c)\ntarget_include_directories(core PUBLIC include)\nadd_executable(app src/a.c)\n";
  EXPECT_TRUE(contains(mended("c.add-include-path", cmake, missing).at("CMakeLists.txt"),
                       "target_link_libraries(app PRIVATE core)\n"));
}

TEST(DataType, IsWhatTheSchemaWants) {
  const auto after = [](const std::string& text, const std::string& line) {
    const auto files = mended(
        "data.fix-type", Files{{"config/edge.json", text}, {"config/core.json", "{\"port\": 8443}\n"}}, said(line, {}));
    return files.empty() ? "nothing" : files.at("config/edge.json");
  };
  EXPECT_EQ(after("{\"port\": \"8443\"}\n", "config/edge.json: port: '8443' is not of type 'integer'"),
            "{\"port\": 8443}\n");
  EXPECT_EQ(after("{\"on\": \"true\"}\n", "jsonschema.exceptions.ValidationError: 'true' is not of type 'boolean'"),
            "{\"on\": true}\n");
  EXPECT_EQ(after("{\"zip\": 1234}\n", "config/edge.json: zip: 1234 is not of type 'string'"), "{\"zip\": \"1234\"}\n");
  EXPECT_EQ(after("{\"port\": \"many\"}\n", "config/edge.json: port: 'many' is not of type 'integer'"), "nothing");
  EXPECT_TRUE(mended("data.fix-type", Files{{"tests/recorded/order.json", "{\"total\": \"12\"}\n"}},
                     said("tests/recorded/order.json: total: '12' is not of type 'integer'", {}))
                  .empty())
      << "the other side answers so";
  EXPECT_EQ(after("{\"a\": \"1\", \"b\": \"1\"}\n", "config/edge.json: a: '1' is not of type 'integer'"), "nothing");
}

TEST(TomlTable, OpenedTwiceBecomesOne) {
  const auto after = [](const std::string& text) {
    const auto files =
        mended("toml.fix-syntax", Files{{"app.toml", text}},
               said("tomllib.TOMLDecodeError: Cannot declare ('log',) twice (at line 7, column 5)", {{"line", "7"}}));
    return files.empty() ? "nothing" : files.at("app.toml");
  };
  EXPECT_EQ(after("[log]\nlevel = 1\n\n[server]\nport = 80\n\n[log]\nfile = 2\n"),
            "[log]\nlevel = 1\nfile = 2\n\n[server]\nport = 80\n");
  EXPECT_EQ(after("[log]\nlevel = 1\n\n[server]\nport = 80\n\n[log]\nlevel = 2\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
