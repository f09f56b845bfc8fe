// rust.derive: a trait that a type of the repository lacks and that the compiler can write, with those that it asks for: who
// derives `Ord` derives `Eq` and `PartialOrd`. `Copy` only for enums whose variants hold nothing: they are numbers, and nobody
// wants to give one away. What the project writes by hand stays the project's: equality that somebody wrote tells how the type
// is hashed and ordered, too. What the compiler must not decide is left (derive_guard.h).

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/rust/code/derive_guard.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/lacking.h"
#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/language/type_place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Traits = std::set<std::string>;

/// A trait that the compiler writes, in the order in which people list them, and what it asks for.
struct Derivable {
  std::string_view trait, asks_for;
  bool follows_equality = false;  ///< must agree with PartialEq
};

constexpr auto derivables = std::to_array<Derivable>({
    {"Debug", ""},
    {"Clone", ""},
    {"Copy", "Clone"},
    {"Default", ""},
    {"PartialEq", ""},
    {"Eq", "PartialEq"},
    {"PartialOrd", "PartialEq", true},
    {"Ord", "Eq PartialOrd", true},
    {"Hash", "", true},
});

const Derivable* derivable(std::string_view trait) {
  const auto* found = std::ranges::find(derivables, trait, &Derivable::trait);
  return found == derivables.end() ? nullptr : found;
}

// "move occurs because `self.kind` has type `Kind`, which does not implement the `Copy` trait"
std::string moved_type(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    if (contains(line, "`, which does not implement the `Copy` trait"))
      return std::string(between(line, " has type `", "`"));
  }
  return "";
}

// "note: required by a bound in `BTreeMap::<K, V, A>::insert`"
bool asks_for_keys(const Occurrence& occurrence) {
  const auto names_tree = [](std::string_view line) {
    return contains(line, "BTreeMap") || contains(line, "BTreeSet");
  };
  if (names_tree(occurrence.at.text)) return true;
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    if (names_tree(line)) return true;
  }
  return false;
}

// ---- what a type has ----

/// A list `#[derive(…)]`, from behind its '(' to its ')'.
struct DeriveList {
  std::size_t begin = 0, end = 0;
};

std::vector<DeriveList> derive_lists(std::string_view code, std::size_t at) {
  std::vector<DeriveList> lists;
  const auto head = head_before(code, at);
  const auto front = at - head.size();
  for (auto mark = head.find("#["); mark != npos; mark = head.find("#[", mark + 1)) {
    const auto word = front + mark + 2;
    const auto open = word_at(code, word) == "derive" ? code.find('(', word) : npos;
    const auto close = open == npos ? npos : closing_bracket(code, open);
    if (close != npos && close < at) lists.push_back({open + 1, close});
  }
  return lists;
}

Traits derived_by(std::string_view code, const std::vector<DeriveList>& lists) {
  Traits traits;
  for (const auto& list : lists) {
    for (const auto name : items_of(code.substr(list.begin, list.end - list.begin), Speech::rust))
      traits.insert(last_part(name));
  }
  return traits;
}

// The trait of `impl<T> fmt::Debug for units::Unit`, at the name of the type.
std::string implemented_at(std::string_view code, std::size_t at) {
  auto head = code.substr(0, at);
  while (head.ends_with("::")) head.remove_suffix(2 + word_before(head, head.size() - 2).size());
  if (!head.ends_with(" for ")) return "";
  head = head_before(head, head.size());
  if (words_in(head, "impl").empty()) return "";
  head = trim(head.substr(0, head.size() - 5));
  if (head.ends_with('>')) {
    int depth = 0;
    do {
      if (head.back() == '>') ++depth;
      if (head.back() == '<') --depth;
      head.remove_suffix(1);
    } while (depth > 0 && !head.empty());
  }
  return std::string(word_before(head, head.size()));
}

using TraitsByType = std::map<std::string, Traits, std::less<>>;

// What the project writes for types of these names, whichever is meant.
TraitsByType written_for(const Tree& tree, const std::set<std::string>& types) {
  TraitsByType traits;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") ? tree.read(path).value_or("") : "";
    if (!contains(text, "impl") || text.size() > source_bytes_max) continue;
    const auto code = code_only(text, Speech::rust);
    for (const auto& type : types) {
      for (const auto at : words_in(code, type)) traits[type].insert(implemented_at(code, at));
    }
  }
  return traits;
}

// Is it an enum whose variants hold nothing?
bool is_plain_enum(std::string_view code, std::size_t at) {
  const auto open = code.find_first_of("{<;", at);
  const auto close = open == npos || code[open] != '{' ? npos : closing_bracket(code, open);
  if (close == npos || word_at(code, at) != "enum") return false;
  const auto variants = rust_items(code.substr(open + 1, close - open - 1));
  return !variants.empty() && std::ranges::all_of(variants, [](std::string_view variant) {
    return is_identifier(trim(variant.substr(0, variant.find('='))));
  });
}

// ---- what it gets ----

// A trait and all that it asks for, without what is there; empty where one of them cannot be derived.
Traits with_asked(const std::string& trait, const Traits& derived, const Traits& written) {
  Traits all, open{trait};
  while (!open.empty()) {
    const auto one = *open.begin();
    open.erase(open.begin());
    const auto* row = derivable(one);
    if (derived.contains(one) || written.contains(one) || !all.insert(one).second) continue;
    if (row == nullptr || (row->follows_equality && written.contains("PartialEq"))) return {};
    for (const auto asked : split(row->asks_for, ' ')) {
      if (!asked.empty()) open.emplace(asked);
    }
  }
  return all;
}

