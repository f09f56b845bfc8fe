// No test is lost, and none says less than before. Compares the tests and assertions of both sides, not their lines:
// what was moved, renamed or formatted is found again.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/assertion.h"
#include "policy/changed_file.h"
#include "policy/pattern.h"

namespace regreen {
namespace {

/// A test of one side of the patch, with what it asserts.
struct Seen {
  std::size_t file;
  Test test;  // a nameless one holds the assertions outside of tests
  std::vector<std::string> words;
  std::set<std::string> names;  // of what it uses
  std::vector<Assertion> assertions;
  bool paired = false;
};

std::set<std::string> names_in(const Source& source, const Test& test) {
  std::set<std::string> names;
  for (const auto& token : tokens_of(source, test.body, test.end)) {
    if (token.kind == TokenKind::word) names.insert(token.text);
  }
  return names;
}

std::vector<Seen> see(const std::vector<ChangedFile>& files, Source ChangedFile::*side) {
  std::vector<Seen> all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Source& source = files[i].*side;
    const auto tests = tests_in(source, files[i].path(), files[i].language);
    if (!files[i].is_test && tests.empty()) continue;
    const auto first = all.size();
    all.push_back({i, {}, {}, {}, {}});
    for (const auto& test : tests) all.push_back({i, test, words_of(source, test.body, test.end), names_in(source, test), {}});
    for (auto& assertion : assertions_in(source, files[i].language, tests)) {
      auto& owner = all[first + assertion.owner];
      owner.assertions.push_back(std::move(assertion));
    }
  }
  return all;
}

/// Which test after the patch is which before; nothing for a lost one.
std::vector<const Seen*> find_again(const std::vector<Seen>& before, std::vector<Seen>& after) {
  std::vector<const Seen*> again(before.size(), nullptr);
  const auto pair = [&](auto fits) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (again[i]) continue;
      Seen* best = nullptr;
      double most = -1;
      for (auto& one : after) {
        if (one.paired || !fits(before[i], one)) continue;
        const double like = likeness(before[i].words, one.words);
        if (like > most) most = like, best = &one;
      }
      if (best) best->paired = true, again[i] = best;
    }
  };
  pair([](const Seen& a, const Seen& b) { return a.file == b.file && a.test.name == b.test.name; });
  pair([](const Seen& a, const Seen& b) { return a.test.name == b.test.name && !a.test.name.empty(); });
  pair([](const Seen& a, const Seen& b) { return !a.test.name.empty() && !b.test.name.empty() && !a.words.empty() && likeness(a.words, b.words) >= 0.6; });
  return again;
}

// Runners find tests by the names of files.
bool is_named_as_test(std::string_view path) {
  static const Pattern named(R"re((?:^|[/._-])(?:[tT]est|tests|spec|specs|cy|t)(?:[._-][^/]*)?$|(?:Tests?|Spec|IT)\.\w+$|(?:^|/)Test\w+\.\w+$)re");
  return found(named, path);
}

bool is_parked(std::string_view path) {
  static const Pattern parked(R"re((?i)(?:^|/)(?:_?disabled|skipp?e?d?|attic|old|quarantine|ignored?|archive|broken|flaky|deprecated|todo|backup|parked)(?:/|_))re");
  return found(parked, path);
}

/// What tells that an assertion says less than it did; nothing where it does not.
std::optional<std::string> weakness(const Assertion& before, const Assertion& after) {
  if (after.strength < before.strength) return after.strength == 0 ? "can no longer fail" : "asks for less";
  if (after.slack && before.slack && *after.slack > *before.slack * 1.000001) return "tolerates more";
  if (after.slack && !before.slack && before.strength >= 60) return "tolerates more";
  if (before.slack && !after.slack && after.strength < 60) return "tolerates more";
  if (after.any_error && !before.any_error) return "takes any error";
  if (before.raises && after.raises && before.arguments > after.arguments && before.tokens.front() == after.tokens.front()) return "takes any error";
  if (after.conditions > before.conditions) return "is made only under a condition";
  if (after.alternatives > before.alternatives) return "has more ways to pass";
  if (before.awaited && !after.awaited && (contains(before.words, "resolves") || contains(before.words, "rejects") || contains(before.words, "throwsAsync")) && !contains(after.words, "await ")) return "is not awaited";
  return std::nullopt;
}

