// python.write-enum-value: since Python 3.11 f"{Kind.LETTER}" and format() of a `class Kind(str, Enum)` are "Kind.LETTER", where they
// were the value. A StrEnum is written as its value, for which Python 3.11 has it; else the class says so itself.
//
//   E         - https://api.example/letter/4
//   E         + https://api.example/Kind.LETTER/4
//
// Whether that is what happened, the log proves: with the values in place of the members, the one text is the other.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/class_body.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/python/python_floor.h"
#include "mend/python/source.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t enums_max = 300;  // each text that the log compares is searched for all of their members

/// A `class Kind(str, Enum)`; or one that is derived from such a class, which then is `base`.
struct MixedEnum {
  std::string file, name, base;
  std::string mixin;                           ///< str or int; empty for a derived one
  std::map<std::string, std::string> members;  ///< LETTER → letter
};

// What a literal says; nothing for one that is not plain.
std::optional<std::string> plain_value(const PythonSource& source, std::size_t token) {
  const auto text = source.text(token);
  const bool is_number = source.tokens()[token].kind == PyKind::number;
  if (is_number) return std::string(text);
  const bool is_string = text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  if (!is_string || text.find_first_of("\\\n") != std::string_view::npos || text.starts_with("\"\"\""))
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

// Nothing where the class itself says how it is written, or makes its members in a way of its own.
std::optional<MixedEnum> enum_at(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  const auto name = all[head].first + 1;
  const auto [mixin, base] =
      source.is(name + 1, "(") ? bases_of(source, name + 1) : std::pair<std::string, std::string>();
  if (mixin.empty() && base.empty()) return std::nullopt;
  MixedEnum one{"", std::string(source.text(name)), base, mixin, {}};
  const auto body = body_of(source, head);
  for (auto s = head + 1; s <= body.last; ++s) {
    const auto first = all[s].first;
    if (all[s].indent != all[head + 1].indent) continue;
    if (source.is(first, "def") && (source.is(first + 1, "__str__") || source.is(first + 1, "__format__"))) return {};
    if (source.is(first, "__str__") || source.is(first, "__format__") || source.is(first + 1, "__new__")) return {};
    if (!source.is_name(first) || !source.is(first + 1, "=") || all[s].last != first + 3) continue;
    if (const auto value = plain_value(source, first + 2)) one.members.emplace(source.text(first), *value);
  }
  return one;
}

// By their names; none of a name that two have.
std::map<std::string, MixedEnum> enums_of(const Tree& tree) {
  std::map<std::string, MixedEnum> enums;
  std::set<std::string> twice;
  for (const auto& path : python_files(tree, is_no_test_file)) {
    const auto text = tree.read(path).value_or("");
    if (!contains(text, "class ") || is_vendored(path)) continue;
    const PythonSource source(text);
    for (std::size_t s = 0; s < source.statements().size() && enums.size() < enums_max; ++s) {
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
  std::vector<std::string> lines = occurrence.before;
  lines.push_back(occurrence.at.text);
  lines.insert(lines.end(), occurrence.after.begin(), occurrence.after.end());
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

using Enums = std::map<std::string, MixedEnum>;

// The text with the values of members in place of them; `used` are the classes whose members it names.
std::string with_values(std::string text, const Enums& enums, std::set<std::string>& used) {
  for (const auto& [name, one] : enums) {
    std::size_t behind = 0;
    for (auto at = text.find(name + "."); at != std::string::npos; at = text.find(name + ".", behind)) {
      const auto begin = at + name.size() + 1;
      auto end = begin;
      while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) ++end;
      const auto member = one.members.find(text.substr(begin, end - begin));
      behind = end;
      if (member == one.members.end()) continue;
      text.replace(at, end - at, member->second);
      behind = at + member->second.size();
      used.insert(name);
    }
  }
  return text;
}

// The classes whose members stand where their values are expected.
std::set<std::string> written_by_name(const Diagnosis& diagnosis, const Enums& enums) {
  std::set<std::string> found;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    for (const auto& [one, other] : all_compared(occurrence)) {
      for (const auto& [from, to] : {std::pair(one, other), std::pair(other, one)}) {
        std::set<std::string> used;
        if (with_values(from, enums, used) == to) found.merge(used);
      }
    }
  }
  return found;
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

// The same as before Python 3.11, in every Python: the class is written as its mixin.
void say_format(Draft& draft, const MixedEnum& one, std::string_view method) {
  const auto text = draft.read(one.file).value_or("");
  const PythonSource source(text);
  const auto body = class_named(source, one.name);
  if (!body || body->last == body->head) return;
  const auto& last = source.statements()[body->last];
  const auto& first = source.statements()[body->head + 1];
  const auto indent = text.substr(first.begin, source.tokens()[first.first].offset - first.begin);
  const auto line = std::string(method) + " = " + one.mixin + "." + std::string(method);
  const bool is_ended = last.end > 0 && text[last.end - 1] == '\n';
  draft.edit(one.file, {{last.end, 0, (is_ended ? "\n" : "\n\n") + indent + line + "\n"}});
}

}  // namespace

std::vector<Patch> write_enum_values(const Patient& patient) {
  const auto enums = enums_of(patient.tree);
  std::map<std::string, MixedEnum> mixed;
  for (const auto& name : written_by_name(patient.diagnosis, enums)) {
    const auto base = enums.find(enums.at(name).base);
    const auto& one = base == enums.end() ? enums.at(name) : base->second;
    if (!one.mixin.empty()) mixed.emplace(one.name, one);
  }
  std::vector<Patch> patches;
  Draft derived(patient.tree), formatted(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  const bool has_str_enum = oldest_python(patient.tree).value_or(0) >= 11;
  for (const auto& [name, one] : mixed) {
    if (has_str_enum) derive_from(derived, project, one);
    if (has_str_enum) drop_unused_enum(derived, one.file);
    say_format(formatted, one, "__str__");
  }
  for (const auto* draft : {&derived, &formatted}) {
    if (!draft->patch().empty()) patches.push_back(draft->patch());
  }
  return patches;
}

}  // namespace regreen
