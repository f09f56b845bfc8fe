// js.widen-engines: package.json allows the version of node that the workflows set up and that npm found too new.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Actual:   {"npm":"10.8.2","node":"v20.11.1"} → 20
long found_major(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    const auto at = contains(line, "Actual:") ? line.find("\"node\":\"v") : npos;
    if (at != npos) return parse_number(between(line.substr(at), "\"v", ".")).value_or(0);
  }
  return 0;
}

// Not compatible with your version of node/npm: shop@1.6.2 → shop
std::string refusing_package(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    const auto at = line.find("node/npm: ");
    const auto name = at == npos ? "" : line.substr(at + 10);
    if (const auto version = name.rfind('@'); version != npos && version > 0) return name.substr(0, version);
  }
  return "";
}

// Do the workflows, or the files that name the version for them, ask for it?
bool is_asked_for(const Tree& tree, const std::string& major) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const bool names_version = path.starts_with(".github/workflows/") || name_of(path) == ".nvmrc" ||
                               name_of(path) == ".node-version" || name_of(path) == ".tool-versions";
    const auto text = names_version ? tree.read(path).value_or("") : "";
    const bool says = !path.starts_with(".github/") || contains(text, "node-version");
    return says && !words_in(text, major).empty();
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

// ">=16 <20" → ">=16 <21", "^16 || ^18" → "^16 || ^18 || ^20"; "" where the range wants a newer one, or is another kind.
std::string widened(const std::string& range, long major) {
  const auto bounds = bounds_of(range);
  if (bounds.empty() || std::ranges::none_of(bounds, [&](const Bound& one) { return one.major < major; })) return "";
  if (std::ranges::any_of(bounds, [&](const Bound& one) { return one.major > major; })) return "";
  const auto& last = bounds.back();
  const auto rest = range.substr(last.at + last.length);
  const bool is_whole = rest.find_first_not_of(".0x*") == std::string::npos;
  if (!is_whole) return "";
  if (last.sign == "<" || last.sign == "<=")
    return range.substr(0, last.at) + std::to_string(last.sign == "<" ? major + 1 : major) + rest;
  const bool stays = last.sign == "^" || last.sign == "~" || last.sign.empty();
  if (!stays || last.major == major || contains(range, " - ")) return "";
  return range + " || " + last.sign + std::to_string(major) + rest;
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

}  // namespace

std::vector<Patch> widen_node_engines(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto major = found_major(occurrence);
    const auto package = package_of_file(patient.tree, "");
    const auto engines = package ? object_in(package->text, package->root, "engines") : std::nullopt;
    const auto range = engines ? string_in(package->text, *engines, "node").value_or("") : "";
    if (major == 0 || range.empty() || !is_asked_for(patient.tree, std::to_string(major)) ||
        string_in(package->text, package->root, "name") != refusing_package(occurrence))
      continue;
    const auto wider = widened(range, major);
    if (wider.empty()) continue;
    write_range(draft, "package.json", range, wider);
    write_range(draft, "package-lock.json", range, wider);
  }
  return draft.patches();
}

}  // namespace regreen
