// python.allow-version: the project's own metadata shuts out the Python that it says elsewhere it supports: by a
// classifier, in tox's list, or in the matrix of a workflow. The upper bound moves behind that version.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/expression.h"
#include "mend/python/fixers.h"
#include "mend/python/project.h"
#include "mend/python/source.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr long minor_max = 99;

// These hold what was worked out from the range: they would have to be made anew.
constexpr auto locks = std::to_array<std::string_view>({"poetry.lock", "uv.lock", "pdm.lock"});

/// One comparison of a range: "<3.11". Of a version only 3.MINOR counts.
struct Clause {
  std::string_view op;
  std::optional<long> minor;  ///< nothing for another major version
  bool is_major_four = false;
};

// The minor number of "3.11", "3.11.2", "3.11.*".
std::optional<long> minor_of(std::string_view version) {
  if (!version.starts_with("3.")) return std::nullopt;
  const auto rest = version.substr(2);
  const auto minor = parse_number(rest.substr(0, rest.find('.')));
  return minor && *minor >= 0 && *minor <= minor_max ? minor : std::nullopt;
}

std::optional<Clause> clause_of(std::string_view text) {
  for (const std::string_view op : {">=", "<=", "!=", "==", "~=", "<", ">", "^"}) {
    if (!text.starts_with(op)) continue;
    const auto version = trim(text.substr(op.size()));
    if (version.find_first_not_of("0123456789.*") != npos || version.empty()) return std::nullopt;
    return Clause{op, minor_of(version), version == "4" || version.starts_with("4.")};
  }
  return std::nullopt;
}

bool is_upper(const Clause& clause) { return clause.op == "<" || clause.op == "<="; }

// Does the clause let 3.MINOR in? Nothing where that is not plain.
std::optional<bool> lets_in(const Clause& clause, long minor) {
  if (is_upper(clause) && clause.is_major_four) return true;
  if (!clause.minor) return clause.op == ">=" || clause.op == "!=" ? std::optional(true) : std::nullopt;
  if (clause.op == "<") return minor < *clause.minor;
  if (clause.op == "<=") return minor < *clause.minor;  // 3.11.2 is above 3.11
  if (clause.op == ">=" || clause.op == "^") return minor >= *clause.minor;
  if (clause.op == "!=") return minor != *clause.minor;
  return std::nullopt;
}

// ">=3.8,<3.11" for 3.11 → ">=3.8,<3.12"; nothing where something else than the upper bound shuts it out.
std::optional<std::string> widened(std::string_view range, long minor) {
  std::string wide;
  std::size_t bounds = 0;
  for (const auto part : split(range, ',')) {
    if (!wide.empty()) wide += ',';
    const auto clause = clause_of(trim(part));
    const auto lets = clause ? lets_in(*clause, minor) : std::nullopt;
    if (!lets || (!*lets && !is_upper(*clause))) return std::nullopt;
    if (*lets) {
      wide += part;
      continue;
    }
    const auto front = part.find('<');
    const bool spaced = contains(part.substr(front), "< ") || contains(part.substr(front), "= ");
    wide += std::string(part.substr(0, front)) + (spaced ? "< " : "<") + "3." + std::to_string(minor + 1);
    ++bounds;
  }
  return bounds == 1 ? std::optional(wide) : std::nullopt;
}

/// Where a manifest says a thing: the text between the quotes, or behind the sign.
struct Said {
  std::string file;
  std::size_t begin = 0, length = 0;
};

std::optional<Said> in_toml(const std::string& text, std::string_view table, std::string_view name) {
  const TomlText toml(text);
  const auto* key = toml.find(table, name);
  if (key == nullptr) return std::nullopt;
  const auto value = toml.value(*key);
  const bool is_string = value.size() > 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return is_string ? std::optional(Said{"pyproject.toml", key->value + 1, value.size() - 2}) : std::nullopt;
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
    return Said{"setup.cfg", lines.begin(number) + line.find(value, sign + 1), value.size()};
  }
  return std::nullopt;
}

// A keyword of setup(…) itself.
std::optional<Said> in_setup(const std::string& text, std::string_view name) {
  const PythonSource source(text);
  for (std::size_t i = 0; i + 2 < source.tokens().size(); ++i) {
    const auto& value = source.tokens()[i + 2];
    const bool is_key = source.is(i, name) && source.is(i + 1, "=") && value.kind == PyKind::string;
    const auto open = is_key && value.length > 2 ? opening(source, i) : std::nullopt;
    const bool is_setup = open.value_or(0) > 0 && source.is(*open - 1, "setup");
    if (is_setup) return Said{"setup.py", value.offset + 1, value.length - 2};
  }
  return std::nullopt;
}

