#include "mend/go/modules/go_work.h"

#include "base/text.h"
#include "mend/place.h"

namespace regreen {
namespace {

// "./api // note" → "./api"
std::string_view without_comment(std::string_view line) { return trim(line.substr(0, line.find("//"))); }

}  // namespace

bool is_go_path(std::string_view word) {
  return word == "." || word == ".." || word.starts_with("./") || word.starts_with("../");
}

std::string go_path(std::string_view from, std::string_view to) {
  const auto path = path_from(from, to);
  return is_go_path(path) ? path : "./" + path;
}

std::vector<std::string> go_module_folders(const Tree& tree) {
  std::vector<std::string> folders;
  for (const auto& path : tree.list()) {
    const auto inside = "/" + path;
    if (name_of(path) == "go.mod" && !contains(inside, "/vendor/") && !contains(inside, "/testdata/"))
      folders.emplace_back(folder_of(path));
  }
  return folders;
}

std::vector<GoUse> go_uses(std::string_view workspace, const Lines& lines) {
  std::vector<GoUse> all;
  bool is_grouped = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = without_comment(lines.line(number));
    if (line == "use (" || line == "use(") is_grouped = true;
    if (line == ")") is_grouped = false;
    const bool is_single = line.starts_with("use ");
    if (is_single) line = trim(line.substr(4));
    if (!(is_grouped || is_single) || !is_go_path(line)) continue;
    const auto inside = resolved(path_in(folder_of(workspace), std::string(line) + "/go.mod"));
    if (inside) all.push_back({number, std::string(folder_of(*inside)), std::string(line), is_grouped});
  }
  return all;
}

}  // namespace regreen
