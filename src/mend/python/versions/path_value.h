#pragma once

#include "mend/python/language/expression.h"
#include "mend/python/language/source.h"
#include "model/tree.h"

namespace regreen {

/// Is a path what a call of the statement is meant to be given? What a function takes may be an open file for its other callers: a
/// path must be said where it stands (`ROOT / "a.toml"`, `Path(name)`, `config_path`), is bound, or is declared.
bool is_meant_as_path(const PythonSource& source, const PyStatement& one, const PyValue& given);

/// Does a call of the function around a statement give it an open file: `read(sys.stdin)`, `read(open(path))`?
bool is_handed_open_file(const Tree& tree, const PythonSource& source, const PyStatement& one);

}  // namespace regreen
