// Copies of locks, and imports of packages that share their names.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at(const std::string& place, const std::string& detail, const std::string& file = "a.go") {
  const auto colon = place.find(':');
  return said("./" + file + ":" + place + ": " + detail, {{"file", "./" + file},
                                                          {"line", place.substr(0, colon)},
                                                          {"column", place.substr(colon + 1)},
                                                          {"detail", detail}});
}

std::string pointed(const std::string& text, std::vector<Occurrence> findings) {
  const auto after = mended("go.point-to-lock", tree_of({{"go.mod", "module x\n"}, {"a.go", text}}),
                            diagnosis_of(std::move(findings)));
  return after.contains("a.go") ? after.at("a.go") : "nothing";
}

TEST(GoLocks, AreTakenByPointerAndHandedOnAsOne) {
  EXPECT_EQ(
      pointed("package x\n\nfunc work(id int, wg sync.WaitGroup) {\n\tdefer wg.Done()\n}\n\nfunc all() {\n\tvar wg "
              "sync.WaitGroup\n\tgo work(1, wg)\n\twg.Wait()\n}\n",
              {at("3:22", "work passes lock by value: sync.WaitGroup contains sync.noCopy"),
               at("9:13", "call of work copies lock value: sync.WaitGroup contains sync.noCopy")}),
      "package x\n\nfunc work(id int, wg *sync.WaitGroup) {\n\tdefer wg.Done()\n}\n\nfunc all() {\n\tvar wg "
      "sync.WaitGroup\n\tgo work(1, &wg)\n\twg.Wait()\n}\n");
  EXPECT_EQ(pointed("package x\n\nfunc (m M) Value() int {\n\treturn m.n\n}\n\nfunc (m *M) Add() {}\n",
                    {at("3:9", "Value passes lock by value: x.M contains sync.Mutex")}),
            "package x\n\nfunc (m *M) Value() int {\n\treturn m.n\n}\n\nfunc (m *M) Add() {}\n");
  EXPECT_EQ(pointed("package x\n\nfunc (m M) Value() int {\n\treturn m.n\n}\n",
                    {at("3:9", "Value passes lock by value: x.M contains sync.Mutex")}),
            "nothing");  // the type of all receivers is a decision
}

// What the only method of a type with value receivers becomes, beside more code.
std::string received(const std::string& method, const std::string& more, const std::string& name = "Add") {
  const auto after = pointed("package x\n\nfunc (m M) " + name + method + "\n\n" + more,
                             {at("3:9", name + " passes lock by value: x.M contains sync.Mutex")});
  return after == "nothing" ? "nothing" : after.substr(11, after.find('\n', 11) - 11);
}

TEST(GoLocks, AreThoseOfTheReceiverWhereWritingIsLost) {
  const std::string adds = "(n int) {\n\tm.n += n\n}", made = "func New() *M { return &M{} }\n";
  EXPECT_EQ(received(adds, made), "func (m *M) Add(n int) {");
  EXPECT_EQ(received(adds, "var m M\n"), "nothing") << "nobody points to one";
  EXPECT_EQ(received("(n int) int {\n\tm.n += n\n\treturn m.n\n}", made), "nothing") << "it may only reckon";
  EXPECT_EQ(received("(n int) {\n\tm.n += n\n\tprint(m.n)\n}", made), "nothing") << "it may only reckon";
  EXPECT_EQ(received("() int {\n\treturn m.n\n}", made), "nothing") << "nothing is lost";
  for (const std::string rest : {"m.Run()", "send(m)", "send(&m)", "go func() { m.Run() }()", "all <- m", "m.log(1)"})
    EXPECT_EQ(received("() {\n\tm.n = 1\n\t" + rest + "\n}", made), "nothing") << rest;
  EXPECT_EQ(received("() {\n\tm.mu.Lock()\n\tdefer m.mu.Unlock()\n\tm.n = 1\n}", made), "func (m *M) Add() {");
  EXPECT_EQ(received(adds, made + "type adder interface{ Add(n int) }\n"), "nothing") << "a value may be one";
  EXPECT_EQ(received("() string {\n\treturn \"\"\n}", made + "func (m M) Add() { m.n++ }\n", "String"), "nothing");
  EXPECT_EQ(received(adds, "func New() *M { return &M{} } // see text/template\"\n"), "nothing")
      << "a template may call it";
}

TEST(GoLocks, OfAReceiverThatOthersHaveByPointerStayWithACopyToReckonWith) {
  const std::string pointed_to = "func (m *M) Run() {}\n";
  EXPECT_EQ(received("() {\n\tprint(m.n)\n}", pointed_to), "func (m *M) Add() {");
  EXPECT_EQ(received("() {\n\tm.n++\n}", pointed_to), "func (m *M) Add() {");
  EXPECT_EQ(received("() {\n\tm.n = 0\n\tm.Run()\n}", pointed_to), "nothing");
  EXPECT_EQ(received("() int {\n\tm.n--\n\treturn m.n\n}", pointed_to), "nothing");
}

