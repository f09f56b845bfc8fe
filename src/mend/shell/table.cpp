#include "mend/fixers.h"
#include "mend/shell/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> shell_fixers() {
  static constexpr std::array rows = {
      FixerRow{"files.make-folder-once", make_folder_once},
      FixerRow{"perl.declare", declare_perl_variable},
      FixerRow{"perl.fix-syntax", fix_perl_syntax},
      FixerRow{"php.fix-syntax", fix_php_syntax},
      FixerRow{"ruby.add-require", add_ruby_require},
      FixerRow{"ruby.thaw-string", thaw_ruby_string},
      FixerRow{"shell.add-retry", add_shell_retry},
      FixerRow{"shell.count-safely", count_without_status},
      FixerRow{"shell.default-variable", default_shell_variable},
      FixerRow{"shell.fix-findings", fix_shell_findings},
      FixerRow{"shell.fix-program-name", fix_program_name},
      FixerRow{"shell.fix-syntax", fix_shell_syntax},
      FixerRow{"shell.fix-words", fix_shell_words},
      FixerRow{"shell.follow-source", follow_shell_source},
      FixerRow{"shell.from-own-folder", read_from_own_folder},
      FixerRow{"shell.print-escapes", print_shell_escapes},
      FixerRow{"shell.use-bash", use_bash},
  };
  return rows;
}

}  // namespace regreen
