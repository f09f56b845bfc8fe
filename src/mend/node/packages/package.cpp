#include "mend/node/packages/package.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Node's own modules (node 22, `require('module').builtinModules` without those that begin with '_').
constexpr auto builtins = std::to_array<std::string_view>({"assert",
                                                           "async_hooks",
                                                           "buffer",
                                                           "child_process",
                                                           "cluster",
                                                           "console",
                                                           "constants",
                                                           "crypto",
                                                           "dgram",
                                                           "diagnostics_channel",
                                                           "dns",
                                                           "domain",
                                                           "events",
                                                           "fs",
                                                           "http",
                                                           "http2",
                                                           "https",
                                                           "inspector",
                                                           "module",
                                                           "net",
                                                           "os",
                                                           "path",
                                                           "perf_hooks",
                                                           "process",
                                                           "punycode",
                                                           "querystring",
                                                           "readline",
                                                           "repl",
                                                           "stream",
                                                           "string_decoder",
                                                           "sys",
                                                           "timers",
                                                           "tls",
                                                           "trace_events",
                                                           "tty",
                                                           "url",
                                                           "util",
                                                           "v8",
                                                           "vm",
                                                           "wasi",
                                                           "worker_threads",
                                                           "zlib"});

constexpr std::size_t name_bytes_max = 214;  // npm's limit

bool is_name_part(std::string_view part) {
  if (part.empty() || part.front() == '.' || part.front() == '_' || part.front() == '-') return false;
  return std::ranges::all_of(part, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '~';
  });
}

// Files in which people name packages.
constexpr auto naming_files =
    std::to_array<std::string_view>({"*.js", "*.jsx", "*.ts", "*.tsx", "*.mjs", "*.cjs", "*.mts", "*.cts", "*.vue",
                                     "*.svelte", "*.astro", "*.json", "*.yml", "*.yaml", ".*rc"});

// A configuration may leave out what all such packages begin with: "plugins: [react]" is eslint-plugin-react.
std::string_view shortest_name(std::string_view package) {
  for (const std::string_view word : {"plugin-", "config-", "preset-", "parser-", "loader-"}) {
    if (const auto at = package.find(word); at != std::string_view::npos) package.remove_prefix(at + word.size());
  }
  return package;
}

}  // namespace

bool is_named(const Tree& tree, std::string_view package) {
  return is_mentioned(tree, naming_files, shortest_name(package));
}

std::optional<NodePackage> package_of_file(const Tree& tree, std::string_view file) {
  for (std::string_view folder = folder_of(file);; folder = folder_of(folder)) {
    const std::string path = path_in(folder, "package.json");
    if (auto text = tree.read(path)) {
      auto root = read_json_object(*text);
      if (!root) return std::nullopt;
      return NodePackage{path, std::move(*text), std::move(*root)};
    }
    if (folder.empty()) return std::nullopt;
  }
}

bool is_node_module(std::string_view module) {
  return module.starts_with("node:") || is_among(module.substr(0, module.find('/')), builtins);
}

std::optional<std::string> npm_package(std::string_view module) {
  if (module.starts_with("node:") || module.size() > name_bytes_max) return std::nullopt;
  const auto parts = split(module, '/');
  const bool scoped = module.starts_with('@');
  if (scoped && (parts.size() < 2 || !is_name_part(parts[0].substr(1)) || !is_name_part(parts[1]))) return std::nullopt;
  if (!scoped && !is_name_part(parts[0])) return std::nullopt;
  if (!scoped && is_among(parts[0], builtins)) return std::nullopt;
  return scoped ? std::string(parts[0]) + "/" + std::string(parts[1]) : std::string(parts[0]);
}

bool declares(const NodePackage& package, std::string_view name) {
  return std::ranges::any_of(dependency_lists, [&](std::string_view list) {
    const auto object = object_in(package.text, package.root, list);
    return object && object->find(name) != nullptr;
  });
}

bool is_es_module(const Tree& tree, std::string_view file, std::string_view code) {
  if (file.ends_with(".mjs") || file.ends_with(".mts")) return true;
  if (file.ends_with(".cjs") || file.ends_with(".cts")) return false;
  const auto package = package_of_file(tree, file);
  if (package && string_in(package->text, package->root, "type").value_or("") == "module") return true;
  const auto lines = split_lines(code);
  return std::ranges::any_of(lines,
                             [](auto line) { return line.starts_with("import ") || line.starts_with("export "); });
}

std::vector<std::string> own_packages(const Tree& tree) {
  std::vector<std::string> names;
  for (const auto& path : tree.list()) {
    if (regreen::name_of(path) != "package.json") continue;
    const auto package = package_of_file(tree, path);
    const auto name = package ? string_in(package->text, package->root, "name") : std::nullopt;
    if (name) names.push_back(*name);
  }
  return names;
}

bool is_development_file(std::string_view path) {
  constexpr auto globs = std::to_array<std::string_view>({"**/test/**", "**/tests/**", "**/__tests__/**", "**/spec/**",
                                                          "*.test.*", "*.spec.*", "*.config.*", ".eslintrc*"});
  return std::ranges::any_of(globs, [&](std::string_view glob) { return glob_matches(glob, path); });
}

}  // namespace regreen
