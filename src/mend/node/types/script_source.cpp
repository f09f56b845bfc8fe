// js.fix-name, js.remove-unused-import: what tsc says about names and imports.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/language/import_list.h"
#include "mend/node/language/name_use.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/module_effect.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The only name that the module exports and the written one can be a slip of.
std::string near_export(const Tree& tree, std::string_view from, std::string_view module, const std::string& wrong) {
  const auto target = resolved(path_in(folder_of(from), replace_all(std::string(module), "\"", "")));
  std::string found;
  for (const auto ending : module_endings) {
    const auto text = target ? tree.read(*target + std::string(ending)) : std::nullopt;
    for (const auto& name : exported_names(text.value_or(""))) {
      const std::size_t limit = wrong.size() < 4 ? 1 : 2;
      if (edit_distance(name, wrong, limit) > limit || is_other_word(name, wrong)) continue;
      if (!found.empty() && found != name) return "";
      found = name;
    }
  }
  return found;
}

// Is the name that is proposed written once in all scripts, where it is defined, and the other one in several of them? Then the
// definition may be the slip.
bool may_be_slip_of_definition(const Tree& tree, const std::string& wanted, const std::string& wrong) {
  std::size_t definitions = 0, users = 0;
  for (const auto& path : tree.list()) {
    if (!is_script_source(path) || is_vendored(path)) continue;
    const auto text = tree.read(path).value_or("");
    if (contains(text, wanted)) definitions += words_in(text, wanted).size();
    if (contains(text, wrong) && !words_in(text, wrong).empty()) ++users;
  }
  return definitions == 1 && users > 1;
}

// "Did you mean 'price'?", "Did you mean to write 'price'?"
std::string proposed(std::string_view message) {
  const auto name = between(message, "Did you mean '", "'");
  return std::string(name.empty() ? between(message, "Did you mean to write '", "'") : name);
}

/// A member that a type does not have.
struct Lacking {
  std::string member, type;

  auto operator<=>(const Lacking&) const = default;
};

// "Property 'prise' does not exist on type 'Basket'.", "… but 'prise' does not exist in type 'Basket'."
std::optional<Lacking> lacking_in(std::string_view message) {
  for (const std::string_view mark : {"' does not exist on type '", "' does not exist in type '"}) {
    const auto at = message.find(mark);
    const auto open = at == npos || at == 0 ? npos : message.rfind('\'', at - 1);
    if (open == npos) continue;
    Lacking one{std::string(message.substr(open + 1, at - open - 1)),
                std::string(between(message.substr(at), mark, "'"))};
    if (is_identifier(one.member) && is_identifier(one.type)) return one;
  }
  return std::nullopt;
}

// Do the scripts declare one type of that name, and no more? Two places that name it then mean the same.
bool is_one_type(const Tree& tree, const std::string& type) {
  static constexpr auto kinds = std::to_array<std::string_view>({"interface", "type", "class", "enum"});
  std::size_t count = 0;
  for (const auto& path : tree.list()) {
    if ((!is_script_source(path) && !path.ends_with(".d.ts")) || is_vendored(path)) continue;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, type)) continue;
    const auto code = code_only(text, Speech::javascript);
    count += static_cast<std::size_t>(std::ranges::count_if(words_in(code, type), [&](std::size_t at) {
      return is_among(word_before(code, end_of_code_before(code, at)), kinds);
    }));
  }
  return count == 1;
}

// What tsc proposes for a member anywhere in the log: it proposes nothing where an object is taken apart. Nothing where it proposes
// two things.
std::map<Lacking, std::string> all_proposed(const Patient& patient) {
  std::map<Lacking, std::string> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto lacking = lacking_in(occurrence.at.text);
    const auto name = proposed(occurrence.at.text);
    if (!lacking || name.empty()) continue;
    const auto [row, is_new] = all.emplace(*lacking, name);
    if (!is_new && row->second != name) row->second = "";
  }
  std::erase_if(all, [&](const auto& row) { return row.second.empty() || !is_one_type(patient.tree, row.first.type); });
  return all;
}

std::map<std::string, std::vector<Edit>> respelt(const Patient& patient) {
  std::map<std::string, std::vector<Edit>> by_file;
  const auto told = all_proposed(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view message = occurrence.at.text;
    std::string wanted = proposed(message);
    const auto lacking = lacking_in(message);
    if (const auto row = lacking && wanted.empty() ? told.find(*lacking) : told.end(); row != told.end())
      wanted = row->second;
    std::string wrong(capture(occurrence, "symbol"));
    for (const auto* mark : {"Cannot find name '", "Property '", "exported member named '", "no exported member '",
                             "exported member '", "properties, but '"}) {
      if (wrong.empty()) wrong = between(message, mark, "'");
    }
    const auto places = places_of(patient.tree, occurrence);
    if (wanted.empty() && !places.empty() && contains(message, "exported member"))
      wanted = near_export(patient.tree, places[0].file, between(message, "Module '", "'"), wrong);
    if (places.empty() || !is_identifier(wrong) || !is_identifier(wanted) || wrong == wanted) continue;
    if (is_other_word(wanted, wrong)) continue;
    const auto text = patient.tree.read(places[0].file);
    const auto at = text ? offset_of(*text, places[0].line, places[0].column, wrong) : std::nullopt;
    if (!at || may_be_slip_of_definition(patient.tree, wanted, wrong)) continue;
    if (is_private_one(wanted, wrong) && !std::string_view(*text).substr(0, *at).ends_with("this.")) continue;
    auto& edits = by_file[places[0].file];
    const bool is_variable = lacking && is_shorthand(code_only(*text, Speech::javascript), *at, wrong);
    edits.push_back({*at, wrong.size(), is_variable ? wanted + ": " + wrong : wanted});
    if (!contains(message, "exported member")) continue;  // what is imported by a name is used by it
    for (auto& use : named_otherwise(code_only(*text, Speech::javascript), wrong, wanted)) {
      if (use.offset != *at) edits.push_back(std::move(use));
    }
  }
  return by_file;
}

