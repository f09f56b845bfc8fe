#include "model/patch.h"

#include "model/diff.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {

const FileChange* Patch::find(std::string_view path) const {
  const auto found = std::ranges::find(changes, path, &FileChange::path);
  return found == changes.end() ? nullptr : &*found;
}

void Patch::put(FileChange change) {
  const auto at = std::ranges::lower_bound(changes, change.path, {}, &FileChange::path);
  if (at != changes.end() && at->path == change.path) {
    change.before = at->before;
    change.executable_before = at->executable_before;
    changes.erase(at);
    put(std::move(change));
    return;
  }
  const bool same_mode = change.executable_before == change.executable_after || !change.after;
  if (change.before == change.after && same_mode) return;
  changes.insert(at, std::move(change));
}

Patch Patch::then(const Patch& next) const {
  Patch both = *this;
  for (const auto& change : next.changes) both.put(change);
  return both;
}

std::vector<std::string> Patch::paths() const {
  std::vector<std::string> paths;
  for (const auto& change : changes) paths.push_back(change.path);
  return paths;
}

Result<std::string> apply_edits(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, &Edit::offset);
  std::string result;
  std::size_t done = 0;
  for (const auto& edit : edits) {
    if (edit.offset < done || edit.offset > text.size() || edit.length > text.size() - edit.offset) {
      return fail(ErrorKind::internal, fmt::format("edit at byte {} overlaps another or leaves the text", edit.offset));
    }
    result += text.substr(done, edit.offset - done);
    result += edit.text;
    done = edit.offset + edit.length;
  }
  result += text.substr(done);
  return result;
}

LineCounts count_lines(const FileChange& change) { return {added_lines(change).size(), removed_lines(change).size()}; }

namespace {

std::vector<std::string> lines_of_kind(const FileChange& change, LineChange kind) {
  std::vector<std::string> result;
  const std::string before = change.before.value_or(""), after = change.after.value_or("");
  for (const auto& line : diff_lines(before, after)) {
    if (line.change != kind) continue;
    auto text = line.text;
    if (text.ends_with('\n')) text.remove_suffix(1);
    result.emplace_back(text);
  }
  return result;
}

std::string mode(bool executable) { return executable ? "100755" : "100644"; }

bool is_text(const std::optional<std::string>& bytes) { return !bytes || bytes->find('\0') == std::string::npos; }

std::string file_header(const FileChange& change) {
  // git quotes odd names; ours are confined paths without control characters, blanks are fine in a "diff --git" line.
  std::string header = fmt::format("diff --git a/{0} b/{0}\n", change.path);
  if (!change.before) header += "new file mode " + mode(change.executable_after) + "\n";
  if (!change.after) header += "deleted file mode " + mode(change.executable_before) + "\n";
  if (change.before && change.after && change.executable_before != change.executable_after) {
    header += "old mode " + mode(change.executable_before) + "\nnew mode " + mode(change.executable_after) + "\n";
  }
  return header;
}

std::string file_diff(const FileChange& change) {
  std::string text = file_header(change);
  if (change.before == change.after) return text;
  if (!is_text(change.before) || !is_text(change.after)) {
    return text + fmt::format("Binary files a/{0} and b/{0} differ\n", change.path);
  }
  const std::string hunks = diff_hunks(change.before.value_or(""), change.after.value_or(""));
  if (hunks.empty()) return text;
  text += change.before ? "--- a/" + change.path + "\n" : "--- /dev/null\n";
  text += change.after ? "+++ b/" + change.path + "\n" : "+++ /dev/null\n";
  return text + hunks;
}

}  // namespace

std::vector<std::string> added_lines(const FileChange& change) { return lines_of_kind(change, LineChange::added); }

std::vector<std::string> removed_lines(const FileChange& change) { return lines_of_kind(change, LineChange::removed); }

std::vector<std::size_t> added_line_numbers(const FileChange& change) {
  std::vector<std::size_t> result;
  std::size_t number = 0;
  for (const auto& line : diff_lines(change.before.value_or(""), change.after.value_or(""))) {
    if (line.change == LineChange::removed) continue;
    ++number;
    if (line.change == LineChange::added) result.push_back(number);
  }
  return result;
}

std::string unified_diff(const Patch& patch) {
  std::string text;
  for (const auto& change : patch.changes) text += file_diff(change);
  return text;
}

Patch reversed(const Patch& patch) {
  Patch back = patch;
  for (auto& change : back.changes) {
    std::swap(change.before, change.after);
    std::swap(change.executable_before, change.executable_after);
  }
  return back;
}

}  // namespace regreen
