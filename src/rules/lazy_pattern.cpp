#include "rules/lazy_pattern.h"

#include "rules/finder.h"
#include "rules/pattern_digits.h"

namespace regreen {
namespace {

std::unique_ptr<RE2> compile(std::string_view text, LazyPattern::Use use) {
  RE2::Options options = pattern_options();
  options.set_never_capture(use != LazyPattern::Use::to_capture);
  return std::make_unique<RE2>(re2::StringPiece(text.data(), text.size()), options);
}

}  // namespace

const RE2& LazyPattern::get() const { return pattern(false); }

const RE2& LazyPattern::pattern(bool with_any_digits) const {
  Compiled& one = compiled(with_any_digits);
  std::call_once(one.pattern_once, [&] {
    one.pattern = compile(with_any_digits ? regreen::with_any_digits(text_) : std::string(text_), use_);
  });
  return *one.pattern;
}

// None where RE2 is to be asked: also of a line that may have been cut within a character.
const Automaton* LazyPattern::automaton_for(std::string_view line, bool with_any_digits) const {
  if (use_ != Use::to_match || line.size() >= matched_bytes_max) return nullptr;
  Compiled& one = compiled(with_any_digits);
  std::call_once(one.automaton_once, [&] {
    const auto positions = positions_of(with_any_digits ? regreen::with_any_digits(text_) : std::string(text_));
    if (positions) one.automaton = std::make_unique<Automaton>(*positions);
  });
  return one.automaton.get();
}

bool LazyPattern::matches(std::string_view line) const {
  const Automaton* automaton = automaton_for(line, false);
  return automaton != nullptr ? automaton->matches(line) : regreen::matches(get(), line);
}

bool LazyPattern::matches_with_any_digits(std::string_view line) const {
  if (const Automaton* automaton = automaton_for(line, true)) return automaton->matches(line);
  const RE2& any_digits = pattern(true);
  return !any_digits.ok() || regreen::matches(any_digits, line);  // one that RE2 refuses may match all
}

bool matches(const RE2& pattern, std::string_view line) {
  return pattern.Match({line.data(), line.size()}, 0, line.size(), RE2::UNANCHORED, nullptr, 0);
}

}  // namespace regreen
