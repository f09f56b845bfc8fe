// python.add-hash: a class that says when its objects are equal loses the hash that every object has. Where nothing changes an
// object once it is made, its hash is that of what __eq__ compares; a dataclass of that kind is frozen.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t classes_max = 10;  // the whole tree is looked through for each

// Cuts [first, last) at a word that stands outside of brackets.
using Range = std::pair<std::size_t, std::size_t>;
std::vector<Range> parted(const PythonSource& source, Range range, std::string_view word, std::size_t depth) {
  std::vector<Range> parts;
  auto begin = range.first;
  for (auto i = range.first; i < range.second; ++i) {
    if (!source.is(i, word) || source.tokens()[i].depth != depth) continue;
    parts.emplace_back(begin, i);
    begin = i + 1;
  }
  if (begin < range.second) parts.emplace_back(begin, range.second);
  return parts;
}

// The attribute in `owner.name`; "" for anything else.
std::string_view attribute(const PythonSource& source, Range range, std::string_view owner) {
  const bool is_one = range.second == range.first + 3 && source.is(range.first, owner) &&
                      source.is(range.first + 1, ".") && source.is_name(range.first + 2);
  return is_one ? source.text(range.first + 2) : std::string_view();
}

// The attributes of `(owner.a, owner.b)`, or of `owner.a` alone; none for anything else.
std::vector<std::string> attributes(const PythonSource& source, Range range, std::string_view owner) {
  const bool is_tuple =
      range.second > range.first + 2 && source.is(range.first, "(") && source.closing(range.first) == range.second - 1;
  if (is_tuple) range = {range.first + 1, range.second - 1};
  const auto depth = source.tokens()[range.first].depth;
  std::vector<std::string> names;
  for (const auto& part : parted(source, range, ",", depth)) {
    const auto name = attribute(source, part, owner);
    if (name.empty() || (!is_tuple && !names.empty())) return {};
    names.emplace_back(name);
  }
  return names;
}

// What `return (self.a, self.b) == (other.a, other.b)` and `return isinstance(other, Point) and self.a == other.a and …` compare;
// none where more or else decides.
std::vector<std::string> compared(const PythonSource& source, const PyStatement& one, std::string_view self,
                                  std::string_view other) {
  std::vector<std::string> names;
  for (const auto& part : parted(source, {one.first + 1, one.last}, "and", 0)) {
    const bool asks = source.is(part.first, "isinstance") && source.is(part.first + 1, "(") &&
                      source.closing(part.first + 1) == part.second - 1;
    if (asks) continue;
    const auto sides = parted(source, part, "==", 0);
    if (sides.size() != 2) return {};
    auto left = attributes(source, sides[0], self);
    auto right = attributes(source, sides[1], other);
    if (left.empty()) {
      left = attributes(source, sides[0], other);
      right = attributes(source, sides[1], self);
    }
    if (left.empty() || left != right) return {};
    names.insert(names.end(), left.begin(), left.end());
  }
  return names;
}

// What an __eq__ compares: its last statement says so, and before it stand only questions after the class of the other.
std::vector<std::string> compared_by(const PythonSource& source, const ClassBody& eq) {
  const auto& all = source.statements();
  const auto head = all[eq.head].first;  // def __eq__(self, other)
  if (!source.is(head + 2, "(") || !source.is_name(head + 3) || !source.is(head + 4, ",") || !source.is_name(head + 5))
    return {};
  const auto self = source.text(head + 3), other = source.text(head + 5);
  if (eq.last == eq.head || !source.is(all[eq.last].first, "return")) return {};
  for (auto s = eq.head + 1; s < eq.last; ++s) {
    const auto text = trim(source.text().substr(all[s].begin, all[s].end - all[s].begin));
    const bool asks = text.starts_with("if not isinstance(") || text.starts_with("if type(") ||
                      text.starts_with("if " + std::string(other) + ".__class__") ||
                      text.starts_with("if " + std::string(self) + ".__class__");
    const bool is_docstring = source.tokens()[all[s].first].kind == PyKind::string;
    if (!asks && !is_docstring && text != "return NotImplemented" && text != "return False") return {};
  }
  return compared(source, all[eq.last], self, other);
}

