#include "mend/rust/language/test_code.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// `test`, `tokio::test(flavor = "…")`, `bench`, `cfg(all(test, unix))`. What is built for `any(test, …)` others see as well.
bool is_for_tests(std::string_view attribute) {
  const auto path = trim(attribute.substr(0, attribute.find_first_of("(=")));
  const auto says = [&](std::string_view word) { return !words_in(attribute, word).empty(); };
  if (path == "cfg") return says("test") && !says("not") && !says("any");
  return last_part(path) == "test" || last_part(path) == "bench";
}

// Behind the item that begins at a byte: its block, its `;`, or the end of what it stands in.
std::size_t end_of_item(std::string_view code, std::size_t at) {
  for (at = code.find_first_of("{([;})", at); at != npos; at = code.find_first_of("{([;})", at)) {
    if (code[at] == ';') return at + 1;
    if (code[at] == '}' || code[at] == ')') return at;
    const auto close = closing_bracket(code, at);
    if (close == npos) break;
    if (code[at] == '{') return close + 1;
    at = close + 1;
  }
  return code.size();
}

// What stands under the attributes that are meant, in order.
template <class IsMeant>
std::vector<RustTest> stretches_under(std::string_view code, const IsMeant& is_meant) {
  std::vector<RustTest> all;
  for (auto at = code.find("#["); at != npos;) {
    const auto close = closing_bracket(code, at + 1);
    if (close == npos) break;
    const bool is_one = is_meant(code.substr(at + 2, close - at - 2));
    const auto end = is_one ? end_of_item(code, close + 1) : close + 1;
    if (is_one) all.push_back({at, end});
    at = code.find("#[", end);
  }
  return all;
}

}  // namespace

RustPart rust_part_of(std::string_view file, std::string_view manifest) {
  constexpr auto for_tests = std::to_array<std::string_view>({"tests/", "benches/", "examples/"});
  const auto home = folder_of(manifest);
  const auto inside = file.substr(home.empty() ? 0 : std::min(home.size() + 1, file.size()));
  if (inside == "build.rs") return RustPart::script;
  if (std::ranges::any_of(for_tests, [&](auto folder) { return inside.starts_with(folder); })) return RustPart::tests;
  const bool is_program = inside == "src/main.rs" || inside.starts_with("src/bin/");
  return inside.starts_with("src/") && !is_program ? RustPart::library : RustPart::program;
}

bool is_rust_test_module(const Tree& tree, std::string_view file) {
  return std::ranges::any_of(rust_module_chain(tree, file), [&](const ModuleLine& line) {
    const auto code = code_only(tree.read(line.file).value_or(""), Speech::rust);
    return is_in_rust_test(rust_tests_in(code), line.offset);
  });
}

std::string_view rust_table_for(const Tree& tree, std::string_view file, std::string_view manifest) {
  const auto part = rust_part_of(file, manifest);
  if (part == RustPart::script) return "build-dependencies";
  return part == RustPart::tests || is_rust_test_module(tree, file) ? "dev-dependencies" : "dependencies";
}

std::vector<RustTest> rust_tests_in(std::string_view code) { return stretches_under(code, is_for_tests); }

std::vector<RustTest> rust_gated_in(std::string_view code) {
  return stretches_under(code, [](std::string_view attribute) {
    return trim(attribute.substr(0, attribute.find('('))) == "cfg" && !is_for_tests(attribute);
  });
}

bool is_in_rust_test(const std::vector<RustTest>& tests, std::size_t at) {
  const auto next = std::ranges::upper_bound(tests, at, {}, &RustTest::begin);
  return next != tests.begin() && at < std::prev(next)->end;
}

}  // namespace regreen
