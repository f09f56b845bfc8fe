#include "rules/lazy_pattern.h"

#include "rules/pattern_digits.h"

namespace regreen {
namespace {

std::unique_ptr<RE2> compiled(std::string_view text, LazyPattern::Use use) {
  RE2::Options options = pattern_options();
  options.set_never_capture(use == LazyPattern::Use::to_match);
  return std::make_unique<RE2>(re2::StringPiece(text.data(), text.size()), options);
}

}  // namespace

const RE2& LazyPattern::get() const {
  std::call_once(once_, [this] { pattern_ = compiled(text_, use_); });
  return *pattern_;
}

const RE2& LazyPattern::get_with_any_digits() const {
  std::call_once(any_digits_once_, [this] { any_digits_ = compiled(with_any_digits(text_), Use::to_match); });
  return *any_digits_;
}

bool matches(const RE2& pattern, std::string_view line) {
  return pattern.Match({line.data(), line.size()}, 0, line.size(), RE2::UNANCHORED, nullptr, 0);
}

}  // namespace regreen
