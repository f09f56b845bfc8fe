#include "mend/text/name_owner.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "mend/text/definition.h"
#include "mend/text/word_search.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t headers_max = 50;

bool is_go_file(std::string_view path) { return path.ends_with(".go"); }

// "src/fleet/units.py" → src, fleet, units; a folder speaks for the file that stands for it.
std::vector<std::string> parts_of_file(std::string_view file) {
  static constexpr auto for_folder = std::to_array<std::string_view>({"__init__", "index", "mod"});
  std::vector<std::string> parts;
  for (const auto part : split(is_go_file(file) ? folder_of(file) : file, '/')) parts.emplace_back(part);
  if (is_go_file(file) || parts.empty()) return parts;
  parts.back() = parts.back().substr(0, parts.back().find('.'));
  if (is_among(parts.back(), for_folder)) parts.pop_back();
  return parts;
}

// "./store", "fleet.units", "crate::parcel" → its names.
std::vector<std::string> parts_of_module(std::string_view module) {
  static constexpr auto ways = std::to_array<std::string_view>({"crate", "self", "super"});
  static constexpr auto endings = std::to_array<std::string_view>({".js", ".mjs", ".ts", ".tsx"});
  for (const auto ending : endings) {
    if (module.ends_with(ending)) module.remove_suffix(ending.size());
  }
  std::string text(module);
  std::ranges::replace_if(
      text, [](char c) { return c == '.' || c == ':'; }, '/');
  std::vector<std::string> parts;
  for (const auto part : split(std::string_view(text), '/')) {
    if (!part.empty() && !is_among(part, ways)) parts.emplace_back(part);
  }
  return parts;
}

// One of them may be told from further up.
bool are_one(const std::vector<std::string>& file, const std::vector<std::string>& module) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(file.size(), module.size()));
  return count > 0 && std::equal(file.end() - count, file.end(), module.end() - count);
}

bool is_only_module(const Tree& tree, std::string_view file, std::string_view module) {
  const auto parts = parts_of_module(module);
  if (!are_one(parts_of_file(file), parts)) return false;
  return std::ranges::none_of(tree.list(), [&](const std::string& path) {
    const bool is_same = path == file || (is_go_file(file) && folder_of(path) == folder_of(file));
    return !is_same && is_same_language(path, file) && are_one(parts_of_file(path), parts);
  });
}

// `class Express(Parcel):`, `class Express extends Parcel {`
bool is_derived(std::string_view code, const std::string& type, const std::string& base) {
  return std::ranges::any_of(words_in(code, type), [&](auto at) {
    const auto head = code.substr(at + type.size());
    return is_type_at(code, at, type) && !words_in(head.substr(0, head.find_first_of("{;\n")), base).empty();
  });
}

bool is_only_type(const Tree& tree, std::string_view file, const std::string& type) {
  const auto sources = sources_with(tree, file, type);
  std::ptrdiff_t count = 0;
  for (const auto& [path, text, code] : sources.value_or(std::vector<FoundFile>())) {
    for (const auto at : words_in(code, type)) count += is_type_at(code, at, type) ? 1 : 0;
  }
  return sources && count <= 1;
}

// Does a type that is derived from another one still have a member by its old name? What was renamed is overridden there no more.
bool is_overridden(const Tree& tree, std::string_view file, const std::string& name, const std::string& type) {
  const auto sources = sources_with(tree, file, name);
  return !sources || std::ranges::any_of(*sources, [&](const FoundFile& source) {
    return std::ranges::any_of(words_in(source.code, name), [&](auto at) {
      const auto definition = definition_at(source.path, source.code, at);
      return definition && !definition->owner.empty() && is_derived(source.code, definition->owner, type);
    });
  });
}

// The paths behind `#include "`.
std::vector<std::string> included_by(std::string_view text) {
  std::vector<std::string> paths;
  for (const auto line : split_lines(text)) {
    const auto path = between(line, "\"", "\"");
    const auto mark = trim(line);
    if (mark.starts_with("#") && trim(mark.substr(1)).starts_with("include") && !path.empty()) paths.emplace_back(path);
  }
  return paths;
}

// The header of the tree that a file means: beside it, else the only one that ends so.
std::string header_of(const Tree& tree, std::string_view file, const std::string& path) {
  const auto beside = resolved(path_in(folder_of(file), path));
  if (beside && tree.has(*beside)) return *beside;
  std::string found;
  for (const auto& one : tree.list()) {
    if (one != path && !one.ends_with("/" + path)) continue;
    if (!found.empty()) return "";
    found = one;
  }
  return found;
}

bool includes(const Tree& tree, const std::string& file, const std::string& header) {
  std::vector<std::string> seen = {file};
  for (std::size_t i = 0; i < seen.size() && seen.size() < headers_max; ++i) {
    for (const auto& path : included_by(tree.read(seen[i]).value_or(""))) {
      auto next = header_of(tree, seen[i], path);
      if (next == header) return true;
      if (!next.empty() && !is_among(next, seen)) seen.push_back(std::move(next));
    }
  }
  return false;
}

// `from sums import *`
bool takes_all_of(const Tree& tree, const std::string& file, const std::string& module_file) {
  const auto text = tree.read(file).value_or("");
  return std::ranges::any_of(split_lines(text), [&](std::string_view line) {
    const auto module = between(trim(line), "from ", " import *");
    return trim(line).starts_with("from ") && !module.empty() && is_only_module(tree, module_file, module);
  });
}

bool is_seen(const Tree& tree, const std::string& file, const std::string& definer) {
  if (file == definer) return true;
  if (is_go_file(file)) return is_go_file(definer) && folder_of(file) == folder_of(definer);
  if (is_c_file(file)) return includes(tree, file, definer);
  return is_python_file(file) && takes_all_of(tree, file, definer);
}

bool is_defined_at_top(const Tree& tree, const std::string& file, const std::string& name) {
  const auto sources = sources_with(tree, file, name);
  return !sources || std::ranges::any_of(*sources, [&](const FoundFile& source) {
    return std::ranges::any_of(words_in(source.code, name), [&](auto at) {
      const auto definition = definition_at(source.path, source.code, at);
      return definition && definition->owner.empty();
    });
  });
}

}  // namespace

bool is_of_its_owner(const Tree& tree, const UnknownName& unknown, const RenamedAt& renamed, const std::string& file) {
  if (!is_same_language(renamed.file, file)) return false;
  if (!unknown.owner.empty())
    return renamed.owner == unknown.owner && is_only_type(tree, file, unknown.owner) &&
           !is_overridden(tree, file, unknown.name, unknown.owner);
  if (!renamed.owner.empty()) return false;
  if (!unknown.module.empty()) return is_only_module(tree, renamed.file, unknown.module);
  return is_seen(tree, file, renamed.file) && !is_defined_at_top(tree, file, unknown.name);
}

bool have_others(const Tree& tree, const UnknownName& unknown, const std::string& file) {
  const auto sources = sources_with(tree, file, unknown.name);
  return !sources || std::ranges::any_of(*sources, [&](const FoundFile& source) {
    return !is_test(source.path) && std::ranges::any_of(words_in(source.code, unknown.name), [&](auto at) {
      const auto definition = definition_at(source.path, source.code, at);
      return definition && !definition->owner.empty();
    });
  });
}

}  // namespace regreen
