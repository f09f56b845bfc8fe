// toml.fix-syntax: a value without quotes, or one quote short, in the only TOML file that does not parse.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"

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

// `"a"` at the end of a line of a list, and `"b"` on the next
std::vector<Edit> missing_commas(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number < lines.count(); ++number) {
    const auto line = trim(lines.line(number)), next = trim(lines.line(number + 1));
    const bool item = line.starts_with('"') || line.starts_with('\'');
    const bool ends = line.ends_with('"') || line.ends_with('\'');
    if (item && ends && line.size() > 1 && (next.starts_with('"') || next.starts_with('\'')))
      edits.push_back({lines.end(number), 0, ","});
  }
  return edits;
}

}  // namespace

std::vector<Patch> fix_toml_syntax(const Patient& patient) {
  const auto number = line_number(capture(occurrences_of(patient.diagnosis).front(), "line")).value_or(0);
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = path.ends_with(".toml") ? draft.read(path) : std::nullopt;
    if (!text || is_toml(*text) || number < 1) continue;
    const auto with_commas = apply_edits(*text, missing_commas(*text)).value_or(*text);
    if (is_toml(with_commas)) {
      draft.write(path, with_commas);
      continue;
    }
    const Lines lines(*text);
    const auto line = lines.line(static_cast<std::size_t>(number));
    const auto quoted = quoted_value(line);
    if (quoted.empty()) continue;
    auto mended = apply_edits(*text, {{lines.begin(static_cast<std::size_t>(number)), line.size(), quoted}});
    if (mended && !is_toml(*mended)) mended = apply_edits(*mended, missing_commas(*mended));
    if (mended && is_toml(*mended)) draft.write(path, std::move(*mended));
  }
  return draft.patches();
}

}  // namespace regreen
