// C++: views beside a `+` that takes none.

#include "base/text.h"
#include "mend/c/code/joined_view.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string view = "‘std::string_view’ {aka ‘std::basic_string_view<char>’}";
const std::string string = "‘std::string’ {aka ‘std::__cxx11::basic_string<char>’}";

// What becomes of a code whose `+` between `^` is refused for its sides, beside a header.
std::string joined(std::string code, const std::string& left, const std::string& right,
                   const std::string& header = "") {
  const auto at = code.find('^');
  code.erase(at, 1);
  const auto error = "error: no match for ‘operator+’ (operand types are " + left + " and " + right + ")";
  const auto tree = tree_of({{"a.cpp", code}, {"a.hpp", header}});
  const auto edits = joined_views(code, at, error, ViewTakers(tree));
  return edits.empty() ? "nothing" : std::string(apply_edits(code, edits).value());
}

// The same of a statement of a function that joins a string `a` and a view `v`, and knows more of a header.
std::string in_function(const std::string& statement, const std::string& header = "") {
  const std::string head = "void f(std::string a, std::string_view v, std::ostream& out) { ", end = " }";
  const auto all = joined(head + statement + end, string, view, header);
  return all == "nothing" ? all : all.substr(head.size(), all.size() - head.size() - end.size());
}

TEST(JoinedView, BecomesAString) {
  EXPECT_EQ(joined("all += line ^+ \"\";", view, "‘const char [2]’"), "all += std::string(line) + \"\";");
  EXPECT_EQ(joined("return a ^+ it->name(x).text[0] + b;", string, view), "nothing")
      << "of a function that is not there";
  EXPECT_EQ(joined("std::string f(std::string_view v) { return a ^+ it->name(x).text[0] + b; }", string, view),
            "std::string f(std::string_view v) { return a + std::string(it->name(x).text[0]) + b; }");
  EXPECT_EQ(joined("auto all = line ^+ other;", view, view), "auto all = std::string(line) + std::string(other);");
  EXPECT_EQ(joined("std::cout << log::name ^+ ' ';", view, "‘char’"), "std::cout << std::string(log::name) + ' ';");
}

TEST(JoinedView, OfClangToo) {
  const std::string code = "all += a + line;";
  const auto tree = tree_of({});
  const auto edits = joined_views(code, 9,
                                  "error: invalid operands to binary expression ('std::string' (aka "
                                  "'basic_string<char>') and 'std::string_view' (aka 'basic_string_view<char>'))",
                                  ViewTakers(tree));
  EXPECT_EQ(apply_edits(code, edits).value(), "all += a + std::string(line);");
}

TEST(JoinedView, IsATextOfItsOwnOrUsedUp) {
  const std::string takers = "struct Bad { explicit Bad(std::string_view); }; void log(std::string_view);";
  for (const std::string statement :
       {"const std::string x = \"\" + a ^+ v;", "std::string x(a ^+ v);", "const auto& x = a ^+ v + 'c';",
        "if (a == v) a = a ^+ v;", "std::string x; for (;;) { x = a ^+ v; }", "for (;;) out << 1 << a ^+ v;",
        "a.append(a ^+ v, 1);", "throw std::runtime_error(a ^+ v);", "throw Bad(a ^+ v);", "if (x) log(a ^+ v);",
        "all.log(1, a ^+ v);"}) {
    auto right = statement;
    right.replace(right.find("^+ v"), 4, "+ std::string(v)");
    EXPECT_EQ(in_function(statement, takers), right);
  }
}

TEST(JoinedView, StaysWhereAViewCouldOutliveIt) {
  for (const std::string statement :
       {"label_ = a ^+ v;", "all_.push_back(a ^+ v);", "const Tag tag(a ^+ v);", "std::string_view x; x = a ^+ v;",
        "std::string x; { std::string_view x; x = a ^+ v; }", "{ std::string x; } x = a ^+ v;",
        "auto x = b ? v : a ^+ v;", "each([](std::string x) {}); x = a ^+ v;", "it->x = a ^+ v;",
        "auto x = part(a ^+ v);", "return a ^+ v;", "auto g = [](auto v) { return a ^+ v; };", "log_ << a ^+ v;",
        "throw Bad(a ^+ v);", "v = f(1, a ^+ v);"})
    EXPECT_EQ(in_function(statement), "nothing") << statement;
  EXPECT_EQ(joined("Text f(std::string_view v) { return a ^+ v; }", string, view), "nothing");
  for (const std::string keeper : {"struct Tag { std::string_view text; };", "std::vector<std::string_view> all;",
                                   "using Text = std::string_view;", "static std::string_view last;",
                                   "void g(std::string_view v) { later([v] { h(v); }); }",
                                   "void g(std::string_view v) { static std::string_view last = v; }"})
    EXPECT_EQ(in_function("log(a ^+ v);", "void log(std::string_view);" + keeper), "nothing") << keeper;
  for (const std::string passing :
       {"#include <string_view>\n", "constexpr std::string_view name = \"\";", "std::string_view name();",
        "void g(std::string_view v) { for (const auto& [a, b] : all) { std::string_view c = v; h([&](int x, int y) "
        "{}); } }"})
    EXPECT_NE(in_function("log(a ^+ v);", passing + "void log(std::string_view);"), "nothing") << passing;
}

TEST(JoinedView, StaysWhereItCannotBeToldOrIsKept) {
  EXPECT_EQ(joined("all += line ^+ 1;", view, "‘int’"), "nothing");
  EXPECT_EQ(joined("std::string_view all = line ^+ \"\";", view, "‘const char [2]’"), "nothing") << "it would dangle";
  EXPECT_EQ(joined("std::string_view f() { if (a) { return line ^+ \"\"; } }", view, "‘const char [2]’"), "nothing");
  EXPECT_EQ(joined("auto f = [](auto line) -> std::string_view { return line ^+ \"\"; };", view, "‘const char [2]’"),
            "nothing");
  EXPECT_EQ(joined("all += a ^+ (b ? c : d);", string, view), "nothing");
  EXPECT_EQ(joined("all += a ^+ b * c;", string, view), "nothing");
  EXPECT_EQ(joined("all += *line ^+ \"\";", view, "‘const char [2]’"), "nothing");
  EXPECT_EQ(joined("line ^+= \"\";", view, "‘const char [2]’"), "nothing");
  EXPECT_EQ(joined("all += f(" + replace_all(std::string(2'000, 'a'), "a", "a(") + " line ^+ b;", view, view),
            "nothing")
      << "nobody writes as much";
}

}  // namespace
}  // namespace regreen::story
