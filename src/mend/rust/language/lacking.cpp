#include "mend/rust/language/lacking.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int depth_max = 8;  // of types in types

/// Words between the type and its trait, or the other way round.
struct Wording {
  std::string_view front, between, end;
  bool type_first = true;
};

constexpr auto headers = std::to_array<Wording>({
    {"`", "` doesn't implement `", "`"},
    {"the trait bound `", ": ", "` is not satisfied"},
});

// "note: an implementation of `PartialEq<_>` might be missing for `Kind`"
constexpr auto notes = std::to_array<Wording>({
    {"note: an implementation of `", "` might be missing for `", "`", false},
    {"note: `", "` does not implement `", "`"},
    {"= help: the trait `", "` is not implemented for `", "`", false},
});

/// A header that names the type alone.
struct Implied {
  std::string_view front, end, trait;
};

constexpr auto implied = std::to_array<Implied>({
    {"binary operation `==` cannot be applied to type `", "`", "PartialEq"},
    {"binary operation `!=` cannot be applied to type `", "`", "PartialEq"},
    {"binary operation `<` cannot be applied to type `", "`", "PartialOrd"},
    {"binary operation `>` cannot be applied to type `", "`", "PartialOrd"},
    {"binary operation `<=` cannot be applied to type `", "`", "PartialOrd"},
    {"binary operation `>=` cannot be applied to type `", "`", "PartialOrd"},
    {"no method named `clone` found for struct `", "`", "Clone"},
    {"no method named `clone` found for enum `", "`", "Clone"},
    {"no function or associated item named `default` found for struct `", "`", "Default"},
});

// Comparable, printable and so on as far as what they hold is.
constexpr auto holders =
    std::to_array<std::string_view>({"Arc", "BTreeMap", "BTreeSet", "Box", "HashMap", "HashSet", "LinkedList", "Option",
                                     "Rc", "RefCell", "Result", "Vec", "VecDeque"});

// What a holder stands around: `A, B` of `Vec<A, B>`, `[A]`, `&A` and `(A, B)`; "" for any other type.
std::string_view held_by(std::string_view type) {
  if (type.starts_with('&')) {
    type.remove_prefix(1);
    if (type.starts_with('\'')) type.remove_prefix(std::min(type.find(' '), type.size()));
    type = trim(type);
    return type.starts_with("mut ") ? type.substr(4) : type;
  }
  if (type.starts_with('[') && type.ends_with(']')) {
    type = type.substr(1, type.size() - 2);
    return type.substr(0, type.rfind(';'));
  }
  if (type.starts_with('(') && type.ends_with(')')) return type.substr(1, type.size() - 2);
  const auto open = type.find('<');
  if (open == npos || !type.ends_with('>')) return "";
  const bool is_holder = is_among(last_part(type.substr(0, open)), holders);
  return is_holder ? type.substr(open + 1, type.size() - open - 2) : "";
}

// The types that a type is made of and that may be the project's: `Span` of `Vec<Option<Span>>`, the type itself.
void add_made_of(std::string_view type, const std::string& trait, int depth, std::vector<RustLack>& all) {
  const auto held = held_by(type);
  if (held.empty()) all.push_back({std::string(type), trait});
  if (held.empty() || depth == depth_max) return;
  for (const auto one : items_of(held, Speech::rust)) {
    if (!one.empty()) add_made_of(one, trait, depth + 1, all);
  }
}

void add_worded(std::string_view said, const Wording& wording, std::vector<RustLack>& all) {
  const auto front = said.find(wording.front);
  const auto begin = front + wording.front.size();
  const auto mark = front == npos ? npos : said.find(wording.between, begin);
  const auto second = mark + wording.between.size();
  const auto end = mark == npos ? npos : said.find(wording.end, second);
  if (end == npos) return;
  RustLack lack{std::string(said.substr(begin, mark - begin)), std::string(said.substr(second, end - second))};
  if (!wording.type_first) std::swap(lack.type, lack.trait);
  all.push_back(std::move(lack));
}

// "           `Kind: Hash`" of the list below "the following trait bounds were not satisfied:"
void add_listed(std::string_view line, std::vector<RustLack>& all) {
  const auto said = trim(line);
  const auto colon = said.find(": ");
  if (colon == npos || !said.starts_with('`') || !said.ends_with('`')) return;
  all.push_back({std::string(said.substr(1, colon - 1)), std::string(said.substr(colon + 2, said.size() - colon - 3))});
}

void add_below(const std::vector<std::string>& lines, std::vector<RustLack>& all) {
  bool listed = false;
  for (const auto& line : lines) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    for (const auto& wording : notes) add_worded(line, wording, all);
    if (listed) add_listed(line, all);
    listed |= contains(line, "the following trait bounds were not satisfied:");
  }
}

}  // namespace

std::vector<RustLack> rust_lacks(const Occurrence& occurrence) {
  std::vector<RustLack> all;
  const std::string_view said = occurrence.at.text;
  for (const auto& wording : headers) add_worded(said, wording, all);
  for (const auto& one : implied) {
    const auto type = contains(said, one.front) ? between(said, one.front, one.end) : "";
    if (!type.empty()) add_made_of(type, std::string(one.trait), 0, all);
  }
  add_below(occurrence.after, all);
  for (auto& lack : all) {
    lack.type = without_rust_parameters(lack.type);
    lack.trait = last_part(without_rust_parameters(lack.trait));
  }
  return all;
}

std::string without_rust_parameters(std::string_view type) { return std::string(type.substr(0, type.find('<'))); }

}  // namespace regreen
