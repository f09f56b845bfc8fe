#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> apply_c_fixit(const Patient& patient);
std::vector<Patch> add_c_include(const Patient& patient);
std::vector<Patch> remove_unused_c(const Patient& patient);
std::vector<Patch> link_c_library(const Patient& patient);
std::vector<Patch> declare_c_function(const Patient& patient);
std::vector<Patch> fix_c_definition(const Patient& patient);
std::vector<Patch> make_c_inline(const Patient& patient);
std::vector<Patch> add_header_guard(const Patient& patient);
std::vector<Patch> rename_header_guard(const Patient& patient);
std::vector<Patch> qualify_std(const Patient& patient);
std::vector<Patch> raise_c_standard(const Patient& patient);
std::vector<Patch> fix_stack_size(const Patient& patient);
std::vector<Patch> fix_c_warning(const Patient& patient);
std::vector<Patch> double_make_dollars(const Patient& patient);
std::vector<Patch> use_make_tabs(const Patient& patient);
std::vector<Patch> add_cmake_package(const Patient& patient);
std::vector<Patch> fix_cmake_command(const Patient& patient);
std::vector<Patch> fix_cmake_source(const Patient& patient);
std::vector<Patch> fix_cmake_target(const Patient& patient);
std::vector<Patch> follow_cpp_base(const Patient& patient);
std::vector<Patch> lower_cmake_version(const Patient& patient);
std::vector<Patch> fix_c_include(const Patient& patient);
std::vector<Patch> add_include_path(const Patient& patient);
std::vector<Patch> end_c_type(const Patient& patient);
std::vector<Patch> define_c_variable_once(const Patient& patient);
std::vector<Patch> make_cpp_method_const(const Patient& patient);
std::vector<Patch> enable_cmake_testing(const Patient& patient);
std::vector<Patch> use_bash_in_make(const Patient& patient);
std::vector<Patch> fix_make_target(const Patient& patient);
std::vector<Patch> enclose_c_case(const Patient& patient);
std::vector<Patch> mark_c_fallthrough(const Patient& patient);
std::vector<Patch> declare_as_c(const Patient& patient);
std::vector<Patch> compile_for_sharing(const Patient& patient);
std::vector<Patch> move_cpp_owner(const Patient& patient);
std::vector<Patch> copy_cpp_view(const Patient& patient);
std::vector<Patch> make_target_folder(const Patient& patient);
std::vector<Patch> add_c_const(const Patient& patient);
std::vector<Patch> link_cmake_alike(const Patient& patient);
std::vector<Patch> enable_cmake_language(const Patient& patient);
std::vector<Patch> run_ctest_in_source(const Patient& patient);
std::vector<Patch> check_c_result(const Patient& patient);
std::vector<Patch> drop_cpp_char8(const Patient& patient);
std::vector<Patch> drop_cpp_exception_list(const Patient& patient);
std::vector<Patch> enlarge_c_buffer(const Patient& patient);
std::vector<Patch> install_cmake_header(const Patient& patient);
std::vector<Patch> link_cmake_publicly(const Patient& patient);
std::vector<Patch> order_c_libraries(const Patient& patient);
std::vector<Patch> say_c_plainly(const Patient& patient);
std::vector<Patch> wait_for_made_header(const Patient& patient);

}  // namespace regreen
