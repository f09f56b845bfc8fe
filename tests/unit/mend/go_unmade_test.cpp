// Go: what is not there any more under its name, what is never made and what cannot be compared.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence at_place(const std::string& file, int line, int column, const std::string& message, Captures captures = {}) {
  captures.insert({{"file", file}, {"line", std::to_string(line)}, {"column", std::to_string(column)}});
  return said(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + message, captures);
}

// ---- go:embed ----

Occurrence no_match(const std::string& pattern, int line = 5) {
  return at_place("web/web.go", line, 12, "pattern " + pattern + ": no matching files found", {{"path", pattern}});
}

const std::string embedding = "package web\n\nimport \"embed\"\n\n";

TEST(GoEmbed, TheFolderThatHoldsWhatThePatternAsksForIsNamed) {
  const auto source = [](const std::string& folder) {
    return embedding + "//go:embed " + folder + "/*.tmpl " + folder +
           "/mail/*.tmpl\nvar files embed.FS\n\nvar all = t.Must(t.ParseFS(files, \"" + folder +
           "/*.tmpl\"))\n\nfunc one(name string) ([]byte, error) { return files.ReadFile(\"" + folder +
           "/\" + name) }\n\nvar text = \"templates/of other things\"\n";
  };
  const Files files = {{"web/web.go", source("templates")},
                       {"web/views/a.tmpl", ""},
                       {"web/views/mail/b.tmpl", ""},
                       {"web/docs/a.md", ""}};
  EXPECT_EQ(mended("go.fix-embed", files, no_match("templates/*.tmpl")).at("web/web.go"), source("views"));
}

TEST(GoEmbed, OtherPackagesThatReadTheVariableReadTheNewFolder) {
  const Files files = {
      {"web/web.go", embedding + "//go:embed all:static\nvar Assets embed.FS\n"},
      {"web/assets/site.css", ""},
      {"web/pages/a.html", ""},
      {"main.go",
       "package main\n\nimport \"example.org/shop/web\"\n\nvar css, _ = web.Assets.ReadFile(\"static/site.css\")\n"},
      {"main_test.go", "package main\n\nvar _ = web.Assets.Open(\"static/site.css\")\n"}};
  const auto after = mended("go.fix-embed", files, no_match("all:static"));
  EXPECT_EQ(after.size(), 2u);
  EXPECT_TRUE(contains(after.at("web/web.go"), "//go:embed all:assets\n"));
  EXPECT_TRUE(contains(after.at("main.go"), "ReadFile(\"assets/site.css\")"));
}

TEST(GoEmbed, AFileThatWasMovedOrMisspeltIsFound) {
  const auto source = [](const std::string& path) {
    return embedding + "//go:embed " + path + "\nvar defaults string\n";
  };
  EXPECT_EQ(mended("go.fix-embed", {{"web/web.go", source("default.yaml")}, {"web/conf/default.yaml", ""}},
                   no_match("default.yaml"))
                .at("web/web.go"),
            source("conf/default.yaml"));
  EXPECT_EQ(mended("go.fix-embed", {{"web/web.go", source("defaults.yaml")}, {"web/default.yaml", ""}},
                   no_match("defaults.yaml"))
                .at("web/web.go"),
            source("default.yaml"));
}

TEST(GoEmbed, WhatIsToldTwiceIsMendedOnce) {
  const Files files = {
      {"web/web.go", embedding + "//go:embed templates/*.tmpl\nvar files embed.FS\n\n//go:embed static/*.css\n" +
                         "var styles embed.FS\n"},
      {"web/use.go",
       "package web\n\nvar a, _ = files.Open(\"templates/a.tmpl\")\nvar b, _ = styles.Open(\"static/b.css\")\n"},
      {"web/views/a.tmpl", ""},
      {"web/themes/b.css", ""}};
  auto again = no_match("templates/*.tmpl");
  again.captures["file"] = "./web/web.go";
  const auto after =
      mended("go.fix-embed", files, diagnosis_of({no_match("templates/*.tmpl"), again, no_match("static/*.css", 8)}));
  EXPECT_EQ(after.at("web/use.go"),
            "package web\n\nvar a, _ = files.Open(\"views/a.tmpl\")\nvar b, _ = styles.Open(\"themes/b.css\")\n");
}

