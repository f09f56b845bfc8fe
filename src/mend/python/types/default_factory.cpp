// python.default-factory: the default of a dataclass' field would be shared: a list, since Python 3.11 whatever has no hash.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/full_names.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/types/asked_of_class.h"
#include "mend/python/types/dataclass.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

/// The fields that Python refused, with the classes of their defaults: "limits" → "pumps.pump.Limits".
using Refused = std::map<std::string, std::set<std::string>, std::less<>>;

Refused refused_in(const Diagnosis& diagnosis) {
  Refused refused;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    const std::string_view text = occurrence.at.text;
    const auto begin = text.find("<class '"), end = begin == text.npos ? begin : text.find("'>", begin);
    const auto field = capture(occurrence, "symbol");
    if (!field.empty() && end != text.npos)
      refused[std::string(field)].emplace(text.substr(begin + 8, end - begin - 8));
  }
  return refused;
}

bool is_plain_collection(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>({"list", "dict", "set", "bytearray"});
  return is_among(name, names);
}

bool is_collection(std::string_view full) {
  static constexpr auto names = std::to_array<std::string_view>({"Counter", "OrderedDict", "defaultdict", "deque"});
  return parent_of(full) == "collections" && is_among(leaf_of(full), names);
}

/// A default that becomes a factory, and the attribute of the class that goes with it: "Site.night".
struct Replacement {
  Edit edit;
  std::string owner, field;
};

/// A class, the names that its body binds, and those that it reads: what a field holds is a default no more where the body goes on.
struct Owner {
  ClassBody body;
  std::set<std::string_view> bound, read;
};

/// The dataclasses of one file. Of the fields that Python refused only those where a trace leads are told by their names.
class Defaults {
 public:
  Defaults(const PythonSource& source, std::string path, const PythonProject& project, const HashlessClasses& hashless,
           Refused refused)
      : source_(source),
        path_(std::move(path)),
        project_(project),
        hashless_(hashless),
        refused_(std::move(refused)),
        names_(source, path_, project),
        imported_(imported_at_top(source)),
        own_(names_at_top(source)),
        uses_field_(!uses_of(source, "field").empty()),
        binds_field_(binds_field()) {}

  std::vector<Replacement> replacements() const {
    std::vector<Replacement> found;
    for (std::size_t head = 0; head < source_.statements().size(); ++head) {
      if (dataclass_mark(source_, imported_, head) == nullptr) continue;
      const auto owner = owner_of(head);
      for (auto s = head + 1; s <= owner.body.last; ++s) {
        if (source_.statements()[s].indent != source_.statements()[head + 1].indent) continue;
        if (auto edit = with_factory(source_.statements()[s], owner))
          found.push_back({std::move(*edit), std::string(source_.text(source_.statements()[head].first + 1)),
                           std::string(source_.text(source_.statements()[s].first))});
      }
    }
    return found;
  }

  std::vector<Edit> with_import(std::vector<Edit> edits) const {
    const auto statement = edits.empty() ? std::string() : field_import();
    if (statement.empty()) return edits;
    if (const auto import = add_import(source_, statement, [](auto) { return ImportGroup::standard; }))
      edits.push_back(*import);
    return edits;
  }

 private:
  Owner owner_of(std::size_t head) const {
    const auto& all = source_.statements();
    Owner owner{body_of(source_, head), {}, {}};
    for (auto s = head + 1; s <= owner.body.last; ++s) {
      if (all[s].indent != all[head + 1].indent) continue;
      const bool is_definition = source_.is(all[s].first, "def") || source_.is(all[s].first, "class");
      const auto name = all[s].first + (is_definition ? 1 : 0);
      owner.bound.insert(source_.text(name));
      for (auto i = name + 1; i < all[s].last; ++i) {
        const bool is_other = is_definition ? !source_.is(i - 1, "=")  // a parameter
                                            : source_.is(i + 1, "=") && source_.tokens()[i].depth > 0;
        if (source_.is_name(i) && !is_other && !source_.is(i - 1, ".")) owner.read.insert(source_.text(i));
      }
    }
    return owner;
  }

  // Does the file give the name `field` to something else: `for field in …`, a field of a class?
  bool binds_field() const {
    for (const auto i : uses_of(source_, "field")) {
      const auto front = i > 0 ? source_.text(i - 1) : "";
      if (front == "for" || front == "as" || front == "def" || front == "class" || is_setting(source_.text(i + 1)) ||
          source_.is(i + 1, ":") || source_.is(i + 1, ",") || source_.is(i + 1, "in"))
        return true;
    }
    return false;
  }