// ---- unused imports ----

struct ScriptImport {
  std::size_t begin = 0;
  std::size_t end = 0;                    // behind its ';' or the path
  std::size_t open = npos, close = npos;  // of { … }
};

std::optional<ScriptImport> import_at(std::string_view text, std::size_t at) {
  const auto line = text.rfind('\n', at);
  auto begin = text.rfind("import ", at);
  if (text.substr(line + 1).starts_with("import ")) begin = line + 1;
  if (begin == npos || (begin > 0 && text[begin - 1] != '\n')) return std::nullopt;
  auto from = text.find("from", begin);  // the word, and no part of a name
  while (from != npos &&
         (is_word_byte(text[from - 1]) || is_word_byte(text.substr(from + 4, 1).empty() ? ' ' : text[from + 4])))
    from = text.find("from", from + 1);
  const auto quote = from == npos ? npos : text.find_first_of("'\"", from);
  const auto last = quote == npos ? npos : text.find(text[quote], quote + 1);
  if (last == npos || last < at) return std::nullopt;
  ScriptImport one{begin, last + 1, npos, npos};
  if (text.substr(one.end, 1) == ";") ++one.end;
  const auto open = text.find('{', begin);
  if (open != npos && open < from) {
    one.open = open;
    one.close = text.find('}', open);
    if (one.close == npos || one.close > from + 200) return std::nullopt;
  }
  return one;
}

std::vector<Edit> without_import(std::string_view text, const ScriptImport& one,
                                 const std::vector<std::string>& unused) {
  const auto gone = [&](std::string_view name) { return is_among(name, unused); };
  const auto end_of_line = [&] {
    const auto line = text.find('\n', one.end);
    return line == npos ? text.size() : line + 1;
  };
  const Edit whole{one.begin, end_of_line() - one.begin, ""};
  if (unused.empty()) return {whole};
  std::string_view head =
      text.substr(one.begin + 7, (one.open == npos ? text.find("from", one.begin) : one.open) - one.begin - 7);
  head = trim(head);
  if (head.ends_with(',')) head = trim(head.substr(0, head.size() - 1));
  const bool has_default = !head.empty() && head != "type";
  if (one.open == npos)
    return gone(head.starts_with("* as ") ? head.substr(5) : head) ? std::vector<Edit>{whole} : std::vector<Edit>{};
  if (has_default) return {};
  const auto code = code_only(text, Speech::javascript);
  const auto items =
      items_of(std::string_view(code).substr(one.open + 1, one.close - one.open - 1), Speech::javascript);
  if (std::ranges::all_of(items, [&](auto item) { return item.empty() || gone(bound_by_item(item)); })) return {whole};
  return without_listed(text, code, one.open, one.close, unused).value_or(std::vector<Edit>());
}

}  // namespace

std::vector<Patch> fix_script_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (auto& [file, edits] : respelt(patient)) draft.edit(file, std::move(edits));
  return draft.patches();
}

std::vector<Patch> remove_unused_script_import(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::pair<std::string, std::size_t>, std::vector<std::string>> unused;  // by file and import
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const bool all = contains(occurrence.at.text, "TS6192");
    const std::string name(between(occurrence.at.text, "TS6133: '", "'"));
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    const auto at = text ? offset_of(*text, places[0].line, std::max<std::size_t>(places[0].column, 1)) : std::nullopt;
    const auto one = at ? import_at(*text, *at) : std::nullopt;
    if (!one || (!all && !is_identifier(name))) continue;
    auto& names = unused[{places[0].file, one->begin}];
    if (!all) names.push_back(name);
  }
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& [key, names] : unused) {
    const auto text = *draft.read(key.first);
    const auto one = import_at(text, key.second);
    if (!one) continue;
    for (auto& edit : without_import(text, *one, names)) {
      const auto gone = std::string_view(text).substr(edit.offset, edit.length);
      if (edit.offset == one->begin && edit.text.empty()) edit.text = bare_import(patient.tree, key.first, gone);
      by_file[key.first].push_back(std::move(edit));
    }
  }
  for (auto& [file, edits] : by_file) {
    if (!edits.empty()) draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
