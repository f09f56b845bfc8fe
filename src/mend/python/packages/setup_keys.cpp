// python.fix-setup-keys: setuptools 78 takes keys of setup.cfg with dashes or big letters no more, and says how they are written.
//
//   Invalid dash-separated key 'description-file' in 'metadata' (setup.cfg), please use the underscore name 'description_file' instead.
//
// All keys of the section, since it stops at the first. What is some package's own name, as in [options.entry_points], is no key. The
// file is the top one; where there is none, the only one that has the key.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"

#include <set>

namespace regreen {
namespace {

std::string right_key(std::string_view key) { return replace_all(lower(key), "-", "_"); }

// The key of a line `key = value` or `key: value` that begins at its front; "" for any other line.
std::string_view key_of(std::string_view line) {
  const auto end = line.find_first_of("=:");
  if (end == std::string_view::npos || line.empty() || indentation(line).size() > 0) return {};
  const auto key = trim(line.substr(0, end));
  const auto odd = key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
  return odd == std::string_view::npos ? key : std::string_view();
}

// The edits of a section that has the wrong key; none where one of its keys would be there twice.
std::vector<Edit> with_right_keys(std::string_view text, std::string_view section, std::string_view wrong) {
  const Lines lines(text);
  std::vector<Edit> edits;
  std::set<std::string> keys;
  bool is_here = false, is_meant = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('[')) is_here = trim(line) == "[" + std::string(section) + "]";
    const auto key = is_here && !line.starts_with('[') ? key_of(line) : std::string_view();
    if (key.empty()) continue;
    const auto right = right_key(key);
    if (!keys.insert(right).second) return {};
    is_meant = is_meant || key == wrong;
    if (right != key) edits.push_back({lines.begin(number), key.size(), right});
  }
  return is_meant ? edits : std::vector<Edit>{};
}

// Of the sections of options, only that of find: has keys of setuptools.
bool is_of_names(std::string_view section) {
  return section.starts_with("options.") && section != "options.packages.find";
}

std::vector<std::string> setup_files(const Tree& tree) {
  if (tree.has("setup.cfg")) return {"setup.cfg"};
  std::vector<std::string> files;
  for (const auto& path : tree.list()) {
    if (name_of(path) == "setup.cfg" && !is_vendored(path) && !is_test_file(path)) files.push_back(path);
  }
  return files;
}

/// A file and what it becomes.
struct Change {
  std::string file;
  std::vector<Edit> edits;
};

}  // namespace

std::vector<Patch> fix_setup_keys(const Patient& patient) {
  Draft draft(patient.tree);
  const auto files = setup_files(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view key = capture(occurrence, "key"), section = capture(occurrence, "detail");
    if (is_of_names(section)) continue;
    std::vector<Change> changes;
    for (const auto& file : files) {
      auto edits = with_right_keys(draft.read(file).value_or(""), section, key);
      if (!edits.empty()) changes.push_back({file, std::move(edits)});
    }
    if (changes.size() == 1) draft.edit(changes[0].file, std::move(changes[0].edits));
  }
  return draft.patches();
}

}  // namespace regreen