TEST(GoLocks, OfALoopAreThoseOfTheElements) {
  EXPECT_EQ(
      pointed("package x\n\nfunc (r *R) total() (sum int) {\n\tfor _, m := range r.all {\n\t\tsum += m.n\n\t\tshow(&m, "
              "&m.n)\n\t}\n\treturn\n}\n",
              {at("4:9", "range var m copies lock: x.M contains sync.Mutex")}),
      "package x\n\nfunc (r *R) total() (sum int) {\n\tfor i := range r.all {\n\t\tm := &r.all[i]\n\t\tsum += "
      "m.n\n\t\tshow(m, &m.n)\n\t}\n\treturn\n}\n");
  EXPECT_EQ(
      pointed("package x\n\nfunc f(all []M, i int) {\n\tfor at, m := range all {\n\t\tprint(at, m.n, i)\n\t}\n}\n",
              {at("4:10", "range var m copies lock: x.M contains sync.Mutex")}),
      "package x\n\nfunc f(all []M, i int) {\n\tfor at := range all {\n\t\tm := &all[at]\n\t\tprint(at, m.n, "
      "i)\n\t}\n}\n");
}

TEST(GoLocks, OfAVariableAreThoseOfWhatItWasMadeFrom) {
  EXPECT_EQ(pointed("package x\n\nfunc f(all []M, p *M) {\n\ta := all[0]\n\tb := *p\n\ta.Add(b.n)\n}\n",
                    {at("4:7", "assignment copies lock value to a: x.M contains sync.Mutex"),
                     at("5:7", "assignment copies lock value to b: x.M contains sync.Mutex")}),
            "package x\n\nfunc f(all []M, p *M) {\n\ta := &all[0]\n\tb := p\n\ta.Add(b.n)\n}\n");
}

TEST(GoLocks, ThatAreMeantToBeCopiedStay) {
  const auto loop = "range var m copies lock: x.M contains sync.Mutex";
  for (const auto* body : {"all = append(all, m)", "m = M{}", "_ = R{m: 1}", "m.n = 0", "m.n++"}) {
    EXPECT_EQ(
        pointed("package x\n\nfunc f(all []M) {\n\tfor _, m := range all {\n\t\t" + std::string(body) + "\n\t}\n}\n",
                {at("4:9", loop)}),
        "nothing")
        << body;
  }
  EXPECT_EQ(pointed("package x\n\nfunc f() {\n\tfor _, m := range made() {\n\t\tm.Add()\n\t}\n}\n", {at("4:9", loop)}),
            "nothing");
  EXPECT_EQ(pointed("package x\n\nfunc (m M) With(n int) M {\n\tm.n = n\n\treturn m\n}\n\nfunc (m *M) Add() {}\n",
                    {at("3:9", "With passes lock by value: x.M contains sync.Mutex")}),
            "nothing");
  EXPECT_EQ(pointed("package x\n\nfunc f(p *M) bool {\n\tbefore := *p\n\tp.Add()\n\treturn before.n == 1\n}\n",
                    {at("4:12", "assignment copies lock value to before: x.M contains sync.Mutex")}),
            "nothing");
  EXPECT_EQ(pointed("package x\n\nfunc f(m M) {\n\tfmt.Println(m)\n}\n",
                    {at("4:14", "call of fmt.Println copies lock value: x.M contains sync.Mutex")}),
            "nothing");
}

std::string imported(const std::string& text, const std::string& name, Files files = {}) {
  files["go.mod"] = "module example.org/x\n\ngo 1.18\n";
  files["a/a.go"] = text;
  const auto after = mended(
      "go.fix-imports", tree_of(files),
      diagnosis_of({said("a/a.go:3:9: undefined: " + name, {{"file", "a/a.go"}, {"line", "3"}, {"symbol", name}})}));
  return after.contains("a/a.go") ? after.at("a/a.go") : "nothing";
}

TEST(GoNamesakes, AreToldByWhatIsSelected) {
  EXPECT_EQ(imported("package a\n\nvar x, _ = rand.Int(rand.Reader, nil)\n", "rand",
                     {{"a/b.go", "package a\n\nimport \"math/rand\"\n\nvar y = rand.Intn(2)\n"}}),
            "package a\n\nimport \"crypto/rand\"\n\nvar x, _ = rand.Int(rand.Reader, nil)\n");
  EXPECT_EQ(imported("package a\n\nvar x = rand.Intn(3)\n", "rand"),
            "package a\n\nimport \"math/rand\"\n\nvar x = rand.Intn(3)\n");
  EXPECT_EQ(imported("package a\n\nvar x = rand.IntN(3)\n", "rand"),
            "package a\n\nimport \"math/rand/v2\"\n\nvar x = rand.IntN(3)\n");
  EXPECT_EQ(imported("package a\n\nvar _, x = rand.Read(buf)\n", "rand"),
            "package a\n\nimport \"crypto/rand\"\n\nvar _, x = rand.Read(buf)\n");
  EXPECT_EQ(imported("package a\n\nvar x = template.HTML(page)\n", "template"),
            "package a\n\nimport \"html/template\"\n\nvar x = template.HTML(page)\n");
  EXPECT_EQ(imported("package a\n\nvar x = template.New(name)\n", "template"),
            "package a\n\nimport \"text/template\"\n\nvar x = template.New(name)\n");
  EXPECT_EQ(imported("package a\n\nvar x = pprof.StartCPUProfile(f)\n", "pprof"),
            "package a\n\nimport \"runtime/pprof\"\n\nvar x = pprof.StartCPUProfile(f)\n");
}

