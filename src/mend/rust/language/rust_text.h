#pragma once

#include "mend/lines.h"
#include "mend/rust/language/rustc_message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A Rust source, the same without texts and comments, and its lines. They look into the text: it stays where it is.
struct RustText {
  explicit RustText(std::string source);
  RustText(const RustText&) = delete;
  RustText& operator=(const RustText&) = delete;

  /// The code before a place in its line, without the blanks around it.
  std::string_view before_in_line(std::size_t at) const;

  const std::string text;
  const std::string code;
  const Lines lines;
};

/// The place that a message names; nothing where the source has none such.
std::optional<std::size_t> place_in(const RustText& source, const RustcMessage& message);

/// Where the name that a message quotes first stands: at its place, or alone on that line.
std::optional<std::size_t> name_in(const RustText& source, const RustcMessage& message);

/// What stands between backquotes: the first, the last, all of them.
std::string first_quoted(std::string_view message);
std::string last_quoted(std::string_view message);
std::vector<std::string> all_quoted(std::string_view message);

}  // namespace regreen
