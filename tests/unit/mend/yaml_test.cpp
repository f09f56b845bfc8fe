#include "mend/format/yaml_check.h"
#include "story.h"

namespace regreen::story {
namespace {

// A report as yamllint prints it: one occurrence per error line, with the lines around it.
Diagnosis report(const std::vector<std::string>& lines) {
  std::vector<Occurrence> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!contains(lines[i], " error ")) continue;
    auto one = said(lines[i], {});
    one.before.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i));
    one.after.assign(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end());
    all.push_back(std::move(one));
  }
  return diagnosis_of(std::move(all));
}

TEST(YamlCheck, ADocumentThatBeginsWithNothingIsAMistake) {
  for (const auto* text : {",", ",2]\n- c: d\n", "# x\n, a: 1\n"}) {
    const auto mistake = first_yaml_mistake(text);
    ASSERT_TRUE(mistake) << text;
    EXPECT_EQ(mistake->line, *text == '#' ? 2U : 1U);
  }
  for (const auto* text : {"", "a: 1\n", "a\n---\nb\n", "---\n---\n", "---\na: 1\n...\n---\n"})
    EXPECT_FALSE(first_yaml_mistake(text)) << text;
}

TEST(YamlFormat, EverythingThatTwoFilesLack) {
  const Files before = {
      {"values/dev.yaml", "replicas: 1\nimage: {repo: acme/web,tag: dev}\nenv: []\n"},
      {"values/prod.yaml",
       "replicas: 3   \nimage:\n    repo: acme/web\n    tag: 1.2.0\n\n\n\n\nenv:\n  - name: MODE\n    value: prod"}};
  const auto diagnosis =
      report({"values/dev.yaml", "  2:24      error    too few spaces after comma  (commas)", "", "values/prod.yaml",
              "  1:12      error    trailing spaces  (trailing-spaces)",
              "  8:1       error    too many blank lines (4 > 2)  (empty-lines)",
              "  10:3      error    wrong indentation: expected 4 but found 2  (indentation)",
              "  11:16     error    no new line character at the end of file  (new-line-at-end-of-file)"});
  EXPECT_EQ(mended("yaml.fix-format", before, diagnosis),
            (Files{{"values/dev.yaml", "replicas: 1\nimage: {repo: acme/web, tag: dev}\nenv: []\n"},
                   {"values/prod.yaml",
                    "replicas: 3\nimage:\n    repo: acme/web\n    tag: 1.2.0\n\n\nenv:\n    - name: MODE\n      value: "
                    "prod\n"}}));
}

TEST(YamlFormat, ABlockMovesAsAWholeAndSiblingsOnlyOnce) {
  const Files before = {
      {"a.yml", "jobs:\n  list:\n  - a: 1\n    b: |\n      text\n        more\n\n  - c: 2\n  other: x\n"}};
  const auto diagnosis =
      report({"a.yml", "  3:3       error    wrong indentation: expected 4 but found 2  (indentation)",
              "  8:3       error    wrong indentation: expected 4 but found 2  (indentation)"});
  // `other` stands at the level of the list's wrong indentation; it must not move along.
  EXPECT_EQ(
      mended("yaml.fix-format", before, diagnosis),
      (Files{{"a.yml",
              "jobs:\n  list:\n    - a: 1\n      b: |\n        text\n          more\n\n    - c: 2\n  other: x\n"}}));
}

TEST(YamlFormat, BlanksAroundSigns) {
  const Files before = {{"a.yml", "a:   1\nb : 2\nc: { x: 1 }\nd: [ 1 ,2]\ne: 3 #no\n-   kept: no\n"}};
  const Files valid = {{"a.yml", "a:   1\nb : 2\nc: { x: 1 }\nd: [ 1 ,2]\nl:\n  -   x: 1\n      y: 2\n"}};
  const auto diagnosis = report(
      {"a.yml", "  1:5  error  too many spaces after colon  (colons)",
       "  2:2  error  too many spaces before colon  (colons)", "  3:5  error  too many spaces inside braces  (braces)",
       "  3:10  error  too many spaces inside braces  (braces)",
       "  4:5  error  too many spaces inside brackets  (brackets)",
       "  4:7  error  too many spaces before comma  (commas)", "  4:9  error  too few spaces after comma  (commas)",
       "  6:6  error  too many spaces after hyphen  (hyphens)"});
  EXPECT_TRUE(mended("yaml.fix-format", before, diagnosis).empty());  // does not parse: not ours
  EXPECT_EQ(mended("yaml.fix-format", valid, diagnosis),
            (Files{{"a.yml", "a: 1\nb: 2\nc: {x: 1}\nd: [1, 2]\nl:\n  - x: 1\n    y: 2\n"}}));
}

