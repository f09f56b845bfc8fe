// python.drop-removed-rule: Ruff has no such rule any more, and the configuration selects it. What Ruff does not have, it does not
// check: the name goes, all others stay.
//
//   Rule `ANN101` was removed and cannot be selected.
//
// What Ruff took away, the table ruff-removed knows: a log alone switches no check off. A group of rules ("ANN1") is left: it may hold
// others.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

// The rules that are gone: of the line itself, and of the list below it.
std::set<std::string> removed_rules(const Diagnosis& diagnosis, const Table& removed) {
  std::set<std::string> rules;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    rules.emplace(capture(occurrence, "code"));
    if (!contains(occurrence.at.text, "rules have been removed")) continue;
    for (const auto& below : occurrence.after) {
      const auto line = trim(below);
      if (!line.starts_with("- ")) break;
      rules.emplace(trim(line.substr(2)));
    }
  }
  std::erase_if(rules, [&](const auto& rule) { return !removed.contains(rule); });
  return rules;
}

bool configures_ruff(std::string_view path) {
  const auto name = name_of(path);
  return name == "pyproject.toml" || name == "ruff.toml" || name == ".ruff.toml";
}

bool is_table_of_ruff(std::string_view file, std::string_view table) {
  if (name_of(file) == "pyproject.toml") return table == "tool.ruff" || table == "tool.ruff.lint";
  return table.empty() || table == "lint";
}

bool selects(std::string_view key) {
  static constexpr auto keys =
      std::to_array<std::string_view>({"select", "extend-select", "lint.select", "lint.extend-select"});
  return is_among(key, keys);
}

std::vector<Edit> without_rules(const std::string& file, std::string_view text, const std::set<std::string>& rules) {
  std::vector<Edit> edits;
  const TomlText toml(text);
  for (const auto& key : toml.keys()) {
    if (!is_table_of_ruff(file, key.table) || !selects(key.name)) continue;
    const auto list = read_string_list(text, key.value);
    if (!list) continue;
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      if (rules.contains(list->items[i].value)) gone.push_back(i);
    }
    // A list that selects nothing would switch the check off.
    if (gone.size() == list->items.size() && !key.name.ends_with("extend-select")) continue;
    for (auto& edit : remove_strings(text, *list, gone)) edits.push_back(std::move(edit));
  }
  return edits;
}

}  // namespace

std::vector<Patch> drop_removed_ruff_rules(const Patient& patient) {
  Draft draft(patient.tree);
  const auto rules = removed_rules(patient.diagnosis, patient.rules.table("ruff-removed"));
  for (const auto& path : patient.tree.list()) {
    if (rules.empty() || !configures_ruff(path) || is_vendored(path)) continue;
    if (const auto text = draft.read(path)) draft.edit(path, without_rules(path, *text, rules));
  }
  return draft.patches();
}

}  // namespace regreen
