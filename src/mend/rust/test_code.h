#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// Is a file of a package, by its path within, built for tests, examples or measurements alone?
bool is_rust_test_file(std::string_view inside);

/// What stands under `#[cfg(test)]` or `#[test]` in a code: where it begins and ends.
std::vector<std::pair<std::size_t, std::size_t>> rust_test_ranges(std::string_view code);

}  // namespace regreen
