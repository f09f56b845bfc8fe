// How strong assertions are: one table, the first row that fits decides.
#include "policy/guard/strength.h"

#include "policy/guard/pattern.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

namespace regreen {
namespace {

struct Row {
  int strength;
  const char* pattern;
};

// clang-format off
constexpr auto rows = std::to_array<Row>({
    // Always true.
    {0, R"re(^assert!?\(?(?:true|True|1|not False)\)?$|(?i)(?:assert_?|EXPECT_|CHECK_|REQUIRE_)?true\((?:true|1)[,)]|assert_false\(false\))re"},
    {0, R"re(expect\((?:true|1|"")\)|assertTrue\(True\)|Assert\.True\(true\)|assert true$|(?:\bor True|\|\|true|\|\|1)\)?$)re"},
    // No error, which most code manages.
    {10, R"re((?i)no_?throw|not\.toThrow|doesNotThrow|not_to ?raise|nothing_raised|assertDoesNotThrow|NotPanics)re"},
    {18, R"re(NoError|\bNil\(t,err|err==nil)re"},
    // Some error.
    {20, R"re(ANY_THROW|ThrowsAny|raise_error$|to\.throw\(?\)?$|toThrow(?:Error)?\(\)|THROWS\(|#\[should_panic\]?$)re"},
    {45, R"re((?i)raises|throws?\b|throws?error|toThrow|raise_error|should_panic|_THROW|FailsWith|expectException|rejects|raise\(|THROWS_AS|ErrorIs|ErrorAs|ErrorContains|EqualError|PanicsWith|^Test\(expected)re"},
    // Something is there.
    {15, R"re((?i)toBeDefined|not\.toBe(?:Null|Undefined)|not\.to\.be\.(?:null|undefined)|NotNull|NotNil|not_nil|IsNotNone|is not None|!==?(?:null|undefined|nullptr|None|nil)\b|\.exist|be_present|NotEmpty|not\.to\.be\.empty|not_to ?be_(?:empty|nil)|refute_empty|refute_nil|is_some\(\)|is_ok\(\)|is_err\(\)|isPresent\(\)|toBeTruthy|be_truthy|\.to\.be\.ok|assert\.ok\(|toExist|hasSize\(greater)re"},
    {38, R"re(assertNotIn\b|not_to ?include|not\.toContain|not\.to\.(?:include|contain)|DoesNotContain|NotContains|\bnot in\b|refute_includes)re"},
    {25, R"re(not\.to(?:Strict)?(?:Be|Equal)|not\.to\.(?:be|equal|deep)|NotEqual|NotSame|AreNot|EXPECT_NE|ASSERT_NE|CHECK_NE|not_to ?eq|notEqual|notStrictEqual|refute_equal|assert_ne|assert_not_equal|!=|isNotEqualTo|shouldNotBe)re"},
    // Nearly equal.
    {50, R"re((?i)AlmostEqual|CloseTo|approx|InDelta|in_delta|in_epsilon|_NEAR|isclose|allclose|be_within|InEpsilon|Within(?:Abs|Rel|ULP)|assert_relative|abs\(\)?\)?<|EqualsWithDelta|isCloseTo|assert_allclose|_FLOAT_EQ)re"},
    // A constant, or a kind.
    {30, R"re([( ]typeof |assert type\(|expect\(type\()re"},
    {20, R"re((?:==|\bis )(?:True|False)\b|(?:assertEquals?|assert_equal)\((?:True|False|true|false),|assert(?:Equals?|Is)\(.*,(?:True|False)\)$)re"},
    {28, R"re(toBe\((?:true|false)\)|\.be\.(?:true|false)|be\((?:true|false)\)|\bbe (?:true|false)|toBe(?:True|False)\b)re"},
    {45, R"re(toBeNull|\bIsNone|isNull|assertNull|be_nil|\.be\.null|be\(nil\)|==(?:None|null|nil|NULL|nullptr)\b|\bis None|toBeUndefined|\.be\.undefined|Assert\.Null|assert_nil|assertNil|IsNil|Nil\(|toBe\((?:null|undefined)\)|toEqual\((?:null|undefined)\)|matches!\(|assertEquals?\(.*,None\)$)re"},
    // Equal.
    {62, R"re(StrictEqual|strictEqual|assertSame\b|toStrictEqual)re"},
    {60, R"re(toEqual|toBe\(|assertEquals?\b|assert_eq\b|assert_eq!|_EQ\(|_STREQ|_EQUAL|Assert\.Equal|assert\.Equal|require\.Equal|\.equals?\(|\beq\b|\beql\b|\.eq\(|assert_equal|isEqualTo|shouldBe|shouldEqual|==|JSONEq|CountEqual|ListEqual|DictEqual|SetEqual|TupleEqual|SequenceEqual|MultiLineEqual|contain_exactly|match_array|CalledTimes|Called(?:Once|With)|called_(?:with|once)|toHaveLength|lengthOf|assertCount|HasCount|HasLen|\bLen\(|Snapshot|AreEqual|EqualTo|must_equal|stdout\(|code\(|deepEqual|deep\.equal|DeepEqual|cmp\.|Equivalent|toBeEmpty|assertEmpty|Assert\.Empty|be_empty|Assert\.Single|assert_empty|containsExactly|ElementsMatch|\[.*(?:-eq|="|= ")|\bdiff\b|\bcmp\b|assert_output)re"},
    // A part is right.
    {40, R"re((?i)assertIn\b|assert_in\b|\bin\b|contain|include|match|regex|starts_?with|ends_?with|hasPrefix|hasSuffix|>=|<=|<|>|greater|less|_G[TE]\b|_L[TE]\b|has_(?:value|key)|toHaveProperty|ArrayHasKey|HasKey|subset|be_between|verify|assertTimeout|success\(|grep|Called\b|called\b|Implements|between)re"},
    {30, R"re(isinstance|[iI]nstance_?[oO]f|IsType|assertIs[A-Z]\w+\(|be_an?\b|typeof|be_kind_of|\.an?\()re"},
});
// clang-format on

// clang-format off
constexpr auto condition_rows = std::to_array<Row>({
    {60, R"re(!(?:reflect\.DeepEqual|cmp\.Equal|bytes\.Equal|slices\.Equal|maps\.Equal)|cmp\.Diff|diff!="")re"},
    {45, R"re(!errors\.(?:Is|As)|!matches!)re"},
    {18, R"re(^if (?:.*;)?\w*[eE]rr\w*!=nil$)re"},
    {30, R"re([eE]rr\w*==nil)re"},
    {60, R"re(!=)re"},
    {40, R"re(!strings\.|!\w+\.MatchString|<|>|After|Before)re"},
    {25, R"re(==)re"},
});
// clang-format on

int first_fit(const std::vector<Compiled<Row>>& table, std::string_view words, int otherwise) {
  for (const auto& [row, pattern] : table) {
    if (found(*pattern, words)) return row.strength;
  }
  return otherwise;
}

struct Slack {
  enum Reading { number, places } reading;
  const char* pattern;
};

// clang-format off
constexpr auto slacks = std::to_array<Slack>({
    {Slack::number, R"re(\b(?:rel|abs|rtol|atol|delta|rel_tol|abs_tol|tolerance|margin|epsilon)\(?=?([-\d.e]+))re"},
    {Slack::places, R"re(\b(?:places|decimal|significant)=([-\d]+))re"},
    {Slack::places, R"re(toBeCloseTo\(.*,([-\d]+)\))re"},
    {Slack::number, R"re((?:_NEAR|InDelta|in_delta|closeTo|EqualsWithDelta|WithinAbs|WithinRel)[( ].*,([\d.e-]+)f?\)?(?:,"[^"]*"\))?$)re"},
    {Slack::number, R"re(assertEquals\(.*,.*,(\d*\.\d+|1e-\d+)f?\)$)re"},
    {Slack::number, R"re(be_within\(([\d.e-]+)\))re"},
    {Slack::number, R"re(abs\(\)?\)?<=?([\d.e-]+))re"},
});
// clang-format on

}  // namespace