std::multiset<std::string> values_of(const std::vector<Assertion>& assertions) {
  std::multiset<std::string> values;
  for (const auto& one : assertions) values.insert(one.values.begin(), one.values.end());
  return values;
}

// A longer text that contains the old one is more precise where parts are compared.
bool holds_value(const Assertion& after, const std::string& value) {
  if (std::ranges::find(after.values, value) != after.values.end()) return true;
  if (after.strength >= 50 || value.empty() || (value[0] >= '0' && value[0] <= '9')) return false;
  return std::ranges::any_of(after.values, [&](const auto& one) { return contains(one, value); });
}

bool covers(const Assertion& after, const Assertion& before) {
  return std::ranges::all_of(before.values, [&](const auto& value) { return holds_value(after, value); });
}

/// Judges the assertions of one test. `elsewhere` holds those that moved to other tests or helpers.
class Comparison {
 public:
  Comparison(const Seen& before, const Seen& after, std::multiset<std::string>& elsewhere, const std::map<std::string, int>& new_values,
             const std::vector<Assertion>& helpers)
      : before_(before), after_(after), elsewhere_(elsewhere), new_values_(new_values), helpers_(helpers), used_(after.assertions.size()) {}

  std::optional<std::string> judge() {
    std::vector<const Assertion*> changed;
    for (const auto& one : before_.assertions) {
      const auto same = best([&](const Assertion& other) { return other.words == one.words ? 1.0 / (1.0 + static_cast<double>(other.conditions)) : 0.0; }, 0.001);
      if (!same) changed.push_back(&one);
      else if (auto why = weakness(one, *same)) return told(one, *why);
    }
    std::erase_if(changed, [&](const Assertion* one) {
      const auto moved = elsewhere_.find(one->words);
      if (moved == elsewhere_.end()) return false;
      elsewhere_.erase(moved);
      return true;
    });
    for (const Assertion* one : changed) {
      const auto other = best([&](const Assertion& candidate) {
        const double like = likeness(one->tokens, candidate.tokens);
        return like + (covers(candidate, *one) ? 0.5 : 0.0) - (weakness(*one, candidate) ? 0.2 : 0.0);
      }, 0.3);
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
      if (const auto found = new_values_.find(value); found != new_values_.end() && found->second > 0) continue;
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
      return other.strength >= one.strength && covers(other, one) && std::ranges::all_of(one.tokens, [&](const auto& token) {
        return std::ranges::find(other.tokens, token) != other.tokens.end();
      });
    });
  }

  // Names in an assertion that are no values.
  static std::vector<std::string> names_of(const Assertion& one) {
    auto names = one.tokens;
    std::erase_if(names, [&](const auto& token) { return std::ranges::find(one.values, token) != one.values.end(); });
    return names;
  }

  // Values that became a table, with one assertion in a loop over it.
  bool is_in_table(const Assertion& one) const {
    const auto moved = [&](const auto& value) { return new_values_.contains(value) && new_values_.at(value) > 0; };
    return std::ranges::all_of(one.values, moved) && std::ranges::any_of(after_.assertions, [&](const Assertion& other) {
      return other.strength >= one.strength && std::ranges::all_of(names_of(one), [&](const auto& name) {
        return std::ranges::find(other.tokens, name) != other.tokens.end();
      });
    });
  }

  // An assertion that became a function of its own, called with the values.
  bool is_in_helper(const Assertion& one) const {
    const auto there = [&](const auto& value) { return std::ranges::find(after_.words, value) != after_.words.end(); };
    return std::ranges::all_of(one.values, there) && std::ranges::any_of(helpers_, [&](const Assertion& helper) {
      return helper.strength >= one.strength && likeness(names_of(one), names_of(helper)) >= 0.5;
    });
  }

  bool calls_less() const {
    static const Pattern harmless(R"re(^(?:sleep|print|log|len|list|str|int|sorted|tuple|set|dict|Errorf?|Fatalf?|T|self)$)re");
    std::set<std::string> lost = before_.names;
    std::size_t gained = 0;
    for (const auto& name : after_.names) gained += lost.erase(name) == 0 ? 1 : 0;
    for (const auto& assertion : before_.assertions) {
      for (const auto& token : assertion.tokens) {
        if (!lost.contains(token) || found(harmless, token)) continue;
        static const Pattern matcher(R"re(^(?:[a-z]+[A-Z]|assert|to|be|eq|[A-Z]+_|not$|is$|in$|equal|None$|True$|False$|resolves$|rejects$|eventually$))re"), name(R"re(^[a-z_]\w*$)re");
        if (gained == 0 && found(name, token) && !found(matcher, token)) return true;
      }
    }
    return false;
  }

  std::string told(const Assertion& one, std::string_view why) const { return fmt::format("'{}' {}", quoted(one.words), why); }

  const Seen& before_;
  const Seen& after_;
  std::multiset<std::string>& elsewhere_;
  const std::map<std::string, int>& new_values_;
  const std::vector<Assertion>& helpers_;
  std::vector<bool> used_;
};

