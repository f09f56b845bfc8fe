// java.raise-release: "records are not supported in -source 11 (use -source 16 or higher to enable records)", where the
// build says which Java it is for.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string number_behind(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == npos) return "";
  const auto rest = text.substr(at + mark.size());
  return std::string(rest.substr(0, rest.find_first_not_of("0123456789")));
}

bool is_build_file(std::string_view path) {
  const auto name = name_of(path);
  return name == "pom.xml" || name == "build.gradle" || name == "build.gradle.kts" || is_makefile(path) ||
         name == "build.xml" || name == "gradle.properties";
}

bool says_release(std::string_view line) {
  constexpr auto words =
      std::to_array<std::string_view>({"release", "RELEASE", "source", "target", "java.version", "javaVersion",
                                       "Compatibility", "languageVersion", "VERSION_"});
  return std::ranges::any_of(words, [&](auto word) { return contains(line, word); });
}

std::vector<Edit> raised(std::string_view text, const std::string& from, const std::string& to) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!says_release(line)) continue;
    for (const auto& old : {from, "1." + from, "VERSION_" + from, "VERSION_1_" + from}) {
      for (const auto at : words_in(line, old)) {
        const char front = at == 0 ? ' ' : line[at - 1];
        const bool inside = (front == '.' && !old.starts_with("VERSION_")) || front == ':' ||
                            (front == '-' && old == from && !contains(line, "-source"));
        const bool goes_on = line.substr(at + old.size(), 1) == ".";
        if (inside || goes_on) continue;
        edits.push_back({lines.begin(number) + at, old.size(), old.starts_with("VERSION_") ? "VERSION_" + to : to});
      }
    }
  }
  return edits;
}

// The build files of the folder nearest above a source that say the release: what other parts are built for is no matter of it.
void raise_above(const Tree& tree, const std::string& source, const std::string& from, const std::string& to,
                 Draft& draft) {
  auto folder = folder_of(source);
  while (true) {
    bool is_said = false;
    for (const auto& path : tree.list()) {
      const auto text = is_build_file(path) && folder_of(path) == folder ? tree.read(path) : std::nullopt;
      auto edits = text ? raised(*text, from, to) : std::vector<Edit>{};
      is_said |= !edits.empty();
      if (!edits.empty() && draft.patch().find(path) == nullptr) draft.edit(path, std::move(edits));
    }
    if (is_said || folder.empty()) return;
    folder = folder_of(folder);
  }
}

}  // namespace

std::vector<Patch> raise_java_release(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto from = number_behind(occurrence.at.text, "not supported in -source ");
    std::string to;
    for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 4); ++i) {
      if (to.empty()) to = number_behind(occurrence.after[i], "(use -source ");
    }
    if (from.empty() || to.empty()) continue;
    for (const auto& file : files_of(patient.tree, patient.diagnosis)) {
      if (file.ends_with(".java")) raise_above(patient.tree, file, from, to, draft);
    }
    break;
  }
  return draft.patches();
}

}  // namespace regreen
