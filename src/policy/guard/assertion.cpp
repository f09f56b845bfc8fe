#include "policy/guard/assertion.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "policy/guard/condition.h"
#include "policy/guard/idiom.h"
#include "policy/guard/pattern.h"
#include "policy/guard/strength.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

struct Form {
  unsigned languages;
  const char* pattern;  // group 1 begins the assertion
};

// clang-format off
constexpr auto forms = std::to_array<Form>({
    {programs & ~unsigned{go}, R"re((?:^|[^\w])(assert\w*!?)(?:[ \t]*[(.:]|[ \t]+[^=\s},]))re"},
    {programs, R"re(\b((?:Class)?Assert(?:ions|\.\w+|::\w+)[\w.:]*)[(<])re"},
    {c, R"re(\b((?:EXPECT|ASSERT|BOOST_CHECK|BOOST_REQUIRE|BOOST_TEST|TEST_ASSERT|CHECK|REQUIRE|munit_assert|cr_assert|ck_assert)(?:_\w+)?)\s*\()re"},
    {javascript | ruby | kotlin, R"re((?:^|[^.\w])(expect)\s*[({.])re"},
    {javascript, R"re(\.(should)\b)re"},
    {ruby, R"re((?m)\b((?:refute|flunk)\w*)[( \n])re"},
    {ruby, R"re(\.((?:must|wont|should)_\w+|should))re"},
    {go, R"re(\b(?:t|b|s\.T\(\))\.((?:Error|Errorf|Fatal|Fatalf|Fail|FailNow))\b)re"},
    {go, R"re(\b((?:require|assert)\.\w+)\()re"},
    {python, R"re(\b(pytest\.(?:raises|warns|fail|deprecated_call))\b)re"},
    {python, R"re(\bself\.(fail\w*)\()re"},
    {java | kotlin, R"re(\b(verify\w*)\s*\()re"},
    {java | kotlin, R"re((?:^|[^.\w])(fail)\s*\()re"},
    {java | kotlin, R"re(\b(should\w+)\b)re"},
    {java, R"re(@(Test\s*\(\s*expected\w*))re"},
    {java, R"re(\b(XCT\w+)\s*\()re"},
    {java | kotlin | csharp, R"re(\.(Should\(\)|shouldBe\w*))re"},
    {rust, R"re((#\[should_panic\b))re"},
    {rust, R"re(\b(panic!)\()re"},
    {php, R"re((?:->|::)((?:expectException|expectOutput|expectError|expectDeprecation|expectWarning)\w*)\()re"},
    {php, R"re((?:^|[^>:\w])(expect)\()re"},
    {shell, R"re((?m)^[ \t]*(\[\[?)[ \t])re"},
    {shell, R"re((?m)(?:^|[|;&]|if)[ \t]*((?:diff|cmp|grep|test|refute\w*|sha256sum)) )re"},
    {shell, R"re((?m)\b(exit [1-9]\d*)\b)re"},
});
// clang-format on

// To the end of the statement: a line end outside of brackets that no chain goes on behind, `;`, or a bracket that was
// open before.
std::size_t end_of_statement(std::string_view code, std::size_t at, Language language) {
  std::size_t depth = 0;
  for (; at < code.size(); ++at) {
    const char byte = code[at];
    if (byte == '(' || byte == '[' || byte == '{') ++depth;
    if ((byte == ')' || byte == ']' || byte == '}')) {
      if (depth == 0) return at;
      --depth;
    }
    if (depth > 0) continue;
    if (byte == ';') return at;
    if (byte == ',' && language != ruby && language != python) return at;
    if (byte != '\n') continue;
    const auto next = trim(code.substr(at, std::min<std::size_t>(200, code.size() - at)));
    if (!next.starts_with('.') && !next.starts_with("->") && !next.starts_with("?.") && !next.starts_with("<<") &&
        (at == 0 || code[at - 1] != '\\'))
      return at;
  }
  return at;
}

// For `.assert()` and `.should`: the chain that it ends.
std::size_t start_of_chain(std::string_view code, std::size_t at) {
  auto line = line_start(code, at);
  while (line > 0 && code.substr(line + indent_at(code, line)).starts_with('.')) line = line_start(code, line - 1);
  const auto open = code.find_last_of(";{}", at);
  return std::max(line + indent_at(code, line), open == std::string_view::npos || open < line ? 0 : open + 1);
}

bool is_message(const std::vector<Token>& tokens, std::size_t at, Language language, std::size_t depth) {
  if (language == python && tokens[0].text == "assert") return depth == 0 && tokens[at].text == ",";
  return language == c && depth == 0 && tokens[at].text == "<<";
}

