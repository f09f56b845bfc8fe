#include "rules/search.h"

#include "rules/pattern_digits.h"
#include "rules/texts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace regreen {
namespace {

using Kind = PatternPiece::Kind;

constexpr std::size_t needles_max = 1000;  // of one pattern
constexpr std::size_t repeated_max = 8;    // of one piece: `\d{8}`
constexpr std::size_t choices_max = 6;     // of needles
constexpr std::size_t depth_max = 4;       // of groups that are read with what stands before them
constexpr double costly = 20'000;          // what is so common rules nothing out

// Needles of which a matching line contains one, and what looking for them costs.
struct Choice {
  std::vector<Stretch> needles;
  double cost = always;
};

// What is known of a part of a pattern.
struct Known {
  Texts ends;                   // with which all that it matches ends
  bool is_exact = false;        // they are all that it matches
  std::vector<Choice> choices;  // the cheapest first
};

Choice choice_of(const Texts& texts) {
  Choice choice;
  for (const auto& spots : texts) {
    choice.needles.push_back(stretch_of(spots));
    if (choice.needles.back().spellings.empty()) return {};
  }
  if (!texts.empty()) choice.cost = cost_of(choice.needles);
  return choice;
}

void offer(Choice choice, std::vector<Choice>& choices) {
  if (choice.cost == always || choice.needles.size() > needles_max) return;
  if (std::ranges::find(choices, choice.needles, &Choice::needles) != choices.end()) return;
  const auto after = std::ranges::upper_bound(choices, choice.cost, {}, &Choice::cost);
  choices.insert(after, std::move(choice));
  if (choices.size() > choices_max) choices.pop_back();
}

// Of a pattern that stands behind texts, in so many groups.
Known known(std::string_view pattern, bool any_case, const Texts& before, std::size_t depth);

// Of a piece other than a group, that stands once: what it matches, if that is known.
std::optional<Texts> texts_of(const PatternPiece& piece, bool any_case) {
  if (piece.text == "\\b" || piece.text == "\\B") return Texts{nothing};
  const Characters characters = characters_of(piece);
  if (!characters.any()) return std::nullopt;
  if (any_case && !characters.others.empty()) return std::nullopt;  // other alphabets have capitals too
  Texts texts;
  if (characters.ascii.any()) {
    const CharSet set = with_all_digits(characters.ascii);
    texts.push_back({{any_case ? with_other_case(set) : set}});
  }
  for (const auto one : characters.others) texts.push_back(spelled(one));
  return texts;
}

// How often a piece stands at least, and whether it may stand more often.
struct Count {
  std::size_t least = 1;
  bool is_open = false;
};

Count count_of(std::string_view quantifier) {
  if (quantifier.empty()) return {};
  if (quantifier[0] != '{') return {quantifier[0] == '+' ? 1U : 0U, true};
  std::size_t least = 0;
  for (const char c : quantifier.substr(1)) {
    if (c < '0' || c > '9') return {least, c == ','};
    least = std::min(least * 10 + static_cast<std::size_t>(c - '0'), repeated_max + 1);
  }
  return {least, true};
}

// What is known of a sequence, as it is read.
class Sequence {
 public:
  Sequence(bool any_case, const Texts& before, std::size_t depth)
      : any_case_(any_case), depth_(depth), run_(before), newest_(before) {}

  bool any_case() const { return any_case_; }

  void add(const PatternPiece& piece) {
    const Count count = count_of(piece.quantifier);
    if (piece.kind == Kind::group) {
      add_group(inside(piece, any_case_), piece.quantifier, count);
    } else if (const auto texts = texts_of(piece, any_case_)) {
      add_texts(*texts, count, piece.quantifier.starts_with('?'));
    } else {
      add_unknown(with_all_digits(edges_of(piece)), count);
    }
  }

  Known take() {
    offer(choice_of(newest_), known_.choices);
    offer(choice_of(run_), known_.choices);
    known_.ends = std::move(run_);
    return std::move(known_);
  }

 private:
  void add_group(const Enclosed& enclosed, std::string_view quantifier, Count count) {
    if (enclosed.pattern.empty()) any_case_ = enclosed.any_case;
    const auto pieces = cut(enclosed.pattern);
    const bool is_sequence = std::ranges::none_of(pieces, [](const auto& piece) { return piece.kind == Kind::bar; });
    if (quantifier.empty() && is_sequence) return add_all(pieces, enclosed.any_case);
    Known group = known(enclosed.pattern, enclosed.any_case, {nothing}, depth_ + 1);
    offer(choice_of(run_), known_.choices);
    if (group.is_exact) return add_texts(group.ends, count, quantifier.starts_with('?'));
    if (count.least == 0) return end_run({nothing});
    Texts ends = group.ends;  // with which the last of them ends
    if (depth_ < depth_max) group = known(enclosed.pattern, enclosed.any_case, run_, depth_ + 1);
    for (auto& choice : group.choices) offer(std::move(choice), known_.choices);
    end_run(std::move(group.ends));
    if (count.least != 1 || count.is_open) end_run(std::move(ends));
  }

  // A group without alternatives stands for its pieces.
  void add_all(const std::vector<PatternPiece>& pieces, bool any_case) {
    const bool before = std::exchange(any_case_, any_case);
    for (const auto& piece : pieces) add(piece);
    if (!pieces.empty()) any_case_ = before;
  }