std::optional<Edit> with_hash(const Patient& patient, const std::string& file, const PythonSource& source,
                              const ClassBody& owner, const ClassBody& eq) {
  const auto names = compared_by(source, eq);
  if (names.empty() || method_of(source, owner, "__hash__")) return std::nullopt;
  Attributes all(names.begin(), names.end());
  // What a property or method answers depends on all that the object has.
  if (std::ranges::any_of(names, [&](const auto& name) { return method_of(source, owner, name).has_value(); }))
    all.merge(own_attributes(source, owner));
  const auto& head = source.statements()[owner.head];
  if (!stays_as_made(patient.tree, file, source.text(head.first + 1), all)) return std::nullopt;
  std::string what;
  for (const auto& name : names) what += (what.empty() ? "self." : ", self.") + name;
  if (names.size() > 1) what = "(" + what + ")";
  const Lines lines(source.text());
  const auto& statements = source.statements();
  const std::string end(line_end(source.text())), indent(indentation(lines.line(statements[eq.head].line))),
      inner(indentation(lines.line(statements[eq.head + 1].line)));
  const auto& last = statements[eq.last];
  const auto def = source.text().substr(statements[eq.head].begin, statements[eq.head].end - statements[eq.head].begin);
  const bool open_end = !source.text().substr(0, last.end).ends_with('\n');
  return Edit{last.end, 0,
              (open_end ? end : "") + end + indent + "def __hash__(self)" + (contains(def, "->") ? " -> int:" : ":") +
                  end + inner + "return hash(" + what + ")" + end};
}

// @dataclass → @dataclass(frozen=True), where no method sets a field either.
std::optional<Edit> frozen(const Patient& patient, const std::string& file, const PythonSource& source,
                           const ClassBody& owner) {
  const auto& all = source.statements();
  const auto& head = all[owner.head];
  if (owner.head == 0 || !source.is(head.first + 2, ":") || !own_attributes(source, owner).empty()) return std::nullopt;
  const auto& mark = all[owner.head - 1];
  if (!source.is(mark.first, "@") || method_of(source, owner, "__hash__")) return std::nullopt;
  Attributes fields;
  for (auto s = owner.head + 1; s <= owner.last; ++s) {
    const bool is_field =
        all[s].indent == all[owner.head + 1].indent && source.is_name(all[s].first) && source.is(all[s].first + 1, ":");
    if (is_field) fields.emplace(source.text(all[s].first));
  }
  if (fields.empty() || !stays_as_made(patient.tree, file, source.text(head.first + 1), fields)) return std::nullopt;
  for (auto i = mark.first; i < mark.last; ++i) {
    if (source.is(i, "eq") || source.is(i, "frozen") || source.is(i, "unsafe_hash")) return std::nullopt;
  }
  const auto name = source.is(mark.first + 1, "dataclasses") ? mark.first + 3 : mark.first + 1;
  if (!source.is(name, "dataclass")) return std::nullopt;
  if (name + 1 == mark.last) return Edit{end_of(source.tokens()[name]), 0, "(frozen=True)"};
  if (!source.is(name + 1, "(") || source.closing(name + 1) != mark.last - 1) return std::nullopt;
  return with_argument(source, name + 1, mark.last - 1, "frozen=True");
}

// The only file that defines the class.
std::optional<std::string> home_of(const Tree& tree, const std::string& name) {
  std::optional<std::string> home;
  const auto files = all_python_files(tree);
  if (!files) return std::nullopt;
  for (const auto& path : *files) {
    const auto text = tree.read(path).value_or("");
    if (!contains(text, "class " + name) || !class_named(PythonSource(text), name)) continue;
    if (home) return std::nullopt;
    home = path;
  }
  return home;
}

}  // namespace

std::vector<Patch> add_python_hash(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "symbol"));
    if (!is_python_name(name) || done.size() == classes_max || !done.insert(name).second) continue;
    const auto file = home_of(patient.tree, name);
    const auto text = file && draft.patch().find(*file) == nullptr ? draft.read(*file) : std::nullopt;
    if (!text) continue;
    const PythonSource source(*text);
    const auto owner = class_named(source, name);
    if (owner->last == owner->head) continue;
    const auto eq = method_of(source, *owner, "__eq__");
    const auto edit = eq ? with_hash(patient, *file, source, *owner, *eq) : frozen(patient, *file, source, *owner);
    if (edit) draft.edit(*file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
