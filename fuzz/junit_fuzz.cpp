// Any bytes are a JUnit report.

#include "fuzz/require.h"
#include "read/report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  const TestReport report = parse_junit(text_of(data, size));
  require(report.failed.empty() || report.conclusion == Conclusion::failure, "failed tests fail the run");
  return 0;
}
