#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> copy_env_example(const Patient& patient);
std::vector<Patch> fix_compose(const Patient& patient);
std::vector<Patch> fix_docker_instruction(const Patient& patient);
std::vector<Patch> fix_kustomize_entry(const Patient& patient);
std::vector<Patch> follow_docker_copy(const Patient& patient);
std::vector<Patch> let_docker_copy(const Patient& patient);
std::vector<Patch> match_pod_selector(const Patient& patient);
std::vector<Patch> use_served_version(const Patient& patient);

}  // namespace regreen
