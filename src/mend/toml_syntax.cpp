// toml.fix-syntax: a value without quotes, or one quote short, in the only TOML file that does not parse.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/toml_edit.h"

namespace regreen {
namespace {

std::string quoted_value(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) return "";
  auto value = std::string(trim(line.substr(equals + 1)));
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.erase(0, 1);
  while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.pop_back();
  if (value.empty() || value.find_first_of("\"'\\[]{}") != std::string::npos) return "";
  return std::string(trim(line.substr(0, equals))) + " = \"" + value + "\"";
}

}  // namespace

std::vector<Patch> fix_toml_syntax(const Patient& patient) {
  const auto number = parse_number(capture(occurrences_of(patient.diagnosis).front(), "line")).value_or(0);
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = path.ends_with(".toml") ? draft.read(path) : std::nullopt;
    if (!text || is_toml(*text) || number < 1) continue;
    const Lines lines(*text);
    const auto line = lines.line(static_cast<std::size_t>(number));
    const auto quoted = quoted_value(line);
    if (quoted.empty()) continue;
    auto mended = apply_edits(*text, {{lines.begin(static_cast<std::size_t>(number)), line.size(), quoted}});
    if (mended && is_toml(*mended)) draft.write(path, std::move(*mended));
  }
  return draft.patches();
}

}  // namespace regreen
