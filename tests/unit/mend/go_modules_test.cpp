// Go: what go.mod says of folders, tests in a circle, and tests that change the environment.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at_place(const std::string& file, int line, int column, const std::string& message, Captures captures = {}) {
  captures.insert({{"file", file}, {"line", std::to_string(line)}, {"column", std::to_string(column)}});
  return said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + message, captures);
}

std::string with_zero(const std::string& head, const std::string& statement, const std::string& type,
                      const std::string& file = "n.go") {
  const std::string above =
      "package n\n\ntype Level int\n\ntype (\n\tTicket struct {\n\t\tid int\n\t}\n\tAlias = Ticket\n)\n\n";
  const auto text = above + head + " {\n\t" + statement + "\n}\n";
  const auto column = static_cast<int>(statement.find("nil")) + 2;
  const auto after = mended("go.fix-types", {{file, text}},
                            at_place(file, 13, column, "cannot use nil as " + type + " value in return statement"));
  if (after.empty()) return "nothing";
  const auto& whole = after.at(file);
  const auto begin = whole.find(head) + head.size() + 4;
  return whole.substr(begin, whole.rfind("\n}") - begin);
}

TEST(GoNil, WhatCannotBeNilBecomesTheValueThatSaysNothing) {
  EXPECT_EQ(with_zero("func f() (string, error)", "return nil, err", "string"), "return \"\", err");
  EXPECT_EQ(with_zero("func f() (Ticket, error)", "return nil, ErrShort", "Ticket"), "return Ticket{}, ErrShort");
  EXPECT_EQ(with_zero("func f() (Alias, error)", "return nil, err", "Alias"), "return Alias{}, err");
  EXPECT_EQ(with_zero("func f() Level", "return nil", "Level"), "return 0");
  EXPECT_EQ(with_zero("func f[T any]() (T, error)", "return nil, err", "T"), "return *new(T), err");
  EXPECT_EQ(with_zero("func (s *Stack[T]) Pop() (T, bool)", "return nil, false", "T"), "return *new(T), false");
  EXPECT_EQ(with_zero("func f() [4]byte", "return nil", "[4]byte"), "return [4]byte{}");
}

TEST(GoNil, AllResultsOfTheLineAreAnsweredAtOnce) {
  EXPECT_EQ(with_zero("func f() (int, *Ticket, Ticket, error)", "return nil, nil, nil, nil", "int"),
            "return 0, nil, Ticket{}, nil");
}

TEST(GoNil, AnArgumentBecomesAnEmptyStructAndNoEmptyText) {
  const auto with_argument = [](const std::string& type) {
    const std::string text = "package n\n\ntype Options struct{}\n\nfunc f() {\n\tg(nil)\n}\n";
    const auto after = mended("go.fix-types", {{"n.go", text}},
                              at_place("./n.go", 6, 4, "cannot use nil as " + type + " value in argument to g"));
    return after.empty() ? "nothing" : after.at("n.go").substr(45);
  };
  EXPECT_EQ(with_argument("Options"), "\tg(Options{})\n}\n");
  EXPECT_EQ(with_argument("string"), "nothing");
}

TEST(GoNil, TypesThatNobodyDeclaresHereAndTestsStayAsTheyAre) {
  EXPECT_EQ(with_zero("func f() other.Thing", "return nil", "other.Thing"), "nothing");
  EXPECT_EQ(with_zero("func f() string", "return nil", "string", "n_test.go"), "nothing");
}

Files with_replacement(const std::string& replace) {
  return {{"go.mod", "module example.org/planner\n\nrequire example.org/clock v0.0.0\n\n" + replace},
          {"pkg/clock/go.mod", "module example.org/clock // ours\n\ngo 1.19\n"},
          {"pkg/clock/clock.go", "package clock\n"}};
}

Occurrence replacement_gone(const std::string& folder) {
  return said("plan.go:4:8: example.org/clock@v0.0.0: replacement directory " + folder + " does not exist",
              {{"module", "example.org/clock"}, {"path", folder}});
}

TEST(GoReplace, AModuleIsFoundByTheNameThatItSays) {
  EXPECT_EQ(mended("go.fix-replace", with_replacement("replace example.org/clock => ./libs/clock // local\n"),
                   replacement_gone("./libs/clock"))
                .at("go.mod"),
            "module example.org/planner\n\nrequire example.org/clock v0.0.0\n\nreplace example.org/clock => "
            "./pkg/clock // local\n");
  EXPECT_EQ(mended("go.fix-replace", with_replacement("replace (\n\texample.org/clock v0.0.0 => ../clock\n)\n"),
                   replacement_gone("../clock"))
                .at("go.mod"),
            "module example.org/planner\n\nrequire example.org/clock v0.0.0\n\nreplace (\n\texample.org/clock v0.0.0 "
            "=> ./pkg/clock\n)\n");
}

