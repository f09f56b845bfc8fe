#include "mend/python/packages/manifest.h"

#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_quoted(std::string_view value) {
  return value.size() > 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
}

std::optional<Said> in_toml(const std::string& text, std::string_view table, std::string_view name) {
  const TomlText toml(text);
  const auto* key = toml.find(table, name);
  const auto value = key != nullptr ? toml.value(*key) : std::string_view();
  if (!is_quoted(value)) return std::nullopt;
  return Said{"pyproject.toml", std::string(value.substr(1, value.size() - 2)), key->value + 1};
}

std::optional<Said> in_ini(const std::string& text, std::string_view section, std::string_view name) {
  const Lines lines(text);
  bool is_in = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('[')) is_in = between(line, "[", "]") == section;
    const auto sign = line.find('=');
    if (!is_in || sign == npos || trim(line.substr(0, sign)) != name) continue;
    const auto value = trim(line.substr(sign + 1));
    if (value.empty()) return std::nullopt;
    return Said{"setup.cfg", std::string(value), lines.begin(number) + line.find(value, sign + 1)};
  }
  return std::nullopt;
}

// Only where it is a plain string.
std::optional<Said> in_setup(const std::string& text, std::string_view name) {
  const PythonSource source(text);
  const auto value = setup_keyword(source, name);
  const bool is_all = value && (source.is(*value + 1, ",") || source.is(*value + 1, ")"));
  const auto literal = is_all ? source.text(*value) : std::string_view();
  if (!is_quoted(literal)) return std::nullopt;
  return Said{"setup.py", std::string(literal.substr(1, literal.size() - 2)), source.tokens()[*value].offset + 1};
}

}  // namespace

std::vector<Said> said_of(const Tree& tree, const ManifestKeys& keys) {
  std::vector<Said> found;
  const auto add = [&](std::optional<Said> one) {
    if (one) found.push_back(std::move(*one));
  };
  if (const auto text = tree.read("pyproject.toml")) {
    add(in_toml(*text, "project", keys.project));
    add(in_toml(*text, keys.poetry_table, keys.poetry));
  }
  if (const auto text = tree.read("setup.cfg")) add(in_ini(*text, keys.section, keys.setup));
  if (const auto text = tree.read("setup.py")) add(in_setup(*text, keys.setup));
  return found;
}

std::optional<std::size_t> setup_keyword(const PythonSource& source, std::string_view name) {
  const auto& tokens = source.tokens();
  std::size_t depth = 0;  // in the brackets of setup(…)
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const bool is_call = source.is(i, "setup") && source.is(i + 1, "(") && !(i > 0 && source.is(i - 1, "def"));
    if (is_call) depth = tokens[i + 1].depth;
    if (depth == 0 || tokens[i].depth != depth) continue;
    if (source.is(i, ")")) depth = 0;
    if (source.is(i, name) && source.is(i + 1, "=")) return i + 2;
  }
  return std::nullopt;
}

}  // namespace regreen
