#include "mend/text/string_list.h"

#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t items_max = 10'000;

std::size_t skip_blanks_and_comments(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (contains(" \t\r\n", text.substr(at, 1))) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// The quote that ends a string; between single quotes TOML knows no escapes and Python does: where one stands, nothing.
std::optional<std::size_t> end_of_string(std::string_view text, std::size_t at, ListItems items) {
  const char quote = text[at];
  for (auto end = at + 1; end < text.size() && text[end] != '\n'; ++end) {
    if (text[end] == quote) return end;
    if (text[end] != '\\') continue;
    if (quote != '"' || items == ListItems::strings) return std::nullopt;
    if (text.substr(end + 1, 1) == "\n" || text.substr(end + 1, 1) == "\r") return std::nullopt;
    ++end;
  }
  return std::nullopt;
}

std::optional<ListedString> read_string(std::string_view text, std::size_t at, ListItems items) {
  const char quote = text[at];
  if (quote != '"' && quote != '\'') return std::nullopt;
  if (text.substr(at, 3) == std::string(3, quote)) return std::nullopt;
  const auto end = end_of_string(text, at, items);
  if (!end) return std::nullopt;
  return ListedString{at, *end + 1 - at, std::string(text.substr(at + 1, *end - at - 1)), quote};
}

// {include-group = "base"}
std::optional<ListedString> read_table(std::string_view text, std::size_t at) {
  const auto end = text[at] == '{' ? text.find_first_of("{}\n", at + 1) : std::string_view::npos;
  if (end == std::string_view::npos || text[end] != '}') return std::nullopt;
  return ListedString{at, end + 1 - at, "", '"'};
}

std::string_view line_before(std::string_view text, std::size_t at) {
  const auto start = text.rfind('\n', at == 0 ? 0 : at - 1);
  const std::size_t first = at == 0 || start == std::string_view::npos ? 0 : start + 1;
  return text.substr(first, at - first);
}

bool begins_line(std::string_view text, std::size_t at) {
  const auto last = text.substr(0, at).find_last_not_of(" \t\r\f\v");
  return last == std::string_view::npos || text[last] == '\n';
}

// The comma after an item, if there is one.
std::optional<std::size_t> comma_after(std::string_view text, const ListedString& item) {
  const auto at = skip_blanks_and_comments(text, item.offset + item.length);
  if (at < text.size() && text[at] == ',') return at;
  return std::nullopt;
}

std::vector<Edit> into_empty(std::string_view text, const StringList& list, const std::string& quoted) {
  const auto inside = text.substr(list.open + 1, list.close - list.open - 1);
  if (!contains(inside, "\n")) return {{list.open + 1, inside.size(), quoted}};
  const auto indent = std::string(indentation(line_before(text, list.open))) + "    ";
  return {{list.open + 1, 0, std::string(line_end(text)) + indent + quoted + ","}};
}

std::vector<Edit> after_last(std::string_view text, const StringList& list, const std::string& quoted) {
  const auto& last = list.items.back();
  const auto end = last.offset + last.length;
  const auto comma = comma_after(text, last);
  if (!begins_line(text, last.offset)) {
    if (comma) return {{*comma + 1, 0, " " + quoted + ","}};
    return {{end, 0, ", " + quoted}};
  }
  const auto next_line = line_end(text) == "\r\n" ? "\r\n" : "\n";
  const auto line = next_line + std::string(line_before(text, last.offset)) + quoted + (comma ? "," : "");
  // Behind a comment that stands on the last item's line.
  auto line_stop = std::min(text.find('\n', comma ? *comma : end), text.size());
  if (line_stop > 0 && text[line_stop - 1] == '\r') --line_stop;
  const std::size_t at = line_stop < list.close ? line_stop : comma ? *comma + 1 : end;
  if (comma) return {{at, 0, line}};
  if (at == end) return {{end, 0, "," + line}};
  return {{end, 0, ","}, {at, 0, line}};
}

// Where the line of an item ends, behind its line end, where nothing but a comment shares it.
std::optional<std::size_t> end_of_own_line(std::string_view text, const ListedString& item, std::size_t stop) {
  if (!begins_line(text, item.offset)) return std::nullopt;
  const auto next = std::min(text.find('\n', stop), text.size() - 1) + 1;
  const auto rest = trim(text.substr(stop, next - stop));
  return rest.empty() || rest[0] == '#' ? std::optional(next) : std::nullopt;
}

// The first of the items at the end of a list that all go.
std::size_t begin_of_tail(const StringList& list, const std::vector<std::size_t>& indexes) {
  auto tail = list.items.size();
  for (auto at = indexes.rbegin(); at != indexes.rend() && *at + 1 == tail; ++at) --tail;
  return tail;
}

// One more stretch that goes, behind the others or joined with the last of them.
void cut(std::vector<Edit>& edits, std::size_t begin, std::size_t end) {
  const auto behind = edits.empty() ? 0 : edits.back().offset + edits.back().length;
  if (edits.empty() || begin > behind)
    edits.push_back({begin, end - begin, ""});
  else
    edits.back().length = std::max(behind, end) - edits.back().offset;
}

}  // namespace

