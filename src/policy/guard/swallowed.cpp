// Errors that are caught and forgotten. Handling one is fine: telling, cleaning up, raising another, a fallback for an
// error that is expected by its name.
#include "base/text.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <array>

namespace regreen {
namespace {

/// Over code of several lines, comments and strings blank. Group 1, where there is one, is the function whose last result
/// is dropped.
struct Swallow {
  unsigned languages;
  const char* pattern;
};

// clang-format off
constexpr auto swallows = std::to_array<Swallow>({
    // Python: whatever the error, nothing happens; or an error that nobody expects, and nothing happens.
    {python, R"re(except(?:[ ]+\(?\s*(?:Base)?Exception[^:\n]*)?\s*:[ ]*\n?\s*(?:pass|\.\.\.|continue|break|return(?:[ ]+(?:None|True|False|0|0\.0|-1|""|''|\[\]|\{\}|\(\)))?)[ \t]*(?:\n|$))re"},
    {python, R"re(except[ ]+[^:\n]*\b(?:AssertionError|SystemExit|SyntaxError|NameError)\b[^:\n]*:[ ]*\n?\s*(?:pass|\.\.\.|continue|return)\b)re"},
    {python, R"re(except[ ]+\(?(?:Key|Value|Type|Attribute|Index|ZeroDivision|Runtime|Lookup|Arithmetic|NotImplemented|Unicode\w*|JSONDecode|Overflow|Recursion|OS|IO|Assertion)Error\b[^:\n]*:[ ]*\n?\s*(?:pass|\.\.\.)[ \t]*(?:\n|$))re"},
    {python, R"re(\bsuppress\(\s*(?:Base)?Exception\b|\bsuppress\([^)]*(?:Key|Value|Type|Attribute|Index|Assertion|Runtime)Error)re"},
    {python, R"re(return_exceptions\s*=\s*True|errors=.ignore.|on_?error\s*=\s*None)re"},
    {javascript, R"re(catch\s*(?:\([^)]*\)\s*)?\{\s*(?:;|return;?|return (?:null|undefined|false|true);?|continue;?|break;?)?\s*\})re"},
    {javascript, R"re(\.catch\(\s*(?:\(?\s*\w*\s*\)?\s*=>\s*(?:\{\s*\}|null|undefined|false|void 0|\(\{\}\))|function\s*\(\w*\)\s*\{\s*\}|noop|_\.noop|\(\)\s*=>\s*true)\s*\))re"},
    {javascript, R"re(process\.on\(\s*["'][^"']*["']\s*,\s*(?:\(\w*\)|\w+)\s*=>\s*\{\s*\})re"},
    {java | kotlin | csharp | php | c, R"re(catch\s*(?:\([^)]*\)\s*)?(?:when\s*\([^)]*\)\s*)?\{\s*;?\s*\})re"},
    {java | kotlin | csharp | php | c, R"re(catch\s*(?:\(\s*(?:(?:final|const)\s+)?(?:\w+\s*:\s*)?(?:\\|std::)?(?:Exception|Throwable|RuntimeException|Error|exception|\.\.\.)\b?[^)]*\)\s*)?\{\s*(?:return;?|return (?:null|nullptr|false|true|0|-1|""|\{\}|\[\]);?|continue;?|break;?)\s*\})re"},
    {c, R"re(catch\s*\(\s*\.\.\.\s*\)\s*\{\s*(?:return[^;]*;|continue;|break;)?\s*\})re"},
    {kotlin, R"re(runCatching\s*\{[^}]*\}\s*(?:\.getOrNull\(\)|\.getOrDefault|$|\n))re"},
    {php, R"re((?:^|[\s=(])@(?:\\?[a-z_]\w*)\s*\(|error_reporting\(\s*0|set_error_handler\(\s*(?:fn|function)[^;]*(?:true|\{\s*\}))re"},
    {ruby, R"re(\brescue\s+(?:nil|false|true|0|\[\]|\{\}|""|'')\b?|\brescue\s*(?:=>\s*\w+|StandardError|Exception)?[ \t]*(?:=>\s*\w+)?\s*\n\s*(?:nil|next|false|true)?\s*(?:\n\s*)?end\b)re"},
    {ruby, R"re(\brescue\s+[\w:]+(?:\s*=>\s*\w+)?\s*\n\s*(?:nil\s*\n\s*)?end\b)re"},
    {go, R"re(if (?:[^{\n]*;\s*)?\w*[eE]rr\w* != nil \{\s*(?:return nil|return|continue|return [^}\n]*,\s*nil)?\s*\}|\brecover\(\)\s*(?:\n\s*)?\}|_ = \w*[eE]rr\b|_ = recover\(\))re"},
    {go, R"re(\w+, _ :?= (?:[^\n(]*?\b)?(\w+)(?:\[[^\]\n]*\])?\()re"},
    {go, R"re((?m)^\s*_(?:, _)* = \w[\w.]*\()re"},
    {rust, R"re(Err\(_\w*\)\s*=>\s*(?:\{\s*\}|\(\)|continue|return|Ok\(\(\)\)|None)\b?|catch_unwind|let _ = [\w.:]+\(|\.ok\(\);|unwrap_or_default\(\)|if let Err\(_\w*\)[^{]*\{\s*\})re"},
    {shell, R"re(\|\|\s*(?:return 0|:|exit 0)\b|2>\s*/dev/null\s*\|\|)re"},
});
// clang-format on

std::string one_line(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    const bool blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    if (!blank)
      result += byte;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return std::string(trim(result));
}

// Is the last result of a function an error? The name that it has elsewhere tells; what nobody named may be one.
bool answers_error(const ChangedFile& file, std::string_view function) {
  static const Pattern call(R"re(, (\w+) :?= [^\n(]*?\b(\w+)(?:\[[^\]\n]*\])?\()re"),
      error(R"re(^[eE]rr|[eE]rr(?:or)?\d*$)re");
  bool named_error = false, named_other = false;
  for (const auto* side : {&file.before, &file.after}) {
    each_match(call, side->code, [&](const auto& groups) {
      if (groups[2] != function || groups[1] == "_") return;
      (found(error, groups[1]) ? named_error : named_other) = true;
    });
  }
  return named_error || !named_other;
}

}  // namespace

std::optional<Refusal> guard_swallowed(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const auto table = compile(swallows);
  for (const auto& [row, pattern] : table) {
    const auto changes =
        compare_lines(files, [&, &row = row, &pattern = pattern](const ChangedFile& file, const CodeText& source) {
          std::vector<FoundLine> places;
          if ((row.languages & file.language) == 0) return places;
          each_match(*pattern, source.code, [&](const auto& groups) {
            if (groups.size() > 1 && !answers_error(file, groups[1])) return;
            places.push_back({0, one_line(groups[0]), ""});
          });
          return places;
        });
    for (const auto& added : changes.added) {
      const auto edited = std::ranges::count(changes.removed, added.file, &FoundLine::file) >=
                          std::ranges::count(changes.added, added.file, &FoundLine::file);
      if (edited) continue;
      if (auto refusal =
              refuse(remedy, "guard.error-swallowed",
                     fmt::format("{} would swallow an error: {}", files[added.file].path(), quoted(added.line))))
        return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace regreen