// Without the message that a failure would print, and without commas before closing brackets.
std::vector<Token> essential(std::vector<Token> tokens, Language language) {
  std::vector<Token> result;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& text = tokens[i].text;
    const bool mark = tokens[i].kind == TokenKind::mark;
    if (mark && is_message(tokens, i, language, depth)) break;
    if (mark && (text == "(" || text == "[" || text == "{")) ++depth;
    if (mark && (text == ")" || text == "]" || text == "}")) {
      if (depth > 0) --depth;
      if (!result.empty() && result.back().kind == TokenKind::mark && result.back().text == ",") result.pop_back();
    }
    result.push_back(tokens[i]);
  }
  return result;
}

std::string spelled(const std::vector<Token>& tokens, bool with_strings) {
  std::string result;
  const auto wordy = [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && wordy(tokens[i - 1]) && wordy(tokens[i])) result += ' ';
    if (tokens[i].kind == TokenKind::string)
      result += with_strings ? '"' + tokens[i].text + '"' : "\"\"";
    else
      result += tokens[i].text;
  }
  return result;
}

// What is in a text counts as it is, and stands behind the meaning of the rest.
std::string meaning_in(std::vector<Token> tokens, Language language) {
  std::string texts;
  std::size_t number = 0;
  for (auto& [kind, text] : tokens) {
    if (kind != TokenKind::string || text.empty()) continue;
    texts += "\n" + std::to_string(text.size()) + ":" + text;
    text = std::to_string(++number);
  }
  return meaning_of(spelled(tokens, true), language) + texts;
}

std::optional<std::string> constant(const std::string& word) {
  const auto low = lower(word);
  if (low == "true" || low == "false") return low;
  if (low == "none" || low == "null" || low == "nil" || low == "nullptr" || low == "undefined") return "null";
  return std::nullopt;
}

// Matchers that have their value in their name.
std::optional<std::string> implied(std::string_view words) {
  static const Pattern null(R"re((?i)(?:Is|be|assert_?|\.)_?(?:none|null|nil|undefined)\b)re"),
      truth(R"re((?i)(?:assert_?|be|EXPECT_|CHECK_|REQUIRE_|\.)true\b)re"),
      falsehood(R"re((?i)(?:assert_?|be|EXPECT_|CHECK_|REQUIRE_|\.)false\b|^refute |^assert not )re");
  if (found(null, words)) return "null";
  if (found(falsehood, words)) return "false";
  if (found(truth, words)) return "true";
  return std::nullopt;
}

std::vector<std::string> values_of(const std::vector<Token>& tokens, std::string_view words) {
  std::vector<std::string> values;
  for (const auto& token : tokens) {
    if (token.kind == TokenKind::number || token.kind == TokenKind::string) values.push_back(token.text);
    if (token.kind == TokenKind::word) {
      if (const auto value = constant(token.text)) values.push_back(*value);
    }
  }
  if (const auto value = implied(words); value && !is_among(*value, values)) values.push_back(*value);
  return values;
}

// Both sides of a comparison are the same: it cannot fail.
bool is_tautology(std::string_view words) {
  static const Pattern condition(R"re(^if (?:.*;)?(.+?)[!=]=(.+)$)re");
  static const Pattern sides(R"re(^(?:assert|assert!|expect|\w*)\s*\(?(.+?)(?:===?|\bis\b)(.+?)\)?$)re"),
      arguments(R"re(^[\w.!]+\((?:t,)?(.+),(.+)\)$)re"),
      chain(R"re(^expect\((.+)\)\.to(?:Be|Equal|StrictEqual)\((.+)\)$)re");
  std::string a, b;
  for (const RE2* pattern : {static_cast<const RE2*>(&condition), static_cast<const RE2*>(&chain),
                             static_cast<const RE2*>(&arguments), static_cast<const RE2*>(&sides)}) {
    if (RE2::FullMatch(re2::StringPiece(words.data(), words.size()), *pattern, &a, &b)) return trim(a) == trim(b);
  }
  return false;
}

bool has_name(const std::vector<Token>& tokens) {
  return std::ranges::any_of(tokens.begin() + 1, tokens.end(), [](const Token& token) {
    static const Pattern matcher(
        R"re(^(?:to\w+|be|eq|eql|equal|strictEqual|Equal|True|not|is|in|and|or|ok|deepEqual|t|approx|pytest|Approx|status)$)re");
    return token.kind == TokenKind::word && !constant(token.text) && !found(matcher, token.text);
  });
}

