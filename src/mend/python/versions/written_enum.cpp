// python.write-enum-value: since Python 3.11 f"{Kind.LETTER}" and format() of a `class Kind(str, Enum)` are "Kind.LETTER", where they
// were the value. A StrEnum is written as its value, for which Python 3.11 has it; else the class formats its value itself.
//
//   E         - https://api.example/letter/4
//   E         + https://api.example/Kind.LETTER/4
//
// Whether that is what happened, the log proves: with the values in place of the members, the one text is the other.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

/// A `class Kind(str, Enum)`; or one that is derived from such a class, which then is `base`.
struct MixedEnum {
  std::string file, name, base;
  std::string mixin;                                        ///< str or int; empty for a derived one
  bool has_other_values = false;                            ///< than strings in plain quotes: no StrEnum takes them
  std::map<std::string, std::string, std::less<>> members;  ///< LETTER → letter
};

using Enums = std::map<std::string, MixedEnum, std::less<>>;

// What a literal says; nothing for one that is not plain.
std::optional<std::string> plain_value(const PythonSource& source, std::size_t token) {
  const auto text = source.text(token);
  const bool is_number = source.tokens()[token].kind == PyKind::number;
  if (is_number) return std::string(text);
  const bool is_string = text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  if (!is_string || text.find_first_of("\\\n") != std::string_view::npos || text.starts_with(std::string(3, text[0])))
    return std::nullopt;
  return std::string(text.substr(1, text.size() - 2));
}

// The mixin and base of a class: ("str", "") of `(str, Enum)` and `(str, enum.Enum)`, ("", "Base") of `(Base)`.
std::pair<std::string, std::string> bases_of(const PythonSource& source, std::size_t open) {
  if (source.is(open + 2, ")")) return {"", std::string(source.text(open + 1))};
  const bool is_mixed = (source.is(open + 1, "str") || source.is(open + 1, "int")) && source.is(open + 2, ",");
  const bool is_short = source.is(open + 3, "Enum") && source.is(open + 4, ")");
  const bool is_long = source.is_attribute(open + 3, "enum", "Enum") && source.is(open + 6, ")");
  if (!is_mixed || (!is_short && !is_long)) return {};
  return {std::string(source.text(open + 1)), ""};
}

// Nothing where the class itself says how it is written, or makes its members in a way of its own; nor for a class that is derived
// from another and has none: nothing tells it from those that are no enums.
std::optional<MixedEnum> enum_at(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  const auto name = all[head].first + 1;
  const auto [mixin, base] =
      source.is(name + 1, "(") ? bases_of(source, name + 1) : std::pair<std::string, std::string>();
  if (mixin.empty() && base.empty()) return std::nullopt;
  MixedEnum one{"", std::string(source.text(name)), base, mixin, false, {}};
  const auto body = body_of(source, head);
  for (auto s = head + 1; s <= body.last; ++s) {
    const auto first = all[s].first;
    if (all[s].indent != all[head + 1].indent) continue;
    if (source.is(first, "def") && (source.is(first + 1, "__str__") || source.is(first + 1, "__format__"))) return {};
    if (source.is(first, "__str__") || source.is(first, "__format__") || source.is(first + 1, "__new__")) return {};
    if (!source.is_name(first) || !source.is(first + 1, "=")) continue;
    const auto value = all[s].last == first + 3 ? plain_value(source, first + 2) : std::nullopt;
    one.has_other_values |= !value || source.tokens()[first + 2].kind != PyKind::string;
    if (value) one.members.emplace(source.text(first), *value);
  }
  return mixin.empty() && one.members.empty() ? std::nullopt : std::optional(std::move(one));
}

