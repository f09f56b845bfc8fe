// A pattern and, behind it, lines: those are recognised that RE2 says the pattern matches, at once and once they were seen.

#include "base/text.h"
#include "fuzz/require.h"
#include "rules/rule_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  constexpr std::size_t pattern_bytes_max = 200;  // compiling a large one takes the scanner seconds
  const std::string text = printable(text_of(data, size));
  const auto end = text.find(' ');
  if (end == std::string::npos || end > pattern_bytes_max) return 0;
  RuleFileContent content;
  Rule rule;
  rule.id.value = "a";
  rule.pattern = text.substr(0, end);
  const RE2 pattern(rule.pattern, RE2::Quiet);
  content.rules.push_back(rule);
  const auto rules = RuleSet::compile(std::move(content));
  if (!rules || !pattern.ok()) return 0;
  std::string block = "\n";
  std::vector<std::uint32_t> begins;
  const auto lines = split(std::string_view(text).substr(end + 1), '~');
  for (const auto line : lines) {
    begins.push_back(static_cast<std::uint32_t>(block.size()));
    block += std::string(line) + "\n";
  }
  std::vector<Sighting> found, again;
  rules->find({block, begins}, found);
  rules->find({block, begins}, again);
  require(found == again, "what was seen before is found again");
  auto first = found.cbegin();
  for (std::uint32_t index = 0; index < lines.size(); ++index) {
    const auto line = lines[index];
    const auto last = std::find_if(first, found.cend(), [&](const Sighting& one) { return one.line != index; });
    const bool recognised = !rules->recognise(line, {first, last}).empty();
    first = last;
    const bool matches = RE2::PartialMatch({line.data(), line.size()}, pattern);
    require(recognised == matches || line.size() > RuleSet::line_limit,
            "a line is recognised where the pattern matches");
  }
  return 0;
}
