// js.follow-version: a package of the repository went to another version, and others of the repository ask for the old one.
//
//   npm error invalid: @reed/core@2.0.0 /app/node_modules/@reed/core          packages/lint-plugin asks for ^1.0.0
//
// They ask for the one that is here: as another package of the repository does already, else with the sign that they had. Ranges that
// are more than a version and a sign are somebody's decision, and so is a version that the repository does not have yet.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

using Version = std::array<long, 3>;

/// "workspace:^1.2", "1.x": what stands before the version, as much of the version as is written, and what stands for any behind it.
struct Range {
  std::string protocol, sign, rest;
  Version version{};
  std::size_t parts = 0;
};

std::optional<Range> simple_range(std::string_view text) {
  Range range;
  if (text.starts_with("workspace:")) range.protocol = "workspace:";
  text.remove_prefix(range.protocol.size());
  if (text.starts_with('^') || text.starts_with('~') || text.starts_with('=')) range.sign = text.substr(0, 1);
  for (const auto part : split(text.substr(range.sign.size()), '.')) {
    if (range.parts == 3 || part.size() > 9) return std::nullopt;
    const auto number = parse_number(part);
    const bool is_any = part == "x" || part == "X" || part == "*";
    if (is_any && range.parts > 0) {
      range.rest += "." + std::string(part);
      continue;
    }
    if (!number || !range.rest.empty()) return std::nullopt;
    range.version[range.parts++] = *number;
  }
  return range.parts > 0 ? std::optional(range) : std::nullopt;
}

std::optional<Version> plain_version(std::string_view text) {
  const auto range = simple_range(text);
  if (!range || range->parts != 3 || !range->sign.empty() || !range->protocol.empty()) return std::nullopt;
  return range->version;
}

// How many parts of a version must be the same: ^1.2.3 → 1, ^0.2.3 → 2, ~1.2.3 → 2, 1.2 → 2, 1.2.3 → 3.
std::size_t fixed_parts(const Range& range) {
  if (range.sign == "~") return std::min<std::size_t>(2, range.parts);
  if (range.sign != "^") return range.parts;
  const auto first = std::ranges::find_if(range.version, [](long part) { return part != 0; });
  return std::min(static_cast<std::size_t>(first - range.version.begin()) + 1, range.parts);
}

bool allows(const Range& range, const Version& version) {
  const auto fixed = static_cast<std::ptrdiff_t>(fixed_parts(range));
  return std::equal(version.begin(), version.begin() + fixed, range.version.begin()) && version >= range.version;
}

// The package.json of a package of the repository: not of one that tests, templates or examples hold, or that others wrote.
bool is_own_package(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>(
      {"fixtures", "__fixtures__", "fixture", "templates", "template", "examples", "example"});
  const auto parts = split(folder_of(path), '/');
  const bool is_aside = std::ranges::any_of(parts, [](auto part) { return is_among(part, folders); });
  return name_of(path) == "package.json" && !is_aside && !is_vendored(path) && !is_development_file(path);
}

// The versions of the packages that the tree defines; none for a name that two have.
std::map<std::string, Version> own_versions(const Tree& tree) {
  std::map<std::string, Version> versions;
  std::set<std::string> twice;
  for (const auto& path : tree.list()) {
    if (!is_own_package(path)) continue;
    const auto text = tree.read(path).value_or("");
    const auto root = read_json_object(text);
    const auto name = root ? string_in(text, *root, "name") : std::nullopt;
    const auto version = root ? plain_version(string_in(text, *root, "version").value_or("")) : std::nullopt;
    if (name && version && !versions.emplace(*name, *version).second) twice.insert(*name);
  }
  for (const auto& name : twice) versions.erase(name);
  return versions;
}

/// A range that a package.json asks for, and where it stands.
struct Wish {
  std::string file, list, range;
};

