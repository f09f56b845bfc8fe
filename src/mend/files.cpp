// shell.chmod and files.create-missing: files that lack a mode or are not there.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::array<std::string_view, 5> script_endings = {".sh", ".py", ".bash", ".pl", ".rb"};

// Only what could be run: a script says so in its first line or by its name.
bool is_script(std::string_view path, std::string_view text) {
  return text.starts_with("#!") || std::ranges::any_of(script_endings, [&](auto end) { return path.ends_with(end); }) ||
         name_of(path) == "gradlew" || name_of(path) == "mvnw";
}

// The words of the lines that say who was not allowed to run.
std::vector<std::string_view> named_paths(const Occurrence& occurrence) {
  std::vector<std::string_view> paths;
  for (const auto name : {"path", "file", "command", "tool"}) {
    const auto value = capture(occurrence, name);
    paths.push_back(value.substr(0, value.find(' ')));
  }
  std::string_view line = occurrence.at.text;
  while (!line.empty()) {
    const auto end = line.find_first_of(" :'\"`");
    if (const auto word = line.substr(0, end); contains(word, "/") || contains(word, ".")) paths.push_back(word);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return paths;
}

}  // namespace

std::vector<Patch> make_script_executable(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto printed : named_paths(occurrence)) {
      if (printed.empty()) continue;
      const auto file = find_file(patient.tree, printed);
      if (!file || patient.tree.is_executable(*file)) continue;
      const auto text = draft.read(*file);
      if (text && is_script(*file, *text)) draft.make_executable(*file);
    }
  }
  return draft.patches();
}

std::vector<Patch> create_missing_file(const Patient& patient) {
  (void)patient;
  return {};
}

}  // namespace regreen
