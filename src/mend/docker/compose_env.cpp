// docker.copy-env-example: Compose asks for a file of variables that git does not keep, and the project says that an example is
// copied to it. The script that calls Compose copies it first, where nobody has made one. What deploys copies nothing: there
// the values of an example would be wrong.

#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/ignored.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto endings = std::to_array<std::string_view>({".example", ".sample", ".dist", ".template", ".ci"});
constexpr auto documents =
    std::to_array<std::string_view>({"*.md", "*.rst", "*.txt", "*.adoc", "Makefile", "Justfile"});
constexpr auto calls = std::to_array<std::string_view>({"docker-compose ", "docker compose "});
constexpr auto delivering = std::to_array<std::string_view>({"deploy", "release", "prod", "publish", "staging"});

bool is_compose(std::string_view path) {
  const auto name = name_of(path);
  return (name.ends_with(".yml") || name.ends_with(".yaml")) && contains(name, "compose");
}

// The path in the tree of a file that is not there: beside a Compose file that names it.
std::string missing_file(const Tree& tree, std::string_view said) {
  std::vector<std::string> found;
  for (const auto& path : tree.list()) {
    const auto text = is_compose(path) ? tree.read(path).value_or("") : "";
    if (!contains(text, "env_file")) continue;
    auto file = path_in(folder_of(path), name_of(said));
    const bool is_meant = said == file || said.ends_with("/" + file);
    if (is_meant && contains(text, name_of(said)) && !tree.has(file)) found.push_back(std::move(file));
  }
  std::ranges::sort(found);
  const auto same = std::ranges::unique(found);
  found.erase(same.begin(), same.end());
  const auto longest = std::ranges::max_element(found, {}, &std::string::size);
  return longest == found.end() ? "" : *longest;
}

// The example that the project's own words say is copied.
std::string example_for(const Tree& tree, const std::string& file) {
  for (const auto ending : endings) {
    const auto example = file + std::string(ending);
    const auto copy = "cp " + std::string(name_of(example)) + " " + std::string(name_of(file));
    const auto from_top = "cp " + example + " " + file;
    for (const auto& said : {copy, from_top}) {
      if (tree.has(example) && is_mentioned(tree, documents, said)) return example;
    }
  }
  return "";
}

bool is_delivering(std::string_view path, std::string_view text) {
  const auto name = lower(path), words = lower(text);
  return contains(words, "ssh ") || std::ranges::any_of(delivering, [&](auto one) { return contains(name, one); });
}

/// Where Compose is first called in a text.
struct Call {
  std::size_t line = 0;
  std::string folder;  ///< of the Compose file, as the call names it; with a "/" behind it
};

std::optional<Call> first_call(const Lines& lines, bool is_makefile) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    auto command = trim(line);
    if (is_makefile && !line.starts_with('\t')) continue;
    while (command.starts_with('@') || command.starts_with('-')) command.remove_prefix(1);
    const bool is_call = std::ranges::any_of(calls, [&](auto one) { return command.starts_with(one); });
    if (!is_call || (number > 1 && trim(lines.line(number - 1)).ends_with('\\'))) continue;
    Call call{number, ""};
    const auto option = command.find(" -f ");
    if (option == npos) return call;
    const auto path = command.substr(option + 4);
    const std::string folder(folder_of(path.substr(0, path.find(' '))));
    if (contains(folder, "$")) return std::nullopt;
    if (!folder.empty()) call.folder = folder + "/";
    return call;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> copy_env_example(const Patient& patient) {
  const auto& tree = patient.tree;
  const auto occurrence = occurrences_of(patient.diagnosis).front();
  auto said = capture(occurrence, "path");
  if (said.empty()) said = between(occurrence.at.text, "env file ", " not found");
  const auto file = said.empty() ? "" : missing_file(tree, said);
  const auto example = file.empty() || !is_ignored(tree, file) ? "" : example_for(tree, file);
  if (example.empty()) return {};
  Draft draft(tree);
  std::size_t callers = 0;
  for (const auto& path : tree.list()) {
    const bool is_script = path.ends_with(".sh") || is_makefile(path) || tree.is_executable(path);
    const auto text = is_script ? draft.read(path) : std::nullopt;
    const auto call = text ? first_call(Lines(*text), is_makefile(path)) : std::nullopt;
    if (!call || is_delivering(path, *text)) continue;
    const auto made = call->folder + std::string(name_of(file));
    if (contains(*text, name_of(example))) return {};  // it is copied, but not in time
    const Lines lines(*text);
    const auto line = "[ -e " + made + " ] || cp " + call->folder + std::string(name_of(example)) + " " + made;
    draft.edit(path, {{lines.begin(call->line), 0,
                       std::string(indentation(lines.line(call->line))) + line + std::string(line_end(*text))}});
    ++callers;
  }
  return callers == 1 ? draft.patches() : std::vector<Patch>{};
}

}  // namespace regreen