TEST(GoReplace, PathsLeadFromTheModuleThatReplaces) {
  const Files files = {{"apps/web/go.mod", "module example.org/web\n\nreplace example.org/clock => ../clock\n"},
                       {"pkg/clock/go.mod", "module example.org/clock\n"}};
  EXPECT_EQ(mended("go.fix-replace", files, replacement_gone("../clock")).at("apps/web/go.mod"),
            "module example.org/web\n\nreplace example.org/clock => ../../pkg/clock\n");
}

TEST(GoReplace, AModuleThatIsNowhereOrTwiceStaysWhereItIsSaidToBe) {
  auto files = with_replacement("replace example.org/clock => ./libs/clock\n");
  files["old/clock/go.mod"] = "module example.org/clock\n";
  EXPECT_TRUE(mended("go.fix-replace", files, replacement_gone("./libs/clock")).empty());
  files.erase("old/clock/go.mod");
  files.erase("pkg/clock/go.mod");
  EXPECT_TRUE(mended("go.fix-replace", files, replacement_gone("./libs/clock")).empty());
}

TEST(GoReplace, AWorkspaceUsesTheFolderOfThatModule) {
  const auto used = [](const std::string& plan, const LastCommit& commit) {
    const Files files = {{"go.work", "go 1.19\n\nuse (\n\t.\n\t./libs/clock\n)\n"},
                         {"go.mod", "module example.org/planner\n"},
                         {"plan.go", "package planner\n" + plan},
                         {"pkg/clock/go.mod", "module example.org/clock\n"}};
    const auto gone = said("go: open /builds/planner/libs/clock/go.mod: no such file or directory",
                           {{"path", "/builds/planner/libs/clock/go.mod"}});
    const auto after = mended("go.fix-replace", files, diagnosis_of({gone}), commit);
    return after.empty() ? "nothing" : after.at("go.work");
  };
  const auto moved = "go 1.19\n\nuse (\n\t.\n\t./pkg/clock\n)\n";
  const LastCommit same = {{{"libs/clock/go.mod", "module example.org/clock\n"}}};
  const LastCommit other = {{{"libs/clock/go.mod", "module example.org/planner/clock\n"}}};
  const std::string import = "\nimport \"example.org/clock\"\n";
  EXPECT_EQ(used(import, no_commit), moved);
  EXPECT_EQ(used("", same), moved);
  EXPECT_EQ(used(import, other), "nothing");
  EXPECT_EQ(used("", no_commit), "nothing");
}

Occurrence setenv_panic() {
  auto one =
      said("panic: testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests", {});
  one.after = {"goroutine 8 [running]:", "example.org/relay/config.TestWrong(0xc000096000)",
               "\t/builds/relay/config/config_test.go:5 +0xb5"};
  return one;
}

std::string serial(const std::string& tests) {
  const std::string head = "package config\n\nimport \"testing\"\n\n";
  const auto after = mended("go.test-serially", {{"config/config_test.go", head + tests}}, setenv_panic());
  return after.empty() ? "nothing" : after.at("config/config_test.go").substr(head.size());
}

TEST(GoParallel, ATestThatSetsTheEnvironmentRunsAlone) {
  EXPECT_EQ(serial("func TestA(t *testing.T) {\n\tt.Parallel()\n\n\tt.Setenv(\"A\", \"1\")\n}\n\n"
                   "func TestB(t *testing.T) {\n\tt.Parallel()\n\tuse(t)\n}\n"),
            "func TestA(t *testing.T) {\n\tt.Setenv(\"A\", \"1\")\n}\n\n"
            "func TestB(t *testing.T) {\n\tt.Parallel()\n\tuse(t)\n}\n");
  EXPECT_EQ(serial("func TestA(t *testing.T) {\n\tt.Chdir(\"x\")\n\tt.Parallel()\n}\n"),
            "func TestA(t *testing.T) {\n\tt.Chdir(\"x\")\n}\n");
}

TEST(GoParallel, SubtestsThatSetItStopWhatIsAroundThem) {
  EXPECT_EQ(
      serial("func TestA(t *testing.T) {\n\tt.Parallel()\n\tt.Run(\"x\", func(t *testing.T) {\n\t\tt.Parallel()\n"
             "\t\tt.Setenv(\"A\", \"1\")\n\t})\n\tt.Run(\"y\", func(t *testing.T) {\n\t\tt.Parallel()\n\t})\n}\n"),
      "func TestA(t *testing.T) {\n\tt.Run(\"x\", func(t *testing.T) {\n"
      "\t\tt.Setenv(\"A\", \"1\")\n\t})\n\tt.Run(\"y\", func(t *testing.T) {\n\t\tt.Parallel()\n\t})\n}\n");
}

