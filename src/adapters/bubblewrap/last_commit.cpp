#include "adapters/bubblewrap/last_commit.h"

#include "base/character.h"
#include "base/text.h"
#include "os/git.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace regreen {
namespace {

/// A file that the commit changed. `object` is empty where it was not there before.
struct Changed {
  std::string path;
  std::string object;
};

bool is_regular(std::string_view mode) { return mode.starts_with("100"); }
bool is_nothing(std::string_view mode) { return mode == "000000"; }

bool is_object(std::string_view name) {
  return name.size() >= 40 && std::ranges::all_of(name, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

// "commit parent parent". git answers no parent where a clone is cut off here.
bool has_parent(const std::string& top, const std::string& commit) {
  const auto said = ask_git(top, {"rev-list", "--parents", "--max-count=1", commit});
  return said && split(*said, ' ').size() >= 2;
}

// ":100644 100644 3f1c… 8a2b… M", then the path.
std::optional<Changed> changed_in(std::string_view entry, std::string_view path) {
  const auto words = split(entry, ' ');
  if (words.size() != 5 || !words[0].starts_with(':') || !is_confined_path(path)) return std::nullopt;
  const auto before = words[0].substr(1), after = words[1];
  const bool was = is_regular(before), is = is_regular(after);
  if ((!was && !is_nothing(before)) || (!is && !is_nothing(after)) || !is_object(words[2])) return std::nullopt;
  return Changed{std::string(path), was ? std::string(words[2]) : ""};
}

// Since its first parent. Nothing where there are more than tell anything.
std::vector<Changed> changed_by(const std::string& top, const std::string& commit) {
  const auto said = ask_git(
      top, {"diff-tree", "-r", "-z", "--no-renames", "--raw", "--no-abbrev", "--no-commit-id", commit + "^", commit});
  if (!said) return {};
  const auto parts = split(*said, '\0');
  if (parts.size() / 2 > commit_files_max) return {};
  std::vector<Changed> changes;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    if (auto one = changed_in(parts[i], parts[i + 1])) changes.push_back(std::move(*one));
  }
  return changes;
}

std::string asked(const std::vector<Changed>& changes) {
  std::string objects;
  for (const auto& one : changes) {
    if (!one.object.empty()) objects += one.object + "\n";
  }
  return objects;
}

// "OBJECT blob SIZE\n" of each: no text is fetched before it is known to be small enough.
std::optional<std::vector<std::size_t>> sizes_of(const std::string& top, const std::string& objects) {
  const auto said = ask_git(top, {"cat-file", "--batch-check"}, {objects, {}});
  if (!said) return std::nullopt;
  std::vector<std::size_t> sizes;
  for (const auto line : split_lines(*said)) {
    const auto words = split(line, ' ');
    const auto size = words.size() == 3 && words[1] == "blob" ? parse_number(words[2]) : std::nullopt;
    if (!size) return std::nullopt;
    sizes.push_back(static_cast<std::size_t>(*size));
  }
  return sizes;
}

// Takes the next "OBJECT blob SIZE\nTEXT\n" off what git answered.
std::optional<std::string> take_text(std::string_view& said, const std::string& object) {
  const auto end = said.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto words = split(said.substr(0, end), ' ');
  const auto size = words.size() == 3 && words[0] == object ? parse_number(words[2]) : std::nullopt;
  if (!size || static_cast<std::size_t>(*size) > said.size() - end - 1) return std::nullopt;
  std::string text(said.substr(end + 1, static_cast<std::size_t>(*size)));
  said.remove_prefix(std::min(said.size(), end + 1 + text.size() + 1));
  return text;
}

// Files that are too large are told by nobody; so is a commit that is too large as a whole.
bool keep_small(std::vector<Changed>& changes, const std::vector<std::size_t>& sizes) {
  std::size_t all = 0, next = 0;
  std::vector<Changed> small;
  for (auto& one : changes) {
    const std::size_t size = one.object.empty() ? 0 : next < sizes.size() ? sizes[next++] : commit_bytes_max + 1;
    if (size > commit_file_bytes_max) continue;
    all += size;
    small.push_back(std::move(one));
  }
  changes = std::move(small);
  return all <= commit_bytes_max;
}

LastCommit with_texts(const std::vector<Changed>& changes, std::string_view said) {
  LastCommit commit;
  for (const auto& one : changes) {
    if (one.object.empty()) {
      commit.before.emplace(one.path, std::nullopt);
      continue;
    }
    auto text = take_text(said, one.object);
    if (!text) return {};
    if (!contains(*text, std::string_view("\0", 1))) commit.before.emplace(one.path, std::move(*text));
  }
  return commit;
}

}  // namespace

LastCommit read_last_commit(const std::string& top, const std::string& commit) {
  if (!has_parent(top, commit)) return {};
  auto changes = changed_by(top, commit);
  if (changes.empty()) return {};
  if (const auto objects = asked(changes); !objects.empty()) {
    const auto sizes = sizes_of(top, objects);
    if (!sizes || !keep_small(changes, *sizes)) return {};
  }
  const auto objects = asked(changes);
  if (objects.empty()) return with_texts(changes, "");
  const auto said = run_git(top, {"cat-file", "--batch"}, {objects, {}});
  return said && said->passed() && !said->clipped ? with_texts(changes, said->output) : LastCommit{};
}

}  // namespace regreen
