#include "story.h"

namespace regreen::story {
namespace {

std::string healed(std::string_view remedy, const std::string& text, const std::string& message, int line, int column,
                   std::vector<std::string> below = {}, Files more = {}) {
  more["sum.go"] = text;
  auto one = said("vet: ./sum.go:" + std::to_string(line) + ":" + std::to_string(column) + ": " + message,
                  {{"file", "./sum.go"}, {"line", std::to_string(line)}, {"column", std::to_string(column)}});
  one.after = std::move(below);
  const auto after = mended(remedy, more, diagnosis_of({one}));
  return after.empty() ? "nothing" : after.at("sum.go");
}

TEST(GoTypes, ValuesAreConvertedWhereNothingIsLost) {
  const std::string call = "package sum\n\nfunc f(n int) {\n\tg(n)\n}\n";
  EXPECT_EQ(healed("go.fix-types", call, "cannot use n (variable of type int) as int64 value in argument to g", 4, 4),
            "package sum\n\nfunc f(n int) {\n\tg(int64(n))\n}\n");
  EXPECT_EQ(healed("go.fix-types", call, "cannot use n (variable of type int) as int8 value in argument to g", 4, 4),
            "nothing");
  EXPECT_EQ(healed("go.fix-types", "package sum\n\nvar x = s / len(all)\n",
                   "invalid operation: s / len(all) (mismatched types float64 and int)", 3, 9),
            "package sum\n\nvar x = s / float64(len(all))\n");
  EXPECT_EQ(healed("go.fix-types", "package sum\n\nvar x = \"n\" + n\n",
                   "invalid operation: \"n\" + n (mismatched types untyped string and int)", 3, 9),
            "package sum\n\nimport \"strconv\"\n\nvar x = \"n\" + strconv.Itoa(n)\n");
  EXPECT_EQ(healed("go.fix-types", "package sum\n\nvar x = a - b\n",
                   "invalid operation: a - b (mismatched types int64 and uint64)", 3, 9),
            "nothing");
}

TEST(GoTypes, ANamedTypeIsNotThatOfAnotherUnit) {
  const auto converted = [](const std::string& name) {
    const auto message = "cannot use " + name + " (variable of type int64) as Millis value in argument to wait";
    return healed("go.fix-types",
                  "package sum\n\ntype Millis int64\n\nfunc f(" + name + " int64) {\n\twait(" + name + ")\n}\n",
                  message, 6, 7);
  };
  EXPECT_EQ(converted("seconds"), "nothing");
  EXPECT_TRUE(contains(converted("millis"), "wait(Millis(millis))"));
  EXPECT_TRUE(contains(converted("timeout_ms"), "wait(Millis(timeout_ms))"));
  EXPECT_TRUE(contains(converted("n"), "wait(Millis(n))"));
}

TEST(GoTypes, TheAddressOfWhatARangeCopiesIsNotTaken) {
  const auto message = "cannot use item (variable of type Item) as *Item value in argument to append";
  EXPECT_EQ(healed("go.fix-types",
                   "package sum\n\nfunc f(all []Item) (open []*Item) {\n\tfor _, item := range all {\n\t\topen = "
                   "append(open, item)\n\t}\n\treturn open\n}\n",
                   message, 5, 23),
            "nothing");
}

TEST(GoTypes, ATypeIsThatOfTheFolderWhichNamesIt) {
  const std::string use = "package sum\n\nimport \"example.org/app/model\"\n\nfunc f() model.ID {\n\treturn ";
  const Files more = {{"go.mod", "module example.org/app\n"},
                      {"model/id.go", "package model\n\ntype ID base\n\ntype base string\n"},
                      {"base.go", "package sum\n\ntype base struct{}\n"}};
  EXPECT_EQ(
      healed("go.fix-types", use + "nil\n}\n", "cannot use nil as model.ID value in return statement", 6, 9, {}, more),
      use + "\"\"\n}\n");
}

TEST(GoTypes, ErrorsAreHandedOnAsTheFunctionDoes) {
  EXPECT_EQ(healed("go.fix-types", "package sum\n\nfunc f(s string) (int, error) {\n\tn := g(s)\n\treturn n, nil\n}\n",
                   "assignment mismatch: 1 variable but g returns 2 values", 4, 4),
            "package sum\n\nfunc f(s string) (int, error) {\n\tn, err := g(s)\n\tif err != nil {\n\t\treturn 0, "
            "err\n\t}\n\treturn n, nil\n}\n");
  EXPECT_EQ(healed("go.fix-types", "package sum\n\nfunc f(s string) int {\n\tn := g(s)\n\treturn n\n}\n",
                   "assignment mismatch: 1 variable but g returns 2 values", 4, 4),
            "nothing");
  EXPECT_EQ(healed("go.fix-types",
                   "package sum\n\nfunc f(n int) (int, error) {\n\tif n < 0 {\n\t\treturn "
                   "errors.New(\"x\")\n\t}\n\treturn n / 2\n}\n",
                   "not enough return values", 5, 10, {"\thave (error)", "\twant (int, error)"}),
            "package sum\n\nfunc f(n int) (int, error) {\n\tif n < 0 {\n\t\treturn 0, errors.New(\"x\")\n\t}\n\treturn "
            "n / 2, nil\n}\n");
}

TEST(GoFindings, AreWrittenAsVetAsks) {
  EXPECT_EQ(healed("go.fix-finding",
                   "package sum\n\nfunc f(all []int) {\n\tfor _, one := range all {\n\t\tgo func() "
                   "{\n\t\t\tg(one)\n\t\t}()\n\t}\n}\n",
                   "loop variable one captured by func literal", 6, 6),
            "package sum\n\nfunc f(all []int) {\n\tfor _, one := range all {\n\t\tone := one\n\t\tgo func() "
            "{\n\t\t\tg(one)\n\t\t}()\n\t}\n}\n");
  EXPECT_EQ(
      healed(
          "go.fix-finding",
          "package sum\n\nfunc f() error {\n\tctx, _ := context.WithCancel(base)\n\treturn run(ctx)\n}\n",
          "the cancel function returned by context.WithCancel should be called, not discarded, to avoid a context leak",
          4, 7),
      "package sum\n\nfunc f() error {\n\tctx, cancel := context.WithCancel(base)\n\tdefer cancel()\n\treturn "
      "run(ctx)\n}\n");
  EXPECT_EQ(
      healed(
          "go.fix-finding",
          "package sum\n\nfunc f() context.Context {\n\tctx, _ := context.WithCancel(base)\n\treturn ctx\n}\n",
          "the cancel function returned by context.WithCancel should be called, not discarded, to avoid a context leak",
          4, 7),
      "nothing");
  EXPECT_EQ(healed("go.fix-finding", "package sum\n\nfunc f(s string) {\n\tlog.Printf(s)\n}\n",
                   "non-constant format string in call to log.Printf", 4, 13),
            "package sum\n\nfunc f(s string) {\n\tlog.Printf(\"%s\", s)\n}\n");
}

TEST(GoFindings, WhatTheCallerDoesNotSeeIsNotFilled) {
  const auto kept = [](const std::string& function) {
    return healed("go.fix-finding", "package sum\n\n" + function,
                  "append(names, name) (value of type []string) is not used", 4, 2);
  };
  EXPECT_EQ(kept("func add(names []string, name string) {\n\tappend(names, name)\n}\n"), "nothing");
  EXPECT_TRUE(
      contains(kept("func add(names []string, name string) []string {\n\tappend(names, name)\n\treturn names\n}\n"),
               "\tnames = append(names, name)\n"));
  EXPECT_TRUE(contains(kept("func add(name string) (names []string) {\n\tappend(names, name)\n\treturn\n}\n"),
                       "\tnames = append(names, name)\n"));
}

TEST(GoFindings, WhatIsPrintedStays) {
  const auto printed = [](const std::string& call) {
    const auto after = healed("go.fix-finding", "package sum\n\nfunc f() {\n\t" + call + "\n}\n",
                              "call arg list ends with redundant newline", 4, 2);
    return after == "nothing" ? after : after.substr(after.find('\t') + 1, after.rfind("\n}") - after.find('\t') - 1);
  };
  EXPECT_EQ(printed("fmt.Println(\"usage\\n\")"), "fmt.Print(\"usage\\n\\n\")");
  EXPECT_EQ(printed("fmt.Fprintln(out, \"usage\\n\")"), "fmt.Fprint(out, \"usage\\n\\n\")");
  EXPECT_EQ(printed("t.Log(\"usage\\n\")"), "t.Log(\"usage\")");
}

TEST(GoNames, AreThoseOfTheirPackage) {
  EXPECT_EQ(
      healed("go.fix-name", "package sum\n\nvar x = strings.Contians(a, b)\n", "undefined: strings.Contians", 3, 17),
      "package sum\n\nvar x = strings.Contains(a, b)\n");
  EXPECT_EQ(healed("go.fix-name", "package sum\n\nimport \"example.org/app/geo\"\n\nvar x = geo.distance(a, b)\n",
                   "distance not declared by package geo", 5, 13, {},
                   {{"go.mod", "module example.org/app\n"}, {"geo/geo.go", "package geo\n\nfunc Distance() {}\n"}}),
            "package sum\n\nimport \"example.org/app/geo\"\n\nvar x = geo.Distance(a, b)\n");
  EXPECT_EQ(healed("go.fix-name", "package sum\n\nvar x = limti\n", "undefined: limti", 3, 9, {},
                   {{"more.go", "package sum\n\nvar (\n\tsmall, limit = 1, 2\n)\n"}}),
            "package sum\n\nvar x = limit\n");
  EXPECT_EQ(healed("go.fix-name", "package sum\n\nvar x = unheard(a)\n", "undefined: unheard", 3, 9), "nothing");
}

TEST(GoField, AMethodOfAnInterfaceIsSpeltAsThere) {
  const Files files = {{"relay.go",
                        "package relay\n\ntype Sender interface{ Deliver(text string) error }\n\nfunc f(s Sender) { "
                        "s.Delivr(\"\") }\n"}};
  const auto one = said("./relay.go:5:22: s.Delivr undefined (type Sender has no field or method Delivr)",
                        {{"symbol", "s.Delivr"}}, {{"relay.go", 5, 22}});
  EXPECT_TRUE(contains(mended("go.fix-field", files, one).at("relay.go"), "s.Deliver(\"\")"));
}

}  // namespace
}  // namespace regreen::story
