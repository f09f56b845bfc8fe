// Any bytes are a rule file: its mistakes are told, and what has none compiles and survives packing.

#include "fuzz/require.h"
#include "rules/pack.h"
#include "rules/rule_set.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  RuleFileContent content;
  const auto mistakes = read_rule_file({"a.toml", std::string(text_of(data, size))}, content);
  for (const auto& mistake : mistakes) require(!to_text(mistake).empty(), "a mistake has a text");
  const std::string packed = pack(content);
  const auto back = unpack_rules(packed);
  require(back && pack(*back) == packed, "packing loses nothing");
  std::ignore = unpack_rules(text_of(data, size));
  std::ignore = RuleSet::compile(std::move(content), Matching::plain);
  return 0;
}
