#pragma once

#include "mend/python/language/source.h"

#include <cstddef>
#include <string>
#include <vector>

namespace regreen {

/// Does every statement stand on a level that is open, deeper exactly where a block begins, without mixing tabs and
/// spaces in a way that Python 3 refuses?
bool is_indented_well(const PythonSource& source);

/// Texts with tabs at the front of lines replaced by blanks, likeliest first; none where nothing would change or no
/// width of a tab makes sense. Lines inside strings and brackets stay as they are.
std::vector<std::string> without_tabs(const PythonSource& source);

/// Texts in which the statement on the line stands where it can: for "unexpected indent", "unindent does not match"
/// and "expected an indented block". Likeliest first.
std::vector<std::string> indented_anew(const PythonSource& source, std::size_t line);

}  // namespace regreen
