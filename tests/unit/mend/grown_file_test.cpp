// Names that the newest commit gave while it added other things: go.follow-member, js.follow-rename, python.follow-attribute.

#include "mend/text/grown_file.h"

#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

std::string today(const std::string& was, const std::string& is, const std::string& block = "") {
  return name_in_grown_file({"a.go", was, is}, "Old", block).value_or("");
}

TEST(GrownFile, HasAllLinesOfBefore) {
  const std::string was = "package a\n\n// Old does.\nfunc Old(n int) int {\n\treturn n + 1\n}\n";
  const auto is = replace_all(was, "Old", "New");
  EXPECT_EQ(today(was, is), "New");
  EXPECT_EQ(today(was, is + "\nfunc More() int {\n\treturn 1\n}\n"), "New");
  EXPECT_EQ(today(was, replace_all(is, "n + 1", "n + 2")), "") << "it does something else";
  EXPECT_EQ(today(was, replace_all(is, "\treturn", "\tn = 2 * n\n\treturn")), "") << "it does more";
  EXPECT_EQ(today(was, replace_all(is, "(n int)", "(n int, more int)")), "") << "it takes more";
  EXPECT_EQ(today(was, is + "\nfunc Old() {}\n"), "") << "the old name is there";
  EXPECT_EQ(today(was, is + "\nfunc More() int {\n\treturn New(2) + 1\n}\n"), "") << "it is half of another one";
  EXPECT_EQ(today(was, is + replace_all(is.substr(is.find("func")), "New", "Newer")), "") << "either may be meant";
}

TEST(GrownFile, MayListMoreNames) {
  const auto script = [](const std::string& was, const std::string& is) {
    return name_in_grown_file({"a.js", was, is}, "Old", "").value_or("");
  };
  const std::string was = "const Old = (n) => scale(n);\nexport { Old };\n", is = replace_all(was, "Old", "New");
  EXPECT_EQ(script(was, replace_all(is, "{ New }", "{ New, more }")), "New");
  EXPECT_EQ(script(was, replace_all(is, "scale(n)", "scale(n, 60)")), "") << "it hands on more";
  EXPECT_EQ(script(replace_all(was, "(n);", "([n]);"), replace_all(is, "(n);", "([n, 60]);")), "");
  EXPECT_EQ(script(replace_all(was, "(n);", "({ n });"), replace_all(is, "(n);", "({ n, by: 60 });")), "");
}

TEST(GrownFile, HasANameOfTheSameValue) {
  const std::string was = "package a\n\n// Old does.\nfunc Old(n int) int {\n\treturn n + 1\n}\n";
  const auto to = [&](const std::string& name) { return today(was, replace_all(was, "Old", name)); };
  EXPECT_EQ(to("Older"), "Older");
  EXPECT_EQ(to("Count"), "Count");
  for (const auto* name : {"OldMS", "old_seconds", "OldHash", "Percent", "OldUnescaped", "OldUnchecked", "_Old"})
    EXPECT_EQ(to(name), "") << name;
}

