// python.order-fields: a field of a dataclass without a default stands behind one that has a default.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// A field in the body of a class: `name: type` or `name: type = value`.
struct Field {
  const PyStatement* statement = nullptr;
  std::string name;
  bool has_default = false;
};

bool has_default(const PythonSource& source, const PyStatement& one) {
  for (auto i = one.first + 2; i < one.last; ++i) {
    if (source.is(i, "=") && source.tokens()[i].depth == 0) return true;
  }
  return false;
}

// The fields of each class under @dataclass that a file defines, with its name.
struct Fields {
  std::string owner;
  std::vector<Field> all;
  bool has_keywords = false;  // those behind `_: KW_ONLY` stand in an order of their own
};

std::vector<Fields> fields_in(const PythonSource& source) {
  std::vector<Fields> classes;
  const auto& statements = source.statements();
  for (std::size_t s = 1; s < statements.size(); ++s) {
    if (!source.is(statements[s].first, "class") || !source.is(statements[s - 1].first, "@")) continue;
    const bool is_bare = source.is(statements[s].first + 2, ":");  // fields of a base stand before its own
    const auto& mark = statements[s - 1];
    bool is_dataclass = false, is_ordered = false;  // compared field by field
    for (auto i = mark.first; i < mark.last; ++i) {
      is_dataclass |= source.is(i, "dataclass");
      is_ordered |= source.is(i, "order");
    }
    if (!is_dataclass || !is_bare || is_ordered) continue;
    Fields fields{std::string(source.text(source.tokens()[statements[s].first + 1])), {}, false};
    for (auto body = s + 1; body < statements.size() && statements[body].indent > statements[s].indent; ++body) {
      const auto& one = statements[body];
      if (source.is(one.last - 1, "KW_ONLY")) fields.has_keywords = true;
      if (one.indent != statements[s + 1].indent || !source.is_name(one.first) || !source.is(one.first + 1, ":"))
        continue;
      fields.all.push_back({&one, std::string(source.text(one.first)), has_default(source, one)});
    }
    classes.push_back(std::move(fields));
  }
  return classes;
}

// How many values a call gives without names; nothing where a star hides it.
std::optional<std::size_t> positional_in_call(const PythonSource& source, std::size_t open) {
  const auto close = source.closing(open);
  if (!close) return std::nullopt;
  const auto depth = source.tokens()[open].depth;
  std::size_t count = 0;
  bool begins = true;
  for (auto i = open + 1; i < *close; ++i) {
    if (begins && source.is(i, "*")) return std::nullopt;
    if (begins && !source.is(i, "**") && !source.is(i + 1, "=")) ++count;
    begins = source.is(i, ",") && source.tokens()[i].depth == depth;
  }
  return count;
}

// Does every call in the tree name what stands behind the first `count` fields? No also where that cannot be told.
bool are_named_behind(const Tree& tree, const std::string& owner, std::size_t count) {
  const auto files = all_python_files(tree);
  if (!files) return false;
  for (const auto& path : *files) {
    const auto text = tree.read(path);
    if (!text || !contains(*text, owner + "(")) continue;
    const PythonSource source(*text);
    for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
      if (!source.is(i, owner) || !source.is(i + 1, "(") || (i > 0 && source.is(i - 1, "class"))) continue;
      const auto given = positional_in_call(source, i + 1);
      if (!given || *given > count) return false;
    }
  }
  return true;
}

// Are the fields of dataclasses anywhere put in a row, as the columns of a table are?
bool are_put_in_a_row(const Tree& tree) {
  constexpr auto rows = std::to_array<std::string_view>({"fields(", "astuple(", "asdict("});
  return std::ranges::any_of(python_files(tree, is_no_test_file), [&](const auto& path) {
    const auto text = tree.read(path);
    return text && contains(*text, "dataclasses") &&
           std::ranges::any_of(rows, [&](auto call) { return contains(*text, call); });
  });
}

// Moves every field without a default before the first that has one, in their order.
std::vector<Edit> ordered(const PythonSource& source, const Fields& fields) {
  const auto first = std::ranges::find_if(fields.all, &Field::has_default);
  std::string moved;
  std::vector<Edit> edits;
  for (auto field = first; field != fields.all.end(); ++field) {
    if (field->has_default) continue;
    const auto& one = *field->statement;
    moved += source.text().substr(one.begin, one.end - one.begin);
    if (!moved.ends_with('\n')) moved += '\n';
    edits.push_back({one.begin, one.end - one.begin, ""});
  }
  if (!edits.empty()) edits.push_back({first->statement->begin, 0, moved});
  return edits;
}

}  // namespace

std::vector<Patch> order_dataclass_fields(const Patient& patient) {
  Draft draft(patient.tree);
  if (are_put_in_a_row(patient.tree)) return {};
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto name = capture(occurrence, "symbol");
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      if (!text || name.empty() || !contains(*text, "dataclass")) continue;
      const PythonSource source(*text);
      for (const auto& fields : fields_in(source)) {
        const auto before =
            static_cast<std::size_t>(std::ranges::find_if(fields.all, &Field::has_default) - fields.all.begin());
        const bool is_there =
            std::ranges::any_of(fields.all, [&](const Field& one) { return one.name == name && !one.has_default; });
        if (is_there && !fields.has_keywords && before < fields.all.size() &&
            are_named_behind(patient.tree, fields.owner, before))
          draft.edit(place.file, ordered(source, fields));
      }
    }
  }
  return draft.patches();
}

}  // namespace regreen