int strength_of(std::string_view words) {
  static const auto table = compile(rows);
  return first_fit(table, words, 20);
}

int strength_of_condition(std::string_view words) {
  static const auto table = compile(condition_rows);
  return first_fit(table, words, 20);
}

bool wants_error(std::string_view words) {
  static const Pattern wanting(
      R"re((?i)raises|throws?\b|throws?error|throwsany|toThrow|raise_error|should_panic|_THROW|THROWS|FailsWith|expectException|assertThrows|^Test\(expected)re");
  return found(wanting, words) && !found(Pattern("(?i)no_?throw|not\\.toThrow|not_to ?raise|doesNotThrow"), words);
}

bool takes_any_error(std::string_view words) {
  static const Pattern any(
      R"re([(<,:\\](?:Base)?(?:Exception|Throwable|StandardError|RuntimeException|std::exception|object)(?:\.class|::class)?[>),]|ANY_THROW|ThrowsAny)re");
  static const Pattern bare(
      R"re(raise_error(?:\(\))?$|to\.throw(?:\(\))?$|toThrow(?:Error)?\(\)|should_panic\]|Throws\.Exception\b|throwsException|throwsA\((?:anything|isA<(?:Exception|Error|Object)>)|(?:REQUIRE|CHECK)_THROWS\(|expectException\(\\?Throwable)re");
  return found(any, words) || found(bare, words);
}

std::optional<double> slack_of(std::string_view words) {
  static const auto table = compile(slacks);
  std::optional<double> result;
  for (const auto& [row, pattern] : table) {
    each_match(*pattern, words, [&](const auto& groups) {
      const double value = std::strtod(std::string(groups[1]).c_str(), nullptr);
      const double slack = row.reading == Slack::places ? std::pow(10.0, -value) : value;
      result = std::max(result.value_or(0), slack);
    });
  }
  return result;
}

}  // namespace regreen
