// rust.follow-path-version: a crate in a folder of the project went to a version that who depends on the folder does not ask for.
//
//   error: failed to select a version for the requirement `tally-core = "^0.3.2"`
//   candidate versions found which didn't match: 0.4.0
//   location searched: /builds/tally/crates/tally-core
//
// The manifest that cargo names, and those of its workspace, ask for today's version where they depend on that folder by an older one,
// as precisely as they did. A version that is ahead of the crate's, a range, and one that somebody holds back with a word beside it
// stay, and so does what the workspace leaves out: it may be behind on purpose.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/text/code_text.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t digits_max = 9;
constexpr auto holding_words = std::to_array<std::string_view>(
    {"pin", "pinned", "keep", "kept", "stay", "stays", "hold", "held", "until", "not", "never", "don", "must", "only"});

constexpr auto signs = std::to_array<std::string_view>({"", "^", "=", "~"});

/// A version, or as much of one as a requirement says: "0.3".
using Numbers = std::vector<int>;

std::optional<Numbers> numbers_of(std::string_view text) {
  Numbers numbers;
  for (const auto part : split(text, '.')) {
    int number = 0;
    const auto* const end = part.data() + part.size();
    if (part.empty() || part.size() > digits_max || numbers.size() == 3) return std::nullopt;
    if (std::from_chars(part.data(), end, number).ptr != end) return std::nullopt;
    numbers.push_back(number);
  }
  return numbers;
}

/// `^0.3.2`, `=0.3.2`, `~0.3`, `0.3`.
struct Requirement {
  std::string sign;
  Numbers numbers;
};

std::optional<Requirement> requirement_of(std::string_view text) {
  const auto first = std::min(text.find_first_of("0123456789"), text.size());
  const auto sign = text.substr(0, first);
  if (!is_among(trim(sign), signs)) return std::nullopt;
  auto numbers = numbers_of(text.substr(first));
  return numbers ? std::optional(Requirement{std::string(sign), std::move(*numbers)}) : std::nullopt;
}

// How many of the numbers a version must have in common with a requirement.
std::size_t bound_numbers(const Requirement& asked) {
  const auto count = asked.numbers.size();
  if (asked.sign.starts_with('=')) return count;
  if (asked.sign.starts_with('~')) return std::min<std::size_t>(count, 2);
  const auto telling = std::ranges::find_if(asked.numbers, [](int number) { return number != 0; });
  return std::min(static_cast<std::size_t>(telling - asked.numbers.begin()) + 1, count);
}

// Is the crate ahead of what is asked for, and further than the requirement allows?
bool is_left_behind(const Requirement& asked, const Numbers& version) {
  const auto& numbers = asked.numbers;
  const auto differs = std::ranges::mismatch(numbers, version);
  if (differs.in1 == numbers.end() || *differs.in1 > *differs.in2) return false;
  return static_cast<std::size_t>(differs.in1 - numbers.begin()) < bound_numbers(asked);
}

// The version in as many numbers as the requirement has.
std::string asked_today(const Requirement& asked, const std::string& version) {
  const auto parts = split(version, '.');
  std::string text = asked.sign;
  for (std::size_t i = 0; i < asked.numbers.size(); ++i) text += (i == 0 ? "" : ".") + std::string(parts[i]);
  return text;
}

/// What cargo says of the crate: its folder in the tree, and its version there.
struct Crate {
  std::string name, folder, version;
  std::string asked_by = {};  ///< the manifest that cargo names

  auto operator<=>(const Crate&) const = default;
};

std::string behind(const Occurrence& occurrence, std::string_view front) {
  for (const auto& line : lines_of(occurrence)) {
    if (line.starts_with(front)) return std::string(trim(std::string_view(line).substr(front.size())));
  }
  return "";
}

// Does a manifest say the version of its package, or the root of its workspace for it?
bool has_version(const Tree& tree, const std::string& manifest, const std::string& version) {
  const auto text = tree.read(manifest).value_or("");
  const TomlText toml(text);
  if (const auto own = rust_string(toml, "package", "version"); !own.empty()) return own == version;
  for (auto folder = folder_of(manifest);; folder = folder_of(folder)) {
    const auto root = tree.read(path_in(folder, "Cargo.toml")).value_or("");
    if (const auto all = rust_string(TomlText(root), "workspace.package", "version"); !all.empty())
      return all == version;
    if (folder.empty()) return false;
  }
}

// The manifest of a folder that cargo prints.
std::optional<std::string> manifest_in(const Tree& tree, std::string_view printed) {
  const auto folder = replace_all(std::string(printed), "\\", "/");
  const bool is_folder = folder.starts_with('/') || (folder.size() > 2 && folder.substr(1, 2) == ":/");
  return is_folder ? find_file(tree, folder + "/Cargo.toml") : std::nullopt;
}

