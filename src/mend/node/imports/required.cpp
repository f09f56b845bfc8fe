#include "mend/node/imports/required.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {

std::string_view required(std::string_view value) {
  value = trim(value);
  if (!value.starts_with("require(") || !value.ends_with(')')) return "";
  const auto inside = trim(value.substr(8, value.size() - 9));
  const bool quoted =
      inside.size() > 2 && contains("'\"", inside.substr(0, 1)) && inside.find(inside[0], 1) + 1 == inside.size();
  return quoted ? inside : "";
}

std::optional<RequiredFile> required_file(const Tree& tree, const std::string& file, std::string_view quoted) {
  static constexpr auto endings = std::to_array<std::string_view>({"", ".js", ".mjs", ".cjs", "/index.js"});
  const auto name = quoted.substr(1, quoted.size() - 2);
  const auto path = name.starts_with('.') ? resolved(path_in(folder_of(file), name)) : std::nullopt;
  if (!path) return std::nullopt;
  for (const auto ending : endings) {
    if (tree.has(*path + std::string(ending))) return RequiredFile{*path + std::string(ending), ending};
  }
  return std::nullopt;
}

std::vector<std::string> required_files(const Tree& tree, const std::string& file, std::string_view text) {
  std::vector<std::string> files;
  if (text.size() > source_bytes_max || !contains(text, "require(")) return files;
  for (const auto at : words_in(code_only(text, Speech::javascript), "require")) {
    const auto call = text.substr(at);
    const auto close = call.substr(0, line_head_max).find(')');
    const auto from = close == std::string_view::npos ? "" : required(call.substr(0, close + 1));
    const auto found = from.empty() ? std::nullopt : required_file(tree, file, from);
    if (found && !is_among(found->path, files)) files.push_back(found->path);
  }
  return files;
}

bool is_of_same_package(const Tree& tree, std::string_view file, std::string_view other) {
  return nearest(tree, file, "package.json") == nearest(tree, other, "package.json");
}

bool is_required_by_commonjs(const Tree& tree, const std::string& file) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (path == file || !is_script_source(path) || path.ends_with(".mjs")) return false;
    if (!path.ends_with(".cjs") && !path.ends_with(".cts") && is_of_same_package(tree, path, file)) return false;
    const auto files = required_files(tree, path, tree.read(path).value_or(""));
    return is_among(file, files);
  });
}

}  // namespace regreen
