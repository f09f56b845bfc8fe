#include "mend/node/types/compiler_option.h"

#include "base/text.h"
#include "mend/format/json_text.h"

#include <array>
#include <optional>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What a message says, and the option that it wants to be true.
constexpr auto switches = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"'--resolveJsonModule'", "resolveJsonModule"},
    {"'esModuleInterop' flag", "esModuleInterop"},
    {"'--esModuleInterop'", "esModuleInterop"},
    {"'allowSyntheticDefaultImports' flag", "esModuleInterop"},
    {"'experimentalDecorators'", "experimentalDecorators"},
    {"'--downlevelIteration'", "downlevelIteration"},
});

std::string_view value_of(std::string_view text, const JsonMember& member) {
  return text.substr(member.value, member.value_end - member.value);
}

std::optional<Edit> switch_on(std::string_view text, const JsonObject& options, std::string_view name) {
  const auto* member = options.find(name);
  if (member == nullptr) return add_member(text, options, name, "true");
  if (value_of(text, *member) == "true") return std::nullopt;
  return Edit{member->value, member->value_end - member->value, "true"};
}

// A further item of a list of words: ["a", "b"].
std::optional<Edit> add_item(std::string_view text, const JsonMember* member, const std::string& item) {
  if (member == nullptr) return std::nullopt;
  const auto list = value_of(text, *member);
  const auto close = list.rfind(']');
  if (!list.starts_with('[') || close == npos || contains(lower(list), "\"" + lower(item) + "\"")) return std::nullopt;
  const auto last = list.find_last_not_of(" \t\r\n", close - 1);
  return Edit{member->value + last + 1, 0, (list[last] == '[' ? "\"" : ", \"") + item + "\""};
}

// ["dom", "es2019"] gets the later one in the place of the earlier; without a list, all that tsc takes by itself stays.
std::optional<Edit> raise_language(std::string_view text, const JsonObject& options, const std::string& language) {
  const auto* lib = options.find("lib");
  if (lib == nullptr)
    return add_member(text, options, "lib", "[\"" + language + "\", \"dom\", \"dom.iterable\", \"scripthost\"]");
  const auto list = lower(value_of(text, *lib));
  for (auto at = list.find("\"es"); at != npos; at = list.find("\"es", at + 1)) {
    const auto end = list.find('"', at + 1);
    const auto item = end == npos ? "" : list.substr(at + 1, end - at - 1);
    if (item.empty() || contains(item, ".") || item >= language) continue;
    const bool capital = text[lib->value + at + 1] == 'E';
    return Edit{lib->value + at + 1, item.size(), capital ? "ES" + language.substr(2) : language};
  }
  return std::nullopt;
}

std::string language_in(std::string_view said) {
  const auto name = between(said, "'lib' compiler option to '", "'");
  const bool is_one = name.starts_with("es") && name.size() <= 6 &&
                      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == npos;
  return is_one ? std::string(name) : "";
}

// "Option 'module' must be set to 'Node16' when option 'moduleResolution' is set to 'Node16'."
std::string module_in(std::string_view said) {
  const auto name = between(said, "Option 'module' must be set to '", "'");
  return name == "Node16" || name == "Node18" || name == "Node20" || name == "NodeNext" ? std::string(name) : "";
}

Edit set_module(std::string_view text, const JsonObject& options, const std::string& name) {
  const auto* there = options.find("module");
  const auto value = "\"" + name + "\"";
  return there == nullptr ? add_member(text, options, "module", value)
                          : Edit{there->value, there->value_end - there->value, value};
}

}  // namespace

void add_wish(std::string_view said, OptionWishes& wishes) {
  for (const auto& [words, option] : switches) {
    if (contains(said, words)) wishes.switches.emplace(option);
  }
  wishes.language = std::max(wishes.language, language_in(said));
  if (auto module = module_in(said); !module.empty()) wishes.module = std::move(module);
  wishes.document |= contains(said, "compiler option to include 'dom'");
  wishes.node_types |= contains(said, "@types/node`") && contains(said, "types field in your tsconfig");
}

std::vector<Edit> grant(std::string_view text, const OptionWishes& wishes) {
  const auto plain = plain_json(text);
  const auto root = read_json_object(plain);
  const auto options = root ? object_in(plain, *root, "compilerOptions") : std::nullopt;
  if (!options) return {};
  std::vector<Edit> edits;
  const auto add = [&edits](std::optional<Edit> edit) {
    if (edit) edits.push_back(*std::move(edit));
  };
  for (const auto& name : wishes.switches) add(switch_on(plain, *options, name));
  if (!wishes.language.empty()) add(raise_language(plain, *options, wishes.language));
  if (!wishes.module.empty()) add(set_module(plain, *options, wishes.module));
  if (wishes.document) add(add_item(plain, options->find("lib"), "DOM"));
  if (wishes.node_types) add(add_item(plain, options->find("types"), "node"));
  return edits;
}

}  // namespace regreen
