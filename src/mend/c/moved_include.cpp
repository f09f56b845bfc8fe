#include "mend/c/moved_include.h"

#include "base/text.h"
#include "mend/c/source.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto roots = std::to_array<std::string_view>({"include", "inc", "src", ""});

// What a line includes: where it stands, between brackets or quotes; length 0 where it includes nothing.
struct Included {
  std::size_t at = 0, length = 0;
};

Included included_in(std::string_view line) {
  const auto mark = line.find_first_not_of(" \t");
  const auto word = mark == npos || line[mark] != '#' ? npos : line.find_first_not_of(" \t", mark + 1);
  if (word == npos || !line.substr(word).starts_with("include")) return {};
  const auto open = line.find_first_of("<\"", word);
  const auto close = open == npos ? npos : line.find_first_of(">\"", open + 1);
  return close == npos ? Included{} : Included{open + 1, close - open - 1};
}

// Does the text include a header that lies below the folder?
bool includes_below(const Tree& tree, std::string_view text, std::string_view folder) {
  for (const auto line : split_lines(text)) {
    const auto one = included_in(line);
    if (one.length > 0 && tree.has(path_in(folder, line.substr(one.at, one.length)))) return true;
  }
  return false;
}

std::string only_header(const Tree& tree, std::string_view name) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != name || !is_c_header(path) || is_foreign(path) || is_vendored(path)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// As many parts of the header's path as were written.
std::string new_name(const Tree& tree, const std::string& text, const std::string& written) {
  const auto header = only_header(tree, name_of(written));
  std::string_view root = header;
  for (auto parts = std::ranges::count(written, '/') + 1; parts > 0; --parts) {
    if (root.empty()) return "";
    root = folder_of(root);
  }
  const bool is_looked_into =
      std::ranges::find(roots, name_of(root)) != roots.end() || includes_below(tree, text, root);
  return is_looked_into ? header.substr(root.empty() ? 0 : root.size() + 1) : "";
}

}  // namespace

void follow_header(const Tree& tree, const std::string& file, const std::string& written, Draft& draft) {
  const auto text = tree.read(file);
  const bool is_plain = contains(written, "/") && !contains(written, "..") && !written.starts_with('/');
  const auto wanted = text && is_plain ? new_name(tree, *text, written) : "";
  if (wanted.empty() || wanted == written) return;
  for (const auto& path : tree.list()) {
    const auto source = is_c_family(path) && !is_foreign(path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
    if (!source || !contains(*source, written)) continue;
    std::vector<Edit> edits;
    const Lines lines(*source);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      const auto one = included_in(line);
      if (one.length > 0 && line.substr(one.at, one.length) == written)
        edits.push_back({lines.begin(number) + one.at, one.length, wanted});
    }
    draft.edit(path, std::move(edits));
  }
}

}  // namespace regreen
