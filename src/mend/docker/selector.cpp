// kubernetes.match-selector: the selector of a workload and the labels of its pods say different things, so one of them was left
// behind when a label was renamed. Which one, the services tell that select these pods; where none does, the name of the workload.

#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A label as it is written.
struct Label {
  std::string_view key, value;
  std::size_t offset = 0;  ///< of the value

  std::string_view bare() const {
    const bool is_quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
    return is_quoted ? value.substr(1, value.size() - 2) : value;
  }
};
using Labels = std::vector<Label>;

std::optional<std::string_view> value_of(const Labels& labels, std::string_view key) {
  const auto found = std::ranges::find(labels, key, &Label::key);
  return found == labels.end() ? std::nullopt : std::optional(found->bare());
}

bool is_subset(const Labels& some, const Labels& all) {
  return !some.empty() &&
         std::ranges::all_of(some, [&](const Label& one) { return value_of(all, one.key) == one.bare(); });
}

/// An object of a manifest, as far as it speaks of labels. Borrows the text.
struct Manifest {
  std::string_view kind, name;
  Labels selector, labels;
};

std::string_view without_comment(std::string_view line) {
  const auto comment = line.find(" #");
  const auto plain = line.substr(0, comment);
  return trim(plain).starts_with('#') ? std::string_view() : plain.substr(0, plain.find_last_not_of(" \t\r") + 1);
}

std::string_view unquoted(std::string_view value) { return Label{"", value, 0}.bare(); }

Label label_in(std::string_view text, std::string_view part) {
  const auto colon = part.find(": ");
  if (colon == npos) return {};
  const auto value = trim(part.substr(colon + 2));
  if (value.empty()) return {};
  return {unquoted(trim(part.substr(0, colon))), value, offset_in(text, value)};
}

/// Reads the objects of a file, line by line, by the path of the keys above.
class ManifestReader {
 public:
  explicit ManifestReader(std::string_view text) : text_(text) {}

  std::vector<Manifest> read() {
    objects_.emplace_back();
    for (const auto line : split_lines(text_)) {
      if (line.starts_with("---")) {
        objects_.emplace_back();
        above_.clear();
      } else {
        read_line(without_comment(line));
      }
    }
    return std::move(objects_);
  }

 private:
  void read_line(std::string_view line) {
    const auto column = line.find_first_not_of(' ');
    const auto colon = line.find(':');
    if (column == npos || colon == npos) return;
    while (!above_.empty() && above_.back().first >= column) above_.pop_back();
    const auto key = line.substr(column, colon - column);
    const auto value = trim(line.substr(colon + 1));
    auto path = path_of();
    if (value.starts_with('{')) {
      for (const auto part : split(value.substr(1, value.find('}') - 1), ','))
        keep(path + std::string(key), label_in(text_, part));
    } else if (!value.empty()) {
      keep(path.substr(0, path.size() - !path.empty()), label_in(text_, line.substr(column)));
    }
    above_.emplace_back(column, key);
  }

  std::string path_of() const {
    std::string path;
    for (const auto& [column, key] : above_) path += std::string(key) + ".";
    return path;
  }

  void keep(const std::string& path, const Label& label) {
    auto& object = objects_.back();
    if (label.key.empty()) return;
    if (path.empty() && label.key == "kind") object.kind = label.bare();
    if (path == "metadata" && label.key == "name") object.name = label.bare();
    if (path == "spec.selector.matchLabels" || (object.kind == "Service" && path == "spec.selector"))
      object.selector.push_back(label);
    if (path == "spec.template.metadata.labels") object.labels.push_back(label);
  }

  std::string_view text_;
  std::vector<Manifest> objects_;
  std::vector<std::pair<std::size_t, std::string_view>> above_;
};

