#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a function does where something fails: gives back what it holds, and answers that it failed.
struct WayOut {
  std::vector<std::string> releases;  ///< calls without `;`: "fclose(file)"
  std::string leave;                  ///< "return -1"
  std::string unit;                   ///< one step of indentation
  bool tells = false;                 ///< all of the function's checks say why, by perror
};

/// The way out of the function around a statement, as the function's other checks go it: each of them that leaves does so with
/// the same answer, and with nothing but giving back what was opened before. Nothing where there is no such check, or they
/// differ, or something is held that nobody gives back.
std::optional<WayOut> way_out_of(std::string_view text, std::string_view code, std::size_t statement);

/// The condition that a call failed: `fread(a, 1, n, file) != n`. Nothing for a function that we do not know, or where what
/// it should answer cannot be told from its arguments.
std::optional<std::string> failure_of(std::string_view call, std::string_view name,
                                      const std::vector<std::string_view>& arguments, bool is_cpp);

/// Does a function leave in errno why it failed, for perror to tell?
bool sets_errno(std::string_view name);

}  // namespace regreen
