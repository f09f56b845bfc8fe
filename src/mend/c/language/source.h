#pragma once

#include "mend/draft.h"
#include "model/patch.h"
#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A file as it is, and what of it is code.
struct CSource {
  std::string text, code;
};

/// The source as drafted so far; nothing where it is not there, or longer than what people write.
std::optional<CSource> c_source(const Draft& draft, std::string_view file);

/// Is a file C++ by its name? Headers named .h are C.
bool is_cpp(std::string_view path);

/// Is a file C or C++ by its name?
bool is_c_family(std::string_view path);

/// Is a file a header of C or C++ by its name?
bool is_c_header(std::string_view path);

/// Is a file one of C or C++ that is compiled, no header?
bool is_c_family_source(std::string_view path);

/// Does a path lie in a folder of code that is not the project's own to change? Where C is written, `deps` and `external` are
/// such folders; elsewhere they may be the project's own.
bool is_foreign(std::string_view path);

/// The line of the last include that stands under no condition, the header's own guard apart; 0 where there is none.
std::size_t last_include(std::string_view text);

/// Adds `#include <…>` or `#include "…"` to a file: among its like, in order where those are sorted. `header` comes with
/// its brackets or quotes. Nothing where it is included already.
std::optional<Edit> add_include(std::string_view path, std::string_view text, std::string_view header);

/// Does the file include the header, in whatever brackets?
bool includes(std::string_view text, std::string_view header);

/// The lines that include something: all that `includes_file` asks about, where it asks often.
std::string include_lines(std::string_view text);

/// Does the text include a file of the tree, by its name, the end of its path, or `../` and that?
bool includes_file(std::string_view text, std::string_view path);

}  // namespace regreen
