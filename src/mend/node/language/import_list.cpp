#include "mend/node/language/import_list.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <span>

namespace regreen {
namespace {

/// An item of a list, and where its comma ends.
struct Item {
  std::size_t begin = 0, end = 0, behind = 0;
  bool goes = false;
};

std::vector<Item> items_in(std::string_view code, std::size_t open, std::size_t close) {
  std::vector<Item> items;
  for (const auto item : items_of(code.substr(open + 1, close - open - 1), Speech::javascript)) {
    if (item.empty()) continue;
    const auto begin = offset_in(code, item);
    const auto next = code.find_first_not_of(" \t\r\n", begin + item.size());
    items.push_back({begin, begin + item.size(), code[next] == ',' ? next + 1 : begin + item.size()});
  }
  return items;
}

// Whole lines, where nothing but the item and a comment stands on them.
std::optional<Edit> without_lines_of(std::string_view code, const Lines& lines, const Item& item) {
  const auto first = lines.number_at(item.begin), last = lines.number_at(item.behind - 1);
  const auto before = code.substr(lines.begin(first), item.begin - lines.begin(first));
  const auto behind = code.substr(item.behind, lines.end(last) - item.behind);
  if (!trim(before).empty() || !trim(behind).empty()) return std::nullopt;
  return Edit{lines.begin(first), lines.begin(last + 1) - lines.begin(first), ""};
}

// Items one after another, the last of the list among them, behind one that stays: each with its lines, where all of them have
// such; else one edit, from the end of what stays, or behind the comment on it. The last one's comma stays where it had one.
std::vector<Edit> without_end(std::string_view text, std::string_view code, const Lines& lines, const Item& stays,
                              std::span<const Item> gone) {
  std::vector<Edit> edits;
  for (const auto& item : gone) {
    if (auto whole = without_lines_of(code, lines, item)) edits.push_back(std::move(*whole));
  }
  if (edits.size() == gone.size()) return edits;
  const auto between = gone.front().begin - stays.end;
  const bool has_comment = text.substr(stays.end, between) != code.substr(stays.end, between);
  const auto from = has_comment ? gone.front().begin : stays.end;
  const auto end = has_comment ? gone.back().behind : gone.back().end;
  return {{from, end - from, ""}};
}

}  // namespace

std::string_view bound_by_item(std::string_view item) {
  item = trim(item);
  if (item.starts_with("type ") && !item.starts_with("type as ")) item = trim(item.substr(5));
  const auto as = item.find(" as ");
  return as == std::string_view::npos ? item : trim(item.substr(as + 4));
}

std::optional<std::vector<Edit>> without_listed(std::string_view text, std::string_view code, std::size_t open,
                                                std::size_t close, const std::vector<std::string>& names) {
  auto items = items_in(code, open, close);
  std::size_t gone = 0;
  for (auto& item : items) {
    const auto bound = bound_by_item(code.substr(item.begin, item.end - item.begin));
    item.goes = is_among(bound, names);
    gone += item.goes ? 1 : 0;
  }
  if (gone != names.size() || gone == items.size()) return std::nullopt;
  const Lines lines(text);
  auto last = items.size();  // behind the last one that stays
  while (items[last - 1].goes) --last;
  std::vector<Edit> edits;
  if (last < items.size()) edits = without_end(text, code, lines, items[last - 1], std::span(items).subspan(last));
  for (std::size_t i = 0; i < last; ++i) {
    if (!items[i].goes) continue;
    if (auto whole = without_lines_of(code, lines, items[i])) {
      edits.push_back(std::move(*whole));
      continue;
    }
    const auto next = std::min(code.find_first_not_of(" \t", items[i].behind), close);
    edits.push_back({items[i].begin, next - items[i].begin, ""});
  }
  return edits;
}

}  // namespace regreen
