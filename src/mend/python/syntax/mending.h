#pragma once

#include "mend/python/language/source.h"
#include "mend/python/syntax/fault.h"
#include "model/patch.h"

#include <string>
#include <vector>

namespace regreen {

/// A file mended in the ways that make sense of it, likeliest first; empty where none does.
using MendedTexts = std::vector<std::string>;

/// The file with the edits, where all its brackets and strings are closed then.
MendedTexts mended(const PythonSource& source, std::vector<Edit> edits);

/// The statement that Python means; it names the line behind the one that lacks something.
const PyStatement* statement_of(const PythonSource& source, const PythonFault& fault);

/// Does the token begin a statement that a block belongs to?
bool is_compound(const PythonSource& source, std::size_t token);

// Statements

/// `def f(x)`, `if a == b`, `else`: the colon behind the header, there and wherever a block follows below without one.
MendedTexts add_colon(const PythonSource& source, const PythonFault& fault);

/// "Perhaps you forgot a comma?": the only place between brackets where two values touch.
MendedTexts add_comma(const PythonSource& source, const PythonFault& fault);

/// `x is 1`, where syntax warnings are errors.
MendedTexts compare_literal(const PythonSource& source, const PythonFault& fault);

/// `if x = 1:`; nothing where a call stands behind it, whose result may be meant to be kept.
MendedTexts compare_instead(const PythonSource& source, const PythonFault& fault);

/// `while chunk = file.read(4):` → `while chunk := file.read(4):`, where the block uses the name and nothing above does; Python 3.8.
MendedTexts assign_in_condition(const PythonSource& source, const PythonFault& fault);

/// Words of other languages: `else if`, `&&`, `||`, `i++`.
MendedTexts foreign_words(const PythonSource& source, const PythonFault& fault);

/// The innermost def around an `await`; null where it is no plain one.
const PyStatement* plain_def_around(const PythonSource& source, const PythonFault& fault);

/// `await` in a plain function: the innermost def around it becomes async.
MendedTexts make_async(const PythonSource& source, const PythonFault& fault);

/// What only Python 2 understands, where that is what Python stopped at.
MendedTexts python3(const PythonSource& source, const PythonFault& fault);

// Brackets

/// "'(' was never closed", where indentation shows how far it was meant to reach.
MendedTexts close_bracket(const PythonSource& source, const PythonFault& fault);

/// A closing bracket too many, or of the wrong kind.
MendedTexts right_bracket(const PythonSource& source, const PythonFault& fault);

// Strings and characters

/// A string without its last quote: behind the text, before brackets and signs that can only stand outside of it.
MendedTexts close_field(const PythonSource& source, const PythonFault& fault);
MendedTexts close_string(const PythonSource& source, const PythonFault& fault);

/// f"{row["name"]}" before Python 3.12: the quotes inside become the other kind.
MendedTexts requote_inside(const PythonSource& source, const PythonFault& fault);

/// A backslash inside a field of an f-string, before Python 3.12.
MendedTexts hoist_field(const PythonSource& source, const PythonFault& fault);

/// Characters that look like Python's own, outside of strings and comments, in the whole file.
MendedTexts plain_characters(const PythonSource& source, const PythonFault& fault);

/// "C:\Users": a path of Windows is meant as it is written.
MendedTexts raw_string(const PythonSource& source, const PythonFault& fault);

/// "\d" in a string that is not raw; an error where warnings are.
MendedTexts double_backslash(const PythonSource& source, const PythonFault& fault);

}  // namespace regreen
