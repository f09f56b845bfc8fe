// An attribute that the newest commit gave another name, and who asks for it by the old one.

#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

struct Project {
  std::string before = "class Rate:\n    def __init__(self, cents):\n        self.limit = cents\n";
  std::string today = "class Rate:\n    def __init__(self, cents):\n        self.bound = cents\n";
  std::string notes = "";
  Files others = {};
};

std::string caller_of(const Project& one) {
  Files files = {{"shop/__init__.py", ""},
                 {"shop/rate.py", one.today},
                 {"shop/bill.py", "def line(rate):\n    return rate.limit\n"},
                 {"CHANGELOG.md", one.notes}};
  files.insert(one.others.begin(), one.others.end());
  LastCommit commit;
  commit.before["shop/rate.py"] = one.before;
  auto missing = said("E       AttributeError: 'Rate' object has no attribute 'limit'", {{"symbol", "limit"}});
  missing.after = {"", "shop/bill.py:2: AttributeError"};
  const auto after = mended("python.follow-attribute", files, diagnosis_of({missing}), commit);
  return after.contains("shop/bill.py") ? after.at("shop/bill.py") : "nothing";
}

const std::string followed = "def line(rate):\n    return rate.bound\n";
const std::string told = "- `Rate.limit` is called `Rate.bound`\n";

TEST(RenamedAttribute, IsFollowedWhereNothingElseWasChanged) {
  EXPECT_EQ(caller_of({}), followed);
  EXPECT_EQ(caller_of({.today = replace_all(Project().today, "bound", "_limit")}), "nothing") << "set aside";
  EXPECT_EQ(caller_of({.today = replace_all(Project().today, "= cents", "= cents * 100")}), "nothing");
  const auto at_top = [](const std::string& text) { return replace_all(text, "= cents", "= CENTS"); };
  const Project same = {.before = "CENTS = 5\n" + at_top(Project().before),
                        .today = "CENTS = 5\n" + at_top(Project().today)};
  EXPECT_EQ(caller_of(same), followed);
  EXPECT_EQ(caller_of({.before = same.before, .today = replace_all(same.today, "5", "500")}), "nothing");
  const auto scaled = [](const std::string& text, const std::string& by) {
    return "def scaled(c):\n    return c" + by + "\n\n\n" + replace_all(text, "= cents", "= scaled(cents)");
  };
  EXPECT_EQ(caller_of({.before = scaled(Project().before, ""), .today = scaled(Project().today, "")}), followed);
  EXPECT_EQ(caller_of({.before = scaled(Project().before, ""), .today = scaled(Project().today, " * 100")}), "nothing");
}

TEST(RenamedAttribute, IsFollowedAsNotesTellWhereItIsTheSame) {
  const auto more = Project().today + "\n    def more(self):\n        return 1\n";
  EXPECT_EQ(caller_of({.today = more}), "nothing");
  EXPECT_EQ(caller_of({.today = more, .notes = told}), followed);
  EXPECT_EQ(caller_of({.today = replace_all(more, "= cents", "= cents * 100"), .notes = told}), "nothing");
  const auto with = [&](const std::string& before, const std::string& today) {
    return caller_of({.before = "class Rate:\n    limit = " + before + "\n",
                      .today = "class Rate:\n    bound = " + today + "\n    more = 1\n",
                      .notes = told});
  };
  EXPECT_EQ(with("'http://a'", "'amqp://b'"), followed);
  EXPECT_EQ(with("5", "5000"), "nothing");
  EXPECT_EQ(with("'5'", "'5000'"), "nothing");
}

TEST(RenamedAttribute, StaysWhereATemplateAsksForIt) {
  const auto with = [](const std::string& path, const std::string& text) {
    return caller_of({.others = {{path, text}}});
  };
  EXPECT_EQ(with("bill.html", "<p>{{ rate.limit }}</p>\n"), "nothing");
  EXPECT_EQ(with("bill.txt", "To pay: {{ rate.limit }}\n"), "nothing");
  EXPECT_EQ(with("README.md", "It has a rate.limit.\n"), followed);
}

TEST(RenamedAttribute, IsNotThatOfAnotherClassOfTheName) {
  const auto with = [](const std::string& text) { return caller_of({.others = {{"shop/stock.py", text}}}); };
  EXPECT_EQ(with("from shop.rate import Rate\n\nONE = Rate(5)\n"), followed);
  EXPECT_EQ(with("from shop import rate\n\nONE = rate.Rate(5)\n"), followed);
  for (const std::string text :
       {"from far import Rate\n", "from far import Rate as R\n", "import far\n\nONE = far.Rate(5)\n",
        "import far.off\n\nONE = far.off.Rate(5)\n", "Other = type('Rate', (), {})\n", "class Rate:\n    pass\n"})
    EXPECT_EQ(with(text), "nothing") << text;
}

}  // namespace
}  // namespace regreen::story
