#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> add_rust_use(const Patient& patient);
std::vector<Patch> make_rust_visible(const Patient& patient);
std::vector<Patch> clone_moved_rust(const Patient& patient);
std::vector<Patch> apply_rust_suggestion(const Patient& patient);
std::vector<Patch> add_rust_crate(const Patient& patient);
std::vector<Patch> set_rust_edition(const Patient& patient);
std::vector<Patch> follow_rust_feature(const Patient& patient);
std::vector<Patch> add_rust_module(const Patient& patient);
std::vector<Patch> derive_rust_trait(const Patient& patient);
std::vector<Patch> declare_rust_feature(const Patient& patient);
std::vector<Patch> fix_rust_module(const Patient& patient);
std::vector<Patch> fix_rust_crate_name(const Patient& patient);
std::vector<Patch> fix_rust_binary_name(const Patient& patient);
std::vector<Patch> fix_rust_members(const Patient& patient);
std::vector<Patch> map_rust_error(const Patient& patient);
std::vector<Patch> fix_rust_include(const Patient& patient);
std::vector<Patch> order_rust_macros(const Patient& patient);
std::vector<Patch> add_rust_bound(const Patient& patient);
std::vector<Patch> fix_rust_doc_link(const Patient& patient);
std::vector<Patch> count_rust_atomically(const Patient& patient);
std::vector<Patch> pass_on_rust_error(const Patient& patient);
std::vector<Patch> add_rust_member(const Patient& patient);
std::vector<Patch> own_rust_argument(const Patient& patient);
std::vector<Patch> follow_rust_module(const Patient& patient);
std::vector<Patch> gate_rust_import(const Patient& patient);
std::vector<Patch> write_rust_for_edition(const Patient& patient);
std::vector<Patch> complete_rust_type(const Patient& patient);
std::vector<Patch> rewrite_for_clippy(const Patient& patient);
std::vector<Patch> set_rust_default_run(const Patient& patient);
std::vector<Patch> declare_rust_for_use(const Patient& patient);
std::vector<Patch> set_rust_field(const Patient& patient);
std::vector<Patch> list_in_rust_workspace(const Patient& patient);
std::vector<Patch> enable_rust_feature(const Patient& patient);
std::vector<Patch> follow_rust_path_version(const Patient& patient);
std::vector<Patch> lower_rust_lock(const Patient& patient);
std::vector<ToolCall> install_rust_crate(const Patient& patient);

}  // namespace regreen
