#include "mend/fixers.h"
#include "mend/go/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> go_fixers() {
  static constexpr std::array rows = {
      FixerRow{"go.constrain-fallback", constrain_go_fallback},
      FixerRow{"go.fix-build-tag", fix_go_build_tag},
      FixerRow{"go.fix-embed", fix_go_embed},
      FixerRow{"go.fix-example", fix_go_example},
      FixerRow{"go.fix-field", fix_go_field},
      FixerRow{"go.fix-finding", fix_go_finding},
      FixerRow{"go.fix-format", fix_go_format},
      FixerRow{"go.fix-import-path", fix_go_import_path},
      FixerRow{"go.fix-imports", fix_go_imports},
      FixerRow{"go.fix-name", fix_go_name},
      FixerRow{"go.fix-replace", fix_go_replace},
      FixerRow{"go.fix-syntax", fix_go_syntax},
      FixerRow{"go.fix-types", fix_go_types},
      FixerRow{"go.fix-version", fix_go_version},
      FixerRow{"go.follow-member", follow_go_member},
      FixerRow{"go.follow-rename", follow_go_rename},
      FixerRow{"go.leave-out-program", leave_out_go_program},
      FixerRow{"go.link-library", link_cgo_library},
      FixerRow{"go.make-map", make_go_map},
      FixerRow{"go.point-to-lock", point_to_go_lock},
      FixerRow{"go.raise-version", raise_go_version},
      FixerRow{"go.remove-unused", remove_unused_go},
      FixerRow{"go.rename-file", rename_go_file},
      FixerRow{"go.rename-package", rename_go_package},
      FixerRow{"go.require-comparable", require_go_comparable},
      FixerRow{"go.test-serially", test_go_serially},
      FixerRow{"go.use-external-test", use_external_go_test},
      FixerRow{"go.use-module", use_go_module},
  };
  return rows;
}

std::span<const ToolRow> go_tools() {
  static constexpr std::array rows = {
      ToolRow{"go.add-module", add_go_module},
      ToolRow{"go.gofmt", format_with_gofmt},
  };
  return rows;
}

}  // namespace regreen
