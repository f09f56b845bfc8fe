#include "model/tree.h"

#include <algorithm>

namespace regreen {

bool Tree::has(std::string_view path) const { return std::ranges::binary_search(list(), path); }

MemoryTree::MemoryTree(std::map<std::string, File, std::less<>> files) : files_(std::move(files)) {
  for (const auto& [path, file] : files_) paths_.push_back(path);
}

std::optional<std::string> MemoryTree::read(std::string_view path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  return found->second.text;
}

bool MemoryTree::is_executable(std::string_view path) const {
  const auto found = files_.find(path);
  return found != files_.end() && found->second.executable;
}

FolderTree::FolderTree(const Tree& around, std::string_view folder)
    : around_(around), front_(std::string(folder) + "/") {
  const auto& all = around.list();
  for (auto path = std::ranges::lower_bound(all, front_); path != all.end() && path->starts_with(front_); ++path)
    paths_.push_back(path->substr(front_.size()));
}

std::optional<std::string> FolderTree::read(std::string_view path) const {
  return around_.read(front_ + std::string(path));
}

bool FolderTree::is_executable(std::string_view path) const {
  return around_.is_executable(front_ + std::string(path));
}

PatchedTree::PatchedTree(const Tree& below, Patch patch)
    : below_(below), patch_(std::move(patch)), paths_(below.list()) {
  for (const auto& change : patch_.changes) {
    const auto at = std::ranges::lower_bound(paths_, change.path);
    const bool there = at != paths_.end() && *at == change.path;
    if (change.after && !there) paths_.insert(at, change.path);
    if (!change.after && there) paths_.erase(at);
  }
}

std::optional<std::string> PatchedTree::read(std::string_view path) const {
  const auto* change = patch_.find(path);
  return change == nullptr ? below_.read(path) : change->after;
}

bool PatchedTree::is_executable(std::string_view path) const {
  const auto* change = patch_.find(path);
  return change == nullptr ? below_.is_executable(path) : change->after && change->executable_after;
}

}  // namespace regreen
