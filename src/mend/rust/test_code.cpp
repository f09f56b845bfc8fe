#include "mend/rust/test_code.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {

bool is_rust_test_file(std::string_view inside) {
  constexpr auto folders = std::to_array<std::string_view>({"tests/", "benches/", "examples/"});
  return std::ranges::any_of(folders, [&](auto folder) { return inside.starts_with(folder); });
}

std::vector<std::pair<std::size_t, std::size_t>> rust_test_ranges(std::string_view code) {
  constexpr auto npos = std::string_view::npos;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const std::string_view mark : {"#[cfg(test)]", "#[test]"}) {
    for (auto at = code.find(mark); at != npos; at = code.find(mark, at + 1)) {
      const auto open = code.find_first_of("{;", at);
      const auto close = open == npos || code[open] == ';' ? open : closing_bracket(code, open);
      ranges.emplace_back(at, close == npos ? code.size() : close + 1);
    }
  }
  return ranges;
}

}  // namespace regreen
