#include "story.h"

namespace regreen::story {
namespace {

const std::string tags = "from typing import Set\n\n\ndef tags(text: str) -> Set[str]:\n    return set(text.split())\n";
const std::string line = "E       AssertionError: assert ['rain', 'bergen'] == ['bergen', 'rain']";

// The test's file afterwards; the failing line is its fifth.
std::string compared(const std::string& assertion, const std::string& source = tags,
                     const std::string& message = line) {
  const Files files = {{"cloud/__init__.py", "from cloud.tags import tags\n"},
                       {"cloud/tags.py", source},
                       {"tests/test_tags.py", "from cloud import tags\n\n\ndef test_tags():\n    " + assertion + "\n"}};
  auto one = said(message, {});
  one.locations = {Location{"tests/test_tags.py", 5, 0}};
  const auto after = mended("tests.compare-set", files, one);
  if (after.empty()) return "nothing";
  const auto& text = after.at("tests/test_tags.py");
  const auto begin = text.find("    ") + 4;
  return text.substr(begin, text.size() - begin - 1);
}

TEST(ComparedSet, IsComparedAsWhatItIs) {
  EXPECT_EQ(compared("assert list(tags(\"rain bergen\")) == [\"bergen\", \"rain\"]"),
            "assert tags(\"rain bergen\") == {\"bergen\", \"rain\"}");
  EXPECT_EQ(compared("assert [\"bergen\", \"rain\"] == list(tags(\"rain bergen\"))"),
            "assert {\"bergen\", \"rain\"} == tags(\"rain bergen\")");
  EXPECT_EQ(compared("self.assertEqual(list(tags(\"rain bergen\")), ['bergen', 'rain'])", tags,
                     "AssertionError: Lists differ: ['rain', 'bergen'] != ['bergen', 'rain']"),
            "self.assertEqual(tags(\"rain bergen\"), {'bergen', 'rain'})");
  EXPECT_EQ(compared("self.assertListEqual(list(tags(\"rain bergen\")), ['bergen', 'rain'])", tags,
                     "AssertionError: Lists differ: ['rain', 'bergen'] != ['bergen', 'rain']"),
            "self.assertSetEqual(tags(\"rain bergen\"), {'bergen', 'rain'})");
  EXPECT_EQ(compared("assert list(tags(1)) == ['bergen', 'rain']", replace_all(tags, "Set[str]", "frozenset")),
            "assert tags(1) == {'bergen', 'rain'}");
}

TEST(ComparedSet, WhatIsNotSaidToBeASetHasAnOrder) {
  const std::string assertion = "assert list(tags(1)) == ['bergen', 'rain']";
  for (const auto* type : {"List[str]", "Iterable[str]", "OrderedSet[str]", "Optional[Set[str]]", "Set[str] | list",
                           "\"Set[str]\"", "dict[str, set]"})
    EXPECT_EQ(compared(assertion, replace_all(tags, "Set[str]", type)), "nothing") << type;
  EXPECT_EQ(compared(assertion, replace_all(tags, " -> Set[str]", "")), "nothing");
  EXPECT_EQ(compared(assertion, replace_all(tags, "def tags", "@in_order\ndef tags")), "nothing");
  EXPECT_EQ(compared(assertion, "from other import tags\n"), "nothing");
}

TEST(ComparedSet, OtherComparisonsStay) {
  for (const auto* assertion :
       {"assert list(tags(1)) == expected", "assert list(tags(1)) == ['rain', 'rain']",
        "assert list(tags(1)) == [a, b]", "assert list(tags(1))[0] == ['bergen', 'rain']",
        "assert list(others(1)) == ['bergen', 'rain']", "assert list(map(str, tags(1))) == ['bergen', 'rain']",
        "assert sorted(tags(1)) == ['bergen', 'rain']", "assert list(tags(1)) == ['bergen', 'rain'] + more",
        "check(list(tags(1)), ['bergen', 'rain'])"})
    EXPECT_EQ(compared(assertion), "nothing") << assertion;
  const std::string assertion = "assert list(tags(1)) == ['bergen', 'rain']";
  EXPECT_EQ(compared(assertion, tags, "E   AssertionError: assert ['rain', 'oslo'] == ['bergen', 'rain']"), "nothing");
  EXPECT_EQ(compared(assertion, tags, "E   AssertionError: assert ['rain'] == ['bergen', 'rain']"), "nothing");
  EXPECT_EQ(compared(assertion, tags, "E   TypeError: unhashable type: 'list'"), "nothing");
}

}  // namespace
}  // namespace regreen::story
