#include "mend/fixers.h"
#include "mend/node/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> node_fixers() {
  static constexpr std::array rows = {
      FixerRow{"js.add-dependency", add_node_dependency},
      FixerRow{"js.add-export", add_package_export},
      FixerRow{"js.add-import", add_script_import},
      FixerRow{"js.add-types", add_node_types},
      FixerRow{"js.build-first", build_before_tests},
      FixerRow{"js.call-sync", call_files_sync},
      FixerRow{"js.call-super", call_super},
      FixerRow{"js.call-with-new", call_with_new},
      FixerRow{"js.drop-directive", drop_script_directive},
      FixerRow{"js.drop-types", drop_script_types},
      FixerRow{"js.find-tests", find_node_tests},
      FixerRow{"js.fix-alias", fix_script_alias},
      FixerRow{"js.fix-finding", fix_script_findings},
      FixerRow{"js.fix-module", fix_node_module},
      FixerRow{"js.fix-name", fix_script_name},
      FixerRow{"js.fix-script-name", rename_script},
      FixerRow{"js.fix-specifier", fix_script_specifier},
      FixerRow{"js.fix-tsconfig", fix_tsconfig},
      FixerRow{"js.fix-types", fix_script_types},
      FixerRow{"js.follow-export", follow_moved_export},
      FixerRow{"js.follow-rename", follow_script_rename},
      FixerRow{"js.follow-tests", follow_renamed_tests},
      FixerRow{"js.follow-version", follow_own_version},
      FixerRow{"js.include-root", include_script_root},
      FixerRow{"js.module-type", set_module_type},
      FixerRow{"js.name-arguments", name_script_arguments},
      FixerRow{"js.name-time-zone", name_time_zone},
      FixerRow{"js.pack-file", pack_file},
      FixerRow{"js.raise-language", raise_script_language},
      FixerRow{"js.remove-unused", remove_unused_script},
      FixerRow{"js.remove-unused-import", remove_unused_script_import},
      FixerRow{"js.rename-config", rename_script_config},
      FixerRow{"js.replace-hash", replace_old_hash},
      FixerRow{"js.use-import", use_script_import},
      FixerRow{"js.use-type-import", use_type_import},
      FixerRow{"js.widen-engines", widen_node_engines},
  };
  return rows;
}

std::span<const ToolRow> node_tools() {
  static constexpr std::array rows = {
      ToolRow{"js.eslint", fix_with_eslint},           ToolRow{"js.install-dependency", install_node_dependency},
      ToolRow{"js.install-types", install_node_types}, ToolRow{"js.prettier", format_with_prettier},
      ToolRow{"js.update-lock", update_node_lock},
  };
  return rows;
}

}  // namespace regreen
