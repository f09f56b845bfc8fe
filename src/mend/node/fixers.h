#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> raise_script_language(const Patient& patient);
std::vector<Patch> build_before_tests(const Patient& patient);
std::vector<Patch> call_files_sync(const Patient& patient);
std::vector<Patch> add_package_export(const Patient& patient);
std::vector<Patch> call_with_new(const Patient& patient);
std::vector<Patch> call_super(const Patient& patient);
std::vector<Patch> fix_script_alias(const Patient& patient);
std::vector<Patch> replace_old_hash(const Patient& patient);
std::vector<Patch> add_node_dependency(const Patient& patient);
std::vector<Patch> add_node_types(const Patient& patient);
std::vector<ToolCall> install_node_dependency(const Patient& patient);
std::vector<ToolCall> install_node_types(const Patient& patient);
std::vector<Patch> set_module_type(const Patient& patient);
std::vector<Patch> drop_script_types(const Patient& patient);
std::vector<Patch> rename_script_config(const Patient& patient);
std::vector<Patch> rename_script(const Patient& patient);
std::vector<Patch> fix_script_name(const Patient& patient);
std::vector<Patch> fix_script_specifier(const Patient& patient);
std::vector<Patch> remove_unused_script_import(const Patient& patient);
std::vector<Patch> use_type_import(const Patient& patient);
std::vector<Patch> use_script_import(const Patient& patient);
std::vector<Patch> fix_node_module(const Patient& patient);
std::vector<Patch> add_script_import(const Patient& patient);
std::vector<Patch> remove_unused_script(const Patient& patient);
std::vector<Patch> fix_script_types(const Patient& patient);
std::vector<Patch> fix_tsconfig(const Patient& patient);
std::vector<Patch> drop_script_directive(const Patient& patient);
std::vector<Patch> follow_moved_export(const Patient& patient);
std::vector<Patch> follow_script_rename(const Patient& patient);
std::vector<Patch> name_script_arguments(const Patient& patient);
std::vector<Patch> follow_renamed_tests(const Patient& patient);
std::vector<Patch> find_node_tests(const Patient& patient);
std::vector<Patch> include_script_root(const Patient& patient);
std::vector<Patch> pack_file(const Patient& patient);
std::vector<Patch> widen_node_engines(const Patient& patient);
std::vector<Patch> follow_own_version(const Patient& patient);
std::vector<Patch> name_time_zone(const Patient& patient);
std::vector<Patch> fix_script_findings(const Patient& patient);
std::vector<ToolCall> format_with_prettier(const Patient& patient);
std::vector<ToolCall> fix_with_eslint(const Patient& patient);
std::vector<ToolCall> update_node_lock(const Patient& patient);

}  // namespace regreen
