#pragma once

#include "mend/fixer.h"

namespace regreen {

std::vector<Patch> add_java_class_path(const Patient& patient);
std::vector<Patch> add_java_import(const Patient& patient);
std::vector<Patch> fix_java_warning(const Patient& patient);
std::vector<Patch> add_java_static_import(const Patient& patient);
std::vector<Patch> declare_java_exception(const Patient& patient);
std::vector<Patch> fix_java_syntax(const Patient& patient);
std::vector<Patch> fix_java_package(const Patient& patient);
std::vector<Patch> rename_java_class(const Patient& patient);
std::vector<Patch> modernize_java(const Patient& patient);
std::vector<Patch> fix_java_name(const Patient& patient);
std::vector<Patch> fix_java_import(const Patient& patient);
std::vector<Patch> fix_java_code(const Patient& patient);
std::vector<Patch> raise_java_release(const Patient& patient);
std::vector<Patch> require_java_module(const Patient& patient);
std::vector<Patch> say_java_encoding(const Patient& patient);
std::vector<Patch> copy_captured_variable(const Patient& patient);
std::vector<Patch> fix_java_documentation(const Patient& patient);
std::vector<Patch> add_kotlin_import(const Patient& patient);
std::vector<Patch> make_kotlin_var(const Patient& patient);

}  // namespace regreen
