// python.set-frozen: the __post_init__ of a frozen dataclass, or what else makes its objects, sets fields of its own object, as only
// object.__setattr__ may.
// Whoever else sets a field of a frozen object is wrong to do so, and stays.

#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/source.h"
#include "mend/trace.h"

#include <optional>
#include <set>

namespace regreen {
namespace {

// The function around a line, where it makes objects of a class.
std::optional<ClassBody> maker_around(const PythonSource& source, std::size_t line) {
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    if (!source.is(all[s].first, "def") || all[s].indent == 0 || !is_maker(source.text(all[s].first + 1))) continue;
    const auto body = body_of(source, s);
    if (body.last > s && all[s].line <= line && line <= all[body.last].last_line) return body;
  }
  return std::nullopt;
}

// `self.name = value`, `self.name: type = value` and `self.name += value`: where the value begins, and what it is added to.
struct Assignment {
  std::string name, sum;
  std::size_t value = 0;
};

std::optional<Assignment> assignment(const PythonSource& source, const PyStatement& one, std::string_view self) {
  const auto name = one.first + 2;
  if (one.last < one.first + 5 || !source.is(one.first, self) || !source.is(one.first + 1, ".") ||
      !source.is_name(name))
    return std::nullopt;
  Assignment found{std::string(source.text(name)), "", 0};
  std::size_t equals = 0;
  for (auto i = name + 1; i < one.last; ++i) {
    if (source.tokens()[i].depth != 0) continue;
    const auto op = source.text(i);
    if (!is_setting(op)) continue;
    if (equals != 0) return std::nullopt;  // a = b = c
    equals = i;
    if (op != "=") found.sum = op.substr(0, op.size() - 1);
  }
  const bool is_plain = equals == name + 1 || (equals > name + 1 && source.is(name + 1, ":") && found.sum.empty());
  if (!is_plain || equals + 1 >= one.last) return std::nullopt;
  found.value = equals + 1;
  return found;
}

// Does the statement set a field of the object in another way: among others, behind a colon, twice? Items of a field are its own.
bool sets_otherwise(const PythonSource& source, const PyStatement& one, std::string_view self) {
  bool has_field = false;
  for (auto i = one.first; i < one.last; ++i) {
    const auto op = source.text(i);
    if (has_field && source.tokens()[i].depth == 0 && is_setting(op)) return true;
    const auto next = i + 3 < one.last ? source.text(i + 3) : std::string_view();
    const bool ends = next == "," || next == ")" || is_setting(next);
    has_field |= source.is(i, self) && source.is(i + 1, ".") && ends;
  }
  return false;
}

// object.__setattr__(self, "name", value)
Edit set_in_object(const PythonSource& source, const PyStatement& one, std::string_view self, const Assignment& it) {
  const auto begin = source.tokens()[one.first].offset, end = end_of(source.tokens()[one.last - 1]);
  const auto from = source.tokens()[it.value].offset;
  auto value = std::string(source.text().substr(from, end - from));
  bool is_tuple = false;
  for (auto i = it.value; i < one.last; ++i) is_tuple |= source.tokens()[i].depth == 0 && source.is(i, ",");
  if (is_tuple || (!it.sum.empty() && one.last > it.value + 1)) value = "(" + value + ")";
  if (!it.sum.empty()) value = std::string(self) + "." + it.name + " " + it.sum + " " + value;
  return {begin, end - begin, "object.__setattr__(" + std::string(self) + ", \"" + it.name + "\", " + value + ")"};
}

// All that the function sets, where that can be written in the other way and the field of which the log tells is among it.
std::vector<Edit> set_within(const PythonSource& source, const ClassBody& body, std::size_t line,
                             const std::set<std::string>& fields) {
  const auto& all = source.statements();
  const auto head = all[body.head].first;
  if (!source.is(head + 2, "(") || !source.is_name(head + 3)) return {};
  const auto self = source.text(head + 3);
  bool is_told = false;
  std::vector<Edit> edits;
  for (auto s = body.head + 1; s <= body.last; ++s) {
    const auto it = assignment(source, all[s], self);
    if (!it && sets_otherwise(source, all[s], self)) return {};
    if (!it) continue;
    // attrs does not say which field.
    is_told |= fields.empty() ? all[s].line <= line && line <= all[s].last_line : fields.contains(it->name);
    edits.push_back(set_in_object(source, all[s], self, *it));
  }
  return is_told ? edits : std::vector<Edit>{};
}

}  // namespace

std::vector<Patch> set_frozen_fields(const Patient& patient) {
  std::set<std::string> fields;
  const auto occurrences = occurrences_of(patient.diagnosis);
  for (const auto& occurrence : occurrences) {
    if (const auto name = capture(occurrence, "symbol"); is_python_name(name)) fields.emplace(name);
  }
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      if (!text || place.line == 0) continue;
      const PythonSource source(*text);
      const auto body = maker_around(source, place.line);
      if (body) draft.edit(place.file, set_within(source, *body, place.line, fields));
    }
  }
  return draft.patches();
}

}  // namespace regreen
