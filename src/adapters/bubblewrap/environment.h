#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The variables that a command in the sandbox gets, by name. Without HOME, which is a fresh folder there.
struct Environment {
  std::map<std::string, std::string> values;
  std::vector<std::string> refused;  ///< asked for by name, but they look like secrets
};

/// What of `given` ("NAME=value") passes: the tool-chain variables on our list and those in `extra`, except
/// whatever looks like a secret. See CONTRACT "The sandbox, as the command sees it".
Environment sandbox_environment(const std::vector<std::string>& given, const std::vector<std::string>& extra);

/// The variables of a command that has no network, as "NAME=value": whoever asks once more there only waits, npm for two
/// minutes. What is set stays as it is.
std::vector<std::string> without_retries(std::vector<std::string> variables);

/// Is a variable on the list of tool-chain variables?
bool is_toolchain_variable(std::string_view name);

/// Does a variable look like a secret, by its name or because its value has a URL with user information?
bool looks_secret(std::string_view name, std::string_view value);

/// Does a text hold a URL with user information: scheme://user@host or scheme://user:password@host?
bool has_url_with_user(std::string_view text);

}  // namespace regreen
