// go.fix-version: "go 1.21.0" and "toolchain" lines are words of Go 1.21; older ones read "go 1.21" alone.
//
// A newer Go wrote the lines, and the version with them. Where all that builds the module names older ones, the newest of
// those is the version that the module is written for.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/modules/built_with.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr long first_with_patch = 21;  // Go 1.21 reads "go 1.21.0" and "toolchain"

bool is_newer_form(std::string_view said) {
  return contains(said, "must match format") || contains(said, "unknown directive: toolchain");
}

// Does a file build the module, or name the Go that does? An image that copies nothing is for a tool, one of a service is run.
bool builds_module(const Tree& tree, std::string_view path) {
  if (is_dockerfile(path)) {
    const auto text = tree.read(path).value_or("");
    const auto lines = split_lines(text);
    return std::ranges::any_of(lines, [](auto line) {
      const auto words = trim(line);
      return (words.starts_with("COPY ") || words.starts_with("ADD ")) &&
             (contains(words, " .") || contains(words, "go.mod"));
    });
  }
  const bool is_yaml = path.ends_with(".yml") || path.ends_with(".yaml");
  return !is_yaml || path.starts_with('.') || contains(path, "pipeline") || contains(path, "cloudbuild");
}

// The newest Go that is named where a module is built: in its folder, or in one around it. 0 where none is, or one of them
// reads the file as it is: what that one builds has to mean the same.
long built_with(const Tree& tree, const std::string& manifest) {
  const auto named = go_minors_named(tree, [&](const std::string& path) {
    if (!builds_module(tree, path)) return false;
    const auto around = nearest(tree, path, "go.mod");
    const std::string_view top = folder_of(around);
    return around.empty() || top.empty() || (manifest + "/").starts_with(std::string(top) + "/");
  });
  return named.empty() || *named.rbegin() >= first_with_patch ? 0 : *named.rbegin();
}

// "go 1.21.0" → "go 1.21", or the version of an older `minor`
std::vector<Edit> older_version(const Lines& lines, std::size_t number, long minor) {
  const auto line = lines.line(number);
  const auto version = line.substr(3, line.find_first_of(" \t/", 3) - 3);
  const auto today = go_minor_of(version);
  if (today == 0) return {};
  const auto wanted = "1." + std::to_string(minor == 0 ? today : std::min(minor, today));
  return wanted == version ? std::vector<Edit>{} : std::vector<Edit>{{lines.begin(number) + 3, version.size(), wanted}};
}

// The line, and the blank one above where another one follows or nothing.
Edit without_line(const Lines& lines, std::size_t number) {
  const bool is_apart = number > 1 && trim(lines.line(number - 1)).empty() && trim(lines.line(number + 1)).empty();
  const auto begin = lines.begin(is_apart ? number - 1 : number);
  return {begin, lines.begin(number + 1) - begin, ""};
}

std::vector<Edit> as_older_go_reads(std::string_view text, long minor) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (lines.line(number).starts_with("toolchain ")) edits.push_back(without_line(lines, number));
    if (lines.line(number).starts_with("go "))
      std::ranges::copy(older_version(lines, number, minor), std::back_inserter(edits));
  }
  return edits;
}

bool is_manifest(std::string_view path) { return name_of(path) == "go.mod" || name_of(path) == "go.work"; }

// Does a file have the form that only newer Go reads?
bool has_newer_form(std::string_view text) {
  return std::ranges::any_of(split_lines(text), [](std::string_view line) {
    return line.starts_with("toolchain ") || (line.starts_with("go ") && std::ranges::count(line, '.') > 1);
  });
}

}  // namespace

std::vector<Patch> fix_go_version(const Patient& patient) {
  const auto occurrences = occurrences_of(patient.diagnosis);
  if (std::ranges::none_of(occurrences, is_newer_form, [](const auto& one) { return one.at.text; })) return {};
  const auto is_named = [&](const std::string& path) {
    return std::ranges::any_of(occurrences, [&](const auto& one) { return contains(one.at.text, path); });
  };
  Draft pinned(patient.tree), plain(patient.tree);
  for (const auto& path : patient.tree.list()) {
    if (!is_manifest(path) || is_vendored(path) || (is_aside(path) && !is_named(path))) continue;
    const auto text = plain.read(path);
    if (!text || !has_newer_form(*text)) continue;
    plain.edit(path, as_older_go_reads(*text, 0));
    pinned.edit(path, as_older_go_reads(*text, built_with(patient.tree, path)));
  }
  auto patches = pinned.patches();
  if (plain.patch() != pinned.patch()) patches.push_back(plain.patch());
  return patches;
}

}  // namespace regreen
