#include "mend/python/packages/ini_list.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/string_list.h"

#include <algorithm>

namespace regreen {
namespace {

struct IniKey {
  std::string_view name;
  std::size_t line = 0;
};

std::vector<IniKey> keys_of(const Lines& lines, std::string_view section) {
  std::vector<IniKey> keys;
  bool inside = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('[')) inside = trim(line) == "[" + std::string(section) + "]";
    const auto equals = line.find('=');
    if (inside && equals != std::string_view::npos && indentation(line).empty())
      keys.push_back({trim(line.substr(0, equals)), number});
  }
  return keys;
}

}  // namespace

std::vector<std::string> ini_keys(std::string_view text, std::string_view section) {
  std::vector<std::string> names;
  for (const auto& key : keys_of(Lines(text), section)) names.emplace_back(key.name);
  return names;
}

std::optional<IniList> find_ini_list(std::string_view text, std::string_view section, std::string_view key) {
  const Lines lines(text);
  const auto keys = keys_of(lines, section);
  const auto found = std::ranges::find(keys, key, &IniKey::name);
  if (found == keys.end()) return std::nullopt;
  const auto behind_key = lines.begin(found->line) + lines.line(found->line).find('=') + 1;
  IniList list{behind_key, std::string(trim(text.substr(behind_key, lines.end(found->line) - behind_key))), "    ", {}};
  for (auto number = found->line + 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto item = trim(line);
    if (indentation(line).empty() || item.empty()) break;
    auto name = item[0] == '#' || item[0] == '-' ? std::string() : requirement_name(item);
    list.indent = indentation(line);
    list.items.push_back({std::move(name), false, lines.begin(number), lines.begin(number + 1)});
  }
  return list;
}

std::vector<Edit> add_to_ini_list(std::string_view text, const IniList& list, std::string_view package) {
  const std::string end(line_end(text));
  const auto line = list.indent + std::string(package);
  if (list.items.empty()) {
    if (list.inline_value.empty()) return {{list.behind_key, 0, end + line}};
    if (contains(list.inline_value, ",") || contains(list.inline_value, ";")) return {};
    const auto stop = std::min(text.find_first_of("\r\n", list.behind_key), text.size());
    return {{list.behind_key, stop - list.behind_key, end + list.indent + list.inline_value + end + line}};
  }
  std::vector<std::string> names;
  for (const auto& one : list.items) names.push_back(one.name);
  const auto index = place_in_order(names, package);
  if (index < list.items.size()) return {{list.items[index].begin, 0, line + end}};
  const auto at = list.items.back().end;
  const bool open_end = !text.substr(0, at).ends_with('\n');
  return {{at, 0, open_end ? end + line : line + end}};
}

}  // namespace regreen
