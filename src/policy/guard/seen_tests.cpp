#include "policy/guard/seen_tests.h"

namespace regreen {
namespace {

std::set<std::string> names_in(const CodeText& source, const Test& test) {
  std::set<std::string> names;
  for (const auto& token : tokens_of(source, test.body, test.end)) {
    if (token.kind == TokenKind::word) names.insert(token.text);
  }
  return names;
}

}  // namespace

std::vector<Seen> see(const std::vector<ChangedFile>& files, CodeText ChangedFile::*side) {
  std::vector<Seen> all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const CodeText& source = files[i].*side;
    const auto tests = tests_in(source, files[i].path(), files[i].language);
    if (!files[i].is_test && tests.empty()) continue;
    const auto first = all.size();
    all.push_back({i, {}, {}, {}, {}});
    for (const auto& test : tests)
      all.push_back({i, test, words_of(source, test.body, test.end), names_in(source, test), {}});
    for (auto& assertion : assertions_in(source, files[i].language, tests)) {
      auto& owner = all[first + assertion.owner];
      owner.assertions.push_back(std::move(assertion));
    }
  }
  return all;
}

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
  pair([](const Seen& a, const Seen& b) {
    return !a.test.name.empty() && !b.test.name.empty() && !a.words.empty() && likeness(a.words, b.words) >= 0.6;
  });
  return again;
}

}  // namespace regreen
