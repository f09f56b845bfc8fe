#include "mend/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> fixers() {
  static constexpr std::array rows = {
      FixerRow{"python.add-dependency", add_python_dependency},
      FixerRow{"python.fix-import", fix_python_import},
      FixerRow{"python.add-import", add_python_import},
      FixerRow{"python.remove-unused-import", remove_unused_python_import},
      FixerRow{"python.add-init", add_python_init},
      FixerRow{"python.modernize", modernize_python},
      FixerRow{"python.fix-syntax", fix_python_syntax},
      FixerRow{"python.fix-layout", fix_python_layout},
      FixerRow{"python.fix-types", fix_python_types},
      FixerRow{"python.fix-requirement", fix_python_requirement},
      FixerRow{"python.register-marker", register_pytest_marker},
      FixerRow{"python.name-packages", name_python_packages},
      FixerRow{"text.line-ends", use_unix_line_ends},
      FixerRow{"text.fix-spelling", fix_spelling},
      FixerRow{"js.add-dependency", add_node_dependency},
      FixerRow{"js.add-types", add_node_types},
      FixerRow{"js.module-type", set_module_type},
      FixerRow{"js.fix-script-name", rename_script},
      FixerRow{"c.apply-fixit", apply_c_fixit},
      FixerRow{"c.add-include", add_c_include},
      FixerRow{"c.remove-unused", remove_unused_c},
      FixerRow{"c.link-library", link_c_library},
      FixerRow{"c.add-guard", add_header_guard},
      FixerRow{"c.qualify-std", qualify_std},
      FixerRow{"c.raise-standard", raise_c_standard},
      FixerRow{"c.fix-warning", fix_c_warning},
      FixerRow{"make.use-tabs", use_make_tabs},
      FixerRow{"cmake.fix-command", fix_cmake_command},
      FixerRow{"cmake.fix-source", fix_cmake_source},
      FixerRow{"cmake.lower-version", lower_cmake_version},
      FixerRow{"c.fix-include", fix_c_include},
      FixerRow{"rust.add-use", add_rust_use},
      FixerRow{"rust.set-edition", set_rust_edition},
      FixerRow{"rust.apply-suggestion", apply_rust_suggestion},
      FixerRow{"rust.add-crate", add_rust_crate},
      FixerRow{"go.fix-imports", fix_go_imports},
      FixerRow{"go.remove-unused", remove_unused_go},
      FixerRow{"go.fix-syntax", fix_go_syntax},
      FixerRow{"go.fix-format", fix_go_format},
      FixerRow{"go.rename-package", rename_go_package},
      FixerRow{"docker.fix-instruction", fix_docker_instruction},
      FixerRow{"workflow.upgrade-action", upgrade_action},
      FixerRow{"workflow.raise-timeout", raise_timeout},
      FixerRow{"js.fix-name", fix_script_name},
      FixerRow{"js.fix-specifier", fix_script_specifier},
      FixerRow{"js.remove-unused-import", remove_unused_script_import},
      FixerRow{"java.add-import", add_java_import},
      FixerRow{"java.fix-syntax", fix_java_syntax},
      FixerRow{"java.fix-package", fix_java_package},
      FixerRow{"java.rename-class", rename_java_class},
      FixerRow{"kotlin.add-import", add_kotlin_import},
      FixerRow{"kotlin.make-var", make_kotlin_var},
      FixerRow{"text.trailing-whitespace", trim_trailing_whitespace},
      FixerRow{"yaml.fix-format", fix_yaml_format},
      FixerRow{"yaml.quote-colon", quote_yaml_value},
      FixerRow{"shell.add-retry", add_shell_retry},
      FixerRow{"tests.bounded-wait", wait_within_bounds},
      FixerRow{"shell.chmod", make_script_executable},
      FixerRow{"files.create-missing", create_missing_file},
      FixerRow{"text.fix-name", fix_name},
      FixerRow{"json.fix-syntax", fix_json_syntax},
      FixerRow{"toml.fix-syntax", fix_toml_syntax},
      FixerRow{"make.use-bash", use_bash_in_make},
      FixerRow{"make.fix-target", fix_make_target},
      FixerRow{"shell.use-bash", use_bash},
      FixerRow{"shell.fix-words", fix_shell_words},
      FixerRow{"js.fix-module", fix_node_module},
      FixerRow{"python.say-encoding", say_python_encoding},
      FixerRow{"text.to-utf8", store_as_utf8},
      FixerRow{"python.fix-pytest-settings", fix_pytest_settings},
      FixerRow{"python.add-test-path", add_pytest_path},
      FixerRow{"ruby.add-require", add_ruby_require},
      FixerRow{"ruby.thaw-string", thaw_ruby_string},
      FixerRow{"php.fix-syntax", fix_php_syntax},
      FixerRow{"perl.declare", declare_perl_variable},
  };
  return rows;
}

std::span<const ToolRow> tool_choosers() {
  static constexpr std::array rows = {
      ToolRow{"rust.install-crate", install_rust_crate}, ToolRow{"go.add-module", add_go_module},
      ToolRow{"js.prettier", format_with_prettier},      ToolRow{"js.eslint", fix_with_eslint},
      ToolRow{"js.update-lock", update_node_lock},       ToolRow{"js.install-dependency", install_node_dependency},
      ToolRow{"js.install-types", install_node_types},
  };
  return rows;
}

}  // namespace regreen
