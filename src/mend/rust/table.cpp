#include "mend/fixers.h"
#include "mend/rust/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> rust_fixers() {
  static constexpr std::array rows = {
      FixerRow{"rust.add-bound", add_rust_bound},
      FixerRow{"rust.add-crate", add_rust_crate},
      FixerRow{"rust.add-member", add_rust_member},
      FixerRow{"rust.add-mod", add_rust_module},
      FixerRow{"rust.add-use", add_rust_use},
      FixerRow{"rust.apply-suggestion", apply_rust_suggestion},
      FixerRow{"rust.clone-moved", clone_moved_rust},
      FixerRow{"rust.complete-type", complete_rust_type},
      FixerRow{"rust.count-atomically", count_rust_atomically},
      FixerRow{"rust.declare-feature", declare_rust_feature},
      FixerRow{"rust.declare-for-use", declare_rust_for_use},
      FixerRow{"rust.derive", derive_rust_trait},
      FixerRow{"rust.enable-feature", enable_rust_feature},
      FixerRow{"rust.fix-binary-name", fix_rust_binary_name},
      FixerRow{"rust.fix-crate-name", fix_rust_crate_name},
      FixerRow{"rust.fix-doc-link", fix_rust_doc_link},
      FixerRow{"rust.fix-include", fix_rust_include},
      FixerRow{"rust.fix-members", fix_rust_members},
      FixerRow{"rust.fix-module", fix_rust_module},
      FixerRow{"rust.follow-feature", follow_rust_feature},
      FixerRow{"rust.follow-module", follow_rust_module},
      FixerRow{"rust.follow-path-version", follow_rust_path_version},
      FixerRow{"rust.gate-import", gate_rust_import},
      FixerRow{"rust.list-in-workspace", list_in_rust_workspace},
      FixerRow{"rust.lower-lock", lower_rust_lock},
      FixerRow{"rust.make-visible", make_rust_visible},
      FixerRow{"rust.map-error", map_rust_error},
      FixerRow{"rust.order-macros", order_rust_macros},
      FixerRow{"rust.own-argument", own_rust_argument},
      FixerRow{"rust.pass-on-error", pass_on_rust_error},
      FixerRow{"rust.rewrite-for-clippy", rewrite_for_clippy},
      FixerRow{"rust.set-default-run", set_rust_default_run},
      FixerRow{"rust.set-edition", set_rust_edition},
      FixerRow{"rust.set-field", set_rust_field},
      FixerRow{"rust.write-for-edition", write_rust_for_edition},
  };
  return rows;
}

std::span<const ToolRow> rust_tools() {
  static constexpr std::array rows = {
      ToolRow{"rust.install-crate", install_rust_crate},
  };
  return rows;
}

}  // namespace regreen
