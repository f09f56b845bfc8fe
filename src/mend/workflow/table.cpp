#include "mend/fixers.h"
#include "mend/workflow/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> workflow_fixers() {
  static constexpr std::array rows = {
      FixerRow{"workflow.add-env", add_workflow_env},
      FixerRow{"workflow.drop-version", drop_gone_version},
      FixerRow{"workflow.fix-expression", fix_workflow_expression},
      FixerRow{"workflow.fix-folder", fix_workflow_folder},
      FixerRow{"workflow.fix-key", fix_workflow_key},
      FixerRow{"workflow.fix-name", fix_workflow_name},
      FixerRow{"workflow.fix-reference", fix_workflow_reference},
      FixerRow{"workflow.fix-variable", fix_variable_name},
      FixerRow{"workflow.fix-version", quote_workflow_version},
      FixerRow{"workflow.free-disk-space", free_disk_space},
      FixerRow{"workflow.hand-over-variable", hand_over_variable},
      FixerRow{"workflow.part-artifacts", part_artifacts},
      FixerRow{"workflow.raise-timeout", raise_timeout},
      FixerRow{"workflow.upgrade-action", upgrade_action},
  };
  return rows;
}

}  // namespace regreen
