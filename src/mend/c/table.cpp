#include "mend/c/fixers.h"
#include "mend/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> c_fixers() {
  static constexpr std::array rows = {
      FixerRow{"c.add-const", add_c_const},
      FixerRow{"c.add-guard", add_header_guard},
      FixerRow{"c.add-include", add_c_include},
      FixerRow{"c.add-include-path", add_include_path},
      FixerRow{"c.end-type", end_c_type},
      FixerRow{"c.apply-fixit", apply_c_fixit},
      FixerRow{"c.check-result", check_c_result},
      FixerRow{"c.compile-for-sharing", compile_for_sharing},
      FixerRow{"c.declare-as-c", declare_as_c},
      FixerRow{"c.declare-function", declare_c_function},
      FixerRow{"c.define-once", define_c_variable_once},
      FixerRow{"c.enclose-case", enclose_c_case},
      FixerRow{"c.enlarge-buffer", enlarge_c_buffer},
      FixerRow{"c.fix-definition", fix_c_definition},
      FixerRow{"c.fix-include", fix_c_include},
      FixerRow{"c.fix-stack-size", fix_stack_size},
      FixerRow{"c.fix-warning", fix_c_warning},
      FixerRow{"c.link-library", link_c_library},
      FixerRow{"c.make-inline", make_c_inline},
      FixerRow{"c.mark-fallthrough", mark_c_fallthrough},
      FixerRow{"c.order-libraries", order_c_libraries},
      FixerRow{"c.qualify-std", qualify_std},
      FixerRow{"c.raise-standard", raise_c_standard},
      FixerRow{"c.remove-unused", remove_unused_c},
      FixerRow{"c.rename-guard", rename_header_guard},
      FixerRow{"c.say-plainly", say_c_plainly},
      FixerRow{"cmake.add-package", add_cmake_package},
      FixerRow{"cmake.enable-language", enable_cmake_language},
      FixerRow{"cmake.enable-testing", enable_cmake_testing},
      FixerRow{"cmake.fix-command", fix_cmake_command},
      FixerRow{"cmake.fix-source", fix_cmake_source},
      FixerRow{"cmake.fix-target", fix_cmake_target},
      FixerRow{"cmake.install-header", install_cmake_header},
      FixerRow{"cmake.link-alike", link_cmake_alike},
      FixerRow{"cmake.link-publicly", link_cmake_publicly},
      FixerRow{"cmake.lower-version", lower_cmake_version},
      FixerRow{"cmake.run-in-source", run_ctest_in_source},
      FixerRow{"cpp.copy-view", copy_cpp_view},
      FixerRow{"cpp.drop-char8", drop_cpp_char8},
      FixerRow{"cpp.drop-exception-list", drop_cpp_exception_list},
      FixerRow{"cpp.follow-base", follow_cpp_base},
      FixerRow{"cpp.make-const", make_cpp_method_const},
      FixerRow{"cpp.move", move_cpp_owner},
      FixerRow{"make.double-dollars", double_make_dollars},
      FixerRow{"make.fix-target", fix_make_target},
      FixerRow{"make.make-folder", make_target_folder},
      FixerRow{"make.use-bash", use_bash_in_make},
      FixerRow{"make.use-tabs", use_make_tabs},
      FixerRow{"make.wait-for-header", wait_for_made_header},
  };
  return rows;
}

}  // namespace regreen
