#pragma once

#include "rules/pattern.h"

#include <memory>
#include <mutex>
#include <string_view>

namespace regreen {

/// A pattern that is compiled when it is first needed: most never are. Safe to use from many threads once it is set.
class LazyPattern {
 public:
  enum class Use { to_match, to_capture };  ///< without captures it is compiled sooner

  /// The text must outlive this.
  void set(std::string_view pattern, Use use) {
    text_ = pattern;
    use_ = use;
  }

  const RE2& get() const;

  /// A pattern that matches a line wherever get() matches one that differs from it in nothing but digits; it may be one
  /// that RE2 refuses.
  const RE2& get_with_any_digits() const;

 private:
  std::string_view text_;
  Use use_ = Use::to_match;
  mutable std::once_flag once_, any_digits_once_;
  mutable std::unique_ptr<RE2> pattern_, any_digits_;
};

/// Does a pattern match on a line?
bool matches(const RE2& pattern, std::string_view line);

}  // namespace regreen