  // How the file says `field`, as the imports have it or will have it.
  std::string field_word() const {
    const auto name = names_.bound_to("dataclasses.field");
    if (!name.empty() && (name != "field" || !binds_field_)) return name;
    if (const auto module = names_.bound_to("dataclasses"); !module.empty()) return module + ".field";
    return !name.empty() || uses_field_ || names_.has("field") ? "dataclasses.field" : "field";
  }

  std::string field_import() const {
    const auto word = field_word();
    if (word == "field") return names_.bound_to("dataclasses.field").empty() ? "from dataclasses import field" : "";
    return word == "dataclasses.field" && !names_.has("dataclasses") ? "import dataclasses" : "";
  }

  // `name: type = value` in the body of the class
  std::optional<Edit> with_factory(const PyStatement& one, const Owner& owner) const {
    if (!source_.is_name(one.first) || !source_.is(one.first + 1, ":") || is_no_field(one)) return std::nullopt;
    if (owner.read.contains(source_.text(one.first))) return std::nullopt;
    auto sign = one.first + 2;
    while (sign < one.last && !(source_.is(sign, "=") && source_.tokens()[sign].depth == 0)) ++sign;
    if (sign + 1 >= one.last) return std::nullopt;
    const PyValue value{sign + 1, one.last};
    const auto field = source_.text(one.first);
    if (const auto inner = default_in(value))
      return replaced(*inner, "default_factory=", "", {inner->first + 2, inner->last}, field, owner);
    return replaced(value, field_word() + "(default_factory=", ")", value, field, owner);
  }

  std::optional<Edit> replaced(const PyValue& what, const std::string& front, const std::string& back,
                               const PyValue& value, std::string_view field, const Owner& owner) const {
    const auto factory = factory_of(value, field, owner);
    if (!factory) return std::nullopt;
    return Edit{source_.tokens()[what.first].offset, written(source_, what).size(), front + *factory + back};
  }

  // What a class keeps for itself, and what has no factory.
  bool is_no_field(const PyStatement& one) const {
    for (auto i = one.first + 2; i < one.last && !source_.is(i, "="); ++i) {
      const auto& token = source_.tokens()[i];
      const auto full = source_.is_name(i) ? names_.full(source_.text(i)) : std::string();
      if (leaf_of(full) == "ClassVar" || leaf_of(full) == "InitVar") return true;
      if (token.kind == PyKind::string &&
          (contains(source_.text(token), "Var") || !names_.bound_to("typing.ClassVar").empty()))
        return true;  // "ClassVar[list]", "CV[list]"
    }
    return false;
  }

  // `default=value` of `field(…)`
  std::optional<PyValue> default_in(const PyValue& value) const {
    const auto open = call_of(value);
    if (!open || names_.full(written(source_, {value.first, *open})) != "dataclasses.field") return std::nullopt;
    for (const auto& argument : arguments_between(source_, *open, value.last - 1)) {
      if (source_.is(argument.first, "default") && source_.is(argument.first + 1, "=")) return argument;
    }
    return std::nullopt;
  }

  // The opening bracket where the value is one call of a name: `Window(22, 6)`, `pump.Limits()`.
  std::optional<std::size_t> call_of(const PyValue& value) const {
    if (value.last < value.first + 3 || !source_.is(value.last - 1, ")")) return std::nullopt;
    const auto open = opening(source_, value.last - 1);
    if (!open || *open <= value.first || !is_module_name(written(source_, {value.first, *open}))) return std::nullopt;
    return open;
  }

  // What makes the value anew; nothing where it may be shared, or where it cannot be told how it is made.
  std::optional<std::string> factory_of(const PyValue& value, std::string_view field, const Owner& owner) const {
    const auto anew = names_of_class(value, owner) ? std::nullopt : std::optional("lambda: " + written(source_, value));
    if (source_.is(value.first, "[") || source_.is(value.first, "{")) {
      if (value.last == value.first + 2) return source_.is(value.first, "[") ? "list" : "dict";
      return source_.closing(value.first) == value.last - 1 || is_refused_collection(field) ? anew : std::nullopt;
    }
    if (const auto open = call_of(value)) {
      const auto callee = written(source_, {value.first, *open});
      if (!makes_what_has_no_hash(callee, field)) return std::nullopt;
      return *open + 2 == value.last ? callee : anew;
    }
    if (is_collection_of_module(value, field)) return std::string(source_.text(value.first)) + ".copy";
    return std::nullopt;
  }