TEST(GoEmbed, ADirectiveMayStandInAGroup) {
  const auto source = [](const std::string& folder) {
    return "package web\n\nimport \"embed\"\n\nvar (\n\t//go:embed " + folder +
           "/*.tmpl\n\tfiles embed.FS\n)\n\nvar all = t.Must(t.ParseFS(files, \"" + folder + "/hello.tmpl\"))\n";
  };
  const Files files = {{"web/web.go", source("templates")}, {"web/views/hello.tmpl", ""}, {"web/other/a.tmpl", ""}};
  EXPECT_EQ(mended("go.fix-embed", files, no_match("templates/*.tmpl", 6)).at("web/web.go"), source("views"));
}

TEST(GoEmbed, AFolderThatThePatternNamesIsLookedAt) {
  const auto source = [](const std::string& path) {
    return embedding + "//go:embed " + path + "\nvar files embed.FS\n";
  };
  EXPECT_EQ(
      mended("go.fix-embed",
             {{"web/web.go", source("testdata/page/*.html")}, {"web/testdata/pages/a.html", ""}, {"web/b/b.html", ""}},
             no_match("testdata/page/*.html"))
          .at("web/web.go"),
      source("testdata/pages/*.html"));
}

TEST(GoEmbed, NothingIsNamedThatIsNotCertain) {
  const auto with = [](const std::string& pattern, Files files) {
    files["web/web.go"] = embedding + "//go:embed " + pattern + "\nvar files embed.FS\n";
    return mended("go.fix-embed", files, no_match(pattern));
  };
  EXPECT_TRUE(with("templates/*.tmpl", {{"web/a/x.tmpl", ""}, {"web/b/y.tmpl", ""}}).empty());
  EXPECT_TRUE(with("templates/*.tmpl", {{"views/x.tmpl", ""}}).empty());  // above the package
  EXPECT_TRUE(with("templates/*.tmpl", {{"web/testdata/x.tmpl", ""}}).empty());
  EXPECT_TRUE(with("templates/*", {{"web/views/x.tmpl", ""}}).empty());  // any folder would do
  EXPECT_TRUE(with("static", {{"web/views/x.tmpl", ""}}).empty());
  EXPECT_TRUE(with("dist/*.js", {{"web/src/x.js", ""}}).empty());  // is built
  EXPECT_TRUE(with("bundle/*.js", {{"web/src/x.js", ""}, {".gitignore", "/web/bundle/\n"}}).empty());
  EXPECT_TRUE(with("*.sql", {{"web/migrations/x.sql", ""}}).empty());
  EXPECT_TRUE(with("a.txt", {{"web/b/a.txt", ""}, {"web/c/a.txt", ""}}).empty());
}

// ---- comparable ----

std::string compared(const std::string& text, int line, const std::string& message) {
  const auto after =
      mended("go.require-comparable", {{"a.go", "package a\n\n" + text}}, at_place("a.go", line, 6, message));
  return after.empty() ? "nothing" : after.at("a.go").substr(11);
}

TEST(GoComparable, TheParameterThatIsComparedAsksForIt) {
  const std::string incomparable = " (incomparable types in type set)";
  EXPECT_EQ(compared("func Index[T any](s []T, v T) int {\n\treturn s[0] == v\n}\n", 4,
                     "invalid operation: cannot compare s[0] == v" + incomparable),
            "func Index[T comparable](s []T, v T) int {\n\treturn s[0] == v\n}\n");
  EXPECT_EQ(compared("func Has[K, V any](m M[K, V], v V) bool {\n\treturn m.one == v\n}\n", 4,
                     "invalid operation: m.one == v" + incomparable),
            "func Has[K any, V comparable](m M[K, V], v V) bool {\n\treturn m.one == v\n}\n");
  EXPECT_EQ(
      compared("type Set[K any, V interface{}] map[K]V\n", 3, "invalid map key type K (missing comparable constraint)"),
      "type Set[K comparable, V interface{}] map[K]V\n");
  EXPECT_EQ(compared("func Get[A, K, V any](m map[K]V) {\n}\n", 3,
                     "incomparable map key type K (missing comparable constraint)"),
            "func Get[A any, K comparable, V any](m map[K]V) {\n}\n");
  EXPECT_EQ(compared("func Head[\n\tT any,\n](s []T) T {\n\treturn First(s)\n}\n", 6, "T does not satisfy comparable"),
            "func Head[\n\tT comparable,\n](s []T) T {\n\treturn First(s)\n}\n");
}

