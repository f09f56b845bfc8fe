#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> add_php_use(const Patient& patient);
std::vector<Patch> fix_php_offset(const Patient& patient);
std::vector<Patch> end_perl_module(const Patient& patient);
std::vector<Patch> fix_ruby_require(const Patient& patient);
std::vector<Patch> allow_yaml_aliases(const Patient& patient);
std::vector<Patch> trim_trailing_whitespace(const Patient& patient);
std::vector<Patch> use_unix_line_ends(const Patient& patient);
std::vector<Patch> fix_spelling(const Patient& patient);
std::vector<Patch> make_script_executable(const Patient& patient);
std::vector<Patch> create_missing_file(const Patient& patient);
std::vector<Patch> fix_name(const Patient& patient);
std::vector<Patch> name_interpreter(const Patient& patient);
std::vector<Patch> restore_utf8(const Patient& patient);
std::vector<Patch> fix_file_case(const Patient& patient);
std::vector<Patch> fix_path(const Patient& patient);
std::vector<Patch> fix_markdown(const Patient& patient);
std::vector<Patch> follow_moved_page(const Patient& patient);
std::vector<Patch> fix_title_underline(const Patient& patient);
std::vector<ToolCall> make_generated_file(const Patient& patient);
std::vector<ToolCall> write_generated_file(const Patient& patient);
std::vector<ToolCall> run_told_fix(const Patient& patient);

}  // namespace regreen
