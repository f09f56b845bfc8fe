// Any bytes are a log: read() must not crash, must answer as the plain way does, and must stay within its limits.

#include "read/read.h"

#include "base/text.h"
#include "fuzz/require.h"
#include "shipped/shipped.h"

namespace regreen {
namespace {

void check(const Evidence& evidence) {
  for (const auto& signal : evidence.signals) {
    require(signal.text.size() <= Evidence::line_limit, "a signal's text is bounded");
    require(signal.text == printable(signal.text), "a signal's text can be shown");
    require(signal.step < evidence.steps.size(), "a signal is in a step");
    const Step& step = evidence.steps[signal.step];
    require(step.first.file == signal.place.file, "a signal is in its step's file");
    require(step.first.line <= signal.place.line && signal.place.line <= step.last.line, "a signal is in its step");
  }
  Place before;
  for (const auto& excerpt : evidence.excerpts) {
    require(!excerpt.lines.empty() && excerpt.first.line > 0, "an excerpt has lines");
    require(before.file != excerpt.first.file || before < excerpt.first, "excerpts do not overlap");
    before = {excerpt.first.file, excerpt.first.line + excerpt.lines.size() - 1};
    for (const auto& line : excerpt.lines) require(line.size() <= Evidence::line_limit, "kept lines are bounded");
  }
}

}  // namespace
}  // namespace regreen

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  static const RuleSet rules = shipped_rules();
  const std::string bytes(text_of(data, size));
  MemorySource first("log", bytes), second("log", bytes);
  ReadOptions plainly;
  plainly.plainly = true;
  const auto once = read(first, rules), twice = read(second, rules, plainly);
  require(once.has_value() == twice.has_value(), "the plain way answers alike");
  if (!once) return 0;
  check(*once);
  require(once->signals == twice->signals && once->steps == twice->steps, "and finds the same");
  require(once->excerpts == twice->excerpts && once->orders == twice->orders, "and keeps the same");
  require(*once == *twice, "in all");
  return 0;
}
