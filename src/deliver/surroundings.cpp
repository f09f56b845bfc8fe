#include "deliver/surroundings.h"

#include "base/text.h"

namespace regreen {
namespace {

// A code span begins at the first backtick that nothing before it has taken: another span, a tag, an address, an escape, a formula.
bool opens_something(std::string_view paragraph) {
  return paragraph.find_first_of("`<\\$") != std::string_view::npos || contains(paragraph, "](");
}

// "https://example.org/" would take what follows into its link.
bool is_glued(std::string_view before) {
  const auto blank = before.find_last_of(" \t");
  const auto word = blank == std::string_view::npos ? before : before.substr(blank + 1);
  return word.find_first_not_of("(*_\"'>") != std::string_view::npos;
}

bool is_heading(std::string_view line) {
  const auto marks = line.find_first_not_of('#');
  return marks != 0 && marks <= 6 && line[marks] == ' ';
}

// Items of lists and footnotes go on over blank lines.
bool is_item(std::string_view line) {
  return std::string_view(" \t-*+[>0123456789").find(line.front()) != std::string_view::npos;
}

}  // namespace

std::string_view Surroundings::objection(ValueKind kind, std::string_view before, std::string_view after) const {
  if (kind == ValueKind::plain) return "";
  if (opens_something(now_.paragraph) || opens_something(before))
    return "stands in a paragraph with ` < \\ $ or a link before it: leave a blank line between";
  if (kind == ValueKind::quoted) {
    if (is_glued(before)) return "needs a blank before it";
    return after.starts_with('`') ? "needs a blank behind it" : "";
  }
  if (!before.empty() || !after.empty()) return "has to stand alone in its line";
  if (kind == ValueKind::list) return "";
  if (!now_.paragraph.empty()) return "needs a blank line before it";
  return now_.may_be_in_list ? "would belong to the list before it: put a heading between" : "";
}

void Surroundings::add(std::string_view line, bool begins_item) {
  if (trim(line).empty()) return now_.paragraph.clear();
  now_.paragraph.append(line).append("\n");
  if (begins_item || is_item(line)) now_.may_be_in_list = true;
  if (is_heading(line)) now_.may_be_in_list = false;
}

void Surroundings::begin_section() { outside_.push_back(now_); }

void Surroundings::end_section() {
  now_.paragraph.insert(0, outside_.back().paragraph);
  now_.may_be_in_list |= outside_.back().may_be_in_list;
  outside_.pop_back();
}

}  // namespace regreen
