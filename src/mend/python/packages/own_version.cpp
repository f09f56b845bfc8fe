// python.follow-version: a release raised the version in one of the two places that hold it, and a test compares them.
//
//   E       AssertionError: assert '3.1.0' == '3.2.0'             __version__ = "3.1.0", in pyproject.toml version = "3.2.0"
//
// Versions only rise, so the higher one is meant. The two places are what the project's metadata say and `__version__` of its
// package; other texts that look like the version, as that of a file format, are left.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/python/packages/manifest.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t parts_max = 4;

// 1.2.3; nothing for what has more than numbers: which of 1.0rc1 and 1.0 is meant is not certain.
std::optional<std::vector<long>> numbers_of(std::string_view version) {
  std::vector<long> numbers;
  for (const auto part : split(version, '.')) {
    const auto number = parse_number(part);
    if (!number || *number < 0 || part[0] == '-' || part[0] == '+') return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers.size() >= 2 && numbers.size() <= parts_max ? std::optional(numbers) : std::nullopt;
}

std::optional<Said> declared_in(const Tree& tree) {
  auto found = said_of(tree, package_version);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

// __version__ = "3.1.0" at the top of a file.
std::optional<Said> version_of(const std::string& file, const std::string& text) {
  const PythonSource source(text);
  for (std::size_t i = 0; i + 2 < source.tokens().size(); ++i) {
    const auto& value = source.tokens()[i + 2];
    const bool is_set = source.is(i, "__version__") && source.is(i + 1, "=") && source.tokens()[i].depth == 0;
    const auto literal = source.text(value);
    const bool is_plain =
        value.kind == PyKind::string && (literal[0] == '"' || literal[0] == '\'') && literal.size() > 2;
    if (is_set && is_plain) return Said{file, std::string(literal.substr(1, literal.size() - 2)), value.offset + 1};
  }
  return std::nullopt;
}

// A module that the project ships: of a package, and neither a test nor somebody else's.
bool is_shipped(std::string_view path) {
  static constexpr auto aside =
      std::to_array<std::string_view>({"docs", "doc", "examples", "example", "scripts", "tools", "benchmarks"});
  const auto top = path.substr(0, path.find('/'));
  return is_no_test_file(path) && !is_vendored(path) && path != "setup.py" && !is_among(top, aside);
}

// `__version__` of the project's package; nothing where several modules have one.
std::optional<Said> of_package(const Tree& tree) {
  std::optional<Said> found;
  for (const auto& path : python_files(tree, is_shipped)) {
    const auto text = tree.read(path).value_or("");
    auto one = contains(text, "__version__") ? version_of(path, text) : std::nullopt;
    if (one && found) return std::nullopt;
    if (one) found = std::move(one);
  }
  return found;
}

// Does the log compare the two on one line, and speak of a version near it?
bool is_told(const Diagnosis& diagnosis, const std::string& one, const std::string& other) {
  const auto has = [](std::string_view line, const std::string& version) {
    return contains(line, "'" + version + "'") || contains(line, "\"" + version + "\"");
  };
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    const auto lines = lines_of(occurrence);
    const bool is_compared =
        std::ranges::any_of(lines, [&](const auto& line) { return has(line, one) && has(line, other); });
    const bool is_named = std::ranges::any_of(lines, [](const auto& line) { return contains(lower(line), "version"); });
    if (is_compared && is_named) return true;
  }
  return false;
}

// A lock file that repeats the version would be wrong then.
bool is_locked(const Tree& tree) { return tree.has("uv.lock") || tree.has("pdm.lock"); }

}  // namespace

std::vector<Patch> follow_python_version(const Patient& patient) {
  const auto declared = declared_in(patient.tree);
  const auto own = declared ? of_package(patient.tree) : std::nullopt;
  if (!own) return {};
  const auto here = numbers_of(own->text), there = numbers_of(declared->text);
  if (!here || !there || *here == *there || !is_told(patient.diagnosis, own->text, declared->text)) return {};
  const auto& lower_one = *here < *there ? *own : *declared;
  const auto& higher_one = *here < *there ? *declared : *own;
  if (&lower_one == &*declared && is_locked(patient.tree)) return {};
  Draft draft(patient.tree);
  draft.edit(lower_one.file, {{lower_one.offset, lower_one.text.size(), higher_one.text}});
  return draft.patches();
}

}  // namespace regreen