/// The folders that a workspace lists: globs of its members, and what lies outside.
struct Folders {
  std::vector<std::string> members, outside;

  bool has_member(std::string_view folder) const {
    const auto is_of_depth = [&](const std::string& glob) { return contains(glob, "/") || !contains(folder, "/"); };
    const auto is_left = [&](const std::string& one) { return folder == one || folder.starts_with(one + "/"); };
    return std::ranges::none_of(outside, is_left) && std::ranges::any_of(members, [&](const std::string& glob) {
             return is_of_depth(glob) && glob_matches(glob, folder);
           });
  }
};

std::vector<std::string> listed_in(const TomlText& toml, std::string_view text, std::string_view list) {
  const auto* key = toml.find("workspace", list);
  const auto folders = key == nullptr ? std::nullopt : read_string_list(text, key->value);
  std::vector<std::string> all;
  for (const auto& one : folders ? folders->items : std::vector<ListedString>{}) all.push_back(one.value);
  return all;
}

// The manifest that cargo names, that of its workspace, and those of the members that this lists.
std::vector<std::string> manifests_with(const Tree& tree, const std::string& manifest) {
  const auto root = rust_workspace_of(tree, manifest);
  const auto text = root.empty() ? "" : tree.read(root).value_or("");
  const TomlText toml(text);
  const Folders folders{listed_in(toml, text, "members"), listed_in(toml, text, "exclude")};
  std::vector<std::string> manifests;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "Cargo.toml" || is_vendored(path)) continue;
    const auto folder = path_from(folder_of(root), folder_of(path));
    if (path == manifest || path == root || folders.has_member(folder)) manifests.push_back(path);
  }
  return manifests;
}

std::optional<Crate> crate_of(const Tree& tree, const Occurrence& occurrence) {
  Crate crate{std::string(capture(occurrence, "package")), "",
              behind(occurrence, "candidate versions found which didn't match: ")};
  const auto version = numbers_of(crate.version);  // one, and no early one of the next
  const auto manifest = manifest_in(tree, behind(occurrence, "location searched: "));
  const auto asking = behind(occurrence, "required by package `");
  const auto asked_by = manifest_in(tree, between(asking, "(", ")"));
  if (!version || version->size() != 3 || !manifest || !asked_by) return std::nullopt;
  if (rust_package(tree.read(*asked_by).value_or("")) != asking.substr(0, asking.find(' '))) return std::nullopt;
  if (rust_package(tree.read(*manifest).value_or("")) != crate.name || !has_version(tree, *manifest, crate.version))
    return std::nullopt;
  crate.folder = folder_of(*manifest);
  crate.asked_by = *asked_by;
  return crate;
}

bool is_held(const Lines& lines, std::size_t number) {
  if (!lines.has(number)) return false;
  const auto line = lines.line(number);
  const auto at = line.find('#');
  if (at == std::string_view::npos) return false;
  const auto words = words_of(lower(line.substr(at)));
  return std::ranges::any_of(holding_words, [&](auto word) { return words.contains(std::string(word)); });
}

// Does a comment beside the version, or above it, hold it back?
bool is_held_back(std::string_view text, std::size_t offset) {
  const Lines lines(text);
  const auto number = lines.number_at(offset);
  const bool is_below_comment = number > 1 && trim(lines.line(number - 1)).starts_with('#');
  return is_held(lines, number) || (is_below_comment && is_held(lines, number - 1));
}

/// The edits of the manifests, by path.
using Edits = std::map<std::string, std::vector<Edit>>;

// False where one of those that depend on the crate means another version, or it is not known which.
bool follow(const Tree& tree, const Crate& crate, Edits& edits) {
  const auto version = numbers_of(crate.version).value_or(Numbers());
  for (const auto& path : manifests_with(tree, crate.asked_by)) {
    const auto text = tree.read(path).value_or("");
    for (const auto& one : rust_paths(text)) {
      const auto folder = resolved(path_in(folder_of(path), one.path));
      if (one.package != crate.name || folder != crate.folder || one.version.empty()) continue;
      const auto asked = requirement_of(one.version);
      if (!asked || !is_left_behind(*asked, version)) continue;
      if (is_held_back(text, one.version_offset)) return false;
      edits[path].push_back({one.version_offset, one.version.size(), asked_today(*asked, crate.version)});
    }
  }
  return true;
}

}  // namespace

std::vector<Patch> follow_rust_path_version(const Patient& patient) {
  std::set<Crate> crates;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (auto crate = crate_of(patient.tree, occurrence)) crates.insert(std::move(*crate));
  }
  Edits edits;
  for (const auto& crate : crates) {
    if (!follow(patient.tree, crate, edits)) return {};
  }
  Draft draft(patient.tree);
  for (auto& [path, of_file] : edits) draft.edit(path, std::move(of_file));
  return draft.patches();
}

}  // namespace regreen
