#include "mend/python/syntax/lost_signs.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/syntax/indent.h"
#include "model/patch.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace regreen {
namespace {

std::string without(std::string_view line, bool (*is_left_out)(char)) {
  std::string rest;
  std::ranges::copy_if(line, std::back_inserter(rest), [&](char c) { return !is_left_out(c); });
  return rest;
}

bool is_sign(char c) { return !is(c, word) && static_cast<unsigned char>(c) < 0x80; }

// Are the bytes all in the text, in their order?
bool is_part(std::string_view bytes, std::string_view text) {
  std::size_t found = 0;
  for (const char c : text) {
    if (found < bytes.size() && bytes[found] == c) ++found;
  }
  return found == bytes.size();
}

// Is a line another one that has lost signs, or has the blanks at its front changed?
bool has_lost_signs(std::string_view today, std::string_view before) {
  if (today == before || trim(today).empty() || without(today, is_sign) != without(before, is_sign)) return false;
  return is_part(without(today, is_blank), without(before, is_blank));
}

/// The lines of a file beside those that it had before.
class LostSigns {
 public:
  LostSigns(const Lines& today, const Lines& before) : today_(today), before_(before) {}

  /// The line of before that a line of today was; 0 where there is none or it could be several.
  std::size_t line_before(std::size_t line) const {
    std::vector<std::size_t> all, beside;
    for (std::size_t number = 1; number <= before_.count(); ++number) {
      if (!has_lost_signs(today_.line(line), before_.line(number))) continue;
      all.push_back(number);
      if (is_same(line - 1, number - 1) && is_same(line + 1, number + 1)) beside.push_back(number);
    }
    const auto& meant = all.size() == 1 ? all : beside;
    return meant.size() == 1 ? meant.front() : 0;
  }

  Edit restored(std::size_t line, std::size_t number) const {
    return {today_.begin(line), today_.line(line).size(), std::string(before_.line(number))};
  }

  /// Gives back what a line lost, and what the lines around it lost, one way (1) or the other (-1).
  void restore_around(std::size_t line, std::size_t number, std::ptrdiff_t way, std::vector<Edit>& edits) const {
    for (;;) {
      line += static_cast<std::size_t>(way);
      number += static_cast<std::size_t>(way);
      if (!today_.has(line) || !before_.has(number)) return;
      if (has_lost_signs(today_.line(line), before_.line(number)))
        edits.push_back(restored(line, number));
      else if (!trim(today_.line(line)).empty() || !trim(before_.line(number)).empty())
        return;
    }
  }

 private:
  bool is_same(std::size_t line, std::size_t number) const {
    const auto today = today_.line(line), before = before_.line(number);
    return today == before || has_lost_signs(today, before);
  }

  const Lines& today_;
  const Lines& before_;
};

}  // namespace

std::optional<std::string> with_lost_signs(const PythonSource& source, const PythonFault& fault,
                                           std::string_view before) {
  const Lines lines(source.text()), lines_before(before);
  const LostSigns lost(lines, lines_before);
  const bool is_of_blanks = contains(fault.detail, "indent") || contains(fault.detail, "tabs");
  for (auto line = fault.line; lines.has(line) && line + (is_of_blanks ? 1 : 2) > fault.line; --line) {
    const auto number = lost.line_before(line);
    if (number == 0) continue;
    std::vector<Edit> edits = {lost.restored(line, number)};
    if (is_of_blanks) {
      lost.restore_around(line, number, 1, edits);
      lost.restore_around(line, number, -1, edits);
    }
    const auto text = apply_edits(source.text(), std::move(edits));
    if (!text) continue;
    const PythonSource restored(*text);
    if (restored.is_balanced() && is_indented_well(restored)) return *text;
  }
  return std::nullopt;
}

}  // namespace regreen
