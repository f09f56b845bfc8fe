#include "policy/guard/comparison.h"

#include "base/among.h"
#include "base/text.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

/// What tells that an assertion says less than it did; nothing where it does not.
std::optional<std::string> weakness(const Assertion& before, const Assertion& after) {
  if (after.strength == 0 && before.strength > 0) return "can no longer fail";
  if (after.strength < before.strength && after.meaning != before.meaning) return "asks for less";
  if (after.slack && before.slack && *after.slack > *before.slack * 1.000001) return "tolerates more";
  if (after.slack && !before.slack && before.strength >= 60) return "tolerates more";
  if (before.slack && !after.slack && after.strength < 60) return "tolerates more";
  if (after.any_error && !before.any_error) return "takes any error";
  if (before.raises && after.raises && before.arguments > after.arguments &&
      before.tokens.front() == after.tokens.front())
    return "takes any error";
  if (after.conditions > before.conditions) return "is made only under a condition";
  if (after.alternatives > before.alternatives) return "has more ways to pass";
  if (before.awaited && !after.awaited &&
      (contains(before.words, "resolves") || contains(before.words, "rejects") ||
       contains(before.words, "throwsAsync")) &&
      !contains(after.words, "await "))
    return "is not awaited";
  return std::nullopt;
}

// A longer text that contains the old one is more precise where parts are compared.
bool holds_value(const Assertion& after, const std::string& value) {
  if (is_among(value, after.values)) return true;
  if (after.strength >= 50 || value.empty() || (value[0] >= '0' && value[0] <= '9')) return false;
  return std::ranges::any_of(after.values, [&](const auto& one) { return contains(one, value); });
}

bool covers(const Assertion& after, const Assertion& before) {
  return std::ranges::all_of(before.values, [&](const auto& value) { return holds_value(after, value); });
}

/// Judges the assertions of one test.
class Comparison {
 public:
  Comparison(const Seen& before, const Seen& after, Beside beside)
      : before_(before), after_(after), beside_(beside), used_(after.assertions.size()) {}

  std::optional<std::string> judge() {
    std::vector<const Assertion*> changed;
    for (const auto& one : before_.assertions) {
      const auto same = best(
          [&](const Assertion& other) {
            const double like = other.words == one.words ? 1.0 : other.meaning == one.meaning ? 0.5 : 0.0;
            return like / (1.0 + static_cast<double>(other.conditions));
          },
          0.001);
      if (!same)
        changed.push_back(&one);
      else if (auto why = weakness(one, *same))
        return told(one, *why);
    }
    std::erase_if(changed, [&](const Assertion* one) {
      const auto moved = beside_.elsewhere.find(one->words);
      if (moved == beside_.elsewhere.end()) return false;
      beside_.elsewhere.erase(moved);
      return true;
    });
    for (const Assertion* one : changed) {
      const auto other = best(
          [&](const Assertion& candidate) {
            const double like = likeness(one->tokens, candidate.tokens);
            return like + (covers(candidate, *one) ? 0.5 : 0.0) - (weakness(*one, candidate) ? 0.2 : 0.0);
          },
          0.3);
      if (!other) {
        if (is_contained(*one) || is_in_table(*one) || is_in_helper(*one) || one->strength == 0) continue;
        return told(*one, "is gone");
      }
      if (auto why = judge_pair(*one, *other); why && !is_in_helper(*one)) return why;
    }
    if (!changed.empty() && calls_less()) return "the test no longer calls what it tested";
    return std::nullopt;
  }

 private:
  std::optional<std::string> judge_pair(const Assertion& one, const Assertion& other) {
    if (auto why = weakness(one, other)) return told(one, *why);
    if (one.slack && other.slack) return std::nullopt;  // their numbers were compared
    for (const auto& value : one.values) {
      if (holds_value(other, value) || (one.slack && other.strength >= 60)) continue;
      if (const auto found = beside_.new_values.find(value); found != beside_.new_values.end() && found->second > 0)
        continue;
      return told(one, fmt::format("expects something else than {}", quoted(value)));
    }
    return std::nullopt;
  }