TEST(GoParallel, HelpersThatSetItCount) {
  EXPECT_EQ(serial("func clear(tb testing.TB) {\n\ttb.Setenv(\"A\", \"\")\n}\n\n"
                   "func TestA(t *testing.T) {\n\tt.Parallel()\n\tclear(t)\n}\n"),
            "func clear(tb testing.TB) {\n\ttb.Setenv(\"A\", \"\")\n}\n\n"
            "func TestA(t *testing.T) {\n\tclear(t)\n}\n");
}

TEST(GoParallel, TestsThatSetNothingStayParallel) {
  EXPECT_EQ(serial("func TestA(t *testing.T) {\n\tt.Parallel()\n\tos.Setenv(\"A\", \"\")\n\t// t.Setenv(\n}\n"),
            "nothing");
}

Occurrence cycle_in(const std::string& package, std::vector<std::string> above = {}) {
  auto one = said("\timports example.org/shelf/testkit: import cycle not allowed in test",
                  {{"module", "example.org/shelf/testkit"}});
  one.before = {"# " + package, "package " + package};
  one.before.insert(one.before.end(), above.begin(), above.end());
  return one;
}

Files shelf(const std::string& test) {
  return {{"go.mod", "module example.org/shelf\n"},
          {"store/store.go",
           "package store\n\ntype Store struct {\n\tvalues map[string]string\n}\n\n"
           "func New() *Store { return build() }\n\nfunc build() *Store { return &Store{} }\n\n"
           "func (s *Store) reset() {}\n"},
          {"testkit/testkit.go", "package testkit\n\nimport \"example.org/shelf/store\"\n\nvar Empty = store.New()\n"},
          {"store/store_test.go", test}};
}

constexpr auto imports = "\n\nimport (\n\t\"testing\"\n\n\t\"example.org/shelf/testkit\"\n)\n\n";

std::string outside(const std::string& body, Files more = {}) {
  auto files = shelf("package store" + std::string(imports) + body);
  files.merge(more);
  const auto after = mended("go.use-external-test", files, cycle_in("example.org/shelf/store"));
  return after.empty() ? "nothing" : after.at("store/store_test.go");
}

TEST(GoCycle, ATestThatNamesNothingOfItsPackageLeavesIt) {
  const std::string body = "func TestEmpty(t *testing.T) { testkit.Empty.Len() }\n";
  EXPECT_EQ(outside(body), "package store_test" + std::string(imports) + body);
}

TEST(GoCycle, WhatThePackageExportsIsImportedWithItsNames) {
  const std::string body = "func TestNew(t *testing.T) { s := New(); testkit.Use(s) }\n";
  EXPECT_EQ(outside(body),
            "package store_test\n\nimport (\n\t\"testing\"\n\n\t. \"example.org/shelf/store\"\n"
            "\t\"example.org/shelf/testkit\"\n)\n\n" +
                body);
}

TEST(GoCycle, LongerCirclesAreReadFromTheLog) {
  auto files = shelf("package store" + std::string(imports) + "func TestX(t *testing.T) { testkit.Use() }\n");
  auto newer = cycle_in("example.org/shelf/store", {"\timports example.org/shelf/testkit from store_test.go"});
  newer.at.text = "\timports example.org/shelf/store from testkit.go: import cycle not allowed in test";
  EXPECT_EQ(mended("go.use-external-test", files, newer).size(), 1U);
}

TEST(GoCycle, ATestThatLooksInsideStays) {
  EXPECT_EQ(outside("func TestBuild(t *testing.T) { build(); testkit.Use() }\n"), "nothing");
  EXPECT_EQ(outside("func TestReset(t *testing.T) { testkit.Empty.reset() }\n"), "nothing");
  EXPECT_EQ(outside("func TestX(t *testing.T) { helper(); testkit.Use() }\n",
                    {{"store/other_test.go", "package store\n\nfunc helper() {}\n"}}),
            "nothing");
  EXPECT_EQ(outside("func helper() { testkit.Use() }\n",
                    {{"store/other_test.go", "package store\n\nfunc TestY() { helper() }\n"}}),
            "nothing");
  EXPECT_EQ(outside("func TestX(t *testing.T) { testkit.Use() }\n",
                    {{"store/api_test.go", "package store_test\n\nfunc TestX() {}\n"}}),
            "nothing");
}

