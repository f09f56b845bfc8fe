#include "deliver/form.h"

#include <gtest/gtest.h>

#include <array>

namespace regreen {
namespace {

constexpr auto known = std::to_array<ValueName>(
    {{"cause", ValueKind::quoted, 100}, {"lines", ValueKind::block, 100}, {"files", ValueKind::list, 100}, {"count"}});

Result<Form> parse(const std::string& text) { return Form::parse({"t.md", text}, known, 4000); }

std::string filled(const std::string& text, const Values& values) {
  const auto form = parse(text);
  return form ? form->fill(values) : form.error().message;
}

std::string mistake(const std::string& text) {
  const auto form = parse(text);
  return form ? "" : form.error().message;
}

TEST(Form, PutsValuesWhereTheirNamesStand) {
  EXPECT_EQ(filled("It is {{ cause }}, {{count}} times.\r\n\nEnd", {{"cause", "`x`"}, {"count", "3"}}),
            "It is `x`, 3 times.\n\nEnd\n");
  EXPECT_EQ(filled("a {{ cause }} b\n", {}), "a  b\n");
}

TEST(Form, KeepsSectionsOnlyWhereTheirValueIsThere) {
  const std::string text =
      "{{! of us }}\n{{# cause }}\nyes\n{{# count }}\nboth\n{{/ count }}\n{{/ cause }}\n{{^ cause }}\nno\n{{/ cause "
      "}}\n";
  EXPECT_EQ(filled(text, {{"cause", "`x`"}}), "yes\n");
  EXPECT_EQ(filled(text, {{"cause", "`x`"}, {"count", "1"}}), "yes\nboth\n");
  EXPECT_EQ(filled(text, {{"count", "1"}}), "no\n");
}

TEST(Form, TellsEveryMistakeWithItsLine) {
  EXPECT_EQ(mistake("{{ cuase }}\nfine\n{{ count\n"),
            "t.md:1: unknown value 'cuase' (known: cause, lines, files, count)\nt.md:3: '{{' is not closed");
  EXPECT_EQ(mistake("{{# cause }}\nx\n"), "t.md:2: 'cause' is not closed");
  EXPECT_EQ(mistake("{{/ cause }}\n"), "t.md:1: 'cause' is not open here");
  EXPECT_EQ(mistake("x {{# cause }}\n"), "t.md:1: '{{# cause}}' has to stand alone in its line");
  EXPECT_EQ(mistake("{{ }}"), "t.md:1: unknown value '' (known: cause, lines, files, count)");
  EXPECT_NE(mistake("\xff"), "");
  EXPECT_NE(mistake(std::string(40000, 'x')), "");
}

TEST(Form, RefusesATextThatCouldBecomeTooLong) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "{{ cause }}\n\n";
  EXPECT_EQ(mistake(text), "t.md: with its values it can become 4520 bytes, and 4000 are the most");
}

// Each of these would let what a log says leave its code span or block.
TEST(Form, RefusesAValueThatItsSurroundingsWouldOpen) {
  for (const char* text :
       {"`{{ cause }}", "`{{ cause }}`", "a ` b {{ cause }}", "a `\nb {{ cause }}", "{{ cause }}`", "\\{{ cause }}",
        "<b>{{ cause }}", "<details>\n{{ cause }}", "<details><summary>{{ cause }}</summary>", "[a]({{ cause }})",
        "[a]( {{ cause }} )", "[a](x \"{{ cause }}\")", "https://example.org/{{ cause }}", "@{{ cause }}",
        "#{{ cause }}", "{{ cause }}{{ cause }}", "${{ cause }}$", "<!-- {{ cause }} -->", "<!--\n\n{{ cause }}",
        "<PRE>\n\n{{ cause }}", "| {{ cause }} |", "{{ cause }}\n--|--", "> {{ lines }}", "  {{ lines }}",
        "a\n{{ lines }}", "{{ lines }} b", "- a\n\n{{ lines }}", "1. a\nb\n\n{{ lines }}", "[^1]: a\n\n{{ lines }}",
        "{{ count }}. a\n\n{{ lines }}", "{{ files }}\n\n{{ lines }}", "a {{ files }}", "<b>\n{{ files }}",
        // what is left out may bring two paragraphs together
        "`\n{{# count }}\n\n{{/ count }}\n{{ cause }}", "{{# count }}\na `\n{{/ count }}\n{{ cause }}",
        "- a\n{{# count }}\n\n# b\n{{/ count }}\n\n{{ lines }}", "a\n{{# count }}\n\n{{/ count }}\n{{ lines }}"})
    EXPECT_NE(mistake(text), "") << text;
}

TEST(Form, TakesValuesInOrdinaryText) {
  for (const char* text :
       {"### {{ cause }}", "**{{ cause }}** ({{ cause }}, {{ count }} %)", "- [ ] {{ cause }}", "> {{ cause }}",
        "`a`\n\n{{ cause }}", "<details>\n<summary>Lines</summary>\n\n{{ lines }}\n\n</details>",
        "- a\n\n# b\n\n{{ lines }}", "a\n\n{{ lines }}\nb", "{{ files }}\n\n# c\n\n{{ lines }}",
        "[a](https://example.org/{{ count }})", "{{ cause }} and `b` and <b>c</b>",
        "{{# lines }}\n{{ lines }}\n\n{{/ lines }}\n### a\n\n{{ files }}"})
    EXPECT_EQ(mistake(text), "") << text;
}

}  // namespace
}  // namespace regreen
