// C++: views beside a `+` that takes none.

#include "mend/c/code/joined_view.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string view = "‘std::string_view’ {aka ‘std::basic_string_view<char>’}";
const std::string string = "‘std::string’ {aka ‘std::__cxx11::basic_string<char>’}";

// What becomes of a code whose `+` between `^` is refused for its sides.
std::string joined(std::string code, const std::string& left, const std::string& right) {
  const auto at = code.find('^');
  code.erase(at, 1);
  const auto error = "error: no match for ‘operator+’ (operand types are " + left + " and " + right + ")";
  const auto edits = joined_views(code, at, error);
  return edits.empty() ? "nothing" : std::string(apply_edits(code, edits).value());
}

TEST(JoinedView, BecomesAString) {
  EXPECT_EQ(joined("take(prefix + \"\" ^+ line);", string, view), "take(prefix + \"\" + std::string(line));");
  EXPECT_EQ(joined("all += line ^+ \"\";", view, "‘const char [2]’"), "all += std::string(line) + \"\";");
  EXPECT_EQ(joined("return a ^+ it->name(x).text[0] + b;", string, view), "nothing")
      << "of a function that is not there";
  EXPECT_EQ(joined("std::string f(std::string_view v) { return a ^+ it->name(x).text[0] + b; }", string, view),
            "std::string f(std::string_view v) { return a + std::string(it->name(x).text[0]) + b; }");
  EXPECT_EQ(joined("take(line ^+ other);", view, view), "take(std::string(line) + std::string(other));");
  EXPECT_EQ(joined("out << log::name ^+ ' ';", view, "‘char’"), "out << std::string(log::name) + ' ';");
}

TEST(JoinedView, OfClangToo) {
  const std::string code = "take(a + line);";
  const auto edits = joined_views(code, 7,
                                  "error: invalid operands to binary expression ('std::string' (aka "
                                  "'basic_string<char>') and 'std::string_view' (aka 'basic_string_view<char>'))");
  EXPECT_EQ(apply_edits(code, edits).value(), "take(a + std::string(line));");
}

TEST(JoinedView, StaysWhereItCannotBeToldOrIsKept) {
  EXPECT_EQ(joined("take(line ^+ 1);", view, "‘int’"), "nothing");
  EXPECT_EQ(joined("std::string_view all = line ^+ \"\";", view, "‘const char [2]’"), "nothing") << "it would dangle";
  EXPECT_EQ(joined("std::string_view f() { if (a) { return line ^+ \"\"; } }", view, "‘const char [2]’"), "nothing");
  EXPECT_EQ(joined("auto f = [](auto line) -> std::string_view { return line ^+ \"\"; };", view, "‘const char [2]’"),
            "nothing");
  EXPECT_EQ(joined("take(a ^+ (b ? c : d));", string, view), "nothing");
  EXPECT_EQ(joined("take(a ^+ b * c);", string, view), "nothing");
  EXPECT_EQ(joined("take(*line ^+ \"\");", view, "‘const char [2]’"), "nothing");
  EXPECT_EQ(joined("take(line ^+= \"\");", view, "‘const char [2]’"), "nothing");
}

}  // namespace
}  // namespace regreen::story
