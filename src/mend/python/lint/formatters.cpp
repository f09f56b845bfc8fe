// python.isort, python.black, python.ruff, python.ruff-format: the project's own tools on the files that failed, with the options
// that the project's check gives them and the settings that hold where the files lie.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/tool_home.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

namespace regreen {
namespace {

constexpr std::size_t files_max = 200;  // a command line has a limit

using Words = std::span<const std::string_view>;

/// A tool that changes files: the words that call it, those that only check, options that take a value and that do not, its settings.
struct Formatter {
  std::string_view call, fixing, check;
  Words valued, flags;
  std::span<const SettingsFile> settings;
};

constexpr auto isort_valued =
    std::to_array<std::string_view>({"--profile", "--line-length", "-l", "--multi-line", "-m", "--known-first-party",
                                     "-p", "--src", "--known-local-folder"});
constexpr auto black_valued =
    std::to_array<std::string_view>({"--line-length", "-l", "--target-version", "-t", "--config"});
constexpr auto ruff_valued = std::to_array<std::string_view>(
    {"--select", "--ignore", "--extend-select", "--extend-ignore", "--line-length", "--target-version", "--config"});
constexpr auto isort_flags =
    std::to_array<std::string_view>({"--force-single-line-imports", "--sl", "--trailing-comma", "--tc",
                                     "--force-sort-within-sections", "--fass", "--atomic"});
constexpr auto black_flags = std::to_array<std::string_view>(
    {"-S", "--skip-string-normalization", "-C", "--skip-magic-trailing-comma", "--preview", "--fast"});
constexpr auto ruff_flags = std::to_array<std::string_view>({"--preview", "--isolated"});
constexpr auto isort_settings = std::to_array<SettingsFile>(
    {{".isort.cfg", ""}, {"pyproject.toml", "[tool.isort"}, {"setup.cfg", "isort]"}, {"tox.ini", "isort]"}});
constexpr auto black_settings = std::to_array<SettingsFile>({{"pyproject.toml", "[tool.black"}});
constexpr auto ruff_settings =
    std::to_array<SettingsFile>({{"ruff.toml", ""}, {".ruff.toml", ""}, {"pyproject.toml", "[tool.ruff"}});

constexpr Formatter isort{"isort", "isort -q", "--check", isort_valued, isort_flags, isort_settings};
constexpr Formatter black{"black", "black -q", "--check", black_valued, black_flags, black_settings};
constexpr Formatter ruff{"ruff check", "ruff check --fix -q", "", ruff_valued, ruff_flags, ruff_settings};
constexpr Formatter ruff_format{"ruff format", "ruff format -q", "--check", ruff_valued, ruff_flags, ruff_settings};

// What the project itself is checked by.
bool holds_commands(std::string_view path) {
  const auto name = name_of(path);
  return is_makefile(path) || name == "tox.ini" || name.ends_with(".sh") || name == "noxfile.py" ||
         name == "justfile" ||
         (path.starts_with(".github/workflows/") && (name.ends_with(".yml") || name.ends_with(".yaml")));
}

bool is_plain_word(std::string_view word) {
  return !word.empty() &&
         std::ranges::all_of(word, [](char c) { return is(c, dotted) || contains("-=,/:", std::string(1, c)); });
}

// What is no check: a comment, the name of a step, what fails for nothing, what changes files.
bool is_no_check(std::string_view line, const Formatter& tool) {
  constexpr auto aside = std::to_array<std::string_view>({"#", "- name:", "name:", "echo "});
  constexpr auto harmless = std::to_array<std::string_view>({"--exit-zero", "|| true", " --fix"});
  return !contains(line, tool.check) || std::ranges::any_of(aside, [&](auto one) { return line.starts_with(one); }) ||
         std::ranges::any_of(harmless, [&](auto one) { return contains(line, one); });
}

// A file of settings that a check names, from the folder that the check stands in or from the top; as it is where there is none.
std::string settings_file(const Tree& tree, std::string_view folder, std::string_view name) {
  auto beside = path_in(folder, name);
  return !tree.has(name) && tree.has(beside) ? beside : std::string(name);
}

constexpr std::string_view settings_option = "--config";

// The options of `isort --check --profile black src`, without those that only check; nothing where the line is no such check.
std::optional<std::string> options_in(const Tree& tree, std::string_view folder, std::string_view line,
                                      const Formatter& tool) {
  const auto at = (" " + std::string(line)).find(" " + std::string(tool.call) + " ");
  if (at == std::string::npos || is_no_check(line, tool)) return std::nullopt;
  std::vector<std::string> kept;
  auto words = split(line.substr(at + tool.call.size() + 1), ' ');
  for (std::size_t i = 0; i < words.size() && is_plain_word(words[i]); ++i) {
    const auto word = words[i];
    const bool takes_next = is_among(word, tool.valued);
    const bool holds_value = is_among(word.substr(0, word.find('=')), tool.valued);
    if (takes_next && i + 1 < words.size() && is_plain_word(words[i + 1])) {
      const auto value = words[++i];
      kept.push_back(std::string(word) + " " +
                     (word == settings_option ? settings_file(tree, folder, value) : std::string(value)));
    } else if (word.starts_with(std::string(settings_option) + "=")) {
      const auto value = word.substr(settings_option.size() + 1);
      kept.push_back(std::string(settings_option) + " " + settings_file(tree, folder, value));
    } else if ((holds_value && contains(word, "=")) || is_among(word, tool.flags)) {
      kept.emplace_back(word);
    }
  }
  return join(kept, " ");
}

// What all checks of the project agree on; "" where they do not, or give none.
std::string own_options(const Tree& tree, const Formatter& tool) {
  std::set<std::string> found;
  for (const auto& path : tree.list()) {
    const auto text = holds_commands(path) && !is_vendored(path) ? tree.read(path) : std::nullopt;
    if (!text || !contains(*text, tool.call)) continue;
    for (const auto line : split_lines(*text)) {
      if (auto options = options_in(tree, folder_of(path), trim(line), tool)) found.insert(std::move(*options));
    }
  }
  return found.size() == 1 ? *found.begin() : "";
}

std::string in_each_home(const std::vector<ToolHome>& homes, const std::string& call) {
  std::vector<std::string> calls;
  for (const auto& home : homes) calls.push_back(in_folder(home.folder, call + " " + shell_words(home.files)));
  return join(calls, "; ");
}

// Best first: what the project's check says, what its settings say, then the whole folder where the log names no file or the files
// alone are not enough.
std::vector<ToolCall> calls_of(const Patient& patient, const Formatter& tool, std::span<const std::string_view> fixing,
                               bool also_folder) {
  auto files = files_of(patient.tree, patient.diagnosis);
  const auto is_left = [&](const auto& file) {
    return is_vendored(file) || says_generated(patient.tree.read(file).value_or(""));
  };
  const bool leaves_some = std::erase_if(files, is_left) > 0;
  if (leaves_some && files.empty()) return {};
  const auto options = own_options(patient.tree, tool);
  const bool has_own_settings = contains(options, settings_option);  // without which the tool would do something else
  const bool knows_files = !files.empty() && files.size() <= files_max;
  const auto has_settings = [&](auto folder) { return !settings_in(patient.tree, folder, tool.settings).empty(); };
  const auto homes = knows_files ? tool_homes(files, has_settings) : std::vector<ToolHome>{};
  std::vector<ToolCall> calls;
  for (const auto call : fixing) {
    for (const auto* front : {"", "python3 -m "}) {
      const auto command = front + std::string(call);
      const auto with_options = command + " " + options;
      if (knows_files && !options.empty()) calls.push_back({with_options + " " + shell_words(files)});
      if (knows_files && !has_own_settings) calls.push_back({in_each_home(homes, command)});
      if (leaves_some || (knows_files && !also_folder)) continue;
      calls.push_back({(options.empty() ? command : with_options) + " ."});
    }
  }
  return calls;
}

}  // namespace

std::vector<ToolCall> sort_with_isort(const Patient& patient) {
  return calls_of(patient, isort, std::array{isort.fixing}, true);
}

std::vector<ToolCall> format_with_black(const Patient& patient) {
  return calls_of(patient, black, std::array{black.fixing}, true);
}

std::vector<ToolCall> format_with_ruff(const Patient& patient) {
  return calls_of(patient, ruff_format, std::array{ruff_format.fixing}, true);
}

std::vector<ToolCall> fix_with_ruff(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  // What a package's __init__.py imports it hands on, and some imports are made for what that does, which ruff does not know.
  const auto is_init = [](const auto& file) { return name_of(file) == "__init__.py"; };
  const bool hands_on = std::ranges::any_of(files.empty() ? patient.tree.list() : files, is_init);
  const auto found = occurrences_of(patient.diagnosis);
  const auto is_import = [](const auto& one) { return contains(one.at.text, "F401"); };
  if (std::ranges::all_of(found, is_import)) return {};
  const bool finds_imports = std::ranges::any_of(found, is_import);
  constexpr std::array<std::string_view, 2> fixing{ruff.fixing, "ruff check --fix --unsafe-fixes -q"};
  constexpr std::array<std::string_view, 2> keeping{"ruff check --fix -q --extend-unfixable=F401",
                                                    "ruff check --fix --unsafe-fixes -q --extend-unfixable=F401"};
  return calls_of(patient, ruff, hands_on || finds_imports ? keeping : fixing, false);
}

}  // namespace regreen
