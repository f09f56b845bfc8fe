// kustomize.fix-entry: an entry of a kustomization that names a file or folder which is not there. Meant is the only manifest
// beside it that no kustomization lists and that is of the kind which the name tells, one of the same name in another folder, or a
// name with a slip; where the newest commit took the file away, one that it brought. And a field of it that is misspelt.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto fields = std::to_array<std::string_view>({"resources",
                                                         "components",
                                                         "patches",
                                                         "patchesStrategicMerge",
                                                         "patchesJson6902",
                                                         "configMapGenerator",
                                                         "secretGenerator",
                                                         "generatorOptions",
                                                         "commonLabels",
                                                         "commonAnnotations",
                                                         "namePrefix",
                                                         "nameSuffix",
                                                         "namespace",
                                                         "images",
                                                         "replicas",
                                                         "replacements",
                                                         "transformers",
                                                         "generators",
                                                         "validators",
                                                         "configurations",
                                                         "openapi",
                                                         "labels",
                                                         "helmCharts",
                                                         "crds",
                                                         "vars"});

/// A kind of object, and how names of files shorten it.
struct Kind {
  std::string_view kind;
  std::array<std::string_view, 2> words;
};

constexpr auto kinds = std::to_array<Kind>({{"Service", {"svc", "service"}},
                                            {"Deployment", {"deploy", "deployment"}},
                                            {"ConfigMap", {"cm", "configmap"}},
                                            {"Namespace", {"ns", "namespace"}},
                                            {"Ingress", {"ing", "ingress"}},
                                            {"ServiceAccount", {"sa", "serviceaccount"}},
                                            {"PersistentVolumeClaim", {"pvc", "persistentvolumeclaim"}},
                                            {"PersistentVolume", {"pv", "persistentvolume"}},
                                            {"HorizontalPodAutoscaler", {"hpa", "horizontalpodautoscaler"}},
                                            {"NetworkPolicy", {"netpol", "networkpolicy"}},
                                            {"PodDisruptionBudget", {"pdb", "poddisruptionbudget"}},
                                            {"CustomResourceDefinition", {"crd", "customresourcedefinition"}},
                                            {"StatefulSet", {"sts", "statefulset"}},
                                            {"DaemonSet", {"ds", "daemonset"}},
                                            {"CronJob", {"cj", "cronjob"}},
                                            {"Job", {"job", "job"}},
                                            {"Role", {"role", "role"}},
                                            {"RoleBinding", {"rb", "rolebinding"}},
                                            {"Secret", {"secret", "secret"}}});

bool is_kustomization(std::string_view path) {
  const auto name = name_of(path);
  return name == "kustomization.yaml" || name == "kustomization.yml" || name == "Kustomization";
}

bool is_yaml(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

/// A path that a kustomization names.
struct Entry {
  std::size_t begin = 0;
  std::string written;
  std::string target;  ///< from the top of the tree
};

// `- svc.yaml`, `- path: patch.yaml`, `- app.ini=config/app.ini`
std::vector<Entry> entries_of(std::string_view path, std::string_view text) {
  std::vector<Entry> entries;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    auto value = trim(line.substr(0, line.find(" #")));
    const bool is_item = value.starts_with("- ");
    if (is_item) value = trim(value.substr(2));
    const bool is_path = value.starts_with("path: ");
    if (is_path) value = trim(value.substr(6));
    if (!(is_item || is_path) || value.empty() || contains(value, ": ") || contains(value, "://")) continue;
    if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.size() - 2);
    if (const auto equals = value.find('='); equals != npos) value = value.substr(equals + 1);
    const auto target = value.empty() ? std::nullopt : resolved(path_in(folder_of(path), value));
    const auto begin = offset_in(text, value);
    if (target) entries.push_back({begin, std::string(value), *target});
  }
  return entries;
}

std::string kind_of(std::string_view text) {
  for (const auto line : split_lines(text)) {
    if (line.starts_with("kind:")) return std::string(trim(line.substr(5)));
  }
  return "";
}

// The kind that the name of a file tells; "" where it tells none.
std::string_view kind_told(std::string_view name) {
  auto word = lower(name.substr(0, name.rfind('.')));
  std::erase_if(word, [](char c) { return c == '-' || c == '_'; });
  for (const auto& row : kinds) {
    if (is_among(word, row.words)) return row.kind;
  }
  return "";
}

std::string digits_of(std::string_view name) {
  std::string digits(name);
  std::erase_if(digits, [](char c) { return !is_digit(c); });
  return digits;
}

// Does a path lie where other surroundings have theirs: what is tried out, or for tests?
bool is_elsewhere(std::string_view path) {
  static constexpr auto folders =
      std::to_array<std::string_view>({"local", "dev", "canary", "staging", "prod", "production"});
  return is_aside(path) ||
         std::ranges::any_of(split(folder_of(path), '/'), [](auto part) { return is_among(part, folders); });
}

