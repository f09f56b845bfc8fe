// js.fix-tsconfig: options that tsc does not know under the written name, libraries and types that the code needs, and a
// folder of sources that has another name.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/format/json_text.h"
#include "mend/lines.h"
#include "mend/node/package.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const auto begin = text.find(open);
  const auto end = begin == npos ? npos : text.find(close, begin + open.size());
  return end == npos ? "" : std::string(text.substr(begin + open.size(), end - begin - open.size()));
}

// The configuration of a source: in its folder or the nearest above.
std::string config_for(const Tree& tree, std::string_view file) {
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    if (tree.has(path_in(folder, "tsconfig.json"))) return path_in(folder, "tsconfig.json");
    if (folder.empty()) return "";
  }
}

// "Unknown compiler option 'noEmitt'. Did you mean 'noEmit'?"
std::vector<Edit> rename_option(std::string_view text, std::string_view said) {
  const auto wrong = between(said, "option '", "'"), right = between(said, "Did you mean '", "'");
  const auto at = text.find("\"" + wrong + "\"");
  if (!is_identifier(wrong) || !is_identifier(right) || at == npos || contains(text, "\"" + right + "\"")) return {};
  return {{at + 1, wrong.size(), right}};
}

struct Options {
  JsonObject root;
  std::optional<JsonObject> object;
};

std::optional<JsonObject> options_in(std::string_view text) {
  const auto root = read_json_object(text);
  return root ? object_in(text, *root, "compilerOptions") : std::nullopt;
}

// A further item of a list of words: ["a", "b"].
std::optional<Edit> add_item(std::string_view text, const JsonMember& member, const std::string& item) {
  const auto list = text.substr(member.value, member.value_end - member.value);
  const auto close = list.rfind(']');
  if (!list.starts_with('[') || close == npos || contains(lower(std::string(list)), "\"" + lower(item) + "\""))
    return std::nullopt;
  const auto last = list.find_last_not_of(" \t\r\n", close - 1);
  const bool empty = list[last] == '[';
  return Edit{member.value + last + 1, 0, (empty ? "\"" : ", \"") + item + "\""};
}

// "Try changing the 'lib' compiler option to 'es2021' or later."
std::vector<Edit> raise_library(std::string_view text, std::string_view said) {
  auto wanted = between(said, "compiler option to '", "'");
  const bool document = contains(said, "to include 'dom'");
  const auto options = options_in(text);
  if (!options || (wanted.empty() && !document)) return {};
  const auto* lib = options->find("lib");
  if (document) {
    const auto edit = lib == nullptr ? std::nullopt : add_item(text, *lib, "DOM");
    return edit ? std::vector<Edit>{*edit} : std::vector<Edit>{};
  }
  std::ranges::transform(wanted, wanted.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (wanted.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != npos) return {};
  if (lib == nullptr)
    return {add_member(text, *options, "lib", "[\"" + wanted + "\", \"DOM\", \"DOM.Iterable\", \"ScriptHost\"]")};
  const auto list = text.substr(lib->value, lib->value_end - lib->value);
  for (auto open = list.find('"'); open != npos; open = list.find('"', open + 1)) {
    const auto close = list.find('"', open + 1);
    if (close == npos) break;
    const auto item = lower(std::string(list.substr(open + 1, close - open - 1)));
    const bool is_language = item.starts_with("es") && item.find('.') == npos;
    if (is_language && item != lower(wanted)) return {{lib->value + open + 1, item.size(), wanted}};
    open = close;
  }
  return {};
}

// `types` lists what is known; node is not among them, and is declared.
std::vector<Edit> list_types(const Tree& tree, std::string_view text, const std::string& config,
                             std::string_view said) {
  const auto package = between(said, "@types/", "`");
  const auto home = package_of_file(tree, config);
  const auto options = options_in(text);
  const auto* types = options ? options->find("types") : nullptr;
  if (package != "node" || !home || types == nullptr || !declares(*home, "@types/node")) return {};
  const auto edit = add_item(text, *types, "node");
  return edit ? std::vector<Edit>{*edit} : std::vector<Edit>{};
}

std::vector<Edit> allow_json(std::string_view text) {
  const auto options = options_in(text);
  if (!options || options->find("resolveJsonModule") != nullptr) return {};
  return {add_member(text, *options, "resolveJsonModule", "true")};
}

// "include": ["source/**/*.ts"], where the sources are in src
std::vector<Edit> name_folder(const Tree& tree, std::string_view text, const std::string& config) {
  const auto root = read_json_object(text);
  const auto* include = root ? root->find("include") : nullptr;
  if (include == nullptr) return {};
  const auto base = folder_of(config);
  std::set<std::string> folders, typed;
  for (const auto& path : tree.list()) {
    if (!base.empty() && !path.starts_with(std::string(base) + "/")) continue;
    const auto inner = std::string_view(path).substr(base.empty() ? 0 : base.size() + 1);
    if (!contains(inner, "/")) continue;
    folders.emplace(inner.substr(0, inner.find('/')));
    if (inner.ends_with(".ts") || inner.ends_with(".tsx")) typed.emplace(inner.substr(0, inner.find('/')));
  }
  std::erase_if(typed, [](const auto& name) { return name == "test" || name == "tests" || name == "node_modules"; });
  std::vector<Edit> edits;
  const auto list = text.substr(include->value, include->value_end - include->value);
  for (auto open = list.find('"'); open != npos;) {
    const auto close = list.find('"', open + 1);
    if (close == npos) break;
    auto begin = open + 1;
    if (list.substr(begin).starts_with("./")) begin += 2;
    const auto end = std::min(list.find('/', begin), close);
    const std::string folder(list.substr(begin, end - begin));
    const auto near = only_near(typed, folder);
    const auto right = !near.empty() ? near : typed.size() == 1 ? *typed.begin() : "";
    if (!folders.contains(folder) && !right.empty() && folder.find('*') == npos && !folder.empty())
      edits.push_back({include->value + begin, folder.size(), right});
    open = list.find('"', close + 1);
  }
  return edits.size() == 1 ? edits : std::vector<Edit>{};
}

std::vector<Edit> edits_for(const Patient& patient, std::string_view text, const std::string& config,
                            std::string_view said) {
  if (contains(said, "nknown compiler option")) return rename_option(text, said);
  if (contains(said, "change your target library")) return raise_library(text, said);
  if (contains(said, "types field in your tsconfig")) return list_types(patient.tree, text, config, said);
  if (contains(said, "resolveJsonModule")) return allow_json(text);
  if (contains(said, "No inputs were found in config file")) return name_folder(patient.tree, text, config);
  return {};
}

}  // namespace

std::vector<Patch> fix_tsconfig(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const auto places = places_of(patient.tree, occurrence);
    auto config = config_for(patient.tree, places.empty() ? "" : places[0].file);
    const auto named = said.substr(0, std::min(said.find(".json(") == npos ? 0 : said.find(".json(") + 5, said.size()));
    if (const auto file = named.empty() ? std::nullopt : find_file(patient.tree, named)) config = *file;
    if (const auto file = find_file(patient.tree, between(said, "config file '", "'"))) config = *file;
    const auto text = config.empty() || draft.patch().find(config) != nullptr ? std::nullopt : draft.read(config);
    if (text) draft.edit(config, edits_for(patient, *text, config, said));
  }
  return draft.patches();
}

}  // namespace regreen
