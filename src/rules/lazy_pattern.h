#pragma once

#include "rules/automaton.h"
#include "rules/pattern.h"

#include <memory>
#include <mutex>
#include <string_view>

namespace regreen {

/// A pattern that is compiled when it is first needed: most never are. Safe to use from many threads once it is set.
class LazyPattern {
 public:
  enum class Use {
    to_match,    ///< by its positions, where they suffice
    to_judge,    ///< by RE2 alone
    to_capture,  ///< by RE2, whose captures take their time to compile
  };

  /// The text must outlive this.
  void set(std::string_view pattern, Use use) {
    text_ = pattern;
    use_ = use;
  }

  const RE2& get() const;

  /// Does it match on a line of valid UTF-8?
  bool matches(std::string_view line) const;

  /// May it match on a line that differs from this one in nothing but digits, each in its place?
  bool matches_with_any_digits(std::string_view line) const;

 private:
  struct Compiled {
    std::once_flag automaton_once, pattern_once;
    std::unique_ptr<Automaton> automaton;
    std::unique_ptr<RE2> pattern;
  };

  const Automaton* automaton_for(std::string_view line, bool with_any_digits) const;
  const RE2& pattern(bool with_any_digits) const;
  Compiled& compiled(bool with_any_digits) const { return with_any_digits ? any_digits_ : exact_; }

  std::string_view text_;
  Use use_ = Use::to_match;
  mutable Compiled exact_, any_digits_;
};

/// Does a pattern match on a line?
bool matches(const RE2& pattern, std::string_view line);

}  // namespace regreen
