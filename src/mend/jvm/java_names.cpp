// java.fix-package, java.rename-class: the package that a file's folder says, and the class or file that is named
// otherwise than the rest of the project calls it.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_renamed_class.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

std::string stem_of(std::string_view path) {
  const auto name = name_of(path);
  return std::string(name.substr(0, name.rfind('.')));
}

// The line `package …;`, by its number; 0 where there is none.
std::size_t package_line(const Lines& lines) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (lines.line(number).starts_with("package ")) return number;
  }
  return 0;
}

// "file does not contain class org.example.text.Shorten", below the message
std::string expected_class(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 3); ++i) {
    const std::string_view line = occurrence.after[i];
    if (const auto at = line.find("does not contain class "); at != std::string_view::npos)
      return std::string(trim(line.substr(at + 23)));
  }
  return "";
}

bool is_used_elsewhere(const Tree& tree, std::string_view name, std::string_view file) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (path == file || !path.ends_with(".java")) return false;
    const auto text = tree.read(path).value_or("");
    return contains(text, name) && !words_in(code_only(text, Speech::java), name).empty();
  });
}

// Does a build, a script or a setting say the name: `java -cp out app.Launcher`?
bool is_said_outside(const Tree& tree, std::string_view name) {
  static constexpr auto documents = std::to_array<std::string_view>({".java", ".md", ".txt", ".adoc", ".rst", ".html"});
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (std::ranges::any_of(documents, [&](auto ending) { return path.ends_with(ending); })) return false;
    const auto text = tree.read(path).value_or("");
    return text.size() <= source_bytes_max && contains(text, name) && !words_in(text, name).empty();
  });
}

}  // namespace

std::vector<Patch> fix_java_package(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string wanted = expected_class(occurrence);
    const auto file = find_file(patient.tree, capture(occurrence, "path"));
    const auto dot = wanted.rfind('.');
    const auto text = file ? draft.read(*file) : std::nullopt;
    if (!text || dot == std::string::npos || stem_of(*file) != wanted.substr(dot + 1)) continue;
    const std::string package = wanted.substr(0, dot);
    if (!std::string(folder_of(*file)).ends_with(replace_all(package, ".", "/"))) continue;
    const Lines lines(*text);
    const auto number = package_line(lines);
    const std::string statement = "package " + package + ";";
    if (number == 0) {
      draft.edit(*file, {{0, 0, statement + std::string(line_end(*text)) + std::string(line_end(*text))}});
    } else if (lines.line(number) != statement) {
      draft.edit(*file, {{lines.begin(number), lines.line(number).size(), statement}});
    }
  }
  return draft.patches();
}

std::vector<Patch> rename_java_class(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    // "class Kompass is public, should be declared in a file named Kompass.java"
    const std::string written(capture(occurrence, "symbol"));
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || !is_identifier(written)) continue;
    if (is_renamed_java_class(patient, places[0].file, written)) {
      follow_renamed_java_class(patient, places[0].file, written, draft);
      continue;
    }
    const std::string wanted = stem_of(places[0].file);
    const bool is_known = is_used_elsewhere(patient.tree, written, places[0].file);
    const bool file_is_known = is_identifier(wanted) && is_used_elsewhere(patient.tree, wanted, places[0].file);
    if (is_known && !file_is_known)  // the others go by the name of the class: the file follows
      draft.move(places[0].file, path_in(folder_of(places[0].file), written + ".java"));
    if (is_known || !file_is_known || is_said_outside(patient.tree, written)) continue;
    std::vector<Edit> edits;
    for (const auto at : words_in(code_only(*text, Speech::java), written))
      edits.push_back({at, written.size(), wanted});
    draft.edit(places[0].file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
