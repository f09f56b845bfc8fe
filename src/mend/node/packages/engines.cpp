// js.widen-engines: package.json allows the version of node that CI sets up and that npm, yarn or pnpm found too new.
//
//   "node": "^16.13.0 || ^18.12.0"   →  "^16.13.0 || ^18.12.0 || ^20.0.0"
//   "node": ">=16 <20"               →  ">=16 <21"
//
// Only in the package of the project that refuses, and only up to a version that the project names itself.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A package that refuses a version of node: by its name, or the folder that it lies in.
struct Refusal {
  std::string name, folder;
  std::string range;  // that it asks for, where yarn or pnpm says so
  long major = 0;     // of node; 0 where the log does not say
};

long major_in(std::string_view version) {
  if (version.starts_with('v')) version.remove_prefix(1);
  return parse_number(version.substr(0, version.find('.'))).value_or(0);
}

// npm    Not compatible with your version of node/npm: shop@1.6.2          Actual:   {"npm":"10.8.2","node":"v20.11.1"}
// npm 6  Unsupported engine for shop@1.6.2: wanted: {"node":"<20"} (current: {"node":"20.11.1","npm":"6.14.8"})
// yarn   error shop@1.6.2: The engine "node" is incompatible with this module. Expected version "<20". Got "20.11.1"
// pnpm   Your Node version is incompatible with "/srv/shop".               Got: v20.11.1
Refusal refusal_in(const Occurrence& occurrence) {
  Refusal refusal;
  const auto set_name = [&](std::string_view text) {
    const auto version = text.rfind('@');
    if (refusal.name.empty() && version != npos && version > 0) refusal.name = text.substr(0, version);
  };
  for (const auto& line : lines_of(occurrence)) {
    const auto npm = line.find("node/npm: ");
    if (npm != npos) set_name(line.substr(npm + 10));
    set_name(between(line, "Unsupported engine for ", ": "));
    if (contains(line, "The engine \"node\" is incompatible")) set_name(between(line, "error ", ": "));
    if (const auto at = between(line, "Node version is incompatible with \"", "\""); !at.empty()) refusal.folder = at;
    const auto expected = line.find("Expected version");
    if (expected != npos && line.substr(expected + 16, 2) == ": ") refusal.range = trim(line.substr(expected + 18));
    const auto actual = std::min(line.find("Actual:"), line.find("(current: "));
    const auto said = actual != npos                    ? between(line.substr(actual), "\"node\":\"", "\"")
                      : contains(line, "Got \"")        ? between(line, "Got \"", "\"")
                      : trim(line).starts_with("Got: ") ? trim(line).substr(5)
                                                        : std::string_view();
    if (refusal.major == 0 && !said.empty()) refusal.major = major_in(said);
  }
  return refusal;
}

// Files that say which node CI takes, besides the workflows.
constexpr auto version_files =
    std::to_array<std::string_view>({".nvmrc", ".node-version", ".tool-versions", "mise.toml", ".mise.toml"});

// The names that nvm has for versions with long support.
constexpr auto long_supported = std::to_array<std::pair<long, std::string_view>>({{14, "lts/fermium"},
                                                                                  {16, "lts/gallium"},
                                                                                  {18, "lts/hydrogen"},
                                                                                  {20, "lts/iron"},
                                                                                  {22, "lts/jod"},
                                                                                  {24, "lts/krypton"}});

bool names(std::string_view text, long major) {
  const auto digits = std::to_string(major);
  const auto row = std::ranges::find(long_supported, major, &std::pair<long, std::string_view>::first);
  return !words_in(text, digits).empty() || !words_in(text, "v" + digits).empty() ||
         (row != long_supported.end() && contains(lower(text), row->second));
}

// Do the workflows, the images or the files that name the version for them ask for it?
bool is_asked_for(const Tree& tree, long major) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto name = name_of(path);
    if (is_among(name, version_files)) return names(tree.read(path).value_or(""), major);
    if (is_dockerfile(path) || name == ".gitlab-ci.yml")
      return contains(tree.read(path).value_or(""), "node:" + std::to_string(major));
    if (!path.starts_with(".github/")) return false;
    const auto text = tree.read(path).value_or("");
    return contains(text, "node-version") && names(text, major);
  });
}

struct Bound {
  std::size_t at = 0, length = 0;  // of the major version
  long major = 0;
  std::string sign;  // "<", ">=", "^", ""
};