// Values that a file has more often outside of assertions than before: `expected = 5` instead of 5 in the assertion.
std::map<std::string, int> values_moved_out(const ChangedFile& file) {
  std::map<std::string, int> counts;
  const auto count = [&](const Source& source, int step) {
    for (const auto& token : tokens_of(source, 0, source.code.size())) {
      if (token.kind == TokenKind::number || token.kind == TokenKind::string) counts[token.text] += step;
    }
    const auto tests = tests_in(source, file.path(), file.language);
    for (const auto& value : values_of(assertions_in(source, file.language, tests))) counts[value] -= step;
  };
  count(file.after, 1);
  count(file.before, -1);
  return counts;
}

std::size_t early_exits(const Source& source, const Test& test, Language language) {
  static const Pattern leaving(R"re((?m)^[ \t]*(?:\}?[ \t]*(?:if|unless)\b[^\n{;]*[:{ ][ \t]*)?(return(?:[ ]+(?:None|nil|null|undefined|Ok\(\(\)\)|true|0|CompletedTask))?[ \t]*(?:;|\}|$|[ ](?:if|unless)[ ])|exit[( ]+0|os\._exit|sys\.exit|process\.exit|System\.exit|os\.Exit|runtime\.Goexit|done\(\)[;]?[ \t]*(?:\n[ \t]*)?return))re");
  static const Pattern function_head(R"re((?:=>|\bfunction\b|\bfunc\b|\bdef\b|\blambda\b|->|\|\w*\||\bfn\b|\]\s*\([^)]*\))\s*\{?\s*$)re");
  static const Pattern asserting(R"re((?i)assert|expect|require|check|\.(?:error|fatal|fail)|should|refute|diff|\[ )re");
  std::size_t count = 0;
  const std::string_view body = std::string_view(source.code).substr(test.body, test.end - test.body);
  each_match(leaving, body, [&](const auto& groups) {
    const auto at = static_cast<std::size_t>(groups[1].data() - body.data());
    if (!found(asserting, body.substr(at))) return;
    // Leaving a function within the test is no leaving of the test.
    std::size_t depth = 0;
    for (auto i = at; i > 1 && language != python && language != ruby; --i) {
      if (body[i - 1] == '}') ++depth;
      if (body[i - 1] != '{') continue;
      if (depth > 0) { --depth; continue; }
      const auto from = line_start(body, i - 1);
      if (found(function_head, body.substr(from, i - 1 - from))) return;
    }
    if (language == python) {
      auto indent = indent_at(body, line_start(body, at));
      for (auto line = line_start(body, at); line > 0;) {
        line = line_start(body, line - 1);
        if (trim(body.substr(line, line_end(body, line) - line)).empty() || indent_at(body, line) >= indent) continue;
        indent = indent_at(body, line);
        if (trim(body.substr(line)).starts_with("def ")) return;
      }
    }
    ++count;
  });
  return count;
}