// By their names; none of a name that two have.
Enums enums_of(const Tree& tree) {
  Enums enums;
  std::set<std::string> twice;
  for (const auto& path : python_files(tree, is_no_test_file)) {
    const auto text = tree.read(path).value_or("");
    if (!contains(text, "class ") || is_vendored(path)) continue;
    const PythonSource source(text);
    for (std::size_t s = 0; s < source.statements().size(); ++s) {
      auto one = source.is(source.statements()[s].first, "class") ? enum_at(source, s) : std::nullopt;
      if (!one) continue;
      one->file = path;
      const auto name = one->name;
      if (!enums.emplace(name, std::move(*one)).second) twice.insert(name);
    }
  }
  for (const auto& name : twice) enums.erase(name);
  return enums;
}

/// Two texts that a test compares.
struct Compared {
  std::string one, other;
};

// 'a' == 'b', 'a' != 'b'
std::optional<Compared> compared_in(std::string_view line) {
  for (const std::string_view sign : {"' == '", "' != '"}) {
    const auto at = line.find(sign);
    const auto begin = at == std::string_view::npos ? at : line.substr(0, at).find('\'');
    if (begin == std::string_view::npos || !line.ends_with('\'')) continue;
    const auto other = line.substr(at + sign.size());
    return Compared{std::string(line.substr(begin + 1, at - begin - 1)),
                    std::string(other.substr(0, other.size() - 1))};
  }
  return std::nullopt;
}

// A line of pytest without the mark of an error: "E         - a" → "- a".
std::string_view shown(std::string_view line) {
  line = trim(line);
  return line.starts_with("E ") ? trim(line.substr(2)) : line;
}

std::vector<Compared> all_compared(const Occurrence& occurrence) {
  const auto lines = lines_of(occurrence);
  std::vector<Compared> found;
  std::string less;  // the last line with a minus
  for (const auto& line : lines) {
    const auto text = shown(line);
    if (auto both = compared_in(text)) found.push_back(std::move(*both));
    if (text.starts_with("- ")) less = text.substr(2);
    if (text.starts_with("+ ") && !less.empty()) found.push_back({less, std::string(text.substr(2))});
    if (!text.starts_with("- ") && !text.starts_with("?")) less.clear();
  }
  return found;
}

/// A class and its member's value.
struct Member {
  const MixedEnum* owner = nullptr;
  std::string_view value;
  std::size_t length = 0;  ///< of its name: "Kind.LETTER"
};

// The member whose name begins at a byte of a text, as a word of its own.
std::optional<Member> member_at(std::string_view text, std::size_t at, const Enums& enums) {
  if (at > 0 && is_word_byte(text[at - 1])) return std::nullopt;
  const auto name = word_at(text, at);
  const auto dot = at + name.size();
  const auto owner = text.substr(dot, 1) == "." ? enums.find(name) : enums.end();
  if (owner == enums.end()) return std::nullopt;
  const auto word = word_at(text, dot + 1);
  const auto member = owner->second.members.find(word);
  if (member == owner->second.members.end()) return std::nullopt;
  return Member{&owner->second, member->second, name.size() + 1 + word.size()};
}

// The classes whose members one text names where the other has their values, if that is all that differs.
std::set<std::string> written_by_name(std::string_view text, std::string_view valued, const Enums& enums) {
  std::set<std::string> used;
  for (std::size_t at = 0; at < text.size();) {
    const auto member = member_at(text, at, enums);
    const auto value = member ? member->value : text.substr(at, 1);
    if (!valued.starts_with(value)) return {};
    valued.remove_prefix(value.size());
    at += member ? member->length : 1;
    if (member) used.insert(member->owner->name);
  }
  return valued.empty() ? used : std::set<std::string>();
}

std::set<std::string> written_by_name(const Diagnosis& diagnosis, const Enums& enums) {
  std::set<std::string> found;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    for (const auto& [one, other] : all_compared(occurrence)) {
      found.merge(written_by_name(one, other, enums));
      found.merge(written_by_name(other, one, enums));
    }
  }
  return found;
}

