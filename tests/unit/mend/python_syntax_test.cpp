#include "story.h"

namespace regreen::story {
namespace {

constexpr std::string_view remedy = "python.fix-syntax";

Occurrence fault(std::size_t line, std::string message) {
  auto one = said(std::move(message), {});
  one.before = {"  File \"/usr/lib/python3.11/runpy.py\", line 86, in _run_code",
                "  File \"/home/runner/work/app/app/main.py\", line " + std::to_string(line), "    code", "    ^^^^"};
  return one;
}

// What becomes of a file when Python complains about a line of it; empty where nothing does.
std::string fixed(const std::string& text, std::size_t line, const std::string& message) {
  const auto after = mended(remedy, Files{{"main.py", text}}, fault(line, "SyntaxError: " + message));
  return after.empty() ? "" : after.at("main.py");
}

TEST(FixSyntax, TheMissingColonIsAdded) {
  EXPECT_EQ(fixed("def total(items)  # all\n    return sum(items)\n", 1, "expected ':'"),
            "def total(items):  # all\n    return sum(items)\n");
  EXPECT_EQ(fixed("if a(\n  1,\n)\n    pass\n", 3, "expected ':'"), "if a(\n  1,\n):\n    pass\n");
  EXPECT_EQ(fixed("try\r\n    x = {1: 2}\r\nexcept E:\r\n    pass\r\n", 1, "invalid syntax"),
            "try:\r\n    x = {1: 2}\r\nexcept E:\r\n    pass\r\n");
}

TEST(FixSyntax, AFieldOfAnFStringIsClosed) {
  EXPECT_EQ(fixed("x = f\"{a} and {b.c\"\n", 1, "f-string: expecting '}'"), "x = f\"{a} and {b.c}\"\n");
  EXPECT_EQ(fixed("x = f\"{a and so on\"\n", 1, "f-string: expecting '}'"), "");
}

TEST(FixSyntax, QuotesInFieldsBecomeTheOtherKindInTheWholeFile) {
  EXPECT_EQ(
      fixed("a = f\"{r[\"x\"]:>3} {r[\"y\"]}\".rstrip()\n# f\"{r[\"x\"]}\"\nb = f'{r['x']['y']}' + f\"{{\" + \"}\"\n",
            1, "f-string: unmatched '['"),
      "a = f\"{r['x']:>3} {r['y']}\".rstrip()\n# f\"{r[\"x\"]}\"\nb = f'{r[\"x\"][\"y\"]}' + f\"{{\" + \"}\"\n");
  EXPECT_EQ(fixed("a = f\"{r[\"x\"] + 'y'}\"\n", 1, "f-string: unmatched '['"), "a = f\"{r['x'] + 'y'}\"\n");
  EXPECT_EQ(fixed("a = f\"{r[\"it's\"]}\"\n", 1, "f-string: unmatched '['"), "");
}

TEST(FixSyntax, ColonsThatAreMissingFurtherBelowAreAddedToo) {
  EXPECT_EQ(fixed("def f(x)\n    if x == 1\n        return 2\n    return 3\n", 1, "expected ':'"),
            "def f(x):\n    if x == 1:\n        return 2\n    return 3\n");
}

TEST(FixSyntax, NamesOfPython2AreTheSecondChoice) {
  const auto patches =
      candidates(remedy, tree_of({{"main.py", "import ConfigParser\nfor k in d.iterkeys():\n    print unicode(k)\n"}}),
                 diagnosis_of({fault(3, "SyntaxError: Missing parentheses in call to 'print'")}));
  ASSERT_EQ(patches.size(), 2u);
  EXPECT_EQ(patches[0].changes[0].after, "import ConfigParser\nfor k in d.iterkeys():\n    print(unicode(k))\n");
  EXPECT_EQ(patches[1].changes[0].after,
            "import configparser as ConfigParser\nfor k in d.keys():\n    print(str(k))\n");
}

TEST(FixSyntax, PrintStatementsOfTheWholeFileBecomeCalls) {
  const std::string before =
      "import sys\ndef main(rows):\n    for row in rows:\n        print '%-10s %5.1f' % (row['name'], row['temp'])  # "
      "row\n"
      "        if row: print >>sys.stderr, 'odd', row\n    print\n    print 'a', 'b',\n    print (1), 2\n    "
      "print('kept')\n"
      "    text = \"print 'x'\"  # print 'y'\n    print >>sys.stderr\n";
  const std::string after =
      "import sys\ndef main(rows):\n    for row in rows:\n        print('%-10s %5.1f' % (row['name'], row['temp']))  # "
      "row\n"
      "        if row: print('odd', row, file=sys.stderr)\n    print()\n    print('a', 'b', end=\" \")\n    print((1), "
      "2)\n    print('kept')\n"
      "    text = \"print 'x'\"  # print 'y'\n    print(file=sys.stderr)\n";
  EXPECT_EQ(fixed(before, 4, "Missing parentheses in call to 'print'. Did you mean print(...)?"), after);
}

TEST(FixSyntax, OtherRemnantsOfPython2) {
  const std::string before =
      "try:\n    f(0777, 10L)\nexcept (IOError, OSError), e:\n    raise ValueError, \"bad: %s\" % `e`\nexcept "
      "KeyError, TypeError:\n    pass\n"
      "if a <> b:\n    exec code in space\n";
  const std::string after =
      "try:\n    f(0o777, 10)\nexcept (IOError, OSError) as e:\n    raise ValueError(\"bad: %s\" % repr(e))\nexcept "
      "(KeyError, TypeError):\n    pass\n"
      "if a != b:\n    exec(code, space)\n";
  EXPECT_EQ(fixed(before, 3, "multiple exception types must be parenthesized"), after);
}

TEST(FixSyntax, NamesThatOnlyLookLikeStatementsStay) {
  EXPECT_EQ(fixed("log.print(x)\nprint = 3\nx = 010\n", 3,
                  "leading zeros in decimal integer literals are not permitted; use an 0o prefix"),
            "log.print(x)\nprint = 3\nx = 0o10\n");
}

TEST(FixSyntax, TabsBecomeBlanksWhereTheyMixedWithBlanks) {
  const Files before = {{"tools/rows.py",
                         "def rows(data):\n    out = []\n    for r in data:\n\tif r:\n\t    out.append(r)\n    s = "
                         "\"\"\"\n\tkept\n\"\"\"\n    return out\n"}};
  EXPECT_EQ(mended(remedy, before,
                   said("Sorry: TabError: inconsistent use of tabs and spaces in indentation (rows.py, line 4)", {})),
            (Files{{"tools/rows.py",
                    "def rows(data):\n    out = []\n    for r in data:\n        if r:\n            out.append(r)\n    "
                    "s = \"\"\"\n\tkept\n\"\"\"\n    return out\n"}}));
}

TEST(FixSyntax, AnEditorsTabsOfFourColumnsAreRecognised) {
  EXPECT_EQ(fixed("class A:\n\tdef f(self):\n        return 1\n", 3,
                  "TabError: inconsistent use of tabs and spaces in indentation"),
            "class A:\n    def f(self):\n        return 1\n");
}

TEST(FixSyntax, IndentationFollowsTheBlockItBelongsTo) {
  EXPECT_EQ(fixed("def total(items):\nreturn sum(items)\n", 2,
                  "expected an indented block after function definition on line 1"),
            "def total(items):\n    return sum(items)\n");
  EXPECT_EQ(
      fixed("def todo():\n    # later\n\ndef done():\n    pass\n", 4, "IndentationError: expected an indented block"),
      "def todo():\n    # later\n    pass\n\ndef done():\n    pass\n");
  EXPECT_EQ(fixed("try:\n    f()\nexcept E:\n    # none\nelse:\n    g()\n", 5, "expected an indented block"),
            "try:\n    f()\nexcept E:\n    # none\n    pass\nelse:\n    g()\n");
  EXPECT_EQ(fixed("def todo():\n\ndef done():\n    pass\n", 3, "IndentationError: expected an indented block"), "")
      << "what stood there is lost";
  EXPECT_EQ(fixed("a = 1\n    b = 2\nc = 3\n", 2, "unexpected indent"), "a = 1\nb = 2\nc = 3\n");
  EXPECT_EQ(fixed("def f():\n    a = 1\n   return a\n", 3, "unindent does not match any outer indentation level"),
            "def f():\n    a = 1\n    return a\n");
}

TEST(FixSyntax, ABracketIsClosedWhereIndentationShowsItsEnd) {
  EXPECT_EQ(fixed("items = [1, 2, 3\nprint(items)\n", 1, "'[' was never closed"), "items = [1, 2, 3]\nprint(items)\n");
  EXPECT_EQ(fixed("x = f(\n    1,\n    2,\n\ny = 3\n", 1, "'(' was never closed"),
            "x = f(\n    1,\n    2,\n)\n\ny = 3\n");
  EXPECT_EQ(fixed("if f(g(1):  # why\n    pass\n", 1, "'(' was never closed"), "if f(g(1)):  # why\n    pass\n");
}

TEST(FixSyntax, AWrongBracketIsPutRight) {
  EXPECT_EQ(fixed("total = (1, 2}\n", 1, "closing parenthesis '}' does not match opening parenthesis '('"),
            "total = (1, 2)\n");
  EXPECT_EQ(fixed("x = f(1))\n", 1, "unmatched ')'"), "x = f(1)\n");
}

TEST(FixSyntax, TheOnlyPlaceForACommaGetsIt) {
  EXPECT_EQ(fixed("d = {\n    'a': 1\n    'b': 2,\n}\n", 2, "invalid syntax. Perhaps you forgot a comma?"),
            "d = {\n    'a': 1,\n    'b': 2,\n}\n");
  EXPECT_EQ(fixed("f(a b, c d)\n", 1, "invalid syntax. Perhaps you forgot a comma?"), "");
}

TEST(FixSyntax, AComparisonIsMeant) {
  EXPECT_EQ(fixed("if x = 1:\n    pass\n", 1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
            "if x == 1:\n    pass\n");
}

TEST(FixSyntax, AResultIsKeptWhereTheBlockUsesIt) {
  const std::string message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  EXPECT_EQ(fixed("while part = file.read(4):\n    use(part)\n", 1, message),
            "while part := file.read(4):\n    use(part)\n");
  EXPECT_EQ(fixed("while part = file.read(4):\n    use()\n", 1, message), "") << "a comparison, maybe";
  EXPECT_EQ(fixed("part = 1\nif part = first():\n    use(part)\n", 2, message), "") << "a comparison, maybe";
}

TEST(FixSyntax, AFunctionIsMadeAsyncWhereAllWaitForIt) {
  const auto becomes = [](const std::string& rest) {
    return fixed("def f(x):\n    return await x()\n" + rest, 2, "'await' outside async function").starts_with("async ");
  };
  for (const std::string rest : {"", "asyncio.run(f(x))\n", "async def g():\n    await gather(*[f(x) for x in y])\n"})
    EXPECT_TRUE(becomes(rest)) << rest;
  for (const std::string rest : {"y = f(x)\n", "register(f)\n", "async def g():\n    return [f(x)]\n"})
    EXPECT_FALSE(becomes(rest)) << rest;
}

TEST(FixSyntax, AMethodOfABaseStaysAsItIs) {
  const std::string method = "    def f(self):\n        return await self.x()\n";
  const auto fixed_in = [&](const std::string& head) {
    return fixed(head + method, 3, "'await' outside async function");
  };
  EXPECT_EQ(fixed_in("class A:\n"), "class A:\n    async def f(self):\n        return await self.x()\n");
  EXPECT_EQ(fixed_in("class A(Base):\n"), "");
}

TEST(FixSyntax, AStringGetsItsLastQuote) {
  EXPECT_EQ(fixed("name = 'unfinished\n", 1, "unterminated string literal (detected at line 1)"),
            "name = 'unfinished'\n");
  EXPECT_EQ(fixed("print(\"hello)\nx = 1\n", 1, "unterminated string literal (detected at line 1)"),
            "print(\"hello\")\nx = 1\n");
}

TEST(FixSyntax, QuotesInsideAnFStringBecomeTheOtherKind) {
  const auto after = candidates(remedy, tree_of({{"main.py", "x = f\"{row[\"name\"]} {b}\"\n"}}),
                                diagnosis_of({fault(1, "SyntaxError: f-string: expecting '}'")}));
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].changes[0].after, "x = f\"{row['name']} {b}\"\n");
}

TEST(FixSyntax, TypographicCharactersBecomePlainOnes) {
  EXPECT_EQ(fixed("x = \xE2\x80\x9Chi\xE2\x80\x9D  # \xE2\x80\x9Ckept\xE2\x80\x9D\n", 1, "invalid character"),
            "x = \"hi\"  # \xE2\x80\x9Ckept\xE2\x80\x9D\n");
  EXPECT_EQ(fixed("x\xC2\xA0= 1\n", 1, "invalid non-printable character U+00A0"), "x = 1\n");
}

TEST(FixSyntax, AWindowsPathBecomesRaw) {
  EXPECT_EQ(
      fixed("s = \"C:\\Users\\new\"\n", 1, "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-3"),
      "s = r\"C:\\Users\\new\"\n");
}

TEST(FixSyntax, WordsOfOtherLanguages) {
  EXPECT_EQ(fixed("if a && b || c:\n    pass\n", 1, "invalid syntax"), "if a and b or c:\n    pass\n");
  EXPECT_EQ(fixed("if a:\n    pass\nelse if b:\n    pass\n", 3, "expected ':'"),
            "if a:\n    pass\nelif b:\n    pass\n");
  EXPECT_EQ(fixed("if a:\n    i++\n", 2, "invalid syntax"), "if a:\n    i += 1\n");
}

TEST(FixSyntax, WhatNobodyCanKnowStays) {
  EXPECT_EQ(fixed("return 5\n", 1, "'return' outside function"), "");
  EXPECT_EQ(fixed("x = (((\ny = [\n", 1, "'(' was never closed"), "");
  EXPECT_TRUE(mended(remedy, Files{{"main.py", "x = 1\n"}},
                     said("SyntaxError: invalid syntax", {{"file", "../../etc/passwd"}, {"line", "1"}}))
                  .empty());
}

}  // namespace
}  // namespace regreen::story
