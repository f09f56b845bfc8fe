#include "verify/expression.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::optional<Value> seen(std::string_view context, const std::string& name) {
  static const Yaml matrix =
      *parse_yaml("{python: 3.10, os: [linux, mac], text: '3.10', no: false, nested: {deep: {x: 1}}, nothing: null}");
  if (context != "matrix") return std::nullopt;
  return resolved(matrix[name], [](auto, const auto&) { return std::nullopt; });
}

std::string value(const std::string& expression) {
  const auto result = evaluate(expression, seen);
  return result ? text_of(*result) : "unknown";
}

TEST(Expression, IsWorkedOut) {
  struct {
    const char *expression, *value;
  } rows[] = {
      {"'it''s'", "it's"},
      {"1.50", "1.5"},
      {"true", "true"},
      {"null", ""},
      {"matrix.python", "3.1"},  // a number, as GitHub has it
      {"matrix.text", "3.10"},
      {"matrix['text']", "3.10"},
      {"matrix.nested.deep.x", "1"},
      {"matrix.nested.gone.x", ""},
      {"matrix.os[1]", "mac"},
      {"matrix.os", "Array"},
      {"matrix.nested", "Object"},
      {"matrix.none", ""},
      {"matrix.no", "false"},
      {"!matrix.no", "true"},
      {"!!matrix.no", "false"},
      {"matrix.none || 'else'", "else"},
      {"matrix.text && 'then' || 'else'", "then"},
      {"matrix.no && secrets.x", "false"},
      {"'A' == 'a'", "true"},
      {"'1.0' == 1", "true"},
      {"'a' != 'b' && ('c' == 'c')", "true"},
      {"contains('Hello', 'ell')", "true"},
      {"contains(matrix.os, 'mac')", "true"},
      {"contains(fromJSON('[\"a\", \"b\"]'), 'c')", "false"},
      {"startsWith('refs/tags/v1', 'refs/tags')", "true"},
      {"endsWith('a.py', '.js')", "false"},
      {"format('{0}-{1}', 'a', matrix.text)", "a-3.10"},
      {"join(matrix.os, '+')", "linux+mac"},
      {"always()", "true"},
      {"failure()", "false"},
      {"secrets.x", "unknown"},
      {"secrets.x == 'a'", "unknown"},
      {"format('{0}', github.sha)", "unknown"},
      {"hashFiles('**')", "unknown"},
      {"matrix.*", "unknown"},
      {"'open", "unknown"},
      {"a b", "unknown"},
      {"(", "unknown"},
      {"", "unknown"},
      {"f(", "unknown"},
      {"matrix[", "unknown"},
  };
  for (const auto& row : rows) EXPECT_EQ(value(row.expression), row.value) << row.expression;
  EXPECT_EQ(value(std::string(100'000, '!')), "unknown");
  EXPECT_EQ(value(std::string(100'000, '(')), "unknown");
}

TEST(Expression, FillsTextsIn) {
  const Filled all = filled("a ${{ matrix.text }} b ${{secrets.KEY}} ${{ open", seen);
  EXPECT_EQ(all.text, "a 3.10 b ${{secrets.KEY}} ${{ open");
  EXPECT_EQ(all.unknown, std::vector<std::string>{"secrets.KEY"});
}

}  // namespace
}  // namespace regreen
