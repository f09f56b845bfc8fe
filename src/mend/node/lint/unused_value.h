#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Takes a name away that the compiler found unused on a line, and keeps what was done for its value:
///
///   const number = write(line);        →  write(line);
///   const [value, set] = useState(0);  →  const [, set] = useState(0);
///   } catch (error) {                  →  } catch {
///
/// Nothing where the name may be written to again, or where the value does nothing that is known.
std::optional<Edit> without_unused_binding(std::string_view text, std::string_view code, std::size_t number,
                                           std::string_view name);

}  // namespace regreen
