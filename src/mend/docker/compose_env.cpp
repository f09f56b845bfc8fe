// docker.copy-env-example: Compose asks for a file of variables that git does not keep, and the project says that an example is
// copied to it. The script that calls Compose copies it first, where nobody has made one. What deploys copies nothing: there
// the values of an example would be wrong.

#include "base/text.h"
#include "mend/docker/compose.h"
#include "mend/docker/fixers.h"
#include "mend/draft.h"
#include "mend/kind.h"
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

/// A file of variables that a Compose file names and that is not there.
struct EnvFile {
  std::string path;    ///< in the tree
  std::string folder;  ///< of the Compose file, from which it is named

  auto operator<=>(const EnvFile&) const = default;
};

// `- path: ".env"  # why` → .env
std::string_view file_of(std::string_view item) {
  item = trim(item.substr(0, item.find(" #")));
  if (item.starts_with("- ")) item = trim(item.substr(2));
  if (item.starts_with("path:")) item = trim(item.substr(5));
  if (item.size() > 1 && contains("'\"", item.substr(0, 1)) && item.ends_with(item[0]))
    item = item.substr(1, item.size() - 2);
  return item;
}

// What stands at `env_file:`: one file, a list between brackets, or one below it.
std::vector<std::string> env_files_of(std::string_view text) {
  std::vector<std::string> files;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (!line.starts_with("env_file:")) continue;
    auto value = trim(line.substr(9, line.find(" #") - 9));
    if (value.starts_with('[') && value.ends_with(']')) value = value.substr(1, value.size() - 2);
    for (const auto item : split(value, ',')) files.emplace_back(file_of(item));
    const auto depth = indentation(lines.line(number)).size();
    for (auto below = number + 1; lines.has(below); ++below) {
      const auto item = lines.line(below);
      const bool is_item = trim(item).starts_with("- ");
      if (indentation(item).size() < depth + (is_item ? 0 : 1)) break;
      if (is_item) files.emplace_back(file_of(item));
    }
  }
  return files;
}

// The files that the log can mean, whose path is the longest: what is left of the printed one when the folders of a runner go.
std::vector<EnvFile> missing_files(const Tree& tree, std::string_view said) {
  std::vector<EnvFile> found;
  for (const auto& path : tree.list()) {
    const auto text = is_compose(path) ? tree.read(path).value_or("") : "";
    const std::string folder(folder_of(path));
    for (const auto& name : env_files_of(text)) {
      const auto file = name.empty() ? std::nullopt : resolved(path_in(folder, name));
      const bool is_meant = file && (said == *file || said.ends_with("/" + *file));
      if (is_meant && !tree.has(*file)) found.push_back({*file, folder});
    }
  }
  const auto longest = std::ranges::max_element(found, {}, [](const auto& one) { return one.path.size(); });
  if (longest == found.end()) return {};
  const auto path = longest->path;
  std::erase_if(found, [&](const auto& one) { return one.path != path; });
  return found;
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
  std::string folder;  ///< of the Compose file, as the call names it
};

// Does the command on a line go on below it?
bool goes_on(std::string_view line) {
  line = trim(line);
  return std::ranges::any_of(std::to_array<std::string_view>({"\\", "&&", "||", "|"}),
                             [&](auto end) { return line.ends_with(end); });
}

std::optional<Call> first_call(const Lines& lines, bool is_makefile) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    auto command = trim(line);
    if (is_makefile && !line.starts_with('\t')) continue;
    while (command.starts_with('@') || command.starts_with('-')) command.remove_prefix(1);
    const bool is_call = std::ranges::any_of(calls, [&](auto one) { return command.starts_with(one); });
    if (!is_call || (number > 1 && goes_on(lines.line(number - 1)))) continue;
    Call call{number, ""};
    const auto option = command.find(" -f ");
    if (option == npos) return call;
    const auto path = command.substr(option + 4);
    call.folder = folder_of(path.substr(0, path.find(' ')));
    if (contains(call.folder, "$")) return std::nullopt;
    return call;
  }
  return std::nullopt;
}

// Does a call work with the Compose file of a folder? A Makefile works where it lies, a script there or at the top.
bool is_of(const Call& call, const std::string& folder, std::string_view caller) {
  const auto file = path_in(folder, "x");  // of the folders, because the top one has no name
  const auto from = [&](std::string_view base) { return resolved(path_in(path_in(base, call.folder), "x")) == file; };
  return from(folder_of(caller)) || (!is_makefile(caller) && from(""));
}

}  // namespace

std::vector<Patch> copy_env_example(const Patient& patient) {
  const auto& tree = patient.tree;
  const auto occurrence = occurrences_of(patient.diagnosis).front();
  auto said = capture(occurrence, "path");
  if (said.empty()) said = between(occurrence.at.text, "env file ", " not found");
  const auto missing = said.empty() ? std::vector<EnvFile>{} : missing_files(tree, said);
  if (missing.empty() || !is_ignored(tree, missing.front().path)) return {};
  const auto example = example_for(tree, missing.front().path);
  if (example.empty()) return {};
  Draft draft(tree);
  std::size_t callers = 0;
  for (const auto& path : tree.list()) {
    const bool may_call = path.ends_with(".sh") || is_makefile(path) || tree.is_executable(path);
    const auto text = may_call ? draft.read(path) : std::nullopt;
    const bool is_caller = text && (path.ends_with(".sh") || is_makefile(path) || !shell_asked(*text).empty());
    const auto call = is_caller ? first_call(Lines(*text), is_makefile(path)) : std::nullopt;
    if (!call || is_delivering(path, *text)) continue;
    const auto file = std::ranges::find_if(missing, [&](const auto& one) { return is_of(*call, one.folder, path); });
    if (file == missing.end()) continue;
    if (contains(*text, name_of(example))) return {};  // it is copied, but not in time
    const Lines lines(*text);
    const auto from = path_in(call->folder, path_from(file->folder, example));
    const auto made = path_in(call->folder, path_from(file->folder, file->path));
    const auto line = "[ -e " + made + " ] || cp " + from + " " + made;
    draft.edit(path, {{lines.begin(call->line), 0,
                       std::string(indentation(lines.line(call->line))) + line + std::string(line_end(*text))}});
    ++callers;
  }
  return callers == 1 ? draft.patches() : std::vector<Patch>{};
}

}  // namespace regreen
