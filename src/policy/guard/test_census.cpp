// What a test looks like, language by language: a table of beginnings, and a few ways in which they end.
#include "policy/guard/test_census.h"

#include "base/character.h"
#include "base/text.h"
#include "policy/guard/pattern.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

enum class Extent {
  indent,   // deeper lines
  braces,   // { … }
  call,     // the parentheses of the call, and those of a second one behind it
  keyword,  // up to `end` with the same indentation, or { … }
};
enum class Where { anywhere, tests };
enum class Name {
  given,  // group 1
  next,   // the first function behind the match: it was an annotation
  text,   // the first string behind the match
};

struct Form {
  unsigned languages;
  Where where;
  Extent extent;
  Name name;
  const char* pattern;
};

// clang-format off
constexpr auto forms = std::to_array<Form>({
    {python, Where::tests, Extent::indent, Name::given, R"re((?m)^[ \t]*(?:async[ \t]+)?def[ \t]+(test\w*)[ \t]*\()re"},
    {javascript, Where::tests, Extent::call, Name::text,
     R"re((?:^|[^\w.$])(?:x|f)?(?:it|test|specify|bench|testWidgets)(?:\s*\.\s*(?:skip|only|each|concurrent|failing|fails|skipIf|runIf|sequential|for|prop|slow|fixme))*\s*[(`])re"},
    {go, Where::tests, Extent::braces, Name::given, R"re((?m)^func[ ](?:\(\w+[ ]\*?\w+\)[ ])?((?:Test|Fuzz|Example|Benchmark)(?:[A-Z_0-9]\w*)?)\()re"},
    {rust, Where::anywhere, Extent::braces, Name::next, R"re(#\[\s*(?:\w+\s*::\s*)*(?:test|rstest|test_case|quickcheck|bench|wasm_bindgen_test)\b)re"},
    {java | kotlin, Where::anywhere, Extent::braces, Name::next,
     R"re(@(?:\w+\.)*(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property)\b)re"},
    {java, Where::tests, Extent::braces, Name::given, R"re(\b(?:void|func)\s+(test\w+)\s*\()re"},
    {java, Where::tests, Extent::braces, Name::text, R"re((?m)^\s*def\s+["'])re"},
    {kotlin | java, Where::tests, Extent::braces, Name::text, R"re((?m)^\s*(?:test|it|should|describe)\s*\(["'])re"},
    {c, Where::anywhere, Extent::braces, Name::given,
     R"re(\b(?:TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P|Test|ParameterizedTest|IGNORE_TEST)\s*\(\s*(\w+\s*,\s*\w+)\s*[,)])re"},
    {c, Where::anywhere, Extent::braces, Name::text,
     R"re(\b(?:TEST_CASE|SCENARIO|TEST_CASE_METHOD|TEMPLATE_TEST_CASE|SUBCASE|SECTION|TEST_CASE_TEMPLATE|WHEN|THEN)\s*\()re"},
    {c, Where::anywhere, Extent::braces, Name::given, R"re(\bBOOST_(?:AUTO|FIXTURE|DATA|PARAM)_TEST_CASE\s*\(\s*(\w+))re"},
    {c, Where::tests, Extent::braces, Name::given, R"re((?m)^(?:static[ ]+)?(?:void|int|bool|MunitResult)[ ]+(test_\w+|\w+_test)[ ]*\()re"},
    {csharp, Where::anywhere, Extent::braces, Name::next, R"re(\[\s*(?:\w+\.)*(?:Fact|Theory|Test|TestMethod|DataTestMethod|TestCase|SkippableFact)\b)re"},
    {php, Where::tests, Extent::braces, Name::given, R"re(\bfunction\s+(test\w+)\s*\()re"},
    {php, Where::tests, Extent::braces, Name::next, R"re(#\[(?:\\?\w+\\)*Test\b)re"},
    {php, Where::tests, Extent::call, Name::text, R"re((?m)^\s*(?:it|test)\s*\()re"},
    {ruby, Where::tests, Extent::keyword, Name::text,
     R"re((?m)^[ \t]*[xf]?(?:it|specify|example|scenario|test|should|feature_test)[ (]+["'])re"},
    {ruby, Where::tests, Extent::keyword, Name::given, R"re((?m)^[ \t]*(it|specify|its)[ ]*(?:\(:\w+\)[ ]*)?[{])re"},
    {ruby, Where::tests, Extent::keyword, Name::given, R"re((?m)^[ \t]*def[ ]+(test_\w+))re"},
    {shell, Where::anywhere, Extent::braces, Name::text, R"re((?m)^[ \t]*@test[ ]+["'])re"},
    {shell, Where::tests, Extent::braces, Name::given, R"re((?m)^[ \t]*(?:function[ ]+)?(test\w*)[ ]*\(\)[ ]*\{)re"},
});
// clang-format on

bool is_blank_line(std::string_view code, std::size_t line) {
  return trim(code.substr(line, line_end(code, line) - line)).empty();
}

std::size_t end_by_indent(std::string_view code, std::size_t at) {
  const auto depth = indent_at(code, line_start(code, at));
  auto line = line_end(code, closing(code, std::min(code.find('(', at), code.size() - 1))) + 1;
  auto end = std::min(line, code.size());
  std::size_t brackets = 0;
  while (line < code.size()) {
    const auto next = line_end(code, line) + 1;
    if (!is_blank_line(code, line)) {
      if (brackets == 0 && indent_at(code, line) <= depth) break;
      for (const char byte : code.substr(line, next - line)) {
        if (byte == '(' || byte == '[' || byte == '{') ++brackets;
        if ((byte == ')' || byte == ']' || byte == '}') && brackets > 0) --brackets;
      }
      end = std::min(next, code.size());
    }
    line = next;
  }
  return end;
}

std::size_t end_by_keyword(std::string_view code, std::size_t at) {
  const auto first = line_start(code, at);
  const auto depth = indent_at(code, first);
  const auto one_line = trim(code.substr(first, line_end(code, first) - first));
  if (one_line.ends_with("}") || one_line.ends_with(" end")) return line_end(code, first);
  for (auto line = line_end(code, first) + 1; line < code.size(); line = line_end(code, line) + 1) {
    if (is_blank_line(code, line) || indent_at(code, line) > depth) continue;
    return line_end(code, line);
  }
  return code.size();
}

// Parentheses are leapt over, so that the brace of a parameter is not taken for the body's.
std::size_t brace_behind(std::string_view code, std::size_t at) {
  while (at < code.size() && code[at] != '{' && code[at] != ';' && code[at] != '=')
    at = (code[at] == '(' || code[at] == '[') ? closing(code, at) + 1 : at + 1;
  return at;
}

// `fun name() = expression`: to the end of the line outside of brackets.
std::size_t end_of_expression(std::string_view code, std::size_t at) {
  if (at >= code.size() || code[at] != '=') return at;
  while (at < code.size() && code[at] != ';' && code[at] != '\n') {
    at = (code[at] == '(' || code[at] == '[' || code[at] == '{') ? closing(code, at) + 1 : at + 1;
  }
  return std::min(at, code.size());
}

// Annotations, attributes and decorators that belong to what stands at `at`.
std::size_t head_before(const CodeText& source, std::size_t at, Language language) {
  const std::string_view code = source.code;
  if (language == python) {
    const auto depth = indent_at(code, line_start(code, at));
    auto head = line_start(code, at);
    for (auto line = head; line > 0;) {
      line = line_start(code, line - 1);
      const auto rest = code.substr(line + indent_at(code, line));
      if (is_blank_line(code, line)) continue;
      if (indent_at(code, line) < depth) break;
      if (indent_at(code, line) > depth || rest[0] == ')' || rest[0] == ']') continue;
      if (rest[0] != '@') break;
      head = line;
    }
    return head;
  }
  if ((language & (rust | java | kotlin | csharp | php)) == 0) return line_start(code, at);
  std::size_t depth = 0;
  for (auto i = at; i > 0; --i) {
    const char byte = code[i - 1];
    if (byte == ')' || byte == ']')
      ++depth;
    else if ((byte == '(' || byte == '[') && depth > 0)
      --depth;
    else if (depth == 0 && (byte == ';' || byte == '{' || byte == '}'))
      return i;
  }
  return 0;
}

// The name of the function that an annotation at `at` stands before; `at` moves to it.
std::string function_behind(const CodeText& source, std::size_t& at) {
  static const Pattern named(R"re(^(?:fn|fun|function|func)\s+(`[^`]+`|\w+))re"),
      method(R"re(^(\w+)\s*(?:<[^>]*>\s*)?\()re");
  const std::string_view code = source.code;
  while (at < code.size() && code[at] != '{' && code[at] != ';' && code[at] != '}') {
    const char last = at == 0 ? ' ' : code[at - 1];
    if (is(code[at], word) && (last == ' ' || last == '\n' || last == '\t')) {
      std::string name;
      const re2::StringPiece rest(source.kept.data() + at, code.size() - at);
      if (RE2::PartialMatch(rest, named, &name) || RE2::PartialMatch(rest, method, &name)) return name;
    }
    at = (code[at] == '(' || code[at] == '[') ? closing(code, at) + 1 : at + 1;
  }
  return "";
}

std::string text_behind(const CodeText& source, std::size_t at, std::size_t end) {
  const auto open = source.code.find_first_of("\"'`", at);
  if (open >= end) return "";
  const auto tokens = tokens_of(source, open, std::min(end, open + 400));
  return tokens.empty() ? "" : tokens.front().text;
}

std::size_t end_of_part(std::string_view code, std::size_t open) {
  const auto close = code[open] == '`' ? code.find('`', open + 1) : closing(code, open);
  return std::min(close, code.size() - 1) + 1;
}

bool opens_part(std::string_view code, std::size_t at) {
  return at < code.size() && (code[at] == '(' || code[at] == '`');
}

// A method counts in a class that is named or derived like a test case.
bool is_collected_python(std::string_view code, std::size_t at) {
  static const Pattern heading(R"re(^\s*class\s+(\w+)\s*(\([^)]*\))?)re");
  auto depth = indent_at(code, line_start(code, at));
  for (auto line = line_start(code, at); depth > 0 && line > 0;) {
    line = line_start(code, line - 1);
    if (is_blank_line(code, line) || indent_at(code, line) >= depth) continue;
    depth = indent_at(code, line);
    std::string name, bases;
    const std::string_view rest = code.substr(line);
    const auto words = trim(rest.substr(0, line_end(code, line) - line));
    if (words.starts_with("def ") || words.starts_with("async def ")) return false;
    if (!RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), heading, &name, &bases)) continue;
    return name.starts_with("Test") || (!bases.empty() && bases != "()" && bases != "(object)");
  }
  return depth == 0;
}

bool is_called_in_c(std::string_view code, std::string_view name) {
  const Pattern word((R"re(\b)re" + std::string(name) + R"re(\b)re").c_str());
  std::size_t times = 0;
  each_match(word, code, [&](const auto&) { ++times; });
  return times > 1;
}

// Fills in the rest of a test whose beginning matched.
Test test_at(const CodeText& source, Language language, const Form& form, std::string_view match,
             std::string_view given) {
  const std::string_view code = source.code;
  const auto at = offset_in(code, match);
  auto behind = at + match.size();
  const auto last = behind - 1;
  Test test{replace_all(std::string(given), " ", ""), head_before(source, at, language), behind, behind};
  if (form.name == Name::next) test.name = function_behind(source, behind);
  if (form.extent == Extent::indent) test.end = end_by_indent(code, at);
  if (form.extent == Extent::keyword) test.end = end_by_keyword(code, at);
  if (form.extent == Extent::braces) {
    test.body = match.ends_with("{") ? last : brace_behind(code, match.ends_with("(") ? last : behind);
    test.end = test.body < code.size() && code[test.body] == '{' ? closing(code, test.body)
                                                                 : end_of_expression(code, test.body);
  }
  auto words = last;
  if (form.extent == Extent::call) {
    test.end = end_of_part(code, last);
    while (opens_part(code, test.end)) words = test.end, test.end = end_of_part(code, test.end);
  }
  if (form.name == Name::text) test.name = text_behind(source, words, test.end);
  test.body = std::min(test.body, code.size());
  test.end = std::clamp(test.end, test.body, code.size());
  return test;
}

}  // namespace

std::vector<Test> tests_in(const CodeText& source, std::string_view path, Language language) {
  static const auto table = compile(forms);
  std::vector<Test> tests;
  const std::string_view code = source.code;
  const bool beside_tests = is_test_path(path);
  for (const auto& [form, pattern] : table) {
    if ((form.languages & language) == 0 || (form.where == Where::tests && !beside_tests)) continue;
    each_match(*pattern, code, [&](const std::vector<std::string_view>& groups) {
      auto match = groups[0];
      while (!match.empty() && (match[0] == '\n' || match[0] == ' ' || match[0] == '\t')) match.remove_prefix(1);
      if (match.empty()) return;
      Test test = test_at(source, language, form, match, groups.size() > 1 ? groups[1] : "");
      const auto at = offset_in(code, match);
      if (test.name.empty()) return;
      if (language == python && !is_collected_python(code, at)) return;
      if (language == c && form.where == Where::tests && !is_called_in_c(code, test.name)) return;
      const auto same = [&](const Test& one) { return one.body == test.body && one.end == test.end; };
      if (std::ranges::none_of(tests, same)) tests.push_back(std::move(test));
    });
  }
  std::ranges::sort(tests, {}, &Test::body);
  return tests;
}

}  // namespace regreen
