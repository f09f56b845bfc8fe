// js.name-arguments: a function takes one object of what it took one by one.

#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string was =
    "export function dial(host: string, port: number, safe = true): string {\n  return host + port + safe;\n}\n";
const std::string way = "export interface Way {\n  host: string;\n  port: number;\n  safe?: boolean;\n}\n\n";
const std::string by_statement =
    way +
    "export function dial(to: Way): string {\n  const { host, port, safe = true } = to;\n  return host + port + "
    "safe;\n}\n";
const std::string by_pattern =
    way + "export function dial({ host, port, safe = true }: Way): string {\n  return host + port + safe;\n}\n";

// What src/use.ts says afterwards; "" where it stays.
std::string named(const std::string& today, const std::string& call, const std::string& before = was,
                  LastCommit commit = {}) {
  const std::string use = "import { dial } from './dial';\n\nexport const a = " + call + ";\n";
  commit.before["src/dial.ts"] = before;
  auto one = said("src/use.ts(3,18): error TS2554: Expected 1 arguments, but got 2.",
                  {{"file", "src/use.ts"}, {"line", "3"}, {"column", std::to_string(call.find('(') + 19)}});
  const auto after =
      mended("js.name-arguments", tree_of({{"src/dial.ts", today}, {"src/use.ts", use}}), diagnosis_of({one}), commit);
  return after.empty() ? "" : after.at("src/use.ts").substr(use.find("a = ") + 4);
}

TEST(NamedArguments, AreThoseThatTheFunctionTakesApart) {
  for (const auto& today : {by_statement, by_pattern}) {
    EXPECT_EQ(named(today, "dial('a', 8080)"), "dial({ host: 'a', port: 8080 });\n");
    EXPECT_EQ(named(today, "dial(host, f(1, 2), !plain)"), "dial({ host, port: f(1, 2), safe: !plain });\n");
    EXPECT_EQ(named(today, "dial(`a,b`, 1 /* , */, x)"), "dial({ host: `a,b`, port: 1 /* , */, safe: x });\n");
  }
}

TEST(NamedArguments, StayWhereTheFunctionIsAnotherOne) {
  EXPECT_EQ(named(replace_all(by_statement, "safe = true", "safe = false"), "dial('a', 1)"), "") << "another default";
  EXPECT_EQ(named(replace_all(by_statement, "host + port", "port + host"), "dial('a', 1)"), "") << "another body";
  EXPECT_EQ(named(replace_all(by_statement, "{ host, port,", "{ host: port, port: host,"), "dial('a', 1)"), "");
  EXPECT_EQ(named(replace_all(by_statement, "{ host, port,", "{ port, name,"), "dial('a', 1)"), "") << "other names";
  EXPECT_EQ(named(by_pattern, "dial('a', ...rest)"), "") << "nobody knows how many they are";
  EXPECT_EQ(named(by_pattern, "dial('a', 1, true, 4)"), "") << "more than there were";
  EXPECT_EQ(named(by_pattern, "((dial) => dial('a', 1))(g)"), "") << "a parameter is called so";
  EXPECT_EQ(named(by_pattern, "dial('a', 1)", ""), "") << "it is new";
  const auto typed = "export function dial({ host, port }: Way): { a: string } {\n  return { a: port + host };\n}\n";
  EXPECT_EQ(
      named(typed, "dial('a', 1)",
            "export function dial(host: string, port: number): { a: string } {\n  return { a: host + port };\n}\n"),
      "");
}

TEST(NamedArguments, StayWhereATypeOrWhatStandsAroundIsAnotherOne) {
  const std::string call = "dial('a', 1)", named_call = "dial({ host: 'a', port: 1 });\n";
  const auto inlined =
      replace_all(by_pattern.substr(way.size()), ": Way", ": { host: string, port: number, safe?: boolean }");
  EXPECT_EQ(named(inlined, call), named_call);
  EXPECT_EQ(named(replace_all(inlined, "port: number", "port: Port"), call), "");
  EXPECT_EQ(named(replace_all(by_pattern, "port: number", "port: string"), call), "");
  EXPECT_EQ(named(replace_all(by_pattern, "port: number;", "port: number; // in thousands"), call), "");
  EXPECT_EQ(named(replace_all(by_pattern, "safe?: boolean;", "safe?: boolean;\n  slow: boolean;"), call), "");
  EXPECT_EQ(named(by_pattern.substr(way.size()), call), "") << "nobody knows the type";
  EXPECT_EQ(named("const unit = 2;\n" + by_pattern, call, "const unit = 1;\n" + was), "");
  EXPECT_EQ(named("// Ports are whole.\n" + by_pattern, call), "");
  EXPECT_EQ(named("const unit = 1;\n" + by_pattern, call, "const unit = 1;\n" + was), named_call);
}

TEST(NamedArguments, StayWhereTheCommitChangedWhatTheFunctionMayLeanOn) {
  const std::string call = "dial('a', 1)", named_call = "dial({ host: 'a', port: 1 });\n";
  EXPECT_EQ(named(by_pattern, call, was, {{{"src/unit.ts", "export const unit = 1;\n"}}}), "");
  EXPECT_EQ(named(by_pattern, call, was, {{{"src/unit.json", "1"}}}), "");
  const std::string asks = "import { unit } from './unit';\n";
  EXPECT_EQ(named(asks + by_pattern, call, asks + was, {{{"src/unit.ts", "export const unit = 1; // of dial\n"}}}), "");
  EXPECT_EQ(named(by_pattern, call, was, {{{"src/all.ts", "dial('b', 2);\n"}, {"package.json", "{}"}}}), named_call);
}

TEST(NamedArguments, OfATestAreItsOwn) {
  const LastCommit commit = {{{"src/dial.ts", was}}};
  auto one = said("test/use.ts(2,15): error TS2554: Expected 1 arguments, but got 2.",
                  {{"file", "test/use.ts"}, {"line", "2"}, {"column", "6"}});
  const Files files = {{"src/dial.ts", by_pattern},
                       {"test/use.ts", "import { dial } from '../src/dial';\ndial('a', 1);\n"}};
  EXPECT_TRUE(mended("js.name-arguments", tree_of(files), diagnosis_of({one}), commit).empty());
}

}  // namespace
}  // namespace regreen::story