// Labels that both have, with different values.
std::vector<std::pair<Label, Label>> differing(const Manifest& one) {
  std::vector<std::pair<Label, Label>> pairs;
  for (const auto& label : one.selector) {
    const auto other = std::ranges::find(one.labels, label.key, &Label::key);
    if (other != one.labels.end() && other->bare() != label.bare()) pairs.emplace_back(label, *other);
  }
  return pairs;
}

bool speaks_of(const Labels& labels, const std::vector<std::pair<Label, Label>>& pairs) {
  return std::ranges::any_of(pairs, [&](const auto& pair) { return value_of(labels, pair.first.key).has_value(); });
}

/// Which side is right.
enum class Right { unknown, pods, selector };

Right told(bool by_pods, bool by_selector) {
  if (by_pods == by_selector) return Right::unknown;
  return by_pods ? Right::pods : Right::selector;
}

Right right_side(const Manifest& one, const std::vector<std::pair<Label, Label>>& pairs,
                 const std::vector<Manifest>& services) {
  bool by_pods = false, by_selector = false;
  for (const auto& service : services) {
    if (!speaks_of(service.selector, pairs)) continue;
    by_pods |= is_subset(service.selector, one.labels);
    by_selector |= is_subset(service.selector, one.selector);
  }
  if (by_pods || by_selector) return told(by_pods, by_selector);
  return told(std::ranges::any_of(pairs, [&](const auto& pair) { return pair.second.bare() == one.name; }),
              std::ranges::any_of(pairs, [&](const auto& pair) { return pair.first.bare() == one.name; }));
}

/// What the log names: Deployment "storefront"
struct Named {
  std::string kind, name;

  auto operator<=>(const Named&) const = default;
};

std::optional<Named> named_in(const Occurrence& occurrence) {
  const auto symbol = capture(occurrence, "symbol");
  const auto open = symbol.find(" \"");
  if (open == npos || !symbol.ends_with('"') || !contains(occurrence.at.text, "does not match template"))
    return std::nullopt;
  const auto kind = symbol.substr(0, symbol.find_first_of(" ."));
  return Named{std::string(kind), std::string(symbol.substr(open + 2, symbol.size() - open - 3))};
}

}  // namespace

std::vector<Patch> match_pod_selector(const Patient& patient) {
  std::set<Named> wanted;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (auto named = named_in(occurrence)) wanted.insert(std::move(*named));
  }
  if (wanted.empty()) return {};
  std::vector<std::pair<std::string, std::string>> files;  // path and text, which the manifests borrow
  for (const auto& path : patient.tree.list()) {
    const bool is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
    auto text = is_yaml && !is_vendored(path) ? patient.tree.read(path) : std::nullopt;
    if (text && contains(*text, "kind:") && !contains(*text, "{{")) files.emplace_back(path, std::move(*text));
  }
  std::vector<Manifest> services;
  std::vector<std::pair<std::string, Manifest>> workloads;
  for (const auto& [path, text] : files) {
    for (auto& one : ManifestReader(text).read()) {
      if (one.kind == "Service") services.push_back(one);
      if (wanted.contains({std::string(one.kind), std::string(one.name)}) && !differing(one).empty())
        workloads.emplace_back(path, std::move(one));
    }
  }
  Draft draft(patient.tree);
  for (const auto& want : wanted) {
    const auto is_it = [&](const auto& one) { return one.second.kind == want.kind && one.second.name == want.name; };
    const auto found = std::ranges::find_if(workloads, is_it);
    if (found == workloads.end() || std::ranges::count_if(workloads, is_it) != 1) continue;
    const auto pairs = differing(found->second);
    const auto right = right_side(found->second, pairs, services);
    std::vector<Edit> edits;
    for (const auto& [selected, of_pods] : pairs) {
      const auto& wrong = right == Right::pods ? selected : of_pods;
      const auto& meant = right == Right::pods ? of_pods : selected;
      if (right != Right::unknown) edits.push_back({wrong.offset, wrong.value.size(), std::string(meant.value)});
    }
    draft.edit(found->first, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
