// shell.chmod and files.create-missing: files that lack a mode or are not there.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"
#include "mend/text/ignored.h"

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

// The files that a line names: what it captures, else its words. In "run.sh: line 4: ./tool: Permission denied" the script that
// ran is not the one that could not.
std::vector<std::string> forbidden_files(const Tree& tree, const Occurrence& occurrence) {
  std::vector<std::string> files;
  const auto add = [&](std::string_view printed) {
    if (printed.empty()) return;
    if (auto file = find_file(tree, printed)) files.push_back(std::move(*file));
  };
  for (const auto name : {"path", "file", "command", "tool"}) {
    const auto value = capture(occurrence, name);
    add(value.substr(0, value.find(' ')));
    if (!files.empty()) return files;
  }
  std::string_view line = occurrence.at.text;
  while (!line.empty()) {
    const auto end = line.find_first_of(" :'\"`");
    if (const auto word = line.substr(0, end); contains(word, "/") || contains(word, ".")) add(word);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return files;
}

}  // namespace

std::vector<Patch> make_script_executable(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& file : forbidden_files(patient.tree, occurrence)) {
      if (patient.tree.is_executable(file)) continue;
      const auto text = draft.read(file);
      if (text && is_script(file, *text)) draft.make_executable(file);
    }
  }
  return draft.patches();
}

namespace {

// Folders into which runners and containers check a repository out; what stands before the repository's own path.
std::string without_checkout(std::string path) {
  for (const std::string_view root : {"/home/runner/work/", "/__w/", "/builds/"}) {
    if (!path.starts_with(root)) continue;
    auto rest = std::string_view(path).substr(root.size());
    for (int i = 0; i < 2; ++i) rest = rest.substr(std::min(rest.find('/') + 1, rest.size()));
    return std::string(rest);
  }
  for (const std::string_view root : {"/github/workspace/", "/workspace/", "/app/"}) {
    if (path.starts_with(root)) return path.substr(root.size());
  }
  return path.starts_with("./") ? path.substr(2) : path;
}

constexpr std::size_t lines_said_max = 10;  // a traceback through the library lies between

// Does the tool say that it wanted to write there? A file that is only read cannot be made up.
bool wanted_to_write(const Occurrence& occurrence) {
  std::string said = occurrence.at.text;
  const auto skip = occurrence.before.size() > lines_said_max ? occurrence.before.size() - lines_said_max : 0;
  for (auto i = skip; i < occurrence.before.size(); ++i) said += "\n" + occurrence.before[i];
  for (const std::string_view word : {"annot create",
                                      "an't create",
                                      "annot touch",
                                      "Directory nonexistent",
                                      "tee: ",
                                      "annot open output file",
                                      "unable to write",
                                      ", 'w",
                                      ", \"w",
                                      ", 'a",
                                      ", \"a",
                                      ", 'x",
                                      ", \"x",
                                      "mode='w",
                                      "mode=\"w",
                                      "write_text(",
                                      "write_bytes(",
                                      "to_csv(",
                                      "to_json(",
                                      "savefig(",
                                      "FileHandler(",
                                      ".touch(",
                                      "mkdir(",
                                      "writeFile",
                                      "createWriteStream",
                                      "ENOENT: no such file or directory, mkdir",
                                      "for writing"}) {
    if (contains(said, word)) return true;
  }
  return false;
}

// "run.sh: line 7: out/log.txt: No such file or directory", and line 7 redirects into it.
bool is_redirection(const Tree& tree, const Occurrence& occurrence, std::string_view path) {
  const std::string_view said = occurrence.at.text;
  const auto colon = said.find(": ");
  if (colon == std::string_view::npos) return false;
  const auto file = find_file(tree, said.substr(0, colon));
  auto digits = said.substr(colon + 2);
  if (digits.starts_with("line ")) digits.remove_prefix(5);
  const auto number = parse_number(digits.substr(0, digits.find(':')));
  if (!file || !number) return false;
  const auto text = tree.read(*file).value_or("");
  const auto line = Lines(text).line(static_cast<std::size_t>(*number));
  const auto at = line.find('>');
  return at != std::string_view::npos && (contains(line.substr(at), path) || contains(line.substr(at), "$"));
}

bool has_folder(const Tree& tree, const std::string& folder) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) { return path.starts_with(folder + "/"); });
}

// A name that a project would choose; what else a log has for one may be no name.
bool is_plain(std::string_view path) {
  constexpr std::string_view marks = "/._-+@";
  return std::ranges::all_of(path, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || contains(marks, {&c, 1});
  });
}

}  // namespace

std::vector<Patch> create_missing_file(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto path = without_checkout(std::string(capture(occurrence, "path")));
    const std::string folder(folder_of(path));
    if (folder.empty() || !is_confined_path(path) || !is_plain(path) || folder.starts_with(".git")) continue;
    if (!(wanted_to_write(occurrence) || is_redirection(patient.tree, occurrence, path)) ||
        has_folder(patient.tree, folder) || patient.tree.has(folder))
      continue;
    if (!is_ignored(patient.tree, folder)) draft.write(folder + "/.gitkeep", "");
  }
  return draft.patches();
}

}  // namespace regreen
