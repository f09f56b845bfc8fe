// Any bytes are an archive: reading one ends, within its limits, and names no place outside of it.

#include "fuzz/require.h"
#include "read/read.h"
#include "shipped/shipped.h"

#include <string>

namespace regreen {
namespace {

void check_name(const std::string& file) {
  require(!file.starts_with('/'), "no name is absolute");
  require(("/" + file + "/").find("/../") == std::string::npos, "no name leads out");
}

}  // namespace
}  // namespace regreen

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  static const RuleSet rules = shipped_rules();
  MemorySource source("run.zip", std::string(text_of(data, size)));
  const auto evidence = read(source, rules);
  if (!evidence) return 0;
  for (const auto& step : evidence->steps) check_name(step.first.file);
  for (const auto& signal : evidence->signals) check_name(signal.place.file);
  return 0;
}