std::optional<StringList> read_string_list(std::string_view text, std::size_t open, ListItems items) {
  if (open >= text.size() || (text[open] != '[' && text[open] != '(')) return std::nullopt;
  const char close = text[open] == '[' ? ']' : ')';
  StringList list{open, 0, {}};
  auto at = skip_blanks_and_comments(text, open + 1);
  while (at < text.size() && text[at] != close) {
    auto item = read_string(text, at, items);
    if (!item && items == ListItems::strings_and_tables) item = read_table(text, at);
    if (!item || list.items.size() == items_max) return std::nullopt;
    at = skip_blanks_and_comments(text, item->offset + item->length);
    list.items.push_back(std::move(*item));
    if (at < text.size() && text[at] == ',')
      at = skip_blanks_and_comments(text, at + 1);
    else if (at < text.size() && text[at] != close)
      return std::nullopt;
  }
  if (at >= text.size()) return std::nullopt;
  list.close = at;
  return list;
}

std::size_t place_in_order(const std::vector<std::string>& values, std::string_view value) {
  std::vector<std::string> keys;
  for (const auto& one : values) keys.push_back(lower(one));
  if (keys.size() < 2 || !std::ranges::is_sorted(keys)) return values.size();
  return std::ranges::upper_bound(keys, lower(value)) - keys.begin();
}

std::vector<Edit> insert_string(std::string_view text, const StringList& list, std::string_view value) {
  const std::string quote(1, list.items.empty() ? '"' : list.items.back().quote);
  const auto quoted = quote + std::string(value) + quote;
  if (list.items.empty()) return into_empty(text, list, quoted);
  std::vector<std::string> values;
  for (const auto& item : list.items) values.push_back(item.value);
  const auto index = place_in_order(values, value);
  if (index == values.size()) return after_last(text, list, quoted);
  const auto at = list.items[index].offset;
  if (!begins_line(text, at)) return {{at, 0, quoted + ", "}};
  return {{at, 0, quoted + "," + std::string(line_end(text)) + std::string(line_before(text, at))}};
}

std::vector<Edit> remove_strings(std::string_view text, const StringList& list,
                                 const std::vector<std::size_t>& indexes) {
  std::vector<Edit> edits;
  const auto tail = begin_of_tail(list, indexes);
  const bool has_last_comma = !list.items.empty() && comma_after(text, list.items.back());
  bool takes_comma_before =
      tail > 0;  // who goes with a whole line takes the comma behind; that before goes where none ended
  for (const auto index : indexes) {
    const auto& item = list.items[index];
    const auto stop = comma_after(text, item).value_or(item.offset + item.length - 1) + 1;
    if (const auto line_end = end_of_own_line(text, item, stop)) {
      const auto left =
          index >= tail && tail > 0 && !has_last_comma ? comma_after(text, list.items[index - 1]) : std::nullopt;
      if (left) cut(edits, *left, *left + 1);
      cut(edits, text.rfind('\n', item.offset) + 1, *line_end);
      if (index >= tail) takes_comma_before = false;
    } else if (index >= tail && takes_comma_before) {
      const auto& front = list.items[index - 1];
      cut(edits, front.offset + front.length, item.offset + item.length);
    } else {
      cut(edits, item.offset, index + 1 < list.items.size() ? list.items[index + 1].offset : stop);
    }
  }
  return edits;
}

}  // namespace regreen
