#include "adapters/github/access.h"

#include <nlohmann/json.hpp>

namespace regreen {

Result<RepositoryAccess> access_to(GitHubApi& api, const std::string& repository) {
  TRY(check_repository(repository));
  const nlohmann::json said = TRY(api.get("/repos/" + repository));
  RepositoryAccess access;
  if (said.is_object() && said.contains("permissions") && said["permissions"].is_object())
    access.may_push = said["permissions"].value("push", nlohmann::json()) == true;
  return access;
}

}  // namespace regreen