  template <class Fit>
  const Assertion* best(Fit fit, double least) {
    std::size_t found = used_.size();
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const double like = used_[i] ? -1 : fit(after_.assertions[i]);
      if (like >= least) least = like + 1e-9, found = i;
    }
    if (found == used_.size()) return nullptr;
    used_[found] = true;
    return &after_.assertions[found];
  }

  // Several assertions may become a stronger one.
  bool is_contained(const Assertion& one) const {
    return std::ranges::any_of(after_.assertions, [&](const Assertion& other) {
      return other.strength >= one.strength && covers(other, one) &&
             std::ranges::all_of(one.tokens, [&](const auto& token) { return is_among(token, other.tokens); });
    });
  }

  // Names in an assertion that are no values.
  static std::vector<std::string> names_of(const Assertion& one) {
    auto names = one.tokens;
    std::erase_if(names, [&](const auto& token) { return is_among(token, one.values); });
    return names;
  }

  // Values that became a table, with one assertion in a loop over it.
  bool is_in_table(const Assertion& one) const {
    const auto moved = [&](const auto& value) {
      return beside_.new_values.contains(value) && beside_.new_values.at(value) > 0;
    };
    return std::ranges::all_of(one.values, moved) &&
           std::ranges::any_of(after_.assertions, [&](const Assertion& other) {
             return other.strength >= one.strength &&
                    std::ranges::all_of(names_of(one), [&](const auto& name) { return is_among(name, other.tokens); });
           });
  }

  // An assertion that became a function of its own, called with the values.
  bool is_in_helper(const Assertion& one) const {
    const auto there = [&](const auto& value) { return is_among(value, after_.words); };
    return std::ranges::all_of(one.values, there) && std::ranges::any_of(beside_.helpers, [&](const Assertion& helper) {
             return helper.strength >= one.strength && likeness(names_of(one), names_of(helper)) >= 0.5;
           });
  }

  // np.float → float: what the name stood in front of is still there without it.
  bool was_in_front(const Assertion& one, std::size_t token) const {
    return token + 1 < one.tokens.size() && after_.names.contains(one.tokens[token + 1]) &&
           contains(one.words, one.tokens[token] + "." + one.tokens[token + 1]);
  }

  bool calls_less() const {
    static const Pattern harmless(
        R"re(^(?:sleep|print|log|len|list|str|int|sorted|tuple|set|dict|Errorf?|Fatalf?|T|self)$)re");
    std::set<std::string> lost = before_.names;
    std::size_t gained = 0;
    for (const auto& name : after_.names) gained += lost.erase(name) == 0 ? 1 : 0;
    for (const auto& assertion : before_.assertions) {
      for (std::size_t i = 0; i < assertion.tokens.size(); ++i) {
        const auto& token = assertion.tokens[i];
        if (!lost.contains(token) || found(harmless, token) || was_in_front(assertion, i)) continue;
        static const Pattern matcher(
            R"re(^(?:[a-z]+[A-Z]|assert|to|be|eq|[A-Z]+_|not$|is$|in$|equal|None$|True$|False$|resolves$|rejects$|eventually$))re"),
            name(R"re(^[a-z_]\w*$)re");
        if (gained == 0 && found(name, token) && !found(matcher, token)) return true;
      }
    }
    return false;
  }

  std::string told(const Assertion& one, std::string_view why) const {
    return fmt::format("'{}' {}", quoted(one.words), why);
  }

  const Seen& before_;
  const Seen& after_;
  Beside beside_;
  std::vector<bool> used_;
};

}  // namespace

std::optional<std::string> compare_assertions(const Seen& before, const Seen& after, Beside beside) {
  return Comparison(before, after, beside).judge();
}

}  // namespace regreen