// Names join a list: where it is sorted each at its place, else behind the last, on lines of their own where that one has.
std::vector<Edit> joined(const RustText& source, const DeriveList& list, const std::vector<std::string>& names) {
  const auto body = std::string_view(source.code).substr(list.begin, list.end - list.begin);
  auto items = items_of(body, Speech::rust);
  std::erase(items, "");
  if (items.empty()) return {{list.begin, 0, join(names, ", ")}};
  const auto place = [&](std::string_view item) { return offset_in(source.code, item); };
  const auto last = place(items.back()) + items.back().size();
  const std::string indent(indentation(source.lines.line(source.lines.number_at(place(items.back())))));
  const bool is_tall = source.lines.number_at(last) != source.lines.number_at(list.end);
  const auto gap = is_tall ? std::string(line_end(source.text)) + indent : " ";
  std::map<std::size_t, std::string> added;
  std::string behind;
  for (const auto& name : names) {
    const auto next = std::ranges::upper_bound(items, name);
    if (std::ranges::is_sorted(items) && next != items.end())
      added[place(*next)] += name + "," + gap;
    else
      behind += is_tall ? gap + name + "," : ", " + name;
  }
  std::vector<Edit> edits;
  for (auto& [at, text] : added) edits.push_back({at, 0, text});
  if (behind.empty()) return edits;
  const bool has_comma = source.code.substr(last, 1) == ",";
  if (!is_tall) {
    edits.push_back({last, 0, behind});
  } else if (has_comma) {
    edits.push_back({source.lines.end(source.lines.number_at(last)), 0, behind});
  } else {
    edits.push_back({last, 0, ","});
    edits.push_back({source.lines.end(source.lines.number_at(last)), 0, behind});
  }
  return edits;
}

std::vector<Edit> derived(const RustText& source, std::size_t at, const std::vector<DeriveList>& lists,
                          const Traits& traits) {
  std::vector<std::string> names;
  for (const auto& row : derivables) {
    if (traits.contains(std::string(row.trait))) names.emplace_back(row.trait);
  }
  if (names.empty()) return {};
  if (!lists.empty()) return joined(source, lists.back(), names);
  const auto number = source.lines.number_at(at);
  const std::string indent(indentation(source.lines.line(number)));
  return {{source.lines.begin(number), 0,
           indent + "#[derive(" + join(names, ", ") + ")]" + std::string(line_end(source.text))}};
}

// The name of the type whose `struct` or `enum` stands there.
std::string_view type_at(std::string_view code, std::size_t at) {
  const auto name = code.find_first_not_of(" \t\r\n", at + word_at(code, at).size());
  return name == npos ? "" : word_at(code, name);
}

/// What a type is to have, and why.
struct Wanted {
  Traits traits;
  RustDeriveReason reason;
};

void want(Wanted& wanted, const std::string& trait, const Occurrence& occurrence) {
  wanted.traits.insert(trait);
  if (trait != "Ord" && trait != "PartialOrd") return;
  wanted.reason.is_by_bound |= trait == "Ord";
  wanted.reason.is_by_value |= !asks_for_keys(occurrence);
}

std::vector<Edit> derived_at(const Tree& tree, const RustText& source, std::size_t at, const Wanted& wanted,
                             const Traits& written) {
  const std::string_view code = source.code;
  const RustTypeSource type{tree, source.text, code, at, type_at(code, at), written};
  const auto lists = derive_lists(code, at);
  const auto has = derived_by(code, lists);
  Traits traits;
  for (const auto& trait : wanted.traits) {
    const bool gives_away = trait == "Copy" && (written.contains("Drop") || written.contains("Clone"));
    if (trait == "Copy" && (gives_away || !is_plain_enum(code, at))) continue;
    auto all = with_asked(trait, has, written);
    if (std::ranges::all_of(all, [&](const auto& one) { return may_derive(type, one, wanted.reason); }))
      traits.merge(all);
  }
  return derived(source, at, lists, traits);
}

}  // namespace

std::vector<Patch> derive_rust_trait(const Patient& patient) {
  const auto& tree = patient.tree;
  std::map<std::string, std::map<std::size_t, Wanted>> wanted;  // by file and place
  std::set<std::pair<std::string, std::string>> seen;           // a path, and from where
  std::set<std::string> names;
  RustTypes types(tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto lacks = rust_lacks(occurrence);
    if (const auto moved = moved_type(occurrence); !moved.empty()) lacks.push_back({moved, "Copy"});
    const auto place = rustc_place(tree, occurrence);
    const std::string keys = asks_for_keys(occurrence) ? " of keys" : "";
    for (const auto& [type, trait] : lacks) {
      const auto from = place ? place->file : "";
      if (derivable(trait) == nullptr || !seen.emplace(type + " " + trait + keys, from).second) continue;
      const auto found = types.meant(type, from);
      if (!found) continue;
      want(wanted[found->file][found->at], trait, occurrence);
      names.insert(last_part(type));
    }
  }
  if (wanted.empty()) return {};
  auto written = written_for(tree, names);
  Draft draft(tree);
  for (const auto& [file, places] : wanted) {
    const RustText source(tree.read(file).value_or(""));
    std::vector<Edit> edits;
    for (const auto& [at, asked] : places)
      std::ranges::move(derived_at(tree, source, at, asked, written[std::string(type_at(source.code, at))]),
                        std::back_inserter(edits));
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
