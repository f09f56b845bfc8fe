// tests.compare-set: a test makes a list of what the project says is a set, and compares it with a list: the same things, in an order
// that changes with each run. They are compared as sets; what is in them stays as it is.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/full_names.h"
#include "mend/python/language/project.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t steps_max = 4;  // from a name to where it is defined

constexpr auto set_types =
    std::to_array<std::string_view>({"Set", "set", "FrozenSet", "frozenset"});  // others may have an order
constexpr auto equalities = std::to_array<std::string_view>({"assertEqual", "assertListEqual"});

/// How a tool prints the two sides.
struct Printed {
  std::string_view front, sign;
};
constexpr auto comparisons = std::to_array<Printed>({{"assert [", "] == ["}, {"Lists differ: [", "] != ["}});

// "assert ['b', 'a'] == ['a', 'b']": the same things, in another order.
bool is_other_order(std::string_view line) {
  for (const auto& [front, sign] : comparisons) {
    const auto begin = line.find(front), middle = line.find(sign, begin);
    const auto end = line.find(']', std::min(middle + sign.size(), line.size()));
    if (begin == std::string_view::npos || middle == std::string_view::npos || end == std::string_view::npos) continue;
    const auto left = begin + front.size(), right = middle + sign.size();
    auto one = items_of(line.substr(left, middle - left), Speech::javascript);
    auto other = items_of(line.substr(right, end - right), Speech::javascript);
    return one != other && one.size() > 1 && std::ranges::is_permutation(one, other);
  }
  return false;
}

// `def tags(text: str) -> Set[str]:` at the top of a file, as it stands there.
bool says_set(const PythonSource& source, std::string_view function) {
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    const auto& one = all[s];
    if (one.indent > 0 || !source.is(one.first, "def") || !source.is(one.first + 1, function)) continue;
    if (s > 0 && source.is(all[s - 1].first, "@")) return false;
    const auto close = source.is(one.first + 2, "(") ? source.closing(one.first + 2) : std::nullopt;
    auto type = close ? *close + 1 : one.last;
    if (source.is(type, "-") && source.is(type + 1, ">")) ++type;  // by whatever pieces the arrow is read
    if (++type >= one.last) return false;
    while (source.is(type + 1, ".")) type += 2;
    const auto behind = source.is(type + 1, "[") ? source.closing(type + 1).value_or(0) + 1 : type + 1;
    return is_among(source.text(type), set_types) && source.is(behind, ":");
  }
  return false;
}

bool defines(const PythonSource& source, std::string_view function) {
  return std::ranges::any_of(source.statements(), [&](const auto& one) {
    return one.indent == 0 && source.is(one.first, "def") && source.is(one.first + 1, function);
  });
}

class SetComparer {
 public:
  explicit SetComparer(const Patient& patient) : patient_(patient), project_(patient.tree, patient.rules) {}

  std::vector<Edit> edits(const std::string& file, const PythonSource& source, std::size_t line) const {
    const auto* one = source.statement_at(line);
    if (one == nullptr) return {};
    if (source.is(one->first, "assert")) {
      for (auto i = one->first + 1; i < one->last; ++i) {
        if (source.is(i, "==") && source.tokens()[i].depth == source.tokens()[one->first].depth)
          return of_sides(file, source, {one->first + 1, i}, {i + 1, one->last});
      }
      return {};
    }
    const auto open = one->first + 3;
    const bool is_equality =
        source.is(one->first, "self") && is_among(source.text(one->first + 2), equalities) && source.is(open, "(");
    const auto close = is_equality ? source.closing(open) : std::nullopt;
    if (!close) return {};
    const auto sides = arguments_between(source, open, *close);
    if (sides.size() < 2) return {};
    auto edits = of_sides(file, source, sides[0], sides[1]);
    if (!edits.empty() && source.is(one->first + 2, "assertListEqual"))
      edits.push_back({source.tokens()[one->first + 2].offset, equalities[1].size(), "assertSetEqual"});
    return edits;
  }

 private:
  std::vector<Edit> of_sides(const std::string& file, const PythonSource& source, PyValue one, PyValue other) const {
    if (source.is(one.first, "[")) std::swap(one, other);
    const auto inside = call_in_list(source, one);
    if (!inside || !is_plain_list(source, other) || !returns_set(file, source, *inside)) return {};
    const auto at = [&](std::size_t token) { return source.tokens()[token].offset; };
    return {{at(one.first), at(inside->first) - at(one.first), ""},
            {at(inside->last), 1, ""},
            {at(other.first), 1, "{"},
            {at(other.last - 1), 1, "}"}};
  }

  // The call in `list(a.tags(x))`
  static std::optional<PyValue> call_in_list(const PythonSource& source, const PyValue& value) {
    if (!source.is(value.first, "list") || !source.is(value.first + 1, "(") ||
        source.closing(value.first + 1) != value.last - 1)
      return std::nullopt;
    auto name = value.first + 2;
    while (source.is_name(name) && source.is(name + 1, ".")) name += 2;
    const bool is_call = source.is_name(name) && source.is(name + 1, "(") && source.closing(name + 1) == value.last - 2;
    return is_call ? std::optional(PyValue{value.first + 2, value.last - 1}) : std::nullopt;
  }

  // Plain values, of which none stands there twice.
  static bool is_plain_list(const PythonSource& source, const PyValue& value) {
    if (!source.is(value.first, "[") || source.closing(value.first) != value.last - 1) return false;
    std::set<std::string_view> seen;
    const auto items = arguments_between(source, value.first, value.last - 1);
    return items.size() > 1 && std::ranges::all_of(items, [&](const PyValue& item) {
             const auto kind = source.tokens()[item.first].kind;
             const bool is_plain = kind == PyKind::string || kind == PyKind::number;
             return is_plain && item.last == item.first + 1 && seen.insert(source.text(item.first)).second;
           });
  }

  bool returns_set(const std::string& file, const PythonSource& source, const PyValue& call) const {
    std::string name;
    for (auto i = call.first; !source.is(i, "("); ++i) name += source.text(i);
    auto full = FullNames(source, file, project_).full(name);
    for (std::size_t step = 0; step < steps_max && full != name; ++step) {
      const auto home = project_.file_of(parent_of(full));
      const auto text = home && !is_test_file(*home) ? patient_.tree.read(*home) : std::nullopt;
      if (!text) return false;
      const PythonSource owner(*text);
      const std::string leaf(leaf_of(full));
      if (defines(owner, leaf)) return says_set(owner, leaf);
      name = full;
      full = FullNames(owner, *home, project_).full(leaf);
      if (full == leaf) return false;
    }
    return false;
  }

  const Patient& patient_;
  PythonProject project_;
};

}  // namespace

std::vector<Patch> compare_python_sets(const Patient& patient) {
  Draft draft(patient.tree);
  const SetComparer comparer(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!std::ranges::any_of(lines_of(occurrence), is_other_order)) continue;
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = is_test_file(place.file) && place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      if (text && place.line > 0) draft.edit(place.file, comparer.edits(place.file, PythonSource(*text), place.line));
    }
  }
  return draft.patches();
}

}  // namespace regreen
