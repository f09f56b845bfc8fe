#pragma once

#include "mend/text/code_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// The text of a source with comments and the insides of literals blanked out, byte for byte as long, in the language that the
/// file's name tells; what an f-string or a template computes is code. Nothing for files that are no source we can read, and for
/// those that are longer than people write.
std::optional<std::string> code_of(std::string_view path, std::string_view text);

/// Is the file one of Python, of C or C++, of JavaScript or TypeScript?
bool is_python_file(std::string_view path);
bool is_c_file(std::string_view path);
bool is_script_file(std::string_view path);

/// How the language of a file writes, by its name; nothing for Python, and for what is no source.
std::optional<Speech> speech_of(std::string_view path);

/// Are two files sources of one language?
bool is_same_language(std::string_view path, std::string_view other);

}  // namespace regreen
