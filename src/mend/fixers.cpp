#include "mend/fixers.h"

#include <array>

namespace regreen {
namespace {

// All rows of some tables, one behind the other.
template <class Row, std::size_t size>
std::vector<Row> joined(const std::array<std::span<const Row>, size>& tables) {
  std::vector<Row> all;
  for (const auto& table : tables) all.insert(all.end(), table.begin(), table.end());
  return all;
}

}  // namespace

std::span<const FixerRow> fixers() {
  static const auto rows = joined<FixerRow>(
      std::to_array({c_fixers(), docker_fixers(), format_fixers(), go_fixers(), jvm_fixers(), node_fixers(),
                     python_fixers(), rust_fixers(), shell_fixers(), text_fixers(), workflow_fixers()}));
  return rows;
}

std::span<const ToolRow> tool_choosers() {
  static const auto rows =
      joined<ToolRow>(std::to_array({go_tools(), node_tools(), python_tools(), rust_tools(), text_tools()}));
  return rows;
}

}  // namespace regreen