// The assertions after the patch that did not stand in the same test before: new ones, and those that moved.
std::multiset<std::string> left_over(const std::vector<Seen>& before, const std::vector<Seen>& after, const std::vector<const Seen*>& again) {
  std::multiset<std::string> left;
  for (const auto& one : after) {
    for (const auto& assertion : one.assertions) left.insert(assertion.words);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!again[i]) continue;
    std::multiset<std::string> here;
    for (const auto& assertion : again[i]->assertions) here.insert(assertion.words);
    for (const auto& assertion : before[i].assertions) {
      const auto there = here.find(assertion.words);
      if (there == here.end()) continue;
      here.erase(there);
      left.erase(left.find(assertion.words));
    }
  }
  return left;
}

// New assertions outside of tests: in functions that tests call.
std::vector<Assertion> helpers_in(const std::vector<Seen>& after, const std::multiset<std::string>& fresh, std::size_t file) {
  std::vector<Assertion> helpers;
  for (const auto& one : after) {
    if (one.file != file || !one.test.name.empty()) continue;
    for (const auto& assertion : one.assertions) {
      if (fresh.contains(assertion.words)) helpers.push_back(assertion);
    }
  }
  return helpers;
}

bool is_emptied(const Seen& before, const Seen& after) {
  constexpr std::size_t few = 5;
  return before.words.size() >= few && after.words.size() * 10 < before.words.size() * 3;
}

}  // namespace

std::optional<Refusal> guard_lost_tests(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  const auto before = see(files, &ChangedFile::before);
  auto after = see(files, &ChangedFile::after);
  const auto again = find_again(before, after);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto& file = files[before[i].file];
    const auto& name = before[i].test.name;
    const bool gone = !again[i] && (!name.empty() || !before[i].assertions.empty());
    if (gone && !name.empty()) return refuse(remedy, "guard.test-deleted", fmt::format("the test {} of {} would no longer run", quoted(name), file.path()));
    if (!again[i] || name.empty()) continue;
    const auto& now = files[again[i]->file];
    if (&now != &file && (is_parked(now.path()) || (is_named_as_test(file.path()) && !is_named_as_test(now.path()) && file.language != rust) || (file.is_test && file.language != rust && !is_test_path(now.path())))) {
      return refuse(remedy, "guard.test-deleted", fmt::format("the test {} would move to {}, where it does not run", quoted(name), now.path()));
    }
    if (is_emptied(before[i], *again[i])) return refuse(remedy, "guard.test-weakened", fmt::format("the test {} of {} would be emptied", quoted(name), file.path()));
  }
  for (const auto& file : files) {
    if (file.is_there() || !file.is_test || is_expected_output(file.path())) continue;
    const bool moved = std::ranges::any_of(files, [&](const ChangedFile& other) {
      return !other.was_there() && is_test_path(other.path()) && likeness(words_of(file.before, 0, file.before.code.size()), words_of(other.after, 0, other.after.code.size())) > 0.5;
    });
    if (!moved && !trim(file.before.code).empty()) return refuse(remedy, "guard.test-deleted", fmt::format("{} is a test and would be deleted", file.path()));
  }
  return std::nullopt;
}

std::optional<Refusal> guard_assertions(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  const auto before = see(files, &ChangedFile::before);
  auto after = see(files, &ChangedFile::after);
  const auto again = find_again(before, after);
  auto elsewhere = left_over(before, after, again);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto& file = files[before[i].file];
    if (!again[i]) continue;
    const auto& now = files[again[i]->file];
    const auto where = before[i].test.name.empty() ? file.path() : fmt::format("the test {} of {}", quoted(before[i].test.name), file.path());
    if (auto why = Comparison(before[i], *again[i], elsewhere, values_moved_out(now), helpers_in(after, elsewhere, again[i]->file)).judge()) {
      return refuse(remedy, "guard.test-weakened", fmt::format("{}: {}", where, *why));
    }
    if (before[i].test.name.empty()) continue;
    if (early_exits(now.after, again[i]->test, now.language) > early_exits(file.before, before[i].test, file.language)) {
      return refuse(remedy, "guard.test-weakened", fmt::format("{} would end early", where));
    }
  }
  return std::nullopt;
}

}  // namespace regreen
