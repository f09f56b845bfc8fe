#include "mend/line_ends.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

bool is_of_windows(std::string_view text) {
  const auto lines = std::ranges::count(text, '\n');
  if (lines == 0) return false;
  std::ptrdiff_t ends = 0;
  for (auto at = text.find("\r\n"); at != std::string_view::npos; at = text.find("\r\n", at + 2)) ++ends;
  return ends == lines;
}

bool is_of_windows(const Tree& tree, std::string_view path) {
  const auto text = tree.read(path);
  return text && is_of_windows(*text);
}

}  // namespace

std::optional<std::string> PlainEnds::read(std::string_view path) const {
  auto text = around_.read(path);
  if (!text || !is_of_windows(*text)) return text;
  has_changed_any_ = true;
  return replace_all(std::move(*text), "\r\n", "\n");
}

std::optional<Candidate> with_own_ends(Candidate candidate, const Tree& around) {
  auto* patch = std::get_if<Patch>(&candidate);
  if (patch == nullptr) return candidate;
  const bool takes_their_place = std::ranges::any_of(
      patch->changes, [&](const auto& change) { return !change.after && is_of_windows(around, change.path); });
  for (auto& change : patch->changes) {
    const bool has_them = change.before ? is_of_windows(around, change.path) : takes_their_place;
    if (!has_them) continue;
    const bool had_interpreter = change.before && change.before->starts_with("#!");
    if (change.after && change.after->starts_with("#!") && !had_interpreter) return std::nullopt;
    if (change.before) change.before = around.read(change.path);
    if (change.after) change.after = replace_all(std::move(*change.after), "\n", "\r\n");
  }
  return candidate;
}

}  // namespace regreen
