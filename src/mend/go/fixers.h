#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> fix_go_imports(const Patient& patient);
std::vector<Patch> remove_unused_go(const Patient& patient);
std::vector<Patch> fix_go_syntax(const Patient& patient);
std::vector<Patch> fix_go_build_tag(const Patient& patient);
std::vector<Patch> fix_go_example(const Patient& patient);
std::vector<Patch> fix_go_field(const Patient& patient);
std::vector<Patch> fix_go_format(const Patient& patient);
std::vector<Patch> rename_go_package(const Patient& patient);
std::vector<Patch> fix_go_version(const Patient& patient);
std::vector<Patch> follow_go_member(const Patient& patient);
std::vector<Patch> follow_go_rename(const Patient& patient);
std::vector<Patch> raise_go_version(const Patient& patient);
std::vector<Patch> fix_go_replace(const Patient& patient);
std::vector<Patch> test_go_serially(const Patient& patient);
std::vector<Patch> use_external_go_test(const Patient& patient);
std::vector<Patch> fix_go_import_path(const Patient& patient);
std::vector<Patch> fix_go_types(const Patient& patient);
std::vector<Patch> fix_go_finding(const Patient& patient);
std::vector<Patch> fix_go_embed(const Patient& patient);
std::vector<Patch> constrain_go_fallback(const Patient& patient);
std::vector<Patch> link_cgo_library(const Patient& patient);
std::vector<Patch> rename_go_file(const Patient& patient);
std::vector<Patch> require_go_comparable(const Patient& patient);
std::vector<Patch> make_go_map(const Patient& patient);
std::vector<Patch> point_to_go_lock(const Patient& patient);
std::vector<Patch> fix_go_name(const Patient& patient);
std::vector<Patch> leave_out_go_program(const Patient& patient);
std::vector<Patch> use_go_module(const Patient& patient);
std::vector<ToolCall> format_with_gofmt(const Patient& patient);
std::vector<ToolCall> add_go_module(const Patient& patient);

}  // namespace regreen
