#include "policy/guard/changed_file.h"

#include "base/among.h"
#include "base/text.h"
#include "policy/guard/test_census.h"

#include <algorithm>
#include <map>

namespace regreen {

std::vector<ChangedFile> read_changes(const Patch& patch) {
  std::vector<ChangedFile> files;
  for (const auto& change : patch.changes) {
    if (change.before == change.after) continue;
    const auto language = language_of(change.path);
    ChangedFile file{&change, language, is_test_path(change.path), read_source(change.before.value_or(""), language),
                     read_source(change.after.value_or(""), language)};
    file.is_test = file.is_test || !tests_in(file.before, change.path, language).empty();
    files.push_back(std::move(file));
  }
  return files;
}

namespace {

// Removes from both lists what is in both: first of the same file, then of any.
void cancel(std::vector<FoundLine>& added, std::vector<FoundLine>& removed, bool same_file) {
  std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> left;
  for (std::size_t i = 0; i < removed.size(); ++i)
    left[{same_file ? removed[i].file : 0, removed[i].line}].push_back(i);
  std::vector<bool> gone(removed.size());
  std::erase_if(added, [&](const FoundLine& one) {
    const auto found = left.find({same_file ? one.file : 0, one.line});
    if (found == left.end() || found->second.empty()) return false;
    gone[found->second.back()] = true;
    found->second.pop_back();
    return true;
  });
  std::size_t i = 0;
  std::erase_if(removed, [&](const FoundLine&) { return gone[i++]; });
}

}  // namespace

LineChanges compare_lines(const std::vector<ChangedFile>& files,
                          const std::function<std::vector<FoundLine>(const ChangedFile&, const CodeText&)>& find) {
  LineChanges changes;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (auto& found : find(files[i], files[i].before)) found.file = i, changes.removed.push_back(std::move(found));
    for (auto& found : find(files[i], files[i].after)) found.file = i, changes.added.push_back(std::move(found));
  }
  cancel(changes.added, changes.removed, true);
  cancel(changes.added, changes.removed, false);
  return changes;
}

std::optional<Refusal> refuse(const Remedy& remedy, std::string_view rule, std::string reason) {
  if (is_among(rule, remedy.waives)) return std::nullopt;
  return Refusal{std::string(rule), std::move(reason)};
}

std::string quoted(std::string_view line) { return shortened(printable(trim(line)), 80); }

}  // namespace regreen