TEST(GrownFile, EndsForManyLinesThatMayBeEachOther) {
  std::string was = "package a\n\nfunc f() {\n", is = was;
  for (int i = 0; i < 2900; ++i) {
    was += "\tOld = " + std::to_string(i) + "\n";
    is += "\tNew" + std::string(1, static_cast<char>('a' + i % 20)) + " = x" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(today(was + "}\n", is + "}\n"), "");
}

TEST(GrownFile, MayHaveMoreInOneBlock) {
  const std::string was = "package a\n\ntype T struct {\n\tOld int `json:\"old\"`\n}\n\nvar d = T{Old: 5}\n";
  const auto is = replace_all(was, "Old", "New");
  const auto more = replace_all(is, "}\n\nvar", "\tLimit int `json:\"limit\"`\n}\n\nvar");
  EXPECT_EQ(today(was, more, "type T struct"), "New");
  EXPECT_EQ(today(was, more), "");
  EXPECT_EQ(today(was, replace_all(more, "New: 5", "New: 5, Limit: 7"), "type T struct"), "New");
  const auto other = replace_all(was, "T{Old: 5}", "f(T{Old: 5}, U{n: 1})");
  EXPECT_EQ(today(other, replace_all(replace_all(other, "Old", "New"), "5}", "5, Limit: g(7)}"), "type T struct"),
            "New");
  EXPECT_EQ(today(other, replace_all(replace_all(other, "Old", "New"), "n: 1", "n: 1, m: 2"), "type T struct"), "");
  EXPECT_EQ(today(was, replace_all(more, "5", "5000"), "type T struct"), "") << "it counts otherwise";
  EXPECT_EQ(today(was, replace_all(more, "var d = T{", "var d = !T{"), "type T struct"), "");
  const auto plain = replace_all(replace_all(was, " `json:\"old\"`", ""), "5", "1");
  EXPECT_EQ(today(plain, replace_all(plain, "Old int", "Read int\n\tWrite int"), "type T struct"), "");
}

const std::string config = "package config\n\ntype Config struct {\n\tTimeout int\n}\n";
const LastCommit commit = {{{"config/config.go", config}}};

// What a file that asks for Timeout says afterwards; "" where it stays.
std::string followed_go(const std::string& body, const Files& more = {}, const std::string& path = "main.go") {
  const auto use = "package main\n\nimport \"x/config\"\n\nfunc f(c config.Config, h http.Client) {\n" + body + "}\n";
  Files files = {{"go.mod", "module x\n"}, {"config/config.go", replace_all(config, "Timeout", "Wait")}, {path, use}};
  for (const auto& [file, text] : more) files[file] = text;
  const auto at = said("./" + path + ":6:4: c.Timeout undefined (type config.Config has no field or method Timeout)",
                       {{"file", "./" + path}, {"line", "6"}, {"column", "4"}, {"symbol", "c.Timeout"}});
  const auto after = mended("go.follow-member", tree_of(files), diagnosis_of({at}), commit);
  if (after.empty()) return "";
  const auto& text = after.at(path);
  return text.substr(text.find("{\n") + 2, text.size() - text.find("{\n") - 4);
}

TEST(FollowedMember, IsThatOfTheVariableInItsFunction) {
  EXPECT_EQ(followed_go("\tg(c.Timeout, h.Timeout) // c.Timeout\n\tg(c.Timeout)\n"),
            "\tg(c.Wait, h.Timeout) // c.Timeout\n\tg(c.Wait)\n");
  EXPECT_EQ(followed_go("\tc.Timeout = 1\n\tfor _, c := range h.All {\n\t\tg(c.Timeout)\n\t}\n"),
            "\tc.Wait = 1\n\tfor _, c := range h.All {\n\t\tg(c.Timeout)\n\t}\n");
  EXPECT_EQ(followed_go("\tg(c.Timeout)\n\tl := func(c, a Peer) { g(c.Timeout) }\n"),
            "\tg(c.Wait)\n\tl := func(c, a Peer) { g(c.Timeout) }\n");
}

TEST(FollowedMember, IsLeftWhereNobodyCanTell) {
  const std::string use = "\tg(c.Timeout)\n";
  EXPECT_EQ(followed_go(use), "\tg(c.Wait)\n");
  EXPECT_EQ(followed_go(use, {}, "main_test.go"), "") << "a test says what was promised";
  EXPECT_EQ(followed_go(use, {{"config/config.go", replace_all(config, "Timeout int", "Wait float64")}}), "");
  EXPECT_EQ(followed_go(use, {{"config/config.go", replace_all(config, "Timeout int", "Wait, More int")}}), "");
  EXPECT_EQ(followed_go(use, {{"config/config.go", replace_all(config, "Timeout", "wait")}}), "\tg(c.wait)\n");
  EXPECT_EQ(followed_go(use, {{"config/more.go", "package config\n\nfunc (c Config) Timeout() int { return 1 }\n"},
                              {"config/config.go", config}}),
            "");
  EXPECT_EQ(followed_go("\tg(d.Timeout, e.Timeout)\n"), "") << "another variable than the log tells";
  EXPECT_EQ(followed_go(use, {{"config/config.go", replace_all(config, "Timeout", "TimeoutMS")}}), "")
      << "another unit";
}

const std::string money = "export function formatCurrency(n) {\n  return n / 100;\n}\n";

std::string followed_script(const std::string& use, const std::string& module, const LastCommit& last) {
  const Files files = {{"money.js", module}, {"row.js", use}};
  auto one = said("  error: 'money.formatCurrency is not a function'", {{"symbol", "money.formatCurrency"}});
  one.after = {"    row (file:///work/row.js:3:10)"};
  const auto after = mended("js.follow-rename", tree_of(files), diagnosis_of({one}), last);
  return after.empty() ? "" : after.at("row.js");
}

TEST(FollowedExport, IsAskedForAsAMemberOfItsModule) {
  const std::string use = "import * as money from './money.js';\n\nexport const row = () => money.formatCurrency(1);\n";
  const auto module = replace_all(money, "formatCurrency", "formatMoney") + "export const more = 1;\n";
  const LastCommit last = {{{"money.js", money}}};
  EXPECT_EQ(followed_script(use, module, last), replace_all(use, "formatCurrency", "formatMoney"));
  EXPECT_EQ(followed_script(use, replace_all(module, "100", "1000"), last), "");
  const std::string hoisted = "money.formatCurrency(1);\nimport * as money from './money.js';\n";
  EXPECT_EQ(followed_script(hoisted, module, last), replace_all(hoisted, "formatCurrency", "formatMoney"));
  EXPECT_EQ(followed_script(replace_all(use, "() =>", "money =>"), module, last), "") << "another money";
  const LastCommit with_data = {{{"money.js", money}, {"rates.json", "{}"}}};
  EXPECT_EQ(followed_script(use, replace_all(module, "return n", "return rates['./rates.json'] + n"), with_data), "");
}

const std::string settings = "class Settings:\n    url = 'a'\n    limit = 1\n";

// What a line that the log names says afterwards; "" where it stays.
std::string followed_python(const std::string& line, const std::string& is, const Files& more = {}) {
  Files files = {{"app/settings.py", is}, {"app/use.py", line}};
  for (const auto& [file, text] : more) files[file] = text;
  auto one = said("FAILED tests/test_use.py::test_use - AttributeError: 'Settings' object has no attribute 'url'", {});
  one.before = {"E       AttributeError: 'Settings' object has no attribute 'url'", "", "app/use.py:1: AttributeError"};
  const LastCommit last = {{{"app/settings.py", settings}}};
  const auto after = mended("python.follow-attribute", tree_of(files), diagnosis_of({one}), last);
  return after.empty() ? "" : after.at("app/use.py");
}

TEST(FollowedAttribute, IsThatOfTheLineThatTheLogNames) {
  const auto is = replace_all(settings, "url", "address");
  EXPECT_EQ(followed_python("f(s.url)  # s.url\nf(s.url)\n", is), "f(s.address)  # s.url\nf(s.url)\n");
  EXPECT_EQ(followed_python("a = f'{s.url}/url'\n", is), "a = f'{s.address}/url'\n");
  EXPECT_EQ(followed_python("f(s.url, t.url)\n", is), "") << "either may be meant";
  EXPECT_EQ(followed_python("f('s.url')\n", is), "");
  EXPECT_EQ(followed_python("f(s.url)\n", replace_all(is, "'a'", "'b'")), "") << "it is another thing";
  EXPECT_EQ(followed_python("f(s.url)\n", replace_all(is, "'a'", "'b'"),
                            {{"CHANGELOG.md", "- `Settings.url` is called `Settings.address`\n"}}),
            "f(s.address)\n");
  EXPECT_EQ(followed_python("f(s.url)\n", is, {{"tests/test_a.py", "assert s.url\n"}}), "") << "a test promises it";
  EXPECT_EQ(followed_python("f(s.url)\n", is, {{"other/settings.py", "class Settings:\n    url = 1\n"}}), "");
  EXPECT_EQ(followed_python("f(s.url)\n", settings), "");
}

TEST(FollowedAttribute, IsNamedByTheTextThatATableHas) {
  const auto is = replace_all(settings, "url", "address");
  const std::string asks = "def f(s): return {k: getattr(s, name) for k, name in T.items()}\n";
  const auto table = [&](const std::string& text) { return asks + "T = {'a': " + text + "}\n"; };
  EXPECT_EQ(followed_python(table("'url'"), is), table("'address'"));
  EXPECT_EQ(followed_python(table("['url']"), is), "");
  EXPECT_EQ(followed_python(table("'url'") + "U = 'url'\n", is), "");
  EXPECT_EQ(followed_python(replace_all(table("'url'"), "{k:", "{name:"), is), "") << "the text is told as well";
}

}  // namespace
}  // namespace regreen::story
