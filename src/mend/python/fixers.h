#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> add_python_dependency(const Patient& patient);
std::vector<Patch> fix_python_import(const Patient& patient);
std::vector<Patch> add_python_import(const Patient& patient);
std::vector<Patch> place_python_imports(const Patient& patient);
std::vector<Patch> name_star_imports(const Patient& patient);
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
std::vector<Patch> postpone_python_annotations(const Patient& patient);
std::vector<Patch> order_dataclass_fields(const Patient& patient);
std::vector<Patch> fix_fixture_scope(const Patient& patient);
std::vector<Patch> move_pytest_plugins(const Patient& patient);
std::vector<Patch> set_frozen_fields(const Patient& patient);
std::vector<Patch> add_python_hash(const Patient& patient);
std::vector<Patch> move_patch_target(const Patient& patient);
std::vector<Patch> use_backport(const Patient& patient);
std::vector<Patch> use_standard_module(const Patient& patient);
std::vector<Patch> join_sides_of_requirements(const Patient& patient);
std::vector<Patch> mark_async_fixtures(const Patient& patient);
std::vector<Patch> restore_test_state(const Patient& patient);
std::vector<Patch> sort_python_sets(const Patient& patient);
std::vector<Patch> compare_python_sets(const Patient& patient);
std::vector<Patch> use_python_utc(const Patient& patient);
std::vector<Patch> wait_within_bounds(const Patient& patient);
std::vector<Patch> replace_removed_call(const Patient& patient);
std::vector<Patch> allow_python_version(const Patient& patient);
std::vector<Patch> take_called_fixture(const Patient& patient);
std::vector<Patch> fix_warning_filter(const Patient& patient);
std::vector<Patch> find_data_beside(const Patient& patient);
std::vector<Patch> make_array_of_objects(const Patient& patient);
std::vector<Patch> read_marked_csv(const Patient& patient);
std::vector<Patch> store_as_utf8(const Patient& patient);
std::vector<Patch> rename_python_argument(const Patient& patient);
std::vector<Patch> write_enum_values(const Patient& patient);
std::vector<Patch> follow_python_version(const Patient& patient);
std::vector<Patch> name_jwt_algorithms(const Patient& patient);
std::vector<Patch> fix_python_metadata(const Patient& patient);
std::vector<Patch> drop_removed_ruff_rules(const Patient& patient);
std::vector<Patch> add_package_main(const Patient& patient);
std::vector<Patch> make_nodes_from_parent(const Patient& patient);
std::vector<Patch> follow_python_words(const Patient& patient);
std::vector<Patch> fix_setup_keys(const Patient& patient);
std::vector<Patch> drop_useless_pylint_options(const Patient& patient);
std::vector<Patch> follow_python_attribute(const Patient& patient);
std::vector<Patch> follow_python_rename(const Patient& patient);
std::vector<Patch> fix_mock_assertion(const Patient& patient);
std::vector<Patch> list_untyped_library(const Patient& patient);
std::vector<Patch> mark_python_typed(const Patient& patient);
std::vector<Patch> include_in_sdist(const Patient& patient);
std::vector<Patch> follow_distribution_name(const Patient& patient);
std::vector<Patch> drop_python_argument(const Patient& patient);
std::vector<Patch> follow_covered_package(const Patient& patient);
std::vector<Patch> double_argparse_percent(const Patient& patient);
std::vector<Patch> follow_tool_version(const Patient& patient);
std::vector<Patch> open_loaded_file(const Patient& patient);

std::vector<ToolCall> sort_with_isort(const Patient& patient);
std::vector<ToolCall> format_with_black(const Patient& patient);
std::vector<ToolCall> fix_with_ruff(const Patient& patient);
std::vector<ToolCall> format_with_ruff(const Patient& patient);

}  // namespace regreen
