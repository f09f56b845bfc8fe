#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What takes one argument in the text of a format: a conversion, or the `*` of a width.
struct FormatSlot {
  std::size_t percent = 0;  ///< where its '%' stands
  std::size_t size_at = 0;  ///< behind flags, width and precision
  std::size_t end = 0;
  bool is_open = false;  ///< a `*`, or a conversion that a macro behind the text completes: "%" PRIu64
};

/// The slots of the literals of a code between two places, in order; `%%` is none.
std::vector<FormatSlot> format_slots(std::string_view text, std::string_view code, std::size_t begin, std::size_t end);

/// What a message says of a conversion and its argument.
struct FormatMismatch {
  std::string spec;          ///< the conversion; gcc alone tells it
  std::string type;          ///< of the argument, and what it is an alias of
  std::size_t argument = 0;  ///< its number in the call; gcc alone
};

/// "format '%d' expects argument of type 'int', but argument 4 has type 'size_t'" of gcc, "format specifies type 'int' but the argument
/// has type 'size_t'" of clang. Nothing where the argument is written to: `scanf("%d", text)` is no `%s` of any length.
std::optional<FormatMismatch> format_mismatch(std::string_view said);

/// How a value of a type is printed.
struct Conversion {
  std::string size;   ///< "l", "z"; empty for int
  char letter = 0;    ///< d, u, f, s, p
  std::string macro;  ///< instead of both: PRIu64; of <inttypes.h>
};

/// The conversion for a type as gcc and clang tell it, "uint64_t {aka long unsigned int}", where `letter` was written: hexadecimal
/// stays so, and so do the notations of a real number. Its letter is 0 where the type has none.
Conversion conversion_for(std::string_view type, char letter);

/// Does the precision in a conversion mean something else behind another letter? `%.2f` prints 3.00 and `%.2d` prints 03.
bool misuses_precision(std::string_view conversion, char was, char becomes);

}  // namespace regreen
