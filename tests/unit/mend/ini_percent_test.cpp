#include "story.h"

namespace regreen::story {
namespace {

Occurrence lone(const std::string& rest, std::vector<std::string> before = {}) {
  auto one = said("configparser.InterpolationSyntaxError: '%' must be followed by '%' or '(', found: '" + rest + "'",
                  {{"actual", rest}});
  one.before = std::move(before);
  return one;
}

std::string mended_ini(const std::string& text, Occurrence occurrence, Files others = {}) {
  others["app.ini"] = text;
  const auto after = mended("ini.double-percent", others, std::move(occurrence));
  return after.contains("app.ini") ? after.at("app.ini") : "nothing";
}

TEST(IniPercent, IsDoubledInTheValueThatWasRead) {
  EXPECT_EQ(mended_ini("[a]\nroot = %(x)s\nfull = 90%\nname = b-%%Y\n", lone("%")),
            "[a]\nroot = %(x)s\nfull = 90%%\nname = b-%%Y\n");
  EXPECT_EQ(mended_ini("[a]\r\nurl: postgres://u:p%40ss@h/%(db)s?x=%20\r\n", lone("%40ss@h/%(db)s?x=%20")),
            "[a]\r\nurl: postgres://u:p%%40ss@h/%(db)s?x=%%20\r\n");
  const auto shown = std::vector<std::string>{"option = 'full', accum = ['90'], rest = '%', section = 'b'"};
  EXPECT_EQ(mended_ini("[a]\nFull = 90%\n[b]\nFull = 80%\nother = 1%\n", lone("%", shown)),
            "[a]\nFull = 90%\n[b]\nFull = 80%%\nother = 1%\n");
  EXPECT_EQ(mended_ini("[DEFAULT]\nfull = 90%\n[b]\n", lone("%", shown)), "[DEFAULT]\nfull = 90%%\n[b]\n");
}

TEST(IniPercent, IsDoubledInAllFilesThatSayTheSame) {
  const auto after =
      mended("ini.double-percent", Files{{"a.ini", "[a]\nx = 5%\n"}, {"b.conf", "[a]\nx = 7%\n"}}, lone("%"));
  EXPECT_EQ(after.size(), 2U);
}

TEST(IniPercent, StaysWhereItIsNotKnownWhichIsMeant) {
  EXPECT_EQ(mended_ini("[a]\nfull = 90%\nhalf = 45%\n", lone("%")), "nothing");
  EXPECT_EQ(mended_ini("[a]\ndate = %Y\n", lone("%")), "nothing");
  EXPECT_EQ(mended_ini("[a]\n# full = 90%\nfull = 90%%\n", lone("%")), "nothing");
  EXPECT_TRUE(
      mended("ini.double-percent", Files{{"pytest.ini", "[pytest]\nlog_date_format = %Y\n"}}, lone("%Y")).empty());
  EXPECT_TRUE(mended("ini.double-percent", Files{{"tests/data/bad.ini", "[a]\nx = 5%\n"}}, lone("%")).empty());
}

}  // namespace
}  // namespace regreen::story
