#include "diagnose/outcry.h"

#include "diagnose/kept_lines.h"

#include <re2/re2.h>

#include <ranges>

namespace regreen {
namespace {

constexpr std::size_t gap_lines_max = 8;      // between the lines of one outcry
constexpr std::size_t outcry_lines_max = 40;  // a program that complains line by line is not told from its first one

}  // namespace

bool is_epilogue(const std::string& line) {
  static const RE2 epilogue(
      R"re(^ *(?:##\[error\]|Error: )?(?:Process completed|The process '.*' failed|Terraform exited) with (?:exit )?code|^\W*ELIFECYCLE\W|^npm (?:ERR!|error) A complete log of this run|^The command ".*" (?:failed|exited) |^\[ERROR\] *(?:$|To see the full stack trace|Re-run Maven|For more information about the errors|\[Help \d|After correcting the problems| mvn <))re",
      RE2::Latin1);
  return RE2::PartialMatch(line, epilogue);
}

bool cries(const std::string& line) {
  static const RE2 cry(
      R"re((?i)^\W*(?:npm |gyp |lerna )?(?:error|fatal|panic|fail(?:ed|ure)?|err|exception|abort(?:ed|ing)?|traceback|critical|severe|killed)\b|\b\w*(?:Error|Exception)\b:|: (?:fatal |internal )?error\b|\berror(?:\[\w+\]| \w+)?:|\b(?:cannot|could not|unable to|failed to|can't|no such file|not found|permission denied|timed out|segmentation fault|out of memory|no space left)\b)re",
      RE2::Latin1);
  static const RE2 mild(
      R"re((?i)\bwarn|deprecat|\bignor|\b(?:0|no|zero|without) (?:\w+ )?(?:errors?|fail)|(?:fail\w*|errors?)[ :=]+0\b|\bok$|\bpass(?:ed)?\b|✓|\bskip|retry|\bnote:|\bhint|optional|XFAIL|expected (?:failure|error))re",
      RE2::Latin1);
  return RE2::PartialMatch(line, cry) && !RE2::PartialMatch(line, mild);
}

bool soothes(const std::string& line) {
  static const RE2 good(
      R"re((?i)pass|success|succeed|\bdone\b|\bok\b|finish|built|complete|\b0 (?:err|fail)|clean|no (?:errors|problems|issues)|generated|✓|✔|saved|created|exit(?:ed)? (?:code|status)?:? ?0\b|up-to-date|loaded)re",
      RE2::Latin1);
  return RE2::PartialMatch(line, good);
}

std::optional<EvidenceLine> last_outcry(const Evidence& evidence, const Step& step) {
  std::optional<LineView> first;
  std::size_t last_line = 0;
  for (const auto& line : kept_lines(evidence, step) | std::views::reverse) {
    const std::size_t number = line.number();
    if (first && (first->number() - number > gap_lines_max || last_line - number > outcry_lines_max)) break;
    if (!cries(line.text()) || is_epilogue(line.text())) continue;
    if (!first) last_line = number;
    first = line;
  }
  return first ? std::optional(first->line()) : std::nullopt;
}

}  // namespace regreen
