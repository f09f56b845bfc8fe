#include "mend/rust/lacking.h"

#include "base/text.h"
#include "mend/rust/rustc_message.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

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
    if (!type.empty()) all.push_back({std::string(type), std::string(one.trait)});
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