TEST(GoComparable, OfAMethodItIsTheParameterOfTheType) {
  const Files files = {{"b.go", "package a\n\nfunc (s *Bag[E]) Has(v E) bool {\n\treturn s.first == v\n}\n"},
                       {"a.go", "package a\n\ntype Bag[T any] struct{ first T }\n"}};
  const auto after = mended("go.require-comparable", files,
                            at_place("b.go", 4, 9, "invalid operation: s.first == v (incomparable types in type set)"));
  EXPECT_EQ(after, (Files{{"a.go", "package a\n\ntype Bag[T comparable] struct{ first T }\n"}}));
}

TEST(GoComparable, WhatIsNotCertainStays) {
  const std::string incomparable = " (incomparable types in type set)";
  EXPECT_EQ(compared("func f[T, U any](a []T, b []U) bool {\n\treturn a[0] == g(b)\n}\n", 4,
                     "invalid operation: a[0] == g(b)" + incomparable),
            "nothing");
  EXPECT_EQ(
      compared("func f[T Shape](a, b T) bool {\n\treturn a == b\n}\n", 4, "invalid operation: a == b" + incomparable),
      "nothing");
  EXPECT_EQ(compared("func f(a []int) {\n\tg(a)\n}\n", 4, "[]int does not implement comparable"), "nothing");
}

// ---- maps ----

Occurrence nil_map(int line, const std::string& file = "tally/tally.go") {
  auto one = said("panic: assignment to entry in nil map", {});
  one.after = {"",
               "goroutine 14 [running]:",
               "testing.tRunner.func1()",
               "\t/usr/lib/go-1.19/src/testing/testing.go:1399 +0x39f",
               "example.org/tally.(*Tally).Add(0xc00006e390)",
               "\t/src/" + file + ":" + std::to_string(line) + " +0x185"};
  return one;
}

std::string with_map(const std::string& text, int line) {
  const auto after = mended("go.make-map", {{"tally/tally.go", "package tally\n\n" + text}}, nil_map(line));
  return after.empty() ? "nothing" : after.at("tally/tally.go").substr(15);
}

const std::string counter = "type Tally struct {\n\tname string\n\tcounts, sums map[string]int // by name\n}\n\n";
const std::string add = "func (t *Tally) Add(name string) {\n\tt.counts[name] += 1\n}\n";

TEST(GoMap, TheFunctionsThatMakeTheStructMakeIt) {
  EXPECT_EQ(with_map(counter + add + "\nfunc New() *Tally {\n\treturn &Tally{}\n}\n", 9),
            counter + add + "\nfunc New() *Tally {\n\treturn &Tally{counts: make(map[string]int)}\n}\n");
  EXPECT_EQ(with_map(counter + add +
                         "\nfunc New(n string) (*Tally, error) {\n\tif n == \"\" {\n\t\treturn &Tally{}, "
                         "errNone\n\t}\n\treturn &Tally{name: n}, nil\n}\n",
                     9),
            counter + add +
                "\nfunc New(n string) (*Tally, error) {\n\tif n == \"\" {\n\t\treturn &Tally{}, errNone\n\t}\n\treturn "
                "&Tally{name: n, counts: make(map[string]int)}, nil\n}\n");
  EXPECT_EQ(with_map(counter + add + "\nfunc New() Tally {\n\tt := Tally{\n\t\tname: \"x\",\n\t}\n\treturn t\n}\n", 9),
            counter + add +
                "\nfunc New() Tally {\n\tt := Tally{\n\t\tname: \"x\",\n\t\tcounts: "
                "make(map[string]int),\n\t}\n\treturn t\n}\n");
  EXPECT_EQ(with_map(counter + add + "\nfunc New() *Tally { return new(Tally) }\n", 9),
            counter + add + "\nfunc New() *Tally { return &Tally{counts: make(map[string]int)} }\n");
}

TEST(GoMap, AllMapsOfTheStructAreMadeAtOnce) {
  const std::string both =
      "func (t *Tally) Add(name string) {\n\tt.counts[name]++\n\tt.counts[\"\"]++\n\tt.sums[name] += 2\n}\n";
  EXPECT_EQ(
      with_map(counter + both + "\nfunc New() *Tally {\n\treturn &Tally{}\n}\n", 9),
      counter + both +
          "\nfunc New() *Tally {\n\treturn &Tally{counts: make(map[string]int), sums: make(map[string]int)}\n}\n");
  const std::string counts = "\tif t.counts == nil {\n\t\tt.counts = make(map[string]int)\n\t}\n",
                    sums = replace_all(counts, "counts", "sums");
  EXPECT_EQ(with_map(counter + both, 9), counter + "func (t *Tally) Add(name string) {\n" + counts +
                                             "\tt.counts[name]++\n\tt.counts[\"\"]++\n" + sums +
                                             "\tt.sums[name] += 2\n}\n");
}

