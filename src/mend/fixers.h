#pragma once

#include "mend/fixer.h"

namespace regreen {

// Python
std::vector<Patch> add_python_dependency(const Patient& patient);
std::vector<Patch> fix_python_import(const Patient& patient);
std::vector<Patch> add_python_import(const Patient& patient);
std::vector<Patch> remove_unused_python_import(const Patient& patient);
std::vector<Patch> add_python_init(const Patient& patient);
std::vector<Patch> modernize_python(const Patient& patient);
std::vector<Patch> fix_python_syntax(const Patient& patient);
std::vector<Patch> fix_python_layout(const Patient& patient);
std::vector<Patch> fix_python_types(const Patient& patient);
std::vector<Patch> fix_python_requirement(const Patient& patient);
std::vector<Patch> fix_pytest_fixture(const Patient& patient);
std::vector<Patch> move_regex_flags(const Patient& patient);
std::vector<Patch> flatten_python_else(const Patient& patient);
std::vector<Patch> register_pytest_marker(const Patient& patient);
std::vector<Patch> name_python_packages(const Patient& patient);
std::vector<Patch> say_python_encoding(const Patient& patient);
std::vector<Patch> fix_pytest_settings(const Patient& patient);
std::vector<Patch> add_pytest_path(const Patient& patient);
std::vector<Patch> fix_entry_point(const Patient& patient);
std::vector<Patch> remove_unused_python(const Patient& patient);
std::vector<Patch> set_asyncio_mode(const Patient& patient);
std::vector<Patch> break_python_cycle(const Patient& patient);
std::vector<Patch> use_default_factory(const Patient& patient);
std::vector<Patch> add_package_data(const Patient& patient);
std::vector<Patch> fix_python_finding(const Patient& patient);
std::vector<Patch> open_by_with(const Patient& patient);
std::vector<Patch> raise_script_language(const Patient& patient);
std::vector<Patch> call_files_sync(const Patient& patient);
std::vector<Patch> add_package_export(const Patient& patient);
std::vector<Patch> remove_byte_order_mark(const Patient& patient);
std::vector<Patch> postpone_python_annotations(const Patient& patient);
std::vector<Patch> order_dataclass_fields(const Patient& patient);
std::vector<Patch> fix_fixture_scope(const Patient& patient);
std::vector<Patch> mark_async_fixtures(const Patient& patient);
std::vector<Patch> restore_test_state(const Patient& patient);
std::vector<Patch> sort_python_sets(const Patient& patient);
std::vector<Patch> use_python_utc(const Patient& patient);

// JavaScript and TypeScript
std::vector<Patch> add_node_dependency(const Patient& patient);
std::vector<Patch> add_node_types(const Patient& patient);
std::vector<ToolCall> install_node_dependency(const Patient& patient);
std::vector<ToolCall> install_node_types(const Patient& patient);
std::vector<Patch> set_module_type(const Patient& patient);
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
std::vector<Patch> widen_node_engines(const Patient& patient);
std::vector<Patch> fix_script_findings(const Patient& patient);
std::vector<ToolCall> format_with_prettier(const Patient& patient);
std::vector<ToolCall> fix_with_eslint(const Patient& patient);
std::vector<ToolCall> update_node_lock(const Patient& patient);

// C and C++
std::vector<Patch> apply_c_fixit(const Patient& patient);
std::vector<Patch> add_c_include(const Patient& patient);
std::vector<Patch> remove_unused_c(const Patient& patient);
std::vector<Patch> link_c_library(const Patient& patient);
std::vector<Patch> declare_c_function(const Patient& patient);
std::vector<Patch> fix_c_definition(const Patient& patient);
std::vector<Patch> make_c_inline(const Patient& patient);
std::vector<Patch> add_header_guard(const Patient& patient);
std::vector<Patch> qualify_std(const Patient& patient);
std::vector<Patch> raise_c_standard(const Patient& patient);
std::vector<Patch> fix_c_warning(const Patient& patient);
std::vector<Patch> use_make_tabs(const Patient& patient);
std::vector<Patch> add_cmake_package(const Patient& patient);
std::vector<Patch> fix_cmake_command(const Patient& patient);
std::vector<Patch> fix_cmake_source(const Patient& patient);
std::vector<Patch> fix_cmake_target(const Patient& patient);
std::vector<Patch> lower_cmake_version(const Patient& patient);
std::vector<Patch> fix_c_include(const Patient& patient);
std::vector<Patch> add_include_path(const Patient& patient);
std::vector<Patch> define_c_variable_once(const Patient& patient);
std::vector<Patch> make_cpp_method_const(const Patient& patient);
std::vector<Patch> enable_cmake_testing(const Patient& patient);

// Rust
std::vector<Patch> add_rust_use(const Patient& patient);
std::vector<Patch> make_rust_visible(const Patient& patient);
std::vector<Patch> clone_moved_rust(const Patient& patient);
std::vector<Patch> apply_rust_suggestion(const Patient& patient);
std::vector<Patch> add_rust_crate(const Patient& patient);
std::vector<Patch> set_rust_edition(const Patient& patient);
std::vector<Patch> add_rust_module(const Patient& patient);
std::vector<Patch> derive_rust_trait(const Patient& patient);
std::vector<Patch> declare_rust_feature(const Patient& patient);
std::vector<Patch> fix_rust_module(const Patient& patient);
std::vector<Patch> fix_rust_crate_name(const Patient& patient);
std::vector<Patch> fix_rust_binary_name(const Patient& patient);
std::vector<Patch> fix_rust_members(const Patient& patient);
std::vector<Patch> map_rust_error(const Patient& patient);
std::vector<ToolCall> install_rust_crate(const Patient& patient);

// Go
std::vector<Patch> fix_go_imports(const Patient& patient);
std::vector<Patch> remove_unused_go(const Patient& patient);
std::vector<Patch> fix_go_syntax(const Patient& patient);
std::vector<Patch> fix_go_field(const Patient& patient);
std::vector<Patch> fix_go_format(const Patient& patient);
std::vector<Patch> rename_go_package(const Patient& patient);
std::vector<Patch> fix_go_version(const Patient& patient);
std::vector<Patch> raise_go_version(const Patient& patient);
std::vector<Patch> fix_go_replace(const Patient& patient);
std::vector<Patch> test_go_serially(const Patient& patient);
std::vector<Patch> use_external_go_test(const Patient& patient);
std::vector<Patch> fix_go_import_path(const Patient& patient);
std::vector<Patch> fix_go_types(const Patient& patient);
std::vector<Patch> fix_go_finding(const Patient& patient);
std::vector<Patch> fix_go_name(const Patient& patient);
std::vector<ToolCall> add_go_module(const Patient& patient);

// Workflows and containers
std::vector<Patch> fix_compose(const Patient& patient);
std::vector<Patch> fix_docker_instruction(const Patient& patient);
std::vector<Patch> let_docker_copy(const Patient& patient);
std::vector<Patch> fix_workflow_key(const Patient& patient);
std::vector<Patch> quote_workflow_version(const Patient& patient);
std::vector<Patch> free_disk_space(const Patient& patient);
std::vector<Patch> add_workflow_env(const Patient& patient);
std::vector<Patch> upgrade_action(const Patient& patient);
std::vector<Patch> raise_timeout(const Patient& patient);

// Java
std::vector<Patch> add_java_import(const Patient& patient);
std::vector<Patch> fix_java_warning(const Patient& patient);
std::vector<Patch> add_java_static_import(const Patient& patient);
std::vector<Patch> declare_java_exception(const Patient& patient);
std::vector<Patch> fix_java_syntax(const Patient& patient);
std::vector<Patch> fix_java_package(const Patient& patient);
std::vector<Patch> rename_java_class(const Patient& patient);
std::vector<Patch> modernize_java(const Patient& patient);
std::vector<Patch> fix_java_name(const Patient& patient);
std::vector<Patch> fix_java_import(const Patient& patient);
std::vector<Patch> fix_java_code(const Patient& patient);
std::vector<Patch> raise_java_release(const Patient& patient);
std::vector<Patch> copy_captured_variable(const Patient& patient);
std::vector<Patch> add_kotlin_import(const Patient& patient);
std::vector<Patch> make_kotlin_var(const Patient& patient);

// Ruby, PHP and Perl
std::vector<Patch> add_ruby_require(const Patient& patient);
std::vector<Patch> thaw_ruby_string(const Patient& patient);
std::vector<Patch> fix_php_syntax(const Patient& patient);
std::vector<Patch> declare_perl_variable(const Patient& patient);
std::vector<Patch> fix_perl_syntax(const Patient& patient);
std::vector<Patch> add_php_use(const Patient& patient);
std::vector<Patch> fix_php_offset(const Patient& patient);
std::vector<Patch> end_perl_module(const Patient& patient);
std::vector<Patch> fix_ruby_require(const Patient& patient);
std::vector<Patch> allow_yaml_aliases(const Patient& patient);

// Text and files
std::vector<Patch> trim_trailing_whitespace(const Patient& patient);
std::vector<Patch> use_unix_line_ends(const Patient& patient);
std::vector<Patch> fix_spelling(const Patient& patient);
std::vector<Patch> fix_yaml_format(const Patient& patient);
std::vector<Patch> fix_yaml_indent(const Patient& patient);
std::vector<Patch> quote_yaml_value(const Patient& patient);
std::vector<Patch> make_script_executable(const Patient& patient);
std::vector<Patch> create_missing_file(const Patient& patient);
std::vector<Patch> add_shell_retry(const Patient& patient);
std::vector<Patch> wait_within_bounds(const Patient& patient);
std::vector<Patch> fix_name(const Patient& patient);
std::vector<Patch> fix_path(const Patient& patient);
std::vector<Patch> store_as_utf8(const Patient& patient);
std::vector<Patch> fix_json_syntax(const Patient& patient);
std::vector<Patch> fix_data_type(const Patient& patient);
std::vector<Patch> fix_toml_syntax(const Patient& patient);
std::vector<Patch> use_bash_in_make(const Patient& patient);
std::vector<Patch> fix_make_target(const Patient& patient);
std::vector<Patch> make_target_folder(const Patient& patient);
std::vector<Patch> use_bash(const Patient& patient);
std::vector<Patch> fix_shell_words(const Patient& patient);
std::vector<Patch> fix_shell_findings(const Patient& patient);
std::vector<Patch> fix_shell_syntax(const Patient& patient);
std::vector<Patch> fix_markdown(const Patient& patient);
std::vector<Patch> fix_title_underline(const Patient& patient);
std::vector<Patch> default_shell_variable(const Patient& patient);
std::vector<Patch> make_folder_once(const Patient& patient);

}  // namespace regreen