TEST(GoNamesakes, AreTriedInTurnWhereBothMayBeMeant) {
  const auto tree = tree_of({{"a.go", "package a\n\nvar x = rand.Int()\n"}});
  const auto patches = candidates(
      "go.fix-imports", tree,
      diagnosis_of({said("a.go:3:9: undefined: rand", {{"file", "a.go"}, {"line", "3"}, {"symbol", "rand"}})}));
  EXPECT_EQ(patches.size(), 2U);
}

TEST(GoImports, AreThoseOfTheOtherFiles) {
  EXPECT_EQ(imported("package a\n\nvar x = yaml.Node{}\n", "yaml",
                     {{"b/b.go", "package b\n\nimport \"gopkg.in/yaml.v3\"\n"}}),
            "package a\n\nimport \"gopkg.in/yaml.v3\"\n\nvar x = yaml.Node{}\n");
  EXPECT_EQ(imported("package a\n\nvar x = pb.Row{}\n", "pb",
                     {{"b/b.go", "package b\n\nimport pb \"example.net/rows/v1\"\n"}}),
            "package a\n\nimport pb \"example.net/rows/v1\"\n\nvar x = pb.Row{}\n");
  EXPECT_EQ(imported("package a\n\nvar x = uuid.New()\n", "uuid",
                     {{"b/b.go", "package b\n\nimport \"example.net/uuid\"\n"},
                      {"c/c.go", "package c\n\nimport \"example.com/uuid\"\n"}}),
            "nothing");
}

TEST(GoImports, OfTheModuleDeclareWhatIsUsed) {
  EXPECT_EQ(imported("package a\n\nvar x = log.Println\n", "log", {{"log/log.go", "package log\n\nfunc Note() {}\n"}}),
            "package a\n\nimport \"log\"\n\nvar x = log.Println\n");
  const auto tree = tree_of({{"back/go.mod", "module example.org/back\n"},
                             {"back/a.go", "package a\n\nvar x = tide.Wave()\n"},
                             {"back/sea/tide/t.go", "package tide\n\nfunc Wave() int { return 1 }\n"},
                             {"front/tide/t.go", "package tide\n\nfunc Wave() int { return 2 }\n"}});
  const auto after = mended("go.fix-imports", tree,
                            diagnosis_of({said("back/a.go:3:9: undefined: tide",
                                               {{"file", "back/a.go"}, {"line", "3"}, {"symbol", "tide"}})}));
  ASSERT_TRUE(after.contains("back/a.go"));
  EXPECT_EQ(after.at("back/a.go"), "package a\n\nimport \"example.org/back/sea/tide\"\n\nvar x = tide.Wave()\n");
}

TEST(GoImportPath, OfARenamedModuleGoesEverywhere) {
  const auto after = mended(
      "go.fix-import-path",
      tree_of({{"go.mod", "module example.org/new/tide\n"},
               {"main.go", "package main\n\nimport \"example.org/tide/internal/sea\"\n"},
               {"more_test.go",
                "//go:build slow\n\npackage main\n\nimport (\n\t\"example.org/tide/internal/sea\"\n\tm "
                "\"example.org/tide/internal/moon\"\n)\n"},
               {"internal/sea/s.go", "// Package sea: https://example.org/tide/docs\npackage sea\n"},
               {"internal/moon/m_windows.go", "package moon\n\nimport _ \"example.org/tide/internal/sea\"\n"}}),
      diagnosis_of({said("main.go:3:8: no required module provides package example.org/tide/internal/sea; to add it:",
                         {{"file", "main.go"}, {"line", "3"}, {"package", "example.org/tide/internal/sea"}})}));
  ASSERT_TRUE(after.contains("more_test.go"));
  EXPECT_EQ(after.at("more_test.go"),
            "//go:build slow\n\npackage main\n\nimport (\n\t\"example.org/new/tide/internal/sea\"\n\tm "
            "\"example.org/new/tide/internal/moon\"\n)\n");
  EXPECT_TRUE(after.contains("internal/moon/m_windows.go"));
  EXPECT_FALSE(after.contains("internal/sea/s.go"));
}

}  // namespace
}  // namespace regreen::story