/// The kustomizations of a tree, and what they list.
class Listing {
 public:
  Listing(const Tree& tree, const LastCommit& commit) : tree_(tree), commit_(commit) {
    for (const auto& path : tree.list()) {
      for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) folders_.emplace(folder);
      if (!is_kustomization(path)) continue;
      paths_.push_back(path);
      for (auto& entry : entries_of(path, tree.read(path).value_or(""))) listed_.insert(std::move(entry.target));
    }
  }

  const std::vector<std::string>& paths() const { return paths_; }

  bool is_there(const std::string& target) const { return tree_.has(target) || folders_.contains(target); }

  // What a missing file or folder that a kustomization names has become. Files outside of its folder are refused, bases are not.
  std::string meant_by(const std::string& missing, std::string_view kustomization) const {
    const auto folder = folder_of(kustomization);
    const auto own = folder.empty() ? "" : std::string(folder) + "/";
    if (!is_yaml(missing)) return near(missing, own);
    const auto before = text_before(missing);
    std::vector<std::string> beside, elsewhere;
    const auto told = before ? kind_of(*before) : std::string(kind_told(name_of(missing)));
    for (const auto& path : tree_.list()) {
      const bool is_namesake = name_of(path) == name_of(missing), is_neighbour = folder_of(path) == folder_of(missing);
      if (!(is_namesake || is_neighbour) || !path.starts_with(own)) continue;
      if (!is_yaml(path) || is_kustomization(path) || listed_.contains(path)) continue;
      if (before ? !is_new(path)
                 : is_namesake && is_elsewhere(path.substr(own.size())) && !is_elsewhere(missing.substr(own.size())))
        continue;
      const auto text = tree_.read(path).value_or("");
      const auto kind = kind_of(text);
      if (kind.empty() || !contains("\n" + text, "\napiVersion:")) continue;
      if (is_namesake) elsewhere.push_back(path);
      const bool is_near = told.empty() ? is_slip_of(name_of(path), name_of(missing)) : told == kind;
      if (is_neighbour && is_near) beside.push_back(path);
    }
    if (elsewhere.size() == 1) return elsewhere.front();
    return elsewhere.empty() && beside.size() == 1 ? beside.front() : "";
  }

 private:
  // What the newest commit took away is a slip of nothing: only what it brought can stand for it.
  std::optional<std::string> text_before(const std::string& path) const {
    const auto found = commit_.before.find(path);
    return found == commit_.before.end() ? std::nullopt : found->second;
  }

  bool is_new(std::string_view path) const {
    const auto found = commit_.before.find(path);
    return found != commit_.before.end() && !found->second;
  }

  static bool is_slip_of(std::string_view name, std::string_view written) {
    return is_slip(name, written) && digits_of(name) == digits_of(written);
  }

  // The only neighbour of which the name can be a slip: a folder that is a base, or a file of the same ending.
  std::string near(const std::string& missing, const std::string& own) const {
    const auto ending = [](std::string_view path) {
      const auto name = name_of(path);
      return name.substr(std::min(name.rfind('.'), name.size()));
    };
    const bool was_there = std::ranges::any_of(commit_.before, [&](const auto& one) {
      return one.second && (one.first == missing || one.first.starts_with(missing + "/"));
    });
    std::set<std::string> names;
    for (const auto& path : paths_) {
      if (folder_of(folder_of(path)) == folder_of(missing) && (!was_there || is_new(path)))
        names.emplace(name_of(folder_of(path)));
    }
    for (const auto& path : tree_.list()) {
      if (folder_of(path) == folder_of(missing) && path.starts_with(own) && !is_yaml(path) && !ending(path).empty() &&
          ending(path) == ending(missing) && (!was_there || is_new(path)))
        names.emplace(name_of(path));
    }
    const std::string wrong(name_of(missing));
    std::erase_if(names, [&](const auto& name) { return digits_of(name) != digits_of(wrong); });
    auto right = only_near(names, wrong);
    for (const auto& name : names) {  // `bases` for `base` and the like
      if (right.empty() && (name + "s" == wrong || wrong + "s" == name)) right = name;
    }
    return right.empty() ? "" : path_in(folder_of(missing), right);
  }

  const Tree& tree_;
  const LastCommit& commit_;
  std::vector<std::string> paths_;
  std::set<std::string> listed_;
  std::set<std::string, std::less<>> folders_;
};

void mend_entries(const Listing& listing, const std::string& said, Draft& draft) {
  for (const auto& path : listing.paths()) {
    const auto text = draft.read(path);
    if (!text) continue;
    std::vector<Edit> edits;
    for (const auto& entry : entries_of(path, *text)) {
      const bool is_meant = said == entry.target || said.ends_with("/" + entry.target);
      if (!is_meant || listing.is_there(entry.target)) continue;
      const auto meant = listing.meant_by(entry.target, path);
      if (meant.empty()) continue;
      const std::string front = entry.written.starts_with("./") ? "./" : "";
      edits.push_back({entry.begin, entry.written.size(), front + path_from(folder_of(path), meant)});
    }
    draft.edit(path, std::move(edits));
  }
}

// The field that is meant, most often by its singular; "" where it cannot be known.
std::string field_meant_by(const std::string& wrong) {
  const auto plural = wrong + "s";
  if (is_among(plural, fields)) return plural;
  auto right = only_near(fields, wrong);
  return right.empty() ? only_near(fields, plural) : right;
}

// `json: unknown field "resource"`
void mend_field(const Listing& listing, const std::string& wrong, Draft& draft) {
  const auto right = field_meant_by(wrong);
  for (const auto& path : listing.paths()) {
    const auto text = right.empty() ? std::nullopt : draft.read(path);
    if (!text || contains("\n" + *text, "\n" + right + ":")) continue;
    const Lines lines(*text);
    std::vector<Edit> edits;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      if (lines.line(number).starts_with(wrong + ":")) edits.push_back({lines.begin(number), wrong.size(), right});
    }
    draft.edit(path, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> fix_kustomize_entry(const Patient& patient) {
  Draft draft(patient.tree);
  const Listing listing(patient.tree, patient.last_commit);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const std::string path(capture(occurrence, "path")); !path.empty()) mend_entries(listing, path, draft);
    if (const std::string key(capture(occurrence, "key")); !key.empty()) mend_field(listing, key, draft);
  }
  return draft.patches();
}

}  // namespace regreen
