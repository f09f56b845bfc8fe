#include "mend/workflow/step_keys.h"

#include "base/text.h"
#include "mend/workflow/source.h"

#include <algorithm>

namespace regreen {
namespace {}  // namespace

std::vector<KeyOfStep> keys_of_step(const Lines& lines, const WorkflowStep& step) {
  std::vector<KeyOfStep> keys;
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    const bool is_level = number == step.first || indentation(line).size() == step.column;
    if (!is_level || line.size() <= step.column || is_blank(line)) continue;
    const auto colon = line.find(':', step.column);
    if (colon != std::string_view::npos && !contains("{\"'", line.substr(step.column, 1)))
      keys.push_back({line.substr(step.column, colon - step.column), number});
  }
  return keys;
}

std::size_t line_of_key(const std::vector<KeyOfStep>& keys, std::string_view name) {
  const auto found = std::ranges::find(keys, name, &KeyOfStep::name);
  return found == keys.end() ? 0 : found->line;
}

std::vector<std::string> names_below(const Lines& lines, const WorkflowStep& step, std::size_t key) {
  std::vector<std::string> names;
  std::size_t depth = 0;
  for (auto number = key + 1; key != 0 && number <= step.last; ++number) {
    const auto line = lines.line(number);
    if (is_blank(line)) continue;
    const auto indent = indentation(line).size();
    if (indent <= step.column) break;
    if (depth == 0) depth = indent;
    if (indent == depth && contains(line, ":")) names.emplace_back(trim(line.substr(0, line.find(':'))));
  }
  return names;
}

std::string action_of(const Lines& lines, const WorkflowStep& step) {
  const auto number = line_of_key(keys_of_step(lines, step), "uses");
  const auto value = number == 0 ? std::string_view() : value_on(lines.line(number));
  return std::string(value.substr(0, value.find('@')));
}

std::set<std::string> said_in(const Lines& lines, const WorkflowStep& step) {
  std::set<std::string> said;
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    if (is_blank(line)) continue;
    said.emplace(trim(number == step.first ? line.substr(step.column) : line));
  }
  return said;
}

std::size_t end_of(const Lines& lines, const WorkflowStep& step) {
  auto last = step.last;
  while (last > step.first && is_blank(lines.line(last))) --last;
  return last;
}

std::optional<PlaceOfStep> step_at(const Lines& lines, std::size_t number) {
  for (auto& steps : workflow_steps(lines)) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (number >= steps[i].first && number <= steps[i].last) return PlaceOfStep{std::move(steps), i};
    }
  }
  return std::nullopt;
}

}  // namespace regreen
