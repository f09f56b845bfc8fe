#include "mend/workflow/step_inputs.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Inputs of one word that only few actions have, and those of several words that many have.
constexpr auto rare_words = std::to_array<std::string_view>({"lfs", "submodules"});
constexpr auto common_words =
    std::to_array<std::string_view>({"artifact-ids", "base-url", "cache-dependency-path", "cache-version",
                                     "check-latest", "github-token", "registry-url", "run-id", "ssh-key",
                                     "ssh-known-hosts", "ssh-user", "user-agent", "version-file", "working-directory"});

/// An action and the inputs that it needs.
struct Need {
  std::string_view action, inputs;
};

constexpr auto needs = std::to_array<Need>({{"actions/cache", "path key"},
                                            {"actions/github-script", "script"},
                                            {"actions/upload-artifact", "path"},
                                            {"docker/login-action", "username password"}});

bool has_all(const std::vector<std::string_view>& words, const std::vector<std::string>& inputs) {
  return std::ranges::all_of(inputs, [&](const std::string_view input) { return is_among(input, words); });
}

bool is_telling(std::string_view input) {
  return is_among(input, rare_words) || (contains(input, "-") && !is_among(input, common_words));
}

}  // namespace

std::set<std::string> actions_with(const RuleSet& rules, const std::vector<std::string>& inputs) {
  std::set<std::string> able;
  if (inputs.empty()) return able;
  for (const auto& [action, row] : rules.table("action-inputs")) {
    if (has_all(split(row, ' '), inputs)) able.insert(action);
  }
  return able;
}

bool are_telling(const std::vector<std::string>& inputs) { return std::ranges::any_of(inputs, is_telling); }

bool has_what_it_needs(std::string_view action, const std::vector<std::string>& inputs) {
  const auto* const need = std::ranges::find(needs, action, &Need::action);
  return need != needs.end() &&
         std::ranges::all_of(split(need->inputs, ' '), [&](auto input) { return is_among(input, inputs); });
}

bool is_preparation(std::string_view action) {
  constexpr auto known =
      std::to_array<std::string_view>({"actions/cache", "actions/checkout", "actions/download-artifact",
                                       "actions/upload-artifact", "docker/login-action"});
  return is_among(action, known) || action.substr(action.find('/') + 1).starts_with("setup-");
}

}  // namespace regreen
