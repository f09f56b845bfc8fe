#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> follow_excluded_folder(const Patient& patient);
std::vector<Patch> remove_byte_order_mark(const Patient& patient);
std::vector<Patch> fix_yaml_format(const Patient& patient);
std::vector<Patch> join_yaml_halves(const Patient& patient);
std::vector<Patch> fix_yaml_indent(const Patient& patient);
std::vector<Patch> quote_yaml_value(const Patient& patient);
std::vector<Patch> fix_json_syntax(const Patient& patient);
std::vector<Patch> fix_data_type(const Patient& patient);
std::vector<Patch> double_ini_percent(const Patient& patient);
std::vector<Patch> move_ini_comment(const Patient& patient);
std::vector<Patch> fix_toml_syntax(const Patient& patient);

}  // namespace regreen
