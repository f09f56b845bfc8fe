#pragma once

#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace regreen {

/// A row of a table, with its pattern compiled. Tables of patterns are compiled at first use and kept.
template <class Row>
struct Compiled {
  Row row;
  std::unique_ptr<RE2> pattern;
};

template <class Table>
auto compile(const Table& table) {
  using Row = typename Table::value_type;
  std::vector<Compiled<Row>> all;
  for (const auto& row : table) all.push_back({row, std::make_unique<RE2>(row.pattern, RE2::Latin1)});
  return all;
}

/// One pattern, compiled at first use: `static const Pattern name("…");`
struct Pattern : RE2 {
  explicit Pattern(const char* text) : RE2(text, RE2::Latin1) {}
};

inline bool found(const RE2& pattern, std::string_view text) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

/// Calls visit(groups) for each place where a pattern matches, left to right; groups borrow the text.
template <class Visit>
void each_match(const RE2& pattern, std::string_view text, Visit visit) {
  constexpr int most = 5;
  re2::StringPiece groups[most];
  const re2::StringPiece all(text.data(), text.size());
  const int wanted = std::min(most, pattern.NumberOfCapturingGroups() + 1);
  std::size_t at = 0;
  while (at <= text.size() && pattern.Match(all, at, text.size(), RE2::UNANCHORED, groups, wanted)) {
    std::vector<std::string_view> views;
    for (int i = 0; i < wanted; ++i)
      views.emplace_back(groups[i].data() ? std::string_view(groups[i].data(), groups[i].size()) : std::string_view());
    visit(views);
    const auto end = offset_in(text, groups[0]) + groups[0].size();
    at = groups[0].empty() ? end + 1 : end;
  }
}

}  // namespace regreen