TEST(YamlFormat, WarningsAreOnlyTheSecondChoice) {
  const auto tree = tree_of({{"a.yml", "#x\na: 1 \n"}});
  const auto patches = candidates("yaml.fix-format", tree,
                                  report({"a.yml", "  1:2       warning  missing starting space in comment  (comments)",
                                          "  2:5       error    trailing spaces  (trailing-spaces)",
                                          "  2:1       warning  missing document start \"---\"  (document-start)"}));
  ASSERT_EQ(patches.size(), 2u);
  EXPECT_EQ(patches[0].changes[0].after, "#x\na: 1\n");
  EXPECT_EQ(patches[1].changes[0].after, "# x\n---\na: 1\n");
}

TEST(YamlFormat, NothingThatChangesAValue) {
  const Files before = {{"a.yml", "a: |\n  x  \n  y\n"}};
  EXPECT_TRUE(
      mended("yaml.fix-format", before, report({"a.yml", "  2:4  error  trailing spaces  (trailing-spaces)"})).empty());
  EXPECT_TRUE(mended("yaml.fix-format", before,
                     report({"../../etc/passwd.yml", "  1:4  error  trailing spaces  (trailing-spaces)"}))
                  .empty());
}

std::string quoted(const std::string& text, std::size_t line) {
  auto one = said("yaml.scanner.ScannerError: mapping values are not allowed here",
                  {{"detail", "mapping values are not allowed here"}});
  one.after = {"  in \"ci.yml\", line " + std::to_string(line) + ", column 12"};
  const auto after = mended("yaml.quote-colon", Files{{"ci.yml", text}}, one);
  return after.empty() ? "" : after.at("ci.yml");
}

TEST(YamlQuote, AValueWithAColonIsQuoted) {
  EXPECT_EQ(quoted("name: shop: basket  # why\non: push\n", 1), "name: \"shop: basket\"  # why\non: push\n");
  EXPECT_EQ(quoted("steps:\r\n  - run: echo \"a: b\"\r\n  - x: 1\r\n", 2),
            "steps:\r\n  - run: 'echo \"a: b\"'\r\n  - x: 1\r\n");
  EXPECT_EQ(quoted("a: b: c\nd: e: f\n", 1), "a: \"b: c\"\nd: \"e: f\"\n");
}

TEST(YamlQuote, CharactersThatBeginNothing) {
  EXPECT_EQ(quoted("a: @x\nb: 1\n", 1), "a: \"@x\"\nb: 1\n");
  EXPECT_EQ(quoted("a: {{ name }}/x\n", 1), "a: \"{{ name }}/x\"\n");
}

TEST(YamlQuote, AKeyMovesToWhereItsBlockStandsRight) {
  EXPECT_EQ(quoted("a:\n  web:\n    image: x\n    ports:\n      - 1\n   db:\n    image: y\n", 6),
            "a:\n  web:\n    image: x\n    ports:\n      - 1\n  db:\n    image: y\n");
}

TEST(YamlQuote, WhatWasMeantForAListIsTheSecondWay) {
  const std::string text = "soup:\n  -leek\n  -pea\nrange:\n  -1\nnote: today: fish\n";
  auto one = said("yaml.scanner.ScannerError: mapping values are not allowed here", {});
  one.after = {"  in \"ci.yml\", line 6, column 12"};
  const auto ways = candidates("yaml.quote-colon", tree_of({{"ci.yml", text}}), diagnosis_of({one}));
  ASSERT_EQ(ways.size(), 2u);
  EXPECT_EQ(ways[0].changes.at(0).after, "soup:\n  -leek\n  -pea\nrange:\n  -1\nnote: \"today: fish\"\n");
  EXPECT_EQ(ways[1].changes.at(0).after, "soup:\n  - leek\n  - pea\nrange:\n  -1\nnote: \"today: fish\"\n");
}

TEST(YamlQuote, TabsAndAMissingBlank) {
  EXPECT_EQ(quoted("a:\n\tb: 1\n", 2), "a:\n  b: 1\n");
  EXPECT_EQ(quoted("a:\n  b: 1\n  c:2\n  d: 3\n", 4), "a:\n  b: 1\n  c: 2\n  d: 3\n");
}

