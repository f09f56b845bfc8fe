#include "mend/node/packages/compiled_folders.h"

#include "base/text.h"
#include "mend/format/json_text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

namespace regreen {

std::string option_of(std::string_view command, std::string_view option) {
  const auto words = split(command, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == option && i + 1 < words.size()) return std::string(words[i + 1]);
    if (words[i].starts_with(option) && words[i].substr(option.size()).starts_with('='))
      return std::string(words[i].substr(option.size() + 1));
  }
  return "";
}

std::optional<CompiledFolders> compiled_folders(const Tree& tree, const std::string& home, std::string_view command) {
  if (words_in(command, "tsc").empty()) return std::nullopt;
  auto config = option_of(command, "-p");
  if (config.empty()) config = option_of(command, "--project");
  auto file = resolved(path_in(home, config.empty() ? "tsconfig.json" : config)).value_or("");
  if (config == ".") file = path_in(home, "tsconfig.json");
  if (!file.ends_with(".json")) file = path_in(file, "tsconfig.json");
  const auto text = plain_json(tree.read(file).value_or(""));
  const auto root = read_json_object(text);
  const auto options = root ? object_in(text, *root, "compilerOptions") : std::nullopt;
  auto out = option_of(command, "--outDir");
  if (out.empty() && options) out = string_in(text, *options, "outDir").value_or("");
  const auto folder = out.empty() ? std::nullopt : resolved(path_in(folder_of(file), out));
  if (!folder || folder->empty()) return std::nullopt;
  const auto from = options ? string_in(text, *options, "rootDir") : std::nullopt;
  return CompiledFolders{std::string(folder_of(file)), *folder,
                         from ? std::optional(resolved(*from).value_or("")) : std::nullopt};
}

}  // namespace regreen
