// js.prettier, js.eslint, js.update-lock: the project's own script where it has one, else its tool or package manager.

#include "base/among.h"
#include "base/text.h"
#include "mend/format/json_text.h"
#include "mend/node/fixers.h"
#include "mend/place.h"
#include "mend/tool_home.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t files_max = 200;  // a command line has a limit

// The project's script that does what is wanted: its command contains the words.
std::string own_script(const Tree& tree, std::string_view words, std::string_view tool) {
  static constexpr std::array<std::string_view, 9> names = {
      "format", "format:fix", "format:write", "prettier:fix", "prettier", "fmt", "lint:fix", "lint-fix", "fix"};
  const auto text = tree.read("package.json").value_or("");
  const auto root = read_json_object(text);
  const auto scripts = root ? object_in(text, *root, "scripts") : std::nullopt;
  if (!scripts) return "";
  for (const auto name : names) {
    const auto command = string_in(text, *scripts, name);
    if (command && contains(*command, words) && contains(*command, tool))
      return "npm run --silent " + std::string(name);
  }
  return "";
}

std::string quoted_words(const std::vector<std::string>& files) {
  return files.empty() || files.size() > files_max ? "." : shell_words(files);
}

constexpr auto eslint_settings = std::to_array<std::string_view>(
    {"eslint.config.js", "eslint.config.mjs", "eslint.config.cjs", "eslint.config.ts", ".eslintrc.json", ".eslintrc.js",
     ".eslintrc.cjs", ".eslintrc.yml", ".eslintrc.yaml", ".eslintrc"});

// In each folder whose settings hold for some of the files; "" where those of the top hold for all.
std::string eslint_in_homes(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  if (files.empty() || files.size() > files_max) return "";
  const auto homes = tool_homes(patient.tree, files, eslint_settings);
  if (homes.size() == 1 && homes[0].folder.empty()) return "";
  std::vector<std::string> calls;
  for (const auto& home : homes)
    calls.push_back(in_folder(home.folder, "npx --no-install eslint --fix " + shell_words(home.files)));
  return join(calls, "; ");
}

// What prettier lists, one file a line: "[warn] docs/guide.md".
std::vector<std::string> listed_files(const Patient& patient) {
  auto files = files_of(patient.tree, patient.diagnosis);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : lines_of(occurrence)) {
      const auto file = line.starts_with("[warn] ") ? find_file(patient.tree, line.substr(7)) : std::nullopt;
      if (file && !is_among(*file, files)) files.push_back(*file);
    }
  }
  return files;
}

std::vector<ToolCall> tool_calls(const Patient& patient, std::string_view tool, std::string_view option) {
  std::vector<ToolCall> calls;
  if (auto script = own_script(patient.tree, option, tool); !script.empty()) calls.push_back({std::move(script)});
  const auto files = quoted_words(listed_files(patient));
  for (const auto* front : {"npx --no-install ", ""}) {
    calls.push_back({front + std::string(tool) + " " + std::string(option) + " " + files});
  }
  if (files != ".") calls.push_back({"npx --no-install " + std::string(tool) + " " + std::string(option) + " ."});
  return calls;
}

}  // namespace

std::vector<ToolCall> format_with_prettier(const Patient& patient) {
  return tool_calls(patient, "prettier", "--write");
}

std::vector<ToolCall> fix_with_eslint(const Patient& patient) {
  auto calls = tool_calls(patient, "eslint", "--fix");
  const bool has_script = calls.front().command.starts_with("npm run ");
  if (auto call = eslint_in_homes(patient); !call.empty()) calls.insert(calls.begin() + has_script, {std::move(call)});
  return calls;
}

std::vector<ToolCall> update_node_lock(const Patient& patient) {
  if (patient.tree.has("pnpm-lock.yaml"))
    return {{"pnpm install --lockfile-only --offline"}, {"pnpm install --lockfile-only"}};
  if (patient.tree.has("yarn.lock"))
    return {{"yarn install --mode update-lockfile"}, {"yarn install --ignore-scripts --prefer-offline"}};
  if (!patient.tree.has("package-lock.json") && !patient.tree.has("npm-shrinkwrap.json")) return {};
  const std::string npm = "npm install --package-lock-only --ignore-scripts --no-audit --no-fund";
  return {{npm}, {npm + " --offline"}};
}

}  // namespace regreen
