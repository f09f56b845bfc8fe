#include "model/of_others.h"

#include "base/among.h"
#include "base/text.h"

#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto anywhere = std::to_array<std::string_view>({"thirdparty", "3rdparty", "vendored", "nodemodules"});
constexpr auto at_the_top = std::to_array<std::string_view>({"vendor", "submodules"});
constexpr auto of_sites = std::to_array<std::string_view>(
    {"assets", "css", "javascripts", "js", "public", "static", "stylesheets", "wwwroot"});

// "3rd-Party" → "3rdparty"
std::string bare(std::string_view folder) {
  auto name = lower(folder);
  std::erase_if(name, [](char c) { return c == '_' || c == '-'; });
  return name;
}

}  // namespace

bool is_of_others(std::string_view path) {
  const auto parts = split(path, '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto name = bare(parts[i]);
    if (is_among(name, anywhere)) return true;
    if (i + 1 == parts.size()) break;
    const bool is_of_site = i > 0 && is_among(lower(parts[i - 1]), of_sites);
    if (name == "vendor" && (parts[i].starts_with('_') || is_of_site)) return true;
    if (i == 0 && is_among(name, at_the_top)) return true;
  }
  return false;
}

}  // namespace regreen
