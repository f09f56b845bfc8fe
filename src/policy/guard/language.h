#pragma once

#include <string_view>

namespace regreen {

/// How a file is written. One bit each, so that a table row can name several.
enum Language : unsigned {
  plain = 1u << 0,  ///< nobody knows; all of it is looked at
  document = 1u << 1,
  python = 1u << 2,
  javascript = 1u << 3,  ///< TypeScript and Dart as well
  go = 1u << 4,
  rust = 1u << 5,
  java = 1u << 6,  ///< Groovy, Scala and Swift as well
  kotlin = 1u << 7,
  c = 1u << 8,  ///< C, C++, Objective-C
  csharp = 1u << 9,
  php = 1u << 10,
  ruby = 1u << 11,  ///< Elixir as well
  shell = 1u << 12,
  yaml = 1u << 13,
  toml = 1u << 14,
  ini = 1u << 15,
  json = 1u << 16,
  xml = 1u << 17,
  make = 1u << 18,
  docker = 1u << 19,
  cmake = 1u << 20,
};
inline constexpr unsigned any_language = ~unsigned{document};
inline constexpr unsigned programs = python | javascript | go | rust | java | kotlin | c | csharp | php | ruby | shell;

Language language_of(std::string_view path);

/// Does this path look like a test, or lie beside tests?
bool is_test_path(std::string_view path);

/// What a test compares its result with: snapshots, golden files, approved output.
bool is_expected_output(std::string_view path);

/// Says how checks are made: configuration of test runners, linters, type checkers, coverage, compilers.
bool is_check_config(std::string_view path);

/// Starts checks: build files, scripts, pipelines, package scripts.
bool starts_checks(std::string_view path);

/// A list of findings that a check is to forgive.
bool is_baseline(std::string_view path);

}  // namespace regreen
