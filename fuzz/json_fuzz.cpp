// Any bytes are a JSON report of pytest.

#include "fuzz/require.h"
#include "read/report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  const TestReport report = parse_pytest_json(text_of(data, size));
  require(report.failed.empty() || report.conclusion != Conclusion::success, "failed tests do not pass the run");
  return 0;
}
