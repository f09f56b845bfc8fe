#include "mend/draft.h"

#include "base/text.h"

namespace regreen {

std::optional<std::string> Draft::read(std::string_view path) const {
  if (!is_confined_path(path)) return std::nullopt;
  if (const auto* change = patch_.find(path)) return change->after;
  auto text = tree_.read(path);
  if (text && contains(*text, std::string_view("\0", 1))) return std::nullopt;
  return text;
}

bool Draft::edit(const std::string& path, std::vector<Edit> edits) {
  const auto text = read(path);
  if (!text) return false;
  auto after = apply_edits(*text, std::move(edits));
  return after && write(path, std::move(*after));
}

bool Draft::write(const std::string& path, std::string text) {
  if (!is_confined_path(path)) return false;
  const bool executable = PatchedTree(tree_, patch_).is_executable(path);
  patch_.put({path, tree_.read(path), std::move(text), tree_.is_executable(path), executable});
  return true;
}

bool Draft::move(const std::string& path, const std::string& to) {
  auto text = read(path);
  if (!text || !is_confined_path(to) || PatchedTree(tree_, patch_).has(to)) return false;
  const bool executable = PatchedTree(tree_, patch_).is_executable(path);
  patch_.put({path, tree_.read(path), std::nullopt, tree_.is_executable(path), false});
  patch_.put({to, std::nullopt, std::move(*text), false, executable});
  return true;
}

bool Draft::make_executable(const std::string& path) {
  const auto text = read(path);
  if (!text) return false;
  patch_.put({path, tree_.read(path), *text, tree_.is_executable(path), true});
  return true;
}

std::vector<Patch> Draft::patches() const {
  if (patch_.empty()) return {};
  return {patch_};
}

}  // namespace regreen
