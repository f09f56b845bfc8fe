// js.include-root: tsc takes up every file, as nothing says which, and one of them is not under `rootDir`. What is compiled is
// what lies there: that is included, and nothing else.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/json_text.h"
#include "mend/node/fixers.h"
#include "mend/place.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t lines_of_reasons = 4;

bool is_config(std::string_view path) {
  const auto name = name_of(path);
  return name.starts_with("tsconfig") && name.ends_with(".json");
}

// Is the file taken up only because everything is?
bool is_by_default(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min(lines_of_reasons, occurrence.after.size()); ++i) {
    if (contains(occurrence.after[i], "Matched by default include pattern")) return true;
  }
  return false;
}

// Are there files that only declare types, and that the compiler would not see below the root?
bool has_declarations_outside(const Tree& tree, std::string_view base, std::string_view root) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const bool is_below = base.empty() || path.starts_with(std::string(base) + "/");
    return is_below && path.ends_with(".d.ts") && !path.starts_with(std::string(root) + "/") && !is_vendored(path);
  });
}

std::optional<Edit> include_root(const Tree& tree, const std::string& config, std::string_view text,
                                 std::string_view said) {
  const auto plain = plain_json(text);
  const auto root = read_json_object(plain);
  const auto options = root ? object_in(plain, *root, "compilerOptions") : std::nullopt;
  const auto folder = options ? string_in(plain, *options, "rootDir") : std::nullopt;
  if (!folder || root->find("include") != nullptr || root->find("files") != nullptr) return std::nullopt;
  const auto base = folder_of(config);
  const auto path = resolved(path_in(base, *folder));
  if (!path || path->empty() || *path == base || !said.ends_with("/" + *path)) return std::nullopt;
  if (has_declarations_outside(tree, base, *path)) return std::nullopt;
  return add_member(plain, *root, "include", "[\"" + path_from(base, *path) + "\"]");
}

}  // namespace

std::vector<Patch> include_script_root(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = between(occurrence.at.text, "is not under 'rootDir' '", "'");
    if (said.empty() || !is_by_default(occurrence)) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_config(path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
      const auto edit = text ? include_root(patient.tree, path, *text, said) : std::nullopt;
      if (edit) draft.edit(path, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