TEST(YamlTabs, AreAsWideAsTheLinesAroundThemSay) {
  EXPECT_EQ(quoted("a:\n  - b: 1\n    c:\n      d: 1\n\t  e: 2\n", 5),
            "a:\n  - b: 1\n    c:\n      d: 1\n      e: 2\n");
  EXPECT_EQ(quoted("a:\n\tb:\n\t\tc: 1\n\td: 2\n", 2), "a:\n  b:\n    c: 1\n  d: 2\n");
  EXPECT_EQ(quoted("x:\n    y: 1\na:\n\tb: 1\n", 4), "x:\n    y: 1\na:\n    b: 1\n");
}

TEST(YamlTabs, StayWhereTheirWidthDecidesWhatIsMeant) {
  EXPECT_EQ(quoted("a:\n  b:\n    c: 1\n\td: 2\n", 4), "");
  EXPECT_EQ(quoted("a:\n  b:\n    c: 1\n\t  d: 2\n", 4), "") << "no row stands behind four columns and two";
}

TEST(YamlTabs, OfATextStay) {
  EXPECT_EQ(quoted("m: |\n  all:\n  \techo\nn:\n\to: 1\n", 5), "m: |\n  all:\n  \techo\nn:\n  o: 1\n");
}

TEST(YamlQuote, AQuoteThatIsNeverClosedIsClosedAtItsLineEnd) {
  EXPECT_EQ(quoted("greeting: \"good day\ncount: 2\n", 3), "greeting: \"good day\"\ncount: 2\n");
  EXPECT_EQ(quoted("a:\n  - 'one\n  - 'two'\n", 3), "a:\n  - 'one'\n  - 'two'\n");
}

TEST(YamlQuote, WhatParsesOrCannotBeKnownStays) {
  EXPECT_EQ(quoted("a: 'b: c'\n", 1), "");
  EXPECT_EQ(quoted("a: [1, 2\nb: 3\n", 1), "");
}