std::vector<Wish> wishes_for(const Tree& tree, const std::string& package) {
  std::vector<Wish> wishes;
  for (const auto& path : tree.list()) {
    if (!is_own_package(path)) continue;
    const auto text = tree.read(path).value_or("");
    const auto root = contains(text, package) ? read_json_object(text) : std::nullopt;
    for (const auto list : dependency_lists) {
      const auto wanted = root ? object_in(text, *root, list) : std::nullopt;
      const auto range = wanted ? string_in(text, *wanted, package) : std::nullopt;
      if (range) wishes.push_back({path, std::string(list), *range});
    }
  }
  return wishes;
}

// How the others of the repository ask for the version that is here; "" where none does, or they differ.
std::string common_wish(const std::vector<Wish>& wishes, const Version& version) {
  std::set<std::string> good;
  for (const auto& wish : wishes) {
    const auto range = simple_range(wish.range);
    if (range && allows(*range, version)) good.insert(wish.range);
  }
  return good.size() == 1 ? *good.begin() : "";
}

// The range as it was written, for another version.
std::string moved(const Range& range, const Version& version) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < range.parts; ++i) parts.push_back(std::to_string(version[i]));
  return range.protocol + range.sign + join(parts, ".") + range.rest;
}

/// Another range for what a package.json asks for.
struct Change {
  Wish wish;
  std::string package, range;
};

// Within the object that is, or repeats, the package.json.
std::optional<Edit> changed(std::string_view text, const JsonObject& home, const Change& change) {
  const auto wanted = object_in(text, home, change.wish.list);
  if (!wanted || string_in(text, *wanted, change.package) != change.wish.range) return std::nullopt;
  const auto* member = wanted->find(change.package);
  return Edit{member->value + 1, member->value_end - member->value - 2, change.range};
}

// The object of a lock file that repeats a package.json below it.
std::optional<JsonObject> repeated_in(std::string_view text, const JsonObject& packages, std::string_view lock,
                                      std::string_view file) {
  auto folder = folder_of(file);
  if (const auto above = folder_of(lock); !above.empty())
    folder.remove_prefix(std::min(above.size() + 1, folder.size()));
  return object_in(text, packages, folder);
}

// Writes what changes in a package.json, or in a lock file above; it is read once.
void write_changes(Draft& draft, const std::string& file, const std::vector<Change>& changes) {
  const auto text = draft.read(file).value_or("");
  const bool is_lock = name_of(file) == "package-lock.json";
  auto root = read_json_object(text);
  if (root && is_lock) root = object_in(text, *root, "packages");
  std::vector<Edit> edits;
  for (const auto& change : changes) {
    const auto home = root && is_lock ? repeated_in(text, *root, file, change.wish.file) : root;
    const auto edit = home ? changed(text, *home, change) : std::nullopt;
    if (edit) edits.push_back(*edit);
  }
  if (!edits.empty()) draft.edit(file, std::move(edits));
}

}  // namespace

std::vector<Patch> follow_own_version(const Patient& patient) {
  const auto versions = own_versions(patient.tree);
  std::map<std::string, std::vector<Change>> changes;  // by the files that hold them
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string package(capture(occurrence, "package"));
    const auto own = versions.find(package);
    if (own == versions.end() || !seen.insert(package).second) continue;
    const auto wishes = wishes_for(patient.tree, package);
    const auto common = common_wish(wishes, own->second);
    for (const auto& wish : wishes) {
      const auto range = simple_range(wish.range);
      if (!range || allows(*range, own->second) || range->version > own->second) continue;
      const auto other = simple_range(common);
      const bool is_like = other && other->protocol == range->protocol && other->sign == range->sign &&
                           other->rest.empty() == range->rest.empty();
      const Change change{wish, package, is_like ? common : moved(*range, own->second)};
      const auto lock = nearest(patient.tree, wish.file, "package-lock.json");
      changes[wish.file].push_back(change);
      if (!lock.empty()) changes[lock].push_back(change);
    }
  }
  Draft draft(patient.tree);
  for (const auto& [file, within] : changes) write_changes(draft, file, within);
  return draft.patches();
}

}  // namespace regreen
