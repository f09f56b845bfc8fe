// rust.add-bound: a method that a type parameter has only with a bound, which nobody asks for.
//
//   error[E0599]: the method `to_string` exists for reference `&T`, but its trait bounds were not satisfied
//      = note: the following trait bounds were not satisfied:
//              `T: std::fmt::Display`
//
// The function asks for it that declares the parameter; an implementation of a trait, where it does; of the methods of a type
// only the one that needs it: the others stay there for all.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a parameter lacks.
struct Bound {
  std::string parameter;
  std::vector<std::string> traits;
};

/// Traits that rustc names without their paths, and that are not there everywhere.
struct Home {
  std::string_view trait, path;
};
constexpr auto homes = std::to_array<Home>({{"Hash", "std::hash::Hash"},
                                            {"Display", "std::fmt::Display"},
                                            {"Debug", "std::fmt::Debug"},
                                            {"Borrow", "std::borrow::Borrow"},
                                            {"FromStr", "std::str::FromStr"},
                                            {"Error", "std::error::Error"},
                                            {"Add", "std::ops::Add"},
                                            {"Sub", "std::ops::Sub"},
                                            {"Mul", "std::ops::Mul"},
                                            {"Sum", "std::iter::Sum"},
                                            {"Deref", "std::ops::Deref"}});
constexpr auto everywhere = std::to_array<std::string_view>({"Clone",
                                                             "Copy",
                                                             "Eq",
                                                             "PartialEq",
                                                             "Ord",
                                                             "PartialOrd",
                                                             "Default",
                                                             "Iterator",
                                                             "IntoIterator",
                                                             "ToString",
                                                             "ToOwned",
                                                             "AsRef",
                                                             "AsMut",
                                                             "Into",
                                                             "From",
                                                             "Send",
                                                             "Sync",
                                                             "Extend",
                                                             "DoubleEndedIterator",
                                                             "ExactSizeIterator"});

// "`T: std::fmt::Display`" of the list; what follows from the others ("which is required by") names no parameter alone.
std::vector<Bound> bounds_in(const Occurrence& occurrence) {
  std::vector<Bound> bounds;
  bool listed = false;
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    listed |= contains(line, "the following trait bounds were not satisfied:");
    if (!listed || contains(line, "which is required by")) continue;
    const auto said = between(line, "`", "`");
    const auto colon = said.find(": ");
    if (colon == npos || !is_identifier(said.substr(0, colon))) continue;
    const std::string parameter(said.substr(0, colon)), trait(said.substr(colon + 2));
    auto one = std::ranges::find(bounds, parameter, &Bound::parameter);
    if (one == bounds.end()) one = bounds.insert(one, Bound{parameter, {}});
    if (!is_among(trait, one->traits)) one->traits.push_back(trait);
  }
  return bounds;
}

bool imports(std::string_view code, std::string_view module, std::string_view name) {
  const auto front = "use " + std::string(module) + "::";
  if (contains(code, front + std::string(name) + ";")) return true;
  const auto open = code.find(front + "{");
  const auto list = open == npos ? "" : code.substr(open, code.find(';', open) - open);
  return !words_in(list, name).empty();
}

// The trait as the source can call it: by the shortest name that is imported; "" where none is known.
std::string called(std::string_view code, std::string trait) {
  if (!is_rust_path(trait)) return "";
  if (!contains(trait, "::")) {
    const auto home = std::ranges::find(homes, trait, &Home::trait);
    const bool is_known = is_among(trait, everywhere) || (home == homes.end() && !words_in(code, trait).empty());
    if (is_known) return trait;
    if (home == homes.end()) return "";
    trait = home->path;
  }
  const auto module = trait.substr(0, trait.rfind("::")), name = last_part(trait);
  if (imports(code, module, name)) return name;
  const auto parent = module.rfind("::");
  const bool has_module = parent != std::string::npos && imports(code, module.substr(0, parent), last_part(module));
  return has_module ? last_part(module) + "::" + name : trait;
}

/// A `fn`, `impl` or `trait` around a place: its words up to the '{'.
struct Head {
  std::size_t begin = 0, brace = 0;
};

/// The item of a list of parameters that declares one: "T", "T: Clone".
struct Item {
  std::size_t begin = 0, end = 0;
};