std::vector<Bound> bounds_of(std::string_view range) {
  std::vector<Bound> bounds;
  for (std::size_t at = 0; at < range.size();) {
    at = range.find_first_not_of(" |", at);
    if (at == npos) break;
    const auto end = std::min(range.find_first_of(" |", at), range.size());
    const auto digits = std::min(range.find_first_of("0123456789", at), end);
    const auto last = std::min(range.find_first_not_of("0123456789", digits), end);
    const auto sign = range.substr(at, digits - at);
    if (const auto major = line_number(range.substr(digits, last - digits)); major && sign != "-")
      bounds.push_back({digits, last - digits, *major, std::string(sign)});
    at = end;
  }
  return bounds;
}

// "18.12.0" → "20.0.0", as many parts.
std::string first_of(long major, std::string_view rest) {
  std::string version = std::to_string(major);
  for (const auto part : split(rest, '.')) {
    if (!part.empty()) version += part == "x" || part == "*" ? "." + std::string(part) : ".0";
  }
  return version;
}

// ">=16 <20" → ">=16 <21", "^16 || ^18" → "^16 || ^18 || ^20"; "" where the range wants a newer one, or is another kind.
std::string widened(const std::string& range, long major) {
  const auto bounds = bounds_of(range);
  if (bounds.empty() || std::ranges::none_of(bounds, [&](const Bound& one) { return one.major < major; })) return "";
  if (std::ranges::any_of(bounds, [&](const Bound& one) { return one.major > major; })) return "";
  const auto& last = bounds.back();
  const auto rest = range.substr(last.at + last.length);
  if (rest.find_first_not_of(".0123456789x*") != std::string::npos) return "";
  const bool is_whole = rest.find_first_not_of(".0x*") == std::string::npos;
  if (contains(range, " - "))
    return is_whole && bounds.size() == 2 ? range.substr(0, last.at) + first_of(major, rest) : "";
  if (last.sign == "<" || last.sign == "<=")
    return is_whole ? range.substr(0, last.at) + std::to_string(last.sign == "<" ? major + 1 : major) + rest : "";
  const bool stays = last.sign == "^" || (is_whole && (last.sign == "~" || last.sign.empty()));
  if (!stays || last.major == major) return "";
  return range + " || " + last.sign + first_of(major, rest);
}

void write_range(Draft& draft, const std::string& path, std::string_view before, const std::string& after) {
  const auto text = draft.read(path);
  const auto root = text ? read_json_object(*text) : std::nullopt;
  const auto packages = root ? object_in(*text, *root, "packages") : std::nullopt;
  const auto home = packages ? object_in(*text, *packages, "") : root;
  const auto engines = home ? object_in(*text, *home, "engines") : std::nullopt;
  if (!engines || string_in(*text, *engines, "node") != before) return;
  const auto* node = engines->find("node");
  draft.edit(path, {{node->value + 1, node->value_end - node->value - 2, after}});
}

// Is it the package that refuses? An installation of other people's packages is none of the project's.
bool is_refusing(const NodePackage& package, const Refusal& refusal) {
  if (!refusal.name.empty()) return string_in(package.text, package.root, "name") == refusal.name;
  const auto folder = folder_of(package.file);
  return !refusal.folder.empty() && !contains(refusal.folder, "node_modules") &&
         (folder.empty() || refusal.folder.ends_with("/" + std::string(folder)));
}

void widen(const Tree& tree, Draft& draft, const Refusal& refusal) {
  for (const auto& path : tree.list()) {
    if (name_of(path) != "package.json" || is_vendored(path)) continue;
    const auto package = package_of_file(tree, path);
    if (!package || package->file != path || !is_refusing(*package, refusal)) continue;
    const auto engines = object_in(package->text, package->root, "engines");
    const auto range = engines ? string_in(package->text, *engines, "node").value_or("") : "";
    const bool is_other = !refusal.range.empty() && refusal.range != range;
    const auto wider = range.empty() || is_other ? "" : widened(range, refusal.major);
    if (wider.empty()) continue;
    write_range(draft, path, range, wider);
    write_range(draft, path_in(folder_of(path), "package-lock.json"), range, wider);
  }
}

}  // namespace

std::vector<Patch> widen_node_engines(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto refusal = refusal_in(occurrence);
    if (refusal.major > 0 && is_asked_for(patient.tree, refusal.major)) widen(patient.tree, draft, refusal);
  }
  return draft.patches();
}

}  // namespace regreen