TEST(GoCycle, FieldsOfItsOwnTablesDoNotHoldATest) {
  const std::string body =
      "func TestX(t *testing.T) {\n\tfor _, c := range []struct{ values int }{} {\n\t\ttestkit.Use(c.values)\n\t}\n}\n";
  EXPECT_EQ(outside(body), "package store_test" + std::string(imports) + body);
}

// ---- imports by a name of before ----

std::string imported(const std::string& manifest, const std::string& code, const std::string& written) {
  const std::string front = "package a\n\nimport (\n";
  const Files files = {{"go.mod", "module example.org/top\n"},
                       {"tide/go.mod", manifest},
                       {"tide/a.go", front + code + ")\n\nconst help = \"example.org/tide/wave\"\n"},
                       {"tide/wave/w.go", "package wave\n"},
                       {"tide/internal/log/l.go", "package log\n"},
                       {"other/o.go", "package other\n\nimport \"example.org/tide/wave\"\n"}};
  const auto after = mended("go.fix-import-path", files,
                            said("tide/a.go:4:2: no required module provides package " + written + "; to add it:",
                                 {{"module", written}}, {{"tide/a.go", 4, 2}}));
  if (after.size() != 1) return "nothing";
  const auto rest = after.at("tide/a.go").substr(front.size());
  return rest.substr(0, rest.find(")\n"));
}

TEST(GoImportPath, FollowsTheMajorVersionOfItsModule) {
  EXPECT_EQ(
      imported("module example.org/tide/v2\n",
               "\t\"example.org/tide-table/wave\"\n\tw \"example.org/tide/wave\" // high\n\t. \"example.org/tide\"\n",
               "example.org/tide/wave"),
      "\t\"example.org/tide-table/wave\"\n\tw \"example.org/tide/v2/wave\" // high\n\t. \"example.org/tide/v2\"\n");
  EXPECT_EQ(imported("module example.org/tide/v3\n", "\t\"example.org/tide/v2/wave\"\n", "example.org/tide/v2/wave"),
            "\t\"example.org/tide/v3/wave\"\n");
  EXPECT_EQ(imported("module example.org/tide/v2\n", "\t\"example.org/tide/gone\"\n", "example.org/tide/gone"),
            "nothing");
  EXPECT_EQ(imported("module example.org/tide/v2\n\nrequire example.org/tide v1.2.0\n", "\t\"example.org/tide/wave\"\n",
                     "example.org/tide/wave"),
            "nothing")
      << "the version before is asked for, too";
}

TEST(GoImportPath, FollowsTheMajorVersionThatIsRequired) {
  const std::string module =
      "module example.org/tide\n\nrequire (\n\tgithub.com/a/jwt/v5 v5.1.0 // indirect\n\tgopkg.in/yaml.v3 v3.0.1\n)\n";
  EXPECT_EQ(imported(module, "\t\"github.com/a/jwt/v4\"\n\t\"github.com/a/jwt/v4/request\"\n", "github.com/a/jwt/v4"),
            "\t\"github.com/a/jwt/v5\"\n\t\"github.com/a/jwt/v5/request\"\n");
  EXPECT_EQ(imported(module, "\t\"github.com/a/jwt/request\"\n", "github.com/a/jwt/request"),
            "\t\"github.com/a/jwt/v5/request\"\n");
  EXPECT_EQ(imported(module, "\t\"gopkg.in/yaml.v2\"\n", "gopkg.in/yaml.v2"), "\t\"gopkg.in/yaml.v3\"\n");
  EXPECT_EQ(imported(module, "\t\"github.com/a/jwt-go\"\n", "github.com/a/jwt-go"), "nothing");
  EXPECT_EQ(
      imported(module + "require github.com/a/jwt/v6 v6.0.0\n", "\t\"github.com/a/jwt/v4\"\n", "github.com/a/jwt/v4"),
      "nothing");
}

TEST(GoImportPath, IsNotThatOfAnotherModuleByChance) {
  const std::string module = "module github.com/me/tide\n";
  EXPECT_EQ(imported(module, "\t\"github.com/they/wave\"\n", "github.com/they/wave"), "nothing");
  EXPECT_EQ(imported(module, "\t\"github.com/old/tide/wave\"\n", "github.com/old/tide/wave"),
            "\t\"github.com/me/tide/wave\"\n");
  EXPECT_EQ(imported(module, "\t\"gitlab.com/x/y/internal/log\"\n", "gitlab.com/x/y/internal/log"),
            "\t\"github.com/me/tide/internal/log\"\n");
}

