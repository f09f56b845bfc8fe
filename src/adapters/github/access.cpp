#include "adapters/github/access.h"

#include <nlohmann/json.hpp>

namespace regreen {

Result<bool> may_push(GitHubApi& api, const std::string& repository) {
  TRY(check_repository(repository));
  const nlohmann::json said = TRY(api.get("/repos/" + repository));
  const bool is_told = said.is_object() && said.contains("permissions") && said["permissions"].is_object();
  return is_told && said["permissions"].value("push", nlohmann::json()) == true;
}

}  // namespace regreen
