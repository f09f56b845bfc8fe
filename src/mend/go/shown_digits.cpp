#include "mend/go/shown_digits.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a format prints beside one of its verbs.
struct Beside {
  std::string before, after;
};

// Where the verb or the `%%` of a percent sign ends.
std::size_t end_of_verb(std::string_view format, std::size_t percent) {
  const auto letter = format.find_first_not_of("+-# 0123456789.*[]", percent + 1);
  return letter == npos ? format.size() : letter + 1;
}

// Nothing for a format that is no literal in double quotes on one line.
std::optional<Beside> beside_verb(std::string_view text, std::size_t at) {
  const auto begin = text.rfind('\n', at) + 1;
  auto line = text.substr(begin);
  line = line.substr(0, line.find('\n'));
  at -= begin;
  const auto open = line.rfind('"', at), close = line.find('"', at);
  if (open == npos || close == npos) return std::nullopt;
  const auto format = line.substr(open + 1, close - open - 1);
  if (contains(format, "\\")) return std::nullopt;
  Beside beside;
  bool is_behind = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    auto& side = is_behind ? beside.after : beside.before;
    if (format[i] != '%') {
      side += format[i];
      continue;
    }
    const auto end = end_of_verb(format, i);
    const bool is_meant = i + open + 1 <= at && at < end + open + 1;
    if (is_behind && format[end - 1] != '%') break;
    if (format[end - 1] == '%')
      side += '%';
    else if (!is_meant)
      side.clear();
    is_behind |= is_meant;
    i = end - 1;
  }
  return is_behind ? std::optional(beside) : std::nullopt;
}

// The digits behind the point of the number that a text begins with, where what is beside it follows; nothing where none does.
std::optional<std::size_t> digits_at(std::string_view text, std::string_view after) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto skip = [&] {
    const auto end = std::ranges::find_if_not(text, is_digit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
  };
  if (skip() == 0) return std::nullopt;
  std::size_t digits = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits = skip();
  }
  return text.starts_with(after.empty() ? "\"" : after) ? std::optional(digits) : std::nullopt;
}

}  // namespace

std::size_t go_digits_shown(const Tree& tree, const std::string& file, std::string_view text, std::size_t at) {
  const auto beside = beside_verb(text, at);
  if (!beside || trim(beside->before).empty()) return 0;  // any number could be it
  std::optional<std::size_t> shown;
  for (const auto& path : tree.list()) {
    if (!path.ends_with("_test.go") || folder_of(path) != folder_of(file)) continue;
    const auto tests = tree.read(path).value_or("");
    for (auto found = tests.find(beside->before); found != npos; found = tests.find(beside->before, found + 1)) {
      const auto digits = digits_at(std::string_view(tests).substr(found + beside->before.size()), beside->after);
      if (digits && shown && *shown != *digits) return 0;
      if (digits) shown = digits;
    }
  }
  return shown.value_or(0);
}

}  // namespace regreen