// Can the class be a StrEnum, or IntEnum? The values of the first are strings, also in classes that are derived from it.
bool can_be_derived(const MixedEnum& one, const Enums& enums) {
  return one.mixin != "str" || std::ranges::none_of(enums, [&](const auto& row) {
           const auto& other = row.second;
           return (other.name == one.name || other.base == one.name) && other.has_other_values;
         });
}

// class Kind(str, Enum) → class Kind(StrEnum), with its import.
void derive_from(Draft& draft, const PythonProject& project, const MixedEnum& one) {
  const auto today = one.mixin == "str" ? "StrEnum" : "IntEnum";
  const auto text = draft.read(one.file).value_or("");
  const PythonSource source(text);
  const auto body = class_named(source, one.name);
  if (!body) return;
  const auto& tokens = source.tokens();
  const auto open = source.statements()[body->head].first + 2;
  const auto close = source.closing(open).value_or(open);
  const bool is_long = source.is(open + 3, "enum");
  const auto begin = tokens[open + 1].offset;
  draft.edit(one.file, {{begin, tokens[close].offset - begin, (is_long ? "enum." : "") + std::string(today)}});
  if (is_long) return;
  const auto derived = draft.read(one.file).value_or("");
  const auto group = [&](std::string_view module) { return project.group_of(module, one.file); };
  const auto import = add_import(PythonSource(derived), "from enum import " + std::string(today), group);
  if (import) draft.edit(one.file, {*import});
}

// `from enum import Enum` where nothing of the file uses it any more.
void drop_unused_enum(Draft& draft, const std::string& file) {
  const auto text = draft.read(file).value_or("");
  const PythonSource source(text);
  if (!spots_of(source, "Enum").empty() || name_of(file) == "__init__.py") return;
  for (const auto& one : imports_of(source)) {
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      if (one.module != "enum" || one.names[i].bound() != "Enum") continue;
      if (const auto edits = remove_names(source, one, {i})) draft.edit(file, *edits);
      return;
    }
  }
}

// The same as before Python 3.11, in every Python: format() is that of the value, and str() stays what it is.
void say_format(Draft& draft, const MixedEnum& one) {
  const auto text = draft.read(one.file).value_or("");
  const PythonSource source(text);
  const auto body = class_named(source, one.name);
  if (!body || body->last == body->head) return;
  const auto& last = source.statements()[body->last];
  const auto indent_of = [&](std::size_t statement) {
    return std::string(indentation(std::string_view(text).substr(source.statements()[statement].begin)));
  };
  const auto indent = indent_of(body->head + 1);
  const auto step = indent.substr(std::min(indent_of(body->head).size(), indent.size()));
  const bool is_ended = last.end > 0 && text[last.end - 1] == '\n';
  const auto method = indent + "def __format__(self, spec):\n" + indent + step + "return format(self.value, spec)\n";
  draft.edit(one.file, {{last.end, 0, (is_ended ? "\n" : "\n\n") + method}});
}

}  // namespace

std::vector<Patch> write_enum_values(const Patient& patient) {
  const auto enums = enums_of(patient.tree);
  Enums mixed;
  for (const auto& name : written_by_name(patient.diagnosis, enums)) {
    const auto base = enums.find(enums.at(name).base);
    const auto& one = base == enums.end() ? enums.at(name) : base->second;
    if (!one.mixin.empty()) mixed.emplace(one.name, one);
  }
  std::vector<Patch> patches;
  Draft derived(patient.tree), formatted(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  const bool can_derive =
      oldest_python(patient.tree).value_or(0) >= 11 &&
      std::ranges::all_of(mixed, [&](const auto& row) { return can_be_derived(row.second, enums); });
  for (const auto& [name, one] : mixed) {
    if (can_derive) derive_from(derived, project, one);
    if (can_derive) drop_unused_enum(derived, one.file);
    say_format(formatted, one);
  }
  for (const auto* draft : {&derived, &formatted}) {
    if (!draft->patch().empty()) patches.push_back(draft->patch());
  }
  return patches;
}

}  // namespace regreen