// What a Makefile says once the module of an import is v2.
std::string linked(const std::string& makefile, const std::string& manifest = "module example.org/tide/v2\n",
                   const Files& more = {}) {
  Files files = {{"go.mod", manifest},
                 {"Makefile", makefile},
                 {"about/about.go", "package about\n\nvar Version = \"dev\"\n"},
                 {"main.go", "package main\n\nimport _ \"example.org/tide/about\"\n"}};
  files.insert(more.begin(), more.end());
  const auto after = mended("go.fix-import-path", files,
                            said("main.go:3:8: no required module provides package example.org/tide/about; to add it:",
                                 {{"module", "example.org/tide/about"}, {"file", "main.go"}}, {{"main.go", 3, 0}}));
  EXPECT_EQ(after.contains("main.go"), contains(manifest, "/v2\n") && !contains(manifest, "require"));
  return after.contains("Makefile") ? after.at("Makefile") : "";
}

TEST(GoLinkerFlags, GoWithTheModule) {
  const std::string tide = "example.org/tide", v2 = "example.org/tide/v2";
  const std::string flag = "a:\n\tgo build -ldflags \"-s -X example.org/tide/about.Version=1\" .\n";
  EXPECT_EQ(linked(flag), replace_all(flag, tide, v2));
  const std::string quoted = "F = -X 'example.org/tide/about.Version=$(V)' -X=example.org/tide/about.Version=2\n";
  EXPECT_EQ(linked(quoted), replace_all(quoted, tide, v2));
  const std::string variable =
      "M ?= example.org/tide\na:\n\tgo build -ldflags '-X $(M)/about.Version=1 -X ${M}/about.Version=2'\n";
  EXPECT_EQ(linked(variable), replace_all(variable, tide, v2));
  const std::string package = "P := example.org/tide/about\na:\n\tgo build -ldflags '-X $(P).Version=1'\n";
  EXPECT_EQ(linked(package), replace_all(package, tide, v2));
}

TEST(GoLinkerFlags, OfAnotherVersionStay) {
  const std::string flag = "go build -ldflags \"-s -X example.org/tide/about.Version=1\" .\n";
  EXPECT_EQ(linked("a:\n\tgit worktree add ../one origin/v1\n\t" + flag), "");
  EXPECT_EQ(linked("a:\n\tcd ../one && " + flag), "");
  EXPECT_EQ(linked("a:\n\tgo -C ../one " + flag), "");
  EXPECT_EQ(linked("a:\n\tgo install -ldflags '-X example.org/tide/about.Version=1' example.org/tide@v1.2.0\n"), "");
}

TEST(GoLinkerFlags, ByAVariableThatOthersSeeStay) {
  const std::string variable = "M := example.org/tide\na:\n\tgo build -ldflags '-X $(M)/about.Version=1'\n";
  const std::string v2 = "module example.org/tide/v2\n";
  EXPECT_NE(linked(variable, v2, {{"other.mk", "N := 1\n"}}), "");
  EXPECT_EQ(linked(variable, v2, {{"other.mk", "I := $(M):1\n"}}), "");
  EXPECT_EQ(linked(variable, v2, {{"docs/Makefile", "include ../Makefile\nI := $(M):1\n"}}), "");
  EXPECT_EQ(linked(variable + "\ninclude deploy.mk\n"), "");
  EXPECT_EQ(linked("export M\n" + variable), "");
}

TEST(GoLinkerFlags, OfOthersStay) {
  EXPECT_EQ(linked("a:\n\tgo build -ldflags '-X example.org/tide/about.Number=1'\n"), "")
      << "there is no such variable";
  EXPECT_EQ(linked("a:\n\tgo build -ldflags '-X example.org/tide/other.Version=1'\n"), "") << "nor such a package";
  EXPECT_EQ(linked("a:\n\tgo build -ldflags '-X example.org/tides/about.Version=1 -X main.Version=1'\n"), "");
  EXPECT_EQ(linked("# -X example.org/tide/about.Version=1\na:\n\tcurl -X example.org/tide\n"), "");
  EXPECT_EQ(linked("M := example.org/tide\na:\n\tgo build -ldflags '-X $(M)/about.Version=1'; curl https://$(M)\n"),
            "");
  EXPECT_EQ(linked("M := example.org/tide\na:\n\tgo build -ldflags '-X $(M)/about.Version=1'\n\techo $M\n"), "");
  EXPECT_EQ(linked("a:\n\tgo build -ldflags '-X example.org/tide/about.Version=1'\n",
                   "module example.org/tide/v2\n\nrequire example.org/tide v1.2.0\n"),
            "");
}

}  // namespace
}  // namespace regreen::story