// What the manifests say of a key, each by its own name for it.
struct Keys {
  std::string_view project, poetry_table, poetry, section, setup;
};
constexpr Keys range_keys = {"requires-python", "tool.poetry.dependencies", "python", "options", "python_requires"};
constexpr Keys name_keys = {"name", "tool.poetry", "name", "metadata", "name"};

std::vector<Said> said_of(const Tree& tree, const Keys& keys) {
  std::vector<Said> found;
  const auto add = [&](const std::optional<Said>& one) {
    if (one) found.push_back(*one);
  };
  if (const auto text = tree.read("pyproject.toml")) {
    add(in_toml(*text, "project", keys.project));
    add(in_toml(*text, keys.poetry_table, keys.poetry));
  }
  if (const auto text = tree.read("setup.cfg")) add(in_ini(*text, keys.section, keys.setup));
  if (const auto text = tree.read("setup.py")) add(in_setup(*text, keys.setup));
  return found;
}

bool is_own_package(const Tree& tree, std::string_view package) {
  return std::ranges::any_of(said_of(tree, name_keys), [&](const Said& one) {
    const auto name = tree.read(one.file).value_or("").substr(one.begin, one.length);
    return normalized_package(name) == normalized_package(package);
  });
}

// The list behind a key of YAML: `["3.10", "3.11"]`, or `- "3.10"` on the lines below.
std::string_view list_behind(std::string_view text) {
  auto end = text.find('\n');
  const auto here = trim(text.substr(0, end));
  if (here.starts_with('[')) return text.substr(0, text.find(']'));
  if (!here.empty()) return {};
  while (end != npos && trim(text.substr(end + 1, text.find('\n', end + 1) - end - 1)).starts_with('-'))
    end = text.find('\n', end + 1);
  return text.substr(0, end);
}

std::set<long> minors_in(std::string_view list) {
  std::set<long> minors;
  for (const auto line : split_lines(list)) {
    for (const auto part : split(line, ',')) {
      const auto begin = part.find_first_of("0123456789"), end = part.find_last_of("0123456789");
      const auto minor = begin == npos ? std::nullopt : minor_of(part.substr(begin, end - begin + 1));
      if (minor) minors.insert(*minor);
    }
  }
  return minors;
}

bool is_let_in(std::string_view range, long minor) {
  return std::ranges::all_of(split(range, ','), [&](const auto part) {
    const auto clause = clause_of(trim(part));
    return clause && lets_in(*clause, minor).value_or(false);
  });
}

// Does a workflow test with the version beside others that the range lets in? A job that asks for it alone is no promise: it may be
// the one that failed.
bool is_tested_beside_others(std::string_view workflow, std::string_view range, long minor) {
  for (const std::string_view key : {"python-version:", "python:"}) {
    for (auto at = workflow.find(key); at != npos; at = workflow.find(key, at + 1)) {
      auto minors = minors_in(list_behind(workflow.substr(at + key.size())));
      const bool is_named = minors.erase(minor) > 0;
      if (is_named && std::ranges::any_of(minors, [&](long other) { return is_let_in(range, other); })) return true;
    }
  }
  return false;
}

bool is_promised(const Tree& tree, std::string_view range, long minor) {
  const auto version = "3." + std::to_string(minor);
  for (const auto* file : {"pyproject.toml", "setup.cfg", "setup.py"}) {
    const auto text = tree.read(file).value_or("");
    const auto classifier = "Programming Language :: Python :: " + version;
    const auto at = text.find(classifier);
    const auto next = at == std::string::npos ? "" : text.substr(at + classifier.size(), 1);
    if (at != std::string::npos && next.find_first_of("0123456789.") == std::string::npos) return true;
  }
  if (contains(tree.read("tox.ini").value_or(""), "py3" + std::to_string(minor))) return true;
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = path.starts_with(".github/workflows/") ? tree.read(path).value_or("") : "";
    return text.size() <= source_bytes_max && contains(text, "setup-python") &&
           is_tested_beside_others(text, range, minor);
  });
}

}  // namespace

std::vector<Patch> allow_python_version(const Patient& patient) {
  Draft draft(patient.tree);
  if (std::ranges::any_of(locks, [&](const auto lock) { return patient.tree.has(lock); })) return {};
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto minor = minor_of(capture(occurrence, "version"));
    if (!minor || !is_own_package(patient.tree, capture(occurrence, "package"))) continue;
    for (const auto& range : said_of(patient.tree, range_keys)) {
      const auto text = patient.tree.read(range.file).value_or("");
      const auto said = std::string_view(text).substr(range.begin, range.length);
      const auto wide = is_promised(patient.tree, said, *minor) ? widened(said, *minor) : std::nullopt;
      if (wide && draft.patch().find(range.file) == nullptr)
        draft.edit(range.file, {{range.begin, range.length, *wide}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
