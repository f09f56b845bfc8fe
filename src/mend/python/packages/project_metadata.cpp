// python.fix-metadata: what pyproject.toml says in another way than its build tool reads it.
//
//   `project` must contain ['version'] properties        the version is read from elsewhere: dynamic = ["version"] says so
//   `project.license` must be valid exactly by one …     license = "MIT" is setuptools 77's; { text = "MIT" } all read
//   `project` must not contain {'license-files'} …       the same: [tool.setuptools] has it in all
//   License classifiers have been superseded …           where license = "MIT" says it, they go
//   `project.keywords` must be array                     and others that Poetry or setup() have in another form (project_forms.h)
//
// A project that asks for a setuptools that knows the newer forms keeps them: there the tool is what is too old.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/packages/manifest.h"
#include "mend/python/packages/project_forms.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr long license_expression_since = 77;  // of setuptools

using Edits = std::vector<Edit>;

bool is_string(std::string_view value) { return !value.empty() && (value[0] == '"' || value[0] == '\''); }

std::vector<std::string> strings_of(std::string_view text, const TomlText& toml, std::string_view table,
                                    std::string_view name) {
  const auto* key = toml.find(table, name);
  const auto list = key != nullptr ? read_string_list(text, key->value) : std::nullopt;
  std::vector<std::string> values;
  for (const auto& item : list ? list->items : std::vector<ListedString>{}) values.push_back(item.value);
  return values;
}

// ---- dynamic ----

// Where else a setuptools or hatchling project says its version.
bool has_version_elsewhere(const Tree& tree, const TomlText& toml) {
  const auto scm = [](std::string_view name) { return name == "tool.setuptools_scm" || name == "tool.hatch.version"; };
  if (toml.find("tool.setuptools.dynamic", "version") != nullptr) return true;
  if (std::ranges::any_of(toml.tables(), [&](const auto& table) { return scm(table.name); })) return true;
  if (std::ranges::any_of(toml.keys(), [](const auto& key) {
        return key.table == "tool.setuptools.dynamic" && key.name.starts_with("version.");
      }))
    return true;
  const auto text = tree.read("setup.py").value_or("");
  const PythonSource setup(text);
  return setup_keyword(setup, "version") || setup_keyword(setup, "use_scm_version");
}

// All that is read from elsewhere: the version, and what [tool.setuptools.dynamic] has and [project] does not.
std::vector<std::string> undeclared(const Tree& tree, const TomlText& toml) {
  std::vector<std::string> fields;
  if (has_version_elsewhere(tree, toml) && toml.find("project", "version") == nullptr) fields.emplace_back("version");
  for (const auto* key : toml.keys_of("tool.setuptools.dynamic")) {
    const auto field = key->name.substr(0, key->name.find('.'));
    const bool is_said = toml.find("project", field) != nullptr;
    if (!is_said && !is_among(field, fields)) fields.push_back(field);
  }
  return fields;
}

Edits declare_dynamic(const Tree& tree, std::string_view text, std::string_view) {
  const TomlText toml(text);
  const auto* project = toml.find_table("project");
  if (project == nullptr || !has_version_elsewhere(tree, toml)) return {};
  const auto known = strings_of(text, toml, "project", "dynamic");
  auto fields = undeclared(tree, toml);
  std::erase_if(fields, [&](const auto& field) { return is_among(field, known); });
  if (fields.empty()) return {};
  if (const auto* key = toml.find("project", "dynamic")) {
    const auto list = read_string_list(text, key->value);
    return list && fields.size() == 1 ? insert_string(text, *list, fields[0]) : Edits{};
  }
  return {toml.add_key(*project, "dynamic", "[\"" + join(fields, "\", \"") + "\"]")};
}

// ---- licenses ----

