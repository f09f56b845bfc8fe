// kubernetes.use-served-version: manifests of a version that the cluster no longer serves, where the next one of the same
// kind is written alike. Kinds whose fields were renamed on the way (Ingress, HorizontalPodAutoscaler of v2beta1) are
// left to a human.

#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a manifest must say for the newer version to mean the same.
enum class Needs { nothing, selector };

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
    {"DaemonSet", "extensions/v1beta1", "apps/v1", Needs::selector},
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
    {"StatefulSet", "apps/v1beta1", "apps/v1", Needs::selector},
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

/// The lines [first, last] of the mapping that a line is a key of.
struct Block {
  std::size_t first = 0, last = 0, column = 0;
};

Block block_around(const Lines& lines, std::size_t number) {
  const auto here = key_of(lines.line(number));
  Block block{number, number, here.column};
  const auto ends = [&](std::size_t at) {
    const auto key = key_of(lines.line(at));
    return lines.line(at).starts_with("---") || (key.column != npos && key.column < block.column);
  };
  const auto is_item = [&](std::size_t at) {
    const auto key = key_of(lines.line(at));
    return key.begins_item && key.column == block.column;
  };
  while (!is_item(block.first) && lines.has(block.first - 1) && !ends(block.first - 1)) --block.first;
  while (lines.has(block.last + 1) && !ends(block.last + 1) && !is_item(block.last + 1)) ++block.last;
  return block;
}

bool has_selector(const Lines& lines, const Block& block) {
  bool named = false;
  for (auto number = block.first; number <= block.last; ++number) {
    const auto key = key_of(lines.line(number));
    if (key.column == npos) continue;
    const bool matches = contains(key.text, "matchLabels:") || contains(key.text, "matchExpressions:");
    if (matches && (named || key.text.starts_with("selector:"))) return true;
    named = key.text == "selector:";
  }
  return false;
}

// Is the block a resource of the kind, with one version, and does the newer version mean the same by it?
bool is_resource(const Lines& lines, const Block& block, const Successor& row) {
  std::size_t versions = 0;
  bool is_kind = false, has_metadata = false;
  for (auto number = block.first; number <= block.last; ++number) {
    const auto key = key_of(lines.line(number));
    for (const auto field : gone_fields) {
      if (key.column != npos && key.text.starts_with(field)) return false;
    }
    if (key.column != block.column) continue;
    if (key.text.starts_with("apiVersion:")) ++versions;
    is_kind |= value_of(key.text, "kind") == row.kind;
    has_metadata |= key.text.starts_with("metadata:");
  }
  if (versions != 1 || !is_kind || !has_metadata) return false;
  return row.needs == Needs::nothing || has_selector(lines, block);
}

std::vector<Edit> moved(std::string_view text, const Successor& row) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto key = key_of(lines.line(number));
    if (key.column == npos || value_of(key.text, "apiVersion") != row.gone) continue;
    if (!is_resource(lines, block_around(lines, number), row)) continue;
    const auto at = lines.begin(number) + lines.line(number).find(row.gone);
    edits.push_back({at, row.gone.size(), std::string(row.served)});
  }
  return edits;
}

bool is_manifest(std::string_view path) {
  return (path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".tpl")) && !path.starts_with(".github/");
}

}  // namespace

std::vector<Patch> use_served_version(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto kind = capture(occurrence, "symbol"), version = capture(occurrence, "version");
    const auto row =
        std::ranges::find_if(successors, [&](const Successor& one) { return one.kind == kind && one.gone == version; });
    if (row == successors.end()) continue;
    // What a chart or an overlay renders has no file of its own.
    auto named = find_file(patient.tree, between(occurrence.at.text, "from \"", "\""));
    if (!named) named = find_file(patient.tree, between(occurrence.at.text, "recognize \"", "\""));
    for (const auto& path : named ? std::vector<std::string>{*named} : patient.tree.list()) {
      const auto text = is_manifest(path) ? draft.read(path) : std::nullopt;
      if (text && contains(*text, row->gone)) draft.edit(path, moved(*text, *row));
    }
  }
  return draft.patches();
}

}  // namespace regreen
