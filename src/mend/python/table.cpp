#include "mend/fixers.h"
#include "mend/python/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> python_fixers() {
  static constexpr std::array rows = {
      FixerRow{"coverage.follow-package", follow_covered_package},
      FixerRow{"mypy.list-untyped", list_untyped_library},
      FixerRow{"numpy.array-of-objects", make_array_of_objects},
      FixerRow{"pytest.fix-filter", fix_warning_filter},
      FixerRow{"pytest.fix-fixture", fix_pytest_fixture},
      FixerRow{"pytest.fix-scope", fix_fixture_scope},
      FixerRow{"pytest.from-parent", make_nodes_from_parent},
      FixerRow{"pytest.move-plugins", move_pytest_plugins},
      FixerRow{"pytest.take-fixture", take_called_fixture},
      FixerRow{"python.add-dependency", add_python_dependency},
      FixerRow{"python.add-hash", add_python_hash},
      FixerRow{"python.add-import", add_python_import},
      FixerRow{"python.add-init", add_python_init},
      FixerRow{"python.add-main", add_package_main},
      FixerRow{"python.add-package-data", add_package_data},
      FixerRow{"python.add-test-path", add_pytest_path},
      FixerRow{"python.allow-version", allow_python_version},
      FixerRow{"python.break-cycle", break_python_cycle},
      FixerRow{"python.default-factory", use_default_factory},
      FixerRow{"python.double-percent", double_argparse_percent},
      FixerRow{"python.drop-argument", drop_python_argument},
      FixerRow{"python.drop-removed-rule", drop_removed_ruff_rules},
      FixerRow{"python.drop-useless-option", drop_useless_pylint_options},
      FixerRow{"python.find-beside", find_data_beside},
      FixerRow{"python.fix-entry-point", fix_entry_point},
      FixerRow{"python.fix-finding", fix_python_finding},
      FixerRow{"python.fix-import", fix_python_import},
      FixerRow{"python.fix-layout", fix_python_layout},
      FixerRow{"python.fix-metadata", fix_python_metadata},
      FixerRow{"python.fix-pytest-settings", fix_pytest_settings},
      FixerRow{"python.fix-requirement", fix_python_requirement},
      FixerRow{"python.fix-setup-keys", fix_setup_keys},
      FixerRow{"python.fix-syntax", fix_python_syntax},
      FixerRow{"python.fix-types", fix_python_types},
      FixerRow{"python.flatten-else", flatten_python_else},
      FixerRow{"python.follow-attribute", follow_python_attribute},
      FixerRow{"python.follow-distribution", follow_distribution_name},
      FixerRow{"python.follow-keyword", follow_python_keyword},
      FixerRow{"python.follow-rename", follow_python_rename},
      FixerRow{"python.follow-tool", follow_tool_version},
      FixerRow{"python.follow-version", follow_python_version},
      FixerRow{"python.include-in-sdist", include_in_sdist},
      FixerRow{"python.join-sides", join_sides_of_requirements},
      FixerRow{"python.mark-async-fixture", mark_async_fixtures},
      FixerRow{"python.mark-typed", mark_python_typed},
      FixerRow{"python.modernize", modernize_python},
      FixerRow{"python.move-regex-flags", move_regex_flags},
      FixerRow{"python.name-algorithms", name_jwt_algorithms},
      FixerRow{"python.name-packages", name_python_packages},
      FixerRow{"python.name-star-imports", name_star_imports},
      FixerRow{"python.open-file", open_loaded_file},
      FixerRow{"python.order-fields", order_dataclass_fields},
      FixerRow{"python.place-imports", place_python_imports},
      FixerRow{"python.postpone-annotations", postpone_python_annotations},
      FixerRow{"python.read-marked-csv", read_marked_csv},
      FixerRow{"python.register-marker", register_pytest_marker},
      FixerRow{"python.remove-unused", remove_unused_python},
      FixerRow{"python.remove-unused-import", remove_unused_python_import},
      FixerRow{"python.rename-argument", rename_python_argument},
      FixerRow{"python.replace-removed", replace_removed_call},
      FixerRow{"python.say-encoding", say_python_encoding},
      FixerRow{"python.set-asyncio-mode", set_asyncio_mode},
      FixerRow{"python.set-frozen", set_frozen_fields},
      FixerRow{"python.sort-set", sort_python_sets},
      FixerRow{"python.use-backport", use_backport},
      FixerRow{"python.use-standard", use_standard_module},
      FixerRow{"python.use-utc", use_python_utc},
      FixerRow{"python.use-with", open_by_with},
      FixerRow{"python.write-enum-value", write_enum_values},
      FixerRow{"tests.bounded-wait", wait_within_bounds},
      FixerRow{"tests.compare-set", compare_python_sets},
      FixerRow{"tests.fix-mock-assertion", fix_mock_assertion},
      FixerRow{"tests.follow-words", follow_python_words},
      FixerRow{"tests.move-patch", move_patch_target},
      FixerRow{"tests.restore-state", restore_test_state},
      FixerRow{"text.to-utf8", store_as_utf8},
  };
  return rows;
}

std::span<const ToolRow> python_tools() {
  static constexpr std::array rows = {
      ToolRow{"python.black", format_with_black},
      ToolRow{"python.isort", sort_with_isort},
      ToolRow{"python.ruff", fix_with_ruff},
      ToolRow{"python.ruff-format", format_with_ruff},
  };
  return rows;
}

}  // namespace regreen