std::optional<Item> declared_in(std::string_view code, const Head& head, const std::string& parameter) {
  const auto text = code.substr(head.begin, head.brace - head.begin);
  const auto open = text.find('<'), round = text.find('(');
  const bool is_impl = text.starts_with("impl");
  if (open == npos || (is_impl ? open != 4 : open > round)) return std::nullopt;
  const auto close = closing_angle(text, open);
  if (close == npos) return std::nullopt;
  for (const auto item : items_of(text.substr(open + 1, close - open - 1), Speech::rust)) {
    const auto begin = offset_in(code, item);
    if (item == parameter || item.starts_with(parameter + ":")) return Item{begin, begin + item.size()};
  }
  return std::nullopt;
}

// The functions and implementations around a place, the innermost first.
std::vector<Head> heads_around(std::string_view code, std::size_t at) {
  std::vector<Head> heads;
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    if (code[open] != '{') continue;
    const auto text = head_before(code, open);
    for (const std::string_view word : {"fn", "impl"}) {
      const auto words = words_in(text, word);
      if (words.empty()) continue;
      heads.push_back({open - text.size() + words[0], open});
      break;
    }
  }
  return heads;
}

bool is_fn(std::string_view code, const Head& head) { return code.substr(head.begin).starts_with("fn "); }

std::vector<Edit> in_list(std::string_view code, const Item& item, std::vector<std::string> traits) {
  const auto text = code.substr(item.begin, item.end - item.begin);
  if (contains(text, "=")) return {};
  std::erase_if(traits, [&](const auto& trait) { return !words_in(text, last_part(trait)).empty(); });
  if (traits.empty()) return {};
  return {{item.end, 0, (contains(text, ":") ? " + " : ": ") + join(traits, " + ")}};
}

// where T: Display, K: Hash: of one method
std::vector<Edit> in_where(std::string_view text, std::string_view code, const Head& head, std::vector<Bound> bounds) {
  const auto end = end_of_code_before(code, head.brace);
  const auto words = code.substr(head.begin, end - head.begin);
  const auto clause = words_in(words, "where");
  std::erase_if(bounds, [&](const Bound& bound) {
    return !clause.empty() && contains(words.substr(clause[0]), bound.parameter + ":");
  });
  if (bounds.empty()) return {};
  std::vector<std::string> all;
  for (const auto& bound : bounds) all.push_back(bound.parameter + ": " + join(bound.traits, " + "));
  if (!clause.empty()) return {{end, 0, (words.ends_with(',') ? " " : ", ") + join(all, ", ")}};
  const Lines lines(text);
  const std::string indent(indentation(lines.line(lines.number_at(head.begin)))), next(line_end(text));
  const auto step = next + indent + "    ";
  return {{end, head.brace - end, next + indent + "where" + step + join(all, "," + step) + "," + next + indent}};
}

std::vector<Edit> with_bounds(std::string_view text, std::string_view code, std::size_t at, std::vector<Bound> bounds) {
  const auto heads = heads_around(code, at);
  std::vector<Edit> edits;
  std::vector<Bound> of_method;
  for (auto& bound : bounds) {
    for (auto& trait : bound.traits) trait = called(code, trait);
    const auto declares = [&](const Head& head) { return declared_in(code, head, bound.parameter).has_value(); };
    const auto head = std::ranges::find_if(heads, declares);
    if (head == heads.end() || std::ranges::any_of(bound.traits, &std::string::empty)) continue;
    const auto words = code.substr(head->begin, head->brace - head->begin);
    const bool is_open = !is_fn(code, *head) && !contains(words, " for ");  // the methods of a type
    if (is_open)
      of_method.push_back(std::move(bound));
    else
      std::ranges::move(in_list(code, *declared_in(code, *head, bound.parameter), bound.traits),
                        std::back_inserter(edits));
  }
  if (!of_method.empty() && is_fn(code, heads[0]))
    std::ranges::move(in_where(text, code, heads[0], std::move(of_method)), std::back_inserter(edits));
  return edits;
}

}  // namespace

std::vector<Patch> add_rust_bound(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = rustc_place(patient.tree, occurrence);
    const auto text = place ? draft.read(place->file) : std::nullopt;
    const auto at = text ? offset_of(*text, place->line, place->column) : std::nullopt;
    if (!at || text != patient.tree.read(place->file)) continue;  // lines have moved: the next round sees to it
    const auto code = code_only(*text, Speech::rust);
    draft.edit(place->file, with_bounds(*text, code, *at, bounds_in(occurrence)));
  }
  return draft.patches();
}

}  // namespace regreen