std::size_t arguments_of(const std::vector<Token>& tokens) {
  std::size_t depth = 0, commas = 0;
  bool any = false;
  for (const auto& [kind, text] : tokens) {
    const bool mark = kind == TokenKind::mark;
    if (mark && depth > 0 && (text == ")" || text == "]" || text == "}") && --depth == 0) break;
    if (depth > 0) any = true;
    if (mark && depth == 1 && text == ",") ++commas;
    if (mark && (text == "(" || text == "[" || text == "{")) ++depth;
  }
  return any ? commas + 1 : 0;
}

std::size_t owner_of(const std::vector<Test>& tests, std::size_t at) {
  std::size_t owner = 0;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (at >= tests[i].head && at < tests[i].end) owner = i + 1;
  }
  return owner;
}

Assertion read_assertion(const CodeText& source, Language language, const std::vector<Test>& tests, std::size_t at,
                         std::string_view name) {
  Assertion one;
  one.owner = owner_of(tests, at);
  const std::size_t begin = one.owner == 0 ? 0 : std::min(tests[one.owner - 1].body, at);
  const bool chained = at > 0 && source.code[at - 1] == '.' &&
                       (name == "assert" || name.starts_with("should") || name.starts_with("must") ||
                        name.starts_with("wont") || name.starts_with("Should"));
  const auto start = chained ? start_of_chain(source.code, at) : at;
  auto tokens = essential(tokens_of(source, start, end_of_statement(source.code, at, language)), language);
  if (tokens.empty()) tokens.push_back({TokenKind::word, std::string(name)});
  const bool reports = language == go && !contains(name, ".");
  const auto condition = reports ? condition_before(source, begin, at) : std::vector<Token>{};
  const bool conditional = !condition.empty();
  if (reports) tokens = conditional ? condition : std::vector<Token>{tokens.front()};
  one.words = spelled(tokens, true);
  one.meaning = meaning_in(tokens, language);
  const std::string bare = spelled(tokens, false);
  one.strength = conditional ? strength_of_condition(bare) : strength_of(bare);
  if (is_tautology(one.words) ||
      (!conditional && (!has_name(tokens) && tokens.size() > 1 && language != shell && !one.words.starts_with("#[") &&
                        name != "expectExceptionMessage" && !contains(name, "expect"))))
    one.strength = 0;
  one.slack = slack_of(bare);
  one.raises = wants_error(bare);
  one.any_error = one.raises && takes_any_error(bare);
  one.arguments = arguments_of(tokens);
  one.values = values_of(tokens, bare);
  for (const auto& token : tokens) {
    if (token.kind != TokenKind::mark) one.tokens.push_back(token.text);
    if (token.kind == TokenKind::mark && token.text == (conditional ? "&&" : "||")) ++one.alternatives;
    if (token.kind == TokenKind::word && token.text == (conditional ? "and" : "or")) ++one.alternatives;
  }
  const auto line =
      std::string_view(source.code).substr(line_start(source.code, start), start - line_start(source.code, start));
  one.awaited = found(Pattern(R"re(\b(?:await|return|yield)\b)re"), line);
  if (one.owner > 0 && !conditional) one.conditions = conditions_around(source.code, begin, at, language);
  return one;
}

}  // namespace

std::vector<Assertion> assertions_in(const CodeText& source, Language language, const std::vector<Test>& tests) {
  static const auto table = compile(forms);
  constexpr std::size_t most = 3000;  // of one file: what is beyond is no file that people write
  std::map<std::size_t, std::string> places;
  for (const auto& [form, pattern] : table) {
    if ((form.languages & language) == 0) continue;
    each_match(*pattern, source.code,
               [&](const auto& groups) { places.emplace(offset_in(source.code, groups[1]), groups[1]); });
  }
  std::vector<Assertion> all;
  static const Pattern declared(
      R"re((?:import|from|using|use|require|def|func|function|fn|class|include)\b[^\n{;:]*$)re");
  for (const auto& [at, name] : places) {
    const auto line = line_start(source.code, at);
    if (found(declared, std::string_view(source.code).substr(line, at - line))) continue;
    all.push_back(read_assertion(source, language, tests, at, name));
    if (all.size() == most) break;
  }
  return all;
}

std::vector<std::string> words_of(const CodeText& source, std::size_t begin, std::size_t end) {
  std::vector<std::string> words;
  for (auto& token : tokens_of(source, begin, end)) {
    if (token.kind != TokenKind::mark) words.push_back(std::move(token.text));
  }
  return words;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() && b.empty()) return 1;
  std::map<std::string_view, std::pair<int, int>> counts;
  for (const auto& word : a) ++counts[word].first;
  for (const auto& word : b) ++counts[word].second;
  int both = 0, either = 0;
  for (const auto& [word, count] : counts)
    both += std::min(count.first, count.second), either += std::max(count.first, count.second);
  return static_cast<double>(both) / either;
}

}  // namespace regreen