  // A function in the body of a class does not see the names of the class.
  bool names_of_class(const PyValue& value, const Owner& owner) const {
    for (auto i = value.first; i < value.last; ++i) {
      const bool is_keyword = source_.is(i + 1, "=") && source_.tokens()[i].depth > 0;
      if (source_.is_name(i) && !is_keyword && !source_.is(i - 1, ".") && owner.bound.contains(source_.text(i)))
        return true;
    }
    return false;
  }

  bool makes_what_has_no_hash(const std::string& callee, std::string_view field) const {
    const auto full = names_.full(callee);
    if ((is_plain_collection(callee) && !own_.contains(callee)) || is_collection(full)) return true;
    const bool is_own = names_.has(callee) ? project_.is_own(full, {path_}) : own_.contains(callee);
    if (is_own && hashless_.contains(leaf_of(callee))) return true;
    const auto named = refused_.find(field);
    if (named == refused_.end()) return false;
    return std::ranges::any_of(named->second, [&](const std::string& name) {
      const bool is_made_by_class = leaf_of(callee) == leaf_of(name) || leaf_of(parent_of(callee)) == leaf_of(name);
      return is_made_by_class || (!is_own && top_of(full) == top_of(name));  // numpy.zeros(3) is a numpy.ndarray
    });
  }

  bool is_refused_collection(std::string_view field) const {
    const auto named = refused_.find(field);
    return named != refused_.end() && std::ranges::any_of(named->second, is_plain_collection);
  }

  // A list, dict or set of nothing but texts and numbers that the module holds under a name: a copy of it shares nothing.
  bool is_collection_of_module(const PyValue& value, std::string_view field) const {
    if (value.last != value.first + 1 || !source_.is_name(value.first) || !is_refused_collection(field)) return false;
    const auto held = only_value_of(source_, 0, source_.statements().size(), source_.text(value.first));
    if (!held || !(source_.is(held->first, "[") || source_.is(held->first, "{")) ||
        source_.closing(held->first) != held->last - 1)
      return false;
    for (auto i = held->first + 1; i + 1 < held->last; ++i) {
      const auto kind = source_.tokens()[i].kind;
      const bool is_plain = kind == PyKind::string || kind == PyKind::number || kind == PyKind::comment;
      if (!is_plain && !source_.is(i, ",") && !source_.is(i, ":") && !source_.is(i, "-")) return false;
    }
    return true;
  }

  const PythonSource& source_;
  std::string path_;
  const PythonProject& project_;
  const HashlessClasses& hashless_;
  Refused refused_;
  FullNames names_;
  BoundNames imported_;
  std::set<std::string, std::less<>> own_;
  bool uses_field_ = false, binds_field_ = false;
};

std::set<std::string> traced_files(const Patient& patient) {
  std::set<std::string> files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) files.insert(place.file);
  }
  return files;
}

}  // namespace

std::vector<Patch> use_default_factory(const Patient& patient) {
  const auto files = python_files(patient.tree);
  const auto traced = traced_files(patient);
  const auto refused = refused_in(patient.diagnosis);
  const PythonProject project(patient.tree, patient.rules);
  const HashlessClasses hashless(patient.tree, files);
  AskedOfClasses asked(patient.tree, files);
  Draft draft(patient.tree);
  for (const auto& path : files) {
    const auto text =
        traced.contains(path) || (is_no_test_file(path) && !is_vendored(path)) ? draft.read(path) : std::nullopt;
    if (!text || !contains(*text, "dataclass") || text->size() > source_bytes_max) continue;
    const PythonSource source(*text);
    const Defaults defaults(source, path, project, hashless, traced.contains(path) ? refused : Refused());
    std::vector<Edit> edits;
    for (auto& one : defaults.replacements()) {
      if (!asked.has(one.owner, one.field)) edits.push_back(std::move(one.edit));
    }
    draft.edit(path, defaults.with_import(std::move(edits)));
  }
  return draft.patches();
}

}  // namespace regreen
