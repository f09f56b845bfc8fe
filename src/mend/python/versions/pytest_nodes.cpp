// pytest.from-parent: since pytest 6 the nodes of a collector are not made by their constructors.
//
//   Case(name, self, spec)  →  Case.from_parent(self, name=name, spec=spec)
//
// The parent comes first, all others by the names that the constructor gives them: the class's own, that of a class of the project
// above it, or pytest's. All classes of the project that are nodes: pytest stops at the first.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t height_max = 8;  // of classes over each other

using Names = std::vector<std::string>;

/// A class: what it is derived from, and the parameters of its constructor but `self`, where it has one that can be read.
struct NodeClass {
  std::string base;
  std::optional<Names> parameters;
  bool is_open = false;  ///< its constructor takes *args or **kwargs
};

using Classes = std::map<std::string, NodeClass>;

// The nodes that pytest has, and what their constructors take first.
std::optional<Names> parameters_of_pytest(std::string_view base) {
  if (parent_of(base) != "pytest") return std::nullopt;
  base = leaf_of(base);
  static constexpr auto files = std::to_array<std::string_view>({"File", "FSCollector", "Module", "Package"});
  static constexpr auto others = std::to_array<std::string_view>({"Item", "Collector", "Function", "Class"});
  if (is_among(base, files)) return Names{"path", "parent"};
  if (is_among(base, others)) return Names{"name", "parent"};
  return std::nullopt;
}

void read_parameters(const PythonSource& source, std::size_t open, NodeClass& node) {
  const auto close = source.is(open, "(") ? source.closing(open) : std::nullopt;
  node.parameters.emplace();
  node.is_open = !close;
  for (const auto& [first, last] : close ? arguments_between(source, open, *close) : std::vector<PyValue>{}) {
    if (source.text(first).starts_with("*")) node.is_open |= source.is_name(first + 1);
    if (source.is_name(first)) node.parameters->emplace_back(source.text(first));
  }
  if (!node.parameters->empty()) node.parameters->erase(node.parameters->begin());
}

// What a file imports from pytest by name.
std::set<std::string> names_of_pytest(const PythonSource& source) {
  std::set<std::string> names;
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      if (one.is_from && top_of(one.module) == "pytest" && name.alias.empty()) names.insert(name.name);
    }
  }
  return names;
}

// The class that another is derived from: "pytest.Item", or as the project calls its own.
std::string base_at(const PythonSource& source, std::size_t token, const std::set<std::string>& imported) {
  const std::string name(source.text(token));
  const bool is_pytest = source.is(token - 1, ".") ? source.is(token - 2, "pytest") : imported.contains(name);
  return (is_pytest ? "pytest." : "") + name;
}

// The classes of a file that stand at its top and have one base.
void add_classes(const PythonSource& source, Classes& classes, std::set<std::string>& twice) {
  const auto& all = source.statements();
  const auto imported = names_of_pytest(source);
  for (std::size_t s = 0; s < all.size(); ++s) {
    const auto name = all[s].first + 1;
    if (all[s].indent != 0 || !source.is(all[s].first, "class") || !source.is(name + 1, "(")) continue;
    const auto close = source.closing(name + 1);
    const auto bases = close ? arguments_between(source, name + 1, *close) : std::vector<PyValue>{};
    if (bases.size() != 1 || !source.is_name(bases[0].last - 1)) continue;
    NodeClass node{base_at(source, bases[0].last - 1, imported), std::nullopt, false};
    if (const auto maker = method_of(source, body_of(source, s), "__init__"))
      read_parameters(source, all[maker->head].first + 2, node);
    if (!classes.emplace(source.text(name), std::move(node)).second) twice.emplace(source.text(name));
  }
}

Classes classes_of(const Tree& tree, const std::vector<std::string>& files) {
  Classes classes;
  std::set<std::string> twice;
  for (const auto& path : files) {
    const auto text = tree.read(path).value_or("");
    if (text.size() <= source_bytes_max && contains(text, "class ")) add_classes(PythonSource(text), classes, twice);
  }
  for (const auto& name : twice) classes.erase(name);
  return classes;
}

/// What the constructor of a class takes.
struct Parameters {
  Names names;
  bool is_pytests = false;  ///< the class has no constructor of its own
};

// Nothing for a class that is no node, or takes more than its names say.
std::optional<Parameters> parameters_of(const Classes& classes, const std::string& name) {
  auto at = classes.find(name);
  std::optional<Names> own;
  for (std::size_t height = 0; at != classes.end() && height < height_max; ++height) {
    if (!own && at->second.is_open) return std::nullopt;
    if (!own) own = at->second.parameters;
    const auto above = classes.find(at->second.base);
    const auto of_pytest = above == classes.end() ? parameters_of_pytest(at->second.base) : std::nullopt;
    if (of_pytest) return Parameters{own.value_or(*of_pytest), !own};
    at = above;
  }
  return std::nullopt;
}

// The path that a hook was handed: `path` of the old one is py.path's, `file_path` is of pathlib.
std::string path_argument(std::string_view value) { return value == "path" || value == "fspath" ? "fspath" : "path"; }

// The arguments of from_parent for those of a constructor; nothing where one has no name, or none is the parent.
std::optional<std::string> arguments_of(const PythonSource& source, std::size_t open, std::size_t close,
                                        const Parameters& parameters) {
  std::string parent, others;
  std::size_t index = 0;
  for (const auto& [first, last] : arguments_between(source, open, close)) {
    const bool is_keyword = first + 1 < last && source.is_name(first) && source.is(first + 1, "=");
    if (source.text(first).starts_with("*") || (!is_keyword && index >= parameters.names.size())) return std::nullopt;
    const auto value = written(source, {is_keyword ? first + 2 : first, last});
    auto name = is_keyword ? std::string(source.text(first)) : parameters.names[index++];
    if (name == "path" && !is_keyword && parameters.is_pytests) name = path_argument(value);
    if (name == "parent")
      parent = value;
    else
      others += ", " + name + "=" + value;
  }
  return parent.empty() ? std::nullopt : std::optional(parent + others);
}

std::vector<Edit> edits_of(const PythonSource& source, const Classes& classes) {
  std::vector<Edit> edits;
  std::size_t behind = 0;  // the last call that is rewritten: one inside of another waits for the next time
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    if (!source.is(i, "(") || !source.is_name(i - 1) || i < behind) continue;
    if (i > 1 && (source.is(i - 2, "class") || source.is(i - 2, "def") || source.is(i - 2, "."))) continue;
    const auto parameters = parameters_of(classes, std::string(source.text(i - 1)));
    const auto close = parameters ? closing_of_call(source, i) : std::nullopt;
    const auto arguments = close ? arguments_of(source, i, *close, *parameters) : std::nullopt;
    if (!arguments) continue;
    const auto begin = source.tokens()[i].offset;
    edits.push_back({begin, end_of(source.tokens()[*close]) - begin, ".from_parent(" + *arguments + ")"});
    behind = *close;
  }
  return edits;
}

}  // namespace

std::vector<Patch> make_nodes_from_parent(const Patient& patient) {
  const auto files = python_files(patient.tree, [](auto path) { return !is_vendored(path); });
  const auto classes = classes_of(patient.tree, files);
  Draft draft(patient.tree);
  for (const auto& path : files) {
    const auto text = draft.read(path);
    if (text && text->size() <= source_bytes_max && contains(*text, "("))
      draft.edit(path, edits_of(PythonSource(*text), classes));
  }
  return draft.patches();
}

}  // namespace regreen
