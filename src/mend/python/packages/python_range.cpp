// python.allow-version: the project's own metadata shuts out the Python that it says elsewhere it supports: by a
// classifier, in tox's list, or in the matrix of a workflow. The upper bound moves behind that version.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/python/packages/manifest.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// These hold what was worked out from the range: they would have to be made anew.
constexpr auto locks = std::to_array<std::string_view>({"poetry.lock", "uv.lock", "pdm.lock"});

/// One comparison of a range: "<3.11". Of a version only 3.MINOR counts.
struct Clause {
  std::string_view op;
  std::optional<long> minor;  ///< nothing for another major version
  bool is_major_four = false;
};

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

bool is_own_package(const Tree& tree, std::string_view package) {
  return std::ranges::any_of(said_of(tree, package_name), [&](const Said& one) {
    return normalized_package(one.text) == normalized_package(package);
  });
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
  return std::ranges::any_of(pythons_in(workflow), [&](std::set<long>& minors) {
    const bool is_named = minors.erase(minor) > 0;
    return is_named && std::ranges::any_of(minors, [&](long other) { return is_let_in(range, other); });
  });
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
  std::set<long> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto minor = minor_of(capture(occurrence, "version"));
    if (!minor || !is_own_package(patient.tree, capture(occurrence, "package")) || !seen.insert(*minor).second)
      continue;
    for (const auto& range : said_of(patient.tree, python_range)) {
      const auto wide = is_promised(patient.tree, range.text, *minor) ? widened(range.text, *minor) : std::nullopt;
      if (wide && draft.patch().find(range.file) == nullptr)
        draft.edit(range.file, {{range.offset, range.text.size(), *wide}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
