// rust.lower-lock: a Cargo.lock that a newer Cargo wrote says version 4. It differs from version 3 in how the branches, tags and
// revisions of git are written: where none needs that, the older Cargo reads it as version 3, and newer ones leave that be.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"

#include <algorithm>

namespace regreen {
namespace {

// The file behind "failed to parse lock file at: "; the one at the top where the log does not name it.
std::string lock_of(const Tree& tree, const Occurrence& occurrence) {
  constexpr std::string_view front = "failed to parse lock file at: ";
  const auto lines = lines_of(occurrence);
  const auto said = std::ranges::find_if(lines, [&](const auto& line) { return contains(line, front); });
  if (said == lines.end()) return "Cargo.lock";
  return find_file(tree, trim(std::string_view(*said).substr(said->find(front) + front.size()))).value_or("");
}

// `source = "git+https://example.org/a?branch=b%2Fc#1234"`
bool has_encoded_source(std::string_view text) {
  return std::ranges::any_of(split_lines(text),
                             [](auto line) { return contains(line, "\"git+") && contains(line, "%"); });
}

// The 4 of `version = 4` above the first package.
std::optional<Edit> as_version_3(std::string_view text) {
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('[')) break;
    if (trim(line) != "version = 4") continue;
    return Edit{lines.begin(number) + line.find('4'), 1, "3"};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> lower_rust_lock(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto file = capture(occurrence, "version") == "4" ? lock_of(patient.tree, occurrence) : "";
    const auto text = file.empty() ? std::nullopt : draft.read(file);
    const auto edit = text && !has_encoded_source(*text) ? as_version_3(*text) : std::nullopt;
    if (edit) draft.edit(file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
