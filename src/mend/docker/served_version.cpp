// kubernetes.use-served-version: manifests of a version that the cluster no longer serves, where the next one of the same
// kind is written alike. Kinds whose fields were renamed on the way (Ingress, HorizontalPodAutoscaler of v2beta1) are
// left to a human.

#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a manifest must say for the newer version to mean the same.
enum class Needs { nothing, selector, update_strategy };

struct Successor {
  std::string_view kind, gone, served;
  Needs needs = Needs::nothing;
};

// https://kubernetes.io/docs/reference/using-api/deprecation-guide/
constexpr auto successors = std::to_array<Successor>({
    {"APIService", "apiregistration.k8s.io/v1beta1", "apiregistration.k8s.io/v1"},
    {"CSIDriver", "storage.k8s.io/v1beta1", "storage.k8s.io/v1"},
    {"CSINode", "storage.k8s.io/v1beta1", "storage.k8s.io/v1"},
    {"CSIStorageCapacity", "storage.k8s.io/v1beta1", "storage.k8s.io/v1"},
    {"ClusterRole", "rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1"},
    {"ClusterRoleBinding", "rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1"},
    {"CronJob", "batch/v1beta1", "batch/v1"},
    {"DaemonSet", "apps/v1beta2", "apps/v1", Needs::selector},
    {"DaemonSet", "extensions/v1beta1", "apps/v1", Needs::update_strategy},
    {"Deployment", "apps/v1beta1", "apps/v1", Needs::selector},
    {"Deployment", "apps/v1beta2", "apps/v1", Needs::selector},
    {"Deployment", "extensions/v1beta1", "apps/v1", Needs::selector},
    {"HorizontalPodAutoscaler", "autoscaling/v2beta2", "autoscaling/v2"},
    {"IngressClass", "networking.k8s.io/v1beta1", "networking.k8s.io/v1"},
    {"Lease", "coordination.k8s.io/v1beta1", "coordination.k8s.io/v1"},
    {"NetworkPolicy", "extensions/v1beta1", "networking.k8s.io/v1"},
    {"PodDisruptionBudget", "policy/v1beta1", "policy/v1", Needs::selector},
    {"PriorityClass", "scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1"},
    {"ReplicaSet", "apps/v1beta2", "apps/v1", Needs::selector},
    {"ReplicaSet", "extensions/v1beta1", "apps/v1", Needs::selector},
    {"Role", "rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1"},
    {"RoleBinding", "rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1"},
    {"RuntimeClass", "node.k8s.io/v1beta1", "node.k8s.io/v1"},
    {"StatefulSet", "apps/v1beta1", "apps/v1", Needs::update_strategy},
    {"StatefulSet", "apps/v1beta2", "apps/v1", Needs::selector},
    {"StorageClass", "storage.k8s.io/v1beta1", "storage.k8s.io/v1"},
    {"VolumeAttachment", "storage.k8s.io/v1beta1", "storage.k8s.io/v1"},
});

// Fields of the older versions that the newer ones do not have.
constexpr auto gone_fields = std::to_array<std::string_view>({"rollbackTo:", "templateGeneration:"});

/// A line of YAML: where its key begins, behind the dash of a list.
struct Key {
  std::size_t column = npos;
  bool begins_item = false;
  std::string_view text;
};

Key key_of(std::string_view line) {
  const auto begin = line.find_first_not_of(' ');
  if (begin == npos || line[begin] == '#') return {};
  const bool dash = line.substr(begin).starts_with("- ");
  const auto column = dash ? line.find_first_not_of(' ', begin + 1) : begin;
  return column == npos ? Key{} : Key{column, dash, line.substr(column)};
}

std::string_view value_of(std::string_view key, std::string_view name) {
  if (!key.starts_with(name) || !key.substr(name.size()).starts_with(':')) return {};
  auto value = trim(key.substr(name.size() + 1));
  if (const auto comment = value.find(" #"); comment != npos) value = trim(value.substr(0, comment));
  const bool is_quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

/// A mapping: the lines [first, last], and where its keys begin.
struct Block {
  std::size_t first = 0, last = 0, column = 0;
};

// Does the block end before a line with this key?
bool ends_before(const Block& block, const Key& key) {
  return key.column != npos && (key.column < block.column || (key.begins_item && key.column == block.column));
}

// The mappings of a text, told in one walk over its lines.
std::vector<Block> blocks_of(const Lines& lines) {
  std::vector<Block> blocks;
  std::vector<std::size_t> open;
  const auto close = [&](std::size_t last) {
    blocks[open.back()].last = last;
    open.pop_back();
  };
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto key = key_of(lines.line(number));
    const bool is_end = lines.line(number).starts_with("---");
    while (!open.empty() && (is_end || ends_before(blocks[open.back()], key))) close(number - 1);
    if (is_end || key.column == npos || (!open.empty() && blocks[open.back()].column >= key.column)) continue;
    open.push_back(blocks.size());
    blocks.push_back({number, number, key.column});
  }
  while (!open.empty()) close(lines.count());
  return blocks;
}

