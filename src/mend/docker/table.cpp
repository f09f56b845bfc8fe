#include "mend/docker/fixers.h"
#include "mend/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> docker_fixers() {
  static constexpr std::array rows = {
      FixerRow{"docker.copy-env-example", copy_env_example},
      FixerRow{"docker.fix-compose", fix_compose},
      FixerRow{"docker.fix-instruction", fix_docker_instruction},
      FixerRow{"docker.follow-move", follow_docker_copy},
      FixerRow{"docker.let-copy", let_docker_copy},
      FixerRow{"kustomize.fix-entry", fix_kustomize_entry},
      FixerRow{"kubernetes.match-selector", match_pod_selector},
      FixerRow{"kubernetes.use-served-version", use_served_version},
  };
  return rows;
}

}  // namespace regreen