// Does the project ask for a setuptools that knows license expressions?
bool asks_for_expressions(std::string_view text) {
  const TomlText toml(text);
  for (const auto& wish : strings_of(text, toml, "build-system", "requires")) {
    const auto plain = replace_all(wish, " ", "");
    const auto sign = plain.find_first_of(">=~");
    if (sign == std::string::npos || plain.substr(0, sign) != "setuptools") continue;
    const auto digits = plain.find_first_of("0123456789");
    const auto major = plain.substr(std::min(digits, plain.size()));
    if (parse_number(major.substr(0, major.find_first_not_of("0123456789"))).value_or(0) >= license_expression_since)
      return true;
  }
  return false;
}

Edits say_license_as_text(const Tree&, std::string_view text, std::string_view) {
  const TomlText toml(text);
  const auto* key = toml.find("project", "license");
  if (key == nullptr || !is_string(toml.value(*key)) || asks_for_expressions(text)) return {};
  return {{key->value, key->value_end - key->value, "{ text = " + std::string(toml.value(*key)) + " }"}};
}

Edits move_license_files(const Tree&, std::string_view text, std::string_view) {
  const TomlText toml(text);
  const auto* key = toml.find("project", "license-files");
  const bool is_there = toml.find("tool.setuptools", "license-files") != nullptr;
  if (key == nullptr || is_there || asks_for_expressions(text) || !read_string_list(text, key->value)) return {};
  const Lines lines(text);
  const auto begin = lines.begin(lines.number_at(key->offset));
  const auto end = lines.begin(lines.number_at(key->value_end) + 1);
  const auto value = std::string(toml.value(*key));
  const auto* table = toml.find_table("tool.setuptools");
  const auto said = table != nullptr ? toml.add_key(*table, "license-files", value)
                                     : toml.add_table("tool.setuptools", "license-files = " + value);
  return {{begin, end - begin, ""}, said};
}

Edits drop_license_classifiers(const Tree&, std::string_view text, std::string_view) {
  const TomlText toml(text);
  const auto* license = toml.find("project", "license");
  const auto* key = toml.find("project", "classifiers");
  if (license == nullptr || key == nullptr || !is_string(toml.value(*license))) return {};
  const auto list = read_string_list(text, key->value);
  std::vector<std::size_t> gone;
  for (std::size_t i = 0; list && i < list->items.size(); ++i) {
    if (list->items[i].value.starts_with("License :: ")) gone.push_back(i);
  }
  return list ? remove_strings(text, *list, gone) : Edits{};
}

/// What the build tool says, and what is meant then.
struct Row {
  std::string_view said;
  Edits (*mend)(const Tree& tree, std::string_view text, std::string_view said);
};

constexpr std::array rows = {
    Row{"`project` must contain ['version'] properties", declare_dynamic},
    Row{"`project.version` can only be resolved dynamically", declare_dynamic},
    Row{"`project.license` must be valid exactly by one definition", say_license_as_text},
    Row{"`project` must not contain {'license-files'} properties", move_license_files},
    Row{"License classifiers have been superseded by license expressions", drop_license_classifiers},
    Row{"`project.keywords` must be array", list_keywords},
    Row{"`project.requires-python` must be pep508-versionspec", spell_python_range},
    Row{"`project.authors[", part_people},
    Row{"`project.maintainers[", part_people},
    Row{"`project` must not contain {", move_urls},
};

// Makes the edits where the file is TOML afterwards.
void take(Draft& draft, std::string_view text, const Edits& edits) {
  const auto after = apply_edits(text, edits);
  if (after && is_toml(*after)) draft.edit("pyproject.toml", edits);
}

}  // namespace

std::vector<Patch> fix_python_metadata(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto& line = occurrence.at.text;
    for (const auto& [said, mend] : rows) {
      const auto text = contains(line, said) ? draft.read("pyproject.toml") : std::nullopt;
      if (text) take(draft, *text, mend(patient.tree, *text, line));
    }
  }
  return draft.patches();
}

}  // namespace regreen
