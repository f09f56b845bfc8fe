#include "adapters/bubblewrap/environment.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Globs, compared without regard to case: npm reads NPM_CONFIG_CACHE and npm_config_cache alike.
constexpr std::array allowed = {
    "path", "lang",    "lc_*",     "tz", "ci",  "pip_*",  "python*",  "npm_config_*", "node_*",
    "go*",  "cargo_*", "rustup_*", "cc", "cxx", "*flags", "ccache_*", "java_home",
};

constexpr std::array denied = {
    "*token*", "*secret*",     "*pass*",   "*_auth*",
    "*key*",   "*credential*", "google_*",  // GOOGLE_APPLICATION_CREDENTIALS would pass as go*
};

template <class Globs>
bool matches_any(const Globs& globs, std::string_view name) {
  const std::string small = lower(name);
  return std::any_of(globs.begin(), globs.end(), [&](const char* glob) {
    // A name may have slashes (npm_config_//host/:x), at which a path's '*' would stop.
    return glob_matches(glob, replace_all(small, "/", "_"));
  });
}

// The jobserver of the make that runs us is no business of the make that we run.
bool is_jobserver(std::string_view name, std::string_view value) {
  return (name == "MAKEFLAGS" || name == "MFLAGS") && contains(value, "--jobserver");
}

}  // namespace

std::vector<std::string> without_retries(std::vector<std::string> variables) {
  constexpr std::array<std::string_view, 3> settings = {"npm_config_fetch_retries=0", "PIP_RETRIES=0",
                                                        "CARGO_NET_RETRY=0"};
  for (const auto setting : settings) {
    const auto name = setting.substr(0, setting.find('=') + 1);
    const bool is_set = std::ranges::any_of(variables, [&](const auto& entry) { return entry.starts_with(name); });
    if (!is_set) variables.emplace_back(setting);
  }
  return variables;
}

bool is_toolchain_variable(std::string_view name) { return matches_any(allowed, name); }

bool has_url_with_user(std::string_view text) {
  for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
    const std::string_view authority = text.substr(at + 3);
    const auto end = authority.find_first_of("/?#@ \t\n\"',;");
    if (end != std::string_view::npos && authority[end] == '@') return true;
  }
  return false;
}

bool looks_secret(std::string_view name, std::string_view value) {
  return matches_any(denied, name) || has_url_with_user(value);
}

Environment sandbox_environment(const std::vector<std::string>& given, const std::vector<std::string>& extra) {
  Environment result;
  for (const auto& entry : given) {
    const auto equals = entry.find('=');
    if (equals == std::string::npos || equals == 0) continue;
    const std::string name = entry.substr(0, equals);
    const std::string value = entry.substr(equals + 1);
    const bool asked = std::find(extra.begin(), extra.end(), name) != extra.end();
    if (name == "HOME" || (!asked && !is_toolchain_variable(name)) || is_jobserver(name, value)) continue;
    if (!looks_secret(name, value)) {
      result.values.emplace(name, value);
    } else if (asked) {
      result.refused.push_back(name);
    }
  }
  return result;
}

}  // namespace regreen