// Does the block say how it is updated? Versions differ in what they do where it is not said.
bool has_update_strategy(const Lines& lines, const Block& block) {
  for (auto number = block.first; number <= block.last; ++number) {
    if (key_of(lines.line(number)).text.starts_with("updateStrategy:")) return true;
  }
  return false;
}

// Does the `spec:` of the block have a `selector:` of labels right below itself? Those of volume claims stand further in.
bool has_selector(const Lines& lines, const Block& block) {
  bool in_spec = false, named = false;
  std::size_t column = npos;  // of the keys of the spec
  for (auto number = block.first; number <= block.last; ++number) {
    const auto key = key_of(lines.line(number));
    if (key.column == npos) continue;
    if (key.column <= block.column) {
      in_spec = key.text.starts_with("spec:");
      column = npos;
      named = false;
      continue;
    }
    if (!in_spec) continue;
    if (column == npos) column = key.column;
    if (key.column == column) named = key.text.starts_with("selector:");
    if (named && (contains(key.text, "matchLabels:") || contains(key.text, "matchExpressions:"))) return true;
  }
  return false;
}

// The line of the only version of a block, where it is a resource of the kind for which the newer version means the same; else 0.
std::size_t line_of_version(const Lines& lines, const Block& block, const Successor& row) {
  std::size_t versions = 0, found = 0;
  bool is_kind = false, has_metadata = false;
  for (auto number = block.first; number <= block.last; ++number) {
    const auto key = key_of(lines.line(number));
    if (key.column == npos) continue;
    if (std::ranges::any_of(gone_fields, [&](auto field) { return key.text.starts_with(field); })) return 0;
    if (key.column != block.column) continue;
    if (key.text.starts_with("apiVersion:")) ++versions;
    if (value_of(key.text, "apiVersion") == row.gone) found = number;
    is_kind |= value_of(key.text, "kind") == row.kind;
    has_metadata |= key.text.starts_with("metadata:");
  }
  if (versions != 1 || !is_kind || !has_metadata) return 0;
  if (row.needs == Needs::update_strategy && !has_update_strategy(lines, block)) return 0;
  return row.needs == Needs::nothing || has_selector(lines, block) ? found : 0;
}

std::vector<Edit> moved(std::string_view text, const Successor& row) {
  std::vector<Edit> edits;
  if (!contains(text, row.gone)) return edits;
  const Lines lines(text);
  for (const auto& block : blocks_of(lines)) {
    const auto number = line_of_version(lines, block, row);
    if (number == 0) continue;
    const auto at = lines.begin(number) + lines.line(number).find(row.gone);
    edits.push_back({at, row.gone.size(), std::string(row.served)});
  }
  return edits;
}

bool is_manifest(std::string_view path) {
  return (path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".tpl")) && !path.starts_with(".github/");
}

// What a manifest is applied together with: the chart that it is of, else its folder.
std::string applied_with(const Tree& tree, const std::string& path) {
  const auto chart = nearest(tree, path, "Chart.yaml");
  return chart.empty() ? std::string(folder_of(path)) : chart;
}

// What a chart or an overlay renders has no file of its own in the log: it is looked for in the tree. Which of several is meant
// nobody knows.
void move_in_tree(const Tree& tree, const std::set<const Successor*>& rows, Draft& draft) {
  std::map<std::string, std::vector<Edit>> moves;
  std::set<std::string> groups;
  for (const auto& path : tree.list()) {
    const bool is_meant = is_manifest(path) && !is_vendored(path) && !is_aside(path);
    const auto text = is_meant ? draft.read(path) : std::nullopt;
    for (const auto* row : rows) {
      const auto edits = text ? moved(*text, *row) : std::vector<Edit>{};
      if (edits.empty()) continue;
      moves[path].insert(moves[path].end(), edits.begin(), edits.end());
      groups.insert(applied_with(tree, path));
    }
  }
  if (groups.size() != 1) return;
  for (auto& [path, edits] : moves) draft.edit(path, std::move(edits));
}

}  // namespace

std::vector<Patch> use_served_version(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<const Successor*> unnamed;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto kind = capture(occurrence, "symbol"), version = capture(occurrence, "version");
    const auto row =
        std::ranges::find_if(successors, [&](const Successor& one) { return one.kind == kind && one.gone == version; });
    if (row == successors.end()) continue;
    auto named = find_file(patient.tree, between(occurrence.at.text, "from \"", "\""));
    if (!named) named = find_file(patient.tree, between(occurrence.at.text, "recognize \"", "\""));
    const auto text = named && is_manifest(*named) ? draft.read(*named) : std::nullopt;
    if (text) draft.edit(*named, moved(*text, *row));
    if (!named) unnamed.insert(&*row);
  }
  if (!unnamed.empty()) move_in_tree(patient.tree, unnamed, draft);
  return draft.patches();
}

}  // namespace regreen
