// No test is lost: deleted, moved to where it does not run, or emptied.
#include "base/text.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"
#include "policy/guard/seen_tests.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

// Runners find tests by the names of files.
bool is_named_as_test(std::string_view path) {
  static const Pattern named(
      R"re((?:^|[/._-])(?:[tT]est|tests|spec|specs|cy|t)(?:[._-][^/]*)?$|(?:Tests?|Spec|IT)\.\w+$|(?:^|/)Test\w+\.\w+$)re");
  return found(named, path);
}

bool is_parked(std::string_view path) {
  static const Pattern parked(
      R"re((?i)(?:^|/)(?:_?disabled|skipp?e?d?|attic|old|quarantine|ignored?|archive|broken|flaky|deprecated|todo|backup|parked)(?:/|_))re");
  return found(parked, path);
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
    if (gone && !name.empty())
      return refuse(remedy, "guard.test-deleted",
                    fmt::format("the test {} of {} would no longer run", quoted(name), file.path()));
    if (!again[i] || name.empty()) continue;
    const auto& now = files[again[i]->file];
    if (&now != &file && (is_parked(now.path()) ||
                          (is_named_as_test(file.path()) && !is_named_as_test(now.path()) && file.language != rust) ||
                          (file.is_test && file.language != rust && !is_test_path(now.path())))) {
      return refuse(remedy, "guard.test-deleted",
                    fmt::format("the test {} would move to {}, where it does not run", quoted(name), now.path()));
    }
    if (is_emptied(before[i], *again[i]))
      return refuse(remedy, "guard.test-weakened",
                    fmt::format("the test {} of {} would be emptied", quoted(name), file.path()));
  }
  for (const auto& file : files) {
    if (file.is_there() || !file.is_test || is_expected_output(file.path())) continue;
    const bool moved = std::ranges::any_of(files, [&](const ChangedFile& other) {
      return !other.was_there() && is_test_path(other.path()) &&
             likeness(words_of(file.before, 0, file.before.code.size()),
                      words_of(other.after, 0, other.after.code.size())) > 0.5;
    });
    if (!moved && !trim(file.before.code).empty())
      return refuse(remedy, "guard.test-deleted", fmt::format("{} is a test and would be deleted", file.path()));
  }
  return std::nullopt;
}

}  // namespace regreen
