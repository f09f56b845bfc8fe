// js.fix-name: members that tsc proposes elsewhere. js.remove-unused: values that are only worked out.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence lacks(const std::string& file, std::size_t line, std::size_t column, const std::string& message) {
  return said(file + "(" + std::to_string(line) + "," + std::to_string(column) + "): error " + message, {},
              {{file, line, column}});
}

const std::string proposal = "TS2551: Property 'prise' does not exist on type 'Item'. Did you mean 'price'?";
const std::string bare = "TS2339: Property 'prise' does not exist on type 'Item'.";
const Files items = {
    {"src/item.ts", "export interface Item { price: number }\nexport const one: Item = { price: 1 };\n"},
    {"src/b.ts", "f(q.prise);\n"}};

// What a file says afterwards, of which tsc says `message` at a place, and of src/b.ts what to write.
std::string named(const std::string& text, std::size_t column, const std::string& message, const Files& more = {}) {
  Files files = items;
  files["src/a.ts"] = text;
  for (const auto& [file, content] : more) files[file] = content;
  const auto after = mended("js.fix-name", files,
                            diagnosis_of({lacks("src/a.ts", 1, column, message), lacks("src/b.ts", 1, 5, proposal)}));
  return after.contains("src/a.ts") ? after.at("src/a.ts") : "";
}

TEST(LackingMember, IsCalledAsTscProposesElsewhere) {
  EXPECT_EQ(named("const { prise } = q;\n", 9, bare), "const { price: prise } = q;\n");
  EXPECT_EQ(named("const { a, prise = 1 } = q;\n", 12, bare), "const { a, price: prise = 1 } = q;\n");
  EXPECT_EQ(named("const { prise: p } = q;\n", 9, bare), "const { price: p } = q;\n");
  EXPECT_EQ(named("const f = ({ prise }: Item) => prise;\n", 14, bare),
            "const f = ({ price: prise }: Item) => prise;\n");
}

TEST(LackingMember, KeepsTheVariableOfAShorthand) {
  const std::string literal =
      "TS2561: Object literal may only specify known properties, but 'prise' does not exist in type 'Item'. Did you "
      "mean to write 'price'?";
  EXPECT_EQ(named("return { prise };\n", 10, literal), "return { price: prise };\n");
  EXPECT_EQ(named("return { prise: a };\n", 10, literal), "return { price: a };\n");
}

TEST(LackingMember, StaysWhereAnotherTypeMayBeMeant) {
  const std::string text = "const { prise } = q;\n";
  EXPECT_EQ(named(text, 9, "TS2339: Property 'prise' does not exist on type 'Cart'."), "");
  EXPECT_EQ(named(text, 9, "TS2339: Property 'prise' does not exist on type '{ price: number; }'."), "");
  EXPECT_EQ(named(text, 9, bare, {{"src/c.ts", "type Item = { prize: number };\n"}}), "") << "two types of one name";
  EXPECT_EQ(named(text, 9, bare, {{"src/c.ts", "// type Item\n"}}), "const { price: prise } = q;\n");
}

std::string without(const std::string& text, std::size_t line = 1) {
  const auto after = mended("js.remove-unused", Files{{"src/a.ts", text}},
                            lacks("src/a.ts", line, 7, "TS6133: 'a' is declared but its value is never read."));
  return after.empty() ? "nothing" : after.at("src/a.ts");
}

TEST(UnusedScript, StaysWhereItsValueMayDoMoreThanAnswer) {
  for (const std::string value :
       {"b + f();", "b++;", "b = c;", "rows.map((r) => r.save());", "rows.map(save);", "rows.map((r) => { r.n = 1; });",
        "socket.join(b);", "tag`${b}`;", "new Timer(b) + 1;", "(x) => x + 1;", "Math.random() + b, c = 2;", "{ b: 1 };",
        "b + 1; f();", "-b\n(c)", "<Chart b={c} />;", "(await b) + 1;", "Math.max(1, f());"})
    EXPECT_EQ(without("const a = " + value + "\ng();\n"), "nothing") << value;
  EXPECT_EQ(without("// eslint-disable-next-line no-magic-numbers\nconst a = b + 99;\ng(88);\n", 2), "nothing");
  EXPECT_EQ(without("let a = b + 1;\na = 2;\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