  void add_texts(const Texts& texts, Count count, bool is_at_most_one) {
    if (is_at_most_one) {
      Texts both = texts;
      add_unique(both, {nothing});
      return extend(both);
    }
    const bool is_place = texts.size() == 1 && texts.front().size() == 1;
    if (is_place && count.is_open && count.least < 2) return add_repeated(texts.front().front().set, count);
    std::optional<Texts> repeated = Texts{nothing};
    for (std::size_t i = 0; i < count.least && repeated; ++i) repeated = joined(*repeated, texts);
    if (count.least == 0 || !repeated) return end_run({nothing});
    extend(*repeated);
    if (count.is_open) end_run(*std::move(repeated));  // the last of them stand before what follows
  }

  void add_repeated(CharSet set, Count count) {
    set.reset('\n');  // a match is within its line
    if (set.none()) return end_run({nothing});
    Texts texts = {{Spot{set, true}}};
    if (count.least == 0) texts.push_back(nothing);
    if (auto longer = joined(run_, texts)) {
      follow(texts);
      run_ = *std::move(longer);
    } else if (count.least > 0) {
      extend({{Spot{set}}});
      end_run({{Spot{set}}});
    } else {
      end_run({nothing});
    }
  }

  // Of a character that may have several bytes the first and the last one are known.
  void add_unknown(const CharSet& edges, Count count) {
    if (edges.none() || (count.least == 0 && !count.is_open)) return end_run({nothing});
    if (count.is_open && count.least < 2) return add_repeated(edges, count);
    extend({{{edges}}});
    end_run({{{edges}}});
  }

  void extend(const Texts& more) {
    follow(more);
    if (auto longer = joined(run_, more)) {
      run_ = *std::move(longer);
      return;
    }
    auto rest = joined(last_bytes(run_), more);
    end_run(rest ? *std::move(rest) : more);
  }

  void end_run(Texts next) {
    offer(choice_of(run_), known_.choices);
    offer(choice_of(newest_), known_.choices);
    newest_ = next;
    run_ = std::move(next);
    known_.is_exact = false;
  }

  void follow(const Texts& more) {
    auto longer = more.size() == 1 ? joined(newest_, more) : std::nullopt;
    if (!longer) offer(choice_of(newest_), known_.choices);
    newest_ = longer ? *std::move(longer) : more;
  }

  bool any_case_;
  std::size_t depth_;
  Texts run_;
  Texts newest_;  // of the run, what stands behind its last alternatives: fewer needles
  Known known_{{}, true, {}};
};

// Of each alternative the choice of a rank, or its last one.
Choice choice_among(const std::vector<Known>& alternatives, std::size_t rank) {
  Choice all;
  for (const auto& one : alternatives) {
    add_unique(all.needles, one.choices[std::min(rank, one.choices.size() - 1)].needles);
  }
  all.cost = cost_of(all.needles);
  return all;
}

Known together(const std::vector<Known>& alternatives) {
  Known all{{}, true, {}};
  std::size_t ranks = 0;
  for (const auto& one : alternatives) {
    all.is_exact = all.is_exact && one.is_exact;
    add_unique(all.ends, one.ends);
    ranks = std::max(ranks, one.choices.size());
  }
  if (all.ends.size() > texts_max) {
    all.ends = {nothing};
    all.is_exact = false;
  }
  if (std::ranges::any_of(alternatives, [](const auto& one) { return one.choices.empty(); })) return all;
  for (std::size_t rank = 0; rank < ranks; ++rank) offer(choice_among(alternatives, rank), all.choices);
  return all;
}

Known known(std::string_view pattern, bool any_case, const Texts& before, std::size_t depth) {
  std::vector<Known> alternatives;
  Sequence sequence(any_case, before, depth);
  for (const auto& piece : cut(pattern)) {
    if (piece.kind == Kind::bar) {
      any_case = sequence.any_case();
      alternatives.push_back(std::exchange(sequence, Sequence(any_case, before, depth)).take());
    } else {
      sequence.add(piece);
    }
  }
  alternatives.push_back(sequence.take());
  return together(alternatives);
}

}  // namespace

namespace {

using Fours = std::vector<std::uint32_t>;  // sorted

Fours windows_of(const Choice& choice) {
  Fours all;
  for (const auto& needle : choice.needles) all.insert(all.end(), needle.spellings.begin(), needle.spellings.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

Search search_for(std::string_view pattern) {
  Search search;
  search.tells_digits = tells_digits(pattern);
  std::vector<Fours> told;  // a line that has one of the needles has one of each
  for (auto& choice : known(pattern, false, {nothing}, 0).choices) {
    Fours windows = windows_of(choice);
    const auto adds_nothing = [&](const Fours& known) { return std::ranges::includes(windows, known); };
    if (choice.cost >= costly && !told.empty()) break;
    if (std::ranges::any_of(told, adds_nothing)) continue;
    if (told.empty()) {
      search.needles = std::move(choice.needles);
    } else {
      search.others.push_back(windows);
    }
    told.push_back(std::move(windows));
  }
  return search;
}

}  // namespace regreen
