#include "mend/draft.h"

#include "base/text.h"
#include "mend/lines.h"

namespace regreen {
namespace {

// As a PatchedTree answers, which lists all files for it.
bool has(const Tree& tree, const Patch& patch, std::string_view path) {
  const auto* change = patch.find(path);
  return change == nullptr ? tree.has(path) : change->after.has_value();
}

bool is_executable(const Tree& tree, const Patch& patch, std::string_view path) {
  const auto* change = patch.find(path);
  return change == nullptr ? tree.is_executable(path) : change->after && change->executable_after;
}

// New lines end as those of the text do.
void end_lines_alike(std::string_view text, std::vector<Edit>& edits) {
  if (line_end(text) == "\n") return;
  for (auto& edit : edits) {
    std::string lines;
    char before = edit.offset > 0 && edit.offset <= text.size() ? text[edit.offset - 1] : '\n';
    for (const char c : edit.text) {
      if (c == '\n' && before != '\r') lines += '\r';
      lines += c;
      before = c;
    }
    edit.text = std::move(lines);
  }
}

}  // namespace

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
  if (edits.empty()) return true;
  end_lines_alike(*text, edits);
  auto after = apply_edits(*text, std::move(edits));
  return after && write(path, std::move(*after));
}

bool Draft::write(const std::string& path, std::string text) {
  if (!is_confined_path(path)) return false;
  const bool executable = is_executable(tree_, patch_, path);
  patch_.put({path, tree_.read(path), std::move(text), tree_.is_executable(path), executable});
  return true;
}

bool Draft::move(const std::string& path, const std::string& to) {
  auto text = read(path);
  if (!text || !is_confined_path(to) || has(tree_, patch_, to)) return false;
  const bool executable = is_executable(tree_, patch_, path);
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
