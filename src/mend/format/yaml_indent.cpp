// yaml.fix-indent: one key slipped out of its row, while its own block stayed.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/yaml_check.h"
#include "mend/format/yaml_tabs.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <optional>

namespace regreen {
namespace {

constexpr std::size_t files_max = 200;

std::size_t depth_of(std::string_view line) { return line.find_first_not_of(' '); }

bool says_something(std::string_view line) {
  const auto text = trim(line);
  return !text.empty() && !text.starts_with('#');
}

// Does a line above stand in the column, with none in between that ends its block?
bool has_row(const Lines& lines, std::size_t number, std::size_t column) {
  for (auto above = number; above-- > 1;) {
    if (!says_something(lines.line(above))) continue;
    const auto depth = depth_of(lines.line(above));
    if (depth == column) return true;
    if (depth < column) return false;
  }
  return false;
}

// The column of the lines that belong to the one; 0 where there are none.
std::size_t depth_below(const Lines& lines, std::size_t number) {
  for (auto below = number + 1; below <= lines.count(); ++below) {
    if (!says_something(lines.line(below))) continue;
    const auto depth = depth_of(lines.line(below));
    return depth > depth_of(lines.line(number)) ? depth : 0;
  }
  return 0;
}

std::string moved(std::string_view text, std::size_t number, std::size_t column) {
  const Lines lines(text);
  const auto depth = depth_of(lines.line(number));
  return apply_edits(text, {{lines.begin(number), depth, std::string(column, ' ')}}).value_or(std::string(text));
}

// A line that stands where what belongs to it does not fit: the column is that of its block, one step to the left.
// Where nothing belongs to it, nobody can know which row it left.
std::optional<std::string> aligned(const std::string& text, std::size_t mistake) {
  const Lines lines(text);
  for (const auto number : {mistake, mistake - 1, mistake + 1}) {
    if (!lines.has(number) || !says_something(lines.line(number))) continue;
    const auto depth = depth_of(lines.line(number)), below = depth_below(lines, number), unit = yaml_step(lines);
    if (below < unit || below - unit == depth || !has_row(lines, number, below - unit)) continue;
    auto after = moved(text, number, below - unit);
    if (!first_yaml_mistake(after)) return after;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> fix_yaml_indent(const Patient& patient) {
  Draft draft(patient.tree);
  std::size_t count = 0;
  for (const auto& path : patient.tree.list()) {
    const bool is_ours = !is_sample(path) && !is_vendored(path);
    const bool yaml = (path.ends_with(".yml") || path.ends_with(".yaml")) && is_ours && ++count <= files_max;
    const auto text = yaml ? draft.read(path) : std::nullopt;
    const auto mistake = text && !contains(*text, "\t") ? first_yaml_mistake(*text) : std::nullopt;
    if (!mistake || mistake->line == 0) continue;
    if (auto after = aligned(*text, mistake->line)) draft.write(path, std::move(*after));
  }
  return draft.patches();
}

}  // namespace regreen
