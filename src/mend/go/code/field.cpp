// go.fix-field: a field or method that is spelt otherwise where its type is declared, or has a capital there.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string first_word(std::string_view line) { return std::string(word_at(trim(line), 0)); }

// The fields of `type Name struct { … }` and the methods `func (x *Name) …`.
void add_members(std::string_view text, const std::string& type, std::set<std::string>& fields,
                 std::set<std::string>& methods) {
  if (!contains(text, type)) return;
  const auto code = code_only(text, Speech::go);
  const auto head = "type " + type + " struct {";
  if (const auto at = code.find(head); at != npos) {
    const auto open = at + head.size() - 1, close = closing_bracket(code, open);
    for (const auto line : split_lines(std::string_view(code).substr(open + 1, close == npos ? 0 : close - open - 1))) {
      if (auto name = first_word(line); !name.empty()) fields.insert(std::move(name));
    }
  }
  for (const auto* word : {" interface{", " interface {"}) {
    const auto head_of_interface = "type " + type + word;
    const auto at = code.find(head_of_interface);
    const auto open = at == npos ? npos : at + head_of_interface.size() - 1;
    const auto close = open == npos ? npos : closing_bracket(code, open);
    if (close == npos) continue;
    const auto body = replace_all(code.substr(open + 1, close - open - 1), ";", "\n");
    for (const auto line : split_lines(body)) {
      if (auto name = first_word(line); !name.empty() && contains(line, name + "(")) methods.insert(std::move(name));
    }
  }
  for (const auto line : split_lines(code)) {
    const auto close = line.find(") ");
    if (!line.starts_with("func (") || close == npos) continue;
    auto receiver = line.substr(6, close - 6);
    receiver = receiver.substr(receiver.find_last_of(" *") + 1);
    if (receiver.substr(0, receiver.find('[')) == type) methods.insert(first_word(line.substr(close + 2)));
  }
}

/// What a type has.
struct Members {
  std::set<std::string> fields, methods;
};

Members members_of(const Tree& tree, const std::string& type) {
  Members members;
  for (const auto& path : tree.list()) {
    if (path.ends_with(".go")) add_members(tree.read(path).value_or(""), type, members.fields, members.methods);
  }
  return members;
}

// The only name that differs in nothing but its capitals; else the only one that it can be a slip of.
std::string meant(const std::set<std::string>& names, const std::string& written) {
  std::string found;
  for (const auto& name : names) {
    if (name == written || lower(name) != lower(written)) continue;
    if (!found.empty()) return "";
    found = name;
  }
  return found.empty() ? only_near(names, written) : found;
}

// "(type Buoy has no field or method depth, but does have Depth)", "… but does have field Depth)"
std::string suggested(std::string_view said) {
  const auto at = said.find("but does have ");
  if (at == npos) return "";
  auto rest = said.substr(at + 14);
  for (const std::string_view kind : {"field ", "method "}) {
    if (rest.starts_with(kind)) rest.remove_prefix(kind.size());
  }
  return first_word(rest);
}

// The methods of a tree, by their names in small letters.
using Methods = std::map<std::string, std::set<std::string>>;

Methods methods_of(const Tree& tree) {
  Methods methods;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".go")) continue;
    const auto text = tree.read(path).value_or("");
    for (const auto line : split_lines(text)) {
      const auto close = line.find(") ");
      if (!line.starts_with("func (") || close == npos) continue;
      const std::string name(first_word(line.substr(close + 2)));
      methods[lower(name)].insert(name);
    }
  }
  return methods;
}

// "cannot call non-function b.name (variable of type string)": the only method that differs in its capitals.
std::string method_like(const Methods& methods, const std::string& name) {
  const auto found = methods.find(lower(name));
  const bool is_other = found != methods.end() && found->second.size() == 1 && *found->second.begin() != name;
  return is_other ? *found->second.begin() : "";
}

void respell(Draft& draft, const TreePlace& place, const std::string& name, const std::string& today) {
  const auto text = draft.read(place.file).value_or("");
  const Lines lines(text);
  const auto line = lines.line(place.line);
  const auto at = line.find("." + name);
  if (today.empty() || at == npos || line.find("." + name, at + 1) != npos) return;
  const auto end = at + 1 + name.size();
  if (end < line.size() && is_word_byte(line[end])) return;
  draft.edit(place.file, {{lines.begin(place.line) + at + 1, name.size(), today}});
}

}  // namespace

std::vector<Patch> fix_go_field(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, Members> types;
  std::optional<Methods> methods;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty()) continue;
    if (const auto call = said.find("cannot call non-function "); call != npos) {
      const auto whole = said.substr(call + 25, said.find(' ', call + 25) - call - 25);
      const std::string name(whole.substr(whole.rfind('.') + 1));
      if (!is_identifier(name) || !contains(whole, ".")) continue;
      if (!methods) methods = methods_of(patient.tree);
      respell(draft, places[0], name, method_like(*methods, name));
      continue;
    }
    const std::string symbol(capture(occurrence, "symbol"));
    const auto name = symbol.substr(symbol.rfind('.') + 1);
    const auto from = said.find("(type "), to = said.find(" has no field or method");
    if (from == npos || to == npos || !is_identifier(name) || !contains(symbol, ".")) continue;
    auto type = said.substr(from + 6, to - from - 6);
    type = type.substr(type.find_last_of("*.") + 1);
    const auto [members, fresh] = types.try_emplace(std::string(type));
    if (fresh) members->second = members_of(patient.tree, members->first);
    const auto text = draft.read(places[0].file).value_or("");
    const auto line = Lines(text).line(places[0].line);
    const bool called = contains(line, "." + name + "(");
    auto today = suggested(said);
    if (today.empty()) today = meant(called ? members->second.methods : members->second.fields, name);
    respell(draft, places[0], name, today);
  }
  return draft.patches();
}

}  // namespace regreen
