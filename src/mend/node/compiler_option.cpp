// js.set-compiler-option: tsc names the option of tsconfig.json that the code needs.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/format/json_text.h"
#include "mend/place.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The text with comments blanked and commas before a closing bracket, byte for byte as long.
std::string plain_json(std::string_view text) {
  std::string out(text);
  bool quoted = false;
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out[at] == '"' && (at == 0 || out[at - 1] != '\\')) quoted = !quoted;
    if (quoted || (out.compare(at, 2, "//") != 0 && out.compare(at, 2, "/*") != 0)) continue;
    const auto end = out[at + 1] == '/' ? out.find('\n', at) : out.find("*/", at);
    const auto stop = end == std::string::npos ? out.size() : out[at + 1] == '/' ? end : end + 2;
    for (; at < stop; ++at) {
      if (out[at] != '\n') out[at] = ' ';
    }
  }
  for (std::size_t at = out.find(','); at != std::string::npos; at = out.find(',', at + 1)) {
    const auto next = out.find_first_not_of(" \t\r\n", at + 1);
    if (next != std::string::npos && (out[next] == '}' || out[next] == ']')) out[at] = ' ';
  }
  return out;
}

// What the messages ask for: options that are switched on, and the latest library.
struct Wanted {
  std::set<std::string> switches;
  std::string library;  // "es2021"
};

std::string word_behind(std::string_view said, std::string_view mark) {
  const auto at = said.find(mark);
  if (at == npos) return "";
  const auto rest = said.substr(at + mark.size());
  const auto end = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789");
  return std::string(rest.substr(0, end));
}

void add_wish(std::string_view said, Wanted& wanted) {
  if (contains(said, "'--resolveJsonModule'")) wanted.switches.insert("resolveJsonModule");
  if (contains(said, "'esModuleInterop' flag") || contains(said, "'--esModuleInterop'"))
    wanted.switches.insert("esModuleInterop");
  if (contains(said, "'allowSyntheticDefaultImports' flag")) wanted.switches.insert("esModuleInterop");
  if (contains(said, "'experimentalDecorators'")) wanted.switches.insert("experimentalDecorators");
  if (contains(said, "'--downlevelIteration'")) wanted.switches.insert("downlevelIteration");
  const auto library = word_behind(said, "'lib' compiler option to '");
  if (library.starts_with("es") && library.size() <= 6 && library > wanted.library) wanted.library = library;
}

// "lib": ["dom", "es2019"] gets the later one in the place of the earlier; without a list, the DOM stays known.
std::optional<Edit> with_library(std::string_view text, const JsonObject& options, const std::string& library) {
  const auto* lib = options.find("lib");
  if (lib == nullptr) return add_member(text, options, "lib", "[\"" + library + "\", \"dom\"]");
  const auto list = lower(text.substr(lib->value, lib->value_end - lib->value));
  for (auto at = list.find("\"es"); at != std::string::npos; at = list.find("\"es", at + 1)) {
    const auto end = list.find('"', at + 1);
    if (end == std::string::npos || list.substr(at + 1, end - at - 1).find('.') != std::string::npos) continue;
    const bool capital = text[lib->value + at + 1] == 'E';
    return Edit{lib->value + at + 1, end - at - 1, capital ? "ES" + library.substr(2) : library};
  }
  return std::nullopt;
}

std::string config_of(const Tree& tree, std::string_view file) {
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    if (auto path = path_in(folder, "tsconfig.json"); tree.has(path)) return path;
    if (folder.empty()) return "";
  }
}

}  // namespace

std::vector<Patch> set_compiler_option(const Patient& patient) {
  Wanted wanted;
  std::string config;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    add_wish(occurrence.at.text, wanted);
    const auto places = places_of(patient.tree, occurrence);
    if (config.empty() && !places.empty()) config = config_of(patient.tree, places[0].file);
  }
  Draft draft(patient.tree);
  const auto set = [&](auto make) {
    const auto text = config.empty() ? std::nullopt : draft.read(config);
    const auto plain = plain_json(text.value_or(""));
    const auto root = read_json_object(plain);
    const auto options = root ? object_in(plain, *root, "compilerOptions") : std::nullopt;
    const std::optional<Edit> edit = options ? make(plain, *options) : std::nullopt;
    if (edit) draft.edit(config, {*edit});
  };
  for (const auto& name : wanted.switches) {
    set([&](std::string_view text, const JsonObject& options) -> std::optional<Edit> {
      const auto* member = options.find(name);
      if (member == nullptr) return add_member(text, options, name, "true");
      if (text.substr(member->value, member->value_end - member->value) == "true") return std::nullopt;
      return Edit{member->value, member->value_end - member->value, "true"};
    });
  }
  if (!wanted.library.empty()) {
    set([&](std::string_view text, const JsonObject& options) -> std::optional<Edit> {
      const auto* lib = options.find("lib");
      if (lib != nullptr && contains(lower(text.substr(lib->value, lib->value_end - lib->value)), wanted.library))
        return std::nullopt;
      return with_library(text, options, wanted.library);
    });
  }
  return draft.patches();
}

}  // namespace regreen
