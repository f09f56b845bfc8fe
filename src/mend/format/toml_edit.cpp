#include "mend/format/toml_edit.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/string_list.h"
#include "rules/toml.h"

#include <algorithm>

namespace regreen {
namespace {

// "a . 'b.c'" → "a.b.c"
std::string spoken(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c != ' ' && c != '\t' && c != '"' && c != '\'') result += c;
  }
  return result;
}

// Behind the value that begins at `at`: the end of its line, where brackets are closed; comments do not count.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0, end = at;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      end = at = end_of_toml_string(text, at);
      continue;
    }
    if (c == '#') {
      if (depth == 0) break;
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (c == '\n' && depth == 0) break;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    ++at;
    if (!contains(" \t\r\n", std::string_view(&c, 1))) end = at;
  }
  return end;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t end_of_key(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '=' && text[at] != '\n') {
    at = text[at] == '"' || text[at] == '\'' ? end_of_toml_string(text, at) : at + 1;
  }
  return at;
}

}  // namespace

TomlText::TomlText(std::string_view text) : text_(text) {
  tables_.push_back({});
  for (std::size_t at = 0; at < text_.size();) {
    const auto end = next_line(text_, at);
    const auto line = trim(text_.substr(at, end - at));
    if (line.starts_with('[')) {
      read_header(at, end);
    } else if (!line.empty() && line[0] != '#') {
      at = read_key(at);
      tables_.back().end = at;
      continue;
    }
    at = end;
  }
}

void TomlText::read_header(std::size_t line_begin, std::size_t line_end) {
  auto line = text_.substr(line_begin, line_end - line_begin);
  const bool is_array = trim(line).starts_with("[[");
  const auto open = line.find('[') + (is_array ? 2 : 1);
  const auto close = std::min(line.find(']', open), line.size());
  tables_.push_back({spoken(line.substr(open, close - open)), is_array, line_begin, line_end});
}

std::size_t TomlText::read_key(std::size_t line_begin) {
  const auto equals = end_of_key(text_, line_begin);
  if (equals >= text_.size() || text_[equals] != '=') return next_line(text_, line_begin);
  const auto start = text_.find_first_not_of(" \t", line_begin);
  const auto value = std::min(text_.find_first_not_of(" \t", equals + 1), text_.size());
  const auto end = end_of_value(text_, value);
  keys_.push_back({tables_.back().name, spoken(text_.substr(start, equals - start)), start, value, end});
  return next_line(text_, end);
}

const TomlKey* TomlText::find(std::string_view table, std::string_view name) const {
  for (const auto& key : keys_) {
    if (key.table == table && key.name == name) return &key;
  }
  return nullptr;
}

const TomlTable* TomlText::find_table(std::string_view name) const {
  const auto found = std::ranges::find(tables_, name, &TomlTable::name);
  return found == tables_.end() ? nullptr : &*found;
}

std::vector<const TomlKey*> TomlText::keys_of(std::string_view table) const {
  std::vector<const TomlKey*> result;
  for (const auto& key : keys_) {
    if (key.table == table) result.push_back(&key);
  }
  return result;
}

Edit TomlText::add_key(const TomlTable& table, std::string_view name, std::string_view value) const {
  const std::string end(line_end(text_));
  const auto line = std::string(name) + " = " + std::string(value);
  const auto keys = keys_of(table.name);
  std::vector<std::string> names;
  for (const auto* key : keys) names.push_back(key->name);
  const auto index = place_in_order(names, name);
  if (index < keys.size()) return {keys[index]->offset, 0, line + end};
  const bool open_end = table.end > 0 && text_[table.end - 1] != '\n';
  return {table.end, 0, open_end ? end + line : line + end};
}

Edit TomlText::add_table(std::string_view header, std::string_view lines) const {
  const std::string end(line_end(text_));
  std::string front = text_.empty() || text_.ends_with('\n') ? "" : end;
  if (!text_.empty()) front += end;
  return {text_.size(), 0, front + "[" + std::string(header) + "]" + end + std::string(lines) + end};
}

std::size_t end_of_toml_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string triple(3, quote);
  const bool is_long = text.substr(at, 3) == triple;
  for (std::size_t i = at + (is_long ? 3 : 1); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (is_long ? text.substr(i, 3) == triple : text[i] == quote || text[i] == '\n') {
      return i + (is_long ? 3 : 1);
    }
  }
  return text.size();
}

bool is_toml(std::string_view text) { return static_cast<bool>(toml::parse(text)); }

}  // namespace regreen
