#include "mend/kind.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {

bool is_aside(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>(
      {"test", "tests", "testdata", "fixtures", "example", "examples", "sample", "samples", "doc", "docs"});
  return std::ranges::any_of(split(folder_of(path), '/'), [](auto part) { return is_among(part, folders); });
}

bool is_test(std::string_view path) {
  static constexpr auto globs = std::to_array<std::string_view>(
      {"test_*",     "*_test.*",        "*_tests.*", "*.test.*",   "*.spec.*", "*Test.java",  "*Tests.java",
       "*IT.java",   "conftest.py",     "tests.py",  "test.*",     "tests/**", "**/tests/**", "test/**",
       "**/test/**", "**/__tests__/**", "spec/**",   "**/spec/**", "e2e/**",   "**/e2e/**",   "**/testing/**"});
  return std::ranges::any_of(globs, [&](auto glob) { return glob_matches(glob, path); });
}

bool is_sample(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>({"fixtures", "samples", "testdata"});
  static constexpr auto names = std::to_array<std::string_view>({"bad", "broken", "invalid", "malformed"});
  auto plain = lower(name_of(path));
  std::ranges::replace_if(
      plain, [](char c) { return c == '_' || c == '.'; }, '-');
  return std::ranges::any_of(split(path, '/'), [](auto part) { return is_among(part, folders); }) ||
         std::ranges::any_of(split(plain, '-'), [](auto word) { return is_among(word, names); });
}

bool is_data(std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {"tfvars", "yaml", "yml", "json", "env", "ini", "toml", "conf", "cfg", "csv", "tsv", "properties", "xml", "sql"});
  return is_among(path.substr(path.rfind('.') + 1), endings);
}

bool calls_tools(std::string_view path) {
  static constexpr auto globs = std::to_array<std::string_view>(
      {"package.json", "*.mk", "*.sh", "*.bash", "*.yml", "*.yaml", "justfile", "Justfile", "Taskfile.*", ".husky/*"});
  return is_makefile(path) || is_dockerfile(path) ||
         std::ranges::any_of(globs, [&](auto glob) { return glob_matches(glob, path); });
}

std::string_view shell_asked(std::string_view text) {
  static constexpr auto shells = std::to_array<std::string_view>({"sh", "bash", "dash", "ksh", "zsh"});
  if (!text.starts_with("#!")) return "";
  for (const auto word : split(trim(text.substr(2, text.find('\n') - 2)), ' ')) {
    const auto shell = name_of(word);
    if (is_among(shell, shells)) return shell;
  }
  return "";
}

bool is_called_script(std::string_view path) { return path.ends_with(".sh") || path.ends_with(".bash"); }

bool is_shell_script(std::string_view path, std::string_view text) {
  return is_called_script(path) || !shell_asked(text).empty();
}

}  // namespace regreen
