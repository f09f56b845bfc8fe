#include "mend/go/language/module_name.h"

#include "base/text.h"
#include "mend/go/language/imports.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "v2" and "v13": no module of the first version says so.
bool is_major(std::string_view part) {
  return part.size() > 1 && part[0] == 'v' && part != "v0" && part != "v1" &&
         part.find_first_not_of("0123456789", 1) == npos;
}

std::string_view without_comment(std::string_view line) { return trim(line.substr(0, line.find("//"))); }

}  // namespace

std::vector<std::string> go_required(std::string_view manifest) {
  std::vector<std::string> modules;
  bool is_inside = false;
  for (const auto whole : split_lines(manifest)) {
    auto line = without_comment(whole);
    if (line == "require (" || line == "require(") is_inside = true;
    if (line == ")") is_inside = false;
    const bool is_single = line.starts_with("require ");
    if (is_single) line = trim(line.substr(8));
    const auto blank = line.find_first_of(" \t");
    if ((!is_inside && !is_single) || blank == npos || contains(line, "=>")) continue;
    if (const auto path = line.substr(0, blank); is_import_path(path)) modules.emplace_back(path);
  }
  return modules;
}

std::string_view without_go_major(std::string_view module) {
  const auto mark = module.find_last_of("/.");
  const bool has_major =
      mark != npos && is_major(module.substr(mark + 1)) && (module[mark] == '/' || module.starts_with("gopkg.in/"));
  const bool is_first = module.starts_with("gopkg.in/") && (module.ends_with(".v0") || module.ends_with(".v1"));
  return has_major || is_first ? module.substr(0, mark) : module;
}

std::optional<std::string> below_go_module(std::string_view path, std::string_view module) {
  const auto base = without_go_major(module);
  if (!path.starts_with(base)) return std::nullopt;
  auto rest = path.substr(base.size());
  const auto end = std::min(rest.find('/', std::min<std::size_t>(1, rest.size())), rest.size());
  const auto first = rest.substr(0, end);
  if (first.size() > 1 && (is_major(first.substr(1)) || first.starts_with(".v"))) {
    if (first[0] == '.' && !path.starts_with("gopkg.in/")) return std::nullopt;
    rest.remove_prefix(end);
  }
  if (rest.empty()) return "";
  return rest[0] == '/' ? std::optional(std::string(rest.substr(1))) : std::nullopt;
}

}  // namespace regreen
