#include "rules/branches.h"

#include "rules/pattern_cutter.h"
#include "rules/search.h"

#include <algorithm>

namespace regreen {
namespace {

using Kind = PatternPiece::Kind;
using Pieces = std::vector<PatternPiece>;

constexpr std::size_t branches_max = 100;     // of one pattern
constexpr std::size_t long_group_bytes = 60;  // shorter ones are cheap as they are

bool sets_flags(const PatternPiece& piece) {
  return piece.kind == Kind::group && piece.text.starts_with("(?") && inside(piece, false).pattern.empty();
}

bool is_bar(const PatternPiece& piece) { return piece.kind == Kind::bar; }

std::string_view text_of(const Pieces& pieces) {
  if (pieces.empty()) return {};
  const char* end = pieces.back().text.data() + pieces.back().text.size() + pieces.back().quantifier.size();
  return {pieces.front().text.data(), static_cast<std::size_t>(end - pieces.front().text.data())};
}

// The sequences between bars.
std::vector<Pieces> sequences_of(const Pieces& pieces) {
  std::vector<Pieces> sequences(1);
  for (const auto& piece : pieces) {
    if (is_bar(piece)) {
      sequences.emplace_back();
    } else {
      sequences.back().push_back(piece);
    }
  }
  return sequences;
}

// A sequence once for each alternative of its last group, where that is long.
std::vector<std::string> spread(const Pieces& sequence) {
  const std::string_view all = text_of(sequence);
  const auto group = std::ranges::find(sequence.rbegin(), sequence.rend(), Kind::group, &PatternPiece::kind);
  if (group == sequence.rend() || !group->quantifier.empty()) return {std::string(all)};
  const std::string_view enclosed = inside(*group, false).pattern;
  const Pieces pieces = cut(enclosed);
  const bool stays = enclosed.size() < long_group_bytes || std::ranges::none_of(pieces, is_bar) ||
                     std::ranges::any_of(pieces, sets_flags);
  if (stays) return {std::string(all)};
  const auto begin = static_cast<std::size_t>(enclosed.data() - all.data());
  std::vector<std::string> texts;
  for (const auto& one : sequences_of(pieces)) {
    texts.push_back(std::string(all.substr(0, begin)).append(text_of(one)).append(all.substr(begin + enclosed.size())));
  }
  return texts;
}

// What looking for all of them costs.
double cost_of(const std::vector<std::string>& texts) {
  std::vector<Stretch> needles;
  for (const auto& text : texts) {
    auto more = search_for(text).needles;
    if (more.empty()) return always;
    std::ranges::move(more, std::back_inserter(needles));
  }
  return cost_of(needles);
}

// Taken apart, where that is not more to look for: alternatives may all have the same needles, those of what stands before.
std::vector<std::string> parts_of(const Pieces& sequence, const std::string& flags) {
  auto parts = spread(sequence);
  for (auto& part : parts) part.insert(0, flags);
  if (parts.size() == 1) return parts;
  std::vector<std::string> whole = {flags + std::string(text_of(sequence))};
  return cost_of(whole) < cost_of(parts) ? whole : parts;
}

// Nothing where flags are set that would have to be known.
std::vector<std::string> texts_of(std::string_view pattern) {
  std::vector<std::string> texts;
  bool any_case = false;
  for (const auto& sequence : sequences_of(cut(pattern))) {
    for (auto& text : parts_of(sequence, any_case ? "(?i)" : "")) texts.push_back(std::move(text));
    for (const auto& piece : sequence) {
      if (sets_flags(piece) && piece.text != "(?i)") return {};
      any_case = any_case || sets_flags(piece);
    }
  }
  return texts;
}

}  // namespace

std::vector<std::string> branches_of(std::string_view pattern) {
  auto texts = texts_of(pattern);
  if (texts.empty() || texts.size() > branches_max) return {std::string(pattern)};
  return texts;
}

namespace {

std::uint32_t number(std::size_t value) { return static_cast<std::uint32_t>(value); }

void add(std::string_view text, Branch branch, Branches& branches) {
  const Search search = search_for(text);
  branch.tells_digits = search.tells_digits ? 1 : 0;
  branch.first_byte = number(branches.texts.size());
  branch.byte_count = number(text.size());
  branch.needle_count = number(search.needles.size());
  branch.first_list = number(branches.list_begins.size() - 1);
  branch.list_count = number(search.others.size());
  branches.texts += text;
  for (const auto& stretch : search.needles) add_needle(stretch, number(branches.all.size()), branches.needles);
  for (const auto& list : search.others) {
    branches.fours.insert(branches.fours.end(), list.begin(), list.end());
    branches.list_begins.push_back(number(branches.fours.size()));
  }
  branches.all.push_back(branch);
}

}  // namespace

void add_rule(std::string_view pattern, Branches& branches) {
  for (const auto& text : branches_of(pattern)) add(text, {branches.rules, 0}, branches);
  ++branches.rules;
}

void add_noise(std::string_view pattern, Branches& branches) {
  for (const auto& text : branches_of(pattern)) add(text, {branches.noise, 1}, branches);
  ++branches.noise;
}

bool is_sound(const Branches& branches) {
  const auto& begins = branches.list_begins;
  if (begins.empty() || !std::ranges::is_sorted(begins) || begins.back() != branches.fours.size()) return false;
  const auto is_branch_sound = [&](const Branch& one) {
    return one.row < (one.is_of_noise != 0 ? branches.noise : branches.rules) &&
           is_within(one.first_byte, one.byte_count, branches.texts.size()) &&
           is_within(one.first_list, one.list_count, begins.size() - 1);
  };
  return std::ranges::all_of(branches.all, is_branch_sound) && is_sound(branches.needles, branches.all.size());
}

}  // namespace regreen
