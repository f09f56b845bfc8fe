#include "model/category.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using enum Healing;

constexpr auto words = std::to_array<CategoryWord>({
    {"syntax_error", ""},
    {"type_error", ""},
    {"import_error", ""},
    {"compile_error", ""},
    {"link_error", ""},
    {"crash", ""},
    {"deprecation", "warning"},
    {"test_failure", "test_assertion"},
    {"test_timeout", ""},
    {"flaky_test", ""},
    {"api_contract_mismatch", ""},
    {"lint", ""},
    {"format", ""},
    {"quality_gate", "", escalate},
    {"security_finding", "", forbidden},
    {"drift", "", forbidden},
    {"dependency_missing", "dependency"},
    {"dependency_conflict", ""},
    {"toolchain", ""},
    {"missing_file", ""},
    {"environment_variable", ""},
    {"configuration_error", "schema_validation"},
    {"container_build", ""},
    {"version_control", ""},
    {"deployment", "", escalate},
    {"network", "network_timeout", escalate, true},
    {"rate_limit", "", escalate, true},
    {"credential", "", forbidden},
    {"permission_denied", "permission"},
    {"disk_space", "", escalate},
    {"out_of_memory", "", escalate},
    {"job_timeout", ""},
    {"infrastructure", "", escalate, true},
    {"unknown", ""},
});

const CategoryWord* find(std::string_view name) {
  const auto* found = std::ranges::find_if(words, [&](const auto& word) { return word.name == name; });
  return found == words.end() ? nullptr : found;
}

}  // namespace

std::span<const CategoryWord> category_words() { return words; }

std::string canonical_category(std::string_view name) {
  const auto* found =
      std::ranges::find_if(words, [&](const auto& word) { return !word.alias.empty() && word.alias == name; });
  return std::string(found == words.end() ? name : found->name);
}

std::vector<std::string> category_aliases(std::string_view name) {
  const auto* word = find(name);
  if (word == nullptr || word->alias.empty()) return {};
  return {std::string(word->alias)};
}

Healing healing_of(std::string_view category) {
  const auto* word = find(category);
  return word == nullptr ? allowed : word->healing;
}

bool is_transient(std::string_view category) {
  const auto* word = find(category);
  return word != nullptr && word->transient;
}

bool is_canonical_category(std::string_view name) { return find(name) != nullptr; }

}  // namespace regreen