TEST(GoMap, WhereNobodyMakesTheStructTheMethodMakesTheMap) {
  const std::string made =
      "func (t *Tally) Add(name string) {\n\tif t.counts == nil {\n\t\tt.counts = "
      "make(map[string]int)\n\t}\n\tt.counts[name] += 1\n}\n";
  EXPECT_EQ(with_map(counter + add, 9), counter + made);
  const std::string by_value = "func (t Tally) Add(name string) {\n\tt.counts[name] += 1\n}\n";
  EXPECT_EQ(with_map(counter + by_value, 9), "nothing");  // nobody would see it
}

TEST(GoMap, AVariableIsMadeWhereItIsDeclared) {
  EXPECT_EQ(with_map("func count() map[string]int {\n\tvar m map[string]int\n\tfor _, w := range words "
                     "{\n\t\tm[w]++\n\t}\n\treturn m\n}\n",
                     6),
            "func count() map[string]int {\n\tm := make(map[string]int)\n\tfor _, w := range words "
            "{\n\t\tm[w]++\n\t}\n\treturn m\n}\n");
  EXPECT_EQ(with_map("var known map[string]func()\n\nfunc Register(n string, f func()) {\n\tknown[n] = f\n}\n", 6),
            "var known = make(map[string]func())\n\nfunc Register(n string, f func()) {\n\tknown[n] = f\n}\n");
  EXPECT_EQ(with_map("func fill(m map[string]int) {\n\tm[\"a\"] = 1\n}\n", 4), "nothing");
}

TEST(GoMap, AMapOfMapsIsMadeWhenItIsNeeded) {
  EXPECT_EQ(
      with_map("func f() {\n\tg := make(map[int]map[int]bool)\n\tfor x := range xs {\n\t\tg[x][1] = true\n\t}\n}\n", 6),
      "func f() {\n\tg := make(map[int]map[int]bool)\n\tfor x := range xs {\n\t\tif g[x] == nil {\n\t\t\tg[x] = "
      "make(map[int]bool)\n\t\t}\n\t\tg[x][1] = true\n\t}\n}\n");
}

TEST(GoMap, EveryLineThatFillsTheMapOfMapsMakesIt) {
  const std::string head = "type G struct {\n\tedges map[string]map[string]int\n}\n\nfunc (g *G) Join(a, b string) {\n";
  const auto made = [](const std::string& key) {
    const std::string map = "g.edges[" + key + "]";
    return "\tif " + map + " == nil {\n\t\t" + map + " = make(map[string]int)\n\t}\n";
  };
  EXPECT_EQ(with_map(head + "\tg.edges[a][b] = 1\n\tg.edges[a][a] = 0\n\tg.edges[b][a] = 1\n}\n", 8),
            head + made("a") + "\tg.edges[a][b] = 1\n\tg.edges[a][a] = 0\n" + made("b") + "\tg.edges[b][a] = 1\n}\n");
}

TEST(GoMap, TheLiteralsOfAnotherFunctionHaveTheirOwnMaps) {
  const std::string f =
      "func f() {\n\tg := make(map[int]map[int]bool)\n\trun(func() {\n\t\tg[1][2] = true\n\t})\n}\n\n";
  const std::string other = replace_all(replace_all(f, "f()", "h()"), "[int]bool", "[int]string");
  EXPECT_EQ(with_map(f + other, 6), replace_all(f, "\t\tg[1][2]",
                                                "\t\tif g[1] == nil {\n\t\t\tg[1] = make(map[int]bool)\n\t\t}\n"
                                                "\t\tg[1][2]") +
                                        other);
}

TEST(GoMap, ATestThatFillsANilMapStays) {
  EXPECT_TRUE(mended("go.make-map",
                     {{"tally/tally_test.go",
                       "package tally\n\nfunc TestA(t *testing.T) {\n\tvar m map[int]int\n\tm[1] = 2\n}\n"}},
                     nil_map(5, "tally/tally_test.go"))
                  .empty());
}

}  // namespace
}  // namespace regreen::story
