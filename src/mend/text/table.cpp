#include "mend/fixers.h"
#include "mend/text/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> text_fixers() {
  static constexpr std::array rows = {
      FixerRow{"docs.fix-markdown", fix_markdown},
      FixerRow{"docs.fix-underline", fix_title_underline},
      FixerRow{"docs.follow-moved-page", follow_moved_page},
      FixerRow{"files.create-missing", create_missing_file},
      FixerRow{"files.fix-case", fix_file_case},
      FixerRow{"files.fix-path", fix_path},
      FixerRow{"files.name-interpreter", name_interpreter},
      FixerRow{"perl.end-true", end_perl_module},
      FixerRow{"php.add-use", add_php_use},
      FixerRow{"php.fix-offset", fix_php_offset},
      FixerRow{"ruby.allow-aliases", allow_yaml_aliases},
      FixerRow{"ruby.fix-require", fix_ruby_require},
      FixerRow{"shell.chmod", make_script_executable},
      FixerRow{"text.fix-name", fix_name},
      FixerRow{"text.fix-spelling", fix_spelling},
      FixerRow{"text.line-ends", use_unix_line_ends},
      FixerRow{"text.restore-utf8", restore_utf8},
      FixerRow{"text.trailing-whitespace", trim_trailing_whitespace},
  };
  return rows;
}

std::span<const ToolRow> text_tools() {
  static constexpr std::array rows = {
      ToolRow{"generated.make", make_generated_file},
      ToolRow{"generated.write", write_generated_file},
      ToolRow{"project.run-told", run_told_fix},
  };
  return rows;
}

}  // namespace regreen
