#include "mend/fixers.h"
#include "mend/jvm/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> jvm_fixers() {
  static constexpr std::array rows = {
      FixerRow{"java.add-class-path", add_java_class_path},
      FixerRow{"java.add-import", add_java_import},
      FixerRow{"java.add-static-import", add_java_static_import},
      FixerRow{"java.copy-captured", copy_captured_variable},
      FixerRow{"java.declare-exception", declare_java_exception},
      FixerRow{"java.fix-code", fix_java_code},
      FixerRow{"java.fix-documentation", fix_java_documentation},
      FixerRow{"java.fix-import", fix_java_import},
      FixerRow{"java.fix-name", fix_java_name},
      FixerRow{"java.fix-package", fix_java_package},
      FixerRow{"java.fix-syntax", fix_java_syntax},
      FixerRow{"java.fix-warning", fix_java_warning},
      FixerRow{"java.modernize", modernize_java},
      FixerRow{"java.raise-release", raise_java_release},
      FixerRow{"java.rename-class", rename_java_class},
      FixerRow{"java.require-module", require_java_module},
      FixerRow{"java.say-encoding", say_java_encoding},
      FixerRow{"kotlin.add-import", add_kotlin_import},
      FixerRow{"kotlin.make-var", make_kotlin_var},
  };
  return rows;
}

}  // namespace regreen