TEST(YamlQuote, ComesToAnEndInLongTexts) {
  std::string row = "a:\n", quotes = "a:\n";
  for (int i = 0; i < 3'000; ++i) {
    row += "  - b: c\n";
    quotes += "  k" + std::to_string(i) + ": 'x\n";
  }
  EXPECT_TRUE(quoted(row + " - d\n}{\n", 3'002).empty());
  EXPECT_TRUE(quoted(quotes + "}\n", 3'002).empty());
}

TEST(YamlCheck, TheSameDocuments) {
  EXPECT_TRUE(same_yaml("a: {b: 1}\n", "a:\n  b: 1\n"));
  EXPECT_FALSE(same_yaml("a: 1\n", "a: '1'\n"));
  EXPECT_FALSE(same_yaml("a: 1\n", "a: 2\n"));
  EXPECT_FALSE(same_yaml("a: [\n", "a: [\n"));
}

TEST(YamlCheck, TheSameTextsInOtherQuotes) {
  const auto same = [](const std::string& one, const std::string& other) {
    EXPECT_FALSE(one != other && same_yaml(one, other));
    return same_yaml(one, other, Quotes::any);
  };
  EXPECT_TRUE(same("a: some text, too\n", "a: \"some text, too\"\n"));
  EXPECT_TRUE(same("a: 'x'\nb: 1.2.3\n", "'a': x\nb: '1.2.3'\n"));
  EXPECT_FALSE(same("a: it's\n", "a: its\n"));
  EXPECT_FALSE(same("a: {b: c, d: true}\n", "a: {b: \"c, d: true\"}\n"));
  for (const std::string plain : {"yes", "1", "1.5", "0x1F", "~", "2020-01-01", "1e3", "1:30", ".5"})
    EXPECT_FALSE(same("a: " + plain + "\n", "a: '" + plain + "'\n")) << plain << " is no text";
}

TEST(YamlFormat, AKeySaidTwiceAlikeGoesOnce) {
  const auto after = [](const std::string& text, const std::string& line) {
    auto one = said("  " + line + "       error    duplication of key \"retries\" in mapping  (key-duplicates)", {});
    one.before = {"a.yml"};
    const auto files = mended("yaml.fix-format", Files{{"a.yml", text}}, one);
    return files.empty() ? "nothing" : files.at("a.yml");
  };
  EXPECT_EQ(after("a: 1\nretries: 3\nb: 2\nretries: 3\n", "4:1"), "a: 1\nretries: 3\nb: 2\n");
  EXPECT_EQ(after("a: 1\nretries: 3\nb: 2\nretries: 4\n", "4:1"), "nothing");
}

TEST(YamlValue, ThatLooksOctalIsQuoted) {
  const std::string tasks = "- file:\n    path: /a0755\n    mode: 0755\n- copy: {mode: 0640, dest: x}\n";
  const auto found =
      report({"roles/a/tasks/main.yml", "  3:15      error    forbidden implicit octal value \"0755\"  (octal-values)",
              "  4:20      error    forbidden implicit octal value \"0640\"  (octal-values)"});
  EXPECT_EQ(mended("yaml.fix-format", {{"roles/a/tasks/main.yml", tasks}}, found),
            (Files{{"roles/a/tasks/main.yml",
                    "- file:\n    path: /a0755\n    mode: \"0755\"\n- copy: {mode: \"0640\", dest: x}\n"}}));
}

TEST(YamlValue, LeavesTheOtherFindingsOfItsLineWhereTheyAre) {
  const std::string file = "roles/a/tasks/main.yml";
  const auto found = report({file, "  3:3       error    wrong indentation: expected 4 but found 2  (indentation)",
                             "  3:15      error    forbidden implicit octal value \"0755\"  (octal-values)",
                             "  3:16      error    too few spaces before comment: expected 2  (comments)"});
  EXPECT_EQ(mended("yaml.fix-format", {{file, "a:\n  b:\n  - mode: 0755 # x\n"}}, found),
            (Files{{file, "a:\n  b:\n    - mode: \"0755\"  # x\n"}}));
}

TEST(YamlValue, IsANumberWhereKubernetesWantsOne) {
  const auto manifest = [](const std::string& mode) {
    return "apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - secret: {defaultMode: " + mode + "}\n";
  };
  const auto found =
      report({"pod.yaml", "  5:33      error    forbidden implicit octal value \"0440\"  (octal-values)"});
  EXPECT_EQ(mended("yaml.fix-format", {{"pod.yaml", manifest("0440")}}, found), (Files{{"pod.yaml", manifest("288")}}));
}

TEST(YamlValue, StaysWhereAProgramMayCountWithIt) {
  const auto found = report({"a.yml", "  1:11      error    forbidden implicit octal value \"0027\"  (octal-values)"});
  const Files other = {{"a.yml", "building: 0027\n"}};
  EXPECT_TRUE(
      mended("yaml.fix-format", other, report({"a.yml", "  1:15  error  forbidden implicit octal value \"0027\""}))
          .empty())
      << "whoever reads it may count with it";
  const Files files = {{"a.yml", "umask: 0027\n"}, {"a.py", "os.umask(settings['umask'])\n"}};
  EXPECT_TRUE(mended("yaml.fix-format", files, found).empty());
  EXPECT_EQ(mended("yaml.fix-format", {{"a.yml", "umask: 0027\n"}}, found), (Files{{"a.yml", "umask: \"0027\"\n"}}));
}

TEST(YamlValue, HasTheQuotesThatAreAskedFor) {
  const auto found =
      report({"a.yml", "  1:4       error    string value is not quoted with double quotes  (quoted-strings)",
              "  2:4       error    string value is not quoted with double quotes  (quoted-strings)",
              "  3:4       error    string value is not quoted with double quotes  (quoted-strings)"});
  EXPECT_EQ(mended("yaml.fix-format", {{"a.yml", "a: some text # why\nb: 'x'\nc: 'say \"y\"'\n"}}, found),
            (Files{{"a.yml", "a: \"some text\" # why\nb: \"x\"\nc: 'say \"y\"'\n"}}));
  const auto inside =
      report({"a.yml", "  2:9       error    string value is not quoted with double quotes  (quoted-strings)"});
  EXPECT_TRUE(mended("yaml.fix-format", {{"a.yml", "a: {\n  name: foo, on: true}\n"}}, inside).empty())
      << "which of it is the text?";
  const auto redundant =
      report({"a.yml", "  1:4       error    string value is redundantly quoted with any quotes  (quoted-strings)"});
  EXPECT_EQ(mended("yaml.fix-format", {{"a.yml", "a: 'x'\n"}}, redundant), (Files{{"a.yml", "a: x\n"}}));
}

}  // namespace
}  // namespace regreen::story
