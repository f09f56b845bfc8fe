#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> fix_workflow_key(const Patient& patient);
std::vector<Patch> fix_workflow_expression(const Patient& patient);
std::vector<Patch> fix_workflow_folder(const Patient& patient);
std::vector<Patch> fix_workflow_name(const Patient& patient);
std::vector<Patch> fix_variable_name(const Patient& patient);
std::vector<Patch> fix_workflow_reference(const Patient& patient);
std::vector<Patch> quote_workflow_version(const Patient& patient);
std::vector<Patch> free_disk_space(const Patient& patient);
std::vector<Patch> add_workflow_env(const Patient& patient);
std::vector<Patch> drop_gone_version(const Patient& patient);
std::vector<Patch> hand_over_variable(const Patient& patient);
std::vector<Patch> part_artifacts(const Patient& patient);
std::vector<Patch> upgrade_action(const Patient& patient);
std::vector<Patch> raise_timeout(const Patient& patient);

}  // namespace regreen
