#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> add_shell_retry(const Patient& patient);
std::vector<Patch> use_bash(const Patient& patient);
std::vector<Patch> print_shell_escapes(const Patient& patient);
std::vector<Patch> fix_shell_words(const Patient& patient);
std::vector<Patch> fix_shell_findings(const Patient& patient);
std::vector<Patch> fix_shell_syntax(const Patient& patient);
std::vector<Patch> default_shell_variable(const Patient& patient);
std::vector<Patch> count_without_status(const Patient& patient);
std::vector<Patch> read_from_own_folder(const Patient& patient);
std::vector<Patch> fix_program_name(const Patient& patient);
std::vector<Patch> follow_shell_source(const Patient& patient);
std::vector<Patch> make_folder_once(const Patient& patient);
std::vector<Patch> add_ruby_require(const Patient& patient);
std::vector<Patch> thaw_ruby_string(const Patient& patient);
std::vector<Patch> fix_php_syntax(const Patient& patient);
std::vector<Patch> declare_perl_variable(const Patient& patient);
std::vector<Patch> fix_perl_syntax(const Patient& patient);

}  // namespace regreen
