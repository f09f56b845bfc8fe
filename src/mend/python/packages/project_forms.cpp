#include "mend/python/packages/project_forms.h"

#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

using Edits = std::vector<Edit>;

// What a string says that needs no escapes; nothing for any other value.
std::optional<std::string> plain_string(std::string_view value) {
  const bool is_string = value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  if (!is_string || value.find_first_of("\\\n") != std::string_view::npos ||
      value.starts_with(std::string(3, value[0])))
    return std::nullopt;
  return std::string(value.substr(1, value.size() - 2));
}

Edits with_value(const TomlKey& key, const std::string& value) {
  return {{key.value, key.value_end - key.value, value}};
}

// "3.8" → "4", "3.8" of "~" → "3.9"
std::string bound_above(std::string_view version, char sign) {
  const auto parts = split(version, '.');
  const auto major = parse_number(parts[0]).value_or(0);
  if (sign == '^' || parts.size() == 1) return std::to_string(major + 1);
  return std::string(parts[0]) + "." + std::to_string(parse_number(parts[1]).value_or(0) + 1);
}

bool is_number_dotted(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos && text.front() != '.' &&
         text.back() != '.' && text.size() < 12;
}

std::optional<std::string> python_range(std::string_view text) {
  const auto sign = text.empty() ? ' ' : text[0];
  const auto version = trim(text.substr(std::min<std::size_t>(1, text.size())));
  if ((sign != '^' && sign != '~') || !is_number_dotted(version) || version.starts_with("0")) return std::nullopt;
  return ">=" + std::string(version) + ",<" + bound_above(version, sign);
}

// { name = "A", email = "a@b.org" } for "A <a@b.org>"; nothing for what is more.
std::optional<std::string> person(std::string_view text) {
  const auto open = text.find('<');
  const auto name = std::string(trim(text.substr(0, std::min(open, text.size()))));
  const auto email = std::string(between(text, "<", ">"));
  const bool is_plain = text.find_first_of("\"\\{}") == std::string_view::npos && !name.empty();
  const bool is_email = email.find('@') != std::string::npos && text.ends_with('>');
  if (!is_plain || (open != std::string_view::npos && !is_email)) return std::nullopt;
  return "{ name = \"" + name + "\"" + (email.empty() ? "" : ", email = \"" + email + "\"") + " }";
}

/// A key that is an entry of [project.urls].
struct Url {
  std::string_view key, name;
};

constexpr std::array urls = {
    Url{"changelog", "Changelog"}, Url{"documentation", "Documentation"},
    Url{"homepage", "Homepage"},   Url{"repository", "Repository"},
    Url{"url", "Homepage"},
};

}  // namespace

std::vector<Edit> list_keywords(const Tree&, std::string_view text, std::string_view) {
  const TomlText toml(text);
  const auto* key = toml.find("project", "keywords");
  const auto words = key != nullptr ? plain_string(toml.value(*key)) : std::nullopt;
  if (!words || contains(*words, "\"")) return {};
  std::vector<std::string> items;
  for (const auto word : split(*words, contains(*words, ",") ? ',' : ' ')) {
    if (!trim(word).empty()) items.push_back("\"" + std::string(trim(word)) + "\"");
  }
  return with_value(*key, "[" + join(items, ", ") + "]");
}

std::vector<Edit> spell_python_range(const Tree&, std::string_view text, std::string_view) {
  const TomlText toml(text);
  const auto* key = toml.find("project", "requires-python");
  const auto range = key != nullptr ? plain_string(toml.value(*key)) : std::nullopt;
  const auto right = range ? python_range(trim(*range)) : std::nullopt;
  return right ? with_value(*key, "\"" + *right + "\"") : Edits{};
}

std::vector<Edit> part_people(const Tree&, std::string_view text, std::string_view said) {
  const TomlText toml(text);
  const auto* key = toml.find("project", contains(said, "maintainers") ? "maintainers" : "authors");
  const auto list = key != nullptr ? read_string_list(text, key->value) : std::nullopt;
  Edits edits;
  for (const auto& item : list ? list->items : std::vector<ListedString>{}) {
    const auto one = person(trim(item.value));
    if (!one) return {};
    edits.push_back({item.offset, item.length, *one});
  }
  return edits;
}

std::vector<Edit> move_urls(const Tree&, std::string_view text, std::string_view said) {
  const TomlText toml(text);
  const Lines lines(text);
  if (toml.find("project", "urls") != nullptr) return {};
  const auto* table = toml.find_table("project.urls");
  std::vector<std::string> entries;
  Edits edits;
  for (const auto& [name, today] : urls) {
    const auto* key = toml.find("project", name);
    if (key == nullptr || !contains(said, "'" + std::string(name) + "'")) continue;
    if (!plain_string(toml.value(*key)) || toml.find("project.urls", today) != nullptr) return {};
    const auto number = lines.number_at(key->offset);
    edits.push_back({lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""});
    if (table != nullptr) edits.push_back(toml.add_key(*table, today, toml.value(*key)));
    entries.push_back(std::string(today) + " = " + std::string(toml.value(*key)));
  }
  if (table == nullptr && !entries.empty()) edits.push_back(toml.add_table("project.urls", join(entries, "\n")));
  return edits;
}

}  // namespace regreen
