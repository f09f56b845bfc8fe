#pragma once

#include "model/tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// What a file of a package is built for, by its path. What lies nowhere usual counts as a program.
enum class RustPart { library, program, tests, script };

/// The part that a file is of. Examples and measurements see what tests see; `build.rs` is the script.
RustPart rust_part_of(std::string_view file, std::string_view manifest);

/// Is a file a module that only tests see, by the lines that make it one: `#[cfg(test)] mod tests;`?
bool is_rust_test_module(const Tree& tree, std::string_view file);

/// The table of Cargo.toml with the crates that a file sees: dependencies, dev-dependencies or build-dependencies.
std::string_view rust_table_for(const Tree& tree, std::string_view file, std::string_view manifest);

/// A stretch of a code that only tests see.
struct RustTest {
  std::size_t begin = 0, end = 0;
};

/// What stands under `#[cfg(test)]`, `#[test]`, `#[tokio::test]` or `#[bench]`, in order, none within another.
std::vector<RustTest> rust_tests_in(std::string_view code);

/// What stands under any other `#[cfg(…)]`: it is not in every build.
std::vector<RustTest> rust_gated_in(std::string_view code);

/// Does a byte of the code stand in one of them?
bool is_in_rust_test(const std::vector<RustTest>& tests, std::size_t at);

}  // namespace regreen
