// rust.set-edition: the edition that the code needs, where Cargo.toml names an older one or none.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"

namespace regreen {
namespace {

std::optional<Edit> with_edition(std::string_view text, std::string_view edition) {
  const Lines lines(text);
  std::size_t last = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (line.starts_with('[')) {
      if (last != 0) break;
      if (line == "[package]") last = number;
      continue;
    }
    if (last == 0 || line.empty() || line.starts_with('#')) continue;
    last = number;
    if (!line.starts_with("edition")) continue;
    const auto open = lines.line(number).find('"');
    if (open == std::string_view::npos || lines.line(number).substr(open + 1, 4) >= edition) return std::nullopt;
    return Edit{lines.begin(number) + open + 1, 4, std::string(edition)};
  }
  if (last == 0) return std::nullopt;
  return line_below(text, lines.begin(last), "edition = \"" + std::string(edition) + "\"");
}

}  // namespace

std::vector<Patch> set_rust_edition(const Patient& patient) {
  std::vector<Patch> patches;
  for (const std::string_view edition : {"2021", "2018"}) {
    Draft draft(patient.tree);
    for (const auto& file : files_of(patient.tree, patient.diagnosis)) {
      const auto manifest = file.ends_with(".rs") ? nearest(patient.tree, file, "Cargo.toml") : "";
      const auto text = manifest.empty() ? std::nullopt : draft.read(manifest);
      const auto edit = text ? with_edition(*text, edition) : std::nullopt;
      if (edit) draft.edit(manifest, {*edit});
    }
    if (!draft.patch().empty()) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
